import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { CARRYING, fromAvro, isBeside, singles, withRaw, wrappedMessages } from './carried.ts';
import { cefStart, isCef, parseCef } from './cef.ts';
import { rowsOfAnswer } from './columnar.ts';
import { parseInner } from './json-text.ts';
import { isEventMember, isListOfEvent, pageRecords } from './pages.ts';
import { fromSplunkFields } from './splunk-fields.ts';
import { afterSyslogHeader } from './syslog.ts';

/** What was inside an envelope. */
export interface Unwrapped {
	/** At least one. */
	readonly values: readonly JsonObject[];
	/** The envelopes taken off, outermost first; empty where there was none. */
	readonly envelope: readonly string[];
}

/** One kind of envelope: what is inside, or undefined where it is not of this kind. */
interface Envelope {
	readonly name: string;
	/** Looked for only in records that have this member. */
	readonly member: string;
	/** And, where any are named, one of these: a vendor's own record may have a member of that name. */
	readonly beside?: readonly string[];
	open(record: JsonObject): Json | undefined;
}

/** Envelopes are taken off at most this often: nobody nests more collectors. */
const MAX_LAYERS = 6;

/** A table of Log Analytics that holds unparsed text has no more columns: time, computer, file, tenant and the like beside `RawData`. */
const MOST_COLUMNS_OF_TEXT = 16;

const NONE: readonly string[] = [];

/** Members that collectors and SIEMs put beside a `message` or `json` that holds the record. */
const COLLECTOR_MEMBERS = [
	'@timestamp',
	'@version',
	'agent',
	'beat',
	'ecs',
	'input',
	'log',
	'host',
	'tags',
	'timestamp',
	'ingestionTime',
	'path',
];

/** Tried in this order; the first that fits is taken off. */
const ENVELOPES: readonly Envelope[] = [
	{ name: 'elastic', member: '_source', open: (record) => objectIn(record, '_source') },
	{ name: 'elastic', member: 'event', open: (record) => original(objectIn(record, 'event')?.['original']) },
	{ name: 'elastic', member: 'event.original', open: (record) => original(record['event.original']) },
	// The Filebeat input of Microsoft 365 keeps the record here until the ingest pipeline has run.
	{ name: 'elastic', member: 'o365audit', open: (record) => objectIn(record, 'o365audit') },
	{ name: 'splunk', member: 'result', open: (record) => splunkResult(record) },
	{ name: 'splunk', member: '_raw', open: (record) => splunkRaw(record) },
	{ name: 'splunk', member: '_time', open: (record) => fromSplunkFields(record) },
	{ name: 'splunk-hec', member: 'event', open: (record) => splunkCollector(record) },
	{ name: 'eventbridge', member: 'detail-type', open: (record) => objectIn(record, 'detail') },
	{ name: 'okta-event-hook', member: 'data', open: (record) => oktaHook(record) },
	{ name: 'wazuh', member: 'data', open: (record) => wazuh(record) },
	// What clients of Salesforce's streaming print: the message of a channel.
	{ name: 'cometd', member: 'data', beside: ['channel'], open: (record) => ofChannel(objectIn(record, 'data')) },
	{ name: 'wazuh', member: 'data.integration', open: (record) => wazuhRow(record) },
	{ name: 'sentinel', member: 'RawData', open: (record) => original(record['RawData']) },
	{ name: 'logscale', member: '@rawstring', open: (record) => original(record['@rawstring']) },
	{ name: 'datadog', member: 'attributes', open: (record) => datadog(record) },
	{ name: 'kinesis', member: 'kinesis', open: (record) => base64(objectIn(record, 'kinesis')?.['data']) },
	{ name: 'sqs', member: 'body', open: (record) => (Object.hasOwn(record, 'receiptHandle') ? inner(record['body']) : undefined) },
	{ name: 'sns', member: 'Sns', open: (record) => inner(objectIn(record, 'Sns')?.['Message']) },
	{ name: 'sns', member: 'TopicArn', open: (record) => inner(record['Message']) },
	{ name: 'cloudwatch', member: 'logEvents', open: (record) => objects(record['logEvents']) },
	{ name: 'table', member: 'tables', open: (record) => rowsOfAnswer(record) },
	{ name: 'table', member: 'columns', open: (record) => rowsOfAnswer(record) },
	// https://learn.microsoft.com/kusto/api/rest/response-http and response-http-v2, of which tables of other kinds hold no rows of the query.
	{ name: 'table', member: 'Tables', open: (record) => rowsOfAnswer(record) },
	{ name: 'table', member: 'Columns', beside: ['Rows'], open: (record) => rowsOfAnswer(record) },
	{ name: 'table', member: 'rows', beside: ['fields'], open: (record) => rowsOfAnswer(record) },
	{ name: 'cef', member: 'cefVersion', open: (record) => jsonInCef(objectIn(record, 'extensions')) },
	{ name: 'pubsub', member: 'message', open: (record) => base64(objectIn(record, 'message')?.['data']) },
	{ name: 'message', member: 'message', open: (record) => collected(record, 'message') },
	{ name: 'json', member: 'json', open: (record) => collected(record, 'json') },
	// Answers of Elasticsearch that were asked for fields instead of the source.
	{ name: 'elastic', member: 'fields', beside: ['_index'], open: (record) => singles(record['fields']) },
	{ name: 'kinesis', member: 'Data', beside: ['PartitionKey'], open: (record) => base64(record['Data']) },
	// Sumo Logic's search jobs and Graylog's searches. https://help.sumologic.com/docs/api/search-job/
	{ name: 'sumo', member: 'map', beside: [], open: (record) => withRaw(record['map']) },
	{ name: 'page', member: 'messages', open: (record) => wrappedMessages(record['messages']) },
	{ name: 'page', member: 'Messages', open: (record) => wrappedMessages(record['Messages']) },
	{ name: 'graylog', member: 'message', beside: ['index', 'highlight_ranges'], open: (record) => objectIn(record, 'message') },
	...CARRYING.map(({ member, by, beside }) => ({
		name: by,
		member,
		beside,
		open: (record: JsonObject) => carried(record[member]),
	})),
];

