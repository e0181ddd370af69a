import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { type RehearseRequest, rehearse } from '../../src/hunt/rehearse.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';
import { quiet, removals } from './okta-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-rehearse-'));
const evidence = join(folder, 'quiet.ndjson');
const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli', 'finn'];
// Bo removes an account now and then, so that the evidence can show removals at all.
const QUIET =
	quiet(19, PEOPLE) + removals('bo', 3, ['x-one'], '192.0.2.10') + removals('bo', 11, ['x-two', 'x-three'], '192.0.2.10');

beforeAll(() => writeFileSync(evidence, QUIET));
afterAll(() => rmSync(folder, { recursive: true }));

function asked(more: Partial<RehearseRequest>): RehearseRequest {
	const [analytic] = ANALYTICS.filter(({ id }) => id === 'AN0339');
	if (analytic === undefined) throw new Error('AN0339 is missing');
	return {
		evidence: [evidence],
		analytic,
		size: 5,
		sweep: false,
		set: [],
		minScore: 40,
		arguments: [],
		version: '0.0.0',
		...more,
	};
}

/** An event of the rehearsal as Okta would have logged it. */
function asOkta({ time, operation, actor, target, ip, userAgent }: NormalisedEvent, index: number): string {
	const [login] = (actor?.id ?? '').split('@');
	return `${JSON.stringify({
		uuid: `11111111-0000-4000-8000-${String(index).padStart(12, '0')}`,
		published: new Date(time).toISOString(),
		eventType: operation,
		version: '0',
		severity: 'INFO',
		actor: { id: `00uexample${login}`, type: 'User', alternateId: actor?.id, displayName: login },
		client: { ipAddress: ip, userAgent: { rawUserAgent: userAgent } },
		outcome: { result: 'SUCCESS' },
		target: target === undefined ? null : [{ id: `00uexample${target.id.split('@')[0]}`, type: 'User', alternateId: target.id }],
	})}\n`;
}

describe('rehearse', () => {
	test('says the score that hunting gives when the same attack is really in the logs', async () => {
		const { result, events } = await rehearse(asked({ actor: 'ana', size: 5 }));
		const [outside, inside] = result.attacks;
		expect(outside).toMatchObject({ actor: 'ana@example.com', place: 'new network', size: 5, found: true, rank: 1 });
		// A sign-in from there, then five removals.
		expect(events.map(({ activity }) => activity)).toEqual(['login', ...new Array(5).fill('account.disable')]);
		const real = join(folder, 'real.ndjson');
		writeFileSync(real, QUIET + events.map(asOkta).join(''));
		const { analytic, ...request } = asked({});
		const { findings } = await hunt({ ...request, evidence: [real], analytics: [analytic] });
		expect(findings[0]).toMatchObject({ score: outside?.score, title: outside?.title, actor: { id: 'ana@example.com' } });
		expect(findings[0]?.reasons.map(({ signal, surprise }) => [signal, surprise])).toEqual(
			outside?.reasons.map(({ signal, surprise }) => [signal, surprise]),
		);
		// From the own network nothing is new.
		expect(inside?.score).toBeLessThan(outside?.score ?? 0);
		expect(inside?.reasons.some(({ signal }) => signal === 'session-novelty')).toBe(false);
	});

	test('leaves the evidence as it is: a second attack does not know of the first', async () => {
		const first = await rehearse(asked({ actor: 'ana', size: 40 }));
		const second = await rehearse(asked({ actor: 'ana', size: 40 }));
		expect(second).toEqual(first);
		const [, inside] = first.result.attacks;
		// Forty removals from outside on the same day would have made forty more an everyday thing, or joined them.
		expect(inside?.title).toContain('40 accounts');
	});

	test('begins in the busiest hour of the last working day, or when it is told to', async () => {
		// Nineteen days from Monday, 2 February 2026 end on Friday, 20 February; everybody is seen at eight only.
		expect((await rehearse(asked({ actor: 'ana' }))).result.attacks[0]?.start).toBe('2026-02-20T08:07:00.000Z');
		const at = Date.UTC(2026, 1, 18, 3);
		expect((await rehearse(asked({ actor: 'ana', at }))).result.attacks[0]?.start).toBe('2026-02-18T03:00:00.000Z');
	});

	test('sweeps: the smallest attack is found, one smaller is not', async () => {
		const { result } = await rehearse(asked({ sweep: true, minScore: 40 }));
		expect(result.floors).toHaveLength(2 * PEOPLE.length);
		for (const { actor, place, smallest } of result.floors.filter(
			(floor) => floor.actor.startsWith('bo') || floor.actor.startsWith('ana'),
		)) {
			if (smallest === undefined) continue;
			const single = async (size: number) =>
				(await rehearse(asked({ actor, size, minScore: 40 }))).result.attacks.find((attack) => attack.place === place)?.found;
			expect(await single(smallest)).toBe(true);
			if (smallest > 1) expect(await single(smallest - 1)).toBe(false);
		}
		const floor = (actor: string, place: string) =>
			result.floors.find((one) => one.actor === actor && one.place === place)?.smallest ?? Number.POSITIVE_INFINITY;
		// Who removes accounts now and then may remove more before anybody wonders.
		expect(floor('bo@example.com', 'own network')).toBeGreaterThan(floor('ana@example.com', 'own network'));
		expect(floor('ana@example.com', 'new network')).toBeLessThanOrEqual(floor('ana@example.com', 'own network'));
	});

	test('refuses somebody who is not there, and evidence that could not show it', async () => {
		await expect(rehearse(asked({ actor: 'nobody@example.com' }))).rejects.toThrow(
			"--actor: nobody is called 'nobody@example.com'",
		);
		const [uploads] = ANALYTICS.filter(({ id }) => id === 'AN1514');
		await expect(rehearse(asked({ ...(uploads !== undefined && { analytic: uploads }) }))).rejects.toThrow(
			'no file.upload, file.create, file.copy is in this evidence: the analytic could see no such attack here',
		);
	});
});

describe('every analytic', () => {
	test.each(ANALYTICS.map((analytic) => [analytic.id, analytic] as const))(
		'%s declares an attack of the size asked for',
		(_id, { rehearsal }) => {
			const plan = {
				actor: 'ana@example.com',
				platform: 'm365' as const,
				start: Date.UTC(2026, 1, 20, 8),
				size: 23,
				place: { ip: '203.0.113.7' },
				app: { id: 'app-1', name: 'App' },
				targets: Array.from({ length: 23 }, (_, index) => `target-${index}`),
				operation: (activity: string) => activity,
			};
			const events = rehearsal?.events(plan) ?? [];
			const after = events.filter(({ activity }) => activity !== 'app.grant');
			expect(after.reduce((sum, { items }) => sum + (items ?? 1), 0)).toBe(23);
			expect(events.map(({ time }) => time)).toEqual(events.map(({ time }) => time).toSorted((a, b) => a - b));
			expect(events[0]?.time).toBe(plan.start);
			expect(rehearsal?.events(plan)).toEqual(events);
		},
	);
});
