import { scoreOf } from '../score/score.ts';
import type { Verdict } from './verdict.ts';

const MINUTE = 60_000;
/** Findings of one person and analytic within this span are one: the strongest stands for all. */
const ONE_STORY = 12 * 3_600_000;
/** From this many people on, a shared cause is one finding. */
const SHARED_CAUSE = 3;
/** Most findings of one person and analytic, and the score from which on one is told all the same. */
const MOST_PER_ACTOR = 5;
const ALWAYS_TOLD = 65;

/** Stronger first; between equals the earlier, then by name: never by arrival. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
	return (
		b.sum - a.sum ||
		a.view.start - b.view.start ||
		(a.actor < b.actor ? -1 : a.actor > b.actor ? 1 : 0) ||
		(a.analytic.id < b.analytic.id ? -1 : a.analytic.id > b.analytic.id ? 1 : 0) ||
		(a.entity.key < b.entity.key ? -1 : a.entity.key > b.entity.key ? 1 : 0) ||
		a.view.length - b.view.length
	);
}

/** One cause, one finding: where three people or more share it, the strongest window leads, and the other people's come with it. */
export function joinCauses(verdicts: readonly Verdict[]): readonly Verdict[] {
	const causes = new Map<string, Verdict[]>();
	const single: Verdict[] = [];
	for (const verdict of verdicts.toSorted(compareVerdicts)) {
		const { cause } = verdict;
		if (cause === undefined) single.push(verdict);
		else {
			const members = causes.get(cause);
			if (members === undefined) causes.set(cause, [verdict]);
			else members.push(verdict);
		}
	}
	for (const members of causes.values()) {
		const actors = new Set(members.map(({ actor }) => actor));
		const [leader, ...others] = members;
		if (leader === undefined || actors.size < SHARED_CAUSE) single.push(...members);
		else single.push({ ...leader, companions: others });
	}
	return single;
}

/** What a person's strongest window stands for, while the others are looked through. */
interface Story {
	readonly verdict: Verdict;
	readonly nearby: Verdict[];
	readonly leftOut: Verdict[];
}

/** Of each person the strongest windows that lie apart, each standing for its story; strongest first. */
export function strongest(verdicts: readonly Verdict[]): readonly Verdict[] {
	const kept = new Map<string, Story[]>();
	for (const verdict of verdicts.toSorted(compareVerdicts)) {
		const own = kept.get(verdict.actor) ?? [];
		const story = own.find((other) => isOneStory(other.verdict, verdict));
		if (story !== undefined) {
			if (![story.verdict, ...story.nearby].some((other) => overlaps(other, verdict))) story.nearby.push(verdict);
		} else if (own.length < MOST_PER_ACTOR || scoreOf(verdict.sum) >= ALWAYS_TOLD) {
			kept.set(verdict.actor, [...own, { verdict, nearby: [], leftOut: [] }]);
		} else {
			const { leftOut } = own.at(-1) as Story;
			// Of these, too, the strongest stands for its story.
			if (!leftOut.some((other) => isOneStory(other, verdict))) leftOut.push(verdict);
		}
	}
	return [...kept.values()].flatMap(toldApart).toSorted(compareVerdicts);
}

// Two apps that were let in at once are two findings, with an id each.
function toldApart(stories: readonly Story[]): readonly Verdict[] {
	const begun = new Map<number, number>();
	for (const { verdict } of stories) begun.set(minuteOf(verdict), (begun.get(minuteOf(verdict)) ?? 0) + 1);
	return stories.map(({ verdict, nearby, leftOut }) => {
		const { cause } = verdict;
		const told = { ...verdict, nearby, leftOut };
		return cause === undefined || begun.get(minuteOf(verdict)) === 1 ? told : { ...told, apart: cause };
	});
}

function minuteOf({ view }: Verdict): number {
	return Math.floor(view.start / MINUTE);
}

/** Whether one of two windows of a person would stand for both. What one app did is no part of what another did. */
export function isOneStory(a: Verdict, b: Verdict): boolean {
	if (a.cause !== undefined && b.cause !== undefined && a.cause !== b.cause) return false;
	return b.view.start < a.view.end + ONE_STORY && b.view.end > a.view.start - ONE_STORY;
}

function overlaps({ view: a }: Verdict, { view: b }: Verdict): boolean {
	return b.start < a.end && b.end > a.start;
}
