import type { Json, JsonObject } from '../model/json.ts';
import { contentHash } from './content-hash.ts';
import { Derived } from './derived.ts';
import { ESCAPED, FALSE, type Kernel, NUMBER, PLAIN, TRUE, WIDE } from './memory.ts';
import type { Tuples } from './tuples.ts';

/** Numbers of so many digits are read digit by digit. */
const SHORT_NUMBER = 9;
/** Longer texts are never words. */
const LONGEST_WORD = 256;
/** So many new texts in a row, and then each time so many, make a leaf one that does not repeat. */
const MOST_MISSES = 64;

type Getter = () => Json;

/** What `toString` of a buffer calls, once it has looked at its arguments: the library of types does not know them. */
interface Slicer extends Uint8Array {
	latin1Slice(from: number, to: number): string;
	utf8Slice(from: number, to: number): string;
}

/**
 * Shows one scanned record at a time as an ordinary object. There is one such object for each structure, made when the structure is met; its members
 * are accessors that read the record shown now, each leaf once at most. So nothing is made for what nobody asks for; but whoever keeps such an
 * object, or a part of it, beyond the record sees the next one in it.
 */
export class View {
	/** The object that shows the record. */
	root: JsonObject | undefined;
	/** Its content hash; undefined where nobody has computed it. */
	content: number | undefined;
	/** Number of its structure. */
	structure = -1;
	/** Another number for each record shown. */
	generation = 0;
	/** What was made of the record shown, and is shown as it is. */
	derived: Derived | undefined;
	readonly #kernel: Kernel;
	readonly #bytes: Slicer;
	readonly #cells: Uint32Array;
	readonly #words: string[];
	readonly #roots: (JsonObject | undefined)[] = [];
	readonly #getters: Getter[] = [];
	readonly #known: Json[] = [];
	readonly #stamps: number[] = [];
	readonly #leafOf = new Map<unknown, number>();
	/** How often in a row a leaf's text was new. */
	readonly #misses: number[] = [];
	/** Where the leaves of the record begin, as an index of 32-bit cells. */
	#leaves = -1;
	/** What is kept of records with the same values. */
	readonly tuples: Tuples;
	/** Leaves that were asked for; undefined: nobody wants to know. */
	#asked: number[] | undefined;
	/** Number of its structure. */
	#shown = -1;

	/** @param words texts by the kernel's number: one list for all views of a kernel, as `tuples` is. */
	constructor(kernel: Kernel, words: string[], tuples: Tuples) {
		this.tuples = tuples;
		this.#kernel = kernel;
		this.#bytes = Buffer.from(kernel.memory.buffer) as unknown as Slicer;
		this.#cells = new Uint32Array(kernel.memory.buffer);
		this.#words = words;
	}

	knows(structure: number): boolean {
		return this.#roots[structure] !== undefined;
	}

	/** Learns a structure from a record that has it, parsed. */
	learn(structure: number, record: JsonObject): void {
		const count = { leaves: 0 };
		this.#roots[structure] = this.#object(record, count);
	}

	/** Forgets all structures. */
	forget(): void {
		this.#roots.length = 0;
		this.clear();
	}

	/** The record shown is over. */
	clear(): void {
		this.#leaves = -1;
		this.generation += 1;
		this.root = undefined;
		this.derived = undefined;
	}

	/** Shows a record of a structure that is known; `leaves` is the address of its first leaf. */
	show(structure: number, leaves: number, content: number | undefined): JsonObject {
		const at = leaves >>> 2;
		// A record without leaves ends where it begins: the next one begins there too.
		if (at !== this.#leaves || structure !== this.#shown || this.root === undefined) {
			this.#leaves = at;
			this.#shown = structure;
			this.generation += 1;
			this.derived = undefined;
			this.content = content;
			this.root = this.#roots[structure];
			this.structure = structure;
		}
		return this.root as JsonObject;
	}

	/**
	 * Objects that were made of the record shown, to be lent with it and with others (see {@link lend}): their members are accessors, those of the
	 * record or others that ask the record shown, or what is the same in all records with which they are lent.
	 */
	derive(objects: readonly JsonObject[]): Derived {
		return new Derived(this, objects);
	}

	/** Lends objects with the record shown, for as long as it is shown. */
	lend(derived: Derived): readonly JsonObject[] {
		this.derived = derived;
		return derived.objects;
	}

	/** Content hash of the record shown, or of what is lent with it. */
	contentOf(object: JsonObject): number | undefined {
		return object === this.root ? this.content : this.derived?.content(object);
	}

	/** Which leaf an accessor reads; undefined of one that does not read one as it is. */
	leafOf(get: () => unknown): number | undefined {
		return this.#leafOf.get(get);
	}

