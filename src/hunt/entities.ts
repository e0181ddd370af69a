import type { Series } from '../analytic.ts';
import { lowerBound } from '../features/lower-bound.ts';
import type { Activity } from '../model/activity.ts';
import type { PlatformId } from '../model/platform.ts';
import { Column } from './columns.ts';
import { HeardRow } from './heard-row.ts';
import type { Ledger } from './ledger.ts';
import type { People } from './people.ts';
import { DAY, dayOf } from './profile.ts';
import type { RowIndex } from './row-index.ts';

/** One subject of a series with all its events, by time. */
export interface Entity {
	readonly key: string;
	/** First part of the key. */
	readonly person: string;
	readonly platforms: readonly PlatformId[];
	/** Ledger rows. */
	readonly rows: Uint32Array;
	readonly times: Float64Array;
	/** What each event adds to the history: its weight, or 1 for the first time its distinct value is met on a day. */
	readonly weights: Float64Array;
	/** Distinct values as numbers of the dictionary (0: none), where the series counts them. */
	readonly values: Uint32Array | undefined;
	/** Of all events of the subject. */
	readonly history: History;
	/** All events of the subject, where these are but some of them. */
	readonly whole?: Entity;
}

/** Some of a subject's events: what is usual for it stays that of all. @param indices ascending */
export function partOf(entity: Entity, indices: readonly number[]): Entity {
	return {
		...entity,
		rows: Uint32Array.from(indices, (index) => entity.rows[index] ?? 0),
		times: Float64Array.from(indices, (index) => entity.times[index] ?? 0),
		weights: Float64Array.from(indices, (index) => entity.weights[index] ?? 0),
		values: entity.values === undefined ? undefined : Uint32Array.from(indices, (index) => entity.values?.[index] ?? 0),
		whole: entity,
	};
}

/** A subject's sums by day, ready for any day. */
export class History {
	/** Days with events, ascending. */
	readonly days: readonly number[];
	readonly #sums: readonly number[];
	readonly #lengths: readonly number[];
	/** For each length the sums of squared bucket weights up to each day, one length behind the other. */
	readonly #squares: readonly number[];

	constructor(times: Float64Array, weights: Float64Array, lengths: readonly number[]) {
		const days: number[] = [];
		const sums: number[] = [];
		for (let index = 0; index < times.length; index += 1) {
			const day = dayOf(times[index] ?? 0);
			if (days.at(-1) !== day) {
				days.push(day);
				sums.push(sums.at(-1) ?? 0);
			}
			sums[sums.length - 1] = (sums.at(-1) ?? 0) + (weights[index] ?? 0);
		}
		this.days = days;
		this.#sums = sums;
		this.#lengths = lengths;
		this.#squares = lengths.flatMap((length) => squaresByDay(times, weights, length, days));
	}

