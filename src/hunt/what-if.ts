import type { Analytic, OptionValue, Volume } from '../analytic.ts';
import { lowerBound } from '../features/lower-bound.ts';
import type { SilentIf, VolumeBasis } from '../model/explanation.ts';
import type { Reason } from '../model/finding.ts';
import { scoreOf, shownScore } from '../score/score.ts';
import { corroborate } from './corroborate.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { weigh } from './judge.ts';
import { lengthsOf } from './options.ts';
import { dayOf } from './profile.ts';
import type { Limits, Verdict } from './verdict.ts';
import { WindowView } from './view.ts';
import { asMuch, countOf, type MostByDay, mostByDay, type Window } from './windows.ts';

/** From this many records on, a smaller window is looked for by halving instead of one by one. */
const ONE_BY_ONE = 300;
/** The largest count that is tried. */
const MOST = 1e7;

/** What changing a verdict needs beside it. */
export interface WhatIf {
	readonly base: EvidenceBase;
	readonly limits: Limits;
	readonly options: ReadonlyMap<Analytic, ReadonlyMap<string, OptionValue>>;
}

/** The numbers behind a verdict's volume; undefined where nothing is counted. */
export function basisOf(verdict: Verdict): (VolumeBasis & { readonly line: number }) | undefined {
	const { model, entity, view, series } = verdict;
	if (series.anchor !== undefined) return undefined;
	const { before } = asMuch(pastOf(verdict), view.window);
	return { ...model.basis(entity, view.window, before), line: view.volume.surprise };
}

/** The least whole count from which on a window would reach a score; undefined where none does, or nothing is counted. */
export function neededCount(verdict: Verdict, limit: number, whatIf: WhatIf): number | undefined {
	if (verdict.series.anchor !== undefined) return undefined;
	const past = pastOf(verdict);
	const { window } = verdict.view;
	const reaches = (count: number) => scoreWith(verdict, { ...window, count }, past, whatIf) >= limit;
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
	const { reasons } = verdict.said();
	const raising = reasons.filter(({ surprise }) => surprise > 0).toSorted((a, b) => b.surprise - a.surprise);
	const rest = (left: readonly Reason[]) => sumWithout(verdict.analytic, reasons, left);
	const without = raising.map((reason) => ({ text: `without ${reason.signal}`, score: shown(rest([reason])) }));
	const count = largestSilent(verdict, limit, whatIf);
	const together = fewestWithout(rest, raising, limit);
	return { below: limit, without, ...(count !== undefined && { count }), ...(together !== undefined && { together }) };
}

function fewestWithout(
	sumWithout: (left: readonly Reason[]) => number,
	raising: readonly Reason[],
	limit: number,
): SilentIf['together'] {
	for (let count = 1; count <= raising.length; count += 1) {
		const left = raising.slice(0, count);
		const rest = sumWithout(left);
		if (scoreOf(rest) < limit) return count > 1 ? { signals: left.map(({ signal }) => signal), score: shown(rest) } : undefined;
	}
	return undefined;
}

// Without a line, a kind of witness may be missing too.
function sumWithout(analytic: Analytic, reasons: readonly Reason[], left: readonly Reason[]): number {
	return corroborate(
		analytic,
		reasons.filter((reason) => !left.includes(reason)),
	).sum;
}

// The first record at which any window that ends with it reaches the limit is where the finding begins; all before it is silent.
function largestSilent(verdict: Verdict, limit: number, whatIf: WhatIf): SilentIf['count'] {
	if (verdict.series.anchor !== undefined) return undefined;
	const { window } = verdict.view;
	const scan = new EndScan(verdict, whatIf);
	const all = window.to - window.from;
	let low = 0;
	let high = Math.min(all, ONE_BY_ONE) + 1;
	while (low + 1 < high && scan.score(low + 1) < limit) low += 1;
	if (low === ONE_BY_ONE && all > ONE_BY_ONE) {
		high = all;
		while (high - low > 1) {
			const middle = Math.floor((low + high) / 2);
			if (scan.score(middle) < limit) low = middle;
			else high = middle;
		}
	}
	if (low === 0 || low === all) return undefined;
	return { largest: countOf(verdict.entity, window.from, window.from + low), records: low, score: shownScore(scan.score(low)) };
}

/** What a finding's first records alone would have been judged as, over all window lengths. */
class EndScan {
	readonly #verdict: Verdict;
	readonly #whatIf: WhatIf;
	readonly #past: ReadonlyMap<number, MostByDay>;
	/** Index of the first event that is judged. */
	readonly #first: number;

	constructor(verdict: Verdict, whatIf: WhatIf) {
		this.#verdict = verdict;
		this.#whatIf = whatIf;
		const lengths = lengthsOf(whatIf.options.get(verdict.analytic) ?? new Map(), whatIf.limits.lengths);
		this.#first = lowerBound(verdict.entity.times, whatIf.limits.from);
		this.#past = new Map(lengths.map((length) => [length, pastOf(verdict, length)]));
	}

	/** The best score of the windows that end with so many records. */
	score(records: number): number {
		const { entity, view } = this.#verdict;
		const to = view.window.from + records;
		const end = entity.times[to - 1] ?? 0;
		let best = 0;
		for (const [length, past] of this.#past) {
			let from = to - 1;
			while (from > this.#first && end - (entity.times[from - 1] ?? 0) < length) from -= 1;
			const count = countOf(entity, from, to);
			// Fewer than two are no window.
			if (count < 2) continue;
			const window = { length, from, to, count, day: dayOf(entity.times[from] ?? 0) };
			best = Math.max(best, scoreWith(this.#verdict, window, past, this.#whatIf));
		}
		return best;
	}
}

function scoreWith(verdict: Verdict, window: Window, past: MostByDay, { base, options }: WhatIf): number {
	const { analytic, series, entity, model } = verdict;
	const { before, largest } = asMuch(past, window);
	const volume: Volume = { ...model.volume(entity, window, before), largest };
	const view = new WindowView({ base, analytic, series, entity, window, volume, options: options.get(analytic) ?? new Map() });
	const changed = weigh({ analytic, series, base }, { entity, model, view });
	return changed === undefined ? 0 : scoreOf(changed.sum);
}

function pastOf({ entity, view }: Verdict, length: number = view.length): MostByDay {
	return mostByDay(entity.whole ?? entity, length);
}

function shown(sum: number): number {
	return shownScore(scoreOf(sum));
}
