import { describe, expect, test } from '@jest/globals';
import { timetable } from '../../src/features/timetable.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const two = Date.UTC(2026, 1, 2, 2);

function nights(offsets: readonly number[]): readonly number[] {
	return offsets.flatMap((minutes, day) => [two + day * DAY + minutes * MINUTE, two + day * DAY + (minutes + 200) * MINUTE]);
}

describe('a timetable', () => {
	test('is kept by what begins within a quarter of an hour of the same time, whatever follows on the day', () => {
		expect(timetable(nights([0, 3, -15, 15]))).toEqual({ days: 4, alike: 4, kept: true });
	});

	test('needs four such days', () => {
		expect(timetable(nights([0, 0, 0]))).toEqual({ days: 3, alike: 3, kept: false });
		expect(timetable([])).toEqual({ days: 0, alike: 0, kept: false });
	});

	test('allows one day of five to differ, and no more', () => {
		expect(timetable(nights([0, 0, 40, 0, 0]))).toEqual({ days: 5, alike: 4, kept: true });
		expect(timetable(nights([0, 0, 40, 0, 0, 90]))).toEqual({ days: 6, alike: 4, kept: false });
	});

	test('goes over midnight', () => {
		const late = Date.UTC(2026, 1, 2, 23, 59);
		expect(timetable([late, late + DAY, late + 2 * DAY + 2 * MINUTE, late + 3 * DAY, late + 4 * DAY]).kept).toBe(true);
	});
});
