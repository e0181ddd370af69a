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
		['CEF', 'CEF:0|a|b|1|2|n|3|msg=x\nCEF:0|a|b|1|2|n|3|msg=y\n'],
		[
			'CEF behind syslog headers',
			'<134>Mar  4 09:30:00 host CEF:0|a|b|1|2|n|3|msg=x\n2026-03-04T09:30:00Z h - CEF:1|a|b|1|2|n|3|',
		],
		['CEF with two stray lines in five', 'CEF:0|a|b|1|2|n|3|\nx\nCEF:0|a|b|1|2|n|3|\ny\nCEF:0|a|b|1|2|n|3|\n'],
		['one endless line of CEF', 'CEF:0|a|b|1|2|n|3|msg=xxx'],
	])('tells %s', (_, text) => {
		expect(tell(text, !text.endsWith('xxx'))).toEqual({ container: 'cef' });
	});

	test('a table and a JSON text that speak of CEF are none', () => {
		expect(tell('_raw,host\n2026-03-04T09:30:00Z,"CEF:0|a|b|1|2|n|3|msg=x"\n')).toEqual({ container: 'csv', delimiter: ',' });
		expect(tell('<134>Mar  4 09:30:00 host {"note":" CEF:0|a|b|1|2|n|3|msg=x"}\n')).toEqual({ container: 'ndjson' });
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
