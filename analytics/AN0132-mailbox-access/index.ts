import {
	type Attribute,
	consentLine,
	counted,
	daysBefore,
	defineAnalytic,
	distinctOf,
	type Entity,
	factOf,
	type HeardEvent,
	line,
	mailboxesLine,
	type Reason,
	usualWords,
	type View,
	withinWords,
} from '../../src/analytic.ts';
import { isScripted } from '../../src/features/client-family.ts';

const DAY = 86_400_000;

export const analytic = defineAnalytic({
	id: 'AN0132',
	name: 'mailbox-access',
	title: 'Programmatic access to mailboxes',
	summary:
		'Counts the messages that a client or app reads in a mailbox, the mailboxes that one app opens, and the searches that somebody runs, each against its own past. Apps, clients, tokens and places new to the mailbox or the organisation, throttled access, missing consent, forwarding and inbox rules, and sensitive search terms raise it; consent, approval, tickets and known background apps lower it.',
	attack: {
		technique: 'T1114.002',
		techniqueName: 'Email Collection: Remote Email Collection',
		tactic: 'Collection',
		strategy: 'DET0048',
		version: '18.1',
		url: 'https://attack.mitre.org/detectionstrategies/DET0048#AN0132',
	},
	options: {
		mailAccessVolumeThreshold: {
			kind: 'number',
			default: '100',
			min: 2,
			title: 'messages in one window from which reading speaks without any history',
			unit: 'messages',
			attack: 'MailAccessVolumeThreshold',
		},
		oauthClientAllowList: {
			kind: 'list',
			default: '',
			title: 'app ids known to be fine: their newness does not count',
			attack: 'OAuthClientIDAllowList',
		},
		keywordSearchFrequency: {
			kind: 'number',
			default: '10',
			min: 2,
			title: 'searches in one window from which searching speaks without any history',
			unit: 'searches',
			attack: 'KeywordSearchFrequency',
		},
		keywordPatterns: {
			kind: 'list',
			default: 'password,passwort,invoice,wire,payment,bank,vpn,mfa,credential,secret,api key,ssn,payroll',
			title: 'words in a search that count as sensitive',
		},
		consentLookback: { kind: 'duration', default: '30d', title: 'how long before the access a logged consent still covers it' },
		ruleWindow: {
			kind: 'duration',
			default: '2d',
			title: 'how far around the access a mail rule, forwarding or delegation belongs to it',
		},
	},
	signals: {
		'message-rate': {
			title: 'Messages against the usual',
			unit: 'messages/window',
			text: 'messages read by this client in this mailbox, against its own past, peers and time of day',
		},
		'search-rate': {
			title: 'Searches against the usual',
			unit: 'searches/window',
			text: 'searches run, against the person’s own past',
		},
		'session-novelty': {
			title: 'Unfamiliar app, client or place',
			unit: 'decades of rarity',
			text: 'network, country, client or app new to the mailbox, or such a sign-in within 16 hours',
		},
		'failed-sign-ins': {
			title: 'Failed sign-ins and proxies',
			unit: 'failed sign-ins',
			text: 'three or more failures in the six hours before, or an address flagged as a proxy',
		},
		consent: {
			title: 'Consent',
			unit: 'consents',
			text: 'a logged consent to the app lowers, an app new to the organisation without one raises',
		},
		throttled: { title: 'Throttled', unit: 'records', text: 'the mailbox was read so fast that logging was throttled' },
		'mail-rule': {
			title: 'Rules and forwarding',
			unit: 'events',
			text: 'inbox rules, forwarding or delegation around the access',
		},
		'reported-app': { title: 'App reported in abuse', unit: 'app', text: 'the app id was publicly reported in mailbox theft' },
		'known-app': { title: 'Known background app', unit: 'app', text: 'a first-party app that the organisation has long used' },
		'scripted-client': {
			title: 'Scripted client',
			unit: 'share of events',
			text: 'a script or command-line client that this account had not used',
		},
		'sensitive-search': { title: 'Sensitive search terms', unit: 'searches', text: 'searches for words of keywordPatterns' },
		'many-mailboxes': {
			title: 'Many mailboxes by one app',
			unit: 'mailboxes',
			text: 'three decades per tenfold of mailboxes that one app opens within an hour or a day, by its age, rights and consents',
		},
		'app-habit': {
			title: 'Habit of the app',
			unit: 'mailboxes',
			text: 'as many mailboxes as the app opens on other days lower the finding',
		},
		'no-history': {
			title: 'Fixed threshold',
			unit: 'messages',
			text: 'with fewer than three days of history the count is held against the fixed thresholds',
		},
		context: { title: 'Context', unit: 'events', text: 'change tickets, approved apps, service accounts and trusted networks' },
	},
	series: [
		{
			id: 'messages',
			unit: 'messages',
			hears: ['mail.read'],
			subject: mailboxClient,
			judge: judgeMessages,
			cause: (view) => (isNewApp(view) ? `app ${appOf(view)}` : undefined),
			title: (view) =>
				`${Math.round(view.volume.observed)} messages read in ${mailboxOf(view)} through ${clientOf(view)} ${withinWords(view)}, against a usual ${usualWords(view)}`,
			entities: (view) => entities(view),
			caveats: messageCaveats,
			next: (view) => [
				`in Entra: review the sign-ins and the consent of ${clientOf(view)}; revoke the sessions of ${mailboxOf(view)} if they are not explained`,
			],
		},
		{
			id: 'mailboxes',
			unit: 'mailboxes',
			hears: ['mail.read'],
			subject: (event) =>
				event.app === undefined || event.details['firstParty'] === true ? undefined : `${event.app}\nmailboxes`,
			distinct: (event) => event.target?.toLowerCase() ?? event.actor,
			actor: (view) => ({ id: view.actor, type: 'app' }),
			excuses: { ticket: -3, app: 0, service: 0, network: -1 },
			judge: judgeMailboxes,
			title: (view) => `${view.appName(view.actor)} opened ${view.volume.observed} mailboxes ${withinWords(view)}`,
			entities: (view) =>
				mailboxes(view)
					.slice(0, 25)
					.map((id) => ({ role: 'mailbox' as const, type: 'mailbox', id })),
			next: (view) => [
				`in Entra: open the enterprise application ${view.actor}, look at its permissions, owners and credentials, and disable it if nobody answers for it`,
			],
		},
		{
			id: 'searches',
			unit: 'searches',
			hears: ['mail.search'],
			subject: (event) => (event.actor === '' || event.actorType === 'system' ? undefined : `${event.actor}\nsearches`),
			judge: judgeSearches,
			title: (view) =>
				`${Math.round(view.volume.observed)} mail searches ${withinWords(view)}, against a usual ${usualWords(view)}`,
			caveats: (view) =>
				view.events.every((event) => factOf(event, 'query') === undefined)
					? ['the records do not hold the search text: sensitive words could not be looked for']
					: [],
		},
	],
	marks: ['app.grant', 'app.install', 'mail.rule'],
	tuning: [
		'Enter approved mail apps into apps.csv, or their ids into oauthClientAllowList.',
		'Enter legal searches into changes.csv with activity mail.search.',
		'Name journaling and backup accounts as service accounts in people.csv.',
	],
	falsePositives: [
		'the first synchronisation of a harmless mail app',
		'a legal or compliance search without a ticket',
		'a mailbox migration',
	],
	blindSpots: [
		'MailItemsAccessed depends on the licence and on the mailbox’s audit settings',
		'after throttling, silence means unknown, not quiet',
		'searches over the API are not logged',
		'a bind shows that a message was delivered to a client, not that somebody read it',
	],
});

