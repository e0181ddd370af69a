import { describe, expect, test } from '@jest/globals';
import { analytic as mail } from '../../analytics/AN0132-mailbox-access/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { whyNot } from '../../src/hunt/why-not.ts';
import type { JudgedWindow } from '../../src/model/explanation.ts';
import type { Finding } from '../../src/model/finding.ts';
import { asking } from './asking.ts';

const START = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const APP = '1a2b3c4d-0000-4000-8000-00000000000a';
const PEOPLE = ['ana', 'bo', 'cy', 'di', 'ed', 'flo', 'gus', 'hal'];
const ORGANISATION = '11111111-1111-4111-8111-111111111111';

const timeOf = (time: number) => new Date(time).toISOString().slice(0, 19);
const owner = (person: string) => `${person}@example.com`;

function signIn(person: string, time: number, ip: string): unknown {
	return {
		...{ CreationTime: timeOf(time), Id: `in-${person}-${time}`, Operation: 'UserLoggedIn', RecordType: 15 },
		...{ OrganizationId: ORGANISATION, Workload: 'AzureActiveDirectory', ResultStatus: 'Success', ErrorNumber: '0' },
		...{ UserType: 0, UserKey: person, UserId: owner(person), ClientIP: ip, ActorIpAddress: ip },
	};
}

/** The application itself reads in somebody's mailbox. */
function read(person: string, time: number, count: number): unknown {
	return {
		...{ CreationTime: timeOf(time), Id: `read-${person}-${time}`, Operation: 'MailItemsAccessed', RecordType: 50 },
		...{ OrganizationId: ORGANISATION, Workload: 'Exchange', ResultStatus: 'Succeeded', LogonType: 1 },
		...{ UserType: 5, UserKey: APP, UserId: `ServicePrincipal_${APP}`, AppId: APP, ClientAppId: APP },
		...{ MailboxOwnerUPN: owner(person), ClientIPAddress: '203.0.113.5', ClientInfoString: 'Client=REST;Client=RESTSystem;;' },
		...{ OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }], OperationCount: count },
	};
}

/** Gus gives the application the right to read everybody's mail. */
function granted(time: number, ip: string): unknown {
	const changes = { 'AppRole.Value': 'Mail.Read', 'ServicePrincipal.AppId': APP, 'ServicePrincipal.DisplayName': 'Sync Tool' };
	return {
		...{ CreationTime: timeOf(time), Id: 'grant', Operation: 'Add app role assignment to service principal.', RecordType: 8 },
		...{ OrganizationId: ORGANISATION, Workload: 'AzureActiveDirectory', ResultStatus: 'Success' },
		...{ UserType: 0, UserKey: 'gus', UserId: owner('gus'), ClientIP: ip, ActorIpAddress: ip },
		ModifiedProperties: Object.entries(changes).map(([Name, NewValue]) => ({ Name, NewValue, OldValue: '' })),
	};
}

/** Eight people sign in from the office on each of sixteen days. */
const OFFICE = Array.from({ length: 16 }, (_, day) => day).flatMap((day) =>
	PEOPLE.map((person, at) => signIn(person, START + day * DAY + 8 * HOUR + at * MINUTE, '192.0.2.10')),
);

/** On a day the application reads 40 messages in each of five mailboxes. */
function sweep(day: number): unknown[] {
	return PEOPLE.slice(0, 5).flatMap((person, at) =>
		Array.from({ length: 4 }, (_, n) => read(person, START + day * DAY + HOUR + (at * 4 + n) * MINUTE, 10)),
	);
}

async function findingsOf(log: readonly unknown[]): Promise<readonly Finding[]> {
	return (await asking(log, { analytics: [mail] }, hunt)).findings;
}

async function windowsOf(log: readonly unknown[], actor: string): Promise<readonly JudgedWindow[]> {
	const { analytics } = await asking(log, { analytics: [mail] }, (request) => whyNot(request, actor));
	return analytics[0]?.windows ?? [];
}

