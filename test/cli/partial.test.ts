import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
	closeSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readEvidence } from '../../src/hunt/read-evidence.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';
import type { FindingsDocument } from '../../src/model/finding.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { quietLog, removalLog } from './log.ts';
import { start } from './run.ts';

const folders: string[] = [];
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'saashound-partial-'));
	folders.push(folder);
});
afterAll(() => {
	for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** What a run wrote and how it ended. */
async function ended(child: ReturnType<typeof start>) {
	let [stdout, stderr] = ['', ''];
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
	});
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	const [code, signal] = await once(child, 'close');
	return { code, signal, stdout, stderr };
}

/** Settles once a run listens at a pipe: what comes is kept in a file that has no name any more. */
async function listening({ pid }: ReturnType<typeof start>): Promise<void> {
	const open = () => readdirSync(`/proc/${pid}/fd`).some((fd) => / \(deleted\)$/.test(linkTarget(`/proc/${pid}/fd/${fd}`)));
	while (!open()) await setTimeout(20);
}

function linkTarget(path: string): string {
	try {
		return readlinkSync(path);
	} catch {
		return '';
	}
}

/** Settles once a run waits for something: it sleeps, and its processor time has stood still for three tenths of a second. */
async function resting({ pid }: ReturnType<typeof start>): Promise<void> {
	let before = '';
	for (let still = 0; still < 3; await setTimeout(100)) {
		const [state, ...numbers] = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
		const times = numbers.slice(10, 12).join(' ');
		still = state === 'S' && times === before ? still + 1 : 0;
		before = times;
	}
}

/** A hunt that waits at a pipe through which the whole of a log has come, but not its end. */
async function waiting(...words: readonly string[]) {
	execFileSync('mkfifo', [join(folder, 'pipe')]);
	const child = start(['hunt', 'all', 'pipe', ...words], folder);
	const result = ended(child);
	const writer = openSync(join(folder, 'pipe'), 'r+');
	writeSync(writer, removalLog());
	// Opened for reading and writing, the pipe takes the text at once.
	await listening(child);
	await resting(child);
	return { child, result, writer };
}

const onLinux = existsSync('/proc/self/fd') ? describe : describe.skip;

