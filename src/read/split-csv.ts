import type { Columns } from '../scan/scanner.ts';
import { areNames, mayBeNames } from './column-names.ts';
import { PER_CELL, RowReader } from './csv-row.ts';
import { noteOfRowsAbove, noteOfTables } from './header-row.ts';
import type { Sink } from './sink.ts';
import type { Splitter } from './splitter.ts';
import { isMark, MARK, Window } from './window.ts';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** More columns than a spreadsheet can have (Excel: 16,384) are no log; remembering the bounds of millions of empty cells would end the run. */
const MAX_COLUMNS = 16_384;

/** Lines looked at for the next good row after one whose quotes do not work out. */
const MAX_GLANCE = 2 ** 20;

/**
 * From so many columns on, a row with less than half of them is refused: each row is given all columns of the header, and a log that
 * names a million and then fills one cell a row would cost a million cells for two bytes. The widest audit export has a few hundred.
 */
export const MANY_COLUMNS = 1000;

/** The line that PowerShell puts before a table. */
const PREAMBLE = /^"?#TYPE /;

/** Names that two tables of the same width have in the same place, at least, where one follows the other. */
const SHARED_NAMES = 2;

/** The columns of a table. */
interface Table {
	readonly header: readonly string[];
	/** As it is written. */
	readonly text: string;
	readonly bytes: number;
	readonly columns: Columns | undefined;
}

/**
 * Cuts CSV (RFC 4180: quoted cells may hold newlines and doubled quotes) into rows; each becomes an object of header → text.
 * Our own rather than papaparse because it works on bytes: exact offsets of each row, and several times as fast on rows that are mostly one long quoted cell.
 */
export class CsvSplitter implements Splitter {
	readonly #sink: Sink;
	readonly #window = new Window();
	#delimiter: number;
	/** Rows still to be passed over. */
	#above: number;
	#table: Table | undefined;
	/** The table before, until a row fits the one that followed it: what looked like names of columns may have been none. */
	#before: { readonly table: Table; readonly line: number } | undefined;
	/** Tables with other columns than the one before. */
	#changes = 0;
	/** Where scanning goes on, from the row's first byte. */
	#at = 0;
	#cellAt = 0;
	#inQuotes = false;
	#doubled = false;
	/** Bounds of the cells of the row, at most of `MAX_COLUMNS`. */
	readonly #cells: number[] = [];
	/** Cells of the row. */
	#count = 0;
	readonly #rows = new RowReader();
	/** A row had fewer cells than the header: such a last row is then no sign of a cut. */
	#shortRows = false;
	/** No good row begins on a line before this offset: looked at once, so that a file of broken rows takes no longer than others. */
	#glanced = 0;
	/** The row is too long: bytes are dropped until a line ends. */
	#overlong = false;
	/** The scanner's copy of the bytes is of no use any more: it undoubles quotes in place, and read on from a row that was given up into those behind. */
	#spoiled = false;

	/** @param above rows before the header, see `TableLayout`. */
	constructor(sink: Sink, delimiter: string, above = 0) {
		this.#sink = sink;
		this.#delimiter = delimiter.charCodeAt(0);
		this.#above = above;
		if (above > 0) sink.notes.push(noteOfRowsAbove(above));
	}

	get settled(): number {
		return this.#window.offset(this.#window.start);
	}

