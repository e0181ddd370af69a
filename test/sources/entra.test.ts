import { describe, expect, test } from '@jest/globals';
import type { NormalisedEvent } from '../../src/model/event.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { entra } from '../../src/sources/entra/index.ts';
import { m365 } from '../../src/sources/m365/index.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { normalise, readExpected, without } from './expectations.ts';
import { eventOf, readFixture, silentRules } from './fixture-events.ts';

const audits = normalise(entra, readFixture('entra', 'directory-audit.json'));
const signIns = normalise(entra, readFixture('entra', 'sign-in.ndjson'));
const risks = normalise(entra, [
	...readFixture('entra', 'risk-detection.json'),
	...readFixture('entra', 'app-risk-detection.json'),
]);
const diagnostics = normalise(entra, readFixture('entra', 'azure-monitor.ndjson'));
const whole = [...audits.events, ...signIns.events, ...risks.events];
const known = new Map([...diagnostics.events, ...whole].map((event) => [event.ref.id, event]));

function same(read: readonly NormalisedEvent[]): readonly NormalisedEvent[] {
	return read.map((event) => {
		const native = known.get(event.ref.id);
		if (native === undefined) throw new Error(`no native record has the id ${event.ref.id}`);
		return native;
	});
}

const change = (displayName: string, oldValue: unknown, newValue: unknown): JsonObject => ({
	displayName,
	oldValue: JSON.stringify(oldValue),
	newValue: JSON.stringify(newValue),
});

function audit(
	activityDisplayName: string,
	modifiedProperties: readonly JsonObject[] = [],
	members: JsonObject = {},
): NormalisedEvent {
	return eventOf(entra, {
		id: 'Directory_1',
		activityDateTime: '2026-03-04T05:06:07.1234567Z',
		activityDisplayName,
		result: 'success',
		initiatedBy: {
			user: { id: 'aaaa0001-0000-4000-8000-000000000001', userPrincipalName: 'Ana@example.com', ipAddress: '192.0.2.10' },
			app: null,
		},
		targetResources: [
			{ id: 'aaaa0002-0000-4000-8000-000000000002', type: 'User', userPrincipalName: 'bo@example.com', modifiedProperties },
		],
		additionalDetails: [],
		...members,
	});
}

function signIn(members: JsonObject = {}): NormalisedEvent {
	return eventOf(entra, {
		id: 'e4720000-0000-4000-8000-00000000f001',
		createdDateTime: '2026-03-04T05:06:07Z',
		userPrincipalName: 'Ana@example.com',
		userId: 'aaaa0001-0000-4000-8000-000000000001',
		appId: 'cccc0009-0000-4000-8000-000000000009',
		ipAddress: '198.51.100.7',
		status: { errorCode: 0 },
		...members,
	});
}

