import { GrowingWords } from './growing-words.ts';

/** Four 32-bit hashes of a text, written into `out`: 128 bits, so that two different records meet by chance in no evidence of human size. */
function hash128(text: string, out: Uint32Array): void {
	let a = 0x9e3779b9;
	let b = 0x243f6a88;
	let c = 0xb7e15162;
	let d = 0x85a308d3;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		a = b ^ Math.imul(a ^ code, 0x239b961b);
		b = c ^ Math.imul(b ^ code, 0xab0e9789);
		c = d ^ Math.imul(c ^ code, 0x38b34ae5);
		d = a ^ Math.imul(d ^ code, 0xa1e38b93);
	}
	a = Math.imul(c ^ (a >>> 18), 0x239b961b);
	b = Math.imul(d ^ (b >>> 22), 0xab0e9789);
	c = Math.imul(a ^ (c >>> 17), 0x38b34ae5);
	d = Math.imul(b ^ (d >>> 19), 0xa1e38b93);
	out[0] = (a ^ b ^ c ^ d) >>> 0;
	out[1] = (b ^ a) >>> 0;
	out[2] = (c ^ a) >>> 0;
	out[3] = (d ^ a) >>> 0;
}

/**
 * Where an event lies in the table is drawn anew for each run (multiply-shift hashing, Dietzfelbinger et al. 1997), so that nobody can make
 * records that all want the same slot. It decides nothing else: what comes out is the same whatever is drawn.
 */
const KEYS: readonly [number, number] = [odd(), odd()];

function odd(): number {
	return Math.floor(Math.random() * 2 ** 31) * 2 + 1;
}

/** Writes the hashes that tell repeats, eight words, to an index of `out`: of the identity, and of it with the content. */
export function repeatHashes(identity: string, content: number, out: Uint32Array, at: number): void {
	hash128(identity, scratch);
	copyWords(scratch, 0, out, at);
	hash128(withContent(identity, content), scratch);
	copyWords(scratch, 0, out, at + 4);
}

function copyWords(from: Uint32Array, at: number, to: Uint32Array, index: number): void {
	for (let word = 0; word < 4; word += 1) to[index + word] = from[at + word] as number;
}

const scratch = new Uint32Array(4);

function withContent(identity: string, content: number): string {
	return `${identity}\n${content}`;
}

/** Words of one slot: one and the greater part of a second of hash, the rest of that for the format, one of content. */
const WORDS = 3;
const FORMAT_BITS = 8;
/** Largest number of a format in a slot: that of all from there on. */
const LAST_FORMAT = 2 ** FORMAT_BITS - 1;

/**
 * The table grows part by part, and a part by pieces of one size, so that nothing is there twice while it does, and they do not all grow at once. Which part
 * a hash belongs to says as much as six bits of it that are not kept.
 */
const PARTS = 64;
const LEAST = 16;
const FULL = 0.8;
const GROWTH = 1.25;
/** Slots of a piece: 12 KB. A part begins with less. */
const PIECE_BITS = 10;
const PIECE = 2 ** PIECE_BITS;

/** Where slots wait while their part is put in order anew. */
let waiting = new Uint32Array(0);

/** Slots of one part, open-addressed; a slot without a format is empty. */
class Part {
	readonly #memory: GrowingWords;
	#size = 0;
	#capacity: number;
	/** Where its pieces begin. */
	readonly #pieces: number[] = [];

	constructor(capacity: number, memory: GrowingWords) {
		this.#memory = memory;
		this.#capacity = capacity;
	}

