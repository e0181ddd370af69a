import { isObject, type Json, type JsonObject } from '../model/json.ts';

/** Members that hold the records of a page of an API's answer and are nothing else in any vendor's event. */
const PAGE_MEMBERS: ReadonlySet<string> = new Set([
	// Microsoft Graph and Management API; Box and Slack; AWS; Zoom; generic.
	...['value', 'entries', 'Records', 'operation_logs', 'activity_logs', 'audit_logs'],
]);

/** Members that hold a page's records unless the object is itself an event. */
const WEAK_PAGE_MEMBERS: ReadonlySet<string> = new Set([
	// Google Reports; Azure diagnostics and Salesforce queries; Slack's team.accessLogs and team.integrationLogs; generic.
	...['items', 'records', 'logins', 'logs', 'events', 'data', 'results', 'response', 'hits'],
]);

/** Objects in which a page's array may lie one level down: Elasticsearch answers, Okta event hooks, generic. */
const PAGE_HOLDERS: ReadonlySet<string> = new Set(['hits', 'data', 'response', 'result', 'body']);

/** Members that an event has and a page has not. */
const EVENT_MEMBERS: ReadonlySet<string> = new Set([
	...[
		'actor',
		'id',
		'uuid',
		'event_id',
		'event_type',
		'eventType',
		'Operation',
		'operation',
		'operationName',
		'OperationName',
		'action',
	],
	...[
		'published',
		'created_at',
		'createdDateTime',
		'CreationTime',
		'CreationDate',
		'@timestamp',
		'time',
		'timestamp',
		'TimeGenerated',
	],
]);

/** Google's page and activity both say `kind`: this one is the page. It has no `items` when it is empty. */
const GOOGLE_PAGE = 'admin#reports#activities';

/** Whether a member of this name shows that an object is an event. */
export function isEventMember(name: string): boolean {
	return EVENT_MEMBERS.has(name);
}

/**
 * Whether an array of objects at this path of an object holds a page's records.
 * @param path one or two member names.
 * @param event the object (the outermost) has a member of an event before it.
 */
export function isPagePath(path: readonly string[], event: boolean): boolean {
	const [first = '', second] = path;
	if (second === undefined) return PAGE_MEMBERS.has(first) || (!event && WEAK_PAGE_MEMBERS.has(first));
	if (path.length > 2 || !PAGE_HOLDERS.has(first)) return false;
	// An Okta event hook's own members look like those of an event.
	if (first === 'data' && second === 'events') return true;
	return (!event || first === 'hits') && (PAGE_MEMBERS.has(second) || WEAK_PAGE_MEMBERS.has(second));
}

/** The records of a page, or undefined when the object is no page. Empty for a page without records. */
export function pageRecords(value: JsonObject): readonly JsonObject[] | undefined {
	if (value['kind'] === GOOGLE_PAGE && !Object.hasOwn(value, 'items')) return [];
	const names = Object.keys(value);
	const event = names.some(isEventMember);
	let records: readonly JsonObject[] | undefined;
	for (const name of names) {
		const found = recordsAt(value[name], [name], event);
		if (found !== undefined && found.length >= (records?.length ?? 0)) records = found;
	}
	// An event may well have an empty array of that name.
	return records?.length === 0 && event ? undefined : records;
}

function recordsAt(value: Json | undefined, path: readonly string[], event: boolean): readonly JsonObject[] | undefined {
	if (Array.isArray(value))
		return isPagePath(path, event) && value.every(isObject) ? (value as readonly JsonObject[]) : undefined;
	if (path.length > 1 || !isObject(value) || !PAGE_HOLDERS.has(path[0] ?? '')) return undefined;
	for (const name of Object.keys(value)) {
		const found = recordsAt(value[name], [...path, name], event);
		if (found !== undefined) return found;
	}
	return undefined;
}
