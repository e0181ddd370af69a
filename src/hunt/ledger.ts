import type { HeardEvent } from '../analytic.ts';
import { clientFamily } from '../features/client-family.ts';
import { countryOf } from '../features/country.ts';
import { ACTIVITIES, type Activity } from '../model/activity.ts';
import type { ActorType, NormalisedEvent } from '../model/event.ts';
import { PLATFORMS, type PlatformId } from '../model/platform.ts';
import { isPlausible } from '../read/time.ts';
import { Column, Dictionary } from './columns.ts';
import { Networks } from './networks.ts';
import { ATTRIBUTES, dayOf, Profile } from './profile.ts';
import type { Geography } from './request.ts';

/** Sign-ins are evidence for every analytic, so they are always kept. */
const ALWAYS_KEPT: readonly Activity[] = ['login', 'login.failed', 'session.anomaly'];
const ACTOR_TYPES: readonly ActorType[] = ['user', 'service', 'app', 'system'];

const NETWORK = ATTRIBUTES.indexOf('network');

const OK = 1;
const NOT_OK = 2;
const PROXY = 4;
const RESTRICTED = 8;
const PUBLIC = 16;
const EXTERNAL = 32;
const PRIVILEGED = 64;

/** Most actors of whom a profile is kept: about 4 KB each until the end of the hunt, and no tenant has so many. Logs of attacks on sign-ins may name millions. */
export const MOST_ACTORS = 250_000;

/** Most names of actors and targets: the objects of actions are more than the people. */
const MOST_NAMES = 2 * MOST_ACTORS;

/** Where a record lies in the evidence. */
export interface Place {
	/** Index into {@link Ledger.files}. */
	readonly file: number;
	readonly record: number;
	readonly offset: number;
	readonly length: number;
}

/**
 * Hears each event once. Everybody's days, hours and first-seen values are folded into profiles; the rare kinds of event that an
 * analytic hears, and sign-ins, are kept as rows of numbers (about 100 bytes each); everything else is counted and forgotten.
 * Memory grows with people × days and with the events that are heard, not with the evidence.
 */
export class Ledger {
	readonly texts: Dictionary;
	readonly files: string[] = [];
	/** Actor id (as the log names it, lower case) → profile. */
	readonly profiles = new Map<string, Profile>();
	/** Pairs `primary` → other ids that one record gave for one actor or target. */
	readonly aliases = new Map<string, Set<string>>();
	/** Platform → day → events, `other` included. */
	readonly days = new Map<PlatformId, Map<number, number>>();
	/** Platform → activity → events. */
	readonly heard = new Map<PlatformId, Map<Activity, number>>();
	/** Display names: the lexicographically first one that was met for an actor. */
	readonly names = new Map<string, string>();
	readonly appNames = new Map<string, string>();
	/** Actor ids that pushed code: developers, as far as this evidence tells. */
	readonly pushers = new Set<string>();
	/** Events of actors beyond {@link MOST_ACTORS}: counted by day, otherwise not looked at. */
	beyond = 0;
	first = Number.POSITIVE_INFINITY;
	last = Number.NEGATIVE_INFINITY;

	/** Activities whose events are kept as rows. */
	readonly kept: ReadonlySet<Activity>;
	/** Where addresses lie, if a database was given. */
	readonly geography: Geography | undefined;
	readonly #time = Column.doubles();
	readonly #activity = Column.bytes();
	readonly #platform = Column.bytes();
	readonly #actorType = Column.bytes();
	readonly #flags = Column.bytes();
	readonly #operation = Column.integers();
	readonly #actor = Column.integers();
	readonly #app = Column.integers();
	readonly #target = Column.integers();
	readonly #targetType = Column.integers();
	readonly #ip = Column.integers();
	readonly #network = Column.integers();
	readonly #country = Column.integers();
	readonly #client = Column.integers();
	readonly #token = Column.integers();
	readonly #session = Column.integers();
	readonly #device = Column.integers();
	readonly #items = Column.doubles();
	readonly #file = Column.integers();
	readonly #record = Column.integers();
	readonly #offset = Column.doubles();
	readonly #length = Column.integers();
	readonly #tie = Column.doubles();
	readonly #ids: (string | undefined)[] = [];
	readonly #details: (Readonly<Record<string, string | number | boolean>> | undefined)[] = [];
	/** In the order of ATTRIBUTES. */
	readonly #attributeColumns = [this.#network, this.#country, this.#client, this.#app, this.#token, this.#device];
	readonly #networks: Networks;
	readonly #clients = new Map<string, number>();
	/** What was said last of each actor, and of each target. */
	readonly #met = new Map<string, Named>();
	readonly #metTargets = new Map<string, Named>();
	/** What is known of events that are alike. */
	readonly #familiar = new WeakMap<object, Familiar>();
	readonly #places = new Map<string, { country: string | undefined } | undefined>();

