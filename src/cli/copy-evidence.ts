import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EvidenceError, UsageError } from '../model/errors.ts';
import type { Container } from '../model/record.ts';
import { readSpans } from '../read/spans.ts';
import { onExit } from './exit.ts';
import { locate, pathOf } from './locate-records.ts';
import {
	chooseFindings,
	completed,
	countOf,
	type NamedRecord,
	namedRecords,
	readDocument,
	sampleOf,
	unnamedOf,
} from './named-records.ts';

const ENDINGS: Readonly<Record<Container, string>> = { csv: 'csv', json: 'json', ndjson: 'json', cef: 'cef', xlsx: 'xml' };

/** What was copied. */
export interface Copied {
	readonly records: number;
	readonly files: number;
	/** Events behind the findings whose records the document only counts. */
	readonly unnamed: number;
	/** Files that are no longer as they were when they were hunted, although the records in them are. */
	readonly changed: readonly string[];
}

/** What to copy, and whereto. */
export interface CopyRequest {
	/** Path of a findings document. */
	readonly document: string;
	/** Rank, id, or `all`. */
	readonly wanted: string;
	readonly folder: string;
	/** Hunts once more with the document's own arguments, naming every record; absent: only what the document names is copied. */
	again?(words: readonly string[]): Promise<unknown>;
}

/**
 * Copies the records behind one finding (by rank or id) or `all` of them into a new folder, byte for byte, each a file of its own, with
 * `manifest.json` and `SHA256SUMS`; of tables also what stands above their rows. Nothing is left behind unless every record is there and
 * has the SHA-256 it had.
 * @throws UsageError where the document, the finding or the folder is wrong; EvidenceError where the evidence is not as it was.
 */
export async function copyEvidence({ document, wanted, folder, again }: CopyRequest): Promise<Copied> {
	const read = readDocument(document);
	if (read.arguments.includes('--redact'))
		throw new UsageError(`${document}: was made with --redact and names no file; give one made without`);
	const named = chooseFindings(read.findings, wanted, document);
	const parent = statSync(dirname(folder), { throwIfNoEntry: false });
	if (parent?.isDirectory() !== true) throw new UsageError(`--output: the folder ${dirname(folder)} is missing`);
	if (existsSync(folder) && readdirSync(folder).length > 0) throw new UsageError(`--output: ${folder} is there and not empty`);
	// Before hunting again, which would say of the files only that they are missing.
	for (const { file } of namedRecords(named)) pathOf(file);
	const chosen = again === undefined || unnamedOf(named) === 0 ? named : await completed(named, read.arguments, again);
	const records = namedRecords(chosen);
	const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
	const forget = onExit(() => rmSync(temporary, { recursive: true, force: true }));
	let changed: readonly string[] = [];
	try {
		mkdirSync(join(temporary, 'records'), { recursive: true });
		const copied = await copyRecords(records, read.inputs, temporary);
		changed = copied.files.filter(({ unchanged }) => unchanged === false).map(({ file }) => file);
		const findings = chosen.map(({ id, title, evidence }) => ({
			id,
			title,
			count: countOf(evidence),
			named: sampleOf(evidence).length,
		}));
		const manifest = { schema: 'saashound/evidence/1', document, findings, files: copied.files, records: copied.records };
		writeFileSync(join(temporary, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
		writeFileSync(join(temporary, 'SHA256SUMS'), copied.sums.join(''));
		rmSync(folder, { recursive: true, force: true });
		renameSync(temporary, folder);
	} finally {
		rmSync(temporary, { recursive: true, force: true });
		forget();
	}
	return { records: records.length, files: new Set(records.map(({ file }) => file)).size, unnamed: unnamedOf(chosen), changed };
}

/** A file that records came from. */
interface CopiedFile {
	readonly file: string;
	/** Of the file as it is now. */
	readonly sha256: string;
	/** Whether that is what the document says; absent where it says nothing. */
	readonly unchanged?: boolean;
	/** What stands above the rows of a table, in this folder. */
	readonly header?: string;
}

async function copyRecords(
	records: readonly NamedRecord[],
	inputs: ReadonlyMap<string, string>,
	folder: string,
): Promise<{ readonly records: readonly object[]; readonly files: readonly CopiedFile[]; readonly sums: readonly string[] }> {
	const entries: object[] = [];
	const files: CopiedFile[] = [];
	const sums: string[] = [];
	const put = (copy: string, bytes: Buffer) => {
		writeFileSync(join(folder, copy), bytes);
		sums.push(`${sha256Of(bytes)}  ${copy}\n`);
	};
	for (const file of new Set(records.map((record) => record.file))) {
		const own = records.filter((record) => record.file === file);
		const { spans, container, above, sha256, rows } = await locate(file, new Set(own.map(({ record }) => record)));
		const csv = container === 'csv';
		const found = own.map(({ record }) => {
			const span = spans.get(record);
			if (span === undefined) throw new EvidenceError(`${file}: record ${record} is no longer there`);
			return span;
		});
		const hasHeader = csv && above > 0;
		const [header, ...buffers] = await readSpans(file, [{ offset: 0, length: hasHeader ? above : 0 }, ...found]);
		const number = String(files.length + 1).padStart(3, '0');
		if (hasHeader) {
			mkdirSync(join(folder, 'headers'), { recursive: true });
			put(`headers/${number}.csv`, header ?? Buffer.alloc(0));
		}
		const before = inputs.get(file);
		files.push({
			file,
			sha256,
			...(before !== undefined && { unchanged: before === sha256 }),
			...(hasHeader && { header: `headers/${number}.csv` }),
		});
		for (const [index, named] of own.entries()) {
			const bytes = buffers[index] ?? Buffer.alloc(0);
			const copy = `records/${String(entries.length + 1).padStart(6, '0')}.${ENDINGS[container]}`;
			const row = rows.get(named.record);
			entries.push({ ...entryOf(named, bytes, copy), ...(row !== undefined && { row }) });
			put(copy, bytes);
		}
	}
	return { records: entries, files, sums };
}

function sha256Of(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

function entryOf(named: NamedRecord, bytes: Buffer, copy: string): object {
	const sha256 = sha256Of(bytes);
	if (named.sha256 !== undefined && named.sha256 !== sha256) {
		throw new EvidenceError(
			`${named.file}: record ${named.record} is not as it was: SHA-256 ${sha256}, expected ${named.sha256}`,
		);
	}
	const { time, operation, id } = named.said;
	const { file, record, findings } = named;
	return { copy, file, record, id, time, operation, bytes: bytes.length, sha256, verified: named.sha256 !== undefined, findings };
}
