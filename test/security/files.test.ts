import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseSize } from '../../src/cli/options/size.ts';
import { openGeoip } from '../../src/context/geoip.ts';
import { loadContext } from '../../src/context/load.ts';
import { UsageError } from '../../src/model/errors.ts';
import type { ReadOptions } from '../../src/read/limits.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { type MadeMember, zipOf } from '../read/zips.ts';

const MIB = 2 ** 20;
const folders: string[] = [];
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'saashound-files-'));
	folders.push(folder);
});
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

async function put(name: string, content: string | Buffer): Promise<string> {
	const path = join(folder, name);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, content);
	return path;
}

/** Reads everything: how many records, which rejections, how many bytes of records. */
async function read(path: string, options: ReadOptions = {}) {
	const { files, notes, unreadable } = await openEvidence([path], options);
	let records = 0;
	const refused: string[] = [];
	for (const file of files) {
		for await (const batch of file.batches()) {
			records += batch.records.length;
			refused.push(...batch.rejections.map(({ reason, got }) => `${reason}: ${got}`));
		}
	}
	return { names: files.map(({ file }) => file.slice(folder.length + 1)), records, refused, notes, unreadable };
}

const LINE = '{"eventType":"x","published":"2026-03-03T09:00:00Z"}\n';
/** Text that packs to a thousandth and is one record after the other. */
const REPEATED = Buffer.from(LINE.repeat(20_000));

describe('folders', () => {
	test('links in a circle end, and each file is read once', async () => {
		await put('a/log.ndjson', LINE);
		await symlink('..', join(folder, 'a', 'up'));
		await symlink('a', join(folder, 'b'));
		await symlink('self', join(folder, 'self'));
		const { names, notes, unreadable } = await read(folder);
		expect(names).toEqual(['a/log.ndjson']);
		expect(notes.some((note) => note.includes('a link back to a folder above it'))).toBe(true);
		expect(unreadable.map(({ why }) => why)).toEqual(['a link that leads nowhere']);
	});

	test('pipes, sockets and devices are passed over and named', async () => {
		await put('log.ndjson', LINE);
		execFileSync('mkfifo', [join(folder, 'pipe')]);
		await symlink('/dev/zero', join(folder, 'zeros'));
		const server = await new Promise<Server>((resolve) => {
			const made = createServer().listen(join(folder, 'socket'), () => resolve(made));
		});
		try {
			const { names, notes } = await read(folder);
			expect(names).toEqual(['log.ndjson']);
			expect(notes.map((note) => note.slice(folder.length + 1))).toEqual([
				'pipe: is a pipe; passed over',
				'socket: is a socket; passed over',
				'zeros: is a device; passed over',
			]);
		} finally {
			server.close();
		}
	});

	test('a device named itself is refused', async () => {
		await expect(openEvidence(['/dev/zero'])).rejects.toThrow(/is a device; expected a file/);
	});

	test('hidden names are passed over and counted', async () => {
		await put('log.ndjson', LINE);
		await put('.log.ndjson', LINE);
		expect((await read(folder)).notes).toEqual([`${folder}: 1 hidden name passed over`]);
	});
});

