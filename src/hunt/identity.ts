import type { NormalisedEvent } from '../model/event.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Source } from '../model/source.ts';

/**
 * What really identifies an event: the vendor's id together with what happened, to whom, by whom and in which second (ids alone are
 * not safe: anonymised exports and some vendors repeat them). Without a usable id, the record's whole content in a fixed member order.
 * The same event exported in two formats has the same identity as far as both carry these facts.
 */
export function identityOf(event: NormalisedEvent, native: JsonObject, source: Source): string {
	const { id } = event.ref;
	if (id === undefined || source.weakId?.(id) === true) return `${event.platform}\n${canonical(native)}`;
	const second = Math.floor(event.time / 1000);
	return `${event.platform}\n${id}\n${second}\n${event.operation}\n${event.actor?.id ?? ''}\n${event.target?.id ?? ''}`;
}

/** JSON with members sorted by name, so that the order of members does not tell two copies apart. */
export function canonical(value: Json | undefined): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const object = value as JsonObject;
	const names = Object.keys(object).toSorted();
	return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(object[name])}`).join(',')}}`;
}
