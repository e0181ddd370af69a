import { visible } from './safe.ts';

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * A point in time for people: `2026-03-03 09:00:00Z`, or in another zone `2026-03-03 10:00:00+01:00`.
 * A text that is no time is shown as it is.
 * @throws RangeError when the time zone is unknown.
 */
export function shownTime(iso: string, zone = 'UTC'): string {
	const time = Date.parse(iso);
	if (Number.isNaN(time)) return visible(iso);
	if (zone === 'UTC') return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}Z`;
	const local = zoned(time, zone);
	const offset = Math.round((local - Math.floor(time / 1000) * 1000) / 60_000);
	const sign = offset < 0 ? '-' : '+';
	const minutes = Math.abs(offset);
	const text = new Date(local).toISOString().slice(0, 19).replace('T', ' ');
	return `${text}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The same without seconds and zone, for narrow columns: `2026-03-03 09:00`. */
export function shownMinute(iso: string, zone = 'UTC'): string {
	const text = shownTime(iso, zone);
	return /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(text) ? text.slice(0, 16) : text;
}

/** A half-open span: `2026-03-03 09:00:00Z to 10:00:00Z (1h)`; the second date only where it differs. */
export function shownSpan(start: string, end: string, zone = 'UTC'): string {
	const from = shownTime(start, zone);
	const to = shownTime(end, zone);
	const length = Date.parse(end) - Date.parse(start);
	const until = from.slice(0, 11) === to.slice(0, 11) ? to.slice(11) : to;
	return Number.isNaN(length) ? `${from} to ${until}` : `${from} to ${until} (${duration(length)})`;
}

/** A length of time in its two largest units, as options are written: `1h`, `1d 2h`, `90s` as `1m 30s`, `250ms`. */
export function duration(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)}ms`;
	const parts: string[] = [];
	let rest = Math.floor(ms / 1000);
	for (const [unit, seconds] of [
		['d', 86_400],
		['h', 3600],
		['m', 60],
		['s', 1],
	] as const) {
		const amount = Math.floor(rest / seconds);
		rest -= amount * seconds;
		if (amount > 0) parts.push(`${amount}${unit}`);
		if (parts.length === 2) break;
	}
	return parts.join(' ');
}

/** The wall clock of a zone, as if it were UTC; whole seconds. */
function zoned(time: number, zone: string): number {
	let format = FORMATS.get(zone);
	if (format === undefined) {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			calendar: 'gregory',
			numberingSystem: 'latn',
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		});
		FORMATS.set(zone, format);
	}
	const found: Record<string, number> = {};
	for (const { type, value } of format.formatToParts(time)) found[type] = Number(value);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
	return Date.UTC(year, month - 1, day, hour, minute, second);
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
