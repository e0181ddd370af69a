import { clientFamily } from '../features/client-family.ts';
import { countryOf } from '../features/country.ts';
import type { Activity } from '../model/activity.ts';
import type { Likeness, NormalisedEvent } from '../model/event.ts';
import type { PlatformId } from '../model/platform.ts';
import { isPlausible } from '../read/time.ts';
import { Dictionary } from './dictionary.ts';
import { Familiar } from './familiar.ts';
import { HeardNames } from './heard-names.ts';
import { Networks } from './networks.ts';
import { ATTRIBUTES, dayOf, Profile } from './profile.ts';
import type { Geography } from './request.ts';
import { type Place, Rows } from './rows.ts';

/** Sign-ins are evidence for every analytic, so they are always kept. */
const ALWAYS_KEPT: readonly Activity[] = ['login', 'login.failed', 'session.anomaly'];

const NETWORK = ATTRIBUTES.indexOf('network');
const APP = ATTRIBUTES.indexOf('app');

/** Most actors of whom a profile is kept: about 4 KB each until the end of the hunt, and no tenant has so many. Logs of attacks on sign-ins may name millions. */
export const MOST_ACTORS = 250_000;

/** Most names of actors and targets: the objects of actions are more than the people. */
const MOST_NAMES = 2 * MOST_ACTORS;

/** What a ledger is told of the evidence. */
export interface LedgerSettings {
	readonly geography?: Geography | undefined;
	/** Platforms whose tokens are issued anew by the hour: they are not kept. */
	readonly fleetingTokens?: ReadonlySet<PlatformId>;
}

const NO_PLATFORMS: ReadonlySet<PlatformId> = new Set();

/**
 * Hears each event once. Everybody's days, hours and first-seen values are folded into profiles; the rare kinds of event that an
 * analytic hears, and sign-ins, are kept as rows; everything else is counted and forgotten.
 * Memory grows with people × days and with the events that are heard, not with the evidence.
 */
export class Ledger {
	readonly texts: Dictionary;
	readonly files: string[] = [];
	/** Actor id (as the log names it, lower case) → profile. */
	readonly profiles = new Map<string, Profile>();
	readonly #called = new HeardNames(MOST_NAMES);
	/** As {@link HeardNames} has them, like the three below. */
	readonly aliases: ReadonlyMap<string, ReadonlySet<string>> = this.#called.aliases;
	readonly names: ReadonlyMap<string, string> = this.#called.names;
	readonly appNames: ReadonlyMap<string, string> = this.#called.appNames;
	readonly otherAppIds: ReadonlyMap<string, readonly string[]> = this.#called.otherAppIds;
	/** Platform → day → events, `other` included. */
	readonly days = new Map<PlatformId, Map<number, number>>();
	/** Platform → activity → events. */
	readonly heard = new Map<PlatformId, Map<Activity, number>>();
	/** Actor ids that pushed code: developers, as far as this evidence tells. */
	readonly pushers = new Set<string>();
	/** Events of actors beyond {@link MOST_ACTORS}: counted by day, otherwise not looked at. */
	beyond = 0;
	first = Number.POSITIVE_INFINITY;
	last = Number.NEGATIVE_INFINITY;

	/** The events that are kept. */
	readonly rows: Rows;
	/** Activities whose events are kept as rows. */
	readonly kept: ReadonlySet<Activity>;
	/** Where addresses lie, if a database was given. */
	readonly geography: Geography | undefined;
	/** Platforms whose tokens are issued anew by the hour. */
	readonly fleetingTokens: ReadonlySet<PlatformId>;
	readonly #networks: Networks;
	readonly #clients = new Map<string, number>();
	readonly #places = new Map<string, { country: string | undefined } | undefined>();

	constructor(
		heard: Iterable<Activity>,
		{ geography, fleetingTokens = NO_PLATFORMS }: LedgerSettings = {},
		texts: Dictionary = new Dictionary(),
		rows: Rows = new Rows(texts),
	) {
		this.texts = texts;
		this.rows = rows;
		this.kept = new Set([...ALWAYS_KEPT, ...heard]);
		this.geography = geography;
		this.fleetingTokens = fleetingTokens;
		this.#networks = new Networks(texts, geography);
	}

