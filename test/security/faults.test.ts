import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { appendFile, chmod, mkdtemp, rm, symlink, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { events } from '../../src/hunt/events.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { readEvidence } from '../../src/hunt/read-evidence.ts';
import type { InputSummary } from '../../src/model/finding.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { parseTime } from '../../src/read/time.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { quietLog, signIn } from '../cli/log.ts';
import { saashound, shell, start } from '../cli/run.ts';
import { zipOf } from '../read/zips.ts';

const folders: string[] = [];
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'saashound-faults-'));
	folders.push(folder);
});
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

async function put(name: string, content: string | Buffer): Promise<string> {
	await writeFile(join(folder, name), content);
	return join(folder, name);
}

/** What became of the records of each file; throws where they do not add up. */
async function tallied(...evidence: readonly string[]) {
	const { inputs, unusable } = await readEvidence({ evidence }, SOURCES, () => undefined);
	for (const { summary } of inputs) expect(accounted(summary)).toBe(summary.records);
	return { inputs: inputs.map(({ summary }) => summary), unusable };
}

function accounted({ events: heard, other, duplicates, rejected }: InputSummary): number {
	return heard + other + duplicates + Object.values(rejected).reduce((sum, times) => sum + times, 0);
}

const PEOPLE = ['ana', 'bo', 'cleo', 'dag'];
/** 4 sign-ins a day. */
const LOG = quietLog(30, PEOPLE);

