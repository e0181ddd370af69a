import type { ActorType, EventDraft } from '../../model/event.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import type { Later, PlaceFact } from '../../model/source.ts';
import { asFlag, asObjects, asText, asTexts, compilePath, compilePaths, member } from '../../read/fields.ts';
import { fact, isPlaceholder } from '../placeholder.ts';
import { addDetails } from '../rules.ts';
import { judgement } from './behaviors.ts';
import { actedFor, isSystem, nameOf, originalPrincipal, principalOf } from './principal.ts';
import { roleTier } from './scopes.ts';
import { kind, mainTarget, targetOf, targetsOf } from './targets.ts';

const readActor = compilePath('actor');
const readReason = compilePath('outcome.reason');
const readTransaction = compilePath('transaction.id');
const readTransactionType = compilePath('transaction.type');
const readRootSession = compilePath('authenticationContext.rootSessionId');
const readZone = compilePath('client.zone');
const readUri = compilePaths(['debugContext.debugData.requestUri', 'debugContext.debugData.request_uri']);
const readThreat = compilePaths(['debugContext.debugData.threatSuspected', 'debugContext.debugData.threat_suspected']);
const readAnonymizer = compilePaths(['debugContext.debugData.anonymizerStatus', 'debugContext.debugData.anonymizer_status']);
const readProxyType = compilePaths(['debugContext.debugData.proxyType', 'debugContext.debugData.proxy_type']);
const readTunnels = compilePath('debugContext.debugData.tunnels');
const readIpServices = compilePath('securityContext.ipDetails.ipServiceCategories');
const readPrivileges = compilePaths(['debugContext.debugData.privilegeGranted', 'debugContext.debugData.privilege_granted']);

/** The behaviours that Okta ships; a tenant may name its own, which are only listed. */
const BEHAVIORS: ReadonlyMap<string, string> = new Map([
	['new device', 'newDevice'],
	['new ip', 'newIp'],
	['new geo-location', 'newGeo'],
	['new city', 'newCity'],
	['new state', 'newState'],
	['new country', 'newCountry'],
	['velocity', 'velocity'],
]);

/** Runs on every event: who really acted, upon what, from where, and what Okta thought of it. */
export function finish(record: JsonObject, event: EventDraft, later: Later): void {
	finishActor(record, event);
	const target = mainTarget(record, event.operation);
	if (target !== undefined) event.target = target;
	else delete event.target;
	finishApp(event);
	later(readCircumstances);
}

/** Texts that stand for nothing, of facts about the place. */
export function isBlank(text: string, fact: PlaceFact): boolean {
	return fact !== 'ip' && fact !== 'tokenKind' && isPlaceholder(text);
}

function readCircumstances(record: JsonObject, event: EventDraft): void {
	if (event.token !== undefined) event.tokenKind = 'SSWS';
	if (isHidden(record)) event.proxy = true;
	const { level, reasons, unusual } = judgement(record);
	addDetails(event, {
		reason: fact(asText(readReason(record))),
		transaction: fact(asText(readTransaction(record))),
		job: asText(readTransactionType(record)) === 'JOB' || undefined,
		rootSession: fact(asText(readRootSession(record))),
		zone: fact(asText(readZone(record))),
		uri: asText(readUri(record))?.slice(0, 300),
		threatSuspected: asFlag(readThreat(record)) === true || undefined,
		proxyType: fact(asText(readProxyType(record))),
		...behind(record),
		risk: level?.toUpperCase(),
		riskReasons: reasons?.slice(0, 300),
		behaviors: unusual.length > 0 ? unusual.join(', ').slice(0, 300) : undefined,
	});
	for (const name of unusual) {
		const known = BEHAVIORS.get(name.toLowerCase());
		if (known !== undefined) addDetails(event, { [known]: true });
	}
}

function finishActor(record: JsonObject, event: EventDraft): void {
	const principal = principalOf(record);
	const id = fact(asText(member(principal, 'id')));
	const login = fact(asText(member(principal, 'alternateId') ?? member(principal, 'alternate_id')));
	const vendorType = asText(member(principal, 'type')) ?? 'User';
	// An unknown account: what stands in the login is what somebody typed, now and then a password. Only an address is taken over.
	const typed = id === undefined && vendorType === 'User' && login !== undefined && !isAddress(login);
	const chosen = typed ? undefined : (login ?? id)?.toLowerCase();
	if (chosen === undefined) {
		delete event.actor;
		return;
	}
	const name = id === undefined ? undefined : fact(asText(member(principal, 'displayName')));
	const alias = id?.toLowerCase();
	event.actor = {
		type: actorType(vendorType),
		id: chosen,
		...(name !== undefined && { name }),
		...(isAddress(chosen) && { email: chosen }),
		...(alias !== undefined && alias !== chosen && { aliases: [alias] }),
	};
}