	/**
	 * Takes in one event. `tie` orders events of the same millisecond by their content, never by arrival.
	 * @param like the same object as that of an event before: then that one had the same operation and actor, in the same words
	 */
	hear(event: NormalisedEvent, place: Place, tie: number, like?: Likeness): void {
		if (!isPlausible(event.time)) return;
		const day = dayOf(event.time);
		count(this.days, event.platform, day);
		count(this.heard, event.platform, event.activity);
		if (event.time < this.first) this.first = event.time;
		if (event.time > this.last) this.last = event.time;
		const known = this.#familiar(like);
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
			// What was refused was perhaps tried by somebody else: it teaches nothing of the account.
			if (event.ok !== false && event.activity !== 'login.failed') {
				learnProfile(profile, event.time, day, attributes);
				familiar?.learnt(profile, event.time, attributes);
			}
		}
		if (this.kept.has(event.activity)) this.rows.push(event, place, tie, attributes, known);
	}

	/** What is known of events that are alike. */
	#familiar(like: Likeness | undefined): Familiar | undefined {
		const known = like?.known;
		return known instanceof Familiar && known.ledger === this ? known : undefined;
	}

	/** The first event that is like others to come, or like none. */
	#meet(event: NormalisedEvent, like: Likeness | undefined): Familiar | undefined {
		this.#called.learn(event);
		if (like === undefined) return undefined;
		const familiar = new Familiar(event, this.texts, this);
		like.known = familiar;
		return familiar;
	}

	/** The names of an event whose actor is known. */
	#learnOther({ app, target, details }: NormalisedEvent, known: Familiar): void {
		if (target !== known.target) this.#called.learnTarget(target);
		if (app !== undefined && app !== known.app) this.#called.learnApp(app, details);
	}

	/**
	 * A ledger that has heard the same and may hear more without this one noticing, as long as only these people act in what it hears. The dictionary of
	 * texts is one for both: a new text in it says nothing of either.
	 */
	copyFor(actors: Iterable<string>): Ledger {
		const copy = new Ledger(this.kept, this, this.texts, this.rows.copy());
		copy.files.push(...this.files);
		for (const [id, profile] of this.profiles) copy.profiles.set(id, profile);
		for (const id of actors) {
			const own = new Profile();
			const known = this.profiles.get(id);
			if (known !== undefined) own.merge(known);
			copy.profiles.set(id, own);
		}
		this.#called.copyTo(copy.#called);
		for (const [platform, days] of this.days) copy.days.set(platform, new Map(days));
		for (const [platform, heard] of this.heard) copy.heard.set(platform, new Map(heard));
		for (const id of this.pushers) copy.pushers.add(id);
		copy.beyond = this.beyond;
		copy.first = this.first;
		copy.last = this.last;
		this.#networks.copyTo(copy.#networks);
		return copy;
	}

	/** To be called once all is heard: what the logs said of networks and apps then holds for all events of them, whichever log they are of. */
	settle(): void {
		this.#rename(NETWORK, this.#networks.settle());
		const apps = new Map<number, number>();
		for (const [alias, id] of this.#called.settle()) {
			const known = this.texts.find(alias);
			if (known !== undefined) apps.set(known, this.texts.id(id));
		}
		this.#rename(APP, apps);
		this.rows.renameApps(apps);
	}

	#rename(attribute: number, values: ReadonlyMap<number, number>): void {
		if (values.size === 0) return;
		this.rows.rename(attribute, values);
		for (const profile of this.profiles.values()) profile.rename(attribute, values);
	}

	// In the order of ATTRIBUTES.
	#attributes(event: NormalisedEvent, known: Familiar | undefined): readonly number[] {
		return [
			this.#networks.of(event),
			this.texts.id(this.#countryName(event)),
			this.#clientId(event),
			known !== undefined && event.app === known.app ? known.appId : this.texts.id(event.app?.id),
			this.fleetingTokens.has(event.platform) ? 0 : this.texts.id(event.token),
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
}

function learnProfile(profile: Profile, time: number, day: number, attributes: readonly number[]): void {
	profile.active(time);
	for (let index = 0; index < attributes.length; index += 1) profile.value(index, attributes[index] ?? 0, day);
}

function count<K, V>(table: Map<K, Map<V, number>>, outer: K, inner: V): void {
	let counts = table.get(outer);
	if (counts === undefined) {
		counts = new Map();
		table.set(outer, counts);
	}
	counts.set(inner, (counts.get(inner) ?? 0) + 1);
}
