import { readFileSync } from 'node:fs';
import { withFindings } from '../hunt/incidents.ts';
import { UsageError } from '../model/errors.ts';
import type { FindingsDocument } from '../model/finding.ts';
import { isObject } from '../model/json.ts';
import { counted } from '../render/number.ts';

/** Findings of an earlier run. */
export interface Earlier {
	readonly file: string;
	readonly ids: ReadonlySet<string>;
}

/**
 * Reads an earlier findings document (`--format json`).
 * @throws UsageError where the file is missing or is none.
 */
export function readEarlier(file: string): Earlier {
	let document: unknown;
	try {
		document = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		const why = error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read';
		throw new UsageError(`--compare: ${file}: ${why}; give the output of saashound hunt --format json`);
	}
	if (!isObject(document) || document['schema'] !== 'saashound/findings/1' || !Array.isArray(document['findings'])) {
		throw new UsageError(`--compare: ${file}: it is no findings document; give the output of saashound hunt --format json`);
	}
	const ids = new Set<string>();
	for (const finding of document['findings']) if (isObject(finding) && typeof finding['id'] === 'string') ids.add(finding['id']);
	return { file, ids };
}

/** The document without the findings that were there before, and of the rest the first `top`; ranks are given anew. */
export function onlyNew(document: FindingsDocument, earlier: Earlier, top = Number.POSITIVE_INFINITY): FindingsDocument {
	const fresh = document.findings.filter((finding) => !earlier.ids.has(finding.id));
	const known = document.findings.length - fresh.length;
	const note = `${counted(known, 'finding')} left out: already in ${earlier.file}`;
	const run = {
		...document.run,
		compared: { file: earlier.file, known },
		notes: known === 0 ? document.run.notes : [...document.run.notes, note],
	};
	const findings = fresh.slice(0, top).map((finding, index) => ({ ...finding, rank: index + 1 }));
	return withFindings({ ...document, run }, findings);
}
