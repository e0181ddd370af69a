import { describe, expect, test } from '@jest/globals';
import { BrokenCell } from '../../src/model/errors.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';
import type { Json, JsonObject } from '../../src/model/json.ts';
import { m365 } from '../../src/sources/m365/index.ts';
import { prepare, reshaped } from '../../src/sources/normalise.ts';
import { cpuMs } from '../cpu.ts';
import { normalise, readExpected, without } from './expectations.ts';
import { eventOf, readFixture, silentRules } from './fixture-events.ts';

const all = normalise(m365, readFixture('m365', 'record.ndjson'));

function record(Operation: string, members: JsonObject = {}): JsonObject {
	return {
		CreationTime: '2026-03-04T05:06:07',
		Id: 'a0d17000-0000-4000-8000-00000000f001',
		Operation,
		RecordType: 1,
		UserType: 0,
		Workload: 'Exchange',
		UserId: 'Ana@example.com',
		...members,
	};
}

const of = (operation: string, members: JsonObject = {}): NormalisedEvent => eventOf(m365, record(operation, members));
const pairs = (facts: Readonly<Record<string, string>>): Json => Object.entries(facts).map(([Name, Value]) => ({ Name, Value }));
const changes = (facts: Readonly<Record<string, readonly [string, string]>>): JsonObject => ({
	RecordType: 8,
	Workload: 'AzureActiveDirectory',
	ModifiedProperties: Object.entries(facts).map(([Name, [OldValue, NewValue]]) => ({ Name, OldValue, NewValue })),
});

describe('activities', () => {
	test('every rule fires on a fixture', () => {
		expect(silentRules(m365, all.native)).toEqual([]);
	});

	test('each fixture means what was written down for it', () => {
		expect(Object.fromEntries(all.events.map((event) => [event.ref.id, event.activity]))).toEqual(readExpected('m365'));
	});

	test('no fixture carries a placeholder as a fact', () => {
		const facts = all.events.flatMap(({ actor, app, target, ip, session, token, device }) => [
			actor?.id,
			app?.id,
			target?.id,
			ip,
			session,
			token,
			device,
		]);
		expect(facts.filter((fact) => fact !== undefined && /^(?:|0{8}-.*|unknown|not available|<null>)$/i.test(fact))).toEqual([]);
	});

	test.each([
		'Update application – Certificates and secrets management ',
		'Update application – Certificates and secrets management',
		'Update application - Certificates and secrets management',
	])('reads the operation %j whatever its dash and blank', (operation) => {
		const key = '["[KeyIdentifier=1,KeyType=Password,KeyUsage=Verify,DisplayName=x]"]';
		expect(of(operation, changes({ KeyDescription: ['[]', key] }))).toMatchObject({
			activity: 'credential.add',
			operation: 'Update application - Certificates and secrets management',
			details: { keys: 1, keyType: 'Password' },
		});
	});

	test('a mailbox that refused somebody was not entered', () => {
		const login = (ResultStatus: string) =>
			of('MailboxLogin', { RecordType: 2, MailboxOwnerUPN: 'bo@example.com', ResultStatus });
		expect(login('Failed')).toMatchObject({ activity: 'login.failed', ok: false });
		expect(login('Succeeded')).toMatchObject({ activity: 'login', ok: true });
	});

	test('full stops and letter case do not matter, and the reported word is the log’s own', () => {
		expect(['Delete user', 'DELETE USER.', 'set company information.'].map((word) => of(word).operation)).toEqual([
			'Delete user.',
			'Delete user.',
			'Set Company Information.',
		]);
	});

	test('unnamed commands are administration, but not settings of one’s own mailbox', () => {
		expect(['Set-Something', 'Disable-SafeLinksRule', 'Get-Mailbox', 'Set-UserPhoto'].map((word) => of(word).activity)).toEqual([
			'admin.change',
			'admin.change',
			'other',
			'other',
		]);
	});

	test('a risk record is an anomaly by its type, whatever its operation', () => {
		expect(of('SomethingNew', { RecordType: 294 }).activity).toBe('session.anomaly');
	});
});

describe('applications', () => {
	const OBJECT = 'bbbb0009-0000-4000-8000-000000000009';
	const CLIENT = 'cccc0009-0000-4000-8000-000000000009';
	const secret = (AppId: string, more: Json[] = []) =>
		of('Update application – Certificates and secrets management ', {
			...changes({ KeyDescription: ['[]', '["[KeyIdentifier=1,KeyType=Password,KeyUsage=Verify,DisplayName=x]"]'] }),
			Target: [
				{ ID: `Application_${OBJECT}`, Type: 2 },
				{ ID: OBJECT, Type: 2 },
				{ ID: 'Application', Type: 2 },
				{ ID: 'MyApp', Type: 1 },
				...more,
			],
			ExtendedProperties: pairs({ additionalDetails: JSON.stringify({ AppId }) }),
		});

	test('a secret is the client’s whose id only the additional details have', () => {
		expect(secret(CLIENT)).toMatchObject({
			app: { id: CLIENT, name: 'MyApp' },
			target: { type: 'app', id: CLIENT, aliases: [OBJECT] },
		});
	});

	test('an object id or a word among them is no client id, and the target’s own goes before', () => {
		expect(secret(OBJECT).app?.id).toBe(OBJECT);
		expect(secret('unknown').app?.id).toBe(OBJECT);
		const own = 'cccc0010-0000-4000-8000-000000000010';
		expect(secret(CLIENT, [{ ID: own, Type: 2 }]).app?.id).toBe(own);
	});

	test('an app added to Teams is named by its id in the catalogue, else by its name', () => {
		const id = 'dddd0001-0000-4000-8000-000000000001';
		const app = { id, name: 'Poll maker' };
		expect(of('AppInstalled', { RecordType: 25, AddOnGuid: id.toUpperCase(), AddOnName: 'Poll maker' })).toMatchObject({
			app,
			target: { type: 'app', ...app },
		});
		expect(of('ConnectorAdded', { RecordType: 25, AddOnName: 'Poll maker' }).app).toEqual({
			id: 'poll maker',
			name: 'Poll maker',
		});
		expect(of('BotAddedToTeam', { RecordType: 25 }).app).toBeUndefined();
	});
});

