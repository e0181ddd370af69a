import type { NormalisedEvent } from '../model/event.ts';
import { escapedJson } from './safe.ts';

/**
 * One line of `export --format ndjson`, with its line feed: the members of the contract in their order, further facts after them, absent
 * facts left out, `time` ISO 8601 with Z, `activity` always there.
 */
export function eventLine(event: NormalisedEvent): string {
	const { actor, app, target, ref } = event;
	const line = {
		time: isoTime(event.time),
		platform: event.platform,
		activity: event.activity,
		operation: event.operation,
		actor: actor && { type: actor.type, id: actor.id, name: actor.name, email: actor.email, aliases: actor.aliases },
		app: app && { id: app.id, name: app.name },
		target: target && { type: target.type, id: target.id, name: target.name, aliases: target.aliases },
		scopes: event.scopes,
		ip: event.ip,
		userAgent: event.userAgent,
		country: event.country,
		session: event.session,
		ok: event.ok,
		items: event.items,
		ref: { file: ref.file, record: ref.record, id: ref.id },
		city: event.city,
		asn: event.asn,
		asOrg: event.asOrg,
		proxy: event.proxy,
		token: event.token,
		tokenKind: event.tokenKind,
		device: event.device,
		privileged: event.privileged,
		restricted: event.restricted,
		external: event.external,
		bytes: event.bytes,
		details: event.details && sorted(event.details),
	};
	return `${escapedJson(JSON.stringify(line))}\n`;
}

/** Epoch ms as ISO 8601 with Z; a time beyond what dates can hold as the nearest that they can. */
export function isoTime(time: number): string {
	const limit = 8.64e15;
	return new Date(Number.isNaN(time) ? 0 : Math.max(-limit, Math.min(limit, time))).toISOString();
}

/** Facts by name: sources may have found them in another order. */
function sorted(details: NonNullable<NormalisedEvent['details']>): Readonly<Record<string, string | number | boolean>> {
	const names = Object.keys(details).sort();
	return Object.fromEntries(names.map((name) => [name, details[name] ?? '']));
}
