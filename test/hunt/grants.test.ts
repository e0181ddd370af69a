import { describe, expect, test } from '@jest/globals';
import { analytic as mail } from '../../analytics/AN0132-mailbox-access/index.ts';
import { analytic as abuse } from '../../analytics/AN1349-app-abuse/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { Ledger } from '../../src/hunt/ledger.ts';
import { whyNot } from '../../src/hunt/why-not.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Asked, asking } from './asking.ts';

const START = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;
const HOUR = 3_600_000;
const APP = '123456789012-abc.apps.googleusercontent.com';
const OTHER = '210987654321-def.apps.googleusercontent.com';

interface Act {
	readonly person: string;
	readonly time: number;
	readonly name: 'authorize' | 'activity';
	readonly app?: string;
	/** Scope of a consent; default: all mail. */
	readonly scope?: string;
}

/** Consents and calls of apps as Google's token log has them. */
function findingsOf(acts: readonly Act[]): Promise<readonly Finding[]> {
	return findingsOfRecords(acts.map(record));
}

async function findingsOfRecords(records: readonly unknown[], asked: Partial<Asked> = {}): Promise<readonly Finding[]> {
	return (await asking(records, { analytics: [abuse], ...asked }, hunt)).findings;
}

function record({ person, time, name, app = APP, scope = 'https://mail.google.com/' }: Act, index: number): unknown {
	const parameters =
		name === 'authorize'
			? [{ name: 'scope', multiValue: [scope] }]
			: [
					{ name: 'api_name', value: 'gmail' },
					{ name: 'method_name', value: 'gmail.users.messages.get' },
				];
	return {
		kind: 'admin#reports#activity',
		id: { time: new Date(time).toISOString(), uniqueQualifier: String(index), applicationName: 'token', customerId: 'C01' },
		actor: { email: `${person}@example.com`, profileId: person },
		ipAddress: '192.0.2.10',
		events: [
			{
				type: 'auth',
				name,
				parameters: [
					{ name: 'client_id', value: app },
					{ name: 'app_name', value: app === APP ? 'Room Booker' : 'Doc Helper' },
					...parameters,
				],
			},
		],
	};
}

function reason(finding: Finding | undefined, signal: string): string {
	return finding?.reasons.find((one) => one.signal === signal)?.text ?? '';
}

describe('a grant', () => {
	const grants: readonly Act[] = [
		{ person: 'gus', time: START + DAY, name: 'authorize' },
		{ person: 'gus', time: START + DAY + 60_000, name: 'authorize' },
		{ person: 'gus', time: START + 3 * DAY, name: 'authorize' },
		{ person: 'eve', time: START + 9 * DAY, name: 'authorize' },
	];

	test('counts what one person did within an hour as one grant before', async () => {
		const eve = (await findingsOf(grants)).find(({ actor }) => actor.id === 'eve@example.com');
		expect(reason(eve, 'grant')).toContain('granted 2 times before');
	});

	test('is not followed by what the app does for others', async () => {
		const calls = Array.from(
			{ length: 30 },
			(_, n): Act => ({ person: 'gus', time: START + 9 * DAY + n * 60_000, name: 'activity' }),
		);
		const own: Act = { person: 'eve', time: START + 9 * DAY + HOUR, name: 'activity' };
		const without = (await findingsOf([...grants, ...calls])).find(({ actor }) => actor.id === 'eve@example.com');
		const withOne = (await findingsOf([...grants, ...calls, own])).find(({ actor }) => actor.id === 'eve@example.com');
		expect(without?.title).not.toContain('then acted');
		expect(withOne?.title).toContain('then acted (1 record)');
	});

	test('has what the app then did as its evidence, the grant first', async () => {
		const calls = [3, 1, 2].map((hour): Act => ({ person: 'eve', time: START + 9 * DAY + hour * HOUR, name: 'activity' }));
		const eve = (await findingsOf([...grants, ...calls])).find(({ actor }) => actor.id === 'eve@example.com');
		expect(eve?.title).toContain('then acted (3 records)');
		expect(eve?.evidence.count).toBe(4);
		const hours = eve?.evidence.sample.map(({ time, operation }) => [operation, (Date.parse(time) - START - 9 * DAY) / HOUR]);
		expect(hours).toEqual([
			['authorize', 0],
			['activity', 1],
			['activity', 2],
			['activity', 3],
		]);
	});

	test('of one app hides none of another, however near', async () => {
		const both: readonly Act[] = [
			{ person: 'eve', time: START + 9 * DAY, name: 'authorize' },
			{ person: 'eve', time: START + 9 * DAY + 3 * HOUR, name: 'authorize', app: OTHER },
		];
		const named = (await findingsOf(both)).map(({ entities }) => entities.find(({ role }) => role === 'app')?.id);
		expect(named.toSorted()).toEqual([APP, OTHER]);
	});

	test('of two apps in one minute makes two findings with an id each', async () => {
		const both: readonly Act[] = [
			{ person: 'eve', time: START + 9 * DAY, name: 'authorize' },
			{ person: 'eve', time: START + 9 * DAY + 20_000, name: 'authorize', app: OTHER },
		];
		const plain = 'AN1349/google_workspace/eve@example.com/2026-01-14T00:00Z';
		const ids = async (acts: readonly Act[]) => (await findingsOf(acts)).map(({ id }) => id).toSorted();
		expect(await ids(both)).toEqual([`${plain}/app ${APP}`, `${plain}/app ${OTHER}`]);
		expect(await ids(both.slice(0, 1))).toEqual([plain]);
		const { analytics } = await asking(both.map(record), { analytics: [abuse] }, (request) => whyNot(request, 'eve@example.com'));
		expect(analytics[0]?.windows.map(({ finding }) => finding?.id).toSorted()).toEqual(await ids(both));
	});
});