describe('sign-ins', () => {
	const signIn = (operation: string, members: JsonObject) => of(operation, { RecordType: 15, ...members });

	test('a failed sign-in is a failure although the record says Success', () => {
		const event = signIn('UserLoginFailed', {
			ResultStatus: 'Success',
			ErrorNumber: '50126',
			LogonError: 'InvalidUserNameOrPassword',
		});
		expect(event).toMatchObject({
			activity: 'login.failed',
			ok: false,
			details: { errorCode: '50126', reason: 'InvalidUserNameOrPassword' },
		});
	});

	test('an interruption is neither a success nor a failure', () => {
		expect(signIn('UserLoggedIn', { ErrorNumber: '50140' }).activity).toBe('other');
		expect(signIn('UserLoginFailed', { ErrorNumber: '50074' }).activity).toBe('other');
	});

	test('session, device and agent come from the lists', () => {
		const login = all.events.find((event) => event.operation === 'UserLoggedIn');
		expect(login).toMatchObject({
			ip: '203.0.113.9',
			session: '5e551010-0000-4000-8000-000000000001',
			userAgent: expect.stringContaining('Chrome/140'),
			app: { id: '4765445b-32c6-49b0-83e6-1d93765276ca', name: 'OfficeHome' },
			details: { firstParty: true, managedDevice: false },
			actor: { aliases: ['aaaa0001-0000-4000-8000-000000000001'] },
		});
	});
});

describe('addresses', () => {
	test.each([
		['203.0.113.9', '203.0.113.9'],
		['203.0.113.9:52378', '203.0.113.9'],
		['2001:db8::5', '2001:db8::5'],
		['[2001:db8::5]:61234', '2001:db8::5'],
		['[2001:db8::5]', '2001:db8::5'],
		['[203.0.113.9]', '203.0.113.9'],
		['[203.0.113.9]:12345', '203.0.113.9'],
		['::ffff:203.0.113.9', '203.0.113.9'],
		['[::ffff:203.0.113.9]:12345', '203.0.113.9'],
		['NAME (203.0.113.9)', '203.0.113.9'],
		['localhost', undefined],
		['client.local:12345', undefined],
		['<null>', undefined],
		['', undefined],
		['0.0.0.0', undefined],
	])('%j is %j', (ClientIP, ip) => {
		expect(of('Set-User', { ClientIP }).ip).toBe(ip);
	});

	test('a placeholder does not hide the session id in the next place', () => {
		const DeviceProperties = pairs({ SessionId: 'abc' });
		for (const SessionId of ['00000000-0000-0000-0000-000000000000', 'Not Available', null])
			expect(of('Set-User', { SessionId, DeviceProperties }).session).toBe('abc');
		expect(of('Set-User', { SessionId: 'own', DeviceProperties }).session).toBe('own');
	});

	test('a placeholder does not hide the address in the next place', () => {
		expect(of('Set-User', { ClientIP: '<null>', ActorIpAddress: '198.51.100.4' }).ip).toBe('198.51.100.4');
	});
});

