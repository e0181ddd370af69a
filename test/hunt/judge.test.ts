import { describe, expect, test } from '@jest/globals';
import { whyNot } from '../../src/hunt/why-not.ts';
import { UsageError } from '../../src/model/errors.ts';
import type { Finding } from '../../src/model/finding.ts';
import { asking, burst, DAY, findingsOf, HOUR, routine, START, type Upload } from './uploading.ts';

const NIGHT = START + 16 * DAY + 2 * HOUR;

function volumeOf(findings: readonly Finding[], actor: string): Finding['reasons'][number] | undefined {
	return findings.find((one) => one.actor.id === `${actor}@example.com`)?.reasons.find(({ signal }) => signal === 'upload-rate');
}

describe('the windows of one person', () => {
	test('two bursts within twelve hours are one finding, a week apart they are two', async () => {
		const count = async (gap: number) => {
			const evidence = [...routine(28), ...burst('ana', NIGHT, 40), ...burst('ana', NIGHT + gap, 120)];
			return (await findingsOf(evidence)).filter(({ actor, score }) => actor.id === 'ana@example.com' && score > 1).length;
		};
		expect(await count(5 * HOUR)).toBe(1);
		expect(await count(8 * DAY)).toBe(2);
	});

	test('nobody has more than five findings', async () => {
		const evidence: Upload[] = [...routine(40)];
		for (let day = 14; day < 38; day += 2) evidence.push(...burst('ana', START + day * DAY + 2 * HOUR, 40 + day));
		const findings = await findingsOf(evidence);
		expect(findings.filter(({ actor }) => actor.id === 'ana@example.com')).toHaveLength(5);
	});

	test('what is left out is counted as it would be told: windows of one burst are one finding', async () => {
		const evidence: Upload[] = [...routine(40)];
		for (let day = 14; day < 38; day += 4) evidence.push(...burst('ana', START + day * DAY + 2 * HOUR, 40 + day));
		const own = (await findingsOf(evidence)).filter(({ actor }) => actor.id === 'ana@example.com');
		expect(own).toHaveLength(5);
		expect(own.flatMap(({ caveats }) => caveats.filter((text) => text.includes('left out')))).toEqual([
			'1 weaker finding of the same account left out',
		]);
	});

	test('a harmless burst hides no other of the same day: neither fuller nor at another hour', async () => {
		const theft = burst('ana', START + 16 * DAY + 20 * HOUR, 40, { ip: '203.0.113.66', agent: 'rclone/v1.66.0' });
		const move = burst('ana', START + 16 * DAY + 9 * HOUR, 450);
		const [alone] = await findingsOf([...routine(18), ...theft]);
		const [first] = await findingsOf([...routine(18), ...move, ...theft]);
		expect(first?.window).toEqual(alone?.window);
		expect(first?.reasons[0]?.observed).toBe(40);
		expect(first?.reasons.find(({ signal }) => signal === 'session-novelty')?.text).toContain('203.0.0.0/16');
		// The other one is not lost for it.
		expect(first?.caveats.join(' ')).toMatch(/of the same account within 12 hours: \d+ files uploaded .* 2026-01-21 09:00 to/);
	});

	test('what comes from elsewhere is told from what the owner does at the same time', async () => {
		const at = START + 16 * DAY + 10 * HOUR;
		const work = burst('ana', at, 200);
		const theft = burst('ana', at + 5000, 40, { ip: '203.0.113.66', agent: 'rclone/v1.66.0' });
		const [first] = await findingsOf([...routine(18), ...work, ...theft]);
		expect(first?.reasons[0]?.observed).toBe(40);
		expect(first?.evidence.count).toBe(40);
		expect(first?.caveats.join(' ')).toMatch(/only what came from networks new to the account is counted here: \d+ other events/);
	});

	test('how long it all went on is told where a window is too short for it', async () => {
		// 100 files in 16½ minutes, of which ten minutes hold 60; another one half an hour later is none of them.
		const theft = burst('ana', NIGHT, 100, { ip: '203.0.113.66' });
		const later = burst('ana', NIGHT + 45 * 60_000, 1, { ip: '203.0.113.66' });
		const [part] = await findingsOf([...routine(18), ...theft, ...later], { window: HOUR / 6 });
		expect(part?.reasons[0]?.observed).toBe(60);
		const [from, to] = [NIGHT, NIGHT + 990_000].map((time) => new Date(time).toISOString().slice(0, 16).replace('T', ' '));
		expect(part?.caveats).toContain(
			`the window holds the oddest part: 100 files in all without a pause of 10m, ${from} to ${to} UTC`,
		);
		const [whole] = await findingsOf([...routine(18), ...theft, ...later], { window: HOUR });
		expect(whole?.caveats.join(' ')).not.toContain('the oddest part');
	});

	test('what was refused teaches nothing: who tries a password each night has not worked from there', async () => {
		const theft = burst('ana', NIGHT, 40, { ip: '203.0.113.66' });
		const tries = Array.from({ length: 14 }, (_, day) => ({
			person: 'ana',
			time: START + day * DAY + 2 * HOUR,
			ip: '203.0.113.66',
			refused: true,
		}));
		const told = async (evidence: readonly Upload[]) =>
			(await findingsOf(evidence))[0]?.reasons.filter(({ signal }) => ['session-novelty', 'odd-hour'].includes(signal));
		expect(await told([...routine(18), ...tries, ...theft])).toEqual(await told([...routine(18), ...theft]));
	});

	test('end where the judging ends: nothing behind it is counted', async () => {
		const evidence = [...routine(18), ...burst('ana', NIGHT, 40)];
		// Forty files, one every ten seconds: eighteen lie in the first three minutes.
		const [first] = await findingsOf(evidence, { to: { at: NIGHT + 180_000 } });
		expect(first?.reasons[0]?.observed).toBe(18);
	});

	test('and --why-not speaks of those between from and to', async () => {
		const from = { at: START + 16 * DAY };
		const { analytics } = await asking([...routine(18), ...burst('ana', START + 14 * DAY, 60)], { from }, (request) =>
			whyNot(request, 'ana@example.com'),
		);
		// Fourteen working days with two uploads each and the burst; in the span two of these days.
		expect(analytics[0]?.text).toMatch(
			/^88 events count, 4 of them in the span that is judged; their fullest window \(4 within 5d\) is too small /,
		);
	});

	test('and --why-not tells first of what is judged, however far it was excused', async () => {
		const ticket = 'id,start,end,actors,activities,note\nCHG-1,2026-01-19,2026-01-20,ana@example.com,file.*,migration\n';
		const evidence = [...routine(18), ...burst('ana', START + 14 * DAY + 10 * HOUR, 60)];
		const { analytics } = await asking(evidence, { minScore: 40, context: { 'changes.csv': ticket } }, (request) =>
			whyNot(request, 'ana@example.com'),
		);
		const [first] = analytics[0]?.windows ?? [];
		expect(first?.observed).toBeGreaterThanOrEqual(60);
		expect(first?.context).toMatchObject([{ kind: 'change', effect: 'lowered' }]);
	});

	test('a strong finding is told however many there are', async () => {
		const evidence: Upload[] = [...routine(60)];
		for (let day = 14; day < 58; day += 6) {
			const from = { ip: `203.0.${day}.9`, agent: `tool${day}/1.0` };
			evidence.push(...burst('ana', START + day * DAY + 1.9 * HOUR, 4, { ...from, refused: true }));
			evidence.push(...burst('ana', START + day * DAY + 2 * HOUR, 60 * day, from));
		}
		const strong = (await findingsOf(evidence)).filter(({ actor, score }) => actor.id === 'ana@example.com' && score >= 65);
		expect(strong.length).toBeGreaterThan(5);
	});

	test('are judged only where they start between from and to; what lies before is history', async () => {
		const evidence = [...routine(21), ...burst('ana', NIGHT, 40)];
		const after = await findingsOf(evidence, { from: { at: NIGHT + DAY } });
		expect(after.every(({ window }) => Date.parse(window.start) >= NIGHT + DAY)).toBe(true);
		expect(volumeOf(await findingsOf(evidence, { from: { at: NIGHT - HOUR } }), 'ana')).toEqual(
			volumeOf(await findingsOf(evidence), 'ana'),
		);
		await expect(findingsOf(evidence, { to: { at: START } })).rejects.toThrow(UsageError);
	});

	test('have the length that was asked for', async () => {
		const [first] = await findingsOf([...routine(18), ...burst('ana', NIGHT, 60)], { window: 120_000 });
		expect(first?.reasons[0]).toMatchObject({ signal: 'upload-rate', observed: 12, unit: 'files/2m' });
	});
});

