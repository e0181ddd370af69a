import type { FindingsDocument } from '../model/finding.ts';

const DAY = 86_400_000;
const YEAR = 365.25;
/** The rates behind a chance come from some thousand days of uneventful evidence: nobody knows what happens once in longer than that, years. */
const LONGEST = 100;

/**
 * The number of findings by chance in words: `about one this strong every 3 weeks in an organisation of this size, if nothing is wrong`.
 * @param chance findings at least this strong that uneventful evidence of this size gives
 * @param run its span, where it is known
 */
export function chanceSentence(chance: number, run?: Pick<FindingsDocument['run'], 'from' | 'to'>): string {
	if (chance >= 1.5)
		return `about ${rough(chance)} findings this strong are to be expected in evidence of this size even if nothing is wrong`;
	if (chance >= 0.7) return 'about one finding this strong is to be expected in evidence of this size even if nothing is wrong';
	const days = run?.from === undefined || run.to === undefined ? 0 : (Date.parse(run.to) - Date.parse(run.from)) / DAY;
	if (days >= 1 && chance > 0) return `${everyWords(days / chance)} in an organisation of this size, if nothing is wrong`;
	return chance > 0
		? `about one this strong in ${rough(1 / chance)} exports like this, if nothing is wrong`
		: 'practically none this strong in evidence like this, if nothing is wrong';
}

function everyWords(days: number): string {
	if (days > LONGEST * YEAR) return `less than one this strong in ${LONGEST} years`;
	return `about one this strong ${spanWords(days)}`;
}

function spanWords(days: number): string {
	if (days < 1.5) return 'a day';
	if (days < 10) return `every ${rough(days)} days`;
	if (days < 45) return `every ${rough(days / 7)} weeks`;
	if (days < 550) return `every ${rough(days / (YEAR / 12))} months`;
	return `every ${rough(days / YEAR)} years`;
}

// One figure below 10, two above: the rates are known no better.
function rough(value: number): string {
	if (value < 10) return String(Math.max(1, Math.round(value)));
	const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
	const rounded = Math.round(value / unit) * unit;
	return rounded < 1e15 ? String(Math.round(rounded)) : rounded.toExponential(0);
}
