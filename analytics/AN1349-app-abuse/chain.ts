import { counted, grantActivityLine, type HeardEvent, timeWords, type View } from '../../src/analytic.ts';
import type { Activity } from '../../src/model/activity.ts';

/** One hour, ms. */
export const HOUR = 3_600_000;

/** One day, ms. */
export const DAY = 24 * HOUR;

/** What an app does once it is in: reading, taking, changing. */
export const ACTIVITY: readonly Activity[] = [
	'mail.read',
	'mail.search',
	'file.read',
	'file.download',
	'file.export',
	'repo.clone',
	'repo.download',
	'api.call',
	'bulk.query',
];

/** What only counts when the app itself does it. */
export const BY_THE_APP: readonly Activity[] = [
	'account.create',
	'account.disable',
	'account.delete',
	'account.enable',
	'admin.change',
	'role.grant',
	'credential.add',
	'token.create',
	'file.share',
	'file.upload',
];

/** Changes that follow a takeover, by the app or its grantor. */
export const ADMINISTRATION: readonly Activity[] = ['admin.change', 'role.grant', 'mail.rule', 'credential.add', 'token.create'];

/** How apps are let in. */
export const GRANTS: readonly Activity[] = ['app.grant', 'app.install'];

/** A record of many items counts at most this much. */
const MOST_ITEMS = 200;

/** What the app did within the window after its grant, for whoever it was let in for; where records carry no app, what the grantor’s account did from networks or tokens new to it. */
export function acted(view: View): readonly HeardEvent[] {
	const span = { activities: ACTIVITY, from: view.start, to: view.start + view.number('grantToActionWindow') };
	const own = { ...span, activities: [...ACTIVITY, ...BY_THE_APP] };
	const app = appOf(view);
	const named = byTheApp(view, own);
	// Drive's log has the number of the project in place of the app: none of these is among the others.
	const byApp = [...named, ...byProject(view, app, own)].toSorted((a, b) => a.time - b.time);
	if (byApp.length > 0) return byApp;
	// Where records carry no app: what the grantor's account did afterwards from networks or tokens that are new to it.
	return view
		.find({ ...span, person: view.actor, to: Math.min(span.to, view.start + 5 * DAY) })
		.filter((event) => isOfNobody(view, event) && isWithinReach(view, event) && isFresh(view, event));
}

// Salesforce’s trail and sign-ins name an app, its event log files give a number that may stand nowhere else: one that nobody used before that day may be any app’s.
// Of an app that signed in by OAuth under whatever name somebody gave it, so may a program’s own name.
function isOfNobody(view: View, { app, platform }: HeardEvent): boolean {
	if (app === undefined) return true;
	const isNameless = view.appName(app) === app || isSignIn(view);
	return platform === 'salesforce' && isNameless && (view.newness('app', app).ageDays ?? 0) === 0;
}

const MICROSOFT: readonly string[] = ['entra', 'm365'];

// An app reaches what the platform holds on which it was let in: one of Slack downloads nothing from Box. Microsoft’s two logs tell of one directory; Okta opens every door.
function isWithinReach(view: View, event: HeardEvent): boolean {
	return view.events.some(
		({ platform }) =>
			platform === event.platform || platform === 'okta' || (MICROSOFT.includes(platform) && MICROSOFT.includes(event.platform)),
	);
}

/** Whether it is the grantor’s account that acted, as far as the log says, and not the app by its name. */
export function isGrantors(view: View, after: readonly HeardEvent[]): boolean {
	return after.length > 0 && after.every((event) => isOfNobody(view, event) && event.actor === view.actor);
}

/** What an app did in a span for whoever it was let in for, by time. */
export function byTheApp(
	view: View,
	span: { readonly activities: readonly Activity[]; readonly from: number; readonly to: number },
): readonly HeardEvent[] {
	const app = appOf(view);
	return view.find({ ...span, app, ...(!isForEverybody(view) && { person: view.actor }) }, { ...span, person: app });
}

/** Whether the app was let in for more people than the one who did it: what it does for any of them is then of this chain. */
function isForEverybody(view: View): boolean {
	// A consent sets an application up in the directory, too: installed for all is only what nobody consented to.
	if (view.events.every(({ activity }) => activity === 'app.install')) return true;
	return view.events.some(
		({ details }) => details['tenantWide'] === true || details['adminConsent'] === true || details['appOnly'] === true,
	);
}

// The oldest clients, rclone’s among them, have the number alone.
const CLIENT_ID = /^(\d{6,})(?:-[0-9a-z]+)?\.apps\.googleusercontent\.com$/;

/**
 * Google's token log names an app by its OAuth client id, `<project number>-<hash>.apps.googleusercontent.com` (of old clients without the hash); Drive's log names the project number
 * alone (`originating_app_id`). A project may have several clients: records of people who let in two of them are left alone.
 */
