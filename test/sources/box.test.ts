import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import type { FieldName } from '../../src/model/source.ts';
import { box } from '../../src/sources/box/index.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { comparable, eventOf, eventsOf, expectedActivities, readFixture, silentRules } from './fixture-events.ts';

const events = eventsOf(box, readFixture('box', 'event.ndjson'));
const chosen = eventsOf(box, readFixture('box', 'chosen.json'));

const ANA = { type: 'user', id: '9000000001', name: 'Ana A', login: 'Ana@Example.com' };
const NOBODY = { type: 'user', id: '2', name: 'Unknown User', login: '' };
const BASE = {
	type: 'event',
	event_id: '00000000-1111-4222-8333-000000000001',
	created_at: '2026-03-02T09:00:00-08:00',
	created_by: ANA,
	ip_address: '198.51.100.20',
	session_id: null,
	additional_details: null,
	source: null,
};

describe('Box activities', () => {
	test('every record of the fixture means what the list beside it says', () => {
		expect(events.map(({ event }) => [event.operation, event.activity])).toEqual(
			expectedActivities('box').map(([o, a]) => [o, a]),
		);
	});

	test('every rule of the table fires on a record of the fixture', () => {
		expect(
			silentRules(
				box,
				events.map(({ native }) => native),
			),
		).toEqual([]);
	});

	test('both feeds call the same act differently and mean the same', () => {
		for (const [enterprise, own] of [
			['DOWNLOAD', 'ITEM_DOWNLOAD'],
			['UPLOAD', 'ITEM_UPLOAD'],
			['COPY', 'ITEM_COPY'],
			['PREVIEW', 'ITEM_PREVIEW'],
		] as const) {
			expect(eventOf(box, { ...BASE, event_type: own }).activity).toBe(
				eventOf(box, { ...BASE, event_type: enterprise }).activity,
			);
		}
	});

	test('names in lower case are the same names', () => {
		expect(eventOf(box, { ...BASE, event_type: 'download' })).toMatchObject({ operation: 'DOWNLOAD', activity: 'file.download' });
	});
});

describe('Box facts', () => {
	test('a download says who, what, how many bytes, through which app and token, at which UTC time', () => {
		const event = eventOf(box, {
			...BASE,
			event_type: 'DOWNLOAD',
			source: { item_type: 'file', item_id: 880, item_name: 'plan.xlsx', classification: { name: 'Top Secret' } },
			additional_details: { size: '1024', service_id: 254429, service_name: 'Box Drive', access_token_identifier: 'tok-1' },
		});
		expect(event).toMatchObject({
			time: Date.UTC(2026, 2, 2, 17),
			actor: { type: 'user', id: 'ana@example.com', email: 'ana@example.com', aliases: ['box:9000000001'] },
			target: { type: 'file', id: '880', name: 'plan.xlsx' },
			bytes: 1024,
			app: { id: '254429', name: 'Box Drive' },
			token: 'tok-1',
			ip: '198.51.100.20',
			restricted: true,
		});
	});

	test('summer time is seven hours behind UTC', () => {
		expect(eventOf(box, { ...BASE, event_type: 'LOGIN', created_at: '2026-07-02T09:00:00-07:00' }).time).toBe(
			Date.UTC(2026, 6, 2, 16),
		);
	});

	test('`Unknown IP` is no address', () => {
		expect(eventOf(box, { ...BASE, event_type: 'LOGIN', ip_address: 'Unknown IP' }).ip).toBeUndefined();
	});

	test('user 2 is nobody', () => {
		const event = eventOf(box, {
			...BASE,
			event_type: 'DOWNLOAD',
			created_by: NOBODY,
			additional_details: { shared_link_id: 'sl-7' },
		});
		expect(event.actor).toBeUndefined();
		expect(event.details).toMatchObject({ anonymous: true, sharedLink: 'sl-7' });
	});

	test.each(['AutomationUser_1200001_aBc@boxdevedition.com', 'AppUser_1200001_aBc@boxdevedition.com'])(
		'%s is a service account',
		(login) => {
			expect(eventOf(box, { ...BASE, event_type: 'DOWNLOAD', created_by: { ...ANA, login } }).actor?.type).toBe('service');
		},
	);

	test.each([
		['an item', { item_type: 'folder', item_id: '7', item_name: 'F' }, { type: 'folder', id: '7', name: 'F' }],
		['a collaboration on a file', { file_id: '8', file_name: 'x', user_id: '3' }, { type: 'file', id: '8', name: 'x' }],
		['a collaboration on a folder', { folder_id: '7', folder_name: 'F' }, { type: 'folder', id: '7', name: 'F' }],
		['a whole file', { type: 'file', id: '8', name: 'x' }, { type: 'file', id: '8', name: 'x' }],
		[
			'a user',
			{ type: 'user', id: '3', name: 'Bob', login: 'Bob@example.com' },
			{ type: 'user', id: 'bob@example.com', name: 'Bob', aliases: ['box:3'] },
		],
		['nothing', null, undefined],
	])('the target is read from %s', (_, source, target) => {
		expect(eventOf(box, { ...BASE, event_type: 'RENAME', source }).target).toEqual(target);
	});

	test.each([
		['partner@example.org', true],
		['BOB@EXAMPLE.COM', false],
	])('an invitation of %s: external is %s', (login, external) => {
		const event = eventOf(box, {
			...BASE,
			event_type: 'COLLABORATION_INVITE',
			source: { folder_id: '7' },
			accessible_by: { type: 'user', id: '5', login },
			additional_details: { role: 'Editor' },
		});
		expect(event).toMatchObject({
			activity: 'file.share',
			external,
			details: { role: 'editor', counterpart: login.toLowerCase() },
		});
	});

	test.each([null, '{"broken', 'plain', 7])('additional details of %j lose no event', (details) => {
		expect(eventOf(box, { ...BASE, event_type: 'DOWNLOAD', additional_details: details }).activity).toBe('file.download');
	});
});