describe('activities', () => {
	test('every rule fires on a fixture', () => {
		expect(silentRules(entra, [...audits.native, ...signIns.native, ...risks.native, ...diagnostics.native])).toEqual([]);
	});

	test('each fixture means what was written down for it', () => {
		const read = Object.fromEntries([...diagnostics.events, ...whole].map((event) => [event.ref.id, event.activity]));
		expect(read).toEqual(readExpected('entra'));
	});

	test('the two logs of one directory say the same of the same operations', () => {
		const plain = (word: string) => (word.endsWith('.') ? word.slice(0, -1) : word);
		const facts = (event: NormalisedEvent) => ({
			operation: plain(event.operation),
			activity: event.activity,
			actor: event.actor?.type === 'system' ? 'system' : event.actor?.id,
			app: event.app?.id,
			target: event.target?.id,
			scopes: event.scopes,
			external: event.external,
			ok: event.ok,
			details: { ...event.details, correlation: event.details?.['correlation'] !== undefined },
		});
		const ours = normalise(
			m365,
			readFixture('m365', 'record.ndjson').filter((record) => record['RecordType'] === 8),
		).events;
		expect(audits.events.map(facts)).toEqual(ours.map(facts));
	});

	test.each([
		'Update application – Certificates and secrets management ',
		'update application - certificates and secrets management',
	])('reads the operation %j whatever its dash, blank and case', (operation) => {
		const key = '[KeyIdentifier=1,KeyType=Password,KeyUsage=Verify,DisplayName=x]';
		expect(audit(operation, [change('KeyDescription', [], [key])])).toMatchObject({
			activity: 'credential.add',
			operation: 'Update application - Certificates and secrets management',
			details: { keys: 1, keyType: 'Password' },
		});
	});

	test('AccountEnabled is read in both ways of quoting', () => {
		const update = (before: unknown, after: unknown) => audit('Update user', [change('AccountEnabled', before, after)]).activity;
		expect(update([true], [false])).toBe('account.disable');
		expect(update('False', 'True')).toBe('account.enable');
		expect(update('True', 'True')).toBe('other');
	});

	test('a role that was only requested is not granted', () => {
		expect(audit('Add member to role in PIM requested (permanent)').activity).toBe('other');
		expect(audit('Add member to role completed (PIM activation)')).toMatchObject({
			activity: 'role.grant',
			details: { activation: true },
		});
	});

	test('a role and its holder are told apart among the targets', () => {
		const targetResources = [
			{ id: 'eeee0001-0000-4000-8000-000000000001', type: 'Role', displayName: 'Exchange Administrator', modifiedProperties: [] },
			{ id: 'aaaa0002-0000-4000-8000-000000000002', type: 'User', userPrincipalName: 'Bo@example.com', modifiedProperties: [] },
		];
		expect(audit('Add member to role in PIM completed (permanent)', [], { targetResources })).toMatchObject({
			target: { type: 'user', id: 'bo@example.com', aliases: ['aaaa0002-0000-4000-8000-000000000002'] },
			details: { role: 'Exchange Administrator' },
		});
	});

	test('a consent is read through its extra quotes, with its client id from the details', () => {
		const text =
			'[] => [[Id: x, ClientId: c, PrincipalId: , ResourceId: r, ConsentType: AllPrincipals, Scope:  Mail.Read offline_access, CreatedDateTime: , LastModifiedDateTime ]]; ';
		const event = audit('Consent to application', [], {
			targetResources: [
				{
					id: 'bbbb0002-0000-4000-8000-000000000002',
					displayName: 'Mail Reader',
					type: 'ServicePrincipal',
					modifiedProperties: [
						change('ConsentContext.IsAdminConsent', '', 'True'),
						change('ConsentAction.Permissions', '', text),
					],
				},
			],
			additionalDetails: [{ key: 'AppId', value: 'cccc0002-0000-4000-8000-000000000002' }],
		});
		expect(event).toMatchObject({
			activity: 'app.grant',
			scopes: ['Mail.Read', 'offline_access'],
			app: { id: 'cccc0002-0000-4000-8000-000000000002', name: 'Mail Reader' },
			target: { aliases: ['bbbb0002-0000-4000-8000-000000000002'] },
			details: { adminConsent: true, tenantWide: true },
		});
	});
});

describe('sign-ins', () => {
	test('the code tells success, failure and interruption', () => {
		const of = (errorCode: number | string) => signIn({ status: { errorCode, failureReason: 'x' } });
		expect([0, 50126, 50074, '50140', '0', '53003'].map((code) => of(code).activity)).toEqual([
			'login',
			'login.failed',
			'other',
			'other',
			'login',
			'login.failed',
		]);
		expect([of(0).ok, of(50126).ok, of(50074).ok]).toEqual([true, false, undefined]);
	});

	test('device codes, risk and anonymisers stand in the facts; hidden risk does not', () => {
		expect(signIns.events[3]).toMatchObject({
			activity: 'login',
			proxy: true,
			details: { deviceCode: true, risk: 'high', riskType: 'anonymizedIPAddress', adminTool: true },
		});
		expect(signIn({ riskLevelDuringSignIn: 'hidden' }).details?.['risk']).toBeUndefined();
	});

	test('a service principal acts under its client id', () => {
		expect(signIns.events[4]).toMatchObject({
			actor: {
				type: 'app',
				id: 'cccc0001-0000-4000-8000-000000000001',
				name: 'Provisioner',
				aliases: ['bbbb0001-0000-4000-8000-000000000001'],
			},
			details: { appOnly: true, interactive: false },
		});
	});

	test('what was typed for an unknown account is kept only where it looks like a name', () => {
		const typed = (userPrincipalName: string) => signIn({ userPrincipalName, userId: '', status: { errorCode: 50034 } }).actor;
		expect(typed('correct horse')?.type).not.toBe('user');
		expect(typed('nobody@example.com')?.id).toBe('nobody@example.com');
	});

	test.each([
		{ userPrincipalName: 'svc-backup', userId: '' },
		{ userPrincipalName: '', userId: '' },
		{ userPrincipalName: 'john.doe', userId: '00000000-0000-0000-0000-000000000000' },
	])('a failed sign-in of nobody that is known is not the application’s through which it was tried: %j', (members) => {
		const event = signIn({ ...members, userDisplayName: '', status: { errorCode: 50034 }, isInteractive: true });
		expect([event.activity, event.actor, event.details?.['appOnly']]).toEqual(['login.failed', undefined, undefined]);
		expect(event.app).toBeDefined();
	});

	test('consents are written down by the sign-in service: its agent is not the person’s', () => {
		const agent = (userAgent: string) => audit('Consent to application', [], { userAgent }).userAgent;
		expect([agent('EvoSTS'), agent('Mozilla/5.0')]).toEqual([undefined, 'Mozilla/5.0']);
	});

	test('an empty device, a zero id and no token kind are absent', () => {
		const event = signIn({
			deviceDetail: { deviceId: '' },
			sessionId: '00000000-0000-0000-0000-000000000000',
			incomingTokenType: 'none',
		});
		expect([event.device, event.session, event.tokenKind]).toEqual([undefined, undefined, undefined]);
	});
});

