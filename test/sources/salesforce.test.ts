import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { NormalisedEvent } from '../../src/model/event.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { parseCef } from '../../src/read/cef.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { canonicalId, writtenUserId } from '../../src/sources/salesforce/ids.ts';
import { salesforce } from '../../src/sources/salesforce/index.ts';
import { codeOf, readSentence } from '../../src/sources/salesforce/setup-audit-trail.ts';
import { cpuMs } from '../cpu.ts';
import { normalise, without } from './expectations.ts';
import { eventOf, readFixture, silentRules } from './fixture-events.ts';

const FILES = { setup: 'setup-audit-trail', log: 'event-log', live: 'real-time-events', history: 'login-history' } as const;
type Kind = keyof typeof FILES;
const KINDS = Object.keys(FILES) as Kind[];
const read = Object.fromEntries(
	KINDS.map((kind) => [kind, normalise(salesforce, readFixture('salesforce', `${FILES[kind]}.ndjson`))]),
);
const expected = JSON.parse(readFileSync(new URL('expected/salesforce.json', import.meta.url), 'utf8')) as Record<
	string,
	unknown[]
>;
const ANA = '0055j00000anaaaaaz';
/** Event types that no page of Salesforce's documents: here alone, not among the fixtures. */
const UNDOCUMENTED = ['ApiConnectedApp', 'ConnectedAppUsageEventStore', 'OAuthTokenRevoked'].map((EVENT_TYPE) => ({
	EVENT_TYPE,
	TIMESTAMP: '20260304120005.060',
	ORGANIZATION_ID: '00D5j000000OrgA',
	USER_NAME: 'ana@example.com',
	CONNECTED_APP_ID: '0H45j000000Xyz1',
	CONNECTED_APP_NAME: 'Example Loader',
	OAUTH_SCOPES: 'full refresh_token',
}));

function events(kind: Kind) {
	return read[kind]?.events ?? [];
}

function facts(list: ReturnType<typeof events>, lost: readonly string[] = []) {
	return list.map((event) => without(event, lost));
}

function change(Action: string, Display: string, more: JsonObject = {}): JsonObject {
	return {
		Action,
		Display,
		Section: 'Manage Users',
		CreatedDate: '2026-03-04T09:00:00.000+0000',
		CreatedById: '0055j00000AnaAAAAZ',
		...more,
	};
}

/** A step of a query by the second version of the bulk interface. */
function step(JOB_STATUS: string): JsonObject {
	const row = {
		EVENT_TYPE: 'BulkApi2',
		TIMESTAMP: '20260304120005.060',
		ORGANIZATION_ID: '00D5j000000OrgA',
		USER_ID: '0055j00000AnaAA',
	};
	return { ...row, JOB_ID: '7505j00000JobAD', OPERATION_TYPE: 'query', JOB_STATUS };
}

/** A part of a large report. */
const FURTHER_PART = { EventObject: 'ReportEvent', EventDate: '2026-03-04T12:00:05Z', EventIdentifier: 'e', Sequence: 2 };

