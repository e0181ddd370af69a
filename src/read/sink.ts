import { isObject, type Json, type JsonObject } from '../model/json.ts';
import type { RawRecord, RecordBatch, Rejection, RejectReason } from '../model/record.ts';
import { type Columns, type Found, type FoundWhole, ScannedRecord, type Scanner } from '../scan/scanner.ts';
import { cefStart, isCef, parseCef } from './cef.ts';
import type { RowReader } from './csv-row.ts';
import { findBreak, parseExact, parseInner, showChar, TooDeep, valuesInARow } from './json-text.ts';
import type { ReadLimits } from './limits.ts';
import type { Outbox } from './piece.ts';
import { afterSyslogHeader } from './syslog.ts';
import { unwrap } from './unwrap.ts';
import type { Window } from './window.ts';

/** Where a record stands in the text. */
export interface Span {
	/** Offset in the UTF-8 text. */
	readonly offset: number;
	/** Bytes in the UTF-8 text. */
	readonly length: number;
}

/** A place for people: 1-based. Asked for only when something is wrong. */
export type Locate = () => { readonly line: number; readonly column: number };

/** A row of CSV: the names of its columns, the bounds of its cells (see `RowReader`), and what makes texts of them. */
interface Row {
	readonly header: readonly string[];
	readonly cells: readonly number[];
	readonly delimiter: number;
	readonly reader: RowReader;
}

const BRACE = 0x7b;
const HALF = new SyntaxError('an object without its end');

/** Takes what a splitter finds in a file, counts it, and hands it on in batches. Every record ends here: accepted or rejected, never neither. */
export class Sink {
	/** The file ended inside a record. */
	truncated = false;
	/** Why the file may end early, where that is known. */
	cause: string | undefined;
	/** What is odd about the file, one sentence each. */
	readonly notes: string[] = [];
	/** Where records go that are to be parsed elsewhere; absent: they are parsed here. Take what waits before changing it. */
	outbox: Outbox | undefined;
	readonly maxDepth: number;
	readonly maxRecordBytes: number;
	readonly #origin: (offset: number) => number;
	#scanner: Scanner | undefined;
	#records: RawRecord[] = [];
	#rejections: Rejection[] = [];
	/** Records before each of the rejections. */
	#before: number[] = [];
	#count = 0;
	#loaded = false;

	/**
	 * @param origin where in the file an offset of the text lies; asked in ascending order.
	 * @param scanner reads what it can of the records; those are over when the next batch begins.
	 */
	constructor(limits: Pick<ReadLimits, 'maxDepth' | 'maxRecordBytes'>, origin: (offset: number) => number, scanner?: Scanner) {
		this.#scanner = scanner;
		this.maxDepth = limits.maxDepth;
		this.maxRecordBytes = limits.maxRecordBytes;
		this.#origin = origin;
	}

	/** Records met so far, rejected ones included. */
	get count(): number {
		return this.#count;
	}

	/** Records and rejections that wait to be taken. */
	get waiting(): number {
		return this.#records.length + this.#rejections.length;
	}

	take(): RecordBatch {
		const piece = this.outbox?.take();
		const batch = {
			records: this.#records,
			rejections: this.#rejections,
			before: this.#before,
			...(piece !== undefined && { piece }),
		};
		this.#records = [];
		this.#rejections = [];
		this.#before = [];
		return batch;
	}

	/** The next record has this ordinal. */
	resume(ordinal: number): void {
		this.#count = ordinal - 1;
	}

	/** No record is lent any more: batches may be kept. */
	keep(): void {
		this.#scanner = undefined;
	}

