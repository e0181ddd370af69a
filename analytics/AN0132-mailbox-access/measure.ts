import { counted, factOf, type HeardEvent, inARow } from '../../src/analytic.ts';

/** What a record of reading stands for: messages, a folder that was synchronised whole, or a call of an interface that hands over a page of them. */
export type Measure = 'messages' | 'folder synchronisations' | 'calls';

/** What a record counts: of synchronisations and of calls the logs do not say how many messages they held. */
export function measureOf(event: HeardEvent): Measure {
	const access = factOf(event, 'accessType');
	if (access === undefined) return 'messages';
	return /^sync$/i.test(access) ? 'folder synchronisations' : access === 'Call' ? 'calls' : 'messages';
}

/** How much was read, in words: `312 messages`, `40 messages and 3 folder synchronisations`. */
export function amountWords(events: readonly HeardEvent[]): string {
	const amounts = new Map<Measure, number>();
	for (const event of events) amounts.set(measureOf(event), (amounts.get(measureOf(event)) ?? 0) + event.items);
	return inARow(
		[...amounts]
			.toSorted(([a], [b]) => (a < b ? 1 : -1))
			.map(([measure, count]) => counted(count, measure.slice(0, -1), measure)),
	);
}
