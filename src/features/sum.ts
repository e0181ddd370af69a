import type { NormalisedEvent } from '../model/event.ts';
import type { Feature } from './feature.ts';

/**
 * Sum of a measure over events: items, bytes. Weights are rounded to whole numbers, which keeps the sum exact (up to 2^53) and
 * so independent of order; absent, negative and infinite weights count nothing.
 */
export class Sum<E = NormalisedEvent> implements Feature<number, E> {
	readonly #weight: (event: E) => number | undefined;
	#sum = 0;

	constructor(weight: (event: E) => number | undefined) {
		this.#weight = weight;
	}

	add(event: E): void {
		const weight = this.#weight(event);
		if (weight !== undefined && weight > 0) this.#sum = bounded(this.#sum + (Number.isFinite(weight) ? Math.round(weight) : 0));
	}

	merge(other: Sum<E>): void {
		this.#sum = bounded(this.#sum + other.#sum);
	}

	value(): number {
		return this.#sum;
	}
}

// Past 2^53 additions would begin to depend on their order; the sum stays there instead.
function bounded(sum: number): number {
	return Math.min(sum, Number.MAX_SAFE_INTEGER);
}