function mailboxClient(event: HeardEvent): string | undefined {
	if (event.actorType === 'system') return undefined;
	const mailbox = event.target?.toLowerCase() ?? event.actor;
	const owner = event.details['appOnly'] === true || event.actorType === 'app' ? mailbox : event.actor;
	if (owner === '') return undefined;
	const bucket = event.details['firstParty'] === true ? 'mail clients' : (event.app ?? bucketOf(event));
	return `${owner}\n${mailbox}\n${bucket}`;
}

// People read mail in Outlook and the browser; protocols and scripts each have a rhythm of their own.
function bucketOf(event: HeardEvent): string {
	const client = event.client ?? '';
	return /imap|pop3|webservices|ews|rest|powershell/i.test(client) || (client !== '' && isScripted(client))
		? client
		: 'mail clients';
}

function judgeMessages(view: View): readonly (Reason | undefined)[] {
	const consents = consentsOf(view);
	return [
		view.volumeLine('message-rate', 'read'),
		view.coldStartLine('no-history', view.number('mailAccessVolumeThreshold')),
		view.noveltyLine('session-novelty', attributesOf(view, consents)),
		view.signInLine('failed-sign-ins'),
		consent(view, consents),
		throttled(view),
		rules(view),
		reported(view),
		known(view),
		scripted(view),
	];
}

