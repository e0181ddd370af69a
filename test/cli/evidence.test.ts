import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { quiet, removals } from '../hunt/okta-log.ts';
import { sheetOf, workbookOf } from '../read/workbooks.ts';
import { zipOf } from '../read/zips.ts';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ACCOUNTS = Array.from({ length: 24 }, (_, index) => `${String.fromCharCode(122 - index)}-account`);
const NDJSON = quiet(20, ['ana', 'bo', 'cleo', 'dag', 'eli']) + removals('ana', 19, ACCOUNTS, '203.0.113.7');
const RECORDS = NDJSON.trimEnd().split('\n');
const HEADER = 'RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\n';

/** A row of the audit log's CSV export: one file uploaded. */
function upload(user: string, time: number, file: string): string {
	const at = new Date(time).toISOString().slice(0, 19);
	const audit = JSON.stringify({
		CreationTime: at,
		Id: `0b0e0000-0000-4000-8000-${String(time).slice(1)}`,
		Operation: 'FileUploaded',
		OrganizationId: '7f0e1d2c-3b4a-4958-8677-889900aabbcc',
		RecordType: 6,
		UserKey: user,
		UserType: 0,
		Version: 1,
		Workload: 'OneDrive',
		ClientIP: '203.0.113.7',
		ObjectId: `https://example-my.sharepoint.com/personal/x/${file}`,
		UserId: user,
	});
	return `0b0e0000-0000-4000-8000-${String(time).slice(1)},${at}.0000000Z,6,FileUploaded,${user},"${audit.replaceAll('"', '""')}"\r\n`;
}

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 1, 2, 12);
const ROWS = [
	...Array.from({ length: 100 }, (_, index) =>
		upload(`user${index % 5}@example.com`, NOON + Math.floor(index / 5) * DAY + (index % 5) * 1000, `a${index}`),
	),
	...Array.from({ length: 40 }, (_, index) =>
		upload('user0@example.com', NOON + 19 * DAY + 8 * 3_600_000 + index * 5000, `b${index}`),
	),
];
const CSV = HEADER + ROWS.join('');

function here(...words: string[]) {
	return saashound(words, { cwd: folder });
}

/** Hunts a file, copies its first finding, and gives the manifest with the texts of the copies. */
async function copied(file: string, ...further: string[]) {
	await here('hunt', 'all', file, '-o', `${file}.findings.json`, '--min-score', '30', '--top', '1');
	const out = `case-${file.replace('/', '')}${further.join('')}`;
	const { code, stderr } = await here('evidence', `${file}.findings.json`, '1', '--output', out, ...further);
	expect({ code, stderr }).toMatchObject({ code: 0 });
	const manifest = JSON.parse(readFileSync(join(folder, out, 'manifest.json'), 'utf8'));
	const texts: string[] = manifest.records.map(({ copy }: { copy: string }) => readFileSync(join(folder, out, copy), 'utf8'));
	return { manifest, texts, stderr, out: join(folder, out) };
}

