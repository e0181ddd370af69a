import type { Activity } from './model/activity.ts';
import type { Person } from './model/context.ts';
import type { NormalisedEvent } from './model/event.ts';
import type { AttackReference, Entity, Reason, Stage } from './model/finding.ts';

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
}

/** A value of an option: durations in ms, lists as texts. */
export type OptionValue = number | string | boolean | readonly string[];

/** One signal: a line that a finding's ledger may hold. */
export interface SignalSpec {
	readonly title: string;
	readonly unit: string;
	/** What makes it speak and how strongly, in one sentence. */
	readonly text: string;
}

/** The attributes whose newness can be judged. */
export type Attribute = 'network' | 'country' | 'client' | 'app' | 'token' | 'device';

/** One event as analytics see it: what was kept of the normalised event. */
export type HeardEvent = Pick<NormalisedEvent, 'time' | 'platform' | 'activity' | 'operation'> & {
	/** The person (all aliases joined), lower case; '' where the log names nobody. */
	readonly actor: string;
	readonly actorType: 'user' | 'service' | 'app' | 'system';
	readonly app: string | undefined;
	readonly target: string | undefined;
	readonly targetType: string | undefined;
	/** First two octets, or the first 48 bits of IPv6. */
	readonly network: string | undefined;
	readonly ip: string | undefined;
	readonly country: string | undefined;
	/** OS and browser, or the tool's name, without version. */
	readonly client: string | undefined;
	readonly token: string | undefined;
	readonly session: string | undefined;
	readonly device: string | undefined;
	readonly items: number;
	readonly ok: boolean | undefined;
	readonly proxy: boolean;
	readonly restricted: boolean | undefined;
	readonly external: boolean;
	readonly privileged: boolean;
	/** Facts that only some activities have; scopes as `scopes`, blank separated. */
	readonly details: Readonly<Record<string, string | number | boolean>>;
};

/** What was counted in the window and what was usual. */
export interface Volume {
	readonly observed: number;
	/** Mean of the predictive distribution for this window. */
	readonly expected: number;
	/** Decades after compression and look-elsewhere correction: METHOD V. */
	readonly surprise: number;
	/** Days of history behind it, and windows of this length on them. */
	readonly days: number;
	readonly windows: number;
	readonly largest: number;
	readonly of: 'self' | 'peers' | 'organisation' | 'none';
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
	option<T extends OptionValue>(name: string): T;
	/** Line of the ledger for the volume; undefined when it says nothing. */
	volumeLine(signal: string, verb: string): Reason | undefined;
	/** How new the window's attributes are to the actor and the organisation, and the oddest sign-in around it: METHOD 3.3. */
	noveltyLine(signal: string, attributes: readonly Attribute[]): Reason | undefined;
	/** Failed sign-ins before the window, and addresses flagged as proxies: METHOD 3.4. */
	signInLine(signal: string): Reason | undefined;
	/** Share of the window's events from trusted networks: a negative line. */
	trustLine(signal: string): Reason | undefined;
	/** Marks (rare events kept whole) of the same person in the given span around the window's start, by time. */
	marks(activities: readonly Activity[], before: number, after: number): readonly HeardEvent[];
	/** Whether the actor did any of this before the window's day. */
	everBefore(activities: readonly Activity[]): boolean;
	/** Distinct targets of the series that the actor touched before the window's first day. */
	targetsBefore(): ReadonlySet<string>;
	/** Whether a person showed any activity in the span before a time. */
	activeWithin(person: string, time: number, span: number): boolean;
	/** Days since the person, or undefined the value, was first seen. */
	ageInDays(person: string): number;
}

/** One countable behaviour of an analytic: whose, what, and how it is judged. */
export interface Series {
	readonly id: string;
	/** What is counted, plural: `files`. */
	readonly unit: string;
	readonly hears: readonly Activity[];
	/** Whose behaviour this event is; undefined: not of this series. Usually the actor, or actor and platform. */
	subject(event: HeardEvent): string | undefined;
	/** How much the event counts; absent: `items`. */
	weight?(event: HeardEvent): number;
	/** Count distinct values of this instead of weights. */
	distinct?(event: HeardEvent): string | undefined;
	/** The lines of the ledger for one window. */
	judge(view: View): readonly (Reason | undefined)[];
	/** One sentence for people: what happened, with the numbers. */
	title(view: View): string;
	entities?(view: View): readonly Entity[];
	stages?(view: View): readonly Stage[];
	/** Further caveats for this window. */
	caveats?(view: View): readonly string[];
	/** What an analyst does next, in words. */
	next?(view: View): readonly string[];
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
		if (series.hears.length === 0) throw new TypeError(`${analytic.id}: series ${series.id} hears nothing`);
		ids.add(series.id);
	}
	if (analytic.series.length === 0) throw new TypeError(`${analytic.id}: no series`);
	return analytic;
}
