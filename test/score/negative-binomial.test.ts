import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tailSurprise } from '../../src/score/negative-binomial.ts';

/** −log10 P(X >= n) by adding up the probabilities of 0 … n − 1: P(0) = (r/(r+μ))^r, P(k) = P(k−1) (k−1+r)/k μ/(r+μ). */
function bySum(n: number, mean: number, size: number): number {
	let p = (size / (size + mean)) ** size;
	let below = 0;
	for (let k = 1; k <= n; k += 1) {
		below += p;
		p *= ((k - 1 + size) / k) * (mean / (size + mean));
	}
	return -Math.log10(1 - below);
}

describe('tailSurprise', () => {
	test('of one is the chance of anything at all', () => {
		// P(X >= 1) = 1 − (r/(r+μ))^r = 1 − (1/2)^3 = 7/8.
		expect(tailSurprise(1, 3, 3)).toBeCloseTo(-Math.log10(7 / 8), 13);
	});

	test.each([
		[2, 0.05, 0.4],
		[3, 1, 2],
		[12, 6.1, 3],
		[5, 9, 0.5],
		[40, 30, 25],
	])('equals the sum of probabilities: %d against %d, size %d', (n, mean, size) => {
		expect(tailSurprise(n, mean, size)).toBeCloseTo(bySum(n, mean, size), 9);
	});

	test.each([
		// mpmath 1.3, 40 digits.
		[2, 0.05, 0.4, 2.441_108_067_313_012_3],
		[40, 6.1, 3, 4.934_334_708_633_172],
		[412, 6.1, 3, 67.596_805_262_907_4],
		[10_000, 3, 2, 2214.885_327_612_184_5],
	])('holds in the far tail: %d against %d, size %d gives %d', (n, mean, size, expected) => {
		expect(Math.abs(tailSurprise(n, mean, size) / expected - 1)).toBeLessThan(1e-12);
	});

	test('becomes the Poisson tail when the size grows', () => {
		// P(X >= 5 | μ = 2) = 1 − e^−2 (1 + 2 + 2 + 4/3 + 2/3) = 0.052653.
		const poisson = -Math.log10(1 - Math.exp(-2) * 7);
		expect(tailSurprise(5, 2, Infinity)).toBeCloseTo(poisson, 9);
		expect(tailSurprise(5, 2, 1e8)).toBeCloseTo(poisson, 6);
		expect(tailSurprise(5, 2, 4)).toBeLessThan(poisson - 0.2);
	});

	test('says nothing about nothing, and stays finite for a mean of nothing', () => {
		expect(tailSurprise(0, 2, 1)).toBe(0);
		expect(tailSurprise(-1, 2, 1)).toBe(0);
		expect(tailSurprise(3, 0, 0.3)).toBeGreaterThan(30);
		expect(Number.isFinite(tailSurprise(3, 0, 0.3))).toBe(true);
		expect(tailSurprise(3, Number.NaN, 0.3)).toBe(tailSurprise(3, 0, 0.3));
	});

	test('stays finite for absurd counts', () => {
		expect(Number.isFinite(tailSurprise(9e15, 1, 0.3))).toBe(true);
		expect(Number.isFinite(tailSurprise(9e15, 9e15, 50))).toBe(true);
	});

	test('grows with the count and falls with the mean', () => {
		const positive = fc.double({ min: 1e-4, max: 300, noNaN: true });
		const count = fc.double({ min: 1, max: 2000, noNaN: true });
		fc.assert(
			fc.property(count, count, positive, positive, (one, other, mean, size) => {
				const [fewer, more] = one < other ? [one, other] : [other, one];
				const slack = 1e-10 * (1 + tailSurprise(more, mean, size));
				expect(tailSurprise(more, mean, size)).toBeGreaterThanOrEqual(tailSurprise(fewer, mean, size) - slack);
				expect(tailSurprise(more, mean, size)).toBeGreaterThanOrEqual(tailSurprise(more, mean * 1.5, size) - slack);
			}),
			{ seed: 7, numRuns: 300 },
		);
	});
});