describe('activities', () => {
	test('every rule fires on a fixture', () => {
		const nameless = normalise(salesforce, readFixture('salesforce', 'detection-part.ndjson')).native;
		const natives = KINDS.flatMap((kind) => read[kind]?.native ?? []);
		expect(silentRules(salesforce, [...natives, ...UNDOCUMENTED, ...nameless])).toEqual([]);
	});

	test.each(KINDS)('each record of %s means what was written down for it', (kind) => {
		expect(events(kind).map((event) => event.activity)).toEqual(expected[kind]);
	});

	test('the console’s sentences lead to the codes of the API', () => {
		const csv = normalise(salesforce, readFixture('salesforce', 'setup-audit-trail.csv')).events;
		expect(csv.map((event) => [event.operation, event.activity])).toEqual(expected['setup-csv']);
	});

	test('codes are told apart whatever their capitals, and shown in one spelling', () => {
		const event = eventOf(salesforce, change('PERMSETASSIGN', 'Permission Set Manage Users: assigned to user bo@example.com'));
		expect(event).toMatchObject({
			activity: 'role.grant',
			operation: 'PermSetAssign',
			privileged: true,
			target: { type: 'user', id: 'bo@example.com' },
			details: { role: 'Manage Users' },
		});
	});

	test('a profile change says from what to what', () => {
		const text = 'Changed profile for user Bo Berg (UserID: [0055j0000BoBerg]) from Standard User to System Administrator';
		expect(eventOf(salesforce, change('changedprofileforuser', text))).toMatchObject({
			activity: 'role.grant',
			privileged: true,
			target: { type: 'user', id: canonicalId('0055j0000BoBerg'), name: 'Bo Berg' },
			details: { before: 'Standard User', role: 'System Administrator' },
		});
	});

	test.each([
		['System Administrator', 'Standard User', { activity: 'admin.change', privileged: undefined, change: 'revoke' }],
		[
			'System Administrator',
			'Minimum Access - Salesforce',
			{ activity: 'admin.change', privileged: undefined, change: 'revoke' },
		],
		// What a profile of one's own holds is not known: it is taken to be more.
		['Desk', 'Standard User', { activity: 'admin.change', privileged: undefined, change: 'revoke' }],
		['Minimum Access - Salesforce', 'Standard User', { activity: 'role.grant', privileged: undefined, change: undefined }],
		['Standard User', 'Desk', { activity: 'role.grant', privileged: undefined, change: undefined }],
		['Standard User', 'System Administrator', { activity: 'role.grant', privileged: true, change: undefined }],
	])('from %s to %s', (before, role, { activity, privileged, change: kind }) => {
		const text = `Changed profile for user bo@example.com from ${before} to ${role}`;
		const event = eventOf(salesforce, change('changedprofileforuserstdtostd', text));
		expect([event.activity, event.privileged, event.details?.['change']]).toEqual([activity, privileged, kind]);
		expect(event.details).toMatchObject({ before, role });
	});

	test('a new password set by an administrator in the user’s own session takes their access', () => {
		const own = { CreatedBy: { Username: 'bo@example.com' } };
		const text = 'Set new password for user bo@example.com';
		expect(eventOf(salesforce, change('changedpassword', text, own)).activity).toBe('other');
		expect(eventOf(salesforce, change('changedpassword', text, { ...own, DelegateUser: 'ana@example.com' }))).toMatchObject({
			activity: 'account.lockout',
			actor: { id: 'bo@example.com' },
			details: { impersonatedBy: 'ana@example.com' },
		});
	});

	test('event types that public rules know say which app got which scopes', () => {
		const grant = { app: { name: 'Example Loader' }, scopes: ['full', 'refresh_token'] };
		expect(UNDOCUMENTED.map((row) => eventOf(salesforce, row))).toMatchObject([
			{ ...grant, activity: 'app.grant' },
			{ ...grant, activity: 'app.grant' },
			{ ...grant, activity: 'admin.change', details: { change: 'revoke' } },
		]);
	});

	test('a lockout by wrong passwords is no removal', () => {
		expect(eventOf(salesforce, change('userlockedout', 'User locked out bo@example.com'))).toMatchObject({
			activity: 'login.failed',
			ok: false,
			details: { automatic: true },
		});
	});

	test('an unknown code counts by its section, an unknown sentence is named by it', () => {
		expect(eventOf(salesforce, change('brandNewCode', 'Something', { Section: 'Password Policies' }))).toMatchObject({
			activity: 'admin.change',
			operation: 'brandNewCode',
		});
		const row = {
			Date: '3/4/2026, 1:00:00 AM PST',
			User: 'ana@example.com',
			'Source Namespace Prefix': '',
			Action: 'Een zin',
			Section: 'Manage Users',
			'Delegate User': '',
		};
		expect(eventOf(salesforce, row)).toMatchObject({
			activity: 'other',
			operation: 'Setup: Manage Users',
			details: { text: 'Een zin' },
		});
	});
});

