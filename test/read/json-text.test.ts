import { describe, expect, test } from '@jest/globals';
import { findBreak, parseExact, parseInner, TooDeep } from '../../src/read/json-text.ts';

describe('parsing', () => {
	test('keeps whole numbers beyond 2^53 exact, as text', () => {
		const text =
			'{"id":1152922976252290886,"list":[-9007199254740993, 9007199254740992],"safe":9007199254740991,"f":47.68050003051758,"s":"12345678901234567890"}';
		expect(parseExact(text, 10)).toEqual({
			id: '1152922976252290886',
			list: ['-9007199254740993', '9007199254740992'],
			safe: 9007199254740991,
			f: 47.68050003051758,
			s: '12345678901234567890',
		});
	});

	test('finds a long number wherever it stands, behind shorter ones too', () => {
		for (let before = 0; before < 40; before += 1) {
			for (const run of ['', '1', '123456789012345']) {
				const text = `{"a":["${' '.repeat(before)}",${run === '' ? 0 : run},9007199254740993]}`;
				expect(parseExact(text, 10)).toEqual({ a: [' '.repeat(before), Number(run), '9007199254740993'] });
			}
		}
	});

	test('leaves digits inside texts alone, behind escaped quotes too', () => {
		const text = '{"a":"\\":12345678901234567890,","b":{"c\\\\":12345678901234567890}}';
		expect(parseExact(text, 10)).toEqual({ a: '":12345678901234567890,', b: { 'c\\': '12345678901234567890' } });
	});

	test('keeps __proto__ a member', () => {
		const value = parseExact('{"__proto__":{"polluted":1}}', 10) as object;
		expect(Object.hasOwn(value, '__proto__')).toBe(true);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	test('refuses what is nested too deeply, but not brackets in texts', () => {
		expect(() => parseExact('[[[1]]]', 2)).toThrow(TooDeep);
		expect(parseExact('[["[[[[[["]]', 2)).toEqual([['[[[[[[']]);
	});

	test('parses objects and arrays in texts only', () => {
		expect(parseInner(' {"a":1} ')).toEqual({ a: 1 });
		expect(parseInner('"a"')).toBeUndefined();
		expect(parseInner('{a}')).toBeUndefined();
	});
});

describe('where JSON breaks', () => {
	test.each([
		['{"a":1,}', 7, 'a name in quotes'],
		['{"a" 1}', 5, '":"'],
		['{"a":1 "b":2}', 7, '"," or "}"'],
		['[1,]', 3, 'a value'],
		['{"a":tru}', 5, 'a value'],
		['{"a":"x\ny"}', 7, 'the end of the text in quotes'],
		['{"a":"\\x"}', 6, 'the end of the text in quotes'],
		['{"a":01}', 6, '"," or "}"'],
		['{"a":1', 6, '"," or "}"'],
		['{} {}', 3, 'the end'],
		['', 0, 'a value'],
	])('%j breaks at %i', (text, at, expected) => {
		expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
		expect(findBreak(text)).toEqual({ at, expected });
	});

	test('finds nothing in what is right', () => {
		for (const text of ['{}', ' [1, -2.5e+3, "\\u00e9\\n", {"a": [true, false, null]}] ', '"x"'])
			expect(findBreak(text)).toBeUndefined();
	});
});
