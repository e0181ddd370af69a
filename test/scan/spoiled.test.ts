import { describe, expect, test } from '@jest/globals';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { ScannedRecord } from '../../src/scan/scanner.ts';
import { folderOf } from '../read/reading.ts';

/** What the records of a CSV say, and how many of them were read off their bytes. */
async function read(text: string, lend: boolean) {
	const folder = await folderOf({ 'log.csv': text });
	const { files } = await openEvidence([folder], { lend });
	const said: string[] = [];
	let scanned = 0;
	for (const file of files)
		for await (const { records, rejections } of file.batches()) {
			for (const { record, offset, length, value } of records)
				said.push(`${record} ${offset}+${length} ${JSON.stringify({ ...value })}`);
			for (const { record, line, reason } of rejections) said.push(`${record} line ${line} ${reason}`);
			scanned += records.filter((record) => record instanceof ScannedRecord).length;
		}
	return { said, scanned };
}

describe('rows behind one whose quotes do not match', () => {
	// The quote that is not closed makes one text of the rows behind it, in which `""` is a quote; each of them is a row by itself.
	test.each([
		['with empty cells in quotes', Array.from({ length: 40 }, (_, n) => `row ${n},"",${n}\n`).join('')],
		['with quotes in quotes at the end', Array.from({ length: 40 }, (_, n) => `row ${n},${n},""\n`).join('')],
	])('are read as if they stood alone, %s', async (_, rows) => {
		const text = `a,b,c\nbegin,2,3\nx,"open,z\n${rows}4,"5",6\n7,8,9\n`;
		const [fast, plain] = [await read(text, true), await read(text, false)];
		expect(fast.said).toEqual(plain.said);
		// The first one, 40 and the last two; one is refused.
		expect(fast.said).toHaveLength(44);
		expect([plain.scanned, fast.scanned > 0]).toEqual([0, true]);
	});
});
