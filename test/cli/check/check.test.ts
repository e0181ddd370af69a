import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removalLog } from '../log.ts';
import { saashound } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

function makeCase(name: string, expected: unknown, about: object = { title: 'Ten accounts at night' }): string {
	const path = join(folder, 'AN0339/okta', name);
	mkdirSync(path, { recursive: true });
	writeFileSync(join(path, 'case.json'), JSON.stringify(about));
	writeFileSync(join(path, 'expected.json'), typeof expected === 'string' ? expected : JSON.stringify(expected));
	writeFileSync(join(path, 'okta.ndjson'), removalLog());
	return `AN0339/okta/${name}`;
}

function check(...words: string[]) {
	return saashound(['check', ...words], { cwd: folder });
}

const ANA = { analytic: 'AN0339', actor: 'ana@example.com', evidence: { count: 10 } };

describe('check', () => {
	test('passes a case whose findings come and nothing else', async () => {
		const { code, stdout } = await check(makeCase('attack-good', { findings: [ANA], none: true, max: 1 }));
		expect(stdout).toBe('ok      AN0339/okta/attack-good\n1 passed, 0 failed\n');
		expect(code).toBe(0);
	});

	test('runs the analytic in the path, from wherever the case is named, and all where the path names none', async () => {
		// Only a run of all analytics has AN1349 in it.
		const path = makeCase('attack-one', { findings: [ANA], document: { run: { analytics: [{ id: 'AN1349' }] } } });
		const within = await saashound(['check', 'attack-one'], { cwd: join(folder, 'AN0339/okta') });
		const above = await check(path);
		expect(above.stdout).toContain('FAILED');
		expect(within.stdout.split('\n')[1]?.trim()).toBe(above.stdout.split('\n')[1]?.trim());
		const elsewhere = join(folder, 'team/my-cases/attack-one');
		cpSync(join(folder, path), elsewhere, { recursive: true });
		expect((await check('team/my-cases')).stdout).toBe('ok      team/my-cases/attack-one\n1 passed, 0 failed\n');
	});

	test.each<[string, unknown, RegExp]>([
		[
			'missing',
			{ findings: [{ ...ANA, severity: 'critical' }] },
			/findings\[0\] did not come; nearest: severity: expected "critical"/,
		],
		['unwanted', { none: [{ actor: 'ana@example.com' }] }, /none\[0\] came: AN0339\/okta\/ana@example\.com/],
		['surplus', { none: true }, /came, and should not have: AN0339\/okta\/ana@example\.com/],
		['many', { max: 0 }, /expected at most 0 findings, got 1/],
		['document', { document: { inputs: [{ records: 3 }] } }, /document\.inputs\[0\]\.records: expected 3, got 170/],
		['empty', {}, /expected\.json: must say at least one of findings, none, max, document/],
		['slip', { finding: [] }, /expected\.json: unknown member 'finding'/],
		['broken', '{', /expected\.json: .*JSON/],
	])('fails a case with a difference (%s), and exits with 1', async (name, expected, says) => {
		const { code, stdout } = await check(makeCase(`attack-${name}`, expected));
		const [head, difference] = stdout.split('\n');
		expect(head).toBe(`FAILED  AN0339/okta/attack-${name}`);
		expect(difference).toMatch(says);
		expect(code).toBe(1);
	});

	test('runs what case.json says', async () => {
		const path = makeCase('edge-options', { none: true }, { title: 'Before', options: { to: '2026-02-20' } });
		expect((await check(path)).code).toBe(0);
		const other = makeCase('edge-analytic', { none: true }, { title: 'Another analytic', analytics: ['bulk-upload'] });
		expect((await check(other)).code).toBe(0);
		const wrong = makeCase('edge-wrong', { none: true }, { title: 'None such', analytics: ['AN9999'] });
		expect((await check(wrong)).stdout).toContain("unknown analytic 'AN9999'");
	});

	test.each<[object, string]>([
		[{ optons: {} }, "unknown member 'optons'; there are title, source, analytics, options"],
		[
			{ options: { minscore: 0 } },
			"unknown member 'options.minscore'; there are set, minScore, from, to, window, baseline, platform",
		],
		[{ analytics: 'AN1514' }, 'analytics must be a list of texts, one at least'],
		[{ analytics: [] }, 'analytics must be a list of texts, one at least'],
		[{ options: { set: 'AN0339.window=1h' } }, 'options.set must be a list of texts, one at least'],
		[{ options: { from: 20_260_210 } }, 'options.from must be a text'],
		[{ options: { minScore: '0' } }, 'options.minScore must be a number from 0 to 100'],
		[{ options: ['minScore'] }, 'options must be an object'],
	])('fails a case whose case.json is not understood: %j', async (about, says) => {
		const path = makeCase('edge-about', { max: 9 }, about);
		const { code, stdout } = await check(path);
		expect(stdout).toBe(`FAILED  ${path}\n          ${path}/case.json: ${says}\n0 passed, 1 failed\n`);
		expect(code).toBe(1);
	});

	test('takes the case.json that docs/fixtures.md shows', async () => {
		const page = readFileSync(new URL('../../../docs/fixtures.md', import.meta.url), 'utf8');
		const about = JSON.parse(/## case\.json\n+```json\n(.*?)```/s.exec(page)?.[1] ?? '');
		const options = { ...about.options, from: '2026-02-10', to: '2026-03-08' };
		const { code, stdout } = await check(makeCase('edge-documented', { none: true }, { ...about, options }));
		expect([code, stdout]).toEqual([0, 'ok      AN0339/okta/edge-documented\n1 passed, 0 failed\n']);
	});

	test('prints JSON and JUnit, failures escaped', async () => {
		makeCase('attack-good', { findings: [ANA] });
		makeCase('attack-markup', { findings: [{ title: '<b>"&' }] });
		const paths = ['AN0339/okta/attack-good', 'AN0339/okta/attack-markup'];
		const json = JSON.parse((await check(...paths, '--format', 'json')).stdout);
		expect(json).toMatchObject({ schema: 'saashound/check/1', passed: 1, failed: 1 });
		const { stdout } = await check(...paths, '--format', 'junit');
		expect(stdout).toMatch(/<testsuites name="saashound check" tests="2" failures="1"/);
		expect(stdout).toContain('&lt;b&gt;');
		expect(stdout).not.toContain('<b>');
	});
});
