import {
	defineAnalytic,
	distinctOf,
	type HeardEvent,
	inARow,
	UNCORROBORATED,
	usualWords,
	type View,
	withinWords,
} from '../../src/analytic.ts';
import { rehearsal } from './rehearsal.ts';
import { distinct, judge, madePublic, newCredentials } from './signals.ts';

/** Repositories downloaded in bulk or oddly. */
export const analytic = defineAnalytic({
	id: 'AN0732',
	name: 'bulk-repository-access',
	title: 'Bulk or odd downloads of private or restricted repositories',
	summary:
		'Counts the distinct repositories, not known to be public, that somebody clones, downloads or reads over the API, against that person’s own past, peers and hours. Repositories never touched before, people who do not develop, privileged, contractor and new accounts, unfamiliar sessions and tokens, odd sign-ins, new credentials, restricted repositories and what is made public raise it; service accounts, tickets and trusted networks lower it.',
	attack: {
		technique: 'T1213.003',
		techniqueName: 'Data from Information Repositories: Code Repositories',
		tactic: 'Collection',
		strategy: 'DET0263',
		version: '18.1',
		url: 'https://attack.mitre.org/detectionstrategies/DET0263#AN0732',
	},
	options: {
		repoThreshold: {
			kind: 'number',
			default: '10',
			min: 2,
			title: 'distinct repositories in one window from which downloads speak without any history',
			unit: 'repositories',
			attack: 'TimeWindow',
		},
		userContext: {
			kind: 'flag',
			default: 'on',
			title: 'whether being no developer counts (from people.csv, or inferred: never pushed)',
			attack: 'UserContext',
		},
		sensitiveRepos: {
			kind: 'list',
			default: '',
			title: 'repositories (org/name) to be treated as restricted, beside repositories.csv',
			attack: 'RepoSensitivityTag',
		},
		loginLookback: {
			kind: 'duration',
			default: '1d',
			title: 'how long before the downloads a new token, key or role still counts',
			attack: 'GeoAnomalyThreshold',
		},
		newAccountAge: { kind: 'duration', default: '7d', title: 'accounts first seen within this time are new' },
	},
	signals: {
		'repository-rate': {
			title: 'Repositories against the usual',
			unit: 'repositories/window',
			text: 'distinct repositories taken, against the person’s own past, peers and time of day',
			witness: 'amount',
		},
		'new-repositories': {
			title: 'Repositories never touched before',
			unit: 'repositories',
			text: '1.5 decades per tenfold of repositories new to the person, at most 2',
			witness: 'amount',
		},
		'session-novelty': {
			title: 'Unfamiliar session',
			unit: 'decades of rarity',
			text: 'network, country, client or token new to the person, or such a sign-in within 16 hours on any platform',
			witness: 'surroundings',
		},
		'failed-sign-ins': {
			title: 'Failed and flagged sign-ins',
			unit: 'failed sign-ins',
			text: 'three or more failures from six hours before to one hour after the beginning, an address flagged as a proxy, an alert of the vendor, a sign-in by device code or one of somebody else as this account, such as it hardly ever had (16 hours before to one hour after), or (with --geoip) two places too far apart for the time between',
			witness: 'entry',
		},
		'odd-hour': {
			title: 'Odd hour',
			unit: 'UTC',
			text: 'begun at an hour in which the person is hardly ever active',
			witness: 'surroundings',
		},
		role: { title: 'Role', unit: 'role', text: 'outside engineering, or a privileged account', witness: 'matter' },
		'account-kind': {
			title: 'Contractor or new account',
			unit: 'account',
			text: 'contractors, and accounts first seen within newAccountAge',
			witness: 'matter',
		},
		'token-kind': {
			title: 'Kind of token',
			unit: 'kind of token',
			text: 'a kind of token (SSH key, classic, fine-grained, application’s) that this account never used, after five uses of others; a token never seen counts as unfamiliar session',
			witness: 'surroundings',
		},
		'new-credential': {
			title: 'New token, key or role',
			unit: 'events',
			text: 'a token, key, grant or role appeared within loginLookback before',
			witness: 'entry',
		},
		'restricted-repositories': {
			title: 'Restricted repositories',
			unit: 'share of repositories',
			text: 'repositories that repositories.csv or sensitiveRepos calls restricted',
			witness: 'matter',
		},
		'made-public': {
			title: 'Made public',
			unit: 'repositories',
			text: 'repositories that the same account made public, or created as public, from a day before to two days after',
			witness: 'matter',
		},
		'no-history': {
			title: 'Fixed threshold',
			unit: 'repositories',
			text: 'with fewer than three days of history the count is held against repoThreshold',
			witness: 'amount',
		},
		uncorroborated: UNCORROBORATED,
		context: { title: 'Context', unit: 'events', text: 'change tickets, approved apps, service accounts and trusted networks' },
	},
	series: [
		{
			id: 'downloads',
			unit: 'repositories',
			hears: ['repo.clone', 'repo.download'],
			subject,
			distinct,
			judge: (view) => judge(view, 'cloned or downloaded'),
			title: (view) => title(view, 'cloned or downloaded'),
			entities,
			evidence,
			caveats,
			next,
		},
		{
			id: 'reads',
			unit: 'repositories',
			hears: ['repo.fetch', 'api.call'],
			subject,
			distinct,
			judge: (view) => judge(view, 'read'),
			title: (view) => title(view, 'fetched or read over the API'),
			entities,
			evidence,
			caveats,
			next,
		},
	],
	marks: ['repo.push', 'repo.visibility', 'token.create', 'credential.add', 'app.grant', 'role.grant'],
	tuning: [
		'Name CI, mirroring and release accounts as service accounts in people.csv.',
		'List restricted repositories in repositories.csv.',
		'Mark developers in people.csv where pushes are not in the evidence.',
	],
	falsePositives: ['a new laptop that clones everything again', 'a joiner’s first days', 'a mirror or scanner that is set up'],
	blindSpots: [
		'reading and searching code in the browser is not logged',
		'GitHub keeps git events for seven days only; GitLab streams them and keeps none',
		'on GitHub addresses are absent unless an owner switched their disclosure on',
		'a clone may be shallow or full: no bytes are logged',
	],
	rehearsal,
});

