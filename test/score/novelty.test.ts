import { describe, expect, test } from '@jest/globals';
import {
	combined,
	concentration,
	gateOf,
	lent,
	newSurprise,
	noveltyLine,
	Popularity,
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

describe('Popularity', () => {
	/** `office` held by 10 actors, `cafe` by 2, `a`, `b` and `c` by one each: 15 firsts. */
	function organisation(): Popularity {
		const popularity = new Popularity();
		for (let i = 0; i < 10; i += 1) popularity.take('office');
		popularity.take('cafe');
		for (const value of ['a', 'b', 'c']) popularity.take(value);
		popularity.take('cafe');
		return popularity;
	}

	test('gives unseen values the mass of Good and Turing', () => {
		expect(organisation().unseen()).toBe(4 / 17);
		expect(organisation().rarity('never seen')).toBe(4 / 17);
	});

	test('orders values by how many hold them', () => {
		const popularity = organisation();
		// U = 4/17; a: 3 of 15 firsts belong to values held by one; cafe: 5 of 15; office: all.
		expect(popularity.rarity('a')).toBeCloseTo(4 / 17 + (13 / 17) * (3 / 15), 14);
		expect(popularity.rarity('cafe')).toBeCloseTo(4 / 17 + (13 / 17) * (5 / 15), 14);
		expect(popularity.rarity('office')).toBe(1);
		expect(popularity.holders('cafe')).toBe(2);
		expect(popularity.firsts).toBe(15);
	});

	test('learns between questions', () => {
		const popularity = organisation();
		popularity.rarity('a');
		popularity.take('a');
		// 16 firsts, 2 singles: U = 3/18; a is now as common as cafe: 2 + 2·2 of 16.
		expect(popularity.rarity('a')).toBeCloseTo(3 / 18 + (15 / 18) * (6 / 16), 14);
	});

	test('calls everything possible when nothing is known', () => {
		expect(new Popularity().rarity('x')).toBe(0.5);
		expect(unseenMass(0, 0)).toBe(0.5);
		expect(rarityOf(0.2, 0.5)).toBeCloseTo(0.6, 14);
	});

	test('takes hostile names for what they are', () => {
		const popularity = new Popularity();
		popularity.take('__proto__');
		expect(popularity.holders('__proto__')).toBe(1);
		expect(popularity.holders('constructor')).toBe(0);
	});
});

describe('surprise of a value', () => {
	test('seen before: counts what is as rare or rarer', () => {
		// Days 20, 5, 1, 1 with k = 1: for a value of one day (1 + 1 + 1)/(27 + 1).
		const history = { total: 27, counts: [20, 5, 1, 1] };
		expect(seenSurprise(history, 1, 1)).toBeCloseTo(-Math.log10(3 / 28), 14);
		expect(seenSurprise(history, 20, 1)).toBeCloseTo(0, 14);
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
		expect(gateOf(0.6)).toBe(0.5);
		expect(gateOf(7)).toBe(1);
		expect(noveltyLine(0, 6, 6)).toBe(0);
		expect(noveltyLine(0.5, 2.5, 1)).toBe(1);
		expect(noveltyLine(1, 1, 2.5)).toBe(2);
		expect(noveltyLine(1, 1000, 0)).toBe(5);
	});
});
