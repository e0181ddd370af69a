import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parseThreads } from '../../src/cli/options/threads.ts';
import { readEvidence } from '../../src/hunt/read-evidence.ts';
import { Defect } from '../../src/model/errors.ts';
import { SOURCES } from '../../src/sources/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saashound-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
	readonly code: number | null;
	readonly signal: string | null;
	readonly out: string;
	readonly error: string;
}

/** Runs a TypeScript program, or a text that is one. */
function run(...words: readonly string[]): { readonly child: ReturnType<typeof spawn>; readonly ended: Promise<Ended> } {
	const child = spawn(process.execPath, ['--import', join(ROOT, 'scripts/typescript.mjs'), ...words], {
		cwd: ROOT,
		timeout: 280_000,
		killSignal: 'SIGKILL',
	});
	const ended = new Promise<Ended>((resolve, reject) => {
		let [out, error] = ['', ''];
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			out += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			error += text;
		});
		child.on('error', reject);
		child.on('close', (code, signal) => resolve({ code, signal, out, error }));
	});
	return { child, ended };
}

/** Reads the evidence with several numbers of threads and sizes of pieces. */
async function compare(evidence: string): Promise<{ readonly differences: readonly string[]; readonly bytes: number }> {
	const { code, out, error } = await run('test/hunt/compare-threads.ts', evidence).ended;
	if (code !== 0) throw new Error(`ended with ${code}: ${error}`);
	return JSON.parse(out);
}

function lines(path: string): readonly string[] {
	return readFileSync(join(ROOT, path), 'utf8')
		.split(/\r?\n/)
		.filter((line) => line !== '');
}

function filesBelow(path: string): readonly string[] {
	return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
		.map((name) => join(path, name))
		.filter((name) => statSync(join(ROOT, name)).isFile())
		.toSorted();
}

/** Logs that are broken, packed, or laid out oddly. */
function writeOddities(): void {
	const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
	const okta = Array.from({ length: 300 }, (_, n) => oktaRecord(n));
	const texts = okta.map((record) => JSON.stringify(record));
	const broken = texts.map((text, n) =>
		n % 7 === 3
			? text.slice(0, 40 + n)
			: n % 11 === 5
				? `${text}}`
				: n % 13 === 6
					? '[1,"a",null]'
					: n % 17 === 8
						? '"text"'
						: text,
	);
	write('broken.ndjson', broken.join('\n'));
	write('cut.ndjson', `${texts.join('\n')}\n${texts[0]?.slice(0, 200)}`);
	write(
		'syslog.ndjson',
		texts.map((text, n) => `<14>1 2026-03-02T10:00:00Z host app - - ${n % 5 === 0 ? text.slice(0, -9) : text}`).join('\r\n'),
	);
	write('pretty.json', JSON.stringify(okta, null, 2));
	write(
		'pretty-broken.json',
		JSON.stringify(okta, null, 2).replaceAll('"published": "2026-03-02T09:1', '"published": 2026-03-02T09:1'),
	);
	write(
		'pages.json',
		[0, 100, 200].map((from) => JSON.stringify({ items: okta.slice(from, from + 100), next: null })).join('\n'),
	);
	write('array-of-anything.json', JSON.stringify([{}, 1, 'two', null, [{ three: 3 }], ...okta.slice(0, 20), { unknown: true }]));
	write('deep.ndjson', `${texts[1]}\n${'{"a":'.repeat(300)}1${'}'.repeat(300)}\n${texts[2]}`);
	write('hook.ndjson', JSON.stringify({ eventType: 'com.okta.event_hook', data: { events: okta.slice(0, 9) } }));
	write('packed.ndjson.gz', gzipSync(texts.join('\n')));
	write('packed-cut.ndjson.gz', gzipSync(broken.join('\n')).subarray(0, -900));
	write('wide.ndjson', Buffer.from(`\ufeff${texts.join('\n')}`, 'utf16le'));
	write('marked.ndjson', `\ufeff${broken.slice(0, 50).join('\n\n')}`);
	// Every cell in quotes, the last one too: what stands behind a row begins with a quote.
	const cells = (n: number) =>
		`"2026-03-04T09:00:00.${String(n % 1000).padStart(3, '0')}Z","user.session.start","SUCCESS","person${n % 50}@example.com","${n}"`;
	const names = '"timestamp","event_type","outcome.result","actor.alternate_id","uuid"';
	write('rows-quoted.csv', [names, ...Array.from({ length: 3000 }, (_, n) => cells(n))].join('\n'));
	const csv = filesBelow('fixtures/sources').filter((name) => name.endsWith('.csv'));
	// Every table behind every other, so that columns change in the middle of pieces.
	const tables = csv.map((name) => `${readFileSync(join(ROOT, name), 'utf8').trimEnd()}\n`);
	write('rows-joined.csv', [...tables, ...tables.toReversed(), ...tables].join(''));
	for (const [index, name] of csv.slice(0, 6).entries()) {
		const rows = lines(name);
		write(
			`rows-${index}.csv`,
			rows.flatMap((row, n) => (n % 4 === 2 ? [row, `${row},,,"`, row.replace('"', '')] : [row])).join('\r\n'),
		);
		write(`rows-cut-${index}.csv`, readFileSync(join(ROOT, name)).subarray(0, -37));
	}
}

