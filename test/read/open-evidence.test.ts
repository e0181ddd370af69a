import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { link, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { EvidenceError } from '../../src/model/errors.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { readSpans } from '../../src/read/spans.ts';
import { folderOf, numbers, readContent, readOne } from './reading.ts';
import { zipOf } from './zips.ts';

const LINES = '{"n":1}\n{"n":2}\n';
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const lines = (count: number) => Array.from({ length: count }, (_, n) => `{"n":${n},"pad":"${sha256(String(n))}"}\n`).join('');

describe('what is opened', () => {
	test('walks a folder, sorted, dot files and special files passed over', async () => {
		const root = await folderOf({ 'b/z.csv': 'a,b\n1,2\n', 'b.json': LINES, 'a.json': LINES, '.hidden': LINES });
		execFileSync('mkfifo', [join(root, 'pipe')]);
		const { files, total, notes, unreadable } = await openEvidence([root]);
		expect(files.map(({ file }) => file.slice(root.length + 1))).toEqual(['a.json', 'b.json', 'b/z.csv']);
		expect(total).toBe(16 + 16 + 8);
		expect(notes).toEqual([`${root}/pipe: is a pipe; passed over`, `${root}: 1 hidden name passed over`]);
		expect(unreadable).toEqual([]);
	});

	test('reads a file once, whatever it is called and in whatever order', async () => {
		const root = await folderOf({ 'a/1.json': LINES, 'a/2.json': LINES });
		await symlink(join(root, 'a/1.json'), join(root, 'a/0.json'));
		await link(join(root, 'a/2.json'), join(root, 'a/3.json'));
		await symlink(root, join(root, 'a/loop'));
		const names = async (...paths: string[]) =>
			(await openEvidence(paths.map((path) => root + path))).files.map(({ file }) => file.slice(root.length));
		expect(await names('/a', '/a/1.json', '/./a/../a//2.json')).toEqual(['/a/1.json', '/a/2.json']);
		expect(await names('/a/2.json', '/a/1.json')).toEqual(await names('/a/1.json', '/a/2.json'));
		expect(await names('/a/*.json', '')).toEqual(['/a/1.json', '/a/2.json']);
		expect((await openEvidence([root])).notes).toEqual([`${root}/a/loop: a link back to a folder above it; passed over`]);
	});

	test('passes over what Windows puts into folders, and says so', async () => {
		const root = await folderOf({
			'a.json': LINES,
			'Thumbs.db': '\xd0\xcf\x11\xe0',
			'b/Desktop.ini': '[x]\n',
			'b/thumbs.db.json': LINES,
		});
		const { files, notes, unreadable } = await openEvidence([root]);
		expect(files.map(({ file }) => file.slice(root.length + 1))).toEqual(['a.json', 'b/thumbs.db.json']);
		expect(notes).toEqual([
			`${root}/Thumbs.db: a name of the system's own; passed over`,
			`${root}/b/Desktop.ini: a name of the system's own; passed over`,
		]);
		expect(unreadable).toEqual([]);
	});

	test('names what it cannot read in a folder and reads the rest', async () => {
		const root = await folderOf({
			'a.json': LINES,
			empty: '',
			blank: ' \n',
			'note.md': '# words\nand more',
			'x.xz': '\xfd7zXZ\0'.padEnd(99),
			nul: Buffer.alloc(5000),
		});
		await symlink(join(root, 'nowhere'), join(root, 'dangling'));
		const { files, unreadable } = await openEvidence([root]);
		expect(files).toHaveLength(1);
		expect(unreadable.map(({ file, why }) => [file.slice(root.length + 1), why])).toEqual([
			['blank', 'is blank'],
			['dangling', 'a link that leads nowhere'],
			['empty', 'is empty'],
			['note.md', 'is neither JSON, CEF nor CSV'],
			['nul', 'is neither JSON, CEF nor CSV'],
			['x.xz', expect.any(String)],
		]);
	});

	test.each([
		['a path that is missing', 'missing.json', /no such file/],
		['a glob that matches nothing', '*.nothing', /matches no file/],
		['a folder without files', 'void', /holds no files but hidden ones/],
		['a device', '../../../../../../../../dev/null', /is a device/],
	])('refuses %s in one plain line', async (_, path, message) => {
		const root = await folderOf({ 'a.json': LINES, empty: '', 'note.md': '# words\nand more', 'void/.keep': '' });
		const opening = openEvidence([join(root, 'a.json'), join(root, path)]);
		await expect(opening).rejects.toThrow(EvidenceError);
		await expect(opening).rejects.toThrow(message);
		await expect(opening).rejects.toThrow(/expected/);
		await expect(opening).rejects.not.toThrow(/\n/);
	});

	test.each([
		['an empty file', 'empty', 'is empty'],
		['a file that is no log', 'note.md', 'is neither JSON, CEF nor CSV'],
	])('names %s, and refuses it where nothing else is there', async (_, name, why) => {
		const root = await folderOf({ 'a.json': LINES, empty: '', 'note.md': '# words\nand more' });
		const { files, unreadable } = await openEvidence([join(root, 'a.json'), join(root, name)]);
		expect(files.map(({ file }) => file)).toEqual([join(root, 'a.json')]);
		expect(unreadable).toEqual([{ file: join(root, name), why }]);
		await expect(openEvidence([join(root, name)])).rejects.toThrow(
			`${join(root, name)}: ${why}; expected JSON, JSON lines, CSV, CEF or an Excel workbook`,
		);
	});

	test('hashes the bytes as they lie on disk and reports each of them', async () => {
		const root = await folderOf({ 'a.json': lines(100) });
		const seen: number[] = [];
		const { files } = await openEvidence([root], { chunkBytes: 1000, onBytes: (_, bytes) => seen.push(bytes) });
		const [file] = files;
		if (file === undefined) throw new Error('no file');
		const { summary } = await readOne(file);
		expect(summary).toEqual({
			sha256: sha256(lines(100)),
			bytes: lines(100).length,
			container: 'ndjson',
			compression: [],
			encoding: 'utf-8',
			records: 100,
			truncated: false,
		});
		expect(seen.length).toBeGreaterThan(7);
		expect(seen.reduce((a, b) => a + b)).toBe(lines(100).length);
		await expect(readOne(file)).rejects.toThrow(TypeError);
	});

	test('stops with the reason of the signal', async () => {
		const root = await folderOf({ 'a.json': lines(5000) });
		const abort = new AbortController();
		const { files } = await openEvidence([root], { chunkBytes: 4096, signal: abort.signal });
		const read = async () => {
			for await (const _ of files[0]?.batches() ?? []) abort.abort(new Error('enough'));
		};
		await expect(read()).rejects.toThrow('enough');
		await expect(openEvidence([root], { signal: abort.signal })).rejects.toThrow('enough');
	});
});

describe('packed files', () => {
	test('reads gzip of several members whatever its name, and the exact bytes again', async () => {
		const packed = Buffer.concat([gzipSync(lines(500)), gzipSync(LINES)]);
		for (const chunkBytes of [1, 777, 2 ** 20]) {
			const taken = await readContent(packed, { chunkBytes }, 'plain.json');
			expect(taken.count).toBe(502);
			expect(taken.summary).toMatchObject({
				compression: ['gzip'],
				sha256: sha256(packed),
				bytes: packed.length,
				truncated: false,
			});
			const [first, last] = [taken.records[499], taken.records[501]];
			if (first === undefined || last === undefined) throw new Error('too few');
			const spans = await readSpans(taken.file, [last, first]);
			expect(spans.map(String)).toEqual(['{"n":2}', lines(500).trimEnd().split('\n')[499]]);
		}
	});

	test('reads what a cut gzip member still holds', async () => {
		const packed = gzipSync(lines(5000));
		for (const part of [0.3, 0.9, 1 - 4 / packed.length]) {
			const cut = packed.subarray(0, Math.floor(packed.length * part));
			const taken = await readContent(cut);
			expect(taken.truncated).toBe(true);
			expect(taken.records.length).toBeGreaterThan(5000 * part * 0.8);
			expect(taken.rejections).toMatchObject([{ reason: 'truncated' }]);
			expect(taken.count).toBe(taken.records.length + 1);
			expect(taken.summary.sha256).toBe(sha256(cut));
		}
	});

	test('reads up to where gzip data are broken, and hashes all of the file', async () => {
		const packed = gzipSync(lines(20_000));
		packed.fill(0xff, packed.length >> 1, (packed.length >> 1) + 64);
		const taken = await readContent(packed, { chunkBytes: 10_000 });
		expect(taken.truncated).toBe(true);
		expect(taken.records.length).toBeGreaterThan(1000);
		expect(taken.summary).toMatchObject({ sha256: sha256(packed), bytes: packed.length });
	});

	test('reads gzip with padding behind it', async () => {
		const taken = await readContent(Buffer.concat([gzipSync(LINES), Buffer.alloc(1000)]));
		expect([numbers(taken), taken.truncated]).toEqual([[1, 2], false]);
	});

	test('stops at a bomb and says so', async () => {
		const bomb = gzipSync(Buffer.concat([Buffer.from(LINES), Buffer.alloc(20 * 2 ** 20, 0x20)]));
		const taken = await readContent(bomb, { maxInflateRatio: 100, freeInflate: 2 ** 20 });
		expect(numbers(taken)).toEqual([1, 2]);
		expect(taken.rejections).toMatchObject([{ reason: 'truncated', got: expect.stringContaining('100 times') }]);
		expect(taken.summary.sha256).toBe(sha256(bomb));
	});

	test('reads zstd', async () => {
		// Two frames made with zstd 1.5: LINES, and the same again with a checksum.
		const packed = Buffer.concat([frameOf(LINES), frameOf(LINES)]);
		const taken = await readContent(packed);
		expect(numbers(taken)).toEqual([1, 2, 1, 2]);
		expect(taken.summary).toMatchObject({ compression: ['zstd'], sha256: sha256(packed) });
		const cut = await readContent(packed.subarray(0, packed.length - 3));
		expect([numbers(cut).slice(0, 2), cut.truncated]).toEqual([[1, 2], true]);
	});

	test('reads each file of a zip archive as a file of its own', async () => {
		const archive = zipOf([
			{ name: 'b/two.json', content: lines(300), deflate: true },
			{ name: 'b/', content: '' },
			{ name: 'a one.csv', content: 'a,b\n1,2\n', deflate: false },
			{ name: '../../evil.json', content: LINES, deflate: true },
			{ name: 'inner.gz', content: gzipSync(LINES), deflate: false },
			{ name: 'nested.zip', content: zipOf([{ name: 'x', content: LINES }]), deflate: false },
			{ name: '__MACOSX/._a', content: 'x' },
			{ name: 'b/two.json', content: LINES, deflate: true },
			{ name: 'nothing.json', content: '' },
		]);
		const root = await folderOf({ 'logs.bin': archive });
		const path = join(root, 'logs.bin');
		const { files, unreadable } = await openEvidence([path]);
		const names = files.map(({ file }) => file.slice(path.length));
		expect(names).toEqual(['!../../evil.json', '!a one.csv', '!b/two.json', '!b/two.json (2)', '!inner.gz']);
		expect(unreadable.map(({ file, why }) => [file.slice(path.length), why])).toEqual([
			['!nested.zip', 'holds another zip file; unpack it first'],
			['!nothing.json', 'is empty'],
		]);
		const counts: number[] = [];
		for (const file of files) {
			const { records, summary } = await readOne(file);
			counts.push(records.length);
			const compression = file.file.endsWith('.gz') ? ['gzip', 'zip'] : ['zip'];
			expect(summary).toMatchObject({ compression, truncated: false, archive: { file: path, sha256: sha256(archive) } });
			if (file.file.endsWith('!b/two.json')) expect(summary.sha256).toBe(sha256(lines(300)));
			const spans = await readSpans(file.file, records.slice(-1));
			if (summary.container === 'ndjson') expect(JSON.parse(String(spans[0]))).toEqual(records.at(-1)?.value);
		}
		expect(counts).toEqual([2, 1, 300, 2, 2]);
	});

	test('says which members of an archive are passed over, and reads a folder that holds something', async () => {
		const archive = zipOf([
			{ name: 'a.ndjson', content: LINES },
			{ name: '__MACOSX/evil.ndjson', content: LINES },
			{ name: '._evil.ndjson', content: LINES },
			{ name: 'Thumbs.db', content: LINES },
			{ name: '.hidden.ndjson', content: LINES },
			{ name: 'folder/', content: '' },
			{ name: 'packed folder/', content: '', deflate: true },
			{ name: 'data/', content: LINES },
		]);
		const path = join(await folderOf({ 'logs.zip': archive }), 'logs.zip');
		const { files, notes, unreadable } = await openEvidence([path]);
		expect(files.map(({ file }) => file.slice(path.length))).toEqual(['!a.ndjson', '!data/']);
		expect(unreadable).toEqual([]);
		expect(notes.map((note) => note.slice(path.length))).toEqual([
			'!.hidden.ndjson: a hidden name; passed over',
			"!__MACOSX/evil.ndjson: a name of the system's own; passed over, and 2 more of that kind",
		]);
	});

	test('says how much of an archive its table of contents does not name', async () => {
		const members = [
			{ name: 'a.ndjson', content: LINES.repeat(5) },
			{ name: 'gone.ndjson', content: LINES.repeat(5) },
			{ name: 'c.ndjson', content: LINES.repeat(5) },
		];
		const whole = zipOf(members);
		const size = 30 + 'gone.ndjson'.length + LINES.length * 5;
		const entry = whole.lastIndexOf('gone.ndjson') - 46;
		// The same without the line of the table that names the second.
		const without = Buffer.concat([whole.subarray(0, entry), whole.subarray(entry + 46 + 'gone.ndjson'.length)]);
		without.writeUInt16LE(2, without.length - 12);
		without.writeUInt32LE(without.readUInt32LE(without.length - 10) - 46 - 'gone.ndjson'.length, without.length - 10);
		const root = await folderOf({ 'whole.zip': whole, 'without.zip': without });
		const { files, notes } = await openEvidence([root]);
		expect(files.map(({ file }) => file.slice(root.length + 1))).toEqual([
			'whole.zip!a.ndjson',
			'whole.zip!c.ndjson',
			'whole.zip!gone.ndjson',
			'without.zip!a.ndjson',
			'without.zip!c.ndjson',
		]);
		// Up to 24 bytes behind a member may be its own.
		expect(notes).toEqual([
			`${root}/without.zip: ${size - 24} bytes of it belong to no member that its table of contents names, and are not read (zip -FF finds members in them)`,
		]);
	});

	test('refuses archives that are encrypted or hold no log, and workbooks that are cut', async () => {
		const book = zipOf([{ name: '[Content_Types].xml', content: '<x/>' }]);
		await expect(readContent(book.subarray(0, book.length - 30))).rejects.toThrow(/damaged zip archive.*expected/);
		await expect(readContent(zipOf([{ name: 'a.json', content: LINES, flags: 1 }]))).rejects.toThrow(/is encrypted/);
		await expect(readContent(zipOf([{ name: '[Content_Types].xml', content: '<x/>' }]))).rejects.toThrow(/Office document/);
	});

	test('reads a member that the archive cuts short as far as it goes', async () => {
		const packed = deflateRawSync(lines(5000));
		const archive = zipOf([{ name: 'a.json', content: lines(5000), packed: packed.subarray(0, packed.length >> 1) }]);
		const taken = await readContent(archive);
		expect(taken.truncated).toBe(true);
		expect(taken.records.length).toBeGreaterThan(2000);
	});
});

/** One zstd frame that stores its content raw: magic, header (single segment, 1 byte of size), one last raw block. RFC 8878, section 3.1.1. */
function frameOf(text: string): Buffer {
	const content = Buffer.from(text);
	const block = (content.length << 3) | 1;
	return Buffer.concat([
		Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, content.length, block & 0xff, (block >> 8) & 0xff, block >> 16]),
		content,
	]);
}
