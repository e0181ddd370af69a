import type { Severity } from '../model/finding.ts';
import { BENIGN, CURVE, SEVERITY_FROM } from './constants.ts';

interface Knot {
	readonly sum: number;
	readonly score: number;
	/** Slope of the curve at the knot. */
	readonly slope: number;
}

const LIMIT = 100;
const STEPS = 60;
/** Slope at the last knot: beyond it the distance to 100 falls as 5/(1 + S − 8). */
const LAST_SLOPE = 5;
const KNOTS = withSlopes();
const LAST = KNOTS.at(-1) ?? { sum: 0, score: 0, slope: 0 };

/**
 * The score of a ledger's sum S: 0 for S <= 0, 40 at 3, 50 at 4, 65 at 5, 80 at 6, 95 at 8, below 100 for every S. Strictly
 * increasing and smooth: between the knots a monotone cubic (Fritsch & Carlson 1980, with Brodlie's weighted harmonic slopes),
 * above the last 100 − 5/(S − 7). The same for every run and organisation.
 */
export function scoreOf(sum: number): number {
	if (!(sum > 0)) return 0;
	if (sum >= LAST.sum) return Math.min(LIMIT - (LIMIT - LAST.score) / (1 + tailScale(sum)), 99.999_999);
	let left = LAST;
	let right = LAST;
	for (const knot of KNOTS) {
		right = knot;
		if (knot.sum > sum) break;
		left = knot;
	}
	return between(left, right, sum);
}

/** The sum that gives a score: the inverse of {@link scoreOf}. 0 for a score of 0 or less, Infinity for 100 or more. */
export function sumOf(score: number): number {
	if (!(score > 0)) return 0;
	if (score >= LIMIT) return Infinity;
	if (score >= LAST.score) return LAST.sum + ((LIMIT - LAST.score) / (LIMIT - score) - 1) * ((LIMIT - LAST.score) / LAST_SLOPE);
	let low = 0;
	let high = LAST.sum;
	for (let step = 0; step < STEPS; step += 1) {
		const middle = (low + high) / 2;
		if (scoreOf(middle) < score) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** A score as it is shown: one decimal, cut and not rounded, so that it never reaches 100 nor a higher severity. */
export function shownScore(score: number): number {
	return Math.floor(score * 10) / 10;
}

/** Low below 50, medium below 65, high below 85, critical from 85. */
export function severityOf(score: number): Severity {
	if (score >= SEVERITY_FROM.critical) return 'critical';
	if (score >= SEVERITY_FROM.high) return 'high';
	return score >= SEVERITY_FROM.medium ? 'medium' : 'low';
}

/**
 * How many findings at least this strong an uneventful export of the same size would give: log-linear between the rates
 * measured on benign-only exports and, with the outermost slopes, beyond them; proportional to the actor-days and to the number
 * of analytics.
 * @param sum S of the ledger
 * @param actorDays days on which actors were active, summed over actors (about 10,300 for 300 people in 45 days); at least 1
 * @param analytics how many analytics the finding competes with: 1 for its own alone (a fifth of the measured rate)
 */
export function chanceOf(sum: number, actorDays: number, analytics: number = 1): number {
	const [first, ...others] = BENIGN.counts;
	let [left, right]: readonly { readonly sum: number; readonly findings: number }[] = [first, first];
	for (const count of others) {
		if (right === undefined || (left !== right && sum < right.sum)) break;
		left = right;
		right = count;
	}
	if (left === undefined || right === undefined) return 0;
	const slope = Math.log10(right.findings / left.findings) / (right.sum - left.sum);
	const findings = 10 ** (Math.log10(left.findings) + slope * (Math.max(0, sum) - left.sum));
	return findings * (Math.max(1, actorDays) / BENIGN.actorDays) * (analytics / BENIGN.analytics);
}

function tailScale(sum: number): number {
	return ((sum - LAST.sum) * LAST_SLOPE) / (LIMIT - LAST.score);
}

function between(left: Knot, right: Knot, sum: number): number {
	const h = right.sum - left.sum;
	if (h === 0) return left.score;
	const t = (sum - left.sum) / h;
	const u = 1 - t;
	return (
		u * u * (1 + 2 * t) * left.score +
		t * t * (1 + 2 * u) * right.score +
		t * u * u * h * left.slope -
		t * t * u * h * right.slope
	);
}

function withSlopes(): readonly Knot[] {
	return CURVE.map((knot, i) => {
		const left = CURVE[i - 1];
		const right = CURVE[i + 1];
		if (left === undefined) return { ...knot, slope: 0 };
		if (right === undefined) return { ...knot, slope: LAST_SLOPE };
		const before = knot.sum - left.sum;
		const after = right.sum - knot.sum;
		const weights = [2 * after + before, after + 2 * before] as const;
		const rising = (knot.score - left.score) / before;
		const next = (right.score - knot.score) / after;
		return { ...knot, slope: (weights[0] + weights[1]) / (weights[0] / rising + weights[1] / next) };
	});
}
