import {
	activeTargetsLine,
	counted,
	distinctOf,
	type HeardEvent,
	type Line,
	line,
	type Reason,
	raisedBy,
	type View,
} from '../../src/analytic.ts';
import { lowerBound } from '../../src/features/lower-bound.ts';

const DAY = 86_400_000;
/** Targets taken in alphabetical order, or at even intervals, from this many on look scripted. */
const SCRIPTED_LEAST = 5;

/** The account that an event takes away, by which events are counted. */
export function distinct(event: HeardEvent): string | undefined {
	return event.target?.toLowerCase();
}

/** What the removed accounts say: still in use, privileged, taken in a scripted order, enabled again soon. */
export function targetLines(view: View): readonly (Line | undefined)[] {
	const targets = peopleOf(view, view.events);
	return [inUse(view, targets), unused(view, targets), privileged(view, targets), scripted(view), reactivated(view, targets)];
}

// All names of one person are one.
function peopleOf(view: View, events: readonly HeardEvent[]): readonly string[] {
	return distinctOf(
		events.map((event) => {
			const target = distinct(event);
			return target === undefined ? undefined : view.nameOf(target);
		}),
	);
}

/** What removing accounts that nobody used takes back, decades, if all were such. */
const UNUSED = -1;
/** Accounts that did nothing for so many days are unused, and the evidence must hold as many. */
const UNUSED_DAYS = 14;
/** So many people must have signed in within that time. */
const UNUSED_PEOPLE = 5;

// Without sign-ins in the evidence nobody can tell who uses an account.
function knowsWhoWorks(view: View): boolean {
	if (view.volume.evidenceDays < UNUSED_DAYS / 2) return false;
	const { times, people } = view.once('sign-ins', () => {
		const logins = view.find({ activities: ['login'], from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
		return { times: logins.map(({ time }) => time), people: logins.map(({ actor }) => actor) };
	});
	const first = lowerBound(times, view.start - UNUSED_DAYS * DAY);
	const working = new Set<string>();
	for (let at = lowerBound(times, view.start) - 1; at >= first && working.size < UNUSED_PEOPLE; at -= 1) {
		working.add(people[at] ?? '');
	}
	return working.size >= UNUSED_PEOPLE;
}

function unused(view: View, targets: readonly string[]): Reason | undefined {
	if (targets.length === 0 || !knowsWhoWorks(view)) return undefined;
	const count = targets.filter((target) => !view.activeWithin(target, view.start, UNUSED_DAYS)).length;
	return line('unused-targets', (UNUSED * count) / targets.length, {
		observed: count,
		expected: 0,
		unit: 'accounts',
		text: `${count} of the ${counted(targets.length, 'account')} had done nothing anywhere for two weeks`,
	});
}

function inUse(view: View, targets: readonly string[]): Reason | undefined {
	if (targets.length === 0) return undefined;
	const active = targets.filter((target) => view.activeWithin(target, view.start, 4)).length;
	const share = active / targets.length;
	return line('targets-in-use', view.gate * activeTargetsLine(share), {
		observed: active,
		expected: 0,
		unit: 'accounts',
		text: `${active} of the ${counted(targets.length, 'account')} had been active within four days`,
	});
}

function privileged(view: View, targets: readonly string[]): Line | undefined {
	const told = targets.flatMap((thing) => {
		const person = view.personOf(thing);
		return person?.privileged === true ? [{ ref: person.ref, thing }] : [];
	});
	const count = told.length;
	return line('privileged-targets', view.gate * Math.min(1, 0.5 * Math.log2(1 + count)), {
		observed: count,
		expected: 0,
		unit: 'accounts',
		text: `${count} of the ${counted(targets.length, 'account')} ${count === 1 ? 'is' : 'are'} privileged`,
		rests: raisedBy('role', told, 'a privileged account'),
	});
}

function scripted(view: View): Reason | undefined {
	const met = new Set<string | undefined>();
	const firsts = view.events.filter((event) => {
		const { size } = met;
		const target = distinct(event);
		return met.add(target === undefined ? undefined : view.nameOf(target)).size > size;
	});
	if (firsts.length < SCRIPTED_LEAST || firsts.length > 2000) return undefined;
	const names = firsts.map((event) => distinct(event) ?? '');
	const ordered = names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name);
	const gaps = firsts.slice(1).map((event, index) => event.time - (firsts[index]?.time ?? 0));
	const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
	const even = mean > 0 && mean < 60_000 && gaps.every((gap) => Math.abs(gap - mean) <= 0.25 * mean);
	if (!ordered && !even) return undefined;
	return line('scripted-order', 0.5 * view.gate, {
		observed: firsts.length,
		expected: 'no order',
		unit: 'accounts',
		text: ordered
			? 'the accounts were taken in alphabetical order'
			: `one account every ${Math.max(1, Math.round(mean / 1000))} s, evenly`,
	});
}

function reactivated(view: View, targets: readonly string[]): Reason | undefined {
	const known = new Set(targets);
	const enabled = view.find({
		activities: ['account.enable'],
		from: view.start,
		to: view.end + view.number('reactivationGrace'),
	});
	const count = peopleOf(view, enabled).filter((target) => known.has(target)).length;
	return line('reactivation', targets.length === 0 ? 0 : -count / targets.length, {
		observed: count,
		expected: 0,
		unit: 'accounts',
		text: `${count} of the ${counted(targets.length, 'account')} ${count === 1 ? 'was' : 'were'} enabled again`,
	});
}