function textOf(reasons: readonly { readonly signal: string; readonly text: string }[] = [], signal: string): string {
	return reasons.find((reason) => reason.signal === signal)?.text ?? '';
}

describe('an application that reads mail by itself', () => {
	const evening = START + 12 * DAY + 21 * HOUR;

	test('was let in from the usual place only if that place was usual on the day of the consent, not on that of the reading', async () => {
		const let_in = async (ip: string) => {
			const log = [...OFFICE, signIn('gus', evening - MINUTE, ip), granted(evening, ip), ...sweep(13)];
			const windows = await windowsOf(log, APP);
			return windows.map(({ reasons }) => textOf(reasons, 'consent')).find((text) => text !== '') ?? '';
		};
		expect(await let_in('192.0.2.10')).toContain('from the usual place');
		expect(await let_in('203.0.113.99')).toBe('');
	});

	test('is vouched for by an administrator’s consent only if that came from a place usual for the administrator', async () => {
		const told = async (ip: string) => {
			const log = [...OFFICE, signIn('gus', evening - MINUTE, ip), granted(evening, ip), ...sweep(13)];
			return textOf((await windowsOf(log, owner('ana')))[0]?.reasons, 'consent');
		};
		expect(await told('192.0.2.10')).toBe('the owner or an administrator consented to the app in this evidence');
		expect(await told('203.0.113.99')).toBe('the consent to the app came from surroundings unusual for whoever gave it');
	});

	test('is no first synchronisation of a mailbox that it read the day before', async () => {
		const more = Array.from({ length: 30 }, (_, n) => read('ana', START + 14 * DAY + HOUR + n * MINUTE, 10));
		const windows = await windowsOf([...OFFICE, granted(evening, '192.0.2.10'), ...sweep(13), ...more], owner('ana'));
		const ofDay = (day: number) => windows.find(({ start }) => start.startsWith(timeOf(START + day * DAY).slice(0, 10)));
		expect(textOf(ofDay(13)?.reasons, 'first-fetch')).toContain('nothing was read through this client before');
		expect(textOf(ofDay(14)?.reasons, 'message-rate')).toContain('most so far 40');
		expect(textOf(ofDay(14)?.reasons, 'first-fetch')).toBe('');
	});

	test('is no news in a mailbox that it reads day by day, but on its first days and from another place', async () => {
		const told = async (days: readonly number[], ip = '203.0.113.5') => {
			const before = days.flatMap((day) => [0, 1].map((n) => read('ana', START + day * DAY + HOUR + n * MINUTE, 5)));
			const rush = Array.from({ length: 30 }, (_, n) => read('ana', START + 13 * DAY + HOUR + n * 10_000, 10));
			const signIns = OFFICE.map((record) => ({ ...(record as object), ApplicationId: '4765445b-32c6-49b0-83e6-1d93765276ca' }));
			const log = [...signIns, ...before, ...rush.map((record) => ({ ...(record as object), ClientIPAddress: ip }))];
			const windows = await windowsOf(log, owner('ana'));
			const rushed = windows.find(({ start }) => start.startsWith(timeOf(START + 13 * DAY).slice(0, 10)));
			return textOf(rushed?.reasons, 'session-novelty');
		};
		expect(await told([5, 6])).toContain('an application');
		expect(await told([4, 5, 6])).toBe('');
		expect(await told([4, 5, 6], '198.51.100.7')).toContain('a network');
		expect(await told([4, 5, 6], '198.51.100.7')).not.toContain('an application');
	});

	test('is said to have no consent only for the days that are looked at: one may be after it', async () => {
		const windows = await windowsOf([...OFFICE, ...sweep(12), granted(evening, '192.0.2.10')], owner('ana'));
		expect(textOf(windows[0]?.reasons, 'consent')).toBe(
			'no consent to this app within 30 days before is in the evidence, and it was first seen on the same day',
		);
	});

	test('that reads five mailboxes day by day came to stay, by the other four', async () => {
		const windows = await windowsOf(
			[...OFFICE, granted(evening - 10 * DAY, '192.0.2.10'), ...[11, 12, 13].flatMap(sweep)],
			owner('ana'),
		);
		const stayed = windows.flatMap(({ reasons }) => reasons).find(({ signal }) => signal === 'later-use');
		expect(stayed).toMatchObject({ observed: 4, unit: 'mailboxes' });
		expect(stayed?.text).toContain('Sync Tool reads 4 other mailboxes day by day');
	});

	test('leaves the owner of a mailbox a person', async () => {
		const alone = Array.from({ length: 40 }, (_, n) => read('ana', START + 13 * DAY + HOUR + n * 10_000, 10));
		const [finding] = await findingsOf([...OFFICE, ...alone]);
		expect(finding?.actor).toMatchObject({ id: owner('ana'), type: 'user' });
	});
});

