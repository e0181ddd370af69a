import { deflateRawSync } from 'node:zlib';

/** A member of an archive to be made. `packed` overrides what is stored for its content. */
export interface MadeMember {
	readonly name: string;
	readonly content: string | Buffer;
	readonly deflate?: boolean;
	readonly packed?: Buffer;
	readonly flags?: number;
	/** CRC-32 of the content; absent: 0. */
	readonly crc?: number;
}

/** Makes a zip archive (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16), checksums left zero where none is given. */
export function zipOf(members: readonly MadeMember[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, deflate = false, packed, flags = 0, crc = 0 } of members) {
		const bytes = packed ?? (deflate ? deflateRawSync(content) : Buffer.from(content as string));
		const method = deflate || packed !== undefined ? 8 : 0;
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		const central = Buffer.alloc(46);
		central.writeUInt32LE(0x02014b50, 0);
		for (const [header, at] of [
			[local, 6],
			[central, 8],
		] as const) {
			header.writeUInt16LE(flags, at);
			header.writeUInt16LE(method, at + 2);
			header.writeUInt32LE(crc, at + 8);
			header.writeUInt32LE(bytes.length, at + 12);
			header.writeUInt32LE(Buffer.byteLength(content as string), at + 16);
			header.writeUInt16LE(Buffer.byteLength(name), at + 20);
		}
		central.writeUInt32LE(offset, 42);
		parts.push(local, Buffer.from(name), bytes);
		directory.push(central, Buffer.from(name));
		offset += 30 + Buffer.byteLength(name) + bytes.length;
	}
	const table = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(members.length, 8);
	end.writeUInt16LE(members.length, 10);
	end.writeUInt32LE(table.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, table, end]);
}