describe('actors', () => {
	const actor = (members: JsonObject) => of('Set-User', members).actor;

	test('a person is the sign-in name in lower case, with the other ids as aliases', () => {
		expect(actor({ UserKey: '10032001AAAA0001' })).toEqual({
			type: 'user',
			id: 'ana@example.com',
			email: 'ana@example.com',
			aliases: ['10032001aaaa0001'],
		});
		expect(actor({ UserKey: 'i:0h.f|membership|10032001aaaa0001@live.com' })?.aliases).toEqual(['10032001aaaa0001']);
		expect(actor({ UserKey: 'Not Available' })?.aliases).toBeUndefined();
	});

	test.each([
		[{ UserId: 'NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)' }, 'system'],
		[{ UserId: 'DOMAIN\\Administrator (Microsoft.Office.Worker)' }, 'system'],
		[{ UserId: 'ana@example.com', UserType: 3 }, 'system'],
		[{ UserId: 'SomeService', ExternalAccess: true }, 'system'],
		[{ UserId: 'Certificate' }, 'system'],
		[{ UserId: 'SecurityComplianceAlerts' }, 'system'],
		[{ UserId: 'S-1-5-18' }, 'system'],
		[{ UserId: 'S-1-5-21-1004336348-1177238915-682003330-512' }, 'user'],
		[{ UserId: 'certificates@example.com' }, 'user'],
		[{ UserId: 'SecurityCompliance@example.com' }, 'user'],
		[{ UserId: 'app@sharepoint' }, 'system'],
		[{ UserId: 'ServicePrincipal_bbbb0001-0000-4000-8000-000000000001', RecordType: 8 }, 'app'],
		[{ UserId: 'app@sharepoint', ApplicationId: 'cccc0002-0000-4000-8000-000000000002' }, 'app'],
		[{ UserId: 'Not Available' }, undefined],
		[{ UserId: '00000000-0000-0000-0000-000000000000' }, undefined],
		[{ UserId: '' }, undefined],
	])('%j acts as %j', (members, type) => {
		expect(actor(members)?.type).toBe(type);
	});

	test('a delegated administrator of a partner stays a person', () => {
		const event = of('Set-User', { UserId: 'help@partner.example.net', ExternalAccess: true });
		expect(event).toMatchObject({ actor: { type: 'user' }, details: { externalAdmin: true } });
	});

	test('anonymous visitors have no name, guests have theirs; both are outsiders', () => {
		expect(of('FileDownloaded', { UserId: 'urn:spo:anon#5c20' })).toMatchObject({ external: true, details: { anonymous: true } });
		expect(of('FileDownloaded', { UserId: 'urn:spo:anon#5c20' }).actor).toBeUndefined();
		expect(of('FileDownloaded', { UserId: 'urn:spo:guest#Eve@example.org' })).toMatchObject({
			external: true,
			actor: { id: 'eve@example.org' },
		});
	});

	test('an application without a person acts under its own id, not the mailbox owner’s name', () => {
		const id = 'cccc0002-0000-4000-8000-000000000002';
		const event = of('MailItemsAccessed', {
			RecordType: 50,
			UserType: 5,
			ClientAppId: id,
			AppId: id,
			MailboxOwnerUPN: 'ana@example.com',
		});
		expect(event).toMatchObject({
			actor: { type: 'app', id },
			app: { id },
			target: { type: 'mailbox', id: 'ana@example.com' },
			details: { appOnly: true },
		});
		expect(event.details?.['delegate']).toBeUndefined();
	});

	const CLIENT = 'cccc0007-0000-4000-8000-000000000007';
	const OBJECT = 'bbbb0007-0000-4000-8000-000000000007';
	const principal = (name: string): Json => [
		{ ID: name, Type: 1 },
		{ ID: CLIENT, Type: 2 },
		{ ID: `ServicePrincipal_${OBJECT}`, Type: 2 },
		{ ID: OBJECT, Type: 2 },
		{ ID: 'ServicePrincipal', Type: 2 },
	];

	test.each([
		[{ UserId: `ServicePrincipal_${OBJECT}`, UserType: 4 }],
		[{ UserId: `ServicePrincipal_${OBJECT}`, UserType: 6 }],
		[{ UserId: `ServicePrincipal_${OBJECT}`, UserType: 0 }],
		[{ UserId: 'HR Sync', UserType: 4 }],
		[{ UserId: 'Not Available', UserType: 4 }],
	])('an application that acts on the directory is the same application whatever the record calls it: %j', (members) => {
		const event = of('Delete user.', { RecordType: 8, UserKey: 'Not Available', Actor: principal('HR Sync'), ...members });
		expect(event).toMatchObject({
			actor: { type: 'app', id: CLIENT, name: 'HR Sync', aliases: [OBJECT] },
			app: { id: CLIENT },
			details: { appOnly: true },
		});
	});

	test('the directory’s own acts stay the system’s', () => {
		const name = 'Microsoft Azure AD Internal - Jit Provisioning';
		const Actor: Json = [
			{ ID: name, Type: 1 },
			{ ID: 'Certificate', Type: 2 },
			{ ID: 'Other', Type: 2 },
		];
		const members = { RecordType: 8, UserType: 4 };
		expect(of('Add user.', { ...members, UserId: 'Certificate', Actor }).actor?.type).toBe('system');
		expect(of('Add user.', { ...members, UserId: `ServicePrincipal_${OBJECT}`, Actor: principal(name) }).actor).toEqual({
			type: 'system',
			id: name.toLowerCase(),
			name,
		});
	});

	test.each([`i:0i.t|${CLIENT}|app@sharepoint`, `i:0i.t|ms.sp.ext|${CLIENT}@0e1f2a3b-0000-4000-8000-00000000aaaa`])(
		'an application that only its key names acts in SharePoint under its id: %s',
		(UserKey) => {
			const event = of('FileDownloaded', { RecordType: 6, UserType: 5, UserId: 'app@sharepoint', UserKey });
			expect(event).toMatchObject({ actor: { type: 'app', id: CLIENT }, app: { id: CLIENT }, details: { appOnly: true } });
		},
	);

	test('SharePoint’s own work under that name stays the system’s', () => {
		const UserKey = 'i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint';
		expect(of('FileDownloaded', { RecordType: 6, UserType: 5, UserId: 'app@sharepoint', UserKey }).actor?.type).toBe('system');
	});

	test('a directory record names application actors by client id, name and object id', () => {
		const hard = all.events.find((event) => event.operation === 'Hard Delete user.');
		expect(hard?.actor).toEqual({
			type: 'app',
			id: 'cccc0001-0000-4000-8000-000000000001',
			name: 'Provisioner',
			aliases: ['bbbb0001-0000-4000-8000-000000000001'],
		});
	});
});

