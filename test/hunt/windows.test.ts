import { describe, expect, test } from '@jest/globals';
import { type Entity, History } from '../../src/hunt/entities.ts';
import { asMuch, eventWindows, fullestWindows, mostByDay, type Window } from '../../src/hunt/windows.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function entity(times: readonly number[], values?: readonly number[]): Entity {
	const at = Float64Array.from(times);
	const weights = new Float64Array(times.length).fill(1);
	return {
		key: 'ana@example.com',
		person: 'ana@example.com',
		platforms: ['okta'],
		rows: Uint32Array.from(times, (_, index) => index),
		times: at,
		weights,
		values: values === undefined ? undefined : Uint32Array.from(values),
		history: new History(at, weights, [HOUR]),
	};
}

describe('fullestWindows', () => {
	test('finds the fullest hour of a day', () => {
		// 08:00, 08:50, 09:10, 09:20: the hour that ends at 09:20 holds three (08:50, 09:10, 09:20).
		const windows = fullestWindows(entity([8 * HOUR, 8.8334 * HOUR, 9.1667 * HOUR, 9.3334 * HOUR]), HOUR).flat();
		const fullest = windows.toSorted((a, b) => b.count - a.count)[0];
		expect(fullest).toMatchObject({ from: 1, to: 4, count: 3, day: 0 });
	});

	test('leaves out an event exactly one length before the end: windows are half open', () => {
		const windows = fullestWindows(entity([0, HOUR]), HOUR).flat();
		expect(windows).toEqual([]);
	});

	test('counts distinct values once, and gives them back when they leave the window', () => {
		const at = [0, 1000, 2000, 2 * HOUR, 2 * HOUR + 1000];
		const windows = fullestWindows(entity(at, [1, 1, 2, 1, 0]), HOUR).flat();
		expect(windows.map(({ count }) => count)).toEqual([2]);
	});

	test('books a window over midnight on the day of its first event', () => {
		const windows = fullestWindows(entity([DAY - 1000, DAY + 1000]), HOUR).flat();
		expect(windows).toMatchObject([{ day: 0, count: 2 }]);
	});
});

describe('fullestWindows of short lengths', () => {
	// Thirty events from 09:00, one a minute; ten from 20:00.
	const times = [
		...Array.from({ length: 30 }, (_, n) => 9 * HOUR + n * 60_000),
		...Array.from({ length: 10 }, (_, n) => 20 * HOUR + n * 60_000),
	];

	test('look at each burst of a day for itself, however much fuller another is', () => {
		const groups = fullestWindows(entity(times), HOUR);
		expect(groups.map((windows) => Math.max(...windows.map(({ count }) => count)))).toEqual([30, 10]);
		expect(fullestWindows(entity(times), DAY).map((windows) => Math.max(...windows.map(({ count }) => count)))).toEqual([40]);
	});

	test('know nothing of what lies outside the span', () => {
		const before = fullestWindows(entity(times), DAY, { from: 0, to: 9 * HOUR + 5 * 60_000 }).flat();
		expect(Math.max(...before.map(({ count }) => count))).toBe(5);
		const after = fullestWindows(entity(times), DAY, { from: 20 * HOUR, to: 2 * DAY }).flat();
		expect(Math.max(...after.map(({ count }) => count))).toBe(10);
		expect(after.every(({ from }) => from >= 30)).toBe(true);
	});
});

describe('fullestWindows of long lengths', () => {
	// One event on the day before, fifty from noon, one half a day later: all within five days.
	const burst = Array.from({ length: 50 }, (_, n) => 2 * DAY + 12 * HOUR + n * 1000);

	test('begin and end with what is odd in them: a stray event far away is no part of it', () => {
		const [window] = fullestWindows(entity([DAY, ...burst, 3 * DAY + 12 * HOUR]), 5 * DAY).flat();
		expect(window).toMatchObject({ from: 1, to: 51, count: 50, day: 2 });
	});

	test('keep what lies far away where it is more than a twentieth', () => {
		const few = burst.slice(0, 10);
		const windows = fullestWindows(entity([DAY, ...few]), 5 * DAY).flat();
		expect(windows.toSorted((a, b) => b.count - a.count)[0]).toMatchObject({ from: 0, to: 11, count: 11, day: 1 });
	});
});

describe('what was as much before', () => {
	test('holds nothing of the window itself: neither what begins a day earlier and reaches into it', () => {
		// One event late on day 0, then ten on day 1: the day's length that begins on day 0 holds all eleven.
		const times = [23 * HOUR, ...Array.from({ length: 10 }, (_, n) => DAY + 10 * HOUR + n * 1000)];
		const window: Window = { length: DAY, from: 1, to: 11, count: 10, day: 1 };
		expect(asMuch(mostByDay(entity(times), DAY), window)).toEqual({ before: 0, largest: 1 });
	});

	test('counts the days on which it was', () => {
		const busy = [0, 3].flatMap((day) => Array.from({ length: 6 }, (_, n) => day * DAY + 10 * HOUR + n * 1000));
		const window: Window = { length: HOUR, from: 12, to: 18, count: 5, day: 6 };
		expect(asMuch(mostByDay(entity(busy), HOUR), window)).toEqual({ before: 2, largest: 6 });
	});
});

describe('eventWindows', () => {
	test('ends where the span ends', () => {
		expect(eventWindows(entity([0, HOUR / 2, 5 * HOUR]), HOUR, HOUR / 2).map(({ from, to }) => [from, to])).toEqual([[0, 1]]);
	});

	test('takes events that lie within the merging span of each other as one', () => {
		const windows = eventWindows(entity([0, HOUR / 2, 5 * HOUR]), HOUR);
		expect(windows.map(({ from, to }) => [from, to])).toEqual([
			[0, 2],
			[2, 3],
		]);
	});
});
