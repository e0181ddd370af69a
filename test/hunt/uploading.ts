import { analytic as upload } from '../../analytics/AN1514-bulk-upload/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { HuntRequest } from '../../src/hunt/request.ts';
import type { Finding } from '../../src/model/finding.ts';
import { asking as askingOf, type Asked as Question } from './asking.ts';

/** 2026-01-05, a Monday. */
export const START = Date.UTC(2026, 0, 5);
export const DAY = 86_400_000;
export const HOUR = 3_600_000;
const NAMES = ['ana', 'ben', 'cid', 'dee', 'eve', 'fay', 'gus', 'hal'];
const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36';

/** One upload; each person's usual address is the office's. */
export interface Upload {
	readonly person: string;
	readonly time: number;
	readonly ip?: string;
	readonly agent?: string;
	/** A wrong password in place of an upload. */
	readonly refused?: boolean;
	/** The vendor's word; absent: an upload. */
	readonly operation?: 'FileUploaded' | 'FileCopied';
}

/** Eight people upload two files each working day, from the office and from home by turns. */
export function routine(days: number, without: readonly number[] = []): readonly Upload[] {
	const uploads: Upload[] = [];
	for (let day = 0; day < days; day += 1) {
		if (day % 7 >= 5 || without.includes(day)) continue;
		for (const [index, name] of NAMES.entries()) {
			const ip = ['192.0.2.10', `2001:db8:${index + 1}::7`, '2001:db8:ff::9'][(day + index) % 3] ?? '';
			uploads.push({ person: name, time: START + day * DAY + (9 + (index % 4)) * HOUR, ip });
			uploads.push({ person: name, time: START + day * DAY + (11 + (index % 4)) * HOUR + 61_000, ip });
		}
	}
	return uploads;
}

/** `count` uploads of one person, one every ten seconds. */
export function burst(person: string, start: number, count: number, more: Partial<Upload> = {}): readonly Upload[] {
	return Array.from({ length: count }, (_, index) => ({ person, time: start + index * 10_000, ip: '192.0.2.10', ...more }));
}

/** What of a request a test may set, and the context files by name. */
export type Asked = Omit<Question, 'analytics'>;

/** Writes the uploads as unified audit records and hunts for bulk uploads among them. */
export async function findingsOf(uploads: readonly Upload[], asked: Asked = {}): Promise<readonly Finding[]> {
	return (await asking(uploads, asked, hunt)).findings;
}

/** Writes the uploads as unified audit records and asks something of the hunt for bulk uploads among them. */
export function asking<T>(uploads: readonly Upload[], asked: Asked, what: (request: HuntRequest) => Promise<T>): Promise<T> {
	return askingOf(uploads.map(record), { analytics: [upload], ...asked }, what);
}

function record(
	{ person, time, ip = '192.0.2.10', agent = BROWSER, refused = false, operation = 'FileUploaded' }: Upload,
	index: number,
): unknown {
	const common = {
		CreationTime: new Date(time).toISOString().slice(0, 19),
		Id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
		OrganizationId: '11111111-1111-4111-8111-111111111111',
		UserKey: person,
		UserType: 0,
		Version: 1,
		ClientIP: ip,
		UserId: `${person}@example.com`,
	};
	if (refused)
		return { ...common, Operation: 'UserLoginFailed', RecordType: 15, Workload: 'AzureActiveDirectory', ResultStatus: 'Failed' };
	return {
		...common,
		Operation: operation,
		RecordType: 6,
		Workload: 'SharePoint',
		ObjectId: `https://example.sharepoint.com/sites/a/${index}.docx`,
		ItemType: 'File',
		SiteUrl: 'https://example.sharepoint.com/sites/a/',
		SourceFileName: `${index}.docx`,
		UserAgent: agent,
	};
}
