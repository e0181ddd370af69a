import type { Attribute } from '../analytic.ts';
import { Sightings } from './sightings.ts';

/** Length of a day, ms. */
export const DAY = 86_400_000;

/** Attributes whose values are remembered per day, in a fixed order: their index is part of a key. */
export const ATTRIBUTES: readonly Attribute[] = ['network', 'country', 'client', 'app', 'token', 'device'];

/** UTC day number of a time. */
export function dayOf(time: number): number {
	return Math.floor(time / DAY);
}

/**
 * What everybody's profile holds whatever the analytic: on which days and in which hours (UTC) somebody was active, and on which days
 * each value of each attribute was seen. A day and an hour count once however often something happened in them, so a burst cannot
 * teach its own normality.
 */
export class Profile {
	/** Day → 24 bits, one an hour. */
	readonly hours = new Map<number, number>();
	readonly #sightings = new Sightings();

	/** Notes one moment of activity. */
	active(time: number): void {
		const day = dayOf(time);
		const hour = Math.floor((time - day * DAY) / 3_600_000);
		const before = this.hours.get(day) ?? 0;
		const mask = before | (1 << hour);
		if (mask !== before) this.hours.set(day, mask);
	}

	/** Days before a day on which somebody was active. */
	daysBefore(day: number): number {
		let days = 0;
		for (const active of this.hours.keys()) if (active < day) days += 1;
		return days;
	}

	/** Notes that a value was seen on a day. */
	value(attribute: number, value: number, day: number): void {
		if (value !== 0 && attribute < ATTRIBUTES.length) this.#sightings.add(attribute, value, day);
	}

	/** Values of an attribute and their days, see {@link Sightings.of}. */
	sightings(attribute: number): Float64Array {
		return this.#sightings.of(attribute);
	}

	/** Values of an attribute become others, where the table has them; the days of what is one now are joined. */
	rename(attribute: number, names: ReadonlyMap<number, number>): void {
		this.#sightings.rename(attribute, names);
	}

	/** Takes over everything of another profile (two names of one person). */
	merge(other: Profile): void {
		for (const [day, mask] of other.hours) this.hours.set(day, (this.hours.get(day) ?? 0) | mask);
		this.#sightings.merge(other.#sightings);
	}
}
