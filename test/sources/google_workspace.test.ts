import { describe, expect, test } from '@jest/globals';
import type { NormalisedEvent } from '../../src/model/event.ts';
import type { Json, JsonObject } from '../../src/model/json.ts';
import type { FieldName } from '../../src/model/source.ts';
import { googleWorkspace } from '../../src/sources/google_workspace/index.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { comparable, eventOf, eventsOf, expectedActivities, readFixture, silentRules } from './fixture-events.ts';

const events = eventsOf(googleWorkspace, readFixture('google_workspace', 'activity-kind.ndjson'));
const chosen = eventsOf(googleWorkspace, readFixture('google_workspace', 'chosen.json'));

const ANA = { callerType: 'USER', email: 'Ana@example.com', profileId: '110000000000000000001' };

function activity(applicationName: string, list: Json, facts: JsonObject = {}): JsonObject {
	return {
		kind: 'admin#reports#activity',
		id: { time: '2026-05-04T09:12:33.480Z', uniqueQualifier: '-7000000000000000001', applicationName },
		actor: ANA,
		ipAddress: '203.0.113.9',
		events: list,
		...facts,
	};
}

const value = (name: string, text: string): JsonObject => ({ name, value: text });
const drive = (name: string, primary: boolean | undefined, item = 'doc-1', more: readonly JsonObject[] = []): JsonObject => ({
	type: 'access',
	name,
	parameters: [...(primary === undefined ? [] : [{ name: 'primary_event', boolValue: primary }]), value('doc_id', item), ...more],
});
const all = (record: JsonObject): readonly NormalisedEvent[] => eventsOf(googleWorkspace, [record]).map(({ event }) => event);

describe('Google Workspace activities', () => {
	test('every record of the fixture means what the list beside it says', () => {
		expect(events.map(({ event }) => [event.operation, event.activity])).toEqual(
			expectedActivities('google_workspace').map(([operation, meaning]) => [operation, meaning]),
		);
	});

	test('every rule of the table fires on a record of the fixture', () => {
		expect(
			silentRules(
				googleWorkspace,
				events.map(({ native }) => native),
			),
		).toEqual([]);
	});

	test('a name that several logs use is told apart by its log', () => {
		const named = (log: string, name: string) => eventOf(googleWorkspace, activity(log, [{ name }])).activity;
		expect(named('drive', 'create')).toBe('file.create');
		expect(named('classroom', 'create')).toBe('other');
		expect(named('token', 'authorize')).toBe('app.grant');
		expect(named('chat', 'authorize')).toBe('other');
	});

	test('searches and exports of Vault are of mail, and an export that is made is one', () => {
		const parameters = [value('matter_id', 'm-7'), value('query', 'wire transfer'), value('target_user', 'Bob@example.com')];
		const act = (name: string) => eventOf(googleWorkspace, activity('vault', [{ type: 'user_action', name, parameters }]));
		expect(act('search')).toMatchObject({
			activity: 'mail.search',
			details: { query: 'wire transfer', case: 'm-7', locations: 'Bob@example.com', byAdmin: true },
		});
		expect(eventOf(googleWorkspace, activity('drive', [{ name: 'search' }])).activity).toBe('bulk.query');
		expect(['create_export_begin', 'create_export_end', 'export_file_download'].map((name) => act(name).activity)).toEqual([
			'other',
			'file.export',
			'file.export',
		]);
		expect(act('export').details?.['mail']).toBe(true);
		const takeout = eventOf(googleWorkspace, activity('admin', [{ type: 'CUSTOMER_TAKEOUT', name: 'CUSTOMER_TAKEOUT_CREATED' }]));
		expect(takeout).toMatchObject({ activity: 'file.export', details: { mail: true, tenantWide: true } });
	});

	test('whoever takes their data along exports it, and their mail where it is among it', () => {
		const act = (name: string, products: string) =>
			eventOf(
				googleWorkspace,
				activity('takeout', [
					{
						type: 'USER_TAKEOUT',
						name,
						parameters: [
							value('USER_EMAIL', 'Ana@example.com'),
							value('PRODUCTS_REQUESTED', products),
							value('TAKEOUT_DESTINATION', 'DROPBOX'),
						],
					},
				]),
			);
		expect(act('STARTED_USER_TAKEOUT', 'mail, drive')).toMatchObject({
			activity: 'file.export',
			target: { type: 'mailbox', id: 'ana@example.com' },
			details: { mail: true, products: 'mail drive', destination: 'dropbox' },
		});
		expect(act('DOWNLOADED_USER_TAKEOUT', 'drive, photos').details?.['mail']).toBeUndefined();
		expect(act('COMPLETED_USER_TAKEOUT', 'mail').activity).toBe('other');
	});

	test('members of groups are told by the log of groups, too', () => {
		const parameters = [
			value('group_id', 'admins@example.com'),
			value('member_id', 'Bob@example.com'),
			value('member_role', 'owner'),
		];
		for (const name of ['add_member', 'add_member_role'])
			expect(eventOf(googleWorkspace, activity('groups_enterprise', [{ name, parameters }]))).toMatchObject({
				activity: 'role.grant',
				target: { type: 'user', id: 'bob@example.com' },
				details: { group: 'admins@example.com', memberRole: 'owner' },
			});
	});

	test.each(['user_email', 'USER_EMAIL'])('a row of BigQuery’s admin log names the person as %s', (name) => {
		const row = {
			...{ time_usec: '1777885953480000', email: 'ana@example.com', unique_identifier: '-79' },
			...{ record_type: 'admin', event_type: 'USER_SETTINGS', event_name: 'SUSPEND_USER', admin: { [name]: 'Bob@example.com' } },
		};
		expect(eventOf(googleWorkspace, row)).toMatchObject({
			activity: 'account.disable',
			target: { type: 'user', id: 'bob@example.com' },
		});
	});

	test('a setting without a rule is known by its type, other admin events are not', () => {
		const typed = (type: string) => eventOf(googleWorkspace, activity('admin', [{ type, name: 'BRAND_NEW' }])).activity;
		expect([typed('SECURITY_SETTINGS'), typed('LICENSES_SETTINGS')]).toEqual(['admin.change', 'other']);
	});

	test('a name with a trailing blank is the same name', () => {
		expect(eventOf(googleWorkspace, activity('login', [{ name: 'suspicious_login ' }])).activity).toBe('session.anomaly');
	});
});

