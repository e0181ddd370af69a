import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { NormalisedEvent } from '../../src/model/event.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { ActivityRule, FieldName, Source } from '../../src/model/source.ts';
import { cefStart, isCef, parseCef } from '../../src/read/cef.ts';
import { asText, compilePaths } from '../../src/read/fields.ts';
import { prepare } from '../../src/sources/normalise.ts';

const ROOT = new URL('../../', import.meta.url);

/** Records of `fixtures/sources/<platform>/<name>`, by the ending of the name. */
export function readFixture(platform: string, name: string): readonly JsonObject[] {
	const text = readFileSync(fileURLToPath(new URL(`fixtures/sources/${platform}/${name}`, ROOT)), 'utf8');
	if (name.endsWith('.csv'))
		return Papa.parse<JsonObject>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;
	if (name.endsWith('.cef')) return text.trimEnd().split('\n').map(cefRecord);
	if (!name.endsWith('.ndjson')) return JSON.parse(text) as readonly JsonObject[];
	return text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as JsonObject);
}

function cefRecord(line: string): JsonObject {
	const parsed = parseCef(line, cefStart(line));
	if (!isCef(parsed)) throw new Error(parsed.got);
	return parsed;
}

/** Rows `[operation, activity]` of the generator's list: what each record of the fixture is expected to mean. */
export function expectedActivities(platform: string): readonly (readonly [operation: string, activity: string])[] {
	const text = readFileSync(fileURLToPath(new URL(`scripts/fixtures/${platform}.json`, ROOT)), 'utf8');
	return JSON.parse(text) as readonly (readonly [string, string])[];
}

/** The records as events, with the format that each was recognised as. A record that makes no event fails the test. */
export function eventsOf(
	source: Source,
	records: readonly JsonObject[],
): readonly { readonly format: string; readonly event: NormalisedEvent; readonly native: JsonObject }[] {
	const normaliser = prepare(source);
	return records.flatMap((record, index) => {
		const match = normaliser.recognise(record);
		if (match === undefined) throw new Error(`record ${index + 1} is not recognised: ${JSON.stringify(record)}`);
		return (match.format.reshape?.(record) ?? [record]).map((native) => {
			const event = normaliser.event(native, 'fixture', index + 1);
			if ('reason' in event) throw new Error(`record ${index + 1}: ${event.reason}, ${event.got}`);
			return { format: match.format.id, event, native };
		});
	});
}

/** One record as one event. */
export function eventOf(source: Source, record: JsonObject): NormalisedEvent {
	const [only, ...more] = eventsOf(source, [record]);
	if (only === undefined || more.length > 0) throw new Error('expected one event');
	return only.event;
}

/** `operation#n` of every rule of the activity table that none of the native records fires, n counted from 0. */
export function silentRules(source: Source, natives: readonly JsonObject[]): readonly string[] {
	const operationAt = compilePaths(source.fields.operation ?? []);
	const fired = new Set<string>();
	for (const native of natives) {
		const raw = asText(operationAt(native)) ?? '';
		const operation = source.operation?.(raw) ?? raw;
		const rules = rulesOf(source, operation);
		const index = rules.findIndex((rule) => rule.when === undefined || rule.when.test(native));
		fired.add(`${operation}#${index}`);
	}
	return Object.keys(source.activities())
		.flatMap((operation) => rulesOf(source, operation).map((_, index) => `${operation}#${index}`))
		.filter((rule) => !fired.has(rule));
}

/** The rules of an operation in the order in which they are asked; none where the table does not name it. */
export function rulesOf(source: Source, operation: string): readonly ActivityRule[] {
	const entry = Object.hasOwn(source.activities(), operation) ? source.activities()[operation] : undefined;
	if (entry === undefined) return [];
	if (typeof entry === 'string') return [{ activity: entry }];
	return Array.isArray(entry) ? (entry as readonly ActivityRule[]) : [entry as ActivityRule];
}

const MEMBERS: Readonly<Partial<Record<FieldName, readonly (keyof NormalisedEvent)[]>>> = {
	appId: ['app'],
	appName: ['app'],
	actorId: ['actor'],
	targetId: ['target'],
	outcome: ['ok'],
};

/** An event without its place and without the facts that a format lacks, so that it compares with the same event from another format. */
export function comparable(
	event: NormalisedEvent,
	lacks: readonly FieldName[] = [],
	more: readonly (keyof NormalisedEvent)[] = [],
): object {
	const { ref, ...facts } = event;
	const without = new Set<string>([...lacks.flatMap((name): readonly string[] => MEMBERS[name] ?? [name]), ...more]);
	const kept: Record<string, unknown> = Object.fromEntries(Object.entries(facts).filter(([name]) => !without.has(name)));
	if (!without.has('id')) kept['id'] = ref.id;
	return kept;
}
