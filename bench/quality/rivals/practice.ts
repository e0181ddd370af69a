import { ANALYTICS, type AnalyticId } from '../../organisation/world.ts';
import type { Claim, Heard, Rival } from '../model.ts';
import { actsOf, DAY, dayOf } from '../series.ts';
import { RULES } from './rules.ts';

/** Points a rule gives: a threshold, something never seen of this actor in two weeks, failed sign-ins. */
const POINTS = { rule: 40, network: 20, country: 25, client: 15, app: 20, failures: 20, proxy: 10 } as const;

/**
 * What a good detection team does with rules: published thresholds, first-seen rules on network, country, client and application
 * (history of 14 days, three at least), and failed sign-ins; points are added for each actor and day, and the day is ranked by its sum.
 */
export const riskPractice: Rival = {
	name: 'best rule practice (risk sum)',
	find(events) {
		const firsts = firstSeen(events);
		return ANALYTICS.flatMap((analytic) => sumUp(events, analytic, firsts));
	},
};

/** Points of first-seen values and failed sign-ins, by actor and day. */
function firstSeen(events: readonly Heard[]): Map<string, number> {
	const points = new Map<string, number>();
	const last = new Map<string, number>();
	const firstDay = new Map<string, number>();
	const failures = new Map<string, number>();
	for (const event of events) {
		if (event.actor === '') continue;
		const day = dayOf(event.time);
		const key = `${event.actor}|${day}`;
		if (!firstDay.has(event.actor)) firstDay.set(event.actor, day);
		const old = day - (firstDay.get(event.actor) ?? day) >= 3;
		for (const [kind, value] of [
			['network', event.network],
			['country', event.country],
			['client', event.client],
			['app', event.app],
		] as const) {
			if (value === undefined) continue;
			const place = `${event.actor}|${kind}|${value}`;
			const seen = last.get(place);
			if (old && (seen === undefined || event.time - seen > 14 * DAY)) points.set(key, (points.get(key) ?? 0) + POINTS[kind]);
			last.set(place, event.time);
		}
		if (event.activity === 'login.failed') {
			failures.set(key, (failures.get(key) ?? 0) + 1);
			if (failures.get(key) === 3) points.set(key, (points.get(key) ?? 0) + POINTS.failures);
		}
	}
	return points;
}

function sumUp(events: readonly Heard[], analytic: AnalyticId, firsts: ReadonlyMap<string, number>): Claim[] {
	const days = new Map<string, { actor: string; start: number; end: number; count: number; score: number }>();
	const touch = (actor: string, start: number, end: number): { score: number; count: number } => {
		const key = `${actor}|${dayOf(end)}`;
		const known = days.get(key) ?? { actor, start, end, count: 0, score: 0 };
		known.start = Math.min(known.start, start);
		known.end = Math.max(known.end, end);
		days.set(key, known);
		return known;
	};
	for (const [actor, acts] of actsOf(events, analytic))
		for (const act of acts) touch(actor, act.time, act.time).count += act.weight;
	for (const rule of RULES.filter((one) => one.analytic === analytic)) {
		for (const claim of rule.find(events))
			touch(claim.names[0] ?? '', claim.start, claim.end).score += POINTS.rule * Math.min(2, 0.5 + claim.score / 2);
	}
	const claims: Claim[] = [];
	for (const [key, { actor, start, end, count, score }] of days) {
		const sum = score + (firsts.get(key) ?? 0);
		// The number of acts breaks ties only.
		if (sum > 0) claims.push({ analytic, names: [actor], start, end, score: sum + Math.min(0.99, count / 10_000) });
	}
	return claims;
}
