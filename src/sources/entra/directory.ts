import type { JsonObject } from '../../model/json.ts';
import { asObjects, asText, compilePath, member } from '../../read/fields.ts';
import { type DirectoryReader, type DirectoryTarget, type DirectoryView, remembering } from '../microsoft/directory.ts';
import { addChanges, isGuid, named, type PropertyChange, scalar } from '../microsoft/values.ts';

const readUser = compilePath('initiatedBy.user');
const readApp = compilePath('initiatedBy.app');
const CHANGE = { name: 'displayName', before: 'oldValue', after: 'newValue' } as const;

/** Reads a `directoryAudit` object. */
export const readDirectory: DirectoryReader = remembering(read);

function read(record: JsonObject): DirectoryView {
	const changes = new Map<string, PropertyChange>();
	const resources = asObjects(member(record, 'targetResources'));
	for (const resource of resources) addChanges(changes, asObjects(member(resource, 'modifiedProperties')), CHANGE);
	const details = new Map<string, string>();
	for (const entry of asObjects(member(record, 'additionalDetails'))) {
		const key = asText(member(entry, 'key'));
		const value = asText(member(entry, 'value'));
		if (key !== undefined && value !== undefined) details.set(key.toLowerCase(), value);
	}
	const user = readUser(record);
	const app = readApp(record);
	const ids = [
		member(user, 'userPrincipalName'),
		member(user, 'id'),
		member(app, 'appId'),
		member(app, 'servicePrincipalId'),
	].map(named);
	return {
		changes,
		targets: resources.map((resource) => targetOf(resource, changes, details)),
		details,
		actorIds: new Set(ids.filter((id) => id !== undefined).map((id) => id.toLowerCase())),
		actorNames: [named(member(user, 'displayName')), named(member(app, 'displayName'))].filter((name) => name !== undefined),
	};
}

function targetOf(
	resource: JsonObject,
	changes: ReadonlyMap<string, PropertyChange>,
	details: ReadonlyMap<string, string>,
): DirectoryTarget {
	const type = (asText(member(resource, 'type') ?? member(resource, 'Type')) ?? '').toLowerCase().replaceAll(' ', '');
	const id = named(member(resource, 'id'));
	const upn =
		named(member(resource, 'userPrincipalName')) ??
		(type === 'user' ? scalar(changes.get('userprincipalname')?.after ?? changes.get('userprincipalname')?.before) : undefined);
	const name = named(member(resource, 'displayName'));
	const appId = type === 'serviceprincipal' || type === 'application' ? clientId(changes, details, id) : undefined;
	return {
		type,
		...(id !== undefined && { id }),
		...(upn !== undefined && { upn }),
		...(name !== undefined && { name }),
		...(appId !== undefined && { appId }),
	};
}

/** The client id stands beside the target: among its names, its changes, or the additional details. */
function clientId(
	changes: ReadonlyMap<string, PropertyChange>,
	details: ReadonlyMap<string, string>,
	objectId: string | undefined,
): string | undefined {
	const names = scalar(changes.get('targetid.serviceprincipalnames')?.after)?.split(/[;,]/) ?? [];
	const found = [scalar(changes.get('appid')?.after), ...names, details.get('appid')];
	return found.map((id) => id?.trim()).find((id) => id !== undefined && isGuid(id) && id !== objectId);
}