function byProject(
	view: View,
	app: string,
	span: { readonly activities: readonly Activity[]; readonly from: number; readonly to: number },
): readonly HeardEvent[] {
	const project = CLIENT_ID.exec(app)?.[1];
	if (project === undefined) return [];
	const everybody = isForEverybody(view);
	const clients = new Map<string, boolean>();
	const alone = (person: string): boolean => {
		const known = clients.get(person);
		if (known !== undefined) return known;
		const grants = view.find({ activities: GRANTS, person, from: Number.NEGATIVE_INFINITY, to: span.to });
		const only = grants.every((event) => {
			const id = appIn(event) ?? '';
			return id === app || CLIENT_ID.exec(id)?.[1] !== project;
		});
		clients.set(person, only);
		return only;
	};
	return view
		.find({ ...span, app: project })
		.filter((event) => event.platform === 'google_workspace' && (everybody || event.actor === view.actor) && alone(event.actor));
}

function isFresh(view: View, event: HeardEvent): boolean {
	if (event.token !== undefined && view.newness('token', event.token).isNew) return true;
	return event.network !== undefined && view.newness('network', event.network).isNew;
}

/** Line of the activity, decades. */
export function activityOf(view: View, after: readonly HeardEvent[]): number {
	const [first] = after;
	if (first === undefined) return 0;
	const scale = view.number('exportVolumeThreshold') / 6;
	const most = (span: number) => busiest(after, span) / scale;
	return grantActivityLine({ hour: most(HOUR), day: most(DAY), days: most(5 * DAY), soon: first.time - view.start < DAY });
}

function busiest(events: readonly HeardEvent[], span: number): number {
	let left = 0;
	let inside = 0;
	let most = 0;
	for (const event of events) {
		inside += Math.min(MOST_ITEMS, event.items);
		while (event.time - (events[left]?.time ?? event.time) >= span) {
			inside -= Math.min(MOST_ITEMS, events[left]?.items ?? 0);
			left += 1;
		}
		most = Math.max(most, inside);
	}
	return most;
}

const KIND_WORDS: Readonly<Partial<Record<Activity, readonly [one: string, many: string]>>> = {
	'mail.read': ['mail read', 'mail reads'],
	'mail.search': ['mail search', 'mail searches'],
	'file.read': ['file read', 'file reads'],
	'file.download': ['file download', 'file downloads'],
	'file.export': ['export', 'exports'],
	'repo.clone': ['clone', 'clones'],
	'repo.download': ['archive download', 'archive downloads'],
	'api.call': ['API call', 'API calls'],
	'bulk.query': ['bulk query', 'bulk queries'],
};
const OTHER = ['change', 'changes'] as const;

/** What the records stand for altogether, where that is more than there are records: `, standing for 45 items`. */
export function itemsOf(after: readonly HeardEvent[]): string {
	const items = after.reduce((sum, event) => sum + event.items, 0);
	return items > after.length ? `, standing for ${items} items` : '';
}

/** What the app did, by kind: `20 mail reads, 12 file downloads`; at most three kinds, the most frequent first. */
export function kindsOf(after: readonly HeardEvent[]): string {
	const counts = new Map<readonly [string, string], number>();
	for (const { activity } of after) {
		const words = KIND_WORDS[activity] ?? OTHER;
		counts.set(words, (counts.get(words) ?? 0) + 1);
	}
	return [...counts]
		.toSorted(([[a], n], [[b], m]) => m - n || (a < b ? -1 : 1))
		.slice(0, 3)
		.map(([[one, many], count]) => counted(count, one, many))
		.join(', ');
}

/** Rules, roles and administration by the app or its grantor within two days, by time. */
export function administered(view: View): readonly HeardEvent[] {
	const span = { activities: ['role.grant', 'mail.rule'] as const, from: view.start, to: view.start + 2 * DAY };
	const byApp = { ...span, activities: ['role.grant', 'mail.rule', 'admin.change'] as const, app: appOf(view) };
	return view.find({ ...span, person: view.actor }, byApp).filter((event) => event.actorType !== 'system');
}

/** The app that an event is about. */
export function appIn(event: HeardEvent): string | undefined {
	// Ids of apps are lower case; as targets some logs keep theirs as it was written.
	return (event.targetType === 'app' ? (event.target ?? event.app) : (event.app ?? event.target))?.toLowerCase();
}

/** Whether the chain begins with a sign-in by OAuth, which stands for a consent that is not logged. */
export function isSignIn(view: View): boolean {
	return view.events[0]?.activity === 'login';
}

/** Id of the chain’s app. */
export function appOf(view: View): string {
	return view.subject.split('\n')[1] ?? '';
}

/** How long after the grant the activity began, in words. */
export function delay(view: View, after: readonly HeardEvent[]): string {
	return `${timeWords((after[0]?.time ?? view.start) - view.start)} later`;
}
