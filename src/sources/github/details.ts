import type { Actor, EventDraft } from '../../model/event.ts';
import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Condition, Later } from '../../model/source.ts';
import { asFlag, asJson, asNumber, asText, member } from '../../read/fields.ts';
import { addAliases, addDetails, userTarget, when } from '../rules.ts';

const text = (record: JsonObject, name: string): string | undefined => asText(member(record, name));

function first(record: JsonObject, names: readonly string[]): string | undefined {
	for (const name of names) {
		const found = text(record, name);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Actor kind and other names, repository, visibility, token: what every event may carry. */
export function finish(record: JsonObject, event: EventDraft, later: Later): void {
	identify(record, event);
	later(readRepository);
}

const repositoryOf = (record: JsonObject) => first(record, ['repo', 'repository']);

function readRepository(record: JsonObject, event: EventDraft): void {
	const repository = repositoryOf(record);
	if (repository !== undefined && event.target === undefined) event.target = { type: 'repository', id: repository };
	const restricted = isRestricted(record);
	if (restricted !== undefined) event.restricted = restricted;
}

function identify(record: JsonObject, event: EventDraft): void {
	const names = ['external_identity_nameid', 'external_identity_username', 'external_id'].map((name) => text(record, name));
	const email = names.find((name) => name?.includes('@') === true)?.toLowerCase();
	// Without a login the name that the identity provider gave is the only one; a bare number is never shown as a person.
	if (event.actor === undefined && email !== undefined) event.actor = { type: 'user', id: email, email };
	if (event.actor === undefined) return;
	const { id } = event.actor;
	const ofApp = id.endsWith(BOT);
	// Git events name no app: the account through which it acts is the only sign of it.
	if (ofApp) event.app ??= { id };
	const bot = ofApp ? 'app' : isMachine(record) ? 'service' : undefined;
	const said = [...names, text(record, 'actor_id'), bot];
	const known = actors.get(id);
	if (known?.said.every((word, index) => word === said[index]) === true) {
		event.actor = known.actor;
		return;
	}
	event.actor = { ...event.actor, ...(email !== undefined && { email }), ...(bot !== undefined && { type: bot }) };
	addAliases(event, [...names, numbered(text(record, 'actor_id'))]);
	if (actors.size >= MOST_ACTORS) actors.clear();
	actors.set(id, { said, actor: event.actor });
}

/** What the login of a GitHub App's account ends with: `acme-ci[bot]`. */
const BOT = '[bot]';

/** The login of an app's account: the name of the app as it stands in its address, and `[bot]`. Of `Acme CI` it is `acme-ci[bot]`. */
function botOf(name: string): string | undefined {
	const slug = name
		.slice(0, 100)
		.toLowerCase()
		.replace(/[^a-z0-9_]+/g, '-')
		.replace(/^-|-$/g, '');
	return slug === '' ? undefined : `${slug}${BOT}`;
}

/** Actors repeat from record to record: so many are remembered, with what a record said of them. */
const MOST_ACTORS = 16_384;
const actors = new Map<string, { readonly said: readonly (string | undefined)[]; readonly actor: Actor }>();

function isMachine(record: JsonObject): boolean {
	return asFlag(member(record, 'actor_is_bot')) === true || asFlag(member(record, 'actor_is_agent')) === true;
}

// A bare number is an id of this platform only: without the prefix it could meet another platform's number.
function numbered(id: string | undefined): string | undefined {
	return id === undefined || asNumber(id) === 0 ? undefined : `github:${id}`;
}

/** Three keys for one idea; where none is there, nothing is known. */
function isRestricted(record: JsonObject): boolean | undefined {
	const visibility = text(record, 'visibility')?.toLowerCase();
	if (visibility === 'private' || visibility === 'internal') return true;
	if (visibility === 'public') return false;
	const open = asFlag(member(record, 'repository_public')) ?? asFlag(member(record, 'public_repo'));
	return open === undefined ? undefined : !open;
}

/** The person acted upon becomes the target; a repository or team that it concerned goes to the details. */
export function onUser(record: JsonObject, event: EventDraft): void {
	const user = first(record, ['user', 'blocked_user', 'target_login', 'invitee', 'email', 'old_user']);
	const target = userTarget(user, undefined, [text(record, 'email'), numbered(text(record, 'user_id'))]);
	const repository = target === undefined ? undefined : repositoryOf(record);
	addDetails(event, { repository, team: text(record, 'team'), organization: first(record, ['org', 'business']) });
	if (target !== undefined) event.target = target;
}

/** An application that was itself acted upon. */
export function onSuspendedApp(record: JsonObject, event: EventDraft): void {
	onApp(record, event);
	if (event.app !== undefined) event.target = { type: 'app', ...event.app };
}

/** The role that a member, collaborator or team got, as `<where>:<level>`: `organization:admin`, `repository:write`. */
export function onRole(where: 'organization' | 'enterprise' | 'repository' | 'team') {
	return (record: JsonObject, event: EventDraft): void => {
		onUser(record, event);
		const level = text(record, 'permission') ?? text(record, 'new_repo_permission');
		const before = text(record, 'old_permission') ?? text(record, 'old_repo_permission');
		addDetails(event, {
			role: level === undefined ? undefined : `${where}:${level.toLowerCase()}`,
			oldRole: before === undefined ? undefined : `${where}:${before.toLowerCase()}`,
		});
	};
}

/** A custom role, made or assigned. */
export function onCustomRole(record: JsonObject, event: EventDraft): void {
	onUser(record, event);
	const role = first(record, ['organization_role_name', 'enterprise_role_name', 'role_name', 'name']);
	addDetails(event, { role, permissions: list(record, 'role_permissions'), team: text(record, 'team') });
}

/** A role whose name the action itself says. */
export function withRole(role: string) {
	return (record: JsonObject, event: EventDraft): void => {
		onUser(record, event);
		addDetails(event, { role });
	};
}

/** A GitHub App or OAuth application: its name and id, the repositories it reaches, permissions where the log has them. */
export function onApp(record: JsonObject, event: EventDraft): void {
	const name = first(record, [
		'integration',
		'oauth_application_name',
		'oauth_application',
		'name',
		'user_programmatic_access_name',
	]);
	const id =
		first(record, ['application_client_id', 'oauth_application_id', 'integration_id', 'user_programmatic_access_id']) ?? name;
	if (id !== undefined) event.app = { id: id.toLowerCase(), ...(name !== undefined && { name }) };
	if (name !== undefined && event.operation.startsWith('integration')) addDetails(event, { appId: botOf(name) });
	const selection = text(record, 'repository_selection');
	const added = asJson(member(record, 'repositories_added'));
	addDetails(event, { repositorySelection: selection, ...(Array.isArray(added) && { repositories: added.length }) });
	setGranted(record, event);
}

/**
 * Events in which `token_scopes` is what the application or its token gets, or what the credential has that is let in through single sign-on (in
 * the browser, without a token); elsewhere it belongs to the token with which somebody acts.
 */
const GRANTS_SCOPES = /^(?:oauth_(?:authorization|access)|org_credential_authorization)\./;

function setGranted(record: JsonObject, event: EventDraft): void {
	const permissions = permissionsOf(record);
	if (!GRANTS_SCOPES.test(event.operation)) {
		addDetails(event, { tokenScopes: event.scopes?.join(' ') });
		delete event.scopes;
	}
	if (permissions.length > 0) event.scopes = permissions;
}

/** A person's token that an owner lets in: whose it is stands beside the owner. */
export function onTokenAccess(record: JsonObject, event: EventDraft): void {
	onApp(record, event);
	const holder = userTarget(text(record, 'user'), undefined, [numbered(text(record, 'user_id'))]);
	if (holder !== undefined) event.target = holder;
}

/** A token of a person: fine-grained, classic, or of an application; its name is told apart from the application's. */
export function onToken(record: JsonObject, event: EventDraft): void {
	onApp(record, event);
	const name = text(record, 'user_programmatic_access_name') ?? text(record, 'name');
	const id = first(record, ['user_programmatic_access_id', 'token_id', 'oauth_access_id']) ?? name;
	if (id !== undefined) event.target = { type: 'token', id, ...(name !== undefined && { name }) };
}

/** Maps of permission → level are not documented but occur; each becomes `contents:read`, in the order of the alphabet. */
function permissionsOf(record: JsonObject): readonly string[] {
	const found = new Set<string>();
	for (const key of ['permissions', 'permissions_added', 'permissions_upgraded']) {
		const value = asJson(member(record, key));
		if (isObject(value)) {
			for (const [name, level] of Object.entries(value)) if (typeof level === 'string') found.add(`${name}:${level}`);
		} else if (Array.isArray(value)) {
			for (const name of value as readonly Json[]) if (typeof name === 'string') found.add(name);
		}
	}
	return [...found].sort();
}

/** A key, secret, runner or hook that was added. */
export function onCredential(record: JsonObject, event: EventDraft): void {
	const name = first(record, ['title', 'key', 'fingerprint', 'name', 'runner_name', 'hook_id']);
	const url = text(record, 'config.url') ?? asText(member(member(record, 'config'), 'url'));
	addDetails(event, { credential: name, readOnly: asFlag(member(record, 'read_only')), url });
}

/** Old and new visibility. */
export function onVisibility(record: JsonObject, event: EventDraft): void {
	addDetails(event, { visibility: text(record, 'visibility'), oldVisibility: text(record, 'previous_visibility') });
}

/** Query of an export. */
export function onExport(record: JsonObject, event: EventDraft): void {
	addDetails(event, { query: text(record, 'query_phrase') });
}

/** Transport of a git operation. */
export function onGit(record: JsonObject, event: EventDraft): void {
	const number = text(record, 'transport_protocol');
	const named = first(record, ['transport_protocol_name', 'protocol_name']);
	addDetails(event, { transport: named ?? (number === '1' ? 'http' : number === '2' ? 'ssh' : undefined) });
}

const API_REPOSITORY = /^\/?(?:api\/v3\/)?repos\/([^/\s]{1,100})\/([^/\s]{1,100})(?:\/|$)/;

/** Method, route and result of a REST call; the repository from its address where the record has none. */
export function onApiCall(_record: JsonObject, _event: EventDraft, later: Later): void {
	later(readApiCall);
}

function readApiCall(record: JsonObject, event: EventDraft): void {
	const status = asNumber(member(record, 'status_code'));
	if (status !== undefined) event.ok = status < 400;
	const path = API_REPOSITORY.exec(text(record, 'url_path') ?? '');
	if (event.target === undefined && path !== null) event.target = { type: 'repository', id: `${path[1]}/${path[2]}` };
	addDetails(event, {
		method: first(record, ['request_method', 'method']),
		route: first(record, ['route', 'url_path']),
		status,
		rateLimitRemaining: asNumber(member(record, 'rate_limit_remaining')),
	});
}

const CONTENT_ROUTE = /\/(?:tarball|zipball|contents|git\/blobs|migrations\/[^/]+(?:\/[^/]+)?\/archive)(?:\/|$)/;

/** Reads the content of a repository: an archive, a file, a blob. A write to `/contents/` is none. */
export const readsContent: Condition = when('a GET of an archive, a file or a blob', (record) => {
	const method = (text(record, 'request_method') ?? text(record, 'method') ?? 'GET').toUpperCase();
	const route = first(record, ['route', 'url_path']) ?? '';
	return method === 'GET' && CONTENT_ROUTE.test(route.slice(0, 1000));
});

/** The new level is below administrator: the person lost rights. */
export const demotes: Condition = when('the new permission is not admin', (record) => {
	const level = text(record, 'permission')?.toLowerCase();
	return level !== undefined && level !== 'admin' && level !== 'owner';
});

/** The member came in as an owner. */
export const joinsAsAdmin: Condition = when(
	'the permission is admin',
	(record) => text(record, 'permission')?.toLowerCase() === 'admin',
);

/** A repository made public from its start. */
export const madePublic: Condition = when('the new repository is public', (record) => isRestricted(record) === false);

/** A SCIM call that creates something. */
export const scimCreates: Condition = when(
	'the method is POST',
	(record) => first(record, ['request_method', 'method'])?.toUpperCase() === 'POST',
);

function list(record: JsonObject, name: string): string | undefined {
	const value = asJson(member(record, name));
	if (!Array.isArray(value)) return asText(value);
	const texts = value.map(asText).filter((item) => item !== undefined);
	return texts.length === 0 ? undefined : texts.join(' ');
}
