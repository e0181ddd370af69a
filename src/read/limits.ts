/** What a reader may be asked for and how far it goes. Everything has a default. */
export interface ReadOptions {
	/** Called after each chunk with the bytes read from disk since the last call (for a zip member: of its packed bytes). */
	onBytes?(file: string, bytes: number): void;
	/** `batches()` throws its reason once it is aborted. */
	readonly signal?: AbortSignal;
	/** Once aborted, a pipe ends where it is. */
	readonly stop?: AbortSignal;
	/** A packed file that grows more than this many times is a bomb: reading stops there. Default 1000; counts only beyond `freeInflate`. */
	readonly maxInflateRatio?: number;
	/** Bytes that a packed file may always grow to, whatever the ratio. Default 64 MiB: a bomb of that size harms nobody. */
	readonly freeInflate?: number;
	/**
	 * Bytes that a packed file (a zip archive: all its members together) may grow to at most. Default 1 TiB. Whoever names a size means it:
	 * the ratio then counts for nothing.
	 */
	readonly maxInflate?: number;
	/** A record of more bytes is counted as `too-long` and passed over. Default 64 MiB: what one record may cost in memory. */
	readonly maxRecordBytes?: number;
	/** A record nested deeper is counted as `too-deep`. Default 200: vendors stay below 20, and a recursive reader survives 200. */
	readonly maxDepth?: number;
	/** Bytes read at a time. Default 1 MiB. */
	readonly chunkBytes?: number;
	/**
	 * Records may be lent: their values are read off the bytes when asked for (`src/scan`), one at a time, and no longer than until the next batch is
	 * asked for. Default false: every record is parsed whole and may be kept.
	 */
	readonly lend?: boolean;
	/** Threads may be started beside the first. Default true. */
	readonly threads?: boolean;
}

/** What a packed file has taken and given so far: one for all members of an archive, so that many small bombs are one large one. */
export interface InflateTally {
	/** Packed bytes, as they lie on disk. */
	in: number;
	/** Unpacked bytes, by layer: a gzip file in a zip archive has two. */
	readonly out: [number, number];
}

/** The options with their defaults filled in. */
export type ReadLimits = Required<Omit<ReadOptions, 'onBytes' | 'signal' | 'stop'>> &
	Pick<ReadOptions, 'onBytes' | 'signal' | 'stop'> & {
		/** Absent: each file counts alone. */
		readonly tally?: InflateTally;
	};

/** Fills in the defaults. */
export function withDefaults(options: ReadOptions): ReadLimits {
	return {
		maxInflateRatio: 1000,
		freeInflate: 64 * 2 ** 20,
		maxInflate: 2 ** 40,
		maxRecordBytes: 64 * 2 ** 20,
		maxDepth: 200,
		chunkBytes: 2 ** 20,
		lend: false,
		threads: true,
		...options,
		...(options.maxInflate !== undefined && { freeInflate: options.freeInflate ?? options.maxInflate }),
	};
}
