import type { Volume } from '../analytic.ts';
import type { VolumeBasis } from '../model/explanation.ts';
import { VOLUME } from '../score/constants.ts';
import { tailSurprise } from '../score/negative-binomial.ts';
import {
	compress,
	type DispersionTerms,
	dispersionOf,
	dispersionTerms,
	type GammaPrior,
	gammaPrior,
	posteriorMean,
	sizeOf,
	yieldingPrior,
} from '../score/volume.ts';
import type { Calendar } from './calendar.ts';
import type { Entity } from './entities.ts';
import type { People } from './people.ts';
import { DAY } from './profile.ts';
import type { Rhythm } from './rhythm.ts';
import type { Window } from './windows.ts';

/** From this many days on, a subject's own history speaks louder than its peers'. */
const OWN_DAYS = 5;

/** While the evidence itself is younger than this (days), nothing is known of anybody: volumes count in part only. */
export const COLD_DAYS = 3;
/** What a volume on the very first day of the evidence still counts. */
const COLD_SHARE = 0.33;

interface DayModel {
	readonly organisation: GammaPrior;
	readonly groups: ReadonlyMap<string, GammaPrior>;
	/** Dispersion by window length. */
	readonly phi: ReadonlyMap<number, number>;
	readonly known: number;
}

/** What is usual for the entities of one series on any day, from the days before it. */
export class VolumeModel {
	readonly #entities: readonly Entity[];
	readonly #lengths: readonly number[];
	readonly #people: People;
	readonly #calendar: Calendar;
	readonly #rhythm: Rhythm;
	/** History that counts, in days. */
	readonly #reach: number;
	readonly #models = new Map<number, DayModel>();

	constructor(
		entities: readonly Entity[],
		lengths: readonly number[],
		evidence: { readonly people: People; readonly calendar: Calendar; readonly rhythm: Rhythm },
		baseline: number | undefined,
	) {
		this.#entities = entities;
		this.#lengths = lengths;
		this.#people = evidence.people;
		this.#calendar = evidence.calendar;
		this.#rhythm = evidence.rhythm;
		this.#reach = baseline === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.round(baseline / DAY));
	}

