import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import { versionOf } from '../../read/fields.ts';
import { addDetails } from '../rules.ts';
import { describeApp } from './apps.ts';
import type { PropertyChange } from './values.ts';

/** An object of the directory that an operation touched. */
export interface DirectoryTarget {
	/** Lower case: user, serviceprincipal, application, role, group, policy, device …; '' where the log does not say. */
	readonly type: string;
	/** Object id. */
	readonly id?: string;
	readonly upn?: string;
	readonly name?: string;
	/** Client id of an application. */
	readonly appId?: string;
	readonly puid?: string;
}

/** What a directory operation says, whichever of Microsoft's two record families tells it. */
export interface DirectoryView {
	/** By `propertyKey`. */
	readonly changes: ReadonlyMap<string, PropertyChange>;
	readonly targets: readonly DirectoryTarget[];
	/** `additionalDetails`, names in lower case. */
	readonly details: ReadonlyMap<string, string>;
	/** All ids of who did it, lower case; empty where the log does not say. */
	readonly actorIds: ReadonlySet<string>;
	/** Names of who did it, as written. */
	readonly actorNames: readonly string[];
}

/** Reads a record of one family. */
export type DirectoryReader = (record: JsonObject) => DirectoryView;

/** Remembers the view of a record, so that the conditions and the reader of one operation parse it once. */
export function remembering(read: DirectoryReader): DirectoryReader {
	const views = new WeakMap<JsonObject, { readonly version: number; readonly view: DirectoryView }>();
	return (record) => {
		const version = versionOf(record);
		let known = views.get(record);
		if (known?.version !== version) {
			known = { version, view: read(record) };
			views.set(record, known);
		}
		return known.view;
	};
}

/** The person that was acted upon: the first target that is a user, else the first with a sign-in name. */
export function targetUser(view: DirectoryView): DirectoryTarget | undefined {
	return view.targets.find((target) => target.type === 'user') ?? view.targets.find((target) => target.upn !== undefined);
}

/** The application that was acted upon. */
export function targetApp(view: DirectoryView): DirectoryTarget | undefined {
	return view.targets.find((target) => target.type === 'serviceprincipal' || target.type === 'application');
}

/** Whether somebody did this to somebody else. Where either side is unknown it counts as somebody else. */
export function byOther(view: DirectoryView): boolean {
	const target = targetUser(view);
	if (target === undefined) return true;
	return ![target.id, target.upn, target.puid].some((id) => id !== undefined && view.actorIds.has(id.toLowerCase()));
}

/** Whether Microsoft itself set up one of its own applications in the tenant when it was first used. */
export function isJustInTime(view: DirectoryView): boolean {
	return view.actorNames.some((name) => name.toLowerCase().endsWith('jit provisioning'));
}

/**
 * Makes the person the event's target. A deleted account's sign-in name has its object id in front: the name is given back as it was.
 */
export function setUserTarget(event: EventDraft, target: DirectoryTarget | undefined): void {
	if (target === undefined) return;
	const upn = target.upn === undefined ? undefined : originalUpn(target.upn.toLowerCase(), target.id);
	const id = upn ?? target.id?.toLowerCase() ?? target.name;
	if (id === undefined) return;
	const aliases = [target.id, target.puid, target.upn].filter((alias) => alias !== undefined).map((alias) => alias.toLowerCase());
	const others = [...new Set(aliases)].filter((alias) => alias !== id);
	const { name } = target;
	event.target = {
		type: 'user',
		id,
		...(name !== undefined && name !== id && { name }),
		...(others.length > 0 && { aliases: others }),
	};
}

/**
 * Makes an application the event's application and target. The client id names it where the log has one, else the object id.
 * The application through which somebody acted moves to `details.via`.
 */
export function setApp(event: EventDraft, app: DirectoryTarget | undefined): void {
	const id = (app?.appId ?? app?.id)?.toLowerCase() ?? app?.name?.toLowerCase();
	if (app === undefined || id === undefined) return;
	const name = app.name === undefined ? {} : { name: app.name };
	const objectId = app.id?.toLowerCase();
	const via = event.app;
	event.app = { id, ...name };
	describeApp(event);
	if (via !== undefined && via.id !== id) addDetails(event, { via: via.name ?? via.id });
	event.target = { type: 'app', id, ...name, ...(objectId !== undefined && objectId !== id && { aliases: [objectId] }) };
}

/** Makes any other object of the directory the event's target. */
export function setObjectTarget(event: EventDraft, target: DirectoryTarget | undefined): void {
	if (target === undefined) return;
	if (target.type === 'user') {
		setUserTarget(event, target);
		return;
	}
	const id = target.id ?? target.name;
	if (id === undefined) return;
	const name = target.name === undefined || target.name === id ? {} : { name: target.name };
	event.target = { type: target.type === 'serviceprincipal' ? 'app' : target.type === '' ? 'object' : target.type, id, ...name };
}

function originalUpn(upn: string, id: string | undefined): string {
	const prefix = id?.toLowerCase().replaceAll('-', '');
	return prefix !== undefined && prefix.length === 32 && upn.startsWith(prefix) && isRest(upn.slice(32)) ? upn.slice(32) : upn;
}

function isRest(text: string): boolean {
	return text.indexOf('@') > 0;
}
