import { expect, test } from '@jest/globals';
import { analytic } from '../../analytics/AN0339-account-removal/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { asking } from './asking.ts';
import { acted, quiet, removals } from './okta-log.ts';

const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli', 'finn'];
/** Ana deactivates four people at 22:00 on the twentieth day. */
const NIGHT = quiet(19, PEOPLE) + removals('ana', 19, ['cleo', 'dag', 'eli', 'finn'], '203.0.113.7');

/** What a reset adds: at 20:00, two hours before the first removal, unless said. */
async function reset(eventType: string, by: string, of: string, day = 19): Promise<string | undefined> {
	const target = { id: `00uexample${of}`, type: 'User', alternateId: `${of}@example.com` };
	const log = NIGHT + acted(by, day, eventType, [target], 480);
	const { findings } = await asking(log, { analytics: [analytic] }, hunt);
	const [finding] = findings.filter(({ actor }) => actor.id === 'ana@example.com');
	return finding?.reasons.find(({ signal }) => signal === 'credentials-reset')?.text;
}

test.each(['user.mfa.factor.reset_all', 'user.account.reset_password'])(
	'%s by somebody else shortly before counts',
	async (operation) => {
		expect(await reset(operation, 'bo', 'ana')).toBe(
			`bo@example.com had reset how this account signs in 2 h before (${operation})`,
		);
	},
);

test.each([
	['one’s own', 'user.mfa.factor.reset_all', 'ana', 'ana', 19],
	['another account’s', 'user.mfa.factor.reset_all', 'bo', 'cleo', 19],
	['two days before', 'user.mfa.factor.reset_all', 'bo', 'ana', 17],
	['the end of a session', 'user.session.clear', 'bo', 'ana', 19],
])('%s does not', async (_what, operation, by, of, day) => {
	expect(await reset(operation, by, of, day)).toBeUndefined();
});

test('the reset is evidence, and of more records than are shown in the sample', async () => {
	const many = Array.from({ length: 14 }, (_, n) => `user${n}`);
	const target = { id: '00uexampleana', type: 'User', alternateId: 'ana@example.com' };
	const log = quiet(19, PEOPLE) + removals('ana', 19, many, '203.0.113.7');
	const { findings } = await asking(
		log + acted('bo', 19, 'user.mfa.factor.reset_all', [target], 480),
		{ analytics: [analytic] },
		hunt,
	);
	const evidence = findings.find(({ actor }) => actor.id === 'ana@example.com')?.evidence;
	// Ten minutes hold ten removals; the window may be longer.
	expect(evidence?.count).toBeGreaterThan(10);
	expect(evidence?.sample.map(({ operation }) => operation)).toEqual([
		...Array.from({ length: 9 }, () => 'user.lifecycle.deactivate'),
		'user.mfa.factor.reset_all',
	]);
});