describe('mail', () => {
	const read = (members: JsonObject) =>
		of('MailItemsAccessed', { RecordType: 50, MailboxOwnerUPN: 'Bo@example.com', ...members });

	test('an owner under another of their names is no delegate', () => {
		const delegate = (LogonType: number) => read({ LogonType }).details?.['delegate'];
		expect([delegate(0), delegate(1), delegate(2)]).toEqual([undefined, true, true]);
	});

	test('a Bind record counts its messages, as number or text, else those it lists', () => {
		const properties = pairs({ MailAccessType: 'Bind', IsThrottled: 'True' });
		expect(read({ OperationProperties: properties, OperationCount: 12 })).toMatchObject({
			items: 12,
			details: { accessType: 'Bind', throttled: true, delegate: true },
		});
		expect(read({ OperationProperties: properties, OperationCount: '12' }).items).toBe(12);
		const Folders: Json = [{ Path: '\\Inbox', FolderItems: [{ Id: '1' }, { Id: '2' }] }];
		expect(read({ OperationProperties: properties, Folders }).items).toBe(2);
		expect(read({ OperationProperties: properties, OperationCount: 1e300 }).items).toBe(1e6);
		expect(read({ OperationProperties: properties, OperationCount: -5 }).items).toBe(1);
	});

	test('properties written as JSON text are read as well', () => {
		expect(read({ OperationProperties: '[{"Name":"MailAccessType","Value":"Bind"}]', OperationCount: 2 })).toMatchObject({
			items: 2,
			details: { accessType: 'Bind' },
		});
	});

	test('a Sync record is a folder, not a number of messages', () => {
		const sync = all.events.find((event) => event.details?.['accessType'] === 'Sync');
		expect(sync).toMatchObject({
			activity: 'mail.read',
			details: { accessType: 'Sync', folder: '\\Inbox', folders: 1, client: 'outlook' },
		});
		expect(sync?.items).toBeUndefined();
	});

	test('the caller is the client id, never the API that was called', () => {
		const graph = '00000003-0000-0000-c000-000000000000';
		expect(read({ AppId: graph, ClientAppId: 'cccc0002-0000-4000-8000-000000000002' }).app?.id).toBe(
			'cccc0002-0000-4000-8000-000000000002',
		);
		expect(read({ AppId: graph }).app).toBeUndefined();
		const ClientInfoString =
			'Client=WebServices;Microsoft Office/16.0 (Windows NT 10.0)[AppId=d3590ed6-52b3-4102-aeff-aad2292ab01c];';
		expect(read({ ClientInfoString })).toMatchObject({
			app: { id: 'd3590ed6-52b3-4102-aeff-aad2292ab01c', name: 'Microsoft Office' },
			userAgent: 'Microsoft Office/16.0 (Windows NT 10.0)',
			details: { client: 'ews', firstParty: true },
		});
	});

	test('an application that reports name as abused is named and marked', () => {
		expect(read({ ClientAppId: 'FF8D92DC-3D82-41D6-BCBD-B9174D163620' })).toMatchObject({
			app: { id: 'ff8d92dc-3d82-41d6-bcbd-b9174d163620', name: 'PerfectData Software' },
			details: { reportedAbuse: 'mailbox export' },
		});
	});

	test('a rule tells where mail goes, and whether that is outside', () => {
		const rule = (facts: Readonly<Record<string, string>>) => of('New-InboxRule', { Parameters: pairs(facts) });
		expect(rule({ Name: '.', ForwardTo: 'smtp:drop@example.org', DeleteMessage: 'True' })).toMatchObject({
			external: true,
			target: { type: 'mailbox', id: 'ana@example.com' },
			details: { rule: '.', forwardTo: 'smtp:drop@example.org', deleteMessage: true },
		});
		expect(rule({ ForwardTo: 'Bo@Example.com' }).external).toBe(false);
		expect(rule({ MoveToFolder: 'RSS Feeds' }).external).toBeUndefined();
		const MailboxOwnerUPN = 'ana@example.com';
		const OperationProperties = pairs({
			RuleActions: '[{"ActionType":"Delete"},{"ActionType":"Forward","Recipients":["x@example.org"]}]',
		});
		expect(of('UpdateInboxRules', { RecordType: 2, MailboxOwnerUPN, OperationProperties })).toMatchObject({
			external: true,
			details: { deleteMessage: true, forwardTo: 'x@example.org', actions: 'Delete Forward' },
		});
	});

	test('an empty forwarding address takes forwarding away', () => {
		const mailbox = (facts: Readonly<Record<string, string>>) => of('Set-Mailbox', { Parameters: pairs(facts) }).activity;
		expect(mailbox({ ForwardingSmtpAddress: 'smtp:drop@example.org' })).toBe('mail.rule');
		expect(mailbox({ ForwardingSmtpAddress: '', DeliverToMailboxAndForward: 'False' })).toBe('admin.change');
	});

	test.each([
		['Add-MailboxFolderPermission', 'boss@example.com:\\Inbox'],
		['Set-MailboxFolderPermission', 'boss@example.com:\\Inbox'],
		['Add-MailboxPermission', 'Boss@example.com'],
	])('%s on %s lets somebody into that mailbox', (operation, Identity) => {
		const Parameters = pairs({ Identity, User: 'ana@example.com', AccessRights: 'Reviewer' });
		expect(of(operation, { Parameters })).toMatchObject({
			activity: 'mail.rule',
			target: { type: 'mailbox', id: 'boss@example.com' },
			details: { permission: true, grantee: 'ana@example.com', rights: 'Reviewer' },
		});
	});

	test('exports of mailboxes and of eDiscovery searches are exports of mail', () => {
		const parameters = pairs({ Export: 'True', Mailbox: 'bo@example.com' });
		for (const operation of [
			'SearchExported',
			'SearchExportDownloaded',
			'New-ComplianceSearchAction',
			'New-MailboxExportRequest',
		])
			expect(of(operation, { Parameters: parameters })).toMatchObject({ activity: 'file.export', details: { mail: true } });
	});

	test('eDiscovery’s operations since 2025 are searches and exports like those before', () => {
		const members = {
			RecordType: 24,
			CaseName: 'Matter 7',
			ObjectName: 'all mail',
			QueryText: 'wire',
			DataSources: 'bo@example.com',
		};
		expect(of('PurviewSearchSampleJobSubmitted', members)).toMatchObject({
			activity: 'mail.search',
			details: { case: 'Matter 7', search: 'all mail', query: 'wire', locations: 'bo@example.com' },
		});
		for (const operation of [
			'PurviewSearchExportJobSubmitted',
			'ReviewSetExportJobSubmitted',
			'ExportJob',
			'PreviewItemDownloaded',
		])
			expect(of(operation, members)).toMatchObject({ activity: 'file.export', details: { mail: true, case: 'Matter 7' } });
		expect(of('SearchResultsPurged', members)).toMatchObject({ activity: 'admin.change', details: { purge: true } });
	});

	test('Search-Mailbox searches, copies what it found into a mailbox, or deletes it', () => {
		const act = (parameters: Readonly<Record<string, string>>) =>
			of('Search-Mailbox', { Parameters: pairs({ Identity: 'bo@example.com', SearchQuery: 'wire', ...parameters }) });
		expect(act({ TargetMailbox: 'ana@example.com', TargetFolder: 'found' })).toMatchObject({
			activity: 'file.export',
			target: { type: 'mailbox', id: 'bo@example.com' },
			details: { mail: true, query: 'wire' },
		});
		expect(act({ TargetMailbox: 'ana@example.com', LogOnly: 'True' }).activity).toBe('mail.search');
		expect(act({ EstimateResultOnly: 'True' }).activity).toBe('mail.search');
		expect(act({ DeleteContent: 'True' })).toMatchObject({ activity: 'admin.change', details: { purge: true } });
	});

	test('an eDiscovery administrator may search everybody’s mail', () => {
		for (const operation of ['CaseAdminAdded', 'Add-eDiscoveryCaseAdmin'])
			expect(of(operation, { Parameters: '-User "Bo@example.com"' })).toMatchObject({
				activity: 'role.grant',
				target: { type: 'user', id: 'bo@example.com' },
				details: { role: 'eDiscovery Administrator' },
			});
		expect(m365.roleTier?.('eDiscovery Administrator')).toBe(1);
	});

	test('Set-Mailbox turns the account behind a mailbox off and on', () => {
		const act = (parameters: Readonly<Record<string, string>>) =>
			of('Set-Mailbox', {
				ResultStatus: 'True',
				ObjectId: 'Bo',
				Parameters: pairs({ Identity: 'Bo@example.com', ...parameters }),
			});
		const bo = { type: 'user', id: 'bo@example.com' };
		expect(act({ AccountDisabled: 'True' })).toMatchObject({ activity: 'account.disable', target: bo });
		expect(act({ AccountDisabled: 'False' })).toMatchObject({ activity: 'account.enable', target: bo });
		expect(act({ HiddenFromAddressListsEnabled: 'True' }).activity).toBe('admin.change');
	});

	test('a search of SharePoint is no search of mail', () => {
		const activity = (operation: string) => of(operation, { Workload: 'SharePoint', SearchQueryText: 'salary' }).activity;
		expect(activity('SearchQueryPerformed')).toBe('bulk.query');
		expect(activity('SearchQueryInitiatedSharePoint')).toBe('bulk.query');
		expect(activity('SearchQueryInitiatedExchange')).toBe('mail.search');
	});

	test('what was searched for is in the details, wherever the workload writes it', () => {
		const query = (members: JsonObject) => of('SearchStarted', members).details?.['query'];
		expect([
			query({ QueryText: 'a' }),
			query({ SearchQueryText: 'b' }),
			query({ SearchQuery: 'c' }),
			query({ Query: 'd' }),
		]).toEqual(['a', 'b', 'c', 'd']);
		const search = of('New-ComplianceSearch', { Parameters: '-Name "all mail" -ContentMatchQuery "wire transfer" -Force' });
		expect(search.details).toMatchObject({ query: 'wire transfer', search: 'all mail' });
	});
});

