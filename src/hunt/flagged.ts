import type { HeardEvent } from '../analytic.ts';
import { lowerBound } from '../features/lower-bound.ts';
import { SIGN_INS } from '../score/constants.ts';
import { flaggedLine } from '../score/lines.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { dayOf } from './profile.ts';

/** Flags of one kind of an account, by time: something about its sign-ins that calls for a second look. */
interface OfKind {
	readonly times: number[];
	/** Ledger rows. */
	readonly rows: number[];
	/** Days (UTC) with such a flag, ascending, each once. */
	readonly days: number[];
}

/** A flag, and how rare its kind is for the account. */
export interface Flagged {
	readonly row: number;
	/** Decades, ungated. */
	readonly surprise: number;
	/** In words: `an alert of the vendor (User Risk Detection)`. */
	readonly what: string;
	/** Days on which the account was active before, and those of them with such a flag. */
	readonly days: number;
	readonly before: number;
}

/** All flags of the evidence. */
interface Flags {
	readonly byPerson: ReadonlyMap<string, ReadonlyMap<string, OfKind>>;
	/** Kind → days (UTC) on which somebody was flagged so, once for each person, ascending. */
	readonly days: ReadonlyMap<string, readonly number[]>;
	/** Days on which somebody was active, once for each person, ascending. */
	readonly active: Float64Array;
}

/**
 * The rarest thing that the vendor's own alerts, sign-ins by device code or of others as this account say of somebody, from 16 hours before a time
 * to an hour after it. How rare it is comes of the account's own days and everybody's: where alerts are daily bread they say nothing.
 * @param day UTC day up to whose start the past is known
 */
export function flaggedSignIn(base: EvidenceBase, person: string, time: number, day: number): Flagged | undefined {
	const flags = base.once('flagged sign-ins', () => flagsOf(base));
	const kinds = flags.byPerson.get(person);
	if (kinds === undefined) return undefined;
	const days = base.people.profile(person)?.daysBefore(day) ?? 0;
	let best: Flagged | undefined;
	for (const [kind, own] of kinds) {
		const first = lowerBound(own.times, time - SIGN_INS.flagged.before);
		const [at, row] = [own.times[first], own.rows[first]];
		if (at === undefined || row === undefined || at > time + SIGN_INS.after) continue;
		const before = lowerBound(own.days, day);
		const surprise = flaggedLine(
			{ before, days },
			{ before: lowerBound(flags.days.get(kind) ?? [], day), days: lowerBound(flags.active, day) },
		);
		if (surprise > (best?.surprise ?? 0)) best = { row, surprise, what: kind, days, before };
	}
	return best;
}

function flagsOf(base: EvidenceBase): Flags {
	const { people } = base;
	const byPerson = new Map<string, Map<string, OfKind>>();
	const days = new Map<string, number[]>();
	base.rows.each(['login', 'session.anomaly'], (row) => {
		const kind = kindOf(base, row);
		if (kind === undefined) return;
		const event = base.rows.event(row);
		// A vendor's service that raises an alert, and who signs in as somebody else, name whom it is about.
		const isAbout = isAsAnother(event.details) || event.actor === '' || event.actorType === 'system';
		const person = !isAbout ? event.actor : event.targetType === 'user' ? people.personOf(event.target ?? '') : '';
		if (person === '' || (isAbout && person === event.actor)) return;
		const kinds = byPerson.get(person) ?? new Map<string, OfKind>();
		byPerson.set(person, kinds);
		const own = kinds.get(kind) ?? { times: [], rows: [], days: [] };
		kinds.set(kind, own);
		own.times.push(event.time);
		own.rows.push(row);
		const day = dayOf(event.time);
		if (own.days.at(-1) === day) return;
		own.days.push(day);
		const ofKind = days.get(kind);
		if (ofKind === undefined) days.set(kind, [day]);
		else ofKind.push(day);
	});
	const active: number[] = [];
	if (byPerson.size > 0) for (const person of people.all) active.push(...(people.profile(person)?.hours.keys() ?? []));
	// Rows come by time, so times and days are in order.
	return { byPerson, days, active: Float64Array.from(active).sort() };
}

function isAsAnother({ impersonation, loginAs, change }: HeardEvent['details']): boolean {
	return impersonation === true || (loginAs === true && change !== 'end');
}

/** What calls for a second look, in words; undefined: nothing. */
function kindOf({ ledger: { rows } }: EvidenceBase, row: number): string | undefined {
	const details = rows.details(row);
	const operation = rows.operation(row);
	if (details.alert === true)
		return rows.activity(row) === 'login'
			? `a sign-in that the vendor calls risky (${operation})`
			: `an alert of the vendor (${operation})`;
	if (rows.failed(row)) return undefined;
	if (isAsAnother(details)) return `a sign-in of somebody else as this account (${operation})`;
	return details.deviceCode === true ? 'a sign-in by device code' : undefined;
}
