import { counted } from '../analytic.ts';
import { lowerBound } from '../features/lower-bound.ts';
import type { Actor, ActorType } from '../model/event.ts';
import {
	type EvidenceRef,
	type Finding,
	type Entity as FindingEntity,
	type FindingSeries,
	LEAST_SCORE_SHOWN,
	type Stage,
} from '../model/finding.ts';
import type { PlatformId } from '../model/platform.ts';
import { chanceOf, scoreOf, severityOf, shownScore } from '../score/score.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { HeardRow } from './heard-row.ts';
import { iso } from './iso.ts';
import type { Verdict } from './judge.ts';
import { DAY, dayOf } from './profile.ts';
import type { Place } from './rows.ts';
import { countOf } from './windows.ts';
import { spanWords } from './words.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Records shown for a finding; all are counted. */
const SAMPLE = 10;
/** Sign-ins this odd (decades) are a stage of the story. */
const ODD_SIGN_IN = 1;
/** Windows near a finding that are told of at most. */
const MOST_NEARBY = 3;
/** By how much more than its window a burst must hold to be told of. */
const BEYOND = 1.05;
/** Longest chart, steps. */
const MOST_STEPS = 120;

/** A finding whose evidence still lacks its hashes, with the places to take them from. */
export interface DraftFinding {
	readonly finding: Finding;
	/** Of the sample's records. */
	readonly places: readonly Place[];
	/** Of the records that the stages name, stage by stage. */
	readonly stagePlaces: readonly (Place | undefined)[];
}

/** What a finding tells of the one whose it is: what the next steps must show. */
export interface Told {
	/** Ledger rows of its evidence; those of other people with the same cause are not among them. */
	readonly rows: readonly number[];
	/** Ledger rows of all its evidence. */
	readonly all: readonly number[];
	/** When its stages were, epoch ms. */
	readonly stages: readonly number[];
}

/** What a finding needs beside its verdict. */
export interface FindingParts {
	readonly base: EvidenceBase;
	/** Active days summed over people. */
	readonly actorDays: number;
	/** How many analytics competed. */
	readonly analytics: number;
	/** Name all records, not only the first. */
	readonly allEvidence: boolean;
	caveats(verdict: Verdict, platforms: readonly PlatformId[]): readonly string[];
	/** `told`: what the finding tells of the same account. */
	next(verdict: Verdict, platforms: readonly PlatformId[], told: Told): readonly string[];
}

/** `<analytic>/<platforms>/<actor>/<start>`, and where another of the same actor begins in the same minute `/<cause>`: the same over runs on the same evidence. */
export function findingId(verdict: Verdict, base: EvidenceBase): string {
	const platforms = [...new Set(rowsOf(verdict).map((row) => base.ledger.rows.platform(row)))].toSorted();
	const start = Math.floor(verdict.view.start / MINUTE) * MINUTE;
	return `${verdict.analytic.id}/${platforms.join('+')}/${verdict.actor}/${iso(start).slice(0, 16)}Z${verdict.apart === undefined ? '' : `/${verdict.apart}`}`;
}

