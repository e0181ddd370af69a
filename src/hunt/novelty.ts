import type { Attribute } from '../analytic.ts';
import { lowerBound } from '../features/lower-bound.ts';
import { CONCENTRATION, NOVELTY } from '../score/constants.ts';
import { concentration, newSurprise, rarityOf, seenSurprise, unseenMass } from '../score/novelty.ts';
import type { People } from './people.ts';
import { ATTRIBUTES } from './profile.ts';
import { daySeen, seenOn, valueSeen } from './sightings.ts';

/** How new a value is to somebody, at the start of a day. */
export interface Newness {
	/** Decades; 0 while too little is known of anybody. */
	readonly surprise: number;
	readonly isNew: boolean;
	/** How many people had shown it before that day. */
	readonly holders: number;
}

interface DayTable {
	readonly concentration: number;
	/** (person, value) pairs first seen before the day. */
	readonly firsts: number;
	/** Values that one person alone had shown. */
	readonly singles: number;
	/** Number of firsts of values held by at most c people, by c. */
	readonly atMost: readonly number[];
}

/** What a value new to everybody counts on the first day of an account. */
const JOINER_SHARE = 0.5;

/** More people than this, and than this share of all, make a value common on the day they take it up. */
const CROWD_LEAST = 5;
const CROWD_SHARE = 0.03;

const NOTHING: Newness = { surprise: 0, isNew: false, holders: 0 };

/** First-seen tables of one attribute over everybody, for any day: only what lies before that day is used. */
export class NoveltyTable {
	readonly #attribute: number;
	/** First days of each value's holders, by value, then by day: see `Sightings`. */
	readonly #firsts: Float64Array;
	/** Person → values and days. */
	readonly #seen = new Map<string, Float64Array>();
	readonly #tables = new Map<number, DayTable>();
	/** What was asked last: windows are judged person by person and day by day. */
	#person: string | undefined;
	#day = Number.NaN;
	#past: Past = { total: 0, counts: [], values: new Map() };
	readonly #answers = new Map<number, Newness>();

	constructor(people: People, attribute: Attribute) {
		this.#attribute = ATTRIBUTES.indexOf(attribute);
		const firsts: number[] = [];
		for (const person of people.all) {
			const own = people.profile(person)?.sightings(this.#attribute);
			if (own === undefined || own.length === 0) continue;
			let value = 0;
			for (const sighting of own) {
				if (valueSeen(sighting) === value) continue;
				value = valueSeen(sighting);
				firsts.push(sighting);
			}
			this.#seen.set(person, own);
		}
		this.#firsts = Float64Array.from(firsts).sort();
	}

	/** How new a value is to a person on a day. */
	newness(person: string, value: number, day: number): Newness {
		if (value === 0) return NOTHING;
		if (this.#person !== person || this.#day !== day) {
			this.#person = person;
			this.#day = day;
			this.#past = pastOf(this.#seen.get(person), day);
			this.#answers.clear();
		}
		const known = this.#answers.get(value);
		if (known !== undefined) return known;
		const answer = this.#answer(value, day, this.#past);
		this.#answers.set(value, answer);
		return answer;
	}

	#answer(value: number, day: number, { total, counts, values }: Past): Newness {
		const table = this.#table(day);
		const before = this.holders(value, day);
		const today = this.holders(value, day + 1) - before;
		// Many who take up a value on one day (a new egress of the office, a roll-out) make it common at once.
		const crowd = today > Math.max(CROWD_LEAST, CROWD_SHARE * this.#seen.size) ? today : 0;
		const holders = before + crowd;
		const count = values.get(value) ?? 0;
		const enough = table.firsts >= NOVELTY.rarityFirsts;
		if (count > 0)
			return { surprise: enough ? seenSurprise({ total, counts }, count, table.concentration) : 0, isNew: false, holders };
		// While next to nothing is known of anybody, only the account's own steadiness speaks.
		if (!enough) return { surprise: newSurprise(total, table.concentration, 1), isNew: true, holders };
		const asCommon = (table.atMost[Math.min(holders, table.atMost.length - 1)] ?? 0) + crowd;
		const rarity = rarityOf(unseenMass(table.singles, table.firsts), asCommon / (table.firsts + crowd));
		// Of somebody never seen before nothing is known: what they come with is not all news.
		const share = total === 0 ? JOINER_SHARE : 1;
		return { surprise: share * newSurprise(total, table.concentration, rarity), isNew: true, holders };
	}

	/** The first day on which anybody showed the value; undefined when nobody ever did. */
	firstDay(value: number): number | undefined {
		const first = this.#firsts[lowerBound(this.#firsts, seenOn(value, 0))];
		return first === undefined || valueSeen(first) !== value ? undefined : daySeen(first);
	}

	/** How many people had shown the value before a day. */
	holders(value: number, day: number): number {
		return lowerBound(this.#firsts, seenOn(value, day)) - lowerBound(this.#firsts, seenOn(value, 0));
	}

	#table(day: number): DayTable {
		const known = this.#tables.get(day);
		if (known !== undefined) return known;
		const byHolders: number[] = [];
		let firsts = 0;
		let singles = 0;
		for (const holders of groupsBefore(this.#firsts, day)) {
			byHolders[holders] = (byHolders[holders] ?? 0) + holders;
			firsts += holders;
			if (holders === 1) singles += 1;
		}
		const atMost: number[] = [0];
		for (let holders = 1; holders < byHolders.length; holders += 1)
			atMost.push((atMost[holders - 1] ?? 0) + (byHolders[holders] ?? 0));
		const pairs = [...this.#seen.values()].map((own) => sumBefore(own, day)).filter((n) => n > 0);
		const attribute = ATTRIBUTES[this.#attribute] ?? 'network';
		const table = { concentration: concentration(pairs, firsts, CONCENTRATION[attribute]), firsts, singles, atMost };
		this.#tables.set(day, table);
		return table;
	}
}

/** On how many days somebody had shown each value before a day. */
interface Past {
	readonly total: number;
	readonly counts: readonly number[];
	readonly values: ReadonlyMap<number, number>;
}

function pastOf(own: Float64Array | undefined, day: number): Past {
	const values = new Map<number, number>();
	let total = 0;
	for (const sighting of own ?? []) {
		if (daySeen(sighting) >= day) continue;
		const value = valueSeen(sighting);
		values.set(value, (values.get(value) ?? 0) + 1);
		total += 1;
	}
	return { total, counts: [...values.values()], values };
}

function sumBefore(own: Float64Array, day: number): number {
	let sum = 0;
	for (const sighting of own) if (daySeen(sighting) < day) sum += 1;
	return sum;
}

/** How many of each value lie before a day; values of which none does are left out. */
function* groupsBefore(sightings: Float64Array, day: number): Generator<number> {
	let value = 0;
	let count = 0;
	for (const sighting of sightings) {
		if (valueSeen(sighting) !== value) {
			if (count > 0) yield count;
			value = valueSeen(sighting);
			count = 0;
		}
		if (daySeen(sighting) < day) count += 1;
	}
	if (count > 0) yield count;
}