describe('Box conditions', () => {
	test('a folder that is uploaded is a creation, a copied folder is marked', () => {
		const folder = { item_type: 'folder', item_id: '7' };
		expect(eventOf(box, { ...BASE, event_type: 'UPLOAD', source: folder }).activity).toBe('file.create');
		expect(eventOf(box, { ...BASE, event_type: 'UPLOAD', source: { item_type: 'file', item_id: '8' } }).activity).toBe(
			'file.upload',
		);
		expect(eventOf(box, { ...BASE, event_type: 'COPY', source: folder })).toMatchObject({
			activity: 'file.copy',
			details: { folder: true },
		});
		expect(eventOf(box, { ...BASE, event_type: 'ITEM_COPY', source: { type: 'folder', id: '7' } }).details).toEqual({
			folder: true,
		});
	});

	test('an edited user may have been turned off; the status tells where it is there', () => {
		const edit = (status?: string) =>
			eventOf(box, {
				...BASE,
				event_type: 'EDIT_USER',
				source: { type: 'user', id: '3', login: 'bob@example.com', ...(status && { status }) },
			});
		expect(edit()).toMatchObject({
			activity: 'account.disable',
			details: { uncertain: true },
			target: { id: 'bob@example.com' },
		});
		expect(edit('inactive').activity).toBe('account.disable');
		expect(edit('inactive').details).toBeUndefined();
		for (const status of ['active', 'cannot_delete_edit', 'cannot_delete_edit_upload'])
			expect(edit(status)).toMatchObject({ activity: 'account.enable', details: { uncertain: true } });
	});

	test('a failed sign-in of nobody belongs to the account that was tried', () => {
		const event = eventOf(box, {
			...BASE,
			event_type: 'FAILED_LOGIN',
			created_by: NOBODY,
			source: { type: 'user', id: '3', login: 'bob@example.com' },
		});
		expect(event).toMatchObject({ activity: 'login.failed', ok: false, actor: { id: 'bob@example.com' } });
	});

	test('an administrator inside another account is the actor', () => {
		const event = eventOf(box, {
			...BASE,
			event_type: 'ADMIN_LOGIN',
			source: { type: 'user', id: '3', login: 'bob@example.com' },
		});
		expect(event).toMatchObject({
			activity: 'login',
			actor: { id: 'ana@example.com' },
			target: { id: 'bob@example.com' },
			details: { impersonation: true },
		});
	});

	test('a session ended by somebody else locks out', () => {
		const end = (id: string) =>
			eventOf(box, { ...BASE, event_type: 'REMOVE_LOGIN_ACTIVITY_DEVICE', source: { type: 'user', id } }).activity;
		expect(end('3')).toBe('account.lockout');
		expect(end('9000000001')).toBe('session.anomaly');
	});

	test('the report user is no account', () => {
		const made = (name: string) =>
			eventOf(box, { ...BASE, event_type: 'NEW_USER', source: { type: 'user', id: '3', name } }).activity;
		expect(made('Box Admin Reports')).toBe('other');
		expect(made('Bob')).toBe('account.create');
	});

	test('owner is a role, editor is a share', () => {
		const change = (role: string) =>
			eventOf(box, { ...BASE, event_type: 'COLLABORATION_ROLE_CHANGE', source: { folder_id: '7' }, additional_details: { role } })
				.activity;
		expect([change('Owner'), change('Co-owner'), change('Editor')]).toEqual(['role.grant', 'role.grant', 'file.share']);
	});

	test('a policy that only watches blocked nothing', () => {
		const blocked = (controlMode: string) =>
			eventOf(box, {
				...BASE,
				event_type: 'SHIELD_DOWNLOAD_BLOCKED',
				additional_details: { shield_download_enforcement: { controlMode } },
			}).ok;
		expect([blocked('enforced'), blocked('monitoring')]).toEqual([false, true]);
	});
});

