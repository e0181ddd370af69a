import { Identities } from '../context/identities.ts';
import type { Context, Person } from '../model/context.ts';
import type { Ledger } from './ledger.ts';
import { Profile } from './profile.ts';

/** Everybody who acted, with all names of one person joined. */
export class People {
	readonly #identities: Identities;
	readonly #context: Context;
	readonly #profiles = new Map<string, Profile>();
	/** People of several names, whose profile is therefore one of our own and not the ledger's. */
	readonly #joined = new Set<string>();
	readonly #firstDays = new Map<string, number>();
	readonly #cache = new Map<string, string>();
	readonly #declared = new Map<string, Person | undefined>();

	constructor(ledger: Ledger, context: Context) {
		this.#context = context;
		this.#identities = new Identities();
		for (const person of context.people) this.#identities.declare(person);
		for (const id of ledger.profiles.keys()) this.#identities.learn(id, []);
		for (const [id, aliases] of ledger.aliases) this.#identities.learn(id, [...aliases]);
		for (const [id, profile] of ledger.profiles) this.#join(this.personOf(id), profile);
		for (const [id, profile] of this.#profiles) this.#firstDays.set(id, Math.min(...profile.hours.keys()));
	}

	/** The person behind a name that a log used; the name itself where nothing more is known. */
	personOf(name: string): string {
		const known = this.#cache.get(name);
		if (known !== undefined) return known;
		const person = this.#identities.personOf(name.toLowerCase());
		this.#cache.set(name, person);
		return person;
	}

	/** All names of a person, the person's own first. */
	namesOf(person: string): readonly string[] {
		const names = this.#identities.namesOf(person);
		return names.length === 0 ? [person] : names;
	}

	/** What `people.csv` says of a person under any name. */
	declared(person: string): Person | undefined {
		if (this.#declared.has(person)) return this.#declared.get(person);
		let found = this.#context.person(person);
		for (const name of this.namesOf(person)) found ??= this.#context.person(name);
		this.#declared.set(person, found);
		return found;
	}

	profile(person: string): Profile | undefined {
		return this.#profiles.get(person);
	}

	/** First day on which the person was seen anywhere; undefined for somebody who never acted. */
	firstDay(person: string): number | undefined {
		return this.#firstDays.get(person);
	}

	/** All people, sorted by id. */
	get all(): readonly string[] {
		return [...this.#profiles.keys()].toSorted();
	}

	#join(person: string, profile: Profile): void {
		const known = this.#profiles.get(person);
		if (known === undefined) {
			this.#profiles.set(person, profile);
			return;
		}
		if (this.#joined.has(person)) {
			known.merge(profile);
			return;
		}
		const own = new Profile();
		own.merge(known);
		own.merge(profile);
		this.#profiles.set(person, own);
		this.#joined.add(person);
	}
}
