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

	test.each(TRUTH.lookAlikes)('has the harmless $kind ($analytic) below every campaign', (affair) => {
		const places = TRUTH.campaigns.map((campaign) => placeOf(findings, campaign) ?? Number.POSITIVE_INFINITY);
		expect(placeOf(findings, affair) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(Math.max(...places));
	});
});
