import type { JsonObject } from './json.ts';

/** Why a record could not be used. */
export type RejectReason =
	| 'broken-json'
	| 'broken-csv'
	| 'broken-xml'
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
	/** A short sentence: what was got. */
	readonly got: string;
	/** A short sentence: what would have been right. */
	readonly expected: string;
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
}

/** How a file is laid out. */
export type Container = 'ndjson' | 'json' | 'csv' | 'xlsx';

/** How a file is packed. */
export type Compression = 'gzip' | 'zip' | 'zstd';

/** What is known of a file once it has been read to its end. */
export interface LogFileSummary {
	/** SHA-256 of the bytes as they lie on disk (for a member of a zip archive: of the member's content), hex. */
	readonly sha256: string;
	/** Bytes as they lie on disk. */
	readonly bytes: number;
	readonly container: Container;
	readonly compression?: Compression;
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
	/** Reads the records, in file order. May be called once. Once `stop` is aborted no more of them come; the hash is still that of the whole file. */
	batches(stop?: AbortSignal): AsyncIterable<RecordBatch>;
	/** After `batches` has ended. */
	summary(): LogFileSummary;
}