describe('Box Shield alerts', () => {
	const alert = (rule_category: string, alert_summary: JsonObject) =>
		eventOf(box, {
			...BASE,
			event_type: 'SHIELD_ALERT',
			created_by: NOBODY,
			additional_details: {
				shield_alert: {
					rule_category,
					alert_summary,
					risk_score: 60,
					user: { id: 2320, name: 'Ana A', email: 'ana@example.com' },
				},
			},
		});

	test('concern the victim, from the place of the suspicious activity', () => {
		const sessions = [
			{ session_type: 'typical', activities: [{ ip_info: { ip: '198.51.100.1', country_code: 'DE' } }] },
			{ session_type: 'suspicious', activities: [{ ip_info: { ip: '203.0.113.7', country_code: 'NL' } }] },
		];
		expect(alert('Suspicious Sessions', { sessions })).toMatchObject({
			activity: 'session.anomaly',
			actor: { id: 'ana@example.com', aliases: ['box:2320'] },
			target: { type: 'user', id: 'ana@example.com' },
			ip: '203.0.113.7',
			country: 'NL',
			details: { alert: true, riskScore: 60 },
		});
	});

	test('an anomalous download stands for its number of files', () => {
		const event = alert('Anomalous Download', {
			anomaly_period: { downloaded_files_count: 13 },
			download_ips: [{ ip: '203.0.113.8' }],
		});
		expect(event).toMatchObject({ activity: 'bulk.query', items: 13, ip: '203.0.113.8' });
	});

	test('malicious content is none of the activities', () => {
		expect(alert('Malicious Content', {}).activity).toBe('other');
	});
});

