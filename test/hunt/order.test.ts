import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { analytic as removal } from '../../analytics/AN0339-account-removal/index.ts';
import { analytic as upload } from '../../analytics/AN1514-bulk-upload/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { FindingsDocument } from '../../src/model/finding.ts';

const START = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'saashound-order-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Six people who upload two files each working day for three weeks; on day 18 one of them uploads 60 within an hour at night. */
function uploads(): readonly string[] {
	const lines: string[] = [];
	const add = (person: string, time: number) => {
		const number = lines.length;
		lines.push(
			JSON.stringify({
				CreationTime: new Date(time).toISOString().slice(0, 19),
				Id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
				Operation: 'FileUploaded',
				OrganizationId: '11111111-1111-4111-8111-111111111111',
				RecordType: 6,
				UserKey: person,
				UserType: 0,
				Version: 1,
				Workload: 'SharePoint',
				ClientIP: '203.0.113.10',
				UserId: person,
				ObjectId: `https://example.sharepoint.com/sites/a/${number}.docx`,
				ItemType: 'File',
				SiteUrl: 'https://example.sharepoint.com/sites/a/',
				SourceFileName: `${number}.docx`,
				UserAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36',
			}),
		);
	};
	for (let day = 0; day < 21; day += 1) {
		if (day % 7 >= 5) continue;
		for (const [index, name] of ['ana', 'ben', 'cid', 'dee', 'eve', 'fay'].entries()) {
			add(`${name}@example.com`, START + day * DAY + (9 + index) * 3_600_000);
			add(`${name}@example.com`, START + day * DAY + (10 + index) * 3_600_000 + 61_000);
		}
	}
	for (let file = 0; file < 60; file += 1) add('ana@example.com', START + 18 * DAY + 2 * 3_600_000 + file * 30_000);
	return lines;
}

function shuffled<T>(values: readonly T[]): readonly T[] {
	const result = [...values];
	let state = 12_345;
	for (let index = result.length - 1; index > 0; index -= 1) {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		const other = state % (index + 1);
		[result[index], result[other]] = [result[other] as T, result[index] as T];
	}
	return result;
}

async function findings(paths: readonly string[]): Promise<FindingsDocument> {
	return hunt({ evidence: paths, analytics: [upload, removal], set: [], minScore: 0, arguments: [], version: '0' });
}

/** What must not depend on how the evidence was laid out: everything but the places of records. */
function essence(document: FindingsDocument): unknown {
	return document.findings.map(({ evidence, next, ...rest }) => ({
		...rest,
		next: next.filter((step) => !step.startsWith('saashound timeline')),
		evidence: {
			count: evidence.count,
			sample: evidence.sample.map(({ id, time, sha256, operation }) => ({ id, time, sha256, operation })),
		},
	}));
}

describe('a shuffled, split and doubled copy of the evidence', () => {
	let whole: FindingsDocument;
	const lines = uploads();

	beforeAll(async () => {
		writeFileSync(join(folder, 'whole.ndjson'), `${lines.join('\n')}\n`);
		whole = await findings([join(folder, 'whole.ndjson')]);
	});

	test('has the night of sixty uploads first', () => {
		expect(whole.findings[0]).toMatchObject({ analytic: 'AN1514', actor: { id: 'ana@example.com' }, evidence: { count: 60 } });
		expect(whole.findings[0]?.window.start).toBe('2026-01-23T02:00:00.000Z');
		expect(whole.inputs[0]).toMatchObject({ records: lines.length, events: lines.length, duplicates: 0 });
	});

	test('gives the same findings when records are shuffled', async () => {
		writeFileSync(join(folder, 'shuffled.ndjson'), `${shuffled(lines).join('\n')}\n`);
		expect(essence(await findings([join(folder, 'shuffled.ndjson')]))).toEqual(essence(whole));
	});

	test('gives the same findings when it is split over files and half of it is there twice', async () => {
		const mixed = shuffled(lines);
		writeFileSync(join(folder, 'a.ndjson'), `${mixed.slice(0, 150).join('\n')}\n`);
		writeFileSync(join(folder, 'b.json'), `[${mixed.slice(100).join(',\n')}]`);
		const split = await findings([join(folder, 'b.json'), join(folder, 'a.ndjson')]);
		expect(essence(split)).toEqual(essence(whole));
		expect(split.inputs.map(({ duplicates }) => duplicates)).toEqual([0, 50]);
	});
});
