import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { inspect } from '../../src/hunt/inspect.ts';

const TIME = '2026-01-05T09:00:0';

function record(number: number) {
	return {
		CreationTime: `${TIME}${number}`,
		Id: `0b0e0000-0000-4000-8000-00000000000${number}`,
		Operation: 'FileUploaded',
		OrganizationId: '7f0e1d2c-3b4a-4958-8677-889900aabbcc',
		RecordType: 6,
		UserKey: 'ana',
		UserType: 0,
		Version: 1,
		Workload: 'OneDrive',
		UserId: 'ana@example.com',
		ObjectId: `https://example.com/${number}`,
	};
}

function row(number: number): string {
	const audit = JSON.stringify(record(number)).replaceAll('"', '""');
	return `${record(number).Id},${TIME}${number}.0000000Z,6,FileUploaded,ana@example.com,"${audit}"\n`;
}

test('an input says how many of its events were met first in another format, and in which', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'saashound-other-format-'));
	try {
		const header = 'RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n';
		writeFileSync(join(folder, 'a.csv'), header + [1, 2, 3].map(row).join(''));
		writeFileSync(join(folder, 'b.ndjson'), [2, 3, 4].map((number) => `${JSON.stringify(record(number))}\n`).join(''));
		writeFileSync(join(folder, 'c.csv'), header + [1, 3].map(row).join(''));
		const { inputs } = await inspect({ evidence: [folder], analytics: [], arguments: [], version: '0' });
		expect(inputs.map(({ duplicates }) => duplicates)).toEqual([0, 2, 2]);
		expect(inputs.map(({ notes }) => notes)).toEqual([
			[],
			['2 of its events were met first as purview-csv: what this copy says beyond that is not used'],
			[],
		]);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

function officeActivity(number: number) {
	return {
		TenantId: '3057ace0-0000-4000-8000-000000000001',
		Type: 'OfficeActivity',
		TimeGenerated: `${TIME}${number}Z`,
		OfficeId: `0b0e0000-0000-4000-8000-00000000000${number}`,
		Operation: 'FileUploaded',
		OrganizationId: '7f0e1d2c-3b4a-4958-8677-889900aabbcc',
		RecordType: 'SharePointFileOperation',
		UserKey: 'ana',
		UserType: 'Regular',
		OfficeWorkload: 'OneDrive',
		UserId: 'ana@example.com',
		OfficeObjectId: `https://example.com/${number}`,
		IsManagedDevice: false,
	};
}

test('a table that was exported as CSV and as JSON holds each event once, though hardly a cell is the same text', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'saashound-other-format-'));
	try {
		const names = Object.keys(officeActivity(1));
		const rows = [1, 2, 3].map((number) =>
			Object.values({ ...officeActivity(number), TimeGenerated: `1/5/2026, 9:00:0${number}.000 AM` })
				.map((cell) => `"${cell}"`)
				.join(','),
		);
		writeFileSync(join(folder, 'a.csv'), `${[names.join(','), ...rows].join('\n')}\n`);
		writeFileSync(join(folder, 'b.json'), JSON.stringify([2, 3, 4].map(officeActivity)));
		// Lines and an array are written alike: other content under the same name is another event.
		const changed = { ...officeActivity(4), IsManagedDevice: true };
		writeFileSync(join(folder, 'c.ndjson'), `${JSON.stringify(changed)}\n${JSON.stringify(officeActivity(4))}\n`);
		const { inputs } = await inspect({ evidence: [folder], analytics: [], arguments: [], version: '0' });
		expect(inputs.map(({ events, duplicates }) => [events, duplicates])).toEqual([
			[3, 0],
			[1, 2],
			[1, 1],
		]);
		expect(inputs[1]?.notes).toContain(
			'2 of its events were met first as officeactivity in CSV: what this copy says beyond that is not used',
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
