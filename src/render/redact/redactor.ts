import type { Actor, NormalisedEvent, Target } from '../../model/event.ts';
import { NameFinder } from './name-finder.ts';
import { type NameSort, Pseudonyms } from './pseudonyms.ts';

/** Targets that are named by the vendor or an application's maker, not by the organisation. */
const PLAIN_TARGETS: ReadonlySet<string> = new Set(['app', 'role', 'scope', 'permission', 'setting', 'product']);

/** Facts whose texts are the vendor's own words. Every other text fact is replaced: it may hold anything. */
const PLAIN_FACTS: ReadonlySet<string> = new Set(
	(
		'access accessType api appType application auditData behaviors category challenge change changed channel client clientApp clientType ' +
		'controlMode credentialType dataSource developer errorCode how investigation keyType kind loginType logonType memberRole method object oldAccess ' +
		'oldRole oldVisibility platform product protocol reason repositorySelection request requested requirement rights risk riskReasons ' +
		'riskState riskType role roleTemplate ruleOperation scopes section sharedWithType stage status step tokenKind transport uri verb version visibility with'
	).split(' '),
);

const SORTS: Readonly<Record<string, NameSort>> = {
	user: 'user',
	file: 'file',
	folder: 'file',
	repository: 'repository',
	mailbox: 'mailbox',
	group: 'group',
	team: 'group',
	device: 'device',
	token: 'token',
};

/** Letters of a value that sentences show. */
const CUT = 40;

/** What a name is that was met as several things. */
const PRECEDENCE: readonly NameSort[] = [
	'evidence',
	'user',
	'mailbox',
	'repository',
	'file',
	'group',
	'device',
	'token',
	'session',
	'target',
	'host',
	'network',
	'text',
];

