import type { EventDraft } from '../../model/event.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import type { EventReader, Later } from '../../model/source.ts';
import { asFlag, asNumber, asObjects, asText, asTexts, member } from '../../read/fields.ts';
import { addAliases, addDetails, userTarget } from '../rules.ts';
import { application, parameter, text } from './parameter.ts';

/** The profile id that stands for "nobody in particular". */
const NOBODY = '105250506097979753968';
const ANONYMOUS_KEYS = new Set(['HANGOUTS_EXTERNAL_OR_ANONYMOUS']);

/** Types of the admin log whose events change a setting, whatever their names. */
const SETTING_TYPES = new Set(
	[
		'APPLICATION_SETTINGS SECURITY_SETTINGS DOMAIN_SETTINGS EMAIL_SETTINGS ORG_SETTINGS DOCS_SETTINGS CALENDAR_SETTINGS',
		'CHROME_OS_SETTINGS GROUP_SETTINGS MOBILE_SETTINGS',
	].flatMap((line) => line.split(' ')),
);

/** Actor, target, companions, and the general meaning of settings: what every event may carry. */
export function finish(record: JsonObject, event: EventDraft, later: Later): void {
	identify(record, event);
	withItem(record, event, later, setTarget);
	const companion = asFlag(member(record['event'], 'companion'));
	addDetails(event, {
		application: application(record) || undefined,
		companion: companion === true ? true : undefined,
		impersonation: asFlag(member(member(record['actor'], 'applicationInfo'), 'impersonation')),
		agentic: asFlag(record['isAgenticAction']),
	});
	// Hundreds of settings have events of their own: those without a rule are known by their type.
	if (application(record) === 'admin' && SETTING_TYPES.has(asText(member(record['event'], 'type')) ?? ''))
		event.activity = 'admin.change';
}

function identify(record: JsonObject, event: EventDraft): void {
	const { actor } = record;
	const profile = asText(member(actor, 'profileId'));
	const key = asText(member(actor, 'key'));
	const email = asText(member(actor, 'email'));
	if (event.actor === undefined) return;
	const { id } = event.actor;
	if (
		id === 'redacted' ||
		(email === undefined && (profile === NOBODY || (profile === undefined && ANONYMOUS_KEYS.has(key ?? ''))))
	) {
		delete event.actor;
		addDetails(event, { anonymous: true });
		return;
	}
	const kind = (asText(member(actor, 'callerType')) ?? 'USER').toUpperCase();
	const machine = id.endsWith('.gserviceaccount.com') || (kind !== 'USER' && email === undefined);
	if (machine) event.actor = { ...event.actor, type: key === 'SYSTEM' ? 'system' : 'service' };
	// Real profile ids have 21 digits; placeholders of anonymised logs would make one person of many.
	addAliases(event, [profile !== undefined && /^\d{15,25}$/.test(profile) && profile !== NOBODY ? profile : undefined]);
}

/** Nearly every record that names an item names another: what depends on it is put off, in its order, so that the rest is the same for many. */
function withItem(record: JsonObject, event: EventDraft, later: Later, read: EventReader): void {
	const { parameters } = record;
	if (isObject(parameters) && Object.hasOwn(parameters, 'doc_id')) later(read);
	else read(record, event);
}

/** What the operation's own reader has said stays. */
function setTarget(record: JsonObject, event: EventDraft): void {
	if (event.target !== undefined) return;
	const item = text(record, 'doc_id');
	if (item !== undefined) {
		const name = text(record, 'doc_title');
		event.target = {
			type: text(record, 'doc_type') === 'folder' ? 'folder' : 'file',
			id: item,
			...(name !== undefined && { name }),
		};
		return;
	}
	const user = text(record, 'USER_EMAIL') ?? text(record, 'affected_email_address');
	const target = userTarget(user);
	const group = text(record, 'GROUP_EMAIL') ?? text(record, 'group_id') ?? text(record, 'group_email');
	if (target !== undefined) event.target = target;
	else if (group !== undefined) event.target = { type: 'group', id: group.toLowerCase() };
}

