import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readEvidence } from '../../src/hunt/read-evidence.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { eventLine } from '../../src/render/event-ndjson.ts';
import { ScannedRecord } from '../../src/scan/scanner.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { folderOf } from '../read/reading.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
const FOLDERS = ['demo', ...readdirSync(join(FIXTURES, 'sources')).map((name) => `sources/${name}`)].filter((name) =>
	statSync(join(FIXTURES, name)).isDirectory(),
);

/** Everything that reading gives, as text. */
async function readAll(evidence: readonly string[], plainReader: boolean): Promise<string> {
	const heard: unknown[] = [];
	const read = await readEvidence({ evidence, plainReader }, SOURCES, (event, place, tie, format) =>
		heard.push([eventLine(event), place, tie, format.id]),
	);
	const inputs = read.inputs.map(({ summary, operations, activities }) => [summary, [...operations], [...activities]]);
	return JSON.stringify([heard, inputs, read.unusable], undefined, '\t');
}

describe('evidence read off its bytes gives the same events, counts, hashes and places as the plain reader', () => {
	test.each(FOLDERS)('%s', async (name) => {
		const evidence = [join(FIXTURES, name)];
		const plain = await readAll(evidence, true);
		// What a structure is, is learnt in the first run: the second reads all that it can.
		expect(await readAll(evidence, false)).toBe(plain);
		expect(await readAll(evidence, false)).toBe(plain);
	});

	test('copies are recognised, whoever read them', async () => {
		const lines = Array.from(
			{ length: 50 },
			(_, n) =>
				`{"CreationTime":"2026-03-03T09:00:${String(n % 40).padStart(2, '0')}","Id":"id-${n % 40}","Operation":"FileAccessed","RecordType":6,"UserId":"ana@example.com","Workload":"OneDrive","ObjectId":"https://example.com/ü \\"${n % 40}\\".docx","Size":[1.50,${n % 40}]}\n`,
		);
		// The same records with their members in another order, pretty: another structure, the same content.
		const pretty = JSON.stringify(
			lines.map((line) => Object.fromEntries(Object.entries(JSON.parse(line) as object).toReversed())),
			undefined,
			2,
		);
		const folder = await folderOf({ 'a.ndjson': lines.join(''), 'b.json': pretty });
		const both = await readAll([folder], false);
		expect(both).toBe(await readAll([folder], true));
		expect(both).toContain('"duplicates": 10');
		expect(both).toContain('"duplicates": 50');
	});
});

test('nearly every record of an ordinary log is read off its bytes when records may be lent, none when they may not', async () => {
	const line = (n: number) =>
		`{"@timestamp":${1_772_000_000_000 + n},"_document_id":"d${n}","action":"git.clone","actor":"ana","repo":"example/${n % 7}"}\n`;
	const folder = await folderOf({ 'log.ndjson': Array.from({ length: 1000 }, (_, n) => line(n)).join('') });
	for (const [lend, least, most] of [
		[true, 998, 1000],
		[false, 0, 0],
	] as const) {
		const { files } = await openEvidence([folder], { lend });
		let scanned = 0;
		let records = 0;
		for (const file of files)
			for await (const batch of file.batches()) {
				records += batch.records.length;
				scanned += batch.records.filter((record) => record instanceof ScannedRecord).length;
			}
		expect(records).toBe(1000);
		expect(scanned).toBeGreaterThanOrEqual(least);
		expect(scanned).toBeLessThanOrEqual(most);
	}
});
