import { describe, expect, test } from '@jest/globals';
import { newScanner, plainly, scanAgrees, scanAll, scanOne } from './scanned.ts';

const RECORD = `{"time":"2026-03-03T09:00:00Z","who":{"id":"ana@example.com","name":"Ana \\"A\\" Müller","roles":["a",null,{"n":1.5}]},"ok":true,"no":false,"n":-12,"e":{},"l":[],"u":"\\u00e9\\ud83d\\ude00","k":[{"Name":"x","Value":"{\\"y\\":1}"}]}`;

describe('reads off its bytes', () => {
	test.each([
		'{}',
		'{"a":1}',
		RECORD,
		' \t{ "a" : [ 1 , 2 ] ,\r\n "b" : { "c" : "" } } ',
		'{"a":[[],[[]],[[1],{"b":[2]}]]}',
		'{"a":0,"b":-7,"c":123456789012345,"d":-0.5,"e":10.50,"f":3.0,"g":0.000001}',
		'{"ä":"ö","日本":"語","é":"\u{1f600}"}',
		'{"a":"\\ud800","b":"\\u0000","c":"\\/\\b\\f\\n\\r\\t\\\\"}',
		`{"long":"${'x'.repeat(5000)}","words":"${'ü'.repeat(300)}"}`,
		'{"":1,"toString":2,"constructor":{"length":3}}',
		'{"kind":"admin#reports#activity","id":{"time":"t"},"events":[{"name":"view","parameters":[{"name":"x","multiValue":["a"]}]}]}',
		'{"events":"none","items":[],"uuid":1}',
		'{"a":"0123456789abcdef","b":"0123456789abcde","c":"0123456789abcdef0"}',
	])('%s', (text) => {
		expect(scanAgrees(newScanner(), Buffer.from(text.trim()))).toBe(true);
	});
});

test('a record without members is not shown for the one behind it', () => {
	const scanner = newScanner();
	const texts = ['{}', '{"a":{}}', '{}', '{"b":1}'];
	const bytes = Buffer.from(texts.join(''));
	let found: ReturnType<typeof scanner.scan>[] = [];
	for (let time = 0; time < 3; time += 1) {
		scanner.load(bytes, 0, bytes.length);
		let from = 0;
		found = texts.map((text) => {
			from += text.length;
			return scanner.scan(from - text.length, from);
		});
	}
	expect(found.map((one) => one && JSON.stringify(scanner.show(one)))).toEqual(['{}', '{"a":{}}', '{}', '{"b":1}']);
});

describe('leaves to the plain reader', () => {
	test.each([
		['a name that comes twice', '{"a":1,"a":2}'],
		['a name that comes twice, once as an object', '{"a":{"b":1},"a":{"c":1}}'],
		['a name with an escape', '{"\\u0061":1}'],
		['a number as a name: it would come first', '{"b":1,"0":2}'],
		['__proto__', '{"a":{"__proto__":1}}'],
		['an exponent', '{"a":1e3}'],
		['minus zero', '{"a":-0}'],
		['sixteen digits', '{"a":9007199254740993}'],
		['a tiny number', '{"a":0.0000001}'],
		['what may be wrapped', '{"message":"{}"}'],
		['what may be a page', '{"kind":"admin#reports#activities","items":[{"id":1,"events":[]}]}'],
		['an event with a list, wrapped', '{"id":1,"events":[],"message":"{}"}'],
		['a list', '[1]'],
		['sixty-two levels', `${'{"a":'.repeat(61)}{}${'}'.repeat(61)}`],
		['a very long record', `{"a":"${'x'.repeat(70_000)}"}`],
	])('%s', (_what, text) => {
		expect(plainly(text)).toBeDefined();
		expect(scanAgrees(newScanner(), Buffer.from(text))).toBe(false);
	});

	test.each([
		['half a character', [0xc3]],
		['a character in too many bytes', [0xc0, 0xaf]],
		['a surrogate', [0xed, 0xa0, 0x80]],
		['beyond the last character', [0xf5, 0x80, 0x80, 0x80]],
		['a stray byte', [0x80]],
	])('text that is not UTF-8: %s', (_what, bytes) => {
		const [before, behind] = [Buffer.from('{"a":"x'), Buffer.from('y"}')];
		expect(scanAgrees(newScanner(), Buffer.concat([before, Buffer.from(bytes), behind]))).toBe(false);
		expect(scanAgrees(newScanner(), Buffer.concat([Buffer.from('{"'), Buffer.from(bytes), Buffer.from('":1}')]))).toBe(false);
	});

	test.each([
		'{"a":01}',
		'{"a":1.}',
		'{"a":.5}',
		'{"a":+1}',
		'{"a":tru}',
		'{"a":nulll}',
		'{"a":falsy}',
		'{"a" 1}',
		'{"a":1,}',
		'{"a":[1,]}',
		'{"a":[,1]}',
		'{,"a":1}',
		'{"a":1}}',
		'{"a":1]',
		'{"a":"\t"}',
		'{"a":"\\x"}',
		'{"a":"\\u12g4"}',
		'{a:1}',
		"{'a':1}",
		'{"a":1} x',
		'{"a":1 "b":2}',
		'{"a":\u00a01}',
	])('what is no JSON: %s', (text) => {
		expect(plainly(text)).toBeUndefined();
		expect(scanAgrees(newScanner(), Buffer.from(text))).toBe(false);
	});
});