describe('Google Workspace: one activity, several events', () => {
	test('an upload with its edit, shares and folder is one upload', () => {
		const found = all(
			activity('drive', [
				drive('upload', true),
				drive('edit', false),
				drive('change_user_access', true, 'doc-1', [value('target_user', 'ana@example.com')]),
				drive('change_acl_editors', undefined),
				drive('add_to_folder', false),
			]),
		);
		expect(found.map((event) => event.activity)).toEqual(['file.upload', 'other', 'other', 'other', 'other']);
		expect(found.map((event) => event.details?.['companion'])).toEqual([undefined, true, true, true, true]);
	});

	test('each event has an identity of its own within the activity', () => {
		const ids = all(activity('admin', [{ name: 'CREATE_USER' }, { name: 'CREATE_USER' }])).map((event) => event.ref.id);
		expect(ids).toEqual(['2026-05-04T09:12:33.480Z/-7000000000000000001/0', '2026-05-04T09:12:33.480Z/-7000000000000000001/1']);
		expect(ids.map((id) => googleWorkspace.weakId?.(id ?? ''))).toEqual([false, false]);
	});

	test('an event that came without its siblings is not told apart by the activity’s id', () => {
		const { ref } = eventOf(googleWorkspace, activity('admin', { name: 'CREATE_USER' }));
		expect(googleWorkspace.weakId?.(ref.id ?? '')).toBe(true);
	});

	test('a copy and its twin are one copy; two primary events on one item are one; another item counts', () => {
		const found = all(
			activity('drive', [
				drive('copy', true, 'new'),
				drive('source_copy', true, 'old'),
				drive('view', true, 'x'),
				drive('view', true, 'x'),
				drive('view', true, 'y'),
			]),
		);
		expect(found.map((event) => event.activity)).toEqual(['file.copy', 'other', 'file.read', 'other', 'file.read']);
	});

	test('what Drive says is not the act counts nowhere, even where it comes without the other events', () => {
		const id = { time: '2026-05-04T09:12:33.480Z', uniqueQualifier: '-71', applicationName: 'drive' };
		const parameters = { doc_id: 'doc-1', primary_event: false };
		const flat = { id_time: id.time, id_applicationName_s: 'drive', event_name_s: 'upload', primary_event_b: false };
		const rows: Readonly<Record<string, JsonObject>> = {
			'activity-kind': activity('drive', drive('upload', false)),
			panther: { id, actor: ANA, name: 'upload', type: 'access', parameters, p_log_type: 'GSuite.ActivityEvent' },
			splunk: { id, actor: ANA, event: drive('upload', false) },
			'gam-csv': { name: 'upload', 'id.applicationName': 'drive', 'id.time': id.time, primary_event: 'False' },
			sentinel: flat,
			elastic: {
				'@timestamp': id.time,
				event: { action: 'upload', provider: 'drive' },
				google_workspace: { drive: { primary_event: false } },
			},
			bigquery: { time_usec: '1777885953480000', event_name: 'upload', record_type: 'drive', drive: { primary_event: 'false' } },
		};
		for (const [format, row] of Object.entries(rows)) {
			const [only] = eventsOf(googleWorkspace, [row]);
			expect(only).toMatchObject({ format, event: { activity: 'other', details: { companion: true } } });
		}
		// Other logs have no such flag, and a word of theirs that is called so says nothing.
		expect(eventOf(googleWorkspace, activity('chat', [{ ...drive('attachment_upload', false) }])).activity).toBe('file.upload');
		expect(eventOf(googleWorkspace, activity('drive', drive('upload', true))).activity).toBe('file.upload');
	});

	test('two people given access at once are two shares', () => {
		const found = all(
			activity('drive', [
				drive('change_user_access', true, 'x', [value('target_user', 'a@example.org')]),
				drive('change_user_access', true, 'x', [value('target_user', 'b@example.org')]),
			]),
		);
		expect(found.map((event) => event.activity)).toEqual(['file.share', 'file.share']);
	});
});

