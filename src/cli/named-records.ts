import { readFileSync } from 'node:fs';
import { EvidenceError, UsageError } from '../model/errors.ts';
import { isObject, type JsonObject } from '../model/json.ts';

/** The document that is wanted. */
const WANTED = 'give the output of saashound hunt --format json';

/** A record that a finding names. */
export interface NamedRecord {
	readonly file: string;
	readonly record: number;
	readonly sha256: string | undefined;
	/** Ids of the findings that name it. */
	readonly findings: readonly string[];
	/** What the document says of it. */
	readonly said: JsonObject;
}

/** A findings document as it was read: whoever made it. */
export interface FindingsRead {
	readonly findings: readonly JsonObject[];
	readonly arguments: readonly string[];
	/** File → SHA-256 when it was hunted. */
	readonly inputs: ReadonlyMap<string, string>;
}

/** Reads a findings document. @throws UsageError where it cannot be read or is none */
export function readDocument(document: string): FindingsRead {
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

/** The finding that is wanted, by rank or id, or `all`. @throws UsageError where there is none */
export function chooseFindings(findings: readonly JsonObject[], wanted: string, document: string): readonly JsonObject[] {
	const chosen = wanted === 'all' ? findings : findings.filter(({ id, rank }) => id === wanted || String(rank) === wanted);
	if (chosen.length > 0) return chosen;
	if (findings.length === 0) throw new UsageError(`${document}: there is no finding in it`);
	throw new UsageError(`${document}: no finding '${wanted}'; give a rank from 1 to ${findings.length}, an id, or all`);
}

/** Events behind findings whose records are only counted. */
export function unnamedOf(findings: readonly JsonObject[]): number {
	return findings.reduce((sum, { evidence }) => sum + Math.max(0, countOf(evidence) - sampleOf(evidence).length), 0);
}

/**
 * The findings with all of their records: the document names the first of a finding only; hunting again in the same way names all.
 * @throws EvidenceError where what comes out is not the same finding
 */
export async function completed(
	named: readonly JsonObject[],
	words: readonly string[],
	again: (words: readonly string[]) => Promise<unknown>,
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

/** The records that a finding's evidence names. */
export function sampleOf(evidence: unknown): readonly JsonObject[] {
	return isObject(evidence) && Array.isArray(evidence['sample']) ? evidence['sample'].filter(isObject) : [];
}

/** How many events are behind a finding, by its evidence. */
export function countOf(evidence: unknown): number {
	return isObject(evidence) && typeof evidence['count'] === 'number' ? evidence['count'] : 0;
}

/** The records that findings name, in order of file and place: one may stand behind several findings, and hold several events, and is there once. */
export function namedRecords(findings: readonly JsonObject[]): readonly NamedRecord[] {
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
