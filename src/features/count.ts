import type { NormalisedEvent } from '../model/event.ts';
import type { Feature } from './feature.ts';

/** How many events were heard, or how many of those that a test lets pass. */
export class Count<E = NormalisedEvent> implements Feature<number, E> {
	readonly #counts: (event: E) => boolean;
	#count = 0;

	constructor(counts: (event: E) => boolean = () => true) {
		this.#counts = counts;
	}

	add(event: E): void {
		if (this.#counts(event)) this.#count += 1;
	}

	merge(other: Count<E>): void {
		this.#count += other.#count;
	}

	value(): number {
		return this.#count;
	}
}