describe('Google Workspace parameters', () => {
	test('all seven kinds of value are read', () => {
		const event = eventOf(
			googleWorkspace,
			activity('token', [
				{
					name: 'authorize',
					parameters: [
						value('client_id', '1234-ABC.apps.googleusercontent.com'),
						value('app_name', 'Mail Merge Pro'),
						{ name: 'num_response_bytes', intValue: '2048' },
						{ name: 'scope', multiValue: ['https://mail.google.com/', 'openid'] },
						{ name: 'scope_data', multiMessageValue: [{ parameter: [value('scope_name', 'openid')] }] },
					],
				},
			]),
		);
		expect(event).toMatchObject({
			app: { id: '1234-abc.apps.googleusercontent.com', name: 'Mail Merge Pro' },
			scopes: ['https://mail.google.com/', 'openid'],
			bytes: 2048,
		});
	});

	test('scopes are read from the pairs where the plain list is missing', () => {
		const parameters = [
			{ name: 'scope_data', multiMessageValue: [{ parameter: [value('scope_name', 'https://www.googleapis.com/auth/drive')] }] },
		];
		const event = eventOf(googleWorkspace, activity('token', [{ name: 'authorize', parameters }]));
		expect(event.scopes).toEqual(['https://www.googleapis.com/auth/drive']);
	});

	test('delegation for the whole domain grants to the named client', () => {
		const parameters = [
			value('API_CLIENT_NAME', '110000000000000000777'),
			{ name: 'API_SCOPES', multiValue: ['https://mail.google.com/'] },
		];
		const event = eventOf(
			googleWorkspace,
			activity('admin', [{ type: 'DOMAIN_SETTINGS', name: 'AUTHORIZE_API_CLIENT_ACCESS', parameters }]),
		);
		expect(event).toMatchObject({
			activity: 'app.grant',
			app: { id: '110000000000000000777' },
			scopes: ['https://mail.google.com/'],
			details: { tenantWide: true, appOnly: true },
		});
		expect(
			['https://mail.google.com/', 'https://www.googleapis.com/auth/drive.readonly', 'openid', 'new'].map((s) =>
				googleWorkspace.scopeTier?.(s, true),
			),
		).toEqual([1, 2, 0, undefined]);
	});

	test('an old parameter with both values is read', () => {
		const parameters = [
			value('doc_id', 'x'),
			{ name: 'old_value', value: 'none', new_value: 'can_edit' },
			value('target_user', 'p@example.org'),
		];
		const event = eventOf(googleWorkspace, activity('drive', [{ name: 'change_user_access', parameters }]));
		expect(event).toMatchObject({ activity: 'file.share', external: true, details: { access: 'can_edit', oldAccess: 'none' } });
	});

	test('access that is taken away is no share', () => {
		const parameters = [value('doc_id', 'x'), { name: 'new_value', multiValue: ['none'] }, value('target_user', 'p@example.org')];
		expect(eventOf(googleWorkspace, activity('drive', [{ name: 'change_user_access', parameters }])).activity).toBe('other');
	});

	test.each([
		[[value('visibility', 'people_with_link')], true],
		[[value('visibility_change', 'external')], true],
		[[value('target_domain', 'all')], true],
		[[value('target_domain', 'EXAMPLE.com')], false],
		[[value('target_user', 'bob@example.com')], false],
		[[value('visibility', 'private')], false],
		[[], undefined],
	])('%j: external is %s', (more, external) => {
		const event = eventOf(googleWorkspace, activity('drive', [drive('change_document_visibility', true, 'x', more)]));
		expect(event.external).toBe(external);
	});

	test('a hostile parameter name reaches nothing', () => {
		const hostile = JSON.parse('[{"name":"__proto__","value":"x"},{"name":"doc_id","value":"y"}]') as Json;
		expect(eventOf(googleWorkspace, activity('drive', [{ name: 'view', parameters: hostile }])).target?.id).toBe('y');
		expect(({} as Record<string, unknown>)['value']).toBeUndefined();
	});
});

