import type { EventDraft } from '../../model/event.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import type { Condition } from '../../model/source.ts';
import { asNumber, asText, asTexts, member } from '../../read/fields.ts';
import { actAsTarget, addDetails, userTarget, when } from '../rules.ts';

const text = (record: JsonObject, name: string): string | undefined => asText(member(record, name));
const detail = (record: JsonObject, name: string): string | undefined => asText(member(record['details'], name));

// A bare number is an id of this platform only: without the prefix it could meet another platform's number.
function numbered(id: string | undefined): string | undefined {
	const number = asNumber(id);
	return number === undefined || number <= 0 ? undefined : `gitlab:${number}`;
}

/** A user name has no blank; a display name mostly has, and two people may share it. */
function loginLike(name: string | undefined): string | undefined {
	return name !== undefined && /^\S{1,200}$/.test(name) ? name : undefined;
}

/** Author, and the thing acted upon: what every event may carry. */
export function finish(record: JsonObject, event: EventDraft): void {
	setActor(record, event);
	setTarget(record, event);
	const change = detail(record, 'change');
	addDetails(event, {
		change,
		from: detail(record, 'from'),
		to: change === undefined ? undefined : detail(record, 'to'),
		message: detail(record, 'custom_message')?.slice(0, 200),
	});
}

function setActor(record: JsonObject, event: EventDraft): void {
	const id = asNumber(record['author_id']);
	const name = text(record, 'author_name');
	const email = text(record, 'author_email')?.toLowerCase();
	// -1 is nobody that is signed in; other negative numbers are tokens and jobs.
	if (id === -1 || (id === undefined && name === undefined && email === undefined)) return;
	const alias = numbered(text(record, 'author_id'));
	const actor = (email ?? loginLike(name) ?? alias ?? name)?.toLowerCase();
	if (actor === undefined) return;
	event.actor = {
		type: id !== undefined && id < 0 ? 'service' : 'user',
		id: actor,
		...(name !== undefined && { name }),
		...(actor.includes('@') && { email: actor }),
		...(alias !== undefined && alias !== actor && { aliases: [alias] }),
	};
}

/** Projects are repositories; users are people; everything else keeps GitLab's word. */
function setTarget(record: JsonObject, event: EventDraft): void {
	const type = text(record, 'target_type') ?? text(record, 'entity_type');
	const name = text(record, 'target_details');
	const path = text(record, 'entity_path');
	const id = text(record, 'target_id') ?? text(record, 'entity_id');
	if (type === undefined) return;
	const target =
		type === 'User'
			? userOf(name, id)
			: type === 'Project'
				? repositoryOf(record)
				: named(type, type === 'Group' ? (path ?? id) : id, name);
	if (target !== undefined) event.target = target;
}

function named(type: string, id: string | undefined, name: string | undefined): EventDraft['target'] {
	const known = id ?? name;
	return known === undefined ? undefined : { type: type.toLowerCase(), id: known, ...(name !== undefined && { name }) };
}

function userOf(name: string | undefined, id: string | undefined): EventDraft['target'] {
	const alias = numbered(id);
	return userTarget(loginLike(name) ?? alias ?? name, name, [alias]);
}

/** A project by its path; some versions put the name where the id belongs. */
function repositoryOf(record: JsonObject): EventDraft['target'] {
	const path = text(record, 'entity_path') ?? text(record, 'target_details');
	const number = asNumber(record['entity_id']) ?? asNumber(record['target_id']);
	const id = path ?? (number === undefined ? undefined : `gitlab:${number}`);
	if (id === undefined) return undefined;
	return { type: 'repository', id, ...(number !== undefined && path !== undefined && { aliases: [`gitlab:project/${number}`] }) };
}

/** The project it happened in is the target, whatever the record calls its target. */
export function onRepository(record: JsonObject, event: EventDraft): void {
	const entity = text(record, 'entity_type');
	if (entity !== undefined && entity !== 'Project') return;
	const target = repositoryOf(record);
	if (target !== undefined) event.target = target;
}

/** A git operation: transport and verb. */
export function onGit(record: JsonObject, event: EventDraft): void {
	onRepository(record, event);
	const message = member(record['details'], 'custom_message');
	addDetails(event, { transport: asText(member(message, 'protocol')), verb: asText(member(message, 'verb')) });
}

/** A file that was read through the API. */
export function onFile(record: JsonObject, event: EventDraft): void {
	onRepository(record, event);
	addDetails(event, { path: detail(record, 'file_path'), ref: detail(record, 'ref') });
}

/** Old and new visibility; the new one says whether the repository is restricted. */
export function onVisibility(record: JsonObject, event: EventDraft): void {
	onRepository(record, event);
	const to = detail(record, 'to')?.toLowerCase();
	if (to === 'public') event.restricted = false;
	else if (to === 'private' || to === 'internal') event.restricted = true;
	addDetails(event, { visibility: to, oldVisibility: detail(record, 'from')?.toLowerCase() });
}

