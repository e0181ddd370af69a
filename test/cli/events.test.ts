import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { zipOf } from '../read/zips.ts';
import { removalLog } from './log.ts';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-events-'));
const lines = removalLog().trimEnd().split('\n');

beforeAll(() => {
	writeFileSync(join(folder, 'okta.ndjson'), removalLog());
	writeFileSync(join(folder, 'packed'), gzipSync(removalLog()));
});
afterAll(() => rmSync(folder, { recursive: true }));

function here(...words: string[]) {
	return saashound(words, { cwd: folder });
}

function parsed(text: string) {
	return text
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));
}

describe('export', () => {
	test('prints every record as an event, in time order', async () => {
		const events = parsed((await here('export', 'okta.ndjson')).stdout);
		expect(events).toHaveLength(lines.length);
		const times = events.map(({ time }) => time);
		expect(times).toEqual([...times].sort());
		expect(events.at(-1)).toMatchObject({
			time: '2026-02-22T22:14:00.000Z',
			platform: 'okta',
			activity: 'account.disable',
			operation: 'user.lifecycle.deactivate',
			actor: { type: 'user', id: 'ana@example.com' },
			ip: '203.0.113.7',
			ok: true,
			ref: { file: 'okta.ndjson', record: lines.length },
		});
	});

	test('prints OCSF, and writes into a file', async () => {
		const { stdout } = await here('export', 'okta.ndjson', '--format', 'ocsf', '--output', 'events.ocsf.ndjson');
		expect(stdout).toBe('');
		const events = parsed(readFileSync(join(folder, 'events.ocsf.ndjson'), 'utf8'));
		expect(events).toHaveLength(lines.length);
		expect(events[0]).toMatchObject({ class_uid: 3002, activity_id: 1 });
	});
});

test.each([
	['export', []],
	['timeline', ['--actor', 'bo@example.com']],
])('%s says in a manifest what its lines come from', async (command, more) => {
	const words = [command, 'okta.ndjson', ...more, '--manifest', 'm.json'];
	const { code } = await here(...words, '--output', 'lines.ndjson');
	expect(code).toBe(0);
	const manifest = JSON.parse(readFileSync(join(folder, 'm.json'), 'utf8'));
	expect(manifest).toMatchObject({
		schema: 'saashound/manifest/1',
		tool: { name: 'saashound', version: expect.any(String), arguments: [...words, '--output', 'lines.ndjson'] },
		inputs: [{ file: 'okta.ndjson', sha256: createHash('sha256').update(removalLog()).digest('hex'), records: lines.length }],
	});
	await here(...words, '--redact');
	expect(readFileSync(join(folder, 'm.json'), 'utf8')).not.toMatch(/okta\.ndjson|bo@/);
});

describe('timeline', () => {
	test('shows one person only, under any of the names', async () => {
		const events = parsed((await here('timeline', 'okta.ndjson', '--actor', 'BO@example.com')).stdout);
		expect(events).toHaveLength(20);
		expect(new Set(events.map(({ actor }) => actor.id))).toEqual(new Set(['bo@example.com']));
		expect(parsed((await here('timeline', 'okta.ndjson', '--actor', 'bo')).stdout)).toHaveLength(20);
	});

	test('cuts around a time, and back from the newest event', async () => {
		const around = ['--around', '2026-02-22T22:05Z', '--within', '4m'];
		expect(parsed((await here('timeline', 'okta.ndjson', '--actor', 'ana', ...around)).stdout)).toHaveLength(5);
		expect(parsed((await here('timeline', 'okta.ndjson', '--actor', 'ana', '--from', '5m')).stdout)).toHaveLength(6);
	});

	test('asks for all that is given', async () => {
		expect(parsed((await here('timeline', 'okta.ndjson', '--address', '203.0.113.7')).stdout)).toHaveLength(10);
		expect(parsed((await here('timeline', 'okta.ndjson', '--address', '203.0.113.')).stdout)).toHaveLength(10);
		expect((await here('timeline', 'okta.ndjson', '--address', '203.0.113.7', '--actor', 'bo')).stdout).toBe('');
		expect(parsed((await here('timeline', 'okta.ndjson', '--target', 'kai@example.com')).stdout)).toHaveLength(1);
	});

	test('draws a table for people', async () => {
		const { stdout } = await here('timeline', 'okta.ndjson', '--actor', 'bo', '--from', '2026-02-21', '--format', 'table');
		expect(stdout).toContain('2026-02-21 08:01:00Z');
		expect(stdout).toContain('okta.ndjson:154');
	});
});

test('inspect says what is there, as a table and as JSON', async () => {
	const { inputs, coverage } = JSON.parse((await here('inspect', 'packed')).stdout);
	expect(inputs[0]).toMatchObject({ file: 'packed', platform: 'okta', format: 'ndjson+gzip', records: lines.length });
	expect(inputs[0].operations).toEqual({ 'user.lifecycle.deactivate': 10, 'user.session.start': 160 });
	expect(coverage.find((row: { activity: string }) => row.activity === 'account.disable').status).toBe('seen');
	expect((await here('inspect', 'packed', '--format', 'table')).stdout).toContain('okta');
});

