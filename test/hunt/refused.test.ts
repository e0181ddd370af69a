import { describe, expect, test } from '@jest/globals';
import { analytic as mail } from '../../analytics/AN0132-mailbox-access/index.ts';
import { analytic as abuse } from '../../analytics/AN1349-app-abuse/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding } from '../../src/model/finding.ts';
import { asking } from './asking.ts';

const START = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;
const MINUTE = 60_000;
const APP = '77777777-0000-4000-8000-000000000001';

interface Act {
	readonly operation: string;
	readonly time: number;
	readonly person?: string;
	readonly status?: string;
	readonly more?: Readonly<Record<string, unknown>>;
}

function record({ operation, time, person = 'ana', status = 'Succeeded', more = {} }: Act, index: number): unknown {
	return {
		CreationTime: new Date(time).toISOString().slice(0, 19),
		Id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
		Operation: operation,
		RecordType: 50,
		ResultStatus: status,
		OrganizationId: '11111111-1111-4111-8111-111111111111',
		UserType: 0,
		UserKey: person,
		Workload: 'Exchange',
		UserId: `${person}@example.com`,
		...more,
	};
}

const read = (time: number, count: number, more: Act['more'] = {}, status = 'Succeeded'): Act => ({
	operation: 'MailItemsAccessed',
	time,
	status,
	more: {
		MailboxOwnerUPN: 'ana@example.com',
		LogonType: 0,
		ClientIPAddress: '192.0.2.10',
		ClientInfoString: 'Client=MSExchangeRPC',
		OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
		OperationCount: count,
		...more,
	},
});

const BY_APP = { ClientIPAddress: '203.0.113.77', ClientInfoString: 'Client=REST;;', AppId: APP, ClientAppId: APP };

/** Four weeks of a few messages on working days. */
const everyDay = Array.from({ length: 26 }, (_, day) => day)
	.filter((day) => day % 7 < 5)
	.flatMap((day) => [8, 11, 15].map((hour) => read(START + day * DAY + hour * 60 * MINUTE, 3 + (day % 4))));

/** On the last day an app asks for 60 times 25 messages within half an hour. */
const burst = (status: string) =>
	Array.from({ length: 60 }, (_, at) => read(START + 25 * DAY + 120 * MINUTE + at * 30_000, 25, BY_APP, status));

async function findingsOf(acts: readonly Act[], analytic = mail): Promise<readonly Finding[]> {
	return (await asking(acts.map(record), { analytics: [analytic] }, hunt)).findings;
}

const ofTheBurst = (findings: readonly Finding[]) => findings.filter(({ window }) => window.start >= '2026-01-30');

describe('what was refused or failed', () => {
	test('is no reading of mail: 1,500 messages are found where they were handed over, none where they were not', async () => {
		const [found] = ofTheBurst(await findingsOf([...everyDay, ...burst('Succeeded')]));
		expect(found?.title).toContain('1500 messages read');
		expect(ofTheBurst(await findingsOf([...everyDay, ...burst('Failed')]))).toEqual([]);
	});

	test('partly handed over is handed over', async () => {
		const [found] = ofTheBurst(await findingsOf([...everyDay, ...burst('PartiallySucceeded')]));
		expect(found?.title).toContain('1500 messages read');
	});

	test.each([
		['New-ComplianceSearch', '30 mail searches'],
		['New-MailboxExportRequest', '30 records of mail exports'],
	])('%s that failed found and took nothing', async (operation, title) => {
		const acts = (status: string) =>
			Array.from({ length: 30 }, (_, at) => ({
				...{ operation, time: START + 25 * DAY + at * MINUTE, status },
				more: { RecordType: 1 },
			}));
		const [found] = ofTheBurst(await findingsOf([...everyDay, ...acts('True')]));
		expect(found?.title).toContain(title);
		expect(ofTheBurst(await findingsOf([...everyDay, ...acts('False')]))).toEqual([]);
	});

	test('is nothing that an app did after its consent', async () => {
		const consent: Act = {
			operation: 'Consent to application.',
			time: START + 25 * DAY,
			status: 'Success',
			more: {
				RecordType: 8,
				Workload: 'AzureActiveDirectory',
				ObjectId: APP,
				Target: [
					{ ID: 'ServicePrincipal', Type: 2 },
					{ ID: APP, Type: 2 },
				],
				ModifiedProperties: [
					{
						Name: 'ConsentAction.Permissions',
						OldValue: '',
						NewValue: '[] => [[ConsentType: Principal, Scope: Mail.Read offline_access]]; ',
					},
				],
			},
		};
		const text = async (status: string) =>
			(await findingsOf([...everyDay, consent, ...burst(status)], abuse))
				.flatMap(({ reasons }) => reasons)
				.find(({ signal }) => signal === 'activity')?.text;
		expect(await text('Succeeded')).toContain('60 records of the app');
		expect(await text('Failed')).toBeUndefined();
	});
});