describe('files', () => {
	test('changes that a synchronisation sent or fetched are uploads and downloads', () => {
		expect(of('FileSyncUploadedPartial', { RecordType: 6 }).activity).toBe('file.upload');
		expect(of('FileSyncDownloadedPartial', { RecordType: 6 }).activity).toBe('file.download');
	});

	test('what Microsoft’s own servers fetch, and repetitions, count as nothing', () => {
		const file = (operation: string, UserAgent: string) => of(operation, { RecordType: 6, UserAgent });
		expect(file('FilePreviewed', 'OneDriveMpc-Transform_Thumbnail/1.0')).toMatchObject({ items: 0, details: { derived: true } });
		expect(file('FileAccessedExtended', 'Mozilla/5.0')).toMatchObject({ items: 0, details: { derived: true } });
		expect(file('FileAccessed', 'Mozilla/5.0').items).toBeUndefined();
		expect(file('FileUploaded', 'MSWAC')).toMatchObject({ activity: 'file.upload', details: { derived: true } });
		expect(file('FileUploaded', 'MSWAC').items).toBeUndefined();
	});

	test('a file is its address, with its stable id as an alias', () => {
		expect(all.events.find((event) => event.operation === 'FileUploaded')).toMatchObject({
			target: {
				type: 'file',
				id: 'https://example-my.sharepoint.com/personal/ana_example_com/Documents/plan.xlsx',
				name: 'plan.xlsx',
				aliases: ['f11e0001-0000-4000-8000-000000000001'],
			},
			token: 'tokenAAAA_1',
		});
	});

	test('links for anybody and invitations of guests go outside', () => {
		const outside = (operation: string) => all.events.find((event) => event.operation === operation)?.external;
		expect(['AnonymousLinkCreated', 'AnonymousLinkUsed', 'SharingInvitationCreated'].map(outside)).toEqual([true, true, true]);
	});
});

