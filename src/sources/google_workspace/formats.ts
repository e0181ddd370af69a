import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asFlag, asObjects, asText, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft } from '../reshape.ts';
import { tableRow } from '../table-row.ts';
import { bigQuery } from './formats-bigquery.ts';
import { consoleFormats } from './formats-console.ts';
import { tables } from './formats-tables.ts';
import { explode, oneEvent } from './one-event.ts';

const isActivity = (record: JsonObject): boolean => asText(member(record['id'], 'applicationName')) !== undefined;

/** Cloud Logging names services; the reports name applications. */
const SERVICES: Readonly<Record<string, string>> = {
	'admin.googleapis.com': 'admin',
	'login.googleapis.com': 'login',
	'oauth2.googleapis.com': 'token',
	'cloudidentity.googleapis.com': 'groups_enterprise',
	'saml.googleapis.com': 'saml',
};

function fromCloudLogging(record: JsonObject): readonly JsonObject[] {
	const payload = record['protoPayload'];
	const service = asText(member(payload, 'serviceName')) ?? '';
	const activity: ObjectDraft = emptyObject();
	activity['id'] = {
		time: member(record, 'timestamp') ?? null,
		uniqueQualifier: member(record, 'insertId') ?? null,
		applicationName: Object.hasOwn(SERVICES, service) ? (SERVICES[service] ?? service) : service,
	};
	activity['actor'] = { email: member(member(payload, 'authenticationInfo'), 'principalEmail') ?? null };
	activity['ipAddress'] = member(member(payload, 'requestMetadata'), 'callerIp') ?? null;
	activity['events'] = asObjects(member(member(payload, 'metadata'), 'event')).map((event) => ({
		type: member(event, 'eventType') ?? null,
		name: member(event, 'eventName') ?? null,
		parameters: parametersOf(event),
		...statusOf(event),
	}));
	return explode(activity);
}

/** `{success: true}` there, `{eventStatus: 'SUCCEEDED'}` in the reports. An empty one may be a failure that was left out or nothing at all: unknown. */
function statusOf(event: JsonObject): JsonObject {
	const success = asFlag(member(member(event, 'status'), 'success'));
	return success === undefined ? {} : { status: { eventStatus: success ? 'SUCCEEDED' : 'FAILED' } };
}

function parametersOf(event: JsonObject): Json {
	return event['parameter'] ?? event['parameters'] ?? [];
}

const fromTable = tableRow(['id', 'actor', 'networkInfo', 'networkInfo.ipAsn', 'events']);

/** Shapes of the Reports API and its wrappers. Facts: developers.google.com, Reports API `Activities`; the exporters' own documentation. */
export const formats: readonly Format[] = [
	{
		id: 'activity',
		title: 'Reports API activity: page, array, one a line (ALFA, Chronicle, Splunk `_raw`)',
		has: ['id', 'events'],
		test: isActivity,
		reshape: explode,
		carries: true,
	},
	{
		id: 'activity-kind',
		title: 'Reports API activity with its kind',
		has: ['kind', 'id', 'events'],
		test: (record) => record['kind'] === 'admin#reports#activity' && isActivity(record),
		reshape: explode,
		carries: true,
	},
	{
		id: 'activity-dotted',
		title: 'Table made from activities, with dotted column names and the events as text (pandas, Miller, Power Query)',
		has: ['"id.time"', '"id.applicationName"', 'events'],
		reshape: (record) => explode(fromTable(record)),
	},
	{
		id: 'activity-columns',
		title: 'Table made from activities, with a column for each value',
		has: ['"id.time"', '"id.applicationName"', '"events.0.name"'],
		reshape: (record) => explode(fromTable(record)),
	},
	{
		id: 'activity-text',
		title: 'Activities whose nested members are text (tables of databases, Python)',
		has: ['id', 'actor', 'events'],
		test: (record) => typeof record['id'] === 'string' && typeof record['events'] === 'string',
		reshape: (record) => explode(fromTable(record)),
	},
	{
		id: 'page',
		title: 'Reports API page; an empty one has no items',
		has: ['kind', 'etag'],
		test: (record) => record['kind'] === 'admin#reports#activities',
		reshape: (record) => asObjects(record['items']).flatMap((activity) => explode(activity)),
	},
	{
		id: 'panther',
		title: 'Panther table GSuite.ActivityEvent',
		has: ['id', 'name', 'parameters'],
		test: (record) => isActivity(record) && typeof record['name'] === 'string' && !Object.hasOwn(record, 'events'),
		reshape: (record) => {
			const { name, type, parameters, ...activity } = record;
			return [oneEvent(activity, { name: name ?? null, type: type ?? null, parameters: parameters ?? null })];
		},
	},
	{
		id: 'splunk',
		title: 'Splunk add-on: one event an activity, below `event`',
		has: ['id', 'event', 'actor'],
		test: (record) => isActivity(record) && asText(member(record['event'], 'name')) !== undefined,
		reshape: (record) => {
			const { event, ...activity } = record;
			return isObject(event) ? [oneEvent(activity, event)] : [];
		},
	},
	{
		id: 'cloud-logging',
		title: 'Google Cloud Logging copy of the Workspace logs',
		has: ['protoPayload.metadata.event', 'protoPayload.serviceName'],
		unverified: 'where address and id stand',
		reshape: fromCloudLogging,
		lacks: ['country', 'asn'],
		note: 'Only admin, groups, sign-in, OAuth and SAML logs are shared with Cloud Logging: nothing of Drive.',
	},
	...tables,
	...consoleFormats,
	...bigQuery,
];
