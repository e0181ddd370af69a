import { describe, expect, test } from '@jest/globals';
import { scoreOf } from '../../src/score/score.ts';
import { corroborated, speaks } from '../../src/score/witness.ts';

describe('kinds of witness', () => {
	test('three kinds leave a sum as it is, and so does every sum that does not go far', () => {
		expect(corroborated(12, 3)).toBe(12);
		expect(corroborated(12, 4)).toBe(12);
		expect(corroborated(4, 1)).toBe(4);
		expect(corroborated(5, 2)).toBe(5);
		expect(corroborated(-2, 0)).toBe(-2);
	});

	test('one kind is pressed below 65 from 50 on, two below 80 from 65 on', () => {
		// 4 + 1/(1 + 1) and 5 + 3/(1 + 3).
		expect(corroborated(5, 1)).toBeCloseTo(4.5, 12);
		expect(corroborated(8, 2)).toBeCloseTo(5.75, 12);
		expect(scoreOf(corroborated(1000, 1))).toBeLessThan(65);
		expect(scoreOf(corroborated(1000, 0))).toBeLessThan(65);
		expect(scoreOf(corroborated(1000, 2))).toBeLessThan(80);
	});

	test('more stays more', () => {
		for (const kinds of [0, 1, 2, 3]) {
			const sums = Array.from({ length: 200 }, (_, at) => corroborated(at / 10, kinds));
			expect(sums).toEqual([...new Set(sums)].toSorted((a, b) => a - b));
		}
	});

	test('a kind speaks from half a decade on, as it is shown', () => {
		expect(speaks(0.5)).toBe(true);
		expect(speaks(0.4951)).toBe(true);
		expect(speaks(0.49)).toBe(false);
	});
});
