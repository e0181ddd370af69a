import { type CONCENTRATION, NOVELTY } from './constants.ts';

/** The attributes whose newness is scored. */
export type NoveltyAttribute = keyof typeof CONCENTRATION;

/**
 * Concentration k of a Dirichlet process: after K actor-days an actor is expected to hold k ln(1 + K/k) distinct values, so k
 * solves Σ k ln(1 + K_a/k) = distinct values of all actors together. By bisection on ln k; between 0.01 and 100.
 * @param actorDays K_a of each actor: its pairs (value, day); any order
 * @param firsts Σ of the actors' numbers of distinct values
 * @param fallback returned while fewer than 20 firsts are known
 */
export function concentration(actorDays: Iterable<number>, firsts: number, fallback: number): number {
	if (firsts < NOVELTY.minimumFirsts) return fallback;
	const tally = new Map<number, number>();
	for (const days of actorDays) if (days > 0) tally.set(days, (tally.get(days) ?? 0) + 1);
	const groups = [...tally].sort(([left], [right]) => left - right);
	const expected = (k: number): number => {
		let sum = 0;
		for (const [days, actors] of groups) sum += actors * k * Math.log1p(days / k);
		return sum;
	};
	const [least, most] = NOVELTY.concentrationRange;
	if (expected(least) >= firsts) return least;
	if (expected(most) <= firsts) return most;
	let low = Math.log(least);
	let high = Math.log(most);
	for (let step = 0; step < 50; step += 1) {
		const middle = (low + high) / 2;
		if (expected(Math.exp(middle)) < firsts) low = middle;
		else high = middle;
	}
	return Math.exp((low + high) / 2);
}

/** U = (singles + 1)/(firsts + 2): Good (1953), smoothed so that it is never 0 nor 1. */
export function unseenMass(singles: number, firsts: number): number {
	return (singles + 1) / (firsts + 2);
}

/** Q = U + (1 − U) · share. */
export function rarityOf(unseen: number, share: number): number {
	return unseen + (1 - unseen) * share;
}

/** What one actor's history says of one attribute, before the day. */
export interface ValueHistory {
	/** K: pairs (value, day) of the actor: the sum of the day counts. */
	readonly total: number;
	/** On how many days the actor showed each value; any order. */
	readonly counts: Iterable<number>;
}

/**
 * Surprise of a value that the actor showed before, decades: −log10 of (day counts at most as large as the value's own, plus
 * k)/(K + k), less the 0.43 to which that comes by chance alone; at least 0. Whoever works in three places is in none of them by surprise.
 * @param own days on which the actor showed this value
 */
export function seenSurprise(history: ValueHistory, own: number, k: number): number {
	let rarer = 0;
	for (const count of history.counts) if (count <= own) rarer += count;
	return Math.max(0, -Math.log10((rarer + k) / (history.total + k)) - NOVELTY.ordinary);
}

/** Surprise of a value new to the actor, decades: −log10 of k/(K + k) · Q. A joiner (K = 0) is surprising only by Q. */
export function newSurprise(total: number, k: number, rarity: number): number {
	return -Math.log10((k / (total + k)) * rarity);
}

/** Mean of surprises weighted by the share of events that carry them; 0 where no weight is left. */
export function weightedMean(parts: Iterable<{ readonly surprise: number; readonly weight: number }>): number {
	let sum = 0;
	let weights = 0;
	for (const { surprise, weight } of parts) {
		sum += surprise * weight;
		weights += weight;
	}
	return weights > 0 ? sum / weights : 0;
}

/** Surprises by attribute, decades. Leave out what an analytic does not judge. */
export type Surprises = Readonly<Partial<Record<NoveltyAttribute, number>>>;

/** n of a window or sign-in: max(network, country) + client + 0.7 app + 0.5 token + 0.5 device. */
export function combined(surprises: Surprises): number {
	const { network = 0, country = 0, client = 0, app = 0, token = 0, device = 0 } = surprises;
	const { weights } = NOVELTY;
	return (
		Math.max(network, country) + weights.client * client + weights.app * app + weights.token * token + weights.device * device
	);
}

/** l: what the oddest sign-in around a window (its n) lends to the window, by what the window's own network is. */
export function lent(signIn: number, ownNetwork: keyof typeof NOVELTY.lent): number {
	return signIn * NOVELTY.lent[ownNetwork];
}

/** 0.8 n up to 2.5, then 2 + 1.8 ln(n/2.5): several attributes of one unusual place are not independent witnesses. */
export function squash(n: number): number {
	const { slope, bend, base, growth } = NOVELTY.squash;
	if (n <= 0) return 0;
	return n <= bend ? slope * n : base + growth * Math.log(n / bend);
}

/** g, 0 to 1: no abnormal volume, no credit for novelty; full credit from V = 0.8. */
export function gateOf(volume: number): number {
	return Math.min(1, Math.max(0, volume) / NOVELTY.fullGate);
}

/** N, the line of the novelty, decades: g · min(5, squash(max(n, l))). */
export function noveltyLine(gate: number, own: number, lentBySignIn: number): number {
	return gate * Math.min(NOVELTY.maximum, squash(Math.max(own, lentBySignIn)));
}
