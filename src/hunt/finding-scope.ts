import { counted } from '../analytic.ts';
import { lowerBound } from '../features/lower-bound.ts';
import { LEAST_SCORE_SHOWN } from '../model/finding.ts';
import { scoreOf, shownScore } from '../score/score.ts';
import { iso } from './iso.ts';
import type { Verdict } from './verdict.ts';
import { countOf } from './windows.ts';
import { spanWords } from './words.ts';

const HOUR = 3_600_000;
/** Windows near a finding that are told of at most. */
const MOST_NEARBY = 3;
/** By how much more than its window a burst must hold to be told of. */
const BEYOND = 1.05;

/** What a finding's numbers and window leave out, in words. */
export function scopeOf(verdict: Verdict): readonly string[] {
	const { view, entity, companions, nearby, leftOut } = verdict;
	const words: string[] = [];
	const { times } = entity.whole ?? entity;
	const beside = lowerBound(times, view.end) - lowerBound(times, view.start) - (view.window.to - view.window.from);
	if (entity.whole !== undefined && beside > 0)
		words.push(
			`only what came from networks new to the account is counted here: ${counted(beside, 'other event')} of the same kind lie in the same span`,
		);
	const beyond = beyondOf(verdict);
	if (beyond !== undefined) words.push(beyond);
	let [first, last] = [view.start, view.end];
	for (const { view: other } of companions) {
		first = Math.min(first, other.start);
		last = Math.max(last, other.end);
	}
	if (first < view.start - HOUR || last > view.end + HOUR)
		words.push(
			`the window is that of the strongest; what shares its cause lies between ${minuteOf(first)} and ${minuteOf(last)} UTC`,
		);
	for (const near of nearby.filter(({ sum }) => scoreOf(sum) >= LEAST_SCORE_SHOWN).slice(0, MOST_NEARBY))
		words.push(
			`of the same account within 12 hours: ${near.series.title(near.view)}, ${minuteOf(near.view.start)} to ${minuteOf(near.view.end)} UTC, ${shownScore(scoreOf(near.sum))} by itself`,
		);
	const weaker = leftOut.filter(({ sum }) => scoreOf(sum) >= LEAST_SCORE_SHOWN).length;
	if (weaker > 0) words.push(`${counted(weaker, 'weaker finding')} of the same account left out`);
	return words;
}

// A window is never longer than its length, however long it went on: who reads the finding should hear of all of it.
function beyondOf({ view, entity, series }: Verdict): string | undefined {
	const { length, count } = view.window;
	if (length === 0 || length > HOUR) return undefined;
	const { times } = entity;
	let { from, to } = view.window;
	while (from > 0 && (times[from] ?? 0) - (times[from - 1] ?? 0) < length) from -= 1;
	while (to < times.length && (times[to] ?? 0) - (times[to - 1] ?? 0) < length) to += 1;
	const all = countOf(entity, from, to);
	if (all <= count * BEYOND) return undefined;
	const [first, last] = [minuteOf(times[from] ?? 0), minuteOf(times[to - 1] ?? 0)];
	return `the window holds the oddest part: ${Math.round(all)} ${series.unit} in all without a pause of ${spanWords(length)}, ${first} to ${last} UTC`;
}

function minuteOf(time: number): string {
	return iso(time).slice(0, 16).replace('T', ' ');
}
