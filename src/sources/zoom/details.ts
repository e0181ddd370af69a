import type { EventDraft, Target } from '../../model/event.ts';
import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import { asFlag, asJson, asNumber, asObjects, asText, compilePath, member } from '../../read/fields.ts';
import { fact } from '../placeholder.ts';
import { addAliases, addDetails, userTarget } from '../rules.ts';
import { address, parseDetail } from './operation-detail.ts';
import { roleTier } from './roles.ts';

const readText = compilePath('operation_detail');
const readObject = compilePath('payload.object');
const readOperatorId = compilePath('payload.operator_id');

/** Webhooks in which the object is the person who acts. */
const SELF = new Set(['user.signed_in', 'user.signed_out', 'user.presence_status_updated', 'user.invitation_accepted']);

/** Runs on every event: who acted, upon whom, and the sentence of a report's row. */
export function finish(record: JsonObject, event: EventDraft): void {
	finishActor(record, event);
	if (event.app !== undefined && fact(event.app.id) === undefined) delete event.app;
	const text = asText(readText(record));
	if (text !== undefined) finishRow(text, event);
	else finishObject(record, event);
	addDetails(event, {
		channel: asText(member(record, 'channel')),
		version: fact(asText(member(record, 'version')) ?? asText(member(readObject(record), 'version'))),
		loginType: asText(member(readObject(record), 'login_type')),
	});
}

function finishActor(record: JsonObject, event: EventDraft): void {
	const object = readObject(record);
	if (SELF.has(event.operation)) setActor(event, person(member(object, 'email'), member(object, 'id')));
	// A recording is made by its host's meeting: no operator is named.
	else if (event.operation.startsWith('recording.') && event.actor === undefined)
		setActor(event, person(member(object, 'host_email'), member(object, 'host_id')));
	if (event.actor !== undefined && fact(event.actor.id) === undefined) delete event.actor;
	addAliases(event, [fact(asText(readOperatorId(record)))]);
	// A directory acts through the SCIM interface in the name of the account that linked it.
	if (event.actor !== undefined && asText(member(record, 'channel')) === 'scim')
		event.actor = { ...event.actor, type: 'service' };
}

function setActor(event: EventDraft, target: Target | undefined): void {
	if (target === undefined) return;
	const { id, aliases } = target;
	event.actor = { type: 'user', id, ...(id.includes('@') && { email: id }), ...(aliases !== undefined && { aliases }) };
}

function finishRow(text: string, event: EventDraft): void {
	const { account, attributes } = parseDetail(text);
	const target = event.operation.startsWith('User /') ? userTarget(account) : undefined;
	if (target !== undefined) event.target = target;
	else delete event.target;
	const [only, ...more] = attributes.filter(({ before, after }) => before !== undefined || after !== undefined);
	addDetails(event, {
		text: text.slice(0, 500),
		before: more.length === 0 ? only?.before : undefined,
		after: more.length === 0 ? only?.after : undefined,
	});
}

function finishObject(record: JsonObject, event: EventDraft): void {
	const object = readObject(record);
	if (!isObject(object)) {
		delete event.target;
		return;
	}
	const family = event.operation.split('.', 1)[0] ?? '';
	if (family === 'user') {
		const target = person(member(object, 'email'), member(object, 'id'));
		const name = [member(object, 'first_name'), member(object, 'last_name')].flatMap((part) => asText(part) ?? []).join(' ');
		if (target !== undefined) event.target = { ...target, ...(name !== '' && { name }) };
		return;
	}
	const files = filesOf(object);
	if (files.length > 0) {
		readFiles(files, event);
		return;
	}
	if (event.target !== undefined) event.target = { ...event.target, type: family.replace('information_barriers', 'policy') };
}

function person(email: Json | undefined, id: Json | undefined): Target | undefined {
	const address = fact(asText(email));
	const vendor = fact(asText(id));
	return userTarget(address ?? vendor, undefined, [vendor]);
}

/** `Change Role  - bo@example.com: from User to Co-Owner`. Going back to a plain member grants nothing. */
export function readRoleChange(record: JsonObject, event: EventDraft): void {
	const { attributes } = parseDetail(asText(readText(record)) ?? '');
	const valued = attributes.filter(({ after }) => after !== undefined);
	const ofPerson = valued.filter(({ name }) => address(name) !== undefined);
	const changes = ofPerson.length > 0 ? ofPerson : valued;
	const roles = [...new Set(changes.flatMap(({ after }) => after ?? []))];
	if (roles.length === 0) return;
	addDetails(event, { role: roles.join(', ') });
	if (changes.length > 1) event.items = changes.length;
	weighRoles(roles, event);
}