/** Turns a verdict into a finding. */
export function makeFinding(verdict: Verdict, rank: number, parts: FindingParts): DraftFinding {
	const { view, series } = verdict;
	const { reasons, notes } = verdict.said();
	const { base } = parts;
	const own = rowsOf(verdict);
	const rows = [...new Set([...own, ...furtherRows(verdict)])];
	const platforms = [...new Set(own.map((row) => base.ledger.rows.platform(row)))].toSorted();
	const start = Math.floor(view.start / MINUTE) * MINUTE;
	const end = Math.ceil(view.end / MINUTE) * MINUTE;
	const score = shownScore(scoreOf(verdict.sum));
	const chosen = sampleOf(rows, verdict, base, parts.allEvidence ? rows.length : SAMPLE);
	const people = othersOf(verdict);
	const named = series.entities?.(view) ?? [];
	const others = [...people].map(([id, strongest]) => ({ role: roleOf(id, strongest), type: 'user', id }));
	// Owners of mailboxes that an application opened are named already.
	const entities: FindingEntity[] = [...named, ...others.filter(({ id }) => !named.some((entity) => entity.id === id))];
	const signIn = series.stages === undefined ? view.oddestSignIn() : undefined;
	const stages = series.stages?.(view) ?? defaultStages(verdict, base, signIn);
	const isPerson = series.actor?.(view) === undefined;
	const alike = isPerson ? `and ${counted(people.size, 'more person', 'more people')}` : counted(people.size, 'person', 'people');
	const title = people.size === 0 ? series.title(view) : `${series.title(view)} (${alike} with the same cause)`;
	return {
		places: chosen.map((row) => base.ledger.rows.place(row)),
		stagePlaces: stages.map(({ evidence }) =>
			evidence === undefined || signIn === undefined ? undefined : base.ledger.rows.place(signIn.row),
		),
		finding: {
			id: findingId(verdict, base),
			rank,
			analytic: verdict.analytic.id,
			title,
			severity: severityOf(score),
			score,
			chance: significant(chanceOf(verdict.sum, parts.actorDays, parts.analytics)),
			platforms,
			actor: actorOf(verdict, base),
			entities,
			window: { start: iso(start), end: iso(end) },
			reasons: reasons.map((reason) => ({ ...reason, surprise: Math.round(reason.surprise * 100) / 100 })),
			baseline: { of: view.volume.of, windows: view.volume.windows, days: view.volume.days },
			context: notes,
			...(stages.length > 0 && { stages }),
			...(series.anchor === undefined && { series: chartOf(verdict, base) }),
			evidence: { count: rows.length, files: filesOf(rows, base), sample: chosen.map((row) => refOf(row, base)) },
			caveats: [...new Set([...(series.caveats?.(view) ?? []), ...scopeOf(verdict), ...parts.caveats(verdict, platforms)])],
			next: [...(series.next?.(view) ?? []), ...parts.next(verdict, platforms, toldOf(verdict, rows, stages))],
		},
	};
}

/** Ledger rows of a verdict and of all that share its cause, each once, its own first. */
function rowsOf({ view, companions }: Verdict): readonly number[] {
	return [...new Set([...view.rows, ...companions.flatMap(({ view: other }) => other.rows)])];
}

/** Ledger rows that a verdict and those that share its cause rest on beside their own. */
function furtherRows(verdict: Verdict): readonly number[] {
	const all = [verdict, ...verdict.companions];
	const further = all.flatMap(({ series, view }) => series.evidence?.(view) ?? []).map((event) => HeardRow.rowOf(event));
	return [...further, ...all.map(({ view }) => view.cited)].filter((row) => row !== undefined);
}

function toldOf(verdict: Verdict, all: readonly number[], stages: readonly Stage[]): Told {
	const alone = { ...verdict, companions: verdict.companions.filter(({ actor }) => actor === verdict.actor) };
	return { rows: [...rowsOf(alone), ...furtherRows(alone)], all, stages: stages.map(({ time }) => Date.parse(time)) };
}

