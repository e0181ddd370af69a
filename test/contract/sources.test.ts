import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { inspect } from '../../src/hunt/inspect.ts';
import { SOURCES } from '../../src/sources/index.ts';

const FILES = SOURCES.flatMap(({ id }) =>
	readdirSync(`fixtures/sources/${id}`).map((name) => [id, `fixtures/sources/${id}/${name}`] as const),
);
/** Made to be broken. */
const BROKEN: ReadonlyMap<string, number> = new Map([['fixtures/sources/m365/broken-cells.csv', 1]]);

describe('the reader', () => {
	test.each(FILES)('knows the %s records of %s, rejects none, and its counts add up', async (platform, file) => {
		const { inputs, unusable } = await inspect({ evidence: [file], analytics: [], arguments: [], version: '0' });
		expect(unusable).toEqual([]);
		for (const input of inputs) {
			const rejected = Object.values(input.rejected).reduce((sum, count) => sum + count, 0);
			expect([input.platform, input.records > 0]).toEqual([platform, true]);
			expect(rejected).toBe(BROKEN.get(file) ?? 0);
			expect(input.events + input.other + input.duplicates + rejected).toBe(input.records);
		}
	});
});
