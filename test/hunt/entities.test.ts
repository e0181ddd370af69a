import { describe, expect, test } from '@jest/globals';
import { History } from '../../src/hunt/entities.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

describe('History', () => {
	// Day 10: three events of weight 1, 2, 3 (two in one hour); day 12: one of weight 4.
	const times = Float64Array.from([10 * DAY, 10 * DAY + 1, 10 * DAY + 5 * HOUR, 12 * DAY]);
	const weights = Float64Array.from([1, 2, 3, 4]);
	const history = new History(times, weights, [HOUR, DAY]);

	test('sums the weight of whole days before a day, never the day itself', () => {
		expect(history.weight(0, 10)).toBe(0);
		expect(history.weight(0, 11)).toBe(6);
		expect(history.weight(0, 12)).toBe(6);
		expect(history.weight(0, 13)).toBe(10);
	});

	test('forgets what lies before the reach of the baseline', () => {
		expect(history.weight(11, 13)).toBe(4);
	});

	test('squares the weight of each bucket: 3² and 3² in two hours, 6² on one day', () => {
		expect(history.squares(HOUR, 0, 11)).toBe(18);
		expect(history.squares(DAY, 0, 11)).toBe(36);
		expect(history.squares(DAY, 0, 13)).toBe(36 + 16);
	});
});
