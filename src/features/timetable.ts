/** The same time of day: begun at most this much earlier or later than on the first day, ms. */
const SAME_TIME = 900_000;
/** Days on which it must begin at that time, and which share of all days they must be. */
const LEAST_DAYS = 4;
const LEAST_SHARE = 0.8;
const DAY = 86_400_000;

/** How regularly something begins day by day. */
export interface Timetable {
	/** Days (UTC) on which anything happened. */
	readonly days: number;
	/** Days on which the first of it happened within a quarter of an hour of the first day's time. */
	readonly alike: number;
	/** Whether that is a timetable: at least four such days, and four of five of all. */
	readonly kept: boolean;
}

/**
 * Whether something begins at the same time of day, day by day: what a machine does by its timetable, and nobody does by hand.
 * @param times epoch ms, ascending
 */
export function timetable(times: Iterable<number>): Timetable {
	const firsts = new Map<number, number>();
	for (const time of times) {
		const day = Math.floor(time / DAY);
		if (!firsts.has(day)) firsts.set(day, time);
	}
	const [reference = 0] = firsts.values();
	let alike = 0;
	for (const first of firsts.values()) {
		const off = Math.abs(first - reference) % DAY;
		if (Math.min(off, DAY - off) <= SAME_TIME) alike += 1;
	}
	return { days: firsts.size, alike, kept: alike >= LEAST_DAYS && alike >= firsts.size * LEAST_SHARE };
}
