import { type Analytic, counted as numbered } from '../analytic.ts';
import type { AnalyticSilence, JudgedWindow, WhyNot } from '../model/explanation.ts';
import { scoreOf, shownScore, sumOf } from '../score/score.ts';
import { volumeSpeaks } from './candidates.ts';
import type { Entity } from './entities.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { refOf } from './finding-evidence.ts';
import { type Judged, judged } from './hunt.ts';
import { iso } from './iso.ts';
import { heardBySeries, judgeAll } from './judge.ts';
import { findingId } from './make-finding.ts';
import { lengthsOf } from './options.ts';
import { peopleCalled } from './people-called.ts';
import { inputRefs } from './read-evidence.ts';
import type { HuntRequest } from './request.ts';
import { compareVerdicts, isOneStory } from './stories.ts';
import type { Limits, Verdict } from './verdict.ts';
import { COLD_DAYS } from './volume-model.ts';
import { basisOf, neededCount } from './what-if.ts';
import { fullestWindows } from './windows.ts';
import { amount, spanWords } from './words.ts';

/** Windows told of each analytic. */
const MOST_WINDOWS = 3;
/** Names like a wrong one that are told. */
const MOST_ALIKE = 10;

/**
 * Hunts, and says of somebody what each analytic made of them: their strongest windows, and what each lacks to be shown.
 * @throws UsageError on a bad option; EvidenceError when the evidence cannot be used
 */
export async function whyNot(request: HuntRequest, asked: string): Promise<WhyNot> {
	const found = await judged(request);
	const persons = peopleCalled(asked, found.base);
	const limit = request.minScore;
	const strong = found.verdicts.filter(({ sum }) => scoreOf(sum) >= limit);
	return {
		schema: 'saashound/why-not/1',
		tool: { name: 'saashound', version: request.version, arguments: request.arguments },
		inputs: inputRefs(found.gathered.read),
		asked,
		below: limit,
		people: persons.map((id) => personOf(id, found)),
		alike: persons.length > 0 ? [] : alike(asked, found),
		analytics:
			persons.length === 0
				? []
				: request.analytics.map((analytic) => silenceOf(analytic, new Set(persons), { found, strong, limit })),
	};
}