function subject(event: HeardEvent): string | undefined {
	if (event.actorType === 'system' || event.restricted === false) return undefined;
	if (event.activity === 'api.call' && event.targetType !== 'repository') return undefined;
	if (event.actor !== '') return event.actor;
	return event.token === undefined ? undefined : `token ${event.token}`;
}

function title(view: View, what: string): string {
	return `${view.volume.observed} repositories ${what} ${withinWords(view)}, against a usual ${usualWords(view)}`;
}

function entities(view: View) {
	return distinctOf(view.events.map((event) => event.target))
		.slice(0, 25)
		.map((id) => ({ role: 'repository' as const, type: 'repository', id }));
}

function evidence(view: View): readonly HeardEvent[] {
	return [...newCredentials(view), ...madePublic(view)];
}

function caveats(view: View): readonly string[] {
	const unknown = view.events.filter((event) => event.restricted === undefined).length;
	return unknown > 0 ? [`${unknown} of ${view.events.length} events do not say whether the repository is public`] : [];
}

function next(view: View): readonly string[] {
	const [token] = distinctOf(view.events.map((event) => event.token));
	const opened = distinctOf(madePublic(view).map(({ target }) => target));
	const first =
		opened.length === 0
			? ''
			: `make ${inARow(opened.slice(0, 5))} private again and look at who forked or cloned what was public; `;
	return [
		token === undefined
			? `${first}list the person’s tokens and SSH keys, and who else used them`
			: `${first}revoke the token with hash ${token} after its other uses are known`,
	];
}
