import type { Compression } from '../model/record.ts';
import { type Again, type Damage, inflate } from './inflate.ts';
import type { ReadLimits } from './limits.ts';

/** A stream of bytes seen through its packing. */
export interface Unpacked {
	readonly chunks: AsyncGenerator<Buffer>;
	/** What it was packed with; absent when it was not. */
	readonly compression?: Compression;
}

/** Kinds of file that are recognised only to say what to do with them: first bytes, and words. */
const FOREIGN: readonly (readonly [magic: readonly number[], kind: string])[] = [
	[[0x42, 0x5a, 0x68], 'a bzip2 file; unpack it first'],
	[[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz file; unpack it first'],
	[[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive; unpack it first'],
	[[0x52, 0x61, 0x72, 0x21], 'a RAR archive; unpack it first'],
	[[0x50, 0x41, 0x52, 0x31], 'a Parquet file; export it as JSON lines first'],
	[[0x4f, 0x62, 0x6a, 0x01], 'an Avro file; export it as JSON lines first'],
	[[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a SQLite database; export its table as CSV first'],
	[[0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65], 'a Windows event log; not a SaaS audit log'],
	[[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
	[[0xd0, 0xcf, 0x11, 0xe0], 'an old or encrypted Office document; save it as .xlsx or CSV without a password first'],
	[[0x89, 0x50, 0x4e, 0x47], 'an image'],
	[[0xff, 0xd8, 0xff], 'an image'],
];

/** Where a tar archive says what it is, and what it says. */
const TAR_AT = 257;
const TAR_MAGIC = 'ustar';
const TAR_HEADER = 512;
/** Octal sum of the bytes of a tar header, its own place taken for blanks: all that a tar archive of before POSIX can be told by. */
const TAR_SUM_AT = 148;
const TAR_SUM_LENGTH = 8;

/** What the first bytes say: how it is packed, or that it is of a kind that cannot be read; undefined: neither. */
export function packingOf(head: Buffer): { packed: Compression } | { foreign: string } | undefined {
	if (startsWith(head, [0x1f, 0x8b, 0x08])) return { packed: 'gzip' };
	if (startsWith(head, [0x28, 0xb5, 0x2f, 0xfd]) || isSkippable(head)) return { packed: 'zstd' };
	if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return { packed: 'zip' };
	for (const [magic, kind] of FOREIGN) if (startsWith(head, magic)) return { foreign: kind };
	if (head.toString('latin1', TAR_AT, TAR_AT + TAR_MAGIC.length) === TAR_MAGIC || isOldTar(head))
		return { foreign: 'a tar archive; unpack it first' };
	return undefined;
}

/** A frame without content, with which pzstd begins a file: RFC 8878, section 3.1.2. */
function isSkippable(head: Buffer): boolean {
	return head.length >= 4 && (head.readUInt32LE(0) & 0xfffffff0) >>> 0 === 0x184d2a50;
}

function isOldTar(head: Buffer): boolean {
	if (head.length < TAR_HEADER || head[0] === 0) return false;
	const written = /^ *([0-7]{1,6})[\0 ]/.exec(head.toString('latin1', TAR_SUM_AT, TAR_SUM_AT + TAR_SUM_LENGTH));
	if (written === null) return false;
	let sum = 0x20 * TAR_SUM_LENGTH;
	for (const [at, byte] of head.subarray(0, TAR_HEADER).entries())
		if (at < TAR_SUM_AT || at >= TAR_SUM_AT + TAR_SUM_LENGTH) sum += byte;
	return sum === Number.parseInt(written[1] ?? '', 8);
}

/**
 * Sees through gzip and zstd, told by the first bytes and never by the name. Other bytes come out as they are.
 * @param layer 1 where the chunks came out of an archive.
 * @param again the same chunks once more, for what stands before a break.
 */
export async function unpack(
	chunks: AsyncIterable<Buffer>,
	limits: ReadLimits,
	damage: Damage,
	layer: 0 | 1 = 0,
	again?: Again,
): Promise<Unpacked> {
	const { head, all } = await peek(chunks);
	const packing = packingOf(head);
	if (packing === undefined || 'foreign' in packing || packing.packed === 'zip') return { chunks: all };
	return { chunks: inflate(all, packing.packed, limits, damage, layer, again), compression: packing.packed };
}

/** The first bytes (at least 512 where there are so many), and the whole stream again. */
async function peek(chunks: AsyncIterable<Buffer>): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> }> {
	const iterator = chunks[Symbol.asyncIterator]();
	let head: Buffer = Buffer.alloc(0);
	let over = false;
	while (head.length < 512 && !over) {
		const next = await iterator.next();
		if (next.done === true) over = true;
		else head = Buffer.concat([head, next.value]);
	}
	return { head, all: again(head, over, iterator) };
}

async function* again(head: Buffer, over: boolean, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
	try {
		if (head.length > 0) yield head;
		while (!over) {
			const next = await rest.next();
			if (next.done === true) return;
			yield next.value;
		}
	} finally {
		await rest.return?.();
	}
}

function startsWith(head: Buffer, magic: readonly number[]): boolean {
	return head.length >= magic.length && magic.every((byte, index) => head[index] === byte);
}
