import { describe, expect, test } from '@jest/globals';
import { burst, DAY, findingsOf, HOUR, routine, START } from './uploading.ts';

const SIGNAL = 'session-novelty';
// On four days before, Ana uploaded sixty files at once: as much again is her habit.
const HABIT = [2, 4, 9, 11].flatMap((day) => burst('ana', START + day * DAY + 14 * HOUR, 60));
const WHEN = START + 16 * DAY + 14 * HOUR;

async function noveltyOf(evidence: Parameters<typeof findingsOf>[0]): Promise<number> {
	const day = new Date(WHEN).toISOString().slice(0, 10);
	const [finding] = (await findingsOf(evidence)).filter(
		({ actor, window }) => actor.id === 'ana@example.com' && window.start.startsWith(day),
	);
	return finding?.reasons.find(({ signal }) => signal === SIGNAL)?.surprise ?? 0;
}

describe('a habit', () => {
	test('says nothing of a place where the account never did anything: its newness counts there', async () => {
		const abroad = burst('ana', WHEN, 60, { ip: '203.0.113.66' });
		const withHabit = await noveltyOf([...routine(18), ...HABIT, ...abroad]);
		const withoutHabit = await noveltyOf([...routine(18), ...abroad]);
		expect(withoutHabit).toBeGreaterThan(1);
		expect(withHabit).toBeGreaterThan(0.7 * withoutHabit);
	});

	test('quietens what is done where it was formed', async () => {
		expect(await noveltyOf([...routine(18), ...HABIT, ...burst('ana', WHEN, 60, { agent: 'rclone/v1.66.0' })])).toBeLessThan(0.5);
	});
});
