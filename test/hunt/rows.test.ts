import { describe, expect, test } from '@jest/globals';
import { Dictionary } from '../../src/hunt/dictionary.ts';
import { HeardRow } from '../../src/hunt/heard-row.ts';
import { Rows } from '../../src/hunt/rows.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';

const TIME = Date.UTC(2026, 2, 3);

function event(more: Partial<NormalisedEvent>): NormalisedEvent {
	return {
		...{ time: TIME, platform: 'okta', activity: 'app.grant', operation: 'app.oauth2.as.consent.grant' },
		ref: { file: 'log', record: 1 },
		...more,
	};
}

function rowsOf(...events: readonly NormalisedEvent[]): Rows {
	const rows = new Rows(new Dictionary());
	for (const [index, one] of events.entries()) {
		rows.push(one, { file: 0, record: index + 1, offset: 2 ** 33 + index, length: 7 }, events.length - index, [], undefined);
	}
	return rows;
}

describe('rows', () => {
	test('keep of the details what analytics ask for, scopes and kind of token among them', () => {
		const rows = rowsOf(
			event({
				details: { appOnly: true, uri: '/oauth2/v1/authorize' },
				scopes: ['mail.read', 'files.read'],
				tokenKind: 'refresh',
			}),
			event({ details: { uri: '/api/v1/apps' } }),
			event({ details: { role: 'Zoë 日本', throttled: false } }),
		);
		const details = [0, 1, 2].map((row) => new HeardRow(rows, row, (id) => id).details);
		expect(details).toEqual([
			{ appOnly: true, scopes: 'mail.read files.read', tokenKind: 'refresh' },
			{},
			{ role: 'Zoë 日本', throttled: false },
		]);
	});

	test('keep details that JSON does not say', () => {
		const rows = rowsOf(event({ details: { change: Number.NaN, role: 'a' } }), event({ details: { change: 1, role: 'a' } }));
		expect(new HeardRow(rows, 0, (id) => id).details).toEqual({ change: Number.NaN, role: 'a' });
		expect(new HeardRow(rows.copy(), 0, (id) => id).details).toEqual({ change: Number.NaN, role: 'a' });
		expect(new HeardRow(rows, 1, (id) => id).details).toEqual({ change: 1, role: 'a' });
	});

	test('tell what is not said from what is denied', () => {
		const said = (more: Partial<NormalisedEvent>) => {
			const { ok, restricted, proxy } = new HeardRow(rowsOf(event(more)), 0, (id) => id);
			return [ok, restricted, proxy];
		};
		expect(said({})).toEqual([undefined, undefined, false]);
		expect(said({ ok: false, restricted: true, proxy: true })).toEqual([false, true, true]);
		expect(said({ ok: true, restricted: false })).toEqual([true, false, false]);
	});

	test('lead back to file and record, beyond four gigabytes too', () => {
		const rows = rowsOf(event({ ref: { file: 'log', record: 1, id: 'b30a-日' } }), event({}));
		expect(rows.place(0)).toEqual({ file: 0, record: 1, offset: 2 ** 33, length: 7, id: 'b30a-日' });
		expect(rows.place(1)).toMatchObject({ record: 2, offset: 2 ** 33 + 1, id: undefined });
	});

	test('of one millisecond are ordered by what they are', () => {
		expect([...rowsOf(event({}), event({ time: TIME - 1 }), event({})).sorted()]).toEqual([1, 2, 0]);
	});

	test('a copy does not follow', () => {
		const rows = rowsOf(event({ ref: { file: 'log', record: 1, id: 'one' } }));
		const copy = rows.copy();
		copy.push(
			event({ ref: { file: 'log', record: 2, id: 'two' } }),
			{ file: 0, record: 2, offset: 0, length: 1 },
			1,
			[],
			undefined,
		);
		rows.push(
			event({ ref: { file: 'log', record: 2, id: 'three' } }),
			{ file: 0, record: 2, offset: 0, length: 1 },
			1,
			[],
			undefined,
		);
		expect([copy.count, copy.place(0).id, copy.place(1).id]).toEqual([2, 'one', 'two']);
		expect([rows.count, rows.place(1).id]).toEqual([2, 'three']);
	});
});
