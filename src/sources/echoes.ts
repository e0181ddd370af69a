import type { EventDraft, Likeness, NormalisedEvent } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { EventReader } from '../model/source.ts';
import { lenderOf } from '../read/fields.ts';
import { Echo, type Lender, Operation, type Plan, takeOver } from './echo.ts';
import type { FactReader } from './facts.ts';
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
import { watchEvent } from './watched-event.ts';

/** What is known of records of one structure. */
interface Structure {
	readonly age: number;
	/** The leaves that say the operation. */
	readonly plan: Plan;
}

/** An event and what it depends on. */
interface Observed {
	readonly event: EventDraft;
	/** Facts that depend on paths alone, and at which no code looked. */
	readonly own: readonly FactReader[];
	readonly postponed: readonly EventReader[];
	/** The leaves that code looked at. */
	readonly leaves: readonly number[];
}

/**
 * Makes events like `makeEvent`, and does less for records that repeat what was met before. Logs say the same again and again: the same
 * person does the same with the same client, only time, id and object differ. While an event is made it is noted which values of the record
 * the source's code asks for. Of the next record that has the same values there, the code would ask for the same again, and come to the
 * same facts: these are taken over. Facts that depend on paths alone and at which no code looked, and what code puts off, are read of each
 * record. So nothing is assumed of a source but that its code depends on the record alone; and values are compared, not hashes of them.
 */
export class Echoes {
	readonly #prepared: Prepared;
	readonly #structures = new WeakMap<JsonObject, Structure>();
	/** Of the event made last: what it shares with others, as far as their actor is part of that. */
	like: Likeness | undefined;

	constructor(prepared: Prepared) {
		this.#prepared = prepared;
	}

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

	/** Makes an event, and keeps it for the next record that says the same. */
	#watch(record: JsonObject, lender: Lender, operation: Operation, wanted: Wanted): NormalisedEvent | Unusable {
		lender.watch();
		let observed: Observed | Unusable;
		try {
			observed = this.#observe(record, lender.asked, wanted);
		} finally {
			lender.unwatch();
		}
		if ('reason' in observed) return observed;
		const { event, own, postponed, leaves } = observed;
		if (operation.looksAt(leaves, lender.tuples)) lender.tuples.keep(operation.echo(event, own, postponed));
		if (!isBrief(this.#prepared.source, event, wanted)) for (const late of postponed) late(record, event);
		return event;
	}

	/** Makes all of an event but what is put off, and tells what it depends on. @param asked grows with each leaf that is asked for */
	#observe(record: JsonObject, asked: readonly number[], wanted: Wanted): Observed | Unusable {
		const { source } = this.#prepared;
		const facts = this.#prepared.facts.of(record);
		const time = timeOf(this.#prepared, facts, record);
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
		const { event: seen, isTouched } = watchEvent(event);
		const postponed = finishEvent(this.#prepared, record, seen);
		const leaves = asked.slice(ofTime, marks[0]).concat(asked.slice(marks.at(-1)));
		if (isTouched('time')) leaves.push(...asked.slice(0, ofTime));
		const own: FactReader[] = [];
		for (const [index, reader] of facts.others.entries()) {
			if (isTouched(reader.fact)) leaves.push(...asked.slice(marks[index], marks[index + 1]));
			else own.push(reader);
		}
		return { event, own, postponed, leaves };
	}

	#repeat(echo: Echo, record: JsonObject, wanted: Wanted): NormalisedEvent | Unusable {
		const { source } = this.#prepared;
		const {
			same,
			remainder: { own, brief, postponed },
		} = echo;
		if (same.actor !== undefined) this.like = echo;
		const facts = this.#prepared.facts.of(record);
		const time = timeOf(this.#prepared, facts, record);
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
