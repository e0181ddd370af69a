import { describe, expect, test } from '@jest/globals';
import { itemsByDay } from '../../src/features/items-by-day.ts';

describe('items by day', () => {
	test('adds what each record stands for, days begin at midnight UTC', () => {
		const day = 86_400_000;
		const events = [
			{ time: 2 * day, items: 3 },
			{ time: 3 * day - 1, items: 4 },
			{ time: 3 * day, items: 1 },
		];
		expect([...itemsByDay(events)]).toEqual([
			[2, 7],
			[3, 1],
		]);
		expect(itemsByDay([]).size).toBe(0);
	});
});
