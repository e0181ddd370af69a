import { BrokenCell } from '../../model/errors.ts';
import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asJson, asText, lentRecord, member } from '../../read/fields.ts';
import { streamed } from '../microsoft/streamed.ts';
import { emptyObject, jsonCells, type ObjectDraft, renameColumns } from '../reshape.ts';
import { fromElastic, fromFlatElastic } from './elastic.ts';
import { JSON_MEMBERS } from './fields.ts';
import { powerShellFormats } from './formats-powershell.ts';

/** Where a container keeps the facts that its `AuditData` repeats: native name → columns, the first that is filled wins. */
type Columns = Readonly<Record<string, readonly string[]>>;

const CSV_COLUMNS: Columns = {
	CreationTime: ['CreationDate', 'CreationTime'],
	Id: ['RecordId', 'Identity'],
	Operation: ['Operation', 'Operations'],
	UserId: ['UserId', 'UserIds'],
	RecordType: ['RecordType'],
};

const GRAPH_COLUMNS: Columns = {
	CreationTime: ['createdDateTime'],
	Id: ['id'],
	Operation: ['operation'],
	// The query's own userId is another id than the record's for some workloads.
	UserId: ['userPrincipalName', 'userId'],
	UserType: ['userType'],
	RecordType: ['auditLogRecordType'],
	OrganizationId: ['organizationId'],
	Workload: ['service'],
	ObjectId: ['objectId'],
	ClientIP: ['clientIp'],
};

const DEFENDER_COLUMNS: Columns = {
	CreationTime: ['Timestamp', 'TimeGenerated'],
	Id: ['ReportId'],
	Operation: ['ActionType'],
	UserId: ['AccountId', 'AccountObjectId'],
	ClientIP: ['IPAddress'],
	UserAgent: ['UserAgent'],
	CountryCode: ['CountryCode'],
	City: ['City'],
	ISP: ['ISP', 'Isp'],
	IsAnonymousProxy: ['IsAnonymousProxy'],
};

/** Columns of which one tells that a row comes from OfficeActivity. */
const OFFICE_COLUMNS = [
	'OfficeId',
	'OfficeObjectId',
	'Client_IPAddress',
	'Logon_Type',
	'Site_Url',
	'Parameters',
	'OperationProperties',
	'MailboxOwnerUPN',
	'UserKey',
] as const;

/** Shapes in which records of the unified audit log are exported. Sizes and limits: docs of each tool. */
export const formats: readonly Format[] = [
	{
		id: 'record',
		title: 'Audit records as the Office 365 Management Activity API gives them (array, blob or one a line)',
		has: ['CreationTime', 'Operation', 'RecordType', 'UserId'],
		reshape: (record) => [withLists(record)],
	},
	{
		id: 'record-partial',
		title: 'Audit records that an exporter cut down to some columns',
		has: ['CreationTime', 'Operation'],
		test: (record) => ['Workload', 'RecordType', 'UserId', 'UserKey'].some((name) => Object.hasOwn(record, name)),
		reshape: (record) => [withLists(record)],
	},
	{
		id: 'purview-csv',
		title: 'Purview portal: audit search export',
		has: ['RecordId', 'CreationDate', 'Operation', 'UserId', 'AuditData'],
		reshape: (record) => [fromCell(record, 'AuditData', CSV_COLUMNS)],
		note: 'The classic portal ends an export silently at 50,000 rows.',
	},
	{
		id: 'purview-csv-older',
		title: 'Purview portal: audit search export of older portals',
		has: ['CreationDate', 'UserIds', 'Operations', 'AuditData'],
		reshape: (record) => [fromCell(record, 'AuditData', CSV_COLUMNS)],
		note: 'The classic portal ends an export silently at 50,000 rows.',
	},
	{
		id: 'search-unifiedauditlog',
		title: 'Search-UnifiedAuditLog and Microsoft-Extractor-Suite: CSV or JSON with an AuditData text or object',
		has: ['CreationDate', 'UserIds', 'Operations', 'AuditData', 'RecordType'],
		reshape: (record) => [fromCell(record, 'AuditData', CSV_COLUMNS)],
		note: 'A call returns at most 5,000 records and a session 50,000: a file of exactly that length is cut.',
	},
	{
		id: 'graph-audit-query',
		title: 'Microsoft Graph audit log query: JSON, or CSV with auditData as text',
		has: ['createdDateTime', 'operation', 'auditData'],
		reshape: (record) => [fromCell(record, 'auditData', GRAPH_COLUMNS)],
	},
	{
		id: 'officeactivity',
		title: 'Log Analytics / Sentinel table OfficeActivity',
		has: ['OfficeWorkload', 'Operation', 'UserId', 'UserType'],
		reshape: fromOfficeActivity(),
		lacks: ['token'],
		note: 'The table holds Exchange, SharePoint and Teams; directory changes and sign-ins are in AuditLogs and SigninLogs.',
	},
	{
		id: 'officeactivity-columns',
		title: 'Log Analytics query over OfficeActivity that kept a few columns',
		has: ['TimeGenerated', 'UserId', 'Operation'],
		test: (record) => OFFICE_COLUMNS.some((name) => Object.hasOwn(record, name)),
		reshape: fromOfficeActivity(),
		lacks: ['id', 'appId', 'session', 'token', 'userAgent', 'targetId'],
		note: 'Only the columns that the query kept; without an id, repeated rows are told apart by their whole content.',
	},
	{
		id: 'cloudappevents',
		title: 'Defender XDR table CloudAppEvents',
		has: ['ActionType', 'RawEventData'],
		unverified: 'columns beside ActionType and RawEventData',
		reshape: (record) => [fromCell(record, 'RawEventData', DEFENDER_COLUMNS)],
	},
	{
		id: 'cloudappevents-columns',
		title: 'Defender XDR query over CloudAppEvents that kept a few columns, RawEventData not among them',
		has: ['ActionType', 'Application', 'AccountObjectId', 'IPAddress'],
		// The table holds other vendors' applications as well.
		test: (record) =>
			!Object.hasOwn(record, 'RawEventData') && /^(?:Microsoft|Office)\b/.test(asText(record['Application']) ?? ''),
		reshape: (record) => [fromCell(record, 'RawEventData', DEFENDER_COLUMNS)],
		lacks: ['appId', 'session', 'token', 'targetId', 'scopes'],
		note: 'What was done to what stands in RawEventData: let the query keep it.',
	},
	{
		id: 'cloudappevents-stream',
		title: 'Defender XDR streaming API (Event Hub, storage account): CloudAppEvents',
		...streamed(['CloudAppEvents'], (row) => [fromCell(row, 'RawEventData', DEFENDER_COLUMNS)]),
	},
	{
		id: 'elastic-raw',
		title: 'Elastic agent, before the ingest pipeline',
		has: ['o365audit'],
		test: (record) => isObject(record['o365audit']),
		reshape: (record) => (isObject(record['o365audit']) ? [withLists(record['o365audit'])] : []),
	},
	{
		id: 'elastic',
		title: 'Elastic integration o365: indexed documents',
		has: ['o365.audit', 'event.action'],
		reshape: fromElastic,
		note: 'Elastic drops changes whose old or new value is null and keeps the last of repeated parameters.',
	},
	{
		id: 'elastic-flat',
		title: 'Elastic integration o365: documents with dotted names, CSV of Kibana',
		has: ['"o365.audit.RecordType"', '"event.action"'],
		reshape: fromFlatElastic,
		note: 'Elastic drops changes whose old or new value is null and keeps the last of repeated parameters.',
	},
	...powerShellFormats(
		(row) => fromCell(row, 'AuditData', CSV_COLUMNS),
		(record) => fromCell(record, 'auditData', GRAPH_COLUMNS),
	),
];

