import { expect, test } from '@jest/globals';
import { analytic as upload } from '../../analytics/AN1514-bulk-upload/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Reason } from '../../src/model/finding.ts';
import { asking } from './asking.ts';

const START = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;
const HOUR = 3_600_000;
const PEOPLE = ['ana', 'bo', 'cy', 'di'];

/** An upload to SharePoint. */
function toSharePoint(person: string, time: number): unknown {
	return {
		...{
			CreationTime: new Date(time).toISOString().slice(0, 19),
			Id: `sp-${person}-${time}`,
			Operation: 'FileUploaded',
			RecordType: 6,
		},
		...{ OrganizationId: 'o', Workload: 'SharePoint', UserType: 0, UserKey: person, UserId: `${person}@example.com` },
		...{ ClientIP: '192.0.2.10', SiteUrl: 'https://example.sharepoint.com/sites/team/', SourceFileName: `${time}.docx` },
		ObjectId: `https://example.sharepoint.com/sites/team/Documents/${time}.docx`,
	};
}

/** An upload to Box. */
function toBox(person: string, time: number): unknown {
	return {
		...{ type: 'event', event_id: `box-${person}-${time}`, event_type: 'UPLOAD', created_at: new Date(time).toISOString() },
		...{ created_by: { type: 'user', id: `${100 + PEOPLE.indexOf(person)}`, name: person, login: `${person}@example.com` } },
		...{ ip_address: '192.0.2.10', session_id: null },
		source: {
			item_type: 'file',
			item_id: `${time}`,
			item_name: `${time}.docx`,
			owned_by: { type: 'user', id: '100', login: 'ana@example.com' },
		},
	};
}

const days = (count: number) => Array.from({ length: count }, (_, day) => START + day * DAY + 9 * HOUR);
/** On the last of twenty days Ana puts a hundred files onto Box, where others put one a day. */
const RUSH = Array.from({ length: 100 }, (_, index) => toBox('ana', START + 19 * DAY + 14 * HOUR + index * 10_000));
const OTHERS = days(20).flatMap((time) => PEOPLE.slice(1).map((person, at) => toBox(person, time + at * 60_000)));

async function newDestination(log: readonly unknown[]): Promise<Reason | undefined> {
	const { findings } = await asking(log, { analytics: [upload] }, hunt);
	const found = findings.find(({ actor, platforms }) => actor.id.startsWith('ana') && platforms.includes('box'));
	return found?.reasons.find(({ signal }) => signal === 'new-destination');
}

test('a platform where an account never put anything is a new destination, if it puts its files elsewhere day by day', async () => {
	const elsewhere = (count: number) =>
		days(count).flatMap((time) => [toSharePoint('ana', time), toSharePoint('ana', time + HOUR)]);
	const told = await newDestination([...OTHERS, ...elsewhere(12), ...RUSH]);
	expect(told).toMatchObject({ surprise: 0.5, observed: 100, unit: 'files' });
	expect(told?.text).toBe('all on box, where this account had never put anything, unlike on m365');
	expect(await newDestination([...OTHERS, ...elsewhere(4), ...RUSH])).toBeUndefined();
	expect(await newDestination([...OTHERS, ...elsewhere(12), toBox('ana', START + 3 * DAY), ...RUSH])).toBeUndefined();
	// Of a log that reaches back three days nobody knows what was there before.
	const late = OTHERS.slice(-9);
	expect(await newDestination([...late, ...elsewhere(12), ...RUSH])).toBeUndefined();
});
