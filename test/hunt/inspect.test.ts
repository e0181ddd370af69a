import { expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { inspect } from '../../src/hunt/inspect.ts';

test('names all activities of a platform, of other kinds the twenty most frequent', async () => {
	const { platforms, inputs, coverage } = await inspect({
		evidence: ['fixtures/sources/box'],
		analytics: ANALYTICS,
		arguments: [],
		version: '0',
	});
	const [box] = platforms;
	const activities = new Map<string, number>(box?.activities.map(({ value, count }) => [value, count]));
	expect(box?.operations).toHaveLength(20);
	expect(activities.size).toBeGreaterThan(20);
	expect([...activities.values()].reduce((sum, count) => sum + count, 0)).toBe(box?.events);
	const ofInputs = new Map<string, number>();
	for (const input of inputs)
		for (const [activity, count] of Object.entries(input.activities))
			ofInputs.set(activity, (ofInputs.get(activity) ?? 0) + count);
	expect(activities).toEqual(ofInputs);
	for (const { activity, status, events } of coverage) if (status === 'seen') expect(activities.get(activity)).toBe(events);
});
