import type { HeardEvent, Query } from '../analytic.ts';
import type { Ledger } from './ledger.ts';
import type { People } from './people.ts';

/** So many events are remembered: about 20 MB. */
const MOST_EVENTS = 65_536;

/** The kept rows by person, app and target, each list by time. */
export class RowIndex {
	readonly #ledger: Ledger;
	readonly #people: People;
	readonly #byPerson = new Map<string, number[]>();
	readonly #byApp = new Map<string, number[]>();
	readonly #byTarget = new Map<string, number[]>();
	readonly #all: readonly number[];
	/** Judging asks for the same events again and again. */
	readonly #events = new Map<number, HeardEvent>();

	constructor(ledger: Ledger, people: People, order: Uint32Array) {
		this.#ledger = ledger;
		this.#people = people;
		this.#all = [...order];
		for (const row of order) {
			const actor = ledger.actor(row);
			if (actor !== '') push(this.#byPerson, people.personOf(actor), row);
			push(this.#byApp, ledger.app(row), row);
			push(this.#byTarget, ledger.target(row), row);
		}
	}

	/** Rows of a person with from <= time < to, by time. */
	ofPerson(person: string, from: number, to: number): readonly number[] {
		return this.#between(this.#byPerson.get(person) ?? [], from, to);
	}

	/** Rows that match a query, by time. */
	rows(query: Query): readonly number[] {
		const lists = [
			query.person === undefined ? this.#all : (this.#byPerson.get(query.person) ?? []),
			query.app === undefined ? this.#all : (this.#byApp.get(query.app) ?? []),
			query.target === undefined ? this.#all : (this.#byTarget.get(query.target) ?? []),
		];
		const shortest = lists.reduce((a, b) => (b.length < a.length ? b : a));
		const found: number[] = [];
		const end = this.#firstAt(shortest, query.to);
		for (let at = this.#firstAt(shortest, query.from); at < end; at += 1) {
			const row = shortest[at] ?? 0;
			if (query.activities.includes(this.#ledger.activity(row)) && this.#fits(row, query)) found.push(row);
		}
		return found;
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
		let low = 0;
		let high = rows.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#ledger.time(rows[middle] ?? 0) < time) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

function push(lists: Map<string, number[]>, key: string | undefined, row: number): void {
	if (key === undefined) return;
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [row]);
	else list.push(row);
}