describe('evidence copies all records behind a finding, byte for byte', () => {
	test.each([
		['plain.ndjson', Buffer.from(NDJSON)],
		// A file, no standard input.
		['./-', Buffer.from(NDJSON)],
		['array.json', Buffer.from(`[\n${RECORDS.join(',\n')}\n]`)],
		['lines.gz', gzipSync(NDJSON)],
		['logs.zip', zipOf([{ name: 'inside/okta.ndjson', content: Buffer.from(NDJSON) }])],
	])('from %s', async (file, bytes) => {
		writeFileSync(join(folder, file), bytes);
		const { manifest, texts, stderr, out } = await copied(file);
		expect(texts).toEqual(RECORDS.slice(-24));
		expect(manifest.findings).toMatchObject([{ count: 24, named: 24 }]);
		expect(manifest.files).toMatchObject([{ unchanged: true }]);
		expect(manifest.files[0].header).toBeUndefined();
		expect(stderr).toMatch(/^saashound: 24 records of 1 file copied into case-/);
		for (const line of readFileSync(join(out, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')) {
			const [sum, copy = ''] = line.split('  ');
			expect(
				createHash('sha256')
					.update(readFileSync(join(out, copy)))
					.digest('hex'),
			).toBe(sum);
		}
		// The first ten by the document, the others by the hunt that was done again.
		expect(manifest.records.filter(({ verified }: { verified: boolean }) => verified)).toHaveLength(24);
	});

	test('from a table, whose header is kept beside the rows', async () => {
		writeFileSync(join(folder, 'table.csv'), CSV);
		const { manifest, texts, out } = await copied('table.csv');
		expect(texts.map((text) => text.trimEnd())).toEqual(ROWS.slice(-40).map((row) => row.trimEnd()));
		expect(manifest.files).toMatchObject([{ file: 'table.csv', header: 'headers/001.csv', unchanged: true }]);
		expect(readFileSync(join(out, 'headers/001.csv'), 'utf8')).toBe(HEADER);
		expect(manifest.records[0].copy).toBe('records/000001.csv');
	});

	test('from a workbook, each row with what it says', async () => {
		const cells = Papa.parse<string[]>(CSV, { skipEmptyLines: true }).data;
		writeFileSync(join(folder, 'book.xlsx'), workbookOf({ sheets: { 'Audit log': sheetOf(cells) } }));
		const { manifest, texts, out } = await copied('book.xlsx');
		const first = manifest.records[0];
		expect(manifest.records).toHaveLength(40);
		// 100 rows of a quiet month below the header, then the 40.
		expect(first).toMatchObject({ file: 'book.xlsx!Audit log', record: 102, copy: 'records/000001.xml', verified: true });
		expect(first.row).toEqual(Object.fromEntries((cells[0] ?? []).map((name, index) => [name, cells[101]?.[index]])));
		expect(texts[0]).toMatch(/^<row r="102"><c r="A102" t="s">.*<\/row>$/);
		expect(readdirSync(out).sort()).toEqual(['SHA256SUMS', 'manifest.json', 'records']);
	});

	test('only those that the document names, where asked', async () => {
		writeFileSync(join(folder, 'named.ndjson'), NDJSON);
		const { texts, stderr } = await copied('named.ndjson', '--named-only');
		expect(texts).toEqual(RECORDS.slice(-24, -14));
		expect(stderr).toContain('14 further events behind the finding are counted in the document but not named');
	});
});

test('refuses where hunting again finds something else, and leaves nothing', async () => {
	writeFileSync(join(folder, 'shrinking.ndjson'), NDJSON);
	await here('hunt', 'all', 'shrinking.ndjson', '-o', 'shrinking.json');
	writeFileSync(join(folder, 'shrinking.ndjson'), `${RECORDS.slice(0, -1).join('\n')}\n`);
	const { code, stderr } = await here('evidence', 'shrinking.json', '1', '--output', 'case-shrinking');
	expect(code).toBe(2);
	expect(stderr).toContain('hunting again gives another finding: the evidence, its context or the program has changed');
	expect(existsSync(join(folder, 'case-shrinking'))).toBe(false);
	expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('says where to run it, where the evidence is not', async () => {
	writeFileSync(join(folder, 'away.ndjson'), NDJSON);
	await here('hunt', 'all', 'away.ndjson', '-o', 'away.json');
	rmSync(join(folder, 'away.ndjson'));
	const { code, stderr } = await here('evidence', 'away.json', '1', '--output', 'case-away');
	expect({ code, stderr }).toEqual({
		code: 2,
		stderr: 'saashound: away.ndjson: is not there; run this where the evidence lies as it did for the hunt\n',
	});
});

test('a document made with --all-evidence names every record', async () => {
	writeFileSync(join(folder, 'whole.ndjson'), NDJSON);
	const { stdout } = await here('hunt', 'all', 'whole.ndjson', '--all-evidence', '--top', '1');
	const { evidence } = JSON.parse(stdout).findings[0];
	expect(evidence.count).toBe(24);
	expect(evidence.sample.map(({ record }: { record: number }) => record)).toEqual(
		Array.from({ length: 24 }, (_, index) => 101 + index),
	);
});
