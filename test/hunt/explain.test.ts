import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { explain } from '../../src/hunt/explain.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { HuntRequest } from '../../src/hunt/request.ts';
import { whyNot } from '../../src/hunt/why-not.ts';
import { quiet, removals } from './okta-log.ts';
import { asking, burst, DAY, HOUR, routine, START } from './uploading.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Names from the end of the alphabet backwards, so that they are never taken in alphabetical order.
const ACCOUNTS = Array.from({ length: 26 }, (_, index) => `${String.fromCharCode(122 - index)}-account`);
const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli', 'finn'];

let written = 0;

/** A request for AN0339 over twenty quiet days and so many removals on the last of them. */
function asked(accounts: number, minScore = 40, ip = '203.0.113.7'): HuntRequest {
	written += 1;
	const file = join(folder, `${written}.ndjson`);
	writeFileSync(file, quiet(20, PEOPLE) + removals('ana', 19, ACCOUNTS.slice(0, accounts), ip));
	return {
		evidence: [file],
		analytics: ANALYTICS.filter(({ id }) => id === 'AN0339'),
		set: [],
		minScore,
		arguments: [],
		version: '0.0.0',
	};
}

async function scoreOf(accounts: number): Promise<number> {
	const { findings } = await hunt(asked(accounts, 0));
	return findings[0]?.score ?? 0;
}

describe('explain', () => {
	test('names the largest count that stays below the limit: hunting that many, and one more, agrees', async () => {
		const { silentIf, finding } = await explain(asked(20), '1');
		expect(finding.score).toBeGreaterThanOrEqual(40);
		const largest = silentIf.count?.largest ?? Number.NaN;
		expect(largest).toBeGreaterThan(0);
		expect(await scoreOf(largest)).toBe(silentIf.count?.score);
		expect(silentIf.count?.score).toBeLessThan(40);
		expect(await scoreOf(largest + 1)).toBeGreaterThanOrEqual(40);
	});

	test('counts from where the judging begins on: a burst that began before does not speak there', async () => {
		const at = START + 16 * DAY + 2 * HOUR;
		const { silentIf, finding } = await asking(
			[...routine(18), ...burst('ana', at, 200)],
			{ from: { at: at + 90 * 10_000 }, minScore: 40 },
			(request) => explain(request, '1'),
		);
		expect(finding.reasons[0]?.observed).toBe(110);
		expect(silentIf.count?.largest).toBeGreaterThan(1);
		expect(silentIf.count?.score).toBeLessThan(40);
	});

	test('shows the numbers behind the volume', async () => {
		const { volume } = await explain(asked(20), '1');
		// Nobody removed anything before: nothing on 19 days, a weak prior (0.3, 1) as only six people are known and none has a rate.
		expect(volume).toMatchObject({ days: 19, weight: 0, evidenceDays: 19, daysAsMuch: 0 });
		expect(volume?.expected).toBeCloseTo(((volume?.prior.a ?? 0) / ((volume?.prior.b ?? 0) + 19)) * (volume?.share ?? 0), 12);
	});

	test('leaving a line out takes its share off, strongest first', async () => {
		const { silentIf, finding } = await explain(asked(20), '1');
		const scores = silentIf.without.map(({ score }) => score);
		expect(scores).toEqual([...scores].sort((a, b) => a - b));
		expect(Math.max(...scores)).toBeLessThanOrEqual(finding.score);
		expect(silentIf.without).toHaveLength(finding.reasons.filter(({ surprise }) => surprise > 0).length);
	});

	test('finds a finding by its id, below the limit too, and refuses what is not there', async () => {
		const [weak] = (await hunt(asked(2, 0))).findings;
		const { finding } = await explain(asked(2, 99), weak?.id ?? '');
		expect(finding).toMatchObject({ id: weak?.id, score: weak?.score, rank: 0 });
		await expect(explain(asked(20), '2')).rejects.toThrow(
			"--explain: no finding '2'; give a rank from 1 to 1, or an id as hunt --format json shows it",
		);
		await expect(explain(asked(2, 99), '1')).rejects.toThrow(
			"--explain: there is no finding '1': nothing reaches the score asked for",
		);
	});
});

describe('whyNot', () => {
	test('says what a window lacks, and the count from which on it would be reported', async () => {
		const { analytics, people } = await whyNot(asked(2, 65), 'ana');
		expect(people).toMatchObject([{ id: 'ana@example.com', days: 20 }]);
		const [strongest] = analytics[0]?.windows ?? [];
		expect(strongest).toMatchObject({ observed: 2, unit: 'accounts' });
		const sum = strongest?.reasons.reduce((total, { surprise }) => total + surprise, 0) ?? 0;
		// A score of 65 is a sum of five decades.
		expect(strongest?.missing).toBeCloseTo(5 - sum, 1);
		expect(strongest?.neededCount).toBeGreaterThan(2);
		expect(analytics[0]?.text).toContain(`from ${strongest?.neededCount} accounts in the same window on it would be reported`);
	});

	test('says that somebody was reported', async () => {
		const { analytics } = await whyNot(asked(20), 'ana@example.com');
		expect(analytics[0]?.text).toBe('reported: AN0339/okta/ana@example.com/2026-02-21T22:00Z');
		expect(analytics[0]?.windows[0]?.finding).toMatchObject({ rank: 1 });
	});

	test('says that nothing of somebody is heard, and who is like somebody unknown', async () => {
		const quietOne = await whyNot(asked(2), 'bo');
		expect(quietOne.analytics[0]).toMatchObject({ heard: 0, counted: 0, windows: [] });
		expect(quietOne.analytics[0]?.text).toContain('no event of theirs is one that it hears (account.delete');
		const unknown = await whyNot(asked(2), 'cle@example.com');
		expect(unknown).toMatchObject({ people: [], analytics: [] });
		expect(unknown.alike).toEqual(['00uexamplecleo', 'cleo', 'cleo@example.com']);
	});

	test('says that the evidence is too young to tell', async () => {
		writeFileSync(join(folder, 'young.ndjson'), quiet(2, PEOPLE) + removals('ana', 1, ACCOUNTS.slice(0, 3), '203.0.113.7'));
		const { analytics } = await whyNot({ ...asked(1), evidence: [join(folder, 'young.ndjson')] }, 'ana');
		expect(analytics[0]?.text).toContain('the evidence holds only 1 day before: too little history to tell what is usual');
	});
});
