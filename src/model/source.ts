import type { Activity } from './activity.ts';
import type { EventDraft } from './event.ts';
import type { Json, JsonObject } from './json.ts';
import type { PlatformId } from './platform.ts';

/** The facts of an event that a source can map with a path alone. */
export type FieldName =
	| 'time'
	| 'id'
	| 'operation'
	| 'actorId'
	| 'actorEmail'
	| 'actorName'
	| 'actorType'
	| 'appId'
	| 'appName'
	| 'targetType'
	| 'targetId'
	| 'targetName'
	| 'scopes'
	| 'ip'
	| 'asn'
	| 'asOrg'
	| 'country'
	| 'city'
	| 'proxy'
	| 'userAgent'
	| 'session'
	| 'token'
	| 'tokenKind'
	| 'device'
	| 'outcome'
	| 'items'
	| 'bytes';

/** Facts about where something was done, and with what. */
export type PlaceFact = 'ip' | 'asOrg' | 'country' | 'city' | 'userAgent' | 'session' | 'token' | 'tokenKind' | 'device';

/**
 * Where a fact stands: one path, or several of which the first that is present and not empty wins.
 * A path is member names joined by dots; `name[key=value]` picks the first array element whose member `key` is `value`;
 * a plain number picks an array element: `target[type=User].alternateId`, `Target.0.ID`. A name that itself holds a dot is quoted: `"client.ip"`.
 */
export type FieldMap = Readonly<Partial<Record<FieldName, string | readonly string[]>>>;

/** A condition on the record, with the words that `saashound platforms <id>` prints for it. */
export interface Condition {
	readonly text: string;
	test(record: JsonObject): boolean;
}

/** Reads facts of a record into its event. */
export type EventReader = (record: JsonObject, event: EventDraft) => void;

/**
 * Puts reading off until everything else of the event is known. Meant for facts on which nothing else depends and that matter only of an
 * event that is looked at whole: details, items, session; targets that are neither people nor mailboxes. Of other events they may never be
 * read. The reader works on the record and the event that it is given, which need not be those at hand when it was put off.
 */
export type Later = (read: EventReader) => void;

/** What an operation means, perhaps only under a condition, perhaps with facts that need code to be read. */
export interface ActivityRule {
	readonly activity: Activity;
	/** The rule holds only when this is true; the first rule that holds wins; when none does the event is `other`. */
	readonly when?: Condition;
	/** Reads what a path cannot say (scopes of a consent, number of items). May change any fact of the draft, its activity included. */
	read?(record: JsonObject, event: EventDraft, later: Later): void;
	/** Facts that are the same for every record of this operation. */
	readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** The vendor's operation (exact text, after the source's `operation` clean-up) → what it means. */
export type ActivityTable = Readonly<Record<string, Activity | ActivityRule | readonly ActivityRule[]>>;

/** The meaning of operations that a table cannot name one by one. */
export interface Fallback {
	readonly text: string;
	rule(operation: string, record: JsonObject): ActivityRule | undefined;
}

/** Puts values of a record into what is made of it. */
export interface Carrier {
	/** Puts the member `from[name]`, which is there, under `as`. */
	member(to: Record<string, Json | undefined>, as: string, from: JsonObject, name: string): void;
	/** Puts what code reads of the record and of nothing else; nothing where that is undefined. It may be read later, of another record (see `Format.carries`). */
	value(to: Record<string, Json | undefined>, as: string, read: () => Json | undefined): void;
}

/** One shape in which the platform's records are exported. */
export interface Format {
	/** e.g. `purview-csv`. */
	readonly id: string;
	readonly title: string;
	/** Member names (or dotted paths, or quoted names) that must all be present for a record to be of this format. More names are more specific: the format with most names wins. */
	readonly has: readonly string[];
	/** Further test, when names alone do not tell. */
	test?(record: JsonObject): boolean;
	/**
	 * Turns a record of this format into records of the platform's native shape (none: nothing in it is an audit event). Absent: it is native already.
	 * @param carrier puts values into them, where the format {@link carries} them
	 * @throws BrokenCell when the cell that should hold the event is broken and the columns beside it do not suffice.
	 */
	reshape?(record: JsonObject, carrier?: Carrier): readonly JsonObject[];
	/**
	 * `reshape` puts in with its carrier whatever need not be looked at: then what it makes is kept, and stands for other records too that have the same
	 * values wherever it looked.
	 */
	readonly carries?: true;
	/** Facts that this format cannot carry although the platform records them: reaches coverage and caveats. */
	readonly lacks?: readonly FieldName[];
	/** One sentence on what is lost, for people. */
	readonly note?: string;
	/** Times are written as the locale of who exported it has them: of `3/10/2026` nothing says which is the month. Every run says how they were read. */
	readonly localeTimes?: true;
	/** What of it (names of columns, words in cells) was held neither against the vendor's documentation nor against a real export, one phrase. */
	readonly unverified?: string;
}

