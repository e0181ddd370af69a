import type { Activity } from './model/activity.ts';
import type { Person, RepositorySensitivity } from './model/context.ts';
import type { NormalisedEvent } from './model/event.ts';
import type { AttackReference, ContextNote, Entity, Reason } from './model/finding.ts';
import type { PlatformId } from './model/platform.ts';
import type { Witness } from './score/witness.ts';

/** What kind of value an option takes. Durations are given as `10m`, `1h`, `5d`; lists separated by commas. */
export type OptionKind = 'duration' | 'number' | 'flag' | 'list' | 'text';

/** One option of an analytic: `--set <name>=<value>`. */
export interface OptionSpec {
	readonly kind: OptionKind;
	/** As the user would write it. */
	readonly default: string;
	/** What it means, in one sentence. */
	readonly title: string;
	readonly unit?: string;
	/** The mutable element of ATT&CK that it sets, if there is one. */
	readonly attack?: string;
	readonly min?: number;
	readonly max?: number;
	/** The words that a list may hold; it must hold one. Absent: any, or none. */
	readonly among?: readonly string[];
}

/** A value of an option: durations in ms, lists as texts. */
export type OptionValue = number | string | boolean | readonly string[];

/** One signal: a line that a finding's ledger may hold. */
export interface SignalSpec {
	readonly title: string;
	readonly unit: string;
	/** What makes it speak and how strongly, in one sentence. */
	readonly text: string;
	/** What it bears witness to; absent: to nothing of its own (excuses, and what is merely not in the evidence). */
	readonly witness?: Witness;
}

/** The line of the ledger by which too few kinds of witness lower it, as every analytic declares it: `uncorroborated`. */
export const UNCORROBORATED: SignalSpec = {
	title: 'Too few kinds of witness',
	unit: 'kinds of witness',
	text: 'of amount, surroundings, entry and matter, one kind alone keeps the score below 65, two below 80: see docs/scoring.md',
};

/** The attributes whose newness can be judged. */
export type Attribute = 'network' | 'country' | 'client' | 'app' | 'token' | 'device';

/** Facts that only some activities have, and that analytics ask for: of an event's details these are kept for judging, and no others. */
export const HEARD_DETAILS = [
	'accessType',
	'adminConsent',
	'alert',
	'appOnly',
	'automatic',
	'change',
	'companion',
	'delegate',
	'derived',
	'destination',
	'deviceCode',
	'downstream',
	'firstParty',
	'folder',
	'impersonatedBy',
	'impersonation',
	'loginAs',
	'mail',
	'oauth',
	'othersDrive',
	'partial',
	'personal',
	'place',
	'query',
	'reportedAbuse',
	'repositorySelection',
	'role',
	'scopes',
	'tenantWide',
	'throttled',
	'tokenKind',
	'uncertain',
	'with',
] as const;

/** One of {@link HEARD_DETAILS}. */
export type HeardDetail = (typeof HEARD_DETAILS)[number];

/** One event as analytics see it: what was kept of the normalised event. */
export type HeardEvent = Pick<NormalisedEvent, 'time' | 'platform' | 'activity' | 'operation'> & {
	/** The person (all aliases joined), lower case; '' where the log names nobody. */
	readonly actor: string;
	readonly actorType: 'user' | 'service' | 'app' | 'system';
	readonly app: string | undefined;
	readonly target: string | undefined;
	readonly targetType: string | undefined;
	/** `AS64500` where a database or the logs name it, else the prefix: the first two octets, or the first 48 bits of IPv6. */
	readonly network: string | undefined;
	readonly ip: string | undefined;
	readonly country: string | undefined;
	/** OS and browser, or the tool's name, without version. */
	readonly client: string | undefined;
	readonly token: string | undefined;
	readonly device: string | undefined;
	readonly items: number;
	readonly ok: boolean | undefined;
	readonly proxy: boolean;
	readonly restricted: boolean | undefined;
	readonly external: boolean;
	readonly privileged: boolean;
	/** Facts that only some activities have; scopes as `scopes`, blank separated. */
	readonly details: Readonly<Partial<Record<HeardDetail, string | number | boolean>>>;
};

