import { CLOCK, DAY, HOUR } from './constants.ts';

const HOURS = 24;
const SLOTS = 2 * HOURS;
const WEEK_HOURS = 7 * HOURS;
const WEEK = 7 * DAY;
const WEEKDAYS = 5;
const WEEKEND_DAYS = 2;
/** Thursday, 1 January 1970, lies three days into a week that begins on Monday. */
const EPOCH_OFFSET = 3 * DAY;
const EVEN = new Float64Array(WEEK_HOURS).fill(1 / HOURS);

/**
 * When in the week somebody acts: weight by hour of day (UTC) on weekdays (slots 0–23) and on Saturday and Sunday (24–47).
 * Add each actor-day's weight as shares of 1, or plain counts: only proportions matter.
 */
export class ClockProfile {
	readonly #slots = new Float64Array(SLOTS);
	#total = 0;
	#days = 0;

	/** Forgets what was added. */
	clear(): void {
		this.#slots.fill(0);
		this.#total = 0;
		this.#days = 0;
	}

	/** Active days added. */
	get days(): number {
		return this.#days;
	}

	/**
	 * @param time epoch ms
	 * @param weight >= 0
	 * @param newDay whether this is the first of an active day
	 */
	add(time: number, weight: number, newDay: boolean): void {
		const slot = slotOf(weekHour(time));
		this.#slots[slot] = (this.#slots[slot] ?? 0) + weight;
		this.#total += weight;
		if (newDay) this.#days += 1;
	}

	/**
	 * What can be expected of each hour: own shares, smoothed over neighbouring hours, mixed by days with 6 pseudo-days of the
	 * organisation's clock. The organisation's own clock (none given) is mixed with 2 pseudo-days of an even spread instead.
	 * @param into a clock that is not needed any more, to become this one
	 */
	clock(organisation?: Clock, into: Clock = new Clock()): Clock {
		const pseudo = organisation === undefined ? CLOCK.evenDays : CLOCK.organisationDays;
		const base = organisation === undefined ? EVEN : organisation.hours;
		const own = this.#total > 0 ? this.#days / (this.#days + pseudo) : 0;
		const densities = this.#densities();
		into.set((hour) => own * (densities[slotOf(hour)] ?? 0) + (1 - own) * (base[hour] ?? 0));
		return into;
	}

	// Share of an average day that falls into one hour of each slot: a weekday's slot is spread over five days, a weekend's over two.
	#densities(): Float64Array {
		const densities = smoothed.fill(0);
		if (this.#total === 0) return densities;
		const [before, at, after] = CLOCK.smoothing;
		for (let slot = 0; slot < SLOTS; slot += 1) {
			const first = slot < HOURS ? 0 : HOURS;
			const of = (hour: number): number => this.#slots[first + ((hour + HOURS) % HOURS)] ?? 0;
			const h = slot - first;
			const smooth = before * of(h - 1) + at * of(h) + after * of(h + 1);
			densities[slot] = ((smooth / this.#total) * 7) / (first > 0 ? WEEKEND_DAYS : WEEKDAYS);
		}
		return densities;
	}
}

/** Of the clock that is being made. */
const smoothed = new Float64Array(SLOTS);

/** The rhythm of a week, ready to be asked: every answer in constant time. */
export class Clock {
	/** Share of an average day in each hour of the week from Monday 00:00 UTC; sums to 7. */
	readonly hours = new Float64Array(WEEK_HOURS);
	readonly #until = new Float64Array(WEEK_HOURS + 1);

	/** Becomes the clock of these hours. */
	set(of: (hour: number) => number): void {
		for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
			const share = of(hour);
			this.hours[hour] = share;
			this.#until[hour + 1] = (this.#until[hour] ?? 0) + share;
		}
	}

	/**
	 * Share of an average day that falls into [start, end), epoch ms: 1 for an average day, at least 1e-4. Windows longer than
	 * two days count as their length in days.
	 */
	integral(start: number, end: number): number {
		const length = end - start;
		if (length > CLOCK.longest) return length / DAY;
		const from = intoWeek(start);
		const to = from + Math.max(0, length);
		const share =
			to < WEEK ? this.#at(to) - this.#at(from) : (this.#until[WEEK_HOURS] ?? 0) - this.#at(from) + this.#at(to - WEEK);
		return Math.max(CLOCK.minimum, share);
	}

	#at(ms: number): number {
		const hour = Math.floor(ms / HOUR);
		return (this.#until[hour] ?? 0) + ((ms - hour * HOUR) / HOUR) * (this.hours[hour] ?? 0);
	}
}

function intoWeek(time: number): number {
	return (((time + EPOCH_OFFSET) % WEEK) + WEEK) % WEEK;
}

function slotOf(hour: number): number {
	return (hour >= WEEKDAYS * HOURS ? HOURS : 0) + (hour % HOURS);
}

function weekHour(time: number): number {
	return Math.floor(intoWeek(time) / HOUR);
}
