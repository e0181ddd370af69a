import type { Target } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import { asObjects, asText, member } from '../../read/fields.ts';
import { fact } from '../placeholder.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
	['User', 'user'],
	['NewUser', 'user'],
	['AppUser', 'app-user'],
	['AppInstance', 'app'],
	['PublicClientApp', 'app'],
	['UserGroup', 'group'],
	['Token', 'token'],
	['PolicyEntity', 'policy'],
	['PolicyRule', 'policy'],
	['Rule', 'policy'],
	['UDDevice', 'device'],
	['Device', 'device'],
	['Role', 'role'],
	['ROLE', 'role'],
]);

// What an operation acts upon is told by its name, because the order of targets is not fixed. First prefix that fits wins.
const PREFERRED: readonly (readonly [prefix: string, types: readonly string[]])[] = [
	['application.user_membership.', ['AppUser', 'User']],
	['application.provision.user.', ['AppUser', 'User']],
	['app.office365.user.', ['AppUser', 'User']],
	['group.', ['UserGroup']],
	['system.api_token.', ['Token']],
	['policy.', ['PolicyEntity', 'PolicyRule', 'Rule']],
	// Whose device it is counts for more than which of the person's devices.
	['device.lifecycle.', ['User', 'UDDevice', 'Device']],
	['device.', ['UDDevice', 'Device']],
	['application.', ['AppInstance', 'PublicClientApp']],
	['app.', ['PublicClientApp', 'AppInstance']],
	['integration.', ['PublicClientApp', 'AppInstance']],
	['user.authentication.sso', ['AppInstance']],
];
const OTHERWISE = ['User', 'NewUser'];

/** The record's targets; none where the member is absent, null or of another kind. Text that holds JSON is read. */
export function targetsOf(record: JsonObject): readonly JsonObject[] {
	return asObjects(member(record, 'target'));
}

/** The first target of one of these kinds, in the order of the kinds. */
export function targetOf(record: JsonObject, types: readonly string[]): JsonObject | undefined {
	const targets = targetsOf(record);
	for (const type of types) {
		const found = targets.find((target) => kind(target) === type);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** What the operation acted upon. Accounts carry their login as id, everything else Okta's id; the account's other id becomes an alias. */
export function mainTarget(record: JsonObject, operation: string): Target | undefined {
	const types = PREFERRED.find(([prefix]) => operation.startsWith(prefix))?.[1] ?? OTHERWISE;
	const target = targetOf(record, types) ?? targetsOf(record)[0];
	if (target === undefined) return undefined;
	const type = TYPES.get(kind(target)) ?? kind(target);
	const id = fact(asText(member(target, 'id')));
	const login = fact(asText(member(target, 'alternateId')));
	const name = fact(asText(member(target, 'displayName')));
	const account = type === 'user' || type === 'app-user';
	const chosen = account ? (login ?? id)?.toLowerCase() : (id ?? login);
	if (chosen === undefined) return name === undefined ? undefined : { type, id: name, name };
	// Other targets have names there that are no ids (`Wiki`): nobody must be joined by them.
	const others = new Set((account ? [id, login] : []).flatMap((text) => text?.toLowerCase() ?? []));
	others.delete(chosen.toLowerCase());
	return { type, id: chosen, ...(name !== undefined && { name }), ...(others.size > 0 && { aliases: [...others] }) };
}

/** Display name of the device acted upon, its id where it has none. */
export function deviceName(record: JsonObject): string | undefined {
	const device = targetOf(record, ['UDDevice', 'Device']);
	return fact(asText(member(device, 'displayName'))) ?? fact(asText(member(device, 'id')));
}

/** A target's vendor type. */
export function kind(target: JsonObject): string {
	return asText(member(target, 'type')) ?? 'object';
}
