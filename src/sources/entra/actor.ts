import type { Actor, EventDraft } from '../../model/event.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { asText, asTexts, compilePath, member } from '../../read/fields.ts';
import { isDirectoryItself } from '../microsoft/apps.ts';
import { isUpn, named } from '../microsoft/values.ts';
import { addDetails } from '../rules.ts';

const readUser = compilePath('initiatedBy.user');
const readApp = compilePath('initiatedBy.app');
const readCode = compilePath('status.errorCode');
const NO_SUCH_USER = '50034';

/** Makes the actor of a directory change, a sign-in, a risk detection or a Graph call. */
export function readActor(record: JsonObject, event: EventDraft): void {
	const actor = Object.hasOwn(record, 'initiatedBy') ? initiator(record, event) : signedIn(record, event);
	if (actor === undefined) delete event.actor;
	else event.actor = actor;
}

function initiator(record: JsonObject, event: EventDraft): Actor | undefined {
	const user = readUser(record);
	const upn = named(member(user, 'userPrincipalName'));
	const objectId = named(member(user, 'id'));
	if (upn !== undefined || objectId !== undefined) return person(upn, objectId, named(member(user, 'displayName')), event);
	const app = readApp(record);
	const name = named(member(app, 'displayName')) ?? named(member(app, 'servicePrincipalName'));
	const actor = application(member(app, 'appId'), member(app, 'servicePrincipalId'), name);
	if (actor === undefined) {
		const shown = named(member(user, 'displayName'));
		return shown === undefined ? undefined : { type: 'system', id: shown.toLowerCase(), name: shown };
	}
	if (name !== undefined && isDirectoryItself(name)) return { type: 'system', id: name.toLowerCase(), name };
	event.app = { id: actor.id, ...(name !== undefined && { name }) };
	addDetails(event, { appOnly: true });
	return actor;
}

function signedIn(record: JsonObject, event: EventDraft): Actor | undefined {
	const typed = named(member(record, 'userPrincipalName'));
	// What somebody typed for an account that does not exist may be a password: only what looks like a name is kept.
	const upn = typed !== undefined && asText(readCode(record)) === NO_SUCH_USER && !isUpn(typed) ? undefined : typed;
	const objectId = named(member(record, 'userId')) ?? named(member(record, 'UserPrincipalObjectID'));
	if (upn !== undefined || objectId !== undefined) return person(upn, objectId, named(member(record, 'userDisplayName')), event);
	const principal = named(member(record, 'servicePrincipalName')) ?? named(member(record, 'servicePrincipalDisplayName'));
	// Who tried to sign in as nobody that is known was no application, though every sign-in goes through one.
	if (principal === undefined && isOfUser(record)) return undefined;
	const name = principal ?? named(member(record, 'appDisplayName'));
	const actor = application(member(record, 'appId'), member(record, 'servicePrincipalId'), name);
	if (actor !== undefined) {
		if (event.app === undefined || event.app.name === undefined)
			event.app = { id: actor.id, ...(name !== undefined && { name }) };
		addDetails(event, { appOnly: true });
	}
	return actor;
}

function isOfUser(record: JsonObject): boolean {
	if (asText(member(record, 'operationName')) !== 'Sign-in activity') return false;
	if (named(member(record, 'servicePrincipalId')) !== undefined) return false;
	return asTexts(member(record, 'signInEventTypes'))?.some((type) => /principal|managed/i.test(type)) !== true;
}

function person(upn: string | undefined, objectId: string | undefined, name: string | undefined, event: EventDraft): Actor {
	const id = (upn ?? objectId ?? '').toLowerCase();
	const alias = objectId?.toLowerCase();
	if (id.includes('#ext#')) addDetails(event, { guest: true });
	return {
		type: 'user',
		id,
		...(name !== undefined && { name }),
		...(isUpn(id) && { email: id }),
		...(alias !== undefined && alias !== id && { aliases: [alias] }),
	};
}

function application(appId: Json | undefined, objectId: Json | undefined, name: string | undefined): Actor | undefined {
	const own = named(objectId)?.toLowerCase();
	const id = named(appId)?.toLowerCase() ?? own ?? name?.toLowerCase();
	if (id === undefined) return undefined;
	return {
		type: 'app',
		id,
		...(name !== undefined && { name }),
		...(own !== undefined && own !== id && { aliases: [own] }),
	};
}
