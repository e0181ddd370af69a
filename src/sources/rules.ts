import type { Activity } from '../model/activity.ts';
import type { Actor, EventDraft, Target } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { ActivityRule, ActivityTable, Condition } from '../model/source.ts';
import { once } from './once.ts';

/** Several operations that mean the same, as entries of an activity table: `each('file.read', ['PREVIEW', 'ITEM_OPEN'])`. */
export function each(
	entry: Activity | ActivityRule | readonly ActivityRule[],
	operations: readonly string[],
): Readonly<Record<string, Activity | ActivityRule | readonly ActivityRule[]>> {
	return Object.fromEntries(operations.map((operation) => [operation, entry]));
}

/**
 * Joins parts of an activity table when it is first asked for.
 * @throws TypeError then, where two parts name the same operation: a mistake in a declaration that would otherwise stay silent.
 */
export function joinTables(...tables: readonly (ActivityTable | (() => ActivityTable))[]): () => ActivityTable {
	return once(() => {
		const joined: Record<string, ActivityTable[string]> = {};
		for (const table of tables) {
			for (const [operation, entry] of Object.entries(typeof table === 'function' ? table() : table)) {
				if (Object.hasOwn(joined, operation)) throw new TypeError(`two rules for ${operation}`);
				joined[operation] = entry;
			}
		}
		return joined;
	});
}

/** A condition with the words that describe it. */
export function when(text: string, test: (record: JsonObject) => boolean): Condition {
	return { text, test };
}

/** Adds facts to an event's details; an undefined fact is left out, a fact that is there already is replaced. */
export function addDetails(event: EventDraft, facts: Readonly<Record<string, string | number | boolean | undefined>>): void {
	let details: Record<string, string | number | boolean> | undefined;
	for (const name in facts) {
		const value = facts[name];
		if (value === undefined) continue;
		details ??= { ...event.details };
		details[name] = value;
	}
	if (details !== undefined) event.details = details;
}

/** A target that is a person: id in lower case; undefined where there is no id. Aliases that repeat the id are left out. */
export function userTarget(
	id: string | undefined,
	name?: string,
	aliases: readonly (string | undefined)[] = [],
): Target | undefined {
	if (id === undefined) return undefined;
	const lower = id.toLowerCase();
	const others = distinct(aliases).filter((alias) => alias !== lower);
	return { type: 'user', id: lower, ...(name !== undefined && { name }), ...(others.length > 0 && { aliases: others }) };
}

/** Makes the person acted upon the one who acts: of a lock, whoever tried to sign in. No effect where no person is acted upon. */
export function actAsTarget(event: EventDraft): void {
	if (event.target?.type !== 'user') return;
	const { id, name, aliases } = event.target;
	event.actor = {
		...{ type: 'user', id },
		...(name !== undefined && { name }),
		...(id.includes('@') && { email: id }),
		...(aliases !== undefined && { aliases }),
	};
}

/** Adds other ids of the same actor, lower case, each once and never the id itself. No effect without an actor. */
export function addAliases(event: EventDraft, aliases: readonly (string | undefined)[]): void {
	const { actor } = event;
	if (actor === undefined) return;
	let known = met.get(actor.id);
	if (known === undefined || !isSame(known.before, actor) || !isSameList(known.aliases, aliases)) {
		const all = distinct([...(actor.aliases ?? []), ...aliases]).filter((alias) => alias !== actor.id);
		known = { before: actor, aliases, after: all.length > 0 ? { ...actor, aliases: all } : actor };
		if (met.size >= MOST_MET) met.clear();
		met.set(actor.id, known);
	}
	event.actor = known.after;
}

/** Actors repeat from record to record: so many are remembered, as they were met last. */
const MOST_MET = 16_384;
const met = new Map<
	string,
	{ readonly before: Actor; readonly aliases: readonly (string | undefined)[]; readonly after: Actor }
>();

function isSame(a: Actor, b: Actor): boolean {
	return a.type === b.type && a.name === b.name && a.email === b.email && isSameList(a.aliases ?? NONE, b.aliases ?? NONE);
}

const NONE: readonly string[] = [];

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((one, index) => one === b[index]);
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
	return [...new Set(texts.filter((text) => text !== undefined).map((text) => text.toLowerCase()))];
}