/** Domain after the last `@`. */
function domainOf(address: string | undefined): string | undefined {
	const at = address?.lastIndexOf('@') ?? -1;
	return at < 0 ? undefined : address?.slice(at + 1).toLowerCase();
}

const OPEN_VISIBILITY = new Set(['people_with_link', 'public_on_the_web', 'shared_externally']);
const CLOSED_VISIBILITY = new Set(['private', 'shared_internally', 'people_within_domain_with_link', 'public_in_the_domain']);

/** A change of who may see an item. */
export function onShare(record: JsonObject, event: EventDraft): void {
	const visibility = text(record, 'visibility');
	const target = text(record, 'target_user');
	const domain = text(record, 'target_domain')?.toLowerCase();
	const own = asText(record['ownerDomain'])?.toLowerCase() ?? domainOf(event.actor?.email);
	const counterpart = domainOf(target) ?? domain;
	const change = text(record, 'visibility_change');
	if (change === 'external' || visibilityOpens(visibility) || domain === 'all') event.external = true;
	else if (counterpart !== undefined && own !== undefined) event.external = counterpart !== own;
	else if (change === 'internal' || CLOSED_VISIBILITY.has(visibility ?? '')) event.external = false;
	addDetails(event, {
		visibility,
		oldVisibility: text(record, 'old_visibility'),
		access: text(record, 'new_value'),
		oldAccess: text(record, 'old_value'),
		counterpart: target?.toLowerCase() ?? domain,
	});
}

function visibilityOpens(visibility: string | undefined): boolean {
	return OPEN_VISIBILITY.has(visibility ?? '');
}

/** How an item was read or copied. */
export function onItem(record: JsonObject, event: EventDraft): void {
	const visibility = text(record, 'visibility');
	if (visibility === 'public_on_the_web') event.restricted = false;
	const copy = text(record, 'copy_type');
	if (copy !== undefined) event.external = copy === 'external';
	addDetails(event, { method: text(record, 'api_method'), visibility, counterpart: text(record, 'target')?.toLowerCase() });
}

/**
 * Where something was put: `destination`, the folder or shared drive; `place`, the shared drive or whose drive it is. A drive whose owner
 * is of another domain is outside.
 */
export function onPut(record: JsonObject, event: EventDraft): void {
	onItem(record, event);
	const shared = ['shared_drive_id', 'team_drive_id', 'owner_shared_drive_id', 'owner_team_drive_id']
		.map((name) => text(record, name))
		.find((id) => id !== undefined);
	const owner = text(record, 'owner')?.toLowerCase();
	const folder = text(record, 'destination_folder_title') ?? text(record, 'destination_folder_id');
	const place = shared ?? owner;
	addDetails(event, { place, destination: folder ?? place, othersDrive: isOthers(shared, owner, event) });
	const [theirs, own] = [domainOf(owner), asText(record['ownerDomain'])?.toLowerCase() ?? domainOf(event.actor?.email)];
	if (event.external === undefined && theirs !== undefined && own !== undefined && theirs !== own) event.external = true;
}

function isOthers(shared: string | undefined, owner: string | undefined, event: EventDraft): true | undefined {
	if (shared !== undefined || owner?.includes('@') !== true || event.actor === undefined) return undefined;
	return owner === event.actor.email || owner === event.actor.id ? undefined : true;
}

/** Scopes that a person gave to an app, or an administrator to an app for everybody. */
export function onGrant(record: JsonObject, event: EventDraft): void {
	const listed = asTexts(parameter(record, 'scope')) ?? asTexts(parameter(record, 'API_SCOPES'));
	const paired = asObjects(parameter(record, 'scope_data'))
		.map((entry) => asText(entry['scope_name']))
		.filter((scope) => scope !== undefined);
	const scopes = listed ?? (paired.length > 0 ? paired : undefined);
	if (scopes !== undefined) event.scopes = scopes;
	const client = text(record, 'API_CLIENT_NAME');
	if (client !== undefined) event.app = { id: client.toLowerCase(), name: client };
	addDetails(event, { clientType: text(record, 'client_type') });
}

