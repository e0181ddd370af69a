import type { App, EventDraft } from '../../model/event.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import { asJson, asText, compilePath, compilePaths, member } from '../../read/fields.ts';
import { isResource } from '../microsoft/apps.ts';
import { CONSENT_AGENT } from '../microsoft/sign-in.ts';
import { entryOf, isGuid, named } from '../microsoft/values.ts';
import { addDetails } from '../rules.ts';

const readClientApp = compilePaths(['ClientAppId', 'AppAccessContext.ClientAppId', 'ApplicationId']);
const readApp = compilePath('AppId');
const readAppName = compilePaths(['AppAccessContext.ClientAppName', 'ApplicationDisplayName']);

/** Words with which Exchange names a client, and what they are. */
const CLIENTS: readonly (readonly [start: string, client: string])[] = [
	['Client=REST', 'rest'],
	['Client=OWA', 'owa'],
	['Client=MSExchangeRPC', 'outlook'],
	['Client=Hub Transport', 'transport'],
	['Client=POP3/IMAP4', 'imap'],
	['Client=IMAP', 'imap'],
	['Client=POP', 'pop'],
	['Client=ActiveSync', 'activesync'],
	['Client=WebServices', 'ews'],
	['Client=Outlook', 'outlook'],
];

const LONGEST_AGENT = 1000;

/**
 * The application that called. `AppId` is the caller only where no client id stands beside it and it is no API;
 * desktop Outlook has neither.
 */
export function callingApp(record: JsonObject): App | undefined {
	const client = named(readClientApp(record)) ?? appInText(record);
	const own = named(readApp(record));
	const id = (client ?? (own !== undefined && !isResource(own.toLowerCase()) ? own : undefined))?.toLowerCase();
	const name = asText(readAppName(record));
	if (id === undefined && name === undefined) return undefined;
	return { id: id ?? (name ?? '').toLowerCase(), ...(name !== undefined && { name }) };
}

/** Fills in the user agent where only Exchange's client string or the directory's additional details have one, and names the kind of client. */
export function readClient(record: JsonObject, event: EventDraft): void {
	const text = asText(member(record, 'ClientInfoString'));
	if (text !== undefined) {
		const client = CLIENTS.find(([start]) => text.startsWith(start))?.[1];
		if (client !== undefined) addDetails(event, { client });
	}
	if (event.userAgent !== undefined) return;
	const agent = agentIn(text) ?? entryOf(detailsOf(record), 'User-Agent') ?? text;
	if (agent !== undefined && agent !== CONSENT_AGENT) event.userAgent = agent;
}

/** The additional details of a directory record as a list of `{Name, Value}`: the log writes them as JSON text inside a list. */
export function detailsOf(record: JsonObject): JsonObject[] {
	const details = asJson(entryOf(member(record, 'ExtendedProperties'), 'additionalDetails'));
	return isObject(details) ? Object.entries(details).map(([Name, Value]) => ({ Name, Value: Value ?? null })) : [];
}

// `Client=OWA;Mozilla/5.0 (…);` and `Client=WebServices;Microsoft Office/16.0 (…)[AppId=…];`
function agentIn(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const semicolon = text.indexOf(';');
	const rest = semicolon === -1 ? '' : text.slice(semicolon + 1, semicolon + LONGEST_AGENT).trim();
	if (!/^[A-Za-z][\w .+-]{0,60}\//.test(rest)) return undefined;
	const id = rest.indexOf('[AppId=');
	const agent = id === -1 ? rest : rest.slice(0, id);
	return agent.endsWith(';') ? agent.slice(0, -1) : agent;
}

function appInText(record: JsonObject): string | undefined {
	for (const name of ['ClientInfoString', 'ActorInfoString']) {
		const text = asText(member(record, name)) ?? '';
		const at = text.indexOf('[AppId=');
		if (at === -1) continue;
		const id = text.slice(at + 7, text.indexOf(']', at));
		if (isGuid(id)) return id;
	}
	return undefined;
}
