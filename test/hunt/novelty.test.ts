import { describe, expect, test } from '@jest/globals';
import { emptyContext } from '../../src/context/empty.ts';
import { Ledger } from '../../src/hunt/ledger.ts';
import { NoveltyTable } from '../../src/hunt/novelty.ts';
import { People } from '../../src/hunt/people.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';

const DAY = 86_400_000;
const FIRST = 20_000;

function login(person: string, day: number, ip: string): NormalisedEvent {
	return {
		time: (FIRST + day) * DAY + 36_000_000,
		platform: 'okta',
		activity: 'login',
		operation: 'user.session.start',
		actor: { type: 'user', id: person },
		ip,
		ref: { file: 'okta.ndjson', record: 1 },
	};
}

function tableOf(events: readonly NormalisedEvent[]) {
	const ledger = new Ledger([]);
	for (const [index, event] of events.entries()) ledger.hear(event, { file: 0, record: index + 1, offset: 0, length: 0 }, index);
	const table = new NoveltyTable(new People(ledger, emptyContext()), 'network');
	const id = (network: string) => ledger.texts.find(network) ?? 0;
	return { table, id };
}

/** Thirty people on ten days from the office; on the eleventh day one of them comes from elsewhere. */
const office = Array.from({ length: 10 }, (_, day) =>
	Array.from({ length: 30 }, (_, n) => login(`p${n}@example.com`, day, '203.0.113.7')),
).flat();

describe('NoveltyTable', () => {
	test('knows only what lies before the day', () => {
		const { table, id } = tableOf([
			...office,
			login('p0@example.com', 10, '198.51.100.1'),
			login('p0@example.com', 12, '198.51.100.1'),
		]);
		const network = id('198.51.0.0/16');
		expect(table.newness('p0@example.com', network, FIRST + 10)).toMatchObject({ isNew: true, holders: 0 });
		expect(table.newness('p0@example.com', network, FIRST + 11)).toMatchObject({ isNew: false, holders: 1 });
	});

	test('is surprised by a network that nobody used, and hardly by the office', () => {
		const { table, id } = tableOf([...office, login('p0@example.com', 10, '198.51.100.1')]);
		const elsewhere = table.newness('p0@example.com', id('198.51.0.0/16'), FIRST + 10);
		const usual = table.newness('p0@example.com', id('203.0.0.0/16'), FIRST + 10);
		expect(elsewhere.surprise).toBeGreaterThan(2);
		// Ten of ten days from there: -log10((10 + k)/(10 + k)) = 0.
		expect(usual.surprise).toBeCloseTo(0, 9);
	});

	test('takes a network that a crowd takes up on one day for common at once', () => {
		const moved = Array.from({ length: 20 }, (_, n) => login(`p${n}@example.com`, 10, '198.51.100.1'));
		const alone = tableOf([...office, login('p0@example.com', 10, '198.51.100.1')]);
		const crowd = tableOf([...office, ...moved]);
		const one = alone.table.newness('p0@example.com', alone.id('198.51.0.0/16'), FIRST + 10);
		const many = crowd.table.newness('p0@example.com', crowd.id('198.51.0.0/16'), FIRST + 10);
		expect(many.holders).toBe(20);
		expect(many.surprise).toBeLessThan(one.surprise - 0.5);
	});

	test('while little is known of anybody, lets only the account’s own steadiness speak', () => {
		// Three people, one network each: 3 firsts. k = 1.35 as given; ten days seen: -log10(1.35/11.35).
		const few = Array.from({ length: 10 }, (_, day) =>
			[0, 1, 2].map((n) => login(`p${n}@example.com`, day, '203.0.113.7')),
		).flat();
		const { table, id } = tableOf([...few, login('p0@example.com', 10, '198.51.100.1')]);
		expect(table.newness('p0@example.com', id('198.51.0.0/16'), FIRST + 10).surprise).toBeCloseTo(-Math.log10(1.35 / 11.35), 9);
	});
});
