import type { JsonObject } from '../../model/json.ts';
import { asObjects, asText, member } from '../../read/fields.ts';
import { type DirectoryReader, type DirectoryTarget, type DirectoryView, remembering } from '../microsoft/directory.ts';
import { addChanges, isGuid, isPuid, isUpn, named, type PropertyChange } from '../microsoft/values.ts';
import { detailsOf } from './client.ts';

/** Words with which `Actor` and `Target` say what kind of object an id is. */
const KINDS: ReadonlySet<string> = new Set([
	'user',
	'serviceprincipal',
	'application',
	'group',
	'role',
	'policy',
	'device',
	'other',
	'directoryrole',
	'administrativeunit',
]);

/** An `Actor` or `Target` list sorted out: the log puts the ids of one object side by side, in an order that changes. */
interface Mentioned {
	kind: string;
	objectId?: string;
	upn?: string;
	puid?: string;
	name?: string;
	appId?: string;
}

/** Reads a directory record (record type 8) of the unified audit log. */
export const readDirectory: DirectoryReader = remembering(read);

function read(record: JsonObject): DirectoryView {
	const changes = new Map<string, PropertyChange>();
	addChanges(changes, asObjects(member(record, 'ModifiedProperties')), { name: 'Name', before: 'OldValue', after: 'NewValue' });
	const actors = asObjects(member(record, 'Actor'));
	const actor = mentioned(actors);
	const ids = [actor.objectId, actor.upn, actor.puid, actor.appId, named(member(record, 'UserId'))];
	const details = new Map(
		detailsOf(record).map((entry) => [(asText(member(entry, 'Name')) ?? '').toLowerCase(), asText(member(entry, 'Value')) ?? '']),
	);
	return {
		changes,
		targets: targetsOf(record, details),
		details,
		actorIds: new Set(ids.filter((id) => id !== undefined).map((id) => id.toLowerCase())),
		actorNames: actors.map((entry) => asText(member(entry, 'ID'))).filter((text) => text !== undefined),
	};
}

function targetsOf(record: JsonObject, details: ReadonlyMap<string, string>): readonly DirectoryTarget[] {
	const found = mentioned(asObjects(member(record, 'Target')));
	const object = named(member(record, 'ObjectId'));
	if (object !== undefined && !object.includes(';')) {
		if (isUpn(object)) found.upn ??= object;
		else if (found.objectId === undefined && isGuid(object) && found.appId !== object) found.objectId = object;
		else if (!isGuid(object)) found.name ??= object;
	}
	// Of some changes of an application only the additional details have the client id.
	const client = details.get('appid')?.toLowerCase();
	if ((found.kind === 'application' || found.kind === 'serviceprincipal') && client !== undefined && isGuid(client))
		if (client !== found.objectId) found.appId ??= client;
	if (found.kind === '' && found.upn !== undefined) found.kind = 'user';
	const { kind, objectId, upn, puid, name, appId } = found;
	if ([objectId, upn, puid, name, appId].every((fact) => fact === undefined)) return [];
	return [
		{
			type: kind,
			...(objectId !== undefined && { id: objectId }),
			...(upn !== undefined && { upn }),
			...(puid !== undefined && { puid }),
			...(name !== undefined && { name }),
			...(appId !== undefined && { appId }),
		},
	];
}

/** The user of the record's application, where the directory says through which application somebody acted. */
export function actingApp(record: JsonObject): { readonly id: string; readonly name?: string } | undefined {
	const { kind, appId, name } = mentioned(asObjects(member(record, 'Actor')));
	if (appId === undefined || kind === 'serviceprincipal') return undefined;
	return { id: appId.toLowerCase(), ...(name !== undefined && { name }) };
}

function mentioned(entries: readonly JsonObject[]): Mentioned {
	const found: Mentioned = { kind: '' };
	const loose: string[] = [];
	for (const entry of entries) {
		const text = asText(member(entry, 'ID'));
		if (text === undefined) continue;
		const type = asText(member(entry, 'Type'));
		const lower = text.toLowerCase();
		const line = lower.indexOf('_');
		if (line > 0 && KINDS.has(lower.slice(0, line)) && isGuid(lower.slice(line + 1))) {
			found.kind = lower.slice(0, line);
			found.objectId ??= lower.slice(line + 1);
		} else if (KINDS.has(lower) && type !== '1') found.kind ||= lower;
		else if (type === '1') found.name ??= text;
		else if (isGuid(lower)) loose.push(lower);
		else if (type === '3' || isPuid(lower)) found.puid ??= lower;
		else if (type === '5' || isUpn(text)) found.upn ??= text;
	}
	for (const id of loose) if (id !== found.objectId) found.appId ??= id;
	if (found.objectId === undefined && found.kind === 'user' && found.appId !== undefined) {
		found.objectId = found.appId;
		delete found.appId;
	}
	return found;
}