describe('Google Workspace actors', () => {
	const actorOf = (actor: JsonObject) => eventOf(googleWorkspace, activity('drive', [drive('view', true)], { actor })).actor;

	test('a person has an address, and the profile id as another name', () => {
		expect(actorOf(ANA)).toEqual({
			type: 'user',
			id: 'ana@example.com',
			email: 'ana@example.com',
			aliases: ['110000000000000000001'],
		});
	});

	test('the system, a robot, a service account, nobody', () => {
		expect(actorOf({ callerType: 'KEY', key: 'SYSTEM' })).toEqual({ type: 'system', id: 'system' });
		expect(actorOf({ callerType: 'KEY', key: 'robot.example.com' })?.type).toBe('service');
		expect(actorOf({ email: 'sync@project.iam.gserviceaccount.com' })?.type).toBe('service');
		expect(actorOf({ email: '', profileId: '105250506097979753968' })).toBeUndefined();
		expect(actorOf({ callerType: 'KEY', key: 'HANGOUTS_EXTERNAL_OR_ANONYMOUS' })).toBeUndefined();
		expect(actorOf({})).toBeUndefined();
	});

	test('an app acting for the person is told', () => {
		const event = eventOf(
			googleWorkspace,
			activity('drive', [drive('access_item_content', true)], {
				actor: { ...ANA, applicationInfo: { oauthClientId: '1111', applicationName: 'Backup', impersonation: true } },
				networkInfo: { ipAsn: [64500], regionCode: 'NL' },
			}),
		);
		expect(event).toMatchObject({
			app: { id: '1111', name: 'Backup' },
			details: { impersonation: true },
			asn: 64500,
			country: 'NL',
		});
	});

	test('Google turning an account off acts as the system on the victim', () => {
		const event = eventOf(
			googleWorkspace,
			activity(
				'login',
				[{ name: 'account_disabled_hijacked', parameters: [value('affected_email_address', 'Bob@example.com')] }],
				{ actor: {} },
			),
		);
		expect(event).toMatchObject({
			activity: 'account.disable',
			actor: { type: 'system' },
			target: { type: 'user', id: 'bob@example.com' },
		});
	});

	test('a warning without an actor belongs to the one it is about', () => {
		const event = eventOf(
			googleWorkspace,
			activity('login', [{ name: 'suspicious_login', parameters: [value('affected_email_address', 'Bob@example.com')] }], {
				actor: {},
			}),
		);
		expect(event.actor).toMatchObject({ type: 'user', id: 'bob@example.com' });
	});
});

