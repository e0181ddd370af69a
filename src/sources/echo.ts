import type { Activity } from '../model/activity.ts';
import type { EventDraft, Likeness } from '../model/event.ts';
import type { EventReader } from '../model/source.ts';
import type { lenderOf } from '../read/fields.ts';
import type { FactReader } from './facts.ts';

/** What shows a record, keeps what it says, and tells what was asked for of it. */
export type Lender = NonNullable<ReturnType<typeof lenderOf>>;
/** Which leaves of a record were asked for, so that records with the same values there need not be read again. */
export type Plan = ReturnType<Lender['tuples']['plan']>;

/** Of an event that is not looked at whole these are wanted all the same (see `Wants`), and the others where it means something. */
const BRIEF: ReadonlySet<string> = new Set(['ref', 'actor', 'app', 'target', 'ip']);
const BRIEF_OF_ACTIVITIES: ReadonlySet<string> = new Set([...BRIEF, 'asn', 'country', 'userAgent', 'token', 'device']);

/** Of so many records one in eight must be known; else so many are read as they come before it is tried again. */
const TRIAL = 256;
const REST = 1024;

/** How the rest of an echo's facts is read. Nearly all echoes of an operation share one. */
class Remainder {
	/** Facts that depend on paths alone: to be read of each record. */
	readonly own: readonly FactReader[];
	/** Those of an event that is not looked at whole. */
	readonly brief: readonly FactReader[];
	/** What code reads of each record that is looked at whole. */
	readonly postponed: readonly EventReader[];

	readonly #isOther: boolean;

	constructor(activity: Activity, own: readonly FactReader[], postponed: readonly EventReader[]) {
		this.own = own;
		this.#isOther = activity === 'other';
		const brief = this.#isOther ? BRIEF : BRIEF_OF_ACTIVITIES;
		this.brief = own.filter(({ fact }) => brief.has(fact));
		this.postponed = postponed;
	}

	is(activity: Activity, own: readonly FactReader[], postponed: readonly EventReader[]): boolean {
		return this.#isOther === (activity === 'other') && isSame(this.own, own) && isSame(this.postponed, postponed);
	}
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** What all records have in common that say the same wherever the source's code looked. */
export class Echo implements Likeness {
	known: unknown;
	/** The facts that are the same; its time and place are another record's. */
	readonly same: EventDraft;
	readonly remainder: Remainder;

	constructor(same: EventDraft, remainder: Remainder) {
		this.same = same;
		this.remainder = remainder;
	}
}

/** What code looked at in records that are alike so far, and whether it pays to look for others that say the same there. */
export class Watched {
	/** Looks at the leaves that tell which say the same. */
	plan: Plan | undefined;
	readonly #leaves = new Set<number>();
	#tried = 0;
	#found = 0;
	#rest = 0;

	/** Whether this record is to be read as it comes. */
	rests(): boolean {
		if (this.#rest === 0) return false;
		this.#rest -= 1;
		return true;
	}

	/** Whether the plan looks at all of these leaves; if not, from now on it does. */
	looksAt(leaves: Iterable<number>, tuples: Lender['tuples']): boolean {
		const before = this.#leaves.size;
		for (const leaf of leaves) this.#leaves.add(leaf);
		if (this.plan !== undefined && this.#leaves.size === before) return true;
		this.plan = tuples.plan(this.#leaves);
		return false;
	}

	note(isKnown: boolean): void {
		this.#tried += 1;
		if (isKnown) this.#found += 1;
		if (this.#tried < TRIAL) return;
		if (this.#found * 8 < TRIAL) this.#rest = REST;
		this.#tried = 0;
		this.#found = 0;
	}
}

/** What is known of records of one structure and operation. */
export class Operation extends Watched {
	#remainder: Remainder | undefined;

	/** The echo of an event of which these facts differ from record to record. */
	echo(event: EventDraft, own: readonly FactReader[], postponed: readonly EventReader[]): Echo {
		if (this.#remainder?.is(event.activity, own, postponed) !== true)
			this.#remainder = new Remainder(event.activity, own, postponed);
		const same: Record<string, unknown> = { ...event };
		for (const { fact } of own) if (fact !== 'ref' && same[fact] !== undefined) same[fact] = undefined;
		return new Echo(same as unknown as EventDraft, this.#remainder);
	}
}

/**
 * Takes facts over, one line of code each: objects that are copied as a whole and then grow have a structure of their own each, which
 * costs more than all else.
 */
export function takeOver(same: EventDraft, event: EventDraft): void {
	event.activity = same.activity;
	if (same.actor !== undefined) event.actor = same.actor;
	if (same.app !== undefined) event.app = same.app;
	if (same.target !== undefined) event.target = same.target;
	if (same.asOrg !== undefined) event.asOrg = same.asOrg;
	if (same.country !== undefined) event.country = same.country;
	if (same.city !== undefined) event.city = same.city;
	if (same.userAgent !== undefined) event.userAgent = same.userAgent;
	if (same.session !== undefined) event.session = same.session;
	if (same.token !== undefined) event.token = same.token;
	if (same.tokenKind !== undefined) event.tokenKind = same.tokenKind;
	if (same.device !== undefined) event.device = same.device;
	if (same.asn !== undefined) event.asn = same.asn;
	if (same.items !== undefined) event.items = same.items;
	if (same.bytes !== undefined) event.bytes = same.bytes;
	if (same.ip !== undefined) event.ip = same.ip;
	if (same.proxy !== undefined) event.proxy = same.proxy;
	if (same.scopes !== undefined) event.scopes = same.scopes;
	if (same.ok !== undefined) event.ok = same.ok;
	if (same.privileged !== undefined) event.privileged = same.privileged;
	if (same.restricted !== undefined) event.restricted = same.restricted;
	if (same.external !== undefined) event.external = same.external;
	if (same.details !== undefined) event.details = same.details;
}
