import { describe, expect, test } from '@jest/globals';
import { analytic as removal } from '../../analytics/AN0339-account-removal/index.ts';
import { analytic as abuse } from '../../analytics/AN1349-app-abuse/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding } from '../../src/model/finding.ts';
import { asking } from './asking.ts';
import { acted, quiet, removals } from './okta-log.ts';

const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli', 'finn'];
const user = (name: string) => ({ id: `00uexample${name}`, type: 'User', alternateId: `${name}@example.com` });

/** The same record of an act that was refused. */
function refused(record: string): string {
	return record.replaceAll('"SUCCESS"', '"FAILURE"');
}

async function observed(log: string, signal: string): Promise<unknown> {
	const { findings } = await asking(quiet(19, PEOPLE) + log, { analytics: [removal] }, hunt);
	return findings[0]?.reasons.find((one) => one.signal === signal)?.observed;
}

describe('what was refused was not done', () => {
	const night = removals('ana', 19, ['cleo', 'dag', 'eli', 'finn'], '203.0.113.7');

	test('a role that was not given makes nobody an administrator', async () => {
		const grant = acted('bo', 18, 'user.account.privilege.grant', [user('ana')]);
		expect(await observed(grant + night, 'new-role')).toBe(1);
		expect(await observed(refused(grant) + night, 'new-role')).toBeUndefined();
	});

	test('accounts that could not be switched on again are still off', async () => {
		// 22:00 is ten hours after noon: the next morning.
		const back = ['cleo', 'dag', 'eli'].map((name, at) => acted('bo', 19, 'user.lifecycle.unsuspend', [user(name)], 720 + at));
		expect(await observed(night + back.join(''), 'reactivation')).toBe(3);
		expect(await observed(night + refused(back.join('')), 'reactivation')).toBeUndefined();
	});

	test('an app whose calls failed did not act', async () => {
		const app = { id: '0oaexampleapp', type: 'PublicClientApp', displayName: 'Report Bot' };
		const grant = acted('ana', 19, 'app.oauth2.consent.grant', [app]);
		const calls = Array.from({ length: 40 }, (_, at) =>
			acted('ana', 19, 'application.integration.api_query', [app], 1 + at),
		).join('');
		const first = async (log: string): Promise<Finding | undefined> =>
			(await asking(quiet(19, PEOPLE) + grant + log, { analytics: [abuse] }, hunt)).findings[0];
		expect((await first(calls))?.title).toContain('then acted (40 records)');
		expect((await first(refused(calls)))?.title).not.toContain('then acted');
	});
});
