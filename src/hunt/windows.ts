import { lowerBound } from '../features/lower-bound.ts';
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

/** How many windows of one length and burst are looked at more closely: the fullest. */
const CLOSEST = 3;
/** A pause of so long ends a burst: what follows is looked at for itself, however much fuller the one before was. */
const PAUSE = 2 * 3_600_000;
/** What holds at most this share of a window, behind or before a pause of at least this share of its length, is no part of what is odd in it. */
const STRAY = { share: 0.05, pause: 0.125 };

/**
 * The fullest windows of a length that lie in a span, in groups: those of a length below {@link PAUSE} by burst and the day in which they start, longer ones
 * by that day. Each begins and ends with an event; counts below 2 are left out.
 * @param span epoch ms, half open; absent: all of time
 */
export function fullestWindows(
	entity: Entity,
	length: number,
	span: { readonly from: number; readonly to: number } = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
): readonly (readonly Window[])[] {
	const { times } = entity;
	const groups: Window[][] = [];
	const until = lowerBound(times, span.to);
	const first = lowerBound(times, span.from);
	const inside = new Inside(entity, length, first);
	let group: Window[] | undefined;
	let burst = 0;
	let last = Number.NaN;
	for (let right = first; right < until; right += 1) {
		if (length < PAUSE && right > 0 && (times[right] ?? 0) - (times[right - 1] ?? 0) >= PAUSE) burst += 1;
		inside.reach(right);
		const { left: from, count } = inside;
		if (count < 2) continue;
		const day = dayOf(times[from] ?? 0);
		const key = day + burst;
		const window = { length, from, to: right + 1, count, day };
		if (group === undefined || key !== last) {
			group = [window];
			groups.push(group);
		} else keepFullest(group, window);
		last = key;
	}
	return groups.map((windows) => windows.map((window) => withoutStrays(entity, window)));
}

/** The most that was counted within a length up to any event of a day: days in order, and for each its count and the largest up to it. */
export interface MostByDay {
	readonly days: readonly number[];
	readonly most: Float64Array;
	readonly largest: Float64Array;
}

/** How much a subject did within a length, day by day. */
export function mostByDay(entity: Entity, length: number): MostByDay {
	const days: number[] = [];
	const most: number[] = [];
	const inside = new Inside(entity, length);
	for (let right = 0; right < entity.times.length; right += 1) {
		inside.reach(right);
		const day = dayOf(entity.times[right] ?? 0);
		if (days.at(-1) !== day) {
			days.push(day);
			most.push(0);
		}
		most[most.length - 1] = Math.max(most.at(-1) ?? 0, inside.count);
	}
	const largest = Float64Array.from(most);
	for (let index = 1; index < largest.length; index += 1) largest[index] = Math.max(largest[index - 1] ?? 0, largest[index] ?? 0);
	return { days, most: Float64Array.from(most), largest };
}

/** On how many days before a window's own as much was done within its length, and the most that was. */
export function asMuch(
	{ days, most, largest }: MostByDay,
	window: Window,
): { readonly before: number; readonly largest: number } {
	const until = lowerBound(days, window.day);
	// Asked for each window of each day, over years of them.
	let before = 0;
	for (let index = 0; index < until; index += 1) if ((most[index] ?? 0) >= window.count) before += 1;
	return { before, largest: until === 0 ? 0 : (largest[until - 1] ?? 0) };
}

/** A window without the few events that lie far before or behind the rest: it begins and ends with what is odd in it. */
function withoutStrays(entity: Entity, window: Window): Window {
	const { times } = entity;
	const pause = window.length * STRAY.pause;
	const least = window.count * (1 - STRAY.share);
	let { from, to, count } = window;
	for (let index = from + 1; index < to; index += 1) {
		if ((times[index] ?? 0) - (times[index - 1] ?? 0) < pause) continue;
		const rest = countOf(entity, index, to);
		if (rest < least) break;
		from = index;
		count = rest;
	}
	for (let index = to - 1; index > from; index -= 1) {
		if ((times[index] ?? 0) - (times[index - 1] ?? 0) < pause) continue;
		const rest = countOf(entity, from, index);
		if (rest < least) break;
		to = index;
		count = rest;
	}
	return from === window.from && to === window.to ? window : { ...window, from, to, count, day: dayOf(times[from] ?? 0) };
}

/** Weight or number of distinct values of an entity's events from one index to before another. */
export function countOf({ values, weights }: Entity, from: number, to: number): number {
	if (values !== undefined) return new Set(values.subarray(from, to).filter((value) => value !== 0)).size;
	let sum = 0;
	for (let index = from; index < to; index += 1) sum += weights[index] ?? 0;
	return sum;
}

/** Every event before a time (epoch ms; absent: all) as a window of its own; events within `merge` ms of the one before are one. */
export function eventWindows(entity: Entity, merge: number, before = Number.POSITIVE_INFINITY): readonly Window[] {
	const windows: Window[] = [];
	const until = lowerBound(entity.times, before);
	let from = 0;
	for (let index = 1; index <= until; index += 1) {
		const gap = index === until ? Number.POSITIVE_INFINITY : (entity.times[index] ?? 0) - (entity.times[index - 1] ?? 0);
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

/** What is inside a window of a length that slides over a subject's events, one after another. */
class Inside {
	/** Index of its first event. */
	left: number;
	readonly #entity: Entity;
	readonly #length: number;
	readonly #values = new Map<number, number>();
	#weight = 0;

	constructor(entity: Entity, length: number, first = 0) {
		this.#entity = entity;
		this.#length = length;
		this.left = first;
	}

	get count(): number {
		return this.#entity.values === undefined ? this.#weight : this.#values.size;
	}

	/** Moves on to end with the next event. */
	reach(right: number): void {
		const { times } = this.#entity;
		this.#add(right);
		for (; (times[right] ?? 0) - (times[this.left] ?? 0) >= this.#length; this.left += 1) this.#drop(this.left);
	}

	#add(index: number): void {
		const { values, weights } = this.#entity;
		if (values === undefined) this.#weight += weights[index] ?? 0;
		else {
			const value = values[index];
			if (value !== undefined && value !== 0) this.#values.set(value, (this.#values.get(value) ?? 0) + 1);
		}
	}

	#drop(index: number): void {
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
