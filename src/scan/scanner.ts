import { Buffer } from 'node:buffer';
import type { JsonObject } from '../model/json.ts';
import type { RawRecord } from '../model/record.ts';
import { KERNEL } from './kernel.ts';
import {
	CELL,
	CELL_END,
	CELL_LEAVES,
	CELL_LEAVES_END,
	INPUT,
	INPUT_END,
	type Kernel,
	LEAVES,
	LEAVES_END,
	LONGEST,
	PADDING,
	REFUSED,
	startKernel,
	UNKNOWN,
} from './memory.ts';
import { Tuples } from './tuples.ts';
import { View } from './view.ts';

/** Structures that are learnt at most: about 10 KB each. */
const MOST_STRUCTURES = 1024;
/** A structure is learnt when it is met so often: hostile input may make every record look different. */
const SIGHTS = 2;
/** Of so many records one in ten at least must be read here; else so many are left to the plain reader before it is tried again. */
const TRIAL = 256;
const REST = 4096;
/** Names that would be sorted to the front of an object, and the one that is none. */
const ODD_NAME = /^(?:\d+|__proto__)$|\ufffd/;
/** Columns of a CSV file that is read here, and how many kinds of header are remembered. */
const MOST_COLUMNS = 512;
const MOST_HEADERS = 256;

/** Node 20 has it, the library of types does not. */
type WellFormed = string & { isWellFormed(): boolean };

/** A record that has been scanned: its value is shown when it is asked for, and only until the next record's is. */
export class ScannedRecord implements RawRecord {
	readonly record: number;
	readonly offset: number;
	readonly length: number;
	readonly #scanner: Scanner;
	readonly #found: Found;

	constructor(scanner: Scanner, found: Found, record: number, offset: number, length: number) {
		this.#scanner = scanner;
		this.#found = found;
		this.record = record;
		this.offset = offset;
		this.length = length;
	}

	/** @throws TypeError when the batch of which the record was part is over: a mistake of ours. */
	get value(): JsonObject {
		return this.#scanner.show(this.#found);
	}
}

/** What the kernel has found of a record. */
export interface Found {
	/** The record is a row of CSV. */
	readonly isRow: boolean;
	readonly structure: number;
	/** Address of the first leaf. */
	readonly leaves: number;
	readonly content: number | undefined;
	readonly batch: number;
}

/** A record of which was found where it ends. */
export interface FoundWhole {
	readonly found: Found;
	/** Bytes of the record, without and with the end of its line. */
	readonly length: number;
	readonly taken: number;
}

/** The columns of a CSV file. */
export interface Columns {
	readonly structure: number;
	readonly count: number;
	readonly delimiter: number;
}

/** Reads records off their bytes: those whose structure it knows, and of which it is sure. Everything else is left to the plain reader. */
export class Scanner {
	readonly #kernel: Kernel;
	readonly #bytes: Buffer;
	readonly #isOdd: (names: readonly string[]) => boolean;
	readonly #records: View;
	readonly #cell: View;
	readonly #tuples: Tuples;
	readonly #sights = new Map<number, number>();
	#structures = 0;
	#batch = 0;
	/** The stretch of the bytes loaded. */
	#from = 0;
	#to = 0;
	readonly #rows: View;
	readonly #cells: Uint32Array;
	readonly #headers = new Map<string, number>();
	/** By structure of a row: column by name. */
	readonly #names: Map<string, number>[] = [];
	#leaves = LEAVES;
	#tried = 0;
	#read = 0;
	#rest = 0;