function personOf(id: string, { base }: Judged): WhyNot['people'][number] {
	const rows = base.rows.ofPerson(id, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
	return { id, names: base.people.namesOf(id), days: base.people.profile(id)?.hours.size ?? 0, events: rows.length };
}

function alike(asked: string, { base }: Judged): readonly string[] {
	const wanted = asked.trim().toLowerCase();
	const [start] = wanted.split(/[@.\s_-]/);
	if (start === undefined || start.length < 2) return [];
	const names = new Set([...base.people.all.flatMap((id) => base.people.namesOf(id)), ...base.ledger.names.values()]);
	return [...names]
		.filter((name) => name.toLowerCase().includes(start))
		.toSorted()
		.slice(0, MOST_ALIKE);
}

interface Asking {
	readonly found: Judged;
	readonly strong: readonly Verdict[];
	readonly limit: number;
}

function silenceOf(analytic: Analytic, persons: ReadonlySet<string>, asking: Asking): AnalyticSilence {
	const { base, options, limits } = asking.found;
	const entities: Entity[] = [];
	const all = judgeAll(analytic, base, options.get(analytic) ?? new Map(), { ...limits, silentToo: true }, (entity) => {
		// An application goes by one id as what is counted, and by another where it acts.
		if (!persons.has(base.people.personOf(entity.person))) return false;
		entities.push(entity);
		return true;
	}).toSorted(compareVerdicts);
	// What the hunt judges came nearer to a finding than what it passes over, however far excuses lowered it.
	const judged = new Set(all.filter((verdict) => isJudged(verdict, base)));
	const apart: Verdict[] = [];
	for (const verdict of [...judged, ...all.filter((other) => !judged.has(other))]) {
		if (apart.length === MOST_WINDOWS) break;
		if (!apart.some((other) => isOneStory(verdict, other))) apart.push(verdict);
	}
	const windows = apart.map((verdict) => windowOf(verdict, asking));
	const hears = hearsOf(analytic, asking);
	const heard = [...persons].reduce(
		(sum, person) =>
			sum +
			base.rows
				.ofPerson(person, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
				.filter((row) => hears.has(base.ledger.rows.activity(row))).length,
		0,
	);
	const rows = [...new Set(entities.flatMap((entity) => [...entity.rows]))];
	const inSpan = rows.filter((row) => isWithin(limits, base.ledger.rows.time(row))).length;
	const [first] = apart;
	const isSilent = first !== undefined && !judged.has(first);
	const counted = rows.length;
	const text = sentence(analytic, { heard, counted, inSpan, windows, isSilent, entities }, asking);
	return { analytic: analytic.id, name: analytic.name, heard, counted, windows, text };
}

/** Whether the hunt judges a window: it does not look at one whose volume says next to nothing. */
function isJudged({ series, entity, view }: Verdict, base: EvidenceBase): boolean {
	return series.anchor !== undefined || volumeSpeaks(base, entity, view.window, view.volume);
}

function isWithin({ from, to }: Limits, time: number): boolean {
	return time >= from && time < to;
}

function windowOf(verdict: Verdict, { found, strong, limit }: Asking): JudgedWindow {
	const { view, series, sum } = verdict;
	const { reasons, notes } = verdict.said();
	const [row] = view.rows;
	const volume = basisOf(verdict);
	const needed = scoreOf(sum) >= limit ? undefined : neededCount(verdict, limit, found);
	const standing = standsFor(verdict, found.verdicts);
	return {
		title: series.title(view),
		start: iso(view.start),
		end: iso(view.end),
		score: shownScore(scoreOf(sum)),
		missing: Math.round((sumOf(limit) - sum) * 100) / 100,
		reasons: reasons.map((reason) => ({ ...reason, surprise: Math.round(reason.surprise * 100) / 100 })),
		context: notes,
		...(volume !== undefined && { volume }),
		...(needed !== undefined && { neededCount: needed }),
		unit: series.unit,
		observed: view.volume.observed,
		...(standing !== undefined && {
			finding: {
				id: findingId(standing, found.base),
				rank: strong.indexOf(standing) + 1,
				score: shownScore(scoreOf(standing.sum)),
			},
		}),
		first: refOf(row ?? 0, found.base),
	};
}

/** The verdict that shows a window: itself, the one that leads its cause, or a stronger one within the same story. */
function standsFor(verdict: Verdict, verdicts: readonly Verdict[]): Verdict | undefined {
	const same = (other: Verdict) =>
		other.entity.key === verdict.entity.key && other.series.id === verdict.series.id && isOneStory(other, verdict);
	const own = verdicts.filter((other) => other.analytic === verdict.analytic);
	return (
		own.find((other) => same(other) || other.companions.some(same)) ??
		own.find((other) => other.actor === verdict.actor && isOneStory(other, verdict))
	);
}

function hearsOf(analytic: Analytic, { found }: Asking): ReadonlySet<string> {
	const options = found.options.get(analytic) ?? new Map();
	return new Set(analytic.series.flatMap((series) => heardBySeries(series, options)));
}

interface Facts {
	readonly heard: number;
	readonly counted: number;
	/** Of those that count, how many lie between `--from` and `--to`. */
	readonly inSpan: number;
	readonly windows: readonly JudgedWindow[];
	/** Whether the strongest of the windows has so little volume that no hunt judges it. */
	readonly isSilent: boolean;
	readonly entities: readonly Entity[];
}

function sentence(analytic: Analytic, facts: Facts, asking: Asking): string {
	const { found, limit } = asking;
	const { heard, counted, inSpan, windows, entities } = facts;
	const hears = [...hearsOf(analytic, asking)].join(', ');
	if (heard === 0 && counted === 0) return `no event of theirs is one that it hears (${hears})`;
	if (counted === 0)
		return `${heard} of their events ${heard === 1 ? 'is' : 'are'} of a kind that it hears, but none counts (failed, public, or made by the platform itself)`;
	const [strongest] = windows;
	const held = inSpan === counted ? '' : `, ${inSpan === 0 ? 'none' : inSpan} of them in the span that is judged`;
	const count = `${counted} ${counted === 1 ? 'event counts' : 'events count'}${held}`;
	if (strongest === undefined) {
		const lengths = lengthsOf(found.options.get(analytic) ?? new Map(), found.limits.lengths);
		return `${count}; ${fullest(entities, { ...found.limits, lengths })}`;
	}
	if (strongest.missing <= 0 && facts.isSilent && strongest.finding === undefined)
		return `${count}; the volume of the strongest window is too usual for it to be judged`;
	if (strongest.missing <= 0) return `reported: ${strongest.finding?.id ?? 'see the findings'}`;
	const cold = strongest.volume !== undefined && strongest.volume.evidenceDays < COLD_DAYS;
	const enough =
		strongest.neededCount === undefined
			? ''
			: `; from ${strongest.neededCount} ${strongest.unit} in the same window on it would be reported`;
	const history = cold
		? `; the evidence holds only ${numbered(strongest.volume?.evidenceDays ?? 0, 'day')} before: too little history to tell what is usual`
		: '';
	return `${count}; the strongest window scores ${strongest.score}, ${strongest.missing} decades below ${limit}${enough}${history}`;
}

function fullest(entities: readonly Entity[], limits: Limits): string {
	let best: { count: number; length: number } | undefined;
	for (const entity of entities) {
		for (const length of limits.lengths) {
			for (const { count } of fullestWindows(entity, length, limits).flat())
				if (best === undefined || count > best.count) best = { count, length };
		}
	}
	return best === undefined
		? 'never two of them within any window'
		: `their fullest window (${amount(best.count)} within ${spanWords(best.length)}) is too small or too usual for any line to speak`;
}
