import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { identityOf } from '../../src/hunt/identity.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { zoom } from '../../src/sources/zoom/index.ts';
import { parseDetail } from '../../src/sources/zoom/operation-detail.ts';
import { cpuMs } from '../cpu.ts';
import { normalise, without } from './expectations.ts';
import { eventOf, readFixture, silentRules } from './fixture-events.ts';

const KINDS = ['operations', 'sign-ins', 'webhooks'] as const;
const read = Object.fromEntries(KINDS.map((kind) => [kind, normalise(zoom, readFixture('zoom', `${kind}.ndjson`))]));
const expected = JSON.parse(readFileSync(new URL('expected/zoom.json', import.meta.url), 'utf8')) as Record<string, string[]>;

function row(category_type: string, action: string, operation_detail: string): JsonObject {
	return { time: '2026-03-04T09:00:00Z', operator: 'admin@example.com', category_type, action, operation_detail };
}

function hook(event: string, payload: JsonObject): JsonObject {
	return { event, event_ts: 1_772_618_400_391, payload: { operator: 'admin@example.com', operator_id: 'adminId', ...payload } };
}

describe('activities', () => {
	test('every rule fires on a fixture', () => {
		const files = ['operations', 'sign-ins', 'webhooks', 'marketplace-apps', 'marketplace-requests', 'marketplace-calls'];
		const native = files.flatMap((file) => normalise(zoom, readFixture('zoom', `${file}.ndjson`)).native);
		expect(silentRules(zoom, native)).toEqual([]);
	});

	test.each(KINDS)('each record of %s means what was written down for it', (kind) => {
		expect(read[kind]?.events.map((event) => event.activity)).toEqual(expected[kind]);
	});

	test('text that somebody typed decides nothing', () => {
		const typed = row('User', 'Update', 'Update User suspend@example.com  - Job Title: set to Deactivate User x@example.com');
		expect(eventOf(zoom, typed)).toMatchObject({ activity: 'other', target: { type: 'user', id: 'suspend@example.com' } });
	});

	test('a role change of several people is one event a person, each with the role got', () => {
		const change = 'Change Role  - bo@example.com: from Owner to User - cy@example.com: from User to Billing Admin';
		const batch = normalise(zoom, [row('User', 'Batch Update', change)]).events;
		expect(batch).toMatchObject([
			{
				activity: 'admin.change',
				target: { id: 'bo@example.com' },
				details: { role: 'User', change: 'revoke', channel: 'batch' },
			},
			{ activity: 'role.grant', target: { id: 'cy@example.com' }, privileged: true, details: { role: 'Billing Admin' } },
		]);
		expect(batch[0]?.privileged).toBeUndefined();
		expect(batch.map(({ items }) => items)).toEqual([undefined, undefined]);
	});

	test.each([
		['Delete', 'Delete User  - bo@example.com - cy@example.com - Department: Sales', 'account.delete'],
		['Batch Delete', 'Delete Users bo@example.com, cy@example.com and Bo@example.com', 'account.delete'],
		['Batch Update', 'Batch Deactivate Users  - bo@example.com - Cy <cy@example.com>', 'account.disable'],
		['Batch Update', 'Edit User  - Status: from Active to Inactive - bo@example.com - cy@example.com', 'account.disable'],
	])('a row of the action %s that names several people is one event a person: %s', (action, detail, activity) => {
		const { events } = normalise(zoom, [row('User', action, detail)]);
		expect(events.map((event) => [event.activity, event.target?.id])).toEqual([
			[activity, 'bo@example.com'],
			[activity, 'cy@example.com'],
		]);
		expect(new Set(events.map((event) => identityOf(event))).size).toBe(2);
	});

	test.each([
		'Delete User bo@example.com and give the recordings to cy@example.com',
		'Delete User bo@example.com  - Recordings To: cy@example.com - Sent cy@example.com a mail',
		'Delete User bo@example.com  - Manager cy@example.com: from None to Yes',
	])('a second address that is not in a list is not acted upon: %s', (detail) => {
		expect(eventOf(zoom, row('User', 'Delete', detail)).target).toEqual({ type: 'user', id: 'bo@example.com' });
	});

	test.each([
		['Edit User bo@example.com  - Account Status: from Active to Inactive', 'account.disable'],
		['Update User bo@example.com  - Deactivated', 'account.disable'],
		['Edit User bo@example.com  - Deactivate: from Off to On', 'account.disable'],
		['Edit User bo@example.com  - Active: from Yes to No', 'account.disable'],
		['Change Status of bo@example.com from Active to Inactive', 'account.disable'],
		['Change Status of bo@example.com from Inactive to Active', 'account.enable'],
		['Edit User bo@example.com  - User Enabled: from On to Off', 'account.disable'],
		['User Deactivated  - bo@example.com', 'account.disable'],
		['Change Status  - bo@example.com: from Active to Inactive', 'account.disable'],
		['User bo@example.com has been deactivated', 'account.disable'],
		['User bo@example.com has been reactivated', 'account.enable'],
		['Edit User bo@example.com  - Deactivate: from On to Off', 'account.enable'],
		['Change Status  - bo@example.com: from Inactive to Active', 'account.enable'],
	])('words of switching off or on that stand elsewhere are heard as uncertain: %s is %s', (detail, activity) => {
		expect(eventOf(zoom, row('User', 'Update', detail))).toMatchObject({
			activity,
			target: { type: 'user', id: 'bo@example.com' },
			details: { text: detail, uncertain: true },
		});
	});

	test.each([
		['Edit User bo@example.com  - Department: from Active to Inactive', 'other'],
		['Edit User bo@example.com  - Job Title: set to Clerk - Deactivated', 'other'],
		['Edit User bo@example.com  - Disable Recording: from Off to On', 'other'],
		['Edit User bo@example.com  - Webinar: from Enabled to 500', 'other'],
		['Edit User bo@example.com  - Zoom Phone: from Enabled to Disabled', 'other'],
		['Edit User bo@example.com  - Webinar Status: from Active to Inactive', 'other'],
		['Edit User bo@example.com  - User Group: from Inactive to Active', 'other'],
		['Disable Two-Factor Authentication of User bo@example.com', 'mfa.change'],
		['Edit User bo@example.com  - Two-Factor Status: from Active to Inactive', 'mfa.change'],
	])('what is typed, of a feature or of the second factor switches nobody off: %s is %s', (detail, activity) => {
		expect(eventOf(zoom, row('User', 'Update', detail)).activity).toBe(activity);
	});

	test('a webhook that takes a role away is no grant, and an unchanged role is no change', () => {
		const updated = (before: string, role: string) =>
			eventOf(zoom, hook('user.updated', { object: { id: 'boId', role }, old_object: { id: 'boId', role: before } }));
		expect(updated('Admin', 'Member')).toMatchObject({
			activity: 'admin.change',
			details: { role: 'Member', before: 'Admin', change: 'revoke' },
		});
		expect(updated('Admin', 'Member').privileged).toBeUndefined();
		expect(updated('Member', 'Admin')).toMatchObject({ activity: 'role.grant', privileged: true });
		expect(updated('Admin', 'Admin').activity).toBe('other');
	});

	test('going back to a plain member is no grant', () => {
		const event = eventOf(zoom, row('User', 'Update', 'Change Role  - bo@example.com: from Admin to Member'));
		expect(event).toMatchObject({ activity: 'admin.change', details: { change: 'revoke', before: 'Admin', after: 'Member' } });
		expect(event.privileged).toBeUndefined();
	});

	test('a directory that acts through SCIM is a service', () => {
		expect(eventOf(zoom, row('User', 'SCIM API - Delete', 'Delete User bo@example.com'))).toMatchObject({
			activity: 'account.delete',
			operation: 'User / Delete',
			actor: { type: 'service', id: 'admin@example.com' },
		});
	});

	test('signing somebody else out is a lockout, changing one’s own password is not', () => {
		const object = { id: 'boId', email: 'bo@example.com' };
		expect(eventOf(zoom, hook('user.updated', { operation: 'sign_out_from_all_devices', object })).activity).toBe(
			'account.lockout',
		);
		const own = { operation: 'change_password', operator_id: 'boId', operator: 'BO@example.com', object };
		expect(eventOf(zoom, hook('user.updated', own)).activity).toBe('credential.add');
	});

	test('words in another language are read, counted and named, not guessed', () => {
		expect(eventOf(zoom, row('User', 'Update', 'Gebruiker deactiveren bo@example.com'))).toMatchObject({
			activity: 'other',
			details: { text: 'Gebruiker deactiveren bo@example.com' },
		});
	});
});