describe('consents', () => {
	const consent = (permissions: string, more: Readonly<Record<string, readonly [string, string]>> = {}) =>
		of('Consent to application.', {
			...changes({ 'ConsentAction.Permissions': ['', permissions], ...more }),
			ObjectId: 'cccc0002-0000-4000-8000-000000000002',
			Target: [
				{ ID: 'ServicePrincipal_bbbb0002-0000-4000-8000-000000000002', Type: 2 },
				{ ID: 'bbbb0002-0000-4000-8000-000000000002', Type: 2 },
				{ ID: 'ServicePrincipal', Type: 2 },
				{ ID: 'Mail Reader', Type: 1 },
				{ ID: 'cccc0002-0000-4000-8000-000000000002', Type: 2 },
			],
		});
	const group = (scope: string, type = 'Principal') =>
		`[Id: x, ClientId: c, PrincipalId: p, ResourceId: r${scope.length}, ConsentType: ${type}, Scope: ${scope}]`;

	test('several bracket groups, a leading blank and the newer tail', () => {
		const tail =
			'[Id: x, ClientId: c, PrincipalId: , ResourceId: r, ConsentType: AllPrincipals, Scope:  Mail.Read User.Read, CreatedDateTime: , LastModifiedDateTime ]';
		const event = consent(`[] => [${tail}, ${group('Sites.Read.All')}]; `, { 'ConsentContext.IsAdminConsent': ['', 'True'] });
		expect(event).toMatchObject({
			activity: 'app.grant',
			scopes: ['Mail.Read', 'User.Read', 'Sites.Read.All'],
			app: { id: 'cccc0002-0000-4000-8000-000000000002', name: 'Mail Reader' },
			target: { type: 'app', aliases: ['bbbb0002-0000-4000-8000-000000000002'] },
			details: { adminConsent: true, tenantWide: true },
		});
	});

	test('only what the consent adds is its scope; where it repeats the old list it says so', () => {
		const old = group('User.Read');
		expect(consent(`[${old}] => [${group('User.Read Mail.Send')}]; `).scopes).toEqual(['Mail.Send']);
		const same = consent(`[${old}] => [${old}]; `);
		expect(same).toMatchObject({ scopes: ['User.Read'], details: { incremental: true, tenantWide: false } });
	});

	test('a removal that leaves more behind is a grant', () => {
		const facts = (before: string, after: string) => changes({ 'DelegatedPermissionGrant.Scope': [before, after] });
		const removal = (before: string, after: string) => of('Remove delegated permission grant.', facts(before, after));
		expect(removal('User.Read', ' User.Read Mail.Read')).toMatchObject({ activity: 'app.grant', scopes: ['Mail.Read'] });
		expect(removal('User.Read Mail.Read', '').activity).toBe('other');
	});

	test('a grant names the application that receives it, not the API', () => {
		const grant = all.events.find((event) => event.operation === 'Add delegated permission grant.');
		expect(grant).toMatchObject({
			app: { id: 'cccc0002-0000-4000-8000-000000000002' },
			scopes: ['Mail.ReadWrite', 'offline_access'],
			details: { tenantWide: true, resource: 'Microsoft Graph' },
		});
		const role = all.events.find((event) => event.operation === 'Add app role assignment to service principal.');
		expect(role).toMatchObject({ app: { name: 'Mail Reader' }, scopes: ['Mail.Read'], details: { appOnly: true } });
	});

	test('a blocked consent failed, with the reason', () => {
		const blocked = all.events.find((event) => event.activity === 'app.grant' && event.ok === false);
		expect(blocked).toMatchObject({ scopes: ['Mail.Send'], details: { reason: 'Risky application detected' } });
	});

	test('a consent text of a million brackets is read at once', () => {
		const began = cpuMs();
		expect(consent(`${'[Scope: a'.repeat(300_000)} => ${'],'.repeat(300_000)}`).activity).toBe('app.grant');
		expect(cpuMs() - began).toBeLessThan(2000);
	});
});

describe('accounts and credentials', () => {
	test('turning AccountEnabled off or on is a removal or a return, anything else is neither', () => {
		const update = (before: string, after: string) => of('Update user.', changes({ AccountEnabled: [before, after] })).activity;
		expect(update('[\r\n  true\r\n]', '[\r\n  false\r\n]')).toBe('account.disable');
		expect(update('[false]', '[true]')).toBe('account.enable');
		expect(update('[true]', '[true]')).toBe('other');
		expect(of('Update user.', changes({ JobTitle: ['[]', '["x"]'] })).activity).toBe('other');
	});

	test('a deleted account keeps the name it had', () => {
		expect(all.events.find((event) => event.operation === 'Delete user.')?.target).toEqual({
			type: 'user',
			id: 'bo@example.com',
			aliases: ['aaaa0002-0000-4000-8000-000000000002', '10032001aaaa0002', 'aaaa0002000040008000000000000002bo@example.com'],
		});
	});

	test('a password set by somebody else locks out, one’s own does not', () => {
		const by = (operation: string) => all.events.filter((event) => event.operation === operation);
		expect(by('Reset user password.').map((event) => [event.activity, event.details?.['byOther']])).toEqual([
			['account.lockout', true],
			['mfa.change', false],
		]);
	});

	test('removing a key adds none; replacing one adds one', () => {
		const key = (id: string) => `[KeyIdentifier=${id},KeyType=Password,KeyUsage=Verify,DisplayName=${id}]`;
		const keys = (before: readonly string[], after: readonly string[]) =>
			of(
				'Update application - Certificates and secrets management',
				changes({ KeyDescription: [JSON.stringify(before), JSON.stringify(after)] }),
			);
		expect(keys([key('1'), key('2')], [key('1')]).activity).toBe('other');
		expect(keys([key('1')], [key('2')])).toMatchObject({ activity: 'credential.add', details: { keys: 1 } });
	});

	test('Microsoft setting up its own application is no installation', () => {
		const jit = all.events.filter((event) => event.operation === 'Add service principal.').map((event) => event.activity);
		expect(jit).toEqual(['app.install', 'other']);
	});

	test('a role grant tells the role, its template and who received it', () => {
		expect(all.events.find((event) => event.operation === 'Add member to role.')).toMatchObject({
			target: { type: 'user', id: 'bo@example.com' },
			details: { role: 'Global Administrator', roleTemplate: '62e90394-69f5-4237-9190-012177145e10' },
		});
	});
});

