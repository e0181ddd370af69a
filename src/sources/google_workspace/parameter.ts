import type { Json, JsonObject } from '../../model/json.ts';
import { asText, member } from '../../read/fields.ts';

/** A parameter of the event as it is. */
export function parameter(record: JsonObject, name: string): Json | undefined {
	return member(record['parameters'], name);
}

/** A parameter as text; the first of a list. */
export function text(record: JsonObject, name: string): string | undefined {
	const value = parameter(record, name);
	return asText(Array.isArray(value) ? value[0] : value);
}

/** Which log the event belongs to: `drive`, `token`, `admin` …; '' where the record names none. */
export function application(record: JsonObject): string {
	return asText(member(record['id'], 'applicationName')) ?? '';
}