const ENVELOPE_MEMBERS: ReadonlySet<string> = new Set(ENVELOPES.map(({ member }) => member));
/** Of members that are envelopes only beside others: what stands beside them, for each envelope. */
const BESIDE: ReadonlyMap<string, readonly (readonly string[] | undefined)[]> = new Map(
	[...ENVELOPE_MEMBERS].map((name) => [name, ENVELOPES.filter(({ member }) => member === name).map(({ beside }) => beside)]),
);

/** Members of which a record has one at least when it is wrapped or a page; any other record is let through at once. */
const TELLTALES: ReadonlySet<string> = new Set([
	...ENVELOPE_MEMBERS,
	...[
		'value',
		'entries',
		'Records',
		'operation_logs',
		'activity_logs',
		'audit_logs',
		'items',
		'records',
		'logins',
		'logs',
		'events',
		'results',
		'Results',
		'response',
		'hits',
		'body',
	],
]);

/**
 * Takes off what SIEMs and transports wrap around a record: Elasticsearch hits, Splunk results and raw events, EventBridge, event hooks, Wazuh,
 * queues, log shippers, pages of an API. A record that merely looks like one stays as it is.
 */
export function unwrap(value: JsonObject): Unwrapped {
	if (!isSuspect(value)) return { values: [value], envelope: NONE };
	const envelope: string[] = [];
	let values: readonly JsonObject[] = [value];
	for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
		const next: JsonObject[] = [];
		let opened: string | undefined;
		for (const one of values) {
			const found = isSuspect(one) ? openOne(one) : undefined;
			if (found === undefined) next.push(one);
			else {
				opened ??= found.name;
				for (const element of found.values) next.push(element);
			}
		}
		if (opened === undefined) break;
		envelope.push(opened);
		values = next;
	}
	return { values, envelope };
}

/** Whether a record with members of these names may be wrapped, or a page: an event with a list of its own is neither. */
export function mayBeWrapped(names: readonly string[]): boolean {
	const telltales = names.filter(
		(name) => TELLTALES.has(name) && (BESIDE.get(name)?.some((beside) => isBeside(beside, names)) ?? true),
	);
	if (telltales.length === 0) return false;
	const [only] = telltales;
	// Rows of Salesforce's queries have attributes of their own.
	if (telltales.length === 1 && only === 'attributes') return isDatadog(names);
	// Tables of connectors have the column too, and leave it empty.
	if (telltales.length === 1 && only === 'RawData') return names.length <= MOST_COLUMNS_OF_TEXT;
	return !telltales.every((name) => isListOfEvent(name) && !ENVELOPE_MEMBERS.has(name)) || !names.some(isEventMember);
}

