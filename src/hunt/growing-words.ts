import { type Memory, machine } from '../scan/web-assembly.ts';

/** Bytes by which the memory grows, and those of one page of it. */
const STEP = 2 ** 20;
const PAGE = 2 ** 16;
/** Most pages that WebAssembly allows: 4 GiB. */
const MOST_PAGES = 2 ** 16;

/**
 * Words of 32 bits, all 0 at first, that grow where they are: nothing is copied, and once nobody holds them they are given back to the system as a whole. What
 * is allocated piece by piece leaves holes instead, and the system sees little of it again.
 */
export class GrowingWords {
	/** All words; another array after each {@link take}. */
	words: Uint32Array;
	#memory: Memory | undefined;
	#taken = 0;

	constructor() {
		this.#memory = reserve();
		this.words = this.#memory === undefined ? new Uint32Array(STEP / 4) : new Uint32Array(this.#memory.buffer);
	}

	/** Takes so many words more. @returns the index of the first */
	take(count: number): number {
		const from = this.#taken;
		this.#taken += count;
		if (this.#taken > this.words.length) this.#grow(this.#taken * 4);
		return from;
	}

	#grow(bytes: number): void {
		if (this.#growInPlace(bytes)) return;
		this.#memory = undefined;
		const before = this.words;
		this.words = new Uint32Array(Math.ceil((bytes * 1.5) / STEP) * (STEP / 4));
		this.words.set(before);
	}

	#growInPlace(bytes: number): boolean {
		const memory = this.#memory;
		if (memory === undefined) return false;
		try {
			memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / STEP) * (STEP / PAGE));
		} catch {
			return false;
		}
		this.words = new Uint32Array(memory.buffer);
		return true;
	}
}

/** Room for up to 4 GiB, of which none is used yet; undefined where the machine has no such thing. */
function reserve(): Memory | undefined {
	try {
		return machine === undefined ? undefined : new machine.Memory({ initial: STEP / PAGE, maximum: MOST_PAGES });
	} catch {
		return undefined;
	}
}
