import { counted, dayStart, daysBefore, distinctOf, type Entity, type HeardEvent, type View } from '../../src/analytic.ts';

/** Length of a day, ms. */
export const DAY = 86_400_000;

/**
 * Days since the app appeared; an app that is there when the evidence begins has been there for nobody knows how long:
 * taken for a month.
 */
export function appAge(view: View, app: string): number {
	const age = view.newness('app', app).ageDays ?? 0;
	return view.volume.evidenceDays - age <= 2 ? Math.max(age, 30) : age;
}

/** Of two pieces of advice the one for the platform whose mail it was. */
export function inConsole(view: View, advice: { readonly microsoft: string; readonly google: string }): string {
	return view.events[0]?.platform === 'google_workspace' ? advice.google : advice.microsoft;
}

/** Last part of the subject of what people read their mail with: Outlook, the browser, first-party apps. */
export const MAIL_CLIENTS = 'mail clients';

/** When an app was first seen, in words: an app that was there when the evidence begins may be older than it. */
export function firstSeenWords(view: View, app: string): string {
	const age = view.newness('app', app).ageDays ?? 0;
	return view.volume.evidenceDays - age <= 2
		? `here since the evidence begins, ${daysBefore(age)}`
		: `first seen here ${daysBefore(age)}`;
}

/** Whether an app is one of those that the option calls fine, by any of its ids, whatever their letter case. */
export function isAllowed(view: View, app: string): boolean {
	const allowed = view.list('oauthClientAllowList');
	if (allowed.length === 0) return false;
	const ids = view.appIds(app);
	return allowed.some((id) => ids.includes(id.toLowerCase()));
}

/** Consents to and installations of an app within the look-back, by anybody. */
export function grantsOf(view: View, app: string): readonly HeardEvent[] {
	const span = {
		activities: ['app.grant', 'app.install'] as const,
		from: view.start - view.number('consentLookback'),
		to: view.end,
	};
	return view.find({ ...span, app }, { ...span, target: app });
}

/** How far back {@link grantsOf} looks, in words. */
export function lookback(view: View): string {
	return counted(Math.round(view.number('consentLookback') / DAY), 'day');
}

/** Whether a grant holds for every mailbox: for the whole tenant, by an administrator, or for the application itself. */
export function isForAll({ details }: HeardEvent): boolean {
	return details['tenantWide'] === true || details['adminConsent'] === true || details['appOnly'] === true;
}

/** Whether the window’s app is new to the mailbox, in evidence that has settled. */
export function isNewApp(view: View): boolean {
	const app = appOf(view);
	return app !== '' && !isFirstParty(view) && view.volume.evidenceDays >= 3 && view.newness('app', app).isNew;
}

const leaders = new WeakMap<View, HeardEvent | undefined>();

/**
 * First event of the app or client that read most in the window; of equals the earlier. People's Outlook, browser and phone are one subject: a
 * first synchronisation of the phone is the phone's, whatever Outlook read an hour before.
 */
function leading(view: View): HeardEvent | undefined {
	if (!view.subject.endsWith(`\n${MAIL_CLIENTS}`)) return view.events[0];
	if (!leaders.has(view)) leaders.set(view, mostRead(view.events));
	return leaders.get(view);
}

function mostRead(events: readonly HeardEvent[]): HeardEvent | undefined {
	const read = new Map<string, { readonly first: HeardEvent; items: number }>();
	for (const event of events) {
		const by = event.app ?? `client ${event.client ?? ''}`;
		const known = read.get(by);
		if (known === undefined) read.set(by, { first: event, items: event.items });
		else known.items += event.items;
	}
	return [...read.values()].reduce((most, one) => (one.items > most.items ? one : most), { first: events[0], items: 0 }).first;
}

/** Whether the window’s app or client is Microsoft’s own, which nobody consents to. */
export function isFirstParty(view: View): boolean {
	return leading(view)?.details['firstParty'] === true;
}

/** Id of the window’s app, or an empty text. */
export function appOf(view: View): string {
	return leading(view)?.app ?? '';
}

/** The app’s name, or the client where the log names no app. */
export function clientOf(view: View): string {
	const app = appOf(view);
	return app === '' ? (leading(view)?.client ?? 'an unnamed client') : view.appName(app);
}

/** The mailbox read: by its owner's name, where the log has an id. */
export function mailboxOf(view: View): string {
	const target = view.events[0]?.target;
	return target === undefined ? view.actor : view.nameOf(target);
}

/** Owners of the window's mailboxes, all names of one person once. */
export function owners(view: View): readonly string[] {
	return distinctOf(mailboxes(view).map((mailbox) => view.nameOf(mailbox)));
}

/** The mailbox that an event reads, as the log names it: that of whoever acts, where it names none. */
export function mailboxIn({ target, actor }: HeardEvent): string {
	return target?.toLowerCase() ?? actor;
}

/** Distinct mailboxes of the window, as the log names them. */
export function mailboxes(view: View): readonly string[] {
	return distinctOf(view.events.map(mailboxIn));
}

/** The mailbox, and the app where there is one. */
export function entities(view: View): readonly Entity[] {
	const app = appOf(view);
	const mailbox: Entity = { role: 'mailbox', type: 'mailbox', id: mailboxOf(view) };
	return app === '' ? [mailbox] : [mailbox, { role: 'app', type: 'app', id: app, name: view.appName(app) }];
}

/** What an app read in the window's mailbox before the window's day: one that acts by itself is never among what the mailbox's owner used. */
export function readBefore(view: View, app: string): readonly HeardEvent[] {
	const [target] = distinctOf(view.events.map((event) => event.target));
	const mailbox = target === undefined ? { person: view.actor } : { target };
	return view.find({ activities: ['mail.read'], app, ...mailbox, from: Number.NEGATIVE_INFINITY, to: dayStart(view) });
}