// An app works from its own cloud, through its own client: once somebody consented to it from the usual place, or the organisation approved it,
// only the app itself is new, not the three of them.
function attributesOf(view: View, consents: readonly HeardEvent[]): readonly Attribute[] {
	const app = appOf(view);
	if (view.list('oauthClientAllowList').includes(app) || view.approval(app)?.approved === true) return [];
	if (view.events[0]?.details['firstParty'] === true) return ['network', 'country'];
	if (consents.length > 0 && !oddlyConsented(view, consents)) return ['app'];
	return atHome(view, app) ? ['app'] : ['network', 'country', 'client', 'app'];
}

// Whether other people's mail was read by this app from the same network before: the app's own cloud.
function atHome(view: View, app: string): boolean {
	if (app === '') return false;
	const homes = new Set(
		distinctOf(
			view
				.find({ activities: ['mail.read'], app, from: Number.NEGATIVE_INFINITY, to: view.start - (view.start % DAY) })
				.filter((event) => event.actor !== view.actor)
				.map(({ network }) => network),
		),
	);
	return view.events.every(({ network }) => network === undefined || homes.has(network));
}

function consentsOf(view: View): readonly HeardEvent[] {
	const app = appOf(view);
	if (app === '' || view.events[0]?.details['firstParty'] === true) return [];
	return grantsOf(view, app).filter(
		(event) => event.actor === view.actor || event.details['tenantWide'] === true || event.details['adminConsent'] === true,
	);
}

/** A logged consent from the usual place: that the app then fetches the mailbox is what was agreed to. */
const CONSENTED = -1.5;

/** Novelty (decades) of a consent's surroundings from which on it may be the intruder's own. */
const ODD_CONSENT = 1.2;

function oddlyConsented(view: View, consents: readonly HeardEvent[]): boolean {
	const own = consents.filter((event) => event.actor === view.actor);
	const addressed = own.some(({ network }) => network !== undefined);
	const surroundings = view.novelty(own, ['network', 'country', 'client']);
	const signIns = own.map((event) => view.signInNovelty(event.time)).reduce((a, b) => Math.max(a, b), 0);
	return surroundings >= ODD_CONSENT || signIns * (addressed ? 0.6 : 1) >= ODD_CONSENT;
}

function consent(view: View, consents: readonly HeardEvent[]): Reason | undefined {
	const app = appOf(view);
	if (app === '' || view.events[0]?.details['firstParty'] === true) return undefined;
	const age = appAge(view, app);
	if (consents.length > 0 && oddlyConsented(view, consents)) {
		return line('consent', 0.3, {
			observed: consents.length,
			expected: 1,
			unit: 'consents',
			text: 'the consent to the app came from surroundings unusual for this account',
		});
	}
	return line('consent', consents.length > 0 ? CONSENTED : consentLine(false, age), {
		observed: consents.length,
		expected: 1,
		unit: 'consents',
		text:
			consents.length > 0
				? 'the owner or an administrator consented to the app in this evidence'
				: `no consent to this app is in the evidence, and it was first seen ${daysBefore(age)}`,
	});
}

