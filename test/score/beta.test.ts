import { describe, expect, test } from '@jest/globals';
import { log10RegularisedBeta, logBeta, logGamma } from '../../src/score/beta.ts';

// Where no hand calculation is given, expected values come from mpmath 1.3 with 50 digits: loggamma(x), log10(betainc(a, b, 0,
// x, regularized=True)).

function expectRelative(actual: number, expected: number, tolerance = 1e-13): void {
	expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}

describe('logGamma', () => {
	test('gives the logarithms of factorials', () => {
		let factorial = 1;
		for (let n = 1; n <= 18; n += 1) {
			expectRelative(logGamma(n), Math.log(factorial));
			factorial *= n;
		}
	});

	test.each([
		[0.5, 0.572_364_942_924_700_1],
		[2.5, 0.284_682_870_472_919_2],
		[7.3, 7.147_892_523_022_249],
		[10, 12.801_827_480_081_47],
		[123.456, 469.605_547_129_929_45],
		[1e6, 12_815_504.569_147_613],
		[1e-5, 11.512_919_692_895_826],
	])('of %d is %d', (x, expected) => expectRelative(logGamma(x), expected));
});

describe('logBeta', () => {
	test('gives B(2, 3) = 1/12 and is symmetric', () => {
		expectRelative(logBeta(2, 3), -Math.log(12));
		expect(logBeta(0.3, 41)).toBe(logBeta(41, 0.3));
	});

	test('does not cancel for a huge argument', () => {
		// B(1, b) = 1/b exactly.
		expectRelative(logBeta(1, 1e12), -Math.log(1e12));
	});
});

describe('log10RegularisedBeta', () => {
	test('gives the values that can be had by hand', () => {
		// I_x(1, 1) = x; I_x(a, 1) = x^a; I_x(1, b) = 1 − (1 − x)^b; I_0.5(2, 3) = 11/16.
		expectRelative(log10RegularisedBeta(0.3, 1, 1), Math.log10(0.3));
		expectRelative(log10RegularisedBeta(0.01, 400, 1), -800);
		expectRelative(log10RegularisedBeta(0.25, 1, 4), Math.log10(1 - 0.75 ** 4));
		expectRelative(log10RegularisedBeta(0.5, 2, 3), Math.log10(11 / 16));
	});

	test.each([
		[0.01, 200, 5, -392.171_909_527_033_16],
		[1e-4, 100, 0.7, -400.713_736_008_812],
		[0.67, 412, 3, -67.683_963_155_992_87],
		[0.99, 5, 2, -0.000_634_727_942_312_350_5],
		[0.9999, 2000, 0.4, -0.356_630_609_012_193_3],
	])('does not underflow: x = %d, a = %d, b = %d gives %d', (x, a, b, expected) => {
		expectRelative(log10RegularisedBeta(x, a, b), expected, 2e-12);
	});

	test('reaches far below what a double can hold', () => {
		expectRelative(log10RegularisedBeta(1e-9, 1e6, 1), -9e6);
	});

	test('is complete at its ends', () => {
		expect(log10RegularisedBeta(0, 2, 3)).toBe(-Infinity);
		expect(log10RegularisedBeta(1, 2, 3)).toBe(0);
		// The mass above 0.2 of a beta with mean 0.0035 is far below one unit in the last place.
		expect(log10RegularisedBeta(0.2, 3.5, 1000)).toBeCloseTo(0, 50);
	});

	test('uses the complement where x alone has lost its digits', () => {
		// I_x(1, b) = 1 − y^b with y = 1e-20: 1 − x in double precision would be 0.
		expect(log10RegularisedBeta(1, 1, 0.01, 1e-20)).toBeCloseTo(Math.log10(1 - 10 ** -0.2), 12);
	});
});
