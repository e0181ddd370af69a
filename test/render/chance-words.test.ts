import { describe, expect, test } from '@jest/globals';
import { chanceSentence } from '../../src/render/chance-words.ts';

/** Thirty days. */
const RUN = { from: '2026-02-01T00:00:00Z', to: '2026-03-03T00:00:00Z' };
const SIZE = 'in an organisation of this size, if nothing is wrong';
const EVEN = 'to be expected in evidence of this size even if nothing is wrong';

describe('the chance in words', () => {
	test.each([
		[43.7, `about 44 findings this strong are ${EVEN}`],
		[2.2, `about 2 findings this strong are ${EVEN}`],
		[1.1, `about one finding this strong is ${EVEN}`],
		// 30 days / 0.5 = 60 days.
		[0.5, `about one this strong every 2 months ${SIZE}`],
		[0.2, `about one this strong every 5 months ${SIZE}`],
		[0.08, `about one this strong every 12 months ${SIZE}`],
		// 30 days / 0.004 = 7,500 days.
		[0.004, `about one this strong every 21 years ${SIZE}`],
		[0.0001, `less than one this strong in 100 years ${SIZE}`],
		[0, 'practically none this strong in evidence like this, if nothing is wrong'],
	])('%d in thirty days: %s', (chance, words) => expect(chanceSentence(chance, RUN)).toBe(words));

	test('short evidence: days and weeks', () => {
		const days = (count: number) => ({ from: RUN.from, to: new Date(Date.parse(RUN.from) + count * 86_400_000).toISOString() });
		expect(chanceSentence(0.6, days(3))).toBe(`about one this strong every 5 days ${SIZE}`);
		expect(chanceSentence(0.5, days(14))).toBe(`about one this strong every 4 weeks ${SIZE}`);
	});

	test('where the span is unknown or shorter than a day, exports are counted', () => {
		const words = 'about one this strong in 81 exports like this, if nothing is wrong';
		expect(chanceSentence(0.0123)).toBe(words);
		expect(chanceSentence(0.0123, { from: RUN.from, to: RUN.from })).toBe(words);
	});
});
