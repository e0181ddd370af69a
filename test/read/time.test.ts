import { describe, expect, test } from '@jest/globals';
import { isPlausible, parseTime } from '../../src/read/time.ts';

describe('dates whose notation follows a locale', () => {
	test.each([
		['3/10/2026, 4:21:14 AM', Date.UTC(2026, 2, 10, 4, 21, 14), Date.UTC(2026, 9, 3, 4, 21, 14)],
		['03/10/2026 16:21', Date.UTC(2026, 2, 10, 16, 21), Date.UTC(2026, 9, 3, 16, 21)],
		['13/09/2026, 04:21:14', undefined, Date.UTC(2026, 8, 13, 4, 21, 14)],
		['9/13/2026, 04:21:14', Date.UTC(2026, 8, 13, 4, 21, 14), undefined],
		['30/02/2026, 04:21:14', undefined, undefined],
	])('%s has the month first, or the day where that is said', (text, monthFirst, dayFirst) => {
		expect([parseTime(text), parseTime(text, true)]).toEqual([monthFirst, dayFirst]);
	});

	test.each([
		['10.09.2026, 04:21:14', Date.UTC(2026, 8, 10, 4, 21, 14)],
		['3.10.2026 16:21', Date.UTC(2026, 9, 3, 16, 21)],
		['9.13.2026 16:21', undefined],
	])('%s, with dots, has the day first whatever is said', (text, time) => {
		expect([parseTime(text), parseTime(text, true)]).toEqual([time, time]);
	});

	test('dates that begin with the year are the same either way', () => {
		for (const text of ['2026-03-10T04:21:14Z', '20260310042114.000']) expect(parseTime(text, true)).toBe(parseTime(text));
	});
});

describe('years before 100', () => {
	test.each([
		['0001-01-01T00:00:00', -62_135_596_800_000],
		['0001-01-01T00:00:00.0000000Z', -62_135_596_800_000],
		['1/1/0001 12:00:00 AM', -62_135_596_800_000],
		// 96 was a leap year, 98 was none; both would be years of the 1990s.
		['0096-02-29T12:00:00Z', Date.parse('0096-02-29T12:00:00Z')],
		['0098-02-29T12:00:00Z', undefined],
	])('%s is none of the twentieth century', (text, time) => {
		expect(parseTime(text)).toBe(time);
		expect(isPlausible(parseTime(text) ?? 0)).toBe(false);
	});
});