/** An app that an administrator trusts or allows. */
export function onTrustedApp(record: JsonObject, event: EventDraft): void {
	const name = ['OAUTH2_APP_NAME', 'APPLICATION_NAME', 'OAUTH2_SERVICE_NAME', 'app_name']
		.map((key) => text(record, key))
		.find(Boolean);
	const id = ['OAUTH2_APP_ID', 'APP_ID', 'client_id'].map((key) => text(record, key)).find(Boolean) ?? name;
	if (id !== undefined) event.app = { id: id.toLowerCase(), ...(name !== undefined && { name }) };
	addDetails(event, { appType: text(record, 'OAUTH2_APP_TYPE'), orgUnit: text(record, 'ORG_UNIT_NAME') });
}

/** A role, a privilege, or membership of a group. */
export function onRole(record: JsonObject, event: EventDraft): void {
	const group = text(record, 'GROUP_EMAIL') ?? text(record, 'group_id');
	const member_ = text(record, 'USER_EMAIL') ?? text(record, 'member_id') ?? text(record, 'target_user');
	const target = userTarget(member_);
	if (target !== undefined) event.target = target;
	const role =
		text(record, 'ROLE_NAME') ?? text(record, 'NEW_VALUE') ?? (group === undefined ? undefined : `group:${group.toLowerCase()}`);
	addDetails(event, {
		role,
		privilege: text(record, 'PRIVILEGE_NAME'),
		group: group?.toLowerCase(),
		memberRole: text(record, 'member_role'),
		orgUnit: text(record, 'ORG_UNIT_NAME'),
	});
}

/** A setting, before and after. */
export function onSetting(record: JsonObject, event: EventDraft): void {
	addDetails(event, {
		setting: text(record, 'SETTING_NAME'),
		oldValue: text(record, 'OLD_VALUE'),
		newValue: text(record, 'NEW_VALUE'),
		orgUnit: text(record, 'ORG_UNIT_NAME'),
	});
}

/** Imports of many users at once. */
export function onBulkUsers(record: JsonObject, event: EventDraft): void {
	const total = asNumber(parameter(record, 'BULK_UPLOAD_TOTAL_USERS_NUMBER'));
	const failed = asNumber(parameter(record, 'BULK_UPLOAD_FAIL_USERS_NUMBER')) ?? 0;
	if (total !== undefined) event.items = Math.max(0, total - failed);
}

/** The mailbox, the message and the delegate who read it. */
export function onMail(record: JsonObject, event: EventDraft): void {
	const mailbox = event.actor?.id ?? text(record, 'USER_EMAIL');
	const session = member(member(parameter(record, 'event_info'), 'client_context'), 'session_context');
	const delegate = asText(member(session, 'delegate_user_email'))?.toLowerCase();
	if (application(record) === 'gmail') {
		if (mailbox !== undefined) event.target = { type: 'mailbox', id: mailbox };
		if (delegate !== undefined) event.actor = { type: 'user', id: delegate, email: delegate };
	}
	const message = parameter(record, 'message_info');
	addDetails(event, {
		mailEvent: asNumber(member(parameter(record, 'event_info'), 'mail_event_type')),
		subject: asText(member(message, 'subject')),
		delegate: delegate === undefined ? undefined : true,
		investigation: text(record, 'INVESTIGATION_ACTION'),
	});
	const size = asNumber(member(message, 'payload_size'));
	if (size !== undefined) event.bytes = size;
}

function setOwnMailbox(_record: JsonObject, event: EventDraft): void {
	if (event.target === undefined && event.actor !== undefined) event.target = { type: 'mailbox', id: event.actor.id };
}

