import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { parseAddress } from '../../read/address.ts';
import { asObjects, asText, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft } from '../reshape.ts';
import { oneEvent } from './one-event.ts';

const MAX_DEPTH = 12;

/** Values by position and names in the schema beside them → values by name. */
function byName(row: Json | undefined, fields: Json | undefined, depth = 0): ObjectDraft {
	const named: ObjectDraft = emptyObject();
	const cells = member(row, 'f');
	if (!Array.isArray(cells) || depth > MAX_DEPTH) return named;
	for (const [index, field] of asObjects(fields).entries()) {
		const name = asText(field['name']);
		const value = member(cells[index] as Json | undefined, 'v');
		if (name === undefined || name === '__proto__' || value === undefined) continue;
		const one = (inner: Json | undefined): Json =>
			asText(field['type'])?.toUpperCase() === 'RECORD' ? byName(inner, field['fields'], depth + 1) : (inner ?? null);
		named[name] = Array.isArray(value) ? value.map((element: Json) => one(member(element, 'v'))) : one(value);
	}
	return named;
}

/** The column holds bytes: the exports write them in base64 of the address as text. */
function address(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	return (
		parseAddress(text) ??
		parseAddress(/^[A-Za-z0-9+/]{8,80}={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : undefined)
	);
}

/** Logs whose parameters the reports write in upper case. Which case the export's columns have is not documented, and BigQuery's names have none. */
const UPPER_CASE = new Set([
	'admin',
	'mobile',
	'chrome',
	'data_studio',
	'access_transparency',
	'context_aware_access',
	'jamboard',
]);

const OUTER = new Set([
	'time_usec',
	'email',
	'event_id',
	'event_name',
	'event_type',
	'ip_address',
	'record_type',
	'unique_identifier',
	'domain_name',
	'resource_details',
]);

function fromRow(row: JsonObject): readonly JsonObject[] {
	const application = asText(row['record_type']) ?? 'unknown';
	const qualifier = asText(row['unique_identifier']) ?? asText(row['event_id']);
	const parameters: ObjectDraft = emptyObject();
	const own = member(row, application);
	const spelled = (name: string): string => (UPPER_CASE.has(application) ? name.toUpperCase() : name);
	if (isObject(own)) for (const [name, value] of Object.entries(own)) if (name !== '__proto__') parameters[spelled(name)] = value;
	for (const [name, value] of Object.entries(row)) {
		if (!OUTER.has(name) && name !== application && value !== null && name !== '__proto__') parameters[name] = value;
	}
	// The window sees each row once, so the qualifier alone names it.
	const id = {
		time: row['time_usec'] ?? null,
		applicationName: application,
		...(qualifier !== undefined && { uniqueQualifier: qualifier }),
	};
	return [
		oneEvent(
			{ id, actor: { email: row['email'] ?? null }, ipAddress: address(asText(row['ip_address'])) ?? null },
			{ name: row['event_name'] ?? null, type: row['event_type'] ?? null, parameters },
		),
	];
}

/** The BigQuery export of the Workspace logs. Names are certain for Gmail; other applications follow the same plan. */
export const bigQuery: readonly Format[] = [
	{
		id: 'bigquery-tabledata',
		title: 'BigQuery export: rows by position with their schema',
		has: ['row.f', 'schema.fields'],
		reshape: (record) => fromRow(byName(record['row'], member(record['schema'], 'fields'))),
		lacks: ['country', 'asn'],
	},
	{
		id: 'bigquery',
		title: 'BigQuery export: rows by name',
		has: ['time_usec', 'event_name', 'record_type'],
		unverified: 'names of columns of other logs than Gmail’s',
		reshape: fromRow,
		lacks: ['country', 'asn'],
	},
];
