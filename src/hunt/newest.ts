import { DAY } from '../score/constants.ts';

/** Days without any event after which what follows may come of a wrong clock: no hole in an export that is hunted for the last weeks is as long. */
const FAR = 60;
/** Events behind such a hole that may be strays: so many, or that share of all. */
const FEW = 5;
const FEW_SHARE = 0.01;

/** From where a span is counted back. */
export interface Newest {
	/** Epoch ms. */
	readonly at: number;
	/** What lies so far behind that it does not count, as the rest of a sentence. */
	readonly beyond?: string;
}

/**
 * The newest event from which `--from 30d` counts back. A few events far behind all others do not count: one wrong clock would leave nothing
 * else to be judged. They are judged as well, as is all that lies between.
 * @param days events by day since 1970
 * @param last time of the newest event of all, epoch ms
 */
export function newestOf(days: ReadonlyMap<number, number>, last: number): Newest {
	const known = [...days.keys()].toSorted((a, b) => a - b);
	const few = Math.max(FEW, FEW_SHARE * [...days.values()].reduce((sum, count) => sum + count, 0));
	let behind = 0;
	let found: Newest = { at: last };
	for (let index = known.length - 1; index > 0; index -= 1) {
		const [before, day] = [known[index - 1] as number, known[index] as number];
		behind += days.get(day) ?? 0;
		if (behind > few) break;
		if (day - before <= FAR) continue;
		const events = behind === 1 ? 'the newest event lies' : `the newest ${behind} events lie`;
		// Of a day only the number of events is known: its end is the newest that one of them can be.
		found = {
			at: (before + 1) * DAY - 1,
			beyond: `${events} ${day - before} days or more after all others: a wrong clock, perhaps`,
		};
	}
	return found;
}
