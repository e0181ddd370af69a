import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { slack } from '../../src/sources/slack/index.ts';
import { comparable, eventOf, eventsOf, expectedActivities, readFixture, silentRules } from './fixture-events.ts';

const entries = eventsOf(slack, readFixture('slack', 'entry.ndjson'));
const chosen = eventsOf(slack, readFixture('slack', 'chosen.json'));
const integrations = eventsOf(slack, readFixture('slack', 'integration-log.json'));

const BASE: JsonObject = {
	id: '00000000-1111-4222-8333-000000000001',
	date_create: 1_772_442_000,
	actor: { type: 'user', user: { id: 'W0ANA0001', name: 'Ana A', email: 'Ana@example.com' } },
	entity: { type: 'workspace', workspace: { id: 'T0EXAMPLE', name: 'Example' } },
	context: { ip_address: '198.51.100.20', ua: 'ExampleBrowser/1.0', session_id: 847288190092 },
};

describe('Slack activities', () => {
	test('every record of the fixture means what the list beside it says', () => {
		expect(entries.map(({ event }) => [event.operation, event.activity])).toEqual(
			expectedActivities('slack').map(([o, a]) => [o, a]),
		);
	});

	test('every rule of the table fires on a record of the fixtures', () => {
		expect(
			silentRules(
				slack,
				[...entries, ...integrations].map(({ native }) => native),
			),
		).toEqual([]);
	});

	test.each([
		['app_installed', 'app.install'],
		['app_scopes_expanded', 'app.grant'],
		['user_deactivated', 'account.disable'],
		['user_session_reset_by_admin', 'account.lockout'],
		['pref.who_can_manage_guests', 'admin.change'],
		['pref.two_factor_auth_changed', 'mfa.change'],
		['user_login_failed', 'login.failed'],
		['user_logout', 'other'],
	])('%s is %s', (action, activity) => {
		expect(eventOf(slack, { ...BASE, action }).activity).toBe(activity);
	});
});

describe('Slack facts', () => {
	test('an entry says who, from where, with which program and session', () => {
		expect(eventOf(slack, { ...BASE, action: 'user_login' })).toMatchObject({
			time: Date.UTC(2026, 2, 2, 9),
			actor: { type: 'user', id: 'ana@example.com', email: 'ana@example.com', name: 'Ana A', aliases: ['w0ana0001'] },
			ip: '198.51.100.20',
			userAgent: 'ExampleBrowser/1.0',
			session: '847288190092',
			ok: true,
		});
	});

	test('a person without an address is known by the id', () => {
		const actor = { type: 'user', user: { id: 'W0EXT0001', name: 'Guest' } };
		expect(eventOf(slack, { ...BASE, action: 'file_downloaded', actor }).actor).toEqual({
			type: 'user',
			id: 'w0ext0001',
			name: 'Guest',
		});
	});

	test('without a person the app in the context acts', () => {
		const event = eventOf(slack, {
			...BASE,
			action: 'file_downloaded',
			actor: { type: 'app' },
			context: { app: { id: 'A0SYNC001', name: 'Sync' } },
		});
		expect(event.actor).toEqual({ type: 'app', id: 'a0sync001', name: 'Sync' });
	});

	test('a new app holds the scopes of both lists', () => {
		const app = { id: 'A0SYNC001', name: 'Sync', scopes: ['files:read'], scopes_bot: ['chat:write'] };
		const event = eventOf(slack, { ...BASE, action: 'app_installed', entity: { type: 'app', app } });
		expect(event).toMatchObject({ app: { id: 'a0sync001', name: 'Sync' }, scopes: ['files:read', 'chat:write'] });
	});

	test('expanded scopes say which are new', () => {
		const details = { new_scopes: ['files:read', 'admin.users:write'], previous_scopes: ['files:read'] };
		const event = eventOf(slack, {
			...BASE,
			action: 'app_scopes_expanded',
			entity: { type: 'app', app: { id: 'A0SYNC001' } },
			details,
		});
		expect(event.scopes).toEqual(['files:read', 'admin.users:write']);
		expect(event.details?.['added']).toBe('admin.users:write');
	});

	test('who was given a role may be named by the id alone', () => {
		const entity = { type: 'role', role: { id: 'Rl0A', name: 'Users Admin' } };
		const given = (details: JsonObject) => eventOf(slack, { ...BASE, action: 'role_assigned', entity, details });
		for (const details of [{ target_user: 'W0BOB0001' }, { target_user_id: 'W0BOB0001' }])
			expect(given(details)).toMatchObject({ target: { type: 'user', id: 'w0bob0001' }, details: { role: 'Users Admin' } });
	});

	test('a guest whose time is over is removed by nobody', () => {
		expect(eventOf(slack, { ...BASE, action: 'guest_expired' })).toMatchObject({
			activity: 'account.disable',
			details: { automatic: true, expired: true },
		});
	});

	test('a role goes to the person in the entity or in the details', () => {
		const details = { target_user: { id: 'W0BOB0001', email: 'Bob@example.com' } };
		const assigned = eventOf(slack, {
			...BASE,
			action: 'role_assigned',
			entity: { type: 'role', role: { id: 'Rl0A', name: 'Users Admin' } },
			details,
		});
		expect(assigned).toMatchObject({
			activity: 'role.grant',
			target: { type: 'user', id: 'bob@example.com' },
			details: { role: 'Users Admin' },
		});
		const user = { id: 'W0BOB0001', email: 'Bob@example.com' };
		const owner = eventOf(slack, { ...BASE, action: 'role_change_to_owner', entity: { type: 'user', user } });
		expect(owner).toMatchObject({ target: { id: 'bob@example.com', aliases: ['w0bob0001'] }, details: { role: 'owner' } });
	});

	test.each([[['asn', 'user_agent']], ['asn user_agent']])('the reason of an anomaly is read from %j', (reason) => {
		expect(eventOf(slack, { ...BASE, action: 'anomaly', details: { reason } }).details?.['reason']).toBe('asn user_agent');
	});

	test('a blocked download did not succeed, a public link goes outside', () => {
		expect(eventOf(slack, { ...BASE, action: 'file_downloaded_blocked' })).toMatchObject({
			activity: 'file.download',
			ok: false,
		});
		expect(eventOf(slack, { ...BASE, action: 'file_public_link_created' })).toMatchObject({
			activity: 'file.share',
			external: true,
		});
	});

	test('permissions over the organisation are the strongest', () => {
		expect(
			['auditlogs:read', 'admin.users:write', 'channels:history', 'files:write', 'commands', 'brand:new'].map((s) =>
				slack.scopeTier?.(s, false),
			),
		).toEqual([1, 1, 2, 3, 0, undefined]);
		// What everyday apps ask for is known, too.
		expect(
			['links:read', 'calls:write', 'bookmarks:read', 'chat:write.customize'].map((s) => slack.scopeTier?.(s, false)),
		).toEqual([0, 0, 0, 0]);
		expect(['chat:write.public', 'groups:write', 'usergroups:write'].map((s) => slack.scopeTier?.(s, false))).toEqual([3, 3, 3]);
	});
});

