import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { cefStart, isCef, parseCef } from '../../src/read/cef.ts';
import { unwrap } from '../../src/read/unwrap.ts';
import { cpuMs } from '../cpu.ts';
import { readContent, split, splitEveryWay } from './reading.ts';

const HEAD = 'CEF:0|Example|Relay|1|7|audit|3|';

function parsed(line: string): JsonObject {
	const found = parseCef(line, cefStart(line));
	if (!isCef(found)) throw new Error(found.got);
	return found;
}

const extensions = (text: string): Readonly<Record<string, unknown>> => ({
	...(parsed(HEAD + text)['extensions'] as JsonObject),
});

describe('a line of CEF', () => {
	test('has the parts of its header, bars and backslashes in them escaped', () => {
		expect({ ...parsed('CEF:1|A\\|B|C:\\\\x|2.0|id-7|log in|High|a=1') }).toEqual({
			cefVersion: '1',
			deviceVendor: 'A|B',
			deviceProduct: 'C:\\x',
			deviceVersion: '2.0',
			deviceEventClassId: 'id-7',
			name: 'log in',
			severity: 'High',
			extensions: expect.objectContaining({ a: '1' }),
		});
	});

	test('without extensions, with or without the last bar', () => {
		expect(extensions('')).toEqual({});
		expect({ ...parsed('CEF:0|a|b|c|d|e|5') }).toMatchObject({ name: 'e', severity: '5' });
	});

	test.each([
		['values with blanks', 'msg=one two  three act=x', { msg: 'one two  three', act: 'x' }],
		[
			'escaped equal signs, bars, backslashes and line ends',
			'msg=a\\=1;b\\=\\\\\\\\h\\|\\nnext cs1=\\r',
			{ msg: 'a=1;b=\\\\h|\nnext', cs1: '\r' },
		],
		['an escaped backslash before a name', 'a=x\\\\ b=2', { a: 'x\\', b: '2' }],
		['other backslashes as they are', 'duser=CORP\\ana x=1', { duser: 'CORP\\ana', x: '1' }],
		['an empty value', 'a= b= c=3', { a: '', b: '', c: '3' }],
		[
			'blanks before the sign',
			'src=192.0.2.1 destinationServiceName =Sales Cloud',
			{ src: '192.0.2.1', destinationServiceName: 'Sales Cloud' },
		],
		[
			'signs that nobody escaped',
			'request=https://example.com/x?a=b&c=d act=get',
			{ request: 'https://example.com/x?a=b&c=d', act: 'get' },
		],
		['signs in a row', 'a==b=c d=1', { a: '=b=c', d: '1' }],
		['bars', 'msg=a|b|c', { msg: 'a|b|c' }],
		['names with points and brackets', 'ad.field[0]=1 x_y-z=2', { 'ad.field[0]': '1', 'x_y-z': '2' }],
		['a name twice: the first stands', 'a=1 a=2', { a: '1' }],
		['names that objects have of themselves', '__proto__=1 constructor=2 toString=3', { constructor: '2', toString: '3' }],
	])('extensions: %s', (_, text, expected) => {
		expect(extensions(text)).toEqual(expected);
		expect(Object.getPrototypeOf(parsed(HEAD + text)['extensions'])).toBeNull();
	});

	test.each([
		['nothing', '', undefined],
		['a priority', '<134>', '<134>'],
		['RFC 3164', '<134>Mar  4 09:30:00 host ', '<134>Mar  4 09:30:00 host'],
		['RFC 3164 with a year', 'Mar  4 2026 09:30:00 host ', 'Mar  4 2026 09:30:00 host'],
		[
			'RFC 5424 with a byte order mark',
			'<134>1 2026-03-04T09:30:00Z host app 7 - - \ufeff',
			'<134>1 2026-03-04T09:30:00Z host app 7 - -',
		],
		['an ISO time', '2026-03-04T09:30:00Z host relay - ', '2026-03-04T09:30:00Z host relay -'],
	])('behind %s', (_, header, kept) => {
		const line = `${header}${HEAD}a=1`;
		expect(cefStart(line)).toBe(header.length);
		expect(parsed(line)).toMatchObject({ deviceVendor: 'Example' });
		expect(parsed(line)['syslogHeader']).toBe(kept);
	});

	test.each([
		'',
		'CEF',
		'CEF:',
		'CEF:0',
		'CEF:x|a',
		'LEEF:1.0|a',
		'some words CEF:0|a|b|c|d|e|f|',
		'{"a":"CEF:0|"}',
		'<14>{"a":" CEF:0|a"}',
	])('%p is none', (line) => expect(cefStart(line)).toBeUndefined());

	test('with half a header is refused with the number of its parts', () => {
		expect(parseCef('CEF:0|a|b')).toEqual({
			got: 'a CEF header with 3 of its 7 parts',
			expected: 'CEF:version|vendor|product|version|id|name|severity|name=value …',
		});
	});

	test('of a megabyte costs a moment, whatever it is made of', () => {
		for (const piece of ['a=', 'a b', ' =', '\\', '\\=', '=', 'a= ', '|', 'x']) {
			const before = cpuMs();
			parseCef(`${HEAD}${piece.repeat(1e6 / piece.length)}`);
			expect(cpuMs() - before).toBeLessThan(1500);
		}
	});
});

