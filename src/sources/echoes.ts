import type { Activity } from '../model/activity.ts';
import type { EventDraft, NormalisedEvent } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { EventReader } from '../model/source.ts';
import { lenderOf } from '../read/fields.ts';
import type { FactReader, ShapeFacts } from './facts.ts';
import {
	finishEvent,
	isBrief,
	makeEvent,
	newEvent,
	operationOf,
	type Prepared,
	timeOf,
	type Unusable,
	type Wanted,
} from './make-event.ts';

type Lender = NonNullable<ReturnType<typeof lenderOf>>;
type Plan = ReturnType<Lender['tuples']['plan']>;

/** Of an event that is not looked at whole these are wanted all the same (see `Wants`), and the others where it means something. */
const BRIEF: ReadonlySet<string> = new Set(['ref', 'actor', 'app', 'target', 'ip']);
const BRIEF_OF_ACTIVITIES: ReadonlySet<string> = new Set([...BRIEF, 'asn', 'country', 'userAgent', 'token', 'device']);

/** Of so many records one in eight must be an echo; else so many are read as they come before it is tried again. */
const TRIAL = 256;
const REST = 1024;

/** Stands for all facts. */
const EVERY = '*';

/** How the rest of an echo's facts is read. Nearly all echoes of an operation share one. */
class Remainder {
	/** Facts that depend on paths alone: to be read of each record. */
	readonly own: readonly FactReader[];
	/** Those of an event that is not looked at whole. */
	readonly brief: readonly FactReader[];
	/** What code reads of each record that is looked at whole. */
	readonly postponed: readonly EventReader[];

	readonly activity: Activity;

	constructor(activity: Activity, own: readonly FactReader[], postponed: readonly EventReader[]) {
		this.own = own;
		this.activity = activity;
		const brief = activity === 'other' ? BRIEF : BRIEF_OF_ACTIVITIES;
		this.brief = own.filter(({ fact }) => brief.has(fact));
		this.postponed = postponed;
	}

	is(activity: Activity, own: readonly FactReader[], postponed: readonly EventReader[]): boolean {
		return (this.activity === 'other') === (activity === 'other') && isSame(this.own, own) && isSame(this.postponed, postponed);
	}
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** What all records have in common that say the same wherever the source's code looked. */
class Echo {
	/** The facts that are the same; its time and place are another record's. */
	readonly same: EventDraft;
	readonly remainder: Remainder;

