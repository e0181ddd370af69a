import { describe, expect, test } from '@jest/globals';
import type { InputTally } from '../../src/hunt/input-reading.ts';
import { exportNotes, gapsOf } from '../../src/hunt/oddities.ts';

/** 2026-02-02, a Monday. */
const MONDAY = Date.UTC(2026, 1, 2) / 86_400_000;

/** `count` events on every weekday of so many weeks, less the days left out. */
function weeks(number: number, count: number, without: readonly number[] = []): ReadonlyMap<number, number> {
	const days = new Map<number, number>();
	for (let day = 0; day < number * 7; day += 1) if (day % 7 < 5 && !without.includes(day)) days.set(MONDAY + day, count);
	return days;
}

function input(records: number, more: Partial<InputTally['summary']> = {}): InputTally {
	return {
		summary: {
			file: 'a.csv',
			sha256: '',
			bytes: 10,
			platform: 'm365',
			format: 'csv',
			variants: [],
			encoding: 'utf-8',
			records,
			events: records,
			other: 0,
			duplicates: 0,
			rejected: {},
			truncated: false,
			problems: [],
			notes: [],
			...more,
		},
	} as InputTally;
}

describe('holes in the evidence', () => {
	test('two missing workdays are one hole, half open', () => {
		expect(gapsOf(weeks(4, 20, [15, 16]))).toEqual([
			{ start: '2026-02-17', end: '2026-02-19', text: 'no events for 2 days, though these weekdays usually have some' },
		]);
	});

	test('one missing day is told in the singular', () => {
		expect(gapsOf(weeks(4, 20, [16]))[0]?.text).toBe('no events for 1 day, though these weekdays usually have some');
	});

	test('weekends are no holes where weekends are quiet', () => {
		expect(gapsOf(weeks(4, 20))).toEqual([]);
	});

	test('a missing day is no hole where that weekday has few events or is not known for two weeks', () => {
		expect(gapsOf(weeks(4, 4, [16]))).toEqual([]);
		expect(gapsOf(weeks(2, 20, [9]))).toEqual([]);
	});

	test('no day at all has no holes', () => {
		expect(gapsOf(new Map())).toEqual([]);
	});
});

describe('signs of a cut export', () => {
	const span = (days: number) => ({ first: MONDAY * 86_400_000, last: (MONDAY + days) * 86_400_000, days: weeks(2, 20) });

	test('a round number of records at which the vendor cuts is told with its file', () => {
		expect(exportNotes('m365', span(11), [input(50_000)])[0]).toMatch(/^a\.csv: exactly 50,000 records/);
	});

	test('one record less, or the same number on another platform, is nothing', () => {
		expect(exportNotes('m365', span(11), [input(49_999)])).toEqual([]);
		expect(exportNotes('zoom', span(11), [input(50_000, { platform: 'zoom' })])).toEqual([]);
	});

	test('a file that ends within a record is told', () => {
		expect(exportNotes('m365', span(11), [input(3, { truncated: true })])).toEqual([
			'a.csv: ends in the middle of a record: the export was cut',
		]);
	});

	test('a span of exactly ninety days is a limit of retention, of ninety-two it is none', () => {
		expect(exportNotes('m365', span(90), [])[0]).toMatch(/^the span is 90 days/);
		expect(exportNotes('m365', span(92), [])).toEqual([]);
	});

	test('events long after all others point to a wrong clock', () => {
		const days = new Map([...weeks(3, 20), [MONDAY + 400, 1]]);
		const last = (MONDAY + 400) * 86_400_000;
		expect(exportNotes('m365', { first: MONDAY * 86_400_000, last, days }, [])).toEqual([
			'the newest events lie 382 days after the rest: a wrong clock, or two exports in one',
		]);
	});
});
