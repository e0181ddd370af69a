import {
	counted,
	defineAnalytic,
	distinctOf,
	factOf,
	type HeardEvent,
	line,
	type Reason,
	syncClientLine,
	UNCORROBORATED,
	usualWords,
	type View,
	withinWords,
} from '../../src/analytic.ts';
import { isScripted, isSyncClient } from '../../src/features/client-family.ts';
import { destinations } from './destinations.ts';
import { rehearsal } from './rehearsal.ts';

/** Uploads, creations and copies far above the usual. */
export const analytic = defineAnalytic({
	id: 'AN1514',
	name: 'bulk-upload',
	title: 'Uploads, creations and copies of files far above the account’s own baseline',
	summary:
		'Counts the files that an account uploads, creates or copies on a platform and judges them, over several window lengths, against that account’s own past, its peers and its usual hours. New networks, countries and clients, odd sign-ins, scripted clients, new destinations and sharing with outsiders afterwards raise it; synchronisation clients, tickets and trusted networks lower it.',
	attack: {
		technique: 'T1567',
		techniqueName: 'Exfiltration Over Web Service',
		tactic: 'Exfiltration',
		strategy: 'DET0548',
		version: '18.1',
		url: 'https://attack.mitre.org/detectionstrategies/DET0548#AN1514',
	},
	options: {
		apiCallThreshold: {
			kind: 'number',
			default: '100',
			min: 1,
			title: 'files in one window from which uploads speak without any history',
			unit: 'files',
			attack: 'APICallThreshold',
		},
		minimumFiles: {
			kind: 'number',
			default: '5',
			min: 2,
			title: 'windows with fewer files are left alone',
			unit: 'files',
			attack: 'APICallThreshold',
		},
		operations: {
			kind: 'list',
			default: 'file.upload,file.create,file.copy',
			title: 'which activities are counted',
			among: ['file.upload', 'file.create', 'file.copy'],
		},
		shareWindow: {
			kind: 'duration',
			default: '2d',
			title: 'how long after the uploads sharing with outsiders still belongs to them',
		},
		syncClients: {
			kind: 'flag',
			default: 'on',
			title: 'whether uploads by synchronisation and migration clients count for less',
		},
	},
	signals: {
		'upload-rate': {
			title: 'Uploads against the usual',
			unit: 'files/window',
			text: 'files uploaded, created or copied, against the account’s own past, peers and time of day',
			witness: 'amount',
		},
		'session-novelty': {
			title: 'Unfamiliar session',
			unit: 'decades of rarity',
			text: 'network, country or client new to the account, or such a sign-in within 16 hours',
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
		'scripted-client': {
			title: 'Scripted client',
			unit: 'share of files',
			text: 'files sent by a script or API client that this account does not usually use',
			witness: 'surroundings',
		},
		'sync-client': {
			title: 'Synchronisation client',
			unit: 'share of files',
			text: 'files sent by a synchronisation or migration client lower the finding',
			witness: 'amount',
		},
		destination: {
			title: 'Destination outside',
			unit: 'files',
			text: 'share of files put into a place outside the organisation, or into somebody else’s personal drive that this account had not used',
			witness: 'matter',
		},
		'new-destination': {
			title: 'New destination',
			unit: 'files',
			text: 'share of files put into a site or drive (0.5), folder (0.2) or, by an account that puts its files elsewhere, onto a platform (0.5) where this account had never put anything',
			witness: 'matter',
		},
		'shared-outside': {
			title: 'Shared with outsiders',
			unit: 'shares',
			text: 'the same account shared files with outsiders or by open links afterwards',
			witness: 'matter',
		},
		'no-history': {
			title: 'Fixed threshold',
			unit: 'files',
			text: 'with fewer than three days of history the count is held against apiCallThreshold',
			witness: 'amount',
		},
		uncorroborated: UNCORROBORATED,
		context: { title: 'Context', unit: 'events', text: 'change tickets, approved apps, service accounts and trusted networks' },
	},
	series: [
		{
			id: 'uploads',
			unit: 'files',
			hears: ['file.upload', 'file.create', 'file.copy'],
			countsOnly: 'operations',
			subject,
			judge,
			title(view) {
				return `${Math.round(view.volume.observed)} files ${verbs(view)} on ${view.events[0]?.platform ?? ''} ${withinWords(view)}, against a usual ${usualWords(view)}`;
			},
			entities: (view) =>
				distinctOf(view.events.map((event) => factOf(event, 'destination')))
					.slice(0, 10)
					.map((id) => ({ role: 'target' as const, type: 'folder', id })),
			evidence: sharesOutside,
			caveats: (view) =>
				view.events.some((event) => event.details['folder'] === true)
					? ['a copied folder is one event: how many files it held is not logged']
					: [],
			next: (view) => [
				`ask ${view.person?.name ?? view.actor} what was moved; look at the destination’s sharing and at the same account’s downloads before`,
			],
		},
	],
	marks: ['file.share'],
	tuning: [
		'Enter migrations into changes.csv with activities file.*.',
		'Name synchronisation and backup accounts as service accounts in people.csv.',
		'Raise minimumFiles where small bursts are everyday work.',
	],
	falsePositives: [
		'a migration or month-end close without a ticket',
		'the first synchronisation of a new laptop',
		'marketing or media work that comes in bursts',
	],
	blindSpots: [
		'uploads to services that are not in the evidence',
		'file sizes, where the platform does not log them',
		'a copied folder counts once on Box and SharePoint',
	],
	rehearsal,
});

function subject(event: HeardEvent): string | undefined {
	if (event.actor === '' || event.actorType === 'system') return undefined;
	if (event.details['companion'] === true || event.details['derived'] === true) return undefined;
	return `${event.actor}\n${event.platform}`;
}

function judge(view: View): readonly (Reason | undefined)[] {
	if (view.volume.observed < view.number('minimumFiles')) return [];
	return [
		view.volumeLine('upload-rate', 'uploaded, created or copied'),
		view.coldStartLine('no-history', view.number('apiCallThreshold')),
		view.noveltyLine('session-novelty', mostlySynchronised(view) ? ['network', 'country'] : ['network', 'country', 'client']),
		view.signInLine('failed-sign-ins'),
		view.oddHourLine('odd-hour'),
		scripted(view),
		synchronised(view),
		...destinations(view),
		sharedOutside(view),
	];
}

function scripted(view: View): Reason | undefined {
	const by = view.events.filter((event) => event.client !== undefined && isScripted(event.client));
	const [client] = distinctOf(by.map((event) => event.client));
	if (client === undefined || !view.newness('client', client).isNew) return undefined;
	const share = by.length / view.events.length;
	return line('scripted-client', 0.5 * share * view.gate, {
		observed: by.length,
		expected: 0,
		unit: 'files',
		text: `${by.length} of ${view.events.length} through ${client}, which this account had not used`,
	});
}

function bySync(view: View): number {
	return view.events.filter(
		(event) =>
			(event.client !== undefined && isSyncClient(event.client)) ||
			(event.app !== undefined && isSyncClient(view.appName(event.app))),
	).length;
}

// A synchronisation client is new once to everybody who installs it.
function mostlySynchronised(view: View): boolean {
	return view.flag('syncClients') && bySync(view) * 2 > view.events.length;
}

function synchronised(view: View): Reason | undefined {
	if (!view.flag('syncClients')) return undefined;
	const count = bySync(view);
	return line('sync-client', syncClientLine(count / view.events.length), {
		observed: count,
		expected: 0,
		unit: 'files',
		text: `${count} of ${view.events.length} by a synchronisation or migration client`,
	});
}

function sharesOutside(view: View): readonly HeardEvent[] {
	return view
		.find({ activities: ['file.share'], person: view.actor, from: view.start, to: view.end + view.number('shareWindow') })
		.filter((event) => event.external);
}

function sharedOutside(view: View): Reason | undefined {
	const shares = sharesOutside(view);
	return line('shared-outside', Math.min(1, 0.5 * Math.log2(1 + shares.length)) * view.gate, {
		observed: shares.length,
		expected: 0,
		unit: 'shares',
		text: `then shared ${counted(shares.length, 'time')} with outsiders or by open links`,
	});
}

function verbs(view: View): string {
	const words: Readonly<Record<string, string>> = { 'file.upload': 'uploaded', 'file.create': 'created', 'file.copy': 'copied' };
	return distinctOf(view.events.map(({ activity }) => words[activity]))
		.toSorted()
		.toReversed()
		.join(' or ');
}
