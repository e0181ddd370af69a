import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft, renameColumns } from '../reshape.ts';
import { oneEvent } from './one-event.ts';

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

/** CSV downloads of the admin console. Their columns are not documented: the English ones are taken from its pages. */
export const consoleFormats: readonly Format[] = [
	{
		id: 'console-csv',
		title: 'CSV of the admin console (audit and investigation)',
		has: ['Date', 'Event', 'Actor'],
		unverified: 'names of columns, words for events',
		test: isConsoleRow,
		reshape: fromConsole,
		lacks: ['id', 'asn', 'country', 'device'],
		note: 'Headers and event names follow the administrator’s language: only English ones are known here, and a row names no log.',
	},
	{
		id: 'console-csv-user',
		title: 'CSV of the admin console, older columns',
		has: ['Date', 'Event name', 'User'],
		unverified: 'words for events (the names of columns are those of the vendor’s help pages)',
		test: isConsoleRow,
		reshape: fromConsole,
		lacks: ['id', 'asn', 'country', 'device'],
	},
];
