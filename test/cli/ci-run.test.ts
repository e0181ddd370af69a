import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'saashound-ci-'));

beforeAll(() => {
	mkdirSync(join(folder, '.ci'));
	cpSync(fileURLToPath(new URL('../../.ci/run', import.meta.url)), join(folder, '.ci/run'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(readme: string) {
	writeFileSync(join(folder, 'README.md'), readme);
	return spawnSync('bash', [join(folder, '.ci/run')], { encoding: 'utf8', cwd: tmpdir() });
}

test('runs the first fenced block below "## Tests", in the repository, and nothing else', () => {
	const { stdout, status } = run(
		'# x\n```sh\necho no\n```\n## Tests\nText.\n```sh\necho one\ncat README.md | wc -l\n```\n```sh\necho two\n```\n',
	);
	expect(stdout).toBe('+ echo one\ncat README.md | wc -l\none\n13\n');
	expect(stdout).not.toContain('two');
	expect(status).toBe(0);
});

test('exits as the command does, at the first that fails', () => {
	const { stdout, status } = run('## Tests\n\n```sh\n(exit 7)\necho after\n```\n');
	expect(status).toBe(7);
	expect(stdout).not.toContain('\nafter');
});

test('refuses a README without such a block', () => {
	const { stderr, status } = run('## Tests\n\nnone\n\n## Other\n\n```sh\necho no\n```\n');
	expect(stderr).toBe('.ci/run: README.md has no fenced block below "## Tests"\n');
	expect(status).toBe(2);
});
