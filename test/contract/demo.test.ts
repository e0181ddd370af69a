import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { loadContext } from '../../src/cli/engine.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding } from '../../src/model/finding.ts';

interface Story {
	readonly analytic: string;
	readonly actors: readonly string[];
	readonly start: string;
	readonly end: string;
	readonly kind?: string;
}

const TRUTH: { readonly campaigns: readonly Story[]; readonly lookAlikes: readonly Story[] } = JSON.parse(
	readFileSync('fixtures/demo-truth.json', 'utf8'),
);

/** Place of the first finding of a story, from 1; undefined where it is not told. */
function placeOf(findings: readonly Finding[], story: Story): number | undefined {
	const names = (one: Finding) =>
		[one.actor.id, ...(one.actor.aliases ?? []), ...one.entities.map(({ id }) => id)].map((id) => id.toLowerCase());
	const at = findings.findIndex(
		(one) =>
			one.analytic === story.analytic &&
			names(one).some((name) => story.actors.includes(name)) &&
			one.window.start <= story.end &&
			one.window.end >= story.start,
	);
	return at < 0 ? undefined : at + 1;
}

describe('the demonstration, with its context', () => {
	let findings: readonly Finding[] = [];

	beforeAll(async () => {
		const document = await hunt({
			evidence: ['fixtures/demo'],
			analytics: ANALYTICS,
			set: [],
			minScore: 0,
			arguments: [],
			version: '0',
			context: await loadContext('fixtures/demo-context'),
		});
		findings = document.findings;
	}, 60_000);

	test.each(TRUTH.campaigns)('has the campaign of $analytic among its first ten findings', (campaign) => {
		expect(placeOf(findings, campaign)).toBeLessThanOrEqual(10);
	});

	test('names no record without its SHA-256, those of the stages included', () => {
		const stages = findings.flatMap(({ stages: own }) => own ?? []);
		expect(stages.length).toBeGreaterThan(3);
		// A stage is the moment of its record.
		expect(stages.filter(({ time, evidence }) => evidence?.time !== time)).toEqual([]);
		for (const { sha256 } of [
			...stages.flatMap(({ evidence }) => evidence ?? []),
			...findings.flatMap(({ evidence }) => evidence.sample),
		])
			expect(sha256).toMatch(/^[0-9a-f]{64}$/);
	});

	test('calls what took part by the words that are promised', () => {
		const promised = ['app', 'grantor', 'target', 'mailbox', 'repository', 'session', 'address'];
		const said = findings.flatMap(({ entities }) => entities);
		expect(said.filter(({ role }) => !promised.includes(role))).toEqual([]);
		// What it is says the type: a folder that files were put into, an account that is also concerned.
		expect(said.filter(({ role, type }) => role === 'target' && type === 'folder').length).toBeGreaterThan(0);
		expect(said.filter(({ role, type }) => role === 'target' && type === 'user').length).toBeGreaterThan(0);
	});

	test('calls everybody a grantor who granted the same app', async () => {
		const { findings: shared } = await hunt({
			evidence: ['fixtures/AN1349/box/attack-app-let-in'],
			analytics: ANALYTICS.filter(({ id }) => id === 'AN1349'),
			set: [],
			minScore: 0,
			arguments: [],
			version: '0',
		});
		const booker = shared.find(({ title }) => title.startsWith('Room Booker'));
		expect(booker?.entities.filter(({ role }) => role === 'grantor').map(({ id }) => id)).toEqual([
			'ben.bauer@example.com',
			'cid.cho@example.com',
			'hal.hunt@example.com',
		]);
	});

	test.each(TRUTH.lookAlikes)('has the harmless $kind ($analytic) below every campaign', (affair) => {
		const places = TRUTH.campaigns.map((campaign) => placeOf(findings, campaign) ?? Number.POSITIVE_INFINITY);
		expect(placeOf(findings, affair) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(Math.max(...places));
	});
});
