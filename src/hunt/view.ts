import {
	type Analytic,
	type Attribute,
	counted,
	type HeardEvent,
	inARow,
	type Line,
	type Newness,
	type OptionValue,
	type Query,
	type Series,
	timeWords,
	type View,
	type Volume,
} from '../analytic.ts';
import type { Person, RepositorySensitivity } from '../model/context.ts';
import type { ContextNote, Reason } from '../model/finding.ts';
import { NOVELTY, SIGN_INS } from '../score/constants.ts';
import { oddHourLine, roleLine, signInLine } from '../score/lines.ts';
import { combined, gateOf, lent, noveltyLine, weightedMean } from '../score/novelty.ts';
import { type Entity, partOf } from './entities.ts';
import { attributeIndex, type EvidenceBase } from './evidence-base.ts';
import { type Flagged, flaggedSignIn } from './flagged.ts';
import { HeardRow } from './heard-row.ts';
import { iso } from './iso.ts';
import { dayOf } from './profile.ts';
import { type Fresh, hasMoved, isOfPhones, type Someone, type Surroundings, surroundings } from './surroundings.ts';
import { impossibleTravel, type Travel } from './travel.ts';
import { COLD_DAYS } from './volume-model.ts';
import type { Window } from './windows.ts';
import { amount, spanWords } from './words.ts';

/** Signs of a network, country and client are what a sign-in is judged by. */
const SIGN_IN_ATTRIBUTES: readonly Attribute[] = ['network', 'country', 'client'];
/** Most that a fixed threshold may add, decades. */
const COLD_MOST = 3;
/** What it adds when it is just reached, decades. */
const COLD_LEAST = 1.3;

/** What a view is made of. */
export interface ViewParts {
	readonly base: EvidenceBase;
	readonly analytic: Analytic;
	readonly series: Series;
	readonly entity: Entity;
	readonly window: Window;
	readonly volume: Volume;
	readonly options: ReadonlyMap<string, OptionValue>;
}

/** One window with everything a judgement may ask: see `View`. */
export class WindowView implements View {
	readonly series: Series;
	readonly subject: string;
	readonly actor: string;
	readonly start: number;
	readonly end: number;
	readonly length: number;
	readonly volume: Volume;
	readonly gate: number;
	readonly window: Window;
	readonly #parts: ViewParts;
	readonly #day: number;
	readonly #someone: Someone;
	#events: readonly HeardEvent[] | undefined;
	#rows: readonly number[] | undefined;
	#cited: number | undefined;

	constructor(parts: ViewParts) {
		const { series, entity, window, volume } = parts;
		this.#parts = parts;
		this.series = series;
		this.subject = entity.key;
		this.actor = entity.person;
		this.start = entity.times[window.from] ?? 0;
		this.end = (entity.times[window.to - 1] ?? this.start) + 1;
		this.length = window.length;
		this.volume = volume;
		this.window = window;
		this.#day = knownDay(parts.base, this.start);
		this.gate = series.anchor === undefined ? gateOf(this.#settled()) : 1;
		this.#someone = this.#someoneAt(this.start, () => this.rows.map((row) => parts.base.ledger.rows.time(row)));
	}

	/** The window's person as known before a time. `own`: times of what is judged, which tell nothing of the rest of that day. */
	#someoneAt(time: number, own: () => readonly number[]): Someone {
		const { base } = this.#parts;
		const day = dayOf(time);
		let moved: boolean | undefined;
		return {
			person: this.actor,
			day: knownDay(base, time),
			moved: () => {
				const isPhones = (network: number) => isOfPhones(base, this.actor, day, network);
				moved ??= hasMoved(base.people.profile(this.actor), day, own(), isPhones);
				return moved;
			},
		};
	}

