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

/** A set of 128-bit hashes in one open-addressed table: 16 bytes a slot, at most half full. */
export class SeenTable {
	#slots = new Uint32Array(4 * 1024);
	#capacity = 1024;
	#size = 0;

	/** Adds a hash. @returns whether it was there already. */
	add(hash: Uint32Array): boolean {
		if (this.#size * 2 >= this.#capacity) this.#grow();
		const at = find(this.#slots, this.#capacity, hash, 0);
		if (at.found) return true;
		this.#slots.set(hash.subarray(0, 4), at.slot * 4);
		this.#size += 1;
		return false;
	}

	get size(): number {
		return this.#size;
	}

	#grow(): void {
		const old = this.#slots;
		this.#capacity *= 2;
		this.#slots = new Uint32Array(this.#capacity * 4);
		for (let from = 0; from < old.length; from += 4) {
			if (isEmpty(old, from)) continue;
			this.#slots.set(old.subarray(from, from + 4), find(this.#slots, this.#capacity, old, from).slot * 4);
		}
	}
}

function find(slots: Uint32Array, capacity: number, hash: Uint32Array, from: number): { slot: number; found: boolean } {
	const [h0, h1, h2, h3] = [hash[from], hash[from + 1], hash[from + 2], hash[from + 3]];
	let slot = (h0 ?? 0) & (capacity - 1);
	for (;;) {
		const at = slot * 4;
		if (isEmpty(slots, at)) return { slot, found: false };
		if (slots[at] === h0 && slots[at + 1] === h1 && slots[at + 2] === h2 && slots[at + 3] === h3) return { slot, found: true };
		slot = (slot + 1) & (capacity - 1);
	}
}

// The all-zero hash marks an empty slot; a text that hashes to it would be met once in 2^128.
function isEmpty(slots: Uint32Array, at: number): boolean {
	return slots[at] === 0 && slots[at + 1] === 0 && slots[at + 2] === 0 && slots[at + 3] === 0;
}
