import type { Actor, NormalisedEvent } from '../model/event.ts';
import { classified, OCSF_ACTIVITIES, OCSF_PRODUCTS, OCSF_VERSION, type OcsfMapping } from './ocsf-classes.ts';
import { escapedJson } from './safe.ts';

/** OCSF demands some objects where a log may say nothing; then they hold this and nothing else. */
const NOT_RECORDED = 'not recorded';

type Part = Readonly<Record<string, unknown>>;

/** One line of `export --format ocsf`, with its line feed. */
export function ocsfLine(event: NormalisedEvent): string {
	return `${escapedJson(JSON.stringify(eventToOcsf(event)))}\n`;
}

/**
 * An event as OCSF 1.5.0: the class and activity of {@link OCSF_ACTIVITIES}, the required members of that class, and everything without
 * a place there under `unmapped`. Times are epoch ms. Members without a value are left out when the result is written as JSON.
 */
export function eventToOcsf(event: NormalisedEvent): Part {
	const mapping = OCSF_ACTIVITIES[event.activity];
	const failed = event.ok === false || (event.ok === undefined && event.activity === 'login.failed');
	return {
		...classified(mapping),
		time: event.time,
		severity_id: 1,
		severity: 'Informational',
		...(event.ok === undefined && !failed
			? { status_id: 0, status: 'Unknown' }
			: failed
				? { status_id: 2, status: 'Failure' }
				: { status_id: 1, status: 'Success' }),
		message: event.operation,
		count: event.items,
		metadata: {
			version: OCSF_VERSION,
			product: OCSF_PRODUCTS[event.platform],
			event_code: event.operation,
			log_name: event.ref.file,
			uid: event.ref.id,
			sequence: event.ref.record,
		},
		...ofClass(event, mapping),
		observables: observables(event, mapping),
		unmapped: unmapped(event, mapping),
	};
}

function ofClass(event: NormalisedEvent, { class: name }: OcsfMapping): Part {
	const { platform, operation, app, target } = event;
	const actor = actorPart(event);
	const endpoint = endpointPart(event);
	const http = event.userAgent === undefined ? undefined : { user_agent: event.userAgent };
	const product = OCSF_PRODUCTS[platform];
	switch (name) {
		case 'authentication':
			return {
				user: userPart(event.actor),
				src_endpoint: endpoint,
				http_request: http,
				session: sessionPart(event),
				service: { name: product.name },
				is_remote: true,
			};
		case 'account':
			return { actor, user: subjectPart(event), src_endpoint: endpoint, http_request: http };
		case 'access':
			return { actor, user: subjectPart(event), privileges: privileges(event), src_endpoint: endpoint, http_request: http };
		case 'entity':
			return { actor, entity: entityPart(event), src_endpoint: endpoint, http_request: http };
		case 'lifecycle':
			return { app: { name: app?.name ?? target?.name ?? app?.id ?? target?.id ?? NOT_RECORDED, uid: app?.id ?? target?.id } };
		case 'file':
			return {
				actor: actor ?? { invoked_by: NOT_RECORDED },
				src_endpoint: endpoint ?? { name: NOT_RECORDED },
				file: filePart(event),
			};
		case 'datastore':
			return {
				actor: actor ?? { invoked_by: NOT_RECORDED },
				src_endpoint: endpoint ?? { name: NOT_RECORDED },
				http_request: http,
				type_id: 2,
				type: 'Databucket',
				databucket: {
					name: target?.name ?? target?.id ?? product.name,
					uid: target?.id,
					type_id: 99,
					type: target?.type ?? 'unknown',
				},
			};
		case 'api':
			return {
				actor: actor ?? { invoked_by: NOT_RECORDED },
				src_endpoint: endpoint ?? { name: NOT_RECORDED },
				http_request: http,
				api: { operation, service: { name: product.name } },
				resources: target === undefined ? undefined : [{ uid: target.id, name: target.name, type: target.type }],
			};
		case 'base':
		case 'finding':
			return {};
	}
}

/** `type_id`: 1 User, 3 System, 99 Other. */
function userPart(actor: Actor | undefined): Part {
	if (actor === undefined) return { name: NOT_RECORDED };
	const type = { user: [1, 'User'], service: [99, 'Service'], app: [99, 'Application'], system: [3, 'System'] }[actor.type];
	return {
		name: actor.id,
		full_name: actor.name,
		email_addr: actor.email,
		uid_alt: actor.aliases?.[0],
		type_id: type[0],
		type: type[1],
	};
}