describe('a record that is known', () => {
	test('cut at every byte is left to the plain reader', () => {
		const scanner = newScanner();
		const bytes = Buffer.from(RECORD);
		expect(scanAgrees(scanner, bytes)).toBe(true);
		for (let end = 0; end < bytes.length; end += 1) expect(scanAgrees(scanner, bytes.subarray(0, end))).toBe(false);
	});

	test('with any byte changed is read as the plain reader reads it, or not at all', () => {
		const scanner = newScanner();
		const bytes = Buffer.from(RECORD);
		for (let at = 0; at < bytes.length; at += 1) {
			for (const byte of [0x00, 0x20, 0x22, 0x2c, 0x30, 0x39, 0x5c, 0x5d, 0x65, 0x7d, 0x7b, 0x80, 0xff]) {
				const changed = Buffer.from(bytes);
				changed[at] = byte;
				const found = scanOne(scanner, changed);
				if (found !== undefined) expect(JSON.stringify(scanner.show(found))).toBe(JSON.stringify(plainly(changed.toString())));
			}
		}
	});

	test('shows its own values only, whichever is asked for first', () => {
		const scanner = newScanner();
		const texts = Array.from({ length: 40 }, (_, n) => `{"id":"${n % 3}","n":${n},"l":[${n},"${n}"],"o":{"p":"q${n}"}}`);
		const found = scanAll(scanner, texts);
		expect(found.filter((one) => one === undefined).length).toBe(1);
		for (const [n, one] of [...found.entries()].toReversed()) {
			if (one !== undefined) expect(JSON.stringify(scanner.show(one))).toBe(texts[n]);
		}
		for (const [n, one] of found.entries()) {
			if (one !== undefined) expect(scanner.show(one)['o']).toEqual({ p: `q${n}` });
		}
	});

	test('is gone with its batch', () => {
		const scanner = newScanner();
		const bytes = Buffer.from('{"a":1}');
		scanOne(scanner, bytes);
		const found = scanOne(scanner, bytes);
		if (found === undefined) throw new Error('not read');
		scanner.load(bytes, 0, 0);
		expect(() => scanner.show(found)).toThrow(/after its batch/);
	});

	test('may stand as text in a cell, beside a record that is read off its bytes', () => {
		const scanner = newScanner();
		const row = '{"a":"1","b":"2"}';
		const cell = '{"a":"inner","c":["ü"]}';
		scanner.text(cell);
		scanOne(scanner, row);
		const found = scanOne(scanner, row);
		if (found === undefined) throw new Error('not read');
		const outer = scanner.show(found);
		expect(outer['a']).toBe('1');
		expect(scanner.text(cell)).toEqual({ a: 'inner', c: ['ü'] });
		expect(outer['b']).toBe('2');
		expect(scanner.text('{"a":"\ud800"}')).toBeUndefined();
		expect(scanner.text(`{"a":1}${' '.repeat(140_000)}x`)).toBeUndefined();
	});
});

