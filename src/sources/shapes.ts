import type { JsonObject } from '../model/json.ts';
import { isLent } from '../read/fields.ts';

/** Records with more names than this are looked at one by one. */
const MOST_NAMES = 512;
/** Longer names are not remembered. */
const LONG_NAME = 256;
/** Steps that are remembered before the memory starts anew: hostile input may make every record look different. */
const MOST_STEPS = 65_536;

interface Step<T> {
	/** The name met last behind this step, and where it led: logs repeat themselves. */
	name: string | undefined;
	next: Step<T> | undefined;
	others: Map<string, Step<T>> | undefined;
	value: T | undefined;
}

/**
 * What is known of records by their shape: the names of their members, in their order. A tree of names rather than a table of
 * joined names, because no text has to be put together for each record.
 */
export class Shapes<T extends object> {
	readonly #learn: (record: JsonObject) => T;
	#root: Step<T> = newStep();
	#steps = 1;
	/** A lent object is a shape in itself. */
	readonly #lent = new WeakMap<JsonObject, T>();

	/** @param learn what there is to know; depends on nothing but which names the record has. */
	constructor(learn: (record: JsonObject) => T) {
		this.#learn = learn;
	}

	/** What is known of records of this shape. */
	of(record: JsonObject): T {
		if (!isLent(record)) return this.#walk(record);
		let value = this.#lent.get(record);
		if (value === undefined) {
			value = this.#learn(record);
			this.#lent.set(record, value);
		}
		return value;
	}

	#walk(record: JsonObject): T {
		let step = this.#root;
		let names = 0;
		for (const name in record) {
			if (step.name === name && step.next !== undefined) step = step.next;
			else {
				names += 1;
				if (names > MOST_NAMES || name.length > LONG_NAME) return this.#learn(record);
				step = this.#turn(step, name);
			}
		}
		step.value ??= this.#learn(record);
		return step.value;
	}

	#turn(step: Step<T>, name: string): Step<T> {
		let next = step.others?.get(name);
		if (next === undefined) {
			if (this.#steps >= MOST_STEPS) {
				this.#root = newStep();
				this.#steps = 1;
			}
			next = newStep();
			this.#steps += 1;
			step.others ??= new Map();
			step.others.set(name, next);
		}
		step.name = name;
		step.next = next;
		return next;
	}
}

function newStep<T>(): Step<T> {
	return { name: undefined, next: undefined, others: undefined, value: undefined };
}
