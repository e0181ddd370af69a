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
	type View,
	type Volume,
} from '../analytic.ts';
import type { Person, RepositorySensitivity } from '../model/context.ts';
import type { Reason } from '../model/finding.ts';
import { oddHourLine } from '../score/lines.ts';
import { combined, gateOf, lent, noveltyLine, weightedMean } from '../score/novelty.ts';
import { isElsewhere, knownDay } from './elsewhere.ts';
import type { Entity } from './entities.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { HeardRow } from './heard-row.ts';
import { dayOf } from './profile.ts';
import { roleReason } from './role-line.ts';
import { type OddSignIn, oddestSignIn, signInReason } from './sign-ins.ts';
import { freshWords, hasMoved, isOfPhones, type Someone, type Surroundings, surroundings } from './surroundings.ts';
import { COLD_DAYS } from './volume-model.ts';
import type { Window } from './windows.ts';
import { amount, spanWords } from './words.ts';

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
		const from = own.fresh.map(freshWords);
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
		return inARow(this.#surroundings(rows, attributes).fresh.map(freshWords));
	}

	signInNovelty(time: number): number {
		return this.#oddestSignIn(time).surprise;
	}

	signInWords(time: number): string {
		return this.#oddestSignIn(time).words.join(', ');
	}

	signInLine(signal: string): Reason | undefined {
		const { actor, start, gate, rows } = this;
		const said = signInReason(signal, this.#parts.base, { actor, start, gate, rows, day: this.#day });
		if (said === undefined) return undefined;
		this.#cited = said.cited;
		return said.reason;
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

	roleLine(signal: string, developers: boolean): Line | undefined {
		return roleReason(signal, this, developers);
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

	#oddestSignIn(time: number): OddSignIn {
		const { base } = this.#parts;
		return oddestSignIn(base, knownDay(base, time) < this.#day ? this.#someoneAt(time, () => [time]) : this.#someone, time);
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

function round(value: number): number {
	return value >= 10 ? Math.round(value * 10) / 10 : Number(value.toPrecision(2));
}
