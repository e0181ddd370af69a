import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CASES, EXPECTED } from './cases.ts';
import { difference } from './difference.ts';

describe('output is as it was when somebody last looked at it (meant to change? npm run golden)', () => {
	test.each(CASES.map((one) => [one.name, one] as const))('%s', async (name, { text }) => {
		const file = join(EXPECTED, name);
		if (!existsSync(file)) throw new Error(`${name} is missing; npm run golden writes it`);
		const changed = difference(readFileSync(file, 'utf8'), await text());
		if (changed !== undefined) throw new Error(`${name} has changed:\n${changed}\n\nIf that is meant: npm run golden`);
	});

	test('no expected output is left over', () => {
		expect(readdirSync(EXPECTED).sort()).toEqual(CASES.map(({ name }) => name).sort());
	});
});

describe('difference', () => {
	test('shows the lines that differ with what stands around them', () => {
		expect(difference('a\nb\nc\nd', 'a\nb\nX\nd')).toBe('@@ line 3 @@\n a\n b\n-c\n+X\n d');
		expect(difference('a\nb', 'a\nb\nc')).toBe('@@ line 3 @@\n a\n b\n+c');
		expect(difference('same', 'same')).toBeUndefined();
	});

	test('shows of a long line the place that differs', () => {
		const shown = difference('x'.repeat(1000), `${'x'.repeat(900)}y${'x'.repeat(99)}`) ?? '';
		expect(shown).toContain('xy');
		expect(shown.length).toBeLessThan(500);
	});
});
