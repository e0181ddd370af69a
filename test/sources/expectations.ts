import { readFileSync } from 'node:fs';
import type { NormalisedEvent } from '../../src/model/event.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Source } from '../../src/model/source.ts';
import { eventsOf } from './fixture-events.ts';

/** What a platform makes of some records: the formats met, the records in native shape, the events. */
export function normalise(
	source: Source,
	records: readonly JsonObject[],
): { readonly formats: readonly string[]; readonly native: readonly JsonObject[]; readonly events: readonly NormalisedEvent[] } {
	const read = eventsOf(source, records);
	return {
		formats: [...new Set(read.map(({ format }) => format))],
		native: read.map(({ native }) => native),
		events: read.map(({ event }) => event),
	};
}

/** A document of test/sources/expected: a key of each record → its activity, as the generator's author wrote it down. */
export function readExpected(name: string): Readonly<Record<string, string>> {
	return JSON.parse(readFileSync(new URL(`expected/${name}.json`, import.meta.url), 'utf8')) as Record<string, string>;
}

/** An event without the place it was read from and without the facts named; `details.x` leaves out one detail. */
export function without(event: NormalisedEvent, names: readonly string[]): Record<string, unknown> {
	const facts: Record<string, unknown> = { ...event, ref: event.ref.id };
	const details: Record<string, unknown> = { ...event.details };
	for (const name of names) {
		if (name.startsWith('details.')) delete details[name.slice(8)];
		else delete facts[name];
	}
	delete facts['details'];
	return { ...facts, ...(Object.keys(details).length > 0 && { details }) };
}
