import type { EventDraft, Target } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { FurtherMeaning } from '../../model/source.ts';
import { asJson, asNumber, asText, asTexts, compilePaths, member } from '../../read/fields.ts';
import { fact } from '../placeholder.ts';
import { addAliases, addDetails } from '../rules.ts';
import { canonicalId, isUserId } from './ids.ts';
import { readSentence } from './setup-audit-trail.ts';
import { roleTier } from './tiers.ts';

const readActorIds = ['USER_ID_DERIVED', 'USER_ID', 'UserId', 'CreatedById'];
const readAppName = compilePaths(['CONNECTED_APP_NAME', 'Application']);
const readUserType = compilePaths(['USER_TYPE', 'UserType']);
const readRows = compilePaths(['ROWS_PROCESSED', 'ROW_COUNT', 'RECORDS_PROCESSED', 'RowsProcessed', 'RowsReturned', 'NUM_ROWS']);
const readQuery = compilePaths(['QUERY', 'Query']);
const readMethod = compilePaths(['METHOD_NAME', 'METHOD', 'HTTP_METHOD', 'Operation']);
/** How somebody signed in: a word, or in event log files a letter. */
export const readLoginType = compilePaths(['LOGIN_TYPE', 'LoginType']);
const readStatus = compilePaths(['LOGIN_STATUS', 'Status']);
const readDelegate = compilePaths([
	'DelegateUser',
	'DelegatedUsername',
	'DELEGATED_USER_NAME',
	'DELEGATED_USER_ID_DERIVED',
	'DELEGATED_USER_ID',
]);

/** Sections whose rows mean the same whatever their code; lower case. */
const SECTIONS: ReadonlyMap<string, 'admin.change' | 'app.grant' | 'credential.add' | 'file.export'> = new Map([
	['session settings', 'admin.change'],
	['password policies', 'admin.change'],
	['network access', 'admin.change'],
	['single sign-on', 'admin.change'],
	['single sign-on settings', 'admin.change'],
	['identity provider', 'admin.change'],
	['security controls', 'admin.change'],
	['remote site settings', 'admin.change'],
	['certificate and key management', 'credential.add'],
	['named credentials', 'credential.add'],
	['external credentials', 'credential.add'],
	// A change of a connected app's policy: the nearest that the trail has to a grant, without the scopes.
	['connected apps', 'app.grant'],
	['data export', 'file.export'],
]);

/** What a setup change means by its section, where its code is not in the table. */
export const SECTION_MEANINGS: readonly FurtherMeaning[] = [...new Set(SECTIONS.values())].map((activity) => ({
	activity,
	when: `setup changes in the section ${[...SECTIONS].flatMap(([section, meaning]) => (meaning === activity ? section : [])).join(', ')}`,
}));

const TARGET_TYPES: readonly (readonly [member: string, type: string])[] = [
	['REPORT_ID', 'report'],
	['ReportId', 'report'],
	['DOCUMENT_ID', 'file'],
	['DocumentId', 'file'],
	['VERSION_ID', 'file'],
	['ENTITY_ID', 'file'],
	['JOB_ID', 'job'],
	['ENTITY_NAME', 'entity'],
	['ENTITY_TYPE', 'entity'],
	['QueriedEntities', 'entity'],
	['URI_ID_DERIVED', 'record'],
];

/** Outcomes of a transaction security policy with which what somebody was about to do did not happen. https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/sforce_api_objects_permissionsetevent.htm */
const REFUSALS: ReadonlySet<string> = new Set([
	'Block',
	'MeteringBlock',
	'FailedInvalidPassword',
	'FailedPasswordLockout',
	'TwoFADenied',
	'TwoFAReportedDenied',
	'TwoFAFailedGeneralError',
	'TwoFAFailedInvalidCode',
	'TwoFAFailedTooManyAttempts',
]);

/** Whether a policy of the organisation kept it from happening. */
export function isRefused(record: JsonObject): boolean {
	return REFUSALS.has(asText(member(record, 'PolicyOutcome')) ?? '');
}

