import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft, renameColumns } from '../reshape.ts';
import { SESSION_FACTS } from '../session-facts.ts';
import { canonicalCode, canonicalObject, SOME_DETECTION } from './activities.ts';
import { cefFormats } from './cef.ts';
import { elasticFormats } from './elastic.ts';
import { elasticLogFiles } from './elastic-log-files.ts';
import { eventsInFile } from './event-log-file.ts';
import { codeOf } from './setup-audit-trail.ts';

const TRAIL_COLUMNS = {
	Date: 'CreatedDate',
	User: 'CreatedBy.Username',
	'Source Namespace Prefix': 'ResponsibleNamespacePrefix',
	Action: 'Display',
	Section: 'Section',
	'Delegate User': 'DelegateUser',
};

const HISTORY_COLUMNS = {
	Username: 'Username',
	'Login Time': 'LoginTime',
	'Source IP': 'SourceIp',
	'Login Type': 'LoginType',
	Status: 'Status',
	Browser: 'Browser',
	Platform: 'Platform',
	Application: 'Application',
	'Client Version': 'ClientVersion',
	'API Type': 'ApiType',
	'API Version': 'ApiVersion',
	'Login URL': 'LoginUrl',
	Country: 'Country',
	'Country Code': 'CountryIso',
};

/** Columns that Data Loader writes in capitals, back to the names of the fields. */
const loaded = (fields: string) => Object.fromEntries(fields.split(' ').map((name) => [name, name]));

const LOADED_HISTORY = loaded(
	'Id UserId LoginTime LoginType LoginSubType SourceIp ForwardedForIp LoginUrl LoginGeoId Browser Platform Status Application ' +
		'ClientVersion ApiType ApiVersion CountryIso AuthenticationServiceId AuthMethodReference NetworkId TlsProtocol CipherSuite',
);
const LOADED_TRAIL = loaded(
	'Id Action Display Section CreatedDate CreatedById CreatedBy.Username CreatedBy.Name CreatedBy.Email DelegateUser ' +
		'CreatedByContext CreatedByIssuer ResponsibleNamespacePrefix',
);
const LOADED_UNVERIFIED = 'that Data Loader writes the names of fields in capitals (as people show its files)';

// What tells a real-time event apart where the export has dropped its object name. First that fits wins.
const TELLTALES: readonly (readonly [name: string, members: readonly string[]])[] = [
	// Before the others: what a detection found odd has members of its own kind.
	[SOME_DETECTION, ['Score', 'SecurityEventData']],
	['LoginAsEvent', ['DelegatedUsername']],
	['LoginEvent', ['LoginType', 'LoginUrl']],
	['LoginEvent', ['LoginType', 'LoginGeoId']],
	['PermissionSetEventStore', ['PermissionList']],
	['PermissionSetEventStore', ['PermissionType']],
	['ReportEvent', ['ReportId', 'Operation']],
	['FileEventStore', ['FileAction']],
	['ApiEvent', ['QueriedEntities', 'ApiType']],
	['ListViewEvent', ['ListViewId']],
	// What an ApiEvent has beside these was asked for above.
	['BulkApiResultEventStore', ['Query', 'LoginHistoryId']],
];

