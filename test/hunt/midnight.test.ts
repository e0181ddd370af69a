import { expect, test } from '@jest/globals';
import { analytic } from '../../analytics/AN0339-account-removal/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { asking } from './asking.ts';
import { acted, quiet } from './okta-log.ts';

const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli', 'finn'];
const TARGETS = ['bo', 'cleo', 'dag', 'eli', 'finn'];
const ELSEWHERE = ['192.0.2.10', '203.0.113.7'] as const;

/** How odd the place is from which Ana removes five people on the twentieth day, after a sign-in there. @param signedIn, removed minutes after noon */
async function novelty(signedIn: number, removed: number): Promise<number> {
	const removals = TARGETS.map((name, at) =>
		acted(
			'ana',
			19,
			'user.lifecycle.deactivate',
			[{ id: `00uexample${name}`, type: 'User', alternateId: `${name}@example.com` }],
			removed + at,
		),
	);
	const elsewhere = (acted('ana', 19, 'user.session.start', [], signedIn) + removals.join('')).replaceAll(...ELSEWHERE);
	const { findings } = await asking(quiet(19, PEOPLE) + elsewhere, { analytics: [analytic] }, hunt);
	const [finding] = findings.filter(({ actor }) => actor.id === 'ana@example.com');
	return finding?.reasons.find(({ signal }) => signal === 'session-novelty')?.surprise ?? 0;
}

test('a place in which somebody was first seen shortly before midnight (UTC) is as new after it as it was before', async () => {
	const before = await novelty(640, 670);
	expect(before).toBeGreaterThan(1);
	// In at 23:40, removals from 00:10 on.
	expect(await novelty(700, 730)).toBeCloseTo(before, 1);
	// In at noon, removals in the next morning: by then the place has been known for a day.
	expect(await novelty(0, 1200)).toBeLessThan(before / 2);
});
