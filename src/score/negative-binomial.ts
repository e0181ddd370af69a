import { log10RegularisedBeta } from './beta.ts';

/** A size from which a negative binomial is a Poisson for every count that a log can hold (the exponent differs by n²/2·size). */
const POISSON_SIZE = 1e15;
const LEAST_MEAN = 1e-12;

/**
 * How surprising it is to see at least `n` where `mean` is expected, in decades: −log10 P(X >= n) for X negative binomial with
 * that mean and size (variance = mean + mean²/size). P(X >= n) = I_x(n, size) with x = mean/(mean + size); see NIST Digital
 * Library of Mathematical Functions 8.17(i). Defined for real n and growing with n; 0 for n <= 0. An infinite size gives the
 * Poisson tail.
 * @param mean expected count; below 1e-12 (or no number) counts as 1e-12
 * @param size > 0
 */
export function tailSurprise(n: number, mean: number, size: number): number {
	if (!(n > 0)) return 0;
	// `|| 0`: a mean that is no number counts as none.
	const mu = Math.max(LEAST_MEAN, mean || 0);
	const r = Math.min(size, POISSON_SIZE);
	const total = mu + r;
	return Math.max(0, -log10RegularisedBeta(mu / total, n, r, r / total));
}