	// What somebody did before at home says nothing of a place where they never did anything.
	#settled(): number {
		const { base, entity, window, volume } = this.#parts;
		if (volume.unlimited <= volume.settled) return volume.settled;
		return isElsewhere(base, entity, window) ? volume.unlimited : volume.settled;
	}

	get events(): readonly HeardEvent[] {
		this.#events ??= this.rows.map((row) => this.#parts.base.rows.event(row));
		return this.#events;
	}

	/** Ledger rows of the window. */
	get rows(): readonly number[] {
		this.#rows ??= Array.from(this.#parts.entity.rows.subarray(this.#parts.window.from, this.#parts.window.to));
		return this.#rows;
	}

	/** The ledger row of an alert or sign-in on which a line rests, once it has been said. */
	get cited(): number | undefined {
		return this.#cited;
	}

	/** Gives up what was looked up; it is looked up again when it is asked for. There are as many views as windows that say something. */
	rest(): void {
		this.#events = undefined;
		this.#rows = undefined;
	}

	get person(): Person | undefined {
		return this.#parts.base.people.declared(this.actor);
	}

	get inferred(): { readonly developer: boolean | undefined; readonly service: boolean } {
		return this.#parts.base.inferred(this.actor);
	}

	number(option: string): number {
		const value = this.#parts.options.get(option);
		if (typeof value !== 'number') throw new TypeError(`${this.#parts.analytic.id} has no number option ${option}`);
		return value;
	}

	flag(option: string): boolean {
		return this.#parts.options.get(option) === true;
	}

	list(option: string): readonly string[] {
		const value = this.#parts.options.get(option);
		return Array.isArray(value) ? value : [];
	}

	volumeLine(signal: string, verb: string): Reason | undefined {
		const { observed, expected, surprise, days, largest, of } = this.volume;
		if (surprise <= 0) return undefined;
		const usual = amount(expected);
		const past = days === 0 ? 'no history' : `${counted(days, 'day')} of history`;
		const most = largest > 0 ? `, most so far ${amount(largest)}` : '';
		const whose =
			of === 'self'
				? ''
				: of === 'none'
					? '; nothing known of others'
					: `; with the ${of === 'peers' ? "peers'" : "organisation's"} rate`;
		return {
			signal,
			observed,
			expected: round(expected),
			unit: `${this.series.unit}/${spanWords(this.length)}`,
			surprise,
			text: `${amount(observed)} ${this.series.unit} ${verb} within ${spanWords(this.length)}; usual for that time and span: ${usual} (${past}${most}${whose})`,
		};
	}

	coldStartLine(signal: string, threshold: number): Reason | undefined {
		if (this.volume.evidenceDays >= COLD_DAYS || this.volume.observed < threshold) return undefined;
		return {
			signal,
			observed: this.volume.observed,
			expected: threshold,
			unit: this.series.unit,
			surprise: Math.min(COLD_MOST, COLD_LEAST + Math.log10(this.volume.observed / threshold)),
			text: `the evidence holds only ${counted(this.volume.evidenceDays, 'day')} before: measured against the fixed threshold of ${amount(threshold)} ${this.series.unit} instead`,
		};
	}

	noveltyLine(signal: string, attributes: readonly Attribute[]): Reason | undefined {
		const own = this.#surroundings(this.rows, attributes);
		const signIn = this.#oddestSignIn(this.start);
		const borrowed = lent(signIn.surprise, own.place);
		const surprise = noveltyLine(this.gate, own.surprise, borrowed);
		if (surprise < 0.05) return undefined;
		const from = own.fresh.map(inWords);
		const words = from.length === 0 ? [] : [`from ${inARow(from)}${this.#softening(own)}`];
		if (borrowed > own.surprise || words.length === 0) words.push(...signIn.words);
		return {
			signal,
			observed:
				own.fresh.map((fresh) => fresh.value).join(', ') || (signIn.words.length > 0 ? 'an unusual sign-in' : 'rarely used'),
			expected: 'networks, places and clients this account used before',
			unit: 'decades of rarity',
			surprise,
			text: words.length > 0 ? words.join('; ') : 'from a network or client this account uses rarely',
		};
	}

	// What makes new surroundings look harmless, in words.
	#softening({ fresh, place }: Surroundings): string {
		const client = fresh.some(({ attribute }) => attribute === 'client');
		if (place === 'familiar' && client) return ', in a place this account knows';
		return place === 'new' && !client && this.#someone.moved() ? ', where the account was at work all that day' : '';
	}

	novelty(events: readonly HeardEvent[], attributes: readonly Attribute[], whose: string = this.actor): number {
		const texts = this.#parts.base.ledger.texts;
		const parts: Partial<Record<Attribute, number>> = {};
		for (const attribute of attributes) {
			const table = this.#parts.base.novelty(attribute);
			parts[attribute] = weightedMean(
				events.flatMap((event) => {
					if ((attribute === 'network' || attribute === 'country') && this.#parts.base.trusted(event.ip)) return [];
					const value = texts.find(event[attribute] ?? '');
					// A consent of some days before is no longer new on the window's day: it is held against what was known on its own.
					const day = Math.min(this.#day, knownDay(this.#parts.base, event.time));
					return value === undefined ? [] : [{ surprise: table.newness(whose, value, day).surprise, weight: 1 }];
				}),
			);
		}
		return combined(parts);
	}

	newWords(events: readonly HeardEvent[], attributes: readonly Attribute[]): string {
		const rows = events.flatMap((event) => HeardRow.rowOf(event) ?? []);
		return inARow(this.#surroundings(rows, attributes).fresh.map(inWords));
	}

	signInNovelty(time: number): number {
		return this.#oddestSignIn(time).surprise;
	}

	signInWords(time: number): string {
		return this.#oddestSignIn(time).words.join(', ');
	}

	signInLine(signal: string): Reason | undefined {
		const { rows, ledger } = this.#parts.base;
		const around = rows.ofPerson(this.actor, this.start - SIGN_INS.before, this.start + SIGN_INS.after);
		const failed = around.filter((row) => ledger.rows.activity(row) === 'login.failed');
		const failures = failed.length;
		const proxy = this.rows.some((row) => ledger.rows.proxy(row)) || around.some((row) => ledger.rows.proxy(row));
		const travel = this.#travel(around);
		const flagged = flaggedSignIn(this.#parts.base, this.actor, this.start, this.#day);
		const surprise =
			signInLine(this.gate, failures, proxy) +
			(travel === undefined ? 0 : this.gate * SIGN_INS.travel.surprise) +
			(flagged === undefined ? 0 : this.gate * flagged.surprise);
		if (surprise < 0.05) return undefined;
		this.#cited = flagged?.row;
		const words = failures >= SIGN_INS.minimumFailures ? [this.#failedWords(failed)] : [];
		if (proxy) words.push('through an address that the vendor flags as a proxy');
		if (travel !== undefined) words.push(`two places ${travel.km} km apart within ${travel.minutes} min`);
		if (flagged !== undefined) words.push(this.#flaggedWords(flagged));
		const text = words.join(' and ');
		if (failures >= SIGN_INS.minimumFailures)
			return { signal, observed: failures, expected: 0, unit: 'failed sign-ins', surprise, text };
		// Without failures that count, the address or the sign-in itself is what is odd.
		if (!proxy && travel === undefined)
			return { signal, observed: flagged?.what ?? '', expected: 'none', unit: 'sign-ins', surprise, text };
		return { signal, observed: proxy ? 'a flagged address' : 'two places', expected: 'none', unit: 'addresses', surprise, text };
	}

	// Some may have come after what is judged had begun.
	#failedWords(failed: readonly number[]): string {
		const { rows } = this.#parts.base.ledger;
		const late = failed.filter((row) => rows.time(row) > this.start).length;
		const count = late === 0 ? `after ${failed.length}` : `with ${failed.length}`;
		const which = late === 0 ? '' : late === failed.length ? ', after it had begun' : `, ${late} of them after it had begun`;
		return `${count} failed sign-ins ${this.#whereAndWhen(failed)}${which}`;
	}

	#flaggedWords({ row, what, days, before }: Flagged): string {
		const past = before === 0 ? 'this account had none' : `this account had one on ${counted(before, 'day')}`;
		const of = days === 0 ? 'nothing is known of this account before' : `${past} in ${counted(days, 'day')} before`;
		return `with ${what} ${this.#whereAndWhen([row])}: ${of}`;
	}

	// `on okta and m365, 2026-03-04 08:51 to 09:20 UTC`; rows are by time.
	#whereAndWhen(rows: readonly number[]): string {
		const { ledger } = this.#parts.base;
		const platforms = inARow([...new Set(rows.map((row) => ledger.rows.platform(row)))].toSorted());
		const [first, last] = [rows[0], rows.at(-1)].map((row) => iso(row === undefined ? this.start : ledger.rows.time(row)));
		const sameDay = first?.slice(0, 10) === last?.slice(0, 10);
		const end = last?.slice(sameDay ? 11 : 0, 16).replace('T', ' ');
		const span = rows.length === 1 ? '' : ` to ${end}`;
		return `on ${platforms}, ${first?.slice(0, 16).replace('T', ' ')}${span} UTC`;
	}

	oddHourLine(signal: string): Reason | undefined {
		const { active, days, weekend } = this.#parts.base.rhythm.habit(this.actor, this.start);
		const surprise = oddHourLine(this.gate, active, days);
		if (surprise < 0.05) return undefined;
		return {
			signal,
			observed: new Date(this.start).toISOString().slice(11, 16),
			expected: 'hours in which this account is active',
			unit: 'UTC',
			surprise,
			text: `at ${new Date(this.start).toISOString().slice(11, 16)} UTC: this account was active within an hour of that time on ${active} of ${counted(days, weekend ? 'weekend day' : 'weekday')} before`,
		};
	}

	// Successful sign-ins around the window and its own first event, one after another.
	#travel(around: readonly number[]): Travel | undefined {
		const { ledger } = this.#parts.base;
		if (ledger.geography === undefined) return undefined;
		const stays = [
			...around.filter((row) => ledger.rows.activity(row) === 'login' && !ledger.rows.failed(row)),
			...this.rows.slice(0, 1),
		];
		return impossibleTravel(
			stays.map((row) => ({ time: ledger.rows.time(row), ip: ledger.rows.ip(row) })),
			ledger.geography,
		);
	}

	roleLine(signal: string, developers: boolean): Line | undefined {
		const declared = this.person;
		const machine = declared?.accountType === 'service' || this.events[0]?.actorType === 'service';
		const inferred = developers && !machine ? this.inferred.developer : undefined;
		const developer = developers && !machine ? (declared?.developer ?? inferred) : undefined;
		const logged = this.events.some((event) => event.privileged) ? true : undefined;
		const privileged = declared?.privileged ?? logged;
		const surprise = roleLine(developer, privileged);
		const rests: ContextNote[] = [];
		const words: string[] = [];
		const say = (effect: ContextNote['effect'], text: string) => {
			const ref = declared?.ref ?? '';
			rests.push({ kind: 'role', ref, effect, text });
			if (effect === 'raised') words.push(`${text} (${ref})`);
		};
		if (developer === false) {
			if (declared?.developer === false) say('raised', 'not a developer');
			else words.push('no developer: never pushed code in this evidence (inferred)');
		} else if (developer === true && inferred === false)
			say('lowered', 'a developer, though no push of theirs is in this evidence');
		if (privileged === true) {
			if (declared?.privileged === true) say('raised', 'a privileged account');
			else words.push('acting with a privileged role');
		} else if (privileged === false && logged === true)
			say('lowered', 'not a privileged account, though the log has it act as one');
		if (surprise === 0 && rests.length === 0) return undefined;
		return {
			signal,
			observed: declared?.role ?? words.join(', '),
			expected: developers ? 'a developer' : 'an ordinary account',
			unit: 'role',
			surprise,
			text: words.join(', '),
			rests,
			told: surprise - roleLine(inferred, logged),
		};
	}

	find(...queries: readonly Query[]): readonly HeardEvent[] {
		const { rows, ledger } = this.#parts.base;
		const done = (row: number) => !ledger.rows.failed(row) || ledger.rows.activity(row) === 'login.failed';
		return rows.rows(...queries).flatMap((row) => (done(row) ? rows.event(row) : []));
	}

	once<T>(name: string, make: () => T): T {
		const { base, analytic } = this.#parts;
		return base.once(`${analytic.id}\n${name}`, make);
	}

	newness(attribute: Attribute, value: string): Newness {
		const id = this.#parts.base.ledger.texts.find(value);
		const table = this.#parts.base.novelty(attribute);
		if (id === undefined) return { surprise: 0, isNew: true, holders: 0, ageDays: undefined };
		const first = table.firstDay(id);
		return {
			...table.newness(this.actor, id, this.#day),
			ageDays: first === undefined || first > this.window.day ? undefined : this.window.day - first,
		};
	}

	nameOf(name: string): string {
		return this.#parts.base.people.personOf(name);
	}

	// To the hour, which is as much as profiles know: the hour of `time` itself counts, those after it do not.
	activeWithin(name: string, time: number, days: number): boolean {
		const { people } = this.#parts.base;
		const hours = people.profile(people.personOf(name))?.hours;
		if (hours === undefined) return false;
		const last = Math.floor(time / 3_600_000);
		const first = last - days * 24;
		for (let day = Math.floor(first / 24); day * 24 <= last; day += 1) {
			const from = Math.max(0, first - day * 24);
			const until = Math.min(24, last + 1 - day * 24);
			if (((hours.get(day) ?? 0) >> from) & ((1 << (until - from)) - 1)) return true;
		}
		return false;
	}

	approval(app: string): { approved: boolean; expired: boolean; scopes: readonly string[]; ref: string } | undefined {
		const { context, ledger } = this.#parts.base;
		const platform = this.events[0]?.platform ?? '';
		const listed = this.appIds(app)
			.map((id) => context.app(id, ledger.appNames.get(app), platform))
			.find((found) => found !== undefined);
		if (listed === undefined) return undefined;
		const expired = listed.reviewBy !== undefined && this.start >= listed.reviewBy;
		return { approved: !expired, expired, scopes: listed.scopes, ref: listed.ref };
	}

	sensitivity(repository: string): RepositorySensitivity | undefined {
		return this.#parts.base.context.repository(repository);
	}

	scopeTier(platform: string, scope: string, appOnly: boolean): number | undefined {
		return this.#parts.base.sources.get(platform)?.scopeTier?.(scope, appOnly);
	}

	roleTier(platform: string, role: string): number | undefined {
		return this.#parts.base.sources.get(platform)?.roleTier?.(role);
	}

	appIds(app: string): readonly string[] {
		const { ledger, people } = this.#parts.base;
		// An app that acts is a person, too, and goes by the names of its records.
		const names = people.namesOf(people.personOf(app));
		return [...new Set([app, ...(ledger.otherAppIds.get(app) ?? []), ...names].map((id) => id.toLowerCase()))];
	}

	appName(app: string): string {
		return this.#parts.base.ledger.appNames.get(app) ?? app;
	}

	personOf(name: string): Person | undefined {
		const { people } = this.#parts.base;
		return people.declared(people.personOf(name));
	}

	/** The oddest successful sign-in of the person around a time. */
	#oddestSignIn(time: number): {
		readonly surprise: number;
		readonly words: readonly string[];
		readonly row: number | undefined;
	} {
		const { rows, ledger } = this.#parts.base;
		let best: { surprise: number; words: readonly string[]; row: number | undefined } = {
			surprise: 0,
			words: [],
			row: undefined,
		};
		const someone = knownDay(this.#parts.base, time) < this.#day ? this.#someoneAt(time, () => [time]) : this.#someone;
		for (const row of rows.ofPerson(this.actor, time - NOVELTY.signInSpan, time + NOVELTY.signInSpan)) {
			if (ledger.rows.activity(row) !== 'login' || ledger.rows.failed(row)) continue;
			const { surprise, fresh } = surroundings(this.#parts.base, someone, [row], SIGN_IN_ATTRIBUTES);
			if (surprise <= best.surprise) continue;
			const before = time - ledger.rows.time(row);
			const when =
				Math.abs(before) < 60_000 ? 'at the same time' : `${timeWords(Math.abs(before))} ${before > 0 ? 'before' : 'after'}`;
			const what = inARow(fresh.map(inWords));
			best = { surprise, row, words: what === '' ? [] : [`a sign-in to ${ledger.rows.platform(row)} ${when} came from ${what}`] };
		}
		return best;
	}

	/** The row of the oddest sign-in around the window's start, with its surprise. */
	oddestSignIn(): { readonly row: number; readonly surprise: number; readonly words: readonly string[] } | undefined {
		const { row, surprise, words } = this.#oddestSignIn(this.start);
		return row === undefined ? undefined : { row, surprise, words };
	}

	#surroundings(rows: readonly number[], attributes: readonly Attribute[]): Surroundings {
		return surroundings(this.#parts.base, this.#someone, rows, attributes);
	}
}

/** What came so short a time before midnight (UTC), ms, is no past of what comes after it: a stolen account's sign-in at 23:40 is none of what it does at 00:05. */
const CARRIED = 6 * 3_600_000;

/** The UTC day up to whose start somebody's past is known for what begins at a time. On the evidence's second day a short past is better than none. */
function knownDay({ ledger }: EvidenceBase, time: number): number {
	const day = dayOf(time - CARRIED);
	return day <= dayOf(ledger.first) ? dayOf(time) : day;
}

const NOUNS: Readonly<Record<Attribute, string>> = {
	network: 'network',
	country: 'country',
	client: 'client',
	app: 'application',
	token: 'token',
	device: 'device',
};

function inWords({ attribute, value, holders }: Fresh): string {
	const verb = attribute === 'network' || attribute === 'country' ? 'worked from' : 'used';
	const who = holders === 0 ? `nobody here had ${verb} before` : `this account had not ${verb} before`;
	return `${attribute === 'app' ? 'an' : 'a'} ${NOUNS[attribute]} ${who} (${value})`;
}

function round(value: number): number {
	return value >= 10 ? Math.round(value * 10) / 10 : Number(value.toPrecision(2));
}

/** Whether most of a window's events come from a network that is new to the account. */
export function isElsewhere(base: EvidenceBase, entity: Entity, window: Window): boolean {
	const isNew = newPlaces(base, entity.person);
	let elsewhere = 0;
	const day = knownDay(base, entity.times[window.from] ?? 0);
	for (let index = window.from; index < window.to; index += 1) if (isNew(entity.rows[index] ?? 0, day)) elsewhere += 1;
	return elsewhere * 2 > window.to - window.from;
}

/** The events of a subject that came from networks new to the account on their day; undefined where none or all of them did, or a single one. */
export function fromElsewhere(base: EvidenceBase, entity: Entity): Entity | undefined {
	const isNew = newPlaces(base, entity.person);
	const indices: number[] = [];
	for (const [index, row] of entity.rows.entries()) if (isNew(row, knownDay(base, entity.times[index] ?? 0))) indices.push(index);
	return indices.length < 2 || indices.length === entity.rows.length ? undefined : partOf(entity, indices);
}

/** Tells whether a row came from a network that is new to somebody on a day, and is none that the organisation trusts. */
function newPlaces(base: EvidenceBase, person: string): (row: number, day: number) => boolean {
	const { rows } = base.ledger;
	const network = attributeIndex('network');
	const table = base.novelty('network');
	return (row, day) => {
		const value = rows.value(row, network);
		return value !== 0 && table.newness(person, value, day).isNew && !base.trusted(rows.ip(row));
	};
}
