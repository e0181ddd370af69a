import type { Actor, EventDraft, Target } from '../../model/event.ts';
import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Condition, Later } from '../../model/source.ts';
import { parseAddress } from '../../read/address.ts';
import { asFlag, asNumber, asObjects, asText, compilePath, type FieldReader, member } from '../../read/fields.ts';
import { addAliases, addDetails, userTarget, when } from '../rules.ts';

const at = compilePath;
const read = {
	actorId: at('created_by.id'),
	sharedLink: at('additional_details.shared_link_id'),
	role: at('additional_details.role'),
	group: at('additional_details.group_name'),
	byAdmin: at('additional_details.is_performed_by_admin'),
	classification: at('source.classification.name'),
	itemType: at('source.item_type'),
	sourceType: at('source.type'),
	accessible: at('accessible_by'),
	alert: at('additional_details.shield_alert'),
	alertCategory: at('additional_details.shield_alert.rule_category'),
	files: at('additional_details.shield_alert.alert_summary.anomaly_period.downloaded_files_count'),
	download: at('additional_details.shield_download_enforcement.controlMode'),
	status: at('source.status'),
	parent: at('source.parent.id'),
	parentName: at('source.parent.name'),
	owner: at('source.owned_by.login'),
} as const;

const textAt = (reader: FieldReader, record: JsonObject): string | undefined => asText(reader(record));

/** The user id that stands for "not logged in". */
const ANONYMOUS = '2';
const SERVICE_LOGIN = /^(?:AutomationUser|AppUser)_\d+_/i;

/** Actor kind, target, sharing counterpart and classification: what every event may carry. */
export function finish(record: JsonObject, event: EventDraft, later: Later): void {
	const actorId = textAt(read.actorId, record);
	if (actorId === ANONYMOUS || event.actor?.id === ANONYMOUS) {
		delete event.actor;
		addDetails(event, { anonymous: true });
	} else if (event.actor !== undefined) {
		if (SERVICE_LOGIN.test(event.actor.id)) event.actor = { ...event.actor, type: 'service' };
		if (event.actor.id === actorId) event.actor = { ...event.actor, id: numbered(actorId) ?? actorId };
		addAliases(event, [numbered(actorId)]);
	}
	if (isOfItem(member(record, 'source'))) later(readTarget);
	else readTarget(record, event);
	later(readSharing);
}

/** Whether an event is of a file, a folder or the like, and not of a person. */
function isOfItem(source: Json | undefined): boolean {
	const type = asText(member(source, 'type'));
	if (type !== undefined) return type !== 'user';
	return isObject(source) && ITEM_IDS.some((name) => Object.hasOwn(source, name));
}

const ITEM_IDS = ['item_id', 'file_id', 'folder_id'] as const;

function readTarget(record: JsonObject, event: EventDraft): void {
	const target = targetOf(member(record, 'source'));
	if (target !== undefined) event.target = target;
}

function readSharing(record: JsonObject, event: EventDraft): void {
	const classification = textAt(read.classification, record);
	if (classification !== undefined) event.restricted = !/^(?:public|none|unclassified)$/i.test(classification);
	addDetails(event, { classification, sharedLink: textAt(read.sharedLink, record) });
	setExternal(record, event);
}

// A bare number is an id of this platform only: without the prefix it could meet another platform's number.
function numbered(id: string | undefined): string | undefined {
	return id === undefined ? undefined : `box:${id}`;
}

/** `source` has several shapes: an item, a collaboration, a user, a whole file or folder. */
function targetOf(source: Json | undefined): Target | undefined {
	const text = (name: string): string | undefined => asText(member(source, name));
	const item = text('item_id');
	if (item !== undefined) return named(text('item_type') ?? 'file', item, text('item_name'));
	const file = text('file_id');
	if (file !== undefined) return named('file', file, text('file_name'));
	const folder = text('folder_id');
	if (folder !== undefined) return named('folder', folder, text('folder_name'));
	const id = text('id');
	const type = text('type');
	if (type === 'user') return userTarget(text('login') ?? numbered(id), text('name'), [numbered(id)]);
	if (id !== undefined && type !== undefined) return named(type, id, text('name'));
	const user = text('user_email') ?? text('login');
	return user === undefined ? undefined : userTarget(user, text('user_name') ?? text('name'), [numbered(text('user_id') ?? id)]);
}

function named(type: string, id: string, name: string | undefined): Target {
	return { type, id, ...(name !== undefined && { name }) };
}

