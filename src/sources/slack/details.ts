import type { EventDraft } from '../../model/event.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { asFlag, asText, asTexts, member } from '../../read/fields.ts';
import { addAliases, addDetails, userTarget } from '../rules.ts';

/** Other ids of the actor, the target, the acting agent: what every entry may carry. */
export function finish(record: JsonObject, event: EventDraft): void {
	const user = member(record['actor'], 'user');
	if (event.actor === undefined) actAsApp(event);
	addAliases(event, [asText(member(user, 'id'))]);
	const target = targetOf(record['entity']);
	if (target !== undefined) event.target = target;
	const location = member(record['context'], 'location');
	const agent = member(record['context'], 'acting_agent');
	addDetails(event, {
		workspace: asText(member(location, 'name')) ?? asText(member(location, 'domain')),
		agent: agent === undefined ? undefined : true,
	});
}

// A bot has no user: the app in the context acts.
function actAsApp(event: EventDraft): void {
	if (event.app === undefined) return;
	event.actor = { type: 'app', id: event.app.id, ...(event.app.name !== undefined && { name: event.app.name }) };
}

const NAMES: Readonly<Record<string, string>> = { usergroup: 'group', account_type_role: 'role' };

/** The entity's own object has the name of its type. */
function targetOf(entity: Json | undefined): EventDraft['target'] {
	const type = asText(member(entity, 'type'));
	if (type === undefined) return undefined;
	const inner = member(entity, type);
	const id = asText(member(inner, 'id'));
	const name = asText(member(inner, 'name')) ?? asText(member(inner, 'title'));
	if (type === 'user') return userTarget(asText(member(inner, 'email')) ?? id, name, [id]);
	if (id === undefined && name === undefined) return undefined;
	const kind = Object.hasOwn(NAMES, type) ? (NAMES[type] ?? type) : type;
	return { type: kind, id: id ?? name ?? '', ...(name !== undefined && { name }) };
}

/** Lists of scopes in an object, each once, in the order of the keys. */
function scopesIn(place: Json | undefined, keys: readonly string[]): readonly string[] {
	return [...new Set(keys.flatMap((key) => asTexts(member(place, key)) ?? []))];
}

/** An app that was installed or given more: its name and every scope it then holds. */
export function onApp(record: JsonObject, event: EventDraft): void {
	const app = member(record['entity'], 'app');
	const id = asText(member(app, 'id')) ?? asText(member(app, 'name'));
	const name = asText(member(app, 'name'));
	if (id !== undefined) event.app = { id: id.toLowerCase(), ...(name !== undefined && { name }) };
	const { details } = record;
	const now = scopesIn(details, ['new_scopes', 'scopes', 'bot_scopes']);
	// Two keys hold a bot's scopes, depending on the age of the entry.
	const held = scopesIn(app, ['scopes', 'scopes_bot', 'bot_scopes']);
	const before = scopesIn(details, ['previous_scopes', 'old_scopes']);
	const scopes = now.length > 0 ? now : held;
	if (scopes.length > 0) event.scopes = scopes;
	const added = scopes.filter((scope) => !before.includes(scope));
	addDetails(event, {
		added: before.length > 0 ? added.join(' ') : undefined,
		distributed: asFlag(member(app, 'is_distributed')),
		directoryApproved: asFlag(member(app, 'is_directory_approved')),
	});
}

/** A role that somebody got: the role's name in the entity or in the details. */
export function onRole(role?: string) {
	return (record: JsonObject, event: EventDraft): void => {
		const { details, entity } = record;
		const named =
			asText(member(member(entity, 'role'), 'name')) ??
			textOrName(member(details, 'role')) ??
			textOrName(member(details, 'new_role'));
		const person = member(details, 'target_user') ?? member(details, 'target_user_id') ?? member(entity, 'user');
		const target = userTarget(textOrName(person) ?? asText(member(person, 'email')));
		if (target !== undefined && event.target?.type !== 'user') event.target = target;
		addDetails(event, { role: role ?? named });
	};
}

/** Some details are a text in one entry and an object in the next. */
function textOrName(value: Json | undefined): string | undefined {
	return asText(value) ?? asText(member(value, 'email')) ?? asText(member(value, 'name')) ?? asText(member(value, 'id'));
}

/** A setting, before and after. */
export function onSetting(record: JsonObject, event: EventDraft): void {
	const { details } = record;
	addDetails(event, {
		oldValue: textOrName(member(details, 'previous_value') ?? member(details, 'old_value')),
		newValue: textOrName(member(details, 'new_value')),
	});
}

/** Slack's own detection: its reason codes. */
export function onAnomaly(record: JsonObject, event: EventDraft): void {
	const reason = member(record['details'], 'reason');
	addDetails(event, { reason: asTexts(reason)?.join(' ') ?? textOrName(reason) });
}

/** Whether it worked, which the action's name says. */
export function succeeds(ok: boolean) {
	return (_record: JsonObject, event: EventDraft): void => {
		event.ok = ok;
	};
}

/** A link that works for anybody. */
export function onPublicLink(_record: JsonObject, event: EventDraft): void {
	event.external = true;
}
