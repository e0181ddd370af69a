import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { removalLog } from './log.ts';
import { saashound, shell, start } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-hunt-'));
const log = join(folder, 'okta.ndjson');

beforeAll(() => writeFileSync(log, removalLog()));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs in the folder, so that files are named without it. */
function here(...words: string[]) {
	return saashound(words, { cwd: folder });
}

describe('hunt', () => {
	test('prints JSON into a pipe, findings to standard output and nothing else there', async () => {
		const { code, stdout, stderr } = await here('hunt', 'all', 'okta.ndjson');
		const document = JSON.parse(stdout);
		expect(document.schema).toBe('saashound/findings/1');
		expect(document.tool.arguments).toEqual(['hunt', 'all', 'okta.ndjson']);
		expect(document.findings).toHaveLength(1);
		expect(document.findings[0].actor.id).toBe('ana@example.com');
		expect(document.findings[0].evidence.count).toBe(10);
		expect(stderr).toBe('');
		expect(code).toBe(0);
	});

	test.each([
		['AN0339', 1],
		['an0339', 1],
		['account-removal', 1],
		['T1531', 1],
		['DET0120', 1],
		['AN0339,AN1514', 2],
		['T1114', 1],
	])('takes %s for %i analytic(s)', async (word, analytics) => {
		const { stdout } = await here('hunt', word, 'okta.ndjson');
		expect(JSON.parse(stdout).run.analytics).toHaveLength(analytics);
	});

	test('takes several leading analytics, by id whatever their order', async () => {
		const { stdout } = await here('hunt', 'bulk-upload', 'AN0339', 'okta.ndjson');
		expect(JSON.parse(stdout).run.analytics.map(({ id }: { id: string }) => id)).toEqual(['AN0339', 'AN1514']);
	});

	test('sets the window of one analytic, as its help shows, and says so in the document', async () => {
		const { code, stdout } = await here('hunt', 'bulk-upload,AN0339', 'okta.ndjson', '--set', 'AN1514.window=1h');
		expect(code).toBe(0);
		const windows = (text: string) =>
			JSON.parse(text).run.analytics.map(({ options }: { options: { window: string } }) => options.window);
		expect(windows(stdout)).toEqual(['10m,1h,1d,5d', '1h']);
		// Set for all, it is the same as --window; set for one, it outranks that.
		const set = JSON.parse((await here('hunt', 'AN0339', 'okta.ndjson', '--set', 'window=5d')).stdout);
		const asked = await here('hunt', 'AN0339', 'okta.ndjson', '--window', '5d');
		expect(set.findings).toEqual(JSON.parse(asked.stdout).findings);
		const both = await here('hunt', 'AN0339,AN1514', 'okta.ndjson', '--window', '5d', '--set', 'AN0339.window=10m,1h');
		expect(windows(both.stdout)).toEqual(['10m,1h', '5d']);
	});

	test.each([
		['table', /10 accounts deleted or disabled/],
		['json', /^\{\n {2}"schema": "saashound\/findings\/1"/],
		['ndjson', /^\{"id":"AN0339\/okta\/ana@example\.com\/2026-02-22T22:05Z".*\}\n$/],
		['csv', /^[^\n]*score[^\n]*\n[^\n]*AN0339/],
		['markdown', /^# /],
		['html', /^<!doctype html>/i],
		['sarif', /"version": "2\.1\.0"/],
		['ocsf', /"class_uid":2004/],
		['timesketch', /"datetime"/],
	])('prints %s', async (format, looks) => {
		const { code, stdout } = await here('hunt', 'all', 'okta.ndjson', '--format', format);
		expect(stdout).toMatch(looks);
		expect(code).toBe(0);
	});

	test('reads standard input', async () => {
		const { code, stdout } = await saashound(['hunt', 'all', '-'], { stdin: removalLog() });
		expect(JSON.parse(stdout).findings).toHaveLength(1);
		expect(code).toBe(0);
	});

	test('writes several files whole, each in the format of its ending, and nothing to standard output', async () => {
		const { code, stdout } = await here('hunt', 'all', 'okta.ndjson', '-o', 'a.json', '--output', 'b.csv', '-o', 'c.sarif');
		expect(stdout).toBe('');
		expect(code).toBe(0);
		expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).findings).toHaveLength(1);
		expect(readFileSync(join(folder, 'b.csv'), 'utf8')).toContain('AN0339');
		expect(JSON.parse(readFileSync(join(folder, 'c.sarif'), 'utf8')).version).toBe('2.1.0');
		expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
	});

	test('lets --format decide over the ending of a single file, and - stand for standard output beside it', async () => {
		const { stdout } = await here('hunt', 'all', 'okta.ndjson', '--format', 'ndjson', '-o', 'd.json', '-o', '-');
		expect(stdout).toBe(readFileSync(join(folder, 'd.json'), 'utf8'));
		expect(stdout.trimEnd().split('\n')).toHaveLength(1);
	});

	test('leaves an older file as it was when the run fails', async () => {
		writeFileSync(join(folder, 'kept.json'), 'kept');
		const { code } = await here('hunt', 'all', 'absent.ndjson', '-o', 'kept.json');
		expect(code).toBe(2);
		expect(readFileSync(join(folder, 'kept.json'), 'utf8')).toBe('kept');
	});

	test.each([
		['low', 1],
		['medium', 1],
		['critical', 0],
	])('exits after --fail-on %s with %i', async (severity, code) => {
		const ended = await here('hunt', 'all', 'okta.ndjson', '--fail-on', severity);
		expect(ended.code).toBe(code);
		expect(JSON.parse(ended.stdout).findings).toHaveLength(1);
	});

	test.each([
		[['--fail-on', 'low'], 1, true],
		[['--fail-on', 'critical'], 0, true],
		[[], 0, true],
		[['words.txt', '--fail-on', 'low'], 2, false],
	])('tells SARIF with which code it ends: %j with %i', async (more, code, whole) => {
		writeFileSync(join(folder, 'words.txt'), 'The exports of March. Ask Ana.\n');
		const ended = await here('hunt', 'all', 'okta.ndjson', ...more, '--format', 'sarif');
		expect(ended.code).toBe(code);
		const [run] = JSON.parse(ended.stdout).runs;
		expect(run.invocations[0]).toMatchObject({ exitCode: code, executionSuccessful: whole });
		expect(run.results).toHaveLength(1);
	});

	test('leaves out what lies below --min-severity or --min-score, and counts it', async () => {
		for (const limit of [
			['--min-severity', 'critical'],
			['--min-score', '99'],
		]) {
			const { run, findings } = JSON.parse((await here('hunt', 'all', 'okta.ndjson', ...limit)).stdout);
			expect(findings).toEqual([]);
			expect(run.suppressed).toBeGreaterThanOrEqual(1);
		}
	});

	test('warns of tables in the context folder that it does not read', async () => {
		mkdirSync(join(folder, 'context'));
		for (const name of ['people.csv', 'network.csv']) writeFileSync(join(folder, 'context', name), 'user\n');
		const { code, stderr } = await here('hunt', 'all', 'okta.ndjson', '--context', 'context');
		expect([code, stderr]).toEqual([
			0,
			'saashound: warning: context folder "context": "network.csv" (networks.csv?) not read; expected only people.csv, apps.csv, networks.csv, changes.csv, repositories.csv\n',
		]);
		expect((await here('hunt', 'all', 'okta.ndjson', '--context', 'context', '-q')).stderr).toBe('');
	});

	test('judges only what begins between --from and --to', async () => {
		const before = await here('hunt', 'all', 'okta.ndjson', '--to', '2026-02-22');
		expect(JSON.parse(before.stdout).findings).toEqual([]);
		const after = await here('hunt', 'all', 'okta.ndjson', '--from', '1d');
		expect(JSON.parse(after.stdout).findings).toHaveLength(1);
	});

	test('shows against an earlier document only what is new', async () => {
		await here('hunt', 'all', 'okta.ndjson', '-o', 'earlier.json');
		const same = JSON.parse((await here('hunt', 'all', 'okta.ndjson', '--compare', 'earlier.json')).stdout);
		expect(same.findings).toEqual([]);
		expect(same.run.notes.at(-1)).toBe('1 finding left out: already in earlier.json');
		writeFileSync(join(folder, 'empty.json'), '{"schema":"saashound/findings/1","findings":[]}');
		const all = JSON.parse((await here('hunt', 'all', 'okta.ndjson', '--compare', 'empty.json', '--top', '1')).stdout);
		expect(all.findings.map(({ rank }: { rank: number }) => rank)).toEqual([1]);
	});

	test('colours a table only where it is asked to', async () => {
		const table = ['hunt', 'all', 'okta.ndjson', '--format', 'table'];
		expect((await here(...table)).stdout).not.toContain('\u001b[');
		expect((await here(...table, '--color', 'always')).stdout).toContain('\u001b[');
		const forced = await saashound(table, { cwd: folder, environment: { FORCE_COLOR: '1' } });
		expect(forced.stdout).toContain('\u001b[');
	});

	test('shows times in the zone asked for, in the table only', async () => {
		const zone = ['--time-zone', 'Europe/Berlin'];
		expect((await here('hunt', 'all', 'okta.ndjson', '--format', 'table', ...zone)).stdout).toContain(
			'2026-02-22 23:05:00+01:00',
		);
		expect((await here('hunt', 'all', 'okta.ndjson', ...zone)).stdout).toContain('"2026-02-22T22:05:00.000Z"');
	});

	test('warns of records that it cannot use, unless told to be quiet; --strict makes them an error', async () => {
		writeFileSync(join(folder, 'broken.ndjson'), `${removalLog()}{"uuid": "x", "eventType"\n`);
		const warned = await here('hunt', 'all', 'broken.ndjson');
		expect(warned.stderr).toMatch(/^saashound: warning: broken\.ndjson: 1 of \d+ records could not be used/);
		expect(warned.code).toBe(0);
		expect((await here('hunt', 'all', 'broken.ndjson', '--quiet')).stderr).toBe('');
		const strict = await here('hunt', 'all', 'broken.ndjson', '--strict');
		expect(strict.stderr).toMatch(/^saashound: broken\.ndjson[^\n]+\n$/);
		expect(strict.code).toBe(2);
	});

	test('refuses evidence that nothing recognises', async () => {
		writeFileSync(join(folder, 'poem.txt'), 'The dog ran out\nand in again\n');
		const { code, stderr, stdout } = await here('hunt', 'all', 'poem.txt');
		expect(stderr).toMatch(/^saashound: poem\.txt[^\n]+\n$/);
		expect(stdout).toBe('');
		expect(code).toBe(2);
	});
});

describe('a closed pipe', () => {
	test.each([
		'saashound export okta.ndjson | head -1',
		'saashound hunt all okta.ndjson | head -1',
		'saashound platforms --format json | head -1',
		'saashound --help | head -1',
	])('is a quiet end: %s', async (line) => {
		const { stdout, stderr } = await shell(`${line}; echo "\${PIPESTATUS[0]}"`, folder);
		const lines = stdout.trimEnd().split('\n');
		expect(lines).toHaveLength(2);
		expect(lines[1]).toBe('0');
		expect(stderr).toBe('');
	});
});

test.each([
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGQUIT', 131],
] as const)('%s ends the run with %d and leaves no temporary file', async (signal, code) => {
	const child = start(['export', '-', '--output', 'events.ndjson'], folder);
	const ended = once(child, 'exit');
	// It has begun when its temporary file is there; standard input stays open, so it waits.
	while (!readdirSync(folder).some((name) => name.startsWith('.events'))) await setTimeout(20);
	child.kill(signal);
	expect((await ended)[0]).toBe(code);
	expect(readdirSync(folder).filter((name) => name.includes('events'))).toEqual([]);
});
