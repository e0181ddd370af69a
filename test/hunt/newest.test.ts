import { describe, expect, test } from '@jest/globals';
import { analytic } from '../../analytics/AN0339-account-removal/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { newestOf } from '../../src/hunt/newest.ts';
import { asking } from './asking.ts';
import { acted, quiet, removals } from './okta-log.ts';

const DAY = 86_400_000;

function at(day: number, hour = 12): number {
	return day * DAY + hour * 3_600_000;
}

describe('newestOf', () => {
	const days = new Map(Array.from({ length: 30 }, (_, day): [number, number] => [20_000 + day, 100]));

	test('is the newest event where the days follow one another', () => {
		expect(newestOf(days, at(20_029))).toEqual({ at: at(20_029) });
		expect(newestOf(new Map(), Number.NEGATIVE_INFINITY)).toEqual({ at: Number.NEGATIVE_INFINITY });
	});

	test('is the end of the day before a few events far behind all others', () => {
		expect(newestOf(new Map([...days, [40_000, 1]]), at(40_000))).toEqual({
			at: at(20_030, 0) - 1,
			beyond: 'the newest event lies 19971 days or more after all others: a wrong clock, perhaps',
		});
		// Several clocks, 2 and 3 events of 3005.
		expect(newestOf(new Map([...days, [30_000, 3], [40_000, 2]]), at(40_000))).toEqual({
			at: at(20_030, 0) - 1,
			beyond: 'the newest 5 events lie 9971 days or more after all others: a wrong clock, perhaps',
		});
	});

	test('is the newest event of a second export, or one behind a shorter hole', () => {
		// 31 of 3031 are more than a hundredth.
		expect(newestOf(new Map([...days, [20_400, 31]]), at(20_400))).toEqual({ at: at(20_400) });
		expect(newestOf(new Map([...days, [20_089, 1]]), at(20_089))).toEqual({ at: at(20_089) });
	});
});

test('one record of 2099 does not take what is hunted from the last seven days', async () => {
	const people = ['ana', 'bo', 'cy'];
	const accounts = Array.from({ length: 12 }, (_, index) => `left${index}`);
	const log = quiet(28, people) + removals('ana', 26, accounts, '203.0.113.9');
	// 26,950 days after 2 February 2026 is November 2099; the last day of the others is 1 March 2026.
	const stray = acted('cy', 26_950, 'user.session.start', []);
	const ask = (text: string) => asking(text, { analytics: [analytic], from: { ago: 7 * DAY } }, (request) => hunt(request));
	const usual = await ask(log);
	const strange = await ask(log + stray);
	expect(usual.findings.map(({ actor }) => actor.id)).toContain('ana@example.com');
	expect(strange.findings.map(({ actor }) => actor.id)).toEqual(usual.findings.map(({ actor }) => actor.id));
	expect(strange.run.notes).toContain(
		'the newest event lies 26923 days or more after all others: a wrong clock, perhaps; --from counts back from the end of 2026-03-01, and they are judged too',
	);
	expect(usual.run.notes?.join('\n')).not.toContain('a wrong clock');
});
