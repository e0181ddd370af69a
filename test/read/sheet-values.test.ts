import { describe, expect, test } from '@jest/globals';
import { columnOf, decodeEscapes, kindOfFormat, numberText } from '../../src/read/sheet-values.ts';

describe('what a number format shows', () => {
	test.each([
		[0, undefined, 'plain'],
		[2, undefined, 'plain'],
		[14, undefined, 'date'],
		[20, undefined, 'time'],
		[22, undefined, 'date-time'],
		[47, undefined, 'plain'],
		[164, 'yyyy-mm-dd hh:mm:ss', 'date-time'],
		[164, 'yyyy\\-mm\\-dd\\ hh:mm:ss.000', 'date-time'],
		[164, 'm/d/yyyy h:mm AM/PM', 'date-time'],
		[164, 'h:mm AM/PM', 'time'],
		[164, 'mm:ss', 'time'],
		[164, 'mmm yyyy', 'date'],
		[164, '[$-409]d-mmm-yy;@', 'date'],
		[164, '[h]:mm:ss', 'plain'],
		[164, '0.00E+00', 'plain'],
		[164, '#,##0;[Red]-#,##0', 'plain'],
		[164, '"days" 0', 'plain'],
		[164, 'General', 'plain'],
		[164, '@', 'plain'],
	] as const)('%s %s is %s', (id, code, kind) => {
		expect(kindOfFormat(id, code)).toBe(kind);
	});
});

describe('the text of a number', () => {
	test('dates count from 1900 or 1904, without a zone, to the millisecond', () => {
		// 45,000 is 15 March 2023: 123 years of 365 days, 30 leap days, one that never was, 74 days into the year.
		expect(numberText('45000', 'date', false)).toBe('2023-03-15');
		expect(numberText('45000', 'date-time', false)).toBe('2023-03-15T00:00:00');
		expect(numberText('45000.5', 'date', false)).toBe('2023-03-15T12:00:00');
		expect(numberText('45000.75001', 'date-time', false)).toBe('2023-03-15T18:00:00.864');
		expect(numberText('43538.25', 'date-time', true)).toBe('2023-03-15T06:00:00');
	});

	test('the 29 February 1900 that never was does not shift the days after it', () => {
		expect(numberText('1', 'date', false)).toBe('1900-01-01');
		expect(numberText('59', 'date', false)).toBe('1900-02-28');
		expect(numberText('61', 'date', false)).toBe('1900-03-01');
		expect(numberText('0', 'date', true)).toBe('1904-01-01');
	});

	test('a time of day without a day stays one', () => {
		expect(numberText('0.5', 'time', false)).toBe('12:00:00');
	});

	test('whole numbers come without exponent where that is exact; ids that were rounded come as written', () => {
		expect(numberText('1.7723E12', 'plain', false)).toBe('1772300000000');
		expect(numberText('1.2345678901234568E+19', 'plain', false)).toBe('1.2345678901234568E+19');
		expect(numberText('880000000011', 'plain', false)).toBe('880000000011');
		expect(numberText('13879.2', 'plain', false)).toBe('13879.2');
	});

	test('what is no day of a spreadsheet stays as it is', () => {
		expect(numberText('-3', 'date', false)).toBe('-3');
		expect(numberText('1e300', 'date', false)).toBe('1e300');
		expect(numberText('', 'date', false)).toBe('');
		expect(numberText('n/a', 'date', false)).toBe('n/a');
	});
});

test('columns are told by their letters', () => {
	expect([columnOf('A1'), columnOf('Z9'), columnOf('AA10'), columnOf('XFD1')]).toEqual([0, 25, 26, 16_383]);
	expect([columnOf('XFE1'), columnOf('1'), columnOf(''), columnOf('a1'), columnOf('ZZZZZZZZZZZZZZ1')]).toEqual(
		Array(5).fill(undefined),
	);
});

test('characters that XML cannot hold are written as escapes', () => {
	expect(decodeEscapes('a_x000D_\nb_x005F_x000D_')).toBe('a\r\nb_x000D_');
	expect(decodeEscapes('_xD800_ _x00_ _xyz_')).toBe('_xD800_ _x00_ _xyz_');
});
