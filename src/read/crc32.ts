import * as zlib from 'node:zlib';

let table: Uint32Array | undefined;

/** CRC-32 of bytes that follow others whose CRC-32 is `before` (0: none), as zip and gzip have it. */
export function crc32(bytes: Uint8Array, before: number): number {
	// Node 20.15 and 22.2 brought one of their own.
	if ('crc32' in zlib) return zlib.crc32(bytes, before);
	return slowCrc32(bytes, before);
}

/** The same without Node's. */
export function slowCrc32(bytes: Uint8Array, before: number): number {
	table ??= tableOf();
	let crc = ~before;
	for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] as number);
	return ~crc >>> 0;
}

function tableOf(): Uint32Array {
	return Uint32Array.from({ length: 256 }, (_, byte) => {
		let crc = byte;
		for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xedb88320;
		return crc;
	});
}
