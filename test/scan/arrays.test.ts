import { describe, expect, test } from '@jest/globals';
import { withDefaults } from '../../src/read/limits.ts';
import { Sink } from '../../src/read/sink.ts';
import { splitterOf } from '../../src/read/split.ts';
import { ScannedRecord, type Scanner } from '../../src/scan/scanner.ts';
import { newScanner } from './scanned.ts';

/** What came of a JSON text that is handed over in two pieces, as text; how many records were read off their bytes. */
function taken(text: string, cut: number, scanner?: Scanner): { readonly said: string; readonly scanned: number } {
	const sink = new Sink(withDefaults({ maxRecordBytes: 400 }), (offset) => offset, scanner);
	const splitter = splitterOf({ container: 'json' }, sink);
	const bytes = Buffer.from(text);
	const said: unknown[] = [];
	let scanned = 0;
	const take = () => {
		const { records, rejections, before } = sink.take();
		scanned += records.filter((record) => record instanceof ScannedRecord).length;
		said.push(
			...records.map(({ value, record, offset, length }) => [JSON.stringify(value), record, offset, length]),
			rejections,
			before,
		);
	};
	for (const piece of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
		splitter.push(piece);
		take();
	}
	splitter.end();
	take();
	return { said: JSON.stringify([said, sink.count, sink.truncated]), scanned };
}

const record = (n: number) => ({
	id: `r-${n}`,
	who: { name: `Ana "${n}" Müller`, roles: ['a', null, { n }] },
	ok: n % 2 === 0,
	list: [],
});
const records = [1, 2, 3, 4].map(record);
const [first, second] = records.map((one) => JSON.stringify(one));

describe('elements of an array are the same whoever finds their ends, wherever the text is cut', () => {
	test.each([
		['compact', JSON.stringify(records)],
		['pretty', JSON.stringify(records, undefined, 2)],
		['with tabs and line ends of Windows', JSON.stringify(records, undefined, '\t').replaceAll('\n', '\r\n')],
		['of a page', JSON.stringify({ '@odata.context': 'x', value: records, '@odata.nextLink': 'y' })],
		['of a page, in a list of pages', JSON.stringify([{ value: records.slice(0, 2) }, { value: records.slice(2) }])],
		['in an array in an array', JSON.stringify([[records.slice(0, 1)], records.slice(1)])],
		['several arrays', `${JSON.stringify(records)}\n${JSON.stringify(records)}`],
		['and objects that are no elements', `${first}${second}\n[${first}]${second}`],
		['without commas', `[${first} ${second}${first}]`],
		['among texts and numbers', `[1,${first},"a",${second},[],null,${first}]`],
		['among empty ones', `[{},${first},{},{"a":{}},${second}]`],
		['one of them too long', `[${first},{"id":"${'x'.repeat(500)}"},${second}]`],
		['one of them broken', `[${first},{"id":"r-9","who":{"name" "x"}},${second},${first}]`],
		['one of them without its end', `[${first},{"id":"r-9","who":{"name":"x",${second},${first}]`],
		['one of them with a control character', `[${first},{"id":"a\u0001b"},${second}]`],
		['a bracket that closes nothing', `[${first}}},${second}]`],
		['the last one cut', `[${first},${second?.slice(0, -9)}`],
		['of numbers that the kernel refuses', `[${first},{"id":1e3},{"id":-0},{"id":1e3},${second}]`],
	])('%s', (_, text) => {
		const scanner = newScanner();
		for (let time = 0; time < 3; time += 1) taken(text, 0, scanner);
		const length = Buffer.byteLength(text);
		for (let cut = 0; cut <= length; cut += 1) expect(taken(text, cut, scanner).said).toBe(taken(text, cut).said);
	});
});

test('an element is read off its bytes once its structure is known', () => {
	const scanner = newScanner();
	const text = JSON.stringify(Array.from({ length: 100 }, (_, n) => record(n)));
	// A structure (names and nesting) is learnt when it is met for the second time.
	expect(taken(text, text.length, scanner).scanned).toBe(99);
	expect(taken(text, text.length, scanner).scanned).toBe(100);
	// Of one that comes in two pieces the splitter finds the end.
	expect(taken(text, text.indexOf('"r-50"'), scanner).scanned).toBe(100);
});

test('what lies behind the bytes that were loaded completes no element', () => {
	const scanner = newScanner();
	const whole = Buffer.from(`[${first},${first},${first}]`);
	for (let time = 0; time < 3; time += 1) taken(String(whole), whole.length, scanner);
	// The end of an element is there still, from the batch before.
	const cut = whole.length - 5;
	scanner.load(whole, 0, whole.length);
	scanner.load(whole, 0, cut);
	const last = 1 + 2 * (Buffer.byteLength(first ?? '') + 1);
	expect(scanner.object(1)?.length).toBe(Buffer.byteLength(first ?? ''));
	expect(scanner.object(last)).toBeUndefined();
	scanner.load(whole, 0, whole.length);
	expect(scanner.object(last)?.length).toBe(Buffer.byteLength(first ?? ''));
});