describe('facts', () => {
	test('an id alone is the actor, in one form for 15 and 18 characters', () => {
		const row = (more: JsonObject) => ({
			EVENT_TYPE: 'RestApi',
			TIMESTAMP: '20260304120005.060',
			ORGANIZATION_ID: '00D5j000000OrgA',
			...more,
		});
		const actors = [{ USER_ID: '0055j00000AnaAA' }, { USER_ID: '0055j00000AnaAA', USER_ID_DERIVED: '0055j00000AnaAAAAZ' }].map(
			(more) => eventOf(salesforce, row(more)).actor,
		);
		expect(actors[0]).toEqual({ type: 'user', id: ANA });
		expect(actors[1]).toEqual({ type: 'user', id: ANA });
	});

	test('ids that differ by case alone stay different', () => {
		expect(canonicalId('001A00000000abc')).not.toBe(canonicalId('001a00000000ABC'));
		// Worked by hand: capitals at the 4th place of the first chunk (8 = I), none, none.
		expect(canonicalId('001A00000000abc')).toBe('001a00000000abciaa');
	});

	test('a user name comes first, its id beside it', () => {
		expect(events('live')[0]?.actor).toEqual({ type: 'user', id: 'ana@example.com', email: 'ana@example.com', aliases: [ANA] });
	});

	test('times with an offset without colon, in digits, and with the zone of the console', () => {
		expect(events('setup')[0]?.time).toBe(Date.UTC(2026, 2, 4, 9));
		expect(events('log')[0]?.time).toBe(Date.UTC(2026, 2, 4, 12, 0, 5, 60));
		const at = (text: string) =>
			eventOf(salesforce, {
				Date: text,
				User: 'a@example.com',
				'Source Namespace Prefix': '',
				Action: 'Froze user b',
				Section: '',
				'Delegate User': '',
			}).time;
		expect(at('9/10/2026, 4:21:14 AM PDT')).toBe(Date.UTC(2026, 8, 10, 11, 21, 14));
		expect(at('9/10/2026, 4:21:14 PM CEST')).toBe(Date.UTC(2026, 8, 10, 14, 21, 14));
		expect(at('9/10/2026, 4:21:14 AM GMT+05:30')).toBe(Date.UTC(2026, 8, 9, 22, 51, 14));
		expect(at('9/10/2026, 4:21:14 AM')).toBe(Date.UTC(2026, 8, 10, 4, 21, 14));
		// Dots: the day first, and German summer time is two hours ahead.
		expect(at('10.09.2026, 04:21:14 MESZ')).toBe(Date.UTC(2026, 8, 10, 2, 21, 14));
	});

	test('an unknown zone is no time at all, rather than a wrong one', () => {
		const normaliser = prepare(salesforce);
		const made = normaliser.event({ CreatedDate: '9/10/2026, 4:21:14 AM QQQ', SetupAction: 'frozeuser' }, 'file', 1);
		expect(made).toMatchObject({ reason: 'bad-time' });
	});

	test('in "login as" the administrator acts and the user is acted upon', () => {
		const loginAs = [...events('log'), ...events('live')].filter((event) => event.operation.startsWith('LoginAs'));
		expect(loginAs.map((event) => event.actor?.id)).toEqual(['admin@example.com', 'admin@example.com']);
		expect(loginAs.map((event) => event.target?.type)).toEqual(['user', 'user']);
		expect(loginAs.map((event) => [event.target?.id, ...(event.target?.aliases ?? [])].includes(ANA))).toEqual([true, true]);
	});

	test('the support person behind a change is named', () => {
		expect(events('setup')[2]?.details).toMatchObject({ impersonatedBy: 'support@example.org' });
	});

	test('the process of the platform is no person', () => {
		expect(
			eventOf(salesforce, change('deactivateduser', 'Deactivated user x', { CreatedBy: { Username: 'Automated Process' } })).actor
				?.type,
		).toBe('system');
	});

	test('a connected app is known by its name, in the trail and in its calls; without one by its id', () => {
		const call = {
			EventDate: '2026-03-04T12:00:05Z',
			EventIdentifier: 'e',
			QueriedEntities: 'Account',
			ApiType: 'REST',
			ConnectedAppId: '0H45j000000Xyz1',
		};
		const made = eventOf(salesforce, change('insertConnectedApplication', 'Created Connected App Example Loader'));
		const used = eventOf(salesforce, { ...call, Application: 'Example Loader' });
		expect([made.app, used.app]).toEqual([
			{ id: 'example loader', name: 'Example Loader' },
			{ id: 'example loader', name: 'Example Loader' },
		]);
		expect(used.details).toMatchObject({ appId: '0h45j000000xyz1' });
		expect(eventOf(salesforce, { ...call, Application: 'N/A' }).app).toEqual({ id: '0h45j000000xyz1' });
		// A client says what it likes.
		expect(eventOf(salesforce, { ...call, Client: 'Example Loader' }).app).toEqual({
			id: '0h45j000000xyz1',
			name: 'Example Loader',
		});
		expect(eventOf(salesforce, { ...call, Application: 'Browser' }).app).toBeUndefined();
	});

	test('text that is no address, numbers for clients, and the console itself are absent', () => {
		const api = events('log').filter((event) => event.operation === 'API');
		expect(api.map((event) => event.ip)).toEqual([undefined, '198.51.100.30']);
		const rest = events('log').filter((event) => event.operation === 'RestApi');
		expect(rest.map((event) => event.userAgent)).toEqual([undefined, 'example-client']);
		expect(rest.map((event) => event.bytes)).toEqual([512, undefined]);
		expect(events('history').map((event) => [event.app?.name, event.userAgent])).toEqual([
			['Example Loader', undefined],
			[undefined, 'Firefox 140 (Linux)'],
			[undefined, 'Firefox 140 (Linux)'],
		]);
	});

	test.each([
		[{ CLIENT_IP: 'Salesforce.com IP', SOURCE_IP: '198.51.100.9' }, '198.51.100.9'],
		[{ CLIENT_IP: '', SOURCE_IP: '198.51.100.9' }, '198.51.100.9'],
		[{ CLIENT_IP: '198.51.100.8', SOURCE_IP: '198.51.100.9' }, '198.51.100.8'],
		[{ CLIENT_IP: 'Salesforce.com IP', SOURCE_IP: '' }, undefined],
	])('of the places of an address the first that holds one counts: %j', (places, ip) => {
		const row = { EVENT_TYPE: 'Login', TIMESTAMP: '20260304120005.060', ORGANIZATION_ID: '00D5j000000OrgA', ...places };
		expect(eventOf(salesforce, row).ip).toBe(ip);
	});

	test.each([
		[{ STATUS_CODE: '403' }, false, '403'],
		[{ STATUS_CODE: '401', REQUEST_STATUS: 'S' }, false, '401'],
		[{ STATUS_CODE: '200' }, true, '200'],
		[{ STATUS_CODE: '304' }, true, '304'],
		[{ STATUS_CODE: '200', REQUEST_STATUS: 'F' }, false, '200'],
		[{ STATUS_CODE: '' }, undefined, undefined],
		[{ STATUS_CODE: '0' }, undefined, undefined],
	])('a call was refused where its answer says so: %j', (answer, ok, status) => {
		const row = {
			EVENT_TYPE: 'ApiTotalUsage',
			TIMESTAMP: '20260304120005.060',
			ORGANIZATION_ID: '00D5j000000OrgA',
			API_RESOURCE: '/v60.0/query',
			...answer,
		};
		const event = eventOf(salesforce, row);
		expect([event.ok, event.details?.['status'], event.details?.['resource']]).toEqual([ok, status, '/v60.0/query']);
	});

	test('made-up shapes are not recognised', () => {
		const normaliser = prepare(salesforce);
		expect(
			normaliser.recognise({ EVENT_TYPE: 'Audit Trail', USER: 'x', ACTION: 'Update', TIMESTAMP: '2026-03-04T09:00:00Z' }),
		).toBeUndefined();
		expect(normaliser.recognise({ EVENT_TYPE: 'Login', USER: 'x', LOGIN_TIME: '2026-03-04T09:00:00Z' })).toBeUndefined();
	});
});

