import { type Clock, ClockProfile } from '../score/clock.ts';
import type { People } from './people.ts';
import { DAY, dayOf } from './profile.ts';

const HOUR = 3_600_000;
/** How far back somebody's habits are looked for, days. */
const YEAR_DAYS = 366;

/** When people are usually active, as known before a day: their own hours mixed with the organisation's. */
export class Rhythm {
	readonly #people: People;
	/** Day → how many people were active in each hour. */
	readonly #crowd = new Map<number, Float64Array>();
	readonly #organisations = new Map<number, Clock>();
	/** Whose clocks are kept: windows are judged person by person, and everybody's clocks of every day would fill the memory. */
	#person: string | undefined;
	readonly #own = new Map<number, Clock>();

	constructor(people: People) {
		this.#people = people;
		for (const person of people.all) {
			for (const [day, mask] of people.profile(person)?.hours ?? []) {
				const hours = this.#crowd.get(day) ?? new Float64Array(24);
				this.#crowd.set(day, hours);
				for (let hour = 0; hour < 24; hour += 1) if ((mask & (1 << hour)) !== 0) hours[hour] = (hours[hour] ?? 0) + 1;
			}
		}
	}

	/** The person's clock from what lies before the day. */
	clock(person: string, day: number): Clock {
		if (this.#person !== person) {
			this.#own.clear();
			this.#person = person;
		}
		const known = this.#own.get(day);
		if (known !== undefined) return known;
		const profile = new ClockProfile();
		const hours = [...(this.#people.profile(person)?.hours ?? [])]
			.filter(([active]) => active < day)
			.toSorted(([a], [b]) => a - b);
		for (const [active, mask] of hours) addDay(profile, active, (hour) => ((mask & (1 << hour)) === 0 ? 0 : 1));
		const clock = profile.clock(this.#organisation(day));
		this.#own.set(day, clock);
		return clock;
	}

	/**
	 * On how many of the days before a time's own day (weekdays or weekend days, as it is) the person was active within an hour of that time of
	 * day, and how many such days there were since the person was first seen.
	 */
	habit(person: string, time: number): { readonly active: number; readonly days: number; readonly weekend: boolean } {
		const today = dayOf(time);
		const hour = Math.floor((time - today * DAY) / HOUR);
		const around = [hour - 1, hour, hour + 1];
		const weekend = isWeekend(today);
		const hours = this.#people.profile(person)?.hours ?? new Map<number, number>();
		let first = today;
		for (const day of hours.keys()) if (day >= today - YEAR_DAYS) first = Math.min(first, day);
		let days = 0;
		let active = 0;
		for (let day = first; day < today; day += 1) {
			if (isWeekend(day) !== weekend) continue;
			days += 1;
			if (around.some((near) => ((hours.get(day + Math.floor(near / 24)) ?? 0) & (1 << ((near + 24) % 24))) !== 0)) active += 1;
		}
		return { active, days, weekend };
	}

	#organisation(day: number): Clock {
		const known = this.#organisations.get(day);
		if (known !== undefined) return known;
		const profile = new ClockProfile();
		for (const active of [...this.#crowd.keys()].filter((other) => other < day).toSorted((a, b) => a - b)) {
			const hours = this.#crowd.get(active);
			addDay(profile, active, (hour) => hours?.[hour] ?? 0);
		}
		const clock = profile.clock();
		this.#organisations.set(day, clock);
		return clock;
	}
}

// Day 0 was a Thursday.
function isWeekend(day: number): boolean {
	return (day + 3) % 7 >= 5;
}

function addDay(profile: ClockProfile, day: number, weight: (hour: number) => number): void {
	let first = true;
	for (let hour = 0; hour < 24; hour += 1) {
		const own = weight(hour);
		if (own === 0) continue;
		profile.add(day * DAY + hour * HOUR, own, first);
		first = false;
	}
}
