import { WITNESS } from './constants.ts';

/**
 * What a line bears witness to: how much was done (`amount`), from where, when and with what (`surroundings`), how the session, right or credential was
 * come by (`entry`), what was done, to what and by whom (`matter`). Lines of one kind share their innocent explanations; lines of different kinds hardly do.
 */
export const WITNESSES = ['amount', 'surroundings', 'entry', 'matter'] as const;

/** One of {@link WITNESSES}. */
export type Witness = (typeof WITNESSES)[number];

/** A kind speaks if its lines together come to half a decade, as shown (two decimals). */
export function speaks(decades: number): boolean {
	return Math.round(decades * 100) >= Math.round(WITNESS.least * 100);
}

/**
 * The sum S of a ledger in which so many kinds of witness speak: three kinds and more stand as they are; of one kind S is kept below 5 (score 65), of two
 * below 6 (score 80). From 1 below that limit L on the rest x is pressed together: L − 1 + x/(1 + x), so that more always stays more.
 */
export function corroborated(sum: number, kinds: number): number {
	const limit = kinds >= WITNESS.kinds ? undefined : kinds === WITNESS.kinds - 1 ? WITNESS.two : WITNESS.one;
	if (limit === undefined) return sum;
	const rest = sum - (limit - WITNESS.span);
	return rest <= 0 ? sum : limit - WITNESS.span + (WITNESS.span * rest) / (WITNESS.span + rest);
}
