import type { Row } from './table.ts';

const DAY = 86_400_000;
/** `Date.UTC` takes years below 100 for those of the twentieth century; no ticket is that old. */
const EARLIEST_YEAR = 1970;
const YES: ReadonlySet<string> = new Set(['yes', 'true', 'y', '1']);
const NO: ReadonlySet<string> = new Set(['no', 'false', 'n', '0']);
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A cell that says yes or no (also true, false, 1, 0); undefined where it is empty.
 * @throws UsageError for any other text
 */
export function flagCell<C extends string>(row: Row<C>, column: C): boolean | undefined {
	const text = row.cell(column).toLowerCase();
	if (text === '') return undefined;
	if (YES.has(text)) return true;
	if (NO.has(text)) return false;
	throw row.wrong(column, 'yes or no (or empty)');
}

/** The parts of a cell that are separated by `;`, trimmed, empty ones left out. */
export function listCell<C extends string>(row: Row<C>, column: C): readonly string[] {
	return row
		.cell(column)
		.split(';')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

/**
 * A moment as ISO 8601 text; without a zone it means UTC. A date alone is the first moment of its day, or with `endOfDay` the
 * first moment after it.
 * @returns epoch ms
 * @throws UsageError for anything else, also for days that do not exist
 */
export function momentCell<C extends string>(row: Row<C>, column: C, endOfDay: boolean): number {
	const time = parseMoment(row.cell(column), endOfDay);
	if (time === undefined) throw row.wrong(column, 'an ISO 8601 date or time (2026-03-31, 2026-03-31T18:00Z)');
	return time;
}

function parseMoment(text: string, endOfDay: boolean): number | undefined {
	const [match, year, month, day, hour, minute, second, zone] = MOMENT.exec(text) ?? [];
	if (match === undefined || Number(year) < EARLIEST_YEAR) return undefined;
	const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
	const date = new Date(midnight);
	if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
	if (hour === undefined) return endOfDay ? midnight + DAY : midnight;
	const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
	const full = h === 24 && m === 0 && s === 0;
	if ((h > 23 && !full) || m > 59 || s > 59) return undefined;
	return midnight + ((h * 60 + m) * 60 + s) * 1000 - zoneOffset(zone);
}

function zoneOffset(zone: string | undefined): number {
	if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
	const digits = zone.slice(1).replace(':', '');
	const offset = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
	return zone.startsWith('-') ? -offset : offset;
}
