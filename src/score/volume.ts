import { logGamma } from './beta.ts';
import { VOLUME } from './constants.ts';

/**
 * The line of the volume, in decades: `2 log10(1 + v) − log10(lengths)`. A tail of a count model claims 1e-150 for an ordinary
 * big morning; compressed, it says how often such a value really came. The second term pays for having looked at several window
 * lengths.
 * @param v −log10 of the tail, see `tailSurprise`
 * @param lengths how many window lengths were tried
 */
export function compress(v: number, lengths: number): number {
	return VOLUME.compression * Math.log10(1 + Math.max(0, v)) - Math.log10(Math.max(1, lengths));
}

/** What one entity did on the days it is known. */
export interface Rate {
	readonly weight: number;
	/** Days since it was first seen anywhere. */
	readonly days: number;
}

/** A gamma distribution of daily rates: mean `a / b`. */
export interface GammaPrior {
	readonly a: number;
	/** In days. */
	readonly b: number;
}

const WEAK: GammaPrior = { a: VOLUME.weak.shape, b: VOLUME.weak.days };

/**
 * What is usual for the organisation's entities, by moments (empirical Bayes): r = weight/days of those known for 4 days or
 * more, the busiest 2 % (rounded up) left out; m = mean r, s² = max(var r − mean(r/days), 0.1 m²), where mean(r/days) is what
 * Poisson noise alone adds to the variance; a = m²/s², b = m/s². Does not depend on the order of the rates.
 * @returns a = 0.3, b = 1 where fewer than 5 entities are known so long, or those that remain did nothing
 */
export function gammaPrior(rates: Iterable<Rate>): GammaPrior {
	const known: { readonly rate: number; readonly days: number }[] = [];
	for (const { weight, days } of rates) if (days >= VOLUME.priorMinimumDays) known.push({ rate: weight / days, days });
	known.sort((left, right) => left.rate - right.rate || left.days - right.days);
	if (known.length < VOLUME.priorMinimumEntities) return WEAK;
	known.length -= Math.ceil(known.length * VOLUME.priorDropped);
	const n = known.length;
	let sum = 0;
	let noise = 0;
	for (const { rate, days } of known) {
		sum += rate;
		noise += rate / days;
	}
	const mean = sum / n;
	if (!(mean > 0)) return WEAK;
	let squares = 0;
	for (const { rate } of known) squares += (rate - mean) ** 2;
	const spread = Math.max((squares - noise) / n, VOLUME.priorMinimumSpread * mean * mean);
	return { a: (mean * mean) / spread, b: mean / spread };
}

/**
 * The prior that an entity's own past leaves standing. People who are much alike give a prior of many days; of a build service among them it would
 * hide most of what it does every day. So the prior is a mixture (robust priors: Schmidli et al. 2014): with nine tenths the one given, with one
 * tenth one of the same mean that weighs a single day (Kass & Wasserman 1995), each by how well it foretells the past. In one gamma again: a is
 * the mixture's, b gives the mixture's posterior mean.
 * @param weight N, what the entity did in the past
 * @param days E, days of that past
 */
export function yieldingPrior(prior: GammaPrior, weight: number, days: number): GammaPrior {
	if (prior.b <= 1 || days <= 0) return prior;
	const single: GammaPrior = { a: prior.a / prior.b, b: 1 };
	const odds = Math.exp(logForetold(single, weight, days) - logForetold(prior, weight, days));
	const share = (VOLUME.priorDoubt * odds) / (1 - VOLUME.priorDoubt + VOLUME.priorDoubt * odds);
	const trusted = Number.isFinite(odds) ? 1 - share : 0;
	const a = trusted * prior.a + (1 - trusted) * single.a;
	const mean = trusted * posteriorMean(prior, weight, days, 1) + (1 - trusted) * posteriorMean(single, weight, days, 1);
	return { a, b: (a + weight) / mean - days };
}

// Natural logarithm of the chance of N in E days (negative binomial), but for what does not depend on the prior.
function logForetold({ a, b }: GammaPrior, weight: number, days: number): number {
	return logGamma(a + weight) - logGamma(a) - a * Math.log1p(days / b) - weight * Math.log(b + days);
}

/** Running sums of one entity over its buckets of one window length, empty buckets included. */
export interface BucketSums {
	/** Sum of the buckets' weights. */
	readonly weight: number;
	/** Sum of the squares of the buckets' weights. */
	readonly squares: number;
	/** How many buckets of that length its days hold. */
	readonly buckets: number;
	readonly days: number;
}

/** What one entity adds to the pooled dispersion: both are sums that entities may be added to and taken from. */
export interface DispersionTerms {
	/** Squared deviations beyond Poisson's: Σx² − B μ² − N with μ = N/B. */
	readonly excess: number;
	/** B μ². */
	readonly scale: number;
}

const NOTHING: DispersionTerms = { excess: 0, scale: 0 };

/** The terms of one entity; nothing for entities without buckets or above 80 a day (their rhythm is a machine's). */
export function dispersionTerms(sums: BucketSums): DispersionTerms {
	if (sums.buckets <= 0 || sums.weight > VOLUME.dispersionMaximumRate * sums.days) return NOTHING;
	const scale = (sums.weight * sums.weight) / sums.buckets;
	return { excess: sums.squares - scale - sums.weight, scale };
}

/**
 * Pooled over-dispersion φ of one window length from the sums of all entities' terms: variance = μ + φ μ². Shrunk towards the mean of a
 * gamma prior that weighs as much as 3 coincidences expected by chance: (excess + 15)/(scale + 3); at least 0.02.
 */
export function dispersionOf(excess: number, scale: number): number {
	const { mean, weight } = VOLUME.dispersionPrior;
	return Math.max(VOLUME.dispersionMinimum, (excess + weight * mean) / (Math.max(0, scale) + weight));
}

/** Pooled over-dispersion of entities given together: see {@link dispersionOf}. Give them in a fixed order. */
export function dispersion(entities: Iterable<BucketSums>): number {
	let excess = 0;
	let scale = 0;
	for (const sums of entities) {
		const terms = dispersionTerms(sums);
		excess += terms.excess;
		scale += terms.scale;
	}
	return dispersionOf(excess, scale);
}

/**
 * Mean of the predictive distribution for a window: (a + N)/(b + E) · c.
 * @param prior of the organisation
 * @param weight N, what the entity did before the window's day
 * @param days E, days since it was first seen anywhere
 * @param share c, the window's share of an average day, see `Clock`
 */
export function posteriorMean(prior: GammaPrior, weight: number, days: number, share: number): number {
	return ((prior.a + weight) / (prior.b + days)) * share;
}

/** Size r of the predictive negative binomial: 1/(1/(a + N) + φ). Little history and bursty habits both make the tail fat. */
export function sizeOf(a: number, weight: number, phi: number): number {
	return 1 / (1 / (a + weight) + phi);
}