/** E-mail addresses and IP addresses (with a prefix length) wherever they stand, between quotes too. Bounded runs: linear over hostile text. */
const LOOKS_LIKE =
	/[\p{L}\p{N}._%+-][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}|(?<![\p{L}\p{N}.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?:\/\d{1,3})?(?![\p{L}\p{N}])/giu;

/** Replaces names by pseudonyms: learn everything first, then redact. */
export class Redactor {
	readonly #pseudonyms: Pseudonyms;
	readonly #finder = new NameFinder();
	readonly #sorts = new Map<string, NameSort>();

	constructor(key: string) {
		this.#pseudonyms = new Pseudonyms(key);
	}

	/** Remembers a name, so that it is found inside texts. */
	learn(sort: NameSort, name: string | undefined): void {
		if (name === undefined) return;
		const plain = name.trim().toLowerCase();
		if (plain === '') return;
		// The same name may be met as several things: which of them wins must not depend on which came first.
		const known = this.#sorts.get(plain);
		if (known !== undefined) {
			if (PRECEDENCE.indexOf(sort) < PRECEDENCE.indexOf(known)) this.#sorts.set(plain, sort);
			return;
		}
		this.#sorts.set(plain, sort);
		this.#finder.add(plain);
		// Sentences show long values cut.
		if (plain.length > CUT) this.learn(sort, `${plain.slice(0, CUT - 1)}…`);
		const at = plain.lastIndexOf('@');
		if (at > 0) this.learn('host', plain.slice(at + 1));
		const host = /^https?:\/\/([^/\s:]{1,250})/.exec(plain)?.[1];
		if (host !== undefined) this.learn('host', host);
		// A path is also known by its last part.
		if (sort === 'file' || sort === 'repository') this.learn('text', plain.split(/[/\\]/).at(-1));
	}

	/** Remembers every name of an event. */
	learnEvent({ actor, target, asn, session, token, device, details, ref }: NormalisedEvent): void {
		this.learn('evidence', ref.file);
		if (asn !== undefined) this.learn('network', `AS${asn}`);
		if (actor !== undefined && isPerson(actor))
			for (const name of [actor.id, actor.email, actor.name, ...(actor.aliases ?? [])]) this.learn('user', name);
		if (target !== undefined && !PLAIN_TARGETS.has(target.type))
			for (const name of [target.id, target.name, ...(target.aliases ?? [])]) this.learn(sortOf(target), name);
		this.learn('session', session);
		this.learn('token', token);
		this.learn('device', device);
		for (const [fact, value] of Object.entries(details ?? {}))
			if (typeof value === 'string' && !PLAIN_FACTS.has(fact)) this.learn('text', value);
	}

	/** The pseudonym of a name in a field of its own. */
	name(name: string, sort: NameSort = 'text'): string {
		const known = this.#sorts.get(name.trim().toLowerCase()) ?? sort;
		return known === 'host' ? this.#pseudonyms.domain(name) : this.#pseudonyms.of(known, name);
	}

	/** The pseudonym of an address or network; another text is a name. */
	address(text: string): string {
		return this.#pseudonyms.address(text) ?? this.name(text, 'host');
	}

	/** A sentence with every name in it replaced: those that were learned, and whatever looks like an e-mail or IP address. */
	text(text: string): string {
		let out = '';
		let from = 0;
		for (const match of text.matchAll(LOOKS_LIKE)) {
			const found = match[0];
			const replaced = found.includes('@') ? this.name(found, 'user') : this.#pseudonyms.address(found);
			// A dozen digits and colons may be a time of day.
			if (replaced === undefined) continue;
			out += this.#known(text.slice(from, match.index)) + replaced;
			from = match.index + found.length;
		}
		return out + this.#known(text.slice(from));
	}

	#known(text: string): string {
		return this.#finder.replace(text, (name) => this.name(name));
	}

	/** Somebody who acted; applications and the platform itself keep their names, unless an account has the same. */
	actor<T extends Actor>(actor: T): T {
		if (!isPerson(actor) && !this.#isAccount(actor.id) && !this.#isAccount(actor.name)) {
			// An address may be the actor: that of somebody in many mailboxes.
			const address = this.#pseudonyms.address(actor.id);
			return address === undefined ? actor : { ...actor, id: address };
		}
		return {
			...actor,
			id: this.name(actor.id, 'user'),
			...(actor.name !== undefined && { name: this.name(actor.name, 'user') }),
			...(actor.email !== undefined && { email: this.name(actor.email, 'user') }),
			...(actor.aliases !== undefined && { aliases: actor.aliases.map((alias) => this.name(alias, 'user')) }),
		};
	}

	/** A normalised event; city and owner of the network are left out. */
	event(event: NormalisedEvent): NormalisedEvent {
		const { city: _city, asn: _asn, asOrg: _asOrg, ...kept } = event;
		const { actor, app, target, ip, userAgent, session, token, device, details, ref } = kept;
		return {
			...kept,
			...(actor !== undefined && { actor: this.actor(actor) }),
			...(app !== undefined && { app: this.app(app) }),
			...(target !== undefined && { target: this.#target(target) }),
			...(ip !== undefined && { ip: this.address(ip) }),
			...(userAgent !== undefined && { userAgent: this.text(userAgent) }),
			...(session !== undefined && { session: this.name(session, 'session') }),
			...(token !== undefined && { token: this.name(token, 'token') }),
			...(device !== undefined && { device: this.name(device, 'device') }),
			...(details !== undefined && { details: this.#facts(details) }),
			ref: { ...ref, file: this.name(ref.file, 'evidence') },
		};
	}

	/** An application: it keeps its name, unless an account has the same. */
	app<T extends { readonly id: string; readonly name?: string }>(app: T): T {
		return {
			...app,
			...(this.#isAccount(app.id) && { id: this.name(app.id, 'user') }),
			...(app.name !== undefined && this.#isAccount(app.name) && { name: this.name(app.name, 'user') }),
		};
	}

	#isAccount(name: string | undefined): boolean {
		return name !== undefined && this.#sorts.get(name.trim().toLowerCase()) === 'user';
	}

	#target(target: Target): Target {
		if (target.type === 'app') return this.app(target);
		if (PLAIN_TARGETS.has(target.type)) return target;
		const sort = sortOf(target);
		return {
			...target,
			id: this.name(target.id, sort),
			...(target.name !== undefined && { name: this.name(target.name, sort) }),
			...(target.aliases !== undefined && { aliases: target.aliases.map((alias) => this.name(alias, sort)) }),
		};
	}

	#facts(details: NonNullable<NormalisedEvent['details']>): NonNullable<NormalisedEvent['details']> {
		return Object.fromEntries(
			Object.entries(details).map(([fact, value]) => [
				fact,
				typeof value !== 'string' ? value : PLAIN_FACTS.has(fact) ? this.text(value) : this.name(value, 'text'),
			]),
		);
	}
}

function isPerson(actor: Actor): boolean {
	// Some logs call an account that acts through an application an application.
	return actor.type === 'user' || actor.type === 'service' || actor.id.includes('@') || actor.email !== undefined;
}

function sortOf(target: Target): NameSort {
	return SORTS[target.type] ?? 'target';
}