/** Runs on every event: ids in one form, who acted, what was asked for, and the sentence of a setup change. */
export function finish(record: JsonObject, event: EventDraft): void {
	finishActor(record, event);
	finishClient(record, event);
	if (event.target !== undefined) {
		const type = TARGET_TYPES.find(([name]) => asText(member(record, name)) !== undefined)?.[1] ?? 'record';
		event.target = { ...event.target, type, id: type === 'entity' ? event.target.id : canonicalId(event.target.id) };
	}
	const http = httpStatus(record);
	if (http !== undefined) event.ok = http < 400 && event.ok !== false;
	if (isRefused(record)) event.ok = false;
	addDetails(event, {
		rows: asNumber(readRows(record)),
		query: asText(readQuery(record))?.slice(0, 500),
		method: asText(readMethod(record)),
		loginType: asText(readLoginType(record)),
		status: asText(readStatus(record)) ?? (http === undefined ? undefined : String(http)),
		resource: asText(member(record, 'API_RESOURCE'))?.slice(0, 500),
		platform: fact(asText(member(record, 'Platform'))),
		request: asText(member(record, 'REQUEST_ID')),
		score: asNumber(member(record, 'Score')),
		policyOutcome: asText(member(record, 'PolicyOutcome')),
		guest: asText(readUserType(record)) === 'Guest' || undefined,
	});
	const sentence = asText(member(record, 'Display'));
	const section = asText(member(record, 'Section'));
	if (sentence === undefined && section === undefined) return;
	const delegate = fact(asText(readDelegate(record)));
	addDetails(event, { section, text: sentence?.slice(0, 500), impersonatedBy: delegate?.toLowerCase() });
	event.activity = SECTIONS.get(section?.toLowerCase() ?? '') ?? event.activity;
	readSetup(sentence ?? '', event);
}

/** How the interface answered a call: what says more than whether the request itself was taken. */
function httpStatus(record: JsonObject): number | undefined {
	const status = asNumber(member(record, 'STATUS_CODE'));
	return status !== undefined && status >= 100 && status < 600 ? status : undefined;
}

function finishActor(record: JsonObject, event: EventDraft): void {
	const { actor } = event;
	if (actor === undefined) return;
	const ids = readActorIds.flatMap((name) => fact(asText(member(record, name))) ?? []).map(canonicalId);
	const named = actor.id.includes('@') || !readActorIds.some((name) => asText(member(record, name))?.toLowerCase() === actor.id);
	const id = named ? actor.id : (ids[0] ?? actor.id);
	if (fact(id) === undefined) {
		delete event.actor;
		return;
	}
	const automated = id === 'automated process' || asText(readUserType(record)) === 'AutomatedProcess';
	event.actor = { ...actor, id, type: automated ? 'system' : 'user' };
	// Both forms of one id may stand in a row; the long one is the first, a shorter one that differs is a mistake of the export.
	addAliases(event, [ids[0], fact(asText(member(record, 'USER_EMAIL')))]);
}

function finishClient(record: JsonObject, event: EventDraft): void {
	const id = fact(event.app?.id);
	const name = fact(event.app?.name);
	// "Browser" is the console itself, opened by a person.
	if ((id === undefined && name === undefined) || name === 'Browser') delete event.app;
	else {
		// The trail and sign-ins name a connected app without its id: where the name is there it stands for the app. What a client calls itself is not that name.
		const called = fact(asText(readAppName(record)))?.toLowerCase();
		event.app = { id: called ?? id ?? (name ?? '').toLowerCase(), ...(name !== undefined && { name }) };
		if (called !== undefined && id !== called) addDetails(event, { appId: id });
	}
	const agent = fact(event.userAgent);
	// Some rows give a number of Salesforce's own instead of the client's text.
	if (agent === undefined || /^\d+$/.test(agent)) delete event.userAgent;
	else {
		const platform = fact(asText(member(record, 'Platform')));
		if (platform !== undefined && agent === asText(member(record, 'Browser'))) event.userAgent = `${agent} (${platform})`;
	}
	for (const field of ['session', 'country', 'city'] as const) if (fact(event[field]) === undefined) delete event[field];
}

