import type { Analytic, OptionValue, Series } from '../analytic.ts';
import type { ContextNote, Reason } from '../model/finding.ts';
import { corroborate } from './corroborate.ts';
import { collectEntities, type Entity } from './entities.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { excuse } from './excuses.ts';
import { isElsewhere, WindowView } from './view.ts';
import { VolumeModel } from './volume-model.ts';
import { eventWindows, trailingWindows, type Window } from './windows.ts';

/** Window lengths: ten minutes, an hour, a day, five days. */
export const LENGTHS: readonly number[] = [600_000, 3_600_000, 86_400_000, 432_000_000];

/** Findings of one person and analytic within this span are one: the strongest stands for all. */
export const ONE_STORY = 12 * 3_600_000;
/** From this many people on, a shared cause is one finding. */
const SHARED_CAUSE = 3;
/** Most findings of one person and analytic. */
const MOST_PER_ACTOR = 5;
/** Windows with less volume than this (decades) are not judged further. */
const LEAST_VOLUME = 0.15;

/** One judged window. */
export interface Verdict {
	readonly analytic: Analytic;
	readonly series: Series;
	readonly entity: Entity;
	readonly model: VolumeModel;
	readonly view: WindowView;
	readonly actor: string;
	readonly reasons: readonly Reason[];
	readonly notes: readonly ContextNote[];
	/** Sum of the ledger, decades. */
	readonly sum: number;
	/** What it shares with other people's windows, see `Series.cause`. */
	readonly cause: string | undefined;
	/** Other people's windows with the same cause, strongest first. */
	readonly companions: readonly Verdict[];
}

/** What limits the judging. */
export interface Limits {
	/** Windows that start in [from, to). */
	readonly from: number;
	readonly to: number;
	readonly lengths: readonly number[];
	readonly baseline: number | undefined;
	/** Windows with less volume than this (decades) are not judged further; absent: {@link LEAST_VOLUME}. */
	readonly leastVolume?: number;
}

/** Judges every window of an analytic and keeps, for each person, the strongest windows that lie apart. */
export function judge(
	analytic: Analytic,
	base: EvidenceBase,
	options: ReadonlyMap<string, OptionValue>,
	limits: Limits,
): readonly Verdict[] {
	return strongest(joinCauses(judgeAll(analytic, base, options, limits)));
}

/** Every window of an analytic in which a line speaks, nothing joined or left out: of all subjects, or of those that `of` picks. */
export function judgeAll(
	analytic: Analytic,
	base: EvidenceBase,
	options: ReadonlyMap<string, OptionValue>,
	limits: Limits,
	of?: (entity: Entity) => boolean,
): readonly Verdict[] {
	return analytic.series.flatMap((series) => judgeSeries({ analytic, series, base, options, limits }, of));
}

/** What a judgement stands on. */
export interface Judging {
	readonly analytic: Analytic;
	readonly series: Series;
	readonly base: EvidenceBase;
	readonly options: ReadonlyMap<string, OptionValue>;
	readonly limits: Limits;
}

function judgeSeries(judging: Judging, of?: (entity: Entity) => boolean): readonly Verdict[] {
	const { series, base, limits } = judging;
	const entities = collectEntities(series, base.ledger, base.people, { order: base.order, lengths: limits.lengths });
	const model = new VolumeModel(entities, limits.lengths, base, limits.baseline);
	const verdicts: Verdict[] = [];
	for (const entity of entities) {
		if (of?.(entity) === false) continue;
		const candidates =
			series.anchor === undefined
				? volumeWindows(entity, model, limits, base)
				: eventCandidates(entity, series.anchor.merge, limits);
		for (const { window, volume } of candidates) {
			const view = new WindowView({ base, analytic: judging.analytic, series, entity, window, volume, options: judging.options });
			const verdict = weigh(judging, { entity, model, view });
			if (verdict !== undefined) verdicts.push(verdict);
		}
	}
	return verdicts;
}

type Candidate = { readonly window: Window; readonly volume: ReturnType<VolumeModel['volume']> };