function throttled(view: View): Reason | undefined {
	const count = view.events.filter((event) => event.details['throttled'] === true).length;
	return line('throttled', count > 0 ? 0.5 : 0, {
		observed: count,
		expected: 0,
		unit: 'records',
		text: `${counted(count, 'record')} ${count === 1 ? 'says' : 'say'} that logging of this mailbox was throttled`,
	});
}

function rules(view: View): Reason | undefined {
	const around = view.number('ruleWindow');
	const marks = view
		.find({ activities: ['mail.rule'], person: view.actor, from: view.start - around, to: view.end + around })
		.filter((event) => event.actorType !== 'system' && event.ok !== false);
	return line('mail-rule', marks.length > 0 ? 0.7 * view.gate : 0, {
		observed: marks.length,
		expected: 0,
		unit: 'events',
		text: `${counted(marks.length, 'mail rule, forwarding or delegation', 'mail rules, forwardings or delegations')} around it (${distinctOf(
			marks.map(({ operation }) => operation),
		)
			.slice(0, 3)
			.join(', ')})`,
	});
}

function reported(view: View): Reason | undefined {
	const [abuse] = distinctOf(view.events.map((event) => factOf(event, 'reportedAbuse')));
	return line('reported-app', abuse === undefined ? 0 : 1, {
		observed: appOf(view),
		expected: '',
		unit: 'app',
		text: `${clientOf(view)} was publicly reported: ${abuse}`,
	});
}

function known(view: View): Reason | undefined {
	const first = view.events.filter((event) => event.details['firstParty'] === true);
	if (first.length * 2 < view.events.length || appOf(view) === '') return undefined;
	const age = view.newness('app', appOf(view));
	return line('known-app', age.holders >= 3 ? -0.7 : 0, {
		observed: appOf(view),
		expected: '',
		unit: 'app',
		text: `${clientOf(view)} is a first-party app that ${age.holders} people here used before`,
	});
}

function scripted(view: View): Reason | undefined {
	const by = view.events.filter((event) => event.client !== undefined && isScripted(event.client));
	const [client] = distinctOf(by.map((event) => event.client));
	if (client === undefined || !view.newness('client', client).isNew) return undefined;
	return line('scripted-client', 0.4 * (by.length / view.events.length) * view.gate, {
		observed: by.length,
		expected: 0,
		unit: 'events',
		text: `${by.length} of ${view.events.length} records through ${client}, which this account had not used`,
	});
}

function judgeMailboxes(view: View): readonly (Reason | undefined)[] {
	if (view.length > DAY) return [];
	const opened = mailboxes(view);
	const grants = grantsOf(view, view.actor);
	const tenantWide = grants.some((event) => event.details['tenantWide'] === true || event.details['adminConsent'] === true);
	const consented = new Set(grants.map((event) => event.actor));
	const without = tenantWide ? 0 : opened.filter((mailbox) => !consented.has(mailbox)).length / Math.max(1, opened.length);
	const approved = view.approval(view.actor)?.approved === true || view.list('oauthClientAllowList').includes(view.actor);
	const messages = view.events.reduce((sum, event) => sum + event.items, 0);
	const ageDays = appAge(view, view.actor);
	const appOnly = view.events.some((event) => event.details['appOnly'] === true);
	const sum = mailboxesLine({ mailboxes: opened.length, messages, ageDays, appOnly, withoutConsent: without, approved });
	return [
		line('many-mailboxes', sum, {
			observed: opened.length,
			expected: 1,
			unit: 'mailboxes',
			text: `${view.appName(view.actor)} opened ${opened.length} mailboxes and ${messages} messages ${withinWords(view)}; first seen here ${daysBefore(ageDays)}${appOnly ? '; it acts without a user' : ''}${approved ? '; approved' : ''}${without > 0 ? `; no consent in the evidence for ${Math.round(without * opened.length)} of the owners` : ''}`,
		}),
		habit(view),
	];
}