describe('calls of Microsoft Graph', () => {
	const calls = diagnostics.events.filter((event) => event.operation === 'Microsoft Graph Activity');

	test('reading mail or files in bulk is told from other calls', () => {
		expect(calls.map((event) => event.activity)).toEqual(['mail.read', 'bulk.query', 'bulk.query', 'api.call', 'api.call']);
	});

	const call = (RequestMethod: string, path: string, special: JsonObject = {}) =>
		eventOf(entra, {
			TimeGenerated: '2026-03-04T09:31:00.1234567Z',
			RequestId: 'e4720000-0000-4000-8000-00000000f001',
			RequestMethod,
			ResponseStatusCode: 200,
			ResponseSizeBytes: 4096,
			RequestUri: `https://graph.microsoft.com/v1.0${path}`,
			AppId: 'cccc0002-0000-4000-8000-000000000002',
			UserId: 'aaaa0001-0000-4000-8000-000000000001',
			Scopes: 'Mail.Read',
			...special,
		});
	const BO = 'aaaa0002-0000-4000-8000-000000000002';

	test.each([
		['GET', '/me/messages', 'aaaa0001-0000-4000-8000-000000000001'],
		['GET', '/me/mailFolders/inbox/messages?$top=1000', 'aaaa0001-0000-4000-8000-000000000001'],
		['GET', `/users/${BO}/messages/AAMk=/attachments`, BO],
		['GET', '/users/Bo@example.com/mailFolders', 'bo@example.com'],
		['GET', `/users('${BO}')/messages`, BO],
		['GET', "/users(%27bo%40example.com%27)/mailFolders('inbox')/messages/delta(token='x')", 'bo@example.com'],
		['POST', '/admin/exchange/mailboxes/MBX:1@2/exportItems', 'mbx:1@2'],
	])('%s %s reads mail of one mailbox', (method, path, mailbox) => {
		const event = call(method, path);
		expect(event).toMatchObject({
			activity: 'mail.read',
			target: { type: 'mailbox', id: mailbox },
			details: { accessType: 'Call' },
		});
		expect(event.items).toBeUndefined();
	});

	test('somebody else’s mailbox is told from one’s own where ids can be compared', () => {
		expect(call('GET', `/users/${BO}/messages`).details?.['delegate']).toBe(true);
		expect(call('GET', '/me/messages').details?.['delegate']).toBeUndefined();
		expect(call('GET', '/users/bo@example.com/messages').details?.['delegate']).toBeUndefined();
	});

	test.each([
		['GET', `/users/${BO}/messages`, { ResponseStatusCode: 403 }, 'bulk.query'],
		['GET', `/users/${BO}/messages/$count`, {}, 'bulk.query'],
		['POST', '/me/messages', {}, 'api.call'],
		['GET', `/users/${BO}/chats/19:1/messages`, {}, 'bulk.query'],
		['GET', `/users/${BO}/chats/getAllMessages`, {}, 'bulk.query'],
		['GET', '/teams/t1/channels/getAllMessages()', {}, 'bulk.query'],
		['GET', '/me/onenote/pages/1/content', {}, 'bulk.query'],
		['GET', '/me/onenote/notebooks', {}, 'api.call'],
		['GET', '/admin/serviceAnnouncement/messages', {}, 'api.call'],
		['GET', "/users/bo@example.com/mailFolders('inbox')/messageRules", {}, 'api.call'],
	])('%s %s %j is %s', (method, path, special, activity) => {
		const event = call(method, path, special);
		expect([event.activity, event.details?.['accessType']]).toEqual([activity, undefined]);
	});

	test('messages of Teams are in no mailbox', () => {
		expect(call('GET', `/users/${BO}/chats/19:1/messages`).target?.type).toBe('api');
	});

	test('a call without a person is the application’s, with its roles as scopes', () => {
		expect(calls[2]).toMatchObject({
			actor: { type: 'app', id: 'cccc0002-0000-4000-8000-000000000002', aliases: ['bbbb0002-0000-4000-8000-000000000002'] },
			scopes: ['Files.Read.All'],
			details: { appOnly: true },
			bytes: 4096,
		});
		expect(calls[0]).toMatchObject({
			actor: { type: 'user', id: 'aaaa0001-0000-4000-8000-000000000001' },
			scopes: ['Mail.Read', 'User.Read'],
		});
	});

	test('of Elastic’s lists of scopes only the texts count, whatever else stands in them', () => {
		const [document] = readFixture('entra', 'elastic-graphactivitylogs-flat.ndjson');
		const { events } = normalise(entra, [
			{ ...document, 'azure.graphactivitylogs.properties.scopes': ['Mail.Read', { nothing: ['x'] }, ['y'], 'User.Read'] },
		]);
		expect(events.map(({ scopes }) => scopes)).toEqual([['Mail.Read', 'User.Read']]);
	});

	test('the mailbox is the target, and a refused call failed', () => {
		expect(calls[0]?.target).toEqual({ type: 'mailbox', id: 'bo@example.com' });
		expect(calls[4]).toMatchObject({ ok: false, details: { method: 'POST', status: 403 } });
	});
});

