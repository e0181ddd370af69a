import type { HeardEvent, Query } from '../analytic.ts';
import { lowerBound } from '../features/lower-bound.ts';
import { ACTIVITIES, type Activity } from '../model/activity.ts';
import { HeardRow } from './heard-row.ts';
import type { Ledger } from './ledger.ts';
import type { People } from './people.ts';
import type { Rows } from './rows.ts';

const NONE = new Uint32Array(0);

/** The kept rows by person, app, target and activity, each list by time. */
export class RowIndex {
	readonly #ledger: Ledger;
	readonly #rows: Rows;
	readonly #people: People;
	/** Person → number from 1 on. */
	readonly #persons = new Map<string, number>();
	/** Actor id → number of the person. */
	readonly #personOfActor: Uint32Array;
	readonly #groups = new Map<Key, Group>();
	/** All rows by time, and what each is, as a number from 1 on. */
	readonly #order: Uint32Array;
	readonly #activities: Uint8Array;
	readonly #person: (actor: string) => string;

	constructor(ledger: Ledger, people: People) {
		const { rows } = ledger;
		const order = rows.sorted();
		this.#ledger = ledger;
		this.#rows = rows;
		this.#people = people;
		this.#person = (actor) => people.personOf(actor);
		this.#order = order;
		this.#activities = Uint8Array.from(order, (row) => rows.activityNumber(row));
		let actors = 0;
		for (const row of order) actors = Math.max(actors, rows.actorId(row) + 1);
		this.#personOfActor = new Uint32Array(actors);
		for (const row of order) this.#meet(rows.actorId(row));
	}

	#meet(actorId: number): void {
		if (actorId === 0 || this.#personOfActor[actorId] !== 0) return;
		const person = this.#people.personOf(this.#ledger.texts.text(actorId) ?? '');
		let number = this.#persons.get(person);
		if (number === undefined) {
			number = this.#persons.size + 1;
			this.#persons.set(person, number);
		}
		this.#personOfActor[actorId] = number;
	}

	/** Gives every row of some activities to a listener, by time. */
	each(activities: readonly Activity[], hear: (row: number) => void): void {
		const wanted = wantedOf(activities);
		for (let place = 0; place < this.#order.length; place += 1)
			if (wanted[this.#activities[place] as number] === 1) hear(this.#order[place] as number);
	}

	/** The rows by a key; sorted when first asked for. */
	#by(key: Key): Group {
		let group = this.#groups.get(key);
		if (group === undefined) {
			const rows = this.#rows;
			const { size } = this.#ledger.texts;
			if (key === 'person')
				group = new Group(this.#order, this.#persons.size + 1, (row) => this.#personOfActor[rows.actorId(row)] ?? 0);
			else if (key === 'app') group = new Group(this.#order, size, (row) => rows.appId(row));
			else if (key === 'target') group = new Group(this.#order, size, (row) => rows.targetId(row));
			else group = new Group(this.#order, ACTIVITIES.length + 1, (row) => rows.activityNumber(row));
			this.#groups.set(key, group);
		}
		return group;
	}

	/** Rows of a person with from <= time < to, by time. */
	ofPerson(person: string, from: number, to: number): readonly number[] {
		return this.#between(this.#by('person').of(this.#persons.get(person)), from, to);
	}

	/** Rows that match any of the queries, each once, by time. */
	rows(...queries: readonly Query[]): readonly number[] {
		const [first, ...others] = queries;
		if (first === undefined) return [];
		const found = this.#matching(first);
		return others.length === 0 ? found : this.#byTime(new Set([...found, ...others.flatMap((query) => this.#matching(query))]));
	}

	#byTime(rows: Iterable<number>): readonly number[] {
		return [...rows].sort((a, b) => this.#rows.compare(a, b));
	}

	#matching(query: Query): readonly number[] {
		const rows = this.#rows;
		const { texts } = this.#ledger;
		const lists: Keyed[] = [];
		const add = (by: Key, key: number | undefined) => {
			const group = this.#by(by);
			lists.push({ rows: group.of(key), has: (row) => group.keyOf(row) === key });
		};
		if (query.person !== undefined) add('person', this.#persons.get(query.person));
		if (query.app !== undefined) add('app', texts.find(query.app));
		if (query.target !== undefined) add('target', texts.find(query.target));
		const [first, ...others] = lists.toSorted((a, b) => a.rows.length - b.rows.length);
		if (first === undefined) return this.#ofActivities(query);
		const wanted = wantedOf(query.activities);
		const found: number[] = [];
		const end = this.#firstAt(first.rows, query.to);
		for (let at = this.#firstAt(first.rows, query.from); at < end; at += 1) {
			const row = first.rows[at] ?? 0;
			if (wanted[rows.activityNumber(row)] === 1 && others.every(({ has }) => has(row))) found.push(row);
		}
		return found;
	}

	/** Rows of some activities, whoever acted. */
	#ofActivities({ activities, from, to }: Query): readonly number[] {
		const found = [...new Set(activities)].map((activity) =>
			this.#between(this.#by('activity').of(ACTIVITIES.indexOf(activity) + 1), from, to),
		);
		return found.length === 1 ? (found[0] ?? []) : this.#byTime(found.flat());
	}

	/** The event of a row, with its person. */
	event(row: number): HeardEvent {
		return new HeardRow(this.#rows, row, this.#person);
	}

	#between(rows: Uint32Array, from: number, to: number): readonly number[] {
		return Array.from(rows.subarray(this.#firstAt(rows, from), this.#firstAt(rows, to)));
	}

	/** Index of the first row that is not before a time. */
	#firstAt(rows: Uint32Array, time: number): number {
		return lowerBound(rows, time, (row) => this.#rows.time(row));
	}
}

/** Number of an activity, from 1 on → 1 where it is among these. */
function wantedOf(activities: readonly Activity[]): Uint8Array {
	const wanted = new Uint8Array(ACTIVITIES.length + 1);
	for (const activity of activities) wanted[ACTIVITIES.indexOf(activity) + 1] = 1;
	return wanted;
}

type Key = 'person' | 'app' | 'target' | 'activity';

/** The rows of one key, and what tells whether another row has it too. */
interface Keyed {
	readonly rows: Uint32Array;
	readonly has: (row: number) => boolean;
}

/** Rows by a key from 1 on, in a given order. */
class Group {
	readonly #rows: Uint32Array;
	readonly #keys: number;
	readonly keyOf: (row: number) => number;

	/** @param keys one more than the largest key */
	constructor(order: Uint32Array, keys: number, keyOf: (row: number) => number) {
		const next = new Uint32Array(keys + 1);
		for (const row of order) {
			const after = keyOf(row) + 1;
			next[after] = (next[after] ?? 0) + 1;
		}
		for (let key = 1; key <= keys; key += 1) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
		this.#rows = new Uint32Array(order.length);
		for (const row of order) {
			const key = keyOf(row);
			this.#rows[next[key] ?? 0] = row;
			next[key] = (next[key] ?? 0) + 1;
		}
		this.#keys = keys;
		this.keyOf = keyOf;
	}

	/** The rows of a key; none of 0, of none, and of one that came later. */
	of(key: number | undefined): Uint32Array {
		if (key === undefined || key === 0 || key >= this.#keys) return NONE;
		const from = lowerBound(this.#rows, key, this.keyOf);
		const others = this.#rows.subarray(from);
		return others.subarray(0, lowerBound(others, key + 1, this.keyOf));
	}
}
