import { describe, expect, test } from '@jest/globals';
import type { Activity } from '../../src/model/activity.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { FieldName } from '../../src/model/source.ts';
import { github } from '../../src/sources/github/index.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { comparable, eventOf, eventsOf, expectedActivities, readFixture, silentRules } from './fixture-events.ts';

const api = eventsOf(github, readFixture('github', 'api.ndjson'));
const chosen = eventsOf(github, readFixture('github', 'chosen.json'));

const BASE = { '@timestamp': 1_772_442_000_000, _document_id: 'Ab12Cd34Ef56Gh78Ij90Kl', actor: 'Octo-Ana', org: 'octo-org' };

describe('GitHub activities', () => {
	test('every record of the fixture means what the list beside it says', () => {
		expect(api.map(({ event }) => [event.operation, event.activity])).toEqual(
			expectedActivities('github').map(([o, a]) => [o, a]),
		);
	});

	test('every rule of the table fires on a record of the fixture', () => {
		expect(
			silentRules(
				github,
				api.map(({ native }) => native),
			),
		).toEqual([]);
	});

	test.each([
		['git.clone', 'repo.clone'],
		['git.fetch', 'repo.fetch'],
		['git.push', 'repo.push'],
		['repo.download_zip', 'repo.download'],
		['integration_installation.create', 'app.install'],
		['oauth_access.create', 'token.create'],
		['public_key.create', 'credential.add'],
		['org.remove_member', 'account.disable'],
		['org.revoke_sso_session', 'account.lockout'],
		['user.delete', 'account.delete'],
		['passkey.register', 'mfa.change'],
		['user.failed_login', 'login.failed'],
		['user.logout', 'other'],
	])('%s is %s', (action, activity) => {
		expect(eventOf(github, { ...BASE, action }).activity).toBe(activity);
	});
});

describe('GitHub facts', () => {
	test('a clone says who, with which token, from where, and that the repository is private', () => {
		const clone = api.find(({ event }) => event.operation === 'git.clone')?.event;
		expect(clone).toMatchObject({
			actor: { type: 'user', id: 'octo-ana', email: 'ana@example.com', aliases: ['ana@example.com', 'github:4711'] },
			target: { type: 'repository', id: 'octo-org/payments' },
			restricted: true,
			token: 'q83vEjRWeJC1t2k9bWnXyA4mS0sK1c1Zy8bqGf9l5oE=',
			tokenKind: 'Personal access token (classic)',
			scopes: ['repo', 'read:org'],
			ip: '198.51.100.9',
			country: 'DE',
			userAgent: 'git/2.43.0',
			details: { transport: 'http' },
		});
	});

	test('an empty actor on a git event is no actor, and a public repository is not restricted', () => {
		const fetch = eventOf(github, { ...BASE, action: 'git.fetch', actor: '', user: '', user_id: 0, repository_public: true });
		expect(fetch.actor).toBeUndefined();
		expect(fetch.restricted).toBe(false);
	});

	test('without a visibility nothing is said about restriction', () => {
		expect(eventOf(github, { ...BASE, action: 'git.clone', repo: 'octo-org/x' }).restricted).toBeUndefined();
		expect(eventOf(github, { ...BASE, action: 'git.clone', repo: 'octo-org/x', visibility: 'internal' }).restricted).toBe(true);
		expect(eventOf(github, { ...BASE, action: 'git.clone', repo: 'octo-org/x', public_repo: false }).restricted).toBe(true);
	});

	test.each([
		[{ actor: 'dependabot[bot]' }, 'app'],
		[{ actor: 'octo-robot', actor_is_bot: true }, 'service'],
		[{ actor: 'octo-robot', actor_is_bot: 'True' }, 'service'],
		[{ actor: 'octo-ana', actor_is_bot: 'False' }, 'user'],
	])('%j acts as %s', (facts, type) => {
		expect(eventOf(github, { ...BASE, action: 'git.clone', ...facts }).actor?.type).toBe(type);
	});

	test('a token id of zero is no token', () => {
		expect(eventOf(github, { ...BASE, action: 'git.clone', token_id: 0 }).token).toBeUndefined();
		expect(eventOf(github, { ...BASE, action: 'git.clone', token_id: 77 }).token).toBe('77');
	});

	test.each([
		'integration_installation.create',
		'integration_installation.version_updated',
		'personal_access_token.access_granted',
		'personal_access_token.create',
	])('the scopes of the token in use are not what %s grants', (action) => {
		const facts = { integration: 'Acme CI', token_scopes: 'admin:org,repo', hashed_token: 'tok=' };
		const event = eventOf(github, { ...BASE, action, ...facts });
		expect(event.scopes).toBeUndefined();
		expect(event.details).toMatchObject({ tokenScopes: 'admin:org repo' });
		expect(eventOf(github, { ...BASE, action, ...facts, permissions: { contents: 'read' } }).scopes).toEqual(['contents:read']);
	});

	test.each(['oauth_authorization.create', 'oauth_access.update', 'oauth_access.create'])(
		'the scopes of %s are those of the application',
		(action) => {
			const event = eventOf(github, { ...BASE, action, oauth_application_name: 'Mail Sorter', token_scopes: 'repo,read:org' });
			expect(event.scopes).toEqual(['repo', 'read:org']);
		},
	);

	test('the scopes of a credential that is let in through single sign-on are those of the credential', () => {
		const event = eventOf(github, { ...BASE, action: 'org_credential_authorization.grant', token_id: 77, token_scopes: 'repo' });
		expect(event).toMatchObject({ activity: 'app.grant', scopes: ['repo'] });
		expect(event.details?.['tokenScopes']).toBeUndefined();
	});

	test('permissions in a map become scopes', () => {
		const event = eventOf(github, {
			...BASE,
			action: 'integration_installation.version_updated',
			integration: 'Acme CI',
			permissions_added: { members: 'write', contents: 'read' },
		});
		expect(event.scopes).toEqual(['contents:read', 'members:write']);
		expect(event.app).toEqual({ id: 'acme ci', name: 'Acme CI' });
	});
});