/** A line of the ledger with what it rests on of the context folder, which goes into the finding's `context`. One of 0 decades is notes only. */
export interface Line extends Reason {
	readonly rests?: readonly ContextNote[];
	/** How many of its decades come of that; absent: all. */
	readonly told?: number;
}

/** What was counted in the window and what was usual. */
export interface Volume {
	readonly observed: number;
	/** Mean of the predictive distribution for this window. */
	readonly expected: number;
	/** Decades after compression and look-elsewhere correction: see docs/scoring.md. */
	readonly surprise: number;
	/** The same as it would count in evidence that has settled (three days and more): opens the gate for the other lines. */
	readonly settled: number;
	/** `settled` as it would be had the subject never done as much before: what counts in a place where it never did anything. */
	readonly unlimited: number;
	/** Days of history behind it, and windows of this length on them. */
	readonly days: number;
	readonly windows: number;
	readonly largest: number;
	/** Days that the evidence itself holds before the window. */
	readonly evidenceDays: number;
	readonly of: 'self' | 'peers' | 'organisation' | 'none';
}

/** Which of the rows a question is about; every member that is given must match. */
export interface Query {
	readonly activities: readonly Activity[];
	/** Epoch ms, half open. */
	readonly from: number;
	readonly to: number;
	readonly person?: string;
	readonly app?: string;
	readonly target?: string;
}

/** How new a value is. */
export interface Newness {
	/** Decades. */
	readonly surprise: number;
	readonly isNew: boolean;
	/** People who had shown the value before. */
	readonly holders: number;
	/** Days since anybody first showed it; undefined when nobody had. */
	readonly ageDays: number | undefined;
}

/** One window of one subject, with everything a judgement may ask. All methods are pure. */
export interface View {
	readonly series: Series;
	/** Subject key as `Series.subject` gave it. */
	readonly subject: string;
	/** The person (or app) whose finding this would be. */
	readonly actor: string;
	readonly start: number;
	readonly end: number;
	/** Length of the window that was scanned, ms. */
	readonly length: number;
	/** The subject's events in the window, by time. */
	readonly events: readonly HeardEvent[];
	readonly volume: Volume;
	/** 0–1: how abnormal the volume is; novelty counts only as far as the volume is odd. */
	readonly gate: number;
	readonly person: Person | undefined;
	/** Inferred where people.csv is silent: pushes code (developer), acts round the clock (service). */
	readonly inferred: { readonly developer: boolean | undefined; readonly service: boolean };
	/** The value of an option of the analytic. */
	number(option: string): number;
	flag(option: string): boolean;
	list(option: string): readonly string[];
	/** Line of the ledger for the volume; undefined when it says nothing. `verb`: `uploaded`. */
	volumeLine(signal: string, verb: string): Reason | undefined;
	/** Without history (fewer than 3 days): how far the count lies above a fixed threshold. */
	coldStartLine(signal: string, threshold: number): Reason | undefined;
	/** How new the window's attributes are to the actor and the organisation, and the oddest sign-in around it: see docs/scoring.md. */
	noveltyLine(signal: string, attributes: readonly Attribute[]): Reason | undefined;
	/** The combined novelty of some events (decades, before squashing) over the attributes, to the window's person or to `whose`. */
	novelty(events: readonly HeardEvent[], attributes: readonly Attribute[], whose?: string): number;
	/** What of some events' surroundings is new to the window's person, in words: `a network nobody here had worked from before (AS64500)`; empty where nothing is. */
	newWords(events: readonly HeardEvent[], attributes: readonly Attribute[]): string;
	/** The largest novelty among successful sign-ins around a time, undamped. */
	signInNovelty(time: number): number;
	/** That sign-in in words: `a sign-in to okta 12 min before came from …`; empty where nothing of it is new. */
	signInWords(time: number): string;
	/** Failed sign-ins around the window, addresses flagged as proxies, alerts of the vendor, device codes: see docs/scoring.md. */
	signInLine(signal: string): Reason | undefined;
	/** The window begins at an hour in which the person is hardly ever active: see docs/scoring.md. */
	oddHourLine(signal: string): Reason | undefined;
	/** +1 for somebody outside engineering, +0.3 for a privileged account. `developers`: whether being no developer counts. */
	roleLine(signal: string, developers: boolean): Line | undefined;
	/** Kept events that match any of the queries, each once, by time; without what was refused, save failed sign-ins. */
	find(...queries: readonly Query[]): readonly HeardEvent[];
	/**
	 * Something that is the same for all windows of a hunt, made once and then remembered by its name. What makes it must ask for nothing that
	 * belongs to this window, and should keep little.
	 */
	once<T>(name: string, make: () => T): T;
	/** How new a value of an attribute is to the actor at the window's day. */
	newness(attribute: Attribute, value: string): Newness;
	/** Whether the person behind a name showed any activity in the days before a time. */
	activeWithin(name: string, time: number, days: number): boolean;
	/** The approved app, if `apps.csv` lists it and its review date has not passed. */
	approval(
		app: string,
	):
		| { readonly approved: boolean; readonly expired: boolean; readonly scopes: readonly string[]; readonly ref: string }
		| undefined;
	/** What `repositories.csv` says of a repository. */
	sensitivity(repository: string): RepositorySensitivity | undefined;
	/** Tier of a scope on a platform: 1 strongest … 0 harmless; undefined: unknown. */
	scopeTier(platform: string, scope: string, appOnly: boolean): number | undefined;
	roleTier(platform: string, role: string): number | undefined;
	/** All ids that the logs give for an app, lower case, the given one first. */
	appIds(app: string): readonly string[];
	/** Display name of an app id, or the id. */
	appName(app: string): string;
	/** One name for all names of one person. */
	nameOf(name: string): string;
	/** What `people.csv` says of the person behind a name. */
	personOf(name: string): Person | undefined;
}

