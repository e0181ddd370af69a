import { isObject, type JsonObject } from '../../model/json.ts';
import { asJson, asText, member } from '../../read/fields.ts';
import { readCell } from '../printed.ts';
import { emptyObject, type ObjectDraft } from '../reshape.ts';

/** Members that older records keep in `details` and the stream gives beside it. */
const SHARED = [
	'author_name',
	'author_email',
	'entity_path',
	'ip_address',
	'target_details',
	'target_id',
	'target_type',
	'author_class',
] as const;

/**
 * Beginnings of messages of records that name no event type → the type that newer versions give. Those of a user who is
 * blocked, banned or deactivated stand in GitLab's source, ee/app/services/ee/users/*_service.rb.
 */
const MESSAGES: readonly (readonly [beginning: string, type: string])[] = [
	['repository download started', 'repository_download_operation'],
	['export file download started', 'project_export_file_download_started'],
	['user access locked', 'user_access_locked'],
	['ask for password reset', 'password_reset_requested'],
	['deleted user', 'user_destroyed'],
	['blocked user', 'user_blocked'],
	['unblocked user', 'unblock_user'],
	['banned user', 'ban_user'],
	['unbanned user', 'unban_user'],
	['deactivated user', 'user_deactivate'],
	['activated user', 'user_activate'],
	['started impersonation', 'user_impersonation'],
	['stopped impersonation', 'user_impersonation'],
];

/**
 * Brings a record to one shape: `details` as an object, its shared members beside it, and `operation`, which is the event type where
 * there is one and otherwise what `details` says: `add user_access`, `change visibility`, or the message.
 */
export function toNative(record: JsonObject): JsonObject {
	const native: ObjectDraft = emptyObject();
	for (const [name, value] of Object.entries(record)) if (name !== '__proto__') native[name] = value;
	const parsed = readCell(record['details']);
	const details: ObjectDraft = emptyObject();
	if (isObject(parsed)) for (const [name, value] of Object.entries(parsed)) if (name !== '__proto__') details[name] = value;
	// The log file of self-managed servers has no `details`: what changed stands beside the rest.
	for (const name of ['change', 'from', 'to', 'add', 'remove', 'as', 'with', 'custom_message', 'failed_login']) {
		if (details[name] === undefined && record[name] !== undefined) details[name] = record[name];
	}
	details['custom_message'] = asJson(details['custom_message']);
	native['details'] = details;
	for (const name of SHARED) {
		const here = native[name];
		if ((here === undefined || here === null || here === '') && details[name] !== undefined) native[name] = details[name];
	}
	native['operation'] = operationOf(record, details) ?? null;
	return native;
}

function operationOf(record: JsonObject, details: JsonObject): string | undefined {
	const type =
		asText(record['event_type']) ??
		asText(record['event_name']) ??
		asText(details['event_name']) ??
		asText(details['event_type']);
	if (type !== undefined) return type;
	for (const verb of ['add', 'change', 'remove']) {
		const what = asText(details[verb]);
		if (what !== undefined) return `${verb} ${what.toLowerCase()}`;
	}
	if (asText(details['failed_login']) !== undefined) return 'failed login';
	if (asText(details['with']) !== undefined) return 'sign in';
	const message = details['custom_message'];
	if (isObject(message))
		return asText(member(message, 'verb')) === undefined && asText(member(message, 'action')) === undefined ? undefined : GIT;
	const text = asText(message);
	if (text === undefined) return undefined;
	const lower = text.slice(0, 200).toLowerCase();
	return MESSAGES.find(([beginning]) => lower.startsWith(beginning))?.[1] ?? text.slice(0, 200);
}

const GIT = 'repository_git_operation';