	/** @param isOdd whether a record with members of these names has to be read the plain way. */
	private constructor(kernel: Kernel, isOdd: (names: readonly string[]) => boolean) {
		this.#kernel = kernel;
		this.#bytes = Buffer.from(kernel.memory.buffer);
		this.#isOdd = isOdd;
		const words: string[] = [''];
		this.#tuples = new Tuples(kernel);
		this.#records = new View(kernel, words, this.#tuples);
		this.#cell = new View(kernel, words, this.#tuples);
		this.#rows = new View(kernel, words, this.#tuples);
		this.#cells = new Uint32Array(kernel.memory.buffer);
		views.push(this.#records, this.#cell);
	}

	/** A scanner of its own memory (21 MB, of which little is used); undefined where the machine cannot run the kernel. */
	static create(isOdd: (names: readonly string[]) => boolean): Scanner | undefined {
		const kernel = startKernel(KERNEL);
		return kernel === undefined ? undefined : new Scanner(kernel, isOdd);
	}

	/** A new file begins: it is tried anyhow. */
	wake(): void {
		this.#rest = 0;
		this.#tried = 0;
		this.#read = 0;
	}

	/** A new batch begins: records of the one before are over. The stretch of bytes is that in which all its records lie. */
	load(bytes: Buffer, from: number, to: number): void {
		this.#batch += 1;
		this.#leaves = LEAVES;
		this.#records.clear();
		this.#rows.clear();
		if (this.#kernel.full.value === 1) this.#forget();
		this.#from = from;
		this.#to = to - from + PADDING > INPUT_END - INPUT ? 0 : to;
		if (this.#to > 0) bytes.copy(this.#bytes, INPUT, from, to);
	}

	/** Scans the record in a stretch of the bytes loaded; undefined where the plain reader has to read it. */
	scan(from: number, to: number): Found | undefined {
		if (this.#rest > 0) {
			this.#rest -= 1;
			return undefined;
		}
		if (from < this.#from || to > this.#to || to - from > LONGEST) return undefined;
		const at = INPUT + from - this.#from;
		const leaves = this.#leaves;
		const structure = this.#structure(this.#records, at, at + to - from, leaves, LEAVES_END);
		this.#judge(structure >= 0);
		if (structure < 0) return undefined;
		this.#leaves = this.#kernel.leafEnd.value;
		return { isRow: false, structure, leaves, content: this.#kernel.content.value >>> 0, batch: this.#batch };
	}

	/** Scans the record that begins somewhere in the bytes loaded and ends in them; undefined where the splitter has to find its end. */
	object(from: number): FoundWhole | undefined {
		if (this.#rest > 0 || from < this.#from || from >= this.#to) return undefined;
		const leaves = this.#leaves;
		const at = INPUT + from - this.#from;
		const stop = Math.min(at + LONGEST, INPUT + this.#to - this.#from);
		const structure = this.#kernel.scan(at, stop, leaves, LEAVES_END, 1);
		// What is refused here or not known yet is scanned again once its end is known.
		if (structure < 0) return undefined;
		const end = this.#kernel.objectEnd.value;
		if (!this.#records.knows(structure)) this.#records.learn(structure, this.#parse(at, end));
		this.#judge(true);
		this.#leaves = this.#kernel.leafEnd.value;
		const found = { isRow: false, structure, leaves, content: this.#kernel.content.value >>> 0, batch: this.#batch };
		return { found, length: end - at, taken: end - at };
	}

	/** Learns the columns of a CSV file; undefined where its rows have to be read the plain way. */
	columns(names: readonly string[], delimiter: number): Columns | undefined {
		if (names.length < 2 || names.length > MOST_COLUMNS || this.#isOdd(names)) return undefined;
		const key = JSON.stringify(names);
		let structure = this.#headers.get(key);
		if (structure === undefined) {
			if (this.#headers.size >= MOST_HEADERS) return undefined;
			structure = this.#headers.size;
			this.#headers.set(key, structure);
			this.#rows.learnNames(structure, names);
			this.#names.push(new Map(names.map((name, column) => [name, column])));
		}
		return { structure, count: names.length, delimiter };
	}

	/**
	 * Scans the row of CSV that begins somewhere in the bytes loaded; undefined where the splitter has to read it. Quotes are undoubled in place: where the
	 * row is given up, what was loaded up to the next quote that is none of a pair is of no use any more.
	 * @param stop where nothing behind is looked at
	 */
	row(from: number, { structure, count, delimiter }: Columns, stop = this.#to): FoundWhole | undefined {
		if (from < this.#from || from >= this.#to) return undefined;
		const leaves = this.#leaves;
		const at = INPUT + from - this.#from;
		if (this.#kernel.row(at, INPUT + Math.min(stop, this.#to) - this.#from, delimiter, count, leaves, LEAVES_END) === 0)
			return undefined;
		this.#leaves = this.#kernel.leafEnd.value;
		const found = { isRow: true, structure, leaves, content: undefined, batch: this.#batch };
		return { found, length: this.#kernel.rowEnd.value, taken: this.#kernel.rowBytes.value };
	}

	/** Shows a record of this batch. @throws TypeError when its batch is over. */
	show(found: Found): JsonObject {
		if (found.batch !== this.#batch) throw new TypeError('a record is asked for after its batch');
		const view = found.isRow ? this.#rows : this.#records;
		return view.show(found.structure, found.leaves, found.content);
	}

	/** The object that a cell of the row shown holds, as {@link text}. */
	cell(row: JsonObject, name: string): JsonObject | undefined {
		const { root, structure } = this.#rows;
		const column = root === row ? this.#names[structure]?.get(name) : undefined;
		if (column === undefined || this.#rest > 0) return undefined;
		const leaf = this.#rows.leafAt(column) >>> 2;
		const from = this.#cells[leaf] as number;
		const length = this.#cells[leaf + 1] as number;
		return length > LONGEST ? undefined : this.#inner(from, from + length);
	}

	/** The object that a text holds, shown until the next call; undefined where the plain reader has to read it. */
	text(text: string): JsonObject | undefined {
		if (this.#rest > 0) {
			this.#rest -= 1;
			return undefined;
		}
		// Half a surrogate pair has no bytes of its own.
		if (text.length > LONGEST || !(text as WellFormed).isWellFormed()) return undefined;
		const end = CELL + this.#bytes.write(text, CELL, CELL_END - CELL - PADDING);
		if (end + 4 + PADDING > CELL_END) return undefined;
		return this.#inner(CELL, end);
	}

	#inner(from: number, to: number): JsonObject | undefined {
		this.#cell.clear();
		const structure = this.#structure(this.#cell, from, to, CELL_LEAVES, CELL_LEAVES_END);
		this.#judge(structure >= 0);
		return structure < 0 ? undefined : this.#cell.show(structure, CELL_LEAVES, this.#kernel.content.value >>> 0);
	}

	#structure(view: View, from: number, to: number, leaves: number, leavesStop: number): number {
		const found = this.#kernel.scan(from, to, leaves, leavesStop);
		if (found >= 0) {
			if (!view.knows(found)) view.learn(found, this.#parse(from, to));
			return found;
		}
		return found === UNKNOWN ? this.#meet(view, from, to) : REFUSED;
	}

	/** A structure that is not known: learnt when it is met again. */
	#meet(view: View, from: number, to: number): number {
		const node = this.#kernel.node.value;
		const sights = (this.#sights.get(node) ?? 0) + 1;
		this.#sights.set(node, sights);
		if (sights < SIGHTS) return REFUSED;
		this.#sights.delete(node);
		const record = this.#parse(from, to);
		const names = { count: 0 };
		const plain = this.#structures < MOST_STRUCTURES && isPlain(record, names) && names.count === this.#kernel.members.value;
		const known = plain && !this.#isOdd(Object.keys(record));
		this.#kernel.settle(node, known ? this.#structures : REFUSED);
		if (!known) return REFUSED;
		view.learn(this.#structures, record);
		this.#structures += 1;
		return this.#structures - 1;
	}

	#parse(from: number, to: number): JsonObject {
		return JSON.parse(this.#bytes.toString('utf8', from, to)) as JsonObject;
	}

	#judge(read: boolean): void {
		this.#tried += 1;
		if (read) this.#read += 1;
		if (this.#tried < TRIAL) return;
		if (this.#read * 10 < this.#tried) this.#rest = REST;
		this.#tried = 0;
		this.#read = 0;
	}

	#forget(): void {
		this.#kernel.forget();
		this.#tuples.forget();
		this.#records.forget();
		this.#cell.forget();
		this.#sights.clear();
		this.#structures = 0;
	}
}

/** Whether no name in a value is odd; counts the names. Fewer than the kernel met: one was there twice. */
function isPlain(value: unknown, names: { count: number }): boolean {
	if (typeof value !== 'object' || value === null) return true;
	if (Array.isArray(value)) return value.every((element) => isPlain(element, names));
	return Object.entries(value).every(([name, inner]) => {
		names.count += 1;
		return !ODD_NAME.test(name) && isPlain(inner, names);
	});
}

const views: View[] = [];

/** The content hash of a record that is shown now, or of an object lent with it; undefined of any other object. */
export function shownContent(record: JsonObject): number | undefined {
	return viewOf(record)?.contentOf(record);
}

/** What shows a record, or lends an object with it; undefined of an ordinary object. */
export function viewOf(record: JsonObject): View | undefined {
	for (const view of views) if (view.root === record || view.derived?.has(record) === true) return view;
	return undefined;
}

/** Tells the records apart that one object shows one after the other; 0 for an ordinary object. */
export function shownGeneration(record: JsonObject): number {
	return viewOf(record)?.generation ?? 0;
}

const idle: Scanner[] = [];
const busy: Scanner[] = [];

/** A scanner for one file, until it is given back. @param isOdd the same for all. */
export function borrowScanner(isOdd: (names: readonly string[]) => boolean): Scanner | undefined {
	const scanner = idle.pop() ?? Scanner.create(isOdd);
	if (scanner === undefined) return undefined;
	scanner.wake();
	busy.push(scanner);
	return scanner;
}

/** Gives a scanner back: what it has learnt serves the next file. */
export function returnScanner(scanner: Scanner | undefined): void {
	if (scanner === undefined) return;
	scanner.load(Buffer.alloc(0), 0, 0);
	busy.splice(busy.indexOf(scanner), 1);
	idle.push(scanner);
}

/**
 * The object that a text holds which stands in a member of a record, shown until the next call; undefined where the plain reader has to read it. That is
 * always so while no file is read with a scanner.
 */
export function scannedInside(record: JsonObject, name: string): JsonObject | undefined {
	const scanner = busy.at(-1);
	if (scanner === undefined) return undefined;
	// Who watches wants to see every value that is asked for: here it would be hidden in the bytes.
	for (const view of views) if (view.isWatched) return undefined;
	const cell = scanner.cell(record, name);
	if (cell !== undefined) return cell;
	const text = record[name];
	if (typeof text !== 'string') return undefined;
	const trimmed = text.trim();
	return trimmed.startsWith('{') ? scanner.text(trimmed) : undefined;
}