/** Weights of what the organisation said beforehand, decades, all <= 0. */
export interface Excuses {
	/** A change ticket covers person, activity and time. */
	readonly ticket: number;
	/** The app is approved. */
	readonly app: number;
	/** The actor is a service account. */
	readonly service: number;
	/** Share of the events from trusted networks times this. */
	readonly network: number;
}

/** A fact that is true of what is counted, and words that follow the activity: `of mail`. */
export interface OnlyWith {
	readonly fact: HeardDetail;
	readonly words: string;
	/** Few platforms tell it: that the others do not is no gap, and counting it would mean to look at every such event. Coverage leaves it out. */
	readonly few?: true;
}

/** One step of a finding's story, with the event that it is told of: its time and record are the step's. */
export interface Step {
	readonly name: string;
	readonly text: string;
	/** As the view gave it. */
	readonly event: HeardEvent;
}

/** One countable behaviour of an analytic: whose, what, and how it is judged. */
export interface Series {
	readonly id: string;
	/** What is counted, plural: `files`. */
	readonly unit: string;
	/** What was refused, or failed, is not among it. */
	readonly hears: readonly Activity[];
	/** A list option of the analytic: of what the series hears, only the activities that it names are counted. */
	readonly countsOnly?: string;
	/** Of what the series hears, only events of which the log says this are counted. */
	readonly only?: OnlyWith;
	/**
	 * Whose behaviour this event is: parts joined by a newline, the person first (`${actor}\n${platform}`); undefined: not of this series.
	 * @param nameOf one name for all names of one person: the actor has it already, the target is as the log wrote it
	 */
	subject(event: HeardEvent, nameOf: (name: string) => string): string | undefined;
	/** How much the event counts; absent: `items`. */
	weight?(event: HeardEvent): number;
	/** Count distinct values of this instead of weights; undefined values count nothing. */
	distinct?(event: HeardEvent): string | undefined;
	/** The distinct values are people: all names of one person count once. */
	readonly distinctPeople?: boolean;
	/**
	 * Absent: every trailing window of the analytic's lengths is a candidate, judged by its volume. `event`: every event is a candidate, events of
	 * one subject within `merge` ms being one; for rare acts that are odd in themselves (a grant).
	 */
	readonly anchor?: { readonly kind: 'event'; readonly merge: number };
	/** What excuses weigh, decades; absent: ticket -3, app -3, service -2, network -1 for a window wholly from trusted networks. */
	readonly excuses?: Excuses;
	/** Whose finding it is, where that is not the first part of the subject. */
	actor?(view: View): { readonly id: string; readonly type: 'user' | 'service' | 'app' | 'system' };
	/** What may be the one cause behind many people's windows (an app): three or more people with one cause become one finding. */
	cause?(view: View): string | undefined;
	/** The lines of the ledger for one window. */
	judge(view: View): readonly (Line | undefined)[];
	/** One sentence for people: what happened, with the numbers. */
	title(view: View): string;
	entities?(view: View): readonly Entity[];
	/** The steps of its story, by time; an unusual sign-in around it is put among them. */
	stages?(view: View): readonly Step[];
	/** What a finding rests on beside the window's own events (what an app did after its grant), as `View.find` gave it: it is evidence, too. */
	evidence?(view: View): readonly HeardEvent[];
	/** Further caveats for this window. */
	caveats?(view: View): readonly string[];
	/** What an analyst does next, in words. */
	next?(view: View): readonly string[];
}