describe('Google Workspace mail and sign-in', () => {
	const mail = (number: string, more: readonly JsonObject[] = []) =>
		eventOf(
			googleWorkspace,
			activity('gmail', [
				{
					name: 'delivery',
					parameters: [
						{ name: 'event_info', messageValue: { parameter: [{ name: 'mail_event_type', intValue: number }, ...more] } },
					],
				},
			]),
		);

	test.each([
		['7', 'mail.read'],
		['17', 'mail.read'],
		['11', 'mail.rule'],
		['10', 'mail.rule'],
		['2', 'other'],
		['0', 'other'],
	])('mail event %s is %s', (number, meaning) => {
		expect(mail(number).activity).toBe(meaning);
	});

	test('a delegate is the actor, the mailbox the target', () => {
		const session = { name: 'session_context', messageValue: { parameter: [value('delegate_user_email', 'Carol@example.com')] } };
		const event = mail('7', [{ name: 'client_context', messageValue: { parameter: [session] } }]);
		expect(event).toMatchObject({ actor: { id: 'carol@example.com' }, target: { type: 'mailbox', id: 'ana@example.com' } });
	});

	test('forwarding out of the domain names its destination', () => {
		const parameters = [value('email_forwarding_destination_address', 'Drop@example.net')];
		const event = eventOf(googleWorkspace, activity('user_accounts', [{ name: 'email_forwarding_out_of_domain', parameters }]));
		expect(event).toMatchObject({
			activity: 'mail.rule',
			external: true,
			target: { type: 'mailbox', id: 'ana@example.com' },
			details: { destination: 'drop@example.net', forwards: true },
		});
	});

	test('a challenge is a failure only when it was not passed', () => {
		const challenge = (status: string) =>
			eventOf(
				googleWorkspace,
				activity('login', [{ name: 'login_challenge', parameters: [value('login_challenge_status', status)] }]),
			).activity;
		expect([challenge('Challenge Passed.'), challenge('Challenge Failed.')]).toEqual(['other', 'login.failed']);
	});

	test('a sign-in says whether it succeeded', () => {
		expect(eventOf(googleWorkspace, activity('saml', [{ name: 'login_success' }])).ok).toBe(true);
		expect(eventOf(googleWorkspace, activity('login', [{ name: 'login_failure' }])).ok).toBe(false);
	});

	test('a move into a unit of leavers locks out, another move does not', () => {
		const move = (unit: string) =>
			eventOf(
				googleWorkspace,
				activity('admin', [{ type: 'USER_SETTINGS', name: 'MOVE_USER_TO_ORG_UNIT', parameters: [value('NEW_VALUE', unit)] }]),
			).activity;
		expect([move('/Suspended'), move('/Sales')]).toEqual(['account.lockout', 'other']);
	});

	test('an import stands for the accounts that were made', () => {
		const parameters = [
			{ name: 'BULK_UPLOAD_TOTAL_USERS_NUMBER', intValue: '40' },
			{ name: 'BULK_UPLOAD_FAIL_USERS_NUMBER', intValue: '2' },
		];
		expect(eventOf(googleWorkspace, activity('admin', [{ name: 'USERS_BULK_UPLOAD', parameters }])).items).toBe(38);
	});
});

