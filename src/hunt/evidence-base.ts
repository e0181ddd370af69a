import type { Attribute } from '../analytic.ts';
import type { Context } from '../model/context.ts';
import type { Source } from '../model/source.ts';
import { Calendar } from './calendar.ts';
import type { Ledger } from './ledger.ts';
import { NoveltyTable } from './novelty.ts';
import { People } from './people.ts';
import { ATTRIBUTES } from './profile.ts';
import { Rhythm } from './rhythm.ts';
import { RowIndex } from './row-index.ts';

/** Everything that judging may ask once all evidence has been heard: tables are made when first asked for. */
export interface EvidenceBase {
	readonly ledger: Ledger;
	readonly context: Context;
	readonly people: People;
	readonly calendar: Calendar;
	readonly rhythm: Rhythm;
	readonly rows: RowIndex;
	readonly sources: ReadonlyMap<string, Source>;
	novelty(attribute: Attribute): NoveltyTable;
	/** Makes something of the whole evidence when it is first asked for by this name, and remembers it. */
	once<T>(name: string, make: () => T): T;
	/** Whether `networks.csv` trusts an address. */
	trusted(ip: string | undefined): boolean;
	/** Whether somebody is no developer, or works round the clock, as far as the evidence tells. */
	inferred(person: string): Inference;
}

/** What the evidence lets one infer of somebody of whom the context says nothing. */
export interface Inference {
	/** True when the person pushed code in this evidence; undefined when no push of anybody is in it. */
	readonly developer: boolean | undefined;
	/** Active in at least 18 different hours of an average day, over at least five days: no human does that. */
	readonly service: boolean;
}

/** Hours of an average day, and days, from which on somebody is taken for a machine. */
const ROUND_THE_CLOCK = 18;
const ROUND_THE_CLOCK_DAYS = 5;

/** Makes the base of all judgements. */
export function evidenceBase(ledger: Ledger, context: Context, sources: readonly Source[]): EvidenceBase {
	const people = new People(ledger, context);
	const calendar = new Calendar(ledger);
	const rows = new RowIndex(ledger, people);
	const tables = new Map<Attribute, NoveltyTable>();
	const trust = new Map<string, boolean>();
	const remembered = new Map<string, unknown>();
	const pushers = new Set([...ledger.pushers].map((id) => people.personOf(id)));
	return {
		ledger,
		context,
		people,
		calendar,
		rhythm: new Rhythm(people, new Set(calendar.days([...ledger.days.keys()]))),
		rows,
		sources: new Map(sources.map((source) => [source.id, source])),
		once<T>(name: string, make: () => T): T {
			if (!remembered.has(name)) remembered.set(name, make());
			return remembered.get(name) as T;
		},
		novelty(attribute) {
			const known = tables.get(attribute);
			if (known !== undefined) return known;
			const table = new NoveltyTable(people, attribute);
			tables.set(attribute, table);
			return table;
		},
		trusted(ip) {
			if (ip === undefined) return false;
			let known = trust.get(ip);
			if (known === undefined) {
				known = context.network(ip) !== undefined;
				trust.set(ip, known);
			}
			return known;
		},
		inferred: (person) => ({
			developer: pushers.size === 0 ? undefined : pushers.has(person),
			service: roundTheClock(people.profile(person)?.hours ?? new Map()),
		}),
	};
}

function roundTheClock(hours: ReadonlyMap<number, number>): boolean {
	if (hours.size < ROUND_THE_CLOCK_DAYS) return false;
	let total = 0;
	for (const mask of hours.values()) total += bits(mask);
	return total / hours.size >= ROUND_THE_CLOCK;
}

function bits(mask: number): number {
	let count = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
	return count;
}

/** Index of an attribute in profiles. */
export function attributeIndex(attribute: Attribute): number {
	return ATTRIBUTES.indexOf(attribute);
}
