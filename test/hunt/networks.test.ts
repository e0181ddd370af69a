import { describe, expect, test } from '@jest/globals';
import { emptyContext } from '../../src/context/empty.ts';
import { HeardRow } from '../../src/hunt/heard-row.ts';
import { Ledger } from '../../src/hunt/ledger.ts';
import { NoveltyTable } from '../../src/hunt/novelty.ts';
import { People } from '../../src/hunt/people.ts';
import type { Geography } from '../../src/hunt/request.ts';
import { daySeen, valueSeen } from '../../src/hunt/sightings.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';

const DAY = 86_400_000;
const FIRST = 20_000;
const HOME = '203.0.113.7';

function login(day: number, ip: string | undefined, asn?: number, platform: 'okta' | 'm365' = 'okta'): NormalisedEvent {
	return {
		time: (FIRST + day) * DAY + 36_000_000,
		platform,
		activity: 'login',
		operation: 'login',
		actor: { type: 'user', id: 'ana@example.com' },
		...(ip !== undefined && { ip }),
		...(asn !== undefined && { asn }),
		ref: { file: 'log', record: 1 },
	};
}

function heard(events: readonly NormalisedEvent[], geography?: Geography): Ledger {
	const ledger = new Ledger([], { geography });
	for (const [index, event] of events.entries()) ledger.hear(event, { file: 0, record: index + 1, offset: 0, length: 0 }, index);
	ledger.settle();
	return ledger;
}

/** The networks of the events in the order of their days, and the days of each network in the profile. */
function networks(ledger: Ledger) {
	const rows = [...ledger.rows.sorted()].map((row) => new HeardRow(ledger.rows, row, (id) => id).network);
	const days: Record<string, number[]> = {};
	for (const sighting of ledger.profiles.get('ana@example.com')?.sightings(0) ?? []) {
		const network = ledger.texts.text(valueSeen(sighting)) ?? '';
		days[network] = [...(days[network] ?? []), daySeen(sighting) - FIRST];
	}
	return { rows, days };
}

describe('networks', () => {
	test('logs that name none are told by the prefix of the address', () => {
		const ledger = heard([login(0, HOME), login(1, '203.0.200.1'), login(2, '10.0.0.1'), login(3, undefined)]);
		expect(networks(ledger)).toEqual({
			rows: ['203.0.0.0/16', '203.0.0.0/16', undefined, undefined],
			days: { '203.0.0.0/16': [0, 1] },
		});
		expect(ledger.namesNetworks).toBe(false);
	});

	test('what a log names stands for the prefix also where another log is silent, whichever comes first', () => {
		const events = [login(0, HOME, undefined, 'm365'), login(1, HOME, 64500), login(2, '203.0.200.1', undefined, 'm365')];
		for (const order of [events, events.toReversed()]) {
			const ledger = heard(order);
			expect(networks(ledger)).toEqual({ rows: ['AS64500', 'AS64500', 'AS64500'], days: { AS64500: [0, 1, 2] } });
			expect(ledger.namesNetworks).toBe(true);
		}
	});

	test('two prefixes of one provider are one network', () => {
		const ledger = heard([login(0, HOME, 64500), login(1, '198.51.100.1', 64500)]);
		const table = new NoveltyTable(new People(ledger, emptyContext()), 'network');
		expect(table.newness('ana@example.com', ledger.texts.find('AS64500') ?? 0, FIRST + 1).isNew).toBe(false);
		expect(networks(ledger).days).toEqual({ AS64500: [0, 1] });
	});

	test('of a prefix with several providers a silent log says no more than the prefix', () => {
		const events = [login(0, HOME, 64500), login(1, '203.0.200.1', 64501), login(2, HOME, undefined, 'm365')];
		expect(networks(heard(events)).rows).toEqual(['AS64500', 'AS64501', '203.0.0.0/16']);
		expect(networks(heard(events.toReversed())).rows).toEqual(['AS64500', 'AS64501', '203.0.0.0/16']);
	});

	test('a database that knows the address is asked first: one authority for all logs', () => {
		const geography: Geography = { lookup: (ip) => (ip === HOME ? { asn: 64510 } : undefined) };
		const ledger = heard([login(0, HOME, 64500), login(1, '203.0.200.1', 64500), login(2, '203.0.200.1')], geography);
		expect(networks(ledger).rows).toEqual(['AS64510', 'AS64500', 'AS64500']);
	});

	test.each([0, -1, 1.5, 23_456, 65_535, 4_294_967_295, 2 ** 40, Number.NaN])('%p is no network', (asn) => {
		expect(networks(heard([login(0, HOME, asn)])).rows).toEqual(['203.0.0.0/16']);
	});

	test('an address that is nowhere stays so, whatever is said of it', () => {
		expect(networks(heard([login(0, '10.0.0.1', 64500)])).rows).toEqual([undefined]);
	});

	test('a copy tells later events by what was settled', () => {
		const copy = heard([login(0, HOME, 64500)]).copyFor(['ana@example.com']);
		copy.hear(login(1, HOME), { file: 0, record: 9, offset: 0, length: 0 }, 9);
		expect(networks(copy)).toEqual({ rows: ['AS64500', 'AS64500'], days: { AS64500: [0, 1] } });
	});
});
