import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { EvidenceError, UsageError } from '../../model/errors.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import { type CaseOptions, readAbout } from './about.ts';
import { type Expected, readExpected } from './expected.ts';

/** One fixture case as it lies on disk. */
export interface FixtureCase {
	/** Folder, with `/`. */
	readonly folder: string;
	readonly title: string;
	/** Analytics to run, as words: those that `case.json` names, else the one in the path, else all. */
	readonly analytics: readonly string[];
	readonly options: CaseOptions;
	readonly evidence: readonly string[];
	/** Folder of context files, if there is one. */
	readonly context: string | undefined;
	readonly expected: Expected;
}

const NO_EVIDENCE = new Set(['case.json', 'expected.json', 'context', 'README.md']);

/**
 * All cases below some folders, in the order of their paths.
 * @throws UsageError where a folder is missing or holds no case.
 */
export function findCases(folders: readonly string[]): readonly string[] {
	const found = new Set<string>();
	for (const folder of folders) {
		const below = casesBelow(folder.replace(/(?<=.)\/+$/, ''));
		if (below.length === 0) throw new UsageError(`${folder}: no case.json in it or below; see docs/fixtures.md`);
		for (const one of below) found.add(one);
	}
	return [...found].sort();
}

function casesBelow(folder: string): readonly string[] {
	const there = statSync(folder, { throwIfNoEntry: false });
	if (there === undefined) throw new UsageError(`${folder}: no such folder`);
	if (!there.isDirectory()) throw new UsageError(`${folder}: is a file; name the folder of a case`);
	const entries = readdirSync(folder, { withFileTypes: true });
	if (entries.some((entry) => entry.name === 'case.json')) return [folder];
	return entries.filter((entry) => entry.isDirectory()).flatMap((entry) => casesBelow(`${folder}/${entry.name}`));
}

/**
 * Reads a case.
 * @throws EvidenceError where one of its files is missing or says nothing sensible.
 */
export function readCase(folder: string): FixtureCase {
	const { title, analytics, options } = read(folder, 'case.json', readAbout);
	const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	const evidence = entries.filter((entry) => !NO_EVIDENCE.has(entry.name) && !entry.name.startsWith('.'));
	if (evidence.length === 0) throw new EvidenceError(`${folder}: no evidence`);
	return {
		folder,
		title: title ?? basename(folder),
		analytics: analytics ?? [analyticOf(folder)],
		options,
		evidence: evidence.map((entry) => join(folder, entry.name)),
		context: entries.some((entry) => entry.isDirectory() && entry.name === 'context') ? join(folder, 'context') : undefined,
		expected: read(folder, 'expected.json', readExpected),
	};
}

function read<T>(folder: string, name: string, reader: (value: JsonObject) => T): T {
	const value = readObject(folder, name);
	try {
		return reader(value);
	} catch (error) {
		if (error instanceof TypeError) throw new EvidenceError(`${folder}/${name}: ${error.message}`);
		throw error;
	}
}

function readObject(folder: string, name: string): JsonObject {
	const file = `${folder}/${name}`;
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		throw new EvidenceError(`${file}: missing or unreadable`);
	}
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new EvidenceError(`${file}: ${error instanceof Error ? error.message : 'not JSON'}`);
	}
	if (!isObject(value)) throw new EvidenceError(`${file}: must be a JSON object`);
	return value;
}

// fixtures/<analytic>/<platform>/<case>, from wherever it is named: a case must not ask for others when it is run from within its folder.
function analyticOf(folder: string): string {
	return (
		resolve(folder)
			.split(sep)
			.findLast((name) => /^AN\d{4}$/.test(name)) ?? 'all'
	);
}
