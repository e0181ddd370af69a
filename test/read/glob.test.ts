import { describe, expect, test } from '@jest/globals';
import { expandBraces, expandGlob, matchesSegment } from '../../src/read/glob.ts';
import { folderOf } from './reading.ts';

describe('globs', () => {
	test.each([
		['*.json', 'a.json', true],
		['*.json', '.a.json', false],
		['.*', '.a.json', true],
		['a?c', 'abc', true],
		['a?c', 'ac', false],
		['a*b*c', 'aXbXbXc', true],
		['[a-c]x[!0-9]', 'bxz', true],
		['[a-c]x[!0-9]', 'bx3', false],
		['[]', '[]', true],
		['*', '', true],
	])('%s on %s: %s', (pattern, name, matches) => {
		expect(matchesSegment(name, pattern)).toBe(matches);
	});

	test('takes little time for a pattern of many stars', () => {
		expect(matchesSegment('a'.repeat(2000), `${'*a'.repeat(500)}b`)).toBe(false);
	});

	test('writes braces out, nested ones too', () => {
		expect([...expandBraces('{a,b{1,2}}.{x}')].sort()).toEqual(['a.{x}', 'b1.{x}', 'b2.{x}']);
		expect(expandBraces('{a,b}'.repeat(40)).length).toBeLessThanOrEqual(10_000);
	});

	test('finds files in folders', async () => {
		const root = await folderOf({ 'a/1.json': '1', 'a/b/2.json': '2', 'a/b/3.csv': '3', 'a/.h/4.json': '4' });
		const find = async (pattern: string) => (await expandGlob(`${root}/${pattern}`)).map((path) => path.slice(root.length + 1));
		expect(await find('a/*.json')).toEqual(['a/1.json']);
		expect(await find('**/*.json')).toEqual(['a/1.json', 'a/b/2.json']);
		expect(await find('a/b/{2,3}.*')).toEqual(['a/b/2.json', 'a/b/3.csv']);
		expect(await find('*/*/[3].csv')).toEqual(['a/b/3.csv']);
		expect(await find('x/*')).toEqual([]);
	});
});
