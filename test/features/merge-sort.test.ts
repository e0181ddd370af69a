import { describe, expect, test } from '@jest/globals';
import { sortedNumbers } from '../../src/features/merge-sort.ts';

/** Keys below `kinds`, the same in each run. */
function keysOf(count: number, kinds: number): readonly number[] {
	let state = 7;
	return Array.from({ length: count }, () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state % kinds;
	});
}

describe('sortedNumbers', () => {
	test.each([0, 1, 2, 3, 31, 32, 33, 64, 65, 1000, 4097])('orders %i numbers as the stable sort of arrays does', (count) => {
		for (const kinds of [1, 2, 50, 1_000_003]) {
			const keys = keysOf(count, kinds);
			const compare = (a: number, b: number) => (keys[a] ?? 0) - (keys[b] ?? 0);
			expect([...sortedNumbers(count, compare)]).toEqual(Array.from({ length: count }, (_, index) => index).toSorted(compare));
		}
	});

	test('turns around what comes backwards', () => {
		expect([...sortedNumbers(100, (a, b) => b - a)]).toEqual(Array.from({ length: 100 }, (_, index) => 99 - index));
	});
});
