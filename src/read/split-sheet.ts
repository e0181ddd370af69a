import type { JsonObject } from '../model/json.ts';
import { headerAt, noteOfRowsAbove, TOP_ROWS } from './header-row.ts';
import { columnOf, MAX_SHEET_COLUMNS, type NumberKind, numberText } from './sheet-values.ts';
import type { Sink } from './sink.ts';
import { MANY_COLUMNS, nameColumns } from './split-csv.ts';
import type { Splitter } from './splitter.ts';
import { type CellStyles, RichText } from './workbook.ts';
import { XmlReader, XmlRefused } from './xml.ts';

/** Bytes of text looked at for the names of the columns. */
const HEADER_BYTES = 2 ** 22;
const LAST_ROW = 2 ** 20;

interface Row {
	readonly number: number;
	readonly offset: number;
	readonly length: number;
	/** Column → text; a column without text is not there. */
	readonly cells: ReadonlyMap<number, string>;
	/** Every cell holds text, as names of columns do. */
	readonly words: boolean;
}

/**
 * Cuts the XML of a sheet (ECMA-376 part 1, 18.3.1) into rows; each becomes an object of column name → text, as a CSV of the sheet would give it, dates as ISO 8601.
 * Records bear the numbers of their rows. The names of the columns stand in the first row that is filled about as far as the rows below it.
 */
export class SheetSplitter implements Splitter {
	readonly #sink: Sink;
	readonly #styles: CellStyles;
	readonly #xml: XmlReader;
	readonly #mostText: number;
	/** Rows before the names of the columns are known, and bytes of text in them. */
	#waiting: Row[] = [];
	#waitingBytes = 0;
	#names: ReadonlyMap<number, string> | undefined;
	#headerText = '';
	#over = false;
	#settled = 0;

	#rowNumber = 0;
	#rowOffset = 0;
	#cells = new Map<number, string>();
	#words = true;
	#bytes = 0;
	#column = -1;
	#outside = false;
	/** Bytes that shared texts have come to in all cells. */
	#shared = 0;

	#type = 'n';
	#kind: NumberKind = 'plain';
	#value = '';
	#inValue = false;
	#inCell = false;
	readonly #rich = new RichText();