// Okta itself did it for the user who is the actor now; or somebody else held the actor's session.
function behind(record: JsonObject): Readonly<Record<string, string | undefined>> {
	return actedFor(record) === undefined
		? { impersonatedBy: nameOf(originalPrincipal(record)) }
		: { via: nameOf(readActor(record)) };
}

function actorType(vendorType: string): ActorType {
	if (vendorType === 'User') return 'user';
	if (isSystem(vendorType)) return 'system';
	// PublicClientApp is an OAuth service client; agents and workloads act without a person just the same.
	return /app|client|agent|workload|integration/i.test(vendorType) ? 'app' : 'user';
}

function isAddress(text: string): boolean {
	const at = text.indexOf('@');
	return at > 0 && at === text.lastIndexOf('@') && !/\s/.test(text) && text.indexOf('.', at + 2) > 0 && !text.endsWith('.');
}

function isHidden(record: JsonObject): boolean {
	return (
		fact(asText(readProxyType(record))) !== undefined ||
		fact(asText(readAnonymizer(record))) !== undefined ||
		asObjects(readTunnels(record)).some((tunnel) => asFlag(member(tunnel, 'anonymous')) === true) ||
		asObjects(readIpServices(record)).some((service) => asFlag(member(service, 'isAnonymous')) === true)
	);
}

function finishApp(event: EventDraft): void {
	const id = fact(event.app?.id);
	const name = fact(event.app?.name);
	if (id === undefined && name === undefined) delete event.app;
	else event.app = { id: id ?? (name ?? '').toLowerCase(), ...(name !== undefined && { name }) };
}

/** A consent: the scopes stand in debugData, in `detailEntry.scope` of a target, or as the display names of the targets; the app is a target or only named in one. */
export function readGrant(record: JsonObject, event: EventDraft): void {
	const scopes = new Set<string>(event.scopes?.map((scope) => scope.replace(/^\[|\]$/g, '')));
	let client: string | undefined;
	for (const target of targetsOf(record)) {
		const entry = member(target, 'detailEntry');
		for (const scope of asTexts(member(entry, 'scope')) ?? []) scopes.add(scope);
		if (kind(target) === 'ConsentGrant' || kind(target) === 'Scope') {
			const scope = asText(member(target, 'displayName'));
			if (scope !== undefined && !/\s/.test(scope)) scopes.add(scope);
		}
		client ??= fact(asText(member(entry, 'publicclientapp') ?? member(entry, 'publicClientApp')));
	}
	scopes.delete('');
	if (scopes.size > 0) event.scopes = [...scopes];
	const named = targetOf(record, ['PublicClientApp', 'AppInstance']);
	if (named === undefined && client !== undefined) event.app = { id: client.toLowerCase() };
}

/** A role change: the roles stand in debugData (the whole set that the holder has now) or, for role bindings, in a target. */
export function readRole(record: JsonObject, event: EventDraft): void {
	const roles = new Set((asText(readPrivileges(record)) ?? '').split(/,\s*/).filter((role) => role !== ''));
	if (roles.size === 0) {
		const name = asText(member(targetOf(record, ['ROLE', 'Role', 'IAM_ROLE', 'AdminRole']), 'displayName'));
		if (name !== undefined) roles.add(name);
	}
	if (roles.size === 0) return;
	addDetails(event, { role: [...roles].join(', ') });
	// Tier 0 is no administrator's role.
	if ([...roles].some((role) => [1, 2].includes(roleTier(role) ?? 0))) event.privileged = true;
}

/** What an object was before and after, where the record says so. */
export function readChange(record: JsonObject, event: EventDraft): void {
	for (const target of targetsOf(record)) {
		const details = member(target, 'changeDetails');
		if (!isObject(details)) continue;
		addDetails(event, { before: shown(member(details, 'from')), after: shown(member(details, 'to')) });
		return;
	}
}

function shown(value: unknown): string | undefined {
	return value === undefined ? undefined : JSON.stringify(value).slice(0, 500);
}