describe('a scope of unknown strength', () => {
	const scope = 'https://www.googleapis.com/auth/of-another-year';
	const twice = [0, 60_000].map((later): Act => ({ person: 'eve', time: START + 9 * DAY + later, name: 'authorize', scope }));
	const told = async (...set: readonly string[]) => (await findingsOfRecords(twice.map(record), { set })).at(0);

	test('is one, however often it was consented to within the hour', async () => {
		const finding = await told();
		expect(finding?.reasons.find(({ signal }) => signal === 'scopes-unknown')?.observed).toBe(1);
		expect(reason(finding, 'scopes-unknown')).toBe(`1 scope of unknown strength (${scope})`);
	});

	test('is known once an option calls it high-privilege', async () => {
		const finding = await told(`highPrivilegeScopes=${scope.toUpperCase()}`);
		expect(reason(finding, 'grant')).toContain('1 high-privilege scope');
		expect(reason(finding, 'scopes-unknown')).toBe('');
	});
});

describe('an application that works for several people', () => {
	const people = ['ana', 'ben', 'cid', 'dee', 'eve'];
	const calls = people.flatMap((person, at) =>
		Array.from({ length: 20 }, (_, n): Act => ({ person, time: START + 9 * DAY + (at * 20 + n) * 10_000, name: 'activity' })),
	);
	const quiet = Array.from(
		{ length: 9 },
		(_, day): Act => ({ person: 'zoe', time: START + day * DAY, name: 'activity', app: OTHER }),
	);
	const sweep = async () => {
		const findings = await findingsOfRecords([...quiet, ...calls].map(record), { analytics: [mail] });
		return findings.find(({ title }) => title.includes('opened 5 mailboxes'));
	};

	test('names each of them once', async () => {
		const ids = (await sweep())?.entities.map(({ id }) => id) ?? [];
		expect(ids.toSorted()).toEqual(people.map((person) => `${person}@example.com`));
	});

	test('is not to be looked up under the name of one of them, nor in another vendor’s console, nor expected to sign in', async () => {
		const finding = await sweep();
		expect(finding?.actor.type).toBe('app');
		expect(finding?.next.join(' ')).not.toContain('@example.com');
		expect(finding?.next[0]).toContain('in the admin console');
		expect(finding?.caveats.join(' ')).not.toContain('no sign-ins of this account');
	});
});

