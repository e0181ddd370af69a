import {
	aftermathLine,
	counted,
	distinctOf,
	factOf,
	grantNoveltyLine,
	type HeardEvent,
	LATER_USE,
	laterUseLine,
	line,
	type Reason,
	type View,
} from '../../src/analytic.ts';
import { itemsByDay } from '../../src/features/items-by-day.ts';
import { timetable } from '../../src/features/timetable.ts';
import { ACTIVITY, administered, appOf, byTheApp, DAY, isSignIn } from './chain.ts';

/** Line for the surroundings of grant, sign-ins and activity. */
export function novelty(view: View, high: boolean, after: readonly HeardEvent[]): Reason | undefined {
	// An app works from its own cloud: that is new to every person, and says less than where it was granted from; still less where it needs no person.
	const alone = after.some(({ details }) => details['appOnly'] === true);
	const parts = {
		grant: view.novelty(view.events, ['network', 'country', 'client']),
		signIn: view.signInNovelty(view.start) * (view.events.some(({ network }) => network !== undefined) ? 0.8 : 1),
		activity: (alone ? 0.25 : 0.5) * view.novelty(after.slice(0, 200), ['network', 'country', 'client']),
	};
	const [[where] = ['grant']] = Object.entries(parts).toSorted((left, right) => right[1] - left[1]);
	const signIn = where === 'signIn';
	const there = where === 'activity' ? after.slice(0, 200) : view.events;
	const words = signIn ? view.signInWords(view.start) : view.newWords(there, ['network', 'country', 'client']);
	const networks = distinctOf(there.map(({ network }) => network)).filter((network) => view.newness('network', network).isNew);
	const verb = where === 'grant' && isSignIn(view) ? 'signed in from' : (VERBS[where] ?? VERBS['grant']);
	return line('grant-novelty', grantNoveltyLine(parts, high, after.length > 0), {
		observed: signIn ? 'an unusual sign-in' : networks.slice(0, 3).join(', ') || 'unfamiliar',
		expected: 'surroundings this account used before',
		unit: 'decades of rarity',
		text: signIn ? words || `a sign-in around it came from ${UNUSUAL}` : `${verb} ${words || UNUSUAL}`,
	});
}

const UNUSUAL = 'surroundings unusual for this account';
const VERBS: Readonly<Record<string, string>> = { grant: 'granted from', activity: 'the app acted from' };

/** What rights without a user, or a kind of token new to the grantor, add, decades. */
const NEW_KIND = 0.2;

/** Line for rights of the application itself, or for calls with a kind of token that the grantor had not used before. */
export function tokenKind(view: View, after: readonly HeardEvent[]): Reason | undefined {
	const alone = [...view.events, ...after].filter((event) => event.details['appOnly'] === true).length;
	if (alone > 0) {
		return line('token-kind', NEW_KIND, {
			observed: alone,
			expected: 0,
			unit: 'records',
			text: 'the rights are those of the application itself: it needs no user, and no password change takes them away',
		});
	}
	const kinds = distinctOf(after.map((event) => factOf(event, 'tokenKind')));
	if (kinds.length === 0) return undefined;
	const before = view.find({ activities: ACTIVITY, person: view.actor, from: Number.NEGATIVE_INFINITY, to: view.start });
	const known = new Set(before.map((event) => factOf(event, 'tokenKind')));
	const kind = kinds.find((other) => !known.has(other));
	if (kind === undefined) return undefined;
	const by = after.filter((event) => factOf(event, 'tokenKind') === kind).length;
	return line('token-kind', NEW_KIND, {
		observed: by,
		expected: 0,
		unit: 'records',
		text: `${counted(by, 'record')} with a token of a kind that ${view.actor} had not used (${kind})`,
	});
}

/** Share of the line of steady use: that an app stays says less of who let it in than of what it is. */
const STAYED = 0.75;
/** What a timetable takes back, decades: a service begins at the same time every day. */
const TIMETABLE = -1;

/** Line for an app that fetched much within two days of its grant, and then stayed and was used a little day by day. */
export function laterUse(view: View, after: readonly HeardEvent[]): Reason | undefined {
	const first = after.filter(({ time }) => time < view.start + 2 * DAY);
	if (first.length === 0) return undefined;
	const from = (first.at(-1)?.time ?? view.start) + 1;
	const later = byTheApp(view, { activities: ACTIVITY, from, to: view.start + LATER_USE.span });
	const own = [...first, ...later].filter(
		(event) => event.actor === view.actor || view.nameOf(event.target ?? '') === view.actor,
	);
	const busiest = Math.max(0, ...itemsByDay(own.filter(({ time }) => time < from)).values());
	const days = [...itemsByDay(own.filter(({ time }) => time >= from)).values()];
	const steady = days.some((count) => count > busiest * LATER_USE.share) ? 0 : days.length;
	const { days: all, alike, kept } = timetable([...first, ...later].map(({ time }) => time));
	if (kept && STAYED * laterUseLine(steady) > TIMETABLE) {
		return line('later-use', TIMETABLE, {
			observed: alike,
			expected: 0,
			unit: 'days',
			text: `within two weeks the app began at the same time of day on ${alike} of ${counted(all, 'day')}: a timetable`,
		});
	}
	return line('later-use', STAYED * laterUseLine(steady), {
		observed: steady,
		expected: 0,
		unit: 'days',
		text: `within two weeks the app was used again on ${counted(steady, 'day')}, each time for less than a quarter of the first: a program that stayed`,
	});
}

/** Line for administration afterwards. */
export function aftermath(view: View): Reason | undefined {
	const events = administered(view);
	return line('aftermath', aftermathLine(events.length > 0), {
		observed: events.length,
		expected: 0,
		unit: 'events',
		text: `then ${distinctOf(events.map(({ operation }) => operation))
			.slice(0, 3)
			.join(', ')} within two days`,
	});
}

/** Credentials added to the app, from the day before the grant on. */
export function credentialsOf(view: View): readonly HeardEvent[] {
	const app = appOf(view);
	const span = {
		activities: ['credential.add'] as const,
		from: view.start - DAY,
		to: view.start + view.number('grantToActionWindow'),
	};
	// A directory may name the same app by another id where a secret is added: the grantor's own are matched by the app's name too.
	const byName = view
		.find({ ...span, person: view.actor })
		.filter((event) => event.app !== undefined && view.appName(event.app) === view.appName(app));
	return [...view.find({ ...span, app }, { ...span, target: app }), ...byName];
}

/** Line for credentials added to the app. */
export function credential(view: View): Reason | undefined {
	const added = new Set(credentialsOf(view).map(keyOf));
	return line('app-credential', added.size > 0 ? 0.7 : 0, {
		observed: added.size,
		expected: 0,
		unit: 'events',
		text: `${counted(added.size, 'credential')} ${added.size === 1 ? 'was' : 'were'} added to the app`,
	});
}

function keyOf({ time, operation }: HeardEvent): string {
	return `${time} ${operation}`;
}
