import type { Piece, Piecework } from '../model/record.ts';

/** Numbers kept for each record of a piece: where it begins and ends in the bytes, its ordinal, its offset and length in the file, where its cells begin. */
const PER_RECORD = 6;
/** Numbers kept for each stretch: where it begins in the bytes, and the line and column of that place in the text. */
const PER_STRETCH = 3;

const NEWLINE = 0x0a;

/** Records further apart than this are kept in stretches of their own: what stands between them is nobody's. */
const MAX_GAP = 4096;

/** Where a record of a piece stands. */
export interface PieceRecord {
	/** Indices in the bytes. */
	readonly from: number;
	readonly to: number;
	readonly ordinal: number;
	/** Span in the file. */
	readonly offset: number;
	readonly length: number;
	/** Indices in `cells`. */
	readonly cells: number;
	readonly cellsEnd: number;
}

/** One record's place. `index` from 0. */
export function recordOf({ records, cells, count }: Piece, index: number): PieceRecord {
	const at = index * PER_RECORD;
	return {
		from: records[at] as number,
		to: records[at + 1] as number,
		ordinal: records[at + 2] as number,
		offset: records[at + 3] as number,
		length: records[at + 4] as number,
		cells: records[at + 5] as number,
		cellsEnd: index + 1 < count ? (records[at + PER_RECORD + 5] as number) : cells.length,
	};
}

/** Line and column, 1-based, of an index in a piece's bytes. */
export function locateIn({ bytes, stretches }: Piece, index: number): { readonly line: number; readonly column: number } {
	let stretch = 0;
	while (stretch + PER_STRETCH < stretches.length && (stretches[stretch + PER_STRETCH] as number) <= index)
		stretch += PER_STRETCH;
	const start = stretches[stretch] as number;
	let line = stretches[stretch + 1] as number;
	let column = (stretches[stretch + 2] as number) + index - start;
	for (let i = start; i < index; i += 1) {
		if (bytes[i] !== 0x0a) continue;
		line += 1;
		column = index - i;
	}
	return { line, column };
}

/** Line and column of a place, 1-based. */
type Locate = () => { readonly line: number; readonly column: number };

/** What is known of a record when it is put into a piece. */
export interface Waiting {
	readonly ordinal: number;
	readonly offset: number;
	readonly length: number;
}

/** Gathers records for pieces. Bytes are copied once for all records that lie together in a splitter's window. */
export class Outbox {
	readonly #work: Piecework;
	readonly #maxDepth: number;
	#bytes: Uint8Array<ArrayBuffer> | undefined;
	/** Bytes used of them. */
	#used = 0;
	#records: number[] = [];
	#stretches: number[] = [];
	#cells: number[] = [];
	#header: readonly string[] | undefined;
	#delimiter: number | undefined;
	#closed = false;
	/** The stretch that is not copied yet: bytes of a window, and where in it the stretch begins and ends. */
	#window: Buffer | undefined;
	#from = 0;
	#to = 0;

	constructor(work: Piecework, maxDepth: number) {
		this.#work = work;
		this.#maxDepth = maxDepth;
	}

	/** Records in the piece so far. */
	get count(): number {
		return this.#records.length / PER_RECORD;
	}

	get isFull(): boolean {
		return this.#used + this.#to - this.#from >= this.#work.size;
	}

	/** It holds rows, and what comes next has other columns: it is to be taken. */
	get isClosed(): boolean {
		return this.#closed;
	}

	/** A piece has one header. @returns whether there is nothing in it. */
	close(): boolean {
		this.#closed = this.count > 0;
		return !this.#closed;
	}

	/** Adds the record in `window[from, to)`. The window must stay as it is until `settle`. */
	add(window: Buffer, from: number, to: number, { ordinal, offset, length }: Waiting, locate: Locate): void {
		if (this.#window !== window || from < this.#to || from - this.#to > MAX_GAP) {
			this.settle();
			const { line, column } = locate();
			this.#stretches.push(this.#used, line, column);
			this.#window = window;
			this.#from = from;
		}
		this.#to = to;
		const at = this.#used + from - this.#from;
		this.#records.push(at, at + to - from, ordinal, offset, length, this.#cells.length);
	}

	/** Adds a row of CSV; `cells` as in {@link Piece}. */
	addRow(
		window: Buffer,
		from: number,
		to: number,
		row: { readonly header: readonly string[]; readonly cells: readonly number[]; readonly delimiter: number },
		record: Waiting,
		locate: Locate,
	): void {
		this.add(window, from, to, record, locate);
		this.#header = row.header;
		this.#delimiter = row.delimiter;
		for (const number of row.cells) this.#cells.push(number);
	}

	/** Copies what has been added: the window may then change. A line end follows, so that a row is whole and ends before the next stretch. */
	settle(): void {
		const window = this.#window;
		if (window === undefined) return;
		const length = this.#to - this.#from;
		const bytes = this.#room(length + 1);
		bytes.set(window.subarray(this.#from, this.#to), this.#used);
		bytes[this.#used + length] = NEWLINE;
		this.#used += length + 1;
		this.#window = undefined;
		this.#from = 0;
		this.#to = 0;
	}

	/** The piece, if there is anything in it. */
	take(): Piece | undefined {
		this.settle();
		this.#closed = false;
		const { count } = this;
		if (count === 0 || this.#bytes === undefined) return undefined;
		const piece = {
			bytes: this.#bytes,
			count,
			records: Float64Array.from(this.#records),
			stretches: Float64Array.from(this.#stretches),
			...(this.#header !== undefined && { header: this.#header }),
			...(this.#delimiter !== undefined && { delimiter: this.#delimiter }),
			cells: Uint32Array.from(this.#cells),
			maxDepth: this.#maxDepth,
		};
		this.#bytes = undefined;
		this.#used = 0;
		this.#records = [];
		this.#stretches = [];
		this.#cells = [];
		return piece;
	}

	#room(length: number): Uint8Array {
		const needed = this.#used + length;
		if (this.#bytes === undefined) this.#bytes = new Uint8Array(this.#work.buffer(Math.max(needed, this.#work.size * 2)));
		else if (this.#bytes.length < needed) {
			const larger = new Uint8Array(this.#work.buffer(Math.max(needed, this.#bytes.length * 2)));
			larger.set(this.#bytes.subarray(0, this.#used));
			this.#bytes = larger;
		}
		return this.#bytes;
	}
}
