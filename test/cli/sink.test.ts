import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { deliver } from '../../src/cli/sink.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-sink-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file in the place of another', () => {
	test.each([0o600, 0o640, 0o444])('is for whom the other was: mode %o', async (mode) => {
		const file = join(folder, `report-${mode}.json`);
		writeFileSync(file, 'before', { mode });
		await deliver(file, 'after');
		expect(readFileSync(file, 'utf8')).toBe('after');
		expect(statSync(file).mode & 0o777).toBe(mode);
	});
});
