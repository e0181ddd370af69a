import { EvidenceError } from '../model/errors.ts';
import type { Place } from './place.ts';

/** One file in a zip archive. */
export interface ZipMember {
	/** Its name in the archive; a second one of the same name gets ` (2)`. */
	readonly name: string;
	/** Where its local header begins. */
	readonly header: number;
	/** Bytes in the archive. */
	readonly packed: number;
	/** Bytes once unpacked, as the archive says. */
	readonly unpacked: number;
	/** CRC-32 of its content; 0 where the archive does not say. */
	readonly crc: number;
	/** How it is stored: 0 as it is, 8 deflate, 93 zstd. */
	readonly method: number;
	readonly encrypted: boolean;
}

/** Numbers of the ZIP format: PKWARE APPNOTE.TXT 6.3.10, sections 4.3 and 4.4. */
const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_LOCATOR_LENGTH = 20;
const END64_SIGNATURE = 0x06064b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_SIGNATURE = 0x04034b50;
/** Bytes of a member's own header before its name. */
export const LOCAL_LENGTH = 30;
const ZIP64_EXTRA = 0x0001;
const FULL_32 = 0xffffffff;

/** A table of contents beyond this is no log archive: 64 MiB are more than half a million members. */
const MAX_DIRECTORY = 64 * 2 ** 20;

/** Each member costs an opening of its own: no export comes in more pieces. */
export const MAX_MEMBERS = 100_000;

/** Of a member's own header and what follows its data, the bytes that may be more than the table of contents says of them. */
const SLACK = 64;
/** What follows the data where sizes were not known before: sections 4.3.9.1 and 4.3.9.2. */
const DESCRIPTOR = 24;

/** What the table of contents of an archive names. */
export interface Listing {
	/** Folders left out. */
	readonly members: readonly ZipMember[];
	/** Bytes before the table that belong to nothing it names: there may be members that it leaves out. */
	readonly unlisted: number;
}

/**
 * Reads the table of contents of a zip archive (also zip64). Nothing is unpacked. Undefined where there is no such table: the archive is cut.
 * @throws EvidenceError when it is damaged.
 */
export async function readDirectory(place: Place, file: string): Promise<Listing | undefined> {
	const found = await findDirectory(place, file);
	if (found === undefined) return undefined;
	const { offset, size, count } = found;
	if (size > MAX_DIRECTORY || offset + size > place.size) throw damaged(file, 'its table of contents lies outside the file');
	if (count > MAX_MEMBERS) throw damaged(file, `it has ${count} members, more than ${MAX_MEMBERS}`);
	const directory = Buffer.allocUnsafe(size);
	if ((await place.read(directory, offset)) < size) throw damaged(file, 'its table of contents is cut');
	const entries: ZipMember[] = [];
	const members: ZipMember[] = [];
	const seen = new Map<string, number>();
	let at = 0;
	for (let i = 0; i < count; i += 1) {
		if (at + CENTRAL_LENGTH > size || directory.readUInt32LE(at) !== CENTRAL_SIGNATURE)
			throw damaged(file, 'its table of contents is broken');
		const entry = readEntry(directory, at);
		if (entry === undefined) throw damaged(file, 'its table of contents is broken');
		at = entry.next;
		entries.push(entry.member);
		if (isFolder(entry.member)) continue;
		const times = (seen.get(entry.member.name) ?? 0) + 1;
		seen.set(entry.member.name, times);
		members.push(times === 1 ? entry.member : { ...entry.member, name: `${entry.member.name} (${times})` });
	}
	refuseOverlaps(members, file);
	return { members, unlisted: await unlistedBytes(place, file, entries, offset) };
}

/** A name that ends in a slash, and nothing in it: an empty text packs to two bytes. */
export function isFolder({ name, packed, unpacked }: Pick<ZipMember, 'name' | 'packed' | 'unpacked'>): boolean {
	return name.endsWith('/') && unpacked === 0 && packed <= 2;
}

async function unlistedBytes(place: Place, file: string, entries: readonly ZipMember[], table: number): Promise<number> {
	let unlisted = 0;
	let end = 0;
	let last: ZipMember | undefined;
	for (const next of [...entries.toSorted((a, b) => a.header - b.header), undefined]) {
		const until = next?.header ?? table;
		if (until - end > SLACK + DESCRIPTOR) {
			// Only where it matters: its own header may be longer than the table says.
			const exact = last === undefined ? 0 : (await startOf(place, file, last).catch(() => end)) + last.packed + DESCRIPTOR;
			unlisted += Math.max(0, until - exact);
		}
		if (next !== undefined) end = next.header + LOCAL_LENGTH + Buffer.byteLength(next.name) + next.packed;
		last = next;
	}
	return unlisted;
}

