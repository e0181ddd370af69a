import { factOf, line, type Reason, type Series, usualWords, type View, withinWords } from '../../src/analytic.ts';

/** The searches that somebody runs over mail. */
export const searchesSeries: Series = {
	id: 'searches',
	unit: 'searches',
	hears: ['mail.search'],
	subject: (event) => (event.actor === '' || event.actorType === 'system' ? undefined : `${event.actor}\nsearches`),
	judge: judgeSearches,
	title: (view) => `${Math.round(view.volume.observed)} mail searches ${withinWords(view)}, against a usual ${usualWords(view)}`,
	caveats: (view) =>
		view.events.every((event) => factOf(event, 'query') === undefined)
			? ['the records do not hold the search text: sensitive words could not be looked for']
			: [],
};

/** Searches in a row from which on their pace is looked at, the longest usual gap (ms) of a script, and what it adds, decades. */
const BURST = { least: 8, gap: 30_000, adds: 0.4 } as const;
/** Gaps that differ by at most this share from the usual one are those of a clock, if it is shorter than `longest` (ms). */
const EVEN = { share: 0.1, longest: 120_000 } as const;

// People read what they find: a new word every few seconds, or at even intervals, is a list that is worked off.
function burst(view: View): Reason | undefined {
	const gaps = view.events.slice(1).map(({ time }, index) => time - (view.events[index]?.time ?? time));
	const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY;
	const even = gaps.filter((gap) => Math.abs(gap - usual) <= usual * EVEN.share).length >= gaps.length * 0.9;
	const scripted = view.events.length >= BURST.least && (usual <= BURST.gap || (even && usual <= EVEN.longest));
	return line('search-burst', scripted ? BURST.adds * view.gate : 0, {
		observed: view.events.length,
		expected: 'minutes between searches',
		unit: 'searches',
		text: `${view.events.length} searches, one every ${Math.round(usual / 1000)} s${even ? ' to the second' : ''}: the pace of a script`,
	});
}

function judgeSearches(view: View): readonly (Reason | undefined)[] {
	const words = view.list('keywordPatterns').map((word) => word.toLowerCase());
	const hits = view.events.filter((event) =>
		words.some((word) => factOf(event, 'query')?.toLowerCase().includes(word) === true),
	).length;
	return [
		view.volumeLine('search-rate', 'run'),
		view.coldStartLine('no-history', view.number('keywordSearchFrequency')),
		view.noveltyLine('session-novelty', ['network', 'country', 'client', 'app']),
		view.oddHourLine('odd-hour'),
		view.signInLine('failed-sign-ins'),
		burst(view),
		line('sensitive-search', Math.min(1, 0.4 * Math.log2(1 + hits)), {
			observed: hits,
			expected: 0,
			unit: 'searches',
			text: `${hits} of ${view.events.length} searches were for sensitive words`,
		}),
	];
}
