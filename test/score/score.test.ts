import { describe, expect, test } from '@jest/globals';
import { chanceOf, scoreOf, severityOf, shownScore, sumOf } from '../../src/score/score.ts';

describe('scoreOf', () => {
	test.each([
		[-4, 0],
		[0, 0],
		[3, 40],
		[4, 50],
		[5, 65],
		[6, 80],
		[8, 95],
	])('a sum of %d scores %d', (sum, score) => expect(scoreOf(sum)).toBeCloseTo(score, 10));

	test('grows everywhere, without a jump, and never reaches 100', () => {
		let before = scoreOf(0.001);
		expect(before).toBeGreaterThan(0);
		for (let sum = 0.002; sum < 30; sum += 0.001) {
			const score = scoreOf(sum);
			expect(score).toBeGreaterThan(before);
			expect(score - before).toBeLessThan(0.03);
			before = score;
		}
		expect(scoreOf(1e300)).toBeLessThan(100);
		expect(scoreOf(Infinity)).toBeLessThan(100);
		expect(scoreOf(Number.NaN)).toBe(0);
	});

	test('goes on beyond 8 as 100 − 5/(S − 7)', () => {
		expect(scoreOf(9)).toBeCloseTo(97.5, 10);
		expect(scoreOf(12)).toBeCloseTo(99, 10);
	});

	test('is undone by sumOf', () => {
		for (const sum of [0.3, 1, 2.9, 3, 3.5, 4.2, 5.5, 7.1, 8, 8.4, 15]) expect(sumOf(scoreOf(sum))).toBeCloseTo(sum, 9);
		expect(sumOf(0)).toBe(0);
		expect(sumOf(-5)).toBe(0);
		expect(sumOf(100)).toBe(Infinity);
	});
});

describe('shownScore', () => {
	test('cuts to one decimal, so that a severity is never overstated', () => {
		expect(shownScore(84.99)).toBe(84.9);
		expect(shownScore(99.999_999)).toBe(99.9);
		expect(severityOf(shownScore(84.9999))).toBe('high');
	});

	test('leaves what is shown already', () => {
		for (let tenth = 0; tenth < 1000; tenth += 1) expect(shownScore(tenth / 10)).toBe(tenth / 10);
	});
});

describe('severityOf', () => {
	test.each([
		[0, 'low'],
		[49.9, 'low'],
		[50, 'medium'],
		[64.9, 'medium'],
		[65, 'high'],
		[84.9, 'high'],
		[85, 'critical'],
	])('%d is %s', (score, severity) => expect(severityOf(score)).toBe(severity));
});

describe('chanceOf', () => {
	test('gives back the rates measured on exports in which nothing was wrong', () => {
		// 300 people, 45 days, five analytics: on average 32 findings from 3, 1.9 from 5; 0.1 from 6.
		expect(chanceOf(3, 10_300, 5)).toBeCloseTo(32, 6);
		expect(chanceOf(5, 10_300, 5)).toBeCloseTo(1.9, 6);
		expect(chanceOf(6, 10_300, 5)).toBeCloseTo(0.1, 6);
		// Half way between two points on a logarithmic scale: their geometric mean.
		expect(chanceOf(4, 10_300, 5)).toBeCloseTo(Math.sqrt(32 * 1.9), 6);
		expect(chanceOf(5.5, 10_300, 5)).toBeCloseTo(Math.sqrt(1.9 * 0.1), 6);
	});

	test('goes on with the outermost slopes', () => {
		expect(chanceOf(8, 10_300, 5)).toBeCloseTo(0.1 * (0.1 / 1.9) ** 2, 6);
		expect(chanceOf(1, 10_300, 5)).toBeCloseTo(32 * (32 / 1.9), 6);
	});

	test('is a fifth for one analytic and proportional to the evidence', () => {
		expect(chanceOf(6, 10_300)).toBeCloseTo(0.1 / 5, 9);
		expect(chanceOf(6, 1030)).toBeCloseTo(0.01 / 5, 9);
		expect(chanceOf(6, 0)).toBeGreaterThan(0);
	});

	test('falls as the sum grows', () => {
		for (let sum = 0.1; sum < 20; sum += 0.1) expect(chanceOf(sum, 500)).toBeLessThan(chanceOf(sum - 0.1, 500));
	});
});
