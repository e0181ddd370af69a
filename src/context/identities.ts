import type { Person } from '../model/context.ts';
import { Groups } from './groups.ts';

/** Names that logs use where they mean nobody in particular: two records that share one share nothing. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
	'',
	'-',
	'0',
	'unknown',
	'unknown user',
	'(unknown)',
	'not available',
	'n/a',
	'na',
	'none',
	'null',
	'undefined',
	'nobody',
	'anonymous',
	'anonymous user',
	'guest',
	'everyone',
	'system',
	'root',
	'deleted user',
	'ghost',
	'service account',
	'support',
	'00000000-0000-0000-0000-000000000000',
	'app@sharepoint',
	'sharepoint\\system',
	'nt authority\\system',
	's-1-5-18',
	'urn:spo:anon#',
	'urn:spo:guest#',
	'okta system',
	'system@okta.com',
]);
/** Short numbers are ordinals of somebody's own making; different vendors give the same ones to different people. */
const SHORT_NUMBER = /^\d{1,4}$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
/** A platform's own number for somebody, as sources write it: `github:4711`. No console finds anybody by it. */
const PLATFORM_NUMBER = /^[a-z_]+\d*:\d+$/;

interface Solved {
	/** Name → person. */
	readonly persons: ReadonlyMap<string, string>;
	/** Person → all names, the person's own first. */
	readonly names: ReadonlyMap<string, readonly string[]>;
}

/**
 * Joins the names under which one person acts on several platforms: e-mail address, login, GUID, vendor's id. What comes out
 * depends on what was learned, never on the order of learning.
 *
 * A name that two persons (e-mail addresses not themselves joined) claim joins neither. What `people.csv` declares wins over
 * what logs say.
 */
export class Identities {
	/** Every name met → the other names that a record gives for the same actor; both directions. */
	readonly #claims = new Map<string, Set<string>>();
	/** E-mail address → the addresses of actors who also go by it. */
	readonly #claimants = new Map<string, Set<string>>();
	/** Name → the declared user it belongs to. */
	readonly #declared = new Map<string, string>();
	#solved: Solved | undefined;

