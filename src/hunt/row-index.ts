import type { HeardEvent, Query } from '../analytic.ts';
import { lowerBound } from '../features/lower-bound.ts';
import type { Activity } from '../model/activity.ts';
import type { Ledger } from './ledger.ts';
import type { People } from './people.ts';

/** So many events are remembered: about 20 MB. */
const MOST_EVENTS = 65_536;

/** The kept rows by person, app, target and activity, each list by time. */
export class RowIndex {
	readonly #ledger: Ledger;
	readonly #people: People;
	readonly #byPerson = new Map<string, number[]>();
	readonly #byApp = new Map<string, number[]>();
	readonly #byTarget = new Map<string, number[]>();
	readonly #byActivity = new Map<Activity, number[]>();
	/** Row → its place by time. */
	readonly #places: Uint32Array;
	/** Judging asks for the same events again and again. */
	readonly #events = new Map<number, HeardEvent>();

	constructor(ledger: Ledger, people: People, order: Uint32Array) {
		this.#ledger = ledger;
		this.#people = people;
		this.#places = new Uint32Array(ledger.rows);
		for (const [place, row] of order.entries()) {
			this.#places[row] = place;
			const actor = ledger.actor(row);
			if (actor !== '') push(this.#byPerson, people.personOf(actor), row);
			push(this.#byApp, ledger.app(row), row);
			push(this.#byTarget, ledger.target(row), row);
			push(this.#byActivity, ledger.activity(row), row);
		}
	}

	/** Rows of a person with from <= time < to, by time. */
	ofPerson(person: string, from: number, to: number): readonly number[] {
		return this.#between(this.#byPerson.get(person) ?? [], from, to);
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
		const { person, app, target } = query;
		const lists = [
			...(person === undefined ? [] : [this.#byPerson.get(person) ?? []]),
			...(app === undefined ? [] : [this.#byApp.get(app) ?? []]),
			...(target === undefined ? [] : [this.#byTarget.get(target) ?? []]),
		];
		if (lists.length === 0) return this.#ofActivities(query);
		const shortest = lists.reduce((a, b) => (b.length < a.length ? b : a));
		const found: number[] = [];
		const end = this.#firstAt(shortest, query.to);
		for (let at = this.#firstAt(shortest, query.from); at < end; at += 1) {
			const row = shortest[at] ?? 0;
			if (query.activities.includes(this.#ledger.activity(row)) && this.#fits(row, query)) found.push(row);
		}
		return found;
	}

	/** Rows of some activities, whoever acted. */
	#ofActivities({ activities, from, to }: Query): readonly number[] {
		const found = [...new Set(activities)].map((activity) => this.#between(this.#byActivity.get(activity) ?? [], from, to));
		return found.length === 1 ? (found[0] ?? []) : this.#byTime(found.flat());
	}

	/** The event of a row, with its person. */
	event(row: number): HeardEvent {
		let event = this.#events.get(row);
		if (event === undefined) {
			event = this.#ledger.event(row, (id) => this.#people.personOf(id));
			if (this.#events.size >= MOST_EVENTS) this.#events.clear();
			this.#events.set(row, event);
		}
		return event;
	}

	#between(rows: readonly number[], from: number, to: number): readonly number[] {
		return rows.slice(this.#firstAt(rows, from), this.#firstAt(rows, to));
	}

	#fits(row: number, query: Query): boolean {
		return (
			(query.person === undefined || this.#people.personOf(this.#ledger.actor(row)) === query.person) &&
			(query.app === undefined || this.#ledger.app(row) === query.app) &&
			(query.target === undefined || this.#ledger.target(row) === query.target)
		);
	}

	/** Index of the first row that is not before a time. */
	#firstAt(rows: readonly number[], time: number): number {
		return lowerBound(rows, time, (row) => this.#ledger.time(row));
	}
}

function push<K>(lists: Map<K, number[]>, key: K | undefined, row: number): void {
	if (key === undefined) return;
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [row]);
	else list.push(row);
}