// Other systems take no such names.
(process.platform === 'linux' ? describe : describe.skip)('names that are not UTF-8', () => {
	const bytes = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);

	/** Latin-1 names beside those that their bytes become as text. */
	async function putForeign(): Promise<void> {
		writeFileSync(bytes('log\xe9.ndjson'), LINE.repeat(5));
		await put('log\ufffd.ndjson', LINE.repeat(3));
		mkdirSync(bytes('sub\xe9'));
		writeFileSync(bytes('sub\xe9/e.ndjson'), LINE);
		mkdirSync(bytes('alone\xe9'));
		writeFileSync(bytes('alone\xe9/f.ndjson'), LINE);
		await put('sub\ufffd/f.ndjson', LINE.repeat(3));
		await put('b.ndjson', LINE.repeat(2));
		writeFileSync(bytes('.hidden\xe9'), LINE);
	}

	afterEach(() => {
		// Removing a folder does not find them.
		for (const name of ['sub\xe9/e.ndjson', 'alone\xe9/f.ndjson', 'log\xe9.ndjson', '.hidden\xe9']) rmSync(bytes(name));
		for (const name of ['sub\xe9', 'alone\xe9']) rmdirSync(bytes(name));
	});

	test('are named, and none is taken for its neighbour', async () => {
		await putForeign();
		const { names, records, notes, unreadable } = await read(folder);
		expect(names).toEqual(['b.ndjson', 'log\ufffd.ndjson', 'sub\ufffd/f.ndjson']);
		expect(records).toBe(8);
		expect(notes).toEqual([`${folder}: 1 hidden name passed over`]);
		const why = 'has a name that is not UTF-8; rename it';
		expect(unreadable).toEqual(['alone\\xe9', 'log\\xe9.ndjson', 'sub\\xe9'].map((name) => ({ file: `${folder}/${name}`, why })));
	});

	test('are refused where one is named, or a pattern finds it: as texts the two are the same', async () => {
		await putForeign();
		await expect(read(`${folder}/log\ufffd.ndjson`)).rejects.toThrow(
			/log\ufffd\.ndjson may mean a name that is not UTF-8; rename it/,
		);
		await expect(read(`${folder}/alone\ufffd`)).rejects.toThrow(/may mean a name that is not UTF-8/);
		const { names, unreadable } = await read(`${folder}/**/*.ndjson`);
		expect(names).toEqual(['b.ndjson']);
		expect(unreadable.map(({ file }) => file.slice(folder.length + 1))).toEqual([
			'alone\ufffd',
			'log\ufffd.ndjson',
			'sub\ufffd/f.ndjson',
		]);
	});
});

test('a name that holds the replacement character itself is a name', async () => {
	const path = await put('log\ufffd.ndjson', LINE);
	expect((await read(path)).records).toBe(1);
	expect((await read(folder)).records).toBe(1);
});

