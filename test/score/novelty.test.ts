import { describe, expect, test } from '@jest/globals';
import {
	combined,
	concentration,
	gateOf,
	lent,
	newSurprise,
	noveltyLine,
	rarityOf,
	seenSurprise,
	squash,
	unseenMass,
	weightedMean,
} from '../../src/score/novelty.ts';

describe('concentration', () => {
	test('solves for the distinct values that were seen', () => {
		// Three actors with 10 and two with 40 actor-days hold 20 values: k = 1.608_222_734_667_25 (mpmath findroot).
		expect(concentration([10, 40, 10, 40, 10], 20, 9)).toBeCloseTo(1.608_222_734_667_25, 10);
	});

	test('is the same in any order', () => {
		expect(concentration([10, 40, 10, 40, 10], 20, 9)).toBe(concentration([40, 40, 10, 10, 10], 20, 9));
	});

	test('falls back while little is known, and stays within bounds', () => {
		expect(concentration([10, 40], 19, 1.35)).toBe(1.35);
		expect(
			concentration(
				Array.from({ length: 30 }, () => 1),
				30,
				1,
			),
		).toBe(100);
		expect(
			concentration(
				Array.from({ length: 20 }, () => 1e6),
				20,
				1,
			),
		).toBeGreaterThanOrEqual(0.01);
		expect(concentration([], 25, 1)).toBe(100);
	});
});

describe('rarity of a value', () => {
	test('gives unseen values the mass of Good and Turing: three singles of 15 firsts', () => {
		expect(unseenMass(3, 15)).toBe(4 / 17);
		expect(rarityOf(4 / 17, 0)).toBe(4 / 17);
	});

	test('adds the share of firsts that are as common or rarer', () => {
		expect(rarityOf(4 / 17, 3 / 15)).toBeCloseTo(4 / 17 + (13 / 17) * (3 / 15), 14);
		expect(rarityOf(4 / 17, 1)).toBe(1);
	});

	test('calls everything possible when nothing is known', () => {
		expect(unseenMass(0, 0)).toBe(0.5);
	});
});

describe('surprise of a value', () => {
	test('seen before: counts what is as rare or rarer, less what chance alone brings', () => {
		// Days 20, 5, 1, 1 with k = 1: for a value of one day (1 + 1 + 1)/(27 + 1), of which chance alone brings log10 e.
		const history = { total: 27, counts: [20, 5, 1, 1] };
		expect(seenSurprise(history, 1, 1)).toBeCloseTo(-Math.log10(3 / 28) - Math.LOG10E, 14);
		expect(seenSurprise(history, 20, 1)).toBe(0);
		// One of three places in which somebody works alike is no surprise: (10 + 8 + 1)/(28 + 1).
		expect(seenSurprise({ total: 28, counts: [10, 10, 8] }, 8, 1)).toBeLessThan(0.1);
	});

	test('seen before: what everybody does as often as that comes to nothing on average', () => {
		// Hundred values of one day each: the p of a value is 1, whatever it is; of a ladder of counts it is spread between 0 and 1.
		expect(seenSurprise({ total: 100, counts: Array.from({ length: 100 }, () => 1) }, 1, 1)).toBe(0);
		const counts = Array.from({ length: 40 }, (_, at) => at + 1);
		const total = counts.reduce((sum, count) => sum + count, 0);
		const mean = counts.reduce((sum, count) => sum + (count / total) * seenSurprise({ total, counts }, count, 1), 0);
		expect(mean).toBeLessThan(0.2);
	});

	test('new: the longer the history and the rarer the value, the more', () => {
		expect(newSurprise(99, 1, 0.1)).toBeCloseTo(3, 12);
		expect(newSurprise(0, 1, 1)).toBeCloseTo(0, 14);
		expect(newSurprise(99, 1, 1)).toBeLessThan(newSurprise(99, 1, 0.5));
		// A joiner is surprised only by what surprises everybody.
		expect(newSurprise(0, 0.4, 0.01)).toBeCloseTo(2, 12);
	});

	test('of a window is the mean over its events', () => {
		expect(
			weightedMean([
				{ surprise: 3, weight: 10 },
				{ surprise: 0, weight: 20 },
			]),
		).toBe(1);
		expect(weightedMean([])).toBe(0);
	});
});

describe('the line of novelty', () => {
	test('takes the larger of network and country and adds the rest by weight', () => {
		expect(combined({ network: 2, country: 3, client: 1, app: 1, token: 2 })).toBeCloseTo(3 + 1 + 0.7 + 1, 12);
		expect(combined({ network: 2 })).toBe(2);
		expect(combined({})).toBe(0);
	});

	test('bends where one unusual place would count several times', () => {
		expect(squash(-1)).toBe(0);
		expect(squash(1)).toBe(0.8);
		expect(squash(2.5)).toBe(2);
		expect(squash(2.5 * Math.E)).toBeCloseTo(3.8, 12);
	});

	test('borrows from a sign-in as far as the window does not know better', () => {
		expect([lent(4, 'absent'), lent(4, 'new'), lent(4, 'familiar')]).toEqual([4, 3.2, 1]);
	});

	test('counts only beside an abnormal volume', () => {
		expect(gateOf(-0.5)).toBe(0);
		expect(gateOf(0.4)).toBe(0.5);
		expect(gateOf(7)).toBe(1);
		expect(noveltyLine(0, 6, 6)).toBe(0);
		expect(noveltyLine(0.5, 2.5, 1)).toBe(1);
		expect(noveltyLine(1, 1, 2.5)).toBe(2);
		expect(noveltyLine(1, 1000, 0)).toBe(5);
	});
});
