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

describe('a traveller', () => {
	const IPHONE =
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1';
	const HOTEL = { ip: '203.0.113.66' };
	const CARRIER = '198.51.100.9';
	const TRIP = START + 16 * DAY;

	/** Ana at work in a hotel all day, with sixty files at ten; `evenings`: what she does from her carrier's network each evening but the last. */
	function trip(evenings: Parameters<typeof burst>[3], last: Parameters<typeof burst>[3] | undefined) {
		const worked = [7, 8, 12, 13, 15].flatMap((hour) => burst('ana', TRIP + hour * HOUR, 2, HOTEL));
		const before = Array.from({ length: 12 }, (_, day) => burst('ana', START + day * DAY + 20 * HOUR, 1, evenings));
		const after = last === undefined ? [] : burst('ana', TRIP + 20 * HOUR, 1, last);
		return [...routine(16), ...before.flat(), ...worked, ...burst('ana', TRIP + 10 * HOUR, 60, HOTEL), ...after];
	}

	test('has moved though a phone shows its carrier at home; not where a desk shows there', async () => {
		const novelty = async (evidence: Parameters<typeof findingsOf>[0]) => {
			const [finding] = (await findingsOf(evidence)).filter(({ window }) => Date.parse(window.start) >= TRIP);
			return finding?.reasons.find(({ signal }) => signal === SIGNAL)?.surprise ?? 0;
		};
		const phone = { ip: CARRIER, agent: IPHONE };
		const alone = await novelty(trip(phone, undefined));
		const carried = await novelty(trip(phone, phone));
		const atHome = await novelty(trip({ ip: CARRIER }, { ip: CARRIER }));
		expect(alone).toBeGreaterThan(0.2);
		expect(carried).toBeCloseTo(alone, 1);
		expect(atHome).toBeGreaterThan(1.3 * carried);
	});
});
