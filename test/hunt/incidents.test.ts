import { describe, expect, test } from '@jest/globals';
import { analytic as removal } from '../../analytics/AN0339-account-removal/index.ts';
import { onlyNew } from '../../src/cli/compare.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { incidentsOf, withFindings } from '../../src/hunt/incidents.ts';
import type { FindingsDocument, IncidentLink } from '../../src/model/finding.ts';
import { CRITICAL, EXAMPLE, HIGH, INCIDENT } from '../render/examples.ts';
import { asking } from './asking.ts';
import { quiet, removals } from './okta-log.ts';

const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli', 'fay', 'gil', 'hal'];
/** Twelve accounts of somebody's. */
const accounts = (of: string) => Array.from({ length: 12 }, (_, index) => `${of}-${index}`);
/** All sign in on twenty days, from 192.0.2.10. */
const QUIET = quiet(20, PEOPLE);

async function found(log: string, minScore = 40): Promise<FindingsDocument> {
	return asking(QUIET + log, { analytics: [removal], minScore }, hunt);
}

/** Names of the actors of each incident, and what ties them. */
function told({ incidents, findings }: FindingsDocument): readonly unknown[] {
	const names = new Map(findings.map(({ id, actor }) => [id, actor.name]));
	return incidents.map(({ findings: ids, links }) => [
		ids.map((id) => names.get(id)).toSorted(),
		links.map(({ by, id }) => `${by} ${id}`),
	]);
}

describe('findings of two people belong together', () => {
	test('where both came from one address that was new to each, and nobody else uses its network', async () => {
		const document = await found(
			removals('ana', 17, accounts('a'), '203.0.113.7') + removals('bo', 18, accounts('b'), '203.0.113.7'),
		);
		expect(told(document)).toEqual([[['ana', 'bo'], ['address 203.0.113.7']]]);
		expect(document.incidents[0]?.window).toEqual({ start: '2026-02-19T22:00:00.000Z', end: '2026-02-20T22:10:00.000Z' });
		expect(document.findings.map(({ incident }) => incident)).toEqual([document.findings[0]?.id, document.findings[0]?.id]);
	});

	test('by their network, where the addresses differ', async () => {
		const document = await found(
			removals('ana', 17, accounts('a'), '203.0.113.7') + removals('bo', 18, accounts('b'), '203.0.113.99'),
		);
		expect(told(document)).toEqual([[['ana', 'bo'], ['network 203.0.0.0/16']]]);
	});

	test('not where each came from a network of their own', async () => {
		const document = await found(
			removals('ana', 17, accounts('a'), '203.0.113.7') + removals('bo', 18, accounts('b'), '198.51.100.7'),
		);
		expect(document.findings).toHaveLength(2);
		expect(document.incidents).toEqual([]);
	});

	test('not by the network that everybody uses', async () => {
		const document = await found(
			removals('ana', 17, accounts('a'), '192.0.2.10') + removals('bo', 18, accounts('b'), '192.0.2.10'),
			0,
		);
		expect(document.incidents).toEqual([]);
	});

	test('not by a network that most of those who use it did nothing odd from', async () => {
		// Two of five who came from there: less than half.
		const others = ['cleo', 'dag', 'eli'].map((person) => removals(person, 16, [`${person}-left`], '203.0.113.50')).join('');
		const document = await found(
			others + removals('ana', 17, accounts('a'), '203.0.113.7') + removals('bo', 18, accounts('b'), '203.0.113.7'),
		);
		expect(document.findings.map(({ actor }) => actor.name)).toEqual(expect.arrayContaining(['ana', 'bo']));
		expect(document.incidents).toEqual([]);
	});

	test('where one acts on the account of the other, but not on many more', async () => {
		const both = (more: readonly string[]) =>
			found(removals('ana', 17, accounts('a'), '203.0.113.7') + removals('bo', 18, ['ana', ...more], '198.51.100.7'), 40);
		expect(told(await both(['b-1', 'b-2', 'b-3', 'b-4']))).toEqual([[['ana', 'bo'], ['account ana@example.com']]]);
		const many = await both(accounts('b'));
		expect(many.findings).toHaveLength(2);
		expect(many.incidents).toEqual([]);
	});
});

describe('what ties findings', () => {
	const day = (number: number) => ({
		start: `2026-03-${String(number).padStart(2, '0')}T09:00:00Z`,
		end: `2026-03-${String(number).padStart(2, '0')}T10:00:00Z`,
	});
	const finding = (id: string, number: number, actor: string, score = 80) => ({
		...HIGH,
		id,
		score,
		actor: { type: 'user' as const, id: actor },
		window: day(number),
	});
	const link = (by: IncidentLink['by'], id: string, ...findings: readonly string[]): IncidentLink => ({ by, id, findings });

	test('is an account for three days, an app for thirty', () => {
		const findings = [finding('a', 1, 'ana'), finding('b', 4, 'ana'), finding('c', 8, 'ana')];
		// From 1 March, 10:00 to 4 March, 09:00 it is less than three days; from there to 8 March more.
		expect(incidentsOf(findings, [link('account', 'ana', 'a', 'b', 'c')]).map((incident) => incident.findings)).toEqual([
			['a', 'b'],
		]);
		expect(incidentsOf(findings, [link('app', 'sync', 'a', 'c')]).map((incident) => incident.findings)).toEqual([['a', 'c']]);
	});

	test('reaches over others, and strongest findings come first', () => {
		const findings = [finding('a', 3, 'ana'), finding('b', 2, 'bo'), finding('c', 1, 'cleo'), finding('d', 1, 'dag')];
		const links = [link('app', 'sync', 'c', 'b'), link('account', 'ana', 'b', 'a')];
		expect(incidentsOf(findings, links)).toEqual([
			{
				id: 'a',
				findings: ['a', 'b', 'c'],
				window: { start: '2026-03-01T09:00:00Z', end: '2026-03-03T10:00:00Z' },
				links: [link('account', 'ana', 'a', 'b'), link('app', 'sync', 'b', 'c')],
			},
		]);
	});

	test('is no account to which things were only done, no address of one account alone, and no finding below 40', () => {
		const findings = [finding('a', 1, 'ana'), finding('b', 2, 'bo'), finding('c', 2, 'ana', 39.9)];
		expect(incidentsOf(findings, [link('account', 'victim', 'a', 'b')])).toEqual([]);
		expect(incidentsOf(findings, [link('account', 'ana', 'a', 'c')])).toEqual([]);
		const own = [finding('a', 1, 'ana'), finding('b', 9, 'ana')];
		expect(incidentsOf(own, [link('address', '203.0.113.7', 'a', 'b')])).toEqual([]);
	});

	test('goes with the findings that are left out', () => {
		expect(withFindings(INCIDENT, INCIDENT.findings)).toEqual(INCIDENT);
		const rest = withFindings(INCIDENT, INCIDENT.findings.slice(1));
		expect(rest.incidents).toEqual([]);
		expect(rest.findings.map(({ incident }) => incident)).toEqual([undefined, undefined]);
		const fresh = onlyNew(INCIDENT, { file: 'earlier.json', ids: new Set([CRITICAL.id]) });
		expect([fresh.incidents, fresh.findings[0]?.incident]).toEqual([[], undefined]);
		expect(onlyNew(EXAMPLE, { file: 'earlier.json', ids: new Set() }).incidents).toEqual([]);
	});
});
