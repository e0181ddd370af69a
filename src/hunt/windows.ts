import type { Entity } from './entities.ts';
import { dayOf } from './profile.ts';

/** One window of one entity: its events from index `from` to before `to`. */
export interface Window {
	/** Length that was scanned, ms; 0 for an event of its own. */
	readonly length: number;
	readonly from: number;
	readonly to: number;
	/** Weight or number of distinct values inside. */
	readonly count: number;
	/** UTC day in which its first event lies. */
	readonly day: number;
}

/** How many windows of one length and start day are looked at more closely: the fullest. */
const CLOSEST = 3;

/** The fullest trailing windows of a length, by the day in which they start; each ends with an event. Counts below 2 are left out. */
export function trailingWindows(entity: Entity, length: number): readonly Window[] {
	const best = new Map<number, Window[]>();
	const inside = new Inside(entity);
	let left = 0;
	for (let right = 0; right < entity.times.length; right += 1) {
		inside.add(right);
		while ((entity.times[right] ?? 0) - (entity.times[left] ?? 0) >= length) {
			inside.drop(left);
			left += 1;
		}
		if (inside.count < 2) continue;
		const day = dayOf(entity.times[left] ?? 0);
		const window = { length, from: left, to: right + 1, count: inside.count, day };
		const kept = best.get(day);
		if (kept === undefined) best.set(day, [window]);
		else keepFullest(kept, window);
	}
	return [...best.values()].flat();
}

/** Every event as a window of its own; events within `merge` ms of the one before are one. */
export function eventWindows(entity: Entity, merge: number): readonly Window[] {
	const windows: Window[] = [];
	let from = 0;
	for (let index = 1; index <= entity.times.length; index += 1) {
		const gap = (entity.times[index] ?? Number.POSITIVE_INFINITY) - (entity.times[index - 1] ?? 0);
		if (gap <= merge) continue;
		windows.push({ length: 0, from, to: index, count: index - from, day: dayOf(entity.times[from] ?? 0) });
		from = index;
	}
	return windows;
}

function keepFullest(kept: Window[], window: Window): void {
	// Of windows that hold the same, the first to reach the count says it most tightly.
	if (kept.some((other) => other.from === window.from && other.count >= window.count)) return;
	const same = kept.findIndex((other) => other.from === window.from);
	if (same >= 0) kept[same] = window;
	else if (kept.length < CLOSEST) kept.push(window);
	else {
		let least = 0;
		for (let index = 1; index < kept.length; index += 1) if ((kept[index]?.count ?? 0) < (kept[least]?.count ?? 0)) least = index;
		if ((kept[least]?.count ?? 0) < window.count) kept[least] = window;
	}
}

/** What is inside the sliding window. */
class Inside {
	readonly #entity: Entity;
	readonly #values = new Map<number, number>();
	#weight = 0;

	constructor(entity: Entity) {
		this.#entity = entity;
	}

	get count(): number {
		return this.#entity.values === undefined ? this.#weight : this.#values.size;
	}

	add(index: number): void {
		const { values, weights } = this.#entity;
		if (values === undefined) this.#weight += weights[index] ?? 0;
		else {
			const value = values[index];
			if (value !== undefined && value !== 0) this.#values.set(value, (this.#values.get(value) ?? 0) + 1);
		}
	}

	drop(index: number): void {
		const { values, weights } = this.#entity;
		if (values === undefined) {
			this.#weight -= weights[index] ?? 0;
			return;
		}
		const value = values[index];
		if (value === undefined || value === 0) return;
		const left = (this.#values.get(value) ?? 1) - 1;
		if (left === 0) this.#values.delete(value);
		else this.#values.set(value, left);
	}
}
