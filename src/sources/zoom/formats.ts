import type { JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asObjects, asText, member } from '../../read/fields.ts';
import { type ObjectDraft, renameColumns } from '../reshape.ts';
import { SESSION_FACTS } from '../session-facts.ts';
import { tableRow } from '../table-row.ts';
import { elasticFormats } from './elastic.ts';
import { rowsByPerson } from './people-of-row.ts';

const ROW_LACKS = [...SESSION_FACTS, 'id'] as const;
const SIGN_IN_LACKS = ['asn', 'asOrg', 'country', 'city', 'proxy', 'session', 'device', 'outcome', 'id'] as const;

/** The portal's operation report; the header differs a little between releases. */
const OPERATION_COLUMNS = {
	time: 'time',
	'date/time': 'time',
	operator: 'operator',
	category: 'category_type',
	'category type': 'category_type',
	action: 'action',
	'operation detail': 'operation_detail',
	'operation details': 'operation_detail',
};

const SIGN_IN_COLUMNS = {
	email: 'email',
	user: 'email',
	'date/time': 'time',
	time: 'time',
	type: 'type',
	'ip address': 'ip_address',
	'client type': 'client_type',
	version: 'version',
};

/** `Zoom_CL`: one table for all reports; the columns of the other reports are empty. */
const SENTINEL_COLUMNS = {
	Time: 'time',
	TimeGenerated: 'time',
	Operator: 'operator',
	CategoryType: 'category_type',
	EventCategoryType: 'category_type',
	Action: 'action',
	OperationDetail: 'operation_detail',
	EventOriginalMessage: 'operation_detail',
	Email: 'email',
	UserEmail: 'email',
	Type: 'type',
	EventType: 'type',
	EventName: 'type',
	IpAddress: 'ip_address',
	SrcIpAddr: 'ip_address',
	ClientType: 'client_type',
	SrcDvcModelName: 'client_type',
	Version: 'version',
	SrcDvcModelNumber: 'version',
};

const WEBHOOK_LACKS = ['ip', 'asn', 'country', 'session', 'outcome', 'id'] as const;
const fromTable = tableRow(['payload', 'payload.object', 'payload.old_object']);

