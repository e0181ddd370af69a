import { describe, expect, test } from '@jest/globals';
import type { Series } from '../../src/analytic.ts';
import { emptyContext } from '../../src/context/empty.ts';
import { collectEntities } from '../../src/hunt/entities.ts';
import { evidenceBase } from '../../src/hunt/evidence-base.ts';
import { Ledger } from '../../src/hunt/ledger.ts';
import { VolumeModel } from '../../src/hunt/volume-model.ts';
import { fullestWindows, type Window } from '../../src/hunt/windows.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';

const DAY = 86_400_000;
const FIVE_DAYS = 5 * DAY;
/** A Monday. */
const START = Date.UTC(2026, 0, 5);

const uploads: Series = {
	id: 'uploads',
	unit: 'files',
	hears: ['file.upload'],
	subject: (event) => `${event.actor}\n${event.platform}`,
	judge: () => [],
	title: () => '',
};

function upload(person: string, time: number, items = 1): NormalisedEvent {
	return {
		time,
		platform: 'box',
		activity: 'file.upload',
		operation: 'UPLOAD',
		actor: { type: 'user', id: person },
		items,
		ref: { file: 'box.json', record: 1 },
	};
}

/** The model and the last five-day window of the first entity. */
function modelOf(events: readonly NormalisedEvent[], baseline?: number) {
	const ledger = new Ledger(['file.upload']);
	for (const [index, event] of events.entries()) ledger.hear(event, { file: 0, record: index + 1, offset: 0, length: 0 }, index);
	const base = evidenceBase(ledger, emptyContext(), []);
	const entities = collectEntities(uploads, ledger, base.people, { rows: base.rows, lengths: [FIVE_DAYS] });
	const model = new VolumeModel(entities, [FIVE_DAYS], base, baseline);
	const [entity] = entities;
	if (entity === undefined) throw new Error('no entity');
	const windows = fullestWindows(entity, FIVE_DAYS)
		.flat()
		.toSorted((a, b) => b.day - a.day);
	const burst = windows.find((window) => window.count >= 50) as Window;
	return { model, entity, burst };
}

/** Two files on each of ten days, then fifty on the eleventh. */
const steady = [
	...Array.from({ length: 10 }, (_, day) => [0, 1].map((n) => upload('ana@example.com', START + day * DAY + n * 60_000))).flat(),
	...Array.from({ length: 50 }, (_, n) => upload('ana@example.com', START + 10 * DAY + n * 1000)),
];

describe('VolumeModel', () => {
	test('expects (a + N)/(b + E) a day from the days before the window: (0.3 + 20)/(1 + 10) × 5 days', () => {
		const { model, entity } = modelOf(steady);
		const window: Window = { length: FIVE_DAYS, from: 20, to: 70, count: 50, day: Math.floor(START / DAY) + 10 };
		const volume = model.volume(entity, window);
		expect(volume.days).toBe(10);
		expect(volume.expected).toBeCloseTo((20.3 / 11) * 5, 9);
		expect(volume.observed).toBe(50);
		expect(volume.surprise).toBeGreaterThan(0);
	});

	test('never lets the burst teach its own baseline', () => {
		const { model, entity } = modelOf([
			...steady,
			...Array.from({ length: 500 }, (_, n) => upload('ana@example.com', START + 10 * DAY + 60_000 + n)),
		]);
		const window: Window = { length: FIVE_DAYS, from: 20, to: 570, count: 550, day: Math.floor(START / DAY) + 10 };
		expect(model.volume(entity, window).expected).toBeCloseTo((20.3 / 11) * 5, 9);
	});

	test('counts only days on which the platform delivered anything', () => {
		// Nothing at all from day 3 to day 6: six days delivered before the burst, twelve files on them.
		const holed = steady.filter(({ time }) => {
			const day = Math.floor((time - START) / DAY);
			return day < 3 || day > 6;
		});
		const { model, entity } = modelOf(holed);
		const window: Window = { length: FIVE_DAYS, from: 12, to: 62, count: 50, day: Math.floor(START / DAY) + 10 };
		const volume = model.volume(entity, window);
		expect(volume.days).toBe(6);
		expect(volume.expected).toBeCloseTo((12.3 / 7) * 5, 9);
	});

	test('forgets what lies before --baseline', () => {
		const { model, entity } = modelOf(steady, 4 * DAY);
		const window: Window = { length: FIVE_DAYS, from: 20, to: 70, count: 50, day: Math.floor(START / DAY) + 10 };
		const volume = model.volume(entity, window);
		expect(volume.days).toBe(4);
		expect(volume.expected).toBeCloseTo((8.3 / 5) * 5, 9);
	});

	test('weighs a record that stands for many items by their number', () => {
		const { model, entity } = modelOf(steady.map((event, index) => (index < 20 ? { ...event, items: 10 } : event)));
		const window: Window = { length: FIVE_DAYS, from: 20, to: 70, count: 50, day: Math.floor(START / DAY) + 10 };
		expect(model.volume(entity, window).expected).toBeCloseTo((200.3 / 11) * 5, 9);
	});

	test('is not surprised by what the account did before', () => {
		const { model, entity } = modelOf(steady);
		const window: Window = { length: FIVE_DAYS, from: 20, to: 70, count: 50, day: Math.floor(START / DAY) + 10 };
		// On 4 of 10 days as much: -log10(5/11) = 0.34 decades at most, which the correction for window lengths (one here) leaves at 2 log10(1.34).
		const limited = model.volume(entity, window, 4).surprise;
		expect(limited).toBeCloseTo(2 * Math.log10(1 + Math.log10(11 / 5)), 6);
		expect(limited).toBeLessThan(model.volume(entity, window).surprise);
	});

	test('counts a volume on the very first day in part only', () => {
		const { model, entity } = modelOf(steady.slice(20));
		const window: Window = { length: FIVE_DAYS, from: 0, to: 50, count: 50, day: Math.floor(START / DAY) + 10 };
		const volume = model.volume(entity, window);
		expect(volume.evidenceDays).toBe(0);
		expect(volume.surprise).toBeCloseTo(0.33 * volume.settled, 9);
	});
});