function isSuspect(value: JsonObject): boolean {
	for (const name in value) if (TELLTALES.has(name)) return mayBeWrapped(Object.keys(value));
	return false;
}

function openOne(record: JsonObject): { readonly name: string; readonly values: readonly JsonObject[] } | undefined {
	for (const { name, member, beside, open } of ENVELOPES) {
		if (!Object.hasOwn(record, member) || (beside !== undefined && !isBeside(beside, Object.keys(record)))) continue;
		const values = objects(open(record));
		if (values.length > 0) return { name, values };
	}
	const page = pageRecords(record);
	return page !== undefined && page.length > 0 ? { name: 'page', values: page } : undefined;
}

/** An object as a list of one; an array of nothing but objects as it is; anything else is empty. */
function objects(value: Json | undefined): readonly JsonObject[] {
	if (isObject(value)) return [value];
	return Array.isArray(value) && value.every(isObject) ? (value as readonly JsonObject[]) : [];
}

function objectIn(record: JsonObject, name: string): JsonObject | undefined {
	const value = Object.hasOwn(record, name) ? record[name] : undefined;
	return isObject(value) ? value : undefined;
}

/** JSON or CEF in a text, behind a syslog header perhaps; an object as it is. */
function inner(value: Json | undefined): Json | undefined {
	if (typeof value !== 'string') return isObject(value) ? value : undefined;
	const cef = value.startsWith('{') ? undefined : cefStart(value);
	if (cef !== undefined) {
		const parsed = parseCef(value, cef);
		return isCef(parsed) ? parsed : undefined;
	}
	return parseInner(value.slice(afterSyslogHeader(value) ?? 0));
}

/** The untouched record that Elastic's and Logstash's pipelines keep. Nothing where it was neither JSON nor CEF: the indexed form stays. */
function original(value: Json | undefined): Json | undefined {
	return typeof value === 'string' ? inner(value) : undefined;
}

function splunkResult(record: JsonObject): Json | undefined {
	const result = objectIn(record, 'result');
	if (result === undefined) return undefined;
	const splunk = Object.hasOwn(record, 'preview') || Object.hasOwn(result, '_raw') || Object.hasOwn(result, '_time');
	if (!splunk) return undefined;
	return Object.hasOwn(result, '_raw') ? result : (fromSplunkFields(result) ?? result);
}

/** A row of a CSV that Splunk had indexed repeats itself in `_raw`: its own column is the event, not that. */
function splunkRaw(record: JsonObject): Json | undefined {
	return Object.hasOwn(record, 'AuditData') ? undefined : inner(record['_raw']);
}

function splunkCollector(record: JsonObject): Json | undefined {
	const collected = Object.hasOwn(record, 'sourcetype') || (Object.hasOwn(record, 'source') && Object.hasOwn(record, 'host'));
	return collected ? inner(record['event']) : undefined;
}

function oktaHook(record: JsonObject): Json | undefined {
	const hook = record['eventType'] === 'com.okta.event_hook' || Object.hasOwn(record, 'eventTypeVersion');
	return hook ? objectIn(record, 'data')?.['events'] : undefined;
}

/** Members of `data` below which people's own integrations keep the record: they name no integration. */
const WAZUH_HOLDERS = [
	'okta',
	'office365',
	'github',
	'gitlab',
	'slack',
	'box',
	'zoom',
	'salesforce',
	'google_workspace',
	'gsuite',
];

/** `data.integration` names the member of `data` that holds the record. Of JSON that was merely decoded `data` is the record; its text is better, where that was kept. */
function wazuh(record: JsonObject): Json | undefined {
	const holder = objectIn(record, 'data');
	if (holder === undefined) return undefined;
	const integration = holder['integration'];
	if (typeof integration === 'string') return objectIn(holder, integration);
	if (!Object.hasOwn(record, 'decoder') || !Object.hasOwn(record, 'manager')) return undefined;
	for (const name of WAZUH_HOLDERS) if (isObject(holder[name])) return objectIn(holder, name);
	return Object.hasOwn(record, 'full_log') || Object.keys(holder).length < 3 ? undefined : holder;
}

