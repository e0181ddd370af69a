import type { Activity } from './activity.ts';

/** Where in the context folder something was said: `changes.csv:14`. */
export type ContextRef = string;

/**
 * What kind of account somebody's is. A `service` account excuses, a `contractor` raises; the others say who somebody is and weigh nothing (an
 * administrator is `privileged`).
 */
export const ACCOUNT_TYPES = ['user', 'service', 'contractor', 'admin', 'guest', 'shared'] as const;
/** One of {@link ACCOUNT_TYPES}. */
export type AccountType = (typeof ACCOUNT_TYPES)[number];

/** A row of `people.csv`. */
export interface Person {
	readonly ref: ContextRef;
	/** Lower case. */
	readonly user: string;
	readonly name?: string;
	readonly department?: string;
	readonly role?: string;
	readonly accountType?: AccountType;
	/** Absent where the cell is empty: unknown is not `false`. */
	readonly privileged?: boolean;
	readonly developer?: boolean;
	/** Lower case. */
	readonly aliases: readonly string[];
}

/** A row of `apps.csv`: an approved integration. */
export interface ApprovedApp {
	readonly ref: ContextRef;
	/** Lower case: id or name. */
	readonly app: string;
	readonly name?: string;
	readonly platform?: string;
	/** Scopes it may hold; empty: any. */
	readonly scopes: readonly string[];
	readonly owner?: string;
	/** Epoch ms of the end of the day up to which the approval holds; absent: no end. */
	readonly reviewBy?: number;
}

/** A row of `networks.csv`. */
export interface TrustedNetwork {
	readonly ref: ContextRef;
	readonly cidr: string;
	readonly name?: string;
}

/** A row of `changes.csv`: an approved change ticket. */
export interface Change {
	readonly ref: ContextRef;
	readonly id: string;
	/** Epoch ms; half open. */
	readonly start: number;
	readonly end: number;
	/** Lower case; empty: anybody. */
	readonly actors: readonly string[];
	/** Empty: any. */
	readonly activities: readonly Activity[];
	readonly note?: string;
}

/** What `sensitivity` may be called where it raises: what must not leave. */
export const RESTRICTED_WORDS = ['restricted', 'confidential', 'secret', 'sensitive', 'critical', 'high'] as const;
/** … and where it says that nothing is amiss. */
export const UNRESTRICTED_WORDS = ['public', 'internal', 'private', 'normal', 'medium', 'low', 'none'] as const;

/** A row of `repositories.csv`. */
export interface RepositorySensitivity {
	readonly ref: ContextRef;
	/** Lower case; `*` stands for any run of characters. */
	readonly repository: string;
	readonly sensitivity: (typeof RESTRICTED_WORDS)[number] | (typeof UNRESTRICTED_WORDS)[number];
	/** One of {@link RESTRICTED_WORDS}. */
	readonly restricted: boolean;
}

/** What the user's context folder says. Every method is a look-up and never throws. An empty context answers nothing to everything. */
export interface Context {
	/** By user or alias, lower case. */
	person(id: string): Person | undefined;
	readonly people: readonly Person[];
	/** By id or name, any letter case, and platform. */
	app(id: string, name: string | undefined, platform: string): ApprovedApp | undefined;
	network(ip: string): TrustedNetwork | undefined;
	/** Tickets that cover this person and activity at this time. `names`: all names of the person, lower case. */
	changes(names: readonly string[], activity: Activity, time: number): readonly Change[];
	repository(id: string): RepositorySensitivity | undefined;
	/** Which files were there. */
	readonly files: readonly string[];
}
