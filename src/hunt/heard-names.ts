import type { NormalisedEvent } from '../model/event.ts';

/** Somebody or something, with their names. */
interface Named {
	readonly id: string;
	readonly name?: string;
	readonly email?: string;
	readonly aliases?: readonly string[];
}

/** What events call those who act, what is acted upon, and the apps. */
export class HeardNames {
	/** Pairs `primary` → other ids that one record gave for one actor or target. */
	readonly aliases = new Map<string, Set<string>>();
	/** Display names of actors and targets: the lexicographically first one that was met. */
	readonly names = new Map<string, string>();
	/** The same of apps. */
	readonly appNames = new Map<string, string>();
	/** Another id of an app → the id that a log gave beside it; '' where logs gave several. */
	readonly #appIds = new Map<string, string>();
	/** The same the other way round, once all is heard; in order, so that none is looked up first because it came first. */
	readonly otherAppIds = new Map<string, string[]>();
	/** What was said last of each actor, and of each target. */
	readonly #met = new Map<string, Named>();
	readonly #metTargets = new Map<string, Named>();
	readonly #most: number;

	/** @param most names of each kind that are kept */
	constructor(most: number) {
		this.#most = most;
	}

	/** Learns all names of an event. */
	learn({ actor, target, app, details }: NormalisedEvent): void {
		if (actor !== undefined && !this.#isMet(this.#met, actor)) {
			this.#keepFirst(this.names, actor.id, actor.name);
			this.#learnAliases(actor.id, actor.aliases, actor.email);
		}
		this.learnTarget(target);
		if (app !== undefined) this.learnApp(app, details);
	}

	/** Learns the names of an app with which something was done. */
	learnApp(app: Named, details: NormalisedEvent['details']): void {
		this.#keepFirst(this.appNames, app.id, app.name);
		const vendors = details?.['appId'];
		if (typeof vendors === 'string') this.#learnAppIds({ id: app.id, aliases: [vendors] });
	}

	/** Learns the names of what was acted upon, if it is a person, a mailbox or an app. */
	learnTarget(target: NormalisedEvent['target']): void {
		if (target?.type === 'app') this.#learnAppIds(target);
		if (target === undefined || (target.type !== 'user' && target.type !== 'mailbox')) return;
		if (this.#isMet(this.#metTargets, target)) return;
		this.#learnAliases(target.id.toLowerCase(), target.aliases, undefined);
		this.#keepFirst(this.names, target.id.toLowerCase(), target.name);
	}

	/** To be called once all is heard. @returns pairs of another id of an app and the one id under which it goes */
	settle(): readonly (readonly [alias: string, id: string])[] {
		const known = [...this.#appIds].filter(([, id]) => id !== '');
		for (const [alias, id] of known) {
			const others = this.otherAppIds.get(id);
			if (others === undefined) this.otherAppIds.set(id, [alias]);
			else others.push(alias);
			this.#keepFirst(this.appNames, id, this.appNames.get(alias));
		}
		for (const others of this.otherAppIds.values()) others.sort();
		return known;
	}

	/** What is settled, for names that may learn more without these noticing. */
	copyTo(copy: HeardNames): void {
		for (const [id, names] of this.aliases) copy.aliases.set(id, new Set(names));
		for (const [id, name] of this.names) copy.names.set(id, name);
		for (const [id, name] of this.appNames) copy.appNames.set(id, name);
		for (const [id, others] of this.otherAppIds) copy.otherAppIds.set(id, others);
	}

	// A directory names an app by its own number as well: in some records by that alone.
	#learnAppIds({ id, aliases }: Named): void {
		for (const alias of aliases ?? []) {
			const known = this.#appIds.get(alias);
			if (known === undefined ? this.#appIds.size < this.#most : known !== id)
				this.#appIds.set(alias, known === undefined ? id : '');
		}
	}

	#learnAliases(id: string, aliases: readonly string[] | undefined, email: string | undefined): void {
		if (aliases === undefined && (email === undefined || email === id)) return;
		let known = this.aliases.get(id);
		if (known === undefined) {
			if (this.aliases.size >= this.#most) return;
			known = new Set();
			this.aliases.set(id, known);
		}
		for (const alias of aliases ?? []) if (alias !== id) known.add(alias.toLowerCase());
		if (email !== undefined && email !== id) known.add(email);
	}

	/** Whether the same was said of somebody when they were met last: then there is nothing to learn. */
	#isMet(met: Map<string, Named>, one: Named): boolean {
		const before = met.get(one.id);
		if (before !== undefined && saysSame(before, one)) return true;
		if (before !== undefined || met.size < this.#most) met.set(one.id, one);
		return false;
	}

	#keepFirst(names: Map<string, string>, id: string, name: string | undefined): void {
		if (name === undefined) return;
		const known = names.get(id);
		if (known === undefined ? names.size < this.#most : name < known) names.set(id, name);
	}
}

function saysSame(a: Named, b: Named): boolean {
	if (a.name !== b.name || a.email !== b.email || a.aliases?.length !== b.aliases?.length) return false;
	return a === b || a.aliases === b.aliases || (a.aliases ?? []).every((alias, index) => alias === b.aliases?.[index]);
}