/** A row of the dashboard's CSV: the columns below `data.<integration>`, with `-` where nothing is. */
function wazuhRow(record: JsonObject): Json | undefined {
	const integration = record['data.integration'];
	if (typeof integration !== 'string' || integration === '') return undefined;
	const prefix = `data.${integration}.`;
	const row: { [name: string]: Json } = {};
	for (const [name, value] of Object.entries(record)) {
		const own = name.startsWith(prefix) ? name.slice(prefix.length) : '__proto__';
		if (own !== '__proto__' && value !== undefined && value !== '-') row[own] = value;
	}
	return fromSplunkFields(row) ?? row;
}

/** What Datadog kept of a log: an event of its search (`id`, `type`, `attributes`) or a line of its archives (`_id`, `date`, …, `attributes`). */
function isDatadog(names: readonly string[]): boolean {
	return names.includes('_id') ? names.includes('date') : names.includes('id') && names.includes('type');
}

/** The record as its text was, where that was kept, else what was read out of it. https://docs.datadoghq.com/api/latest/logs/ and https://docs.datadoghq.com/logs/log_configuration/archives/ */
function datadog(record: JsonObject): Json | undefined {
	if (!isDatadog(Object.keys(record))) return undefined;
	if (Object.hasOwn(record, '_id')) return original(record['message']) ?? objectIn(record, 'attributes');
	const log = record['type'] === 'log' ? objectIn(record, 'attributes') : undefined;
	return log === undefined ? undefined : (original(log['message']) ?? objectIn(log, 'attributes'));
}

function base64(value: Json | undefined): Json | undefined {
	return typeof value === 'string' ? parseInner(Buffer.from(value, 'base64').toString('utf8')) : undefined;
}

/** Extensions of CEF in which relays put the whole record. */
const CARRIERS = ['msg', 'rawEvent'] as const;
/** Extensions that mean what another, named as they are with `Label` behind, says of them. */
const LABELLED = ['cs1', 'cs2', 'cs3', 'cs4', 'cs5', 'cs6', 'flexString1', 'flexString2'] as const;
/** Labels of the whole record; SkyFormation's is `raw-event`. */
const RAW_LABEL = /^(?:raw|original|full|json)(?:[ _-]?(?:event|record|log|message|data|json))?$/i;

/**
 * The whole record as JSON in an extension of CEF that is there for it: parts of it that are no record stay where they are, and so does JSON in
 * any other extension, which may be the user's own text (a user agent, a file's name).
 */
function jsonInCef(extensions: JsonObject | undefined): Json | undefined {
	if (extensions === undefined) return undefined;
	for (const name of CARRIERS) {
		const found = recordIn(extensions[name]);
		if (found !== undefined) return found;
	}
	for (const name of LABELLED) {
		const label = extensions[`${name}Label`];
		const found = typeof label === 'string' && RAW_LABEL.test(label) ? recordIn(extensions[name]) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

function recordIn(text: Json | undefined): JsonObject | undefined {
	if (typeof text !== 'string' || !text.startsWith('{')) return undefined;
	// Whoever escaped no backslash had line ends in a text of the JSON taken for those of CEF.
	const found = parseInner(text) ?? parseInner(text.replaceAll('\n', '\\n').replaceAll('\r', '\\r'));
	return isObject(found) && Object.keys(found).length > 1 ? found : undefined;
}

/** What a log shipper read: JSON text (or an object) in one member beside the shipper's own, or alone. */
function collected(record: JsonObject, name: string): Json | undefined {
	const shipped = Object.keys(record).length === 1 || COLLECTOR_MEMBERS.some((member) => Object.hasOwn(record, member));
	if (!shipped || (name === 'message' && typeof record[name] !== 'string')) return undefined;
	const found = inner(record[name]);
	return isScrap(found) ? undefined : found;
}

/** Whether an object has too few members for a record, and is no page of them either. */
function isScrap(value: Json | undefined): boolean {
	return isObject(value) && Object.keys(value).length < 2 && pageRecords(value) === undefined;
}

/** A record that a program carries in a member: a text, an object, or bytes as Avro's tools print them. */
function carried(value: Json | undefined): Json | undefined {
	const found = inner(fromAvro(value));
	return isScrap(found) ? undefined : found;
}

function ofChannel(data: JsonObject | undefined): Json | undefined {
	return data !== undefined && isObject(data['payload']) ? data : undefined;
}
