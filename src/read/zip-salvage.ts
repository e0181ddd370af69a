import type { Place } from './place.ts';
import { isFolder, LOCAL_LENGTH, MAX_MEMBERS, type ZipMember } from './zip.ts';

/** `PK\x03\x04`, with which a member's own header begins. */
const SIGNATURE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const WINDOW = 2 ** 20;
/** Longest name that is taken for one: in packed bytes the signature may stand by chance, with anything behind it. */
const LONGEST_NAME = 1024;
/** Methods that are read; PKWARE APPNOTE.TXT 6.3.10, section 4.4.5. */
const METHODS = new Set([0, 8, 93]);
/** Newest version of the format that is asked for; section 4.4.3. */
const NEWEST = 63;
/** Sizes follow the data (section 4.3.9): they are not known before. */
const SIZES_BEHIND = 8;
const FULL_32 = 0xffffffff;

/**
 * The members of an archive whose table of contents is missing because it was cut: found by their own headers, from the beginning on. The last
 * one may be cut; what stood behind it is lost. Folders are left out. None found: it is no archive.
 */
export async function salvage(place: Place): Promise<readonly ZipMember[]> {
	const found: ZipMember[] = [];
	const seen = new Map<string, number>();
	let open: { readonly member: Omit<ZipMember, 'packed'>; readonly start: number } | undefined;
	let at = await nextSignature(place, 0);
	while (at !== undefined && found.length < MAX_MEMBERS) {
		const header = await headerAt(place, at);
		if (header === undefined) {
			at = await nextSignature(place, at + SIGNATURE.length);
			continue;
		}
		// A member without a size ends where the next begins, at the latest.
		if (open !== undefined) found.push({ ...open.member, packed: at - open.start });
		const { name, start, size } = header;
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		const member = { ...header.member, name: times === 1 ? name : `${name} (${times})`, header: at };
		open = size === undefined ? { member, start } : undefined;
		if (size !== undefined) found.push({ ...member, packed: Math.min(size, place.size - start) });
		at = await nextSignature(place, size === undefined ? start : start + size);
	}
	if (open !== undefined) found.push({ ...open.member, packed: place.size - open.start });
	return found.filter((member) => !isFolder(member));
}

interface Header {
	readonly name: string;
	readonly member: Omit<ZipMember, 'name' | 'header' | 'packed'>;
	/** Where the data begin. */
	readonly start: number;
	/** Bytes packed; undefined where the header does not say. */
	readonly size: number | undefined;
}

async function headerAt(place: Place, at: number): Promise<Header | undefined> {
	const fixed = Buffer.alloc(LOCAL_LENGTH);
	if ((await place.read(fixed, at)) < LOCAL_LENGTH) return undefined;
	const [version, flags, method] = [fixed.readUInt8(4), fixed.readUInt16LE(6), fixed.readUInt16LE(8)];
	const [nameLength, extraLength] = [fixed.readUInt16LE(26), fixed.readUInt16LE(28)];
	const start = at + LOCAL_LENGTH + nameLength + extraLength;
	if (version > NEWEST || !METHODS.has(method) || nameLength === 0 || nameLength > LONGEST_NAME || start > place.size)
		return undefined;
	const bytes = Buffer.alloc(nameLength);
	await place.read(bytes, at + LOCAL_LENGTH);
	const name = bytes.toString('utf8').replaceAll('\\', '/');
	if (/\p{Cc}/u.test(name)) return undefined;
	const [packed, unpacked] = [fixed.readUInt32LE(18), fixed.readUInt32LE(22)];
	const known = (flags & SIZES_BEHIND) === 0 && packed !== FULL_32;
	const crc = known ? fixed.readUInt32LE(14) : 0;
	return { name, member: { unpacked, crc, method, encrypted: (flags & 1) !== 0 }, start, size: known ? packed : undefined };
}

async function nextSignature(place: Place, from: number): Promise<number | undefined> {
	const window = Buffer.allocUnsafe(Math.min(WINDOW, Math.max(0, place.size - from)));
	for (let position = from; position + SIGNATURE.length <= place.size; position += window.length - SIGNATURE.length + 1) {
		const got = await place.read(window, position);
		const at = window.subarray(0, got).indexOf(SIGNATURE);
		if (at >= 0) return position + at;
		if (got < window.length) return undefined;
	}
	return undefined;
}
