import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EvidenceError, UsageError } from '../model/errors.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import type { Container } from '../model/record.ts';
import { openEvidence } from '../read/open-evidence.ts';
import { type RecordSpan, readSpans } from '../read/spans.ts';
import { onExit } from './exit.ts';

const ENDINGS: Readonly<Record<Container, string>> = { csv: 'csv', json: 'json', ndjson: 'json', cef: 'cef', xlsx: 'xml' };

/** The document that is wanted. */
const WANTED = 'give the output of saashound hunt --format json';

/** A record that a finding names. */
interface NamedRecord {
	readonly file: string;
	readonly record: number;
	readonly sha256: string | undefined;
	/** Ids of the findings that name it. */
	readonly findings: readonly string[];
	/** What the document says of it. */
	readonly said: JsonObject;
}

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

function unnamedOf(findings: readonly JsonObject[]): number {
	return findings.reduce((sum, { evidence }) => sum + Math.max(0, countOf(evidence) - sampleOf(evidence).length), 0);
}

// The document names the first records of a finding only; hunting again in the same way names all. What comes out must be the same finding.
async function completed(
	named: readonly JsonObject[],
	words: readonly string[],
	again: NonNullable<CopyRequest['again']>,
): Promise<readonly JsonObject[]> {
	const found = await again(words);
	const fresh = isObject(found) && Array.isArray(found['findings']) ? found['findings'].filter(isObject) : [];
	return named.map((finding) => {
		const now = fresh.find(({ id }) => id === finding['id']);
		if (now === undefined || countOf(now['evidence']) !== countOf(finding['evidence']) || !samples(finding, now)) {
			throw new EvidenceError(
				`${String(finding['id'])}: hunting again gives another finding: the evidence, its context or the program has changed; ` +
					'--named-only copies the records that the document names',
			);
		}
		return { ...finding, evidence: now['evidence'] ?? null };
	});
}

/** Whether the records that a finding names are the first of those that another names. */
function samples(finding: JsonObject, all: JsonObject): boolean {
	const keys = (value: JsonObject) =>
		sampleOf(value['evidence']).map(({ file, record, sha256 }) => `${file}\n${record}\n${sha256}`);
	const every = new Set(keys(all));
	return keys(finding).every((key) => every.has(key));
}

interface Read {
	readonly findings: readonly JsonObject[];
	readonly arguments: readonly string[];
	/** File → SHA-256 when it was hunted. */
	readonly inputs: ReadonlyMap<string, string>;
}

function readDocument(document: string): Read {
	let value: unknown;
	try {
		value = JSON.parse(readFileSync(document, 'utf8'));
	} catch (error) {
		throw new UsageError(`${document}: ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}; ${WANTED}`);
	}
	if (!isObject(value) || !Array.isArray(value['findings'])) {
		throw new UsageError(`${document}: is no findings document; ${WANTED}`);
	}
	const inputs = Array.isArray(value['inputs']) ? value['inputs'].filter(isObject) : [];
	const tool = isObject(value['tool']) ? value['tool']['arguments'] : undefined;
	return {
		findings: value['findings'].filter(isObject),
		arguments: Array.isArray(tool) ? tool.filter((word) => typeof word === 'string') : [],
		inputs: new Map(inputs.map(({ file, sha256 }) => [String(file), String(sha256)])),
	};
}

function chooseFindings(findings: readonly JsonObject[], wanted: string, document: string): readonly JsonObject[] {
	const chosen = wanted === 'all' ? findings : findings.filter(({ id, rank }) => id === wanted || String(rank) === wanted);
	if (chosen.length > 0) return chosen;
	if (findings.length === 0) throw new UsageError(`${document}: there is no finding in it`);
	throw new UsageError(`${document}: no finding '${wanted}'; give a rank from 1 to ${findings.length}, an id, or all`);
}

function sampleOf(evidence: unknown): readonly JsonObject[] {
	return isObject(evidence) && Array.isArray(evidence['sample']) ? evidence['sample'].filter(isObject) : [];
}

function countOf(evidence: unknown): number {
	return isObject(evidence) && typeof evidence['count'] === 'number' ? evidence['count'] : 0;
}

// A record may stand behind several findings, and hold several events: it is copied once.
function namedRecords(findings: readonly JsonObject[]): readonly NamedRecord[] {
	const records = new Map<string, NamedRecord>();
	for (const { id, evidence } of findings) {
		for (const said of sampleOf(evidence)) {
			const { file, record, sha256 } = said;
			if (typeof file !== 'string' || typeof record !== 'number') continue;
			const key = `${file}\n${record}`;
			const names = new Set([...(records.get(key)?.findings ?? []), String(id)]);
			records.set(key, { file, record, sha256: typeof sha256 === 'string' ? sha256 : undefined, findings: [...names], said });
		}
	}
	return [...records.values()].sort((a, b) => (a.file === b.file ? a.record - b.record : a.file < b.file ? -1 : 1));
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

/** Where records lie in a file, read to its end. */
interface Located {
	readonly spans: ReadonlyMap<number, RecordSpan>;
	readonly container: Container;
	/** Rows of a sheet as they were read: their own bytes only point at texts elsewhere in the workbook. */
	readonly rows: ReadonlyMap<number, JsonObject>;
	/** Bytes before the first record. */
	readonly above: number;
	readonly sha256: string;
}

async function locate(file: string, wanted: ReadonlySet<number>): Promise<Located> {
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
function pathOf(file: string): string {
	if (file === '-') throw new EvidenceError('the records came from standard input, which is gone; hunt files instead');
	for (let at = file.length; at > 0; at = file.lastIndexOf('!', at - 1)) {
		const path = file.slice(0, at);
		if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
	}
	throw new EvidenceError(`${file}: is not there; run this where the evidence lies as it did for the hunt`);
}
