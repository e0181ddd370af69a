import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asJson, asText, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft, renameColumns, setPath } from '../reshape.ts';
import { oneEvent } from './one-event.ts';

type Entry = readonly [name: string, value: Json | undefined];

/** Columns of `id.`, `actor.` and the address go to the activity; every other column is a parameter. */
function fromColumns(entries: readonly Entry[]): readonly JsonObject[] {
	const activity: ObjectDraft = emptyObject();
	const parameters: ObjectDraft = emptyObject();
	const event: ObjectDraft = emptyObject();
	for (const [name, value] of entries) {
		if (value === undefined || value === null || value === '' || name === '__proto__') continue;
		if (/^(?:id|actor|networkInfo)\./.test(name)) setPath(activity, name, value);
		else if (name === 'ipAddress' || name === 'ownerDomain') activity[name] = value;
		else if (name === 'name' || name === 'type') event[name] = value;
		else parameters[name] = asJson(value) ?? null;
	}
	event['parameters'] = parameters;
	return [oneEvent(activity, event)];
}

const SENTINEL_COLUMNS: Readonly<Record<string, string>> = {
	id_time: 'id.time',
	id_uniquequalifier: 'id.uniqueQualifier',
	id_applicationname: 'id.applicationName',
	id_customerid: 'id.customerId',
	actor_email: 'actor.email',
	actor_profileid: 'actor.profileId',
	actor_callertype: 'actor.callerType',
	actor_key: 'actor.key',
	ipaddress: 'ipAddress',
	ownerdomain: 'ownerDomain',
	event_name: 'name',
	event_type: 'type',
};

function fromSentinel(record: JsonObject): readonly JsonObject[] {
	return fromColumns(
		Object.entries(record).map(([column, value]): Entry => {
			const bare = column.replace(/ \[UTC\]$/i, '').replace(/_[sdgbt]$/, '');
			const known = bare.toLowerCase();
			return [Object.hasOwn(SENTINEL_COLUMNS, known) ? (SENTINEL_COLUMNS[known] ?? bare) : bare, value];
		}),
	);
}

/** Elastic's names → parameter names. What is upper case belongs to the admin log. */
const elasticColumns = renameColumns(
	{
		'@timestamp': 'id.time',
		'event.provider': 'id.applicationName',
		'event.id': 'id.uniqueQualifier',
		'event.action': 'event.name',
		'google_workspace.event.type': 'event.type',
		'source.ip': 'ipAddress',
		'source.as.number': 'networkInfo.ipAsn.0',
		'source.geo.country_iso_code': 'networkInfo.regionCode',
		'source.user.email': 'actor.email',
		'source.user.id': 'actor.profileId',
		'user.email': 'actor.email',
		'google_workspace.actor.email': 'actor.email',
		'google_workspace.actor.type': 'actor.callerType',
		'google_workspace.actor.key': 'actor.key',
		'google_workspace.organization.domain': 'ownerDomain',
		'google_workspace.drive.file.id': 'parameters.doc_id',
		'google_workspace.drive.file.type': 'parameters.doc_type',
		'google_workspace.drive.file.owner.email': 'parameters.owner',
		'google_workspace.drive.file.owner.is_shared_drive': 'parameters.owner_is_shared_drive',
		'file.name': 'parameters.doc_title',
		'google_workspace.token.client.id': 'parameters.client_id',
		'google_workspace.token.client.type': 'parameters.client_type',
		'google_workspace.token.scope.value': 'parameters.scope',
		'google_workspace.admin.application.name': 'parameters.APPLICATION_NAME',
		'google_workspace.admin.setting.name': 'parameters.SETTING_NAME',
		'google_workspace.admin.new_value': 'parameters.NEW_VALUE',
		'google_workspace.admin.old_value': 'parameters.OLD_VALUE',
		'google_workspace.admin.role.name': 'parameters.ROLE_NAME',
		'google_workspace.admin.user.email': 'parameters.USER_EMAIL',
		'user.target.email': 'parameters.USER_EMAIL',
		'google_workspace.admin.group.email': 'parameters.GROUP_EMAIL',
		'google_workspace.admin.org_unit.name': 'parameters.ORG_UNIT_NAME',
		'google_workspace.admin.api.client.name': 'parameters.API_CLIENT_NAME',
		'google_workspace.admin.api.scopes': 'parameters.API_SCOPES',
		'google_workspace.admin.oauth2.application.id': 'parameters.OAUTH2_APP_ID',
		'google_workspace.admin.oauth2.application.name': 'parameters.OAUTH2_APP_NAME',
		'google_workspace.admin.oauth2.application.type': 'parameters.OAUTH2_APP_TYPE',
		'google_workspace.login.type': 'parameters.login_type',
		'google_workspace.login.failure_type': 'parameters.login_failure_type',
	},
	{ nested: true },
);