function judgeSearches(view: View): readonly (Reason | undefined)[] {
	const words = view.list('keywordPatterns').map((word) => word.toLowerCase());
	const hits = view.events.filter((event) =>
		words.some((word) => factOf(event, 'query')?.toLowerCase().includes(word) === true),
	).length;
	return [
		view.volumeLine('search-rate', 'run'),
		view.coldStartLine('no-history', view.number('keywordSearchFrequency')),
		view.noveltyLine('session-novelty', ['network', 'country', 'client', 'app']),
		view.signInLine('failed-sign-ins'),
		line('sensitive-search', Math.min(1, 0.4 * Math.log2(1 + hits)), {
			observed: hits,
			expected: 0,
			unit: 'searches',
			text: `${hits} of ${view.events.length} searches were for sensitive words`,
		}),
	];
}

// An app that is there when the evidence begins has been there for nobody knows how long: taken for a month.
function appAge(view: View, app: string): number {
	const age = view.newness('app', app).ageDays ?? 0;
	return view.volume.evidenceDays - age <= 2 ? Math.max(age, 30) : age;
}

// What an app does every night is its habit, however many mailboxes it is; at the very beginning of the evidence nobody knows.
function habit(view: View): Reason | undefined {
	const opened = mailboxes(view).length;
	const { evidenceDays } = view.volume;
	const age = view.newness('app', view.actor).ageDays ?? 0;
	if (evidenceDays < 3 && evidenceDays - age <= 2) {
		return line('app-habit', -3, {
			observed: opened,
			expected: 'unknown',
			unit: 'mailboxes',
			text: `the evidence begins ${counted(evidenceDays, 'day')} before: whether this app has always done so is not known`,
		});
	}
	const dayStart = view.start - (view.start % DAY);
	const days = new Map<number, Set<string>>();
	for (const event of view.find({ activities: ['mail.read'], app: view.actor, from: Number.NEGATIVE_INFINITY, to: dayStart })) {
		const day = Math.floor(event.time / DAY);
		const known = days.get(day) ?? new Set();
		days.set(day, known.add(event.target?.toLowerCase() ?? event.actor));
	}
	const most = Math.max(0, ...[...days.values()].map(({ size }) => size));
	const share = days.size < 2 ? 0 : Math.min(1, most / opened);
	return line('app-habit', share < 0.3 ? 0 : -3 * share, {
		observed: opened,
		expected: most,
		unit: 'mailboxes',
		text: `this app opened up to ${most} mailboxes on ${days.size} days before`,
	});
}

function grantsOf(view: View, app: string): readonly HeardEvent[] {
	const span = {
		activities: ['app.grant', 'app.install'] as const,
		from: view.start - view.number('consentLookback'),
		to: view.end,
	};
	return [...view.find({ ...span, app }), ...view.find({ ...span, target: app })].filter((event) => event.ok !== false);
}

function isNewApp(view: View): boolean {
	const app = appOf(view);
	return (
		app !== '' &&
		view.events[0]?.details['firstParty'] !== true &&
		view.volume.evidenceDays >= 3 &&
		view.newness('app', app).isNew
	);
}

function appOf(view: View): string {
	return view.events[0]?.app ?? '';
}

function clientOf(view: View): string {
	const app = appOf(view);
	return app === '' ? (view.events[0]?.client ?? 'an unnamed client') : view.appName(app);
}

function mailboxOf(view: View): string {
	return view.events[0]?.target ?? view.actor;
}

function mailboxes(view: View): readonly string[] {
	return distinctOf(view.events.map((event) => event.target?.toLowerCase() ?? event.actor));
}

function entities(view: View): readonly Entity[] {
	const app = appOf(view);
	const mailbox: Entity = { role: 'mailbox', type: 'mailbox', id: mailboxOf(view) };
	return app === '' ? [mailbox] : [mailbox, { role: 'app', type: 'app', id: app, name: view.appName(app) }];
}

function messageCaveats(view: View): readonly string[] {
	const synced = view.events.filter((event) => factOf(event, 'accessType') === 'Sync').length;
	return synced > 0
		? [
				`${counted(synced, 'record is a synchronisation', 'records are synchronisations')} of whole folders: how many messages they held is not logged`,
			]
		: [];
}