describe('sentences', () => {
	test.each([
		['Froze user bo@example.com', { user: 'bo@example.com' }],
		['For user bo@example.com, the phone number was registered', { user: 'bo@example.com' }],
		['Permission Set A: B assigned to user bo', { user: 'bo', role: 'A' }],
		['Changed role for user Bo from A to B', { user: 'Bo', before: 'A', role: 'B' }],
		['Logged in using Login-As access for Bo Berg', { user: 'Bo Berg' }],
		['', {}],
	])('%s', (text, facts) => {
		expect(readSentence(text)).toEqual(facts);
	});

	test('assignments and their opposites', () => {
		expect(codeOf('Permission set X: unassigned from user y')).toBe('PermSetUnassign');
		expect(codeOf('Permission Set X was renamed')).toBeUndefined();
	});

	test('a hostile sentence of a megabyte costs next to nothing', () => {
		for (const bomb of [
			'user '.repeat(2e5),
			' from '.repeat(2e5),
			'('.repeat(1e6),
			' '.repeat(1e6),
			`Removed${' user'.repeat(2e5)}`,
		]) {
			const before = cpuMs();
			eventOf(salesforce, change('groupMembership', bomb));
			expect(cpuMs() - before).toBeLessThan(2000);
		}
	});
});

describe('formats', () => {
	test.each(['Login', 'API', 'RestApi', 'ReportExport', 'ContentTransfer'])(
		'the event log file of %s gives the same events',
		(type) => {
			const file = normalise(salesforce, readFixture('salesforce', `event-log-${type}.csv`));
			expect(file.formats).toEqual(['event-log-file']);
			expect(facts(file.events)).toEqual(facts(events('log').filter((event) => event.operation === type)));
		},
	);

	test.each([
		['sentinel-salesforce-cl.ndjson', 'sentinel-salesforce-cl', 'log'],
		['panther.ndjson', 'event-log-file', 'log'],
		['real-time-stream.ndjson', 'real-time-stream', 'live'],
	] as const)('%s gives the same events', (file, format, kind) => {
		const other = normalise(salesforce, readFixture('salesforce', file));
		expect(other.formats).toEqual([format]);
		const lost = kind === 'live' ? ['ref'] : [];
		expect(facts(other.events, lost)).toEqual(facts(events(kind), lost));
	});

	test.each(['elastic-setupaudittrail', 'elastic-setupaudittrail-flat'])(
		'%s gives the same setup changes, with the id of who made them for the name',
		(format) => {
			const other = normalise(salesforce, readFixture('salesforce', `${format}.ndjson`));
			expect(other.formats).toEqual([format]);
			const same = events('setup').slice(0, 12);
			// Whether somebody changed their own account is told by the user name, which is lost.
			const lost = ['actor'];
			const others = same.map((event) => (event.activity === 'other' ? undefined : without(event, lost)));
			expect(facts(other.events, lost).map((event, index) => (others[index] === undefined ? undefined : event))).toEqual(others);
			expect(new Set(other.events.map(({ actor }) => actor?.id))).toEqual(new Set([ANA]));
		},
	);

	test.each(['elastic-login', 'elastic-login-flat'])('%s gives the same sign-ins, without the reason of failures', (format) => {
		const other = normalise(salesforce, readFixture('salesforce', `${format}.ndjson`));
		expect(other.formats).toEqual([format]);
		const same = [
			...events('live').filter((event) => event.operation === 'LoginEvent'),
			...events('log').filter((event) => event.operation === 'Login'),
		];
		const brief = (list: typeof same) =>
			list.map(({ activity, operation, time, actor, ip, ok, session }) => ({
				...{ activity, operation, time, ip, ok, session },
				actor: actor?.id,
			}));
		expect(brief([...other.events])).toEqual(brief(same));
		expect(other.events.length).toBeGreaterThan(3);
	});

	test('the events in a file that came with its record are read', () => {
		const content = normalise(salesforce, readFixture('salesforce', 'event-log-file-content.ndjson'));
		const same = events('log').filter((event) => event.operation === 'ReportExport');
		expect(facts(content.events)).toEqual(facts(same));
		expect(content.events).toHaveLength(1);
	});

	test('a file of which columns were cut off, and a trail without ids, keep what is left', () => {
		const part = normalise(salesforce, readFixture('salesforce', 'event-log-part.csv'));
		expect(part.formats).toEqual(['event-log-file-part']);
		expect(part.events).toMatchObject([{ activity: 'file.export', operation: 'ReportExport', ip: '198.51.100.30' }]);
		const texts = normalise(salesforce, readFixture('salesforce', 'setup-audit-trail-text.ndjson'));
		expect(texts.formats).toEqual(['setup-audit-trail-text']);
		expect(texts.events.map(({ activity, actor }) => [activity, actor])).toEqual(
			events('setup')
				.slice(0, 3)
				.map(({ activity }) => [activity, undefined]),
		);
	});

	test('what stands in a file’s place and is none holds no event', () => {
		const [list] = readFixture('salesforce', 'event-log-file-list.ndjson');
		for (const LogFile of ['', 'x'.repeat(200), Buffer.from('a,b\n1,2\n'.repeat(20)).toString('base64'), null, 7])
			expect(normalise(salesforce, [{ ...list, LogFile }]).events).toEqual([]);
	});

	test('the console’s trail gives the same events, but for ids', () => {
		const csv = normalise(salesforce, readFixture('salesforce', 'setup-audit-trail.csv'));
		expect(csv.formats).toEqual(['setup-audit-trail-csv']);
		const texts = new Set(csv.events.map((event) => event.details?.['text']));
		const same = events('setup').filter((event) => texts.has(event.details?.['text']));
		const noIds = (list: typeof same) => list.map((event) => ({ ...without(event, ['ref']), actor: event.actor?.id }));
		expect(noIds([...csv.events])).toEqual(noIds(same));
	});

	test('CEF with records in its messages gives the same setup changes, and the same sign-ins with the name of who signed in', () => {
		const trail = normalise(salesforce, readFixture('salesforce', 'setup-audit-trail.cef'));
		expect(trail.formats).toEqual(['cef-setup-audit-trail']);
		expect(facts(trail.events)).toEqual(facts(events('setup')));
		const history = normalise(salesforce, readFixture('salesforce', 'login-history.cef'));
		expect(history.formats).toEqual(['cef-login-history']);
		expect(facts(history.events, ['actor'])).toEqual(facts(events('history'), ['actor']));
		expect(history.events.map(({ actor }) => actor)).toEqual(
			history.events.map(() => ({ type: 'user', id: 'ana@example.com', email: 'ana@example.com', aliases: [ANA] })),
		);
		const log = normalise(salesforce, readFixture('salesforce', 'event-log.cef'));
		expect(log.formats).toEqual(['cef-event-log-file']);
		expect(facts(log.events)).toEqual(facts(events('log').filter((event) => event.operation === 'ReportExport')));
	});

	test('CEF with the code and the sentence in fields of their own gives the same changes, at the time of the relay', () => {
		const changes = normalise(salesforce, readFixture('salesforce', 'setup-change.cef'));
		expect(changes.formats).toEqual(['cef-setup-change']);
		const brief = (list: readonly NormalisedEvent[]) =>
			list.map(({ activity, operation, actor, target, privileged }) => ({
				activity,
				operation,
				actor: actor?.id,
				target,
				privileged,
			}));
		expect(brief(changes.events)).toEqual(brief(events('setup').slice(22, 26)));
		expect(new Set(changes.events.map(({ time }) => time))).toEqual(new Set([Date.UTC(2026, 2, 4, 10, 15)]));
	});

	test.each([
		['rt=1772619300000', Date.UTC(2026, 2, 4, 10, 15)],
		['end=Mar 04 2026 10:15:00 UTC', Date.UTC(2026, 2, 4, 10, 15)],
		['rt=some day', undefined],
	])('the time of a relay: %s', (extension, time) => {
		const line = `CEF:0|A|B|1|2|n|3|flexString1=frozeuser flexString2=Froze user x destinationServiceName=Salesforce ${extension}`;
		const normaliser = prepare(salesforce);
		const record = parseCef(line) as JsonObject;
		const [native] = normaliser.recognise(record)?.format.reshape?.(record) ?? [];
		expect(normaliser.event(native ?? {}, 'log', 1)).toMatchObject(time === undefined ? { reason: 'no-time' } : { time });
	});

	test('a sentence in CEF may hold semicolons and equal signs; what it says of another actor is not believed', () => {
		const event = (pairs: string) =>
			eventOf(salesforce, parseCef(`CEF:0|A|B|1|2|n|3|suser=eve@example.org msg=${pairs.replaceAll('=', '\\=')}`) as JsonObject);
		const known = 'Action=PermSetAssign;CreatedDate=2026-03-04T09:00:00.000Z;CreatedBy.Username=ana@example.com;';
		const set = event(`${known}Display=Permission Set a;b=c;CreatedBy.Username=bo@example.com: assigned to user bo@example.com`);
		expect(set.actor?.id).toBe('ana@example.com');
		expect(set.details?.['text']).toBe('Permission Set a;b=c');
		const alone = event('Action=frozeuser;CreatedDate=2026-03-04T09:00:00.000Z;Display=Froze user a;b=c');
		expect(alone).toMatchObject({ actor: { id: 'eve@example.org' }, target: { id: 'a' }, details: { text: 'Froze user a;b=c' } });
	});

	test('CEF whose message gives a member two values is refused: a client may name itself `x;CLIENT_IP=…`', () => {
		const read = (extensions: string) => {
			const record = parseCef(`CEF:0|A|B|1|2|n|3|${extensions}`) as JsonObject;
			return prepare(salesforce).recognise(record)?.format.reshape?.(record);
		};
		const file = (client: string, dproc = 'EventLogFile/ReportExport') =>
			read(
				`dproc=${dproc} src=198.51.100.30 msg=USER_ID\\=0055j00000AnaAA;CLIENT_INFO\\=${client};` +
					'TIMESTAMP_DERIVED\\=2026-03-04T12:22:05.060Z;CLIENT_IP\\=198.51.100.30',
			);
		expect(file('x;y=z;CLIENT_IP\\=198.51.100.30')).toMatchObject([{ CLIENT_IP: '198.51.100.30', EVENT_TYPE: 'ReportExport' }]);
		expect(() => file('x;CLIENT_IP\\=203.0.113.66')).toThrow('CLIENT_IP twice in its message, with two values');
		expect(() => file('x;TIMESTAMP_DERIVED\\=2020-01-01T00:00:00.000Z')).toThrow(/TIMESTAMP_DERIVED twice/);
		expect(() => file('x;EVENT_TYPE\\=Login')).toThrow('EVENT_TYPE Login in ReportExport');
		expect(() => file(`x;CLIENT_IP\\=203.0.113.66;${'y'.repeat(1e6)}`)).toThrow(/a message of 1000\d{3} characters/);
		const history = (application: string) =>
			read(
				`suser=ana@example.com msg=Id\\=0Ya5j000000Hist0CAA;Application\\=${application};LoginType\\=Application;Status\\=Success;` +
					'SourceIp\\=192.0.2.44;LoginTime\\=2026-03-04T14:00:00.000Z',
			);
		expect(history('Browser')).toMatchObject([{ SourceIp: '192.0.2.44' }]);
		expect(() => history('x;SourceIp\\=203.0.113.66')).toThrow(/SourceIp twice/);
		// A sentence that comes first may hold anything.
		const first =
			'msg=Display\\=x;CreatedBy.Username\\=eve@example.com;Action\\=frozeuser;CreatedDate\\=2026-03-04T09:00:00.000Z';
		expect(() => read(`${first};CreatedBy.Username\\=ana@example.com`)).toThrow(/CreatedBy\.Username twice/);
	});

	test('the console’s sign-in history gives the same events, with the user’s name for the id', () => {
		const csv = normalise(salesforce, readFixture('salesforce', 'login-history.csv'));
		expect(csv.formats).toEqual(['login-history-csv']);
		expect(facts(csv.events, ['ref', 'actor'])).toEqual(facts(events('history'), ['ref', 'actor']));
		expect(csv.events[0]?.actor?.id).toBe('ana@example.com');
	});

	test('an event log object is the event type of its name, its fields what the columns of the file hold', () => {
		const objects = normalise(salesforce, readFixture('salesforce', 'event-log-object.ndjson')).events;
		const common = { session: 'LoginExample0001' };
		const report = { ...common, activity: 'file.export', operation: 'ReportExport', actor: { id: ANA }, ip: '198.51.100.30' };
		expect(objects).toMatchObject([
			{ ...report, details: { request: '4Ytexample100' } },
			{
				...common,
				activity: 'bulk.query',
				operation: 'BulkApi2',
				actor: { id: ANA },
				target: { id: canonicalId('7505j00000JobAD'), type: 'job' },
				details: { rows: 90000 },
			},
			{
				...common,
				activity: 'login',
				operation: 'Login',
				ok: true,
				ip: '198.51.100.30',
				actor: { id: 'ana@example.com', aliases: [ANA] },
			},
			{
				...common,
				activity: 'file.download',
				operation: 'ContentTransfer',
				actor: { id: ANA },
				target: { id: canonicalId('0695j000000DocA'), type: 'file' },
				bytes: 900,
			},
			report,
		]);
		// Every one of these objects gives the same empty id: each is an event of its own all the same.
		expect(salesforce.weakId?.('000000000000000AAA')).toBe(true);
	});

	test.each(['elastic-apex', 'elastic-apex-flat'])('%s gives the same calls, without the connected app', (format) => {
		const other = normalise(salesforce, readFixture('salesforce', `${format}.ndjson`));
		expect(other.formats).toEqual([format]);
		const same = events('log').filter((event) => event.operation.startsWith('Apex'));
		// The country is Elastic's own.
		const lost = ['app', 'country'];
		expect(facts(other.events, lost)).toEqual(facts(same, lost));
		expect(other.events).toHaveLength(4);
	});

	test.each(['elastic-logout', 'elastic-logout-flat'])(
		'%s gives the same sign-outs, of files and of real-time events',
		(format) => {
			const other = normalise(salesforce, readFixture('salesforce', `${format}.ndjson`));
			expect(other.formats).toEqual([format]);
			const [file, live] = other.events;
			const [same] = events('log').filter((event) => event.operation === 'Logout');
			const without = (event: NormalisedEvent | undefined) => ({ ...event, country: undefined, ref: undefined });
			expect(without(file)).toEqual(without(same));
			expect(live).toMatchObject({
				activity: 'other',
				operation: 'LogoutEvent',
				actor: { id: 'ana@example.com', aliases: [ANA] },
				ip: '2001:db8::30',
				session: 'LoginExample0001',
				ref: { id: '06af6d92-0000-4000-8000-000000000099' },
			});
		},
	);

	test.each(['elastic-aura-request', 'elastic-aura-request-flat'])('%s says who asked from where', (format) => {
		const other = normalise(salesforce, readFixture('salesforce', `${format}.ndjson`));
		expect(other.formats).toEqual([format]);
		expect(other.events).toMatchObject([
			{
				activity: 'other',
				operation: 'AuraRequest',
				actor: { id: ANA },
				ip: '198.51.100.30',
				session: 'LoginExample0001',
				userAgent: 'ExampleAgent/1.0',
				ok: true,
				details: { request: '4Ytexample098' },
			},
		]);
	});

	test('a real-time event without its object’s name is told by its members', () => {
		const bare = readFixture('salesforce', 'real-time-events.ndjson').map(({ attributes, ...row }) => row);
		const named = normalise(salesforce, bare).events.map((event) => event.operation);
		expect(named).toEqual(
			events('live').map(({ operation }) =>
				/Anomaly|Hijacking|Stuffing/.test(operation) ? 'Unknown threat detection event' : operation,
			),
		);
	});

	test('rows of a table of bulk results are told by their columns, a detection before the request that it is about', () => {
		const names = 'EventDate,EventIdentifier,UserId,Username,LoginKey,LoginHistoryId,SourceIp,Query,PolicyId,PolicyOutcome'.split(
			',',
		);
		const row = {
			...Object.fromEntries(names.map((name) => [name, ''])),
			EventDate: '2026-03-04T12:00:05Z',
			EventIdentifier: 'e',
		};
		expect(eventOf(salesforce, row)).toMatchObject({ activity: 'bulk.query', operation: 'BulkApiResultEventStore' });
		const asked = { ...row, QueriedEntities: 'Account', ApiType: 'REST' };
		expect(eventOf(salesforce, asked)).toMatchObject({ activity: 'api.call', operation: 'ApiEvent' });
		const found = { ...asked, Score: 90, SecurityEventData: '[]' };
		expect(eventOf(salesforce, found)).toMatchObject({ activity: 'session.anomaly', details: { score: 90 } });
	});

	test('who was given or lost a permission set is acted upon, and what rules much makes an administrator of who gives it', () => {
		const changed = (Operation: string, ImpactedUserIds: string) =>
			eventOf(salesforce, {
				attributes: { type: 'PermissionSetEventStore' },
				EventDate: '2026-03-04T12:00:05Z',
				EventIdentifier: 'e',
				Username: 'ana@example.com',
				Operation,
				PermissionList: 'ViewSetup,ModifyAllData',
				ParentNameList: '["Data Stewards"]',
				ImpactedUserIds,
			});
		expect(changed('AssignedToUsers', '["0055j00000BoBoAAAZ"]')).toMatchObject({
			activity: 'role.grant',
			target: { type: 'user', id: '0055j00000boboaaaz' },
			privileged: true,
			details: { role: 'Data Stewards, ViewSetup, ModifyAllData' },
		});
		expect(changed('PermsEnabled', '0055j00000BoBoAAAZ,0055j00000CyCyAAAZ')).toMatchObject({ activity: 'role.grant', items: 2 });
		for (const operation of ['UnassignedFromUsers', 'PermsDisabled']) {
			expect(changed(operation, '[]')).toMatchObject({ activity: 'admin.change', details: { change: 'revoke' } });
		}
	});

	test('a bulk query counts once, when it is done', () => {
		const meaning = (status: string) => eventOf(salesforce, step(status)).activity;
		const steps = ['Created', 'UploadComplete', 'InProgress', 'InProgress', 'JobComplete', 'Deleted'];
		expect(steps.map(meaning)).toEqual(['other', 'other', 'other', 'other', 'bulk.query', 'other']);
		expect(eventOf(salesforce, step('Aborted'))).toMatchObject({ activity: 'bulk.query', ok: false });
		expect(meaning('')).toBe('bulk.query');
	});

	test('a report that comes in parts counts once', () => {
		const part = (Sequence: number | null) =>
			eventOf(salesforce, { ...FURTHER_PART, ReportId: '00O5j000000RepA', Operation: 'ReportExported', Sequence }).activity;
		expect([part(1), part(2), part(1000), part(null)]).toEqual(['file.export', 'other', 'other', 'file.export']);
	});

	test('a letter of an event log file for the type of a sign-in tells that it was by OAuth', () => {
		const signIn = (LOGIN_TYPE: string) =>
			eventOf(salesforce, { ...step(''), EVENT_TYPE: 'Login', LOGIN_STATUS: 'LOGIN_NO_ERROR', LOGIN_TYPE }).details?.['oauth'];
		expect([signIn('i'), signIn('I'), signIn('A')]).toEqual([true, undefined, undefined]);
	});

	test('what a transaction security policy refused did not happen', () => {
		const under = (type: string, PolicyOutcome: string, more: JsonObject = {}) =>
			eventOf(salesforce, {
				attributes: { type },
				...{ EventDate: '2026-03-04T12:00:05Z', EventIdentifier: 'e', Username: 'ana@example.com', PolicyOutcome },
				...more,
			});
		for (const outcome of ['Block', 'MeteringBlock', 'TwoFADenied', 'TwoFAFailedInvalidCode'])
			expect(under('BulkApiResultEventStore', outcome)).toMatchObject({ activity: 'bulk.query', ok: false });
		for (const outcome of ['NoAction', 'Notified', 'MeteringNoAction', 'TwoFASucceeded', 'ExemptNoAction'])
			expect(under('BulkApiResultEventStore', outcome).ok).toBeUndefined();
		const signIn = { LoginType: 'Application', Status: 'Success' };
		expect(under('LoginEvent', 'Block', signIn)).toMatchObject({ activity: 'login.failed', ok: false });
		expect(under('LoginEvent', 'NoAction', signIn)).toMatchObject({ activity: 'login', ok: true });
	});

	test.each([
		['ApiEventStream', 'ApiEvent', 'api.call'],
		['SessionHijackingEvent', 'SessionHijackingEventStore', 'session.anomaly'],
		['PermissionSetEvent', 'PermissionSetEventStore', 'role.grant'],
		['BulkApiResultEvent', 'BulkApiResultEventStore', 'bulk.query'],
		['LogoutEventStream', 'LogoutEventStream', 'other'],
	])('%s is the same as %s', (type, operation, activity) => {
		const row = { attributes: { type }, EventDate: '2026-03-04T12:00:05Z', EventIdentifier: 'e' };
		expect(eventOf(salesforce, row)).toMatchObject({ operation, activity });
	});

	test('a list of files holds no event', () => {
		expect(normalise(salesforce, readFixture('salesforce', 'event-log-file-list.ndjson')).events).toEqual([]);
	});
});

