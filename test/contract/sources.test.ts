import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { inspect } from '../../src/hunt/inspect.ts';
import type { PlatformId } from '../../src/model/platform.ts';
import type { ActivityRule, Source } from '../../src/model/source.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { zoom } from '../../src/sources/zoom/index.ts';
import { unshown } from './shown.ts';

const FILES = SOURCES.filter(({ id }) => existsSync(`fixtures/sources/${id}`)).flatMap(({ id }) =>
	readdirSync(`fixtures/sources/${id}`).map((name) => [id, `fixtures/sources/${id}/${name}`] as const),
);
/** Made to be broken. */
const BROKEN: ReadonlyMap<string, number> = new Map([['fixtures/sources/m365/broken-cells.csv', 1]]);
/** Event types that no page of the vendor's documents: whoever makes a record of one makes up its shape. The platform's own test holds them. */
const UNDOCUMENTED: ReadonlyMap<PlatformId, readonly string[]> = new Map([
	[
		'salesforce',
		["'ApiConnectedApp' as app.grant", "'ConnectedAppUsageEventStore' as app.grant", "'OAuthTokenRevoked' as admin.change"],
	],
]);

describe('the reader', () => {
	test.each(FILES)('knows the %s records of %s, rejects none, and its counts add up', async (platform, file) => {
		const { inputs, unusable } = await inspect({ evidence: [file], analytics: [], arguments: [], version: '0' });
		expect(unusable).toEqual([]);
		for (const input of inputs) {
			const rejected = Object.values(input.rejected).reduce((sum, count) => sum + count, 0);
			expect([input.platform, input.records > 0]).toEqual([platform, true]);
			expect(rejected).toBe(BROKEN.get(file) ?? 0);
			expect(input.events + input.other + input.duplicates + rejected).toBe(input.records);
		}
	});
});

describe('the fixtures', () => {
	test.each(SOURCES)('show each format, rule and further meaning that $id declares', async (source) => {
		const meant = (UNDOCUMENTED.get(source.id) ?? []).map(
			(what) => `${source.id}: no record below fixtures/sources/${source.id} becomes ${what}`,
		);
		// All of them: what is shown by now must go from the list.
		expect(await unshown(source)).toEqual(meant);
	});

	test('what they do not show is named', async () => {
		const [format] = zoom.formats;
		const more: Source = {
			...zoom,
			formats: [...zoom.formats, { ...format, id: 'pigeon', title: 'Carrier pigeon', has: ['pigeon'] }],
			activities: () => ({
				...zoom.activities(),
				'User / Add': [
					{ activity: 'account.enable', when: { text: 'the moon is full', test: () => false } },
					{ activity: 'account.create' },
				],
				'User / Greet': 'login',
			}),
			further: [
				{ activity: 'admin.change', when: 'a role is changed back to that of a plain member' },
				{ activity: 'admin.change', when: 'somebody waves' },
				{ activity: 'repo.push', when: 'somebody pushes' },
			],
			fallback: { text: 'Anything else is a login.', rule: () => undefined },
		};
		expect(await unshown(more)).toEqual([
			"zoom: no record below fixtures/sources/zoom becomes an event from the format 'pigeon' (Carrier pigeon)",
			"zoom: no record below fixtures/sources/zoom becomes 'User / Add' as account.enable (when the moon is full)",
			"zoom: no record below fixtures/sources/zoom becomes 'User / Greet' as login",
			"zoom: no record below fixtures/sources/zoom becomes admin.change as 'further' says: somebody waves",
			"zoom: no record below fixtures/sources/zoom becomes repo.push as 'further' says: somebody pushes",
			"zoom: no record below fixtures/sources/zoom becomes what 'fallback' says: Anything else is a login.",
		]);
	});

	test('a rule of which another activity comes than it names is not shown', async () => {
		const rule: ActivityRule = {
			activity: 'login',
			read: (_record, event) => {
				event.activity = 'other';
			},
		};
		const gaps = await unshown({ ...zoom, activities: () => ({ ...zoom.activities(), 'User / Add': rule }) });
		expect(gaps).toEqual(["zoom: no record below fixtures/sources/zoom becomes 'User / Add' as login"]);
	});

	test('a declaration without a path for the time or the operation is told so', async () => {
		const { time, operation, ...fields } = zoom.fields;
		const [first, second] = await unshown({ ...zoom, fields });
		expect(first).toBe("zoom: 'fields' names no path for time, so no record can become an event");
		expect(second).toBe("zoom: 'fields' names no path for operation, so no record can become an event");
		const [only] = await unshown({ ...zoom, fields: { ...zoom.fields, time: [] } });
		expect(only).toBe(first);
		expect(prepare({ ...zoom, fields }).event({ event: 'user.created' }, 'log', 1)).toEqual({
			reason: 'no-time',
			got: 'no event time',
			expected: 'a path for time in the fields that zoom declares, where there is none',
		});
	});

	test('of a platform that has none, everything is named', async () => {
		const formats = zoom.formats.slice(0, 1);
		const gaps = await unshown({
			...zoom,
			id: 'nowhere' as PlatformId,
			formats,
			activities: () => ({ 'User / Add': 'account.create' }),
		});
		expect(gaps).toEqual([
			"nowhere: no record below fixtures/sources/nowhere becomes an event from the format 'webhook' (Webhook body)",
			"nowhere: no record below fixtures/sources/nowhere becomes 'User / Add' as account.create",
			"nowhere: no record below fixtures/sources/nowhere becomes admin.change as 'further' says: a role is changed back to that of a plain member",
		]);
	});
});
