import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { SOURCES } from '../../src/sources/index.ts';
import { readContent } from '../read/reading.ts';
import { type MadeCell, sheetOf, workbookOf } from '../read/workbooks.ts';
import { eventsOf } from './fixture-events.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/sources/', import.meta.url));

/** Every table among the fixtures: what a portal gives as CSV it may also give as a workbook, or somebody saved it as one. */
const TABLES = SOURCES.flatMap((source) =>
	readdirSync(`${FIXTURES}${source.id}`)
		.filter((name) => name.endsWith('.csv'))
		.map((name) => ({ source, name })),
);

const EPOCH_DAYS = 25_569;
const DAY = 86_400_000;

describe('a table saved as a workbook', () => {
	test.each(TABLES)('$source.id $name: the same records as in CSV', async ({ source, name }) => {
		const text = readFileSync(`${FIXTURES}${source.id}/${name}`, 'utf8').replace(/^\ufeff/, '');
		const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
		const csv = await readContent(text);
		const book = await readContent(workbookOf({ sheets: { Export: sheetOf(data) } }));
		expect(book.records.map(({ value }) => value)).toEqual(csv.records.map(({ value }) => value));
		expect([book.count, book.rejections]).toEqual([csv.count, csv.rejections]);
	});

	test('times that the spreadsheet program took for dates are the same times', async () => {
		const texts = readFileSync(`${FIXTURES}box/user-activity-csv.csv`, 'utf8').replace(/^\ufeff/, '');
		const { data } = Papa.parse<string[]>(texts, { skipEmptyLines: true });
		const rows = data.map((cells, index): readonly MadeCell[] =>
			cells.map((cell, column) => {
				if (index === 0 || cell === '') return cell === '' ? null : cell;
				if (column > 0) return /^\d{1,15}$/.test(cell) ? { number: cell } : cell;
				return { number: Date.parse(`${cell.replace(' ', 'T')}Z`) / DAY + EPOCH_DAYS, style: 1 };
			}),
		);
		const box = SOURCES.find(({ id }) => id === 'box');
		if (box === undefined) throw new Error('no box');
		const csv = eventsOf(
			box,
			(await readContent(texts)).records.map(({ value }) => value),
		);
		const { records } = await readContent(workbookOf({ sheets: { Export: rows }, formats: ['dd.mm.yyyy hh:mm:ss'] }));
		const book = eventsOf(
			box,
			records.map(({ value }) => value),
		);
		expect(book.map(({ event }) => event)).toEqual(csv.map(({ event }) => event));
		expect(book.length).toBe(5);
	});
});
