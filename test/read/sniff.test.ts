import { describe, expect, test } from '@jest/globals';
import { sniff } from '../../src/read/sniff.ts';

const tell = (text: string, whole = true) => sniff(Buffer.from(text), whole);

describe('layouts', () => {
	test.each([
		['JSON lines', '{"a":1}\n{"a":2}\n'],
		['one JSON line', '{"id":1,"a":2}'],
		['JSON lines with a broken one', '{"a":1}\n{"a":\n{"a":3}\n{"a":4}\n'],
		['JSON lines whose first line is a stump', 'x":1}\n{"a":2}\n{"a":3}\n'],
		['JSON lines behind syslog headers', '<190>May 22 12:05:54 host github_audit: {"a":1}\n'],
		['batches, one a line', '{"records":[{"a":1}]}\n{"records":[{"a":1}]}\n'],
	])('tells %s', (_, text) => {
		expect(tell(text)).toEqual({ container: 'ndjson' });
	});

	test.each([
		['an array', '[{"a":1},\n{"a":2},\n{"a":3}]'],
		['a pretty-printed object', '{\n  "a": 1,\n  "b": { }\n}\n'],
		['a page on one line', '{"value":[{"a":1}]}'],
		['an array on each line', '[{"a":1}]\n[{"a":1}]\n'],
		['the beginning of one endless line', '{"Records":[{"a":1},{"a":2'],
	])('tells %s', (_, text) => {
		expect(tell(text, false)?.valueOf()).toEqual(expect.objectContaining({ container: 'json' }));
	});

	test.each([
		['commas', 'a,b,c\n1,2,3\n', ','],
		['semicolons', 'a;"b,c";d\n', ';'],
		['tabs', 'a\tb\n', '\t'],
		['a type line before the header', '#TYPE System.Object, x\n"a";"b"\n', ';'],
		['a single column', '"AuditData"\n"{}"\n', ','],
	])('tells CSV with %s', (_, text, delimiter) => {
		expect(tell(text)).toEqual({ container: 'csv', delimiter });
	});

	test('tells what is no log', () => {
		expect(tell(' \n\t')).toBe('blank');
		expect(tell('MZ\x90\0\x03\0,,,\0')).toBeUndefined();
		expect(tell('# A title\n\nSome words about nothing')).toBeUndefined();
	});
});