describe('GitHub roles and removals', () => {
	test('a role below `data` is read beside a timestamp too', () => {
		const data = { permission: 'admin', old_permission: 'read' };
		expect(eventOf(github, { ...BASE, action: 'org.update_member', user: 'bob', data })).toMatchObject({
			activity: 'role.grant',
			details: { role: 'organization:admin', oldRole: 'organization:read' },
		});
		expect(eventOf(github, { ...BASE, action: 'org.add_member', user: 'bob', data }).activity).toBe('role.grant');
	});

	test('a member made owner is a grant, an owner made member is none', () => {
		const change = (facts: object) => eventOf(github, { ...BASE, action: 'org.update_member', user: 'Bob', ...facts });
		expect(change({ permission: 'admin', old_permission: 'read' })).toMatchObject({
			activity: 'role.grant',
			target: { type: 'user', id: 'bob' },
			details: { role: 'organization:admin', oldRole: 'organization:read' },
		});
		expect(change({ permission: 'read', old_permission: 'admin' }).activity).toBe('admin.change');
		expect(change({}).activity).toBe('role.grant');
	});

	test('the person removed is the target; a team or repository removal is partial', () => {
		const removed = eventOf(github, { ...BASE, action: 'org.remove_member', user: 'Bob', user_id: 4712 });
		expect(removed.target).toEqual({ type: 'user', id: 'bob', aliases: ['github:4712'] });
		expect(removed.details?.['partial']).toBeUndefined();
		for (const action of ['team.remove_member', 'repo.remove_member', 'external_group.remove_member']) {
			expect(eventOf(github, { ...BASE, action, user: 'bob', repo: 'octo-org/x' })).toMatchObject({
				activity: 'account.disable',
				target: { type: 'user', id: 'bob' },
				details: { partial: true },
			});
		}
	});

	test('a blocked person is the target', () => {
		expect(eventOf(github, { ...BASE, action: 'org.block_user', blocked_user: 'Mallory' }).target).toEqual({
			type: 'user',
			id: 'mallory',
		});
	});

	test('owners and full scopes are the strongest', () => {
		expect(
			['organization:admin', 'repository:admin', 'repository:write', 'repository:read', 'unheard-of'].map((role) =>
				github.roleTier?.(role),
			),
		).toEqual([1, 2, 3, 0, undefined]);
		expect(
			['repo', 'contents:read', 'read:org', 'user:email', 'issues:read', 'new:power'].map((scope) =>
				github.scopeTier?.(scope, false),
			),
		).toEqual([1, 2, 3, 0, 0, undefined]);
	});
});

describe('GitHub API requests', () => {
	const call = (method: string, route: string, status = 200) =>
		eventOf(github, { ...BASE, action: 'api.request', request_method: method, route, status_code: status });

	test.each([
		['GET', '/repos/{owner}/{repo}/tarball/{ref}', 'repo.download'],
		['GET', '/repos/{owner}/{repo}/zipball/{ref}', 'repo.download'],
		['GET', '/repos/{owner}/{repo}/contents/{path}', 'repo.download'],
		['GET', '/repos/{owner}/{repo}/git/blobs/{file_sha}', 'repo.download'],
		['GET', '/orgs/{org}/migrations/{migration_id}/archive', 'repo.download'],
		['PUT', '/repos/{owner}/{repo}/contents/{path}', 'api.call'],
		['GET', '/repos/{owner}/{repo}/pulls', 'api.call'],
	])('%s %s is %s', (method, route, activity) => {
		expect(call(method, route).activity).toBe(activity);
	});

	test('the status says whether it succeeded, the address which repository', () => {
		expect(call('GET', '/repos/{owner}/{repo}/tarball/{ref}', 302).ok).toBe(true);
		expect(call('GET', '/repos/{owner}/{repo}/tarball/{ref}', 404).ok).toBe(false);
		const event = eventOf(github, {
			...BASE,
			action: 'api.request',
			request_method: 'GET',
			url_path: '/repos/octo-org/pay/zipball/main',
		});
		expect(event).toMatchObject({ activity: 'repo.download', target: { type: 'repository', id: 'octo-org/pay' } });
	});
});