describe('a cut file gives all records before the cut, and one that says so', () => {
	test('JSON lines cut at every byte of the last record', async () => {
		const last = LOG.slice(0, -1).lastIndexOf('\n') + 1;
		for (const at of [last + 1, last + 20, last + 300, LOG.length - 2]) {
			const { inputs } = await tallied(await put('log', LOG.slice(0, at)));
			expect(inputs[0]).toMatchObject({ records: 120, events: 119, rejected: { truncated: 1 }, truncated: true });
		}
	});

	test.each([
		['a JSON array', `[${LOG.trimEnd().split('\n').join(',\n')}]`, 10],
		[
			'a CSV table',
			`timestamp,actor.alternate_id,event_type,uuid\n${'2026-03-03T09:00:00Z,ana,user.session.start,"x1"\n'.repeat(3)}`,
			2,
		],
	])('%s cut inside its last record', async (_what, text, bytes) => {
		const { files } = await openEvidence([await put('log', text.slice(0, -bytes))]);
		const [file] = files;
		let records = 0;
		const refused: string[] = [];
		for await (const batch of file?.batches() ?? []) {
			records += batch.records.length;
			refused.push(...batch.rejections.map(({ reason }) => reason));
		}
		expect([records, refused]).toEqual([text.startsWith('[') ? 119 : 2, ['truncated']]);
		expect(file?.summary()).toMatchObject({ truncated: true, records: records + 1 });
	});

	test.each([0.3, 0.6, 0.9, 0.99])('gzip cut at %d of its length', async (share) => {
		const packed = gzipSync(LOG);
		const { inputs } = await tallied(await put('log.gz', packed.subarray(0, Math.floor(packed.length * share))));
		expect(inputs[0]?.truncated).toBe(true);
		expect(inputs[0]?.rejected).toEqual({ truncated: 1 });
		expect(inputs[0]?.problems[0]).toMatch(/the gzip data (?:end too early|are broken)/);
		expect(inputs[0]?.events).toBe((inputs[0]?.records ?? 0) - 1);
	});

	test('gzip with a byte changed in the middle', async () => {
		const packed = gzipSync(LOG);
		packed[packed.length >> 1] = (packed[packed.length >> 1] ?? 0) ^ 0xff;
		const { inputs, unusable } = await tallied(await put('log.gz', packed), await put('whole', quietLog(1, ['eli'])));
		expect(unusable).toEqual([]);
		expect(inputs.at(-1)).toMatchObject({ file: join(folder, 'whole'), events: 1, truncated: false });
		// What stands before the changed byte, as a decoder gives it that is told to be content with half.
		const before = gunzipSync(packed.subarray(0, packed.length >> 1), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
		expect(before.length).toBeGreaterThan(10_000);
		expect(inputs[0]?.truncated).toBe(true);
		expect(inputs[0]?.events).toBeGreaterThanOrEqual(before.split('\n').length - 1);
	});

	test('a zip archive with one broken member: the others are read', async () => {
		const archive = zipOf([
			{ name: 'a.ndjson', content: quietLog(1, ['ana']) },
			{ name: 'b.ndjson', content: quietLog(1, ['bo']), deflate: true },
			{ name: 'c.ndjson', content: quietLog(1, ['cleo']) },
		]);
		const header = archive.indexOf('PK\u0003\u0004', 4);
		archive.writeUInt32LE(0, header);
		const { inputs, unusable } = await tallied(await put('log.zip', archive));
		expect(inputs.map(({ file, events: heard }) => [file.slice(-8), heard])).toEqual([
			['a.ndjson', 1],
			['c.ndjson', 1],
		]);
		expect(unusable.map(({ why }) => why)).toEqual([expect.stringMatching(/the header of b\.ndjson is broken/)]);
	});

	test('a zip archive whose middle member breaks in its packed data: records up to there, and the others', async () => {
		const archive = zipOf([
			{ name: 'a.ndjson', content: quietLog(1, ['ana']) },
			{ name: 'b.ndjson', content: LOG, deflate: true },
			{ name: 'c.ndjson', content: quietLog(1, ['cleo']) },
		]);
		const header = archive.indexOf('PK\u0003\u0004', 4);
		const packed = archive.readUInt32LE(header + 18);
		archive.fill(0xff, header + 38 + Math.floor(packed * 0.6), header + 38 + Math.floor(packed * 0.8));
		const { inputs, unusable } = await tallied(await put('log.zip', archive));
		expect(unusable).toEqual([]);
		expect(inputs.map(({ file, truncated }) => [file.slice(-8), truncated])).toEqual([
			['a.ndjson', false],
			['b.ndjson', true],
			['c.ndjson', false],
		]);
		const [, broken] = inputs;
		expect(broken?.rejected['truncated']).toBe(1);
		expect(broken?.events).toBeGreaterThan(10);
		expect(broken?.events).toBeLessThan(120);
	});

	test.each([
		['whose headers name their sizes', 0],
		['whose sizes stand behind the data', 8],
	])(
		'a cut zip archive %s: members before the cut, the last one as far as it goes; the archive is named',
		async (_what, flags) => {
			const members = [
				{ name: 'a.ndjson', content: quietLog(1, ['gus']), deflate: true, flags },
				{ name: 'folder/b.ndjson', content: LOG, deflate: true, flags },
				{ name: 'c.ndjson', content: quietLog(1, ['hal']), deflate: true, flags },
			];
			const archive = zipOf(members);
			const [, second = 0, third = 0] = [...archive.toString('latin1').matchAll(/PK\x03\x04/g)].map(({ index }) => index);
			const cuts = [
				{ at: archive.length - 30, events: [1, 1, 120] },
				{ at: third + 3, events: [1, 120] },
				{ at: second + Math.floor((third - second) * 0.9), events: [1] },
				{ at: second + 10, events: [1] },
			];
			for (const [index, { at, events: whole }] of cuts.entries()) {
				const path = await put(`${flags}-${index}.zip`, archive.subarray(0, at));
				const { inputs, unusable } = await tallied(path);
				expect(unusable).toContainEqual({
					file: path,
					why: expect.stringMatching(/^is cut: a zip archive without its table of contents/),
				});
				const read = inputs.filter(({ truncated }) => !truncated).map((input) => input.events);
				expect(read.toSorted((a, b) => a - b)).toEqual(whole);
				const cut = inputs.filter(({ truncated }) => truncated);
				expect(cut.length).toBe(index === 2 ? 1 : 0);
				for (const { events: some, rejected } of cut) {
					expect(some).toBeGreaterThan(30);
					expect(rejected).toEqual({ truncated: 1 });
				}
			}
		},
	);

	test('what begins like a zip archive and is none is refused with words', async () => {
		await expect(tallied(await put('log.zip', `PK\u0003\u0004${'x'.repeat(5000)}`))).rejects.toThrow(
			/a damaged zip archive: it has no table of contents at its end: it is cut/,
		);
	});
});

describe('a file that changes while it is read', () => {
	const long = quietLog(2000, PEOPLE);

	async function readWhile(change: (path: string) => Promise<void>) {
		const path = await put('log', long);
		const { files } = await openEvidence([path], { chunkBytes: 64 * 1024 });
		const [file] = files;
		if (file === undefined) throw new Error('no file');
		let records = 0;
		const refused: string[] = [];
		let changed = false;
		for await (const batch of file.batches()) {
			records += batch.records.length;
			refused.push(...batch.rejections.map(({ got }) => got));
			if (!changed) await change(path);
			changed = true;
		}
		return { records, refused, summary: file.summary() };
	}

	test('grows: what was there is read, what came is said to be left out', async () => {
		const { records, refused, summary } = await readWhile((path) => appendFile(path, 'x'.repeat(100)));
		expect([records, refused]).toEqual([8000, []]);
		expect(summary.notes).toEqual(['grew by 100 bytes while it was read: they were left out']);
	});

	test('shrinks: what is still there is read, the rest is said to be missing', async () => {
		const { records, refused, summary } = await readWhile((path) => truncate(path, long.length >> 1));
		expect(records).toBeGreaterThan(1000);
		expect(records).toBeLessThan(8000);
		expect(refused).toEqual([expect.stringMatching(/the file is shorter than it should be/)]);
		expect(summary.truncated).toBe(true);
	});

	test('is deleted while it is open: it is read to its end', async () => {
		const { records, refused } = await readWhile((path) => unlink(path));
		expect([records, refused]).toEqual([8000, []]);
	});

	test('vanishes before its turn: it is named, the others are read', async () => {
		const first = await put('a', LOG);
		const second = await put('b', LOG);
		const third = await put('c', quietLog(1, ['eli']));
		const { inputs, unusable } = await readEvidence(
			{
				evidence: [first, second, third],
				onProgress: ({ file }) => {
					if (file === first && existsSync(second)) execFileSync('rm', [second]);
				},
			},
			SOURCES,
			() => undefined,
		);
		expect(inputs.map(({ summary }) => summary.file)).toEqual([first, third]);
		expect(unusable).toEqual([{ file: second, why: expect.stringMatching(/^cannot be read \(ENOENT\)/) }]);
	});
});

describe('files that cannot be used', () => {
	const commands = [['hunt', 'all'], ['inspect'], ['export'], ['timeline', '--actor', 'ana@example.com']];

	test.each(commands)(
		'%s names them, shows the rest and ends with 2',
		async (...words) => {
			await put('log', LOG);
			await put('README', 'This folder holds the exports of March. Ask Ana.\n');
			await symlink('nowhere', join(folder, 'lost'));
			const { code, stdout, stderr } = await saashound([...words, folder]);
			expect(code).toBe(2);
			expect(stdout.length).toBeGreaterThan(100);
			const warned = stderr.split('\n').filter((line) => line.includes('warning: '));
			expect(warned).toEqual([
				expect.stringMatching(/^saashound: warning: .*README: /),
				expect.stringMatching(/^saashound: warning: .*lost: a link that leads nowhere$/),
			]);
		},
		60_000,
	);

	test.each(commands)(
		'%s reads a cut one up to there and ends with 2',
		async (...words) => {
			const file = await put('log.gz', gzipSync(LOG).subarray(0, -40));
			const { code, stdout, stderr } = await saashound([...words, file]);
			expect(code).toBe(2);
			expect(stdout.length).toBeGreaterThan(100);
			expect(stderr).toContain('log.gz: the file ends in the middle of a record or of its compression');
			expect((await saashound([...words, '-q', file])).code).toBe(2);
			expect((await saashound([...words, await put('whole.gz', gzipSync(LOG))])).code).toBe(0);
		},
		60_000,
	);

	test('a file that may not be read', async () => {
		// The super-user may read everything.
		if (process.getuid?.() === 0) {
			await put('log', LOG);
			await chmod(await put('secret', LOG), 0);
			await chmod(folder, 0o755);
			const nobody = 65_534;
			// Where the project itself is private, nobody else can run it.
			if ((await saashound(['--version'], { uid: nobody })).code !== 0) return;
			const { code, stdout, stderr } = await saashound(['inspect', '.', '--format', 'json'], { cwd: folder, uid: nobody });
			expect(code).toBe(2);
			expect(JSON.parse(stdout).inputs.map(({ file }: InputSummary) => file)).toEqual(['log']);
			expect(stderr).toMatch(/^saashound: warning: secret: .*EACCES.*\n$/);
			return;
		}
		await put('log', LOG);
		await chmod(await put('secret', LOG), 0);
		const { inputs, unusable } = await tallied(folder);
		expect(inputs.length).toBe(1);
		expect(unusable).toEqual([{ file: join(folder, 'secret'), why: expect.stringMatching(/EACCES/) }]);
	});

	test('nothing but such files is an error', async () => {
		const { code, stdout, stderr } = await saashound(['inspect', await put('README', 'No log at all, only words.\n')]);
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(/^saashound: [^\n]*README[^\n]*; expected [^\n]+\n$/);
	}, 60_000);
});

describe('a disk that is full', () => {
	test('ends with 2, says where, and leaves nothing half-written', async () => {
		if (!existsSync('/dev/full')) return;
		const log = await put('log', LOG);
		const first = await saashound(['export', log, '--output', '/dev/full']);
		expect([first.code, first.stderr]).toEqual([2, 'saashound: /dev/full: no space left\n']);
		const second = await shell(`saashound export ${log} > /dev/full`);
		expect([second.code, second.stderr]).toEqual([2, 'saashound: standard output: no space left\n']);
		expect(readdirSync(folder)).toEqual(['log']);
	}, 60_000);

	test.each(['x.json', 'x.html'])(
		'a real one of 16 kB: no half of %s stays on it, and what was there before does',
		async (name) => {
			const log = await put('log', LOG);
			const disk = join(folder, 'disk');
			// A file system of its own, seen by this process alone; where nobody may make one, there is nothing to try.
			const hunting = `saashound hunt all ${log} --output ${disk}/${name}; code=$?; ls -A ${disk}; cat ${disk}/*; exit $code`;
			const making = `mkdir ${disk} && mount -t tmpfs -o size=16k none ${disk} 2>/dev/null || exit 77; echo kept > ${disk}/${name}`;
			const { code, stdout, stderr } = await shell(`export -f saashound; unshare -rm bash -c '${making}; ${hunting}' || exit $?`);
			if (code === 77 || /unshare/.test(stderr)) return;
			expect([code, stdout]).toEqual([2, `${name}\nkept\n`]);
			expect(stderr).toBe(`saashound: ${disk}/${name}: no space left\n`);
		},
		60_000,
	);

	test('a file that may not become larger', async () => {
		const log = await put('log', LOG);
		const { code, stderr } = await shell(`ulimit -f 8; saashound hunt all ${log} --output ${join(folder, 'x.html')}`);
		expect([code, stderr]).toEqual([2, `saashound: ${join(folder, 'x.html')}: larger than a file may be here\n`]);
		expect(readdirSync(folder)).toEqual(['log']);
	}, 60_000);
});

describe('an interrupt', () => {
	test('ends the run with 130 while a pipe is waited for, before and after somebody writes to it', async () => {
		execFileSync('mkfifo', [join(folder, 'pipe')]);
		for (const open of [false, true]) {
			const child = start(['export', 'pipe', '--output', 'events.ndjson'], folder);
			const ended = once(child, 'exit');
			while (!readdirSync(folder).some((name) => name.startsWith('.events'))) await setTimeout(20);
			const writer = open ? openSync(join(folder, 'pipe'), 'r+') : undefined;
			await setTimeout(300);
			child.kill('SIGINT');
			expect((await ended)[0]).toBe(130);
			if (writer !== undefined) closeSync(writer);
			expect(readdirSync(folder)).toEqual(['pipe']);
		}
	}, 60_000);
});

describe('texts and sizes', () => {
	test('two encodings in one file: whole records are read, no byte is taken for another record', async () => {
		const latin = Buffer.from(signIn('ren\u00e9', Date.UTC(2026, 2, 3, 9), '192.0.2.1'), 'latin1');
		const { inputs } = await tallied(
			await put('log', Buffer.concat([Buffer.from(LOG), latin, Buffer.from(quietLog(1, ['eli']))])),
		);
		expect(inputs[0]).toMatchObject({ records: 122, events: 122 });
		const wide = Buffer.from(`\ufeff${quietLog(2, ['fi'])}`, 'utf16le');
		const mixed = await tallied(await put('mixed', Buffer.concat([Buffer.from(LOG), wide])));
		expect(mixed.inputs[0]?.events).toBe(120);
		expect(mixed.inputs[0]?.rejected['broken-json']).toBeGreaterThan(0);
	});

	test('a table of ten thousand columns', async () => {
		const more = Array.from({ length: 10_000 }, (_, i) => `x${i}`);
		const header = ['timestamp', 'actor.alternate_id', 'event_type', 'uuid', ...more];
		const rows = Array.from({ length: 50 }, (_, i) =>
			[`2026-03-03T09:00:${String(i).padStart(2, '0')}Z`, 'ana', 'x', i, ...more].join(','),
		);
		const path = await put('wide.csv', `${header.join(',')}\n${rows.join('\n')}\n`);
		const { files } = await openEvidence([path]);
		let cells = 0;
		for await (const { records } of files[0]?.batches() ?? [])
			for (const { value } of records) cells += Object.keys(value).length;
		expect(cells).toBe(50 * 10_004);
	});

	test('a record shorter than the bound is read whatever its size, a longer one is counted and passed over', async () => {
		const [one = '', two = ''] = quietLog(1, ['ana', 'bo']).split('\n');
		const blown = (line: string, bytes: number) => `${line.slice(0, -1)},"padding":"${'x'.repeat(bytes)}"}\n`;
		const path = await put('log', `${blown(one, 7e6)}${blown(one, 9e6)}${two}\n`);
		const { files } = await openEvidence([path], { maxRecordBytes: 8e6 });
		const taken: string[] = [];
		for await (const batch of files[0]?.batches() ?? [])
			taken.push(...batch.records.map(({ length }) => `${length > 7e6}`), ...batch.rejections.map(({ reason }) => reason));
		expect(taken.sort()).toEqual(['false', 'too-long', 'true']);
	});

	test('twenty thousand people', async () => {
		const lines: string[] = [];
		for (let i = 0; i < 20_000; i += 1) lines.push(signIn(`p${i}`, Date.UTC(2026, 2, 3) + i * 1000, `192.0.2.${i % 250}`));
		const { inputs } = await tallied(await put('log', lines.join('')));
		expect(inputs[0]).toMatchObject({ records: 20_000, events: 20_000 });
	}, 60_000);
});

describe('clocks', () => {
	const odd = [Date.UTC(1601, 0, 1), 0, Date.UTC(9999, 11, 31, 23, 59, 59)];

	test('of 1601, 1970 and 9999 are read, counted and exported, and never judged', async () => {
		const path = await put('log', LOG + odd.map((time) => signIn('ana', time, '203.0.113.9')).join(''));
		const { inputs } = await tallied(path);
		expect(inputs[0]).toMatchObject({
			records: 123,
			events: 123,
			first: '2026-02-02T08:00:00.000Z',
			last: '2026-03-03T08:03:00.000Z',
		});
		expect(inputs[0]?.notes).toContain('3 events carry a time outside 1990 to 2100: read and exported, never judged');
		const times: number[] = [];
		await events({ evidence: [path] }, (event) => times.push(event.time));
		expect(odd.filter((time) => times.includes(time))).toEqual(odd);
		const { run } = await hunt({ evidence: [path], analytics: ANALYTICS, set: [], minScore: 0, arguments: [], version: '0' });
		expect([run.from, run.to]).toEqual(['2026-02-02T08:00:00.000Z', '2026-03-03T08:03:00.000Z']);
	}, 60_000);

	test('a leap second is the second before it, a day that is none is no time', () => {
		expect(parseTime('2016-12-31T23:59:60Z')).toBe(Date.UTC(2016, 11, 31, 23, 59, 59));
		expect(['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00Z'].map((text) => parseTime(text))).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});

	test('a zone that is none is no time', () => {
		const at = (zone: string) => parseTime(`2026-03-04T09:00:00${zone}`);
		expect(['+23:59', '-2359', '-12', '+05:45'].map(at)).toEqual(
			[-(23 * 60 + 59), 23 * 60 + 59, 12 * 60, -(5 * 60 + 45)].map((east) => Date.UTC(2026, 2, 4, 9, east)),
		);
		expect(['+99:99', '+24:00', '-0060', '+77'].map(at)).toEqual([undefined, undefined, undefined, undefined]);
	});

	test('the hour that comes twice in autumn and the one that is missing in spring keep their order', async () => {
		const times = [
			...[Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)],
			...[Date.UTC(2026, 2, 29, 0, 59), Date.UTC(2026, 2, 29, 1, 1)],
		];
		const path = await put('log', times.map((time) => signIn('ana', time, '192.0.2.1')).join(''));
		const { stdout } = await saashound([
			'timeline',
			path,
			'--actor',
			'ana@example.com',
			'--format',
			'table',
			'--time-zone',
			'Europe/Berlin',
		]);
		const shown = stdout.split('\n').flatMap((line) => /\b\d\d:\d\d(?::\d\d)?\b/.exec(line)?.[0].slice(0, 5) ?? []);
		expect(shown).toEqual(['01:59', '03:01', '02:30', '02:30']);
	}, 60_000);
});
