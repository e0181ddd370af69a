import type { Actor, ActorType, EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import { asFlag, asObjects, asText, member } from '../../read/fields.ts';
import { appName, isDirectoryItself, isFirstParty } from '../microsoft/apps.ts';
import { isGuid, isPuid, isUpn, named } from '../microsoft/values.ts';
import { addDetails } from '../rules.ts';
import { recordType, userType } from './record.ts';

/** Beginnings of user ids that Microsoft's own services act under: domains that no person signs in to. */
const SERVICE_STARTS: readonly string[] = ['nt authority\\', 'nt service\\', 'sharepoint\\system', 'microsoft\\'];
/** Whole user ids of such services; other security identifiers (`S-1-5-21-…`) are accounts. */
const SERVICE_IDS: ReadonlySet<string> = new Set(['certificate', 'securitycompliancealerts', 's-1-5-18', 's-1-5-19', 's-1-5-20']);
/** DcAdmin, System, CustomPolicy, SystemPolicy. */
const SERVICE_TYPES: ReadonlySet<number> = new Set([3, 4, 7, 8]);
/** What stands before a service principal's object id. */
const PRINCIPAL = 'serviceprincipal_';
/** Under which SharePoint logs whatever acts without a person. */
const SHAREPOINT_APP = 'app@sharepoint';
const DOMAINS_OF_MICROSOFT = /@(?:support\.onmicrosoft\.com|[a-z0-9-]+\.prod\.outlook\.com|[a-z0-9-]+\.prod\.exchangelabs\.com)$/;

/**
 * Makes the actor out of what a record says of who acted:
 * a person by sign-in name, an application by client id where it acted without a person, Microsoft's own services as `system`;
 * nobody where the log names nobody (`Not Available`, anonymous links, which make the event external).
 * @param type number of the record type
 */
export function readActor(record: JsonObject, event: EventDraft, type: number | undefined): void {
	const id = named(member(record, 'UserId'))?.toLowerCase();
	const actor = type === 8 && isServicePrincipal(record, id) ? servicePrincipal(record, event, id) : actorOf(record, event, id);
	if (actor === undefined) delete event.actor;
	else event.actor = actor;
}

function actorOf(record: JsonObject, event: EventDraft, id: string | undefined): Actor | undefined {
	if (id === undefined) return undefined;
	if (id === 'anonymous' || id.startsWith('urn:spo:anon')) {
		event.external = true;
		addDetails(event, { anonymous: true });
		return undefined;
	}
	if (id.startsWith('urn:spo:guest#')) {
		event.external = true;
		addDetails(event, { guest: true });
		return person(record, id.slice('urn:spo:guest#'.length));
	}
	if (isService(record, event, id)) return { type: 'system', id };
	if (isApplication(record, id)) {
		addDetails(event, { appOnly: true });
		// Without a client id the mailbox owner's name is all there is.
		return event.app === undefined && isUpn(id) && id !== SHAREPOINT_APP ? person(record, id) : application(record, event, id);
	}
	if (id.includes('#ext#')) addDetails(event, { guest: true });
	return person(record, id);
}

/**
 * Whether a directory record names its actor as a service principal, by the user's id or in the list of actors; the type of user says 0, 4 or 6 of
 * the same application. A sign-in name is a person's.
 */
function isServicePrincipal(record: JsonObject, id: string | undefined): boolean {
	if (id?.startsWith(PRINCIPAL) === true) return true;
	return (id === undefined || !isUpn(id)) && actorTexts(record).some((text) => text.toLowerCase().startsWith(PRINCIPAL));
}

function servicePrincipal(record: JsonObject, event: EventDraft, id: string | undefined): Actor {
	const name = nameOf(record);
	if (name !== undefined && isDirectoryItself(name)) return { type: 'system', id: name.toLowerCase(), name };
	addDetails(event, { appOnly: true });
	return application(record, event, id);
}

function isService(record: JsonObject, event: EventDraft, id: string): boolean {
	if (id === SHAREPOINT_APP) {
		const app = event.app?.id ?? appInKey(record);
		return app === undefined || isFirstParty(app);
	}
	const type = userType(record);
	if (type !== undefined && SERVICE_TYPES.has(type)) return true;
	// A data centre's own account names its process: `DOMAIN\Administrator (Microsoft.…)`.
	if (id.includes('(microsoft.') || DOMAINS_OF_MICROSOFT.test(id)) return true;
	if (SERVICE_IDS.has(id) || SERVICE_STARTS.some((start) => id.startsWith(start))) return true;
	if (asFlag(member(record, 'ExternalAccess')) !== true) return false;
	// True for Microsoft's data centres and also for a partner's delegated administrators: those have a sign-in name of their own.
	if (!isUpn(id)) return true;
	addDetails(event, { externalAdmin: true });
	return false;
}

function isApplication(record: JsonObject, id: string): boolean {
	const type = userType(record);
	if (type === 5 || type === 6 || id === SHAREPOINT_APP || id.startsWith(PRINCIPAL)) return true;
	return isGuid(id) && actorTexts(record).some((text) => text.toLowerCase().startsWith('serviceprincipal'));
}

/** SharePoint names an application that acts without a user by its key: `i:0i.t|<id>|app@sharepoint`, `i:0i.t|ms.sp.ext|<id>@<tenant>`. */
function appInKey(record: JsonObject): string | undefined {
	const key = asText(member(record, 'UserKey'))?.toLowerCase();
	if (key?.startsWith('i:0i.t|') !== true) return undefined;
	const ids = key.split('|', 3).map((part) => part.split('@', 1)[0] ?? '');
	return ids.find((part) => isGuid(part));
}

/** An application without a person: its client id, not the mailbox owner's name that some records put in its place. */
function application(record: JsonObject, event: EventDraft, id: string | undefined): Actor {
	const texts = actorTexts(record).map((text) => text.toLowerCase());
	const principal = [id, ...texts].find((text) => text?.startsWith(PRINCIPAL));
	const objectId = principal?.slice(PRINCIPAL.length);
	const own = texts.find((text) => isGuid(text) && text !== objectId && text !== id);
	const clientId =
		recordType(record) === 8 ? own : (event.app?.id ?? own ?? (id === SHAREPOINT_APP ? appInKey(record) : undefined));
	const app = clientId ?? objectId ?? id ?? '';
	const name = event.app?.name ?? (recordType(record) === 8 ? nameOf(record) : undefined) ?? appName(app);
	const aliases = [...new Set([objectId, id !== undefined && isGuid(id) ? id : undefined])].filter(
		(alias) => alias !== undefined && alias !== app,
	);
	if (event.app === undefined) event.app = { id: app, ...(name !== undefined && { name }) };
	const type: ActorType = 'app';
	return { type, id: app, ...(name !== undefined && { name }), ...(aliases.length > 0 && { aliases: aliases as string[] }) };
}

function person(record: JsonObject, id: string): Actor {
	const key = asText(member(record, 'UserKey'));
	if (member(record, 'Actor') !== undefined) return personOf(record, id, key);
	const known = people.get(id);
	if (known !== undefined && known.key === key) return known.actor;
	const actor = personOf(record, id, key);
	if (people.size >= MOST_KEYS) people.clear();
	people.set(id, { key, actor });
	return actor;
}

/** So many are remembered. */
const MOST_KEYS = 16_384;
/** People whose records name them by id and key alone, as nearly all do. */
const people = new Map<string, { readonly key: string | undefined; readonly actor: Actor }>();

function personOf(record: JsonObject, id: string, key: string | undefined): Actor {
	const aliases = new Set(key === undefined ? [] : aliasesIn(key));
	for (const text of actorTexts(record)) {
		const lower = text.toLowerCase();
		if (lower.startsWith('user_') && isGuid(lower.slice(5))) aliases.add(lower.slice(5));
		else if (isPuid(lower)) aliases.add(lower);
	}
	aliases.delete(id);
	return {
		type: 'user',
		id,
		...(isUpn(id) && { email: id }),
		...(aliases.size > 0 && { aliases: [...aliases] }),
	};
}

/** `10032001AB…`, `10032001AB…@example.com`, `i:0h.f|membership|10032001ab…@live.com` or the object id: the same person's other names. */
function aliasesIn(key: string): readonly string[] {
	const last = key.slice(key.lastIndexOf('|') + 1).toLowerCase();
	const bare = last.split('@', 1)[0] ?? last;
	return isPuid(bare) || isGuid(bare) ? [bare] : [];
}

function actorTexts(record: JsonObject): readonly string[] {
	return asObjects(member(record, 'Actor'))
		.map((entry) => asText(member(entry, 'ID')))
		.filter((text) => text !== undefined);
}

function nameOf(record: JsonObject): string | undefined {
	const entry = asObjects(member(record, 'Actor')).find((actor) => asText(member(actor, 'Type')) === '1');
	return entry === undefined ? undefined : asText(member(entry, 'ID'));
}
