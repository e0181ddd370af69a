import { EvidenceError } from '../model/errors.ts';
import type { LogFile } from '../model/record.ts';
import { type ReadLimits, type ReadOptions, withDefaults } from './limits.ts';
import { EvidenceFile, hashOf, type Origin, recognise } from './log-file.ts';
import { openPlace, spool } from './place.ts';
import { packingOf } from './unpack.ts';
import { compare, type FoundFile, walk } from './walk.ts';
import { readDirectory, type ZipMember } from './zip.ts';

/** A file that was found and cannot be read as a log, and why, as the rest of a sentence: `is empty`. */
export interface Unreadable {
	readonly file: string;
	readonly why: string;
}

/** The evidence, found and recognised, not yet read. */
export interface Evidence {
	/** Sorted by name. */
	readonly files: readonly LogFile[];
	/** Bytes on disk of all of them; undefined when standard input or another pipe is among them. */
	readonly total: number | undefined;
	/** What was passed over and why, one sentence each. */
	readonly notes: readonly string[];
	/** Files found in folders and archives that are no logs, or cannot be read. */
	readonly unreadable: readonly Unreadable[];
}

/** Names in archives that systems put there and people never mean; `..` is no such name. */
const CLUTTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/;
const HIDDEN = /(?:^|\/)\.(?!\.?(?:\/|$))/;

/**
 * Opens evidence: files, folders (walked), globs, and `-` for standard input; plain, gzip, zstd or zip; JSON lines, JSON or CSV.
 * All of that is told from content, never from names. The order of the arguments never shows.
 * A file that is no log that can be read is named in `unreadable`, wherever it was found.
 * @throws EvidenceError when a path is missing, a glob matches nothing, a folder is empty, or nothing at all can be read; the signal's reason
 * once aborted.
 */
export async function openEvidence(paths: readonly string[], options: ReadOptions = {}): Promise<Evidence> {
	const limits = withDefaults(options);
	if (paths.length === 0) throw new EvidenceError('no evidence named; expected files, folders, globs or - for standard input');
	const found = await walk(paths);
	const opened: Opened = {
		files: [],
		notes: [...found.notes],
		unreadable: [...found.unreadable],
		piped: false,
		refusal: undefined,
	};
	for (const file of found.files) {
		limits.signal?.throwIfAborted();
		await openFile(file, opened, limits);
	}
	const [first] = opened.unreadable;
	if (opened.files.length === 0) {
		if (opened.refusal !== undefined) throw opened.refusal;
		const reason = first === undefined ? '' : `: ${first.file} ${first.why}`;
		throw new EvidenceError(`${paths.join(' ')}: nothing that can be read${reason}; expected JSON, JSON lines or CSV`);
	}
	return {
		files: opened.files.sort((a, b) => compare(a.file, b.file)),
		total: opened.piped ? undefined : opened.files.reduce((sum, { size }) => sum + (size ?? 0), 0),
		notes: opened.notes.sort(),
		unreadable: opened.unreadable.sort((a, b) => compare(a.file, b.file)),
	};
}

interface Opened {
	readonly files: EvidenceFile[];
	readonly notes: string[];
	readonly unreadable: Unreadable[];
	piped: boolean;
	/** What is wrong with the first file that was named itself and cannot be read. */
	refusal: EvidenceError | undefined;
}

async function openFile(found: FoundFile, opened: Opened, limits: ReadLimits): Promise<void> {
	const { file, direct, stream } = found;
	try {
		const size = stream ? await spool(file, limits) : found.size;
		if (stream) opened.piped = true;
		if (await isZip(file)) return await openArchive(file, opened, limits);
		const origin = { file, path: file };
		const known = await recognise(origin, limits);
		if (!('why' in known)) opened.files.push(new EvidenceFile(origin, known, stream ? undefined : size, limits));
		else {
			opened.unreadable.push({ file, why: known.why });
			if (direct)
				opened.refusal ??= new EvidenceError(
					`${file === '-' ? 'standard input' : file}: ${known.why}; expected JSON, JSON lines or CSV`,
				);
		}
	} catch (error) {
		if (!(error instanceof EvidenceError)) throw error;
		if (direct) opened.refusal ??= error;
		opened.unreadable.push({
			file,
			why: error.message.startsWith(`${file}: `) ? error.message.slice(file.length + 2) : error.message,
		});
	}
}

/** Each member is a log file of its own; those that are no logs are named. Archives in archives are not opened. */
async function openArchive(file: string, opened: Opened, limits: ReadLimits): Promise<void> {
	const members = await membersOf(file);
	if (members.some(({ name }) => name === '[Content_Types].xml')) {
		throw new EvidenceError(`${file}: is an Office document; expected JSON or CSV (save the sheet as CSV)`);
	}
	let hash: Promise<string> | undefined;
	const archiveHash = () => {
		hash ??= hashOf(file, limits);
		return hash;
	};
	let readable = 0;
	const shared: ReadLimits = { ...limits, tally: { in: 0, out: [0, 0] } };
	for (const member of members) {
		if (CLUTTER.test(member.name)) continue;
		if (HIDDEN.test(member.name)) {
			opened.notes.push(`${file}!${member.name}: a hidden name; passed over`);
			continue;
		}
		limits.signal?.throwIfAborted();
		const origin: Origin = { file: `${file}!${member.name}`, path: file, member, archiveHash };
		const known = await recognise(origin, { ...limits, tally: { in: 0, out: [0, 0] } });
		if ('why' in known) {
			opened.unreadable.push({ file: origin.file, why: known.why });
			continue;
		}
		readable += 1;
		opened.files.push(new EvidenceFile(origin, known, opened.piped ? undefined : member.packed, shared));
	}
	if (readable === 0) {
		const first = opened.unreadable.at(-1);
		throw new EvidenceError(
			`${file}: a zip archive without a log in it${first === undefined ? '' : `: ${first.file} ${first.why}`}; expected JSON or CSV files`,
		);
	}
}

/** The members of an archive by its name. */
export async function membersOf(file: string): Promise<readonly ZipMember[]> {
	const place = await openPlace(file);
	try {
		return await readDirectory(place, file);
	} finally {
		await place.close();
	}
}

async function isZip(file: string): Promise<boolean> {
	const place = await openPlace(file);
	try {
		const head = Buffer.alloc(Math.min(512, place.size));
		await place.read(head, 0);
		const packing = packingOf(head);
		return packing !== undefined && 'packed' in packing && packing.packed === 'zip';
	} finally {
		await place.close();
	}
}
