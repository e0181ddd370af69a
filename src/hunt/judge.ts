import type { Analytic, Line, OptionValue, Series, Volume } from '../analytic.ts';
import type { Activity } from '../model/activity.ts';
import type { ContextNote, Reason } from '../model/finding.ts';
import { scoreOf } from '../score/score.ts';
import { corroborate } from './corroborate.ts';
import { fromElsewhere, isElsewhere } from './elsewhere.ts';
import { collectEntities, type Entity } from './entities.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { excuse } from './excuses.ts';
import { lengthsOf } from './options.ts';
import { WindowView } from './view.ts';
import { VolumeModel } from './volume-model.ts';
import { asMuch, eventWindows, fullestWindows, type MostByDay, mostByDay, type Window } from './windows.ts';

const MINUTE = 60_000;
/** Window lengths: ten minutes, an hour, a day, five days. */
export const LENGTHS: readonly number[] = [600_000, 3_600_000, 86_400_000, 432_000_000];

/** Findings of one person and analytic within this span are one: the strongest stands for all. */
const ONE_STORY = 12 * 3_600_000;
/** From this many people on, a shared cause is one finding. */
const SHARED_CAUSE = 3;
/** Most findings of one person and analytic, and the score from which on one is told all the same. */
const MOST_PER_ACTOR = 5;
const ALWAYS_TOLD = 65;
/** Most windows of one subject and day that are looked at whole. */
const MOST_PER_DAY = 6;
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
	/** Sum of the ledger, decades. */
	readonly sum: number;
	/** What it shares with other people's windows, see `Series.cause`. */
	readonly cause: string | undefined;
	/** Other people's windows with the same cause, strongest first. */
	readonly companions: readonly Verdict[];
	/** Windows of the same person that lie near and apart from this one, for all of which it stands; strongest first. */
	readonly nearby: readonly Verdict[];
	/** Weaker findings of the same person that are left out, strongest first. */
	readonly leftOut: readonly Verdict[];
	/** What sets it apart from another of the same person that begins in the same minute: its cause; absent where there is no other. */
	readonly apart?: string;
	/** What was said, worked out anew: of most windows nobody asks, and the words would be most of what judging keeps. */
	said(): Said;
}

/** What an analytic and the context say of a window. */
export interface Said {
	readonly reasons: readonly Reason[];
	readonly notes: readonly ContextNote[];
	/** Lines that rest on the context folder (of 0 decades: what it took back), and how many decades come of it; excuses are not among them. */
	readonly told: readonly { readonly line: Reason; readonly decades: number }[];
	/** Sum of the ledger, decades. */
	readonly sum: number;
}

/** What limits the judging. */
export interface Limits {
	/** Windows that lie in [from, to). */
	readonly from: number;
	readonly to: number;
	readonly lengths: readonly number[];
	readonly baseline: number | undefined;
	/** Windows whose volume does not speak are judged all the same; of several those whose volume does speak come first. */
	readonly silentToo?: boolean;
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
	const own = { ...limits, lengths: lengthsOf(options, limits.lengths) };
	return analytic.series.flatMap((series) => judgeSeries({ analytic, series, base, options, limits: own }, of));
}

/** What a judgement stands on. */
export interface Judging {
	readonly analytic: Analytic;
	readonly series: Series;
	readonly base: EvidenceBase;
	readonly options: ReadonlyMap<string, OptionValue>;
	readonly limits: Limits;
}

/** What a series counts: all that it hears, or what the option names of that. */
export function heardBySeries({ hears, countsOnly }: Series, options: ReadonlyMap<string, OptionValue>): readonly Activity[] {
	const only = countsOnly === undefined ? undefined : options.get(countsOnly);
	return Array.isArray(only) ? hears.filter((activity) => only.includes(activity)) : hears;
}

function judgeSeries(judging: Judging, of?: (entity: Entity) => boolean): readonly Verdict[] {
	const { series, base, limits } = judging;
	const hears = heardBySeries(series, judging.options);
	const entities = collectEntities(series, base.ledger, base.people, { rows: base.rows, lengths: limits.lengths, hears });
	const model = new VolumeModel(entities, limits.lengths, base, limits.baseline);
	const verdicts: Verdict[] = [];
	for (const entity of entities) {
		if (of?.(entity) === false) continue;
		if (series.anchor !== undefined) {
			verdicts.push(...weighAll(judging, entity, model, eventCandidates(entity, series.anchor.merge, limits)));
			continue;
		}
		const past = new Map(limits.lengths.map((length) => [length, mostByDay(entity, length)]));
		// Who has stolen an account works beside its owner: what came from elsewhere is judged for itself, too.
		for (const part of [entity, fromElsewhere(base, entity)])
			if (part !== undefined) verdicts.push(...weighAll(judging, part, model, volumeWindows(part, past, model, limits, base)));
	}
	return verdicts;
}

