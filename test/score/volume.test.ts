import { describe, expect, test } from '@jest/globals';
import {
	compress,
	dispersion,
	dispersionOf,
	dispersionTerms,
	gammaPrior,
	posteriorMean,
	sizeOf,
	yieldingPrior,
} from '../../src/score/volume.ts';

describe('compress', () => {
	test('is 2 log10(1 + v) less what looking at several lengths costs', () => {
		expect(compress(99, 1)).toBe(4);
		expect(compress(9, 4)).toBeCloseTo(2 - 0.60206, 5);
		expect(compress(0, 4)).toBeCloseTo(-0.60206, 5);
	});

	test('comes near the measured rates of exceedance', () => {
		// v = 3.5, 8, 28, 150, 300 about once in 10^1.3, 10^1.9, 10^2.9, 10^4.3, 10^5 actor-days.
		const measured = [
			[3.5, 1.3],
			[8, 1.9],
			[28, 2.9],
			[150, 4.3],
			[300, 5],
		] as const;
		for (const [v, decades] of measured) expect(Math.abs(compress(v, 1) - decades)).toBeLessThan(0.1);
	});
});

describe('gammaPrior', () => {
	test('matches mean and spread of the rates by hand', () => {
		// Rates 1, 1, 2, 4 and 12 a day over 10 days each, the busiest (12) dropped: m = 2, var = (1+1+0+4)/4 = 1.5, mean(r/E)
		// = 0.2;
		// s² = 1.3, a = 4/1.3, b = 2/1.3.
		const rates = [10, 120, 40, 10, 20].map((weight) => ({ weight, days: 10 }));
		const { a, b } = gammaPrior(rates);
		expect(a).toBeCloseTo(4 / 1.3, 12);
		expect(b).toBeCloseTo(2 / 1.3, 12);
	});

	test('never believes that all are alike', () => {
		// Rates all 2: var − noise < 0, so s² = 0.1 m² = 0.4, a = 10, b = 5.
		const prior = gammaPrior(Array.from({ length: 30 }, () => ({ weight: 20, days: 10 })));
		expect(prior.a).toBeCloseTo(10, 12);
		expect(prior.b).toBeCloseTo(5, 12);
	});

	test('is weak for few entities, young entities and idle entities', () => {
		const weak = { a: 0.3, b: 1 };
		expect(gammaPrior([])).toEqual(weak);
		expect(gammaPrior(Array.from({ length: 4 }, () => ({ weight: 20, days: 10 })))).toEqual(weak);
		expect(gammaPrior(Array.from({ length: 50 }, () => ({ weight: 20, days: 3 })))).toEqual(weak);
		expect(gammaPrior(Array.from({ length: 50 }, () => ({ weight: 0, days: 30 })))).toEqual(weak);
	});

	test('does not let one service account set what is usual', () => {
		const people = Array.from({ length: 49 }, (_, i) => ({ weight: 10 + (i % 7), days: 20 }));
		const withRobot = gammaPrior([...people, { weight: 500_000, days: 20 }]);
		expect(withRobot.a / withRobot.b).toBeLessThan(1);
	});

	test('is the same to the last bit in any order', () => {
		const rates = Array.from({ length: 60 }, (_, i) => ({ weight: (i * 37) % 101, days: 4 + ((i * 13) % 29) }));
		const turned = [...rates.slice(23), ...rates.slice(0, 23)].reverse();
		expect(gammaPrior(turned)).toEqual(gammaPrior(rates));
	});
});

describe('yieldingPrior', () => {
	// A tenth of a repository a day, known as if from 19 days.
	const developers = { a: 2, b: 19 };

	test('gives way to what a build service did every day', () => {
		// 20 a day for 11 days: by hand with the prior of one day (0.105 + 220)/(1 + 11) = 18.3, with the developers' 7.4.
		const service = yieldingPrior(developers, 220, 11);
		expect(posteriorMean(service, 220, 11, 1)).toBeCloseTo(18.34, 2);
		expect(service.b).toBeCloseTo(1, 6);
	});

	test('stands where the past is what it foretells, and of nobody’s past', () => {
		// Nine tenths of the given one; two in 20 days are as foretold.
		const developer = yieldingPrior(developers, 2, 20);
		expect(Math.abs(posteriorMean(developer, 2, 20, 1) / posteriorMean(developers, 2, 20, 1) - 1)).toBeLessThan(0.02);
		expect(developer.a).toBeGreaterThan(1.8);
		expect(yieldingPrior(developers, 0, 0)).toBe(developers);
	});

	test('gives way to one who never does what the others do, too', () => {
		const idle = yieldingPrior(developers, 0, 60);
		expect(posteriorMean(idle, 0, 60, 1)).toBeLessThan(0.7 * posteriorMean(developers, 0, 60, 1));
		expect(posteriorMean(idle, 0, 60, 1)).toBeGreaterThan(0);
	});

	test('leaves a prior of less than a day alone, and huge pasts finite', () => {
		const weak = { a: 0.3, b: 1 };
		expect(yieldingPrior(weak, 500, 10)).toBe(weak);
		expect(posteriorMean(yieldingPrior(developers, 5_000_000, 300), 5_000_000, 300, 1)).toBeCloseTo(5_000_000.105 / 301, 3);
	});

	test('is the more the own habit the longer it is known', () => {
		const means = [1, 5, 20, 80].map((days) => posteriorMean(yieldingPrior(developers, 3 * days, days), 3 * days, days, 1));
		expect(means).toEqual(means.toSorted((a, b) => a - b));
		expect(means.at(-1)).toBeCloseTo(3, 1);
	});
});

