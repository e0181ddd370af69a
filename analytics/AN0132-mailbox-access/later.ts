import { counted, type HeardEvent, LATER_USE, laterUseLine, line, type Reason, type View } from '../../src/analytic.ts';
import { itemsByDay } from '../../src/features/items-by-day.ts';
import { appOf, DAY, isFirstParty, mailboxIn } from './mailbox.ts';

/** Other mailboxes in which an app must be at home, and on how many days each, before it is taken for a program that people use. */
const ADOPTED_BY = 2;
const ADOPTED_DAYS = 3;
/** What that takes back, decades, where the person's own later use says less. */
const ADOPTED = -1;

/** Share of the line where neither a consent nor the surroundings nor other people's use speak for the client. */
const UNVOUCHED = 0.5;

/** Days after the busiest of a window on which a client was used a little: none if it ever again fetched nearly as much. */
function laterDays(first: readonly HeardEvent[], later: readonly HeardEvent[]): number {
	const [busiest, most] = [...itemsByDay(first)].reduce((best, day) => (day[1] > best[1] ? day : best), [0, 0]);
	const days = [...itemsByDay([...first, ...later])].filter(([day]) => day > busiest).map(([, count]) => count);
	return days.some((count) => count > most * LATER_USE.share) ? 0 : days.length;
}

/**
 * Line for a client that fetched much once and then stayed, used little by little: a program. An intruder who keeps reading on looks like it,
 * so it takes back only a part, and half of that where nothing else speaks for the client.
 */
export function laterUse(
	view: View,
	of: (event: HeardEvent) => string | undefined,
	asked: { readonly vouched: () => boolean; readonly adoptedBy: () => number },
): Reason | undefined {
	if (view.volume.largest > 0 || view.volume.surprise <= 0) return undefined;
	const app = appOf(view);
	const vouched = asked.vouched();
	const [first] = view.events;
	// What is done by a person's leave is that person's; an app that acts by itself may go by several names.
	const ownApp = first?.details['appOnly'] === true || first?.actorType === 'app';
	const later = view
		.find({
			activities: ['mail.read'],
			from: view.end,
			to: view.end + LATER_USE.span,
			...(app !== '' && { app }),
			...((app === '' || !ownApp) && { person: view.actor }),
		})
		.filter((event) => of(event) === view.subject);
	const days = laterDays(view.events, later);
	const own = laterUseLine(days) * (vouched ? 1 : UNVOUCHED);
	const others = own > ADOPTED ? asked.adoptedBy() : 0;
	if (others > 0) {
		return line('later-use', ADOPTED, {
			observed: others,
			expected: 0,
			unit: 'mailboxes',
			text: `${view.appName(app)} reads ${others} other mailboxes day by day, from the same place: a program that came to stay`,
		});
	}
	return line('later-use', own, {
		observed: days,
		expected: 0,
		unit: 'days',
		text: `afterwards it was used on ${counted(days, 'more day', 'more days')}, each time for less than a quarter of the busiest day: a program that stayed${vouched ? '' : ', though nobody consented to it from the usual place'}`,
	});
}

/** How many other people's mailboxes the app reads day by day, before the window or at any time after, from where it acted in the window; 0 for fewer than two. */
export function adoptedBy(view: View): number {
	const app = appOf(view);
	if (app === '' || isFirstParty(view)) return 0;
	const used = view.once(`days of ${app}`, () => daysOf(view, app));
	const days = new Map<string, Set<number>>();
	for (const place of new Set(view.events.map(({ network }) => network))) {
		for (const [mailbox, on] of used.get(place) ?? []) days.set(mailbox, new Set([...(days.get(mailbox) ?? []), ...on]));
	}
	days.delete(view.events[0]?.target?.toLowerCase() ?? view.actor);
	const others = [...days.values()].filter(({ size }) => size >= ADOPTED_DAYS).length;
	return others >= ADOPTED_BY ? others : 0;
}

/** Network → mailbox → days on which an app read it from there. */
function daysOf(view: View, app: string): ReadonlyMap<string | undefined, ReadonlyMap<string, ReadonlySet<number>>> {
	const networks = new Map<string | undefined, Map<string, Set<number>>>();
	for (const event of view.find({
		activities: ['mail.read'],
		app,
		from: Number.NEGATIVE_INFINITY,
		to: Number.POSITIVE_INFINITY,
	})) {
		const mailboxes = networks.get(event.network) ?? new Map<string, Set<number>>();
		networks.set(event.network, mailboxes);
		const mailbox = mailboxIn(event);
		const days = mailboxes.get(mailbox) ?? new Set();
		mailboxes.set(mailbox, days.add(Math.floor(event.time / DAY)));
	}
	return networks;
}