function weighAll(judging: Judging, entity: Entity, model: VolumeModel, candidates: readonly Candidate[]): readonly Verdict[] {
	const { analytic, series, base, options } = judging;
	const verdicts: Verdict[] = [];
	for (const { window, volume } of candidates) {
		const view = new WindowView({ base, analytic, series, entity, window, volume, options });
		const verdict = weigh(judging, { entity, model, view });
		if (verdict !== undefined) verdicts.push(verdict);
	}
	return verdicts;
}

interface Candidate {
	readonly window: Window;
	readonly volume: Volume;
	readonly speaks: boolean;
}

/** Whether a window's volume is odd enough for the window to be judged; for one in a new place as if its subject had done nothing before. */
export function volumeSpeaks(base: EvidenceBase, entity: Entity, window: Window, volume: Volume): boolean {
	return volume.surprise >= LEAST_VOLUME || (volume.unlimited >= LEAST_VOLUME && isElsewhere(base, entity, window));
}

function compareCandidates(a: Candidate, b: Candidate): number {
	return Number(b.speaks) - Number(a.speaks) || b.volume.surprise - a.volume.surprise;
}

// For each burst and length the oddest window; then, for each day in which they start, the two that say most, and of other bursts of that day those of theirs.
function volumeWindows(
	entity: Entity,
	pasts: ReadonlyMap<number, MostByDay>,
	model: VolumeModel,
	limits: Limits,
	base: EvidenceBase,
): readonly Candidate[] {
	const byDay = new Map<number, Candidate[]>();
	for (const [length, past] of pasts) {
		for (const group of fullestWindows(entity, length, limits)) {
			let best: Candidate | undefined;
			for (const window of group) {
				const { before, largest } = asMuch(past, window);
				const volume = { ...model.volume(entity, window, before), largest };
				const speaks = volumeSpeaks(base, entity, window, volume);
				if (!speaks && limits.silentToo !== true) continue;
				const candidate = { window, volume, speaks };
				if (best === undefined || compareCandidates(candidate, best) < 0) best = candidate;
			}
			if (best === undefined) continue;
			const own = byDay.get(best.window.day);
			if (own === undefined) byDay.set(best.window.day, [best]);
			else own.push(best);
		}
	}
	return [...byDay].toSorted(([a], [b]) => a - b).flatMap(([, candidates]) => mostSaying(candidates));
}

function mostSaying(candidates: readonly Candidate[]): readonly Candidate[] {
	const [first, second, ...others] = candidates.toSorted(compareCandidates);
	const chosen = [first, second].filter((candidate) => candidate !== undefined);
	for (const other of others) {
		if (chosen.length >= MOST_PER_DAY) break;
		// A day holds all of its bursts: only what is not longer tells that a burst has been chosen.
		const isAnother = chosen.every(
			({ window }) => window.length > other.window.length || window.to <= other.window.from || window.from >= other.window.to,
		);
		if (isAnother) chosen.push(other);
	}
	return chosen;
}

