import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('the compiled kernel is that of its source: npm run kernel', () => {
	expect(() => execFileSync(process.execPath, ['scripts/kernel.mjs', '--check'], { cwd: ROOT, stdio: 'pipe' })).not.toThrow();
});
