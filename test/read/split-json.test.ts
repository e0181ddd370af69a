import { describe, expect, test } from '@jest/globals';
import { cpuMs } from '../cpu.ts';
import { numbers, split, splitEveryWay } from './reading.ts';

const PRETTY = `[
  {
    "n": 1,
    "name": "a \\"quoted\\" } ] name\\\\",
    "list": [ { "n": 10 }, [ ] ]
  },
  {
    "n": 2, "city": "São Paulo \u{1f600}"
  }
]
`;

describe('where the records are', () => {
	test('passes over byte order marks between objects, cut anywhere', () => {
		const { whole, others } = splitEveryWay('json', '{"n":1}\n\ufeff{\n"n":2}\ufeff{"n":"\ufeff"}');
		expect(whole.records.map(({ value }) => value['n'])).toEqual([1, 2, '\ufeff']);
		expect(whole.count).toBe(3);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('reads records that were written as strings, cut anywhere', () => {
		const text = JSON.stringify([JSON.stringify({ n: 1, b: 'x' }), 'no record', JSON.stringify({ n: 2, b: '}' })], null, 1);
		const { whole, others } = splitEveryWay('json', text);
		expect(numbers(whole)).toEqual([1, 2]);
		expect(whole.rejections.map(({ reason, record }) => [reason, record])).toEqual([['not-an-object', 2]]);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('reads the elements of a pretty-printed array, cut anywhere', () => {
		const { whole, others } = splitEveryWay('json', PRETTY);
		expect(numbers(whole)).toEqual([1, 2]);
		expect(whole.rejections).toEqual([]);
		expect(whole.truncated).toBe(false);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('gives the byte span of each record', () => {
		const bytes = Buffer.from(PRETTY);
		for (const { offset, length, value } of split('json', PRETTY).records) {
			expect(JSON.parse(bytes.toString('utf8', offset, offset + length))).toEqual(value);
		}
	});

	test.each([
		['a Graph page', '{"@odata.context":"x","value":[{"n":1},{"n":2}],"@odata.nextLink":"y"}'],
		['a Box page', '{"chunk_size":2,"next_stream_position":"1152922976252290886","entries":[{"n":1},{"n":2}]}'],
		['a Slack page of sign-ins', '{"ok":true,"logins":[{"n":1},{"n":2}],"paging":{"count":2}}'],
		['a Zoom page', '{"page_size":30,"operation_logs":[{"n":1},{"n":2}]}'],
		['a Google page', '{"kind":"admin#reports#activities","etag":"x","items":[{"kind":"admin#reports#activity","n":1},{"n":2}]}'],
		['an Elasticsearch answer', '{"took":1,"hits":{"total":{"value":2},"hits":[{"n":1},{"n":2}]}}'],
		[
			'an Okta event hook',
			'{"eventType":"com.okta.event_hook","eventId":"e","eventTime":"t","data":{"events":[{"n":1},{"n":2}]}}',
		],
		['objects in a row', '{"n":1}{"n":2}'],
		['objects on lines', '{"n":1}\n\n{"n":2}\n'],
		['arrays in a row', '[{"n":1}]\n[{"n":2}]'],
		['arrays in an array without a comma', '[[{"n":1}][{"n":2}]]'],
		['pages in a row', '{"value":[{"n":1}]}\n{"value":[{"n":2}]}'],
		['records separated as in RFC 7464', '\x1e{"n":1}\n\x1e{"n":2}\n'],
		['a trailing comma', '[{"n":1},{"n":2},]'],
	])('reads %s, cut anywhere', (_, text) => {
		const { whole, others } = splitEveryWay('json', text);
		expect(numbers(whole)).toEqual([1, 2]);
		expect(whole.count).toBe(2);
		expect(whole.rejections).toEqual([]);
		expect(whole.truncated).toBe(false);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('keeps an event that has a list of its own as one record', () => {
		const event = '{"id":{"time":"t"},"actor":{},"n":1,"events":[{"name":"upload"},{"name":"edit"}]}';
		expect(numbers(split('json', event))).toEqual([1]);
		expect(numbers(split('json', '{"n":1,"events":["push","pull"]}'))).toEqual([1]);
	});

	test('counts no record for an empty array or an empty page', () => {
		for (const text of ['[]', ' [\n] ', '{"value":[]}', '{"kind":"admin#reports#activities","etag":"x"}']) {
			expect(split('json', text)).toEqual({ records: [], rejections: [], count: 0, truncated: false });
		}
	});

	test('keeps the name of a long value before the records apart from the names', () => {
		const text = `{"note":"${'value'.repeat(100)}","value":[{"n":1}],"${'x'.repeat(300)}":1,"entries":[{"n":2}]}`;
		const { whole, others } = splitEveryWay('json', text);
		expect(numbers(whole)).toEqual([1, 2]);
		for (const other of others) expect(other).toEqual(whole);
	});
});

describe('broken JSON', () => {
	test.each([
		['a trailing comma inside', '[{"n":1},{"n":2,"a":[1,]},{"n":3}]', 'line 1, column 24: "]"'],
		['a missing closing brace', '[{"n":1},{"n":2,"a":{"b":1},{"n":3}]', 'line 1, column 29: "{"'],
		['a bracket too many', '[{"n":1},{"n":2]},{"n":3}]', 'line 1, column 16: "]"'],
		['a missing closing quote', '[{"n":1},{"n":2,"a":"x},{"n":3}]', 'line 1, column 27: "n"'],
		['a bare word', '[{"n":1},{"n":2,"a":NaN},{"n":3}]', 'line 1, column 21: "N"'],
	])('loses only the record with %s, cut anywhere', (_, text, place) => {
		const { whole, others } = splitEveryWay('json', text);
		expect(numbers(whole)).toEqual([1, 3]);
		expect(whole.count).toBe(3);
		expect(whole.rejections).toMatchObject([{ reason: 'broken-json', record: 2, line: 1 }]);
		expect(whole.rejections[0]?.got).toContain(place);
		for (const other of others) expect({ numbers: numbers(other), count: other.count }).toEqual({ numbers: [1, 3], count: 3 });
	});

	test('finds the next record of a pretty-printed page by its indentation', () => {
		const text =
			'{\n  "value": [\n    {\n      "n": 1,\n      "a": [{\n        "id": "x}\n      }]\n    },\n    {\n      "n": 2\n    }\n  ]\n}\n';
		const { whole, others } = splitEveryWay('json', text);
		expect(numbers(whole)).toEqual([2]);
		expect(whole.rejections).toMatchObject([{ reason: 'broken-json', line: 3 }]);
		expect(whole.rejections[0]?.got).toContain('line 6');
		for (const other of others) expect(numbers(other)).toEqual([2]);
	});

	test('says where a document breaks in which nothing can be saved', () => {
		const taken = split('json', '{\n  "a": 1,\n  "b": oops\n');
		expect(taken.records).toEqual([]);
		expect(taken.rejections).toMatchObject([{ reason: 'broken-json', record: 1, line: 1, expected: 'a value' }]);
		expect(taken.rejections[0]?.got).toContain('line 3, column 8');
	});

	test.each([
		['its first name', '[{"i"d":1,"n":1},{"id":2,"n":2},{"id":3,"n":3}]'],
		['what stands before it', '{"value":[x{"id":1,"n":1},{"id":2,"n":2},{"id":3,"n":3}]}'],
		['what stands before all', 'x[{"id":2,"n":2},{"id":3,"n":3}]'],
		['a quote before it', '[\n "{\n  "id":1},\n {\n  "id":2,"n":2\n },\n {\n  "id":3,"n":3\n }\n]'],
	])('reads the records behind a first one that is broken: %s', (_, text) => {
		const { whole, others } = splitEveryWay('json', text);
		expect(numbers(whole)).toEqual([2, 3]);
		expect(whole.rejections).toMatchObject([{ reason: 'broken-json', record: 1 }]);
		expect(whole.count).toBe(3);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('reads the records of a page whose head is broken', () => {
		const taken = split('json', '{"@odata.context": oops, "value":[{"n":1},{"n":2}]}');
		expect(numbers(taken)).toEqual([1, 2]);
		expect(taken.rejections).toMatchObject([{ reason: 'broken-json', record: 1 }]);
	});

	test('counts elements that are no objects', () => {
		const taken = split('json', '[1,"a,b",null,{"n":1},true]');
		expect(numbers(taken)).toEqual([1]);
		expect(taken.rejections.map(({ reason, record }) => [reason, record])).toEqual([
			['not-an-object', 1],
			['not-an-object', 2],
			['not-an-object', 3],
			['not-an-object', 5],
		]);
	});

	test('counts a record that is cut at the end of the file', () => {
		const text = '[{"n":1},{"n":2,"a":"b"}]';
		for (let length = 2; length < text.length; length += 1) {
			const taken = split('json', text.slice(0, length));
			const inside = (length > 1 && length < 8) || (length > 9 && length < 24);
			expect([length, taken.truncated]).toEqual([length, true]);
			expect(taken.rejections.map(({ reason }) => reason)).toEqual(inside ? ['truncated'] : []);
			expect(taken.count).toBe(taken.records.length + taken.rejections.length);
		}
	});

	test('never shows a control character of the file in a message', () => {
		const [rejection] = split('json', '[{"n":\x1b[31m}]').rejections;
		expect(rejection?.got).toContain('U+001B');
		expect(rejection?.got).not.toContain('\x1b');
	});

	test('takes time in proportion to a file of nothing but broken records', () => {
		const started = cpuMs();
		const taken = split('json', `[${'{"a":{'.repeat(200_000)}`, { size: 65_536 });
		expect(taken.count).toBe(taken.rejections.length);
		expect(cpuMs() - started).toBeLessThan(10_000);
	});
});

describe('records that cost too much', () => {
	test('passes over a record that is too long and reads the next, cut anywhere', () => {
		const text = `[{"n":1},{"n":2,"a":"${'x'.repeat(100)}","b":[{}]},{"n":3}]`;
		const { whole, others } = splitEveryWay('json', text, { maxRecordBytes: 50 });
		expect(numbers(whole)).toEqual([1, 3]);
		expect(whole.rejections).toMatchObject([{ reason: 'too-long', record: 2 }]);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('passes over a record that is nested too deeply and reads the next, cut anywhere', () => {
		const text = `[{"n":1},{"a":${'['.repeat(300)}${']'.repeat(300)}},{"n":3}]`;
		const { whole, others } = splitEveryWay('json', text);
		expect(numbers(whole)).toEqual([1, 3]);
		expect(whole.rejections).toMatchObject([{ reason: 'too-deep', record: 2 }]);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('reads a record nested as deeply as allowed', () => {
		const text = `[{"n":1,"a":${'['.repeat(199)}${']'.repeat(199)}}]`;
		expect(numbers(split('json', text))).toEqual([1]);
		expect(split('json', text, { maxDepth: 199 }).rejections).toMatchObject([{ reason: 'too-deep' }]);
	});
});