/** The shapes in which Zoom's reports and events are held. */
export const formats: readonly Format[] = [
	{
		id: 'webhook',
		title: 'Webhook body',
		has: ['event', 'payload'],
		lacks: WEBHOOK_LACKS,
		note: 'Only the events that some app has subscribed to; no address.',
	},
	{
		id: 'webhook-text',
		title: 'Webhook bodies whose payload is text (tables of databases, Python, PowerShell)',
		has: ['event', 'event_ts', 'payload'],
		test: (record) => typeof record['payload'] === 'string',
		reshape: (record) => [fromTable(record)],
		lacks: WEBHOOK_LACKS,
	},
	{
		id: 'webhook-dotted',
		title: 'Table made from webhook bodies, with dotted column names',
		has: ['event', 'event_ts', '"payload.account_id"'],
		reshape: (record) => [fromTable(record)],
		lacks: WEBHOOK_LACKS,
	},
	{
		id: 'operation-log',
		title: 'Operation report (GET /report/operationlogs)',
		has: ['time', 'operator', 'category_type', 'action', 'operation_detail'],
		reshape: (record) => asRows({ ...record }),
		lacks: ROW_LACKS,
		note: 'What was done stands in an English sentence; no address, device or session. A row that names several people is an event for each.',
	},
	{
		id: 'sign-in-report',
		title: 'Sign-in report (GET /report/activities)',
		has: ['email', 'time', 'type', 'client_type'],
		reshape: (record) => [asSignIn({ ...record })],
		lacks: SIGN_IN_LACKS,
	},
	{
		id: 'operation-csv',
		title: 'Portal, Reports, Operation Logs, CSV',
		has: ['Time', 'Operator', 'Action', 'Operation Detail'],
		unverified: 'names of columns',
		reshape: renameColumns(OPERATION_COLUMNS, { finish: asRows }),
		lacks: ROW_LACKS,
		localeTimes: true,
		note: 'Times are in the account’s time zone, which the file does not name; they are read as UTC.',
	},
	{
		id: 'sign-in-csv',
		title: 'Portal, Reports, Sign In / Sign Out, CSV',
		has: ['Email', 'Date/Time', 'Type', 'IP Address'],
		unverified: 'names of columns',
		reshape: renameColumns(SIGN_IN_COLUMNS, { finish: (row) => [asSignIn(row)] }),
		lacks: SIGN_IN_LACKS,
		localeTimes: true,
		note: 'Times are in the account’s time zone, which the file does not name; they are read as UTC.',
	},
	{
		id: 'sentinel-zoom-cl',
		title: 'Microsoft Sentinel, table Zoom_CL',
		has: ['CategoryType', 'OperationDetail', 'ClientType'],
		reshape: renameColumns(SENTINEL_COLUMNS, { stripUtcSuffix: true, finish: fromSentinel }),
	},
	{
		id: 'marketplace-apps',
		title: 'Marketplace, list of apps',
		has: ['app_id', 'app_name', 'approval_info'],
		reshape: (record) =>
			asText(member(member(record, 'approval_info'), 'approved_time')) === undefined
				? []
				: [{ ...record, event: 'Marketplace app approved' }],
		note: 'A list of the day it was made, not a log: only when an app was approved is an event.',
	},
	{
		id: 'marketplace-app-page',
		title: 'Marketplace, list of apps, whole page',
		has: ['apps'],
		test: (record) => asObjects(member(record, 'apps')).some((app) => member(app, 'app_id') !== undefined),
		reshape: (record) =>
			asObjects(member(record, 'apps'))
				.filter((app) => asText(member(member(app, 'approval_info'), 'approved_time')) !== undefined)
				.map((app) => ({ ...app, event: 'Marketplace app approved' })),
	},
	{
		id: 'marketplace-requests',
		title: 'Marketplace, requests for an app',
		has: ['request_user_id', 'request_date_time', 'status'],
		reshape: (record) => [{ ...record, event: 'Marketplace app requested' }],
	},
	{
		id: 'marketplace-calls',
		title: 'Marketplace, API call log of one app',
		has: ['url_pattern', 'time', 'http_status', 'method'],
		reshape: (record) => [{ ...record, event: 'Marketplace API call' }],
	},
	...elasticFormats,
];

// `Batch Update` and `SCIM API - Update` are the action Update through another channel.
function asRows(row: ObjectDraft): readonly JsonObject[] {
	let action = asText(row['action']) ?? '';
	let channel: string | undefined;
	if (/^scim api\b/i.test(action)) {
		channel = 'scim';
		action = action.slice(8).replace(/^[\s:-]{1,9}/, '');
	} else if (/^batch /i.test(action)) {
		channel = 'batch';
		action = action.slice(6);
	}
	const category = titleCase(asText(row['category_type']) ?? 'Unknown');
	row['event'] = `${category} / ${titleCase(action === '' ? 'Unknown' : action)}`;
	if (channel !== undefined) row['channel'] = channel;
	return category === 'User' ? rowsByPerson(row, asText(row['operation_detail']) ?? '') : [row];
}

function asSignIn(row: ObjectDraft): JsonObject {
	const type = (asText(row['type']) ?? '')
		.toLowerCase()
		.replace(/[\s_-]+/g, ' ')
		.trim();
	row['event'] = type === 'sign in' ? 'Sign in' : type === 'sign out' ? 'Sign out' : (asText(row['type']) ?? 'Unknown');
	return row;
}

function fromSentinel(row: ObjectDraft): readonly JsonObject[] {
	return asText(row['operation_detail']) === undefined ? [asSignIn(row)] : asRows(row);
}

// The API writes `user_settings` in requests and `User Settings` in rows; collectors mix them.
function titleCase(text: string): string {
	const words = text.slice(0, 80).trim().replaceAll('_', ' ').toLowerCase().split(' ');
	return words
		.filter((word) => word !== '')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}
