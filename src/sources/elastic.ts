import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { asJson } from '../read/fields.ts';
import { emptyObject, type ObjectDraft, setPath } from './reshape.ts';

/** Deep enough for what a pipeline renames; nothing hostile is walked further. */
const MAX_DEPTH = 12;

/** A document whose names are dotted (`event.action`), in part or all, as Kibana's CSV and some exporters write it, with its members nested. Kibana writes `-` where nothing is. */
export function unflattened(document: JsonObject): JsonObject {
	const nested: ObjectDraft = emptyObject();
	for (const [name, value] of Object.entries(document)) {
		if (value === undefined || value === null || value === '' || value === '-') continue;
		// A CSV writes lists as JSON; objects in a cell are texts of the record itself.
		const list = typeof value === 'string' && value.startsWith('[') ? asJson(value) : value;
		setPath(nested, name, list ?? value);
	}
	return nested;
}

/**
 * The value with the vendor's names back: `user_principal_name` is `userPrincipalName` again, or what `exceptions` says it was;
 * an object whose names count from 0 is the list that a pipeline made it of.
 */
export function camelCased(value: Json, exceptions: ReadonlyMap<string, string>, depth = 0): Json {
	if (depth > MAX_DEPTH) return value;
	if (Array.isArray(value)) return value.map((element) => camelCased(element, exceptions, depth + 1));
	if (!isObject(value)) return value;
	const names = Object.keys(value);
	if (names.length > 0 && names.every((_, index) => Object.hasOwn(value, String(index)))) {
		return names.map((_, index) => camelCased(value[String(index)] ?? null, exceptions, depth + 1));
	}
	const made = emptyObject();
	for (const name of names) {
		if (name === '__proto__') continue;
		const own = exceptions.get(name) ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
		made[own] ??= camelCased(value[name] ?? null, exceptions, depth + 1);
	}
	return made;
}