describe('a consent that sets the application up in the directory', () => {
	const OBJECT = '5e6f7a8b-0000-4000-8000-00000000000b';
	const GUID = '1a2b3c4d-0000-4000-8000-00000000000a';
	const directory = (Operation: string, time: number, index: number) => ({
		CreationTime: new Date(time).toISOString().slice(0, 19),
		Id: `00000000-0000-4000-8000-00000000000${index}`,
		Operation,
		OrganizationId: '11111111-1111-4111-8111-111111111111',
		RecordType: 8,
		UserKey: 'eve',
		UserType: 0,
		Version: 1,
		Workload: 'AzureActiveDirectory',
		ResultStatus: 'Success',
		UserId: 'eve@example.com',
		Target: [
			{ ID: 'ServicePrincipal_5e6f7a8b-0000-4000-8000-00000000000b', Type: 2 },
			{ ID: '5e6f7a8b-0000-4000-8000-00000000000b', Type: 2 },
			{ ID: 'ServicePrincipal', Type: 2 },
			{ ID: 'Doc Helper', Type: 1 },
			{ ID: GUID, Type: 2 },
			{ ID: GUID, Type: 4 },
		],
	});
	const read = (person: string, time: number, index: number) => ({
		CreationTime: new Date(time).toISOString().slice(0, 19),
		Id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
		Operation: 'MailItemsAccessed',
		OrganizationId: '11111111-1111-4111-8111-111111111111',
		RecordType: 50,
		UserKey: person,
		UserType: 0,
		Version: 1,
		Workload: 'Exchange',
		UserId: `${person}@example.com`,
		MailboxOwnerUPN: `${person}@example.com`,
		AppId: GUID,
		ClientAppId: GUID,
		OperationCount: 3,
		OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
	});

	test('lets it in for whoever consented, not for everybody', async () => {
		const time = START + 9 * DAY;
		const others = Array.from({ length: 20 }, (_, n) => read('gus', time + HOUR + n * 60_000, n));
		const acts = (records: readonly unknown[]) =>
			findingsOfRecords(records).then((all) => all.find(({ actor }) => actor.id === 'eve@example.com')?.title ?? '');
		const granted = [directory('Add service principal.', time, 1), directory('Consent to application.', time + 1000, 2)];
		expect(await acts([...granted, ...others])).toContain('Doc Helper');
		expect(await acts([...granted, ...others])).not.toContain('then acted');
		expect(await acts([...granted, ...others, read('eve', time + 2 * HOUR, 99)])).toContain('then acted (1 record)');
	});

	test('names a scope once, though several of its records do', async () => {
		const time = START + 9 * DAY;
		const permissions = {
			Name: 'ConsentAction.Permissions',
			NewValue: `[] => [[Id: x, ClientId: ${OBJECT}, PrincipalId: y, ResourceId: z, ConsentType: Principal, Scope:  Notes.Peek]]; `,
			OldValue: '',
		};
		const scope = { Name: 'DelegatedPermissionGrant.Scope', NewValue: ' Notes.Peek', OldValue: '' };
		const client = { Name: 'ServicePrincipal.ObjectID', NewValue: OBJECT, OldValue: '' };
		const [finding] = await findingsOfRecords([
			{ ...directory('Add delegated permission grant.', time, 1), ModifiedProperties: [scope, client] },
			{ ...directory('Consent to application.', time + 1000, 2), ModifiedProperties: [permissions] },
		]);
		expect(reason(finding, 'scopes-unknown')).toBe('1 scope of unknown strength (Notes.Peek)');
	});

	test('gives it an id by which the options allow it as by the other', async () => {
		const consent = directory('Consent to application.', START + 9 * DAY, 1);
		const granted = async (id: string) => {
			const [finding] = await findingsOfRecords([consent], { set: [`approvedApps=${id}`] });
			return reason(finding, 'approved');
		};
		expect(await granted('00000000-0000-4000-8000-000000000000')).toBe('');
		for (const id of [GUID, OBJECT.toUpperCase(), 'doc helper']) expect(await granted(id)).toBe('named in approvedApps');

		const people = Array.from({ length: 12 }, (_, n) => `person${n}`);
		const log = [consent, ...people.map((person, n) => read(person, START + 20 * DAY + n * 60_000, n))];
		const opened = async (id: string) => {
			const findings = await findingsOfRecords(log, { analytics: [mail], set: [`oauthClientAllowList=${id}`] });
			return findings.map((finding) => reason(finding, 'many-mailboxes')).find((text) => text !== '');
		};
		expect(await opened('00000000-0000-4000-8000-000000000000')).not.toContain('approved');
		for (const id of [GUID, OBJECT.toUpperCase()]) expect(await opened(id)).toContain('; approved');
	});
});