test('tiers', () => {
	expect(['full', 'api', 'refresh_token', 'openid', 'custom:scope'].map((scope) => salesforce.scopeTier?.(scope, false))).toEqual(
		[1, 2, 3, 0, undefined],
	);
	expect(
		['System Administrator', 'ModifyAllData', 'View All Data', 'API Enabled', 'Standard User', 'Night watch'].map((role) =>
			salesforce.roleTier?.(role),
		),
	).toEqual([1, 1, 2, 3, 0, undefined]);
});

describe('the query for the console', () => {
	const asked = (actor: string) => salesforce.consoleFilter?.(actor, 'S', 'E');

	test('asks for a user by name', () => {
		expect(asked("o'ana@example.com")).toContain("WHERE CreatedBy.Username = 'o\\'ana@example.com' AND CreatedDate >= S AND");
	});

	test('asks for a user by id as Salesforce writes it, with the capitals that the check characters hold', () => {
		// 0055j|00000|AnaBc: the capitals are the first and fourth of the last five, 1 + 8 = 9, J.
		expect(canonicalId('0055j00000AnaBc')).toBe('0055j00000anabcaaj');
		expect(writtenUserId('0055j00000anabcaaj')).toBe('0055j00000AnaBcAAJ');
		expect(asked('0055j00000anabcaaj')).toContain("WHERE CreatedById = '0055j00000AnaBcAAJ' AND");
	});

	test('leaves alone what is no id of a user', () => {
		for (const text of ['0055j00000anabc!!j', '0055j00000anabcaa9', '0015j00000anabcaaj', 'ana'])
			expect(writtenUserId(text)).toBeUndefined();
	});
});