describe('formats', () => {
	const chosen = normalise(m365, readFixture('m365', 'management-activity.json')).events;

	test.each([
		['purview.csv', 'purview-csv', []],
		['purview-older.csv', 'purview-csv-older', []],
		['search-unifiedauditlog.csv', 'search-unifiedauditlog', []],
		['extractor-suite.json', 'search-unifiedauditlog', []],
		['extractor-suite.ndjson', 'search-unifiedauditlog', []],
		['graph-audit-query.ndjson', 'graph-audit-query', []],
		['graph-audit-query.csv', 'graph-audit-query', []],
		['elastic-raw.ndjson', 'elastic-raw', []],
		['cloudappevents.json', 'cloudappevents', ['country', 'city', 'asOrg', 'ip', 'userAgent']],
		['cloudappevents-stream.ndjson', 'cloudappevents-stream', ['country', 'city', 'asOrg', 'ip', 'userAgent']],
		['elastic.ndjson', 'elastic', []],
		['elastic-flat.ndjson', 'elastic-flat', []],
	] as const)('%s gives the same events', (file, format, lost) => {
		const read = normalise(m365, readFixture('m365', file));
		expect(read.formats).toEqual([format]);
		const lacks = m365.formats.find(({ id }) => id === format)?.lacks ?? [];
		expect(read.events.map((event) => without(event, [...lost, ...lacks]))).toEqual(
			chosen.map((event) => without(event, [...lost, ...lacks])),
		);
	});

	test.each(['officeactivity.ndjson', 'officeactivity.csv'])('%s gives the same events without tokens', (file) => {
		const read = normalise(m365, readFixture('m365', file));
		expect(read.formats).toEqual(['officeactivity']);
		const ids = new Set(read.events.map((event) => event.ref.id));
		expect(read.events.map((event) => without(event, []))).toEqual(
			chosen.filter((event) => ids.has(event.ref.id)).map((event) => without(event, [])),
		);
		expect(ids.size).toBe(3);
	});

	test.each([
		['auditdata.csv', 'auditdata'],
		['graph-audit-query-sdk.json', 'graph-audit-query-sdk'],
	] as const)('%s gives the same events', (file, format) => {
		const read = normalise(m365, readFixture('m365', file));
		expect(read.formats).toEqual([format]);
		const ids = new Set(read.events.map((event) => event.ref.id));
		expect(ids.size).toBe(2);
		expect(read.events.map((event) => without(event, []))).toEqual(
			all.events.filter((event) => ids.has(event.ref.id)).map((event) => without(event, [])),
		);
	});

	test('without AuditData who did what and when is there', () => {
		const read = normalise(m365, readFixture('m365', 'search-unifiedauditlog-columns.csv'));
		expect(read.formats).toEqual(['search-unifiedauditlog-columns']);
		expect(read.events).toMatchObject([
			{ time: Date.UTC(2026, 2, 4, 8, 1), activity: 'login', actor: { id: 'ana@example.com' }, details: { auditData: 'empty' } },
			{ time: Date.UTC(2026, 2, 4, 8, 1), activity: 'login', actor: { id: 'ana@example.com' } },
		]);
		expect(JSON.stringify(read.native[0])).not.toBe(JSON.stringify(read.native[1]));
	});

	test('the administrator audit log tells the rule, of CSV without what it does', () => {
		const [json, csv] = ['admin-audit-log.json', 'admin-audit-log.csv'].map((file) => normalise(m365, readFixture('m365', file)));
		expect([json?.formats, csv?.formats]).toEqual([['admin-audit-log'], ['admin-audit-log']]);
		const facts = { time: Date.UTC(2026, 2, 4, 8, 1), activity: 'mail.rule', operation: 'New-InboxRule', ok: true };
		expect(json?.events).toMatchObject([
			{ ...facts, actor: { id: 'ana@example.com' }, ip: '203.0.113.9', details: { forwardTo: 'drop@example.org' } },
		]);
		expect(csv?.events).toMatchObject([{ ...facts, actor: { id: 'ana@example.com' } }]);
		expect(csv?.events[0]?.details ?? {}).not.toHaveProperty('forwardTo');
	});

	test('the mailbox audit log names the owner by address and others by name', () => {
		const read = normalise(m365, readFixture('m365', 'mailbox-audit-log.csv'));
		expect(read.formats).toEqual(['mailbox-audit-log']);
		expect(read.events).toMatchObject([
			{
				operation: 'HardDelete',
				actor: { id: 'ana alves' },
				target: { type: 'mailbox', id: 'bo@example.com' },
				ip: '203.0.113.9',
			},
			{ operation: 'MailboxLogin', activity: 'login', actor: { id: 'bo@example.com' } },
		]);
		expect(read.events[0]?.details).toMatchObject({ logonType: 'delegate', client: 'owa' });
	});

	test('a query over CloudAppEvents without RawEventData is read of Microsoft’s applications alone', () => {
		const [row = {}] = readFixture('m365', 'cloudappevents-columns.csv');
		expect(eventOf(m365, row)).toMatchObject({ activity: 'file.download', ip: '203.0.113.9', country: 'NL' });
		expect(prepare(m365).recognise({ ...row, Application: 'Example CRM' })).toBeUndefined();
	});

	test('Defender spelled the column of the provider in two ways', () => {
		const row = { Timestamp: '2026-03-04T05:06:07Z', ActionType: 'Set-Something', RawEventData: record('Set-Something') };
		expect(['ISP', 'Isp'].map((name) => eventOf(m365, { ...row, [name]: 'Example Net' }).asOrg)).toEqual([
			'Example Net',
			'Example Net',
		]);
	});

	test('a query that kept five columns still tells the rule', () => {
		const [event] = normalise(m365, readFixture('m365', 'officeactivity-columns.csv')).events;
		expect(event).toMatchObject({
			activity: 'mail.rule',
			ip: '203.0.113.9',
			actor: { id: 'ana@example.com' },
			details: { forwardTo: 'smtp:drop@example.org', deleteMessage: true },
		});
		expect(event?.ref.id).toBeUndefined();
	});

	test('a record that an exporter cut down keeps what is left', () => {
		const read = normalise(m365, readFixture('m365', 'record-partial.ndjson'));
		expect(read.formats).toEqual(['record-partial']);
		expect(read.events.map((event) => [event.ref.id, event.time])).toEqual(chosen.map((event) => [event.ref.id, event.time]));
	});

	test('an empty or cut AuditData leaves the columns, and without them the record is rejected', () => {
		const normaliser = prepare(m365);
		const made = readFixture('m365', 'broken-cells.csv').map((row) => {
			const match = normaliser.recognise(row);
			if (match === undefined) throw new Error('not recognised');
			const natives = reshaped(match.format, row);
			return 'reason' in natives ? natives : normaliser.event(natives[0] ?? {}, 'f', 1);
		});
		expect(made).toMatchObject([
			{ activity: 'file.upload', actor: { id: 'ana@example.com' }, details: { auditData: 'empty' } },
			{ activity: 'mail.rule', actor: { id: 'ana@example.com' }, details: { auditData: 'broken' } },
			{ reason: 'broken-cell', got: 'AuditData is empty' },
		]);
	});

	test('a broken cell is thrown as such, for whoever reads', () => {
		const format = m365.formats.find(({ id }) => id === 'purview-csv');
		expect(() => format?.reshape?.({ RecordId: '1', AuditData: '{"CreationTime":"2026' })).toThrow(BrokenCell);
	});

	test('Elastic’s own words and outcomes are put right', () => {
		const document = (action: string, audit: JsonObject): JsonObject => ({
			'@timestamp': '2026-03-04T05:06:07.000Z',
			event: { action, outcome: 'success', id: 'a0d17000-0000-4000-8000-00000000f002' },
			o365: { audit: { RecordType: '8', UserId: 'ana@example.com', CreationTime: '2026-03-04T05:06:07', ...audit } },
		});
		const deleted = eventOf(m365, document('deleted-user-account', { ResultStatus: 'Failure', ObjectId: 'bo@example.com' }));
		expect(deleted).toMatchObject({
			activity: 'account.delete',
			operation: 'Delete user.',
			ok: false,
			target: { id: 'bo@example.com' },
		});
		const role = document('Add member to role.', {
			ModifiedProperties: { Role_DisplayName: { NewValue: 'Global Administrator', OldValue: '' } },
		});
		expect(eventOf(m365, role).details).toMatchObject({ role: 'Global Administrator' });
	});

	test.each([
		['11/16/2023 2:34:32 PM', Date.UTC(2023, 10, 16, 14, 34, 32)],
		['2026-01-24T06:54:24.0000000Z ', Date.UTC(2026, 0, 24, 6, 54, 24)],
		['2026-01-24T06:54:24', Date.UTC(2026, 0, 24, 6, 54, 24)],
	])('the column’s time %j is UTC', (CreationDate, time) => {
		const row = { RecordId: '1', CreationDate, RecordType: '1', Operation: 'Set-User', UserId: 'ana@example.com', AuditData: '' };
		expect(eventOf(m365, row).time).toBe(time);
	});

	test('a record keeps its own time, not the column’s', () => {
		const row = {
			CreationDate: '1/1/2020 1:00:00 AM',
			UserIds: 'x',
			Operations: 'x',
			AuditData: JSON.stringify(record('Set-User')),
		};
		expect(eventOf(m365, row)).toMatchObject({ time: Date.UTC(2026, 2, 4, 5, 6, 7), operation: 'Set-User' });
	});

	test('JSON nested beyond all sense stays text', () => {
		const deep = '['.repeat(100_000) + ']'.repeat(100_000);
		const row = {
			RecordId: '1',
			CreationDate: '2026-03-04T05:06:07Z',
			Operation: 'Set-User',
			UserId: 'a@example.com',
			AuditData: `{"X":${deep}}`,
		};
		expect(eventOf(m365, row).details).toMatchObject({ auditData: 'broken' });
		expect(of('Change user license.', changes({ AssignedLicense: [`[${deep},1]`, deep] })).activity).toBe('other');
		expect(
			of('Update application.', changes({ KeyDescription: ['[]', deep], RequiredResourceAccess: ['', deep] })).operation,
		).toBe('Update application.');
		expect(of('Set-User', { Parameters: deep, Actor: deep, ExtendedProperties: deep }).activity).toBe('admin.change');
	});

	test('members called __proto__ change nothing', () => {
		const row = `{"__proto__":{"Operation":"Delete user."},"CreationTime":"2026-03-04T05:06:07","Operation":"Set-User","RecordType":1,"UserId":"a@example.com"}`;
		expect(eventOf(m365, JSON.parse(row) as JsonObject).operation).toBe('Set-User');
		expect(eventOf(m365, { CreationDate: 'x', UserIds: 'x', Operations: 'x', AuditData: row }).operation).toBe('Set-User');
	});
});