/** The shapes in which Salesforce's logs are held. */
export const formats: readonly Format[] = [
	{
		id: 'event-log-file',
		title: 'Event log file (CSV of one event type)',
		has: ['EVENT_TYPE', 'TIMESTAMP', 'ORGANIZATION_ID'],
		reshape: (record) => (isHeader(record['EVENT_TYPE']) ? [] : [record]),
		note: 'Most event types have the user’s id alone.',
		unverified:
			'the event types ApiConnectedApp, ConnectedAppUsageEventStore and OAuthTokenRevoked (taken from public detection rules)',
	},
	{
		id: 'event-log-file-part',
		title: 'Event log file, some columns of it',
		has: ['EVENT_TYPE', 'TIMESTAMP', 'USER_ID'],
		reshape: (record) => (isHeader(record['EVENT_TYPE']) ? [] : [record]),
	},
	{
		id: 'event-log-json',
		title: 'Event log file as JSON, names in lower case',
		has: ['event_type', 'timestamp', 'organization_id'],
		reshape: (record) => (isHeader(record['event_type']) ? [] : [upperCase(record, false)]),
	},
	{
		id: 'sentinel-salesforce-cl',
		title: 'Microsoft Sentinel, table SalesforceServiceCloud_CL',
		has: ['event_type_s', 'organization_id_s'],
		reshape: (record) => [upperCase(record, true)],
	},
	{
		id: 'event-log-object',
		title: 'Event log object (SOQL), e.g. ReportExportEventLog',
		has: ['attributes.type', 'Timestamp'],
		test: (record) => objectName(record)?.endsWith('EventLog') === true,
		reshape: (record) => [fromEventLogObject(record)],
	},
	{
		id: 'event-log-file-record',
		title: 'List of event log files (SOQL on EventLogFile)',
		has: ['EventType', 'LogDate', 'LogFile'],
		reshape: eventsInFile,
		note: 'Events are read where the file’s content (Base64) is in the record; a record with only the address of the file holds none.',
	},
	{
		id: 'real-time-event',
		title: 'Real-time event monitoring object (SOQL, API)',
		has: ['EventDate', 'EventIdentifier'],
		reshape: (record) => [withObject(record, objectName(record) ?? inferred(record))],
	},
	{
		id: 'real-time-stream',
		title: 'Real-time event monitoring, streamed',
		has: ['schema', 'payload.EventDate', 'event.replayId'],
		unverified: 'the envelope',
		reshape: (record) => {
			const payload = member(record, 'payload');
			return isObject(payload) ? [withObject(payload, objectName(payload) ?? inferred(payload))] : [];
		},
	},
	{
		id: 'login-history',
		title: 'LoginHistory (SOQL, API)',
		has: ['LoginTime', 'UserId', 'LoginType', 'Status'],
		reshape: (record) => [withObject(record, 'LoginHistory')],
		lacks: ['session', 'asn', 'proxy', 'device'],
		note: 'Has the user’s id alone.',
	},
	{
		id: 'login-history-csv',
		title: 'Setup, Login History, CSV',
		has: ['Username', 'Login Time', 'Source IP', 'Login Type', 'Status'],
		unverified: 'names of columns (taken to be the labels of the LoginHistory object)',
		reshape: renameColumns(HISTORY_COLUMNS, { finish: (row) => [withObject(row, 'LoginHistory')] }),
		lacks: ['session', 'asn', 'proxy', 'device', 'id'],
		localeTimes: true,
		note: 'Times without a zone are in the zone of the person who downloaded the file; they are read as UTC.',
	},
	{
		id: 'login-history-loaded',
		title: 'LoginHistory as Data Loader exports it (CSV)',
		has: ['LOGINTIME', 'USERID', 'LOGINTYPE', 'STATUS'],
		unverified: LOADED_UNVERIFIED,
		reshape: renameColumns(LOADED_HISTORY, { finish: (row) => [withObject(row, 'LoginHistory')] }),
		lacks: ['session', 'asn', 'proxy', 'device'],
		note: 'Has the user’s id alone.',
	},
	{
		id: 'setup-audit-trail-loaded',
		title: 'SetupAuditTrail as Data Loader exports it (CSV)',
		has: ['ACTION', 'DISPLAY', 'CREATEDDATE', 'SECTION'],
		unverified: LOADED_UNVERIFIED,
		reshape: renameColumns(LOADED_TRAIL, { finish: (row) => [withAction(row, asText(row['Action']))] }),
		lacks: SESSION_FACTS,
		note: 'Has no address and no session; often the user’s id alone.',
	},
	{
		id: 'setup-audit-trail',
		title: 'SetupAuditTrail (SOQL, API)',
		has: ['Action', 'CreatedDate', 'CreatedById'],
		reshape: (record) => [withAction(record, asText(record['Action']))],
		lacks: SESSION_FACTS,
		note: 'Has no address and no session; often the user’s id alone.',
	},
	{
		id: 'setup-audit-trail-text',
		title: 'SetupAuditTrail (SOQL, API), without the user’s id',
		has: ['Action', 'Display', 'CreatedDate'],
		reshape: (record) => [withAction(record, asText(record['Action']))],
		lacks: SESSION_FACTS,
	},
	{
		id: 'setup-audit-trail-csv',
		title: 'Setup, View Setup Audit Trail, Download',
		has: ['Date', 'User', 'Source Namespace Prefix', 'Action', 'Section'],
		reshape: renameColumns(TRAIL_COLUMNS, { finish: (row) => [withAction(row, fromSentence(row))] }),
		lacks: [...SESSION_FACTS, 'id'],
		localeTimes: true,
		note: 'The change is an English sentence without a code; times carry the zone of the person who downloaded the file (without one: read as UTC).',
	},
	...cefFormats,
	...elasticFormats,
	...elasticLogFiles,
];

