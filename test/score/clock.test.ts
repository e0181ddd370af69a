import { describe, expect, test } from '@jest/globals';
import { ClockProfile } from '../../src/score/clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday, 2 March 2026, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 2, 2);
const SATURDAY = MONDAY + 5 * DAY;

/** Nine to five on every weekday of some weeks, one unit an hour. */
function officeWorker(weeks: number): ClockProfile {
	const profile = new ClockProfile();
	for (let week = 0; week < weeks; week += 1) {
		for (let day = 0; day < 5; day += 1) {
			for (let hour = 9; hour < 17; hour += 1) profile.add(MONDAY + (week * 7 + day) * DAY + hour * HOUR + 1, 1, hour === 9);
		}
	}
	return profile;
}

describe('a clock', () => {
	test('of nobody is even: a day is 1, an hour 1/24, whatever the weekday', () => {
		const clock = new ClockProfile().clock();
		expect(clock.integral(MONDAY, MONDAY + DAY)).toBeCloseTo(1, 12);
		expect(clock.integral(SATURDAY + 3 * HOUR, SATURDAY + 4 * HOUR)).toBeCloseTo(1 / 24, 12);
		expect(clock.integral(MONDAY + 90_000, MONDAY + 690_000)).toBeCloseTo(1 / 144, 12);
	});

	test('gives every week seven average days', () => {
		const clock = officeWorker(3).clock();
		expect(clock.hours.reduce((sum, share) => sum + share, 0)).toBeCloseTo(7, 12);
	});

	test('puts an office worker into office hours, by hand', () => {
		// 15 active days and 2 even ones: own part 15/17. All weight is on weekdays: each hour well inside 9–17 holds 1/8 of a
		// weekday's
		// share, a weekday being 7/5 of an average day.
		const clock = officeWorker(3).clock();
		const noon = (15 / 17) * (7 / 5) * (1 / 8) + (2 / 17) * (1 / 24);
		expect(clock.integral(MONDAY + 12 * HOUR, MONDAY + 13 * HOUR)).toBeCloseTo(noon, 12);
		// The hour before the first holds a quarter of it, the first three quarters.
		const eight = (15 / 17) * (7 / 5) * (1 / 32) + (2 / 17) * (1 / 24);
		expect(clock.integral(MONDAY + 8 * HOUR, MONDAY + 9 * HOUR)).toBeCloseTo(eight, 12);
		expect(clock.integral(SATURDAY, SATURDAY + DAY)).toBeCloseTo(2 / 17, 12);
	});

	test('smooths over midnight', () => {
		const profile = new ClockProfile();
		profile.add(MONDAY + 30 * 60_000, 1, true);
		const clock = profile.clock();
		expect(clock.hours[23]).toBeCloseTo(clock.hours[1] ?? 0, 15);
		expect(clock.hours[0]).toBeCloseTo((1 / 3) * (7 / 5) * 0.5 + 2 / 3 / 24, 12);
	});

	test('of a newcomer is mostly that of the organisation, and its own after weeks', () => {
		const organisation = officeWorker(4).clock();
		const night = new ClockProfile();
		const atThree = (): number => night.clock(organisation).integral(MONDAY + 3 * HOUR, MONDAY + 4 * HOUR);
		expect(atThree()).toBeCloseTo(organisation.integral(MONDAY + 3 * HOUR, MONDAY + 4 * HOUR), 15);
		for (let day = 0; day < 2; day += 1) night.add(MONDAY + day * DAY + 3 * HOUR, 5, true);
		// 2 own days against 6 of the organisation; half of the weight stays in the hour itself.
		const early = 0.25 * (7 / 5) * 0.5 + 0.75 * organisation.integral(MONDAY + 3 * HOUR, MONDAY + 4 * HOUR);
		expect(atThree()).toBeCloseTo(early, 12);
		for (let day = 0; day < 40; day += 1) night.add(MONDAY + 7 * day * DAY + 3 * HOUR, 5, true);
		expect(night.days).toBe(42);
		expect(atThree()).toBeGreaterThan(0.6);
	});

	test('is never below 1e-4, and counts long windows by their length', () => {
		const organisation = officeWorker(500).clock();
		expect(organisation.integral(SATURDAY, SATURDAY + 600_000)).toBe(1e-4);
		expect(organisation.integral(SATURDAY, SATURDAY + 5 * DAY)).toBe(5);
		expect(organisation.integral(MONDAY, MONDAY)).toBe(1e-4);
	});

	test('runs on over the end of the week', () => {
		const clock = officeWorker(3).clock();
		const sunday = MONDAY + 6 * DAY;
		const parts = clock.integral(sunday + 20 * HOUR, sunday + DAY) + clock.integral(sunday + DAY, sunday + DAY + 10 * HOUR);
		expect(clock.integral(sunday + 20 * HOUR, sunday + DAY + 10 * HOUR)).toBeCloseTo(parts, 12);
	});
});