describe('rows of CSV', () => {
	const names = ['a', 'b', 'AuditData'];
	const header = 'a,b,AuditData\n';

	/** All rows of a text, each by the scanner or not at all. */
	function rows(text: string, scanner = newScanner()): readonly unknown[] {
		const bytes = Buffer.from(text);
		const columns = scanner.columns(names, 0x2c);
		if (columns === undefined) throw new Error('no columns');
		scanner.load(bytes, 0, bytes.length);
		const all: unknown[] = [];
		for (let at = 0; at < bytes.length; ) {
			const row = scanner.row(at, columns);
			if (row === undefined) return [...all, 'refused'];
			all.push({ ...scanner.show(row.found) }, row.length);
			at += row.taken;
		}
		return all;
	}

	test('are undoubled in place, whatever the length between quotes', () => {
		for (let length = 0; length < 70; length += 1) {
			const data = `${'x'.repeat(length)}"${'y'.repeat(length % 17)}""z,\n${'w'.repeat(length % 5)}"`;
			const row = `1,ü,"${data.replaceAll('"', '""')}"`;
			expect(rows(`${row}\r\n${row}\n`)).toEqual([
				{ a: '1', b: 'ü', AuditData: data },
				Buffer.byteLength(row),
				{ a: '1', b: 'ü', AuditData: data },
				Buffer.byteLength(row),
			]);
		}
	});

	test.each([
		['an open quote', '1,2,"x'],
		['no end of the row', '1,2,x'],
		['a return at the very end', '1,2,x\r'],
		['too few cells', '1,2\n'],
		['too many cells', '1,2,3,4\n'],
		['a quote in the middle', '1,2,"x"y\n'],
		['a blank line', '\n'],
	])('are left to the splitter: %s', (_what, text) => expect(rows(text)).toEqual(['refused']));

	test('hold records, which are read where they stand', () => {
		const scanner = newScanner();
		const records = Array.from({ length: 6 }, (_, n) => ({ n, text: `"${n}" ü`, list: [n, { m: 'x'.repeat(n * 9) }] }));
		const lines = records.map((record, n) => `${n},b,"${JSON.stringify(record).replaceAll('"', '""')}"\r\n`).join('');
		const bytes = Buffer.from(header + lines);
		scanner.load(bytes, 0, bytes.length);
		const columns = scanner.columns(names, 0x2c);
		if (columns === undefined) throw new Error('no columns');
		let at = header.length;
		const found = records.map(() => {
			const row = scanner.row(at, columns);
			if (row === undefined) throw new Error('not read');
			at += row.taken;
			return row.found;
		});
		for (const [n, one] of found.entries()) {
			const row = scanner.show(one);
			const cell = scanner.cell(row, 'AuditData');
			// The first time the structure is new.
			if (n > 0) expect(cell).toEqual(records[n]);
			expect(scanner.cell(row, 'a')).toBeUndefined();
			expect(scanner.cell(row, 'none')).toBeUndefined();
			expect(row['AuditData']).toBe(JSON.stringify(records[n]));
			expect(row['a']).toBe(String(n));
		}
	});
});

describe('whatever comes', () => {
	test('more structures and names than it has room for are still read right', () => {
		const scanner = newScanner();
		const record = (n: number) => `{"name${n % 9000}":"${n}","x${n % 977}":{"y${n % 13}":${n}}}`;
		for (let n = 0; n < 30_000; n += 1) {
			const found = scanOne(scanner, record(n));
			if (found !== undefined) expect(JSON.stringify(scanner.show(found))).toBe(record(n));
		}
	});

	test('more words than it remembers are still the right ones', () => {
		const scanner = newScanner();
		for (let n = 0; n < 120_000; n += 1) {
			// Each word comes twice, three records apart: so it is taken up, and pushed out in its turn.
			const found = scanOne(scanner, `{"a":"word ${n}","b":"word ${n - 3}","c":"ü${n % 10}"}`);
			if (found === undefined) continue;
			const shown = scanner.show(found);
			if (shown['a'] !== `word ${n}` || shown['b'] !== `word ${n - 3}` || shown['c'] !== `ü${n % 10}`)
				throw new Error(`record ${n}: ${JSON.stringify(shown)}`);
		}
	});
});