function eventCandidates(entity: Entity, merge: number, limits: Limits): readonly Candidate[] {
	return eventWindows(entity, merge, limits.to)
		.filter((window) => (entity.times[window.from] ?? 0) >= limits.from)
		.map((window) => ({
			window,
			speaks: true,
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

/** The verdict on one window; undefined where the analytic finds nothing to say. */
export function weigh(
	judging: Pick<Judging, 'analytic' | 'series' | 'base'>,
	parts: { entity: Entity; model: VolumeModel; view: WindowView },
): Verdict | undefined {
	const { analytic, series } = judging;
	const { view } = parts;
	const said = () => saidOf(judging, view);
	const { reasons, sum } = said();
	if (reasons.length === 0) return undefined;
	const actor = series.actor?.(view).id ?? view.actor;
	const cause = series.cause?.(view);
	view.rest();
	return { analytic, series, ...parts, actor, sum, cause, companions: NONE, nearby: NONE, leftOut: NONE, said };
}

const NONE: readonly Verdict[] = [];

/** The ledger of one window; empty where the analytic finds nothing to say. */
function saidOf({ analytic, series, base }: Pick<Judging, 'analytic' | 'series' | 'base'>, view: WindowView): Said {
	const said = series.judge(view).filter((line) => line !== undefined);
	const own = said.filter(({ surprise }) => surprise !== 0).map(bare);
	if (own.length === 0) return { reasons: [], notes: [], told: [], sum: 0 };
	const novelty = own.filter(({ signal }) => signal.includes('novelty')).reduce((sum, { surprise }) => sum + surprise, 0);
	const { lines, notes } = excuse(view, base, novelty);
	const raised = said.flatMap(({ rests }) => rests ?? []);
	const told = said.flatMap((line) => {
		const { rests = [] } = line;
		const text = rests.map((note) => `${note.text} (${note.ref})`).join(', ');
		return rests.length === 0 ? [] : [{ line: { ...bare(line), text }, decades: line.told ?? line.surprise }];
	});
	return { ...corroborate(analytic, [...own, ...lines]), notes: [...notes, ...raised], told };
}

// A line without what it rests on: that goes into the finding's context.
function bare(line: Line): Reason {
	if (line.rests === undefined) return line;
	const { rests: _rests, told: _told, ...reason } = line;
	return reason;
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
		else {
			const members = causes.get(cause);
			if (members === undefined) causes.set(cause, [verdict]);
			else members.push(verdict);
		}
	}
	for (const members of causes.values()) {
		const actors = new Set(members.map(({ actor }) => actor));
		const [leader, ...others] = members;
		if (leader === undefined || actors.size < SHARED_CAUSE) single.push(...members);
		else single.push({ ...leader, companions: others });
	}
	return single;
}

/** What a person's strongest window stands for, while the others are looked through. */
interface Story {
	readonly verdict: Verdict;
	readonly nearby: Verdict[];
	readonly leftOut: Verdict[];
}

function strongest(verdicts: readonly Verdict[]): readonly Verdict[] {
	const kept = new Map<string, Story[]>();
	for (const verdict of verdicts.toSorted(compareVerdicts)) {
		const own = kept.get(verdict.actor) ?? [];
		const story = own.find((other) => isOneStory(other.verdict, verdict));
		if (story !== undefined) {
			if (![story.verdict, ...story.nearby].some((other) => overlaps(other, verdict))) story.nearby.push(verdict);
		} else if (own.length < MOST_PER_ACTOR || scoreOf(verdict.sum) >= ALWAYS_TOLD) {
			kept.set(verdict.actor, [...own, { verdict, nearby: [], leftOut: [] }]);
		} else {
			const { leftOut } = own.at(-1) as Story;
			// Of these, too, the strongest stands for its story.
			if (!leftOut.some((other) => isOneStory(other, verdict))) leftOut.push(verdict);
		}
	}
	return [...kept.values()].flatMap(toldApart).toSorted(compareVerdicts);
}

// Two apps that were let in at once are two findings, with an id each.
function toldApart(stories: readonly Story[]): readonly Verdict[] {
	const begun = new Map<number, number>();
	for (const { verdict } of stories) begun.set(minuteOf(verdict), (begun.get(minuteOf(verdict)) ?? 0) + 1);
	return stories.map(({ verdict, nearby, leftOut }) => {
		const { cause } = verdict;
		const told = { ...verdict, nearby, leftOut };
		return cause === undefined || begun.get(minuteOf(verdict)) === 1 ? told : { ...told, apart: cause };
	});
}

function minuteOf({ view }: Verdict): number {
	return Math.floor(view.start / MINUTE);
}

/** Whether one of two windows of a person would stand for both. What one app did is no part of what another did. */
export function isOneStory(a: Verdict, b: Verdict): boolean {
	if (a.cause !== undefined && b.cause !== undefined && a.cause !== b.cause) return false;
	return b.view.start < a.view.end + ONE_STORY && b.view.end > a.view.start - ONE_STORY;
}

function overlaps({ view: a }: Verdict, { view: b }: Verdict): boolean {
	return b.start < a.end && b.end > a.start;
}
