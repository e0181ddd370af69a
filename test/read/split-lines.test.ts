import { describe, expect, test } from '@jest/globals';
import { numbers, split, splitEveryWay } from './reading.ts';

describe('JSON lines', () => {
	test('reads LF and CRLF lines and passes over blank ones, cut anywhere', () => {
		const { whole, others } = splitEveryWay('ndjson', '{"n":1}\r\n\r\n  {"n":2,"city":"São Paulo"}\n \n{"n":3}');
		expect(numbers(whole)).toEqual([1, 2, 3]);
		expect(whole.count).toBe(3);
		expect(whole.records.map(({ offset, length }) => [offset, length])).toEqual([
			[0, 7],
			[13, 27],
			[43, 7],
		]);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('counts a broken line with its number and the place where it breaks', () => {
		const taken = split('ndjson', '{"n":1}\n\n{"n":2,}\n{"n":3}\n');
		expect(numbers(taken)).toEqual([1, 3]);
		expect(taken.records.map(({ record }) => record)).toEqual([1, 3]);
		expect(taken.rejections).toMatchObject([{ reason: 'broken-json', record: 2, line: 3, expected: 'a name in quotes' }]);
		expect(taken.rejections[0]?.got).toContain('line 3, column 8: "}"');
	});

	test('tells a cut last line from a broken one, wherever it is cut', () => {
		const last = '{"n":2,"a":{"b":[true,"\\u00e9"]}}';
		for (let length = 1; length < last.length; length += 1) {
			const taken = split('ndjson', `{"n":1}\n${last.slice(0, length)}`);
			expect([length, taken.truncated, taken.count]).toEqual([length, true, 2]);
			expect(taken.rejections).toMatchObject([{ reason: 'truncated', record: 2, line: 2 }]);
		}
		const broken = split('ndjson', '{"n":1}\n{"n":}');
		expect([broken.truncated, broken.rejections[0]?.reason]).toEqual([false, 'broken-json']);
	});

	test('counts lines that hold no object', () => {
		const taken = split('ndjson', '1\n"a"\nnull\n[1]\n{"n":1}\n');
		expect(taken.rejections.map(({ reason }) => reason)).toEqual(Array.from({ length: 4 }, () => 'not-an-object'));
		expect(taken.count).toBe(5);
	});

	test('takes an array of objects on a line as one record of several parts', () => {
		const taken = split('ndjson', '[{"n":1},{"n":2}]\n{"n":3}\n');
		expect(taken.records.map(({ record, part, value }) => [record, part, value['n']])).toEqual([
			[1, 1, 1],
			[1, 2, 2],
			[2, undefined, 3],
		]);
		expect(taken.count).toBe(2);
	});

	test('takes objects in a row on a line as one record of several parts, unless one is broken', () => {
		const taken = split(
			'ndjson',
			'{"n":1,"t":"}{"}{"n":2} \ufeff{"records":[{"n":3},{"n":4}]}\n{"n":5}\n{"n":6}{"n":}\n{"n":7}7{"n":8}\n',
		);
		expect(taken.records.map(({ record, part, value }) => [record, part, value['n']])).toEqual([
			[1, 1, 1],
			[1, 2, 2],
			[1, 3, 3],
			[1, 4, 4],
			[2, undefined, 5],
		]);
		expect(taken.rejections).toMatchObject([
			{ reason: 'broken-json', record: 3, line: 3 },
			{ reason: 'broken-json', record: 4, line: 4 },
		]);
		expect(taken.count).toBe(4);
	});

	test('passes over byte order marks at the beginning of lines, cut anywhere', () => {
		const { whole, others } = splitEveryWay('ndjson', '{"n":1}\n\ufeff{"n":2}\n \ufeff\ufeff{"n":3}\n\ufeff\n{"n":"\ufeff"}');
		expect(whole.records.map(({ value, offset }) => [value['n'], offset])).toEqual([
			[1, 0],
			[2, 11],
			[3, 26],
			['\ufeff', 38],
		]);
		expect(whole.count).toBe(4);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('reads lines that end in carriage returns alone, and those with both', () => {
		const { whole, others } = splitEveryWay('ndjson', '{"n":1}\r\r{"n":2\r{"n":3}\r\n{"n":4}', { returns: true });
		expect(whole.records.map(({ value, offset }) => [value['n'], offset])).toEqual([
			[1, 0],
			[3, 16],
			[4, 25],
		]);
		expect(whole.rejections).toMatchObject([{ record: 2, line: 3 }]);
		for (const other of others) expect(other).toEqual(whole);
	});

	test.each([
		['RFC 3164', '<190>May 22 12:05:54 host github_audit: {"n":1}'],
		['RFC 3164 without priority', 'May  2 12:05:54 host github_audit: {"n":1}'],
		['RFC 5424', '<134>1 2026-05-22T12:05:54.003Z host app 77 ID47 - {"n":1}'],
	])('reads the JSON behind a syslog header (%s) and counts the whole line as its bytes', (_, line) => {
		const taken = split('ndjson', `${line}\n`);
		expect(numbers(taken)).toEqual([1]);
		expect(taken.records[0]).toMatchObject({ offset: 0, length: line.length });
	});

	test('passes over a line that is too long, in one piece or many', () => {
		const text = `{"n":1}\n{"a":"${'x'.repeat(500)}"}\n{"n":3}\n{"a":"${'x'.repeat(500)}"}`;
		for (const size of [1, 7, 64, 10_000]) {
			const taken = split('ndjson', text, { maxRecordBytes: 100, size });
			expect(numbers(taken)).toEqual([1, 3]);
			expect(taken.rejections.map(({ reason, record, line }) => [reason, record, line])).toEqual([
				['too-long', 2, 2],
				['too-long', 4, 4],
			]);
		}
	});

	test('refuses nesting that would overflow a stack', () => {
		const taken = split('ndjson', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n{"n":2}\n`);
		expect(numbers(taken)).toEqual([2]);
		expect(taken.rejections).toMatchObject([{ reason: 'too-deep', line: 1 }]);
	});
});
