import type { JsonObject } from './json.ts';

/** Why a record could not be used. */
export type RejectReason =
	| 'broken-json'
	| 'broken-csv'
	| 'broken-xml'
	| 'broken-cef'
	| 'not-an-object'
	| 'too-long'
	| 'too-deep'
	| 'truncated'
	| 'unrecognised'
	| 'no-time'
	| 'bad-time'
	| 'no-operation'
	| 'broken-cell';

/** A record that could not be used, with where it is and what was wrong. */
export interface Rejection {
	readonly reason: RejectReason;
	/** 1-based ordinal of the record in its file. */
	readonly record: number;
	/** 1-based line where it begins, where the format has lines. */
	readonly line?: number;
	/** Which of several in one record, 1-based: see {@link RawRecord}. */
	readonly part?: number;
	/** A short sentence: what was got. */
	readonly got: string;
	/** A short sentence: what would have been right. */
	readonly expected: string;
	/** What it is of the lines that this program itself writes; absent for others. */
	readonly own?: string;
}

/** One record as it stands in a file, parsed. */
export interface RawRecord {
	readonly value: JsonObject;
	/** 1-based ordinal in its file, rejected records counted too; of a sheet's row its number there. */
	readonly record: number;
	/** Byte span of the record in the file after decompression. */
	readonly offset: number;
	readonly length: number;
	/** What a SIEM or collector had wrapped around it, outermost first, e.g. `elastic`, `splunk`. */
	readonly envelope?: readonly string[];
	/** The ordinal within the record where one wrapped record held several (a Kinesis or event hook batch); absent when single. */
	readonly part?: number;
}

/** What a reader hands over at a time: no asynchronous hop for each record. */
export interface RecordBatch {
	readonly records: readonly RawRecord[];
	readonly rejections: readonly Rejection[];
	/** For each rejection, how many of the records stand before it; of no meaning with a piece, whose records bear ordinals. */
	readonly before: readonly number[];
	/** Records that are told apart but not parsed, where the caller asked for that; `records` is then empty. */
	readonly piece?: Piece;
}

/**
 * Records of a file that have been told apart but not parsed: bytes and numbers only, so that another thread can have them without a copy.
 * `bytes` holds stretches of the text (UTF-8), each from the first byte of a record to the last byte of that record or of one behind it.
 */
export interface Piece {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly count: number;
	/** Six numbers of each record: where it begins and ends in the bytes, its ordinal, its offset and length in the file, where its cells begin. */
	readonly records: Float64Array<ArrayBuffer>;
	/** Three numbers of each stretch: where it begins in the bytes, the line and the column of that place in the text. */
	readonly stretches: Float64Array<ArrayBuffer>;
	/** Of CSV: the names of the columns. */
	readonly header?: readonly string[];
	/** Of CSV: the byte between cells. */
	readonly delimiter?: number;
	/** Of CSV: for each cell where it begins and ends, from the row's first byte, and whether it holds doubled quotes. */
	readonly cells: Uint32Array<ArrayBuffer>;
	/** Deeper records are `too-deep`. */
	readonly maxDepth: number;
}

/** Asks for records in pieces. */
export interface Piecework {
	/** Bytes from which a piece is handed over. */
	readonly size: number;
	/** Whether the next bytes of text (so many) are to come in pieces. */
	wants(bytes: number): boolean;
	/** A buffer of at least so many bytes; what is in it does not matter. */
	buffer(bytes: number): ArrayBuffer;
}

/** How a file is laid out. */
export type Container = 'ndjson' | 'json' | 'csv' | 'cef' | 'xlsx';

/** How a file is packed. */
export type Compression = 'gzip' | 'zip' | 'zstd';

/** What is known of a file once it has been read to its end. */
export interface LogFileSummary {
	/** SHA-256 of the bytes as they lie on disk (for a member of a zip archive: of the member's content), hex. */
	readonly sha256: string;
	/** Bytes as they lie on disk. */
	readonly bytes: number;
	readonly container: Container;
	/** How it is packed, from the inside out: a gzip file in a zip archive is `gzip`, `zip`. Empty: not at all. */
	readonly compression: readonly Compression[];
	/** e.g. `utf-8`, `utf-16le`. */
	readonly encoding: string;
	/** Records met, rejected ones included. */
	readonly records: number;
	/** The file ended inside a record or a compressed member. */
	readonly truncated: boolean;
	/** Reading was stopped before its last record. */
	readonly stopped?: true;
	/** What is odd about the file itself, one sentence each: it grew while it was read. */
	readonly notes?: readonly string[];
	/** For a member of an archive: the archive's path and SHA-256. */
	readonly archive?: { readonly file: string; readonly sha256: string };
}

/** One log file, opened and recognised, not yet read. */
export interface LogFile {
	/** As named on the command line (or found below a folder named there), with `/`; a zip member is `archive.zip!member`, a sheet `workbook.xlsx!sheet`. */
	readonly file: string;
	/** Size on disk; undefined for standard input. */
	readonly size: number | undefined;
	readonly container: Container;
	/**
	 * Reads the records, in file order. May be called once. Once `stop` is aborted no more of them come; the hash is still that of the whole file.
	 * With `pieces` records may come unparsed.
	 */
	batches(stop?: AbortSignal, pieces?: Piecework): AsyncIterable<RecordBatch>;
	/** After `batches` has ended. */
	summary(): LogFileSummary;
}