	/** @param mostText bytes that shared texts may come to: one long text in a million cells is how a small workbook becomes a large one. */
	constructor(sink: Sink, styles: CellStyles, mostText: number) {
		this.#sink = sink;
		this.#styles = styles;
		this.#mostText = mostText;
		this.#xml = new XmlReader(
			{
				open: (name, attribute, offset) => this.#open(name, attribute, offset),
				text: (text) => this.#text(text),
				close: (name, offset) => this.#close(name, offset),
			},
			sink.maxRecordBytes,
		);
	}

	get settled(): number {
		return this.#waiting[0]?.offset ?? this.#settled;
	}

	push(chunk: Buffer): void {
		if (this.#over) return;
		try {
			this.#xml.push(chunk);
		} catch (error) {
			if (!(error instanceof XmlRefused)) throw error;
			this.#flush();
			this.#stop('broken-xml', error.message, 'the XML of a sheet; what stands behind it is not read');
		}
	}

	#stop(reason: 'broken-xml' | 'too-long', got: string, expected: string): void {
		if (this.#over) return;
		this.#over = true;
		this.#sink.reject(reason, this.#rowNumber, got, expected);
		this.#sink.truncated = true;
	}

	end(): void {
		if (this.#over) return;
		this.#flush();
		if (!this.#xml.closed) this.#sink.cut(this.#rowNumber, 'a sheet');
	}

	#open(name: string, attribute: (name: string) => string | undefined, offset: number): void {
		if (name === 'row') this.#beginRow(attribute('r'), offset);
		else if (name === 'c') this.#beginCell(attribute);
		else if (!this.#inCell) return;
		else if (name === 'v') this.#inValue = true;
		else if (this.#type === 'inlineStr') this.#rich.open(name);
	}

	#text(text: string): void {
		if (this.#inValue) this.#value += text;
		else if (this.#inCell) this.#rich.text(text);
	}

	#close(name: string, offset: number): void {
		if (name === 'v') this.#inValue = false;
		else if (name === 'c') this.#endCell();
		else if (name === 'row') this.#endRow(offset);
		else if (this.#inCell) this.#rich.close(name);
	}

	#beginRow(written: string | undefined, offset: number): void {
		const number = Number(written);
		this.#rowNumber = Number.isInteger(number) && number > this.#rowNumber && number <= LAST_ROW ? number : this.#rowNumber + 1;
		this.#rowOffset = offset;
		this.#cells = new Map();
		this.#words = true;
		this.#bytes = 0;
		this.#column = -1;
		this.#outside = false;
	}

	#beginCell(attribute: (name: string) => string | undefined): void {
		const reference = attribute('r');
		this.#column = reference === undefined ? this.#column + 1 : (columnOf(reference) ?? MAX_SHEET_COLUMNS);
		this.#type = attribute('t') ?? 'n';
		this.#kind = this.#styles.kinds[Number(attribute('s') ?? 0)] ?? 'plain';
		this.#value = '';
		this.#rich.begin();
		this.#inCell = true;
	}

	#endCell(): void {
		this.#inCell = false;
		const text = this.#cellText();
		if (text === '') return;
		this.#bytes += text.length;
		if (this.#type === 'n' || this.#type === 'b' || this.#type === 'd') this.#words = false;
		if (this.#column >= MAX_SHEET_COLUMNS) this.#outside = true;
		else if (this.#bytes <= this.#sink.maxRecordBytes) this.#cells.set(this.#column, text);
	}

	#cellText(): string {
		switch (this.#type) {
			case 's': {
				return this.#sharedText(this.#value === '' ? -1 : Number(this.#value));
			}
			case 'inlineStr':
				return this.#rich.end();
			case 'b':
				return this.#value === '1' ? 'TRUE' : this.#value === '' ? '' : 'FALSE';
			case 'n':
				return numberText(this.#value, this.#kind, this.#styles.from1904);
			default:
				return this.#value;
		}
	}

	#sharedText(index: number): string {
		const size = this.#styles.texts.sizeOf(index);
		this.#shared += size;
		if (this.#shared > this.#mostText) {
			const got = `texts that unfold to more than ${this.#mostText} bytes`;
			this.#stop('too-long', got, 'fewer; refused as a bomb (--max-inflate allows more)');
		}
		// Not even looked at where the row is too long with it.
		if (this.#over || this.#bytes + size > this.#sink.maxRecordBytes) {
			this.#bytes += size;
			return '';
		}
		return this.#styles.texts.at(index) ?? '';
	}

	#endRow(offset: number): void {
		if (this.#over) return;
		this.#settled = offset;
		const number = this.#rowNumber;
		if (this.#bytes > this.#sink.maxRecordBytes) this.#sink.tooLong(number);
		else if (this.#outside) this.#sink.reject('broken-xml', number, 'a cell outside the sheet', `columns A to XFD`);
		else if (this.#cells.size > 0) {
			const row = { number, offset: this.#rowOffset, length: offset - this.#rowOffset, cells: this.#cells, words: this.#words };
			if (this.#names !== undefined) this.#use(row, this.#names);
			else {
				this.#waitingBytes += this.#bytes;
				if (this.#waiting.push(row) >= TOP_ROWS || this.#waitingBytes > HEADER_BYTES) this.#flush();
			}
		}
	}

	/** Finds the names of the columns among the first rows and uses those below. */
	#flush(): void {
		const rows = this.#waiting;
		this.#waiting = [];
		if (this.#names !== undefined || rows.length === 0) return;
		const most = Math.max(...rows.map(({ cells }) => cells.size));
		const at = headerAt(
			rows.map(({ cells, words }) => ({ filled: cells.size, words })),
			most,
		);
		const names = namesOf(rows[at]);
		this.#names = names;
		this.#headerText = textOf(rows[at]);
		if (at > 0) this.#sink.notes.push(noteOfRowsAbove(at));
		for (const row of rows.slice(at + 1)) this.#use(row, names);
	}

	#use(row: Row, names: ReadonlyMap<number, string>): void {
		if (row.cells.size === names.size && textOf(row) === this.#headerText) return;
		if (names.size > MANY_COLUMNS && row.cells.size * 2 < names.size) {
			this.#sink.reject('broken-xml', row.number, `${row.cells.size} cells`, `${names.size} cells as in the header`);
			return;
		}
		this.#sink.row(rowObject(row, names), row, row.number);
	}
}

function textOf(row: Row | undefined): string {
	return row === undefined ? '' : [...row.cells.values()].join('\t');
}

/** Column → its name, left to right. */
function namesOf(row: Row | undefined): ReadonlyMap<number, string> {
	if (row === undefined) return new Map();
	const columns = [...row.cells.keys()].sort((a, b) => a - b);
	const names = nameColumns(columns.map((column) => row.cells.get(column) ?? ''));
	return new Map(columns.map((column, index) => [column, names[index] ?? '']));
}

function rowObject(row: Row, names: ReadonlyMap<number, string>): JsonObject {
	const object: Record<string, string> = {};
	for (const [column, name] of names) set(object, name, row.cells.get(column) ?? '');
	// What stands under no name is kept under the column's number.
	for (const [column, text] of row.cells) if (!names.has(column)) set(object, `column ${column + 1}`, text);
	return object;
}

function set(object: Record<string, string>, name: string, text: string): void {
	// `__proto__` would set the prototype instead of a member.
	if (name === '__proto__')
		Object.defineProperty(object, name, { value: text, enumerable: true, writable: true, configurable: true });
	else object[name] = text;
}
