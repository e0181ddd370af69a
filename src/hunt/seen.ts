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
 * The table grows part by part: only one part is there twice while it does, and they do not all grow at once. Which part a hash belongs to says as much
 * as six bits of it that are not kept.
 */
const PARTS = 64;
const LEAST = 16;
const FULL = 0.8;
const GROWTH = 1.25;

/** Slots of one part, open-addressed. */
class Part {
	/** Slot by slot; a slot without a format is empty. */
	slots: Uint32Array;
	#size = 0;
	#capacity: number;

	constructor(capacity: number) {
		this.#capacity = capacity;
		this.slots = new Uint32Array(capacity * WORDS);
	}

	/** Index of the slot that has this hash, or of the empty one where it belongs. */
	find(first: number, second: number): number {
		const { slots } = this;
		let at = Math.floor((mix(first, second) * this.#capacity) / 2 ** 32) * WORDS;
		for (;;) {
			const last = slots[at + 1] as number;
			if ((last & LAST_FORMAT) === 0) return at;
			if (slots[at] === first && last >>> FORMAT_BITS === second) return at;
			at += WORDS;
			if (at === slots.length) at = 0;
		}
	}

	/** Makes room for one more; indices from before do not hold any longer where it returns true. */
	makeRoom(): boolean {
		this.#size += 1;
		if (this.#size <= this.#capacity * FULL) return false;
		const old = this.slots;
		this.#capacity = Math.ceil(this.#capacity * GROWTH);
		this.slots = new Uint32Array(this.#capacity * WORDS);
		for (let from = 0; from < old.length; from += WORDS) {
			const last = old[from + 1] as number;
			if ((last & LAST_FORMAT) === 0) continue;
			const first = old[from] as number;
			const at = this.find(first, last >>> FORMAT_BITS);
			this.slots[at] = first;
			this.slots[at + 1] = last;
			this.slots[at + 2] = old[from + 2] as number;
		}
		return true;
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
	readonly #parts = Array.from({ length: PARTS }, (_, part) => new Part(Math.round(LEAST * GROWTH ** (part / PARTS))));
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
		const last = part.slots[at + 1] ?? 0;
		if ((last & LAST_FORMAT) !== 0) {
			this.#format = last & LAST_FORMAT;
			this.#content = part.slots[at + 2] ?? 0;
			return false;
		}
		if (part.makeRoom()) at = part.find(first, second);
		part.slots[at] = first;
		part.slots[at + 1] = (second << FORMAT_BITS) | kept(format);
		part.slots[at + 2] = content;
		this.#size += 1;
		return true;
	}
}

/** The number of a format as a slot keeps it. */
function kept(format: number): number {
	return Math.min(format, LAST_FORMAT);
}
