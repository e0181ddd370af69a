import { describe, expect, test } from '@jest/globals';
import { guessEncoding } from '../../src/read/decode.ts';
import { readSpans } from '../../src/read/spans.ts';
import { numbers, readContent } from './reading.ts';

const TEXT = '{"n":1,"city":"São Paulo \u{1f600}"}\r\n{"n":2,"city":"東京"}\r\n{"n":3}\r\n';
const LITTLE = Buffer.from(TEXT, 'utf16le');
const BIG = Buffer.from(LITTLE).swap16();
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

describe('encodings', () => {
	test.each([
		['utf-8', Buffer.from(TEXT), 'utf-8'],
		['utf-8 with a mark', Buffer.concat([MARK, Buffer.from(TEXT)]), 'utf-8'],
		['utf-16le', LITTLE, 'utf-16le'],
		['utf-16le with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), LITTLE]), 'utf-16le'],
		['utf-16be', BIG, 'utf-16be'],
		['utf-16be with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), BIG]), 'utf-16be'],
	])('reads %s in chunks of any size and gives the original bytes again', async (_, bytes, encoding) => {
		for (const chunkBytes of [1, 2, 3, 5, 2 ** 20]) {
			const taken = await readContent(bytes, { chunkBytes });
			expect(numbers(taken)).toEqual([1, 2, 3]);
			expect(taken.records.map(({ value }) => value['city'])).toEqual(['São Paulo \u{1f600}', '東京', undefined]);
			expect(taken.summary.encoding).toBe(encoding);
			expect(taken.truncated).toBe(false);
			const spans = await readSpans(taken.file, taken.records);
			const text = spans.map((span) => new TextDecoder(encoding, { ignoreBOM: true }).decode(span));
			expect(text).toEqual(TEXT.split('\r\n').slice(0, 3));
		}
	});

	test('drops the mark in front of a CSV header', async () => {
		const taken = await readContent(Buffer.concat([MARK, Buffer.from('Id,Name\n1,x\n')]));
		expect(taken.records.map(({ value, offset, length }) => [{ ...value }, offset, length])).toEqual([
			[{ Id: '1', Name: 'x' }, 11, 3],
		]);
	});

	test('says that UTF-16 text is cut inside a character', async () => {
		const taken = await readContent(LITTLE.subarray(0, LITTLE.length - 1));
		expect([taken.truncated, numbers(taken)]).toEqual([true, [1, 2, 3]]);
	});

	test('does not take a text of two bytes for UTF-16', () => {
		expect(guessEncoding(Buffer.from('{}')).encoding).toBe('utf-8');
	});

	test('reads on behind bytes that are no UTF-8', async () => {
		const taken = await readContent(
			Buffer.concat([Buffer.from('{"n":1,"a":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}\n{"n":2,"b":"é\ufffd"}\n')]),
		);
		expect(numbers(taken)).toEqual([1, 2]);
		expect(taken.records[0]?.value['a']).toBe('\ufffd\ufffd');
		expect(taken.records[1]?.offset).toBe(17);
		expect(taken.summary.encoding).toBe('utf-8');
	});

	test('counts the places that are no UTF-8, in chunks of any size', async () => {
		const bytes = Buffer.concat([
			Buffer.from('{"n":1,"a":"é\ufffd\u{1f600}"}\n{"n":2,"a":"'),
			// A lone lead, one with a wrong follower, half of a character of four.
			Buffer.from([0xe9, 0x2e, 0xc3, 0x41, 0xf0, 0x9f, 0x98, 0x22]),
			Buffer.from('}\n{"n":3,"a":"東"}\n'),
		]);
		for (const chunkBytes of [1, 2, 3, 5, 2 ** 20]) {
			const taken = await readContent(bytes, { chunkBytes });
			expect(numbers(taken)).toEqual([1, 2, 3]);
			expect(taken.summary.notes).toEqual([
				'3 places are not UTF-8, read as U+FFFD: names that differ in nothing else look the same; convert it to UTF-8 first',
			]);
		}
		expect((await readContent(Buffer.from('{"n":"é東\ufffd"}\n'), { chunkBytes: 1 })).summary.notes).toBeUndefined();
	});

	test('reads Windows-1252 where nothing beyond ASCII is UTF-8, in chunks of any size, and gives the original bytes again', async () => {
		const bytes = Buffer.from(
			'{"n":1,"who":"josé@example.com"}\n{"n":2,"who":"josè@example.com","price":"\x80"}\n{"n":3}\n',
			'latin1',
		);
		for (const chunkBytes of [1, 2, 3, 2 ** 20]) {
			const taken = await readContent(bytes, { chunkBytes });
			expect(taken.summary.encoding).toBe('windows-1252');
			expect(taken.records.map(({ value }) => [value['who'], value['price']])).toEqual([
				['josé@example.com', undefined],
				['josè@example.com', '€'],
				[undefined, undefined],
			]);
			expect(taken.summary.notes).toEqual([expect.stringContaining('read as Windows-1252')]);
			const spans = await readSpans(taken.file, taken.records);
			expect(spans.map((span) => span.toString('latin1'))).toEqual(bytes.toString('latin1').trimEnd().split('\n'));
		}
	});

	// "日付,ユーザー名" and so on as Shift-JIS writes them; the last name holds half-width katakana, one byte each.
	const JAPANESE = Buffer.concat([
		Buffer.from([0x93, 0xfa, 0x95, 0x74, 0x2c, 0x83, 0x86, 0x81, 0x5b, 0x83, 0x55, 0x81, 0x5b, 0x96, 0xbc, 0x0a]),
		Buffer.from([0x31, 0x2c, 0x93, 0x8c, 0x8b, 0x9e, 0x0a]),
		Buffer.from([0x32, 0x2c, 0xc4, 0xb3, 0x0a]),
		Buffer.from('3,x\n'),
	]);

	test('reads Shift-JIS in chunks of any size and gives the original bytes again', async () => {
		for (const chunkBytes of [1, 2, 3, 2 ** 20]) {
			const taken = await readContent(JAPANESE, { chunkBytes });
			expect(taken.summary.encoding).toBe('shift_jis');
			expect(taken.records.map(({ value }) => ({ ...value }))).toEqual([
				{ 日付: '1', ユーザー名: '東京' },
				{ 日付: '2', ユーザー名: 'ﾄｳ' },
				{ 日付: '3', ユーザー名: 'x' },
			]);
			expect(taken.records.map(({ offset, length }) => [offset, length])).toEqual([
				[16, 6],
				[23, 4],
				[28, 3],
			]);
			expect((await readSpans(taken.file, taken.records))[0]).toEqual(JAPANESE.subarray(16, 22));
		}
	});

	test('a broken character of Shift-JIS costs itself, and those behind it keep their place', async () => {
		// 0x95 begins a character, but a blank cannot end it; 0xff begins none.
		const broken = Buffer.concat([
			JAPANESE.subarray(0, 16),
			Buffer.from([0x34, 0x2c, 0x95, 0x20, 0xff, 0x0a]),
			Buffer.from('5,y\n'),
		]);
		const taken = await readContent(broken);
		expect(taken.records.map(({ value }) => value['ユーザー名'])).toEqual(['\ufffd \ufffd', 'y']);
		expect(taken.records[1]?.offset).toBe(22);
	});

	test('says that Shift-JIS is cut inside a character', async () => {
		const taken = await readContent(JAPANESE.subarray(0, 19));
		expect(taken.truncated).toBe(true);
	});

	test('does not take Western European text for Japanese', () => {
		expect(guessEncoding(Buffer.from('Créé par,Événement,Où\n1,é,ü\n', 'latin1')).encoding).toBe('windows-1252');
	});
});