/** The other people of a shared cause, each with the strongest window of theirs; the app that is the cause is none of them. */
function othersOf(verdict: Verdict): ReadonlyMap<string, Verdict> {
	const people = new Map<string, Verdict>();
	for (const companion of verdict.companions) {
		const { actor, series, view } = companion;
		if (actor !== verdict.actor && series.actor?.(view) === undefined && !people.has(actor)) people.set(actor, companion);
	}
	return new Map([...people].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** What a finding's numbers and window leave out, in words. */
function scopeOf(verdict: Verdict): readonly string[] {
	const { view, entity, companions, nearby, leftOut } = verdict;
	const words: string[] = [];
	const { times } = entity.whole ?? entity;
	const beside = lowerBound(times, view.end) - lowerBound(times, view.start) - (view.window.to - view.window.from);
	if (entity.whole !== undefined && beside > 0)
		words.push(
			`only what came from networks new to the account is counted here: ${counted(beside, 'other event')} of the same kind lie in the same span`,
		);
	const beyond = beyondOf(verdict);
	if (beyond !== undefined) words.push(beyond);
	let [first, last] = [view.start, view.end];
	for (const { view: other } of companions) {
		first = Math.min(first, other.start);
		last = Math.max(last, other.end);
	}
	if (first < view.start - HOUR || last > view.end + HOUR)
		words.push(
			`the window is that of the strongest; what shares its cause lies between ${minuteOf(first)} and ${minuteOf(last)} UTC`,
		);
	for (const near of nearby.filter(({ sum }) => scoreOf(sum) >= LEAST_SCORE_SHOWN).slice(0, MOST_NEARBY))
		words.push(
			`of the same account within 12 hours: ${near.series.title(near.view)}, ${minuteOf(near.view.start)} to ${minuteOf(near.view.end)} UTC, ${shownScore(scoreOf(near.sum))} by itself`,
		);
	const weaker = leftOut.filter(({ sum }) => scoreOf(sum) >= LEAST_SCORE_SHOWN).length;
	if (weaker > 0) words.push(`${counted(weaker, 'weaker finding')} of the same account left out`);
	return words;
}

// A window is never longer than its length, however long it went on: who reads the finding should hear of all of it.
function beyondOf({ view, entity, series }: Verdict): string | undefined {
	const { length, count } = view.window;
	if (length === 0 || length > HOUR) return undefined;
	const { times } = entity;
	let { from, to } = view.window;
	while (from > 0 && (times[from] ?? 0) - (times[from - 1] ?? 0) < length) from -= 1;
	while (to < times.length && (times[to] ?? 0) - (times[to - 1] ?? 0) < length) to += 1;
	const all = countOf(entity, from, to);
	if (all <= count * BEYOND) return undefined;
	const [first, last] = [minuteOf(times[from] ?? 0), minuteOf(times[to - 1] ?? 0)];
	return `the window holds the oddest part: ${Math.round(all)} ${series.unit} in all without a pause of ${spanWords(length)}, ${first} to ${last} UTC`;
}

function minuteOf(time: number): string {
	return iso(time).slice(0, 16).replace('T', ' ');
}

// What its own finding calls somebody who came with the same cause (who granted the same app), else an account that this is also about.
function roleOf(person: string, { series, view }: Verdict): FindingEntity['role'] {
	return series.entities?.(view).find(({ type, id }) => type === 'user' && id === person)?.role ?? 'target';
}

/** The reference to a row's record, without hash. */
export function refOf(row: number, base: EvidenceBase): EvidenceRef {
	const place = base.ledger.rows.place(row);
	return {
		file: base.ledger.files[place.file] ?? '',
		record: place.record,
		...(place.id !== undefined && { id: place.id }),
		time: iso(base.ledger.rows.time(row)),
		operation: base.ledger.rows.operation(row),
	};
}

function filesOf(rows: readonly number[], base: EvidenceBase): readonly string[] {
	const { ledger } = base;
	return [...new Set(rows.map((row) => ledger.rows.place(row).file))].map((file) => ledger.files[file] ?? '').toSorted();
}

// The strongest window's own, and what its lines cite, before those that share its cause; earliest first, of one moment by what they are, not by where they lie.
function sampleOf(rows: readonly number[], { view }: Verdict, base: EvidenceBase, most: number): readonly number[] {
	const { ledger } = base;
	const own = new Set([...view.rows, ...(view.cited === undefined ? [] : [view.cited])]);
	const places = new Map(rows.map((row) => [row, ledger.rows.place(row)]));
	return rows
		.toSorted((a, b) => {
			const side = Number(own.has(b)) - Number(own.has(a));
			if (side !== 0) return side;
			const time = ledger.rows.time(a) - ledger.rows.time(b);
			if (time !== 0) return time;
			const [left, right] = [places.get(a), places.get(b)];
			if (left === undefined || right === undefined) return 0;
			return compareText(left.id, right.id) || left.file - right.file || left.record - right.record;
		})
		.slice(0, most);
}

function compareText(a = '', b = ''): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function actorOf(verdict: Verdict, base: EvidenceBase): Actor {
	const own = verdict.series.actor?.(verdict.view);
	const id = own?.id ?? verdict.actor;
	const names = base.people.namesOf(id);
	const declared = base.people.declared(id);
	const known = names
		.map((name) => base.ledger.names.get(name))
		.filter((name) => name !== undefined)
		.toSorted()[0];
	const name = declared?.name ?? known ?? base.ledger.appNames.get(id);
	const email = names.find((candidate) => candidate.includes('@'));
	const aliases = names.filter((other) => other !== id);
	return {
		type: own?.type ?? typeOf(verdict),
		id,
		...(name !== undefined && { name }),
		...(email !== undefined && { email }),
		...(aliases.length > 0 && { aliases }),
	};
}

// Of what the actor did: whose mailbox an application read is no application.
function typeOf({ actor, view }: Verdict): ActorType {
	const counts = new Map<ActorType, number>();
	for (const event of view.events) if (event.actor === actor) counts.set(event.actorType, (counts.get(event.actorType) ?? 0) + 1);
	const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	return most?.[0] ?? 'user';
}

function defaultStages(
	verdict: Verdict,
	base: EvidenceBase,
	signIn: ReturnType<Verdict['view']['oddestSignIn']>,
): readonly Stage[] {
	if (signIn === undefined || signIn.surprise < ODD_SIGN_IN) return [];
	const evidence = refOf(signIn.row, base);
	const ip = base.ledger.rows.ip(signIn.row);
	const stages: Stage[] = [
		{
			name: 'sign-in',
			time: evidence.time,
			text: `${signIn.words.join(', ') || 'an unusual sign-in'}${ip === undefined ? '' : ` [${ip}]`}`,
			evidence,
		},
		{ name: verdict.series.id, time: iso(verdict.view.start), text: verdict.series.title(verdict.view) },
	];
	return stages.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

function chartOf(verdict: Verdict, base: EvidenceBase): FindingSeries {
	const { view, model } = verdict;
	const entity = verdict.entity.whole ?? verdict.entity;
	const step = view.length > HOUR ? DAY : HOUR;
	const before = step === DAY ? 45 * DAY : 3 * DAY;
	const first = Math.max(dayOf(base.ledger.first) * DAY, dayOf(view.start - before) * DAY);
	const last = Math.min((dayOf(base.ledger.last) + 1) * DAY, (dayOf(view.end + (step === DAY ? 5 * DAY : DAY)) + 1) * DAY);
	const steps = Math.min(MOST_STEPS, Math.ceil((last - first) / step));
	const observed = new Array<number>(steps).fill(0);
	for (const [index, time] of entity.times.entries()) {
		const at = Math.floor((time - first) / step);
		if (at >= 0 && at < steps) observed[at] = (observed[at] ?? 0) + (entity.weights[index] ?? 0);
	}
	const day = dayOf(view.start);
	const expected = observed.map((_, index) =>
		significant(model.expected(entity, day, first + index * step, first + (index + 1) * step)),
	);
	const signIns = base.rows
		.ofPerson(verdict.actor, view.start - 16 * HOUR, view.start + 16 * HOUR)
		.filter((row) => base.ledger.rows.activity(row) === 'login' || base.ledger.rows.activity(row) === 'login.failed')
		.slice(0, 50)
		.map((row) => ({
			time: iso(base.ledger.rows.time(row)),
			ok: base.ledger.rows.activity(row) === 'login',
			text: `${base.ledger.rows.platform(row)} ${base.ledger.rows.operation(row)}${base.ledger.rows.ip(row) === undefined ? '' : ` from ${base.ledger.rows.ip(row)}`}`,
		}));
	return { unit: verdict.series.unit, step, start: iso(first), observed, expected, signIns };
}

function significant(value: number): number {
	return Number(value.toPrecision(3));
}
