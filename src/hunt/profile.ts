import type { Attribute } from '../analytic.ts';

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
	/** Attribute index → value id → days, in order of arrival. Absent where no value was seen: most have few kinds, and there may be a million profiles. */
	readonly values: (Map<number, number[]> | undefined)[] = [];

	/** Notes one moment of activity. */
	active(time: number): void {
		const day = dayOf(time);
		const hour = Math.floor((time - day * DAY) / 3_600_000);
		this.hours.set(day, (this.hours.get(day) ?? 0) | (1 << hour));
	}

	/** Notes that a value was seen on a day. */
	value(attribute: number, value: number, day: number): void {
		if (value === 0 || attribute >= ATTRIBUTES.length) return;
		let values = this.values[attribute];
		if (values === undefined) {
			values = new Map();
			this.values[attribute] = values;
		}
		const days = values.get(value);
		if (days === undefined) values.set(value, [day]);
		else if (days.at(-1) !== day && !days.includes(day)) days.push(day);
	}

	/** Values of an attribute become others, where the table has them; the days of what is one now are joined. */
	rename(attribute: number, names: ReadonlyMap<number, number>): void {
		const before = this.values[attribute];
		if (before === undefined || ![...before.keys()].some((value) => names.has(value))) return;
		this.values[attribute] = undefined;
		for (const [value, days] of before) for (const day of days) this.value(attribute, names.get(value) ?? value, day);
	}

	/** Takes over everything of another profile (two names of one person). */
	merge(other: Profile): void {
		for (const [day, mask] of other.hours) this.hours.set(day, (this.hours.get(day) ?? 0) | mask);
		for (const [attribute, values] of other.values.entries()) {
			for (const [value, days] of values ?? []) for (const day of days) this.value(attribute, value, day);
		}
	}
}
