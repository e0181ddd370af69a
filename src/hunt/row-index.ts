import type { HeardEvent, Query } from '../analytic.ts';
import { lowerBound } from '../features/lower-bound.ts';
import { ACTIVITIES } from '../model/activity.ts';
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
	readonly #byPerson: Groups;
	readonly #byApp: Groups;
	readonly #byTarget: Groups;
	readonly #byActivity: Groups;
	/** Row → its place by time. */
	readonly #places: Uint32Array;
	readonly #person: (actor: string) => string;

	constructor(ledger: Ledger, people: People, order: Uint32Array) {
		const { rows, texts } = ledger;
		this.#ledger = ledger;
		this.#rows = rows;
		this.#people = people;
		this.#person = (actor) => people.personOf(actor);
		this.#places = new Uint32Array(rows.count);
		for (let place = 0; place < order.length; place += 1) this.#places[order[place] ?? 0] = place;
		this.#personOfActor = new Uint32Array(texts.size);
		for (const row of order) this.#meet(rows.actorId(row));
		this.#byPerson = new Groups(order, this.#persons.size + 1, (row) => this.#personOfActor[rows.actorId(row)] ?? 0);
		this.#byApp = new Groups(order, texts.size, (row) => rows.appId(row));
		this.#byTarget = new Groups(order, texts.size, (row) => rows.targetId(row));
		this.#byActivity = new Groups(order, ACTIVITIES.length + 1, (row) => rows.activityNumber(row));
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

	/** Rows of a person with from <= time < to, by time. */
	ofPerson(person: string, from: number, to: number): readonly number[] {
		return this.#between(this.#byPerson.of(this.#persons.get(person)), from, to);
	}

	/** Rows that match any of the queries, each once, by time. */
	rows(...queries: readonly Query[]): readonly number[] {
		const [first, ...others] = queries;
		if (first === undefined) return [];
		const found = this.#matching(first);
		return others.length === 0 ? found : this.#byTime(new Set([...found, ...others.flatMap((query) => this.#matching(query))]));
	}

	#byTime(rows: Iterable<number>): readonly number[] {
		return [...rows].sort((a, b) => (this.#places[a] ?? 0) - (this.#places[b] ?? 0));
	}

	#matching(query: Query): readonly number[] {
		const rows = this.#rows;
		const { texts } = this.#ledger;
		const lists: Keyed[] = [];
		const add = (groups: Groups, key: number | undefined, keyOf: Keyed['keyOf']) =>
			lists.push({ rows: groups.of(key), key: key ?? 0, keyOf });
		if (query.person !== undefined)
			add(this.#byPerson, this.#persons.get(query.person), (row) => this.#personOfActor[rows.actorId(row)] ?? 0);
		if (query.app !== undefined) add(this.#byApp, texts.find(query.app), (row) => rows.appId(row));
		if (query.target !== undefined) add(this.#byTarget, texts.find(query.target), (row) => rows.targetId(row));
		const [first, ...others] = lists.toSorted((a, b) => a.rows.length - b.rows.length);
		if (first === undefined) return this.#ofActivities(query);
		const wanted = new Uint8Array(ACTIVITIES.length + 1);
		for (const activity of query.activities) wanted[ACTIVITIES.indexOf(activity) + 1] = 1;
		const found: number[] = [];
		const end = this.#firstAt(first.rows, query.to);
		for (let at = this.#firstAt(first.rows, query.from); at < end; at += 1) {
			const row = first.rows[at] ?? 0;
			if (wanted[rows.activityNumber(row)] === 1 && others.every(({ key, keyOf }) => keyOf(row) === key)) found.push(row);
		}
		return found;
	}

	/** Rows of some activities, whoever acted. */
	#ofActivities({ activities, from, to }: Query): readonly number[] {
		const found = [...new Set(activities)].map((activity) =>
			this.#between(this.#byActivity.of(ACTIVITIES.indexOf(activity) + 1), from, to),
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

/** The rows of one key, and what tells whether another row has it too. */
interface Keyed {
	readonly rows: Uint32Array;
	readonly key: number;
	readonly keyOf: (row: number) => number;
}

/** Rows by a key from 1 on, in a given order: one list for all of them, and where each key's begin. */
class Groups {
	readonly #rows: Uint32Array;
	readonly #starts: Uint32Array;

	/** @param keys one more than the largest key */
	constructor(order: Uint32Array, keys: number, keyOf: (row: number) => number) {
		const starts = new Uint32Array(keys + 1);
		for (const row of order) starts[keyOf(row) + 1] = (starts[keyOf(row) + 1] ?? 0) + 1;
		for (let key = 1; key < starts.length; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
		const next = starts.slice();
		this.#rows = new Uint32Array(order.length);
		for (const row of order) {
			const key = keyOf(row);
			this.#rows[next[key] ?? 0] = row;
			next[key] = (next[key] ?? 0) + 1;
		}
		this.#starts = starts;
	}

	/** The rows of a key; none of 0, of none, and of one that came later. */
	of(key: number | undefined): Uint32Array {
		if (key === undefined || key === 0 || key >= this.#starts.length - 1) return NONE;
		return this.#rows.subarray(this.#starts[key], this.#starts[key + 1]);
	}
}
