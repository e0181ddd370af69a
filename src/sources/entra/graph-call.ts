import type { Actor, EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import { asNumber, asText, member } from '../../read/fields.ts';
import { isGuid, isUpn } from '../microsoft/values.ts';
import { addDetails } from '../rules.ts';

/** Segments of paths whose answers hold people's mail, files or chats. Graph's reference: https://learn.microsoft.com/en-us/graph/api/overview */
const CONTENT: ReadonlySet<string> = new Set([
	'messages',
	'getallmessages',
	'content',
	'attachments',
	'$value',
	'delta',
	'mailfolders',
	'children',
]);
/** Where those lie. */
const STORES: ReadonlySet<string> = new Set(['messages', 'mailfolders', 'drive', 'drives', 'chats', 'channels', 'onenote']);
/** Where messages are those of Teams. */
const TEAMS: ReadonlySet<string> = new Set(['chats', 'channels', 'teams']);
/** Notices of Microsoft to the tenant are called messages, and a folder’s rules lie below it: nobody's content. */
const NO_CONTENT: ReadonlySet<string> = new Set(['serviceannouncement', 'messagerules']);
const LONGEST_PATH = 2000;

/** Whether a call handed over mail: messages or folders of a mailbox were read, or items of one exported, and nothing refused it. */
export function readsMail(record: JsonObject): boolean {
	const status = asNumber(member(record, 'responseStatusCode'));
	if (status !== undefined && status >= 400) return false;
	const parts = segments(record);
	if (parts.at(-1) === '$count') return false;
	return isExport(parts) ? methodOf(record) === 'POST' : methodOf(record) === 'GET' && isMail(parts);
}

/** Whether a call reads mail, files or chats, or searches through them. */
export function readsContent(record: JsonObject): boolean {
	const parts = segments(record);
	if (isExport(parts) || parts.slice(-2).join('/') === 'search/query') return true;
	if (methodOf(record) !== 'GET') return false;
	if (parts.some((part) => NO_CONTENT.has(part))) return false;
	return parts.some((part) => CONTENT.has(part)) && parts.some((part) => STORES.has(part));
}

/** What was called, how it ended, and whose mailbox it was. */
export function readCall(record: JsonObject, event: EventDraft): void {
	const status = asNumber(member(record, 'responseStatusCode'));
	const parts = segments(record);
	const owner = isMail(parts) || isExport(parts) ? ownerOf(parts, event.actor) : undefined;
	if (status !== undefined) event.ok = status < 400;
	if (owner !== undefined) event.target = { type: 'mailbox', id: owner };
	else if (parts.length > 0) event.target = { type: 'api', id: `/${parts.join('/')}` };
	addDetails(event, { method: asText(member(record, 'requestMethod')), status });
}

/** A call that read mail: how many messages its answer held is not logged. */
export function readMailCall(record: JsonObject, event: EventDraft): void {
	readCall(record, event);
	const { actor, target } = event;
	const other = actor?.type === 'user' && target?.type === 'mailbox' && isOther(target.id, actor);
	addDetails(event, { accessType: 'Call', delegate: other ? true : undefined });
}

function methodOf(record: JsonObject): string {
	return (asText(member(record, 'requestMethod')) ?? 'GET').toUpperCase();
}

function isMail(parts: readonly string[]): boolean {
	if (parts[0] !== 'me' && parts[0] !== 'users') return false;
	if (parts.some((part) => TEAMS.has(part) || NO_CONTENT.has(part))) return false;
	return parts.some((part) => part === 'messages' || part === 'mailfolders');
}

/** `/admin/exchange/mailboxes/{id}/exportItems` hands items of a mailbox over whole. */
function isExport(parts: readonly string[]): boolean {
	return parts.at(-1) === 'exportitems' && parts.at(-3) === 'mailboxes';
}

function ownerOf(parts: readonly string[], actor: EventDraft['actor']): string | undefined {
	const [root, owner] = parts;
	if (root === 'me') return actor?.type === 'user' ? actor.id : undefined;
	if (isExport(parts)) return parts[parts.indexOf('mailboxes') + 1];
	return root === 'users' && owner !== undefined && (isGuid(owner) || isUpn(owner)) ? owner : undefined;
}

// Object ids and sign-in names cannot be told to be one person's.
function isOther(owner: string, actor: Actor): boolean {
	const names = [actor.id, ...(actor.aliases ?? [])].filter((name) => isGuid(name) === isGuid(owner));
	return names.length > 0 && !names.includes(owner);
}

/** The last address that was taken apart: the conditions and the reader of one record ask for the same. */
let last: { readonly uri: string; readonly parts: readonly string[] } = { uri: '', parts: [] };

/** Path of the call after the version, lower case, without query; a key in brackets (`users('ana@example.com')`) is a segment of its own. */
function segments(record: JsonObject): readonly string[] {
	const uri = asText(member(record, 'requestUri'))?.slice(0, LONGEST_PATH) ?? '';
	if (uri !== last.uri) last = { uri, parts: segmentsOf(uri) };
	return last.parts;
}

function segmentsOf(uri: string): readonly string[] {
	const start = uri.indexOf('://');
	const path =
		(start === -1 ? uri : uri.slice(uri.indexOf('/', start + 3) === -1 ? uri.length : uri.indexOf('/', start + 3))).split(
			/[?#]/,
			1,
		)[0] ?? '';
	const parts = path
		.toLowerCase()
		.split('/')
		.flatMap(keyed)
		.filter((part) => part !== '');
	return /^(?:v\d|beta)/.test(parts[0] ?? '') ? parts.slice(1) : parts;
}

// Brackets also hold the parameters of functions (`delta(token='…')`), which name nothing.
function keyed(part: string): readonly string[] {
	const open = part.indexOf('(');
	if (open < 1 || !part.endsWith(')')) return [part.replaceAll('%40', '@')];
	const key = part
		.slice(open + 1, -1)
		.replaceAll('%27', "'")
		.replaceAll('%40', '@')
		.replace(/^'|'$/g, '');
	return key.includes('=') ? [part.slice(0, open)] : [part.slice(0, open), key];
}