	/** Weight on days d with from <= d < before. */
	weight(from: number, before: number): number {
		return cumulated(this.#sums, this.days, before) - cumulated(this.#sums, this.days, from);
	}

	/** Sum of the squared weights of buckets of a length that end before a day. */
	squares(length: number, from: number, before: number): number {
		const at = this.#lengths.indexOf(length) * this.days.length;
		return at < 0 ? 0 : cumulated(this.#squares, this.days, before, at) - cumulated(this.#squares, this.days, from, at);
	}
}

/** @param at index of the sum of the first day */
function cumulated(sums: readonly number[], days: readonly number[], before: number, at = 0): number {
	const index = lowerBound(days, before);
	return index === 0 ? 0 : (sums[at + index - 1] ?? 0);
}

// A bucket longer than a day is booked on the last of its days that has events.
function squaresByDay(times: Float64Array, weights: Float64Array, length: number, days: readonly number[]): readonly number[] {
	const squares = new Array<number>(days.length).fill(0);
	let bucket = Number.NaN;
	let sum = 0;
	let at = 0;
	for (let index = 0; index <= times.length; index += 1) {
		const time = times[index];
		const own = time === undefined ? Number.NaN : Math.floor(time / length);
		if (own !== bucket) {
			squares[at] = (squares[at] ?? 0) + sum * sum;
			sum = 0;
			bucket = own;
		}
		if (time === undefined) break;
		while ((days[at] ?? 0) < dayOf(time)) at += 1;
		sum += weights[index] ?? 0;
	}
	let total = 0;
	return squares.map((square) => {
		total += square;
		return total;
	});
}

/** Sorts the kept events of a series by subject; `hears`: of these activities only. Entities come ordered by key. */
export function collectEntities(
	series: Series,
	ledger: Ledger,
	people: People,
	{
		rows,
		lengths,
		hears,
	}: { readonly rows: RowIndex; readonly lengths: readonly number[]; readonly hears?: readonly Activity[] },
): readonly Entity[] {
	const subjects = new Map<string, Subject>();
	const heard: Heard = { rows: new Column(), subjects: new Column(), weights: new Column(), values: new Column() };
	const person = (id: string) => people.personOf(id);
	rows.each(hears ?? series.hears, (row) => {
		if (ledger.rows.failed(row)) return;
		const event = new HeardRow(ledger.rows, row, person);
		if (series.only !== undefined && event.details[series.only.fact] !== true) return;
		const key = series.subject(event, person);
		if (key === undefined) return;
		let subject = subjects.get(key);
		if (subject === undefined) {
			subject = { number: subjects.size, events: 0, platforms: new Set() };
			subjects.set(key, subject);
		}
		subject.events += 1;
		subject.platforms.add(event.platform);
		heard.rows.push(row);
		heard.subjects.push(subject.number);
		if (series.distinct === undefined) {
			heard.weights.push(series.weight?.(event) ?? event.items);
			return;
		}
		const value = series.distinct(event);
		heard.values.push(ledger.texts.id(value !== undefined && series.distinctPeople === true ? person(value) : value));
	});
	return entitiesOf(subjects, heard, ledger, { lengths, distinct: series.distinct !== undefined });
}

interface Subject {
	/** In the order in which they were met, from 0 on. */
	readonly number: number;
	events: number;
	readonly platforms: Set<PlatformId>;
}

/** The events of all subjects, by time. */
interface Heard {
	readonly rows: Column;
	readonly subjects: Column;
	/** Empty where values are counted. */
	readonly weights: Column;
	/** Empty where weights are summed. */
	readonly values: Column;
}

/** There may be as many subjects as events: what they hold lies side by side in a few arrays. */
function entitiesOf(
	subjects: ReadonlyMap<string, Subject>,
	heard: Heard,
	ledger: Ledger,
	{ lengths, distinct }: { readonly lengths: readonly number[]; readonly distinct: boolean },
): readonly Entity[] {
	const events = heard.rows.length;
	const sorted = [...subjects].toSorted(([a], [b]) => (a < b ? -1 : 1));
	const next = new Uint32Array(subjects.size);
	let from = 0;
	for (const [, subject] of sorted) {
		next[subject.number] = from;
		from += subject.events;
	}
	const all = {
		rows: new Uint32Array(events),
		times: new Float64Array(events),
		weights: new Float64Array(events),
		values: distinct ? new Uint32Array(events) : undefined,
	};
	for (let event = 0; event < events; event += 1) {
		const subject = heard.subjects.at(event);
		const at = next[subject] ?? 0;
		next[subject] = at + 1;
		const row = heard.rows.at(event);
		all.rows[at] = row;
		all.times[at] = ledger.rows.time(row);
		if (all.values === undefined) all.weights[at] = heard.weights.at(event);
		else all.values[at] = heard.values.at(event);
	}
	const platforms = new Map<string, readonly PlatformId[]>();
	return sorted.map(([key, subject]) => {
		const to = next[subject.number] ?? 0;
		const from = to - subject.events;
		const times = all.times.subarray(from, to);
		const weights = all.weights.subarray(from, to);
		const values = all.values?.subarray(from, to);
		if (values !== undefined) weights.set(firstsOfDay(times, values));
		const own = [...subject.platforms].toSorted();
		const same = platforms.get(own.join()) ?? own;
		platforms.set(own.join(), same);
		return {
			key,
			person: key.split('\n', 1)[0] ?? key,
			platforms: same,
			rows: all.rows.subarray(from, to),
			times,
			weights,
			values,
			history: new History(times, weights, lengths),
		};
	});
}

function firstsOfDay(times: Float64Array, values: Uint32Array): Float64Array {
	const weights = new Float64Array(times.length);
	let day = Number.NaN;
	const met = new Set<number>();
	for (let index = 0; index < times.length; index += 1) {
		const own = Math.floor((times[index] ?? 0) / DAY);
		if (own !== day) {
			met.clear();
			day = own;
		}
		const value = values[index] ?? 0;
		if (value === 0 || met.has(value)) continue;
		met.add(value);
		weights[index] = 1;
	}
	return weights;
}
