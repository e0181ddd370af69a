import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import { asJson, asText, compilePath, compilePaths, member } from '../../read/fields.ts';
import { fact } from '../placeholder.ts';

const readActor = compilePath('actor');
const readActorType = compilePath('actor.type');
const readOperator = compilePaths(['debugContext.debugData.originalPrincipal', 'debugContext.debugData.original_principal']);

/** The principal that Okta names behind the actor (impersonation, support, RADIUS agents, jobs): `{id, type, alternateId}`; undefined where it names none. */
export function originalPrincipal(record: JsonObject): JsonObject | undefined {
	const principal = asJson(readOperator(record));
	return isObject(principal) ? principal : undefined;
}

/** The user for whom the system principal acted, where the record names one: `{id, type, alternateId}`. */
export function actedFor(record: JsonObject): JsonObject | undefined {
	// The actor first: the original principal is another value to look at, and nearly nobody's actor is the system.
	if (!isSystem(asText(readActorType(record)) ?? '')) return undefined;
	const behind = originalPrincipal(record);
	return behind !== undefined && isUser(behind) ? behind : undefined;
}

/** Who acted, as `{id, type, alternateId, displayName}`: the actor, or the user for whom the system principal did it. */
export function principalOf(record: JsonObject): Json | undefined {
	return actedFor(record) ?? readActor(record);
}

/** Whether an actor of this type is Okta itself. */
export function isSystem(vendorType: string): boolean {
	return /system/i.test(vendorType);
}

// Collectors that give each key a column may drop the type: ids of users begin with `00u`.
function isUser(principal: JsonObject): boolean {
	const type = asText(member(principal, 'type'));
	return type === undefined ? asText(member(principal, 'id'))?.startsWith('00u') === true : type === 'User';
}

/** Login of a principal, lower case, its id where it has none. */
export function nameOf(principal: Json | undefined): string | undefined {
	return (
		fact(asText(member(principal, 'alternateId') ?? member(principal, 'alternate_id'))) ?? fact(asText(member(principal, 'id')))
	)?.toLowerCase();
}
