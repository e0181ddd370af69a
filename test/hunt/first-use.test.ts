import { describe, expect, test } from '@jest/globals';
import { analytic as appAbuse } from '../../analytics/AN1349-app-abuse/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { asking } from './asking.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 1, 2, 8);
const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli', 'fay'];

/** A row of Salesforce's sign-in history; days from 2 February 2026, 08:00 on, minutes after it. */
function signIn(person: string, day: number, changes: JsonObject = {}, minutes = 0): JsonObject {
	const time = START + day * DAY + minutes * 60_000 + PEOPLE.indexOf(person) * 1000;
	return {
		attributes: { type: 'LoginHistory', url: '/services/data/v64.0/sobjects/LoginHistory/x' },
		Id: `0Ya5j${time}AAA`,
		UserId: idOf(person),
		LoginTime: new Date(time).toISOString().replace('Z', '+0000'),
		LoginType: 'Application',
		SourceIp: '192.0.2.10',
		Status: 'Success',
		Browser: 'Chrome 138',
		Platform: 'Windows 11',
		Application: 'Browser',
		CountryIso: 'DE',
		...changes,
	};
}

/** The check characters of an id of digits and small letters alone are A. */
function idOf(person: string): string {
	return `0055j00000${person.padEnd(5, 'x')}AAA`;
}

const OAUTH = { LoginType: 'Remote Access 2.0', Application: 'My Ticket Portal', Browser: 'Unknown', Platform: 'Unknown' };
const ABROAD = { SourceIp: '203.0.113.7', CountryIso: 'RO' };

/** Somebody's twenty queries of 2,000 rows from elsewhere, five minutes after the sign-in. */
const queries = (person: string, day: number) =>
	Array.from({ length: 20 }, (_, index) => {
		const time = new Date(START + day * DAY + (5 + index) * 60_000).toISOString();
		return {
			EVENT_TYPE: 'BulkApi',
			TIMESTAMP: time.replaceAll(/[-:TZ]/g, ''),
			TIMESTAMP_DERIVED: time,
			REQUEST_ID: `4Y${time}`,
			ORGANIZATION_ID: '00D5j000000OrgA',
			USER_ID: idOf(person).slice(0, 15),
			USER_ID_DERIVED: idOf(person),
			CLIENT_IP: '203.0.113.7',
			OPERATION_TYPE: 'query',
			ROWS_PROCESSED: '2000',
			JOB_ID: `7505j00000Job${index}`,
		};
	});

/** Everybody signs in on twenty days, but whoever is left out. */
const quiet = (days: readonly number[], but = '') =>
	days.flatMap((day) => PEOPLE.filter((person) => person !== but).map((person) => signIn(person, day)));
const DAYS = Array.from({ length: 20 }, (_, day) => day);

async function found(log: readonly JsonObject[]): Promise<readonly (readonly [string, number])[]> {
	const { findings } = await asking(log, { analytics: [appAbuse], minScore: 0 }, hunt);
	return findings.map(({ title, evidence }) => [title, evidence.count]);
}

describe('the first sign-in of an app by OAuth for somebody stands for the consent that Salesforce does not log', () => {
	test('with what was done after it', async () => {
		const log = [...quiet(DAYS), signIn('ana', 15, { ...OAUTH, ...ABROAD }, 1), ...queries('ana', 15)];
		// The sign-in and twenty queries.
		expect(await found(log)).toEqual([
			[`My Ticket Portal was connected from ${idOf('ana').toLowerCase()}, then acted (20 records)`, 21],
		]);
	});

	test('not where the app had signed in so before', async () => {
		const log = [
			...quiet(DAYS),
			signIn('ana', 8, OAUTH, 1),
			signIn('ana', 15, { ...OAUTH, ...ABROAD }, 1),
			...queries('ana', 15),
		];
		// That of day 8 is the first; what was done a week later, by nobody's app, is not held against it: five days are looked at.
		expect((await found(log)).map(([title]) => title)).toEqual([
			`My Ticket Portal was connected from ${idOf('ana').toLowerCase()}`,
		]);
		const later = [
			...quiet(DAYS),
			signIn('ana', 0, OAUTH, 1),
			signIn('ana', 15, { ...OAUTH, ...ABROAD }, 1),
			...queries('ana', 15),
		];
		expect(await found(later)).toEqual([]);
	});

	test('not of somebody who was not seen a week before: what an app does when the evidence begins it may have done for years', async () => {
		const from = (day: number) => [
			...quiet(DAYS, 'ana'),
			...DAYS.filter((other) => other >= day).map((other) => signIn('ana', other)),
			signIn('ana', 15, { ...OAUTH, ...ABROAD }, 1),
			...queries('ana', 15),
		];
		expect(await found(from(8))).toHaveLength(1);
		expect(await found(from(9))).toEqual([]);
	});

	test('not where the trail has the app let in by the same person', async () => {
		const grant = {
			attributes: { type: 'SetupAuditTrail' },
			Id: '0Ym5j000000Grant',
			CreatedDate: new Date(START + 15 * DAY).toISOString().replace('Z', '+0000'),
			CreatedById: idOf('ana'),
			Action: 'insertConnectedApplication',
			Section: 'Connected Apps',
			Display: 'Created connected app My Ticket Portal',
		};
		const log = [...quiet(DAYS), grant, signIn('ana', 15, { ...OAUTH, ...ABROAD }, 1), ...queries('ana', 15)];
		expect(await found(log)).toHaveLength(1);
	});

	test('not where somebody signs in by another way', async () => {
		const log = [...quiet(DAYS), signIn('ana', 15, { ...OAUTH, ...ABROAD, LoginType: 'Application' }, 1), ...queries('ana', 15)];
		expect(await found(log)).toEqual([]);
	});
});
