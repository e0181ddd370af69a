import type { JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asNumber, asText, member } from '../../read/fields.ts';
import { emptyObject, renameColumns, setPath } from '../reshape.ts';

/** What the reports call an act → the event of the API. English words are the documented descriptions; Japanese ones those of the console. */
const ACTIONS: Readonly<Record<string, string>> = {
	uploaded: 'UPLOAD',
	downloaded: 'DOWNLOAD',
	previewed: 'PREVIEW',
	edited: 'EDIT',
	copied: 'COPY',
	deleted: 'DELETE',
	moved: 'MOVE',
	renamed: 'RENAME',
	created: 'UPLOAD',
	locked: 'LOCK',
	unlocked: 'UNLOCK',
	login: 'LOGIN',
	'failed login': 'FAILED_LOGIN',
	'admin login': 'ADMIN_LOGIN',
	'created user': 'NEW_USER',
	'edited user': 'EDIT_USER',
	'deleted user': 'DELETE_USER',
	'changed user roles': 'COLLABORATION_ROLE_CHANGE',
	'enabled shared links': 'SHARE',
	'disabled shared links': 'UNSHARE',
	'set shared link expiration': 'SHARE_EXPIRATION',
	'item modified': 'ITEM_MODIFY',
	'item opened': 'ITEM_OPEN',
	invited: 'COLLABORATION_INVITE',
	'accepted invites': 'COLLABORATION_ACCEPT',
	'removed collaborators': 'COLLABORATION_REMOVE',
	'added user to group': 'GROUP_ADD_USER',
	アップロード: 'UPLOAD',
	ダウンロード: 'DOWNLOAD',
	プレビュー: 'PREVIEW',
	編集: 'EDIT',
	コピー: 'COPY',
	削除: 'DELETE',
	移動: 'MOVE',
	ログイン: 'LOGIN',
	ログイン失敗: 'FAILED_LOGIN',
};

const ABOUT_USERS: ReadonlySet<string> = new Set([
	'NEW_USER',
	'EDIT_USER',
	'DELETE_USER',
	'LOGIN',
	'FAILED_LOGIN',
	'ADMIN_LOGIN',
	'GROUP_ADD_USER',
]);

const columns = renameColumns({
	Date: 'created_at',
	日付: 'created_at',
	'User Name': 'created_by.name',
	ユーザー名: 'created_by.name',
	'User Email': 'created_by.login',
	ユーザーのメールアドレス: 'created_by.login',
	'User ID': 'created_by.id',
	ユーザーID: 'created_by.id',
	'IP Address': 'ip_address',
	IPアドレス: 'ip_address',
	Action: 'event_type',
	操作: 'event_type',
	Affected: 'source.item_name',
	'Affected Item': 'source.item_name',
	'Item Name': 'source.item_name',
	対象: 'source.item_name',
	'Affected ID': 'source.item_id',
	'Item ID': 'source.item_id',
	影響を受けるID: 'source.item_id',
	'Size (KB)': 'kilobytes',
	'サイズ (KB)': 'kilobytes',
	'Parent Folder': 'source.parent.name',
	親フォルダ: 'source.parent.name',
	Details: 'additional_details.text',
	詳細: 'additional_details.text',
});

function fromActivityReport(record: JsonObject): readonly JsonObject[] {
	return columns(record).map((row) => {
		const native = emptyObject();
		Object.assign(native, row);
		const words = asText(row['event_type']) ?? '';
		const type = Object.hasOwn(ACTIONS, words.toLowerCase()) ? ACTIONS[words.toLowerCase()] : undefined;
		native['event_type'] = type ?? words;
		const size = asNumber(row['kilobytes']);
		delete native['kilobytes'];
		if (size !== undefined) setPath(native, 'additional_details.size', Math.round(size * 1024));
		if (type !== undefined && ABOUT_USERS.has(type)) native['source'] = affectedUser(row);
		return native;
	});
}

