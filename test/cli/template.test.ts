import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'saashound-template-'));

beforeAll(() => {
	// The demonstration is what the README's example shows.
	for (const part of ['analytics', 'bin', 'docs', 'fixtures/demo', 'scripts', 'src', 'package.json', 'README.md']) {
		cpSync(join(ROOT, part), join(copy, part), { recursive: true });
	}
	symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

function run(...words: string[]) {
	return spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' });
}

test('a new analytic from the template is listed after generating, and passes its first fixture', () => {
	expect(run('scripts/new-analytic.mjs', 'AN9999', 'token-burst').status).toBe(0);
	const loader = ['--import', './scripts/typescript.mjs'];
	expect(run(...loader, 'scripts/generate.ts', '--check').stderr).toMatch(/^stale: .*analytics\/index\.ts/);
	expect(run(...loader, 'scripts/generate.ts').status).toBe(0);
	expect(run(...loader, 'scripts/generate.ts', '--check').status).toBe(0);
	expect(readFileSync(join(copy, 'docs/coverage.md'), 'utf8')).toContain('## AN9999 token-burst');
	const { stdout, status } = run(...loader, 'bin/saashound.ts', 'check', 'fixtures/AN9999');
	expect(stdout).toBe('ok      fixtures/AN9999/okta/attack-first\n1 passed, 0 failed\n');
	expect(status).toBe(0);
	const again = run('scripts/new-analytic.mjs', 'AN9999', 'other');
	expect(again.stderr).toBe('new:analytic: AN9999 is there already: analytics/AN9999-token-burst\n');
	expect(again.status).toBe(2);
	// `hunt token-burst` would run both.
	const namesake = run('scripts/new-analytic.mjs', 'AN9998', 'token-burst');
	expect(namesake.stderr).toBe(
		'new:analytic: token-burst is the name of another one: analytics/AN9999-token-burst; both would answer to it\n',
	);
	expect(namesake.status).toBe(2);
}, 60_000);
