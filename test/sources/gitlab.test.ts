import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { gitlab } from '../../src/sources/gitlab/index.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { comparable, eventOf, eventsOf, expectedActivities, readFixture, silentRules } from './fixture-events.ts';

const stream = eventsOf(gitlab, readFixture('gitlab', 'stream.ndjson'));
const old = eventsOf(gitlab, readFixture('gitlab', 'api-old.json'));
const chosen = eventsOf(gitlab, readFixture('gitlab', 'chosen.json'));

const BASE: JsonObject = {
	id: '00000000-1111-4222-8333-000000000001',
	author_id: 12,
	author_name: 'Ana A',
	entity_id: 24,
	entity_type: 'Project',
	entity_path: 'example/payments',
	target_id: 24,
	target_type: 'Project',
	target_details: 'payments',
	created_at: '2026-03-02T10:00:00+01:00',
	ip_address: '203.0.113.9',
	details: { author_email: 'Ana@example.com' },
};
const git = (message: JsonObject) =>
	eventOf(gitlab, { ...BASE, event_type: 'repository_git_operation', details: { custom_message: message } });

describe('GitLab activities', () => {
	test('every record of the fixture means what the list beside it says, with an event type and without', () => {
		const expected = expectedActivities('gitlab').map(([operation, activity]) => [operation, activity]);
		const named = ({ event }: (typeof stream)[number]) => [event.operation, event.activity];
		expect(stream.map(named)).toEqual(expected.filter(([operation]) => operation?.includes(' ') === false));
		expect(old.map(named)).toEqual(expected.filter(([operation]) => operation?.includes(' ') === true));
	});

	test('every rule of the table fires on a record of the fixtures', () => {
		expect(
			silentRules(
				gitlab,
				[...stream, ...old].map(({ native }) => native),
			),
		).toEqual([]);
	});

	test.each([
		[{ protocol: 'ssh', action: 'git-upload-pack', verb: 'clone' }, 'repo.clone'],
		[{ protocol: 'http', action: 'git-upload-pack', verb: 'fetch' }, 'repo.fetch'],
		[{ protocol: 'http', action: 'git-upload-pack' }, 'repo.fetch'],
		[{ protocol: 'ssh', action: 'git-receive-pack', verb: 'push' }, 'repo.push'],
		[{ protocol: 'ssh', action: 'git-receive-pack' }, 'repo.push'],
		[{ action: 'download' }, 'repo.download'],
	])('a git operation with %j is %s', (message, activity) => {
		expect(git(message).activity).toBe(activity);
	});

	test('a message that is JSON as text is the same message', () => {
		const event = eventOf(gitlab, {
			...BASE,
			event_type: 'repository_git_operation',
			details: { custom_message: '{"protocol":"ssh","action":"git-upload-pack","verb":"clone"}' },
		});
		expect(event).toMatchObject({ activity: 'repo.clone', details: { transport: 'ssh', verb: 'clone' } });
	});
});

describe('GitLab records without an event type', () => {
	const person = { entity_type: 'User', entity_id: 36, target_type: 'User', target_id: 36, target_details: 'bob' };
	const row = {
		'Author ID': '12',
		'Author Name': 'Ana A',
		'Entity ID': '36',
		'Entity Type': 'User',
		'Target ID': '36',
		'Target Type': 'User',
		'Target Details': 'bob',
		'Created At (UTC)': '2026-03-02 09:00:00',
	};

	test.each([
		['Deactivated user', 'user_deactivate', 'account.disable'],
		['Activated user', 'user_activate', 'account.enable'],
		['Blocked user', 'user_blocked', 'account.disable'],
		['Unblocked user', 'unblock_user', 'account.enable'],
		['Banned user', 'ban_user', 'account.disable'],
		['Unbanned user', 'unban_user', 'account.enable'],
	])('the message %s is %s: in the API and in a row of the console', (message, operation, activity) => {
		const meaning = { operation, activity, target: { type: 'user', id: 'bob', aliases: ['gitlab:36'] } };
		const { entity_path: _path, ip_address: _ip, ...api } = BASE;
		expect(eventOf(gitlab, { ...api, ...person, details: { custom_message: message } })).toMatchObject(meaning);
		expect(eventOf(gitlab, { ...row, Action: message })).toMatchObject(meaning);
	});

	test('an account that GitLab locks was tried, and nobody removed it', () => {
		const event = eventOf(gitlab, {
			...BASE,
			...person,
			...{ event_type: 'user_access_locked', author_id: 3, author_name: 'GitLab Admin Bot', target_details: 'Bob Berg' },
			details: { author_email: 'admin-bot@example.com', custom_message: 'User access locked - excessive failed login attempts' },
		});
		expect(event).toMatchObject({
			activity: 'login.failed',
			ok: false,
			actor: { type: 'user', id: 'gitlab:36', name: 'Bob Berg' },
			details: { automatic: true, lockedOut: true },
		});
	});

	test('a row of the console that tells of a removed project or group is a change by an administrator', () => {
		const removed = (what: string) => eventOf(gitlab, { ...row, Action: `Removed ${what}` });
		expect(removed('project')).toMatchObject({ operation: 'remove project', activity: 'admin.change' });
		expect(removed('group')).toMatchObject({ operation: 'remove group', activity: 'admin.change' });
		expect(removed('project hook').activity).toBe('other');
	});
});