describe('facts', () => {
	test('operator and object of a webhook carry both their ids', () => {
		expect(
			eventOf(zoom, hook('user.deactivated', { object: { id: 'boId', email: 'Bo@example.com', first_name: 'Bo' } })),
		).toMatchObject({
			time: 1_772_618_400_391,
			actor: { type: 'user', id: 'admin@example.com', email: 'admin@example.com', aliases: ['adminid'] },
			target: { type: 'user', id: 'bo@example.com', name: 'Bo', aliases: ['boid'] },
		});
	});

	test('in a sign-in the object is the person who acts', () => {
		const event = eventOf(zoom, {
			event: 'user.signed_in',
			event_ts: 1_772_618_400_391,
			payload: { object: { id: 'boId', email: 'bo@example.com', client_type: 'mac' } },
		});
		expect(event).toMatchObject({ activity: 'login', actor: { id: 'bo@example.com', aliases: ['boid'] }, userAgent: 'mac' });
	});

	test('nobody is made up where no operator is named', () => {
		expect(
			eventOf(zoom, { event: 'user.deleted', event_ts: 1_772_618_400_391, payload: { object: { id: 'boId' } } }).actor,
		).toBeUndefined();
		expect(eventOf(zoom, { ...row('User', 'Delete', 'Delete User bo@example.com'), operator: '' }).actor).toBeUndefined();
	});

	test('one finished recording may be several files', () => {
		const recording = read['webhooks']?.events.find((event) => event.operation === 'recording.completed');
		expect(recording).toMatchObject({ items: 2, bytes: 1500, actor: { id: 'ana@example.com' } });
	});

	test('an archive names its files otherwise than a recording, and its host by the id alone', () => {
		const archive = read['webhooks']?.events.find((event) => event.operation === 'recording.archive_files_completed');
		expect(archive).toMatchObject({ items: 2, bytes: 1500, actor: { id: 'anaexampleid0000000001' } });
	});

	test('files of the team chat are counted, whether one record has one of them or many', () => {
		const one = { file_id: 'f1', file_name: 'plan.pdf', file_size: 4096 };
		const files = [one, { file_id: 'f2', file_name: 'b.pdf', file_size: 1 }, { file_id: 'f3', file_name: 'c.pdf', file_size: 3 }];
		const upload = eventOf(zoom, hook('team_chat.file_uploaded', { object: { files } }));
		expect(upload).toMatchObject({ activity: 'file.upload', items: 3, bytes: 4100, target: { type: 'file', id: 'f1' } });
		const single = eventOf(zoom, hook('team_chat.file_uploaded', { object: { files: [one] } }));
		expect(single).toMatchObject({ bytes: 4096, target: { id: 'f1', name: 'plan.pdf' } });
		expect(single.items).toBeUndefined();
		for (const [operation, object] of [
			['team_chat.file_downloaded', { channel_id: 'c1', file: one }],
			['meeting.chat_message_file_downloaded', { id: 81234567890, uuid: 'meeting==', chat_message_file: one }],
		] as const) {
			const download = eventOf(zoom, hook(operation, { object }));
			expect(download).toMatchObject({
				activity: 'file.download',
				bytes: 4096,
				target: { type: 'file', id: 'f1', name: 'plan.pdf' },
			});
		}
	});

	test('a file shared with somebody outside of the account is shared outside', () => {
		const shared = (object: JsonObject) => eventOf(zoom, hook('team_chat.file_shared', { object })).external;
		const files = [{ file_id: 'f1', file_name: 'plan.pdf', file_size: 4096 }];
		expect(shared({ type: 'to_contact', contact_email: 'eve@example.org', is_external_user: true, files })).toBe(true);
		expect(shared({ type: 'to_contact', contact_email: 'bo@example.com', is_external_user: false, files })).toBe(false);
		expect(shared({ type: 'to_channel', channel_id: 'c1', files })).toBeUndefined();
	});

	test('an approved app of the marketplace list is an installation with its scopes; one that was not is no event', () => {
		const approved = normalise(zoom, readFixture('zoom', 'marketplace-apps.ndjson')).events;
		expect(approved).toHaveLength(1);
		expect(approved[0]).toMatchObject({
			activity: 'app.install',
			app: { id: 'appexample01', name: 'Example Notes' },
			scopes: ['recording:read:admin', 'user:read:admin'],
			details: { tenantWide: true, developer: 'THIRD_PARTY' },
		});
		expect(normalise(zoom, readFixture('zoom', 'marketplace-app-page.ndjson')).events).toEqual(approved);
	});
});