describe('where records carry no app', () => {
	const event = (index: number, time: number, event_type: string, more: object) => ({
		type: 'event',
		event_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
		event_type,
		created_at: new Date(time).toISOString(),
		created_by: { type: 'user', id: '9000000002', name: 'Eve E', login: 'eve@example.com' },
		session_id: null,
		...more,
	});
	// Five downloads a day from the office, each with an access token of its own, as they are issued anew by the hour.
	const download = (index: number, time: number, ip_address = '192.0.2.10') =>
		event(index, time, 'DOWNLOAD', {
			ip_address,
			source: { item_type: 'file', item_id: String(index), item_name: 'plan.xlsx', parent: null },
			additional_details: { access_token_identifier: `tok-${index}` },
		});
	const days = Array.from({ length: 50 }, (_, n) => download(n, START + Math.floor(n / 5) * DAY + (9 + (n % 5)) * HOUR));
	const consent = event(900, START + 9 * DAY + 8 * HOUR, 'ENTERPRISE_APP_AUTHORIZATION_UPDATE', {
		ip_address: '192.0.2.10',
		source: { type: 'application', id: '77', name: 'Doc Helper' },
		additional_details: null,
	});
	const titleOf = async (records: readonly unknown[]) => (await findingsOfRecords(records))[0]?.title ?? '';

	test('what an app that is authorised for the enterprise does under its own account belongs to the grant', async () => {
		const robot = { type: 'user', id: '9000000900', name: 'Doc Helper', login: 'AutomationUser_77_aBcDeF@boxdevedition.com' };
		const detail = { service_id: '77', service_name: 'Doc Helper' };
		const own = [1, 2].map((n) => ({
			...download(901 + n, START + 9 * DAY + (9 + n) * HOUR, '203.0.113.9'),
			created_by: robot,
			additional_details: detail,
		}));
		const grant = { ...consent, additional_details: detail };
		const [finding] = await findingsOfRecords([...days, grant, ...own]);
		expect(finding?.title).toContain('then acted (2 records)');
		expect(reason(finding, 'grant')).toContain('for the whole tenant');
	});

	test('an access token that is new tells of no app, a new network does', async () => {
		expect(await titleOf([...days, consent])).toMatch(/^(?!.*then acted).*Doc Helper/);
		expect(await titleOf([...days, consent, download(901, START + 9 * DAY + 15 * HOUR, '203.0.113.9')])).toContain(
			'then acted (1 record)',
		);
	});
});

describe('the surroundings of a grant', () => {
	// Six people are in one office on eight days.
	const known = ['ana', 'ben', 'cid', 'dee', 'eve', 'fay'].flatMap((person, at) =>
		Array.from({ length: 8 }, (_, day) => {
			const act: Act = { person, time: START + day * DAY + 9 * HOUR, name: 'activity', app: OTHER };
			return { ...(record(act, day * 10 + at) as object), ipAddress: '192.0.2.10' };
		}),
	);
	const at = START + 9 * DAY + 9 * HOUR;
	const home = { ipAddress: '192.0.2.10' };
	const grant = record({ person: 'eve', time: at, name: 'authorize' }, 900) as object;
	const told = async (...records: readonly object[]) => {
		const findings = await findingsOfRecords([...known, ...records]);
		const finding = findings.find(({ title }) => title.startsWith('Room Booker'));
		return { finding, novelty: finding?.reasons.find(({ signal }) => signal === 'grant-novelty') };
	};

	test('name what of them is new, not the places where the grantor always was', async () => {
		const calls = Array.from({ length: 12 }, (_, n) => ({
			...(record({ person: 'eve', time: at + (n + 1) * 60_000, name: 'activity' }, 901 + n) as object),
			ipAddress: '203.0.113.9',
		}));
		const { novelty } = await told({ ...grant, ...home }, ...calls);
		expect(novelty?.observed).toBe('203.0.0.0/16');
		expect(novelty?.text).toBe('the app acted from a network nobody here had worked from before (203.0.0.0/16)');
	});

	test('are those of the sign-in before where the grant has no address, and the sign-in is a stage', async () => {
		const signIn = {
			...(record({ person: 'eve', time: at - 10 * 60_000, name: 'activity' }, 950) as object),
			id: { time: new Date(at - 10 * 60_000).toISOString(), uniqueQualifier: '950', applicationName: 'login', customerId: 'C01' },
			ipAddress: '203.0.113.9',
			events: [{ type: 'login', name: 'login_success', parameters: [{ name: 'login_type', value: 'google_password' }] }],
		};
		const { finding, novelty } = await told({ ...grant, ipAddress: undefined }, signIn);
		expect(novelty?.observed).toBe('an unusual sign-in');
		const words =
			'a sign-in to google_workspace 10 min before came from a network nobody here had worked from before (203.0.0.0/16)';
		expect(novelty?.text).toBe(words);
		expect(finding?.stages?.map(({ name }) => name)).toEqual(['sign-in', 'grant']);
		expect(finding?.stages?.[0]?.text).toBe(`${words} [203.0.113.9]`);
		expect(finding?.stages?.[0]?.evidence?.operation).toBe('login_success');
	});
});

