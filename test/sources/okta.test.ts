import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { okta } from '../../src/sources/okta/index.ts';
import { normalise, readExpected, without } from './expectations.ts';
import { eventOf, readFixture, silentRules } from './fixture-events.ts';

const all = normalise(okta, readFixture('okta', 'system-log.ndjson'));

function record(eventType: string, members: JsonObject = {}): JsonObject {
	return {
		uuid: 'c0ffee00-0000-11f1-8cbe-000000000001',
		published: '2026-03-04T10:00:00.000Z',
		eventType,
		outcome: { result: 'SUCCESS' },
		actor: { id: '00u1ana', type: 'User', alternateId: 'ana@example.com', displayName: 'Ana Alves' },
		...members,
	};
}

/** A step of a sign-in that ended so. */
function ended(eventType: string, result: string): JsonObject {
	return record(eventType, { outcome: { result } });
}

describe('activities', () => {
	test('every rule fires on a fixture', () => {
		expect(silentRules(okta, all.native)).toEqual([]);
	});

	test('each fixture means what was written down for it', () => {
		expect(Object.fromEntries(all.events.map((event) => [event.ref.id, event.activity]))).toEqual(readExpected('okta'));
	});

	test('a lockout after wrong passwords is a failed sign-in, not a removal', () => {
		const target = [{ id: '00u1ana', type: 'User', alternateId: 'ana@example.com' }];
		const event = eventOf(okta, record('user.account.lock', { outcome: { result: 'FAILURE', reason: 'LOCKED_OUT' }, target }));
		expect(event).toMatchObject({ activity: 'login.failed', ok: false, details: { automatic: true, reason: 'LOCKED_OUT' } });
		expect(eventOf(okta, record('user.account.lock')).activity).toBe('login.failed');
	});

	test('a lock by Okta itself is a failed sign-in of the account that is locked', () => {
		const actor = { id: 'system', type: 'SystemPrincipal', alternateId: 'system@okta.com', displayName: 'Okta System' };
		const target = [{ id: '00u1bo', type: 'User', alternateId: 'bo@example.com', displayName: 'Bo' }];
		expect(eventOf(okta, record('user.account.lock', { actor, target }))).toMatchObject({
			activity: 'login.failed',
			actor: { type: 'user', id: 'bo@example.com', name: 'Bo', email: 'bo@example.com', aliases: ['00u1bo'] },
		});
	});

	test.each(['user.session.start', 'user.authentication.auth_via_mfa', 'user.authentication.sso'])(
		'%s is a sign-in only once it is decided',
		(step) => {
			const meaning = (result: string) => eventOf(okta, ended(step, result)).activity;
			expect(['SUCCESS', 'ALLOW', 'UNKNOWN'].map(meaning)).toEqual(['login', 'login', 'login']);
			expect(['FAILURE', 'UNANSWERED', 'RATE_LIMIT'].map(meaning)).toEqual(['login.failed', 'login.failed', 'login.failed']);
			expect(['CHALLENGE', 'SKIPPED', 'DEFERRED'].map(meaning)).toEqual(['other', 'other', 'other']);
		},
	);

	test('the app memberships that a deactivation ends are marked as downstream, on the account in the app', () => {
		const target = [
			{ id: '0oa1', type: 'AppInstance', alternateId: 'Wiki', displayName: 'Wiki' },
			{ id: '00u1bo', type: 'User', alternateId: 'Bo@example.com', displayName: 'Bo' },
		];
		expect(eventOf(okta, record('application.user_membership.remove', { target }))).toMatchObject({
			activity: 'account.disable',
			target: { type: 'app-user', id: 'bo@example.com', aliases: ['00u1bo'] },
			app: { id: '0oa1', name: 'Wiki' },
			details: { downstream: true },
		});
	});

	test('one password reset is self-service or a lockout, depending on who asked', () => {
		const of = (id: string) => eventOf(okta, record('user.account.reset_password', { target: [{ id, type: 'User' }] })).activity;
		expect([of('00u1ana'), of('00u1bo')]).toEqual(['other', 'account.lockout']);
	});

	test('what the platform takes away by itself is marked, what a person takes is not', () => {
		const target = [{ id: '00u1bo', type: 'User' }];
		const by = (type: string) =>
			eventOf(okta, record('user.account.reset_password', { target, actor: { id: 'x1', type, alternateId: 'x@example.com' } }));
		expect(by('SystemPrincipal')).toMatchObject({ activity: 'account.lockout', details: { automatic: true } });
		expect(by('User')).toMatchObject({ activity: 'account.lockout' });
		expect(by('User').details?.['automatic']).toBeUndefined();
	});

	test('taking a role away grants nothing', () => {
		const debugContext = { debugData: { privilegeGranted: 'Super administrator' } };
		const event = eventOf(okta, record('user.account.privilege.revoke', { debugContext }));
		expect(event).toMatchObject({ activity: 'admin.change', details: { change: 'revoke' } });
	});
});

