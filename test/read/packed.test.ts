import { execFileSync } from 'node:child_process';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { crc32, slowCrc32 } from '../../src/read/crc32.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { packingOf } from '../../src/read/unpack.ts';
import { folderOf, numbers, readContent } from './reading.ts';
import { zipOf } from './zips.ts';

const lines = (...ns: number[]) => ns.map((n) => `{"n":${n}}\n`).join('');
const gzip = (...ns: number[]) => gzipSync(lines(...ns));

describe('gzip members', () => {
	// zlib is given 128 KiB at a time: the padding ends before, at and behind that.
	test.each([1, 512, 131_072 - gzip(1, 2).length, 131_072, 400_000])('are all read behind %d zeros', async (zeros) => {
		const padding = Buffer.alloc(zeros);
		const taken = await readContent(Buffer.concat([gzip(1, 2), padding, gzip(3), gzip(4), padding, gzip(5), padding]));
		expect(numbers(taken)).toEqual([1, 2, 3, 4, 5]);
		expect(taken.truncated).toBe(false);
	});

	test('are read up to what is no gzip, or broken, behind zeros', async () => {
		const padding = Buffer.alloc(10);
		const foreign = await readContent(Buffer.concat([gzip(1, 2), padding, Buffer.from(lines(3))]));
		expect(numbers(foreign)).toEqual([1, 2]);
		expect(foreign.rejections).toMatchObject([{ reason: 'truncated', got: 'something else follows the gzip data' }]);
		// The end of a member: CRC and length.
		const cut = await readContent(Buffer.concat([gzip(1, 2), padding, gzip(3).subarray(0, -4)]));
		expect(numbers(cut)).toEqual([1, 2, 3]);
		expect(cut.rejections).toMatchObject([{ reason: 'truncated', got: 'the gzip data end too early' }]);
		const noise = Array.from({ length: 20_000 }, (_, n) => `{"n":${n},"pad":${Math.imul(n, 0x9e3779b1) >>> 0}}\n`).join('');
		const broken = gzipSync(noise);
		broken.fill(0xff, broken.length - 2000, broken.length - 1000);
		const taken = await readContent(Buffer.concat([gzip(1, 2), padding, broken]));
		const alone = await readContent(broken);
		expect(taken.count).toBe(alone.count + 2);
		expect(taken.truncated).toBe(true);
	});
});

describe('a member of a zip archive', () => {
	const content = lines(1, 2);
	const crc = 0xbe98_c645; // from Python's zlib.crc32

	test('is told to be damaged by its checksum alone', async () => {
		const one = (packed: string, given = crc) => readContent(zipOf([{ name: 'a.ndjson', content: packed, crc: given }]));
		expect(crc32(Buffer.from(content), 0)).toBe(crc);
		expect((await one(content)).truncated).toBe(false);
		// 0: the archive does not say.
		expect((await one('{"n":1}\n{"n":3}\n', 0)).truncated).toBe(false);
		const changed = await one('{"n":1}\n{"n":3}\n');
		expect(numbers(changed)).toEqual([1, 3]);
		expect(changed.rejections).toMatchObject([
			{ reason: 'truncated', got: 'its content does not fit its checksum: it was damaged or changed since it was packed' },
		]);
		const packed = deflateRawSync('{"n":1}\n{"n":4}\n');
		const deflated = await readContent(zipOf([{ name: 'a.ndjson', content, packed, crc }]));
		expect([numbers(deflated), deflated.truncated]).toEqual([[1, 4], true]);
	});

	test('has the checksum that everybody computes', () => {
		// The check value of CRC-32/ISO-HDLC: https://reveng.sourceforge.io/crc-catalogue/17plus.htm
		const digits = Buffer.from('123456789');
		for (const crcOf of [crc32, slowCrc32]) {
			expect(crcOf(digits, 0)).toBe(0xcbf43926);
			expect(crcOf(digits.subarray(4), crcOf(digits.subarray(0, 4), 0))).toBe(0xcbf43926);
		}
	});
});

test('zstd is read behind a frame without content, with which pzstd begins', async () => {
	const text = lines(1, 2);
	const frame = Buffer.concat([
		Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, text.length, (text.length << 3) | 1, 0, 0]),
		Buffer.from(text),
	]);
	const skippable = (kind: number) => Buffer.from([0x50 + kind, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, frame.length, 0, 0, 0]);
	const taken = await readContent(Buffer.concat([skippable(0), frame, skippable(15), frame]));
	expect(numbers(taken)).toEqual([1, 2, 1, 2]);
	expect(taken.summary.compression).toEqual(['zstd']);
});

test.each(['v7', 'ustar', 'gnu', 'pax'])('a tar archive of the format %s is named, packed or not', async (format) => {
	const root = await folderOf({ 'in/a.ndjson': lines(1, 2), 'in/b.ndjson': lines(3), 'log.ndjson': lines(4) });
	const tar = execFileSync('tar', ['-c', `--format=${format}`, '-C', `${root}/in`, 'a.ndjson', 'b.ndjson']);
	expect(packingOf(tar)).toEqual({ foreign: 'a tar archive; unpack it first' });
	const folder = await folderOf({ 'a.tar': tar, 'b.tgz': gzipSync(tar), 'log.ndjson': lines(4) });
	const { files, unreadable } = await openEvidence([folder]);
	expect(files).toHaveLength(1);
	expect(unreadable.map(({ why }) => why)).toEqual(['is a tar archive; unpack it first', 'is a tar archive; unpack it first']);
});

test('a file whose last blocks were never written is read up to them, and they are counted', async () => {
	const zeros = '\0'.repeat(4096);
	const table = await readContent(`a,b\n1,2\n3,4\n5,${zeros}`);
	expect(table.records.map(({ value }) => value['a'])).toEqual(['1', '3', '5']);
	const cut = await readContent(`a,b\n1,2\n3,4\n${zeros}`);
	expect(cut.records.map(({ value }) => value['a'])).toEqual(['1', '3']);
	expect(cut.rejections).toMatchObject([{ reason: 'truncated', record: 3, line: 4 }]);
	const log = await readContent(`{"n":1}\n{"n":2}\n${zeros}`);
	expect([numbers(log), log.count]).toEqual([[1, 2], 3]);
});