describe('a query', () => {
	const log = (EVENT_TYPE: string, more: JsonObject) =>
		eventOf(salesforce, {
			EVENT_TYPE,
			TIMESTAMP: '20260304120005.060',
			ORGANIZATION_ID: '00D5j000000OrgA',
			USER_ID: '0055j00000AnaAA',
			REQUEST_ID: '4Ytexample001',
			...more,
		});

	test('stands for the rows that it handed over, a small call for itself', () => {
		expect(log('BulkApi2', { JOB_ID: '7505j00000JobAD', OPERATION_TYPE: 'query', RECORDS_PROCESSED: '250000' })).toMatchObject({
			activity: 'bulk.query',
			items: 250_000,
		});
		expect(log('RestApi', { METHOD: 'GET', ROWS_PROCESSED: '2000' })).toMatchObject({ activity: 'bulk.query', items: 2000 });
		expect(log('RestApi', { METHOD: 'GET', ROWS_PROCESSED: '200' })).not.toHaveProperty('items');
		expect(log('BulkApi', { OPERATION_TYPE: 'queryAll', ROWS_PROCESSED: '1e300' })).not.toHaveProperty('items');
	});
});

test.each([
	['login-history-loaded', 'history', 2],
	['setup-audit-trail-loaded', 'setup', 3],
] as const)('%s: names in capitals say the same', (format, kind, count) => {
	const found = normalise(salesforce, readFixture('salesforce', `${format}.csv`));
	expect(found.formats).toEqual([format]);
	expect(found.events.map((event) => without(event, []))).toEqual(
		read[kind]?.events.slice(0, count).map((event) => without(event, [])),
	);
});
