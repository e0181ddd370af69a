import { type Clock, ClockProfile } from '../score/clock.ts';
import type { People } from './people.ts';
import { DAY, dayOf } from './profile.ts';

const HOUR = 3_600_000;
/** How far back somebody's habits are looked for, days. */
const YEAR_DAYS = 366;

/** When people are usually active, as known before a day: their own hours mixed with the organisation's. */
export class Rhythm {
	readonly #people: People;
	readonly #delivered: ReadonlySet<number>;
	/** Day → how many people were active in each hour. */
	readonly #crowd = new Map<number, Float64Array>();
	readonly #organisations = new Map<number, Clock>();
	/** Whose clocks are kept: windows are judged person by person, and everybody's clocks of every day would fill the memory. */
	#person: string | undefined;
	readonly #own = new Map<number, Clock>();
	/** Clocks of somebody before: there are tens of thousands, and what is given back to the system is hardly used again. */
	readonly #spare: Clock[] = [];
	#ownPast: Past | undefined;
	#everybodysPast: Past | undefined;

	/** @param delivered days on which the evidence holds anything */
	constructor(people: People, delivered: ReadonlySet<number>) {
		this.#people = people;
		this.#delivered = delivered;
		for (const person of people.all) {
			for (const [day, mask] of people.profile(person)?.hours ?? []) {
				const hours = this.#crowd.get(day) ?? new Float64Array(24);
				this.#crowd.set(day, hours);
				for (let hour = 0; hour < 24; hour += 1) if ((mask & (1 << hour)) !== 0) hours[hour] = (hours[hour] ?? 0) + 1;
			}
		}
	}

	/** Share of an average day of the person that falls into [start, end), from what lies before the day: see `Clock.integral`. */
	share(person: string, day: number, start: number, end: number): number {
		return this.#clock(person, day).integral(start, end);
	}

	#clock(person: string, day: number): Clock {
		if (this.#person !== person) {
			this.#spare.push(...this.#own.values());
			this.#own.clear();
			this.#ownPast = undefined;
			this.#person = person;
		}
		const known = this.#own.get(day);
		if (known !== undefined) return known;
		this.#ownPast ??= new Past(
			[...(this.#people.profile(person)?.hours ?? [])].map(([active, mask]) => [
				active,
				(hour) => ((mask & (1 << hour)) === 0 ? 0 : 1),
			]),
		);
		const clock = this.#ownPast.before(day).clock(this.#organisation(day), this.#spare.pop());
		this.#own.set(day, clock);
		return clock;
	}

	/**
	 * On how many of the days before a time's own day (weekdays or weekend days, as it is) the person was active within an hour of that time of
	 * day, and how many such days the evidence holds since the person was first seen.
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
			if (isWeekend(day) !== weekend || !this.#delivered.has(day)) continue;
			days += 1;
			if (around.some((near) => ((hours.get(day + Math.floor(near / 24)) ?? 0) & (1 << ((near + 24) % 24))) !== 0)) active += 1;
		}
		return { active, days, weekend };
	}

	#organisation(day: number): Clock {
		const known = this.#organisations.get(day);
		if (known !== undefined) return known;
		this.#everybodysPast ??= new Past([...this.#crowd].map(([active, hours]) => [active, (hour) => hours[hour] ?? 0]));
		const clock = this.#everybodysPast.before(day).clock();
		this.#organisations.set(day, clock);
		return clock;
	}
}

type DayWeights = readonly [day: number, weight: (hour: number) => number];

/** Days with what each of their hours weighs, added up as far as they are asked for: days that are asked for in order cost each day once. */
class Past {
	readonly #days: readonly DayWeights[];
	readonly #profile = new ClockProfile();
	#next = 0;

	constructor(days: readonly DayWeights[]) {
		this.#days = days.toSorted(([a], [b]) => a - b);
	}

	before(day: number): ClockProfile {
		if (this.#next > 0 && (this.#days[this.#next - 1]?.[0] ?? 0) >= day) {
			this.#profile.clear();
			this.#next = 0;
		}
		for (; this.#next < this.#days.length; this.#next += 1) {
			const [active, weight] = this.#days[this.#next] as DayWeights;
			if (active >= day) break;
			addDay(this.#profile, active, weight);
		}
		return this.#profile;
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
