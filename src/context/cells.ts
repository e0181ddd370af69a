import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import type { Row } from './table.ts';

const DAY = 86_400_000;
/** No ticket is older. */
const EARLIEST_YEAR = 1970;
const YES: ReadonlySet<string> = new Set(['yes', 'true', 'y', '1']);
const NO: ReadonlySet<string> = new Set(['no', 'false', 'n', '0']);
const MOMENT = /^((\d{4})-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

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

/**
 * A cell that holds one of some words, in any letter case.
 * @throws UsageError for any other text
 */
export function wordCell<C extends string, W extends string>(row: Row<C>, column: C, words: readonly W[]): W {
	const text = row.cell(column).toLowerCase();
	const word = words.find((candidate) => candidate === text);
	if (word === undefined) throw row.wrong(column, `one of ${words.join(', ')}`);
	return word;
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
	const [, date, year, time, zone] = MOMENT.exec(text) ?? [];
	if (date === undefined || Number(year) < EARLIEST_YEAR) return undefined;
	const moment = parseISO(`${date}T${time ?? '00:00'}${zone?.toUpperCase() ?? 'Z'}`);
	if (!isValid(moment)) return undefined;
	return moment.getTime() + (time === undefined && endOfDay ? DAY : 0);
}