	constructor(same: EventDraft, remainder: Remainder) {
		this.same = same;
		this.remainder = remainder;
	}
}

/** What is known of records of one structure and operation. */
class Operation {
	/** Looks at the leaves that tell echoes. */
	plan: Plan | undefined;
	readonly #leaves = new Set<number>();
	#remainder: Remainder | undefined;
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
	looksAt(leaves: readonly number[], tuples: Lender['tuples']): boolean {
		const before = this.#leaves.size;
		for (const leaf of leaves) this.#leaves.add(leaf);
		if (this.plan !== undefined && this.#leaves.size === before) return true;
		this.plan = tuples.plan(this.#leaves);
		return false;
	}

	/** The echo of an event of which these facts differ from record to record. */
	echo(event: EventDraft, own: readonly FactReader[], postponed: readonly EventReader[]): Echo {
		if (this.#remainder?.is(event.activity, own, postponed) !== true)
			this.#remainder = new Remainder(event.activity, own, postponed);
		const same: Record<string, unknown> = { ...event };
		for (const { fact } of own) if (fact !== 'ref' && same[fact] !== undefined) same[fact] = undefined;
		return new Echo(same as unknown as EventDraft, this.#remainder);
	}

	note(isEcho: boolean): void {
		this.#tried += 1;
		if (isEcho) this.#found += 1;
		if (this.#tried < TRIAL) return;
		if (this.#found * 8 < TRIAL) this.#rest = REST;
		this.#tried = 0;
		this.#found = 0;
	}
}

/** What is known of records of one structure. */
interface Structure {
	readonly age: number;
	/** The leaves that say the operation. */
	readonly plan: Plan;
}

/**
 * Makes events like `makeEvent`, and does less for records that repeat what was met before. Logs say the same again and again: the same person does the same with the same
 * client, only time, id and object differ. While an event is made it is noted which values of the record the source's code asks for. Of
 * the next record that has the same values there, the code would ask for the same again, and come to the same facts: these are taken over. Facts
 * that depend on paths alone and at which no code looked, and what code puts off, are read of each record. So nothing is
 * assumed of a source but that its code depends on the record alone; and values are compared, not hashes of them.
 */
export class Echoes {
	readonly #prepared: Prepared;
	readonly #structures = new WeakMap<JsonObject, Structure>();

	constructor(prepared: Prepared) {
		this.#prepared = prepared;
	}

	/** Of the event made last: what it shares with others, as far as their actor is part of that. */
	like: object | undefined;

	event(record: JsonObject, wanted: Wanted): NormalisedEvent | Unusable {
		this.like = undefined;
		const lender = lenderOf(record);
		if (lender === undefined) return makeEvent(this.#prepared, record, wanted);
		const { tuples } = lender;
		const structure = this.#structures.get(record);
		if (structure === undefined || structure.age !== tuples.age) return this.#meet(record, lender, wanted);
		const first = lender.leafAt(0);
		const operation = tuples.find(structure.plan, first);
		if (operation === 'new') {
			tuples.keep(new Operation());
			return makeEvent(this.#prepared, record, wanted);
		}
		if (!(operation instanceof Operation) || operation.rests()) return makeEvent(this.#prepared, record, wanted);
		if (operation.plan === undefined) return this.#watch(record, lender, operation, wanted);
		const echo = tuples.find(operation.plan, first);
		operation.note(echo instanceof Echo);
		if (echo instanceof Echo) return this.#repeat(echo, record, wanted);
		return echo === 'new' ? this.#watch(record, lender, operation, wanted) : makeEvent(this.#prepared, record, wanted);
	}

	/** A structure that is new: where does it say the operation? */
	#meet(record: JsonObject, lender: Lender, wanted: Wanted): NormalisedEvent | Unusable {
		const { source, facts } = this.#prepared;
		lender.watch();
		try {
			operationOf(source, facts.of(record), record);
			const leaves = new Set(lender.asked);
			if (leaves.size > 0) this.#structures.set(record, { plan: lender.tuples.plan(leaves), age: lender.tuples.age });
		} finally {
			lender.unwatch();
		}
		return makeEvent(this.#prepared, record, wanted);
	}

	/** Makes an event and notes what it depends on. */
	#watch(record: JsonObject, lender: Lender, operation: Operation, wanted: Wanted): NormalisedEvent | Unusable {
		const { source } = this.#prepared;
		const facts = this.#prepared.facts.of(record);
		lender.watch();
		try {
			const { asked } = lender;
			const time = timeOf(source, facts, record);
			if (typeof time !== 'number') return time;
			const ofTime = asked.length;
			const name = operationOf(source, facts, record);
			if (typeof name !== 'string') return name;
			const event = newEvent(source, time, name, wanted);
			const marks = [asked.length];
			for (const { read } of facts.others) {
				read(record, event);
				marks.push(asked.length);
			}
			const { seen, touched } = watched(event);
			const postponed = finishEvent(this.#prepared, record, seen);
			const isTouched = (fact: string) => touched.has(fact) || touched.has(EVERY);
			const leaves = asked.slice(ofTime, marks[0]).concat(asked.slice(marks.at(-1)));
			if (isTouched('time')) leaves.push(...asked.slice(0, ofTime));
			const own: FactReader[] = [];
			for (const [index, reader] of facts.others.entries()) {
				if (isTouched(reader.fact)) leaves.push(...asked.slice(marks[index], marks[index + 1]));
				else own.push(reader);
			}
			lender.unwatch();
			if (operation.looksAt(leaves, lender.tuples)) lender.tuples.keep(operation.echo(event, own, postponed));
			if (!isBrief(source, event, wanted)) for (const late of postponed) late(record, event);
			return event;
		} finally {
			lender.unwatch();
		}
	}

	#repeat({ same, remainder: { own, brief, postponed } }: Echo, record: JsonObject, wanted: Wanted): NormalisedEvent | Unusable {
		const { source } = this.#prepared;
		if (same.actor !== undefined) this.like = same;
		const facts: ShapeFacts = this.#prepared.facts.of(record);
		const time = timeOf(source, facts, record);
		if (typeof time !== 'number') return time;
		const event = newEvent(source, time, same.operation, wanted);
		takeOver(same, event);
		if (wanted.whole?.has(same.activity) === false) {
			for (const { read } of brief) read(record, event);
			if (isBrief(source, event, wanted)) return event;
			for (const reader of own) if (!brief.includes(reader)) reader.read(record, event);
		} else for (const { read } of own) read(record, event);
		for (const read of postponed) read(record, event);
		return event;
	}
}

/** Takes facts over, one line of code each: objects that are copied as a whole and then grow have a structure of their own each, which costs more than all else. */
function takeOver(same: EventDraft, event: EventDraft): void {
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

/** The event, and which of its facts are read, set, taken away or asked after through it. */
function watched(event: EventDraft): { readonly seen: EventDraft; readonly touched: ReadonlySet<string> } {
	const touched = new Set<string>();
	const note = (name: string | symbol) => touched.add(String(name));
	const seen = new Proxy(event, {
		get(target, name) {
			note(name);
			return Reflect.get(target, name);
		},
		set(target, name, value) {
			note(name);
			return Reflect.set(target, name, value);
		},
		deleteProperty(target, name) {
			note(name);
			return Reflect.deleteProperty(target, name);
		},
		has(target, name) {
			note(name);
			return Reflect.has(target, name);
		},
		ownKeys(target) {
			note(EVERY);
			return Reflect.ownKeys(target);
		},
	});
	return { seen, touched };
}
