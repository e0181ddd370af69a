import type { Attribute } from '../analytic.ts';
import { isPhone } from '../features/client-family.ts';
import { lowerBound } from '../features/lower-bound.ts';
import { NOVELTY } from '../score/constants.ts';
import { combined, weightedMean } from '../score/novelty.ts';
import { attributeIndex, type EvidenceBase } from './evidence-base.ts';
import { dayOf, type Profile } from './profile.ts';
import { daySeen, seenOn, valueSeen } from './sightings.ts';

const HOUR = 3_600_000;
const DAY_HOURS = 24;
/** A value counts as new to somebody in words from this surprise on, decades. */
const WORTH_SAYING = 0.3;

/** An attribute of which most events carry a value that is new to the person. */
export interface Fresh {
	readonly attribute: Attribute;
	readonly value: string;
	/** People who had shown the value before. */
	readonly holders: number;
}

/** How new the surroundings of some events are. */
export interface Surroundings {
	/** Decades, before squashing. */
	readonly surprise: number;
	readonly fresh: readonly Fresh[];
	/** Of the network: not logged, new to the person, or one where they were before. */
	readonly place: 'absent' | 'new' | 'familiar';
}

/** Whose events, on which day, and whether that person's whole day took place somewhere new: see {@link hasMoved}. */
export interface Someone {
	readonly person: string;
	/** UTC day up to whose start the person's past is known. */
	readonly day: number;
	moved(): boolean;
}

/** How new network, country, client … of some ledger rows are to a person and to everybody. */
export function surroundings(
	base: EvidenceBase,
	someone: Someone,
	rows: readonly number[],
	attributes: readonly Attribute[],
): Surroundings {
	const { ledger } = base;
	const parts: Partial<Record<Attribute, number>> = {};
	const fresh: Fresh[] = [];
	for (const attribute of attributes) {
		const table = base.novelty(attribute);
		const judged = [...tally(base, rows, attribute)].map(([value, weight]) => ({
			value,
			weight,
			...table.newness(someone.person, value, someone.day),
		}));
		// Sums in a fixed order, so that the last bit does not depend on arrival.
		judged.sort((a, b) => b.weight - a.weight || b.surprise - a.surprise);
		parts[attribute] = weightedMean(judged);
		const [most] = judged
			.filter((value) => value.isNew && value.surprise >= WORTH_SAYING)
			.toSorted((a, b) => b.weight - a.weight || compare(ledger.texts.text(a.value), ledger.texts.text(b.value)));
		const total = judged.reduce((sum, value) => sum + value.weight, 0);
		if (most !== undefined && most.weight * 2 >= total)
			fresh.push({ attribute, value: shown(attribute, ledger, most.value), holders: most.holders });
	}
	const network = attributeIndex('network');
	const addressed = rows.some((row) => ledger.rows.value(row, network) !== 0);
	const place = !addressed ? 'absent' : fresh.some(({ attribute }) => attribute === 'network') ? 'new' : 'familiar';
	return { surprise: combined(weighed(parts, fresh, place, someone)), fresh, place };
}

// A new tool in an old place, and an old tool in a new place where all of the day's work is done, are what honest people show.
function weighed(
	parts: Partial<Record<Attribute, number>>,
	fresh: readonly Fresh[],
	place: Surroundings['place'],
	someone: Someone,
): Partial<Record<Attribute, number>> {
	const isNew = (name: Attribute) => fresh.some(({ attribute }) => attribute === name);
	const { client = 0, network = 0, country = 0 } = parts;
	if (place === 'familiar' && !isNew('country')) return { ...parts, client: NOVELTY.familiarPlace * client };
	if (place === 'new' && !isNew('client') && someone.moved())
		return { ...parts, network: NOVELTY.moved * network, country: NOVELTY.moved * country };
	return parts;
}

