import { describe, expect, test } from '@jest/globals';
import { SeenTable } from '../../src/hunt/seen.ts';
import { contentHash } from '../../src/scan/content-hash.ts';

describe('SeenTable', () => {
	test('knows every one of 20,000 events again and takes no new one for known', () => {
		const table = new SeenTable();
		for (let index = 0; index < 20_000; index += 1) expect(table.add(`event ${index}`, 1, index)).toBe(false);
		for (let index = 0; index < 20_000; index += 997) expect(table.add(`event ${index}`, 1, index)).toBe(true);
		expect(table.size).toBe(20_000);
	});

	test('knows 100,000 events again in every part that has grown by several pieces', () => {
		const table = new SeenTable();
		let known = 0;
		for (let index = 0; index < 100_000; index += 1) if (table.add(`event ${index}`, 1 + (index % 3), index)) known += 1;
		expect(known).toBe(0);
		for (let index = 0; index < 100_000; index += 1) if (table.add(`event ${index}`, 1 + (index % 3), index)) known += 1;
		expect(known).toBe(100_000);
		expect(table.size).toBe(100_000);
		// Of each the format in which it was met is still known.
		table.add('event 99998', 9, 0);
		expect(table.formatBefore).toBe(1 + (99_998 % 3));
	});

	test('takes the same identity with other content for another event, and knows its copies', () => {
		const table = new SeenTable();
		expect(table.add('ANONYMIZED', 1, 7)).toBe(false);
		expect(table.add('ANONYMIZED', 1, 8)).toBe(false);
		expect(table.add('ANONYMIZED', 1, 7)).toBe(true);
		expect(table.add('ANONYMIZED', 1, 8)).toBe(true);
	});

	test('takes the same identity in another format for a copy, whatever that format carries', () => {
		const table = new SeenTable();
		expect(table.add('5d730bf4', 1, 7)).toBe(false);
		expect(table.add('5d730bf4', 2, 9)).toBe(true);
	});
});

describe('contentHash', () => {
	test('is the same whatever the order of members', () => {
		expect(contentHash({ a: 1, b: { c: [1, 'x'], d: null } })).toBe(contentHash({ b: { d: null, c: [1, 'x'] }, a: 1 }));
	});

	test.each([
		[{ a: '1' }, { a: 1 }],
		[{ a: 'xy' }, { a: 'yx' }],
		[{ a: [1, 2] }, { a: [2, 1] }],
		[
			{ a: 1, b: 2 },
			{ a: 2, b: 1 },
		],
		[{ a: null }, {}],
	])('tells %j from %j', (left, right) => {
		expect(contentHash(left)).not.toBe(contentHash(right));
	});
});
