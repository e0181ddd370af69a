import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EvidenceError, UsageError } from '../model/errors.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { openEvidence } from '../read/open-evidence.ts';
import { type RecordSpan, readSpans } from '../read/spans.ts';
import { onExit } from './exit.ts';

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
	/** Records behind the findings that the document only counts. */
	readonly unnamed: number;
}

/**
 * Copies the records that a findings document names for one finding (by rank or id) or `all` of them into a new folder, byte for byte,
 * each a file of its own, with `manifest.json`. Nothing is left behind unless every record is there and has the SHA-256 it had.
 * @throws UsageError where the document, the finding or the folder is wrong; EvidenceError where the evidence is not as it was.
 */
export async function copyEvidence(document: string, wanted: string, folder: string): Promise<Copied> {
	const chosen = chooseFindings(readFindings(document), wanted, document);
	const parent = statSync(dirname(folder), { throwIfNoEntry: false });
	if (parent?.isDirectory() !== true) throw new UsageError(`--output: the folder ${dirname(folder)} is missing`);
	if (existsSync(folder) && readdirSync(folder).length > 0) throw new UsageError(`--output: ${folder} is there and not empty`);
	const records = namedRecords(chosen);
	const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
	const forget = onExit(() => rmSync(temporary, { recursive: true, force: true }));
	try {
		mkdirSync(join(temporary, 'records'), { recursive: true });
		const entries = await copyRecords(records, temporary);
		const findings = chosen.map(({ id, title, evidence }) => ({ id, title, count: countOf(evidence) }));
		const manifest = { schema: 'saashound/evidence/1', document, findings, records: entries };
		writeFileSync(join(temporary, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
		rmSync(folder, { recursive: true, force: true });
		renameSync(temporary, folder);
	} finally {
		rmSync(temporary, { recursive: true, force: true });
		forget();
	}
	const counted = chosen.reduce((sum, { evidence }) => sum + countOf(evidence), 0);
	const named = chosen.reduce((sum, { evidence }) => sum + sampleOf(evidence).length, 0);
	return { records: records.length, files: new Set(records.map(({ file }) => file)).size, unnamed: Math.max(0, counted - named) };
}

function readFindings(document: string): readonly JsonObject[] {
	let value: unknown;
	try {
		value = JSON.parse(readFileSync(document, 'utf8'));
	} catch (error) {
		throw new UsageError(`${document}: ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`);
	}
	if (!isObject(value) || !Array.isArray(value['findings'])) {
		throw new UsageError(`${document}: is no findings document; give the output of saashound hunt --format json`);
	}
	return value['findings'].filter(isObject);
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

async function copyRecords(records: readonly NamedRecord[], folder: string): Promise<readonly object[]> {
	const entries: object[] = [];
	for (const file of new Set(records.map((record) => record.file))) {
		const own = records.filter((record) => record.file === file);
		const { spans, extension } = await locate(file, new Set(own.map(({ record }) => record)));
		const found = own.map(({ record }) => {
			const span = spans.get(record);
			if (span === undefined) throw new EvidenceError(`${file}: record ${record} is no longer there`);
			return span;
		});
		const buffers = await readSpans(file, found);
		for (const [index, named] of own.entries()) {
			const bytes = buffers[index] ?? Buffer.alloc(0);
			const copy = `records/${String(entries.length + 1).padStart(6, '0')}.${extension}`;
			entries.push(entryOf(named, bytes, copy));
			writeFileSync(join(folder, copy), bytes);
		}
	}
	return entries;
}

function entryOf(named: NamedRecord, bytes: Buffer, copy: string): object {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	if (named.sha256 !== undefined && named.sha256 !== sha256) {
		throw new EvidenceError(
			`${named.file}: record ${named.record} is not as it was: SHA-256 ${sha256}, expected ${named.sha256}`,
		);
	}
	const { time, operation, id } = named.said;
	const { file, record, findings } = named;
	return { copy, file, record, id, time, operation, bytes: bytes.length, sha256, verified: named.sha256 !== undefined, findings };
}

async function locate(
	file: string,
	wanted: ReadonlySet<number>,
): Promise<{ spans: ReadonlyMap<number, RecordSpan>; extension: string }> {
	if (file === '-') throw new EvidenceError('the records came from standard input, which is gone; hunt files instead');
	const { files } = await openEvidence([pathOf(file)]);
	const log = files.find((candidate) => candidate.file === file);
	if (log === undefined) throw new EvidenceError(`${file}: is no longer there`);
	const spans = new Map<number, RecordSpan>();
	for await (const batch of log.batches()) {
		for (const { record, offset, length } of batch.records) if (wanted.has(record)) spans.set(record, { offset, length });
		if (spans.size === wanted.size) break;
	}
	// Only a file read to its end can say what it is; JSON is what records are, unless the file is a table.
	return { spans, extension: /\.csv(?:\.|$)/i.test(file) ? 'csv' : 'json' };
}

/** `archive.zip!member` is opened by the archive's name, unless there is a file of that very name. */
function pathOf(file: string): string {
	for (let at = file.length; at > 0; at = file.lastIndexOf('!', at - 1)) {
		const path = file.slice(0, at);
		if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
	}
	throw new EvidenceError(`${file}: is not there; run this where the evidence lies as it did for the hunt`);
}