// How many of the rows carry each value.
function tally(base: EvidenceBase, rows: readonly number[], attribute: Attribute): ReadonlyMap<number, number> {
	const { ledger } = base;
	const index = attributeIndex(attribute);
	const placed = attribute === 'network' || attribute === 'country';
	const counts = new Map<number, number>();
	for (const row of rows) {
		const value = ledger.rows.value(row, index);
		// The organisation's own networks are nobody's news, however recently they came into use.
		if (placed && base.trusted(ledger.rows.ip(row))) continue;
		if (value !== 0) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return counts;
}

/**
 * Whether somebody worked elsewhere for a whole day: five active days are known, none of the networks of a fifth of them shows on that
 * day, and three more hours of it than the window's own were active. Who has stolen an account meets its owner's own work there. A phone abroad
 * keeps an address of its carrier at home: a network of phones tells of nobody's desk.
 * @param day UTC day
 * @param own times of the window's events, epoch ms
 * @param ofPhones whether the account was reached by phone alone from a network, as far as is known
 */
export function hasMoved(
	profile: Profile | undefined,
	day: number,
	own: Iterable<number>,
	ofPhones: (network: number) => boolean,
): boolean {
	if (profile === undefined) return false;
	const { minimumDays, usualLeast, usualShare, hours } = NOVELTY.move;
	const past = profile.daysBefore(day);
	if (past < minimumDays) return false;
	const seen = profile.sightings(attributeIndex('network'));
	for (const sighting of seen) {
		if (daySeen(sighting) !== day) continue;
		const value = valueSeen(sighting);
		const before = lowerBound(seen, sighting) - lowerBound(seen, seenOn(value, 0));
		if (before >= Math.max(usualLeast, usualShare * past) && !ofPhones(value)) return false;
	}
	let mask = profile.hours.get(day) ?? 0;
	for (const time of own) {
		const hour = Math.floor(time / HOUR) - day * DAY_HOURS;
		if (hour < DAY_HOURS) mask &= ~(1 << hour);
	}
	let count = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
	return count >= hours;
}

/** Since when somebody was met in a network, and since when by anything but a phone: UTC days. */
interface Met {
	first: number;
	desk: number;
}

/** Whether everything that is known of a person in a network, up to the end of a day, came from a phone: sign-ins, and what the analytics hear. */
export function isOfPhones(base: EvidenceBase, person: string, day: number, network: number): boolean {
	const met = base.once(`networks of ${person}`, () => networksOf(base, person)).get(network);
	return met !== undefined && met.first <= day && met.desk > day;
}

function networksOf({ ledger, rows }: EvidenceBase, person: string): ReadonlyMap<number, Met> {
	const [place, client, app] = [attributeIndex('network'), attributeIndex('client'), attributeIndex('app')];
	const networks = new Map<number, Met>();
	for (const row of rows.ofPerson(person, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)) {
		const network = ledger.rows.value(row, place);
		const day = dayOf(ledger.rows.time(row));
		let met = networks.get(network);
		if (met === undefined) {
			met = { first: day, desk: Number.POSITIVE_INFINITY };
			networks.set(network, met);
		}
		if (met.desk <= day) continue;
		const family = ledger.texts.text(ledger.rows.value(row, client)) ?? '';
		const id = ledger.texts.text(ledger.rows.value(row, app)) ?? '';
		if (!isPhone(family) && !isPhone(ledger.appNames.get(id) ?? '')) met.desk = day;
	}
	return networks;
}

function shown(attribute: Attribute, ledger: EvidenceBase['ledger'], value: number): string {
	const text = ledger.texts.text(value) ?? '';
	if (attribute === 'app') return ledger.appNames.get(text) ?? text;
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function compare(a: string | undefined, b: string | undefined): number {
	const [left, right] = [a ?? '', b ?? ''];
	return left < right ? -1 : left > right ? 1 : 0;
}

const NOUNS: Readonly<Record<Attribute, string>> = {
	network: 'network',
	country: 'country',
	client: 'client',
	app: 'application',
	token: 'token',
	device: 'device',
};

/** `a network nobody here had worked from before (AS64500)`. */
export function freshWords({ attribute, value, holders }: Fresh): string {
	const verb = attribute === 'network' || attribute === 'country' ? 'worked from' : 'used';
	const who = holders === 0 ? `nobody here had ${verb} before` : `this account had not ${verb} before`;
	return `${attribute === 'app' ? 'an' : 'a'} ${NOUNS[attribute]} ${who} (${value})`;
}
