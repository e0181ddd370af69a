import { expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { inspect } from '../../src/hunt/inspect.ts';
import { asking } from './asking.ts';

const LIST = {
	attributes: { type: 'EventLogFile' },
	EventType: 'API',
	LogDate: '2026-03-04T00:00:00.000+0000',
	LogFile: '/LogFile',
};
const EVENT = {
	EVENT_TYPE: 'Login',
	TIMESTAMP: '20260304100000.000',
	USER_ID: '005000000000001',
	ORGANIZATION_ID: '00D000000000001',
};

/** Notes and counts of a log of these records. */
async function readingOf(...records: readonly unknown[]) {
	const { inputs } = await asking(records, { analytics: ANALYTICS }, ({ evidence }) =>
		inspect({ evidence, analytics: ANALYTICS, arguments: [], version: '0' }),
	);
	const { events, other, notes } = inputs[0] ?? {};
	return { events, other, notes };
}

test('a record of which no part is an event is named, one that holds an event beside is not', async () => {
	const note = 'of its records holds no event: List of event log files (SOQL on EventLogFile)';
	expect(await readingOf(EVENT, LIST)).toEqual({ events: 1, other: 1, notes: [`1 ${note}`] });
	// A page on one line is one record.
	expect(await readingOf(EVENT, { value: [LIST, LIST] })).toEqual({ events: 1, other: 1, notes: [`1 ${note}`] });
	const later = { ...EVENT, TIMESTAMP: '20260304110000.000' };
	expect(await readingOf(EVENT, { value: [LIST, later] })).toEqual({ events: 2, other: 0, notes: [] });
});
