import { describe, expect, test } from '@jest/globals';
import { emptyContext } from '../../src/context/empty.ts';
import { Ledger } from '../../src/hunt/ledger.ts';
import { People } from '../../src/hunt/people.ts';
import { RowIndex } from '../../src/hunt/row-index.ts';
import type { Activity } from '../../src/model/activity.ts';

const START = Date.UTC(2026, 2, 3);

/** An index of events, one a minute: who, through what, what. */
function indexOf(
	events: readonly (readonly [actor: string, app: string | undefined, activity: Activity])[],
	ledger = new Ledger(['file.read', 'mail.read', 'role.grant']),
): RowIndex {
	// Later ones arrive first.
	for (const [minute, [actor, app, activity]] of [...events.entries()].reverse()) {
		ledger.hear(
			{
				...{ time: START + minute * 60_000, platform: 'm365', activity, operation: activity },
				actor: { type: 'user', id: actor },
				...(app !== undefined && { app: { id: app } }),
				ref: { file: 'a.ndjson', record: minute + 1 },
			},
			{ file: 0, record: minute + 1, offset: 0, length: 1 },
			minute,
		);
	}
	return new RowIndex(ledger, new People(ledger, emptyContext()));
}

describe('rows of the ledger', () => {
	const index = indexOf([
		['robot', 'robot', 'file.read'],
		['ana', 'robot', 'mail.read'],
		['ana', undefined, 'role.grant'],
		['robot', undefined, 'file.read'],
		['bo', 'other', 'mail.read'],
	]);
	const always = { from: START, to: START + 3_600_000 };
	const minutes = (rows: readonly number[]) => rows.map((row) => (index.event(row).time - START) / 60_000);

	test('that match any of several queries come once each, by time', () => {
		const activities = ['file.read', 'mail.read'] as const;
		expect(minutes(index.rows({ ...always, activities, app: 'robot' }))).toEqual([0, 1]);
		expect(minutes(index.rows({ ...always, activities, person: 'robot' }))).toEqual([0, 3]);
		expect(minutes(index.rows({ ...always, activities, person: 'robot' }, { ...always, activities, app: 'robot' }))).toEqual([
			0, 1, 3,
		]);
	});

	test('of several activities of everybody come by time', () => {
		expect(minutes(index.rows({ ...always, activities: ['role.grant', 'mail.read', 'mail.read'] }))).toEqual([1, 2, 4]);
		expect(minutes(index.rows({ activities: ['mail.read'], from: START + 60_000, to: START + 240_000 }))).toEqual([1]);
	});

	test('nobody knows of are none: of names that came up while judging too', () => {
		const ledger = new Ledger(['file.read']);
		const own = indexOf([['ana', 'robot', 'file.read']], ledger);
		for (const name of ['later', 'later still', 'last']) ledger.texts.id(name);
		for (const name of ['later', 'later still', 'last', 'never']) {
			expect(own.rows({ ...always, activities: ['file.read'], target: name })).toEqual([]);
			expect(own.rows({ ...always, activities: ['file.read'], app: name })).toEqual([]);
			expect(own.rows({ ...always, activities: ['file.read'], person: name })).toEqual([]);
		}
		expect(own.rows({ ...always, activities: ['file.read'], app: 'robot' })).toEqual([0]);
	});
});