/** What a rehearsed attack is made of. */
export interface RehearsalPlan {
	readonly actor: string;
	readonly platform: PlatformId;
	/** Epoch ms. */
	readonly start: number;
	/** How much: at least 1, in the rehearsal's unit. */
	readonly size: number;
	/** From where: an address and a client; absent where the platform logs none. */
	readonly place: { readonly ip?: string; readonly userAgent?: string };
	/** An application that the evidence does not know. */
	readonly app: { readonly id: string; readonly name: string };
	/** Things of the kind asked for that the evidence knows, those of others first; invented ones follow. At least `size`. */
	readonly targets: readonly string[];
	/** The vendor's own word for an activity, as the evidence has it. */
	operation(activity: Activity): string;
}

/** One event of a rehearsed attack. */
export type RehearsedEvent = Omit<NormalisedEvent, 'ref'>;

/** The attack that an analytic looks for, so that one can try on one's own evidence how small it may be and still be found. */
export interface Rehearsal {
	/** What is done, in one sentence. */
	readonly text: string;
	/** What is counted, plural: `files`. */
	readonly unit: string;
	/** What the platform must log for it: the platform that logs the first of them most is the scene. */
	readonly activities: readonly Activity[];
	/** What the targets are. */
	readonly targets: 'people' | 'repositories' | 'files';
	/** The events, by time: a pure function of the plan. */
	events(plan: RehearsalPlan): readonly RehearsedEvent[];
}

/** One analytic, declared. */
export interface Analytic {
	/** `AN1514`. */
	readonly id: string;
	/** Kebab case: `bulk-upload`. */
	readonly name: string;
	readonly title: string;
	/** What it looks for, in two or three sentences. */
	readonly summary: string;
	readonly attack: AttackReference;
	readonly options: Readonly<Record<string, OptionSpec>>;
	readonly signals: Readonly<Record<string, SignalSpec>>;
	readonly series: readonly Series[];
	/** Activities kept whole for chains beside those that the series hear. */
	readonly marks: readonly Activity[];
	readonly tuning: readonly string[];
	readonly falsePositives: readonly string[];
	readonly blindSpots: readonly string[];
	/** For `rehearse`. */
	readonly rehearsal?: Rehearsal;
}

/**
 * The one door for analytics: checks a declaration and gives it back.
 * @throws TypeError when it contradicts itself (a doubled series id, an empty hearing, an option without default).
 */
export function defineAnalytic(analytic: Analytic): Analytic {
	if (!/^AN\d{4}$/.test(analytic.id)) throw new TypeError(`not an analytic id: ${analytic.id}`);
	const ids = new Set<string>();
	for (const series of analytic.series) {
		if (ids.has(series.id)) throw new TypeError(`${analytic.id}: two series are called ${series.id}`);
		if (series.countsOnly !== undefined && analytic.options[series.countsOnly]?.kind !== 'list')
			throw new TypeError(`${analytic.id}: series ${series.id} counts by ${series.countsOnly}, which is no list option`);
		if (series.hears.length === 0) throw new TypeError(`${analytic.id}: series ${series.id} hears nothing`);
		ids.add(series.id);
	}
	if (analytic.series.length === 0) throw new TypeError(`${analytic.id}: no series`);
	return analytic;
}

export type { Entity, Reason } from './model/finding.ts';
export { LATER_USE, MAILBOXES } from './score/constants.ts';
export * from './score/lines.ts';