/** Members that share their bytes are how few bytes unfold without end (David Fifield, "A better zip bomb", USENIX WOOT 2019). */
function refuseOverlaps(members: readonly ZipMember[], file: string): void {
	let end = 0;
	for (const { header, packed } of members.toSorted((a, b) => a.header - b.header)) {
		if (header < end) throw damaged(file, 'its members lie over each other; refused as a bomb');
		end = header + LOCAL_LENGTH + packed;
	}
}

/**
 * Where a member's bytes begin in the archive.
 * @throws EvidenceError when its header is broken.
 */
export async function startOf(place: Place, file: string, member: ZipMember): Promise<number> {
	const header = Buffer.alloc(LOCAL_LENGTH);
	const got = await place.read(header, member.header);
	if (got < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL_SIGNATURE)
		throw damaged(file, `the header of ${member.name} is broken`);
	return member.header + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function findDirectory(place: Place, file: string): Promise<{ offset: number; size: number; count: number } | undefined> {
	const tail = Buffer.alloc(Math.min(place.size, END_LENGTH + MAX_COMMENT + END64_LOCATOR_LENGTH));
	const base = place.size - tail.length;
	await place.read(tail, base);
	for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
		if (tail.readUInt32LE(at) !== END_SIGNATURE || at + END_LENGTH + tail.readUInt16LE(at + 20) > tail.length) continue;
		const locator = at - END64_LOCATOR_LENGTH;
		if (locator >= 0 && tail.readUInt32LE(locator) === END64_LOCATOR_SIGNATURE) {
			return findDirectory64(place, file, Number(tail.readBigUInt64LE(locator + 8)));
		}
		return { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
	}
	return undefined;
}

async function findDirectory64(place: Place, file: string, at: number): Promise<{ offset: number; size: number; count: number }> {
	const record = Buffer.alloc(56);
	if (at > place.size || (await place.read(record, at)) < record.length || record.readUInt32LE(0) !== END64_SIGNATURE) {
		throw damaged(file, 'its table of contents is broken');
	}
	return {
		count: Number(record.readBigUInt64LE(32)),
		size: Number(record.readBigUInt64LE(40)),
		offset: Number(record.readBigUInt64LE(48)),
	};
}

function readEntry(directory: Buffer, at: number): { member: ZipMember; next: number } | undefined {
	const flags = directory.readUInt16LE(at + 8);
	const nameEnd = at + CENTRAL_LENGTH + directory.readUInt16LE(at + 28);
	const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
	const next = extraEnd + directory.readUInt16LE(at + 32);
	if (next > directory.length) return undefined;
	const sizes = {
		unpacked: directory.readUInt32LE(at + 24),
		packed: directory.readUInt32LE(at + 20),
		header: directory.readUInt32LE(at + 42),
	};
	readExtra64(directory.subarray(nameEnd, extraEnd), sizes);
	const name = directory.toString('utf8', at + CENTRAL_LENGTH, nameEnd).replaceAll('\\', '/');
	return {
		member: {
			name,
			...sizes,
			crc: directory.readUInt32LE(at + 16),
			method: directory.readUInt16LE(at + 10),
			encrypted: (flags & 1) !== 0,
		},
		next,
	};
}

/** Sizes that do not fit in 32 bits stand in the zip64 extra field, in this order, only those that are full. */
function readExtra64(extra: Buffer, sizes: { unpacked: number; packed: number; header: number }): void {
	for (let at = 0; at + 4 <= extra.length; ) {
		const end = at + 4 + extra.readUInt16LE(at + 2);
		if (extra.readUInt16LE(at) === ZIP64_EXTRA) {
			let from = at + 4;
			for (const key of ['unpacked', 'packed', 'header'] as const) {
				if (sizes[key] !== FULL_32 || from + 8 > Math.min(end, extra.length)) continue;
				sizes[key] = Number(extra.readBigUInt64LE(from));
				from += 8;
			}
			return;
		}
		at = end;
	}
}

/** What is wrong with an archive, as an error. */
export function damaged(file: string, what: string): EvidenceError {
	return new EvidenceError(`${file}: a damaged zip archive: ${what}; expected a whole one (zip -FF can repair some)`);
}
