import {
	counted,
	dayStart,
	daysBefore,
	type HeardEvent,
	LATER_USE,
	line,
	MAILBOXES,
	type MailboxRights,
	mailboxesLine,
	mailboxRightsLine,
	type Reason,
	type View,
	withinWords,
} from '../../src/analytic.ts';
import { isScripted } from '../../src/features/client-family.ts';
import { timetable } from '../../src/features/timetable.ts';
import { CONSENTED, isOdd } from './consent.ts';
import { kindOf } from './kinds.ts';
import { appAge, DAY, firstSeenWords, grantsOf, isAllowed, isForAll, lookback, mailboxIn, owners } from './mailbox.ts';
import { amountWords } from './measure.ts';

/** Lines for one app that opens many mailboxes. */
export function judgeMailboxes(view: View): readonly (Reason | undefined)[] {
	if (view.length > DAY) return [];
	const opened = owners(view);
	const grants = grantsOf(view, view.actor);
	// A permission of the application itself holds for every mailbox.
	const tenantWide = grants.some(({ details }) =>
		(['tenantWide', 'adminConsent', 'appOnly'] as const).some((fact) => details[fact] === true),
	);
	const consented = new Set(grants.map((event) => event.actor));
	const without = tenantWide ? 0 : opened.filter((mailbox) => !consented.has(mailbox)).length / Math.max(1, opened.length);
	const approved = view.approval(view.actor)?.approved === true || isAllowed(view, view.actor);
	const messages = view.events.reduce((sum, event) => sum + event.items, 0);
	const ageDays = appAge(view, view.actor);
	const appOnly = view.events.some((event) => event.details['appOnly'] === true);
	const rights = { mailboxes: opened.length, ageDays, appOnly, withoutConsent: without };
	return [
		line('many-mailboxes', mailboxesLine({ mailboxes: opened.length, messages, ageDays, approved }), {
			observed: opened.length,
			expected: 1,
			unit: 'mailboxes',
			text: `${view.appName(view.actor)} opened ${opened.length} mailboxes (${amountWords(view.events)}) ${withinWords(view)}; ${firstSeenWords(view, view.actor)}${approved ? '; approved' : ''}`,
		}),
		line('app-rights', mailboxRightsLine(rights), {
			observed: Math.round(without * opened.length),
			expected: 0,
			unit: 'mailboxes',
			text: rightsWords(rights, lookback(view)).join('; '),
		}),
		agreed(view, grants.filter(isForAll)),
		// Before or after, a habit is one habit.
		[habit(view, 'app'), rhythm(view, tenantWide || ageDays >= 30)]
			.filter((reason) => reason !== undefined)
			.toSorted((a, b) => a.surprise - b.surprise)[0],
	];
}

function rightsWords({ mailboxes: count, ageDays, appOnly, withoutConsent }: MailboxRights, span: string): readonly string[] {
	return [
		...(appOnly ? ['it acts without a user'] : []),
		...(withoutConsent > 0
			? [`no consent within ${span} before in the evidence for ${Math.round(withoutConsent * count)} of the ${count} owners`]
			: []),
		...(ageDays < MAILBOXES.youngDays ? [`the app was first seen here ${daysBefore(ageDays)}`] : []),
	];
}

// An administrator let it in from the usual place: that it then reads is what was agreed to.
function agreed(view: View, grants: readonly HeardEvent[]): Reason | undefined {
	if (grants.length === 0 || grants.some((grant) => isOdd(view, grant))) return undefined;
	return line('consent', CONSENTED, {
		observed: grants.length,
		expected: 1,
		unit: 'consents',
		text: 'an administrator consented to the app for everybody, from the usual place',
	});
}

/**
 * Subject of reading by one address: where no app is named, and a protocol of mail programs or a script reads. People's browsers and Outlook share
 * the office's address; a list of stolen passwords is worked off over IMAP from one.
 */
export function addressOf(event: HeardEvent): string | undefined {
	if (event.ip === undefined || event.app !== undefined || event.actorType === 'system') return undefined;
	const { client } = event;
	return kindOf(event) === undefined && (client === undefined || !isScripted(client)) ? undefined : `${event.ip}\naddress`;
}