describe('CEF files', () => {
	test('are lines with their ordinals, bytes and line numbers, cut anywhere', () => {
		const line = `<134>Mar  4 09:30:00 host ${HEAD}n=2 city=São Paulo`;
		const text = `${HEAD}n=1\r\n\r\n${line}\nCEF:0|a|b\n${HEAD}n=4`;
		const { whole, others } = splitEveryWay('cef', text);
		expect(whole.records.map(({ record, value }) => [record, (value['extensions'] as JsonObject)['n']])).toEqual([
			[1, '1'],
			[2, '2'],
			[4, '4'],
		]);
		expect(whole.records[1]).toMatchObject({ offset: HEAD.length + 7, length: Buffer.byteLength(line) });
		expect(whole.rejections).toMatchObject([{ reason: 'broken-cef', record: 3, line: 4 }]);
		expect(whole.count).toBe(4);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('a last line cut in its header is a cut file', () => {
		const taken = split('cef', `${HEAD}n=1\nCEF:0|Exam`);
		expect([taken.truncated, taken.count]).toEqual([true, 2]);
		expect(taken.rejections).toMatchObject([{ reason: 'truncated', record: 2, line: 2 }]);
	});

	test('JSON between the lines is read too, and anything else is counted', async () => {
		const taken = await readContent(`${HEAD}n=1\n{"n":2}\nwords\n${HEAD}n=4\n${HEAD}n=5\n`);
		expect(taken.summary.container).toBe('cef');
		expect([taken.count, taken.records.length]).toEqual([5, 4]);
		expect(taken.rejections).toMatchObject([{ reason: 'broken-json', record: 3 }]);
	});
});

describe('CEF in envelopes', () => {
	test('is found in the raw event of Splunk and the original of Elastic', () => {
		for (const [record, name] of [
			[{ _raw: `<134>${HEAD}n=1`, _time: '1' }, 'splunk'],
			[{ '@timestamp': 'x', event: { original: `${HEAD}n=1` } }, 'elastic'],
			[{ '@timestamp': 'x', message: `${HEAD}n=1` }, 'message'],
		] as const) {
			const { values, envelope } = unwrap(record);
			expect(envelope).toEqual([name]);
			expect(values).toMatchObject([{ deviceVendor: 'Example', extensions: { n: '1' } }]);
		}
	});

	test('a record as JSON in its message is taken out; other messages stay', () => {
		const inner = unwrap(parsed(`${HEAD}msg={"eventType":"x","q":"a\\=b"} act=y`));
		expect(inner).toEqual({ envelope: ['cef'], values: [{ eventType: 'x', q: 'a=b' }] });
		const bare = String.raw`${HEAD}src=192.0.2.1 msg={"action":"x","text":"two\nlines, \"quoted\""} destinationServiceName =Slack`;
		expect(unwrap(parsed(bare))).toEqual({ envelope: ['cef'], values: [{ action: 'x', text: 'two\nlines, "quoted"' }] });
		expect(unwrap(parsed(`${HEAD}cs1={"action":"x","n":1} cs1Label=raw`)).values).toEqual([{ action: 'x', n: 1 }]);
		expect(unwrap(parsed(`${HEAD}cs6Label=raw-event cs6={"action":"x","n":1}`)).values).toEqual([{ action: 'x', n: 1 }]);
		expect(unwrap(parsed(`${HEAD}rawEvent={"action":"x","n":1} msg=words`)).values).toEqual([{ action: 'x', n: 1 }]);
		expect(unwrap(parsed(`${HEAD}msg={"broken`)).envelope).toEqual([]);
		expect(unwrap(parsed(`${HEAD}msg={}`)).envelope).toEqual([]);
	});

	test.each([
		['a user agent', 'requestClientApplication={"eventType":"user.lifecycle.delete.initiated","uuid":"1"} msg=words'],
		['the name of a file', 'fname={"a":1,"b":2} msg=words'],
		['a custom text of another label', 'cs1={"a":1,"b":2} cs1Label=userAgent msg=words'],
		['a custom text without a label', 'cs1={"a":1,"b":2} flexString1={"a":1,"b":2} msg=words'],
	])('JSON in %s is not the record', (_, text) => {
		const line = parsed(HEAD + text);
		expect(unwrap(line)).toEqual({ envelope: [], values: [line] });
	});
});
