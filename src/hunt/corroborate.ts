import type { Analytic } from '../analytic.ts';
import type { Reason } from '../model/finding.ts';
import { WITNESS } from '../score/constants.ts';
import { corroborated, speaks, WITNESSES, type Witness } from '../score/witness.ts';

/** The line by which too few kinds of witness lower a ledger. */
export const UNCORROBORATED = 'uncorroborated';

/** Differences that two decimals do not show are none. */
const LEAST = 0.005;

const WORDS: Readonly<Record<Witness, string>> = {
	amount: 'how much was done',
	surroundings: 'from where, when and with what',
	entry: 'how somebody got in',
	matter: 'what was done and to what',
};

/** A ledger with its sum in decades. */
export interface Ledgered {
	readonly reasons: readonly Reason[];
	readonly sum: number;
}

/** Sums a ledger up; where too few kinds of witness speak for what it says, a last line takes back what goes too far. Such a line in `lines` is made anew. */
export function corroborate({ signals }: Pick<Analytic, 'signals'>, lines: readonly Reason[]): Ledgered {
	const reasons = lines.filter(({ signal }) => signal !== UNCORROBORATED);
	const sum = reasons.reduce((total, { surprise }) => total + surprise, 0);
	const speaking = WITNESSES.filter((witness) =>
		speaks(reasons.reduce((total, { signal, surprise }) => (signals[signal]?.witness === witness ? total + surprise : total), 0)),
	);
	const kept = corroborated(sum, speaking.length);
	if (sum - kept < LEAST) return { reasons, sum };
	return { reasons: [...reasons, lowering(speaking, kept - sum)], sum: kept };
}

function lowering(speaking: readonly Witness[], surprise: number): Reason {
	const words = speaking.map((witness) => WORDS[witness]);
	const missing = WITNESSES.filter((witness) => !speaking.includes(witness)).map((witness) => WORDS[witness]);
	const limit =
		words.length < WITNESS.kinds - 1 ? 'one kind of witness keeps it below 65' : 'two kinds of witness keep it below 80';
	return {
		signal: UNCORROBORATED,
		observed: words.length,
		expected: WITNESS.kinds,
		unit: 'kinds of witness',
		surprise,
		text: `only ${words.length === 0 ? 'a little of everything' : words.join(' and ')} speaks: ${limit}; nothing much of ${missing.join(' or ')}`,
	};
}
