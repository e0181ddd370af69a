import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { isObject, type Json, type JsonObject } from '../../src/model/json.ts';
import type { Source } from '../../src/model/source.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { prepare, reshaped } from '../../src/sources/normalise.ts';
import { readFixture } from './fixture-events.ts';

/** The records of all files of a platform, pages opened. `api-text` stands inside the alerts of another format. */
function allRecords(platform: string): readonly JsonObject[] {
	const folder = fileURLToPath(new URL(`../../fixtures/sources/${platform}/`, import.meta.url));
	return readdirSync(folder).flatMap((name) => {
		const content: unknown = readFixture(platform, name);
		if (Array.isArray(content)) return content as readonly JsonObject[];
		return isObject(content) && Array.isArray(content['entries']) ? (content['entries'] as readonly JsonObject[]) : [];
	});
}

/** Formats whose records stand inside those of another one. */
const INNER: ReadonlySet<string> = new Set(['github/api-text', 'okta/event-hook-event']);

const ODD: readonly Json[] = [
	null,
	'',
	'   ',
	0,
	-1,
	1e308,
	true,
	[],
	{},
	[[]],
	{ a: { b: null } },
	'{"broken',
	'\u001b[31m',
	'=1+1',
	'__proto__',
	'x'.repeat(5000),
];

/** The record with one member after the other replaced by something odd, at the top and one level below. */
function* mutations(record: JsonObject): Iterable<JsonObject> {
	for (const [index, name] of Object.keys(record).entries()) {
		const odd = ODD[index % ODD.length] ?? null;
		yield { ...record, [name]: odd };
		const inner = record[name];
		if (!isObject(inner)) continue;
		for (const [place, member] of Object.keys(inner).entries()) {
			yield { ...record, [name]: { ...inner, [member]: ODD[(index + place) % ODD.length] ?? null } };
		}
	}
}

describe.each<Source>(SOURCES)('$title', (source) => {
	const normaliser = prepare(source);
	const records = allRecords(source.id);

	test('every format has a record among the fixtures, and every record a format', () => {
		const seen = records.map((record) => normaliser.recognise(record)?.format.id ?? 'none');
		const expected = source.formats.map(({ id }) => id).filter((id) => !INNER.has(`${source.id}/${id}`));
		expect([...new Set(seen)].sort()).toEqual(expected.sort());
	});

	test('odd members break nothing: each record becomes events or says what is wrong', () => {
		// Every fifth record keeps it quick.
		for (const record of records.filter((_, index) => index % 5 === 0)) {
			for (const odd of mutations(record)) {
				const format = normaliser.recognise(odd)?.format;
				const natives = format === undefined ? [odd] : reshaped(format, odd);
				if ('reason' in natives) {
					expect(natives.reason).toBe('broken-cell');
					continue;
				}
				for (const native of natives) {
					const event = normaliser.event(native, 'fixture', 1);
					if ('reason' in event) expect(['no-time', 'bad-time', 'no-operation']).toContain(event.reason);
					else expect(typeof event.operation).toBe('string');
				}
			}
		}
	});
});
