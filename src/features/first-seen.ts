import type { NormalisedEvent } from '../model/event.ts';
import type { Feature } from './feature.ts';

/** When values were first met. */
export interface FirstSeenValues {
	/** Value → epoch ms, by time, then value. */
	readonly times: ReadonlyMap<string, number>;
	/** More values were met than are kept: those first met latest are missing, and would look new. */
	readonly capped: boolean;
}

const DEFAULT_CAP = 4096;

/**
 * The earliest time of each value of a fact. Beyond the cap it keeps the values that were met first: what belongs to the
 * history stays whichever order the events come in.
 */
export class FirstSeen<E extends { readonly time: number } = NormalisedEvent> implements Feature<FirstSeenValues, E> {
	readonly #of: (event: E) => string | undefined;
	readonly #cap: number;
	/** At most twice the cap. */
	#times = new Map<string, number>();
	#capped = false;

	constructor(of: (event: E) => string | undefined, cap: number = DEFAULT_CAP) {
		this.#of = of;
		this.#cap = cap;
	}

	add(event: E): void {
		const value = this.#of(event);
		if (value !== undefined) this.#keep(value, event.time);
	}

	merge(other: FirstSeen<E>): void {
		this.#capped ||= other.#capped;
		for (const [value, time] of [...other.#times]) this.#keep(value, time);
	}

	value(): FirstSeenValues {
		return { times: new Map(this.#earliest()), capped: this.#capped || this.#times.size > this.#cap };
	}

	#keep(value: string, time: number): void {
		const known = this.#times.get(value);
		if (known !== undefined && known <= time) return;
		this.#times.set(value, time);
		if (this.#times.size <= 2 * this.#cap) return;
		this.#times = new Map(this.#earliest());
		this.#capped = true;
	}

	#earliest(): readonly (readonly [string, number])[] {
		const byTime = [...this.#times].sort(([left, a], [right, b]) => a - b || (left < right ? -1 : 1));
		return byTime.slice(0, this.#cap);
	}
}