describe('facts', () => {
	test('people are their login in lower case, with the vendor id as an alias', () => {
		expect(all.events[0]?.actor).toEqual({
			type: 'user',
			id: 'ana@example.com',
			name: 'Ana Alves',
			email: 'ana@example.com',
			aliases: ['00u1ana0000000000001'],
		});
	});

	test('a name typed for an unknown account is never carried over, an address is', () => {
		const typed = (alternateId: string) =>
			eventOf(
				okta,
				record('user.session.start', { outcome: { result: 'FAILURE' }, actor: { id: 'unknown', type: 'User', alternateId } }),
			);
		expect(typed('hunter2').actor).toBeUndefined();
		expect(typed('p@ss w0rd.x').actor).toBeUndefined();
		expect(typed('Nobody@example.org').actor).toEqual({ type: 'user', id: 'nobody@example.org', email: 'nobody@example.org' });
	});

	test('system principals and OAuth clients are not people', () => {
		const type = (kind: string) => eventOf(okta, record('user.session.end', { actor: { id: 'x1', type: kind } })).actor?.type;
		expect([type('SystemPrincipal'), type('PublicClientApp'), type('User')]).toEqual(['system', 'app', 'user']);
	});

	test('a target is picked by its type, wherever it stands', () => {
		const user = { id: '00u1bo', type: 'User', alternateId: 'bo@example.com' };
		const app = { id: '0oa1', type: 'AppInstance', alternateId: 'Wiki' };
		const id = (target: JsonObject[]) => eventOf(okta, record('user.lifecycle.suspend', { target })).target?.id;
		expect([id([user, app]), id([app, user])]).toEqual(['bo@example.com', 'bo@example.com']);
	});

	test('a consent gives its scopes and its client, from the targets', () => {
		const target = ['okta.users.manage', 'okta.logs.read'].map((displayName) => ({
			id: `oag-${displayName}`,
			type: 'ConsentGrant',
			alternateId: null,
			displayName,
			detailEntry: { publicclientapp: '0oaCLIENT' },
		}));
		expect(eventOf(okta, record('app.oauth2.admin.consent.grant', { target }))).toMatchObject({
			scopes: ['okta.users.manage', 'okta.logs.read'],
			app: { id: '0oaclient' },
			details: { tenantWide: true },
		});
	});

	test('scopes are also read from debugData in either spelling, without brackets', () => {
		const scopes = (debugData: JsonObject) =>
			eventOf(okta, record('app.oauth2.consent.grant', { debugContext: { debugData } })).scopes;
		expect(scopes({ grantedScopes: 'openid, okta.users.read' })).toEqual(['openid', 'okta.users.read']);
		expect(scopes({ requested_scopes: '[openid, email]' })).toEqual(['openid', 'email']);
	});

	test('several roles in one event are joined, and a strong one makes it privileged', () => {
		const roles = (privilegeGranted: string) =>
			eventOf(okta, record('user.account.privilege.grant', { debugContext: { debugData: { privilegeGranted } } }));
		expect(roles('Read-only administrator, Super administrator')).toMatchObject({
			privileged: true,
			details: { role: 'Read-only administrator, Super administrator' },
		});
		expect(roles('Read only admin').privileged).toBeUndefined();
	});

	test.each([
		[
			'printed maps',
			{
				debugContext: {
					debugData: {
						risk: '{reasons=New City, New Device, level=HIGH}',
						behaviors: '{New Device=POSITIVE, a=b=NEGATIVE, New IP=NEGATIVE}',
					},
				},
			},
		],
		[
			'JSON text',
			{
				debugContext: {
					debugData: {
						logOnlySecurityData:
							'{"risk":{"level":"HIGH","reasons":"New City, New Device"},"behaviors":{"New Device":"POSITIVE"}}',
					},
				},
			},
		],
		[
			'securityContext',
			{
				securityContext: {
					risk: { level: 'HIGH', reasons: ['New City', 'New Device'] },
					userBehaviors: [
						{ name: 'New Device', result: 'POSITIVE' },
						{ name: 'New IP', result: 'NEGATIVE' },
					],
				},
			},
		],
	])('risk and behaviours are read from %s', (_, members) => {
		expect(eventOf(okta, record('user.session.start', members)).details).toEqual({
			step: 'session',
			risk: 'HIGH',
			riskReasons: 'New City, New Device',
			behaviors: 'New Device',
			newDevice: true,
			// Of high risk: see src/hunt/flagged.ts.
			alert: true,
		});
	});

	test('an anonymous tunnel counts as a proxy even where isProxy is false', () => {
		const debugContext = { debugData: { tunnels: '[{"anonymous":true,"operator":"EXAMPLE_VPN","type":"VPN"}]' } };
		expect(eventOf(okta, record('user.session.start', { debugContext, securityContext: { isProxy: false } })).proxy).toBe(true);
	});

	test('names the person behind an impersonation, and the API token', () => {
		const debugContext = { debugData: { originalPrincipal: { id: '00u9', type: 'User', alternateId: 'Helper@example.com' } } };
		const transaction = { id: 'tx', type: 'JOB', detail: { requestApiTokenId: '00T1' } };
		expect(eventOf(okta, record('user.lifecycle.suspend', { debugContext, transaction }))).toMatchObject({
			token: '00T1',
			tokenKind: 'SSWS',
			details: { impersonatedBy: 'helper@example.com', transaction: 'tx', job: true },
		});
	});

	test('what the system principal did for a user is that user’s, where the record names one', () => {
		const job = (originalPrincipal: JsonObject, eventType = 'user.lifecycle.deactivate') =>
			eventOf(
				okta,
				record(eventType, {
					actor: { id: 'okta.1', type: 'SystemPrincipal', alternateId: 'system@okta.com', displayName: 'Okta System' },
					transaction: { id: 'tx', type: 'JOB', detail: {} },
					debugContext: { debugData: { originalPrincipal } },
					target: [{ id: '00u1bo', type: 'User', alternateId: 'bo@example.com' }],
				}),
			);
		const cleo = { type: 'user', id: 'cleo@example.com', email: 'cleo@example.com', aliases: ['00u1cleo'] };
		const named = job({ id: '00u1CLEO', type: 'User', alternateId: 'Cleo@example.com' });
		expect(named.actor).toEqual(cleo);
		expect(named.details).toEqual({ transaction: 'tx', job: true, via: 'system@okta.com' });
		// A collector that gives each key a column may leave the type out.
		expect(job({ id: '00u1CLEO', alternateId: 'Cleo@example.com' }).actor).toEqual(cleo);
		const unnamed = job({ id: 'okta.2', type: 'SystemPrincipal', alternateId: 'system@okta.com' });
		expect(unnamed).toMatchObject({ actor: { type: 'system' }, details: { impersonatedBy: 'system@okta.com' } });
		// Somebody's own password, reset by Okta for that very person, is no lockout; somebody else's is.
		expect(job({ id: '00u1bo', type: 'User', alternateId: 'bo@example.com' }, 'user.account.reset_password').activity).toBe(
			'other',
		);
		expect(job({ id: '00u1cleo', type: 'User' }, 'user.account.reset_password')).toMatchObject({
			activity: 'account.lockout',
			details: { via: 'system@okta.com' },
		});
	});

	test('placeholders are absent facts, and a record of nothing but its required members is an event', () => {
		const bare = {
			eventType: 'user.session.start',
			published: '2026-03-04T10:00:00Z',
			target: null,
			client: { zone: 'null', ipAddress: 'unknown' },
		};
		expect(without(eventOf(okta, bare), [])).toEqual({
			time: Date.UTC(2026, 2, 4, 10),
			platform: 'okta',
			activity: 'login',
			operation: 'user.session.start',
			ref: undefined,
			details: { step: 'session' },
		});
	});

	test('an id that stands for nothing is weak', () => {
		expect(['unknown', '00000000-0000-0000-0000-000000000000'].map((id) => okta.weakId?.(id))).toEqual([true, true]);
		expect(okta.weakId?.('5d730bf4-8b95-11ea-8cbe-bf2eaab2e9ef')).toBe(false);
	});
});

