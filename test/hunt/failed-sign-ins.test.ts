import { describe, expect, test } from '@jest/globals';
import { analytic as removal } from '../../analytics/AN0339-account-removal/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { asking } from './asking.ts';
import { acted, quiet, removals } from './okta-log.ts';

const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli'];
const ACCOUNTS = Array.from({ length: 12 }, (_, index) => `account-${index}`);
const DAY = 19;

/** Ana fails to sign in, on the day on which she removes twelve accounts from 22:00 on: minutes after 22:00, before it where negative. */
function failures(...minutes: readonly number[]): string {
	return minutes
		.map((minute) => {
			const record = JSON.parse(acted('ana', DAY, 'user.session.start', [], 600 + minute));
			return `${JSON.stringify({ ...record, outcome: { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' } })}\n`;
		})
		.join('');
}

async function told(...minutes: readonly number[]): Promise<readonly [number, string] | undefined> {
	const log = quiet(20, PEOPLE) + removals('ana', DAY, ACCOUNTS, '203.0.113.7') + failures(...minutes);
	const { findings } = await asking(log, { analytics: [removal] }, hunt);
	const line = findings[0]?.reasons.find(({ signal }) => signal === 'failed-sign-ins');
	return line === undefined ? undefined : [line.surprise, line.text];
}

describe('failed sign-ins, from six hours before to one hour after the beginning', () => {
	test.each([
		['before it', [-10, -9, -8], 'after 3 failed sign-ins on okta, 2026-02-21 21:50 to 21:52 UTC'],
		['after it', [20, 21, 22], 'with 3 failed sign-ins on okta, 2026-02-21 22:20 to 22:22 UTC, after it had begun'],
		[
			'on both sides',
			[-10, -9, 22],
			'with 3 failed sign-ins on okta, 2026-02-21 21:50 to 22:22 UTC, 1 of them after it had begun',
		],
	] as const)('are told by when they were: %s', async (_, minutes, text) => {
		// Three failures, 0.3 decades each.
		expect(await told(...minutes)).toEqual([0.9, text]);
	});

	test('say nothing where there are two, or where they lie farther off', async () => {
		expect(await told(-2, -1)).toBeUndefined();
		expect(await told(-400, -399, -398)).toBeUndefined();
		expect(await told(61, 62, 63)).toBeUndefined();
	});
});
