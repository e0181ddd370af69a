import { describe, expect, test } from '@jest/globals';
import { type Entity, History } from '../../src/hunt/entities.ts';
import { eventWindows, fullestWindows } from '../../src/hunt/windows.ts';

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

describe('eventWindows', () => {
	test('takes events that lie within the merging span of each other as one', () => {
		const windows = eventWindows(entity([0, HOUR / 2, 5 * HOUR]), HOUR);
		expect(windows.map(({ from, to }) => [from, to])).toEqual([
			[0, 2],
			[2, 3],
		]);
	});
});
