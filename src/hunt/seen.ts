import { randomInt } from 'node:crypto';

/** Four 32-bit hashes of a text, written into `out`: 128 bits, so that two different records meet by chance in no evidence of human size. */
export function hash128(text: string, out: Uint32Array): void {
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
const KEYS: readonly [number, number, number, number] = [odd(), odd(), odd(), odd()];

function odd(): number {
	return randomInt(2 ** 31) * 2 + 1;
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

/** Words of one slot: four of hash, one of format, one of content. */
const WORDS = 6;

/**
 * Which events were met before, in one open-addressed table: 24 bytes a slot, at most half full.
 * An event is a copy of an earlier one with the same identity when its content is the same, or when it came in another format (which may carry
 * less). The same identity with other content in the same format is another event: ids alone are not safe.
 */
export class SeenTable {
	#slots = new Uint32Array(WORDS * 1024);
	#capacity = 1024;
	/** 32 − log₂ of the capacity: the upper bits of a product are its best. */
	#shift = 22;
	#size = 0;
	#tie = 0;
	readonly #hash = new Uint32Array(4);

	/**
	 * Adds an event.
	 * @param identity what names it, see `identityOf`
	 * @param format number of the format, from 1
	 * @param content see `contentHash` (src/scan)
	 * @returns whether it is a copy of an earlier one
	 */
	add(identity: string, format: number, content: number): boolean {
		hash128(identity, this.#hash);
		const same = this.#addIdentity(format, content);
		if (same !== undefined) return same;
		hash128(withContent(identity, content), this.#hash);
		return this.#put(format, content) !== undefined;
	}

	/** The same, where the eight words that {@link repeatHashes} makes are known already: they stand at an index of `hashes`. */
	addHashed(hashes: Uint32Array, at: number, format: number, content: number): boolean {
		copyWords(hashes, at, this.#hash, 0);
		const same = this.#addIdentity(format, content);
		if (same !== undefined) return same;
		copyWords(hashes, at + 4, this.#hash, 0);
		return this.#put(format, content) !== undefined;
	}

	/** Whether an event is a copy, as far as its identity alone tells; undefined: its content has to be looked at too. */
	#addIdentity(format: number, content: number): boolean | undefined {
		this.#tie = (this.#hash[0] ?? 0) * 0x200000 + (content & 0x1fffff);
		const at = this.#put(format, content);
		if (at === undefined) return false;
		return this.#slots[at + 4] !== format || this.#slots[at + 5] === content ? true : undefined;
	}

	/** Of the event added last: a number below 2^53 that orders events of one millisecond by what they are. */
	get tie(): number {
		return this.#tie;
	}

	get size(): number {
		return this.#size;
	}

	/** Where the hash was already, or undefined: it has been put in now. */
	#put(format: number, content: number): number | undefined {
		if (this.#size * 2 >= this.#capacity) this.#grow();
		const slot = this.#find(this.#hash, 0);
		const at = slot * WORDS;
		if (!this.#isEmpty(at)) return at;
		this.#slots.set(this.#hash, at);
		this.#slots[at + 4] = format;
		this.#slots[at + 5] = content;
		this.#size += 1;
		return undefined;
	}

	#find(hash: Uint32Array, from: number): number {
		const [h0, h1, h2, h3] = [hash[from], hash[from + 1], hash[from + 2], hash[from + 3]];
		const [k0, k1, k2, k3] = KEYS;
		const mixed = Math.imul(h0 ?? 0, k0) + Math.imul(h1 ?? 0, k1) + Math.imul(h2 ?? 0, k2) + Math.imul(h3 ?? 0, k3);
		let slot = mixed >>> this.#shift;
		for (;;) {
			const at = slot * WORDS;
			const slots = this.#slots;
			if (this.#isEmpty(at)) return slot;
			if (slots[at] === h0 && slots[at + 1] === h1 && slots[at + 2] === h2 && slots[at + 3] === h3) return slot;
			slot = (slot + 1) & (this.#capacity - 1);
		}
	}

	// Formats count from 1, so a slot without one is empty.
	#isEmpty(at: number): boolean {
		return this.#slots[at + 4] === 0;
	}

	#grow(): void {
		const old = this.#slots;
		this.#capacity *= 2;
		this.#shift -= 1;
		this.#slots = new Uint32Array(this.#capacity * WORDS);
		for (let from = 0; from < old.length; from += WORDS) {
			if (old[from + 4] !== 0) this.#slots.set(old.subarray(from, from + WORDS), this.#find(old, from) * WORDS);
		}
	}
}
