import { describe, expect, test } from '@jest/globals';
import { chanceOf, chanceWords, rateWords, scoreOf, severityOf, shownScore, sumOf } from '../../src/score/score.ts';

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
		// 300 people, 45 days, five analytics: on average 36 findings from 3, 9 from 5, 2.5 from 6.
		expect(chanceOf(3, 10_300, 5)).toBeCloseTo(36, 6);
		expect(chanceOf(5, 10_300, 5)).toBeCloseTo(9, 6);
		expect(chanceOf(6, 10_300, 5)).toBeCloseTo(2.5, 6);
		// Half way between two points on a logarithmic scale: their geometric mean.
		expect(chanceOf(4, 10_300, 5)).toBeCloseTo(Math.sqrt(36 * 9), 6);
		expect(chanceOf(5.5, 10_300, 5)).toBeCloseTo(Math.sqrt(9 * 2.5), 6);
	});

	test('goes on with the outermost slopes', () => {
		expect(chanceOf(8, 10_300, 5)).toBeCloseTo(2.5 * (2.5 / 9) ** 2, 6);
		expect(chanceOf(1, 10_300, 5)).toBeCloseTo(36 * (36 / 9), 6);
	});

	test('is a fifth for one analytic and proportional to the evidence', () => {
		expect(chanceOf(6, 10_300)).toBeCloseTo(2.5 / 5, 9);
		expect(chanceOf(6, 1030)).toBeCloseTo(0.25 / 5, 9);
		expect(chanceOf(6, 0)).toBeGreaterThan(0);
	});

	test('falls as the sum grows', () => {
		for (let sum = 0.1; sum < 20; sum += 0.1) expect(chanceOf(sum, 500)).toBeLessThan(chanceOf(sum - 0.1, 500));
	});
});

describe('words for the chance', () => {
	test.each([
		[43.7, 'about 44 in uneventful evidence of this size'],
		[2.2, 'about 2 in uneventful evidence of this size'],
		[1.1, 'about one in an uneventful export like this'],
		[0.24, 'about one in 4 uneventful exports like this'],
		[0.0123, 'about one in 81 uneventful exports like this'],
		[0.000_071, 'about one in 14000 uneventful exports like this'],
		[0, 'practically never in uneventful evidence'],
	])('%d: %s', (chance, words) => expect(chanceWords(chance)).toBe(words));

	test.each([
		[90, 30, 'about 3 a day in an organisation of this size'],
		[30, 30, 'about one a day in an organisation of this size'],
		[10, 30, 'about one every 3 days in an organisation of this size'],
		[4, 30, 'about one a week in an organisation of this size'],
		[1.5, 30, 'about one every 3 weeks in an organisation of this size'],
		[1, 30, 'about one a month in an organisation of this size'],
		[0.2, 30, 'about one every 5 months in an organisation of this size'],
		[0.08, 30, 'about one a year in an organisation of this size'],
		[0.001, 30, 'about one every 82 years in an organisation of this size'],
	])('%d in %d days: %s', (chance, days, words) => expect(rateWords(chance, days)).toBe(words));
});
