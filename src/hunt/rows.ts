import { HEARD_DETAILS, type HeardEvent } from '../analytic.ts';
import { sortedNumbers } from '../features/merge-sort.ts';
import { ACTIVITIES, type Activity } from '../model/activity.ts';
import type { ActorType, NormalisedEvent } from '../model/event.ts';
import { PLATFORMS, type PlatformId } from '../model/platform.ts';
import { Column } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { ATTRIBUTES } from './profile.ts';
import { TextArena } from './text-arena.ts';

const ACTOR_TYPES: readonly ActorType[] = ['user', 'service', 'app', 'system'];

/** What an event says with yes or no, as bits; what is not said has none. */
export const FLAGS = { ok: 1, notOk: 2, proxy: 4, restricted: 8, public: 16, external: 32, privileged: 64 } as const;

const APP = ATTRIBUTES.indexOf('app');

/** Where a record lies in the evidence. */
export interface Place {
	/** Index into the ledger's files. */
	readonly file: number;
	readonly record: number;
	readonly offset: number;
	readonly length: number;
}

/** Facts of an event that analytics ask for. */
export type Details = HeardEvent['details'];

const HEARD: ReadonlySet<string> = new Set(HEARD_DETAILS);

/** Numbers of an event's texts that are known already. */
export interface KnownIds {
	readonly operationId: number;
	readonly actorId: number;
	/** The target that the two numbers below are of. */
	readonly target: NormalisedEvent['target'];
	readonly targetId: number;
	readonly targetTypeId: number;
}

const NO_DETAILS: Details = {};
/** So many details are remembered as they were read. */
const DETAILS_AT_HAND = 4096;

/**
 * The events that are kept, as rows of numbers: some 30 bytes each, outside the heap; their ids lie beside them as bytes. What comes again
 * and again (names, places, details) is a number of the dictionary.
 */
export class Rows {
	readonly #texts: Dictionary;
	/** All of those below. */
	readonly #columns: Column[] = [];
	readonly #time = this.#own();
	readonly #activity = this.#own();
	readonly #platform = this.#own();
	readonly #actorType = this.#own();
	readonly #flags = this.#own();
	readonly #operation = this.#own();
	readonly #actor = this.#own();
	readonly #target = this.#own();
	readonly #targetType = this.#own();
	readonly #ip = this.#own();
	/** In the order of ATTRIBUTES. */
	readonly #attributes = ATTRIBUTES.map(() => this.#own());
	readonly #items = this.#own();
	readonly #file = this.#own();
	readonly #record = this.#own();
	readonly #offset = this.#own();
	readonly #length = this.#own();
	readonly #tie = this.#own();
	/** Places in `#idTexts`; 0: none. */
	readonly #id = this.#own();
	/** As JSON, in the dictionary. */
	readonly #details = this.#own();
	readonly #idTexts: TextArena;
	/** Details that JSON does not say: row → details. */
	readonly #oddDetails = new Map<number, Details>();
	readonly #detailsAtHand = new Map<number, Details>();

	constructor(texts: Dictionary, ids: TextArena = new TextArena()) {
		this.#texts = texts;
		this.#idTexts = ids;
	}

	get count(): number {
		return this.#time.length;
	}

