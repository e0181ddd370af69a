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
		['records written as strings, one a line', '"{\\"a\\":1,\\"b\\":2}"\n"{\\"a\\":2,\\"b\\":3}"\n'],
		['batches, one a line', '{"records":[{"a":1}]}\n{"records":[{"a":1}]}\n'],
	])('tells %s', (_, text) => {
		expect(tell(text)).toEqual({ container: 'ndjson' });
	});

	test('tells lines that end in carriage returns alone', () => {
		expect(tell('{"a":1}\r{"a":2}\r')).toEqual({ container: 'ndjson', returns: true });
		expect(tell('CEF:0|a|b|1|2|n|3|\rCEF:0|a|b|1|2|n|3|')).toEqual({ container: 'cef', returns: true });
		expect(tell('{"a":1}\r\n{"a":2}\r\n')).toEqual({ container: 'ndjson' });
	});

	test('tells objects in a row from JSON lines with a few of them', () => {
		const row = '{"a":1}{"a":2} {"a":"}{"}';
		expect(tell(row)).toEqual({ container: 'json' });
		expect(tell(`${row}\n${row}\n{"a":3}\n`)).toEqual({ container: 'json' });
		expect(tell(`${row}\n${'{"a":"}{"}\n'.repeat(3)}`)).toEqual({ container: 'ndjson' });
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

	const ROWS = 'time,user,action,ip\n2026-03-04,ana,login,192.0.2.1\n2026-03-05,bo,login,\n"2026-03-06","a\n,b",x,y\n';

	test.each([
		['a title', `Audit log of Example\n${ROWS}`, { delimiter: ',', above: 1 }],
		['a title with commas, and a filter', `Audit log, by Ana\n\n"Filter: a, b and ""c"""\n${ROWS}`, { delimiter: ',', above: 2 }],
		['a title that a spreadsheet wrote', `Audit log,,,\n,,,\n${ROWS}`, { delimiter: ',', above: 2 }],
		['a title with commas above semicolons', `Audit log, by Ana\n${ROWS.replaceAll(',', ';')}`, { delimiter: ';', above: 1 }],
	])('finds the names of columns below %s', (_, text, layout) => {
		expect(tell(text)).toEqual({ container: 'csv', ...layout });
		expect(tell(`${text}cut,in the mid`, false)).toEqual({ container: 'csv', ...layout });
	});

	test.each([
		['a row with more cells', `a,b,c\n${'x,'.repeat(9)}\n1,2,3\n4,5,6\n`],
		['nothing but rows with more cells', `a,b,c\n${`${'1,'.repeat(9)}\n`.repeat(3)}`],
		['cells without a name', 'a,b,,,\n1,2,3,4,5\n6,7,8,9,10\n'],
		['quotes that do not match', 'a,b,c\n"x"y,,,,,\n"'],
		['rows that other delimiters cut into more cells', `a,b,c\n1,x;y;z;u;v,2,\n${'3,x;y;z;u;v,4\n'.repeat(4)}`],
		['one row of another width, and cells of two', `a,b\nx\n${'y;y;y;y,z\n'.repeat(4)}`],
	])('takes the first line for the names of columns above %s', (_, text) => {
		expect(tell(text)).toEqual({ container: 'csv', delimiter: ',' });
	});

	test('takes a table for one although a control character stands in it', () => {
		for (const char of ['\0', '\x01'])
			expect(tell(`${ROWS.repeat(3)}x,y,a ${char} b,z\n`)).toEqual({ container: 'csv', delimiter: ',' });
		expect(tell(`a\0b,c\n${ROWS}`)).toBeUndefined();
		expect(tell(`${ROWS}${'\x02'.repeat(20)}`)).toBeUndefined();
	});

	test('tells what is no log', () => {
		expect(tell(' \n\t')).toBe('blank');
		expect(tell('MZ\x90\0\x03\0,,,\0')).toBeUndefined();
		expect(tell('# A title\n\nSome words about nothing')).toBeUndefined();
	});
});