describe('actors', () => {
	test('people, applications and the directory itself', () => {
		const by = (initiatedBy: JsonObject) => audit('Update device', [], { initiatedBy }).actor;
		expect(by({ user: { id: 'ABC', userPrincipalName: 'Ana@Example.com', displayName: 'Ana' }, app: null })).toEqual({
			type: 'user',
			id: 'ana@example.com',
			name: 'Ana',
			email: 'ana@example.com',
			aliases: ['abc'],
		});
		expect(by({ user: null, app: { displayName: 'Sync', servicePrincipalId: 'SP1', appId: null } })).toEqual({
			type: 'app',
			id: 'sp1',
			name: 'Sync',
		});
		expect(by({ app: { displayName: 'Microsoft Azure AD Internal - Jit Provisioning' } })?.type).toBe('system');
		expect(by({})).toBeUndefined();
	});
});

describe('formats', () => {
	test.each([
		['azure-monitor.ndjson', 'azure-monitor', []],
		['auditlogs.ndjson', 'auditlogs', []],
		['auditlogs.csv', 'auditlogs', []],
		['signinlogs.ndjson', 'signinlogs', []],
		['service-principal-signinlogs.ndjson', 'service-principal-signinlogs', []],
		['graph-activity.ndjson', 'graph-activity', []],
		['user-risk-events.ndjson', 'user-risk-events', ['ip']],
		['app-risk-events.ndjson', 'app-risk-events', ['ip']],
		[
			'defender-signins.ndjson',
			'defender-signins',
			['proxy', 'tokenKind', 'details.alert', 'details.risk', 'details.riskType', 'details.protocol', 'details.reason'],
		],
		[
			'defender-signins-stream.ndjson',
			'defender-signins-stream',
			['proxy', 'tokenKind', 'details.alert', 'details.risk', 'details.riskType', 'details.protocol', 'details.reason'],
		],
		[
			'defender-app-signins.ndjson',
			'defender-app-signins',
			['tokenKind', 'token', 'details.interactive', 'details.managedDevice', 'details.requirement'],
		],
		['elastic-signinlogs.ndjson', 'elastic-signinlogs', []],
		['elastic-signinlogs-flat.ndjson', 'elastic-signinlogs-flat', []],
		['elastic-auditlogs.ndjson', 'elastic-auditlogs', []],
		['elastic-auditlogs-flat.ndjson', 'elastic-auditlogs-flat', []],
		['elastic-graphactivitylogs.ndjson', 'elastic-graphactivitylogs', []],
		['elastic-graphactivitylogs-flat.ndjson', 'elastic-graphactivitylogs-flat', []],
		['elastic-identityprotection.ndjson', 'elastic-identityprotection', []],
		['elastic-identityprotection-flat.ndjson', 'elastic-identityprotection-flat', []],
		[
			'portal-sign-in.csv',
			'portal-sign-in-csv',
			[
				'proxy',
				'details.alert',
				'details.risk',
				'details.riskType',
				'details.interactive',
				'details.managedDevice',
				'details.errorCode',
			],
		],
	] as const)('%s gives the same events', (file, format, lost) => {
		const read = normalise(entra, readFixture('entra', file));
		expect(read.formats).toEqual([format]);
		const lacks = entra.formats.find(({ id }) => id === format)?.lacks ?? [];
		const skip = [...lost, ...lacks];
		expect(read.events.map((event) => without(event, skip))).toEqual(same(read.events).map((event) => without(event, skip)));
	});

	test.each([
		['sign-in-dotted.csv', 'sign-in-dotted', 3],
		['sign-in-sdk.json', 'sign-in-sdk', 3],
		// PowerShell leaves one level: the third row has no place’s coordinates, which nobody reads.
		['sign-in-text.csv', 'sign-in-text', 3],
	] as const)('%s gives the same sign-ins as Graph’s own objects', (file, format, count) => {
		const read = normalise(entra, readFixture('entra', file));
		expect(read.formats).toEqual([format]);
		expect(read.events.map((event) => without(event, []))).toEqual(
			signIns.events.slice(0, count).map((event) => without(event, [])),
		);
	});

	test.each(['risky-detections.csv', 'risk-detection-sdk.json'])('%s gives the same detection', (file) => {
		const read = normalise(entra, readFixture('entra', file));
		const [native] = normalise(entra, readFixture('entra', 'risk-detection.json')).events;
		expect(read.formats).toEqual(['user-risk-events']);
		expect(read.events.map((event) => without(event, []))).toEqual([native && without(native, [])]);
	});

	test('a sign-in whose status Export-Csv lost is neither a success nor a failure', () => {
		const [row] = readFixture('entra', 'sign-in-sdk.csv');
		const read = normalise(entra, row === undefined ? [] : [row]);
		expect(read.formats).toEqual(['sign-in-sdk']);
		expect(read.events).toMatchObject([
			{ activity: 'other', time: Date.UTC(2026, 2, 4, 9, 46), actor: { id: 'ana@example.com' }, ip: '198.51.100.7' },
		]);
		expect(read.events[0]).not.toHaveProperty('ok');
	});

	test.each([
		['directory-audit-dotted.csv', 'directory-audit-dotted', 3],
		['directory-audit-text.csv', 'directory-audit-text', 2],
		['directory-audit-sdk.json', 'directory-audit-sdk', 3],
	] as const)('%s gives the same changes as Graph’s own objects', (file, format, count) => {
		const read = normalise(entra, readFixture('entra', file));
		expect(read.formats).toEqual([format]);
		expect(read.events.map((event) => without(event, []))).toEqual(
			audits.events.slice(0, count).map((event) => without(event, [])),
		);
	});

	test('the portal’s audit CSV gives the same events but for ids that it has no column for', () => {
		const read = normalise(entra, readFixture('entra', 'portal-audit.csv'));
		const natives = normalise(entra, readFixture('entra', 'auditlogs.ndjson')).events;
		expect(read.formats).toEqual(['portal-audit-csv']);
		const people = (events: readonly NormalisedEvent[]) =>
			events.filter((event) => event.actor?.type === 'user').map((event) => without(event, ['ref']));
		expect(people(read.events)).toEqual(people(natives));
		const app = read.events.find((event) => event.actor?.type === 'app');
		expect(app).toMatchObject({
			activity: 'account.delete',
			actor: { id: 'bbbb0001-0000-4000-8000-000000000001', name: 'Provisioner' },
		});
	});

	test('the Spanish portal gives the same facts under its own names', () => {
		const audits = normalise(entra, readFixture('entra', 'portal-audit-es.csv'));
		expect(audits.formats).toEqual(['portal-audit-csv-es']);
		expect(audits.events).toMatchObject([
			{
				activity: 'account.delete',
				operation: 'Delete user',
				time: Date.UTC(2026, 2, 4, 8, 10),
				actor: { id: 'ana@example.com' },
				target: { type: 'user', id: 'bo@example.com' },
				ip: '192.0.2.10',
				ok: true,
			},
		]);
		const signIns = normalise(entra, readFixture('entra', 'portal-sign-in-es.csv'));
		expect(signIns.formats).toEqual(['portal-sign-in-csv-es']);
		expect(signIns.events.map(({ activity, ok }) => [activity, ok])).toEqual([
			['login', true],
			['login.failed', false],
		]);
		expect(signIns.events[0]).toMatchObject({
			actor: { id: 'ana@example.com', name: 'Ana Alves' },
			app: { name: 'Office 365' },
			country: 'ES',
			city: 'Madrid',
			ip: '198.51.100.7',
		});
	});

	test('a record that an exporter cut down keeps what is left', () => {
		const read = normalise(entra, readFixture('entra', 'directory-audit-partial.ndjson'));
		expect(read.formats).toEqual(['directory-audit-partial']);
		expect(read.events.map((event) => [event.operation, event.time])).toEqual(
			same(read.events).map((event) => [event.operation, event.time]),
		);
	});

	test('other diagnostics of Azure are not taken for Entra’s', () => {
		const record = { time: '2026-03-04T05:06:07Z', category: 'Administrative', operationName: 'x', properties: {} };
		expect(prepare(entra).recognise(record)).toBeUndefined();
	});

	test('times with a one-digit hour, with a fraction and in American order are read as UTC', () => {
		const time = (activityDateTime: string) => audit('Update user', [], { activityDateTime }).time;
		expect(time('2026-03-04T5:06:07.108Z')).toBe(Date.UTC(2026, 2, 4, 5, 6, 7, 108));
		expect(time('2026-03-04T05:06:07.1234567+00:00')).toBe(Date.UTC(2026, 2, 4, 5, 6, 7, 123));
		expect(time('3/4/2026 2:42:35 PM')).toBe(Date.UTC(2026, 2, 4, 14, 42, 35));
	});

	test('the region of a data centre is no country, a country code is', () => {
		const record = (location: string) => ({
			time: '2026-03-04T05:06:07Z',
			category: 'SignInLogs',
			operationName: 'Sign-in activity',
			properties: { id: '1', createdDateTime: '2026-03-04T05:06:07Z', status: { errorCode: 0 }, location },
		});
		expect(eventOf(entra, record('North Europe')).country).toBeUndefined();
		expect(eventOf(entra, record('nl')).country).toBe('NL');
	});

	test('properties given as text are read', () => {
		const properties = JSON.stringify({ id: '1', activityDisplayName: 'Delete user', activityDateTime: '2026-03-04T05:06:07Z' });
		const record = { time: '2026-03-04T05:06:08Z', category: 'AuditLogs', operationName: 'Delete user', properties };
		expect(eventOf(entra, record)).toMatchObject({ activity: 'account.delete', time: Date.UTC(2026, 2, 4, 5, 6, 7) });
	});
});

test('a name with a quote cannot leave the console query', () => {
	const filter = entra.consoleFilter?.('a" or true //', '2026-03-04T00:00:00Z', '2026-03-05T00:00:00Z');
	expect(filter).toContain('=~ "a\\" or true //"');
});

test('an id of a person or application is looked for where Graph calls, sign-ins and directory changes have it', () => {
	const id = 'aaaa0001-0000-4000-8000-000000000001';
	const filter = entra.consoleFilter?.(id, '2026-03-04T00:00:00Z', '2026-03-05T00:00:00Z') ?? '';
	expect(filter).toContain('MicrosoftGraphActivityLogs');
	for (const column of ['UserId', 'AppId', 'ServicePrincipalId'])
		expect(filter).toContain(`column_ifexists("${column}", "") =~ "${id}"`);
	for (const path of ['app.servicePrincipalId', 'app.appId', 'user.id'])
		expect(filter).toContain(`tostring(column_ifexists("InitiatedBy", dynamic(null)).${path}) =~ "${id}"`);
	expect(filter).toMatch(/^union isfuzzy=true AuditLogs, /);
	expect(filter).not.toContain('UserPrincipalName');
});