/** The affected thing is a person: by address where the cell holds one, otherwise by id. */
function affectedUser(row: JsonObject): JsonObject | null {
	const name = asText(member(row['source'], 'item_name'));
	const id = asText(member(row['source'], 'item_id'));
	if (name === undefined && id === undefined) return null;
	const login = name?.includes('@') === true ? { login: name } : {};
	return { type: 'user', ...(id !== undefined && { id }), ...(name !== undefined && { name }), ...login };
}

const hasItemColumns = (record: JsonObject): boolean => {
	const words = (asText(record['Action']) ?? '').toLowerCase();
	return (
		Object.hasOwn(ACTIONS, words) || ['Affected ID', 'Size (KB)', 'Parent Folder'].some((name) => Object.hasOwn(record, name))
	);
};

const LOCAL_TIME =
	'Times are local to the administrator who ran the report and have no zone: they are read as UTC and may be hours off. Rows have no id.';

const fromDiagnostics = renameColumns({
	'API Request Timestamp': 'created_at',
	'API Request ID': 'event_id',
	'Client ID': 'additional_details.service_id',
	'App Name': 'additional_details.service_name',
	'HTTP Status Code': 'additional_details.status',
	'HTTP Method': 'additional_details.method',
	Resource: 'additional_details.resource',
});

const fromSecurityLogs = renameColumns({
	'Date/Time': 'created_at',
	'Email Address': 'created_by.login',
	'User IP': 'ip_address',
	Category: 'additional_details.category',
	Setting: 'additional_details.setting',
	From: 'additional_details.before',
	'Changed To': 'additional_details.after',
});

/** Reports of the admin and developer consoles. */
export const reports: readonly Format[] = [
	{
		id: 'user-activity-csv',
		title: 'User Activity report of the admin console (CSV)',
		has: ['Date', 'User Name', 'Action'],
		test: hasItemColumns,
		unverified: 'names of the columns of the item (Affected, Affected ID, Size, Parent Folder, Details), words for some actions',
		reshape: fromActivityReport,
		lacks: ['id', 'appId', 'appName', 'token', 'session'],
		note: LOCAL_TIME,
	},
	{
		id: 'user-activity-csv-ja',
		title: 'User Activity report of a Japanese admin console (CSV)',
		has: ['日付', 'ユーザー名', '操作'],
		reshape: fromActivityReport,
		lacks: ['id', 'appId', 'appName', 'token', 'session'],
		note: LOCAL_TIME,
	},
	{
		id: 'geographic-activity-csv',
		title: 'Geographic Activity report of the admin console (CSV)',
		has: ['Date', 'User Name', 'User Email', 'IP Address', 'Location', 'Action'],
		reshape: (record) =>
			fromActivityReport(record).map((row) => {
				// The person named is the owner of the item, not who acted.
				const { created_by: owner, ...rest } = row;
				return { ...rest, source: { ...(owner !== undefined && { owned_by: owner }) } };
			}),
		lacks: [
			'id',
			'actorId',
			'actorEmail',
			'actorName',
			'targetId',
			'targetName',
			'appId',
			'appName',
			'token',
			'session',
			'bytes',
		],
		note: `Names the owner of the item, not who acted. ${LOCAL_TIME}`,
	},
	{
		id: 'app-diagnostics-csv',
		title: 'App Diagnostics report of the developer console (CSV)',
		has: ['App Name', 'Client ID', 'HTTP Status Code', 'API Request Timestamp'],
		reshape: (record) => fromDiagnostics(record).map((row) => ({ ...row, event_type: 'API_REQUEST' })),
		lacks: ['actorId', 'actorEmail', 'actorName', 'ip', 'targetId', 'targetName', 'token', 'session', 'bytes'],
		note: 'Every API call of one app for 24 hours, without person and address.',
	},
	{
		id: 'security-logs',
		title: 'Security Logs report of the admin console (Excel, or saved as CSV)',
		has: ['Date/Time', 'Email Address', 'User IP', 'Category', 'Setting', 'Changed To'],
		reshape: (record) => fromSecurityLogs(record).map((row) => ({ ...row, event_type: 'ADMIN_SETTING_CHANGED' })),
		lacks: ['id', 'actorName', 'appId', 'appName', 'token', 'session'],
		note: `Changes of settings in the admin console. ${LOCAL_TIME}`,
	},
];