/** A line of the ledger, or undefined where it says next to nothing. */
export function line(signal: string, surprise: number, facts: Omit<Line, 'signal' | 'surprise'>): Line | undefined {
	return Math.abs(surprise) < 0.05 ? undefined : { signal, surprise, ...facts };
}

/** Rows of the context folder that are named one by one. */
const MOST_ROWS = 10;
/** Things that a note names. */
const MOST_NAMED = 3;

/** What raises a line, as notes: one for each row of the context folder that says `what` of some things, the first ten rows. */
export function raisedBy(
	kind: ContextNote['kind'],
	told: readonly { readonly ref: string; readonly thing: string }[],
	what: string,
): readonly ContextNote[] {
	const rows = new Map<string, string[]>();
	for (const { ref, thing } of told) rows.set(ref, [...(rows.get(ref) ?? []), thing]);
	const beyond = rows.size - MOST_ROWS;
	return [...rows].slice(0, MOST_ROWS).map(([ref, things], at) => {
		const more = things.length > MOST_NAMED ? ` and ${things.length - MOST_NAMED} more` : '';
		const others =
			beyond > 0 && at === MOST_ROWS - 1 ? `; ${counted(beyond, 'more row says', 'more rows say')} so of others` : '';
		return { kind, ref, effect: 'raised', text: `${things.slice(0, MOST_NAMED).join(', ')}${more}: ${what}${others}` };
	});
}

/** Distinct values in the order of their first appearance. */
export function distinctOf(values: Iterable<string | undefined>): readonly string[] {
	const distinct = new Set<string>();
	for (const value of values) if (value !== undefined && value !== '') distinct.add(value);
	return [...distinct];
}

/** How long a window lasted, in words: `in 12 min`, `in 3 h`, `in 4 days`. */
export function withinWords(view: View): string {
	const minutes = Math.max(1, Math.ceil((view.end - view.start) / 60_000));
	if (minutes < 120) return `in ${minutes} min`;
	return minutes < 2880 ? `in ${Math.round(minutes / 60)} h` : `in ${Math.round(minutes / 1440)} days`;
}

/** What is usual for the window, to follow `against a usual`: `6 in an hour`, `0.3 in 5 days`, `of less than 0.05 in 10 min`. */
export function usualWords(view: View): string {
	const { expected } = view.volume;
	const usual =
		expected >= 10
			? String(Math.round(expected))
			: expected < 0.05
				? 'of less than 0.05'
				: String(Math.round(expected * 10) / 10);
	return `${usual} ${spanWords(view.length)}`;
}

// The span that was counted over: a burst of minutes may be judged by what is usual for days.
function spanWords(ms: number): string {
	const minutes = Math.round(ms / 60_000);
	if (minutes === 60) return 'in an hour';
	if (minutes === 1440) return 'in a day';
	if (minutes % 1440 === 0) return `in ${minutes / 1440} days`;
	return minutes % 60 === 0 ? `in ${minutes / 60} hours` : `in ${minutes} min`;
}

/** The UTC midnight before a window's start, epoch ms: what is known of somebody is known up to then. */
export function dayStart({ start }: Pick<View, 'start'>): number {
	return start - (start % 86_400_000);
}

/** A number with its noun: `1 record`, `2 records`, `3 repositories`. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** Things in a row: `a`, `a and b`, `a, b and c`. */
export function inARow(things: readonly string[]): string {
	const [last] = things.slice(-1);
	return things.length < 2 ? (last ?? '') : `${things.slice(0, -1).join(', ')} and ${last}`;
}

/** How many days before: `on the same day`, `1 day before`, `12 days before`. */
export function daysBefore(days: number): string {
	return days === 0 ? 'on the same day' : `${counted(days, 'day')} before`;
}

/** A span of time in words: minutes below two hours, else hours. */
export function timeWords(ms: number): string {
	const minutes = Math.round(ms / 60_000);
	return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** Of some events those that were done to the window's actor, under whichever name. */
export function uponActor(view: View, events: readonly HeardEvent[]): readonly HeardEvent[] {
	return events.filter(({ target }) => target !== undefined && view.nameOf(target) === view.actor);
}

/** A text fact of an event; undefined where it is absent or no text. */
export function factOf(event: HeardEvent, name: HeardDetail): string | undefined {
	const value = event.details[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}