/**
 * The record in a container's cell, as text or object, filled up from the columns beside it.
 * Where the cell is empty, cut or flattened, the columns alone make the record, and `AuditDataState` says so.
 */
function fromCell(row: JsonObject, cell: string, columns: Columns): JsonObject {
	const held = parsedCell(row, cell);
	if (isObject(held) && !Object.hasOwn(held, '__proto__') && isFilled(held, columns)) return withLists(held);
	const native: ObjectDraft = emptyObject();
	if (isObject(held)) {
		for (const [name, value] of Object.entries(held)) if (name !== '__proto__') native[name] = value;
	}
	for (const [name, sources] of Object.entries(columns)) {
		if (native[name] !== undefined && native[name] !== null && native[name] !== '') continue;
		for (const source of sources) {
			const value = member(row, source);
			if (asText(value) === undefined) continue;
			native[name] = value;
			break;
		}
	}
	if (isObject(held)) return withLists(native);
	const text = asText(member(row, cell));
	if (native['CreationTime'] === undefined || native['Operation'] === undefined) {
		throw new BrokenCell(
			text === undefined ? `${cell} is empty` : `${cell} is no JSON object: ${shown(text)}`,
			`a JSON object in ${cell}, or a time and an operation in the columns beside it`,
		);
	}
	native['AuditDataState'] = text === undefined ? 'empty' : 'broken';
	return native;
}

/** Whether a record says itself all that the columns beside it might say: mostly so, and then it is taken as it is. */
function isFilled(record: JsonObject, columns: Columns): boolean {
	for (const name in columns) {
		const value = member(record, name);
		if (value === undefined || value === '') return false;
	}
	return true;
}

/** The record with its lists parsed where an exporter wrote them as text; mostly that is nowhere, and the record itself comes back. */
function withLists(record: JsonObject): JsonObject {
	return JSON_MEMBERS.some((name) => typeof record[name] === 'string') ? jsonCells(record, JSON_MEMBERS) : record;
}

function parsedCell(row: JsonObject, cell: string): Json | undefined {
	const once = lentRecord(row, cell);
	return typeof once === 'string' ? asJson(once) : once;
}

function fromOfficeActivity(): (record: JsonObject) => readonly JsonObject[] {
	return renameColumns(
		{
			TimeGenerated: 'CreationTime',
			CreationTime: 'CreationTime',
			OfficeId: 'Id',
			SourceRecordId: 'Id',
			OfficeWorkload: 'Workload',
			OfficeObjectId: 'ObjectId',
			OrganizationId: 'OrganizationId',
			OfficeTenantId: 'OrganizationId',
			Client_IPAddress: 'ClientIPAddress',
			Site_Url: 'SiteUrl',
			Site_: 'Site',
			Logon_Type: 'LogonType',
			Event_Data: 'EventData',
			Source_Name: 'SourceName',
			Start_Time: 'StartTime',
			AADTarget: 'Target',
			AzureActiveDirectory_EventType: 'AzureActiveDirectoryEventType',
			...Object.fromEntries(JSON_MEMBERS.filter((name) => name !== 'Target').map((name) => [name, name])),
		},
		{ json: JSON_MEMBERS, stripUtcSuffix: true, keepOthers: true },
	);
}

function shown(text: string): string {
	return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