	/** Says in which stretch of bytes the next records lie; to be said anew whenever bytes have been moved. */
	load(bytes: Buffer, from: number, to: number): void {
		// Whoever took the last batch is done with it; while records of one wait, its bytes must stay.
		this.#loaded = this.#records.length === 0 && this.outbox === undefined;
		if (this.#loaded) this.#scanner?.load(bytes, from, to);
	}

	/** A record as JSON or CEF in the bytes of a window, perhaps behind a syslog header. */
	record(window: Window, from: number, to: number, locate: Locate, last = false): void {
		const span = { offset: window.offset(from), length: to - from };
		if (this.outbox === undefined) this.bytes(window.bytes, from, span, locate, last);
		else this.outbox.add(window.bytes, from, to, this.#next(span), locate);
	}

	/** A record as JSON or CEF in bytes (those loaded, if any), perhaps behind a syslog header; it begins at `from`. `last`: see {@link json}. */
	bytes(bytes: Buffer, from: number, span: Span, locate: Locate, last = false): void {
		const to = from + span.length;
		const found = this.#loaded && bytes[from] === BRACE ? this.#scanner?.scan(from, to) : undefined;
		if (found !== undefined) this.#scanned(found, span);
		else this.json(bytes.toString('utf8', from, to), span, locate, last);
	}

	/** A record as a row of CSV in the bytes of a window. */
	cells(window: Window, from: number, to: number, row: Row, line: number): void {
		const span = { offset: window.offset(from), length: to - from };
		if (this.outbox === undefined) {
			this.value(row.reader.object(row.header, window.bytes, from, row.cells, 0, row.cells.length), span, () => line);
		} else this.outbox.addRow(window.bytes, from, to, row, this.#next(span), () => ({ line, column: 1 }));
	}

	/** Whether rows with other columns may come now; where not, those that wait are to be taken first. */
	letGo(): boolean {
		return this.outbox?.close() ?? true;
	}

	/** The columns of the CSV whose rows come; undefined where they are to be given to {@link value}. */
	columns(names: readonly string[], delimiter: number): Columns | undefined {
		return this.#scanner?.columns(names, delimiter);
	}

	/** A row of CSV that begins at an index of the bytes loaded; undefined where the splitter has to read it. It counts once it is given to {@link takeScanned}. */
	scanRow(from: number, columns: Columns, stop?: number): FoundWhole | undefined {
		return this.#loaded ? this.#scanner?.row(from, columns, stop) : undefined;
	}

	/** A record as JSON that begins at an index of the bytes loaded, and ends in them; else as {@link scanRow}. */
	scanObject(from: number): FoundWhole | undefined {
		const found = this.#loaded ? this.#scanner?.object(from) : undefined;
		return found === undefined || found.length > this.maxRecordBytes ? undefined : found;
	}

	/** Takes in a record that was found. */
	takeScanned({ found, length }: FoundWhole, offset: number): void {
		this.#scanned(found, { offset, length });
	}

	#scanned(found: Found, span: Span): void {
		this.#count += 1;
		const { offset, length } = this.#place(span);
		this.#records.push(new ScannedRecord(this.#scanner as Scanner, found, this.#count, offset, length));
	}

	/** A record as JSON text or a line of CEF, perhaps behind a syslog header. `last`: nothing comes behind it, so that what only ends too early is a cut file. */
	json(record: string, span: Span, place: Locate, last = false): void {
		const cef = record.charCodeAt(0) === BRACE ? undefined : cefStart(record);
		if (cef !== undefined) {
			this.#cef(record, cef, span, place, last);
			return;
		}
		const header = record.charCodeAt(0) === BRACE ? 0 : (afterSyslogHeader(record) ?? 0);
		const text = header === 0 ? record : record.slice(header);
		const locate = header === 0 ? place : () => ({ line: place().line, column: place().column + header });
		let value: Json;
		try {
			// Half an object is seen at its end: an exception for each line of a broken file costs more than all else.
			if (text.startsWith('{') && !text.endsWith('}')) throw HALF;
			value = parseExact(text, this.maxDepth);
		} catch (error) {
			if (error instanceof TooDeep) this.tooDeep(locate().line);
			else if (last && isCut(text)) this.cut(locate().line, 'a record');
			else if (!this.#row(text, span)) this.broken(text, locate);
			return;
		}
		this.value(value, span, () => locate().line);
	}

	/** Several objects in a row on one line, whole all of them: parts of one record, as those of an array are. */
	#row(text: string, span: Span): boolean {
		if (!text.startsWith('{') || !text.endsWith('}')) return false;
		const texts = valuesInARow(text);
		if (texts === undefined) return false;
		const values = texts.map((one) => parseInner(one, this.maxDepth)).filter(isObject);
		if (values.length < texts.length) return false;
		this.#parts(
			values.flatMap((value) => unwrap(value).values),
			['row'],
			span,
		);
		return true;
	}

	#cef(record: string, from: number, span: Span, locate: Locate, last: boolean): void {
		const parsed = parseCef(record, from);
		if (isCef(parsed)) this.value(parsed, span, () => locate().line);
		else if (last) this.cut(locate().line, 'a record');
		else this.reject('broken-cef', locate().line, parsed.got, parsed.expected);
	}