describe('scopes, roles and the console', () => {
	test('a permission is stronger for an application without a person', () => {
		const tiers = (scope: string) => [m365.scopeTier?.(scope, true), m365.scopeTier?.(scope, false)];
		expect(tiers('Mail.Read')).toEqual([1, 3]);
		expect(tiers('https://graph.microsoft.com/mail.readwrite')).toEqual([1, 3]);
		expect(tiers('810c84a8-4a9e-49e6-bf7d-12d183f40d01')).toEqual([1, 3]);
		expect(tiers('Application.ReadWrite.OwnedBy')).toEqual([2, 2]);
		expect(tiers('full_access_as_app')).toEqual([1, 1]);
		expect(tiers('openid')).toEqual([0, 0]);
	});

	test('unknown names follow the rule of their ending, others are unknown', () => {
		expect(m365.scopeTier?.('Printer.ReadWrite.All', false)).toBe(2);
		expect(m365.scopeTier?.('Sites.Archive.FullControl.All', true)).toBe(2);
		expect(m365.scopeTier?.('ChatMessage.Read.All', true)).toBe(1);
		expect(m365.scopeTier?.('Printer.Read.All', true)).toBe(3);
		expect(m365.scopeTier?.('user_impersonation', false)).toBeUndefined();
	});

	test('roles by name, well-known name and template', () => {
		const tier = (role: string) => m365.roleTier?.(role);
		expect(['global administrator', 'TenantAdmins', '62e90394-69f5-4237-9190-012177145e10'].map(tier)).toEqual([1, 1, 1]);
		expect([tier('Exchange Administrator'), tier('Directory Readers')]).toEqual([2, undefined]);
	});

	test('a name with a quote cannot leave the console command', () => {
		const filter = m365.consoleFilter?.("a'; Remove-Item x #", '2026-03-04T00:00:00Z', '2026-03-05T00:00:00Z');
		expect(filter).toContain("-UserIds 'a''; Remove-Item x #'");
	});

	test('placeholders are no identity of a record', () => {
		expect(['ANONYMIZED', '00000000-0000-0000-0000-000000000000', ''].map((id) => m365.weakId?.(id))).toEqual([true, true, true]);
		expect(m365.weakId?.('a0d17000-0000-4000-8000-000000000001')).toBe(false);
	});
});
