import {
	counted,
	defineAnalytic,
	type HeardEvent,
	line,
	type Reason,
	type Series,
	type Step,
	UNCORROBORATED,
	type View,
} from '../../src/analytic.ts';
import { lowerBound } from '../../src/features/lower-bound.ts';
import {
	ACTIVITY,
	ADMINISTRATION,
	acted,
	activityOf,
	administered,
	appIn,
	appOf,
	BY_THE_APP,
	DAY,
	delay,
	GRANTS,
	HOUR,
	isGrantors,
	isSignIn,
	itemsOf,
	kindsOf,
} from './chain.ts';
import { isFirstUse } from './first-use.ts';
import { rehearsal } from './rehearsal.ts';
import { granted, highScopes, scopesOf, unknownScopes } from './scopes.ts';
import { aftermath, credential, credentialsOf, laterUse, novelty, tokenKind } from './signals.ts';

/** Applications that get high-privilege scopes and then act oddly. */
/** What is asked of an app that was let in, however that is known. */
const CHAIN: Omit<Series, 'id' | 'unit' | 'hears'> = {
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
	evidence: (view) => [...acted(view), ...administered(view), ...credentialsOf(view)],
	caveats: (view) => (scopesOf(view).length === 0 ? ['the log does not say which scopes were granted'] : []),
	next: (view) => [
		`look up ${view.appName(appOf(view))} in the console’s app list: publisher, permissions, who else granted it; revoke the grant if nobody answers for it`,
	],
};

export const analytic = defineAnalytic({
	id: 'AN1349',
	name: 'app-abuse',
	title: 'An app is connected, gets high-privilege scopes, then acts oddly',
	summary:
		'Takes every consent, installation and grant of an app and weighs the scopes by tier, how new the app is to the person and the organisation, and from where it was granted; then looks for what the app or its grantor did within the window: mass reads and exports, mailbox access, administration, credentials added to the app. Steady use afterwards lowers it. One finding per chain; chains that stop after the grant are reported lower.',
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
			title: 'apps known to be sanctioned, by name or any of their ids, beside apps.csv',
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
			witness: 'matter',
		},
		'scopes-unknown': {
			title: 'Scopes unknown',
			unit: 'scopes',
			text: 'the log does not name the scopes, or names some that are not known: never taken for low, and for high where the app then reads much',
			witness: 'matter',
		},
		activity: {
			title: 'What the app did',
			unit: 'records',
			text: 'records of the app within an hour, a day and five days after the grant, and whether it began at once',
			witness: 'amount',
		},
		'grant-novelty': {
			title: 'Unfamiliar surroundings',
			unit: 'decades of rarity',
			text: 'network, country and client of the grant, of sign-ins around it and of the app’s activity',
			witness: 'surroundings',
		},
		'token-kind': {
			title: 'Kind of access',
			unit: 'records',
			text: 'rights of the application itself, which need no user, or calls with a kind of token that the grantor had not used',
			witness: 'surroundings',
		},
		'later-use': {
			title: 'Steady use afterwards',
			unit: 'days',
			text: 'an app that after its first great fetch stayed and was used a little day by day lowers',
			witness: 'amount',
		},
		'odd-hour': {
			title: 'Odd hour',
			unit: 'UTC',
			text: 'granted at an hour in which the person is hardly ever active',
			witness: 'surroundings',
		},
		aftermath: {
			title: 'Administration afterwards',
			unit: 'events',
			text: 'inbox rules, roles, permissions or administration by the app or its grantor within two days',
			witness: 'matter',
		},
		'app-credential': {
			title: 'Credential added to the app',
			unit: 'events',
			text: 'a secret, certificate or key was added to the app around the grant',
			witness: 'entry',
		},
		'failed-sign-ins': {
			title: 'Failed and flagged sign-ins',
			unit: 'failed sign-ins',
			text: 'three or more failures from six hours before to one hour after the beginning, an address flagged as a proxy, an alert of the vendor, a sign-in by device code or one of somebody else as this account, such as it hardly ever had (16 hours before to one hour after), or (with --geoip) two places too far apart for the time between',
			witness: 'entry',
		},
		approved: { title: 'Approved app', unit: 'app', text: 'named in approvedApps' },
		uncorroborated: UNCORROBORATED,
		context: { title: 'Context', unit: 'events', text: 'approved apps, change tickets and trusted networks' },
	},
	series: [
		{ ...CHAIN, id: 'grants', unit: 'grants', hears: ['app.grant', 'app.install'] },
		{
			...CHAIN,
			id: 'connections',
			unit: 'sign-ins',
			hears: ['login'],
			only: { fact: 'oauth', words: 'of an app by OAuth', few: true },
			judge: (view) => (isFirstUse(view) ? judge(view) : []),
			caveats: () => [
				'the consent itself is not logged: the first sign-in of the app by OAuth stands for it, and the scopes are not known',
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
		'which permissions an app was given is not logged by Box and Zoom (whose list of apps has them), nor for most apps on GitHub and Salesforce',
		'what an app does with data once it has read it',
		'grants older than the evidence',
		'an app that stays and is used a little day by day looks like any other, and is lowered for it',
	],
	rehearsal,
});

