import type { BigIntStats } from 'node:fs';
import { posix, sep } from 'node:path';
import { EvidenceError } from '../model/errors.ts';
import { lstat, realpath, stat } from './files.ts';
import { expandGlob, isGlob } from './glob.ts';
import { meansForeign, namesIn, spelled } from './names.ts';

/** A file to be read, found but not opened. */
export interface FoundFile {
	/** As named (or found below a folder named), with `/`. `-` is standard input. */
	readonly file: string;
	/** Named itself on the command line: that it cannot be read is then an error, not a remark. */
	readonly direct: boolean;
	/** A pipe or standard input: can be read only once, from the front. */
	readonly stream: boolean;
	readonly size: number;
	/** Device and inode: the identity of the bytes behind a name; `-` of standard input. */
	readonly identity: string;
}

/** What a walk found. */
export interface Walk {
	/** Sorted by name (code units); no file twice, whatever it was called. */
	readonly files: readonly FoundFile[];
	/** What was passed over and why, one sentence each. */
	readonly notes: readonly string[];
	readonly unreadable: readonly { readonly file: string; readonly why: string }[];
}

/** Files that Windows puts into folders and hides there. */
const SYSTEMS_OWN = /^(?:Thumbs\.db|desktop\.ini)$/i;

interface Candidate extends FoundFile {
	readonly linked: boolean;
}

interface Folder {
	readonly path: string;
	readonly linked: boolean;
	/** Real paths from the root of the walk down to this folder. */
	readonly above: readonly string[];
}

/**
 * Finds the files that the evidence arguments mean: files, folders (walked; dot files passed over), globs and `-`.
 * The order of the arguments never shows in the result.
 * @throws EvidenceError for a path that is missing, a glob that matches nothing, a folder without files, a device.
 */
export async function walk(paths: readonly string[]): Promise<Walk> {
	const state: State = { candidates: [], notes: [], unreadable: [], visited: new Set() };
	for (const path of [...new Set(paths.map(tidy))].sort()) await addArgument(path, state);
	const files = new Map<string, Candidate>();
	// A name that is no link wins over links to it; then the name that was given over one found; then the smaller name.
	const ranked = state.candidates.sort((a, b) => Number(a.linked) - Number(b.linked) || compare(a.file, b.file));
	for (const candidate of ranked) {
		const known = files.get(candidate.identity);
		if (known === undefined) files.set(candidate.identity, candidate);
		else if (candidate.direct && !known.direct) files.set(candidate.identity, { ...known, direct: true });
	}
	return {
		files: [...files.values()].sort((a, b) => compare(a.file, b.file)),
		notes: state.notes.sort(),
		unreadable: state.unreadable.sort((a, b) => compare(a.file, b.file)),
	};
}

const NOT_UTF8 = 'is not UTF-8; rename it';

interface State {
	readonly candidates: Candidate[];
	readonly notes: string[];
	readonly unreadable: { file: string; why: string }[];
	/** Folders already walked, by device and inode. */
	readonly visited: Set<string>;
}

async function addArgument(path: string, state: State): Promise<void> {
	if (path === '-') {
		state.candidates.push({ file: '-', direct: true, stream: true, size: 0, identity: '-', linked: false });
		return;
	}
	if (await isForeign(path, state)) return;
	const stats = await statOf(path);
	if (stats !== undefined) return addPath(path, stats, state);
	if (!isGlob(path))
		throw new EvidenceError(`${path}: no such file or folder; expected a file, a folder, a glob or - for standard input`);
	const matches = await expandGlob(path);
	if (matches.length === 0)
		throw new EvidenceError(`${path}: matches no file; expected a pattern that matches at least one log file`);
	for (const match of matches.map(asFile)) {
		if (await isForeign(match, state)) continue;
		const found = await statOf(match);
		if (found !== undefined) await addPath(match, found, state);
	}
}

// Nothing is read under a name that may be another's.
async function isForeign(path: string, state: State): Promise<boolean> {
	const foreign = await meansForeign(path);
	if (foreign) state.unreadable.push({ file: path, why: `may mean a name that ${NOT_UTF8}` });
	return foreign;
}

async function addPath(path: string, stats: BigIntStats, state: State): Promise<void> {
	if (!stats.isDirectory()) {
		const stream = stats.isFIFO();
		if (!stats.isFile() && !stream)
			throw new EvidenceError(`${path}: is a ${kindOf(stats)}; expected a file, a folder or - for standard input`);
		state.candidates.push({
			file: path,
			direct: true,
			stream,
			size: Number(stats.size),
			identity: identify(stats),
			linked: await isLink(path),
		});
		return;
	}
	const hidden = await walkFolder(path, state);
	checkFolder(path, state, hidden);
}