const DIRECT: readonly string[] = ['drive', 'token', 'login', 'saml', 'user_accounts', 'groups', 'chat', 'calendar', 'gmail'];

function fromElastic(record: JsonObject): readonly JsonObject[] {
	return elasticColumns(record).flatMap((row) => {
		const { event, parameters, ...activity } = row;
		const found: ObjectDraft = emptyObject();
		const flat: Record<string, Json | undefined> = {};
		for (const [name, value] of Object.entries(record)) if (name.startsWith('google_workspace.')) flat[name.slice(17)] = value;
		for (const application of DIRECT) {
			const own = member(record['google_workspace'], application);
			const pairs: readonly Entry[] = [
				...(isObject(own) ? Object.entries(own) : []),
				...Object.entries(flat)
					.filter(([name]) => name.startsWith(`${application}.`))
					.map(([name, value]): Entry => [name.slice(application.length + 1), value]),
			];
			for (const [name, value] of pairs) if (value !== undefined && !isObject(value) && name !== '__proto__') found[name] = value;
		}
		if (isObject(parameters)) Object.assign(found, parameters);
		return isObject(event) ? [oneEvent(activity, { ...event, parameters: found })] : [];
	});
}

/** Words of the console's Event column → names of the Reports API, with the log they belong to. */
const CONSOLE_EVENTS: Readonly<Record<string, readonly [application: string, name: string]>> = {
	view: ['drive', 'view'],
	preview: ['drive', 'preview'],
	print: ['drive', 'print'],
	download: ['drive', 'download'],
	upload: ['drive', 'upload'],
	create: ['drive', 'create'],
	copy: ['drive', 'copy'],
	edit: ['drive', 'edit'],
	delete: ['drive', 'delete'],
	'item content accessed': ['drive', 'access_item_content'],
	'item content synced': ['drive', 'sync_item_content'],
	'email as attachment': ['drive', 'email_as_attachment'],
	'user sharing permissions change': ['drive', 'change_user_access'],
	'link sharing access type changed': ['drive', 'change_document_access_scope'],
	'link sharing visibility change': ['drive', 'change_document_visibility'],
	'owner changed': ['drive', 'change_owner'],
	'successful login': ['login', 'login_success'],
	'failed login': ['login', 'login_failure'],
	'suspicious login': ['login', 'suspicious_login'],
	'login challenge': ['login', 'login_challenge'],
	logout: ['login', 'logout'],
	'user authorized access': ['token', 'authorize'],
	'api call': ['token', 'activity'],
	authorize: ['token', 'authorize'],
	'admin privileges grant': ['admin', 'GRANT_ADMIN_PRIVILEGE'],
	'user creation': ['admin', 'CREATE_USER'],
	'user deletion': ['admin', 'DELETE_USER'],
	'user suspension': ['admin', 'SUSPEND_USER'],
	'user unsuspension': ['admin', 'UNSUSPEND_USER'],
	'role assigned': ['admin', 'ASSIGN_ROLE'],
};