	push(chunk: Buffer): void {
		this.#window.push(chunk);
		this.#sink.load(this.#window.bytes, this.#window.start, this.#window.end);
		this.#spoiled = false;
		while (this.#scanRow() || this.#row(false));
		this.#dropOverlong();
	}

	end(): void {
		while (this.#row(true));
		this.#window.forget(this.#window.end);
		if (this.#changes > 0) this.#sink.notes.push(noteOfTables(this.#changes));
	}

	/** Lets the scanner read a row, where it can; false where it is to be read here. */
	#scanRow(): boolean {
		const columns = this.#table?.columns;
		const window = this.#window;
		// In the middle of a row, or of none.
		if (columns === undefined || this.#at > 0 || this.#overlong || this.#spoiled || window.start >= window.end) return false;
		if (window.bytes[window.start] === MARK[0]) return false;
		const row = this.#sink.scanRow(window.start, columns);
		// A row as long as the header may be the header once more.
		if (row === undefined || row.length === this.#table?.bytes || row.length > this.#sink.maxRecordBytes) return false;
		if (mayBeNames(window.bytes, window.start, window.start + row.length, this.#delimiter)) return false;
		this.#before = undefined;
		this.#sink.takeScanned(row, window.offset(window.start));
		this.#moveTo(window.start + row.taken);
		return true;
	}

	/** Reads one row; false when more bytes are needed, or none are left. */
	#row(last: boolean): boolean {
		const { bytes, end, start } = this.#window;
		// What is left of the line is no row.
		if (this.#overlong) return this.#skipLine(start, last);
		if (start >= end) return false;
		if (bytes[start] === MARK[0] && this.#at === 0) {
			if (end - start < MARK.length && !last) return false;
			// Files joined end to end may each begin with one.
			if (isMark(bytes, start)) {
				this.#moveTo(start + MARK.length);
				return true;
			}
		}
		const delimiter = this.#delimiter;
		let i = start + this.#at;
		for (;;) {
			if (this.#inQuotes) {
				while (i < end && bytes[i] !== QUOTE) i += 1;
				if (i >= end || (i + 1 >= end && !last)) return this.#wait(i - start, last);
				const next = i + 1 < end ? (bytes[i + 1] as number) : NEWLINE;
				if (next === QUOTE) {
					this.#doubled = true;
					i += 2;
					continue;
				}
				if (next !== delimiter && next !== NEWLINE && next !== RETURN) return this.#misquoted(last);
				this.#store(this.#cellAt + 1, i - start, this.#doubled ? 1 : 0);
				this.#inQuotes = false;
				i += 1;
			} else if (i < end && bytes[i] === QUOTE && i - start === this.#cellAt) {
				this.#inQuotes = true;
				this.#doubled = false;
				i += 1;
				continue;
			} else {
				while (i < end) {
					const byte = bytes[i] as number;
					if (byte === delimiter || byte === NEWLINE || byte === RETURN) break;
					i += 1;
				}
				if (i >= end && !last) return this.#wait(i - start, false);
				this.#store(this.#cellAt, i - start, 0);
			}
			if (i < end && bytes[i] === delimiter) {
				i += 1;
				this.#cellAt = i - start;
				continue;
			}
			if (i < end && bytes[i] === RETURN && i + 1 >= end && !last) {
				// Whether a newline follows is not known yet: read this last cell again then.
				this.#dropLast();
				this.#inQuotes = bytes[start + this.#cellAt] === QUOTE;
				return this.#wait(this.#inQuotes ? i - 1 - start : i - start, false);
			}
			return this.#endRow(i);
		}
	}

	#store(from: number, to: number, doubled: 0 | 1): void {
		this.#count += 1;
		if (this.#count <= MAX_COLUMNS) this.#cells.push(from, to, doubled);
	}

	#dropLast(): void {
		if (this.#count <= MAX_COLUMNS) this.#cells.length -= PER_CELL;
		this.#count -= 1;
	}

	#wait(at: number, last: boolean): boolean {
		this.#at = at;
		// Only an open quote can make the last row wait.
		return last ? this.#misquoted(true) : false;
	}

	#endRow(stop: number): boolean {
		const { bytes, end, start } = this.#window;
		const cut = stop >= end;
		if (this.#changesTable(start, stop)) {
			// Rows of the table before wait with its names.
			if (!this.#sink.letGo()) {
				this.#moveTo(start);
				return false;
			}
			this.#changeTable(start, stop);
		} else this.#use(start, stop, cut);
		const next = bytes[stop] === RETURN && bytes[stop + 1] === NEWLINE ? stop + 2 : stop + 1;
		this.#moveTo(Math.min(next, end));
		return true;
	}

	#moveTo(next: number): void {
		this.#window.discard(next);
		this.#cells.length = 0;
		this.#count = 0;
		this.#at = 0;
		this.#cellAt = 0;
		this.#inQuotes = false;
		this.#doubled = false;
	}

	#use(start: number, stop: number, cut: boolean): void {
		if (start === stop) return;
		const cells = this.#count;
		const table = this.#table;
		if (table === undefined) {
			this.#useHeader(start, stop);
			return;
		}
		const { length } = table.header;
		if (cells === length && this.#repeatsHeader(start, stop, table)) return;
		if (cells === length) this.#before = undefined;
		const line = this.#window.line(start);
		if (stop - start > this.#sink.maxRecordBytes) {
			this.#sink.tooLong(line);
			return;
		}
		if (cells > length && (cells > MAX_COLUMNS || !this.#restIsEmpty(length))) {
			this.#sink.reject('broken-csv', line, `${cells} cells`, `${length} cells as in the header`);
			return;
		}
		if (cells < length) {
			if (this.#isBlank(start, stop) || (cells === 1 && PREAMBLE.test(this.#window.text(start, Math.min(stop, start + 16)))))
				return;
			if (length > MANY_COLUMNS && cells * 2 < length) {
				this.#sink.reject('broken-csv', line, `${cells} cells`, `${length} cells as in the header`);
				return;
			}
			if (cut && !this.#shortRows) {
				this.#sink.cut(line, `a row: ${cells} of ${length} cells`);
				return;
			}
			this.#shortRows = true;
		}
		this.#sink.cells(
			this.#window,
			start,
			stop,
			{ header: table.header, cells: this.#cells, delimiter: this.#delimiter, reader: this.#rows },
			line,
		);
	}

	#cell(start: number, index: number): string {
		return this.#rows.cell(this.#window.bytes, start, this.#cells, index * PER_CELL);
	}

	/** The first row, once the lines that PowerShell (`#TYPE …`) and Excel (`sep=;`) put before it have gone, and those above it. */
	#useHeader(start: number, stop: number): void {
		const text = this.#window.text(start, stop);
		if (PREAMBLE.test(text) || this.#isBlank(start, stop)) return;
		const separator = /^"?sep=(.)"?$/.exec(text);
		if (separator?.[1] !== undefined) {
			this.#delimiter = separator[1].charCodeAt(0);
			return;
		}
		if (this.#above > 0) {
			this.#above -= 1;
			return;
		}
		if (this.#count > MAX_COLUMNS) {
			this.#sink.reject(
				'broken-csv',
				this.#window.line(start),
				`a header of ${this.#count} columns`,
				`at most ${MAX_COLUMNS} columns`,
			);
			return;
		}
		this.#table = this.#tableOf(start, text);
	}

	#tableOf(start: number, text: string): Table {
		const header = nameColumns(this.#texts(start));
		return { header, text, bytes: Buffer.byteLength(text), columns: this.#sink.columns(header, this.#delimiter) };
	}

	#texts(start: number): readonly string[] {
		return Array.from({ length: this.#cells.length / PER_CELL }, (_, index) => this.#cell(start, index));
	}

	/** Files joined end to end repeat their header, perhaps with other quotes: that is no record. */
	#repeatsHeader(start: number, stop: number, { header, text, bytes }: Table): boolean {
		if (stop - start === bytes && this.#window.text(start, stop) === text) return true;
		if (!mayBeNames(this.#window.bytes, start, stop, this.#delimiter)) return false;
		return nameColumns(this.#texts(start)).every((name, index) => name === header[index]);
	}

	/** Files joined end to end may have other columns each: whether this row names them, or fits the table before where nothing fits what followed it. */
	#changesTable(start: number, stop: number): boolean {
		const header = this.#table?.header;
		const count = this.#count;
		if (header === undefined || count > MAX_COLUMNS) return false;
		if (count !== header.length && count === this.#before?.table.header.length) return true;
		if (!mayBeNames(this.#window.bytes, start, stop, this.#delimiter)) return false;
		const names = this.#texts(start);
		if (!areNames(names.at(-1) === '' ? names.slice(0, -1) : names)) return false;
		if (count !== header.length) return true;
		const shared = nameColumns(names).filter((name, index) => name === header[index]).length;
		return shared >= SHARED_NAMES && shared < count;
	}

	#changeTable(start: number, stop: number): void {
		const [table, before] = [this.#table, this.#before];
		if (before !== undefined && table !== undefined && this.#count === before.table.header.length) {
			const got = `${table.header.length} cells`;
			this.#sink.reject('broken-csv', before.line, got, `${before.table.header.length} cells as in the header`);
			this.#table = before.table;
			this.#before = undefined;
			this.#changes -= 1;
			this.#use(start, stop, false);
			return;
		}
		const line = this.#window.line(start);
		this.#table = this.#tableOf(start, this.#window.text(start, stop));
		this.#before = table === undefined ? undefined : { table, line };
		this.#changes += 1;
	}

	#restIsEmpty(from: number): boolean {
		for (let i = from; i * PER_CELL < this.#cells.length; i += 1)
			if (this.#cells[i * PER_CELL] !== this.#cells[i * PER_CELL + 1]) return false;
		return true;
	}

	#isBlank(start: number, stop: number): boolean {
		return this.#count === 1 && stop - start < 256 && this.#window.text(start, stop).trim() === '';
	}

	/** A quote where none may be, or none where one must be: gives up the row up to the next line that is a row by itself. */
	#misquoted(last: boolean): boolean {
		this.#spoiled = true;
		const { bytes, end, start } = this.#window;
		const line = this.#window.line(start);
		const next = this.#nextGoodLine(start, end);
		if (next !== undefined || !last) {
			const newline = bytes.indexOf(NEWLINE, start);
			// Without a good line at hand the row's first line is given up.
			if (next === undefined && (newline < 0 || newline >= end)) {
				this.#overlong = true;
				this.#sink.reject('broken-csv', line, 'a quote in the middle of a cell', 'quotes doubled inside quotes');
				this.#moveTo(end);
				return false;
			}
			this.#sink.reject('broken-csv', line, 'quotes that do not match', 'cells in quotes, quotes in them doubled');
			this.#moveTo(next ?? newline + 1);
			return true;
		}
		if (this.#inQuotes) this.#sink.cut(line, 'a quoted cell');
		else this.#sink.reject('broken-csv', line, 'quotes that do not match', 'cells in quotes, quotes in them doubled');
		this.#moveTo(end);
		return false;
	}

	/** Where the first later line begins that has as many cells as the header, all its quotes in order. */
	#nextGoodLine(start: number, end: number): number | undefined {
		const { bytes } = this.#window;
		const wanted = this.#table?.header.length ?? 0;
		if (wanted < 2) return undefined;
		const limit = Math.min(end, start + MAX_GLANCE);
		const from = Math.max(start, this.#glanced - this.#window.offset(0));
		for (let newline = bytes.indexOf(NEWLINE, from); newline >= 0 && newline < limit; ) {
			const stop = bytes.indexOf(NEWLINE, newline + 1);
			if (stop < 0 || stop >= end) return undefined;
			if (countCells(bytes, newline + 1, stop, this.#delimiter) === wanted) return newline + 1;
			newline = stop;
			this.#glanced = this.#window.offset(newline);
		}
		return undefined;
	}

	#dropOverlong(): void {
		const { end, start } = this.#window;
		if (end - start <= this.#sink.maxRecordBytes || this.#overlong) return;
		this.#spoiled = true;
		this.#sink.tooLong(this.#window.line(start));
		const next = this.#nextGoodLine(start, end);
		this.#overlong = next === undefined;
		this.#moveTo(next ?? end);
		if (next !== undefined) while (this.#row(false));
	}

	#skipLine(start: number, last: boolean): boolean {
		const { bytes, end } = this.#window;
		const newline = bytes.indexOf(NEWLINE, start);
		const found = newline >= 0 && newline < end;
		this.#moveTo(found ? newline + 1 : end);
		if (found) this.#overlong = false;
		return found && (last || this.#window.start < end);
	}
}

/** Header names trimmed, blanks in them collapsed; a name that came before gets ` (2)`, an empty one its number. */
export function nameColumns(cells: readonly string[]): readonly string[] {
	const seen = new Set<string>();
	// Where counting goes on for a name met before: counting from 2 each time would take quadratic time over a header of one name.
	const times = new Map<string, number>();
	return cells.map((cell, index) => {
		const plain = cell.trim().replace(/\s+/g, ' ') || `column ${index + 1}`;
		let name = plain;
		let next = times.get(plain) ?? 2;
		for (; seen.has(name); next += 1) name = `${plain} (${next})`;
		times.set(plain, next);
		seen.add(name);
		return name;
	});
}

/** Cells of one line taken by itself; 0 when its quotes are not in order. */
function countCells(bytes: Buffer, from: number, to: number, delimiter: number): number {
	let cells = 1;
	let i = from;
	for (;;) {
		if (bytes[i] === QUOTE && i < to) {
			for (i += 1; ; i += 1) {
				const quote = bytes.indexOf(QUOTE, i);
				if (quote < 0 || quote >= to) return 0;
				i = quote + 1;
				if (bytes[i] !== QUOTE || i >= to) break;
			}
			if (i < to && bytes[i] !== delimiter && bytes[i] !== RETURN) return 0;
		}
		while (i < to && bytes[i] !== delimiter) i += 1;
		if (i >= to) return cells;
		cells += 1;
		i += 1;
	}
}
