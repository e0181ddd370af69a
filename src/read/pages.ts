import { isObject, type Json, type JsonObject } from '../model/json.ts';

/** Members that hold the records of a page of an API's answer and are nothing else in any vendor's event. */
const PAGE_MEMBERS: ReadonlySet<string> = new Set([
	// Microsoft Graph and Management API; Box and Slack; AWS; Zoom; generic; Defender's advanced hunting.
	...['value', 'entries', 'Records', 'operation_logs', 'activity_logs', 'audit_logs', 'Results'],
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

/** Whether nothing below a member of this name is a page's record where the object is itself an event: many events have lists of their own. */
export function isListOfEvent(name: string): boolean {
	return WEAK_PAGE_MEMBERS.has(name) && !PAGE_HOLDERS.has(name);
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

/** The records of a page, of all its arrays, or undefined when the object is no page. Empty for a page without records. */
export function pageRecords(value: JsonObject): readonly JsonObject[] | undefined {
	if (value['kind'] === GOOGLE_PAGE && !Object.hasOwn(value, 'items')) return [];
	const names = Object.keys(value);
	const event = names.some(isEventMember);
	const lists = names.flatMap((name) => listsAt(value[name], [name], event));
	// One that cannot be taken as a whole: then nothing of the page is, and it is counted as one record that is none.
	if (!lists.every(isRecords)) return undefined;
	const [first] = lists;
	const records = lists.length > 1 ? lists.flat() : first;
	// An event may well have an empty array of that name.
	return records?.length === 0 && event ? undefined : records;
}

/** The arrays that hold records, or what is broken in their place: lists of texts and numbers are something else. */
function listsAt(value: Json | undefined, path: readonly string[], event: boolean): readonly (readonly Json[])[] {
	if (Array.isArray(value))
		return isPagePath(path, event) && (value.length === 0 || value.some(isObject)) ? [value as readonly Json[]] : [];
	if (path.length > 1 || !isObject(value) || !PAGE_HOLDERS.has(path[0] ?? '')) return [];
	return Object.keys(value).flatMap((name) => listsAt(value[name], [...path, name], event));
}

function isRecords(list: readonly Json[]): list is readonly JsonObject[] {
	return list.every(isObject);
}