describe('context and address databases', () => {
	test('that are pipes, devices or folders are refused at once', async () => {
		execFileSync('mkfifo', [join(folder, 'people.csv')]);
		await expect(loadContext(folder)).rejects.toThrow(/people\.csv" is no file/);
		await expect(openGeoip(join(folder, 'people.csv'))).rejects.toThrow(/is no file/);
		await expect(openGeoip('/dev/zero')).rejects.toThrow(/is no file/);
	});
});

describe('names in archives and logs lead nowhere', () => {
	test('members called ../x and /etc/x are read as text and never written', async () => {
		const path = await put(
			'a.zip',
			zipOf([
				{ name: '../../slip.ndjson', content: LINE },
				{ name: '/tmp/saashound-slip.ndjson', content: LINE },
				{ name: '..\\..\\slip.ndjson', content: LINE },
			]),
		);
		const { names, records } = await read(path);
		expect(names).toEqual(['a.zip!../../slip.ndjson', 'a.zip!../../slip.ndjson (2)', 'a.zip!/tmp/saashound-slip.ndjson']);
		expect(records).toBe(3);
		expect(readdirSync(folder)).toEqual(['a.zip']);
		expect(existsSync('/tmp/saashound-slip.ndjson') || existsSync(join(folder, '..', 'slip.ndjson'))).toBe(false);
	});

	test('a path in a record is text', async () => {
		const path = await put('log.ndjson', LINE.replace('"x"', '"/dev/zero"').repeat(3));
		expect((await read(path)).records).toBe(3);
	});
});

/** The archive with every entry of its table of contents pointing at the first member. */
function overlapping(members: readonly MadeMember[]): Buffer {
	const bytes = zipOf(members);
	for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
		bytes.writeUInt32LE(0, at + 42);
	return bytes;
}

describe('bombs', () => {
	test('a gzip file that grows a thousandfold stops at the bound: what came before is read, the end is said', async () => {
		const path = await put('bomb.gz', gzipSync(Buffer.alloc(90 * MIB, 0x20), { level: 9 }));
		await expect(read(path, { freeInflate: 64 * MIB, maxInflateRatio: 100 })).rejects.toThrow(/blank|refused as a bomb/);
		const log = await put('log.gz', gzipSync(Buffer.concat([REPEATED, Buffer.alloc(90 * MIB, 0x20)]), { level: 9 }));
		const { records, refused } = await read(log, { maxInflateRatio: 100 });
		expect(records).toBe(20_000);
		expect(refused).toEqual([
			'truncated: it unpacks to more than 100 times its size; refused as a bomb (--max-inflate allows more)',
		]);
	});

	test('--max-inflate is the bound, and the ratio no longer counts', async () => {
		const path = await put('log.gz', gzipSync(Buffer.concat([REPEATED, REPEATED, REPEATED]), { level: 9 }));
		expect((await read(path, { maxInflateRatio: 10, maxInflate: 100 * MIB })).refused).toEqual([]);
		const { records, refused } = await read(path, { maxInflate: MIB });
		expect(records).toBeGreaterThan(10_000);
		expect(refused).toEqual([
			'truncated: the file ends inside a record: it unpacks to more than 1048576 bytes; refused (--max-inflate allows more)',
		]);
	});

	test('many small bombs in an archive are one large one', async () => {
		const members = Array.from({ length: 8 }, (_, i) => ({ name: `${i}.ndjson`, content: REPEATED, deflate: true }));
		const path = await put('a.zip', zipOf(members));
		const { records, refused } = await read(path, { freeInflate: 3 * MIB, maxInflateRatio: 20 });
		expect(records).toBeLessThan(8 * 20_000);
		expect(refused.filter((text) => text.includes('refused as a bomb')).length).toBeGreaterThan(3);
	});

	test('a gzip file in an archive is measured against the bytes on disk, not against the layer between', async () => {
		const inner = gzipSync(gzipSync(Buffer.alloc(40 * MIB, 0x20), { level: 9 }), { level: 0 });
		const outer = gzipSync(Buffer.concat([REPEATED, Buffer.alloc(60 * MIB, 0x0a)]), { level: 9 });
		expect(inner.length).toBeLessThan(outer.length);
		const path = await put('a.zip', zipOf([{ name: 'log.ndjson.gz', content: outer, packed: deflateRawSync(outer) }]));
		const { records, refused } = await read(path, { freeInflate: 4 * MIB, maxInflateRatio: 200 });
		expect(records).toBeGreaterThan(0);
		expect(refused.at(-1)).toMatch(/refused as a bomb/);
	});

	test('members that lie over each other are refused', async () => {
		const members = Array.from({ length: 4 }, (_, i) => ({ name: `${i}.ndjson`, content: LINE }));
		const path = await put('a.zip', overlapping(members));
		await expect(read(path)).rejects.toThrow(/its members lie over each other; refused as a bomb/);
	});

	test('archives in archives are not opened', async () => {
		const inner = zipOf([{ name: 'log.ndjson', content: LINE }]);
		const path = await put(
			'a.zip',
			zipOf([
				{ name: 'b.zip', content: inner },
				{ name: 'c.ndjson', content: LINE },
			]),
		);
		const { names, unreadable } = await read(path);
		expect(names).toEqual(['a.zip!c.ndjson']);
		expect(unreadable.map(({ why }) => why)).toEqual(['holds another zip file; unpack it first']);
	});

	test('depth and length of a record are bounded, what lies beyond is counted, and the next record is read', async () => {
		const deep = `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`;
		const long = `{"eventType":"${'x'.repeat(3 * MIB)}"}`;
		for (const content of [`${LINE}${deep}\n${long}\n${LINE}`, `[${LINE},${deep},${long},${LINE}]`]) {
			const { records, refused } = await read(await put('log', content), { maxRecordBytes: 2 * MIB });
			expect(records).toBe(2);
			expect(refused).toEqual(['too-deep: nested deeper than 200 levels', 'too-long: a record of more than 2097152 bytes']);
		}
	});

	test('a header of sixteen thousand columns costs a row of one cell nothing', async () => {
		const header = Array.from({ length: 16_000 }, (_, i) => `c${i}`).join(',');
		const path = await put('wide.csv', `${header}\n${'1\n'.repeat(100_000)}`);
		const started = performance.now();
		const { records, refused } = await read(path);
		expect(records).toBe(0);
		expect(refused.length).toBe(100_000);
		expect(performance.now() - started).toBeLessThan(15_000);
	}, 30_000);
});

describe('--max-inflate', () => {
	test.each([
		['1048576', MIB],
		['500M', 500 * MIB],
		['20g', 20 * 1024 * MIB],
		['1.5T', 1.5 * 1024 * 1024 * MIB],
		['2GiB', 2048 * MIB],
		['3 '.trim(), 3],
	])('takes %s', (text, bytes) => expect(parseSize('--max-inflate', text)).toBe(bytes));

	test.each(['', '0', '-1', '1e9', '5P', '1 000', 'NaN', 'infinity', '9999999T', '__proto__'])('refuses %j', (text) => {
		expect(() => parseSize('--max-inflate', text)).toThrow(UsageError);
	});
});
