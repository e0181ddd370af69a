import { type Finding, type IncidentLink, LEAST_SCORE_SHOWN } from '../model/finding.ts';
import { knownDay, newPlaces } from './elsewhere.ts';
import { attributeIndex, type EvidenceBase } from './evidence-base.ts';
import { rowsOf } from './finding-evidence.ts';
import { DAY, dayOf } from './profile.ts';
import type { Verdict } from './verdict.ts';

const NETWORK = attributeIndex('network');
/** Of all who ever used an app, or came from a network, this share at least must be people of the findings that it ties. */
const MOSTLY = 0.5;

/** Of a finding that names more people than this, those named tie nothing: whoever empties a directory or reads everybody's mail meets anybody. */
const MOST_NAMED = 5;

/** A finding and what it was made of. */
export interface Made {
	readonly finding: Finding;
	readonly verdict: Verdict;
}

/**
 * What findings have in common: accounts, apps, and networks that were new to somebody of each. What many others use as well (the office's network,
 * everybody's mail client) ties nothing. How near in time they must lie, and what else makes a link count, is for `incidentsOf` to say.
 */
export function linksOf(made: readonly Made[], base: EvidenceBase): readonly IncidentLink[] {
	const strong = made.filter(({ finding: { score } }) => score >= LEAST_SCORE_SHOWN);
	if (strong.length < 2) return [];
	return [...accountLinks(strong), ...appLinks(strong, base), ...networkLinks(strong, base)];
}

function accountLinks(made: readonly Made[]): readonly IncidentLink[] {
	const accounts = new Group();
	for (const { finding } of made) {
		const named = namedIn(finding);
		for (const id of named.size > MOST_NAMED ? [] : named) accounts.add(id, finding.id);
		for (const id of accountOf(finding)) accounts.add(id, finding.id);
	}
	const names = new Map(
		made.flatMap(({ finding: { actor } }) => (actor.name === undefined ? [] : [[actor.id, actor.name] as const])),
	);
	return accounts.shared().map(([id, findings]) => link('account', { id, name: names.get(id), findings }));
}

function appLinks(made: readonly Made[], base: EvidenceBase): readonly IncidentLink[] {
	const apps = new Group();
	const names = new Map<string, string>();
	const people = new Group();
	for (const { finding } of made)
		for (const { id, name } of appsOf(finding)) {
			apps.add(id, finding.id);
			if (name !== undefined) names.set(id, name);
			for (const person of [...accountOf(finding), ...namedIn(finding)]) people.add(id, person);
		}
	return apps
		.shared()
		.filter(([id]) => {
			const value = base.ledger.texts.find(id);
			return value === undefined || isMostly(people.of(id).size, holders(base, 'app', value));
		})
		.map(([id, findings]) => link('app', { id, name: names.get(id), findings }));
}

function networkLinks(made: readonly Made[], base: EvidenceBase): readonly IncidentLink[] {
	const networks = new Group();
	const people = new Group();
	/** Addresses by finding and network. */
	const addresses = new Group();
	for (const { finding, verdict } of made)
		for (const { network, person, ip } of newNetworks(verdict, base)) {
			networks.add(network, finding.id);
			people.add(network, person);
			addresses.add(`${finding.id}\n${network}`, ip);
		}
	return networks
		.shared()
		.filter(([network]) => isMostly(people.of(network).size, holders(base, 'network', base.ledger.texts.find(network) ?? 0)))
		.map(([network, findings]) => {
			const common = inAll(findings.map((id) => addresses.of(`${id}\n${network}`)));
			return common === undefined ? link('network', { id: network, findings }) : link('address', { id: common, findings });
		});
}

/** Networks from which people of a finding came for the first time that day, where nobody trusts them. */
function* newNetworks(
	verdict: Verdict,
	base: EvidenceBase,
): Generator<{ readonly network: string; readonly person: string; readonly ip: string }> {
	const { ledger, people } = base;
	const { rows } = ledger;
	const signIn = verdict.view.oddestSignIn()?.row;
	const met = new Set<string>();
	for (const row of [...rowsOf(verdict), verdict.view.cited, signIn]) {
		const ip = row === undefined ? undefined : rows.ip(row);
		if (row === undefined || ip === undefined) continue;
		const person = people.personOf(rows.actor(row));
		const day = knownDay(base, rows.time(row));
		const key = `${person}\n${day}\n${ip}`;
		if (met.has(key)) continue;
		met.add(key);
		const network = rows.text(rows.value(row, NETWORK));
		if (network !== undefined && newPlaces(base, person)(row, day)) yield { network, person, ip };
	}
}

/** The account that acts: none where it is an app, or an address in many mailboxes. */
function accountOf({ actor: { type, id } }: Finding): readonly string[] {
	return type === 'user' || type === 'service' ? [id] : [];
}

/** All users beside the actor who take part: grantors, owners of mailboxes, accounts to which something was done. */
function namedIn({ actor, entities }: Finding): ReadonlySet<string> {
	const users = entities.filter(({ type, role }) => type === 'user' || role === 'grantor' || role === 'mailbox');
	return new Set(users.map(({ id }) => id).filter((id) => id !== actor.id));
}

function appsOf({ actor, entities }: Finding): readonly { readonly id: string; readonly name?: string }[] {
	return [...(actor.type === 'app' ? [actor] : []), ...entities.filter(({ role }) => role === 'app')];
}

function holders(base: EvidenceBase, attribute: 'app' | 'network', value: number): number {
	return base.novelty(attribute).holders(value, dayOf(base.ledger.last + DAY));
}

function isMostly(some: number, all: number): boolean {
	return some >= all * MOSTLY;
}

/** The first text, by order, that all sets have; undefined where there is none. */
function inAll([first, ...others]: readonly ReadonlySet<string>[]): string | undefined {
	return [...(first ?? [])].toSorted().find((text) => others.every((other) => other.has(text)));
}

function link(
	by: IncidentLink['by'],
	{ id, name, findings }: Omit<IncidentLink, 'by' | 'name'> & { readonly name?: string | undefined },
): IncidentLink {
	return { by, id, ...(name !== undefined && { name }), findings };
}

const NONE: ReadonlySet<string> = new Set();

/** Members of groups, each once: findings by what they have, people by what they used. */
class Group {
	readonly #members = new Map<string, Set<string>>();

	add(id: string, member: string): void {
		const known = this.#members.get(id);
		if (known === undefined) this.#members.set(id, new Set([member]));
		else known.add(member);
	}

	of(id: string): ReadonlySet<string> {
		return this.#members.get(id) ?? NONE;
	}

	/** Groups of two members at least, in order, with them. */
	shared(): readonly (readonly [string, readonly string[]])[] {
		return [...this.#members]
			.filter(([, members]) => members.size > 1)
			.map(([id, members]) => [id, [...members]] as const)
			.toSorted(([a], [b]) => (a < b ? -1 : 1));
	}
}