function checkFolder(path: string, state: State, hidden: number): void {
	const prefix = path.endsWith('/') ? path : `${path}/`;
	const inside = (file: string) => path === '.' || file.startsWith(prefix);
	if (state.candidates.some(({ file }) => inside(file)) || state.unreadable.some(({ file }) => inside(file) || file === path))
		return;
	const but = hidden > 0 ? ' but hidden ones (names that begin with a dot are passed over)' : '';
	throw new EvidenceError(`${path}: the folder holds no files${but}; expected at least one log file in it`);
}

/** Walks a folder, real folders before links to folders, so that a file is known by its own name. Gives the number of hidden entries. */
async function walkFolder(root: string, state: State): Promise<number> {
	const real: Folder[] = [{ path: root, linked: await isLink(root), above: [] }];
	const linked: Folder[] = [];
	let hidden = 0;
	for (;;) {
		const folder = real.pop() ?? linked.sort((a, b) => compare(b.path, a.path)).pop();
		if (folder === undefined) return hidden;
		hidden += await readFolder(folder, { real, linked }, state);
	}
}

async function readFolder(folder: Folder, queues: { real: Folder[]; linked: Folder[] }, state: State): Promise<number> {
	const stats = await statOf(folder.path);
	const path = await realpath(folder.path).catch(() => folder.path);
	if (stats === undefined) return 0;
	if (folder.above.includes(path)) {
		state.notes.push(`${folder.path}: a link back to a folder above it; passed over`);
		return 0;
	}
	if (state.visited.has(identify(stats))) return 0;
	state.visited.add(identify(stats));
	let hidden = 0;
	const above = [...folder.above, path];
	try {
		const { entries, foreign } = await namesIn(folder.path);
		for (const name of foreign.map(spelled)) {
			if (name.startsWith('.')) hidden += 1;
			else state.unreadable.push({ file: posix.join(folder.path, name), why: `has a name that ${NOT_UTF8}` });
		}
		for (const entry of entries) {
			const file = asFile(posix.join(folder.path, entry.name));
			if (entry.name.startsWith('.')) hidden += 1;
			else if (SYSTEMS_OWN.test(entry.name)) state.notes.push(`${file}: a name of the system's own; passed over`);
			else await addEntry(file, folder.linked || entry.isSymbolicLink(), above, { queues, state });
		}
	} catch (error) {
		state.unreadable.push({ file: folder.path, why: `the folder cannot be read (${codeOf(error)})` });
	}
	if (hidden > 0) state.notes.push(`${folder.path}: ${hidden} hidden ${hidden === 1 ? 'name' : 'names'} passed over`);
	return hidden;
}

async function addEntry(
	file: string,
	linked: boolean,
	above: readonly string[],
	to: { queues: { real: Folder[]; linked: Folder[] }; state: State },
): Promise<void> {
	const stats = await statOf(file).catch(() => undefined);
	if (stats === undefined) to.state.unreadable.push({ file, why: linked ? 'a link that leads nowhere' : 'cannot be read' });
	else if (stats.isDirectory()) (linked ? to.queues.linked : to.queues.real).push({ path: file, linked, above });
	else if (stats.isFile()) {
		to.state.candidates.push({ file, direct: false, stream: false, size: Number(stats.size), identity: identify(stats), linked });
	} else to.state.notes.push(`${file}: is a ${kindOf(stats)}; passed over`);
}

/** The name with `/` and without `./`, `//` and `a/..`, so that one file has one name. */
function tidy(path: string): string {
	if (path === '-') return path;
	if (path === '') throw new EvidenceError('an empty file name; expected a file, a folder, a glob or - for standard input');
	const slashed = sep === '/' ? path : path.replaceAll(sep, '/');
	const normal = posix.normalize(slashed);
	return asFile(normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal);
}

/** A file of the name `-` is no standard input. */
function asFile(path: string): string {
	return path === '-' ? './-' : path;
}

async function statOf(path: string): Promise<BigIntStats | undefined> {
	try {
		return await stat(path, { bigint: true });
	} catch (error) {
		const code = codeOf(error);
		if (code === 'EACCES' || code === 'EPERM')
			throw new EvidenceError(`${path}: cannot be read (${code}); expected a file that you may read`);
		return undefined;
	}
}

async function isLink(path: string): Promise<boolean> {
	return (await lstat(path)).isSymbolicLink();
}

function identify(stats: BigIntStats): string {
	return `${stats.dev}:${stats.ino}`;
}

function kindOf(stats: BigIntStats): string {
	if (stats.isFIFO()) return 'pipe';
	if (stats.isSocket()) return 'socket';
	return stats.isFile() ? 'file' : 'device';
}

/** The system's code of an error (`EACCES`), or its message. */
export function codeOf(error: unknown): string {
	if (typeof error !== 'object' || error === null) return String(error);
	if ('code' in error && typeof error.code === 'string') return error.code;
	return 'message' in error ? String(error.message) : String(error);
}

/** Order by code units: the same on every machine. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
