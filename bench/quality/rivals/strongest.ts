import type { Claim } from '../model.ts';
import { dayOf } from '../series.ts';

/** One claim for each name and day: the strongest of the rules that fired. */
export function strongest(claims: readonly Claim[]): Claim[] {
	const best = new Map<string, Claim>();
	for (const claim of claims) {
		const key = `${claim.names[0]}|${dayOf(claim.end)}`;
		if (claim.score > (best.get(key)?.score ?? 0)) best.set(key, claim);
	}
	return [...best.values()];
}
