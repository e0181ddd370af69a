import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { visible } from '../../src/render/safe.ts';
import { fit as fitted, padded, width } from '../../src/render/text-width.ts';

describe('width, fit and padded', () => {
	it('counts wide characters twice and marks not at all', () => {
		expect([width('abc'), width('李小龍'), width('e\u0301'), width('🙂')]).toEqual([3, 6, 1, 2]);
	});
	it('cuts at the column, never inside a wide character', () => {
		expect(fitted('abcdef', 4)).toBe('abc…');
		expect(fitted('abcd', 4)).toBe('abcd');
		expect(fitted('李小龍', 4)).toBe('李…');
		expect(fitted('abc', 0)).toBe('');
	});
	it('never gives more columns than asked for', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.nat(30),
				(text, columns) => width(fitted(visible(text), columns)) <= columns,
			),
		);
	});
	it('fills up with blanks on either side', () => {
		expect([padded('李', 4), padded('7', 3, 'left'), padded('long', 2)]).toEqual(['李  ', '  7', 'long']);
	});
});