describe('GitLab facts', () => {
	test('a clone says who, from where, and of which repository', () => {
		const event = eventOf(gitlab, {
			...BASE,
			event_type: 'repository_git_operation',
			details: { author_email: 'Ana@example.com', custom_message: { verb: 'clone' } },
		});
		expect(event).toMatchObject({
			time: Date.UTC(2026, 2, 2, 9),
			actor: { type: 'user', id: 'ana@example.com', name: 'Ana A', aliases: ['gitlab:12'] },
			target: { type: 'repository', id: 'example/payments', aliases: ['gitlab:project/24'] },
			ip: '203.0.113.9',
		});
	});

	test('a display name is no id, a user name is', () => {
		const actor = (author_name: string) =>
			eventOf(gitlab, { ...BASE, author_name, details: {}, event_type: 'project_created' }).actor;
		expect(actor('Ana A')).toEqual({ type: 'user', id: 'gitlab:12', name: 'Ana A' });
		expect(actor('Ana')).toEqual({ type: 'user', id: 'ana', name: 'Ana', aliases: ['gitlab:12'] });
	});

	test('author -1 is nobody, -2 a token or job', () => {
		const actor = (author_id: number) =>
			eventOf(gitlab, { ...BASE, author_id, author_name: 'x', details: {}, event_type: 'project_created' }).actor;
		expect(actor(-1)).toBeUndefined();
		expect(actor(-2)?.type).toBe('service');
	});

	test('a failed sign-in of nobody belongs to the account that was tried', () => {
		const event = eventOf(gitlab, {
			...BASE,
			author_id: -1,
			author_name: 'An unauthenticated user',
			entity_type: 'User',
			target_type: 'User',
			target_id: 36,
			target_details: 'bob',
			event_type: 'login_failed_with_standard_authentication',
			details: {},
		});
		expect(event).toMatchObject({ activity: 'login.failed', ok: false, actor: { id: 'bob' } });
	});

	test('a new member gets a role on a place', () => {
		const event = eventOf(gitlab, {
			...BASE,
			entity_type: 'Group',
			entity_path: 'example',
			target_type: 'User',
			target_id: 36,
			target_details: 'Bob',
			event_type: 'member_created',
			details: { add: 'user_access', as: 'Owner' },
		});
		expect(event).toMatchObject({
			activity: 'role.grant',
			target: { type: 'user', id: 'bob', aliases: ['gitlab:36'] },
			details: { role: 'group:owner', place: 'example' },
		});
		expect(
			['group:owner', 'project:maintainer', 'group:developer', 'group:guest', 'group:custom'].map((role) =>
				gitlab.roleTier?.(role),
			),
		).toEqual([1, 2, 3, 0, undefined]);
	});

	test.each([
		['Public', false],
		['Private', true],
		['Internal', true],
	])('a repository made %s: restricted is %s', (to, restricted) => {
		const details = { change: 'visibility', from: 'Internal', to };
		expect(eventOf(gitlab, { ...BASE, event_type: 'project_visibility_level_updated', details })).toMatchObject({
			activity: 'repo.visibility',
			restricted,
		});
	});

	test('a password changed by somebody else locks out, one’s own is a credential', () => {
		const change = (author_id: number) =>
			eventOf(gitlab, {
				...BASE,
				author_id,
				entity_type: 'User',
				target_type: 'User',
				target_id: 36,
				event_type: 'user_password_updated',
				details: {},
			}).activity;
		expect([change(12), change(36)]).toEqual(['account.lockout', 'credential.add']);
	});

	test('a removed member keeps the account', () => {
		expect(
			eventOf(gitlab, { ...BASE, target_type: 'User', event_type: 'member_destroyed', details: {} }).details?.['partial'],
		).toBe(true);
	});
});