	/** Content hash of a leaf of the record shown. */
	leafContent(leaf: number): number {
		const at = this.#leaves + leaf * 4;
		return (this.#cells[at + 2] as number) <= ESCAPED ? (this.#cells[at + 3] as number) : contentHash(this.#read(at, leaf));
	}

	/** Learns a record of texts with these names. */
	learnNames(structure: number, names: readonly string[]): void {
		const object: Record<string, Json> = {};
		for (const [leaf, name] of names.entries()) define(object, name, this.#getter(leaf));
		this.#roots[structure] = object;
	}

	/**
	 * From now on it is noted which leaves of the record shown are asked for, as if it were shown for the first time: what others remember of it by its
	 * generation is asked for anew.
	 */
	watch(): void {
		this.generation += 1;
		this.#asked = [];
	}

	/** Leaves asked for since {@link watch}, in their order, some more than once: the list goes on growing. */
	get asked(): readonly number[] {
		return this.#asked ?? [];
	}

	/** Nothing is noted any more. */
	unwatch(): void {
		this.#asked = undefined;
	}

	/** Whether it is noted what is asked for. */
	get isWatched(): boolean {
		return this.#asked !== undefined;
	}

	/** Address of a leaf of the record shown. */
	leafAt(leaf: number): number {
		return (this.#leaves + leaf * 4) * 4;
	}

	#object(like: JsonObject, count: { leaves: number }): JsonObject {
		const object: Record<string, Json> = {};
		for (const name of Object.keys(like)) {
			const value = like[name] as Json;
			if (typeof value !== 'object' || value === null) {
				define(object, name, this.#getter(count.leaves));
				count.leaves += 1;
			} else if (!Array.isArray(value)) object[name] = this.#object(value as JsonObject, count);
			else if (holdsLeaves(value)) {
				const first = count.leaves;
				const make = this.#arrayMaker(value, count);
				define(object, name, this.#once(make, first, count.leaves));
			} else object[name] = this.#array(value, count);
		}
		return object;
	}

	/** An array of nothing but objects, and of such arrays: the same for each record. */
	#array(like: readonly Json[], count: { leaves: number }): Json[] {
		return like.map((element) =>
			Array.isArray(element) ? this.#array(element, count) : this.#object(element as JsonObject, count),
		);
	}

	/** An array with leaves is made anew for each record: accessors in arrays are slow. */
	#arrayMaker(like: readonly Json[], count: { leaves: number }): () => Json[] {
		const makers: Getter[] = like.map((element) => {
			if (typeof element !== 'object' || element === null) {
				const getter = this.#getter(count.leaves);
				count.leaves += 1;
				return getter;
			}
			if (Array.isArray(element)) return this.#arrayMaker(element, count);
			const object = this.#object(element as JsonObject, count);
			return () => object;
		});
		return () => makers.map((make) => make());
	}

	/** Asks once a record. The leaves of what is asked for go from one to before the other. */
	#once(make: Getter, from: number, to: number): Getter {
		let generation = -1;
		let value: Json = null;
		return () => {
			if (this.#asked !== undefined) for (let leaf = from; leaf < to; leaf += 1) this.#asked.push(leaf);
			if (generation !== this.generation) {
				value = make();
				generation = this.generation;
			}
			return value;
		};
	}

	#getter(leaf: number): Getter {
		let getter = this.#getters[leaf];
		if (getter === undefined) {
			getter = () => this.#leaf(leaf);
			this.#getters[leaf] = getter;
			this.#leafOf.set(getter, leaf);
			this.#stamps[leaf] = -1;
			this.#misses[leaf] = 0;
			this.#known[leaf] = null;
		}
		return getter;
	}

	#leaf(leaf: number): Json {
		if (this.#asked !== undefined) this.#asked.push(leaf);
		if (this.#stamps[leaf] === this.generation) return this.#known[leaf] as Json;
		const value = this.#read(this.#leaves + leaf * 4, leaf);
		this.#known[leaf] = value;
		this.#stamps[leaf] = this.generation;
		return value;
	}

	#read(at: number, leaf: number): Json {
		const kind = this.#cells[at + 2] as number;
		if (kind <= ESCAPED) return this.#text(at, kind, leaf);
		if (kind === NUMBER) return this.#number(this.#cells[at] as number, this.#cells[at + 1] as number);
		return kind === TRUE ? true : kind === FALSE ? false : null;
	}

	#text(at: number, kind: number, leaf: number): string {
		const from = this.#cells[at] as number;
		const length = this.#cells[at + 1] as number;
		const to = from + length;
		const word = length <= LONGEST_WORD && this.#mayRepeat(leaf) ? this.#kernel.word(at * 4) : 0;
		if (word !== 0) this.#misses[leaf] = 0;
		if (word > 0) return this.#words[word] as string;
		const text =
			kind === PLAIN
				? this.#bytes.latin1Slice(from, to)
				: kind === WIDE
					? this.#bytes.utf8Slice(from, to)
					: (JSON.parse(this.#bytes.utf8Slice(from - 1, to + 1)) as string);
		if (word < 0) this.#words[-word] = text;
		return text;
	}

	/** A leaf that has held nothing but new texts is looked up now and then only. */
	#mayRepeat(leaf: number): boolean {
		const misses = (this.#misses[leaf] as number) + 1;
		this.#misses[leaf] = misses;
		return misses <= MOST_MISSES || misses % MOST_MISSES === 0;
	}

	#number(from: number, length: number): number {
		const bytes = this.#bytes;
		if (length > SHORT_NUMBER) return Number(bytes.latin1Slice(from, from + length));
		let number = 0;
		for (let at = from; at < from + length; at += 1) {
			const digit = (bytes[at] as number) - 0x30;
			if (digit < 0) return Number(bytes.latin1Slice(from, from + length));
			number = number * 10 + digit;
		}
		return number;
	}
}

function define(object: JsonObject, name: string, get: Getter): void {
	Object.defineProperty(object, name, { get, enumerable: true, configurable: true });
}

/** Whether an array holds anything but objects, and arrays of such. */
function holdsLeaves(array: readonly Json[]): boolean {
	return array.some(
		(element) => typeof element !== 'object' || element === null || (Array.isArray(element) && holdsLeaves(element)),
	);
}
