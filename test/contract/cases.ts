import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { ANALYTICS } from '../../analytics/index.ts';
import { findCases, readCase } from '../../src/cli/check/cases.ts';
import { loadContext } from '../../src/cli/engine.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding, FindingsDocument } from '../../src/model/finding.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';

/** Folders of all fixture cases. */
export const CASES = findCases(ANALYTICS.map(({ id }) => `fixtures/${id}`));

/** What may be asked of a case beside what it says itself. */
export interface Variant {
	/** Evidence in place of the case's own. */
	readonly evidence?: readonly string[];
	/** `false`: without its context folder. */
	readonly context?: boolean;
	/** In place of the case's own `set`. */
	readonly set?: readonly string[];
}

/** Runs the hunt of a case with everything shown, however weak. */
export async function huntCase(folder: string, variant: Variant = {}): Promise<FindingsDocument> {
	const one = readCase(folder);
	const own = one.options['set'];
	const context = one.context === undefined || variant.context === false ? undefined : await loadContext(one.context);
	return hunt({
		evidence: variant.evidence ?? one.evidence,
		analytics: ANALYTICS.filter(({ id }) => one.analytics.includes(id)),
		set: variant.set ?? (Array.isArray(own) ? own.filter((entry) => typeof entry === 'string') : []),
		minScore: 0,
		arguments: [],
		version: '0',
		...(context !== undefined && { context }),
	});
}

/** The evidence of a case, file by file, as single records. */
export function recordsOf(folder: string): readonly { readonly name: string; readonly records: readonly JsonObject[] }[] {
	return readCase(folder).evidence.map((file) => ({
		name: basename(file).split('.')[0] ?? 'evidence',
		records: readRecords(file),
	}));
}

/** Writes records as JSON lines, one file for each, below a folder. @returns the paths */
export function writeRecords(
	folder: string,
	files: readonly { readonly name: string; readonly records: readonly JsonObject[] }[],
): string[] {
	mkdirSync(folder, { recursive: true });
	return files
		.filter(({ records }) => records.length > 0)
		.map(({ name, records }) => {
			const path = join(folder, `${name}.ndjson`);
			writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
			return path;
		});
}

/** What must not depend on how the evidence was laid out: everything but the places of records. */
export function essence(document: FindingsDocument): readonly unknown[] {
	return document.findings.map(({ evidence, next, stages, ...rest }: Finding) => ({
		...rest,
		stages: stages?.map(({ name, time, text }) => ({ name, time, text })),
		next: next.filter((step) => !step.startsWith('saashound timeline')),
		evidence: {
			count: evidence.count,
			sample: evidence.sample.map(({ id, time, sha256, operation }) => ({ id, time, sha256, operation })),
		},
	}));
}

const PAGES = ['entries', 'value', 'items', 'operation_logs', 'activity_logs'];

function readRecords(file: string): readonly JsonObject[] {
	const bytes = readFileSync(file);
	const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
	if (file.includes('.csv')) return readTable(text);
	if (file.includes('.ndjson')) return text.split('\n').flatMap(parsed);
	const whole: unknown = JSON.parse(text);
	if (Array.isArray(whole)) return whole.filter(isObject);
	const page = isObject(whole) ? PAGES.map((name) => whole[name]).find(Array.isArray) : undefined;
	return (page ?? []).filter(isObject);
}

// A line that was cut off is no record.
function parsed(line: string): readonly JsonObject[] {
	try {
		const value: unknown = JSON.parse(line);
		return isObject(value) ? [value] : [];
	} catch {
		return [];
	}
}

function readTable(text: string): readonly JsonObject[] {
	const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
	return rows.flatMap((row): readonly JsonObject[] => (row['AuditData'] === undefined ? [row] : parsed(row['AuditData'])));
}
