import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { beginHash, LARGE } from '../../src/read/file-hash.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the hash of a file', () => {
	test('is the same by a thread: of no bytes, of many, of two files at a time, and after one that was given up', () => {
		const { stdout, stderr } = spawnSync(process.execPath, ['--import', './scripts/typescript.mjs', 'test/read/hash-bytes.ts'], {
			cwd: ROOT,
			encoding: 'utf8',
			timeout: 60_000,
		});
		expect(stderr).toBe('');
		// A single core has none to spare.
		expect(JSON.parse(stdout)).toEqual({ wrong: [], threads: availableParallelism() > 1 });
	}, 60_000);

	test('is taken where it is asked for, where threads are not wanted or it is soon done', async () => {
		for (const [bytes, threads] of [
			[LARGE, false],
			[LARGE - 1, true],
		] as const) {
			const hash = beginHash(bytes, { threads });
			// A thread would want to be waited for at the fourth chunk.
			for (let chunk = 0; chunk < 8; chunk += 1) expect(hash.update(Buffer.from('abc'))).toBeUndefined();
			expect(await hash.digest()).toBe(createHash('sha256').update('abc'.repeat(8)).digest('hex'));
			hash.close();
		}
	});
});