	/** A record as a parsed value: an object, or an array of objects that stand for one batch. */
	value(value: Json, span: Span, line: () => number): void {
		if (isObject(value)) {
			this.#object(value, span);
			return;
		}
		if (isBatch(value)) {
			const values = value.flatMap((element) => unwrap(element).values);
			this.#parts(values, ['array'], span);
			return;
		}
		// `jq '.[].AuditData'` and PowerShell's ConvertTo-Json of such texts write records as strings.
		const inner = typeof value === 'string' ? parseInner(value, this.maxDepth) : undefined;
		if (isObject(inner)) this.#parts(unwrap(inner).values, ['text'], span);
		else this.reject('not-an-object', line(), `a JSON ${kindOf(value)}`, 'a JSON object');
	}

	/** A record that bears a number of its own, ascending: the row of a sheet. */
	row(value: JsonObject, span: Span, record: number): void {
		this.#object(value, span, record);
	}

	/** Counts a record that cannot be used. */
	reject(reason: RejectReason, line: number, got: string, expected: string): void {
		this.#count += 1;
		this.#before.push(this.#records.length);
		this.#rejections.push({ reason, record: this.#count, line, got, expected });
	}

	tooDeep(line: number): void {
		this.reject('too-deep', line, `nested deeper than ${this.maxDepth} levels`, `at most ${this.maxDepth} levels`);
	}

	tooLong(line: number): void {
		this.reject('too-long', line, `a record of more than ${this.maxRecordBytes} bytes`, `at most ${this.maxRecordBytes} bytes`);
	}

	cut(line: number, what: string): void {
		this.truncated = true;
		const why = this.cause === undefined ? '' : `: ${this.cause}`;
		this.reject('truncated', line, `the file ends inside ${what}${why}`, 'a whole record');
	}

	/** Counts a record whose text is not JSON, with the place where it breaks. */
	broken(text: string, locate: Locate): void {
		const { line, column } = locate();
		const found = findBreak(text) ?? { at: text.length, expected: 'a JSON value' };
		const before = text.slice(0, found.at);
		const newline = before.lastIndexOf('\n');
		const breakLine = newline < 0 ? line : line + before.split('\n').length - 1;
		const breakColumn = newline < 0 ? column + before.length : before.length - newline;
		const char = showChar(text.slice(found.at, found.at + 2));
		this.reject('broken-json', line, `JSON that breaks at line ${breakLine}, column ${breakColumn}: ${char}`, found.expected);
	}

	#next(span: Span) {
		this.#count += 1;
		return { ordinal: this.#count, ...this.#place(span) };
	}

	#object(value: JsonObject, span: Span, number = this.#count + 1): void {
		const { values, envelope } = unwrap(value);
		if (values.length > 1) {
			this.#parts(values, envelope, span, number);
			return;
		}
		this.#count += 1;
		const { offset, length } = this.#place(span);
		const record = { value: values[0] ?? value, record: number, offset, length };
		this.#records.push(envelope.length === 0 ? record : { ...record, envelope });
	}

	#parts(values: readonly JsonObject[], envelope: readonly string[], span: Span, number = this.#count + 1): void {
		const at = this.#place(span);
		this.#count += 1;
		for (const [index, value] of values.entries()) {
			this.#records.push({ value, record: number, ...at, envelope, ...(values.length > 1 && { part: index + 1 }) });
		}
	}

	#place({ offset, length }: Span): Span {
		const from = this.#origin(offset);
		return { offset: from, length: this.#origin(offset + length) - from };
	}
}

function isBatch(value: Json): value is readonly JsonObject[] {
	return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

function kindOf(value: Json): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

/** The longest beginning of a word of JSON or of an escape that a cut may leave: `fals`, `\\u00e`. */
const STUMP = 5;

/** Whether a broken JSON text would be right if only it went on. */
function isCut(text: string): boolean {
	const at = findBreak(text)?.at ?? 0;
	return at >= text.length || (at >= text.length - STUMP && /^(?:[a-z]+|-|\\u?[\da-fA-F]*)$/.test(text.slice(at)));
}