	/**
	 * How odd the window's count is.
	 * @param before on how many earlier days the subject did as much within the same length: what somebody has done before, they may do again, so
	 * the tail is not taken to be thinner than those days say
	 */
	volume(entity: Entity, window: Window, before = 0): Volume {
		const basis = this.basis(entity, window, before);
		const settled = compress(Math.min(basis.tail, basis.ownLimit ?? Number.POSITIVE_INFINITY), this.#lengths.length);
		return {
			observed: window.count,
			expected: basis.expected,
			surprise: settled * Math.min(1, Math.max(COLD_SHARE, basis.evidenceDays / COLD_DAYS)),
			settled,
			unlimited: compress(basis.tail, this.#lengths.length),
			evidenceDays: basis.evidenceDays,
			days: basis.days,
			windows: Math.floor((basis.days * DAY) / window.length),
			largest: 0,
			of: basis.days >= OWN_DAYS ? 'self' : basis.prior.of,
		};
	}

	/** The numbers behind {@link volume}, for people who want to check them. */
	basis(entity: Entity, window: Window, before = 0): VolumeBasis {
		const model = this.#model(window.day);
		const { days, weight } = this.#past(entity, window.day);
		const peers = model.groups.get(this.#group(entity));
		const prior = yieldingPrior(peers ?? model.organisation, weight, days);
		const end = (entity.times[window.to - 1] ?? 0) + 1;
		const share = this.#rhythm.share(entity.person, window.day, end - window.length, end);
		const phi = model.phi.get(window.length) ?? VOLUME.dispersionMinimum;
		const expected = posteriorMean(prior, weight, days, share);
		const own = ownSurprise(before, days);
		return {
			length: window.length,
			days,
			weight,
			prior: {
				of: peers !== undefined ? 'peers' : model.known >= VOLUME.priorMinimumEntities ? 'organisation' : 'none',
				a: prior.a,
				b: prior.b,
			},
			known: model.known,
			share,
			expected,
			dispersion: phi,
			tail: tailSurprise(window.count, expected, sizeOf(prior.a, weight, phi)),
			daysAsMuch: before,
			...(Number.isFinite(own) && { ownLimit: own }),
			evidenceDays: this.#calendar.count(entity.platforms, Number.NEGATIVE_INFINITY, window.day),
		};
	}

	/** Mean for a span of time as known on a day: for charts. */
	expected(entity: Entity, day: number, start: number, end: number): number {
		const model = this.#model(day);
		const { days, weight } = this.#past(entity, day);
		const prior = yieldingPrior(model.groups.get(this.#group(entity)) ?? model.organisation, weight, days);
		return posteriorMean(prior, weight, days, this.#rhythm.share(entity.person, day, start, end));
	}

	#past(entity: Entity, day: number): { readonly from: number; readonly days: number; readonly weight: number } {
		const first = Math.min(this.#people.firstDay(entity.person) ?? day, entity.history.days[0] ?? day);
		const from = Math.max(first, day - this.#reach);
		return { from, days: this.#calendar.count(entity.platforms, from, day), weight: entity.history.weight(from, day) };
	}

	#group(entity: Entity): string {
		const person = this.#people.declared(entity.person);
		return person === undefined ? '' : `${person.department ?? ''}\n${person.role ?? ''}`;
	}

	#model(day: number): DayModel {
		const known = this.#models.get(day);
		if (known !== undefined) return known;
		const rates: { readonly weight: number; readonly days: number; readonly group: string }[] = [];
		const terms = new Map(this.#lengths.map((length) => [length, [] as DispersionTerms[]]));
		for (const entity of this.#entities) {
			const past = this.#past(entity, day);
			if (past.days === 0) continue;
			rates.push({ weight: past.weight, days: past.days, group: this.#group(entity) });
			for (const [length, all] of terms) {
				const buckets = (past.days * DAY) / length;
				const squares = entity.history.squares(length, past.from, day);
				all.push(dispersionTerms({ weight: past.weight, squares, buckets, days: past.days }));
			}
		}
		const model = {
			organisation: gammaPrior(rates),
			groups: groupPriors(rates),
			phi: new Map([...terms].map(([length, all]) => [length, pooled(all)])),
			known: rates.filter(({ days }) => days >= VOLUME.priorMinimumDays).length,
		};
		this.#models.set(day, model);
		return model;
	}
}

// One migration must not stand for everybody's habit: as of the rates, those that stand out most are left out.
function pooled(all: readonly DispersionTerms[]): number {
	const terms = all.filter(({ scale }) => scale > 0);
	const most = terms.length < VOLUME.priorMinimumEntities ? 0 : Math.ceil(terms.length * VOLUME.priorDropped);
	const dropped = new Set(terms.toSorted((a, b) => b.excess - a.excess || b.scale - a.scale).slice(0, most));
	let excess = 0;
	let scale = 0;
	for (const term of terms) {
		if (dropped.has(term)) continue;
		excess += term.excess;
		scale += term.scale;
	}
	return dispersionOf(excess, scale);
}

// -log10 of the share of days on which the subject did as much; no limit where it never did.
function ownSurprise(before: number, days: number): number {
	return before === 0 ? Number.POSITIVE_INFINITY : -Math.log10(Math.min(1, (before + 1) / (days + 1)));
}

// Peers: people of the same department and role, where at least five are known for long enough.
function groupPriors(
	rates: readonly { readonly weight: number; readonly days: number; readonly group: string }[],
): ReadonlyMap<string, GammaPrior> {
	const groups = new Map<string, { readonly weight: number; readonly days: number }[]>();
	for (const rate of rates) {
		const members = groups.get(rate.group);
		if (members === undefined) groups.set(rate.group, [rate]);
		else members.push(rate);
	}
	const priors = new Map<string, GammaPrior>();
	for (const [group, members] of groups) {
		const known = members.filter(({ days }) => days >= VOLUME.priorMinimumDays).length;
		if (group !== '' && group !== '\n' && known >= VOLUME.priorMinimumEntities) priors.set(group, gammaPrior(members));
	}
	return priors;
}
