import { lowerBound } from '../features/lower-bound.ts';
import type { PlatformId } from '../model/platform.ts';
import type { Ledger } from './ledger.ts';

/** Days on which each platform delivered anything at all: only they count as days on which somebody could have been seen. */
export class Calendar {
	readonly #days = new Map<string, readonly number[]>();
	/** The same by list: a subject asks with its own one again and again. */
	readonly #known = new WeakMap<readonly PlatformId[], readonly number[]>();
	readonly #ledger: Ledger;

	constructor(ledger: Ledger) {
		this.#ledger = ledger;
	}

	/** Sorted days on which at least one of the platforms delivered something. */
	days(platforms: readonly PlatformId[]): readonly number[] {
		let days = this.#known.get(platforms);
		if (days === undefined) {
			days = this.#joined(platforms);
			this.#known.set(platforms, days);
		}
		return days;
	}

	#joined(platforms: readonly PlatformId[]): readonly number[] {
		const key = platforms.toSorted().join('+');
		const known = this.#days.get(key);
		if (known !== undefined) return known;
		const all = new Set<number>();
		for (const platform of platforms) for (const day of this.#ledger.days.get(platform)?.keys() ?? []) all.add(day);
		const sorted = [...all].toSorted((a, b) => a - b);
		this.#days.set(key, sorted);
		return sorted;
	}

	/** Number of delivered days d with from <= d < before. */
	count(platforms: readonly PlatformId[], from: number, before: number): number {
		const days = this.days(platforms);
		return Math.max(0, lowerBound(days, before) - lowerBound(days, from));
	}
}