describe('formats', () => {
	const native = normalise(okta, readFixture('okta', 'api-page.json')).events;
	const judged = ['alert', 'risk', 'riskReasons', 'behaviors', 'newDevice', 'newIp', 'role', 'rootSession'].map(
		(name) => `details.${name}`,
	);

	test.each([
		['panther.ndjson', 'panther', []],
		['event-hook.ndjson', 'event-hook', []],
		['eventbridge.ndjson', 'eventbridge', []],
		// What stood only in debugData and in the fifth target is gone: the consent's client, the granted role, the judgement.
		['console.csv', 'console-csv', ['asn', 'asOrg', 'proxy', 'token', 'tokenKind', 'device', 'privileged', ...judged]],
		['elastic.ndjson', 'elastic', []],
		['elastic-discover.csv', 'elastic-flat', []],
		['sentinel-okta-cl.csv', 'sentinel-okta-cl', []],
		['sentinel-oktav2-cl.csv', 'sentinel-oktav2-cl', ['details.rootSession']],
	] as const)('%s gives the same events', (file, format, lost) => {
		const read = normalise(okta, readFixture('okta', file));
		expect(read.formats).toEqual([format]);
		const skip = format === 'console-csv' ? [...lost, 'app'] : lost;
		expect(read.events.map((event) => without(event, skip))).toEqual(native.map((event) => without(event, skip)));
		for (const fact of okta.formats.find(({ id }) => id === format)?.lacks ?? []) {
			expect(read.events.filter((event) => fact in event)).toEqual([]);
		}
	});
});