test('inspect says what was passed over, as hunt does', async () => {
	mkdirSync(join(folder, 'odd'));
	for (const name of ['log.ndjson', '.hidden.ndjson']) writeFileSync(join(folder, 'odd', name), removalLog());
	const members = ['inside.ndjson', '.secret.ndjson', '__MACOSX/secret'].map((name) => ({
		name,
		content: Buffer.from(removalLog()),
	}));
	writeFileSync(join(folder, 'odd/logs.zip'), zipOf(members));
	writeFileSync(join(folder, 'odd/none.zip'), zipOf([{ name: 'secret.txt', content: Buffer.from('not one log is here\n') }]));
	execFileSync('mkfifo', [join(folder, 'odd/pipe')]);
	symlinkSync('/dev/null', join(folder, 'odd/device'));
	symlinkSync('.', join(folder, 'odd/loop'));
	const notes = [
		'odd/device: is a device; passed over',
		'odd/logs.zip!.secret.ndjson: a hidden name; passed over',
		"odd/logs.zip!__MACOSX/secret: a name of the system's own; passed over",
		'odd/loop: a link back to a folder above it; passed over',
		'odd/pipe: is a pipe; passed over',
		'odd: 1 hidden name passed over',
	];
	expect(JSON.parse((await here('inspect', 'odd')).stdout).notes).toEqual(notes);
	expect(JSON.parse((await here('hunt', 'all', 'odd')).stdout).run.notes.slice(0, 6)).toEqual(notes);
	const { stdout } = await here('inspect', 'odd', '--format', 'table');
	for (const note of notes) expect(stdout.replace(/\s+/g, ' ')).toContain(`note ${note}`);
	const redacted = JSON.parse((await here('inspect', 'odd', '--redact')).stdout);
	expect(redacted.notes).toHaveLength(6);
	expect(redacted.notes.join()).not.toMatch(/device:|secret|loop|pipe:/);
	for (const note of redacted.notes) expect(note).toMatch(/^evidence-\w+(?:\.\w+)?: .*passed over$/);
	expect(redacted.unusable.map(({ why }: { why: string }) => why)[0]).toMatch(/^a zip archive without a log in it: evidence-\w+/);
	expect(JSON.stringify(redacted.unusable)).not.toContain('secret');
});

describe('evidence', () => {
	test.each(['okta.ndjson', 'packed'])('copies the records behind a finding byte for byte from %s', async (file) => {
		const out = `case-${file}`;
		await here('hunt', 'all', file, '-o', 'findings.json');
		const { code, stderr } = await here('evidence', 'findings.json', '1', '--output', out);
		expect(code).toBe(0);
		expect(stderr).toMatch(/records of 1 file copied into case-/);
		const manifest = JSON.parse(readFileSync(join(folder, out, 'manifest.json'), 'utf8'));
		expect(manifest.records.length).toBeGreaterThan(4);
		for (const { copy, record, sha256, verified } of manifest.records) {
			const bytes = readFileSync(join(folder, out, copy));
			expect(bytes.toString()).toBe(lines[record - 1]);
			expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
			expect(verified).toBe(true);
		}
	});

	test('refuses, and leaves nothing, where the evidence has changed', async () => {
		writeFileSync(join(folder, 'changing.ndjson'), removalLog());
		await here('hunt', 'all', 'changing.ndjson', '-o', 'before.json');
		writeFileSync(join(folder, 'changing.ndjson'), removalLog().replaceAll('203.0.113.7', '203.0.113.8'));
		const { code, stderr } = await here('evidence', 'before.json', 'all', '--output', 'case-changed');
		expect(stderr).toMatch(/^saashound: changing\.ndjson: record \d+ is not as it was: SHA-256 [^\n]+\n$/);
		expect(code).toBe(2);
		expect(readdirSync(folder).filter((name) => name.includes('case-changed'))).toEqual([]);
	});

	test('refuses a finding that is not there', async () => {
		await here('hunt', 'all', 'okta.ndjson', '-o', 'one.json');
		const { code, stderr } = await here('evidence', 'one.json', '7', '--output', 'case-7');
		expect(stderr).toBe("saashound: one.json: no finding '7'; give a rank from 1 to 1, an id, or all\n");
		expect(code).toBe(2);
	});
});

describe('completion', () => {
	test('completes commands, analytics and values in bash', async () => {
		const { stdout } = await here('completion', 'bash');
		expect(stdout).toContain('complete -o filenames -F _saashound saashound');
		expect(stdout).toContain('words="all AN0132');
		expect(stdout).toMatch(/--platform\) COMPREPLY=\(\$\(compgen -W "box entra /);
	});

	test('refuses another shell', async () => {
		const { code, stderr } = await here('completion', 'csh');
		expect(stderr).toBe("saashound: completion: 'csh' is none of bash, zsh, fish (did you mean zsh?)\n");
		expect(code).toBe(2);
	});
});
