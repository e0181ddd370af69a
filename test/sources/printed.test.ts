import { describe, expect, test } from '@jest/globals';
import { readCell } from '../../src/sources/printed.ts';
import { tableRow } from '../../src/sources/table-row.ts';

describe('what stands in a cell for an object or a list', () => {
	test('JSON', () => {
		expect(readCell('{"a":[1]}')).toEqual({ a: [1] });
		expect(readCell({ a: 1 })).toEqual({ a: 1 });
	});

	test('what Python prints', () => {
		expect(readCell("[{'id': 'x', 'n': 1.5, 'none': None, 'yes': True, 'no': False, 'in': {'a': []}}]")).toEqual([
			{ id: 'x', n: 1.5, none: null, yes: true, no: false, in: { a: [] } },
		]);
		expect(readCell(`{'a': "it's", 'b': 'say "x"', 'c': 'None', 'd': '\\x41\\u00e9\\n\\''}`)).toEqual({
			a: "it's",
			b: 'say "x"',
			c: 'None',
			d: "A\u00e9\n'",
		});
	});

	test('what PowerShell leaves: the first of two members of one name counts, as an id stands before a name that somebody chose', () => {
		expect(readCell('@{id=1; alternateId=ana@example.com; displayName=Ana; alternateId=bo@example.com; empty=}')).toEqual({
			id: '1',
			alternateId: 'ana@example.com',
			displayName: 'Ana',
		});
		expect(readCell('@{list=System.Object[]; n=2}')).toEqual({ n: '2' });
	});

	test.each(['System.Object[]', 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInStatus'])('%s is nothing', (text) => {
		expect(readCell(text)).toBeUndefined();
	});

	test.each([
		'{reasons=Anomalous Location, level=HIGH}',
		"{'a': datetime(2026, 1, 1)}",
		"{'a': 'b",
		'@{a=1',
		'@{Name=x; Value=y} @{Name=z; Value=w}',

		'text',
		"['__import__']()",
	])('%s stays the text that it is', (text) => {
		expect(readCell(text)).toBe(text);
	});

	test('texts that no end follows are given up in linear time', () => {
		const text = `{${"'\\".repeat(200_000)}`;
		const begin = performance.now();
		expect(readCell(text)).toBe(text);
		expect(performance.now() - begin).toBeLessThan(2000);
	});
});

describe('a row of a table made from records', () => {
	const read = tableRow(['a', 'a.list']);

	test('dotted names are members, numbers are places in a list, empty cells are left out', () => {
		expect(read({ 'a.id': '1', 'a.list.1.x': 'y', 'a.none': '', plain: 'p' })).toEqual({
			a: { id: '1', list: [null, { x: 'y' }] },
			plain: 'p',
		});
	});

	test('only members that are objects or lists are read as such', () => {
		expect(read({ a: '{"b":1}', plain: '{"b":1}' })).toEqual({ a: { b: 1 }, plain: '{"b":1}' });
		expect(read({ a: 'System.Object[]', 'a.list': "['x']" })).toEqual({ a: { list: ['x'] } });
	});

	test('no name reaches a prototype', () => {
		expect(read({ '__proto__.x': '1', 'a.__proto__.x': '1' })).toEqual({});
		expect(({} as Record<string, unknown>)['x']).toBeUndefined();
	});
});
