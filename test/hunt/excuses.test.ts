import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/model/finding.ts';
import { burst, DAY, findingsOf, HOUR, routine, START } from './uploading.ts';

const WHEN = START + 16 * DAY + 14 * HOUR;
const EVIDENCE = [...routine(18), ...burst('ana', WHEN, 60)];
const ABROAD = [...routine(18), ...burst('ana', WHEN, 60, { ip: '203.0.113.66' })];

function changes(activities: string, from: string, to: string, actors = 'ana@example.com'): Readonly<Record<string, string>> {
	return {
		'changes.csv': `id,start,end,actors,activities,note\nCHG-7,2026-01-21T${from}Z,2026-01-21T${to}Z,${actors},${activities},archive\n`,
	};
}

async function first(evidence: typeof EVIDENCE, context?: Readonly<Record<string, string>>): Promise<Finding> {
	const [finding] = await findingsOf(evidence, context === undefined ? {} : { context });
	if (finding === undefined) throw new Error('nothing was found');
	return finding;
}

function contextLines({ reasons }: Finding): readonly number[] {
	return reasons.filter(({ signal }) => signal === 'context').map(({ surprise }) => surprise);
}

describe('what the organisation said beforehand', () => {
	test('a ticket of the same person, activity and time lowers, and is named with file and line', async () => {
		const finding = await first(EVIDENCE, changes('file.upload', '13:00:00', '16:00:00'));
		expect(contextLines(finding)).toEqual([-3]);
		expect(finding.context[0]).toMatchObject({ kind: 'change', ref: 'changes.csv:2', effect: 'lowered' });
		expect(finding.context[0]?.text).toContain('CHG-7: archive covers 60 of 60 events');
	});

	test('a ticket excuses by half where the surroundings are new to the account: it does not speak for whoever took its place', async () => {
		const taken = [...routine(18), ...burst('ana', WHEN, 60, { ip: '203.0.113.66', agent: 'rclone/v1.66.0' })];
		const finding = await first(taken, changes('file.upload', '13:00:00', '16:00:00'));
		expect(contextLines(finding)).toEqual([-1.5]);
		// A place alone is not enough: people with tickets work from hotels.
		expect(contextLines(await first(ABROAD, changes('file.upload', '13:00:00', '16:00:00')))).toEqual([-3]);
		expect(finding.context[0]?.text).toMatch(/surroundings new to the account: excused in part only/);
	});

	test.each([
		['another activity', changes('account.delete', '13:00:00', '16:00:00')],
		['another time', changes('file.upload', '08:00:00', '10:00:00')],
		['another person', changes('file.upload', '13:00:00', '16:00:00', 'ben@example.com')],
	])('a ticket for %s excuses nothing and is not named', async (_, context) => {
		const finding = await first(EVIDENCE, context);
		expect(contextLines(finding)).toEqual([]);
		expect(finding.context).toEqual([]);
	});

	test('a ticket that ends before half of it is named, but excuses nothing', async () => {
		// Sixty files, one every ten seconds: the first eighteen lie in the first three minutes.
		const finding = await first(EVIDENCE, changes('file.upload', '13:00:00', '14:03:00'));
		expect(contextLines(finding)).toEqual([]);
		expect(finding.context[0]).toMatchObject({ kind: 'change', effect: 'none' });
		expect(finding.context[0]?.text).toMatch(/covers 18 of 60 events: too few/);
	});

	test('several tickets cover together what each covers in part, and weigh by what they cover', async () => {
		// Sixty files, one every ten seconds from 14:00: six in the first minute, 54 behind it.
		const two = `id,start,end,actors,activities,note
CHG-1,2026-01-21T13:00:00Z,2026-01-21T14:01:00Z,ana@example.com,file.upload,first
CHG-2,2026-01-21T14:01:00Z,2026-01-21T16:00:00Z,ana@example.com,file.upload,rest
`;
		const both = await first(EVIDENCE, { 'changes.csv': two });
		expect(contextLines(both)).toEqual([-3]);
		expect(both.context.map(({ ref, effect }) => [ref, effect])).toEqual([
			['changes.csv:3', 'lowered'],
			['changes.csv:2', 'lowered'],
		]);
		expect(both.context[0]?.text).toContain('2 change tickets (CHG-2: rest; …) cover 60 of 60 events');
		expect(contextLines(await first(EVIDENCE, changes('file.upload', '14:01:00', '16:00:00')))).toEqual([-2.7]);
	});

	test('a trusted network lowers by its share of the events', async () => {
		const context = { 'networks.csv': 'cidr,name\n192.0.2.0/24,Head office\n' };
		expect(contextLines(await first(EVIDENCE, context))).toEqual([-1]);
		expect(contextLines(await first(ABROAD, context))).toEqual([]);
	});

	test('a service account is excused where it always works, and less where it never did', async () => {
		const context = {
			'people.csv': 'user,name,department,role,account_type,privileged,developer,aliases\nana@example.com,Mover,IT,,service,,,\n',
		};
		expect(contextLines(await first(EVIDENCE, context))).toEqual([-2]);
		const abroad = await first(ABROAD, context);
		expect(contextLines(abroad)[0] ?? 0).toBeGreaterThan(-2);
		expect(abroad.context[0]).toMatchObject({ kind: 'service-account' });
		expect(abroad.context[0]?.text).toContain('new');
	});

	test('nothing that is excused disappears', async () => {
		const excused = await findingsOf(EVIDENCE, { context: changes('', '00:00:00', '23:59:59', '') });
		expect(excused.filter(({ actor }) => actor.id === 'ana@example.com').length).toBeGreaterThan(0);
	});
});