/** What an address adds, decades, of a network from which nobody worked before. */
const NEW_ADDRESS = 1;

/** Lines for one address that opens many mailboxes through mail protocols or scripts. */
export function judgeAddress(view: View): readonly (Reason | undefined)[] {
	if (view.length > DAY) return [];
	const opened = owners(view);
	const messages = view.events.reduce((sum, event) => sum + event.items, 0);
	const network = view.events[0]?.network ?? '';
	const days = view.newness('network', network).ageDays ?? 0;
	const sum = mailboxesLine({ mailboxes: opened.length, messages, ageDays: days, approved: false });
	const young = mailboxRightsLine({ mailboxes: opened.length, ageDays: days, appOnly: false, withoutConsent: 0 });
	if (sum === 0) return [];
	return [
		line('many-mailboxes', sum, {
			observed: opened.length,
			expected: 1,
			unit: 'mailboxes',
			text: `${view.actor} opened ${opened.length} mailboxes (${amountWords(view.events)}) ${withinWords(view)} through ${view.events[0]?.client ?? 'a script'}; its network was first seen here ${daysBefore(days)}`,
		}),
		line('session-novelty', (days === 0 ? NEW_ADDRESS : 0) + young, {
			observed: network,
			expected: 'networks that people here worked from before',
			unit: 'decades of rarity',
			text:
				days === 0
					? `from a network nobody here had worked from before (${network})`
					: `from a network that was first seen here ${daysBefore(days)} (${network})`,
		}),
		habit(view, 'address'),
	];
}

/** What a timetable takes back, decades: with a consent for the whole tenant, or of an app that was there before the evidence; and without. */
const TIMETABLE = { known: -4, unknown: -1.5 } as const;

// Whoever takes what he wants may come again, but not to the minute.
function rhythm(view: View, known: boolean): Reason | undefined {
	const from = dayStart(view) + DAY;
	const later = view.find({ activities: ['mail.read'], app: view.actor, from, to: from + LATER_USE.span });
	const { days, alike, kept } = timetable(later.map(({ time }) => time));
	return line('later-use', !kept ? 0 : known ? TIMETABLE.known : TIMETABLE.unknown, {
		observed: alike,
		expected: 0,
		unit: 'days',
		text: `in the two weeks after, it began at the same time of day on ${alike} of ${counted(days, 'day')}: a timetable${known ? '' : ', though no consent for the whole tenant is in the evidence'}`,
	});
}

// What an app does every night is its habit, however many mailboxes it is; at the very beginning of the evidence nobody knows.
function habit(view: View, of: 'app' | 'address'): Reason | undefined {
	const opened = owners(view).length;
	const { evidenceDays } = view.volume;
	const age = view.newness('app', view.actor).ageDays ?? 0;
	if (of === 'app' && evidenceDays < 3 && evidenceDays - age <= 2) {
		return line('app-habit', -3, {
			observed: opened,
			expected: 'unknown',
			unit: 'mailboxes',
			text: `the evidence begins ${counted(evidenceDays, 'day')} before: whether this app has always done so is not known`,
		});
	}
	const days = new Map<number, Set<string>>();
	const span = { activities: ['mail.read'] as const, from: Number.NEGATIVE_INFINITY, to: dayStart(view) };
	for (const event of view.find(of === 'app' ? { ...span, app: view.actor } : span)) {
		if (of === 'address' && event.ip !== view.actor) continue;
		const day = Math.floor(event.time / DAY);
		const known = days.get(day) ?? new Set();
		days.set(day, known.add(view.nameOf(mailboxIn(event))));
	}
	const most = Math.max(0, ...[...days.values()].map(({ size }) => size));
	const share = days.size < 2 ? 0 : Math.min(1, most / opened);
	return line('app-habit', share < 0.3 ? 0 : -3 * share, {
		observed: opened,
		expected: most,
		unit: 'mailboxes',
		text: `this ${of} opened up to ${most} mailboxes on ${days.size} days before`,
	});
}
