export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** A place where people work: its clock, its country, and the days its public is off. */
export interface Zone {
	readonly id: string;
	readonly city: string;
	readonly country: string;
	readonly countryName: string;
	/** Minutes east of UTC in winter. */
	readonly offset: number;
	readonly saving: 'eu' | 'us' | 'none';
	/** Month and day, `MM-DD`. */
	readonly holidays: readonly string[];
}

export const ZONES = [
	{ id: 'berlin', city: 'Berlin', country: 'DE', countryName: 'Germany', offset: 60, saving: 'eu', holidays: ['10-03', '03-06'] },
	{
		id: 'london',
		city: 'London',
		country: 'GB',
		countryName: 'United Kingdom',
		offset: 0,
		saving: 'eu',
		holidays: ['08-31', '03-16'],
	},
	{
		id: 'newyork',
		city: 'New York',
		country: 'US',
		countryName: 'United States',
		offset: -300,
		saving: 'us',
		holidays: ['10-12', '02-16'],
	},
	{
		id: 'bengaluru',
		city: 'Bengaluru',
		country: 'IN',
		countryName: 'India',
		offset: 330,
		saving: 'none',
		holidays: ['10-02', '03-04'],
	},
] as const satisfies readonly Zone[];

/** First moment (00:00 UTC) of a `YYYY-MM-DD`. */
export function dayStart(text: string): number {
	return Date.parse(`${text}T00:00:00Z`);
}

export function isoDay(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekday(time: number): number {
	return new Date(time).getUTCDay();
}

function sunday(year: number, month: number, which: number): number {
	const first = Date.UTC(year, month, 1);
	if (which > 0) return first + ((7 - weekday(first)) % 7) * DAY + (which - 1) * 7 * DAY;
	const last = Date.UTC(year, month + 1, 0);
	return last - weekday(last) * DAY;
}

/** Minutes east of UTC on that day. */
export function offsetOf(zone: Zone, day: number): number {
	const year = new Date(day).getUTCFullYear();
	if (zone.saving === 'none') return zone.offset;
	const [from, to] =
		zone.saving === 'eu' ? [sunday(year, 2, -1), sunday(year, 9, -1)] : [sunday(year, 2, 2), sunday(year, 10, 1)];
	return day >= from && day < to ? zone.offset + 60 : zone.offset;
}

/** The moment when the clock of `zone` shows `hour` (a fraction is allowed) on that day. */
export function localTime(zone: Zone, day: number, hour: number): number {
	return day + Math.round(hour * HOUR) - offsetOf(zone, day) * MINUTE;
}

/** Monday to Friday and no public holiday there. */
export function isWorkday(zone: Zone, day: number): boolean {
	const which = weekday(day);
	return which !== 0 && which !== 6 && !zone.holidays.includes(isoDay(day).slice(5));
}
