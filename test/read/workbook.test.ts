import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { readSpans } from '../../src/read/spans.ts';
import { folderOf, readContent, readOne } from './reading.ts';
import { type MadeCell, sheetOf, workbookOf } from './workbooks.ts';
import { zipOf } from './zips.ts';

const HEADER = ['time', 'actor', 'n'];
const SIGN_IN = [HEADER, ['2026-03-02T09:00:00Z', 'ana@example.com', '1'], ['2026-03-02T10:00:00Z', 'bo@example.com', '2']];

describe('a workbook', () => {
	test('gives one record a row, by the names of the first, numbered as in the sheet', async () => {
		const { records, count, summary, file } = await readContent(
			workbookOf({ sheets: { 'Sign-ins': sheetOf(SIGN_IN) } }),
			{},
			'export',
		);
		expect(records.map(({ record, value }) => [record, { ...value }])).toEqual([
			[2, { time: '2026-03-02T09:00:00Z', actor: 'ana@example.com', n: '1' }],
			[3, { time: '2026-03-02T10:00:00Z', actor: 'bo@example.com', n: '2' }],
		]);
		expect(count).toBe(2);
		expect(file.endsWith('/export!Sign-ins')).toBe(true);
		expect(summary).toMatchObject({ container: 'xlsx', records: 2, truncated: false });
		expect(summary.compression).toEqual([]);
		expect(summary.archive?.sha256).toMatch(/^[0-9a-f]{64}$/);
	});

	test('is the same in pieces of any size', async () => {
		const book = workbookOf({
			sheets: { a: sheetOf([HEADER, ...Array.from({ length: 200 }, (_, i) => ['t', `p${i % 7} & <q>`, `${i}`])]) },
		});
		const whole = await readContent(book);
		for (const chunkBytes of [1, 7, 64]) {
			expect((await readContent(book, { chunkBytes })).records).toEqual(whole.records);
		}
		expect(whole.records[8]?.value['actor']).toBe('p1 & <q>');
	});

	test('each sheet is a log of its own; empty ones are passed over with a word', async () => {
		const content = workbookOf({ sheets: { One: sheetOf(SIGN_IN), Empty: [], Two: sheetOf(SIGN_IN.slice(0, 2)) } });
		const folder = await folderOf({ 'book.xlsx': content });
		const { files, notes, unreadable } = await openEvidence([join(folder, 'book.xlsx')]);
		expect(files.map(({ file }) => file.slice(folder.length + 1))).toEqual(['book.xlsx!One', 'book.xlsx!Two']);
		expect(notes).toEqual([`${folder}/book.xlsx!Empty: an empty sheet; passed over`]);
		expect(unreadable).toEqual([]);
		expect((await Promise.all(files.map(readOne))).map(({ count }) => count)).toEqual([2, 1]);
	});

	test('reads cells of every kind', async () => {
		const cells: readonly MadeCell[] = [
			{ inline: 'in the cell' },
			{ number: 45000.5, style: 1 },
			{ number: '1.7E3' },
			{ xml: '<c r="D2" t="b"><v>1</v></c>' },
			{ xml: '<c r="E2" t="e"><v>#N/A</v></c>' },
			{ xml: '<c r="F2" t="str"><f>A1&amp;"x"</f><v>formula</v></c>' },
			{ xml: '<c r="G2" t="d"><v>2026-03-02T09:00:00</v></c>' },
			{
				xml: '<c r="H2" t="inlineStr"><is><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></is></c>',
			},
			{ xml: '<x:c r="I2" t="inlineStr"><x:is><x:t><![CDATA[a < b]]> &#65;&#x1F600;&amp;lt;</x:t></x:is></x:c>' },
		];
		const names = ['inline', 'date', 'number', 'flag', 'error', 'formula', 'iso', 'rich', 'prefixed'];
		const { records } = await readContent(workbookOf({ sheets: { a: [names, cells] }, formats: ['yyyy-mm-dd hh:mm'] }));
		expect({ ...records[0]?.value }).toEqual({
			inline: 'in the cell',
			date: '2023-03-15T12:00:00',
			number: '1700',
			flag: 'TRUE',
			error: '#N/A',
			formula: 'formula',
			iso: '2026-03-02T09:00:00',
			rich: 'rich text',
			prefixed: 'a < b A😀&lt;',
		});
	});

	test('counts days from 1904 where it says so', async () => {
		const sheets = {
			a: [
				['when', 'what'],
				[{ number: 43538.25, style: 1 }, 'x'],
			],
		};
		const { records } = await readContent(workbookOf({ sheets, from1904: true, formats: ['m/d/yy h:mm'] }));
		expect(records[0]?.value['when']).toBe('2023-03-15T06:00:00');
	});

	test('finds the names of the columns below a title and filters, and says what it passed over', async () => {
		const report: readonly (readonly MadeCell[])[] = [
			[null, 'Login report'],
			[null, 'As of 2026-03-02'],
			[],
			[null, 'Username', 'Login Time', 'Source IP', 'Status'],
			[null, 'ana@example.com', { number: 46083.5, style: 1 }, '192.0.2.1', 'Success'],
			[null, 'bo@example.com', { number: 46083.75, style: 1 }, '192.0.2.2'],
		];
		const { records, summary } = await readContent(workbookOf({ sheets: { report }, formats: ['d.m.yyyy hh:mm'] }));
		expect(records.map(({ record, value }) => [record, { ...value }])).toEqual([
			[5, { Username: 'ana@example.com', 'Login Time': '2026-03-02T12:00:00', 'Source IP': '192.0.2.1', Status: 'Success' }],
			[6, { Username: 'bo@example.com', 'Login Time': '2026-03-02T18:00:00', 'Source IP': '192.0.2.2', Status: '' }],
		]);
		expect(summary.notes).toEqual(['2 rows above the names of the columns passed over']);
	});

	test('rows keep their numbers over gaps; rows that repeat the header are none; cells under no name are kept', async () => {
		const rows = [
			HEADER,
			{ row: 7, cells: ['t', 'a', '1', 'more'] },
			{ row: 8, cells: HEADER },
			{ row: 12, cells: ['t', 'b', '2'] },
		];
		const { records, count } = await readContent(workbookOf({ sheets: { a: rows } }));
		expect(records.map(({ record, value }) => [record, value['actor'], value['column 4']])).toEqual([
			[7, 'a', 'more'],
			[12, 'b', undefined],
		]);
		expect(count).toBe(2);
	});

	test('gives back the bytes of a row', async () => {
		const folder = await folderOf({ 'book.xlsx': workbookOf({ sheets: { 'My sheet': sheetOf(SIGN_IN) } }) });
		const { files } = await openEvidence([join(folder, 'book.xlsx')]);
		const [file] = files;
		if (file === undefined) throw new Error('no file');
		const { records } = await readOne(file);
		const [bytes] = await readSpans(file.file, [records[1] ?? { offset: 0, length: 0 }]);
		expect(bytes?.toString()).toBe(
			'<row r="3"><c r="A3" t="s"><v>6</v></c><c r="B3" t="s"><v>7</v></c><c r="C3" t="s"><v>8</v></c></row>',
		);
	});
});