describe('the sentence of a row', () => {
	test('attributes are told apart by blank, dash, blank only', () => {
		expect(
			parseDetail('Add User night-shift@example.com  - Department: Day-Night - Level: from 8 to 14 - Title: set to Clerk'),
		).toEqual({
			head: 'Add User night-shift@example.com',
			account: 'night-shift@example.com',
			attributes: [
				{ name: 'Department', after: 'Day-Night' },
				{ name: 'Level', before: '8', after: '14' },
				{ name: 'Title', after: 'Clerk' },
			],
		});
	});

	test('what is said of all is not repeated without end', () => {
		const people = Array.from({ length: 3000 }, (_, n) => `u${n}@example.com`);
		const sentence = `${'word '.repeat(1000)}${people.join(' ')} - ${'Note: text - '.repeat(50)}`;
		const natives = zoom.formats.find(({ id }) => id === 'operation-log')?.reshape?.(row('User', 'Delete', sentence)) ?? [];
		expect(natives.length).toBe(3000);
		expect(Math.max(...natives.map((native) => String(native['operation_detail']).length))).toBeLessThan(1000);
	});

	test('a hostile sentence of a megabyte costs next to nothing', () => {
		const normaliser = prepare(zoom);
		for (const bomb of [
			' '.repeat(1e6),
			'@'.repeat(1e6),
			' - '.repeat(3e5),
			' - a@b'.repeat(2e5),
			'a@b '.repeat(2e5),
			'from '.repeat(2e5),
			`Update User${' -'.repeat(5e5)}`,
		]) {
			const before = cpuMs();
			const natives = zoom.formats.find(({ id }) => id === 'operation-log')?.reshape?.(row('User', 'Update', bomb)) ?? [];
			for (const native of natives) normaliser.event(native, 'bomb', 1);
			expect(cpuMs() - before).toBeLessThan(5000);
		}
	});
});