describe('Google Workspace export formats', () => {
	test.each([
		['panther', 'panther.ndjson', []],
		['splunk', 'splunk.ndjson', []],
		['activity-kind', 'exploded.ndjson', []],
		['cloud-logging', 'cloud-logging.ndjson', []],
		['gam-csv', 'gam-csv.csv', ['asn']],
		['sentinel', 'sentinel.json', []],
		['elastic', 'elastic.ndjson', []],
		['elastic-flat', 'elastic-flat.ndjson', []],
	] as const)('%s gives the same events as the API', (format, file, also: readonly FieldName[]) => {
		const found = eventsOf(googleWorkspace, readFixture('google_workspace', file));
		expect(new Set(found.map((one) => one.format))).toEqual(new Set([format]));
		expect(found.length).toBeGreaterThan(4);
		// An event that comes alone has no place in its activity; Cloud Logging carries neither the profile id nor the domain.
		const lacks: readonly FieldName[] = [
			'id',
			...also,
			...(googleWorkspace.formats.find(({ id }) => id === format)?.lacks ?? []),
		];
		for (const { event } of found) {
			const twin = chosen.find((one) => one.event.time === event.time)?.event;
			if (twin === undefined) throw new Error(`no twin of ${event.operation}`);
			const strip = (one: NormalisedEvent) => {
				const facts = comparable(one, lacks);
				return format === 'cloud-logging' ? { ...facts, actor: one.actor?.id } : facts;
			};
			expect(strip(event)).toEqual(strip(twin));
		}
	});

	test('Cloud Logging says in its own words that an act succeeded or failed', () => {
		const logged = (status: JsonObject | undefined) =>
			eventOf(googleWorkspace, {
				insertId: 'a1',
				timestamp: '2026-05-04T09:12:33.480Z',
				protoPayload: {
					serviceName: 'login.googleapis.com',
					authenticationInfo: { principalEmail: 'ana@example.com' },
					metadata: { event: [{ eventName: '2sv_disable', eventType: '2sv_change', ...(status !== undefined && { status }) }] },
				},
			});
		expect(logged({ success: true })).toMatchObject({ activity: 'mfa.change', ok: true });
		expect(logged({ success: false }).ok).toBe(false);
		// JSON of a message leaves out what is false: an empty status is none.
		expect([logged({}).ok, logged(undefined).ok]).toEqual([undefined, undefined]);
	});

	test('an empty page holds nothing, a full one its items', () => {
		const [full, empty] = readFixture('google_workspace', 'page.json');
		expect(eventsOf(googleWorkspace, full === undefined ? [] : [full])).toHaveLength(3);
		expect(eventsOf(googleWorkspace, empty === undefined ? [] : [empty])).toHaveLength(0);
	});

	test('activities without their kind are the same', () => {
		const plain = eventsOf(googleWorkspace, readFixture('google_workspace', 'activity.ndjson'));
		expect(plain.map(({ event }) => comparable(event))).toEqual(events.slice(0, 20).map(({ event }) => comparable(event)));
	});

	test('BigQuery rows are read by position and by name, their address out of base64', () => {
		for (const file of ['bigquery.ndjson', 'bigquery-tabledata.ndjson']) {
			const [only] = eventsOf(googleWorkspace, readFixture('google_workspace', file));
			expect(only?.event).toMatchObject({
				time: Date.UTC(2026, 4, 4, 9, 12, 33, 480),
				activity: 'mail.read',
				operation: 'delivery',
				ip: '203.0.113.9',
				bytes: 20480,
				actor: { id: 'carol@example.com' },
				target: { type: 'mailbox', id: 'ana@example.com' },
			});
		}
	});

	test('the console’s CSV is read with its three notations of time', () => {
		const found = eventsOf(googleWorkspace, readFixture('google_workspace', 'console-csv.csv')).map(({ event }) => event);
		expect(found.map((event) => [event.operation, event.activity, event.time])).toEqual([
			['download', 'file.download', Date.UTC(2026, 4, 4, 7, 12, 33)],
			['login_failure', 'login.failed', Date.UTC(2026, 4, 4, 7, 12, 33)],
			['suspicious_login', 'session.anomaly', Date.UTC(2026, 4, 4, 21, 13, 33)],
		]);
		expect(found[0]).toMatchObject({ target: { type: 'file', id: '1aBc', name: 'Plan' }, ip: '203.0.113.9' });
		const [older] = eventsOf(googleWorkspace, readFixture('google_workspace', 'console-csv-user.csv'));
		expect(older?.event).toMatchObject({ activity: 'login', actor: { id: 'ana@example.com' } });
	});

	test('a record of another platform is refused', () => {
		const normaliser = prepare(googleWorkspace);
		expect(normaliser.recognise({ id: 'x', events: [], kind: 'other' })).toBeUndefined();
		expect(normaliser.recognise({ Date: '2026-01-01', Event: 'Meeting started', Actor: 'ana' })).toBeUndefined();
	});
});

test.each([
	['activity-dotted', 3],
	['activity-columns', 3],
	['activity-text', 2],
] as const)('a table made from activities (%s) gives the same events', (format, count) => {
	const found = eventsOf(googleWorkspace, readFixture('google_workspace', `${format}.csv`));
	const natives = eventsOf(googleWorkspace, readFixture('google_workspace', 'activity.ndjson').slice(0, count));
	expect(found.map((one) => one.format)).toEqual(Array.from({ length: count }, () => format));
	expect(found.map(({ event }) => comparable(event, [], []))).toEqual(natives.map(({ event }) => comparable(event, [], [])));
});