describe('tables made from records', () => {
	const [first, second, third, fourth] = all.events;

	test('dotted names, with lists as Python prints them, in numbered columns or as JSON, give the same events', () => {
		const read = normalise(okta, readFixture('okta', 'dotted.csv'));
		expect(read.formats).toEqual(['dotted']);
		expect(read.events.map((event) => without(event, []))).toEqual(
			[first, second, third].map((event) => event && without(event, [])),
		);
	});

	test('names joined by a slash or an underscore give the same events', () => {
		const read = normalise(okta, [...readFixture('okta', 'joined.csv'), ...readFixture('okta', 'joined.ndjson')]);
		expect(read.formats).toEqual(['joined']);
		expect(read.events.map((event) => without(event, []))).toEqual([first, third].map((event) => event && without(event, [])));
	});

	test('nested members as JSON or as Python prints them give the same events', () => {
		const read = normalise(okta, readFixture('okta', 'event-text.csv'));
		expect(read.formats).toEqual(['event-text']);
		expect(read.events.slice(0, 3).map((event) => without(event, []))).toEqual(
			[first, second, third].map((event) => event && without(event, [])),
		);
	});

	test('of what PowerShell exports one level is there: who, from where, whether it went well', () => {
		const [, , , exported] = normalise(okta, readFixture('okta', 'event-text.csv')).events;
		for (const fact of ['time', 'activity', 'operation', 'actor', 'ip', 'asn', 'session', 'ok'] as const) {
			expect([fact, exported?.[fact]]).toEqual([fact, fourth?.[fact]]);
		}
		expect(exported).not.toHaveProperty('target');
		expect(exported).not.toHaveProperty('userAgent');
	});

	test('a failed sign-in stays one', () => {
		const row = { uuid: 'u', published: '2026-03-04T10:00:00.000Z', eventType: 'user.session.start' };
		expect(eventOf(okta, { ...row, actor: '@{id=00u1; type=User}', outcome: '@{result=FAILURE; reason=}' }).activity).toBe(
			'login.failed',
		);
		expect(eventOf(okta, { ...row, 'actor.alternateId': 'ana@example.com', 'outcome.result': 'FAILURE' }).activity).toBe(
			'login.failed',
		);
	});
});

test('an event taken out of a hook body is told from one of the log, so that the two are one event in two formats', () => {
	const [body] = readFixture('okta', 'event-hook.ndjson');
	const [first] = okta.formats.find(({ id }) => id === 'event-hook')?.reshape?.(body ?? {}) ?? [];
	expect(normalise(okta, first === undefined ? [] : [first]).formats).toEqual(['event-hook-event']);
});

describe('tiers', () => {
	test('scopes', () => {
		const tiers = (...scopes: string[]) => scopes.map((scope) => okta.scopeTier?.(scope, false));
		expect(
			tiers('okta.users.manage', 'okta.logs.read', 'okta.brands.manage', 'okta.users.read.self', 'openid', 'wiki:read'),
		).toEqual([1, 2, 3, 3, 0, undefined]);
		// Alone it is as harmless as the sign-in that asks for it.
		expect(tiers('offline_access')).toEqual([0]);
	});

	test('roles by name and by any display name', () => {
		const tiers = (...roles: string[]) => roles.map((role) => okta.roleTier?.(role));
		expect(
			tiers('SUPER_ADMIN', 'Organization administrator', 'Help Desk administrator', 'Application administrator (all)'),
		).toEqual([1, 1, 2, 2]);
		expect(tiers('Read-only Administrator', 'Read only admin', 'REPORT_ADMIN', 'Night watch')).toEqual([3, 3, 3, undefined]);
	});
});

test('the console filter cannot be broken out of', () => {
	expect(okta.consoleFilter?.('a" or "b', 'S', 'E')).toBe(
		'actor.alternateId eq "a\\" or \\"b" and published ge "S" and published lt "E"',
	);
});
