import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removalLog } from './log.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ACTION = readFileSync(join(ROOT, 'action.yml'), 'utf8');
const EVIDENCE = join(ROOT, 'fixtures/AN1514/m365/attack-night-upload/*.csv.gz');
const folder = mkdtempSync(join(tmpdir(), 'saashound-action-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** The step of the action, in a folder of its own unless one is named, with the program from its sources. */
function step(inputs: Readonly<Record<string, string>>, cwd = mkdtempSync(join(folder, 'job-'))) {
	const written = join(cwd, 'github-output');
	writeFileSync(written, '');
	const { status, stderr } = spawnSync('bash', [join(ROOT, 'scripts/action.sh')], {
		cwd,
		encoding: 'utf8',
		env: {
			PATH: process.env['PATH'],
			NODE_OPTIONS: `--import ${new URL('../../scripts/typescript.mjs', import.meta.url).href}`,
			PROGRAM: join(ROOT, 'bin/saashound.ts'),
			GITHUB_OUTPUT: written,
			OUTPUT: 'saashound',
			...inputs,
		},
	});
	const made = ['findings.json', 'findings.sarif', 'report.html'].filter((name) => existsSync(join(cwd, 'saashound', name)));
	return { status, stderr, made, outputs: readFileSync(written, 'utf8') };
}

/** Names of the inputs or outputs, as action.yml declares them. */
function declared(section: string): readonly string[] {
	const [, block = ''] = new RegExp(`^${section}:\\n((?: .*\\n)+)`, 'm').exec(ACTION) ?? [];
	return [...block.matchAll(/^ {2}([\w-]+):/gm)].map(([, name = '']) => name);
}

describe('the action', () => {
	test('leaves three reports, says how many findings there are, and fails on a finding as high as fail-on', () => {
		// 70 files at night by a stolen account: the one finding of the case, `high` at least.
		const { status, made, outputs } = step({ EVIDENCE, ANALYTICS: 'AN1514', FAIL_ON: 'high' });
		expect(made).toEqual(['findings.json', 'findings.sarif', 'report.html']);
		expect(outputs).toBe('findings=1\ncode=1\n');
		expect(status).toBe(1);
	});

	test('takes one word a line, without the blanks and carriage returns around it', () => {
		const { status, stderr, outputs } = step({
			EVIDENCE: `\r\n  ${EVIDENCE} \r\n\r\n`,
			ARGUMENTS: '--min-severity\r\n critical \r\n--set=AN1514.minimumFiles=1000\r\n',
		});
		expect(stderr).toBe('');
		expect(outputs).toBe('findings=0\ncode=0\n');
		expect(status).toBe(0);
	});

	test('takes for a path what begins like an option', () => {
		const cwd = mkdtempSync(join(folder, 'job-'));
		writeFileSync(join(cwd, '-okta.ndjson'), removalLog());
		const { status, outputs } = step({ EVIDENCE: '-okta.ndjson', ARGUMENTS: '--min-score\n0' }, cwd);
		expect(status).toBe(0);
		expect(outputs).toMatch(/^findings=[1-9]\d*\ncode=0\n$/);
	});

	test('counts no findings that an earlier run left there', () => {
		const cwd = mkdtempSync(join(folder, 'job-'));
		expect(step({ EVIDENCE, ANALYTICS: 'AN1514' }, cwd).outputs).toBe('findings=1\ncode=0\n');
		expect(step({ EVIDENCE: './not-there' }, cwd)).toMatchObject({ status: 2, outputs: 'findings=0\ncode=2\n' });
	});

	test('hands on exit code 2 where the evidence cannot be used', () => {
		const { status, made, outputs } = step({ EVIDENCE: './not-there' });
		expect(made).toEqual([]);
		expect(outputs).toBe('findings=0\ncode=2\n');
		expect(status).toBe(2);
	});

	test('names its folder as a container job sees it, and builds whatever NODE_ENV says', () => {
		expect(ACTION).not.toMatch(/\$\{\{ *github\.action_path/);
		expect(ACTION).toMatch(/npm ci [^\n]*--include=dev/);
	});

	test('has the inputs and outputs that docs/ci.md tells of', () => {
		const page = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');
		const [, table = ''] = /\| input \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/.exec(page) ?? [];
		expect([...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name)).toEqual(declared('inputs'));
		const [outputs = ''] = /^Outputs:.*$/m.exec(page) ?? [];
		for (const name of declared('outputs')) expect(outputs).toContain(`\`${name}\``);
	});
});
