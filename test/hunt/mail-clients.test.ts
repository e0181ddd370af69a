import { describe, expect, test } from '@jest/globals';
import { analytic as mail } from '../../analytics/AN0132-mailbox-access/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding } from '../../src/model/finding.ts';
import { asking } from './asking.ts';

const START = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;
const MINUTE = 60_000;
const DAYS = 25;
/** Outlook for iOS and Android: https://learn.microsoft.com/en-us/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in */
const MOBILE = '27922004-5251-4030-b22d-91ecd9a37ea4';
const OFFICE = '192.0.2.10';

interface Read {
	readonly person: string;
	readonly time: number;
	readonly count: number;
	readonly mobile?: boolean;
	readonly ip?: string;
}

function record({ person, time, count, mobile = false, ip = OFFICE }: Read, index: number): unknown {
	return {
		CreationTime: new Date(time).toISOString().slice(0, 19),
		Id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
		Operation: 'MailItemsAccessed',
		RecordType: 50,
		ResultStatus: 'Succeeded',
		OrganizationId: '11111111-1111-4111-8111-111111111111',
		UserType: 0,
		UserKey: person,
		Workload: 'Exchange',
		UserId: `${person}@example.com`,
		MailboxOwnerUPN: `${person}@example.com`,
		LogonType: 0,
		InternalLogonType: 0,
		ClientIPAddress: ip,
		...(mobile
			? { ClientInfoString: 'Client=REST;Client=RESTSystem;;', AppId: MOBILE, ClientAppId: MOBILE }
			: { ClientInfoString: 'Client=MSExchangeRPC' }),
		OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
		OperationCount: count,
	};
}

/** Twelve people read a few messages in Outlook day by day; five of them have had Outlook on their phones since the second week. */
function everyDay(): Read[] {
	return Array.from({ length: DAYS }, (_, day) => day)
		.filter((day) => day % 7 < 5)
		.flatMap((day) =>
			Array.from({ length: 12 }, (_, at) => {
				const own = { person: `person-${at}`, time: START + day * DAY + (8 * 60 + 7 * at) * MINUTE, count: 4 + ((day + at) % 5) };
				return at >= 5 || day < 7 ? [own] : [own, { ...own, time: own.time + 120 * MINUTE, mobile: true }];
			}).flat(),
		);
}

/** On the last Wednesday somebody reads in Outlook at eight, and from ten on 360 messages on a new phone. */
function newPhone(person: string, ip: string): Read[] {
	return Array.from({ length: 12 }, (_, at) => ({
		person,
		time: START + 23 * DAY + (10 * 60 + 2 * at) * MINUTE,
		count: 30,
		mobile: true,
		ip,
	}));
}

async function findingsOf(reads: readonly Read[]): Promise<readonly Finding[]> {
	return (await asking(reads.map(record), { analytics: [mail] }, hunt)).findings;
}

async function ofNewPhone(ip: string): Promise<Finding> {
	const findings = await findingsOf([...everyDay(), ...newPhone('person-9', ip)]);
	const own = findings.find(({ actor, window }) => actor.id === 'person-9@example.com' && window.start >= '2026-01-27');
	if (own === undefined) throw new Error('no finding of the new phone');
	return own;
}

describe('mail clients of one person', () => {
	test('a first synchronisation is the phone’s, whatever Outlook read before it: low in the office, higher from elsewhere', async () => {
		const office = await ofNewPhone(OFFICE);
		expect(office.title).toContain('Outlook Mobile');
		expect(office.title).not.toContain('MSExchangeRPC');
		const signals = office.reasons.map(({ signal }) => signal);
		expect(signals).toContain('first-fetch');
		expect(signals).toContain('known-app');
		expect(office.severity).toBe('low');
		const elsewhere = await ofNewPhone('198.51.100.77');
		expect(elsewhere.score).toBeGreaterThan(office.score + 10);
	});

	test('a client that read more than all others leads, not the one that was first', async () => {
		const findings = await findingsOf([
			...everyDay(),
			...newPhone('person-0', OFFICE).map((read) => ({ ...read, mobile: false, time: read.time + 60 * MINUTE })),
		]);
		const own = findings.find(({ actor, window }) => actor.id === 'person-0@example.com' && window.start >= '2026-01-27');
		expect(own?.title).toContain('MSExchangeRPC');
		// Outlook is no news to this mailbox.
		expect(own?.reasons.map(({ signal }) => signal)).not.toContain('first-fetch');
	});
});

test('whose mailbox an application read by its own right is a person all the same', async () => {
	const APP = '5d6e7f80-0000-4000-8000-0000000000aa';
	const own = { UserType: 5, AppId: APP, ClientAppId: APP, ClientInfoString: 'Client=REST;Client=RESTSystem;;' };
	const usual = everyDay().map(record);
	const fetched = newPhone('person-9', '198.51.100.77').map((read, index) => ({
		...(record(read, usual.length + index) as object),
		...own,
	}));
	const { findings } = await asking([...usual, ...fetched], { analytics: [mail] }, hunt);
	const of = (type: string) => findings.filter(({ actor }) => actor.type === type).map(({ actor }) => actor.id);
	expect(of('user')).toContain('person-9@example.com');
	expect(of('app')).toEqual([]);
	expect(findings.flatMap(({ entities }) => entities)).toContainEqual(expect.objectContaining({ role: 'app', id: APP }));
});

describe('one address that reads several mailboxes over IMAP', () => {
	const ADDRESS = '203.0.113.7';
	const night = START + 23 * DAY + 3 * 60 * MINUTE;
	const folders = Array.from({ length: 6 }, (_, at) => `person-${at}`).flatMap((person, at) =>
		Array.from({ length: 9 }, (_, n) => ({ person, time: night + at * MINUTE + n * 5000, count: 1, ip: ADDRESS })),
	);
	const records = [
		...everyDay().map(record),
		...folders.map((read, index) => ({
			...(record(read, 100_000 + index) as object),
			ClientInfoString: 'Client=POP3/IMAP4;Protocol=IMAP4',
			OperationProperties: [{ Name: 'MailAccessType', Value: 'Sync' }],
			Item: { ParentFolder: { Path: '\\\\Inbox', Name: 'Inbox' } },
		})),
	];
	const told = async () => (await asking(records, { analytics: [mail] }, hunt)).findings;

	test('is no cold start, though nothing of it was there before', async () => {
		const finding = (await told()).find(({ actor }) => actor.id === ADDRESS);
		expect(finding?.title).toBe(`${ADDRESS} opened 6 mailboxes in 6 min`);
		expect(finding?.caveats.join(' ')).not.toContain('cold start');
	});

	test('leaves a mailbox whose program has no consent to take away', async () => {
		const finding = (await told()).find(({ actor }) => actor.id === 'person-2@example.com');
		expect(finding?.title).toContain('through POP3/IMAP4');
		expect(finding?.next[0]).toContain('turn IMAP and POP off');
		expect(finding?.next[0]).not.toContain('the consent of');
	});
});
