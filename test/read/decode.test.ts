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
			Buffer.concat([Buffer.from('{"n":1,"a":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}\n{"n":2}\n')]),
		);
		expect(numbers(taken)).toEqual([1, 2]);
		expect(taken.records[0]?.value['a']).toBe('\ufffd\ufffd');
		expect(taken.records[1]?.offset).toBe(17);
	});
});