/** A shape that people take for an audit log of the platform, or an export in a shape that nobody has described: known, not read. */
export interface Lookalike {
	/** Names, in any letter case, that must all be there. */
	readonly has: readonly string[];
	/** And at least one of these, where any are named. */
	readonly any?: readonly string[];
	/** What it is, as the rest of "this looks like …". */
	readonly what: string;
	/** What to do instead, one clause. */
	readonly instead: string;
}

/** An activity that code gives beside the table, and when. */
export interface FurtherMeaning {
	readonly activity: Activity;
	readonly when: string;
}

/** Something that this platform's logs cannot show, whatever the export. */
export interface BlindSpot {
	/** Activities concerned; empty means all. */
	readonly activities: readonly Activity[];
	readonly kind: 'not-logged' | 'licence' | 'retention' | 'sampling' | 'setting';
	/** One sentence with the number or condition. */
	readonly text: string;
}

/** How strong a permission is: 1 takes over the tenant or reads all of it, 2 broad data or identity writes, 3 one person's data, 0 harmless alone. */
export type Tier = 0 | 1 | 2 | 3;

/** One platform, declared. */
export interface Source {
	readonly id: PlatformId;
	readonly title: string;
	/** Public pages of the vendor, and what was checked there. */
	readonly references: readonly string[];
	/** Native shapes first; all in which records are recognised. */
	readonly formats: readonly Format[];
	readonly fields: FieldMap;
	/** Cleans the vendor's operation before it is looked up (trailing full stops, odd dashes). The cleaned word is what is reported. */
	operation?(text: string): string;
	/** What each operation means; made when it is first asked for. */
	activities(): ActivityTable;
	/** What operations mean that the table does not name, such as a family of commands; `text` describes it for `saashound platforms <id>`. */
	readonly fallback?: Fallback;
	/** Activities that `finish`, a reader of a rule, or `fallback` gives although no rule of the table names them, or not under that condition. */
	readonly further?: readonly FurtherMeaning[];
	/** Shapes that are known and not read. */
	readonly lookalikes?: readonly Lookalike[];
	/** Which outcome texts (lower case) are failures and successes; unknown texts leave `ok` absent. */
	readonly outcomes?: { readonly success: readonly string[]; readonly failure: readonly string[] };
	/** Runs on every event of this source after the paths and before the activity's own reader: actor kinds, placeholders, addresses. */
	finish?(record: JsonObject, event: EventDraft, later: Later): void;
	/** Whether a text stands for nothing as the value of a fact: then the fact is absent, and of addresses the next place is asked, as it is where a text is none. */
	isBlank?(text: string, fact: PlaceFact): boolean;
	/** An id names one event and nothing else, as far as the vendor says; {@link weakId} tells those that do not. */
	readonly uniqueIds?: true;
	/** Tokens are issued anew by the hour: that one is new tells nothing of who uses it. */
	readonly fleetingTokens?: true;
	/** Ids that are not unique (placeholders, zero GUIDs): such records are told apart by their whole content. */
	weakId?(id: string): boolean;
	/**
	 * Text of a time without zone means UTC unless the source says otherwise. Called only where ISO, epoch and RFC notations failed; epoch ms or undefined.
	 * @param dayFirst dates with slashes begin with the day
	 */
	parseTime?(text: string, dayFirst: boolean): number | undefined;
	/** How strong a permission is; undefined: unknown to us, and said so. `appOnly`: the app acts without a person. */
	scopeTier?(scope: string, appOnly: boolean): Tier | undefined;
	/** How strong a role is; undefined: unknown. */
	roleTier?(role: string): Tier | undefined;
	readonly blindSpots: readonly BlindSpot[];
	/** The vendor console's own filter for an actor's activity in a period, to be pasted; times ISO. `activities`: what is looked for, where that is known. */
	consoleFilter?(actor: string, start: string, end: string, activities?: ReadonlySet<Activity>): string;
}