// For each start day and length the oddest window; then, for each day, the two lengths that say most.
function volumeWindows(entity: Entity, model: VolumeModel, limits: Limits, base: EvidenceBase): readonly Candidate[] {
	const least = limits.leastVolume ?? LEAST_VOLUME;
	const byDay = new Map<number, Candidate[]>();
	for (const length of limits.lengths) {
		const windows = trailingWindows(entity, length).toSorted((a, b) => a.day - b.day || a.from - b.from);
		const best = new Map<number, Candidate>();
		let largest = 0;
		let largestOfDay = 0;
		/** The largest count of each earlier day. */
		const earlier: number[] = [];
		let day = Number.NEGATIVE_INFINITY;
		for (const window of windows) {
			if (window.day !== day) {
				largest = Math.max(largest, largestOfDay);
				if (largestOfDay > 0) earlier.push(largestOfDay);
				largestOfDay = 0;
				day = window.day;
			}
			largestOfDay = Math.max(largestOfDay, window.count);
			const start = entity.times[window.from] ?? 0;
			if (start < limits.from || start >= limits.to) continue;
			const before = earlier.filter((count) => count >= window.count).length;
			const volume = { ...model.volume(entity, window, before), largest };
			if (volume.surprise < least && (volume.unlimited < least || !isElsewhere(base, entity, window))) continue;
			const known = best.get(window.day);
			if (known === undefined || volume.surprise > known.volume.surprise) best.set(window.day, { window, volume });
		}
		for (const [own, candidate] of best) byDay.set(own, [...(byDay.get(own) ?? []), candidate]);
	}
	return [...byDay]
		.toSorted(([a], [b]) => a - b)
		.flatMap(([, candidates]) => candidates.toSorted((a, b) => b.volume.surprise - a.volume.surprise).slice(0, 2));
}

function eventCandidates(entity: Entity, merge: number, limits: Limits): readonly Candidate[] {
	return eventWindows(entity, merge)
		.filter((window) => {
			const start = entity.times[window.from] ?? 0;
			return start >= limits.from && start < limits.to;
		})
		.map((window) => ({
			window,
			volume: {
				observed: window.count,
				expected: 0,
				surprise: 0,
				settled: 0,
				unlimited: 0,
				days: 0,
				windows: 0,
				largest: 0,
				evidenceDays: 0,
				of: 'none' as const,
			},
		}));
}

/** The ledger of one window; undefined where the analytic finds nothing to say. */
export function weigh(
	judging: Pick<Judging, 'analytic' | 'series' | 'base'>,
	parts: { entity: Entity; model: VolumeModel; view: WindowView },
): Verdict | undefined {
	const { view } = parts;
	const own = judging.series.judge(view).filter((reason) => reason !== undefined);
	if (own.length === 0) return undefined;
	const novelty = own.filter(({ signal }) => signal.includes('novelty')).reduce((sum, { surprise }) => sum + surprise, 0);
	const { lines, notes } = excuse(view, judging.base, novelty);
	const { reasons, sum } = corroborate(judging.analytic, [...own, ...lines]);
	const actor = judging.series.actor?.(view).id ?? view.actor;
	const cause = judging.series.cause?.(view);
	view.rest();
	return { analytic: judging.analytic, series: judging.series, ...parts, actor, reasons, notes, sum, cause, companions: [] };
}

/** Stronger first; between equals the earlier, then by name: never by arrival. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
	return (
		b.sum - a.sum ||
		a.view.start - b.view.start ||
		(a.actor < b.actor ? -1 : a.actor > b.actor ? 1 : 0) ||
		(a.analytic.id < b.analytic.id ? -1 : a.analytic.id > b.analytic.id ? 1 : 0) ||
		(a.entity.key < b.entity.key ? -1 : a.entity.key > b.entity.key ? 1 : 0) ||
		a.view.length - b.view.length
	);
}

// One cause, one finding: the strongest window leads, the other people's come with it.
function joinCauses(verdicts: readonly Verdict[]): readonly Verdict[] {
	const causes = new Map<string, Verdict[]>();
	const single: Verdict[] = [];
	for (const verdict of verdicts.toSorted(compareVerdicts)) {
		const { cause } = verdict;
		if (cause === undefined) single.push(verdict);
		else causes.set(cause, [...(causes.get(cause) ?? []), verdict]);
	}
	for (const members of causes.values()) {
		const actors = new Set(members.map(({ actor }) => actor));
		const [leader, ...others] = members;
		if (leader === undefined || actors.size < SHARED_CAUSE) single.push(...members);
		else single.push({ ...leader, companions: others });
	}
	return single;
}

function strongest(verdicts: readonly Verdict[]): readonly Verdict[] {
	const kept = new Map<string, Verdict[]>();
	for (const verdict of verdicts.toSorted(compareVerdicts)) {
		const own = kept.get(verdict.actor) ?? [];
		if (own.length >= MOST_PER_ACTOR) continue;
		const near = own.some(
			(other) => verdict.view.start < other.view.end + ONE_STORY && verdict.view.end > other.view.start - ONE_STORY,
		);
		if (near) continue;
		kept.set(verdict.actor, [...own, verdict]);
	}
	return [...kept.values()].flat().toSorted(compareVerdicts);
}