/** A sign-in of Okta's own shape, in many variants: odd texts, numbers, clocks, and repeats. */
function oktaRecord(n: number): object {
	const odd = ['Ana Sørensen', 'Łukasz', '\ud83d', '__proto__', '=1+1', '\u0000\u001b[2J'][n % 6];
	return {
		uuid: `${n % 40 === 39 ? n - 1 : n}`.padStart(12, '0'),
		published: n % 50 === 49 ? '1601-01-01T00:00:00Z' : `2026-03-02T09:${String(n % 60).padStart(2, '0')}:00.${n}Z`,
		eventType: ['user.session.start', 'user.account.lock', 'application.user_membership.add', 'made.up'][n % 4],
		version: '0',
		severity: 'INFO',
		legacyEventType: 'x',
		displayMessage: odd,
		actor: {
			id: n % 9 === 0 ? 12345678901234567890n.toString() : `00u${n % 7}`,
			type: 'User',
			alternateId: `user${n % 7}@example.com`,
			displayName: odd,
		},
		client: {
			userAgent: { rawUserAgent: `agent ${odd}` },
			ipAddress: `192.0.2.${n % 250}`,
			geographicalContext: { country: 'Norway', city: odd },
		},
		outcome: { result: n % 3 === 0 ? 'FAILURE' : 'SUCCESS' },
		target: [{ id: `0oa${n}`, type: 'AppInstance', alternateId: odd, displayName: odd }],
		transaction: { id: `${n}`, type: 'WEB' },
		authenticationContext: { externalSessionId: `s${n % 20}` },
		debugContext: { debugData: { requestUri: odd, __proto__: undefined } },
	};
}

function linkTarget(path: string): string {
	try {
		return readlinkSync(path);
	} catch {
		return '';
	}
}

const onLinux = existsSync('/proc/self/fd') ? test : test.skip;

describe('threads', () => {
	test('everything that comes out is the same, whatever the number of threads and the size of what they are given', async () => {
		const { differences, bytes } = await compare('fixtures/sources');
		expect(differences).toEqual([]);
		expect(bytes).toBeGreaterThan(1_000_000);
	}, 300_000);

	test('broken, cut, packed and oddly laid out logs are refused in the same words, in the same order', async () => {
		writeOddities();
		const { differences, bytes } = await compare(folder);
		expect(differences).toEqual([]);
		expect(bytes).toBeGreaterThan(1_000_000);
	}, 300_000);

	test('an abort ends reading and all threads at once, with its reason', async () => {
		const log = join(folder, 'long.ndjson');
		writeFileSync(log, Array.from({ length: 20_000 }, (_, n) => JSON.stringify(oktaRecord(n))).join('\n'));
		const program = `
			import { readEvidence } from './src/hunt/read-evidence.ts';
			import { SOURCES } from './src/sources/index.ts';
			const abort = new AbortController();
			let heard = 0;
			const request = { evidence: [${JSON.stringify(log)}], threads: { count: 3 }, signal: abort.signal };
			await readEvidence({ ...request, onProgress: () => setImmediate(() => abort.abort(new Error('enough'))) }, SOURCES, () => (heard += 1)).then(
				() => console.log('read to its end'),
				(error) => console.log(error.message, heard < 20000),
			);
		`;
		const { code, out } = await run('--input-type=module', '-e', program).ended;
		expect(out.trim()).toBe('enough true');
		expect(code).toBe(0);
	}, 60_000);

	onLinux(
		'an interrupt ends the run with 130 whatever threads are doing',
		async () => {
			const log = join(folder, 'longer.ndjson');
			const text = Array.from({ length: 20_000 }, (_, n) => JSON.stringify(oktaRecord(n))).join('\n');
			writeFileSync(log, Array.from({ length: 6 }, () => text).join('\n'));
			const { child, ended } = run('bin/saashound.ts', 'inspect', log, '--threads', '3');
			// By then it listens to signals; reading goes on for seconds.
			const opened = () => readdirSync(`/proc/${child.pid}/fd`).some((fd) => linkTarget(`/proc/${child.pid}/fd/${fd}`) === log);
			while (child.exitCode === null && !opened()) await setTimeout(10);
			await setTimeout(300);
			child.kill('SIGINT');
			expect(await ended).toMatchObject({ code: 130, out: '' });
		},
		60_000,
	);

	// Here, where nothing strips the types of its file, no thread can start.
	test('a thread that breaks is a defect, said in plain words', async () => {
		const reading = readEvidence({ evidence: ['fixtures/sources'], threads: { count: 2 } }, SOURCES, () => undefined);
		await expect(reading).rejects.toBeInstanceOf(Defect);
		await expect(reading).rejects.toThrow(/^a reading thread broke: .+; --threads 0 reads without them$/);
	});

	test.each(['-1', 'two', '65', '1.5', ''])('--threads %p is refused', (text) => {
		expect(() => parseThreads('--threads', text)).toThrow(/is no number of threads; write 0 to 64$/);
	});

	test.each([
		['0', 0],
		['1', 1],
		['64', 64],
	])('--threads %s is taken', (text, count) => expect(parseThreads('--threads', text)).toBe(count));
});