describe('formats', () => {
	const native = [...(read['operations']?.events ?? []), ...(read['sign-ins']?.events ?? [])];
	test.each([
		['operations-portal.csv', ['operation-csv'], 'operations'],
		['sign-ins-portal.csv', ['sign-in-csv'], 'sign-ins'],
		['panther.ndjson', ['operation-log', 'sign-in-report'], 'all'],
		['sentinel-zoom-cl.csv', ['sentinel-zoom-cl'], 'all'],
	] as const)('%s gives the same events', (file, formats, kind) => {
		const events = kind === 'all' ? native : (read[kind]?.events ?? []);
		const other = normalise(zoom, readFixture('zoom', file));
		expect(other.formats).toEqual(formats);
		expect(other.events.map((event) => without(event, []))).toEqual(events.map((event) => without(event, [])));
	});

	test.each([
		['elastic.ndjson', 'elastic'],
		['elastic-flat.ndjson', 'elastic-flat'],
	] as const)('%s gives the same events as the webhooks', (file, format) => {
		const native = read['webhooks']?.events ?? [];
		const other = normalise(zoom, readFixture('zoom', file));
		expect(other.formats).toEqual([format]);
		expect(other.events.length).toBe(14);
		const twins = other.events.map(({ time }) => native.find((event) => event.time === time));
		expect(other.events.map((event) => without(event, []))).toEqual(twins.map((event) => event && without(event, [])));
	});
});

test('scopes: the whole account weighs more than one person, in both forms', () => {
	const tiers = (...scopes: string[]) => scopes.map((scope) => zoom.scopeTier?.(scope, false));
	expect(tiers('meeting:read:master', 'user:write:admin', 'user:update:user:admin')).toEqual([1, 1, 1]);
	expect(tiers('report:read:admin', 'user:read:list_users:admin', 'webinar:write:admin', 'recording:read')).toEqual([2, 2, 3, 3]);
	expect(tiers('user_profile', 'meeting:read', 'openid')).toEqual([0, 0, undefined]);
});

test('roles', () => {
	expect(['Owner', 'Co-Owner', 'Billing Admin', 'Member', 'Auditors'].map((role) => zoom.roleTier?.(role))).toEqual([
		1,
		1,
		2,
		0,
		undefined,
	]);
});

test.each(['webhooks-text.csv', 'webhooks-dotted.csv'])('%s says what the webhooks said', (file) => {
	const found = normalise(zoom, readFixture('zoom', file));
	expect(found.formats).toEqual([file.replace('webhooks', 'webhook').replace('.csv', '')]);
	const [first, second] = read['webhooks']?.events ?? [];
	expect(found.events.map((event) => without(event, []))).toEqual([first, second].map((event) => event && without(event, [])));
});
