import {
	aftermathLine,
	counted,
	defineAnalytic,
	distinctOf,
	factOf,
	grantActivityLine,
	grantLine,
	grantNoveltyLine,
	type HeardEvent,
	line,
	type Reason,
	type Stage,
	timeWords,
	type View,
} from '../../src/analytic.ts';
import type { Activity } from '../../src/model/activity.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What an app does once it is in: reading, taking, changing. */
const ACTIVITY: readonly Activity[] = [
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
const BY_THE_APP: readonly Activity[] = [
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
const ADMINISTRATION: readonly Activity[] = ['admin.change', 'role.grant', 'mail.rule', 'credential.add', 'token.create'];
/** A record of many items counts at most this much. */
const MOST_ITEMS = 200;

export const analytic = defineAnalytic({
	id: 'AN1349',
	name: 'app-abuse',
	title: 'An app is connected, gets high-privilege scopes, then acts oddly',
	summary:
		'Takes every consent, installation and grant of an app and weighs the scopes by tier, how new the app is to the person and the organisation, and from where it was granted; then looks for what the app or its grantor did within the window: mass reads and exports, mailbox access, administration, credentials added to the app. One finding per chain; chains that stop after the grant are reported lower.',
	attack: {
		technique: 'T1199',
		techniqueName: 'Trusted Relationship',
		tactic: 'Initial Access',
		strategy: 'DET0488',
		version: '18.1',
		url: 'https://attack.mitre.org/detectionstrategies/DET0488#AN1349',
	},
	options: {
		approvedApps: {
			kind: 'list',
			default: '',
			title: 'app ids or names known to be sanctioned, beside apps.csv',
			attack: 'ApprovedApps',
		},
		exportVolumeThreshold: {
			kind: 'number',
			default: '6',
			min: 1,
			title: 'records within an hour after the grant that are ordinary',
			unit: 'records',
			attack: 'ExportVolumeThreshold',
		},
		highPrivilegeScopes: { kind: 'list', default: '', title: 'further scopes to count as high-privilege' },
		grantToActionWindow: {
			kind: 'duration',
			default: '8d',
			title: 'how long after the grant activity still belongs to the chain',
		},
		minStages: { kind: 'number', default: '2', min: 1, max: 3, title: '3 reports only chains in which the app also acted' },
	},
	signals: {
		grant: {
			title: 'What was granted',
			unit: 'scopes',
			text: 'high-privilege scopes, whole-tenant grants, and how often the app had been granted here before',
		},
		'scopes-unknown': {
			title: 'Scopes unknown',
			unit: 'scopes',
			text: 'the log does not name the scopes, or names some that are not known: never taken for low',
		},
		activity: {
			title: 'What the app did',
			unit: 'records',
			text: 'records of the app within an hour, a day and five days after the grant, and whether it began at once',
		},
		'grant-novelty': {
			title: 'Unfamiliar surroundings',
			unit: 'decades of rarity',
			text: 'network, country and client of the grant, of sign-ins around it and of the app’s activity',
		},
		aftermath: {
			title: 'Administration afterwards',
			unit: 'events',
			text: 'inbox rules, roles, permissions or administration by the app or its grantor within two days',
		},
		'app-credential': {
			title: 'Credential added to the app',
			unit: 'events',
			text: 'a secret, certificate or key was added to the app around the grant',
		},
		'failed-sign-ins': {
			title: 'Failed sign-ins and proxies',
			unit: 'failed sign-ins',
			text: 'three or more failures in the six hours before, or an address flagged as a proxy',
		},
		approved: { title: 'Approved app', unit: 'app', text: 'named in approvedApps' },
		context: { title: 'Context', unit: 'events', text: 'approved apps, change tickets and trusted networks' },
	},
	series: [
		{
			id: 'grants',
			unit: 'grants',
			hears: ['app.grant', 'app.install'],
			anchor: { kind: 'event', merge: HOUR },
			excuses: { ticket: -1.5, app: -3, service: 0, network: -0.5 },
			subject,
			judge,
			cause: (view) => (appOf(view) === '' ? undefined : `app ${appOf(view)}`),
			title,
			entities: (view) => [
				{ role: 'app', type: 'app', id: appOf(view), name: view.appName(appOf(view)) },
				{ role: 'grantor', type: 'user', id: view.actor },
			],
			stages,
			caveats: (view) => (scopesOf(view).length === 0 ? ['the log does not say which scopes were granted'] : []),
			next: (view) => [
				`look up ${view.appName(appOf(view))} in the console’s app list: publisher, permissions, who else granted it; revoke the grant if nobody answers for it`,
			],
		},
	],
	marks: [...ACTIVITY, ...BY_THE_APP, ...ADMINISTRATION],
	tuning: [
		'Enter sanctioned apps with their scopes and review dates into apps.csv.',
		'Enter roll-outs into changes.csv with activity app.grant.',
	],
	falsePositives: [
		'a new app that many people try on their own',
		'a roll-out by an administrator without a ticket',
		'a sanctioned app that asks for more rights',
	],
	blindSpots: [
		'Box and GitHub do not log which permissions an app was given',
		'what an app does with data once it has read it',
		'grants older than the evidence',
	],
});

function subject(event: HeardEvent): string | undefined {
	if (event.actor === '' || event.actorType === 'system' || event.ok === false || event.details['change'] === 'revoke')
		return undefined;
	const app = appIn(event);
	return app === undefined ? undefined : `${event.actor}\n${app}`;
}

function judge(view: View): readonly (Reason | undefined)[] {
	const high = highScopes(view);
	const after = acted(view);
	const act = activityOf(view, after);
	const grants = view.find({
		activities: ['app.grant', 'app.install'],
		app: appOf(view),
		from: Number.NEGATIVE_INFINITY,
		to: view.start,
	});
	const named = view
		.list('approvedApps')
		.some((app) => [appOf(view), view.appName(appOf(view)).toLowerCase()].includes(app.toLowerCase()));
	if (after.length === 0 && view.number('minStages') >= 3) return [];
	return [
		granted(view, high, grants.length),
		unknownScopes(view),
		line('activity', act, {
			observed: after.length,
			expected: view.number('exportVolumeThreshold'),
			unit: 'records',
			text: `${counted(after.length, 'record')} of the app within ${Math.round(view.number('grantToActionWindow') / DAY)} days, the first ${delay(view, after)}`,
		}),
		novelty(view, high.length > 0, after),
		aftermath(view),
		credential(view),
		view.signInLine('failed-sign-ins'),
		named ? line('approved', -3, { observed: appOf(view), expected: '', unit: 'app', text: 'named in approvedApps' }) : undefined,
	];
}

function granted(view: View, high: readonly string[], before: number): Reason | undefined {
	const tenantWide = view.events.some((event) => event.details['tenantWide'] === true);
	const order = before === 0 ? 'its first grant here' : `granted ${counted(before, 'time')} before`;
	const what =
		high.length === 0
			? 'no high-privilege scopes named'
			: `${counted(high.length, 'high-privilege scope')} (${high.slice(0, 4).join(', ')}${high.length > 4 ? ', …' : ''})`;
	return line('grant', grantLine(high.length, tenantWide, before), {
		observed: high.length,
		expected: 0,
		unit: 'scopes',
		text: `${view.appName(appOf(view))}: ${what}${tenantWide ? ' for the whole tenant' : ''}; ${order}`,
	});
}

function unknownScopes(view: View): Reason | undefined {
	const scopes = scopesOf(view);
	const unknown = scopes.filter(({ platform, scope, appOnly }) => view.scopeTier(platform, scope, appOnly) === undefined);
	if (scopes.length > 0 && unknown.length === 0) return undefined;
	const text =
		scopes.length === 0
			? 'the log does not name the scopes: unknown, not low'
			: `${counted(unknown.length, 'scope')} of unknown strength (${unknown
					.slice(0, 3)
					.map(({ scope }) => scope)
					.join(', ')})`;
	return line('scopes-unknown', 0.3, {
		observed: scopes.length === 0 ? 'none named' : unknown.length,
		expected: 0,
		unit: 'scopes',
		text,
	});
}

function acted(view: View): readonly HeardEvent[] {
	const span = { activities: ACTIVITY, from: view.start, to: view.start + view.number('grantToActionWindow') };
	const own = { ...span, activities: [...ACTIVITY, ...BY_THE_APP] };
	const app = appOf(view);
	const byApp = [...view.find({ ...own, app }), ...view.find({ ...own, person: app })]
		.filter((event, index, all) => all.indexOf(event) === index)
		.toSorted((a, b) => a.time - b.time);
	if (byApp.length > 0) return byApp;
	// Where records carry no app: what the grantor's account did afterwards from networks or tokens that are new to it.
	return view
		.find({ ...span, person: view.actor, to: Math.min(span.to, view.start + 5 * DAY) })
		.filter((event) => event.app === undefined && isFresh(view, event));
}

function isFresh(view: View, event: HeardEvent): boolean {
	if (event.token !== undefined && view.newness('token', event.token).isNew) return true;
	return event.network !== undefined && view.newness('network', event.network).isNew;
}

function activityOf(view: View, after: readonly HeardEvent[]): number {
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

function novelty(view: View, high: boolean, after: readonly HeardEvent[]): Reason | undefined {
	const parts = {
		grant: view.novelty(view.events, ['network', 'country', 'client']),
		signIn: view.signInNovelty(view.start) * (view.events.some(({ network }) => network !== undefined) ? 0.8 : 1),
		// An app works from its own cloud: that is new to every person, and says less than where it was granted from.
		activity: after.length === 0 ? 0 : 0.5 * view.novelty(after.slice(0, 200), ['network', 'country', 'client']),
	};
	const [where] = Object.entries(parts).toSorted((a, b) => b[1] - a[1]);
	const words: Readonly<Record<string, string>> = {
		grant: 'granted from',
		signIn: 'a sign-in around it came from',
		activity: 'the app acted from',
	};
	return line('grant-novelty', grantNoveltyLine(parts, high, after.length > 0), {
		observed:
			distinctOf([...view.events, ...after.slice(0, 50)].map(({ network }) => network))
				.slice(0, 3)
				.join(', ') || 'unfamiliar',
		expected: 'surroundings this account used before',
		unit: 'decades of rarity',
		text: `${words[where?.[0] ?? 'grant'] ?? ''} surroundings unusual for this account`,
	});
}

function aftermath(view: View): Reason | undefined {
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

function administered(view: View): readonly HeardEvent[] {
	const span = { activities: ['role.grant', 'mail.rule'] as const, from: view.start, to: view.start + 2 * DAY };
	const byApp = view.find({ ...span, activities: ['role.grant', 'mail.rule', 'admin.change'], app: appOf(view) });
	return [...view.find({ ...span, person: view.actor }), ...byApp]
		.filter((event) => event.actorType !== 'system' && event.ok !== false)
		.toSorted((a, b) => a.time - b.time);
}

function credential(view: View): Reason | undefined {
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
	const added = new Set([...view.find({ ...span, app }), ...view.find({ ...span, target: app }), ...byName].map(keyOf));
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

function highScopes(view: View): readonly string[] {
	const further = new Set(view.list('highPrivilegeScopes').map((scope) => scope.toLowerCase()));
	const scopes = scopesOf(view);
	const offline = scopes.some(({ scope }) => scope.toLowerCase() === 'offline_access');
	return distinctOf(
		scopes
			.filter(({ platform, scope, appOnly }) => {
				const tier = view.scopeTier(platform, scope, appOnly);
				// offline_access keeps every other right alive without the person: one step stronger.
				return further.has(scope.toLowerCase()) || (tier !== undefined && tier > 0 && tier <= (offline ? 3 : 2));
			})
			.map(({ scope }) => scope),
	);
}

function scopesOf(view: View): readonly { readonly platform: string; readonly scope: string; readonly appOnly: boolean }[] {
	return view.events.flatMap((event) =>
		(factOf(event, 'scopes') ?? '')
			.split(' ')
			.filter((scope) => scope !== '')
			.map((scope) => ({ platform: event.platform, scope, appOnly: event.details['appOnly'] === true })),
	);
}

function appIn(event: HeardEvent): string | undefined {
	// Ids of apps are lower case; as targets some logs keep theirs as it was written.
	return (event.targetType === 'app' ? (event.target ?? event.app) : (event.app ?? event.target))?.toLowerCase();
}

function appOf(view: View): string {
	return view.subject.split('\n')[1] ?? '';
}

function delay(view: View, after: readonly HeardEvent[]): string {
	return `${timeWords((after[0]?.time ?? view.start) - view.start)} later`;
}

function title(view: View): string {
	const high = highScopes(view).length;
	const after = acted(view).length;
	const what = high > 0 ? `got ${counted(high, 'high-privilege scope')}` : 'was connected';
	return `${view.appName(appOf(view))} ${what} from ${view.actor}${after > 0 ? `, then left ${counted(after, 'record')} of activity` : ''}`;
}

function stages(view: View): readonly Stage[] {
	const after = acted(view);
	const steps = [
		{ name: 'grant', event: view.events[0], text: `${view.events[0]?.operation ?? 'grant'} of ${view.appName(appOf(view))}` },
		{ name: 'first activity', event: after[0], text: `${after[0]?.operation ?? ''}, ${delay(view, after)}` },
		...administered(view)
			.slice(0, 3)
			.map((event) => ({ name: 'administration', event, text: event.operation })),
	];
	return steps
		.flatMap(({ name, event, text }) => (event === undefined ? [] : [{ name, time: new Date(event.time).toISOString(), text }]))
		.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