describe('GitLab export formats', () => {
	test.each([
		['api', 'api.json'],
		['api', 'api-text.json'],
		['dotted', 'dotted.csv'],
	] as const)('%s (%s) gives the same events as the stream', (format, file) => {
		const found = eventsOf(gitlab, readFixture('gitlab', file));
		expect(new Set(found.map((one) => one.format))).toEqual(new Set([format]));
		const without = format === 'dotted' ? (['scopes'] as const) : [];
		expect(found.map(({ event }) => comparable(event, [], without))).toEqual(
			chosen.map(({ event }) => comparable(event, [], without)),
		);
	});

	test.each(['stream-dotted.csv', 'stream-text.csv'])('%s says of its rows what the stream says', (file) => {
		const found = eventsOf(gitlab, readFixture('gitlab', file));
		expect(new Set(found.map(({ format }) => format))).toEqual(new Set(['stream']));
		expect(found.map(({ event }) => comparable(event, [], []))).toEqual(
			stream.slice(0, found.length).map(({ event }) => comparable(event, [], [])),
		);
	});

	test('the log file is read without `details`', () => {
		const found = eventsOf(gitlab, readFixture('gitlab', 'log-file.ndjson'));
		expect(found.map(({ format, event }) => [format, event.operation, event.activity])).toEqual([
			['log-file', 'change visibility', 'repo.visibility'],
			['log-file', 'add user_access', 'role.grant'],
		]);
		expect(found[0]?.event).toMatchObject({ restricted: false, target: { id: 'example/payments' }, actor: { id: 'ana' } });
	});

	test.each(['elastic', 'elastic-flat'])('%s gives the same events as the log file', (format) => {
		const found = eventsOf(gitlab, readFixture('gitlab', `${format}.ndjson`));
		expect(new Set(found.map((one) => one.format))).toEqual(new Set([format]));
		const native = eventsOf(gitlab, readFixture('gitlab', 'log-file.ndjson'));
		expect(found.map(({ event }) => comparable(event))).toEqual(native.map(({ event }) => comparable(event)));
	});

	test('the sentences of the CSV are understood, unknown ones kept', () => {
		const found = eventsOf(gitlab, readFixture('gitlab', 'csv.csv')).map(({ event }) => event);
		expect(found.map((event) => [event.operation, event.activity])).toEqual([
			['repository_download_operation', 'repo.download'],
			['add user_access', 'role.grant'],
			['change visibility', 'repo.visibility'],
			['failed login', 'login.failed'],
			['Renamed the moon', 'other'],
		]);
		expect(found[1]).toMatchObject({ target: { id: 'bob' }, details: { role: 'group:owner' } });
		expect(found[2]?.details).toMatchObject({ visibility: 'public', oldVisibility: 'private' });
	});

	test('a hostile member reaches nothing', () => {
		const hostile = JSON.parse(
			'{"id":"1","author_id":1,"entity_id":1,"entity_type":"User","created_at":"2026-03-02T09:00:00Z","event_type":"user_created","__proto__":{"x":1},"details":{"__proto__":{"y":1}}}',
		) as JsonObject;
		expect(eventOf(gitlab, hostile).activity).toBe('account.create');
		expect(({} as Record<string, unknown>)['x']).toBeUndefined();
	});

	test('a record of another platform is refused', () => {
		expect(prepare(gitlab).recognise({ author_id: 1, entity_type: 'User', created_at: 'x' })).toBeUndefined();
	});
});
