import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { CASES, essence, huntCase, recordsOf, writeRecords } from './cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-contract-order-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function shuffled(records: readonly JsonObject[], seed: number): JsonObject[] {
	const keyed = records.map((record, index) => ({ record, key: Math.imul(index + seed, 0x9e3779b1) >>> 0 }));
	return keyed.toSorted((a, b) => a.key - b.key).map(({ record }) => record);
}

describe('the findings of', () => {
	test.each(CASES.filter((path) => path.includes('/attack-')))(
		'%s are the same when its records are shuffled, split and doubled',
		async (path) => {
			const files = recordsOf(path);
			const place = join(folder, path.replaceAll('/', '-'));
			const tidy = await huntCase(path, { evidence: writeRecords(join(place, 'tidy'), files) });
			const mixed = files.flatMap(({ name, records }, index) => {
				const mix = shuffled(records, index + 7);
				const third = Math.floor(mix.length / 3);
				// The middle third is in both.
				return [
					{ name: `z-${name}`, records: mix.slice(0, 2 * third) },
					{ name: `a-${name}`, records: mix.slice(third) },
				];
			});
			const messy = await huntCase(path, { evidence: writeRecords(join(place, 'messy'), mixed).toReversed() });
			expect(tidy.findings.length).toBeGreaterThan(0);
			expect(essence(messy)).toEqual(essence(tidy));
			const doubled = messy.inputs.reduce((sum, { duplicates }) => sum + duplicates, 0);
			expect(doubled).toBe(
				mixed.reduce((sum, { records }) => sum + records.length, 0) - files.reduce((sum, { records }) => sum + records.length, 0),
			);
		},
	);
});