describe('an application that reads mail over Microsoft Graph by itself', () => {
	const idOf = (person: string) => `aaaa0000-0000-4000-8000-0000000000${String(10 + PEOPLE.indexOf(person))}`;
	const entraSignIn = (person: string, time: number): unknown => ({
		...{ id: `s-${person}-${time}`, createdDateTime: new Date(time).toISOString(), userPrincipalName: owner(person) },
		...{
			userId: idOf(person),
			userDisplayName: person,
			appId: '4765445b-32c6-49b0-83e6-1d93765276ca',
			appDisplayName: 'OfficeHome',
		},
		...{ ipAddress: '192.0.2.10', status: { errorCode: 0 }, resourceDisplayName: 'Microsoft Graph', isInteractive: true },
	});
	const call = (person: string, time: number): unknown => ({
		...{ TimeGenerated: new Date(time).toISOString(), RequestId: `r-${person}-${time}`, RequestMethod: 'GET' },
		...{ ResponseStatusCode: 200, RequestUri: `https://graph.microsoft.com/v1.0/users/${idOf(person)}/messages?$top=10` },
		...{ AppId: APP, ServicePrincipalId: '0bbb0002-0000-4000-8000-000000000002', UserId: '', Scopes: '', Roles: 'Mail.Read' },
		...{ IPAddress: '203.0.113.5', UserAgent: 'python-requests/2.32', Type: 'MicrosoftGraphActivityLogs' },
	});
	const log = [
		...Array.from({ length: 16 }, (_, day) => day).flatMap((day) =>
			PEOPLE.map((person, at) => entraSignIn(person, START + day * DAY + 8 * HOUR + at * MINUTE)),
		),
		...PEOPLE.slice(0, 5).flatMap((person, at) =>
			Array.from({ length: 20 }, (_, n) => call(person, START + 13 * DAY + HOUR + (at * 20 + n) * 5000)),
		),
	];

	test('reads the mailbox of the person whose id the call names, with all that is known of that person', async () => {
		const [window] = await windowsOf(log, owner('ana'));
		expect(window?.title).toContain('20 calls read mail in ana@example.com');
		expect(textOf(window?.reasons, 'message-rate')).toContain('13 days of history');
		const findings = await findingsOf(log);
		expect(findings.map(({ actor }) => actor.id)).not.toContain(idOf('ana'));
		expect(findings[0]?.caveats.join(' ')).not.toContain('no sign-ins of this account');
	});

	test('is asked for by its id, though it acts under that of its service principal', async () => {
		const { analytics } = await asking(log, { analytics: [mail] }, (request) => whyNot(request, APP));
		expect(analytics[0]?.windows.map(({ title }) => title)).toContainEqual(expect.stringContaining('opened 5 mailboxes'));
		expect(analytics[0]?.text).not.toContain('none counts');
	});
});
