import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import { asNumber, asText, member } from '../../read/fields.ts';
import { isGuid, isUpn } from '../microsoft/values.ts';
import { addDetails } from '../rules.ts';

/** Ends of paths whose answers hold people's mail, files or chats. Graph's reference: https://learn.microsoft.com/en-us/graph/api/overview */
const CONTENT: ReadonlySet<string> = new Set([
	'messages',
	'content',
	'attachments',
	'$value',
	'delta',
	'mailfolders',
	'children',
	'exportitems',
]);
const LONGEST_PATH = 2000;

/** Whether a call reads mail, files or chats, or searches through them. */
export function readsContent(record: JsonObject): boolean {
	const method = (asText(member(record, 'requestMethod')) ?? 'GET').toUpperCase();
	const parts = segments(record);
	if (parts.slice(-2).join('/') === 'search/query') return true;
	if (method !== 'GET') return false;
	return (
		parts.some((part) => CONTENT.has(part)) &&
		parts.some((part) => /^(?:messages|mailfolders|drives?|chats|channels)$/.test(part))
	);
}

/** What was called, how it ended, and whose mailbox it was. */
export function readCall(record: JsonObject, event: EventDraft): void {
	const status = asNumber(member(record, 'responseStatusCode'));
	const parts = segments(record);
	const [root, owner] = parts;
	const mail = parts.some((part) => part === 'messages' || part === 'mailfolders');
	if (status !== undefined) event.ok = status < 400;
	if (mail && root === 'users' && owner !== undefined && (isGuid(owner) || isUpn(owner)))
		event.target = { type: 'mailbox', id: owner };
	else if (mail && root === 'me' && event.actor?.type === 'user') event.target = { type: 'mailbox', id: event.actor.id };
	else if (parts.length > 0) event.target = { type: 'api', id: `/${parts.join('/')}` };
	addDetails(event, { method: asText(member(record, 'requestMethod')), status });
}

/** Path of the call after the version, lower case, without query. */
function segments(record: JsonObject): readonly string[] {
	const uri = asText(member(record, 'requestUri'))?.slice(0, LONGEST_PATH) ?? '';
	const start = uri.indexOf('://');
	const path =
		(start === -1 ? uri : uri.slice(uri.indexOf('/', start + 3) === -1 ? uri.length : uri.indexOf('/', start + 3))).split(
			/[?#]/,
			1,
		)[0] ?? '';
	const parts = path
		.toLowerCase()
		.split('/')
		.filter((part) => part !== '');
	return /^(?:v\d|beta)/.test(parts[0] ?? '') ? parts.slice(1) : parts;
}
