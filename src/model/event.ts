import type { Activity } from './activity.ts';
import type { PlatformId } from './platform.ts';

/** Who acted: a person, a service account, an application, or the platform itself. */
export type ActorType = 'user' | 'service' | 'app' | 'system';

/** Somebody or something that acted. */
export interface Actor {
	readonly type: ActorType;
	/** Lower case; what one would type into the vendor's console: an e-mail address or login name where the log has one. */
	readonly id: string;
	readonly name?: string;
	readonly email?: string;
	/** Other ids that the same record gives for the same actor (GUID, vendor id, login name): lower case. */
	readonly aliases?: readonly string[];
}

/** The application or client registration through which somebody acted, or which was granted something. */
export interface App {
	readonly id: string;
	readonly name?: string;
}

/** What was acted upon. `type` is one of user, app, file, folder, repository, mailbox, role, group, token, policy, device, or the vendor's word. */
export interface Target {
	readonly type: string;
	readonly id: string;
	readonly name?: string;
	readonly aliases?: readonly string[];
}

/** Where a record lies: file as named on the command line, and its 1-based ordinal in that file. */
export interface RecordRef {
	readonly file: string;
	readonly record: number;
	/** The vendor's own id of the record. */
	readonly id?: string;
}

/**
 * One event in the common form. Times are epoch milliseconds UTC. An absent fact is absent, never '' or a placeholder.
 */
export interface NormalisedEvent {
	readonly time: number;
	readonly platform: PlatformId;
	readonly activity: Activity;
	/** The vendor's own word. */
	readonly operation: string;
	readonly actor?: Actor;
	readonly app?: App;
	readonly target?: Target;
	/** Permissions that the event grants or the app holds, in the vendor's words. */
	readonly scopes?: readonly string[];
	/** IPv4 or IPv6 without port or brackets. */
	readonly ip?: string;
	readonly asn?: number;
	readonly asOrg?: string;
	/** ISO 3166 alpha-2 where the log gives a code, otherwise the log's own name of the country. */
	readonly country?: string;
	readonly city?: string;
	/** The vendor flags the address as proxy, VPN, Tor or another anonymiser. */
	readonly proxy?: boolean;
	readonly userAgent?: string;
	readonly session?: string;
	/** Identity of the token or key used (hash or id, never the secret). */
	readonly token?: string;
	/** Kind of the token, in the vendor's words. */
	readonly tokenKind?: string;
	readonly device?: string;
	/** The record says that the actor is an administrator or acts with a privileged role. */
	readonly privileged?: boolean;
	/** The object is private, internal, or marked as restricted. `false` only where the log says that it is public. */
	readonly restricted?: boolean;
	/** The counterpart (share, forward, guest) is outside the organisation. */
	readonly external?: boolean;
	/** Whether it succeeded; absent where the log does not say. */
	readonly ok?: boolean;
	/** How many items the record stands for; 1 where absent. */
	readonly items?: number;
	readonly bytes?: number;
	/** Facts that only some activities have, e.g. `accessType: 'Sync'`, `throttled: true`, `role`, `query`, `reason`. */
	readonly details?: Readonly<Record<string, string | number | boolean>>;
	readonly ref: RecordRef;
}

/** An event while its source fills it in: the same facts, writable. */
export type EventDraft = { -readonly [K in keyof NormalisedEvent]: NormalisedEvent[K] };

/** One object for all events that have the same operation and actor, in the same words. */
export interface Likeness {
	/** Whoever hears such events may leave here what it knows of them. */
	known: unknown;
}