const consoleColumns = renameColumns({
	Date: 'id.time',
	Event: 'event.name',
	'Event name': 'event.name',
	Actor: 'actor.email',
	'Actor email': 'actor.email',
	User: 'actor.email',
	'IP address': 'ipAddress',
	'IP Address': 'ipAddress',
	'Document ID': 'parameters.doc_id',
	'Item ID': 'parameters.doc_id',
	Title: 'parameters.doc_title',
	'Item name': 'parameters.doc_title',
	'Document type': 'parameters.doc_type',
	Owner: 'parameters.owner',
	Visibility: 'parameters.visibility',
	'Prior visibility': 'parameters.old_visibility',
	Target: 'parameters.target_user',
	'Target user': 'parameters.target_user',
	Recipients: 'parameters.target_user',
	'App name': 'parameters.app_name',
	'Application name': 'parameters.app_name',
	'Client ID': 'parameters.client_id',
	'OAuth client ID': 'parameters.client_id',
	Scope: 'parameters.scope',
	Scopes: 'parameters.scope',
	'Login type': 'parameters.login_type',
	'Affected user': 'parameters.USER_EMAIL',
	'Resource name': 'parameters.USER_EMAIL',
	Description: 'parameters.description',
});

function fromConsole(record: JsonObject): readonly JsonObject[] {
	return consoleColumns(record).flatMap((row) => {
		const { event, parameters, ...activity } = row;
		const words = asText(member(event, 'name')) ?? '';
		const known = words.toLowerCase();
		const [application, name] = (Object.hasOwn(CONSOLE_EVENTS, known) ? CONSOLE_EVENTS[known] : undefined) ?? ['unknown', words];
		const visibility = asText(member(parameters, 'visibility'))?.toLowerCase().replaceAll(' ', '_');
		const found: ObjectDraft = emptyObject();
		if (isObject(parameters)) Object.assign(found, parameters);
		if (visibility !== undefined) found['visibility'] = visibility;
		return [
			oneEvent(
				{ ...activity, id: { ...(isObject(row['id']) ? row['id'] : {}), applicationName: application } },
				{ name, parameters: found },
			),
		];
	});
}

const isConsoleRow = (record: JsonObject): boolean => {
	const words = asText(record['Event'] ?? record['Event name'])?.toLowerCase() ?? '';
	return (
		Object.hasOwn(CONSOLE_EVENTS, words) ||
		['Document ID', 'Item ID', 'Prior visibility', 'Login type'].some((name) => Object.hasOwn(record, name))
	);
};

/** Rows of tools that give each fact a column. */
export const tables: readonly Format[] = [
	{
		id: 'gam-csv',
		title: 'GAM (`gam report <application>`) CSV',
		has: ['name', '"id.applicationName"', '"id.time"'],
		reshape: (record) =>
			fromColumns(Object.entries(record).map(([name, value]): Entry => [name.replace(/^\ufeff/, '').trim(), value])),
		note: 'The pairing of scopes with products is lost; times carry the zone that GAM is set to.',
	},
	{
		id: 'sentinel',
		title: 'Microsoft Sentinel tables GWorkspace_ReportsAPI_*_CL',
		has: ['event_name_s', 'id_applicationName_s'],
		reshape: fromSentinel,
		lacks: ['asn', 'country'],
	},
	{
		id: 'elastic',
		title: 'Elastic integration `google_workspace`, without the original line',
		has: ['@timestamp', 'event', 'google_workspace'],
		test: (record) => asText(member(record['event'], 'action')) !== undefined,
		reshape: fromElastic,
		note: 'Elastic drops integers and nested parameters of Drive, and the target of some admin events.',
	},
	{
		id: 'elastic-flat',
		title: 'Rows of Elastic or Kibana with dotted column names',
		has: ['@timestamp', '"event.action"', '"event.provider"'],
		test: (record) => Object.keys(record).some((name) => name.startsWith('google_workspace.')),
		reshape: fromElastic,
	},
	{
		id: 'console-csv',
		title: 'CSV of the admin console (audit and investigation)',
		has: ['Date', 'Event', 'Actor'],
		test: isConsoleRow,
		reshape: fromConsole,
		lacks: ['id', 'asn', 'country', 'device'],
		note: 'Headers and event names follow the administrator’s language: only English ones are known here, and a row names no log.',
	},
	{
		id: 'console-csv-user',
		title: 'CSV of the admin console, older columns',
		has: ['Date', 'Event name', 'User'],
		test: isConsoleRow,
		reshape: fromConsole,
		lacks: ['id', 'asn', 'country', 'device'],
	},
];