describe('what is usual', () => {
	test('does not know the burst that is judged by it', async () => {
		const small = volumeOf(await findingsOf([...routine(18), ...burst('ana', NIGHT, 50)], { window: HOUR }), 'ana');
		const large = volumeOf(await findingsOf([...routine(18), ...burst('ana', NIGHT, 300)], { window: HOUR }), 'ana');
		expect(large?.observed).toBe(300);
		expect(large?.expected).toBe(small?.expected);
		expect(Number(large?.surprise)).toBeGreaterThan(Number(small?.surprise));
	});

	test('is more where the person has done more before', async () => {
		const busy = routine(18).flatMap((one) =>
			one.person === 'ben' ? [one, { ...one, time: one.time + 300_000 }, { ...one, time: one.time + 600_000 }] : [one],
		);
		const noon = START + 16 * DAY + 12 * HOUR;
		const ordinary = volumeOf(await findingsOf([...routine(18), ...burst('ben', noon, 60)], { window: HOUR }), 'ben');
		const usedToIt = volumeOf(await findingsOf([...busy, ...burst('ben', noon, 60)], { window: HOUR }), 'ben');
		expect(Number(usedToIt?.expected)).toBeGreaterThan(2 * Number(ordinary?.expected));
		expect(Number(usedToIt?.surprise)).toBeLessThan(Number(ordinary?.surprise));
	});

	test('is less in the night than at noon', async () => {
		const at = async (time: number) =>
			Number(volumeOf(await findingsOf([...routine(18), ...burst('ana', time, 40)], { window: HOUR }), 'ana')?.expected);
		expect(await at(START + 16 * DAY + 2 * HOUR)).toBeLessThan((await at(START + 16 * DAY + 10 * HOUR)) / 3);
	});

	test('is not what one migration of somebody else made of bursts', async () => {
		const noon = START + 16 * DAY + 12 * HOUR;
		const spread = Array.from({ length: 5 }, (_, day) => burst('eve', START + (8 + day) * DAY + 9 * HOUR, 450)).flat();
		const calm = volumeOf(await findingsOf([...routine(18), ...burst('ana', noon, 60)]), 'ana');
		const beside = volumeOf(await findingsOf([...routine(18), ...spread, ...burst('ana', noon, 60)]), 'ana');
		expect(Number(beside?.surprise)).toBeGreaterThan(0.8 * Number(calm?.surprise));
	});

	test('knows how bursty people are from the baseline alone, as it does everything else', async () => {
		const late = START + 38 * DAY + 12 * HOUR;
		const cut = routine(40).filter(({ time }) => time >= START + 31 * DAY);
		const whole = volumeOf(await findingsOf([...routine(40), ...burst('ana', late, 60)], { baseline: 7 * DAY }), 'ana');
		const short = volumeOf(await findingsOf([...cut, ...burst('ana', late, 60)]), 'ana');
		expect(Number(whole?.surprise)).toBeCloseTo(Number(short?.surprise), 1);
	});

	test('counts no days on which the platform sent nothing', async () => {
		const daysOf = async (without: readonly number[]) =>
			(await findingsOf([...routine(18, without), ...burst('ana', NIGHT, 60)])).find(
				({ actor }) => actor.id === 'ana@example.com',
			)?.baseline.days;
		const whole = Number(await daysOf([]));
		expect(await daysOf([8, 9, 10])).toBe(whole - 3);
	});

	test('goes back no further than the baseline', async () => {
		const [first] = await findingsOf([...routine(25), ...burst('ana', START + 23 * DAY, 60)], { baseline: 7 * DAY });
		expect(first?.baseline.days).toBeLessThanOrEqual(7);
	});
});