onLinux('Ctrl-C with --partial (processes are watched through /proc)', () => {
	test('shows what came through a pipe so far, marked as partial, and ends with 130', async () => {
		const { child, result, writer } = await waiting('--partial', '--format', 'json');
		child.kill('SIGINT');
		const { code, stdout, stderr } = await result;
		closeSync(writer);
		expect(code).toBe(130);
		expect(stderr).toMatch(/^saashound: interrupted: what was read is judged and shown as partial; Ctrl-C again ends at once$/m);
		const document = JSON.parse(stdout) as FindingsDocument;
		expect(document.run.partial).toEqual({ reason: 'interrupted', partly: ['pipe'], unread: [] });
		expect(document.inputs).toMatchObject([{ file: 'pipe', records: 170, events: 170 }]);
		expect(document.findings[0]?.analytic).toBe('AN0339');
	}, 60_000);

	test('a fifth of a large file: the rest is named as unread, and nothing is said of it', async () => {
		// Copies count once, and each has to be read all the same: some seconds.
		const log = quietLog(30, ['ana', 'bo', 'cleo', 'dag']).repeat(2500);
		writeFileSync(join(folder, 'a.ndjson'), log);
		writeFileSync(join(folder, 'b.ndjson'), removalLog());
		const child = start(
			[
				'hunt',
				'all',
				'a.ndjson',
				'b.ndjson',
				'--partial',
				'--fail-on',
				'low',
				'--output',
				'x.json',
				'--output',
				'x.sarif',
				'--output',
				'x.html',
				'--output',
				'x.md',
				'--output',
				'x.txt',
			],
			folder,
		);
		const result = ended(child);
		const taken = () => Number(/rchar: (\d+)/.exec(readFileSync(`/proc/${child.pid}/io`, 'utf8'))?.[1]);
		while (taken() < log.length / 5) await setTimeout(5);
		child.kill('SIGINT');
		const { code } = await result;
		expect(code).toBe(130);
		const read = (name: string) => readFileSync(join(folder, name), 'utf8');
		const { run, inputs, findings, coverage } = JSON.parse(read('x.json')) as FindingsDocument;
		expect(run.partial).toEqual({ reason: 'interrupted', partly: ['a.ndjson'], unread: ['b.ndjson'] });
		expect(inputs[0]?.records).toBeLessThan(300_000);
		expect(inputs[0]?.notes).toContain('read in part: the run was interrupted');
		expect(inputs[0]?.truncated).toBe(false);
		expect(inputs[0]?.rejected).toEqual({});
		// The hash is that of the file, not of its part.
		expect(inputs[0]?.sha256).toBe(execFileSync('sha256sum', [join(folder, 'a.ndjson')], { encoding: 'utf8' }).slice(0, 64));
		expect(findings).toEqual([]);
		expect(coverage.find(({ status }) => status === 'not-in-evidence')?.text).toContain(
			'none is in the part of the evidence that was read',
		);
		const words =
			'PARTIAL: the run was interrupted before all was read: 1 file was read in part (a.ndjson), 1 file was not read at all (b.ndjson)';
		for (const name of ['x.html', 'x.txt']) expect(read(name).replace(/\s+/g, ' ')).toContain(words);
		expect(read('x.md')).toMatch(/^> \*\*PARTIAL: /m);
		expect(JSON.parse(read('x.sarif')).runs[0].invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 130 });
	}, 60_000);

	test('a second one ends the run at once, and leaves nothing', async () => {
		// Stopping the pipe lets the file beside it be read, which takes seconds.
		writeFileSync(join(folder, 'a.ndjson'), quietLog(30, ['ana', 'bo', 'cleo', 'dag']).repeat(2500));
		const { child, result, writer } = await waiting('a.ndjson', '--partial', '--output', 'x.json');
		child.kill('SIGINT');
		await once(child.stderr ?? child, 'data');
		child.kill('SIGINT');
		const { code, stdout } = await result;
		closeSync(writer);
		expect([code, stdout]).toEqual([130, '']);
		expect(readdirSync(folder).sort()).toEqual(['a.ndjson', 'pipe']);
	}, 60_000);

	test('before anything was read: says so, prints nothing, ends with 130', async () => {
		execFileSync('mkfifo', [join(folder, 'pipe')]);
		const child = start(['hunt', 'all', 'pipe', '--partial'], folder);
		const result = ended(child);
		await listening(child);
		await resting(child);
		child.kill('SIGINT');
		const { code, stdout, stderr } = await result;
		expect([code, stdout]).toEqual([130, '']);
		expect(stderr).toMatch(/interrupted/);
	}, 60_000);

	test('without --partial nothing is shown', async () => {
		const { child, result, writer } = await waiting('--format', 'json');
		child.kill('SIGINT');
		const { code, stdout, stderr } = await result;
		closeSync(writer);
		expect([code, stdout, stderr]).toEqual([130, '', '']);
	}, 60_000);
});

describe('reading that is stopped', () => {
	test('gives each record up to there once, counts it, and names what was not read', async () => {
		mkdirSync(join(folder, 'logs'));
		for (const [name, who] of [
			['a', 'ana'],
			['b', 'bo'],
			['c', 'cleo'],
		] as const)
			writeFileSync(join(folder, 'logs', name), quietLog(2000, [who]));
		const stop = new AbortController();
		const heard: NormalisedEvent[] = [];
		const { inputs, partial } = await readEvidence(
			{
				evidence: [join(folder, 'logs')],
				stop: stop.signal,
				onProgress: ({ file }) => {
					if (file.endsWith('b')) stop.abort();
				},
			},
			SOURCES,
			(event) => heard.push(event),
		);
		expect(partial).toEqual({ reason: 'interrupted', partly: [join(folder, 'logs/b')], unread: [join(folder, 'logs/c')] });
		expect(inputs.map(({ summary }) => summary.events)).toEqual([2000, heard.length - 2000]);
		expect(inputs[1]?.summary).toMatchObject({ records: heard.length - 2000, rejected: {}, truncated: false });
		expect(heard.length).toBeLessThan(4000);
	});

	test('after the last record changes nothing', async () => {
		const file = join(folder, 'log');
		writeFileSync(file, quietLog(3, ['ana']));
		const stop = new AbortController();
		const { inputs, partial } = await readEvidence(
			{ evidence: [file], stop: stop.signal, onProgress: () => stop.abort() },
			SOURCES,
			() => {},
		);
		expect([inputs[0]?.summary.events, partial]).toEqual([3, undefined]);
	});
});