describe('GitHub export formats', () => {
	test.each([
		['csv', 'csv.csv', []],
		['csv-timestamp', 'csv-timestamp.csv', []],
		['elastic', 'elastic.ndjson', []],
		['elastic-flat', 'elastic-flat.ndjson', []],
		['sentinel', 'sentinel.json', []],
		['panther', 'panther.ndjson', []],
		['wazuh', 'wazuh.ndjson', []],
		['api-data', 'api-data.ndjson', []],
		['enterprise-server', 'enterprise-server.ndjson', ['session']],
	] as const)('%s gives the same events as the API', (format, file, also: readonly FieldName[]) => {
		const found = eventsOf(github, readFixture('github', file));
		expect(new Set(found.map((one) => one.format))).toEqual(new Set([format]));
		// The Sentinel table has no column for a webhook's address; the server's log knows no token.
		const lacks = [...(github.formats.find(({ id }) => id === format)?.lacks ?? []), ...also];
		const strip = (one: (typeof found)[number]) => {
			const facts = comparable(one.event, lacks);
			if (format !== 'sentinel' || one.event.operation !== 'hook.create') return facts;
			return { ...facts, details: { ...one.event.details, url: undefined } };
		};
		expect(found.map(strip)).toEqual(chosen.map(strip));
	});

	test('what stands inside a Wazuh alert is the same with and without the alert around it', () => {
		const alerts = readFixture('github', 'wazuh.ndjson');
		const inner = alerts.map((alert) => (alert as unknown as { data: { github: JsonObject } }).data.github);
		const bare = eventsOf(github, inner);
		expect(new Set(bare.map((one) => one.format))).toEqual(new Set(['api-text']));
		expect(bare.map(({ event }) => comparable(event))).toEqual(chosen.map(({ event }) => comparable(event)));
	});

	test('the git export and the export of 2020 give the same as far as they carry it', () => {
		for (const [format, file] of [
			['git-export', 'git-export.ndjson'],
			['legacy-json', 'legacy-json.ndjson'],
		] as const) {
			const found = eventsOf(github, readFixture('github', file));
			expect(new Set(found.map((one) => one.format))).toEqual(new Set([format]));
			for (const { event } of found) {
				const twin = chosen.find((one) => one.event.time === event.time)?.event;
				expect(twin).toBeDefined();
				expect({ ...event, actor: event.actor?.id, ref: null }).toEqual({
					...Object.fromEntries(Object.entries(twin ?? {}).filter(([name]) => name in event)),
					actor: twin?.actor?.id,
					ref: null,
				});
			}
		}
	});

	test('a record of another platform with an `action` is refused', () => {
		const normaliser = prepare(github);
		expect(normaliser.recognise({ action: 'user_login', date_create: 1, actor: {}, '@timestamp': 1 })).toBeUndefined();
		expect(normaliser.recognise({ action: 'Modified', '@timestamp': '2026-01-01T00:00:00Z', user: 'x' })).toBeUndefined();
	});

	test('a prototype name in a record reaches nothing', () => {
		const hostile = JSON.parse(
			'{"action":"git.clone","created_at":"1772442000000","__proto__.polluted":"yes","data.__proto__.polluted":"yes"}',
		);
		expect(eventOf(github, hostile).activity).toBe('repo.clone');
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});
});

test('GitHub: short and repeated ids do not tell records apart', () => {
	expect(['123', '0000000000000000000000', 'Fx0001aZ9kQm3TbV7eRw2Y'].map((id) => github.weakId?.(id))).toEqual([
		true,
		true,
		false,
	]);
});

test('GitHub: the console filter names actor and days', () => {
	expect(github.consoleFilter?.('ana', '2026-01-01T05:00:00Z', '2026-01-02T05:00:00Z')).toBe(
		'actor:ana created:2026-01-01..2026-01-02',
	);
});

test('GitHub: git events, which the console never shows, are to be asked of the API', () => {
	const filter = (activity: Activity) =>
		github.consoleFilter?.('ana', '2026-01-01T05:00:00Z', '2026-01-02T05:00:00Z', new Set([activity]));
	expect(filter('repo.clone')).toMatch(/^actor:ana created:2026-01-01\.\.2026-01-02 \(.*API.*include=all\)$/);
	expect(filter('repo.download')).toBe('actor:ana created:2026-01-01..2026-01-02');
});
