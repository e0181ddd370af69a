import { emptyContext } from '../context/empty.ts';
import type { NormalisedEvent } from '../model/event.ts';
import { SOURCES } from '../sources/index.ts';
import { Ledger } from './ledger.ts';
import { People } from './people.ts';
import { readEvidence } from './read-evidence.ts';
import type { EvidenceRequest } from './request.ts';

/** Distinct names of one kind that are remembered, for telling which are like one that is not there. */
const MOST_NAMES = 200_000;

/** Which kind of thing a name is looked up as. */
export type NameKind = 'actor' | 'app' | 'target' | 'address' | 'session' | 'token';

/** A person behind a name that somebody typed. */
export interface PersonMet {
	/** The person's own id. */
	readonly id: string;
	/** All names, the id first. */
	readonly names: readonly string[];
}

/** The names of a whole body of evidence: who is who can only be told once all of it was read. */
export class NamesMet {
	readonly #ledger: Ledger;
	readonly #people: People;
	readonly #known: ReadonlyMap<NameKind, ReadonlySet<string>>;

	constructor(ledger: Ledger, people: People, known: ReadonlyMap<NameKind, ReadonlySet<string>>) {
		this.#ledger = ledger;
		this.#people = people;
		this.#known = known;
	}

	/** The people whom a text names: by any of their ids and addresses, else by display name (several may share one). Sorted by id. */
	people(text: string): readonly PersonMet[] {
		const wanted = text.toLowerCase();
		const isId = this.#ledger.profiles.has(wanted) || this.#people.namesOf(this.#people.personOf(wanted)).length > 1;
		const titled = isId ? [] : [...this.#ledger.names].filter(([, name]) => name.toLowerCase() === wanted).map(([id]) => id);
		const ids = titled.length > 0 ? titled : this.#known.get('actor')?.has(wanted) === true || isId ? [wanted] : [];
		const persons = new Set(ids.map((id) => this.#people.personOf(id)));
		return [...persons].toSorted().map((id) => ({ id, names: this.#people.namesOf(id) }));
	}

	/** The one id of the person behind an id that a log used. */
	personOf(id: string): string {
		return this.#people.personOf(id);
	}

	/** Ids of the applications that go by a name or id, and their names: lower case. */
	apps(text: string): ReadonlySet<string> {
		const wanted = text.toLowerCase();
		const names = new Set([wanted]);
		for (const [id, name] of this.#ledger.appNames) if (name.toLowerCase() === wanted) names.add(id.toLowerCase());
		// A directory has a number of its own for an application: some records name it by that alone.
		for (const [id, others] of this.#ledger.otherAppIds) {
			const one = [id, ...others].map((name) => name.toLowerCase());
			if (one.some((name) => names.has(name))) for (const name of one) names.add(name);
		}
		return names;
	}

	/** Every name of a kind that was met, lower case, sorted; display names of people and applications too. */
	all(kind: NameKind): readonly string[] {
		return [...(this.#known.get(kind) ?? [])].toSorted();
	}
}

/**
 * Reads all evidence once and learns its names only.
 * @throws EvidenceError when the evidence cannot be used
 */
export async function namesMet(request: EvidenceRequest): Promise<NamesMet> {
	const ledger = new Ledger([]);
	const known = new Map<NameKind, Set<string>>();
	await readEvidence(request, SOURCES, (event, place, tie) => {
		ledger.hear(event, place, tie);
		noteNames(event, known);
	});
	ledger.settle();
	return new NamesMet(ledger, new People(ledger, request.context ?? emptyContext()), known);
}

function noteNames({ actor, app, target, ip, session, token }: NormalisedEvent, known: Map<NameKind, Set<string>>): void {
	if (actor !== undefined) {
		for (const name of [actor.id, actor.email, actor.name, ...(actor.aliases ?? [])]) note(known, 'actor', name);
	}
	note(known, 'app', app?.id);
	note(known, 'app', app?.name);
	note(known, 'target', target?.id);
	note(known, 'target', target?.name);
	note(known, 'address', ip);
	note(known, 'session', session);
	note(known, 'token', token);
}

function note(known: Map<NameKind, Set<string>>, kind: NameKind, name: string | undefined): void {
	if (name === undefined) return;
	let names = known.get(kind);
	if (names === undefined) {
		names = new Set();
		known.set(kind, names);
	}
	if (names.size < MOST_NAMES) names.add(name.toLowerCase());
}