/** The account that something was done to; where the log names none, the actor's own. For a consent it is the app that gets the privileges. */
function subjectPart(event: NormalisedEvent): Part {
	const { activity, app, target, actor } = event;
	if (activity === 'app.grant' && app !== undefined)
		return { name: app.name ?? app.id, uid: app.id, type_id: 99, type: 'Application' };
	if (target === undefined) return userPart(actor);
	return {
		name: target.name ?? target.id,
		uid: target.id,
		type_id: target.type === 'user' ? 1 : 99,
		type: target.type === 'user' ? 'User' : target.type,
	};
}

function actorPart({ actor, app, session }: NormalisedEvent): Part | undefined {
	if (actor === undefined && app === undefined && session === undefined) return undefined;
	return {
		user: actor === undefined ? undefined : userPart(actor),
		app_name: app?.name,
		app_uid: app?.id,
		session: session === undefined ? undefined : { uid: session },
	};
}

function sessionPart({ session }: NormalisedEvent): Part | undefined {
	return session === undefined ? undefined : { uid: session };
}

function endpointPart({ ip, country, city, asn, asOrg }: NormalisedEvent): Part | undefined {
	if (ip === undefined) return undefined;
	const code = country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined;
	const located = code !== undefined || city !== undefined;
	const numbered = asn !== undefined || asOrg !== undefined;
	return {
		ip,
		location: located ? { country: code, city } : undefined,
		autonomous_system: numbered ? { number: asn, name: asOrg } : undefined,
	};
}

function entityPart({ target, app, operation }: NormalisedEvent): Part {
	if (target !== undefined)
		return { name: target.name ?? target.id, uid: target.id, type_id: target.type === 'user' ? 2 : 99, type: target.type };
	if (app !== undefined) return { name: app.name ?? app.id, uid: app.id, type_id: 99, type: 'app' };
	return { name: operation, type_id: 99, type: 'operation' };
}

/** `type_id`: 1 Regular File, 2 Folder, 99 Other. */
function filePart({ target, bytes }: NormalisedEvent): Part {
	if (target === undefined) return { name: NOT_RECORDED, type_id: 0 };
	const type = target.type === 'file' ? 1 : target.type === 'folder' ? 2 : 99;
	return { name: target.name ?? target.id, uid: target.id, type_id: type, type: target.type, size: bytes };
}

function privileges({ scopes, details }: NormalisedEvent): readonly string[] {
	if (scopes !== undefined && scopes.length > 0) return scopes;
	return typeof details?.['role'] === 'string' ? [details['role']] : [NOT_RECORDED];
}

/** Names point at members of the event; type ids as the schema numbers them. */
function observables(
	{ ip, actor, activity, target }: NormalisedEvent,
	{ class: name }: OcsfMapping,
): readonly Part[] | undefined {
	const found: Part[] = [];
	const bare = name === 'base' || name === 'lifecycle';
	if (ip !== undefined) found.push({ name: bare ? 'unmapped.ip' : 'src_endpoint.ip', type_id: 2, type: 'IP Address', value: ip });
	if (actor !== undefined) {
		const user = bare
			? 'unmapped.actor.id'
			: activity.startsWith('login') || name === 'authentication'
				? 'user.name'
				: 'actor.user.name';
		found.push({ name: user, type_id: 4, type: 'User Name', value: actor.id });
	}
	if (name === 'file' && target !== undefined)
		found.push({ name: 'file.name', type_id: 7, type: 'File Name', value: target.name ?? target.id });
	return found.length === 0 ? undefined : found;
}

function unmapped(event: NormalisedEvent, { class: name }: OcsfMapping): Part {
	const { platform, activity, token, tokenKind, device, privileged, restricted, external, proxy, scopes, details, userAgent } =
		event;
	const common = { platform, activity, token, token_kind: tokenKind, device, privileged, restricted, external, proxy };
	const scoped = name === 'access' ? {} : { scopes };
	const agent = name === 'file' || name === 'lifecycle' || name === 'base' ? { user_agent: userAgent } : {};
	const sorted =
		details === undefined
			? undefined
			: Object.fromEntries(
					Object.keys(details)
						.sort()
						.map((key) => [key, details[key]]),
				);
	if (name !== 'base' && name !== 'lifecycle') return { ...common, ...scoped, ...agent, details: sorted };
	const { actor, app, target, ip, country, city, asn, session, bytes } = event;
	return { ...common, ...scoped, ...agent, actor, app, target, ip, country, city, asn, session, bytes, details: sorted };
}
