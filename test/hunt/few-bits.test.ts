import { describe, expect, test } from '@jest/globals';
import { FewBits } from '../../src/hunt/few-bits.ts';

const COUNT = 4096;

/** Numbers from 0 up to, not including, 1: the same in each run. */
function* chances(): Generator<number, never> {
	let state = 20_260_302;
	for (;;) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		yield state / 2 ** 32;
	}
}

function back(numbers: Float64Array): readonly number[] {
	const few = FewBits.of(numbers);
	return Array.from(numbers, (_, index) => few.at(index));
}

describe('FewBits', () => {
	test.each(Array.from({ length: 54 }, (_, bits) => bits))('gives back whole numbers that are %i bits apart', (bits) => {
		const chance = chances();
		const most = 2 ** bits - 1;
		const numbers = Float64Array.from({ length: COUNT }, () => {
			const high = Math.floor(chance.next().value * 2 ** 21);
			return Math.min(most, (high * 2 ** 32 + Math.floor(chance.next().value * 2 ** 32)) % 2 ** bits);
		});
		numbers[17] = 0;
		numbers[4095] = most;
		expect(back(numbers)).toEqual([...numbers]);
	});

	test('gives back times before 1970 and after', () => {
		const numbers = Float64Array.from({ length: COUNT }, (_, index) => Date.UTC(1969, 11, 31) + index * 86_400_000);
		expect(back(numbers)).toEqual([...numbers]);
	});

	test.each([2, 3, 255, 256, 257])('gives back numbers far apart of which there are %i', (kinds) => {
		const numbers = Float64Array.from({ length: COUNT }, (_, index) => ((index * 7) % kinds) * 123_456_789_012);
		expect(back(numbers)).toEqual([...numbers]);
	});

	test('gives back what is no whole number, once or often', () => {
		const odd = [0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 60, -1e300, 1];
		const few = Float64Array.from({ length: COUNT }, (_, index) => odd[index % odd.length] ?? 0);
		const many = Float64Array.from({ length: COUNT }, (_, index) => odd[index] ?? index + 0.25);
		expect(back(few)).toEqual([...few]);
		expect(back(many)).toEqual([...many]);
		for (const one of odd) expect(back(new Float64Array(COUNT).fill(one))).toEqual(new Array(COUNT).fill(one));
	});

	test('gives back whole numbers too far apart for a distance to stay exact', () => {
		const numbers = Float64Array.from({ length: COUNT }, (_, index) => (index - 2048) * 4_000_000_000_001);
		expect(back(numbers)).toEqual([...numbers]);
	});
});