// Files put together without care hold the header again.
function isHeader(value: unknown): boolean {
	return value === 'EVENT_TYPE';
}

function objectName(record: JsonObject): string | undefined {
	return asText(member(member(record, 'attributes'), 'type'));
}

function inferred(record: JsonObject): string {
	return TELLTALES.find(([, names]) => names.every((name) => Object.hasOwn(record, name)))?.[0] ?? 'Unknown real-time event';
}

function withObject(record: JsonObject, name: string): JsonObject {
	return { ...record, EventObject: canonicalObject(name) };
}

function withAction(record: JsonObject, action: string | undefined): JsonObject {
	return { ...record, ...(action !== undefined && { SetupAction: canonicalCode(action) }) };
}

// Without a known sentence the section is the closest thing to an operation that repeats.
function fromSentence(row: ObjectDraft): string | undefined {
	const sentence = asText(row['Display']);
	return sentence === undefined ? undefined : (codeOf(sentence) ?? `Setup: ${asText(row['Section']) ?? 'no section'}`);
}

function upperCase(record: JsonObject, suffixed: boolean): JsonObject {
	const upper = emptyObject();
	for (const [name, value] of Object.entries(record)) {
		if (name === '__proto__' || value === '' || value === null) continue;
		const bare = suffixed ? name.replace(/ \[utc\]$/i, '').replace(/_[sdgbt]$/, '') : name.replace(/_$/, '');
		upper[bare.toUpperCase()] ??= value;
	}
	return upper;
}

/** Where a field of an event log object is not called like the column of the file. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_bulkapi2eventlog.htm */
const OBJECT_FIELDS: ReadonlyMap<string, string> = new Map([
	['USERNAME', 'USER_NAME'],
	['OBJECT_NAME', 'ENTITY_NAME'],
	['OBJECT_TYPE', 'ENTITY_TYPE'],
	['PROCESSED_RECORD_COUNT', 'RECORDS_PROCESSED'],
	['FILE_SIZE', 'SIZE_BYTES'],
	['IS_SUCCESS', 'SUCCESS'],
	['IP_ADDRESS', 'CLIENT_IP'],
]);

// `UserIdentifier`, `ReportIdentifier`, `JobIdentifier` … are USER_ID, REPORT_ID, JOB_ID.
function fromEventLogObject(record: JsonObject): JsonObject {
	const upper = emptyObject();
	for (const [name, value] of Object.entries(record)) {
		if (name === '__proto__' || name === 'attributes' || name === 'Id' || value === null) continue;
		const column = name
			.replace(/(?!^)([A-Z])/g, '_$1')
			.toUpperCase()
			.replace(/_IDENTIFIER$/, '_ID');
		upper[OBJECT_FIELDS.get(column) ?? column] ??= value;
	}
	upper['EVENT_TYPE'] = objectName(record)?.replace(/EventLog$/, '');
	upper['Id'] = record['Id'];
	return upper;
}
