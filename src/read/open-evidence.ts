import { EvidenceError } from '../model/errors.ts';
import type { LogFile } from '../model/record.ts';
import { type ReadLimits, type ReadOptions, withDefaults } from './limits.ts';
import { EvidenceFile, hashOf, memberReader, type Origin, recognise } from './log-file.ts';
import { isStopped, openPlace, spool } from './place.ts';
import { packingOf } from './unpack.ts';
import { compare, type FoundFile, walk } from './walk.ts';
import type { SheetMember } from './workbook.ts';
import { damaged, readDirectory, type ZipMember } from './zip.ts';

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
	/** Pipes that ended where reading was stopped. */
	readonly stopped: readonly string[];
}

/** Names in archives that systems put there and people never mean; `..` is no such name. */
const CLUTTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/i;
/** Every Office document has this member (ECMA-376 part 2). */
const CONTENT_TYPES = '[Content_Types].xml';
const HIDDEN = /(?:^|\/)\.(?!\.?(?:\/|$))/;

/**
 * Opens evidence: files, folders (walked), globs, and `-` for standard input; plain, gzip, zstd or zip; JSON lines, JSON, CSV, CEF or an Excel workbook.
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
		throw new EvidenceError(
			`${paths.join(' ')}: nothing that can be read${reason}; expected JSON, JSON lines, CSV, CEF or an Excel workbook`,
		);
	}
	return {
		files: opened.files.sort((a, b) => compare(a.file, b.file)),
		total: opened.piped ? undefined : opened.files.reduce((sum, { size }) => sum + (size ?? 0), 0),
		notes: opened.notes.sort(),
		unreadable: opened.unreadable.sort((a, b) => compare(a.file, b.file)),
		stopped: found.files.map(({ file }) => file).filter(isStopped),
	};
}

interface Opened {
	readonly files: EvidenceFile[];
	readonly notes: string[];
	readonly unreadable: Unreadable[];
	piped: boolean;
	/** What is wrong with the first file that was named itself and cannot be read, or is no log; thrown where there is nothing else. */
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
		else if (known.own === true) passOver(file, known.why, opened);
		else {
			opened.unreadable.push({ file, why: known.why });
			if (direct)
				opened.refusal ??= new EvidenceError(
					`${file === '-' ? 'standard input' : file}: ${known.why}; expected JSON, JSON lines, CSV, CEF or an Excel workbook`,
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

// A report that was left beside the logs is neither evidence nor a fault of theirs.
function passOver(file: string, why: string, opened: Opened): void {
	opened.notes.push(`${file}: ${why}; passed over`);
	opened.refusal ??= new EvidenceError(`${file}: ${why}; expected the logs themselves`);
}

/** Each member is a log file of its own; those that are no logs are named. Archives in archives are not opened. */
async function openArchive(file: string, opened: Opened, limits: ReadLimits): Promise<void> {
	const { members, cut, unlisted } = await contentsOf(file, limits);
	if (cut)
		opened.unreadable.push({
			file,
			why: 'is cut: a zip archive without its table of contents; what stands before the cut is read',
		});
	if (unlisted > 0)
		opened.notes.push(
			`${file}: ${unlisted} bytes of it belong to no member that its table of contents names, and are not read (zip -FF finds members in them)`,
		);
	const clutter = members.filter((member) => !('workbook' in member) && CLUTTER.test(member.name)).map(({ name }) => name);
	if (clutter.length > 0) {
		const more = clutter.length === 1 ? '' : `, and ${clutter.length - 1} more of that kind`;
		opened.notes.push(`${file}!${clutter[0]}: a name of the system's own; passed over${more}`);
	}
	let hash: Promise<string> | undefined;
	const archiveHash = () => {
		hash ??= hashOf(file, limits);
		return hash;
	};
	let readable = 0;
	const shared: ReadLimits = { ...limits, tally: { in: 0, out: [0, 0] } };
	for (const member of members) {
		const sheet = 'workbook' in member;
		if (!sheet && CLUTTER.test(member.name)) continue;
		if (!sheet && HIDDEN.test(member.name)) {
			opened.notes.push(`${file}!${member.name}: a hidden name; passed over`);
			continue;
		}
		limits.signal?.throwIfAborted();
		const origin: Origin = { file: `${file}!${member.name}`, path: file, member, archiveHash };
		const known = await recognise(origin, { ...limits, tally: { in: 0, out: [0, 0] } });
		if ('why' in known && sheet && known.why === 'is blank') {
			opened.notes.push(`${origin.file}: an empty sheet; passed over`);
			continue;
		}
		if ('why' in known && known.own === true) {
			passOver(origin.file, known.why, opened);
			continue;
		}
		if ('why' in known) {
			opened.unreadable.push({ file: origin.file, why: known.why });
			continue;
		}
		readable += 1;
		opened.files.push(new EvidenceFile(origin, known, opened.piped ? undefined : member.packed, shared));
	}
	if (readable === 0) {
		const first = opened.unreadable.at(-1);
		const kind = members.some((member) => 'workbook' in member) ? 'workbook' : 'zip archive';
		throw new EvidenceError(
			`${file}: a ${kind} without a log in it${first === undefined ? '' : `: ${first.file} ${first.why}`}; expected ${kind === 'workbook' ? 'a sheet with rows' : 'JSON or CSV files'}`,
		);
	}
}

/**
 * The members of an archive by its name; of a workbook its sheets.
 * @throws EvidenceError when it is damaged, or an Office document without sheets.
 */
export async function membersOf(file: string, limits: ReadLimits): Promise<readonly (ZipMember | SheetMember)[]> {
	return (await contentsOf(file, limits)).members;
}

interface Contents {
	readonly members: readonly (ZipMember | SheetMember)[];
	/** Its table of contents is missing, and with it whatever stood behind the last of the members. */
	readonly cut: boolean;
	/** Bytes of nothing that the table of contents names. */
	readonly unlisted: number;
}

async function contentsOf(file: string, limits: ReadLimits): Promise<Contents> {
	const place = await openPlace(file);
	try {
		const listed = await readDirectory(place, file);
		const members = listed?.members ?? (await (await import('./zip-salvage.ts')).salvage(place));
		const workbook = members.some(({ name }) => name === CONTENT_TYPES);
		if (listed === undefined && (members.length === 0 || workbook))
			throw damaged(file, 'it has no table of contents at its end: it is cut');
		const unlisted = listed?.unlisted ?? 0;
		if (!workbook) return { members, cut: listed === undefined, unlisted };
		const { sheetsOf } = await import('./workbook.ts');
		return { members: await sheetsOf(members, file, memberReader(file, limits)), cut: false, unlisted };
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