describe('an odd hour', () => {
	test('is held against the days that the evidence holds, not against those of a gap in it', async () => {
		const gap = Array.from({ length: 19 }, (_, day) => 19 + day);
		const findings = await findingsOf([...routine(40, gap), ...burst('ana', START + 38 * DAY + 2 * HOUR, 60)]);
		const line = findings[0]?.reasons.find(({ signal }) => signal === 'odd-hour');
		// Weekdays 0 to 4, 7 to 11 and 14 to 18.
		expect(line?.text).toContain('on 0 of 15 weekdays before');
	});
});

describe('a young evidence', () => {
	test('counts volumes in part, and holds large ones against the fixed threshold', async () => {
		const [first] = await findingsOf([...routine(2), ...burst('ana', START + DAY + 14 * HOUR, 150)]);
		expect(first?.reasons.map(({ signal }) => signal)).toContain('no-history');
		expect(first?.caveats.join(' ')).toContain('cold start: 1 day of history');
		const old = volumeOf(await findingsOf([...routine(18), ...burst('ana', START + 16 * DAY + 14 * HOUR, 150)]), 'ana');
		expect(Number(first?.reasons[0]?.surprise)).toBeLessThan(Number(old?.surprise));
	});
});

describe('the surroundings of a burst', () => {
	const novelty = async (ip: string) =>
		(await findingsOf([...routine(18), ...burst('ana', NIGHT, 60, { ip })]))
			.find(({ actor }) => actor.id === 'ana@example.com')
			?.reasons.find(({ signal }) => signal === 'session-novelty');

	test('say most where nobody here has been before, and nothing where the account works every week', async () => {
		const [fresh, colleague, own] = [await novelty('203.0.113.66'), await novelty('2001:db8:3::7'), await novelty('192.0.2.10')];
		expect(fresh?.text).toContain('a network nobody here had worked from before (203.0.0.0/16)');
		expect(colleague?.text).toContain('a network this account had not worked from before (2001:db8:3::/48)');
		expect(Number(fresh?.surprise)).toBeGreaterThan(Number(colleague?.surprise));
		expect(own?.surprise ?? 0).toBeLessThan(Number(colleague?.surprise));
	});
});

describe('the next steps', () => {
	test('ask the console for the name that its own log uses, over the whole minute', async () => {
		const [first] = await findingsOf([...routine(18), ...burst('ana', NIGHT, 60)]);
		const filter = first?.next.find((step) => step.startsWith('m365: ')) ?? '';
		expect(filter).toContain(`-StartDate '${first?.window.start}' -EndDate '${first?.window.end}'`);
	});
});
