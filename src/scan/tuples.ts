import { type Kernel, MOST_LEAVES, PLANS, PLANS_END } from './memory.ts';

/** Which leaves of a structure are looked at. */
export interface Plan {
	readonly number: number;
	/** Ascending. */
	readonly leaves: readonly number[];
	/** Where the kernel has them. */
	readonly list: number;
}

/**
 * What is kept of records that have the same values in some of their leaves. Values are compared themselves, no hash decides. One for all views of a
 * kernel; bounded, and when it is full it is forgotten.
 */
export class Tuples {
	/** Another number after each time that all plans were forgotten. */
	age = 0;
	readonly #kernel: Kernel;
	readonly #cells: Uint32Array;
	readonly #kept: object[] = [];
	#plans = 0;
	#top = PLANS;
	#forgotten = 0;

	constructor(kernel: Kernel) {
		this.#kernel = kernel;
		this.#cells = new Uint32Array(kernel.memory.buffer);
	}

	/** How often what was kept was forgotten. */
	get forgotten(): number {
		return this.#kernel.forgotten.value;
	}

	/** A plan to look at these leaves. It is good until {@link age} changes. */
	plan(leaves: Iterable<number>): Plan {
		const sorted = [...leaves].toSorted((a, b) => a - b);
		// The kernel looks for none so long.
		if (sorted.length > MOST_LEAVES) return { number: 0, leaves: sorted, list: 0 };
		if (this.#top + sorted.length * 4 > PLANS_END) this.forget();
		const plan = { number: this.#plans, leaves: sorted, list: this.#top };
		this.#cells.set(sorted, this.#top >>> 2);
		this.#top += sorted.length * 4;
		this.#plans += 1;
		return plan;
	}

	/**
	 * What was kept of a record with the same values. `new`: nothing yet; `rare`: a value of the record, or
	 * all of them together, have not come often enough.
	 * @param first address of the record's first leaf
	 */
	find({ number, list, leaves }: Plan, first: number): object | 'new' | 'rare' {
		const answer = this.#kernel.find(number, list, leaves.length, first);
		return answer > 0 ? (this.#kept[answer - 1] as object) : answer === 0 ? 'new' : 'rare';
	}

	/** Keeps something of the record that was looked for last, where {@link find} said `new`. */
	keep(something: object): void {
		if (this.forgotten !== this.#forgotten) {
			this.#forgotten = this.forgotten;
			this.#kept.length = 0;
		}
		if (this.#kernel.keep(this.#kept.length + 1) !== 0) this.#kept.push(something);
		else this.#kernel.forgetTuples();
	}

	/** Forgets plans and tuples. */
	forget(): void {
		this.#kernel.forgetTuples();
		this.#plans = 0;
		this.#top = PLANS;
		this.age += 1;
	}
}
