import { describe, expect, test } from '@jest/globals';
import { analytic as removal } from '../../analytics/AN0339-account-removal/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { flaggedLine } from '../../src/score/lines.ts';
import { asking } from './asking.ts';
import { acted, quiet, removals } from './okta-log.ts';

const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli'];
const ACCOUNTS = Array.from({ length: 12 }, (_, index) => `account-${index}`);
const DAY = 19;
const REPORT = 'user.account.report_suspicious_activity_by_enduser';
const TOOL = 'user.session.start';
/** Ana removes twelve accounts from 22:00 on, after nineteen days on which all five signed in. */
const LOG = quiet(20, PEOPLE) + removals('ana', DAY, ACCOUNTS, '203.0.113.7');

/** Something that Okta says of somebody, minutes after 22:00 of a day. */
function alert(who: string, minute: number, day = DAY, changes: JsonObject = {}, operation = REPORT): string {
	return `${JSON.stringify({ ...JSON.parse(acted(who, day, operation, [], 600 + minute)), ...changes })}\n`;
}

/** What Microsoft 365 or Entra says of Ana at 21:00 of the day. */
function ofMicrosoft(record: JsonObject): string {
	return `${JSON.stringify({ CreationTime: '2026-02-21T21:00:00', Id: 'of-microsoft', OrganizationId: 'o', Workload: 'AzureActiveDirectory', ...record })}\n`;
}

async function found(more: string): Promise<Finding | undefined> {
	return (await asking(LOG + more, { analytics: [removal] }, hunt)).findings[0];
}

async function told(more: string): Promise<readonly [number, string | number, string] | undefined> {
	const line = (await found(more))?.reasons.find(({ signal }) => signal === 'failed-sign-ins');
	return line === undefined ? undefined : [line.surprise, line.observed, line.text];
}

describe('an alert of the vendor, or a sign-in by device code, from 16 hours before to one hour after the beginning', () => {
	test('is told with its moment and how often this account had one, and is part of the evidence', async () => {
		const finding = await found(alert('ana', -60));
		expect(finding?.reasons.find(({ signal }) => signal === 'failed-sign-ins')).toEqual({
			signal: 'failed-sign-ins',
			observed: `an alert of the vendor (${REPORT})`,
			expected: 'none',
			unit: 'sign-ins',
			surprise: 0.8,
			text: `with an alert of the vendor (${REPORT}) on okta, 2026-02-21 21:00 UTC: this account had none in 19 days before`,
		});
		// The window of ten minutes holds ten of the removals, one a minute.
		expect(finding?.evidence.count).toBe(10 + 1);
		expect(finding?.evidence.sample.map(({ operation }) => operation)).toContain(REPORT);
	});

	test('counts until an hour after it, and no longer before than 16 hours', async () => {
		expect(await told(alert('ana', -959))).toBeDefined();
		expect(await told(alert('ana', 59))).toBeDefined();
		expect(await told(alert('ana', -961))).toBeUndefined();
		expect(await told(alert('ana', 61))).toBeUndefined();
	});

	test('says nothing where it is somebody else’s', async () => {
		expect(await told(alert('bo', -60))).toBeUndefined();
	});

	test('says nothing where the account has one on every other day, and little where everybody else has', async () => {
		const every = (people: readonly string[], days: readonly number[]) =>
			days.flatMap((day) => people.map((person) => alert(person, -700, day))).join('');
		expect(await told(alert('ana', -60) + every(['ana'], [0, 2, 4, 6, 8, 10, 12, 14, 16, 18]))).toBeUndefined();
		// 76 of 95 days of people have one: 77/97, five days of it, on 24 days: 0.165, which is 0.78 decades.
		const common = await told(
			alert('ana', -60) +
				every(
					PEOPLE.slice(1),
					Array.from({ length: 19 }, (_, day) => day),
				),
		);
		expect(common?.[0]).toBe(0.08);
	});

	test('tells of the one whom a service of the vendor raised it about', async () => {
		const about = {
			actor: { id: 'okta-system', type: 'SystemPrincipal', alternateId: 'system@okta.com', displayName: 'Okta System' },
			target: [{ id: '00uexampleana', type: 'User', alternateId: 'ana@example.com' }],
		};
		expect((await told(alert('ana', -60, DAY, about, 'user.risk.detect')))?.[1]).toBe(
			'an alert of the vendor (user.risk.detect)',
		);
	});

	test('may be a sign-in that Okta rates as of high risk, not one of medium risk', async () => {
		const rated = (level: string) =>
			alert('ana', -60, DAY, { debugContext: { debugData: { risk: `{reasons=New IP, level=${level}}` } } }, TOOL);
		expect((await told(rated('HIGH')))?.[1]).toBe(`a sign-in that the vendor calls risky (${TOOL})`);
		expect(await told(rated('MEDIUM'))).toBeUndefined();
	});

	test('may be a sign-in by device code', async () => {
		const signIn = (request: string) =>
			ofMicrosoft({
				...{ Operation: 'UserLoggedIn', RecordType: 15, ResultStatus: 'Success', ErrorNumber: '0', UserType: 0 },
				...{ UserKey: 'ana', UserId: 'ana@example.com', ClientIP: '192.0.2.10', ActorIpAddress: '192.0.2.10' },
				ExtendedProperties: [{ Name: 'RequestType', Value: request }],
			});
		expect((await told(signIn('Cmsi:Cmsi')))?.[1]).toBe('a sign-in by device code');
		expect(await told(signIn('OAuth2:Authorize'))).toBeUndefined();
	});

	test('may be a sign-in of an administrator as this account', async () => {
		const signIn = (who: string) =>
			`${JSON.stringify({
				...{ type: 'event', event_id: 'as-another', event_type: 'ADMIN_LOGIN', created_at: '2026-02-21T21:00:00Z' },
				...{ created_by: { type: 'user', id: '7', name: 'bo', login: 'bo@example.com' }, ip_address: '192.0.2.10' },
				source: { type: 'user', id: '8', name: who, login: `${who}@example.com` },
			})}\n`;
		expect((await told(signIn('ana')))?.[1]).toBe('a sign-in of somebody else as this account (ADMIN_LOGIN)');
		expect(await told(signIn('cleo'))).toBeUndefined();
	});

	test.each([
		['high', 'atRisk', true],
		['medium', 'atRisk', true],
		['hidden', 'atRisk', true],
		['low', 'atRisk', false],
		['high', 'dismissed', false],
		['high', 'confirmedSafe', false],
	])('may be a risk detection of Entra ID: level %s, state %s: %s', async (RiskLevel, RiskState, counts) => {
		const detection = ofMicrosoft({
			...{ Operation: 'AadRiskDetection', RecordType: 294, UserType: 0, UserKey: 'ana', UserId: 'ana@example.com' },
			...{ RiskEventType: 'unfamiliarFeatures', RiskLevel, RiskState },
		});
		expect((await told(detection)) !== undefined).toBe(counts);
	});
});

describe('flaggedLine', () => {
	test('is nothing where it is common, and at most 0.8', () => {
		// (0 + 5 · 1/1002) / 25 = 0.0002: 3.7 decades.
		expect(flaggedLine({ days: 20, before: 0 }, { days: 1000, before: 0 })).toBe(0.8);
		// Of an account of which nothing is known, everybody's share: 1/12 is 1.08 decades.
		expect(flaggedLine({ days: 0, before: 0 }, { days: 10, before: 0 })).toBeCloseTo(Math.log10(12) - 0.7, 12);
		expect(flaggedLine({ days: 20, before: 10 }, { days: 1000, before: 0 })).toBe(0);
	});
});
