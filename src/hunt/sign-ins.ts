import { type Attribute, counted, inARow, timeWords } from '../analytic.ts';
import type { Reason } from '../model/finding.ts';
import { NOVELTY, SIGN_INS } from '../score/constants.ts';
import { signInLine } from '../score/lines.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { type Flagged, flaggedSignIn } from './flagged.ts';
import { iso } from './iso.ts';
import { freshWords, type Someone, surroundings } from './surroundings.ts';
import { impossibleTravel, type Travel } from './travel.ts';

/** Signs of a network, country and client are what a sign-in is judged by. */
const ATTRIBUTES: readonly Attribute[] = ['network', 'country', 'client'];

/** A successful sign-in and how odd it is. */
export interface OddSignIn {
	/** Decades. */
	readonly surprise: number;
	readonly words: readonly string[];
	/** Of the ledger; undefined where there is no sign-in that is odd at all. */
	readonly row: number | undefined;
}

/** The oddest successful sign-in of somebody around a time. */
export function oddestSignIn(base: EvidenceBase, someone: Someone, time: number): OddSignIn {
	const { rows, ledger } = base;
	let best: OddSignIn = { surprise: 0, words: [], row: undefined };
	for (const row of rows.ofPerson(someone.person, time - NOVELTY.signInSpan, time + NOVELTY.signInSpan)) {
		if (ledger.rows.activity(row) !== 'login' || ledger.rows.failed(row)) continue;
		const { surprise, fresh } = surroundings(base, someone, [row], ATTRIBUTES);
		if (surprise <= best.surprise) continue;
		const before = time - ledger.rows.time(row);
		const when =
			Math.abs(before) < 60_000 ? 'at the same time' : `${timeWords(Math.abs(before))} ${before > 0 ? 'before' : 'after'}`;
		const what = inARow(fresh.map(freshWords));
		best = { surprise, row, words: what === '' ? [] : [`a sign-in to ${ledger.rows.platform(row)} ${when} came from ${what}`] };
	}
	return best;
}

/** A window whose sign-ins are looked at. */
export interface SignedIn {
	readonly actor: string;
	readonly start: number;
	/** UTC day up to whose start the account's past is known. */
	readonly day: number;
	/** How far its volume lets other lines speak, 0 to 1. */
	readonly gate: number;
	/** Ledger rows of the window, by time. */
	readonly rows: readonly number[];
}

/** What failed, flagged and impossible sign-ins around a window's beginning say; `cited`: the ledger row of the alert that is told. */
export function signInReason(
	signal: string,
	base: EvidenceBase,
	{ actor, start, day, gate, rows: own }: SignedIn,
): { readonly reason: Reason; readonly cited: number | undefined } | undefined {
	const { rows, ledger } = base;
	const around = rows.ofPerson(actor, start - SIGN_INS.before, start + SIGN_INS.after);
	const failed = around.filter((row) => ledger.rows.activity(row) === 'login.failed');
	const failures = failed.length;
	const proxy = own.some((row) => ledger.rows.proxy(row)) || around.some((row) => ledger.rows.proxy(row));
	const travel = travelOf(base, around, own);
	const flagged = flaggedSignIn(base, actor, start, day);
	const surprise =
		signInLine(gate, failures, proxy) +
		(travel === undefined ? 0 : gate * SIGN_INS.travel.surprise) +
		(flagged === undefined ? 0 : gate * flagged.surprise);
	if (surprise < 0.05) return undefined;
	const words = failures >= SIGN_INS.minimumFailures ? [failedWords(base, failed, start)] : [];
	if (proxy) words.push('through an address that the vendor flags as a proxy');
	if (travel !== undefined) words.push(`two places ${travel.km} km apart within ${travel.minutes} min`);
	if (flagged !== undefined) words.push(flaggedWords(base, flagged));
	const text = words.join(' and ');
	const cited = flagged?.row;
	if (failures >= SIGN_INS.minimumFailures)
		return { reason: { signal, observed: failures, expected: 0, unit: 'failed sign-ins', surprise, text }, cited };
	// Without failures that count, the address or the sign-in itself is what is odd.
	if (!proxy && travel === undefined)
		return { reason: { signal, observed: flagged?.what ?? '', expected: 'none', unit: 'sign-ins', surprise, text }, cited };
	const observed = proxy ? 'a flagged address' : 'two places';
	return { reason: { signal, observed, expected: 'none', unit: 'addresses', surprise, text }, cited };
}

// Successful sign-ins around a window and its own first event, one after another.
function travelOf({ ledger }: EvidenceBase, around: readonly number[], own: readonly number[]): Travel | undefined {
	if (ledger.geography === undefined) return undefined;
	const stays = [
		...around.filter((row) => ledger.rows.activity(row) === 'login' && !ledger.rows.failed(row)),
		...own.slice(0, 1),
	];
	return impossibleTravel(
		stays.map((row) => ({ time: ledger.rows.time(row), ip: ledger.rows.ip(row) })),
		ledger.geography,
	);
}

// Some may have come after what is judged had begun.
function failedWords(base: EvidenceBase, failed: readonly number[], start: number): string {
	const late = failed.filter((row) => base.ledger.rows.time(row) > start).length;
	const count = late === 0 ? `after ${failed.length}` : `with ${failed.length}`;
	const which = late === 0 ? '' : late === failed.length ? ', after it had begun' : `, ${late} of them after it had begun`;
	return `${count} failed sign-ins ${whereAndWhen(base, failed)}${which}`;
}

function flaggedWords(base: EvidenceBase, { row, what, days, before }: Flagged): string {
	const past = before === 0 ? 'this account had none' : `this account had one on ${counted(before, 'day')}`;
	const of = days === 0 ? 'nothing is known of this account before' : `${past} in ${counted(days, 'day')} before`;
	return `with ${what} ${whereAndWhen(base, [row])}: ${of}`;
}

// `on okta and m365, 2026-03-04 08:51 to 09:20 UTC`; rows are by time, one at least.
function whereAndWhen({ ledger }: EvidenceBase, rows: readonly number[]): string {
	const platforms = inARow([...new Set(rows.map((row) => ledger.rows.platform(row)))].toSorted());
	const [first = '', last = ''] = [rows[0], rows.at(-1)].map((row) => (row === undefined ? '' : iso(ledger.rows.time(row))));
	const sameDay = first.slice(0, 10) === last.slice(0, 10);
	const end = last.slice(sameDay ? 11 : 0, 16).replace('T', ' ');
	const span = rows.length === 1 ? '' : ` to ${end}`;
	return `on ${platforms}, ${first.slice(0, 16).replace('T', ' ')}${span} UTC`;
}
