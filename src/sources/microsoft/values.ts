import type { Json, JsonObject } from '../../model/json.ts';
import { asJson, asObjects, asText, member } from '../../read/fields.ts';

/** A property that a directory operation changed, values as the log writes them. */
export interface PropertyChange {
	readonly before: string | undefined;
	readonly after: string | undefined;
}

/** Which members of a change hold its name and its values: the two record families of Microsoft differ in nothing else. */
export interface ChangeNames {
	readonly name: string;
	readonly before: string;
	readonly after: string;
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const ZERO_GUID = '00000000-0000-0000-0000-000000000000';
const PLACEHOLDERS: ReadonlySet<string> = new Set([
	'',
	ZERO_GUID,
	'<null>',
	'null',
	'unknown',
	'not available',
	'not-found',
	'hidden',
	's-1-0-0',
]);

/** Longest placeholder but for the zero GUID: nearly every text is longer, and need not be looked up. */
const LONGEST_PLACEHOLDER = Math.max(...[...PLACEHOLDERS].filter((text) => text !== ZERO_GUID).map((text) => text.length));

/** Whether a text is a GUID that names something (the zero GUID names nothing). */
export function isGuid(text: string): boolean {
	return GUID.test(text) && text !== ZERO_GUID;
}

/** Whether a text looks like a sign-in name: `ana@example.com`. */
export function isUpn(text: string): boolean {
	const at = text.indexOf('@');
	return at > 0 && at < text.length - 1 && !/[\s|;,]/.test(text);
}

/** A passport id: 16 hexadecimal digits, the directory's older number of a person. */
export function isPuid(text: string): boolean {
	return /^[0-9a-f]{16}$/i.test(text) && !/^0+$/.test(text);
}

/** A text that names something; undefined for the words and zero GUIDs that the logs write where they know nothing. */
export function named(value: Json | undefined): string | undefined {
	const text = asText(value);
	if (text === undefined || text === ZERO_GUID) return undefined;
	return text.length <= LONGEST_PLACEHOLDER && PLACEHOLDERS.has(text.toLowerCase()) ? undefined : text;
}

/** The value of the first entry of that name in a list of `{Name, Value}` (also as JSON text; also `{key, value}`), any letter case. */
export function entryOf(list: Json | undefined, name: string): string | undefined {
	const wanted = name.toLowerCase();
	for (const entry of asObjects(list)) {
		const found = asText(member(entry, 'Name') ?? member(entry, 'key'));
		if (found !== undefined && found.toLowerCase() === wanted) return asText(member(entry, 'Value') ?? member(entry, 'value'));
	}
	return undefined;
}

/** The form under which a property's name is looked up: exports write `Role.DisplayName`, `Role_DisplayName` or `Role DisplayName`. */
export function propertyKey(name: string): string {
	return name.trim().toLowerCase().replace(/[ _]/g, '.');
}

/** Reads a list of changes into a table by {@link propertyKey}. Of a repeated name the first that holds a value stays. */
export function addChanges(into: Map<string, PropertyChange>, list: readonly JsonObject[], names: ChangeNames): void {
	for (const entry of list) {
		const name = asText(member(entry, names.name));
		if (name === undefined) continue;
		const key = propertyKey(name);
		const known = into.get(key);
		if (known !== undefined && (known.after !== undefined || known.before !== undefined)) continue;
		into.set(key, { before: textOf(member(entry, names.before)), after: textOf(member(entry, names.after)) });
	}
}

/** What a change's value says: the JSON in its text, unquoted once more where the export quotes twice; the text itself where it is none. */
export function decoded(text: string | undefined): Json | undefined {
	let value: Json | undefined = text?.trim();
	for (let depth = 0; depth < 2 && typeof value === 'string' && /^[[{"]/.test(value); depth += 1) {
		const parsed: Json | undefined = asJson(value);
		if (parsed === value) break;
		value = parsed;
	}
	return value;
}

/** The single text behind a change's value: `["Guest"]`, `"\"Guest\""` and `Guest` all say Guest. Undefined for empty lists. */
export function scalar(text: string | undefined): string | undefined {
	let value = decoded(text);
	for (let depth = 0; depth < 3 && Array.isArray(value); depth += 1) value = value[0];
	return asText(value);
}

/** A yes or no behind a change's value. */
export function flag(text: string | undefined): boolean | undefined {
	const value = scalar(text)?.toLowerCase();
	return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** The entries of a list behind a change's value, each as one text. A plain text is a list of one; an empty list or text is none. */
export function listed(text: string | undefined): readonly string[] {
	const value = decoded(text);
	if (value === undefined || value === '' || value === null) return [];
	if (!Array.isArray(value)) return [typeof value === 'string' ? value : JSON.stringify(value)];
	return value.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry)));
}

/** The entries that a change added: those of `after` that `before` does not hold. */
export function added(change: PropertyChange | undefined): readonly string[] {
	if (change === undefined) return [];
	const before = new Set(listed(change.before));
	return listed(change.after).filter((entry) => !before.has(entry));
}

/** The entries that a change took away. */
export function removed(change: PropertyChange | undefined): readonly string[] {
	return change === undefined ? [] : added({ before: change.after, after: change.before });
}

// Exports that were flattened keep the values as objects instead of text.
function textOf(value: Json | undefined): string | undefined {
	if (value !== undefined && typeof value === 'object') return JSON.stringify(value);
	return asText(value);
}
