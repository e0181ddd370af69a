import Papa from 'papaparse';
import { UsageError } from '../model/errors.ts';

/** One row of a context file. */
export interface Row<C extends string> {
	/** 1-based line on which the row begins. */
	readonly line: number;
	/** `changes.csv:14`. */
	readonly ref: string;
	/** The trimmed cell; '' where it is empty or the column is absent. */
	cell(column: C): string;
	/** The error to throw for this row: `people.csv:7: column privileged: got "maybe"; expected yes or no`. */
	wrong(column: C, expected: string): UsageError;
}

/** How a context file is laid out. */
export interface Layout<C extends string> {
	/** Base name, as shown in references and errors. */
	readonly file: string;
	/** All columns it may have; the first `required` of them must be there and filled. */
	readonly columns: readonly C[];
	readonly required: number;
}

const SHOWN = 60;

/**
 * Reads a context file: comma separated, UTF-8 with or without byte order mark, any line ends, columns by name in any order.
 * Blank rows are passed over.
 * @throws UsageError that names file, line and column: an unknown, doubled or missing column, an empty required cell, too many
 * cells, broken quotes, or bytes that are not UTF-8
 */
export function readTable<C extends string>(bytes: Uint8Array, layout: Layout<C>): readonly Row<C>[] {
	const { data, errors } = Papa.parse<string[]>(decode(bytes, layout.file), { delimiter: ',', newline: '\n' });
	const lines = lineNumbers(data);
	const [broken] = errors.filter(({ type }) => type === 'Quotes');
	if (broken !== undefined) {
		throw new UsageError(
			`${layout.file}:${lines[broken.row ?? 0] ?? 1}: ${broken.message}; expected quotes to be closed and doubled inside`,
		);
	}
	const header = data.findIndex((cells) => !isBlank(cells));
	if (header < 0) throw new UsageError(`${layout.file}:1: got nothing; expected the columns ${layout.columns.join(', ')}`);
	const places = placesOf(data[header] ?? [], layout, lines[header] ?? 1);
	const rows: Row<C>[] = [];
	for (let i = header + 1; i < data.length; i += 1) {
		const cells = data[i] ?? [];
		if (!isBlank(cells)) rows.push(makeRow(cells, lines[i] ?? 1, places, layout));
	}
	return rows;
}

/** A text of the user's as it is quoted in errors and notes: shortened, without control characters. */
export function quoted(text: string): string {
	return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text).replaceAll(/[\u007f-\u009f]/g, '?');
}

function decode(bytes: Uint8Array, file: string): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
	} catch {
		throw new UsageError(`${file}:1: got bytes that are not UTF-8; expected a comma-separated text in UTF-8`);
	}
}

// A quoted cell may hold line ends of its own: a row takes as many lines as its cells have, plus one.
function lineNumbers(data: readonly (readonly string[])[]): readonly number[] {
	let line = 1;
	return data.map((cells) => {
		const first = line;
		line += 1;
		for (const cell of cells) line += cell.split('\n').length - 1;
		return first;
	});
}

function isBlank(cells: readonly string[]): boolean {
	return cells.every((cell) => cell.trim() === '');
}

function placesOf<C extends string>(header: readonly string[], layout: Layout<C>, line: number): ReadonlyMap<C, number> {
	const known = `expected only ${layout.columns.join(', ')}`;
	const places = new Map<C, number>();
	for (const [place, cell] of header.entries()) {
		const name = cell.trim().toLowerCase();
		const column = layout.columns.find((candidate) => candidate === name);
		if (column === undefined) {
			const hint = header.length === 1 && /[;\t]/.test(name) ? ', separated by commas' : '';
			throw new UsageError(`${layout.file}:${line}: unknown column ${quoted(cell.trim())}; ${known}${hint}`);
		}
		if (places.has(column)) throw new UsageError(`${layout.file}:${line}: column ${column} is there twice; expected each once`);
		places.set(column, place);
	}
	for (const column of layout.columns.slice(0, layout.required)) {
		if (!places.has(column)) throw new UsageError(`${layout.file}:${line}: column ${column} is missing; ${known}`);
	}
	return places;
}

function makeRow<C extends string>(
	cells: readonly string[],
	line: number,
	places: ReadonlyMap<C, number>,
	layout: Layout<C>,
): Row<C> {
	const ref = `${layout.file}:${line}`;
	if (cells.slice(places.size).some((cell) => cell.trim() !== '')) {
		throw new UsageError(`${ref}: got ${cells.length} cells; expected at most ${places.size} (${[...places.keys()].join(', ')})`);
	}
	const cell = (column: C): string => (cells[places.get(column) ?? -1] ?? '').trim();
	const wrong = (column: C, expected: string): UsageError =>
		new UsageError(
			`${ref}: column ${column}: got ${cell(column) === '' ? 'nothing' : quoted(cell(column))}; expected ${expected}`,
		);
	for (const column of layout.columns.slice(0, layout.required)) if (cell(column) === '') throw wrong(column, 'a value');
	return { line, ref, cell, wrong };
}
