import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { emptyObject, jsonCells, type ObjectDraft, setPath } from '../reshape.ts';
import { reports } from './formats-reports.ts';
import { flattened } from './formats-tables.ts';

const EVENT_TYPE = /^[a-z][a-z0-9_]{2,80}$/i;

function isEvent(record: JsonObject): boolean {
	const { event_type: type, source, additional_details: details } = record;
	if (Object.hasOwn(record, 'created_by.login')) return false;
	return typeof type === 'string' && EVENT_TYPE.test(type) && typeof source !== 'string' && typeof details !== 'string';
}

/** Members that hold objects, where a collector kept them as text. */
const NESTED = ['additional_details', 'source', 'created_by', 'accessible_by', 'action_by'] as const;

function fromDotted(record: JsonObject): readonly JsonObject[] {
	const native: ObjectDraft = emptyObject();
	for (const [column, cell] of Object.entries(record)) {
		if (cell === undefined || cell === null || cell === '') continue;
		setPath(native, column.replace(/^\ufeff/, '').trim(), cell);
	}
	return [native];
}

/**
 * Elastic keeps the event below `box` and moves type, id, address and session, and what `source` says of a file, a folder or a user, to names
 * of its own. Its `@timestamp` is not trusted: some versions cut it to midnight.
 * https://github.com/elastic/integrations/tree/main/packages/box_events/data_stream/events/elasticsearch/ingest_pipeline
 */
function fromElastic(record: JsonObject): readonly JsonObject[] {
	const native: ObjectDraft = emptyObject();
	const inner = member(record, 'box');
	if (isObject(inner)) Object.assign(native, inner);
	for (const [name, value] of Object.entries(record)) {
		if (name.startsWith('box.') && value !== undefined && value !== null && value !== '') setPath(native, name.slice(4), value);
	}
	const common = (path: string): string | undefined => {
		const [first = '', second = ''] = path.split('.');
		return asText(member(record, path)) ?? asText(member(member(record, first), second));
	};
	const moved: readonly (readonly [string, string | undefined])[] = [
		['created_at', common('@timestamp')],
		['event_type', common('event.action')],
		['event_id', common('event.id')],
		['ip_address', common('client.ip') ?? common('source.ip')],
		['session_id', asText(member(native['session'], 'id'))],
	];
	restore(native, moved);
	const source = native['source'];
	const own: ObjectDraft = Object.assign(emptyObject(), isObject(source) ? source : undefined);
	restore(own, [
		['type', common('file.type')],
		// The name of a folder goes elsewhere than those of files and users.
		['name', common('file.name') ?? common('file.directory')],
		['size', common('file.size')],
	]);
	if (Object.keys(own).length > 0) native['source'] = own;
	return [native];
}

/** Members that are not there get the value that stands elsewhere. */
function restore(into: ObjectDraft, moved: readonly (readonly [name: string, value: string | undefined])[]): void {
	for (const [name, value] of moved) if (value !== undefined && into[name] === undefined) into[name] = value;
}

/** Shapes of Box events. Facts: developer.box.com guide "Events", the boxcli source, Elastic's package `box_events`. */
export const formats: readonly Format[] = [
	{
		id: 'event',
		title: 'Enterprise events of the API (page, array or one a line)',
		has: ['type', 'event_type', 'created_at'],
		test: (record) => record['type'] === 'event' && isEvent(record),
	},
	{
		id: 'user-event',
		title: 'Events of one user’s own feed',
		has: ['type', 'event_type', 'created_at', 'recorded_at'],
		test: (record) => record['type'] === 'event' && isEvent(record),
		lacks: ['ip', 'appId', 'appName', 'token'],
		note: 'One user’s own feed: nobody else’s acts are in it.',
	},
	{
		id: 'event-trimmed',
		title: 'Events from which a collector dropped members',
		has: ['event_type', 'created_by'],
		test: (record) => isEvent(record) && typeof record['created_by'] !== 'string',
	},
	{
		id: 'event-text',
		title: 'Events whose nested members are JSON as text (Panther, StreamAlert)',
		has: ['event_type', 'created_by', 'created_at'],
		test: (record) =>
			EVENT_TYPE.test(asText(record['event_type']) ?? '') && NESTED.some((name) => typeof record[name] === 'string'),
		reshape: (record) => [jsonCells(record, NESTED)],
	},
	{
		id: 'boxcli-csv',
		title: 'CSV of the Box command line (`box events --csv`)',
		has: ['event_type', 'created_at', '"created_by.login"'],
		reshape: fromDotted,
	},
	{
		id: 'elastic',
		title: 'Elastic integration `box_events`, without the original line',
		has: ['box', 'event'],
		test: (record) => asText(member(record['event'], 'action')) !== undefined && isObject(record['box']),
		reshape: fromElastic,
	},
	{
		id: 'elastic-flat',
		title: 'Rows of Elastic or Kibana with dotted column names',
		has: ['"event.action"', '"box.created_at"'],
		reshape: fromElastic,
	},
	...flattened,
	...reports,
];
