import { counted, type Excuses } from '../analytic.ts';
import type { ContextNote, Reason } from '../model/finding.ts';
import { CONTEXT, TRUST } from '../score/constants.ts';
import type { EvidenceBase } from './evidence-base.ts';
import type { WindowView } from './view.ts';

/** What excuses weigh where a series does not say otherwise: see docs/scoring.md. */
const USUAL_EXCUSES: Excuses = {
	ticket: CONTEXT.excused,
	app: CONTEXT.excused,
	service: CONTEXT.serviceAccount,
	network: TRUST.network,
};

/** From this novelty on (decades) a service account is not excused: its credentials are used from somewhere else. */
const SERVICE_NOVELTY = 1;
/** From this novelty on a ticket excuses in part only: it speaks for whoever asked for it, not for somebody in their place. */
const TICKET_NOVELTY = 2;
/** … once it is known for so many days. */
const SERVICE_DAYS = 5;

/** What the organisation said beforehand about a window: lines of the ledger, and notes for people. Nothing is ever hidden by it. */
export function excuse(
	view: WindowView,
	base: EvidenceBase,
	novelty: number,
): { readonly lines: readonly Reason[]; readonly notes: readonly ContextNote[] } {
	const weights = view.series.excuses ?? USUAL_EXCUSES;
	const lines: Reason[] = [];
	const notes: ContextNote[] = [];
	const say = (note: ContextNote, line?: Omit<Reason, 'signal' | 'text' | 'expected'>) => {
		notes.push(line?.surprise === 0 ? { ...note, effect: 'none' } : note);
		if (line !== undefined && line.surprise !== 0) lines.push({ signal: 'context', expected: 0, text: note.text, ...line });
	};
	const asked: Case = { view, base, weights, novelty, say };
	ticket(asked);
	approval(asked, lines.length > 0 && view.series.excuses === undefined);
	service(asked);
	trusted(asked);
	return { lines, notes };
}

/** A window that is to be excused. */
interface Case {
	readonly view: WindowView;
	readonly base: EvidenceBase;
	readonly weights: Excuses;
	/** How new its surroundings are, decades. */
	readonly novelty: number;
	say(note: ContextNote, line?: Omit<Reason, 'signal' | 'text' | 'expected'>): void;
}

function ticket({ view, base, weights, novelty, say }: Case): void {
	const names = base.people.namesOf(view.actor);
	const covering = new Map<string, { readonly name: string; count: number }>();
	let covered = 0;
	for (const event of view.events) {
		const changes = base.context.changes(names, event.activity, event.time);
		if (changes.length > 0) covered += 1;
		for (const { ref, id, note } of changes) {
			const known = covering.get(ref);
			if (known === undefined) covering.set(ref, { name: `${id}${note === undefined ? '' : `: ${note}`}`, count: 1 });
			else known.count += 1;
		}
	}
	const tickets = [...covering].toSorted(([a, { count: n }], [b, { count: m }]) => m - n || (a < b ? -1 : 1));
	const [best, ...others] = tickets;
	if (best === undefined) return;
	const share = covered / view.events.length;
	const which =
		others.length === 0
			? `change ticket ${best[1].name} covers`
			: `${counted(tickets.length, 'change ticket')} (${best[1].name}; …) cover`;
	const text = `${which} ${covered} of ${view.events.length} events`;
	const inPart = novelty >= TICKET_NOVELTY && view.volume.days >= SERVICE_DAYS;
	if (share < 0.5) say({ kind: 'change', ref: best[0], effect: 'none', text: `${text}: too few to excuse the rest` });
	else
		say(
			{
				kind: 'change',
				ref: best[0],
				effect: 'lowered',
				text: inPart ? `${text}, but from surroundings new to the account: excused in part only` : text,
			},
			{ observed: covered, unit: 'events', surprise: (inPart ? weights.ticket / 2 : weights.ticket) * share },
		);
	for (const [ref, { name, count }] of others)
		say({ kind: 'change', ref, effect: share < 0.5 ? 'none' : 'lowered', text: `change ticket ${name} covers ${count} of them` });
}

function approval({ view, base, weights, say }: Case, alreadyExcused: boolean): void {
	const counts = new Map<string, number>();
	for (const event of view.events) {
		const app = event.app ?? (event.targetType === 'app' ? event.target : undefined);
		if (app !== undefined) counts.set(app, (counts.get(app) ?? 0) + 1);
	}
	const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	if (best === undefined || best[1] * 2 < view.events.length) return;
	const listed = view.approval(best[0]);
	if (listed === undefined) return;
	const name = base.ledger.appNames.get(best[0]) ?? best[0];
	if (listed.expired) {
		say({ kind: 'approved-app', ref: listed.ref, effect: 'none', text: `${name} was approved, but its review date has passed` });
		return;
	}
	const beyond = beyondApproval(view, listed.scopes);
	if (beyond.length > 0) {
		say({
			kind: 'approved-app',
			ref: listed.ref,
			effect: 'none',
			text: `${name} is approved, but not for ${beyond.slice(0, 3).join(', ')}`,
		});
		return;
	}
	const text = `${name} is an approved app`;
	say(
		{ kind: 'approved-app', ref: listed.ref, effect: 'lowered', text },
		{ observed: best[1], unit: 'events', surprise: alreadyExcused ? 0 : weights.app },
	);
}

function beyondApproval(view: WindowView, allowed: readonly string[]): readonly string[] {
	if (allowed.length === 0) return [];
	const known = new Set(allowed.map((scope) => scope.toLowerCase()));
	const asked = view.events.flatMap((event) => String(event.details['scopes'] ?? '').split(' ')).filter((scope) => scope !== '');
	return [...new Set(asked)].filter((scope) => !known.has(scope.toLowerCase())).toSorted();
}

function service({ view, weights, novelty, say }: Case): void {
	const declared = view.person?.accountType === 'service';
	const typed = view.events[0]?.actorType === 'service';
	if (!declared && !typed && !view.inferred.service) return;
	const ref = declared ? (view.person?.ref ?? 'inferred') : 'inferred';
	const how = declared
		? 'a service account'
		: typed
			? 'a service account (the log says so)'
			: 'active round the clock: taken for a service account (inferred)';
	if (novelty >= SERVICE_NOVELTY && view.volume.days >= SERVICE_DAYS) {
		say(
			{ kind: 'service-account', ref, effect: 'lowered', text: `${how}, but from surroundings new to it: excused in part only` },
			{ observed: 1, unit: 'account', surprise: weights.service / 2 },
		);
		return;
	}
	say(
		{ kind: 'service-account', ref, effect: 'lowered', text: how },
		{ observed: 1, unit: 'account', surprise: weights.service },
	);
}

function trusted({ view, base, weights, say }: Case): void {
	let count = 0;
	let addressed = 0;
	let named: { ref: string; cidr: string; name?: string } | undefined;
	for (const event of view.events) {
		if (event.ip === undefined) continue;
		addressed += 1;
		const network = base.context.network(event.ip);
		if (network === undefined) continue;
		count += 1;
		named ??= network;
	}
	if (named === undefined || addressed === 0) return;
	const share = count / view.events.length;
	const text = `${count} of ${view.events.length} events from ${named.name ?? named.cidr}, a trusted network`;
	say(
		{ kind: 'trusted-network', ref: named.ref, effect: 'lowered', text },
		{ observed: count, unit: 'events', surprise: weights.network * share },
	);
}
