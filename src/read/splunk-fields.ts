import { isObject, type Json, type JsonObject } from '../model/json.ts';

/** Deeper names are nobody's. */
const MOST_PARTS = 12;
/** Names that are put together from parts; a record with more of them stays as it is. */
const MOST_NAMES = 4096;
const LIST = '{}';
/** Longer names are left out: each list in a name is a step down. */
const LONGEST_NAME = 256;

/** What Splunk adds to every event: not the record's own. A record may have members of these names too; those are not texts. */
const OWN: ReadonlySet<string> = new Set([
	...['host', 'source', 'sourcetype', 'index', 'linecount', 'punct', 'splunk_server', 'splunk_server_group', 'eventtype'],
	...[
		'_time',
		'_indextime',
		'_bkt',
		'_cd',
		'_si',
		'_serial',
		'_sourcetype',
		'_subsecond',
		'_eventtype_color',
		'timestartpos',
		'timeendpos',
	],
]);

interface Draft {
	[name: string]: Json | undefined;
}

/** Members below one list: `b`, `c` of `a{}.b`, `a{}.c`. */
type Lists = Map<string, Map<string, readonly Json[]>>;

/**
 * The record behind fields that Splunk took out of it (a table, or an export without `_raw`): `actor.id` is `{"actor":{"id":…}}` again,
 * `target{}.id` the list of the objects that have an `id`. Splunk leaves out what is null, so of several fields of one list only those with
 * the most values are put together: of the others nobody can say to which object they belong.
 * @returns undefined where no name is of that kind, or where objects show that it is no row of fields.
 */
export function fromSplunkFields(record: JsonObject): JsonObject | undefined {
	const names = Object.keys(record);
	if (names.length > MOST_NAMES || !names.some((name) => name.includes('.') || name.includes(LIST))) return undefined;
	if (names.some((name) => isObject(record[name]))) return undefined;
	return nested(names.filter((name) => !OWN.has(name)).map((name) => [name, record[name] ?? null]));
}

function nested(fields: readonly (readonly [name: string, value: Json])[]): JsonObject {
	const made: Draft = Object.create(null);
	const lists: Lists = new Map();
	for (const [name, value] of fields) {
		if (value === null || value === '' || name.length > LONGEST_NAME) continue;
		const at = name.indexOf(LIST);
		if (at < 0) put(made, name.split('.'), value);
		else {
			const list = name.slice(0, at);
			const members = lists.get(list) ?? new Map<string, readonly Json[]>();
			lists.set(list, members);
			members.set(name.slice(at + LIST.length).replace(/^\./, ''), valuesOf(value));
		}
	}
	for (const [name, members] of lists) put(made, name.split('.'), listOf(members));
	return made as JsonObject;
}

// In a CSV the values of a field stand in one cell, each on a line of its own; lines inside a value end as the vendor ends them, with CR LF.
function valuesOf(value: Json): readonly Json[] {
	if (Array.isArray(value)) return value;
	return typeof value === 'string' ? value.split(/(?<!\r)\n/) : [value];
}

function listOf(members: ReadonlyMap<string, readonly Json[]>): Json {
	const plain = members.get('');
	if (plain !== undefined) return [...plain];
	const own = [...members].filter(([name]) => !name.includes(LIST));
	const length = own.reduce((most, [, values]) => Math.max(most, values.length), 0);
	// Lists in a list can be told apart only where there is one to hold them.
	const inner = length > 1 ? [] : [...members].filter(([name]) => name.includes(LIST));
	return Array.from({ length: Math.max(1, length) }, (_, index) =>
		nested([
			...own.flatMap(([name, values]) => (values.length === length ? [[name, values[index] ?? null] as const] : [])),
			...inner.map(([name, values]) => [name, [...values]] as const),
		]),
	);
}

function put(made: Draft, path: readonly string[], value: Json): void {
	if (path.length > MOST_PARTS || path.includes('__proto__') || path.includes('')) return;
	let place = made;
	for (const name of path.slice(0, -1)) {
		const next = place[name] ?? Object.create(null);
		// A name that is a text and holds others: the text was there first.
		if (!isObject(next)) return;
		place[name] = next;
		place = next as Draft;
	}
	const last = path.at(-1) ?? '';
	place[last] ??= value;
}