/** A download of a project that the event type itself calls restricted or public. */
export function onDownload(restricted: boolean | undefined) {
	return (record: JsonObject, event: EventDraft): void => {
		onRepository(record, event);
		if (restricted !== undefined) event.restricted = restricted;
	};
}

/** Membership: the person is the target, the role as `<where>:<level>`. */
export function onMember(record: JsonObject, event: EventDraft): void {
	const level = detail(record, 'as') ?? detail(record, 'to');
	const where = text(record, 'entity_type')?.toLowerCase() ?? 'group';
	const id = detail(record, 'user_id') ?? (text(record, 'target_type') === 'User' ? text(record, 'target_id') : undefined);
	const target = userOf(text(record, 'target_details'), id);
	if (target !== undefined) event.target = target;
	addDetails(event, {
		role: level === undefined ? undefined : `${where}:${level.toLowerCase()}`,
		place: text(record, 'entity_path'),
	});
}

/** A role whose name the event itself says. */
export function withRole(role: string) {
	return (_record: JsonObject, event: EventDraft): void => {
		addDetails(event, { role });
	};
}

/** An application, token or key by its name, with its scopes where the record lists them. */
export function onApp(record: JsonObject, event: EventDraft): void {
	const name = text(record, 'target_details') ?? detail(record, 'application_name');
	const id = text(record, 'target_id') ?? name;
	if (id !== undefined) event.app = { id: id.toLowerCase(), ...(name !== undefined && { name }) };
	const scopes = asTexts(member(record['details'], 'scopes'));
	if (scopes !== undefined) event.scopes = scopes;
}

/** Scopes of a token that was made. */
export function onToken(record: JsonObject, event: EventDraft): void {
	const scopes = asTexts(member(record['details'], 'scopes'));
	if (scopes !== undefined) event.scopes = scopes;
	const id = text(record, 'target_id');
	const name = text(record, 'target_details');
	if (id !== undefined || name !== undefined)
		event.target = { type: 'token', id: id ?? name ?? '', ...(name !== undefined && { name }) };
}

/** A sign-in, or the attempt: where nobody is signed in yet the account tried is the actor. */
export function onSignIn(ok: boolean) {
	return (record: JsonObject, event: EventDraft): void => {
		event.ok = ok;
		addDetails(event, { with: detail(record, 'with') ?? detail(record, 'failed_login') });
		if (event.actor !== undefined) return;
		const tried = userOf(text(record, 'target_details') ?? text(record, 'author_name'), text(record, 'target_id'));
		if (tried !== undefined) event.actor = { type: 'user', id: tried.id, ...(tried.id.includes('@') && { email: tried.id }) };
	};
}

/** A lock writes its own account as author: who tried to sign in is the one who is locked out. */
export function onLock(_record: JsonObject, event: EventDraft): void {
	event.ok = false;
	actAsTarget(event);
}

/** The person tried to make it, and failed. */
export function onFailure(_record: JsonObject, event: EventDraft): void {
	event.ok = false;
}

const verbOf = (record: JsonObject): string => {
	const message = member(record['details'], 'custom_message');
	return isObject(message) ? (asText(member(message, 'verb')) ?? '').toLowerCase() : '';
};
const packOf = (record: JsonObject): string => asText(member(member(record['details'], 'custom_message'), 'action')) ?? '';
const protocolOf = (record: JsonObject): string =>
	(asText(member(member(record['details'], 'custom_message'), 'protocol')) ?? '').toLowerCase();

/** The verb says so. */
export const isClone: Condition = when('the verb is clone', (record) => verbOf(record) === 'clone');

/** The client sends: `git-receive-pack`. */
export const isPush: Condition = when(
	'the verb is push or the client sends',
	(record) => verbOf(record) === 'push' || packOf(record) === 'git-receive-pack',
);

/** The client takes through git: SSH or HTTP. */
export const isFetch: Condition = when(
	'the verb is fetch or pull, or the client takes through git',
	(record) =>
		/^(?:fetch|pull)$/.test(verbOf(record)) ||
		(packOf(record) === 'git-upload-pack' && /^(?:ssh|https?)$/.test(protocolOf(record))),
);

/** The record carries the message `stopped impersonation`: the end of it. */
export const endsImpersonation: Condition = when('the impersonation ended', (record) =>
	/^stopped/i.test(detail(record, 'custom_message') ?? ''),
);

/** The new value takes the status away. */
export const takesAway: Condition = when('the new value is false or a regular user', (record) =>
	/^(?:false|regular|removed)/i.test(detail(record, 'to') ?? ''),
);

/** Somebody else's password. */
export const ofAnother: Condition = when('the account is another person’s', (record) => {
	const author = asNumber(record['author_id']);
	const target = asNumber(record['target_id']) ?? asNumber(record['entity_id']);
	return author !== undefined && target !== undefined && author !== target;
});

/** What the record says was done. `ban_user` is used for four acts. */
export const lifts: Condition = when('the message speaks of unblocking or unbanning', (record) =>
	/\bun-?(?:block|bann)/i.test((detail(record, 'custom_message') ?? '').slice(0, 300)),
);