	/** Index of the slot that has this hash, or of the empty one where it belongs. */
	find(first: number, second: number): number {
		if (this.#pieces.length === 0) this.#pieces.push(this.#memory.take(PIECE * WORDS));
		const { words } = this.#memory;
		let slot = Math.floor((mix(first, second) * this.#capacity) / 2 ** 32);
		for (;;) {
			const at = (this.#pieces[slot >>> PIECE_BITS] as number) + (slot & (PIECE - 1)) * WORDS;
			const last = words[at + 1] as number;
			if ((last & LAST_FORMAT) === 0) return at;
			if (words[at] === first && last >>> FORMAT_BITS === second) return at;
			slot += 1;
			if (slot === this.#capacity) slot = 0;
		}
	}

	/** Makes room for one more; indices from before do not hold any longer where it returns true. */
	makeRoom(): boolean {
		this.#size += 1;
		if (this.#size <= this.#capacity * FULL) return false;
		const count = this.#takeOut();
		this.#capacity = Math.ceil(this.#capacity * GROWTH);
		while (this.#pieces.length * PIECE < this.#capacity) this.#pieces.push(this.#memory.take(PIECE * WORDS));
		const { words } = this.#memory;
		for (let from = 0; from < count; from += WORDS) {
			const first = waiting[from] as number;
			const last = waiting[from + 1] as number;
			const at = this.find(first, last >>> FORMAT_BITS);
			words[at] = first;
			words[at + 1] = last;
			words[at + 2] = waiting[from + 2] as number;
		}
		return true;
	}

	/** Empties the part into {@link waiting}. @returns how many words */
	#takeOut(): number {
		if (waiting.length < this.#size * WORDS) waiting = new Uint32Array(this.#size * WORDS * 2);
		const { words } = this.#memory;
		let to = 0;
		for (const piece of this.#pieces) {
			for (let at = piece; at < piece + PIECE * WORDS; at += WORDS) {
				if (((words[at + 1] as number) & LAST_FORMAT) === 0) continue;
				waiting[to] = words[at] as number;
				waiting[to + 1] = words[at + 1] as number;
				waiting[to + 2] = words[at + 2] as number;
				to += WORDS;
			}
			words.fill(0, piece, piece + PIECE * WORDS);
		}
		return to;
	}
}

/** The upper bits of a sum of products are its best: of them comes the place in a part. */
function mix(first: number, second: number): number {
	const sum = Math.imul(first, KEYS[0]) + Math.imul(second, KEYS[1]);
	return (sum ^ (sum >>> 15)) >>> 0;
}

/**
 * Which events were met before: 12 bytes a slot, two to four fifths full. Of the hash 62 bits are kept, and where both events are of one format they
 * are copies only if 32 bits of content are the same as well: of ten million different events of several formats two meet by chance once in ninety
 * thousand evidences, of one format once in four hundred million million.
 * An event is a copy of an earlier one with the same identity when its content is the same, or when it came in another format (which may carry
 * less). The same identity with other content in the same format is another event: ids alone are not safe.
 */
export class SeenTable {
	readonly #memory = new GrowingWords();
	readonly #parts = Array.from(
		{ length: PARTS },
		(_, part) => new Part(Math.round(LEAST * GROWTH ** (part / PARTS)), this.#memory),
	);
	#size = 0;
	#tie = 0;
	readonly #hash = new Uint32Array(4);
	/** Of what was there already. */
	#format = 0;
	#content = 0;

	/**
	 * Adds an event.
	 * @param identity what names it, see `identityOf`
	 * @param format number of the format, from 1 on
	 * @param content see `contentHash` (src/scan)
	 * @returns whether it is a copy of an earlier one
	 */
	add(identity: string, format: number, content: number): boolean {
		hash128(identity, this.#hash);
		const same = this.#addIdentity(format, content);
		if (same !== undefined) return same;
		hash128(withContent(identity, content), this.#hash);
		return !this.#put(format, content);
	}

	/** The same, where the eight words that {@link repeatHashes} makes are known already: they stand at an index of `hashes`. */
	addHashed(hashes: Uint32Array, at: number, format: number, content: number): boolean {
		copyWords(hashes, at, this.#hash, 0);
		const same = this.#addIdentity(format, content);
		if (same !== undefined) return same;
		copyWords(hashes, at + 4, this.#hash, 0);
		return !this.#put(format, content);
	}

	/** Whether an event is a copy, as far as its identity alone tells; undefined: its content has to be looked at too. */
	#addIdentity(format: number, content: number): boolean | undefined {
		this.#tie = (this.#hash[0] ?? 0) * 0x200000 + (content & 0x1fffff);
		if (this.#put(format, content)) return false;
		return this.#format !== kept(format) || this.#content === content >>> 0 ? true : undefined;
	}

	/** Of the event added last: a number below 2^53 that orders events of one millisecond by what they are. */
	get tie(): number {
		return this.#tie;
	}

	/** Of the copy added last: the number of the format in which the event was met first. */
	get formatBefore(): number {
		return this.#format;
	}

	get size(): number {
		return this.#size;
	}

	/** Whether the hash is new: then it is put in. */
	#put(format: number, content: number): boolean {
		const first = this.#hash[0] as number;
		const second = (this.#hash[1] as number) >>> FORMAT_BITS;
		const part = this.#parts[(this.#hash[2] as number) % PARTS] as Part;
		let at = part.find(first, second);
		const last = this.#memory.words[at + 1] as number;
		if ((last & LAST_FORMAT) !== 0) {
			this.#format = last & LAST_FORMAT;
			this.#content = this.#memory.words[at + 2] as number;
			return false;
		}
		if (part.makeRoom()) at = part.find(first, second);
		const { words } = this.#memory;
		words[at] = first;
		words[at + 1] = (second << FORMAT_BITS) | kept(format);
		words[at + 2] = content;
		this.#size += 1;
		return true;
	}
}

/** The number of a format as a slot keeps it. */
function kept(format: number): number {
	return Math.min(format, LAST_FORMAT);
}