/** The person invited stands at the top level; another domain than the actor's is outside. */
function setExternal(record: JsonObject, event: EventDraft): void {
	const accessible = read.accessible(record);
	const login = asText(member(accessible, 'login')) ?? asText(member(member(record, 'source'), 'user_email'));
	if (login === undefined) return;
	addDetails(event, { counterpart: login.toLowerCase() });
	const domain = domainOf(login);
	const own = domainOf(event.actor?.email);
	if (domain !== undefined && own !== undefined) event.external = domain !== own;
}

function domainOf(address: string | undefined): string | undefined {
	const place = address?.lastIndexOf('@') ?? -1;
	return place < 0 ? undefined : address?.slice(place + 1).toLowerCase();
}

/** Role and group of a collaboration. */
export function onCollaboration(record: JsonObject, event: EventDraft): void {
	addDetails(event, {
		role: textAt(read.role, record)?.toLowerCase(),
		group: textAt(read.group, record),
		byAdmin: asFlag(read.byAdmin(record)),
	});
}

/** A user put into a group, or given an administrative role. */
export function onRole(record: JsonObject, event: EventDraft): void {
	onCollaboration(record, event);
	const group = textAt(read.group, record);
	if (event.details?.['role'] === undefined && group !== undefined) addDetails(event, { role: `group:${group}` });
}

/** A folder's copy or move is one event whatever it holds. */
export function onCopy(record: JsonObject, event: EventDraft): void {
	if (isFolder(record)) addDetails(event, { folder: true });
	onPut(record, event);
}

/** Where something was put: `destination`, the folder; `place`, whose it is. The folder of somebody of another domain is outside. */
export function onPut(record: JsonObject, event: EventDraft): void {
	const id = textAt(read.parent, record);
	const name = textAt(read.parentName, record);
	const owner = textAt(read.owner, record)?.toLowerCase();
	addDetails(event, { destination: id === undefined ? undefined : name === undefined ? id : `${name} (${id})`, place: owner });
	const [theirs, own] = [domainOf(owner), domainOf(event.actor?.email)];
	if (theirs !== undefined && own !== undefined && theirs !== own) event.external = true;
}

/** The person who signed in is `source` where nobody is logged in yet. */
export function onSignIn(ok: boolean) {
	return (_record: JsonObject, event: EventDraft): void => {
		event.ok = ok;
		if (event.actor !== undefined || event.target?.type !== 'user') return;
		const { id, name, aliases } = event.target;
		event.actor = person(id, name, aliases);
	};
}

function person(id: string, name?: string, aliases?: readonly string[]): Actor {
	return {
		type: 'user',
		id,
		...(name !== undefined && { name }),
		...(id.includes('@') && { email: id }),
		...(aliases !== undefined && { aliases }),
	};
}

/** An application made, authorised or given a key. Its name and id stand in no documented place: the likely ones are tried. */
export function onApp(record: JsonObject, event: EventDraft): void {
	const details = member(record, 'additional_details');
	const source = member(record, 'source');
	const name = ['application_name', 'app_name', 'service_name']
		.map((key) => asText(member(details, key)))
		.find((text) => text !== undefined);
	const id = ['client_id', 'application_id', 'app_id', 'service_id']
		.map((key) => asText(member(details, key)))
		.find((text) => text !== undefined);
	const own = asText(member(source, 'type')) === 'user' ? undefined : asText(member(source, 'name'));
	const label = name ?? own;
	if (id !== undefined || label !== undefined) {
		event.app = { id: (id ?? label ?? '').toLowerCase(), ...(label !== undefined && { name: label }) };
	}
}

/** A Shield alert: the person concerned is in the alert, not in `created_by`. */
export function onAlert(record: JsonObject, event: EventDraft): void {
	const alert = read.alert(record);
	const user = member(alert, 'user');
	const id = asText(member(user, 'id'));
	const victim = userTarget(asText(member(user, 'email')) ?? numbered(id), asText(member(user, 'name')), [numbered(id)]);
	if (victim !== undefined) {
		event.target = victim;
		event.actor = person(victim.id, victim.name, victim.aliases);
	}
	const items = asNumber(read.files(record));
	if (items !== undefined) event.items = items;
	place(alert, event);
	delete event.details;
	addDetails(event, {
		alert: true,
		category: asText(member(alert, 'rule_category')),
		rule: asText(member(alert, 'rule_name')),
		riskScore: asNumber(member(alert, 'risk_score')),
	});
}