describe('Box export formats', () => {
	test.each([
		['event-trimmed', 'event-trimmed.ndjson'],
		['event-text', 'event-text.ndjson'],
		['boxcli-csv', 'boxcli-csv.csv'],
		['elastic', 'elastic.ndjson'],
		['elastic-flat', 'elastic-flat.ndjson'],
		['sentinel', 'sentinel.json'],
		['underscored', 'underscored.json'],
		['sentinel-parser', 'sentinel-parser.json'],
	] as const)('%s gives the same events as the API', (format, file) => {
		const found = eventsOf(box, readFixture('box', file));
		const lacks: readonly FieldName[] = box.formats.find(({ id }) => id === format)?.lacks ?? [];
		expect(new Set(found.map((one) => one.format))).toEqual(new Set([format]));
		expect(found.length).toBeGreaterThan(4);
		for (const { event } of found) {
			const twin = chosen.find((one) => one.event.time === event.time)?.event;
			expect(twin).toBeDefined();
			// The function has no column for the folder and its owner.
			const { destination: _folder, place: _owner, ...rest } = twin?.details ?? {};
			const { details, ...bare } = twin ?? event;
			const kept = format === 'sentinel-parser' ? rest : (details ?? {});
			const same = { ...bare, ...(Object.keys(kept).length > 0 && { details: kept }) };
			expect(comparable(event, lacks)).toEqual(comparable(same, lacks));
		}
	});

	test('what Elastic moves out of the source is put back', () => {
		const documents = readFixture('box', 'elastic-moved.ndjson') as readonly JsonObject[];
		const dotted: JsonObject = {
			'@timestamp': '2026-03-02T08:00:00.000Z',
			'event.action': 'ITEM_UPLOAD',
			'box.created_at': '2026-03-02T11:10:00-08:00',
			'box.source.id': '985',
			'box.session.id': 'session01',
			'file.name': 'plan.pdf',
			'file.size': '10849',
			'file.type': 'file',
		};
		const [upload, copy, removal, flat] = eventsOf(box, [...documents, dotted]).map(({ event }) => event);
		const plan = {
			activity: 'file.upload',
			bytes: 10_849,
			session: 'session01',
			target: { type: 'file', id: '985', name: 'plan.pdf' },
		};
		expect(upload).toMatchObject({ ...plan, details: { destination: 'Plans (167)' } });
		expect(flat).toMatchObject(plan);
		expect(copy).toMatchObject({
			activity: 'file.copy',
			bytes: 550,
			target: { type: 'folder', id: '986', name: 'Plans (1)' },
			details: { folder: true },
		});
		expect(removal).toMatchObject({
			activity: 'account.delete',
			target: { type: 'user', id: 'bob@example.com', name: 'Bob B', aliases: ['box:3'] },
		});
		expect(documents[0]).toEqual((readFixture('box', 'elastic-moved.ndjson') as readonly JsonObject[])[0]);
	});

	test('the console report is read in English and Japanese, kilobytes as bytes, its unknown words kept', () => {
		const english = eventsOf(box, readFixture('box', 'user-activity-csv.csv'));
		expect(english.map(({ format }) => format)).toEqual(Array(5).fill('user-activity-csv'));
		expect(english.map(({ event }) => event.activity)).toEqual([
			'file.download',
			'file.read',
			'file.upload',
			'account.delete',
			'other',
		]);
		expect(english[0]?.event).toMatchObject({
			time: Date.UTC(2026, 2, 2, 9, 0, 5),
			operation: 'DOWNLOAD',
			bytes: 14_212_301,
			ip: '198.51.100.20',
			actor: { id: 'ana@example.com', name: 'Ana A', aliases: ['box:9000000001'] },
			target: { type: 'file', id: '880000000011', name: 'plan.xlsx' },
		});
		expect(english[1]?.event.ip).toBeUndefined();
		expect(english[3]?.event.target).toMatchObject({ type: 'user', id: 'bob@example.com' });
		expect(english[4]?.event.operation).toBe('POLISHED');
		const japanese = eventsOf(box, readFixture('box', 'user-activity-csv-ja.csv'));
		expect(japanese.map(({ event }) => comparable(event))).toEqual(english.slice(0, 3).map(({ event }) => comparable(event)));
	});

	test('the security report says which setting changed, by whom, from what to what', () => {
		const found = eventsOf(box, readFixture('box', 'security-logs.csv'));
		expect(found.map(({ format }) => format)).toEqual(['security-logs', 'security-logs']);
		expect(found.map(({ event }) => event)).toMatchObject([
			{
				time: Date.UTC(2026, 2, 2, 9, 0, 5),
				activity: 'admin.change',
				operation: 'ADMIN_SETTING_CHANGED',
				actor: { id: 'ana@example.com' },
				target: { type: 'setting', id: 'require 2-step verification' },
				ip: '198.51.100.20',
				details: { category: 'Security', before: 'On', after: 'Off' },
			},
			{ details: { category: 'Sharing', before: '30 days', after: 'Never' } },
		]);
		expect(found[1]?.event.ip).toBeUndefined();
	});

	test('the geographic report never takes the owner for the actor', () => {
		const [only] = eventsOf(box, readFixture('box', 'geographic-activity-csv.csv'));
		expect(only?.event).toMatchObject({ activity: 'file.download', ip: '203.0.113.9' });
		expect(only?.event.actor).toBeUndefined();
	});

	test('the diagnostics report gives API calls of an app', () => {
		const [only] = eventsOf(box, readFixture('box', 'app-diagnostics-csv.csv'));
		expect(only?.event).toMatchObject({
			activity: 'api.call',
			ok: false,
			app: { id: 'abc123', name: 'Sync Tool' },
			details: { status: 429, method: 'GET', route: 'files' },
		});
	});

	test('a webhook of Box and a row of another console are refused', () => {
		const normaliser = prepare(box);
		expect(
			normaliser.recognise({ type: 'webhook_event', trigger: 'FILE.DOWNLOADED', created_at: '2026-01-01T00:00:00Z' }),
		).toBeUndefined();
		expect(normaliser.recognise({ Date: '2026-01-01', 'User Name': 'ana', Action: 'Signed document' })).toBeUndefined();
	});
});
