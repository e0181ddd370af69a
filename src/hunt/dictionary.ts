import { Column } from './columns.ts';
import { TextArena } from './text-arena.ts';

/** Drawn anew for each run, so that nobody can make texts that all want the same slot. It decides nothing else. */
const SEED = Math.floor(Math.random() * 2 ** 32);
const FACTOR = Math.floor(Math.random() * 2 ** 31) * 2 + 1;

/** So many texts that came more than once, or were asked for, are at hand. */
const AT_HAND = 2 ** 13;
const FULL = 0.75;

const GROWTH = 1.5;

/**
 * Texts by number: 0 stands for an absent text. Numbers depend on the order of arrival and must never reach output. Most texts of a log come once
 * or a few times (objects, tokens), a few all the time: all lie outside the heap, those few at hand as well.
 */
export class Dictionary {
	readonly #arena = new TextArena();
	/** Number → place in the arena. */
	readonly #places = new Column();
	/** Hash and number, slot by slot, open-addressed; number 0: empty. */
	#slots = new Uint32Array(2 * 1024);
	#capacity = 1024;
	/** Texts met again. */
	readonly #met = new Map<string, number>();
	/** Texts that were asked for: number and text, by the lower bits of the number. */
	readonly #shownIds = new Uint32Array(AT_HAND);
	readonly #shown: string[] = new Array<string>(AT_HAND).fill('');

	constructor() {
		this.#places.push(0);
	}

	/** The text's number; a new one for a new text. */
	id(text: string | undefined): number {
		if (text === undefined || text === '') return 0;
		const met = this.#met.get(text);
		if (met !== undefined) return met;
		const hash = hashOf(text);
		let slot = this.#find(text, hash);
		const known = this.#slots[slot + 1] ?? 0;
		if (known !== 0) {
			if (this.#met.size >= AT_HAND) this.#met.clear();
			this.#met.set(text, known);
			return known;
		}
		const id = this.#places.length;
		if (id > this.#capacity * FULL) {
			this.#grow();
			slot = this.#find(text, hash);
		}
		this.#slots[slot] = hash;
		this.#slots[slot + 1] = id;
		this.#places.push(this.#arena.add(text));
		return id;
	}

	/** The number of a text that is known, or undefined. */
	find(text: string): number | undefined {
		const known = this.#slots[this.#find(text, hashOf(text)) + 1] ?? 0;
		return known === 0 ? undefined : known;
	}

	/** The text; undefined for 0. */
	text(id: number): string | undefined {
		if (id === 0 || id >= this.#places.length) return undefined;
		const at = id % AT_HAND;
		if (this.#shownIds[at] === id) return this.#shown[at];
		const text = this.#arena.at(this.#places.at(id));
		this.#shownIds[at] = id;
		this.#shown[at] = text;
		return text;
	}

	/** One more than the largest number. */
	get size(): number {
		return this.#places.length;
	}

	/** Index of the slot that has the text, or of the empty one where it belongs. */
	#find(text: string, hash: number): number {
		const slots = this.#slots;
		let at = this.#start(hash);
		for (;;) {
			const id = slots[at + 1] as number;
			if (id === 0 || (slots[at] === hash && this.#arena.is(this.#places.at(id), text))) return at;
			at += 2;
			if (at === slots.length) at = 0;
		}
	}

	#start(hash: number): number {
		return Math.floor((hash * this.#capacity) / 2 ** 32) * 2;
	}

	#grow(): void {
		const old = this.#slots;
		this.#capacity = Math.ceil(this.#capacity * GROWTH);
		this.#slots = new Uint32Array(this.#capacity * 2);
		const slots = this.#slots;
		for (let from = 0; from < old.length; from += 2) {
			if (old[from + 1] === 0) continue;
			let at = this.#start(old[from] ?? 0);
			while (slots[at + 1] !== 0) {
				at += 2;
				if (at === slots.length) at = 0;
			}
			slots[at] = old[from] ?? 0;
			slots[at + 1] = old[from + 1] ?? 0;
		}
	}
}

function hashOf(text: string): number {
	let hash = SEED;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), FACTOR);
		hash ^= hash >>> 15;
	}
	return hash >>> 0;
}
