import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { width } from '../../src/render/text-width.ts';
import { quiet, removals } from '../hunt/okta-log.ts';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-closer-'));
const ACCOUNTS = Array.from({ length: 12 }, (_, index) => `${String.fromCharCode(122 - index)}-account`);

beforeAll(() =>
	writeFileSync(
		join(folder, 'okta.ndjson'),
		quiet(20, ['ana', 'bo', 'cleo', 'dag', 'eli']) + removals('ana', 19, ACCOUNTS, '203.0.113.7'),
	),
);
afterAll(() => rmSync(folder, { recursive: true }));

function here(columns: number, ...words: string[]) {
	return saashound(words, { cwd: folder, environment: { COLUMNS: String(columns) } });
}

describe('looking closer, on a narrow and on a wide terminal', () => {
	test.each([60, 80, 200])('no line is wider than %d columns', async (columns) => {
		for (const words of [
			['hunt', 'all', 'okta.ndjson', '--explain', '1'],
			['hunt', 'all', 'okta.ndjson', '--why-not', 'ana'],
			['rehearse', 'AN0339', 'okta.ndjson', '--actor', 'bo'],
			['rehearse', 'AN0339', 'okta.ndjson', '--actor', 'bo', '--sweep'],
		]) {
			const { stdout, code } = await here(columns, ...words, '--format', 'table');
			expect(code).toBe(0);
			for (const line of stdout.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns);
		}
	});

	test('--explain draws the chart and says what would have kept it silent', async () => {
		const { stdout } = await here(80, 'hunt', 'all', 'okta.ndjson', '--explain', '1', '--format', 'table');
		for (const part of [
			'12 ┤',
			'▲',
			'what was usual',
			'dispersion',
			'what makes the score',
			'what would have kept it silent',
			'without removal-rate',
		])
			expect(stdout).toContain(part);
	});

	test('--explain says by chance what the hunt says', async () => {
		const words = ['hunt', 'all', 'okta.ndjson', '--format', 'table'];
		const said = /about one this strong every [\w ]+ in an organisation of this size, if nothing is wrong/;
		const [hunted, explained] = await Promise.all([here(200, ...words), here(200, ...words, '--explain', '1')]);
		expect(said.exec(explained.stdout)?.[0]).toBe(said.exec(hunted.stdout)?.[0] ?? 'nothing');
	});

	test('--explain says what you told it in one place, also what has no effect', async () => {
		mkdirSync(join(folder, 'context'));
		// Three of the twelve removals, one a minute from 22:00 on.
		const ticket = 'id,start,end\nCHG-1,2026-02-21T22:00Z,2026-02-21T22:03Z\n';
		writeFileSync(join(folder, 'context', 'changes.csv'), ticket);
		const told = async () => {
			const words = [
				'hunt',
				'all',
				'okta.ndjson',
				'--context',
				'context',
				'--explain',
				'1',
				'--min-score',
				'0',
				'--format',
				'table',
			];
			const { stdout } = await here(120, ...words);
			return (
				/what you told it\n([\s\S]*?)\n\n/
					.exec(stdout)?.[1]
					?.split('\n')
					.map((line) => line.trim()) ?? []
			);
		};
		const partly = 'no effect   change ticket CHG-1 covers 3 of 12 events: too few to excuse the rest (changes.csv:2)';
		expect(await told()).toEqual(['context     no line of this score rests on it', partly]);
		writeFileSync(join(folder, 'context', 'people.csv'), 'user,account_type\nana@example.com,service\n');
		const [service, both, ...others] = await told();
		expect(service).toMatch(/^-1\.0 +a service account, but from surroundings new to it/);
		expect(both).toMatch(/^with them +[\d.]+; without these lines [\d.]+$/);
		expect(others).toEqual([partly]);
	});

	test.each([
		['hunt', 'all', 'cut.ndjson', '--explain', '1'],
		['hunt', 'all', 'cut.ndjson', '--why-not', 'bo'],
		['rehearse', 'AN0339', 'cut.ndjson', '--actor', 'bo'],
	])('evidence that ends too early is told and ends with 2, as in a hunt: %s %s %s %s', async (...words) => {
		const whole = readFileSync(join(folder, 'okta.ndjson'));
		writeFileSync(join(folder, 'cut.ndjson'), whole.subarray(0, -20));
		const { stdout, stderr, code } = await here(80, ...words, '--format', 'json');
		expect(code).toBe(2);
		expect(stderr).toContain('warning: cut.ndjson: the file ends in the middle of a record');
		expect(JSON.parse(stdout).inputs[0].file).toBe('cut.ndjson');
	});

	test('refuses other formats, and a finding together with a person', async () => {
		expect((await here(80, 'hunt', 'all', 'okta.ndjson', '--explain', '1', '--format', 'csv')).stderr).toBe(
			'saashound: --explain prints table or json, not csv\n',
		);
		expect((await here(80, 'hunt', 'all', 'okta.ndjson', '--explain', '1', '--why-not', 'bo')).code).toBe(2);
	});
});

describe('rehearse', () => {
	test('writes the attack as events in the common form', async () => {
		const { code, stderr } = await here(
			80,
			'rehearse',
			'account-removal',
			'okta.ndjson',
			'--actor',
			'bo',
			'--size',
			'4',
			'--write',
			'attack.ndjson',
		);
		expect(code).toBe(0);
		expect(stderr).toBe('saashound: the attack from the new network, 5 events, is in attack.ndjson\n');
		const events = readFileSync(join(folder, 'attack.ndjson'), 'utf8')
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(events.map(({ operation }) => operation)).toEqual([
			'user.session.start',
			...new Array(4).fill('user.lifecycle.deactivate'),
		]);
		expect(new Set(events.map(({ ip }) => ip))).toEqual(new Set(['240.0.0.9']));
	});

	test.each([
		[['rehearse'], 'which analytic? Name one of AN0132'],
		[['rehearse', 'all', 'okta.ndjson'], 'rehearse takes one analytic at a time'],
		[['rehearse', 'AN0339'], 'no evidence given'],
		[['rehearse', 'AN0339', 'okta.ndjson', '--size', '0'], "--size: '0' is no whole number of at least 1"],
	])('refuses %j', async (words, message) => {
		const { code, stderr } = await here(80, ...words);
		expect(code).toBe(2);
		expect(stderr).toContain(message);
	});
});