describe('Slack export formats', () => {
	test('a table whose columns were named by the user is read by the address of the actor alone', () => {
		const row = {
			action: 'user_login',
			date_create: '2026-03-04 09:00:00',
			actor_user_email: 'Ana@example.com',
			'Anything else': 'x',
		};
		expect(eventsOf(slack, [row])).toMatchObject([
			{ format: 'underscored', event: { activity: 'login', actor: { id: 'ana@example.com' }, time: Date.UTC(2026, 2, 4, 9) } },
		]);
		expect(prepare(slack).recognise({ action: 'user_login', date_create: '2026-03-04 09:00:00' })).toBeUndefined();
	});

	test.each([
		['entry-text', 'entry-text.ndjson'],
		['sentinel', 'sentinel.json'],
		['underscored', 'underscored.json'],
		['elastic', 'elastic.ndjson'],
		['elastic-flat', 'elastic-flat.ndjson'],
		['dotted', 'dotted.csv'],
		['entry-trimmed', 'entry-trimmed.ndjson'],
	] as const)('%s gives the same events as the API', (format, file) => {
		const found = eventsOf(slack, readFixture('slack', file));
		expect(new Set(found.map((one) => one.format))).toEqual(new Set([format]));
		for (const { event } of found) {
			const twin = chosen.find((one) => one.event.time === event.time)?.event;
			if (twin === undefined) throw new Error(`no twin of ${event.operation}`);
			// Dotted cells hold no lists; a trimmed entry has no entity.
			const without =
				format === 'dotted' ? (['scopes', 'details'] as const) : format === 'entry-trimmed' ? (['target'] as const) : [];
			expect(comparable(event, [], without)).toEqual(comparable(twin, [], without));
		}
	});

	test('the access log gives sign-ins that stand for several', () => {
		const [only] = eventsOf(slack, readFixture('slack', 'access-log.json'));
		expect(only).toMatchObject({
			format: 'access-log',
			event: {
				activity: 'login',
				ok: true,
				items: 4,
				ip: '203.0.113.9',
				country: 'NL',
				actor: { id: 'u0ana0001', name: 'Ana A' },
			},
		});
	});

	test('the integration log gives installations and grants with their scopes', () => {
		expect(integrations.map(({ event }) => [event.operation, event.activity, event.scopes])).toEqual([
			['integration_added', 'app.install', ['channels:history', 'files:read']],
			['integration_expanded', 'app.grant', ['search:read']],
			['integration_enabled', 'app.install', undefined],
			['integration_removed', 'other', undefined],
		]);
	});

	test('a record of another platform is refused', () => {
		const normaliser = prepare(slack);
		expect(normaliser.recognise({ action: 'git.clone', date_create: 1, actor: 'ana', entity: {} })).toBeUndefined();
		expect(normaliser.recognise({ action: 'Add Member', date_create: 1, actor: {}, entity: {} })).toBeUndefined();
	});
});