function readSetup(text: string, event: EventDraft): void {
	const { user, userId, role, before, app } = readSentence(text);
	if (app !== undefined) event.app = { id: app.toLowerCase(), name: app };
	const target = person(user, userId);
	if (target !== undefined) event.target = target;
	const isRole = event.operation.toLowerCase().startsWith('permset') || /profile|role/i.test(event.operation);
	addDetails(event, isRole ? { role, before } : { after: role, before });
	// Only an administrator gives or takes a role that rules much.
	const tier = isRole && role !== undefined ? roleTier(role) : undefined;
	if (tier === 1 || tier === 2) event.privileged = true;
}

function person(user: string | undefined, userId: string | undefined): Target | undefined {
	const vendor = fact(userId) === undefined ? undefined : canonicalId(userId ?? '');
	const login = fact(user);
	if (login === undefined) return vendor === undefined ? undefined : { type: 'user', id: vendor };
	const id = isUserId(login) ? canonicalId(login) : login.toLowerCase();
	// A full name is not what one signs in with: the id says who it is.
	const chosen = id.includes('@') ? id : (vendor ?? id);
	return {
		type: 'user',
		id: chosen,
		...(!login.includes('@') && { name: login }),
		...(vendor !== undefined && vendor !== chosen && { aliases: [vendor] }),
	};
}

/** "Login as": the administrator is the one who acts, the user whose session it becomes is acted upon. */
export function readLoginAs(record: JsonObject, event: EventDraft): void {
	const delegate = fact(asText(readDelegate(record)));
	if (delegate === undefined) return;
	const user = event.actor;
	const vendor = fact(asText(member(record, 'DELEGATED_USER_ID_DERIVED') ?? member(record, 'DELEGATED_USER_ID')));
	const id = isUserId(delegate) ? canonicalId(delegate) : delegate.toLowerCase();
	event.actor = { type: 'user', id, ...(id.includes('@') && { email: id }) };
	if (vendor !== undefined) addAliases(event, [canonicalId(vendor)]);
	if (user !== undefined) {
		event.target = { type: 'user', id: user.id, ...(user.aliases !== undefined && { aliases: user.aliases }) };
	}
	event.privileged = true;
}

/** A permission set that people were given or lost, or whose permissions changed: the permissions, the sets and whom it concerns stand in lists. */
export function readPermissionSet(record: JsonObject, event: EventDraft): void {
	const permissions = asTexts(asJson(member(record, 'PermissionList'))) ?? [];
	const sets = asJson(member(record, 'ParentNameList'));
	const people = (asTexts(asJson(member(record, 'ImpactedUserIds'))) ?? []).filter(isUserId);
	const [only] = people;
	if (only !== undefined && people.length === 1) event.target = { type: 'user', id: canonicalId(only) };
	else if (people.length > 1) event.items = people.length;
	const role = [...(Array.isArray(sets) ? sets : [sets]).flatMap((set) => asText(set) ?? []), ...permissions].join(', ');
	addDetails(event, { role: role === '' ? undefined : role.slice(0, 500) });
	if (permissions.some((permission) => [1, 2].includes(roleTier(permission) ?? 0))) event.privileged = true;
}

/** A query: one record stands for all the rows that it handed over. */
export function readQueried(_record: JsonObject, event: EventDraft): void {
	const rows = event.details?.['rows'];
	if (typeof rows === 'number' && Number.isSafeInteger(rows) && rows > 1) event.items = rows;
}

/** Login rows of all three kinds: the status is a code, or prose. */
export function readLogin(record: JsonObject, event: EventDraft): void {
	event.ok = event.activity === 'login';
	const failed = event.activity === 'login.failed';
	if (failed) addDetails(event, { reason: asText(readStatus(record)) });
}