	constructor(heard: Iterable<Activity>, geography?: Geography, texts: Dictionary = new Dictionary()) {
		this.texts = texts;
		this.kept = new Set([...ALWAYS_KEPT, ...heard]);
		this.geography = geography;
		this.#networks = new Networks(texts, geography);
	}

	/**
	 * Takes in one event. `tie` orders events of the same millisecond by their content, never by arrival.
	 * @param like the same object as that of an event before: then that one had the same operation and actor, in the same words
	 */
	hear(event: NormalisedEvent, place: Place, tie: number, like?: object): void {
		if (!isPlausible(event.time)) return;
		const day = dayOf(event.time);
		count(this.days, event.platform, day);
		count(this.heard, event.platform, event.activity);
		if (event.time < this.first) this.first = event.time;
		if (event.time > this.last) this.last = event.time;
		const known = like === undefined ? undefined : this.#familiar.get(like);
		if (known?.profile === undefined && this.#isBeyond(event)) {
			this.beyond += 1;
			return;
		}
		const familiar = known ?? this.#meet(event, like);
		if (known !== undefined) this.#learnOther(event, known);
		if (event.activity === 'other') return;
		const attributes = this.#attributes(event, known);
		if (event.activity === 'repo.push' && event.actor !== undefined) this.pushers.add(event.actor.id);
		if (event.actor !== undefined && known?.taught(event.time, attributes) !== true) {
			const profile = known?.profile ?? this.#profile(event.actor.id);
			learnProfile(profile, event.time, day, attributes);
			familiar?.learnt(profile, event.time, attributes);
		}
		if (this.kept.has(event.activity)) this.#keep(event, place, tie, attributes, known);
	}