describe('an app let in on one platform', () => {
	const installed = {
		id: '00000000-1111-4222-8333-555000000001',
		date_create: (START + 9 * DAY + 8 * HOUR) / 1000,
		action: 'app_installed',
		actor: { type: 'user', user: { id: 'W0EVE0001', name: 'Eve E', email: 'eve@example.com', team: 'T0EXAMPLE' } },
		entity: { type: 'app', app: { id: 'A0HELP001', name: 'Doc Helper', scopes: ['files:read'] } },
		context: { ip_address: '192.0.2.10', ua: 'ExampleBrowser/1.0', session_id: 1 },
	};
	const abroad = { ip_address: '203.0.113.9' };
	const onBox = (index: number) => ({
		type: 'event',
		event_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
		event_type: 'DOWNLOAD',
		created_at: new Date(START + 9 * DAY + 9 * HOUR + index * 60_000).toISOString(),
		created_by: { type: 'user', id: '9000000002', name: 'Eve E', login: 'eve@example.com' },
		source: { item_type: 'file', item_id: String(index), item_name: 'plan.xlsx', parent: null },
		additional_details: null,
		session_id: null,
		...abroad,
	});
	const onSlack = {
		...installed,
		id: '00000000-1111-4222-8333-555000000002',
		date_create: (START + 9 * DAY + 9 * HOUR) / 1000,
		action: 'file_downloaded',
		entity: { type: 'file', file: { id: 'F0PLAN001', name: 'plan.pdf' } },
		context: { ...installed.context, ...abroad },
	};
	const told = async (records: readonly unknown[]) => (await findingsOfRecords([installed, ...records]))[0];

	test('does nothing on another, whatever its grantor does there', async () => {
		expect((await told([1, 2, 3].map(onBox)))?.title).not.toContain('then acted');
	});

	test('is not said to have done what the log only says of its grantor', async () => {
		const finding = await told([onBox(1), onSlack]);
		expect(finding?.title).toContain('then acted (1 record)');
		expect(reason(finding, 'activity')).toMatch(
			/^1 record of eve@example\.com that do not name it, from networks or tokens new to the account within 8 days/,
		);
	});
});

describe('a connected app of Salesforce that the log knows by a number', () => {
	const made = {
		Id: '0Ym5j0000000000CAA',
		CreatedById: '0055j00000EveAAAAZ',
		CreatedBy: { Username: 'eve@example.com' },
		Action: 'insertConnectedApplication',
		Display: 'Created connected app Doc Helper',
		Section: 'Connected Apps',
		CreatedDate: new Date(START + 9 * DAY + 8 * HOUR).toISOString(),
	};
	const call = (index: number, CONNECTED_APP_ID: string, day = 9) => ({
		EVENT_TYPE: 'RestApi',
		TIMESTAMP: '20260114090000.000',
		TIMESTAMP_DERIVED: new Date(START + day * DAY + 9 * HOUR + index * 60_000).toISOString(),
		REQUEST_ID: `4Ytexample00${index}`,
		ORGANIZATION_ID: '00D5j000000OrgA',
		USER_ID: '0055j00000EveAA',
		USER_ID_DERIVED: '0055j00000EveAAAAZ',
		METHOD: 'GET',
		ROWS_PROCESSED: '2000',
		CONNECTED_APP_ID,
		CLIENT_IP: '203.0.113.9',
	});
	const usual = { ...call(9, '', 1), CLIENT_IP: '192.0.2.10' };
	const told = async (...records: readonly object[]) => (await findingsOfRecords([usual, made, ...records]))[0]?.title ?? '';

	test('may be the one that was just made, unless somebody used it before', async () => {
		expect(await told(call(1, '0H45j000000Xyz1'), call(2, '0H45j000000Xyz1'))).toContain('then acted (2 records)');
		const older = { ...call(3, '0H45j000000Xyz1', 2), CLIENT_IP: '192.0.2.10' };
		expect(await told(older, call(1, '0H45j000000Xyz1'))).not.toContain('then acted');
	});
});

