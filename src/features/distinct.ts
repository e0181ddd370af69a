import type { NormalisedEvent } from '../model/event.ts';
import type { Feature } from './feature.ts';

/** Distinct values met. */
export interface DistinctValues {
	/** How many: exact unless capped, else an estimate (standard error about 1/√cap). */
	readonly count: number;
	/** The values, sorted by code unit; a sample of `cap` of them where capped. */
	readonly values: readonly string[];
	/** More than `cap` were met. */
	readonly capped: boolean;
}

const DEFAULT_CAP = 1024;
const HASHES = 2 ** 53;

/**
 * Distinct values of a fact. Beyond the cap it keeps the values with the smallest hashes: a sample that depends on the values
 * alone, not on the order in which they came, and from which their number can be estimated (k minimum values; Bar-Yossef et al.
 * 2002).
 */
export class Distinct<E = NormalisedEvent> implements Feature<DistinctValues, E> {
	readonly #of: (event: E) => string | undefined;
	readonly #cap: number;
	/** Value → hash. At most twice the cap. */
	#kept = new Map<string, number>();
	/** Hashes above were dropped. */
	#limit = Infinity;

	constructor(of: (event: E) => string | undefined, cap: number = DEFAULT_CAP) {
		this.#of = of;
		this.#cap = cap;
	}

	add(event: E): void {
		const value = this.#of(event);
		if (value === undefined || this.#kept.has(value)) return;
		this.#keep(value, hashOf(value));
	}

	merge(other: Distinct<E>): void {
		this.#limit = Math.min(this.#limit, other.#limit);
		for (const [value, hash] of [...other.#kept]) this.#keep(value, hash);
	}

	value(): DistinctValues {
		const all = this.#smallest();
		const capped = this.#limit < Infinity || this.#kept.size > this.#cap;
		const kept = all.slice(0, this.#cap);
		const values = kept.map(([value]) => value).sort();
		const largest = kept.at(-1)?.[1] ?? 0;
		const count =
			capped && largest > 0 ? Math.max(this.#cap + 1, Math.round(((this.#cap - 1) * HASHES) / largest)) : values.length;
		return { count, values, capped };
	}

	#keep(value: string, hash: number): void {
		if (hash > this.#limit) return;
		this.#kept.set(value, hash);
		if (this.#kept.size <= 2 * this.#cap) return;
		const smallest = this.#smallest().slice(0, this.#cap);
		this.#limit = smallest.at(-1)?.[1] ?? this.#limit;
		this.#kept = new Map(smallest);
	}

	#smallest(): readonly (readonly [string, number])[] {
		return [...this.#kept].sort(([left, a], [right, b]) => a - b || (left < right ? -1 : 1));
	}
}

/**
 * A hash of 53 bits (two lanes of multiply and xor after MurmurHash3's finaliser). Spreads values; no protection against
 * forgery.
 */
function hashOf(text: string): number {
	let a = 0xdeadbeef;
	let b = 0x41c6ce57;
	for (let i = 0; i < text.length; i += 1) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 2_654_435_761);
		b = Math.imul(b ^ unit, 1_597_334_677);
	}
	a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
	b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
	return 2 ** 32 * (b & 0x1fffff) + (a >>> 0);
}
