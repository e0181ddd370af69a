import { headerAt, isFull, TOP_ROWS, type TopRow } from './header-row.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** PowerShell's `#TYPE` and Excel's `sep=`. */
const PREAMBLE = /^"?(?:#TYPE |sep=.)/;
/** How a number, a date or JSON begins. */
const NO_WORD = /^[-+]?[\d{[]/;
/** Of a cell this much is looked at. */
const GLANCE = 64;

/** How a table is written. */
export interface TableLayout {
	readonly delimiter: string;
	/** Rows above the names of the columns, `#TYPE` and `sep=` and blank lines not counted; absent: none. */
	readonly above?: number;
}

interface CsvRow extends TopRow {
	readonly cells: number;
}

/**
 * Tells how a table is written; undefined where it is none. The names of the columns stand in its first line, or in the first one that is filled as
 * far as most below it.
 * @param lines those of the text that are not blank
 */
export function tableOf(text: string, lines: readonly string[], whole: boolean): TableLayout | undefined {
	const own = delimiterOf(lines.find((line) => !PREAMBLE.test(line)) ?? '');
	if (own !== undefined) {
		const [first, second] = topRows(text, own, whole, 2);
		const alike = first?.cells === second?.cells && first !== undefined && isFull(first, first.cells);
		if (alike || second === undefined) return { delimiter: own };
	}
	// What most rows agree on with the delimiter of the first line is the table; another is looked for only where they do not.
	const mine = own === undefined ? undefined : topOf(text, own, whole, 2);
	const found = mine ?? bestOf(DELIMITERS.map((delimiter) => topOf(text, delimiter, whole, 3)));
	if (found !== undefined && found.above > 0) return { delimiter: found.delimiter, above: found.above };
	return own === undefined ? undefined : { delimiter: own };
}

/** What the first rows say with one delimiter. */
interface Top {
	readonly delimiter: string;
	/** Rows above the names of the columns. */
	readonly above: number;
	/** Cells of most rows. */
	readonly width: number;
}

/** Undefined where most rows do not agree on a number of cells, `least` or more. */
function topOf(text: string, delimiter: string, whole: boolean, least: number): Top | undefined {
	const rows = topRows(text, delimiter, whole, TOP_ROWS);
	const width = usualWidth(rows);
	const [first] = rows;
	if (width === undefined || first === undefined || width < least) return undefined;
	return { delimiter, width, above: isFull(first, width) ? 0 : headerAt(rows, width) };
}

function bestOf(tops: readonly (Top | undefined)[]): Top | undefined {
	return tops.reduce((best, top) => (top !== undefined && top.width > (best?.width ?? 0) ? top : best), undefined);
}

/** The delimiter that splits the header into most cells; a comma for a single column; undefined for a line that is no header. */
function delimiterOf(header: string): string | undefined {
	const bare = header.replace(/"[^"]*"/g, '');
	let best: string | undefined;
	let most = 0;
	for (const delimiter of DELIMITERS) {
		const count = bare.split(delimiter).length - 1;
		if (count > most) {
			most = count;
			best = delimiter;
		}
	}
	if (best !== undefined) return best;
	return /^(?:"[^"]{1,80}"|[\w.@ -]{1,80})$/.test(header) && header.split(' ').length <= 3 ? ',' : undefined;
}

/** How many cells more than half of the rows have, two at least; undefined where they do not agree. */
function usualWidth(rows: readonly CsvRow[]): number | undefined {
	const times = new Map<number, number>();
	for (const { cells } of rows) times.set(cells, (times.get(cells) ?? 0) + 1);
	for (const [width, count] of times) if (count > 1 && count * 2 > rows.length) return width;
	return undefined;
}

/** The first rows, blank ones left out, as far as their quotes are in order. */
function topRows(text: string, delimiter: string, whole: boolean, most: number): readonly CsvRow[] {
	const rows: CsvRow[] = [];
	for (let at = 0; at < text.length && rows.length < most; ) {
		const row = rowAt(text, at, delimiter, whole);
		if (row === undefined) break;
		const blank = row.cells === 1 && row.filled === 0;
		if (!blank && !PREAMBLE.test(text.slice(at, at + GLANCE))) rows.push(row);
		at = row.next;
	}
	return rows;
}

/** The row that begins at an index, and where the next one does; undefined where its quotes are not in order or the text ends in it. */
function rowAt(text: string, at: number, delimiter: string, whole: boolean): (CsvRow & { readonly next: number }) | undefined {
	let [cells, filled, words] = [0, 0, true];
	for (let from = at; ; ) {
		const end = text[from] === '"' ? quotedEnd(text, from) : bareEnd(text, from, delimiter);
		if (end === undefined || (end >= text.length && !whole)) return undefined;
		const begin = text
			.slice(from, Math.min(end, from + GLANCE))
			.replace(/^"|"$/g, '')
			.trim();
		cells += 1;
		if (begin !== '') filled += 1;
		if (NO_WORD.test(begin)) words = false;
		if (text[end] === delimiter) {
			from = end + 1;
			continue;
		}
		if (end < text.length && text[end] !== '\n' && text[end] !== '\r') return undefined;
		return { cells, filled, words, next: end + (text.startsWith('\r\n', end) ? 2 : 1) };
	}
}

/** Index behind the closing quote. */
function quotedEnd(text: string, from: number): number | undefined {
	for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 2)) {
		if (text[quote + 1] !== '"') return quote + 1;
	}
	return undefined;
}

function bareEnd(text: string, from: number, delimiter: string): number {
	let end = from;
	while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
	return end;
}