describe('dispersion', () => {
	test('by hand: buckets 0, 0, 6, 2 have μ = 2 and an excess of 24 − 8', () => {
		// Squared deviations from 2: 4 + 4 + 16 + 0 = 24; Poisson would give 8; B μ² = 16. With the prior's 3 of mean 5: (16 + 15)/(16 + 3).
		expect(dispersion([{ weight: 8, squares: 40, buckets: 4, days: 4 }])).toBeCloseTo(31 / 19, 12);
	});

	test('pools entities, and terms may be taken out again', () => {
		const bursty = { weight: 8, squares: 40, buckets: 4, days: 4 };
		const steady = { weight: 8, squares: 16, buckets: 4, days: 4 };
		// Excess 16 and 16 − 16 − 8 = −8; scale 16 each: φ = (8 + 15)/(32 + 3).
		expect(dispersion([bursty, steady])).toBeCloseTo(23 / 35, 12);
		const [one, other] = [dispersionTerms(bursty), dispersionTerms(steady)];
		expect(dispersionOf(one.excess + other.excess - other.excess, one.scale + other.scale - other.scale)).toBeCloseTo(
			31 / 19,
			12,
		);
	});

	test('is at least 0.02 and leaves machines out', () => {
		// Eighty on each of ten days: B μ² = 64,000, the excess is −800.
		expect(dispersion([{ weight: 800, squares: 64_000, buckets: 10, days: 10 }])).toBe(0.02);
		expect(dispersionTerms({ weight: 400, squares: 1e6, buckets: 100, days: 4 })).toEqual({ excess: 0, scale: 0 });
		expect(dispersionTerms({ weight: 320, squares: 1e6, buckets: 100, days: 4 }).scale).toBe(1024);
	});
});

describe('the prior of the dispersion', () => {
	test('speaks where nothing is known', () => {
		expect(dispersion([])).toBe(5);
	});

	test('keeps one batch of few subjects from standing for everybody’s habit', () => {
		// One batch of 12 in ten minutes within 20 days (2,880 buckets): without the prior φ = (144 − 0.05 − 12)/0.05 = 2,639.
		const batch = { weight: 12, squares: 144, buckets: 2880, days: 20 };
		expect(dispersion([batch])).toBeCloseTo((131.95 + 15) / (0.05 + 3), 6);
	});

	test('keeps a few single acts from looking perfectly regular', () => {
		const single = { weight: 1, squares: 1, buckets: 1440, days: 10 };
		expect(dispersion([single, single])).toBeCloseTo(5, 2);
	});

	test('hardly matters where much is known', () => {
		const bursty = { weight: 400, squares: 8000, buckets: 40, days: 40 };
		// Excess 8000 − 4000 − 400 = 3600, scale 4000: φ = 0.9 each way.
		expect(dispersion([bursty])).toBeCloseTo(0.9, 2);
	});
});

describe('the predictive distribution', () => {
	test('moves from the prior to the own rate as days pass', () => {
		const prior = { a: 3, b: 1 };
		expect(posteriorMean(prior, 0, 0, 1)).toBe(3);
		expect(posteriorMean(prior, 12, 4, 0.5)).toBe(1.5);
		expect(posteriorMean(prior, 7000, 1000, 1)).toBeCloseTo(7, 1);
	});

	test('is as wide as little history and bursts make it', () => {
		expect(sizeOf(0.5, 0, 0)).toBe(0.5);
		expect(sizeOf(1, 3, 0.25)).toBe(2);
		expect(sizeOf(1, 1e9, 0.02)).toBeCloseTo(50, 4);
	});
});