function subject(event: HeardEvent): string | undefined {
	if (event.actor === '' || event.actorType === 'system' || event.details['change'] === 'revoke') return undefined;
	const app = appIn(event);
	return app === undefined ? undefined : `${event.actor}\n${app}`;
}

function judge(view: View): readonly (Reason | undefined)[] {
	const high = highScopes(view);
	const after = acted(view);
	const act = activityOf(view, after);
	const named = isNamed(view);
	if (after.length === 0 && view.number('minStages') >= 3) return [];
	return [
		granted(view, high, grantsBefore(view)),
		unknownScopes(view, after),
		tokenKind(view, after),
		line('activity', act, {
			observed: after.length,
			expected: view.number('exportVolumeThreshold'),
			unit: 'records',
			text: `${counted(after.length, 'record')} ${isGrantors(view, after) ? `of ${view.actor} that do not name it, from networks or tokens new to the account` : 'of the app'}${itemsOf(after)} within ${Math.round(view.number('grantToActionWindow') / DAY)} days, the first ${delay(view, after)}: ${kindsOf(after)}`,
		}),
		novelty(view, high.length > 0, after),
		laterUse(view, after),
		view.oddHourLine('odd-hour'),
		aftermath(view),
		credential(view),
		view.signInLine('failed-sign-ins'),
		named ? line('approved', -3, { observed: appOf(view), expected: '', unit: 'app', text: 'named in approvedApps' }) : undefined,
	];
}

/** Whether the option calls the app sanctioned, by name or any of its ids, whatever their letter case. */
function isNamed(view: View): boolean {
	const approved = view.list('approvedApps');
	if (approved.length === 0) return false;
	const app = appOf(view);
	const words = [...view.appIds(app), view.appName(app).toLowerCase()];
	return approved.some((word) => words.includes(word.toLowerCase()));
}

/** How often the app was let in before: what one person did within an hour is one grant, as it is one finding. */
function grantsBefore(view: View): number {
	const app = appOf(view);
	if (isSignIn(view)) return view.newness('app', app).holders;
	const times = view.once(`grants of ${app}`, () => {
		const last = new Map<string, number>();
		const begun: number[] = [];
		for (const event of view.find({ activities: GRANTS, app, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY })) {
			const who = subject(event);
			if (who === undefined) continue;
			if (event.time - (last.get(who) ?? Number.NEGATIVE_INFINITY) > HOUR) begun.push(event.time);
			last.set(who, event.time);
		}
		return begun;
	});
	return lowerBound(times, view.start);
}

function title(view: View): string {
	const high = highScopes(view).length;
	const after = acted(view).length;
	const what = high > 0 ? `got ${counted(high, 'high-privilege scope')}` : 'was connected';
	return `${view.appName(appOf(view))} ${what} from ${view.actor}${after > 0 ? `, then acted (${counted(after, 'record')})` : ''}`;
}

function stages(view: View): readonly Step[] {
	const after = acted(view);
	const steps = [
		{
			name: isSignIn(view) ? 'first sign-in' : 'grant',
			event: view.events[0],
			text: `${view.events[0]?.operation ?? 'grant'} of ${view.appName(appOf(view))}`,
		},
		{ name: 'first activity', event: after[0], text: `${after[0]?.operation ?? ''}, ${delay(view, after)}` },
		...administered(view)
			.slice(0, 3)
			.map((event) => ({ name: 'administration', event, text: event.operation })),
	];
	return steps.flatMap(({ name, event, text }) => (event === undefined ? [] : [{ name, event, text }]));
}