	/** Rows that hold the same; the texts are shared with these, which may grow. */
	copy(): Rows {
		const copy = new Rows(this.#texts, this.#idTexts);
		for (const [index, column] of this.#columns.entries()) copy.#columns[index]?.copy(column);
		for (const [row, details] of this.#oddDetails) copy.#oddDetails.set(row, details);
		return copy;
	}

	/** @param attributes ids of their values, in the order of ATTRIBUTES */
	push(event: NormalisedEvent, place: Place, tie: number, attributes: readonly number[], known: KnownIds | undefined): void {
		const texts = this.#texts;
		const details = detailsOf(event);
		if (details !== undefined && isOdd(details)) this.#oddDetails.set(this.count, details);
		this.#time.push(event.time);
		this.#activity.push(ACTIVITIES.indexOf(event.activity));
		this.#platform.push(PLATFORMS.indexOf(event.platform));
		this.#actorType.push(ACTOR_TYPES.indexOf(event.actor?.type ?? 'user'));
		this.#flags.push(flagsOf(event));
		this.#operation.push(known?.operationId ?? texts.id(event.operation));
		this.#actor.push(known?.actorId ?? texts.id(event.actor?.id));
		const isKnownTarget = known !== undefined && event.target === known.target;
		this.#target.push(isKnownTarget ? known.targetId : texts.id(event.target?.id));
		this.#targetType.push(isKnownTarget ? known.targetTypeId : texts.id(event.target?.type));
		this.#ip.push(texts.id(event.ip));
		for (let index = 0; index < this.#attributes.length; index += 1) this.#attributes[index]?.push(attributes[index] ?? 0);
		this.#items.push(Math.max(1, event.items ?? 1));
		this.#file.push(place.file);
		this.#record.push(place.record);
		this.#offset.push(place.offset);
		this.#length.push(place.length);
		this.#tie.push(tie);
		this.#id.push(event.ref.id === undefined ? 0 : this.#idTexts.add(event.ref.id));
		this.#details.push(details === undefined ? 0 : texts.id(JSON.stringify(details)));
	}

	/** Values of an attribute become others, where the table has them. */
	rename(attribute: number, values: ReadonlyMap<number, number>): void {
		this.#attributes[attribute]?.change((id) => values.get(id) ?? id);
	}

	/** So do apps that are targets. */
	renameApps(apps: ReadonlyMap<number, number>): void {
		if (apps.size === 0) return;
		const type = this.#texts.find('app');
		this.#target.change((id, row) => (this.#targetType.at(row) === type ? (apps.get(id) ?? id) : id));
	}

	/** Row numbers by time, then by content: the same for the same evidence in whatever order it came. */
	sorted(): Uint32Array {
		const times = Float64Array.from({ length: this.count }, (_, row) => this.#time.at(row));
		return sortedNumbers(this.count, (a, b) => (times[a] as number) - (times[b] as number) || this.compare(a, b));
	}

	/** In the order of {@link sorted}: negative where `a` comes first. */
	compare(a: number, b: number): number {
		return this.time(a) - this.time(b) || this.#tie.at(a) - this.#tie.at(b) || a - b;
	}

	time(row: number): number {
		return this.#time.at(row);
	}

	activity(row: number): Activity {
		return ACTIVITIES[this.#activity.at(row)] ?? 'other';
	}

	/** Index into ACTIVITIES, from 1 on. */
	activityNumber(row: number): number {
		return this.#activity.at(row) + 1;
	}

	platform(row: number): PlatformId {
		return PLATFORMS[this.#platform.at(row)] ?? 'okta';
	}

	actor(row: number): string {
		return this.#texts.text(this.#actor.at(row)) ?? '';
	}

	/** Numbers in the dictionary; 0 where absent. */
	actorId(row: number): number {
		return this.#actor.at(row);
	}

	appId(row: number): number {
		return this.value(row, APP);
	}

	targetId(row: number): number {
		return this.#target.at(row);
	}

	actorType(row: number): ActorType {
		return ACTOR_TYPES[this.#actorType.at(row)] ?? 'user';
	}

	flags(row: number): number {
		return this.#flags.at(row);
	}

	targetType(row: number): string | undefined {
		return this.#texts.text(this.#targetType.at(row));
	}

	app(row: number): string | undefined {
		return this.#texts.text(this.value(row, APP));
	}

	target(row: number): string | undefined {
		return this.#texts.text(this.#target.at(row));
	}

	operation(row: number): string {
		return this.#texts.text(this.#operation.at(row)) ?? '';
	}

	items(row: number): number {
		return this.#items.at(row);
	}

	ip(row: number): string | undefined {
		return this.#texts.text(this.#ip.at(row));
	}

	/** Value id of an attribute (index into ATTRIBUTES) of a row; 0 where absent. */
	value(row: number, attribute: number): number {
		return this.#attributes[attribute]?.at(row) ?? 0;
	}

	proxy(row: number): boolean {
		return (this.#flags.at(row) & FLAGS.proxy) !== 0;
	}

	failed(row: number): boolean {
		return (this.#flags.at(row) & FLAGS.notOk) !== 0;
	}

	place(row: number): Place & { readonly id: string | undefined } {
		const id = this.#id.at(row);
		return {
			file: this.#file.at(row),
			record: this.#record.at(row),
			offset: this.#offset.at(row),
			length: this.#length.at(row),
			id: id === 0 ? undefined : this.#idTexts.at(id),
		};
	}

	text(id: number): string | undefined {
		return this.#texts.text(id);
	}

	details(row: number): Details {
		const id = this.#details.at(row);
		if (id === 0) return NO_DETAILS;
		const odd = this.#oddDetails.get(row);
		if (odd !== undefined) return odd;
		let details = this.#detailsAtHand.get(id);
		if (details === undefined) {
			details = JSON.parse(this.#texts.text(id) ?? '{}') as Details;
			if (this.#detailsAtHand.size >= DETAILS_AT_HAND) this.#detailsAtHand.clear();
			this.#detailsAtHand.set(id, details);
		}
		return details;
	}

	#own(): Column {
		const column = new Column();
		this.#columns.push(column);
		return column;
	}
}

/** What analytics ask for of an event's details; undefined where there is none of it. */
function detailsOf({ details, scopes, tokenKind }: NormalisedEvent): Details | undefined {
	let heard: Record<string, string | number | boolean> | undefined;
	for (const name in details) {
		if (!HEARD.has(name)) continue;
		heard ??= {};
		heard[name] = details[name] as string | number | boolean;
	}
	if (scopes !== undefined) heard = { ...heard, scopes: scopes.join(' ') };
	return tokenKind === undefined ? heard : { ...heard, tokenKind };
}

/** Whether JSON would say something else. */
function isOdd(details: Details): boolean {
	return Object.values(details).some((value) => typeof value === 'number' && !Number.isFinite(value));
}

function flagsOf(event: NormalisedEvent): number {
	return (
		(event.ok === true ? FLAGS.ok : 0) |
		(event.ok === false ? FLAGS.notOk : 0) |
		(event.proxy === true ? FLAGS.proxy : 0) |
		(event.restricted === true ? FLAGS.restricted : 0) |
		(event.restricted === false ? FLAGS.public : 0) |
		(event.external === true ? FLAGS.external : 0) |
		(event.privileged === true ? FLAGS.privileged : 0)
	);
}