describe('an old client of Google, whose id is its project’s number alone', () => {
	test('is known by that number in Drive’s log', async () => {
		const app = '202264815644.apps.googleusercontent.com';
		const grant = record({ person: 'eve', time: START + 9 * DAY, name: 'authorize', app }, 1);
		const upload = (index: number) => ({
			kind: 'admin#reports#activity',
			id: {
				time: new Date(START + 9 * DAY + index * 60_000).toISOString(),
				uniqueQualifier: String(100 + index),
				applicationName: 'drive',
				customerId: 'C01',
			},
			actor: { email: 'eve@example.com', profileId: 'eve' },
			ipAddress: '192.0.2.10',
			events: [
				{
					type: 'access',
					name: 'upload',
					parameters: [
						{ name: 'primary_event', boolValue: true },
						{ name: 'doc_id', value: `d${index}` },
						{ name: 'originating_app_id', value: '202264815644' },
					],
				},
			],
		});
		const [finding] = await findingsOfRecords([grant, upload(1), upload(2)]);
		expect(finding?.title).toContain('then acted (2 records)');
	});
});

describe('an app that a directory names twice', () => {
	test('is one, by the id that was given beside the other', () => {
		const ledger = new Ledger(['app.grant']);
		const event = (app: string, aliases?: readonly string[]) => ({
			time: START,
			platform: 'm365' as const,
			activity: 'app.grant' as const,
			operation: 'Consent to application.',
			actor: { type: 'user' as const, id: 'eve@example.com' },
			app: { id: app },
			target: { type: 'app', id: app, ...(aliases !== undefined && { aliases }) },
			ref: { file: 'a.json', record: 1 },
		});
		const place = { file: 0, record: 1, offset: 0, length: 0 };
		ledger.hear(event('object-1'), place, 1);
		ledger.hear(event('client-1', ['object-1']), place, 2);
		ledger.hear(event('object-2'), place, 3);
		// An alias of two apps says nothing.
		ledger.hear(event('client-2', ['object-3']), place, 4);
		ledger.hear(event('client-3', ['object-3']), place, 5);
		ledger.hear(event('object-3'), place, 6);
		ledger.settle();
		const rows = [0, 1, 2, 3, 4, 5].map((row) => [ledger.rows.app(row), ledger.rows.target(row)]);
		expect(rows).toEqual(['client-1', 'client-1', 'object-2', 'client-2', 'client-3', 'object-3'].map((app) => [app, app]));
	});

	test('has its other ids in one order, whichever was met first', () => {
		const others = (...aliases: readonly string[]) => {
			const ledger = new Ledger(['app.grant']);
			for (const alias of aliases)
				ledger.hear(
					{
						time: START,
						platform: 'm365',
						activity: 'app.grant',
						operation: 'Consent to application.',
						target: { type: 'app', id: 'client', aliases: [alias] },
						ref: { file: 'a.json', record: 1 },
					},
					{ file: 0, record: 1, offset: 0, length: 0 },
					1,
				);
			ledger.settle();
			return ledger.otherAppIds.get('client');
		};
		expect(others('object-2', 'object-1')).toEqual(others('object-1', 'object-2'));
	});
});

test('an app of GitHub acts through its own account, whose login follows from its name', async () => {
	const time = START + 9 * DAY;
	const base = (at: number, index: number) => ({
		'@timestamp': at,
		_document_id: `Doc${String(index).padStart(19, '0')}`,
		...{ created_at: at, org: 'example-org', repository_public: false },
	});
	const work = Array.from({ length: 9 }, (_, day) => ({
		...base(START + day * DAY, day),
		...{ action: 'git.push', actor: 'eve', repo: 'example-org/a' },
	}));
	const install = {
		...base(time, 100),
		action: 'integration_installation.create',
		actor: 'eve',
		integration: 'Doc Helper (beta)',
	};
	const clones = (actor: string) =>
		Array.from({ length: 30 }, (_, n) => ({
			...base(time + HOUR + n * 5000, 200 + n),
			...{ action: 'git.clone', actor, repo: `example-org/r${n}` },
		}));
	const title = async (actor: string, more: object) =>
		(await findingsOfRecords([...work, { ...install, ...more }, ...clones(actor)]))[0]?.title;
	for (const more of [{}, { application_client_id: 'Iv1.0123456789abcdef' }])
		expect(await title('doc-helper-beta[bot]', more)).toBe('Doc Helper (beta) was connected from eve, then acted (30 records)');
	expect(await title('other-helper[bot]', {})).toBe('Doc Helper (beta) was connected from eve');
});
