import { describe, expect, test } from '@jest/globals';
import { analytic } from '../../analytics/AN0339-account-removal/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding } from '../../src/model/finding.ts';
import { asking } from './asking.ts';
import { acted, quiet, removals } from './okta-log.ts';

const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli', 'finn'];
const NIGHT = removals('ana', 19, ['cleo', 'dag', 'eli', 'finn'], '203.0.113.7');

/** What comes of the removals after 19 quiet days. @param alias another name of one person, as people.csv tells it: `cleo-admin` of `cleo` */
async function found(
	log: string,
	alias?: readonly [other: string, person: string],
	set: readonly string[] = [],
): Promise<readonly Finding[]> {
	const people = ([other, person]: readonly [string, string]) =>
		`user,name,department,role,account_type,privileged,developer,aliases\n${person}@example.com,Someone,IT,,,,,${other}@example.com\n`;
	const context = alias === undefined ? {} : { 'people.csv': people(alias) };
	return (await asking(quiet(19, PEOPLE) + log, { analytics: [analytic], set, context }, hunt)).findings;
}

function reason([finding]: readonly Finding[], signal: string): unknown {
	return finding?.reasons.find((one) => one.signal === signal)?.observed;
}

describe('removals', () => {
	test('count people: two accounts of one person are one', async () => {
		const log = removals('ana', 19, ['cleo', 'cleo-admin', 'dag'], '203.0.113.7');
		expect(reason(await found(log), 'removal-rate')).toBe(3);
		expect(reason(await found(log, ['cleo-admin', 'cleo']), 'removal-rate')).toBe(2);
	});

	test('from an address that the vendor flags say so, and speak of no failed sign-ins where there are none', async () => {
		const flagged = NIGHT.replaceAll('"target"', '"securityContext":{"isProxy":true},"target"');
		const lines = (await found(flagged))[0]?.reasons.filter(({ signal }) => signal === 'failed-sign-ins');
		expect(lines).toMatchObject([
			{
				observed: 'a flagged address',
				expected: 'none',
				surprise: 0.5,
				text: 'through an address that the vendor flags as a proxy',
			},
		]);
	});

	test('are of others: somebody’s own second account is none of them', async () => {
		const log = removals('ana', 19, ['cleo', 'ana-admin', 'dag'], '203.0.113.7');
		expect(reason(await found(log), 'removal-rate')).toBe(3);
		expect(reason(await found(log, ['ana-admin', 'ana']), 'removal-rate')).toBe(2);
	});

	test('count no groups, and devices by the people whose they are', async () => {
		const group = (id: number) =>
			acted('ana', 19, 'group.lifecycle.delete', [{ id: `00g${id}`, type: 'UserGroup', alternateId: 'unknown' }], id);
		expect(await found(Array.from({ length: 40 }, (_, id) => group(id)).join(''))).toEqual([]);
		const device = (owner: string | undefined, id: number) => {
			const user = owner === undefined ? [] : [{ id: `00uexample${owner}`, type: 'User', alternateId: `${owner}@example.com` }];
			return acted(
				'ana',
				19,
				'device.lifecycle.deactivate',
				[{ id: `guo${id}`, type: 'UDDevice', displayName: 'phone' }, ...user],
				id,
			);
		};
		const owners = ['bo', 'bo', 'cleo', 'dag', 'dag', undefined, 'ana', 'ana'];
		expect(reason(await found(owners.map(device).join('')), 'removal-rate')).toBe(3);
	});

	test('an account is in use by what it did in the four days before, to the hour, not by what it did afterwards', async () => {
		// The removals begin on day 19 at 22:00.
		const log = [
			acted('gil', 15, 'user.session.start', [], 10 * 60 + 30),
			acted('hal', 15, 'user.session.start', [], 9 * 60 + 59),
			acted('ivy', 19, 'user.session.start', [], 11 * 60 + 10),
			acted('jo', 19, 'user.session.start', []),
			removals('ana', 19, ['gil', 'hal', 'ivy', 'jo'], '203.0.113.7'),
		];
		expect(reason(await found(log.join('')), 'targets-in-use')).toBe(2);
	});

	test('a role given shortly before counts under whichever name it was given', async () => {
		const log =
			acted('bo', 18, 'user.account.privilege.grant', [{ id: '00u1', type: 'User', alternateId: 'Ana.Admin@example.com' }]) +
			NIGHT;
		expect(reason(await found(log), 'new-role')).toBeUndefined();
		expect(reason(await found(log, ['ana.admin', 'ana']), 'new-role')).toBe(1);
	});

	test('allowActors takes any name of a person, in either case', async () => {
		const allowed = async (name: string, alias?: readonly [string, string]) =>
			reason(await found(NIGHT, alias, [`allowActors=${name}`]), 'expected-actor');
		expect(await allowed('Ana@Example.com')).toBe('ana@example.com');
		// The vendor's own id of her, as the log gives it.
		expect(await allowed('00uExampleAna')).toBe('ana@example.com');
		expect(await allowed('HR-Sync@example.com', ['hr-sync', 'ana'])).toBe('ana@example.com');
		expect(await allowed('HR-Sync@example.com')).toBeUndefined();
	});
});
