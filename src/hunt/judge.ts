import type { Analytic, Line, OptionValue, Series } from '../analytic.ts';
import type { Activity } from '../model/activity.ts';
import type { Reason } from '../model/finding.ts';
import { type Candidate, eventCandidates, volumeWindows } from './candidates.ts';
import { corroborate } from './corroborate.ts';
import { fromElsewhere } from './elsewhere.ts';
import { collectEntities, type Entity } from './entities.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { excuse } from './excuses.ts';
import { lengthsOf } from './options.ts';
import { joinCauses, strongest } from './stories.ts';
import type { Limits, Said, Verdict } from './verdict.ts';
import { WindowView } from './view.ts';
import { VolumeModel } from './volume-model.ts';
import { mostByDay } from './windows.ts';

/** Window lengths: ten minutes, an hour, a day, five days. */
export const LENGTHS: readonly number[] = [600_000, 3_600_000, 86_400_000, 432_000_000];

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