describe('a hostile or broken workbook', () => {
	const sheet = (data: string, head = '') =>
		workbookOf({
			sheets: { a: sheetOf(SIGN_IN) },
			parts: { 'xl/worksheets/sheet1.xml': `${head}<worksheet><sheetData>${data}</sheetData></worksheet>` },
		});

	test('with a document type is refused: entities are never unfolded or fetched', async () => {
		const head = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
		const { rejections, truncated, count } = await readContent(
			sheet('<row><c t="inlineStr"><is><t>&a;&b;</t></is></c></row>', head),
		);
		expect(rejections.map(({ reason, got }) => [reason, got])).toEqual([['broken-xml', 'a document type declaration']]);
		expect([truncated, count]).toEqual([true, 1]);
	});

	test('entities that nobody declared stay as they are written', async () => {
		const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
		const { records } = await readContent(
			sheet(`<row>${cell('x')}${cell('y')}</row><row>${cell('&lol;')}${cell('&#0;&#xD800;')}</row>`),
		);
		expect({ ...records[0]?.value }).toEqual({ x: '&lol;', y: '&#0;&#xD800;' });
	});

	test('rows before the break are kept, the break is counted', async () => {
		const row = (n: number) => `<row r="${n}"><c r="A${n}" t="str"><v>a</v></c><c r="B${n}" t="str"><v>b${n}</v></c></row>`;
		const { records, rejections, truncated } = await readContent(
			sheet(`${row(1)}${row(2)}${row(3)}<row r="4"><c></row>${row(5)}`),
		);
		expect(records.map(({ record }) => record)).toEqual([2, 3]);
		expect(rejections.map(({ reason, line }) => [reason, line])).toEqual([['broken-xml', 4]]);
		expect(truncated).toBe(true);
	});

	test('a text that a million cells share is refused as a bomb', async () => {
		const long = 'x'.repeat(30_000);
		const rows = Array.from({ length: 3000 }, () => '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>').join('');
		const content = workbookOf({
			sheets: { a: [] },
			parts: {
				'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
				'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si><si><t>b</t></si></sst>`,
			},
		});
		const { rejections, records, truncated } = await readContent(content, { freeInflate: 2 ** 20, maxInflateRatio: 100 });
		expect(rejections.map(({ reason }) => reason)).toEqual(['too-long']);
		expect(records.length).toBeLessThan(60);
		expect(truncated).toBe(true);
	});

	test('a sheet that unpacks without end is refused', async () => {
		const content = sheet('<row><c><v>1</v></c></row>'.repeat(200_000));
		await expect(readContent(content, { freeInflate: 2 ** 16, maxInflateRatio: 2 })).rejects.toThrow(
			/a workbook without a log in it: .*refused as a bomb.*expected a sheet with rows/,
		);
	});

	test('a cell outside the sheet and a row that is too long are counted', async () => {
		const row = (column: string, text: string) =>
			`<row><c r="A1" t="str"><v>a</v></c><c r="${column}1" t="str"><v>${text}</v></c></row>`;
		const data = `${row('B', 'b')}${row('XFE', 'c')}${row('B', 'd')}`;
		const { records, rejections } = await readContent(sheet(data));
		expect(records.map(({ record }) => record)).toEqual([3]);
		expect(rejections.map(({ reason, line }) => [reason, line])).toEqual([['broken-xml', 2]]);
		const shared = workbookOf({ sheets: { a: sheetOf([HEADER, ['t', 'x'.repeat(3000), '1'], ['t', 'b', '2']]) } });
		const long = await readContent(shared, { maxRecordBytes: 2000 });
		expect(long.records.map(({ record }) => record)).toEqual([3]);
		expect(long.rejections.map(({ reason, line }) => [reason, line])).toEqual([['too-long', 2]]);
	});

	test.each([
		[
			'a binary workbook',
			zipOf([
				{ name: '[Content_Types].xml', content: 'x' },
				{ name: 'xl/workbook.bin', content: 'x' },
			]),
			/binary workbook \(\.xlsb\); save it as \.xlsx or CSV/,
		],
		[
			'a text document',
			zipOf([
				{ name: '[Content_Types].xml', content: 'x' },
				{ name: 'word/document.xml', content: 'x' },
			]),
			/Office document without sheets/,
		],
		[
			'one without its sheets',
			zipOf([
				{ name: '[Content_Types].xml', content: 'x' },
				{ name: 'xl/workbook.xml', content: '<workbook/>' },
			]),
			/a workbook without sheets/,
		],
		['one cut in the middle', workbookOf({ sheets: { a: sheetOf(SIGN_IN) } }).subarray(0, 600), /damaged zip archive/],
		[
			'a broken list of sheets',
			workbookOf({ sheets: { a: [] }, parts: { 'xl/workbook.xml': '<workbook><sheets></workbook>' } }),
			/a damaged workbook: xl\/workbook\.xml/,
		],
	] as const)('%s says what it is', async (_, content, words) => {
		await expect(readContent(content as Buffer)).rejects.toThrow(words);
	});
});
