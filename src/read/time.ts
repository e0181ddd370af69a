/** Between these an event may really have happened: the years 1990 to 2100. Broken clocks say 1601, 1970 or 9999. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** Milliseconds of 400 years of the Gregorian calendar. */
const YEARS_400 = 146_097 * 86_400_000;
/** The farthest time that a JavaScript date can hold, ms. */
const FARTHEST = 8.64e15;

const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),?[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(AM|PM)?\s*(Z|UTC|GMT)?$/i;
/** `10.09.2026, 04:21:14`: nobody who writes dots begins with the month. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4}),? (\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:Z|UTC|GMT)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?Z?$/;
const DOTNET = /^\\?\/Date\((-?\d+)(?:[+-]\d{4})?\)\\?\/$/;
/** No notation is longer; a text of blanks or digits without end is not looked at. */
const LONGEST = 64;
const DIGITS = /^-?\d+(?:\.\d+)?$/;

/**
 * Reads a time in any notation that the vendors use: ISO 8601 with or without fraction and zone (none: UTC), dates with slashes (month first, as in the
 * USA), dates with dots (day first), `20240311160000.000`, .NET `/Date(ms)/`, epoch seconds, milliseconds, microseconds or nanoseconds as number or digits.
 * The machine's own zone is never used. A leap second counts as the second before it.
 * @param dayFirst dates with slashes begin with the day: `--day-first`
 * @returns epoch ms UTC; undefined when it is not a time. It may lie far off: see {@link isPlausible}.
 */
export function parseTime(value: unknown, dayFirst = false): number | undefined {
	const time =
		typeof value === 'number' ? fromEpoch(value) : typeof value === 'string' ? fromText(value.trim(), dayFirst) : undefined;
	return time !== undefined && Math.abs(time) <= FARTHEST ? time : undefined;
}

/** Whether an event can have happened then. Events at other times are read, counted and exported, but never judged. */
export function isPlausible(time: number): boolean {
	return time >= EARLIEST && time < LATEST;
}

function fromText(text: string, dayFirst: boolean): number | undefined {
	const plain = fromPlain(text);
	if (plain !== undefined) return plain;
	if (text.length > LONGEST) return undefined;
	const iso = ISO.exec(text);
	if (iso !== null) {
		const [, y, mo, d, h = '0', mi = '0', s = '0', f, zone] = iso;
		const time = utc([y, mo, d, h, mi, s].map(Number), f);
		const east = offset(zone);
		return time === undefined || east === undefined ? undefined : time - east;
	}
	const compact = COMPACT.exec(text);
	if (compact !== null) {
		const [, y, mo, d, h, mi, s, f] = compact;
		return utc([y, mo, d, h, mi, s].map(Number), f);
	}
	if (DIGITS.test(text)) return fromEpoch(Number(text));
	const slashed = SLASHED.exec(text);
	if (slashed !== null) {
		const [, first, second, y, h, mi, s = '0', f, half] = slashed;
		const [mo, d] = dayFirst ? [second, first] : [first, second];
		let hour = Number(h);
		if (half !== undefined) {
			if (hour < 1 || hour > 12) return undefined;
			hour = (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
		}
		return utc([Number(y), Number(mo), Number(d), hour, Number(mi), Number(s)], f);
	}
	const dotted = DOTTED.exec(text);
	if (dotted !== null) {
		const [, d, mo, y, h, mi, s = '0'] = dotted;
		return utc([y, mo, d, h, mi, s].map(Number), undefined);
	}
	const dotnet = DOTNET.exec(text);
	return dotnet === null ? undefined : Number(dotnet[1]);
}

/** `2024-03-11T16:00:00`, with a fraction of up to three digits and `Z` perhaps: nearly every time in a log is written so. Undefined for any other text. */
function fromPlain(text: string): number | undefined {
	const { length } = text;
	if (
		length < 19 ||
		length > 24 ||
		text[4] !== '-' ||
		text[7] !== '-' ||
		text[10] !== 'T' ||
		text[13] !== ':' ||
		text[16] !== ':'
	)
		return undefined;
	const end = text[length - 1] === 'Z' ? length - 1 : length;
	let ms = 0;
	if (end > 19) {
		if (text[19] !== '.' || end === 20 || end > 23) return undefined;
		ms = digits(text, 20, end);
		for (let at = end; at < 23; at += 1) ms *= 10;
	}
	const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
	const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
	// Days that some month lacks, years that Date takes for two digits and leap seconds are left to the general way.
	if (
		!(year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour <= 23 && minute <= 59 && second <= 59 && ms >= 0)
	)
		return undefined;
	return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

/** The number that the digits in a stretch of a text make; NaN where there are others among them. */
function digits(text: string, from: number, to: number): number {
	let number = 0;
	for (let at = from; at < to; at += 1) {
		const digit = text.charCodeAt(at) - 0x30;
		if (!(digit >= 0 && digit <= 9)) return Number.NaN;
		number = number * 10 + digit;
	}
	return number;
}

function fromEpoch(value: number): number | undefined {
	if (!Number.isFinite(value) || value < 0) return undefined;
	if (value < 1e11) return Math.round(value * 1000);
	if (value < 1e14) return Math.floor(value);
	return value < 1e17 ? Math.floor(value / 1e3) : Math.floor(value / 1e6);
}

function utc(parts: readonly number[], fraction: string | undefined): number | undefined {
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
	if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined;
	if (hour === 24 && (minute > 0 || second > 0)) return undefined;
	// Date takes the years 0 to 99 for those of the twentieth century; .NET writes the year 1 where it knows no time. The calendar is the same every 400 years.
	const time = Date.UTC(year + 400, month - 1, day, hour, minute, Math.min(second, 59)) - YEARS_400;
	// A day that the month does not have (30 February) rolls over: refuse it instead.
	if (new Date(Date.UTC(year + 400, month - 1, day)).getUTCDate() !== day) return undefined;
	return time + (fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000));
}

/** ms east of UTC; undefined where no day has so many hours, or no hour so many minutes. */
function offset(zone: string | undefined): number | undefined {
	if (zone === undefined || /^(Z|UTC|GMT)$/i.test(zone)) return 0;
	const sign = zone.startsWith('-') ? -1 : 1;
	const digits = zone.replace(/\D/g, '');
	const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4) || '0')];
	return hours > 23 || minutes > 59 ? undefined : sign * (hours * 60 + minutes) * 60_000;
}
