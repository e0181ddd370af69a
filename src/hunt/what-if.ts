import type { Analytic, OptionValue, Volume } from '../analytic.ts';
import type { SilentIf, VolumeBasis } from '../model/explanation.ts';
import type { Reason } from '../model/finding.ts';
import { scoreOf, shownScore } from '../score/score.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { type Verdict, weigh } from './judge.ts';
import { WindowView } from './view.ts';
import { trailingWindows, type Window } from './windows.ts';

/** From this many records on, a smaller window is looked for by halving instead of one by one. */
const ONE_BY_ONE = 300;
/** The largest count that is tried. */
const MOST = 1e7;

/** What changing a verdict needs beside it. */
export interface WhatIf {
	readonly base: EvidenceBase;
	readonly options: ReadonlyMap<Analytic, ReadonlyMap<string, OptionValue>>;
}

/** The numbers behind a verdict's volume; undefined where nothing is counted. */
export function basisOf(verdict: Verdict): (VolumeBasis & { readonly line: number }) | undefined {
	const { model, entity, view, series } = verdict;
	if (series.anchor !== undefined) return undefined;
	const before = earlierMost(verdict).filter((count) => count >= view.window.count).length;
	return { ...model.basis(entity, view.window, before), line: view.volume.surprise };
}

/** The score that the first records of a window alone would have. */
function scoreOfFirst(
	verdict: Verdict,
	records: number,
	earlier: readonly number[],
	whatIf: WhatIf,
): { count: number; score: number } {
	const { window } = verdict.view;
	const to = window.from + records;
	const count = countOf(verdict, window.from, to);
	return { count, score: scoreWith(verdict, { ...window, to, count }, earlier, whatIf) };
}

/** The score of the same window with another count, everything else being the same. */
export function scoreWithCount(verdict: Verdict, count: number, whatIf: WhatIf): number {
	return scoreWith(verdict, { ...verdict.view.window, count }, earlierMost(verdict), whatIf);
}

/** The least whole count from which on a window would reach a score; undefined where none does, or nothing is counted. */
export function neededCount(verdict: Verdict, limit: number, whatIf: WhatIf): number | undefined {
	if (verdict.series.anchor !== undefined) return undefined;
	const earlier = earlierMost(verdict);
	const { window } = verdict.view;
	const reaches = (count: number) => scoreWith(verdict, { ...window, count }, earlier, whatIf) >= limit;
	let high = Math.max(2, window.count);
	while (!reaches(high)) {
		high *= 2;
		if (high > MOST) return undefined;
	}
	let low = Math.min(high, window.count);
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (reaches(middle)) high = middle;
		else low = middle;
	}
	return high;
}

/** What would have made a verdict stay below a score. */
export function silentIf(verdict: Verdict, limit: number, whatIf: WhatIf): SilentIf {
	const raising = verdict.reasons.filter(({ surprise }) => surprise > 0).toSorted((a, b) => b.surprise - a.surprise);
	const without = raising.map(({ signal, surprise }) => ({ text: `without ${signal}`, score: shown(verdict.sum - surprise) }));
	const count = largestSilent(verdict, limit, whatIf);
	const together = fewestWithout(verdict.sum, raising, limit);
	return { below: limit, without, ...(count !== undefined && { count }), ...(together !== undefined && { together }) };
}

function fewestWithout(sum: number, raising: readonly Reason[], limit: number): SilentIf['together'] {
	let rest = sum;
	const signals: string[] = [];
	for (const { signal, surprise } of raising) {
		rest -= surprise;
		signals.push(signal);
		if (scoreOf(rest) < limit) return signals.length > 1 ? { signals, score: shown(rest) } : undefined;
	}
	return undefined;
}

function largestSilent(verdict: Verdict, limit: number, whatIf: WhatIf): SilentIf['count'] {
	if (verdict.series.anchor !== undefined) return undefined;
	const { window } = verdict.view;
	const earlier = earlierMost(verdict);
	const silent = (records: number) => {
		const { count, score } = scoreOfFirst(verdict, records, earlier, whatIf);
		return score < limit ? { largest: count, records, score: shownScore(score) } : undefined;
	};
	const all = window.to - window.from;
	if (all <= ONE_BY_ONE) {
		for (let records = all; records > 0; records -= 1) {
			const found = silent(records);
			if (found !== undefined) return found;
		}
		return undefined;
	}
	let low = 0;
	let high = all;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (silent(middle) === undefined) high = middle;
		else low = middle;
	}
	return low === 0 ? undefined : silent(low);
}

function scoreWith(verdict: Verdict, window: Window, earlier: readonly number[], { base, options }: WhatIf): number {
	const { analytic, series, entity, model } = verdict;
	const before = earlier.filter((count) => count >= window.count).length;
	const volume: Volume = { ...model.volume(entity, window, before), largest: verdict.view.volume.largest };
	const view = new WindowView({ base, analytic, series, entity, window, volume, options: options.get(analytic) ?? new Map() });
	const changed = weigh({ analytic, series, base }, { entity, model, view });
	return changed === undefined ? 0 : scoreOf(changed.sum);
}

/** The largest count within the window's length on each earlier day. */
function earlierMost({ entity, view }: Verdict): readonly number[] {
	const most = new Map<number, number>();
	for (const { day, count } of trailingWindows(entity, view.length)) {
		if (day < view.window.day) most.set(day, Math.max(most.get(day) ?? 0, count));
	}
	return [...most.values()];
}

function countOf({ entity }: Verdict, from: number, to: number): number {
	if (entity.values !== undefined) return new Set(entity.values.slice(from, to).filter((value) => value !== undefined)).size;
	let sum = 0;
	for (let index = from; index < to; index += 1) sum += entity.weights[index] ?? 0;
	return sum;
}

function shown(sum: number): number {
	return shownScore(scoreOf(sum));
}