/** Address, place and service of the first suspicious activity. The alert's own `ip_address` is Box's. */
function place(alert: Json | undefined, event: EventDraft): void {
	const summary = member(alert, 'alert_summary');
	const sessions = asObjects(member(summary, 'sessions')).filter((session) => asText(session['session_type']) !== 'typical');
	const activity = asObjects(member(summary, 'alert_activities'))[0] ?? asObjects(sessions[0]?.['activities'])[0];
	const info = member(activity, 'ip_info');
	delete event.ip;
	const ip = parseAddress(asText(member(info, 'ip')) ?? asText(asObjects(member(summary, 'download_ips'))[0]?.['ip']));
	if (ip !== undefined) event.ip = ip;
	const country = asText(member(info, 'country_code'));
	if (country !== undefined) event.country = country;
	const city = asText(member(info, 'city_name'));
	if (city !== undefined) event.city = city;
	const owner = asText(member(info, 'registrant'));
	if (owner !== undefined) event.asOrg = owner;
	const service = asText(member(activity, 'service_name'));
	if (service !== undefined) event.app = { id: service.toLowerCase(), name: service };
}

/** Blocked, unless the policy only watches: then nothing was blocked. */
export function onBlocked(record: JsonObject, event: EventDraft): void {
	const mode = textAt(read.download, record)?.toLowerCase();
	event.ok = mode === 'monitoring';
	if (mode !== undefined) addDetails(event, { controlMode: mode });
}

/** Result and address of a call in the App Diagnostics report. */
export function onApiCall(record: JsonObject, event: EventDraft): void {
	const details = member(record, 'additional_details');
	const status = asNumber(member(details, 'status'));
	if (status !== undefined) event.ok = status < 400;
	addDetails(event, { status, method: asText(member(details, 'method')), route: asText(member(details, 'resource')) });
}

/** A setting of the admin console: where it stands, what it is called, and its value before and after. */
export function onSetting(record: JsonObject, event: EventDraft): void {
	const details = member(record, 'additional_details');
	const text = (name: string) => asText(member(details, name))?.slice(0, 500);
	const setting = text('setting');
	if (setting !== undefined) event.target = { type: 'setting', id: setting.toLowerCase(), name: setting };
	addDetails(event, { category: text('category'), before: text('before'), after: text('after') });
}

function isFolder(record: JsonObject): boolean {
	return textAt(read.itemType, record) === 'folder' || textAt(read.sourceType, record) === 'folder';
}

/** The enterprise feed raises UPLOAD for new folders too. */
export const ofFolder: Condition = when('the item is a folder', isFolder);

/** The person can give the item away or lock others out. */
export const makesOwner: Condition = when('the new role is owner or co-owner', (record) =>
	/^(?:co-?)?owner$/i.test(textAt(read.role, record) ?? ''),
);

/** Running the first report makes a user of this name; it is nobody's account. */
export const isReportUser: Condition = when(
	'the new user is "Box Admin Reports"',
	(record) => asText(member(member(record, 'source'), 'name')) === 'Box Admin Reports',
);

/** Words for users who can sign in, some of them with fewer rights. https://developer.box.com/reference/resources/user/ */
const ACTIVE: ReadonlySet<string> = new Set(['active', 'cannot_delete_edit', 'cannot_delete_edit_upload']);

/** The record carries the whole user, and the user is active, perhaps with fewer rights: the account was not turned off. */
export const leavesActive: Condition = when(
	'the user is active afterwards, perhaps without the right to delete and edit',
	(record) => ACTIVE.has(textAt(read.status, record) ?? ''),
);

/** The record carries the whole user, and the user is not active. */
export const leavesInactive: Condition = when(
	'the user is inactive afterwards',
	(record) => textAt(read.status, record) === 'inactive',
);

/** Somebody else ended the session. */
export const byAnother: Condition = when('the session is another person’s', (record) => {
	const own = textAt(read.actorId, record);
	const other = asText(member(member(record, 'source'), 'id'));
	return own !== undefined && own !== ANONYMOUS && other !== undefined && other !== own;
});

/** A Shield alert of one of these categories. */
export function alertOf(...categories: readonly string[]): Condition {
	return when(`the rule category is ${categories.join(' or ')}`, (record) =>
		categories.includes(textAt(read.alertCategory, record) ?? ''),
	);
}