	/** The first event that is like others to come, or like none. */
	#meet(event: NormalisedEvent, like: object | undefined): Familiar | undefined {
		this.#learnNames(event);
		if (like === undefined) return undefined;
		const familiar = new Familiar(event, this.texts);
		this.#familiar.set(like, familiar);
		return familiar;
	}

	/** The names of an event whose actor is known. */
	#learnOther({ app, target }: NormalisedEvent, known: Familiar): void {
		if (target !== known.target) this.#learnTarget(target);
		if (app !== undefined && app !== known.app) keepFirst(this.appNames, app.id, app.name);
	}

	/**
	 * A ledger that has heard the same and may hear more without this one noticing, as long as only these people act in what it hears. The dictionary of
	 * texts is one for both: a new text in it says nothing of either.
	 */
	copyFor(actors: Iterable<string>): Ledger {
		const copy = new Ledger(this.kept, this.geography, this.texts);
		copy.files.push(...this.files);
		for (const [id, profile] of this.profiles) copy.profiles.set(id, profile);
		for (const id of actors) {
			const own = new Profile();
			const known = this.profiles.get(id);
			if (known !== undefined) own.merge(known);
			copy.profiles.set(id, own);
		}
		for (const [id, names] of this.aliases) copy.aliases.set(id, new Set(names));
		for (const [platform, days] of this.days) copy.days.set(platform, new Map(days));
		for (const [platform, heard] of this.heard) copy.heard.set(platform, new Map(heard));
		for (const [id, name] of this.names) copy.names.set(id, name);
		for (const [id, name] of this.appNames) copy.appNames.set(id, name);
		for (const id of this.pushers) copy.pushers.add(id);
		copy.beyond = this.beyond;
		copy.first = this.first;
		copy.last = this.last;
		const columns = this.#columns();
		for (const [index, column] of copy.#columns().entries()) {
			const own = columns[index];
			if (own !== undefined) column.copy(own);
		}
		for (const id of this.#ids) copy.#ids.push(id);
		for (const details of this.#details) copy.#details.push(details);
		this.#networks.copyTo(copy.#networks);
		return copy;
	}

	/** To be called once all is heard: what the logs said of networks then holds for all events from there, whichever log they are of. */
	settle(): void {
		const networks = this.#networks.settle();
		if (networks.size === 0) return;
		this.#network.change((id) => networks.get(id) ?? id);
		for (const profile of this.profiles.values()) profile.rename(NETWORK, networks);
	}

	/** Number of rows kept. */
	get rows(): number {
		return this.#time.length;
	}

	/** Row numbers by time, then by content: the same for the same evidence in whatever order it came. */
	sorted(): Uint32Array {
		const order = Uint32Array.from({ length: this.rows }, (_, row) => row);
		return order.sort((a, b) => this.#time.at(a) - this.#time.at(b) || this.#tie.at(a) - this.#tie.at(b));
	}

	time(row: number): number {
		return this.#time.at(row);
	}

	activity(row: number): Activity {
		return ACTIVITIES[this.#activity.at(row)] ?? 'other';
	}

	platform(row: number): PlatformId {
		return PLATFORMS[this.#platform.at(row)] ?? 'okta';
	}

	actor(row: number): string {
		return this.texts.text(this.#actor.at(row)) ?? '';
	}

	app(row: number): string | undefined {
		return this.texts.text(this.#app.at(row));
	}

	target(row: number): string | undefined {
		return this.texts.text(this.#target.at(row));
	}

	operation(row: number): string {
		return this.texts.text(this.#operation.at(row)) ?? '';
	}

	items(row: number): number {
		return this.#items.at(row);
	}

	ip(row: number): string | undefined {
		return this.texts.text(this.#ip.at(row));
	}

	/** Value id of an attribute (index into ATTRIBUTES) of a row; 0 where absent. */
	value(row: number, attribute: number): number {
		return this.#attributeColumns[attribute]?.at(row) ?? 0;
	}

	proxy(row: number): boolean {
		return (this.#flags.at(row) & PROXY) !== 0;
	}

	failed(row: number): boolean {
		return (this.#flags.at(row) & NOT_OK) !== 0;
	}

	place(row: number): Place & { readonly id: string | undefined } {
		return {
			file: this.#file.at(row),
			record: this.#record.at(row),
			offset: this.#offset.at(row),
			length: this.#length.at(row),
			id: this.#ids[row],
		};
	}

	/** The row as analytics see it. `person` gives the joined identity of an actor id. */
	event(row: number, person: (actor: string) => string): HeardEvent {
		const flags = this.#flags.at(row);
		const text = (column: Column) => this.texts.text(column.at(row));
		return {
			time: this.#time.at(row),
			platform: this.platform(row),
			activity: this.activity(row),
			operation: this.operation(row),
			actor: person(this.actor(row)),
			actorType: ACTOR_TYPES[this.#actorType.at(row)] ?? 'user',
			app: text(this.#app),
			target: text(this.#target),
			targetType: text(this.#targetType),
			network: text(this.#network),
			ip: text(this.#ip),
			country: text(this.#country),
			client: text(this.#client),
			token: text(this.#token),
			session: text(this.#session),
			device: text(this.#device),
			items: this.#items.at(row),
			ok: (flags & OK) !== 0 ? true : (flags & NOT_OK) !== 0 ? false : undefined,
			proxy: (flags & PROXY) !== 0,
			restricted: (flags & RESTRICTED) !== 0 ? true : (flags & PUBLIC) !== 0 ? false : undefined,
			external: (flags & EXTERNAL) !== 0,
			privileged: (flags & PRIVILEGED) !== 0,
			details: this.#details[row] ?? NO_DETAILS,
		};
	}

	#columns(): readonly Column[] {
		return [
			this.#time,
			this.#activity,
			this.#platform,
			this.#actorType,
			this.#flags,
			this.#operation,
			this.#actor,
			this.#app,
			this.#target,
			this.#targetType,
			this.#ip,
			this.#network,
			this.#country,
			this.#client,
			this.#token,
			this.#session,
			this.#device,
			this.#items,
			this.#file,
			this.#record,
			this.#offset,
			this.#length,
			this.#tie,
		];
	}

	#keep(event: NormalisedEvent, place: Place, tie: number, attributes: readonly number[], known: Familiar | undefined): void {
		this.#time.push(event.time);
		this.#activity.push(ACTIVITIES.indexOf(event.activity));
		this.#platform.push(PLATFORMS.indexOf(event.platform));
		this.#actorType.push(ACTOR_TYPES.indexOf(event.actor?.type ?? 'user'));
		this.#flags.push(flagsOf(event));
		this.#operation.push(known?.operationId ?? this.texts.id(event.operation));
		this.#actor.push(known?.actorId ?? this.texts.id(event.actor?.id));
		const isKnownTarget = known !== undefined && event.target === known.target;
		this.#target.push(isKnownTarget ? known.targetId : this.texts.id(event.target?.id));
		this.#targetType.push(isKnownTarget ? known.targetTypeId : this.texts.id(event.target?.type));
		this.#ip.push(this.texts.id(event.ip));
		this.#session.push(this.texts.id(event.session));
		const [network = 0, country = 0, client = 0, app = 0, token = 0, device = 0] = attributes;
		this.#network.push(network);
		this.#country.push(country);
		this.#client.push(client);
		this.#app.push(app);
		this.#token.push(token);
		this.#device.push(device);
		this.#items.push(Math.max(1, event.items ?? 1));
		this.#file.push(place.file);
		this.#record.push(place.record);
		this.#offset.push(place.offset);
		this.#length.push(place.length);
		this.#tie.push(tie);
		this.#ids.push(event.ref.id);
		this.#details.push(detailsOf(event));
	}

	// In the order of ATTRIBUTES.
	#attributes(event: NormalisedEvent, known: Familiar | undefined): readonly number[] {
		return [
			this.#networks.of(event),
			this.texts.id(this.#countryName(event)),
			this.#clientId(event),
			known !== undefined && event.app === known.app ? known.appId : this.texts.id(event.app?.id),
			this.texts.id(event.token),
			this.texts.id(event.device),
		];
	}

	/** Addresses heard, each once. */
	get addresses(): Iterable<string> {
		return this.#networks.addresses;
	}

	/** Whether a log named networks that no database knew. */
	get namesNetworks(): boolean {
		return this.#networks.areSaid;
	}

	#countryName(event: NormalisedEvent): string | undefined {
		if (event.country !== undefined) return countryOf(event.country);
		if (event.ip === undefined || this.geography === undefined) return undefined;
		if (!this.#places.has(event.ip)) this.#places.set(event.ip, { country: this.geography.lookup(event.ip)?.country });
		return this.#places.get(event.ip)?.country;
	}

	#clientId(event: NormalisedEvent): number {
		if (event.userAgent === undefined) return 0;
		const known = this.#clients.get(event.userAgent);
		if (known !== undefined) return known;
		const id = this.texts.id(clientFamily(event.userAgent));
		this.#clients.set(event.userAgent, id);
		return id;
	}

	#profile(actor: string): Profile {
		let profile = this.profiles.get(actor);
		if (profile === undefined) {
			profile = new Profile();
			this.profiles.set(actor, profile);
		}
		return profile;
	}

	#isBeyond({ actor }: NormalisedEvent): boolean {
		return actor !== undefined && this.profiles.size >= MOST_ACTORS && !this.profiles.has(actor.id);
	}

	#learnNames(event: NormalisedEvent): void {
		const { actor, target, app } = event;
		if (actor !== undefined && !isMet(this.#met, actor)) {
			keepFirst(this.names, actor.id, actor.name);
			this.#learnAliases(actor.id, actor.aliases, actor.email);
		}
		this.#learnTarget(target);
		if (app !== undefined) keepFirst(this.appNames, app.id, app.name);
	}

	#learnTarget(target: NormalisedEvent['target']): void {
		if (target === undefined || (target.type !== 'user' && target.type !== 'mailbox')) return;
		if (isMet(this.#metTargets, target)) return;
		this.#learnAliases(target.id.toLowerCase(), target.aliases, undefined);
		keepFirst(this.names, target.id.toLowerCase(), target.name);
	}

	#learnAliases(id: string, aliases: readonly string[] | undefined, email: string | undefined): void {
		if (aliases === undefined && (email === undefined || email === id)) return;
		let known = this.aliases.get(id);
		if (known === undefined) {
			if (this.aliases.size >= MOST_NAMES) return;
			known = new Set();
			this.aliases.set(id, known);
		}
		for (const alias of aliases ?? []) if (alias !== id) known.add(alias.toLowerCase());
		if (email !== undefined && email !== id) known.add(email);
	}
}

/** What is known of events of one actor and operation that are alike, with the numbers of their texts. */
class Familiar {
	/** The actor's; absent as long as nothing was learnt of them here. */
	profile: Profile | undefined;
	readonly app: NormalisedEvent['app'];
	readonly target: NormalisedEvent['target'];
	readonly operationId: number;
	readonly actorId: number;
	readonly appId: number;
	readonly targetId: number;
	readonly targetTypeId: number;
	/** The hour since 1970 (UTC) of the event that was learnt last, and its attributes. */
	#hour = Number.NaN;
	#attributes: readonly number[] = [];

	constructor({ operation, actor, app, target }: NormalisedEvent, texts: Dictionary) {
		this.app = app;
		this.target = target;
		this.operationId = texts.id(operation);
		this.actorId = texts.id(actor?.id);
		this.appId = texts.id(app?.id);
		this.targetId = texts.id(target?.id);
		this.targetTypeId = texts.id(target?.type);
	}

	/** Whether an event teaches what the last one taught. */
	taught(time: number, attributes: readonly number[]): boolean {
		if (Math.floor(time / HOUR) !== this.#hour) return false;
		for (let index = 0; index < attributes.length; index += 1) if (attributes[index] !== this.#attributes[index]) return false;
		return true;
	}

	learnt(profile: Profile, time: number, attributes: readonly number[]): void {
		this.profile = profile;
		this.#hour = Math.floor(time / HOUR);
		this.#attributes = attributes;
	}
}

const HOUR = 3_600_000;

function learnProfile(profile: Profile, time: number, day: number, attributes: readonly number[]): void {
	profile.active(time);
	for (let index = 0; index < attributes.length; index += 1) profile.value(index, attributes[index] ?? 0, day);
}

/** Somebody, with their names. */
interface Named {
	readonly id: string;
	readonly name?: string;
	readonly email?: string;
	readonly aliases?: readonly string[];
}

/** Whether the same was said of somebody when they were met last: then there is nothing to learn. */
function isMet(met: Map<string, Named>, one: Named): boolean {
	const before = met.get(one.id);
	if (before !== undefined && saysSame(before, one)) return true;
	if (before !== undefined || met.size < MOST_NAMES) met.set(one.id, one);
	return false;
}

function saysSame(a: Named, b: Named): boolean {
	if (a.name !== b.name || a.email !== b.email || a.aliases?.length !== b.aliases?.length) return false;
	return a === b || a.aliases === b.aliases || (a.aliases ?? []).every((alias, index) => alias === b.aliases?.[index]);
}

const NO_DETAILS: Readonly<Record<string, string | number | boolean>> = {};

function detailsOf(event: NormalisedEvent): Readonly<Record<string, string | number | boolean>> | undefined {
	if (event.scopes === undefined && event.tokenKind === undefined) return event.details;
	return {
		...event.details,
		...(event.scopes !== undefined && { scopes: event.scopes.join(' ') }),
		...(event.tokenKind !== undefined && { tokenKind: event.tokenKind }),
	};
}

function flagsOf(event: NormalisedEvent): number {
	return (
		(event.ok === true ? OK : 0) |
		(event.ok === false ? NOT_OK : 0) |
		(event.proxy === true ? PROXY : 0) |
		(event.restricted === true ? RESTRICTED : 0) |
		(event.restricted === false ? PUBLIC : 0) |
		(event.external === true ? EXTERNAL : 0) |
		(event.privileged === true ? PRIVILEGED : 0)
	);
}

function count<K, V>(table: Map<K, Map<V, number>>, outer: K, inner: V): void {
	let counts = table.get(outer);
	if (counts === undefined) {
		counts = new Map();
		table.set(outer, counts);
	}
	counts.set(inner, (counts.get(inner) ?? 0) + 1);
}

function keepFirst(names: Map<string, string>, id: string, name: string | undefined): void {
	if (name === undefined) return;
	const known = names.get(id);
	if (known === undefined ? names.size < MOST_NAMES : name < known) names.set(id, name);
}
