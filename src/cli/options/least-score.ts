import { LEAST_SCORE_SHOWN, type Severity } from '../../model/finding.ts';

/** Lowest score of each band above low: see `Severity`. */
const LEAST_SCORE: Readonly<Record<Severity, number>> = { low: LEAST_SCORE_SHOWN, medium: 50, high: 65, critical: 85 };

/** The lowest score shown: what `--min-score` and `--min-severity` say, whichever is stricter; by default {@link LEAST_SCORE_SHOWN}. */
export function leastScore(minScore: number | undefined, minSeverity: Severity | undefined): number {
	if (minSeverity === undefined) return minScore ?? LEAST_SCORE_SHOWN;
	return Math.max(minScore ?? 0, LEAST_SCORE[minSeverity]);
}