	/** One record (or many) names its actor `primary` and also gives these other names for it. Any letter case. */
	learn(primary: string, aliases: readonly string[]): void {
		const name = primary.toLowerCase();
		if (isPlaceholder(name)) return;
		entry(this.#claims, name);
		for (const alias of aliases) {
			const other = alias.toLowerCase();
			if (other === name || isPlaceholder(other)) continue;
			entry(this.#claims, name).add(other);
			entry(this.#claims, other).add(name);
			if (EMAIL.test(name) && EMAIL.test(other)) entry(this.#claimants, other).add(name);
		}
		this.#solved = undefined;
	}

	/** A person of `people.csv`: these names are one person's, whatever logs say. */
	declare(person: Pick<Person, 'user' | 'aliases'>): void {
		const user = person.user.toLowerCase();
		for (const name of [user, ...person.aliases]) {
			const key = name.toLowerCase();
			entry(this.#claims, key);
			// Declared twice: the smaller user, not the later one.
			const holder = this.#declared.get(key);
			if (holder === undefined || user < holder) this.#declared.set(key, user);
		}
		this.#solved = undefined;
	}

	/**
	 * The one id of the person behind a name: the declared user, else the e-mail address (the first in code unit order of
	 * several), else the first of all names, a platform's own number only where there is nothing else; the name itself, in lower
	 * case, where nothing was learned of it.
	 */
	personOf(name: string): string {
		const key = name.toLowerCase();
		return this.#solve().persons.get(key) ?? key;
	}

	/** All names of the person behind a name, the person's own id first, the others sorted. */
	namesOf(name: string): readonly string[] {
		const person = this.personOf(name);
		return this.#solve().names.get(person) ?? [person];
	}

	#solve(): Solved {
		this.#solved ??= solve(this.#claims, this.#claimants, this.#declared);
		return this.#solved;
	}
}

/** Whether a name (lower case) stands for nobody in particular and therefore never joins anything. */
export function isPlaceholder(name: string): boolean {
	return PLACEHOLDERS.has(name) || SHORT_NUMBER.test(name);
}

type Claims = ReadonlyMap<string, ReadonlySet<string>>;
type Declared = ReadonlyMap<string, string>;

function solve(claims: Claims, claimants: Claims, declared: Declared): Solved {
	const groups = new Groups();
	for (const [name, user] of declared) groups.join(name, user);
	joinAddresses(groups, claimants, declared);
	const isAnchor = (name: string): boolean => declared.has(name) || EMAIL.test(name);
	const loose = [...claims.keys()].filter((name) => !isAnchor(name)).sort();
	joinLoose(groups, claims, loose, isAnchor);
	return named(groups, claims, declared);
}

// An address joins the one person who goes by it; not if that would make one of two people whom people.csv tells apart.
function joinAddresses(groups: Groups, claimants: Claims, declared: Declared): void {
	const chains = new Groups();
	for (const [name, user] of declared) chains.join(name, user);
	// Joining two claimants may settle who a third address belongs to: those that wait for either are looked at again, which ends the same in any order.
	const open = new Set(claimants.keys());
	const waiting = new Map<string, Set<string>>();
	const next = [...open];
	for (let address = next.pop(); address !== undefined; address = next.pop()) {
		if (!open.has(address)) continue;
		const holders = new Set([...(claimants.get(address) ?? [])].map((holder) => chains.find(holder)));
		const [first, ...others] = holders;
		if (first === undefined) continue;
		if (others.length > 0) {
			for (const holder of holders) entry(waiting, holder).add(address);
			continue;
		}
		open.delete(address);
		const root = chains.find(address);
		if (root === first) continue;
		chains.join(address, first);
		const [one, other] = [entry(waiting, root), entry(waiting, first)];
		waiting.delete(root);
		waiting.delete(first);
		// Who waits for both is in either: the smaller is enough.
		const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
		waiting.set(chains.find(first), more);
		next.push(...fewer);
	}
	const users = new Map<string, Set<string>>();
	for (const user of declared.values()) entry(users, chains.find(user)).add(user);
	for (const [address, holders] of claimants) {
		if (open.has(address) || (users.get(chains.find(address))?.size ?? 0) > 1) continue;
		for (const holder of holders) groups.join(address, holder);
	}
}

// Logins, GUIDs and ids: each cluster of them that leads to one person alone joins that person.
function joinLoose(groups: Groups, claims: Claims, loose: readonly string[], isAnchor: (name: string) => boolean): void {
	const personsOf = (name: string): ReadonlySet<string> => {
		const persons = new Set<string>();
		for (const other of claims.get(name) ?? []) if (isAnchor(other)) persons.add(groups.find(other));
		return persons;
	};
	const direct = new Map(loose.map((name) => [name, personsOf(name)]));
	const clear = loose.filter((name) => (direct.get(name)?.size ?? 0) <= 1);
	const clusters = new Groups();
	for (const name of clear) {
		for (const other of claims.get(name) ?? []) if ((direct.get(other)?.size ?? 2) <= 1) clusters.join(name, other);
	}
	const reached = new Map<string, Set<string>>();
	for (const name of clear) {
		const persons = entry(reached, clusters.find(name));
		for (const person of direct.get(name) ?? []) persons.add(person);
	}
	for (const name of clear) {
		// A chain from one person to another: each end belongs to its own, the chain between them to nobody.
		const torn = (reached.get(clusters.find(name))?.size ?? 0) > 1;
		const [person] = direct.get(name) ?? [];
		if (person !== undefined) groups.join(name, person);
		if (!torn) groups.join(name, clusters.find(name));
	}
}

function named(groups: Groups, claims: Claims, declared: Declared): Solved {
	const members = new Map<string, string[]>();
	for (const name of [...claims.keys()].sort()) {
		const group = groups.find(name);
		const list = members.get(group);
		if (list === undefined) members.set(group, [name]);
		else list.push(name);
	}
	const persons = new Map<string, string>();
	const names = new Map<string, readonly string[]>();
	for (const list of members.values()) {
		const user = list.map((name) => declared.get(name)).find((known) => known !== undefined);
		const person =
			user ?? list.find((name) => EMAIL.test(name)) ?? list.find((name) => !PLATFORM_NUMBER.test(name)) ?? list[0] ?? '';
		for (const name of list) persons.set(name, person);
		names.set(person, [person, ...list.filter((name) => name !== person)]);
	}
	return { persons, names };
}

function entry(sets: Map<string, Set<string>>, key: string): Set<string> {
	const known = sets.get(key);
	if (known !== undefined) return known;
	const made = new Set<string>();
	sets.set(key, made);
	return made;
}