/** Where mail goes, or who watches whose mail. */
export function onForward(record: JsonObject, event: EventDraft, later: Later): void {
	const destination = (
		text(record, 'email_forwarding_destination_address') ??
		text(record, 'EMAIL_MONITOR_DEST_EMAIL') ??
		text(record, 'MAIL_ROUTING_DESTINATION')
	)?.toLowerCase();
	const own = asText(record['ownerDomain'])?.toLowerCase() ?? domainOf(event.actor?.email);
	const domain = domainOf(destination);
	if (domain !== undefined && own !== undefined) event.external = domain !== own;
	withItem(record, event, later, setOwnMailbox);
	addDetails(event, { destination, forwards: true });
	onSetting(record, event);
}

/** What was searched for, and where. */
export function onSearch(record: JsonObject, event: EventDraft): void {
	const query =
		text(record, 'parsed_query') ??
		text(record, 'INVESTIGATION_QUERY') ??
		text(record, 'query') ??
		['EMAIL_LOG_SEARCH_MSG_ID', 'EMAIL_LOG_SEARCH_RECIPIENT', 'EMAIL_LOG_SEARCH_SENDER']
			.map((name) => text(record, name))
			.filter((part) => part !== undefined)
			.join(' ');
	addDetails(event, {
		query: query === '' ? undefined : query,
		dataSource: text(record, 'INVESTIGATION_DATA_SOURCE'),
		case: text(record, 'matter_id'),
		search: text(record, 'resource_name'),
		locations: text(record, 'target_user') ?? text(record, 'organizational_unit_name'),
	});
}

/** Whose data of which products left, and where to. https://developers.google.com/workspace/admin/reports/v1/appendix/activity/takeout */
export function onTakeout(record: JsonObject, event: EventDraft): void {
	const products = asTexts(parameter(record, 'PRODUCTS_REQUESTED'));
	const owner = text(record, 'USER_EMAIL')?.toLowerCase() ?? event.actor?.id;
	const mail = products?.some((product) => /^g?mail$/i.test(product)) === true;
	if (mail && owner !== undefined) event.target = { type: 'mailbox', id: owner };
	addDetails(event, {
		mail: mail ? true : undefined,
		products: products?.join(' '),
		destination: text(record, 'TAKEOUT_DESTINATION')?.toLowerCase(),
		initiatedBy: text(record, 'INITIATED_BY'),
	});
}

/** One class of API calls of an app. */
export function onApiActivity(record: JsonObject, event: EventDraft): void {
	addDetails(event, {
		method: text(record, 'method_name'),
		api: text(record, 'api_name'),
		product: text(record, 'product_bucket'),
	});
}

/** A sign-in: how, and whether Google found it odd. The person warned about is the one who signed in. */
export function onSignIn(ok: boolean | undefined) {
	return (record: JsonObject, event: EventDraft): void => {
		if (ok !== undefined) event.ok = ok;
		const affected = userTarget(text(record, 'affected_email_address'));
		if (affected !== undefined && (event.actor === undefined || !event.actor.id.includes('@'))) {
			event.actor = { type: 'user', id: affected.id, email: affected.id };
		}
		const suspicious = asFlag(parameter(record, 'is_suspicious'));
		addDetails(event, {
			loginType: text(record, 'login_type'),
			reason: text(record, 'login_failure_type') ?? text(record, 'failure_type') ?? text(record, 'sensitive_action_name'),
			suspicious,
			alert: suspicious === true ? true : undefined,
			challenge: text(record, 'login_challenge_method'),
			service: text(record, 'application_name'),
		});
	};
}

/** Google itself turned the account off: no person acted. */
export function onPlatformDisable(record: JsonObject, event: EventDraft): void {
	const victim = userTarget(text(record, 'affected_email_address') ?? event.actor?.email);
	if (victim !== undefined) event.target = victim;
	event.actor = { type: 'system', id: 'google' };
	addDetails(event, { byPlatform: true });
}
