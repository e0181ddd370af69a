import { statSync } from 'node:fs';
import { EvidenceError } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';
import type { Container } from '../model/record.ts';
import { openEvidence } from '../read/open-evidence.ts';
import type { RecordSpan } from '../read/spans.ts';

/** Where records lie in a file, read to its end. */
export interface Located {
	readonly spans: ReadonlyMap<number, RecordSpan>;
	readonly container: Container;
	/** Rows of a sheet as they were read: their own bytes only point at texts elsewhere in the workbook. */
	readonly rows: ReadonlyMap<number, JsonObject>;
	/** Bytes before the first record. */
	readonly above: number;
	readonly sha256: string;
}

/**
 * Looks up records of one file by their numbers.
 * @throws EvidenceError where the file is no longer there
 */
export async function locate(file: string, wanted: ReadonlySet<number>): Promise<Located> {
	const { files } = await openEvidence([pathOf(file)]);
	const log = files.find((candidate) => candidate.file === file);
	if (log === undefined) throw new EvidenceError(`${file}: is no longer there`);
	const spans = new Map<number, RecordSpan>();
	const values = new Map<number, JsonObject>();
	let above = Number.POSITIVE_INFINITY;
	for await (const batch of log.batches()) {
		for (const { record, offset, length, value } of batch.records) {
			above = Math.min(above, offset);
			if (!wanted.has(record)) continue;
			spans.set(record, { offset, length });
			values.set(record, value);
		}
	}
	const { container, sha256 } = log.summary();
	return { spans, container, rows: container === 'xlsx' ? values : new Map(), above, sha256 };
}

/** `archive.zip!member` is opened by the archive's name, unless there is a file of that very name. */
export function pathOf(file: string): string {
	if (file === '-') throw new EvidenceError('the records came from standard input, which is gone; hunt files instead');
	for (let at = file.length; at > 0; at = file.lastIndexOf('!', at - 1)) {
		const path = file.slice(0, at);
		if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
	}
	throw new EvidenceError(`${file}: is not there; run this where the evidence lies as it did for the hunt`);
}