/** Roles of plain members take away; only an administrator gives those of administrators. */
function weighRoles(roles: readonly string[], event: EventDraft): void {
	const tiers = roles.map(roleTier);
	if (tiers.every((tier) => tier === 0)) {
		event.activity = 'admin.change';
		addDetails(event, { change: 'revoke' });
	} else if (tiers.includes(1) || tiers.includes(2)) event.privileged = true;
}

/** `user.updated` with another role than before. */
export function readRoleUpdate(record: JsonObject, event: EventDraft): void {
	const { role, before } = rolesOf(record);
	addDetails(event, { role, before });
	if (role !== undefined) weighRoles([role], event);
}

/** The object's role; the old one stands in `old_object`. */
export function rolesOf(record: JsonObject): { readonly role: string | undefined; readonly before: string | undefined } {
	const of = (object: Json | undefined) => asText(member(object, 'role')) ?? asText(member(object, 'role_name'));
	return { role: of(readObject(record)), before: of(member(member(record, 'payload'), 'old_object')) };
}

/** `group.admin_added`: the people stand in a list, the group is what they now rule. */
export function readAdmins(record: JsonObject, event: EventDraft): void {
	const object = readObject(record);
	const people = asObjects(member(object, 'admins')).flatMap((each) => person(member(each, 'email'), member(each, 'id')) ?? []);
	addDetails(event, { role: 'Group admin', group: asText(member(object, 'id')) });
	const [first] = people;
	if (first !== undefined) event.target = first;
	if (people.length > 1) event.items = people.length;
	if (event.activity === 'role.grant') event.privileged = true;
}

/** Settings before and after, as the webhook gives them. */
export function readSettings(record: JsonObject, event: EventDraft): void {
	const old = member(member(record, 'payload'), 'old_object');
	addDetails(event, { before: shown(member(old, 'settings') ?? old), after: shown(member(readObject(record), 'settings')) });
}

/** Files of a finished recording: one record, several files. */
export function readRecording(record: JsonObject, event: EventDraft): void {
	const object = readObject(record);
	// An archive names its files otherwise than the recording of which it is.
	countFiles(asObjects(member(object, 'recording_files') ?? member(object, 'archive_files')), event);
}

/** Files shared in the team chat; the other side may be no member of the account. */
export function readShare(record: JsonObject, event: EventDraft): void {
	const external = asFlag(member(readObject(record), 'is_external_user'));
	if (external !== undefined) event.external = external;
}

/** The files of a chat: a download has one (that of a meeting's chat under another name), an upload and a share a list. */
function filesOf(object: JsonObject): readonly JsonObject[] {
	const one = member(object, 'file') ?? member(object, 'chat_message_file');
	return isObject(one) ? [one] : asObjects(member(object, 'files'));
}

/** The first file is the target; how many there are is counted. */
function readFiles(files: readonly JsonObject[], event: EventDraft): void {
	const name = asText(member(files[0], 'file_name'));
	const id = asText(member(files[0], 'file_id')) ?? name;
	if (id === undefined) delete event.target;
	else event.target = { type: 'file', id, ...(name !== undefined && { name }) };
	countFiles(files, event);
}

function countFiles(files: readonly JsonObject[], event: EventDraft): void {
	if (files.length > 1) event.items = files.length;
	const bytes = files.reduce((sum, file) => sum + Math.max(0, asNumber(member(file, 'file_size')) ?? 0), 0);
	if (event.bytes === undefined && bytes > 0) event.bytes = bytes;
}

/** Scopes and reach of an app in the marketplace's list. */
export function readApproval(record: JsonObject, event: EventDraft): void {
	const scopes = asObjects(member(record, 'scopes')).flatMap((scope) => asText(member(scope, 'scope_name')) ?? []);
	if (scopes.length > 0) event.scopes = scopes;
	const approval = member(record, 'approval_info');
	setActor(event, person(undefined, member(approval, 'approver_id')));
	const type = asText(member(approval, 'approved_type'));
	addDetails(event, {
		tenantWide: type === 'forAllUser' || undefined,
		appType: asText(member(record, 'app_type')),
		developer: asText(member(record, 'app_developer_type')),
	});
}

function shown(value: Json | undefined): string | undefined {
	return isObject(asJson(value)) ? JSON.stringify(value).slice(0, 500) : undefined;
}
