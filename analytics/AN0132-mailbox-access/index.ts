import { defineAnalytic, UNCORROBORATED, withinWords } from '../../src/analytic.ts';
import { colleaguesSeries } from './colleagues.ts';
import { exportsSeries } from './exports.ts';
import { inConsole, mailboxIn, owners } from './mailbox.ts';
import { readingSeries } from './messages.ts';
import { rehearsal } from './rehearsal.ts';
import { searchesSeries } from './searches.ts';
import { addressOf, judgeAddress, judgeMailboxes } from './sweeps.ts';

/** Programmatic access to mailboxes. */
export const analytic = defineAnalytic({
	id: 'AN0132',
	name: 'mailbox-access',
	title: 'Programmatic access to mailboxes',
	summary:
		'Counts the messages that a client or app reads in a mailbox, the mailboxes that one app or address opens, other people’s mailboxes that somebody opens, and the searches and exports that somebody runs, each against its own past. Apps, clients, tokens and places new to the mailbox or the organisation, throttled access, missing consent, odd hours, forwarding, inbox rules and delegation, scripted searches and sensitive terms raise it; consent, approval, tickets, known background apps and steady use afterwards lower it.',
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
			title: 'apps known to be fine, by any of their ids: their newness does not count',
			attack: 'OAuthClientIDAllowList',
		},
		keywordSearchFrequency: {
			kind: 'number',
			default: '10',
			min: 2,
			title: 'searches, or records of mail exports, in one window from which they speak without any history',
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
			witness: 'amount',
		},
		'search-rate': {
			title: 'Searches against the usual',
			unit: 'searches/window',
			text: 'searches run, against the person’s own past',
			witness: 'amount',
		},
		'session-novelty': {
			title: 'Unfamiliar app, client or place',
			unit: 'decades of rarity',
			text: 'network, country, client or app new to the mailbox, or such a sign-in within 16 hours',
			witness: 'surroundings',
		},
		'failed-sign-ins': {
			title: 'Failed and flagged sign-ins',
			unit: 'failed sign-ins',
			text: 'three or more failures from six hours before to one hour after the beginning, an address flagged as a proxy, an alert of the vendor, a sign-in by device code or one of somebody else as this account, such as it hardly ever had (16 hours before to one hour after), or (with --geoip) two places too far apart for the time between',
			witness: 'entry',
		},
		consent: {
			title: 'Consent',
			unit: 'consents',
			text: 'a logged consent to the app lowers, an app new to the organisation without one raises',
			witness: 'entry',
		},
		throttled: {
			title: 'Throttled',
			unit: 'records',
			text: 'the mailbox was read so fast that logging was throttled',
			witness: 'amount',
		},
		'mail-rule': {
			title: 'Rules and forwarding',
			unit: 'events',
			text: 'inbox rules, forwarding or delegation around the access',
			witness: 'matter',
		},
		'reported-app': {
			title: 'App reported in abuse',
			unit: 'app',
			text: 'the app id was publicly reported in mailbox theft',
			witness: 'matter',
		},
		'known-app': {
			title: 'Known background app',
			unit: 'app',
			text: 'a first-party app that the organisation has long used',
			witness: 'amount',
		},
		'scripted-client': {
			title: 'Scripted client',
			unit: 'share of events',
			text: 'a script or command-line client that this account had not used',
			witness: 'surroundings',
		},
		'sensitive-search': {
			title: 'Sensitive search terms',
			unit: 'searches',
			text: 'searches for words of keywordPatterns',
			witness: 'matter',
		},
		'many-mailboxes': {
			title: 'Many mailboxes by one app or address',
			unit: 'mailboxes',
			text: 'three decades per tenfold of mailboxes that one app, or one address through mail protocols or scripts, opens within an hour or a day, less as it grows older',
			witness: 'amount',
		},
		'other-mailboxes': {
			title: 'Other people’s mailboxes',
			unit: 'mailboxes/window',
			text: 'other people’s mailboxes that a person opens by delegate or administrator access, against the person’s own past and the organisation',
			witness: 'amount',
		},
		'new-mailboxes': {
			title: 'Mailboxes not opened before',
			unit: 'mailboxes',
			text: '1.5 decades per tenfold, at most 2, of other people’s mailboxes that this person had not opened before',
			witness: 'amount',
		},
		'shared-mailboxes': {
			title: 'Shared mailboxes',
			unit: 'mailboxes',
			text: 'mailboxes that two or more others opened before take back up to one and a half decades',
			witness: 'amount',
		},
		'app-rights': {
			title: 'By what right',
			unit: 'mailboxes',
			text: 'an app in many mailboxes that acts without a user (1), without consent of their owners in the evidence (up to 1), or is younger than a week (0.7)',
			witness: 'entry',
		},
		'first-fetch': {
			title: 'First synchronisation',
			unit: 'messages',
			text: 'a client that never read this mailbox before gives back three tenths of the volume: its newness speaks for itself',
			witness: 'amount',
		},
		'token-kind': {
			title: 'Kind of access',
			unit: 'records',
			text: 'IMAP or POP, Exchange Web Services, PowerShell, basic authentication, a permission of the application itself, or delegate access, where the mailbox was not read so before',
			witness: 'surroundings',
		},
		'export-rate': {
			title: 'Mail exports against the usual',
			unit: 'records/window',
			text: 'records of mailbox exports and of exports of eDiscovery searches, against the person’s own past',
			witness: 'amount',
		},
		'mail-export': {
			title: 'Mail left the mailboxes',
			unit: 'records',
			text: 'an export takes whole mailboxes, or all that a search found, at once (1)',
			witness: 'matter',
		},
		'search-burst': {
			title: 'Scripted searches',
			unit: 'searches',
			text: 'eight or more searches, one after the other at the pace of a script',
			witness: 'amount',
		},
		'later-use': {
			title: 'Steady use afterwards',
			unit: 'days',
			text: 'a client or app that after its first fetch stayed and was used a little day by day, or every night alike, lowers',
			witness: 'amount',
		},
		'odd-hour': {
			title: 'Odd hour',
			unit: 'UTC',
			text: 'begun at an hour in which the person is hardly ever active',
			witness: 'surroundings',
		},
		'app-habit': {
			title: 'Habit of the app or address',
			unit: 'mailboxes',
			text: 'as many mailboxes as the app or address opens on other days lower the finding',
			witness: 'amount',
		},
		'no-history': {
			title: 'Fixed threshold',
			unit: 'messages',
			text: 'with fewer than three days of history the count is held against the fixed thresholds',
			witness: 'amount',
		},
		uncorroborated: UNCORROBORATED,
		context: { title: 'Context', unit: 'events', text: 'change tickets, approved apps, service accounts and trusted networks' },
	},
	series: [
		readingSeries('messages', 'messages'),
		readingSeries('folders', 'folder synchronisations'),
		readingSeries('calls', 'calls'),
		{
			id: 'mailboxes',
			unit: 'mailboxes',
			hears: ['mail.read'],
			subject: (event) =>
				event.app === undefined || event.details['firstParty'] === true ? undefined : `${event.app}\nmailboxes`,
			distinct: mailboxIn,
			distinctPeople: true,
			actor: (view) => ({ id: view.actor, type: 'app' }),
			cause: (view) => `app ${view.actor}`,
			excuses: { ticket: -3, app: 0, service: 0, network: -1 },
			judge: judgeMailboxes,
			title: (view) => `${view.appName(view.actor)} opened ${view.volume.observed} mailboxes ${withinWords(view)}`,
			entities: (view) =>
				owners(view)
					.slice(0, 25)
					.map((id) => ({ role: 'mailbox' as const, type: 'mailbox', id })),
			next: (view) => [
				inConsole(view, {
					microsoft: `in Entra: open the enterprise application ${view.actor}, look at its permissions, owners and credentials, and disable it if nobody answers for it`,
					google: `in the admin console (Security, API controls): look at the scopes of ${view.actor}, also under domain-wide delegation, and block it if nobody answers for it`,
				}),
			],
		},
		{
			id: 'addresses',
			unit: 'mailboxes',
			hears: ['mail.read'],
			subject: addressOf,
			distinct: mailboxIn,
			distinctPeople: true,
			actor: (view) => ({ id: view.actor, type: 'system' }),
			judge: judgeAddress,
			title: (view) => `${view.actor} opened ${view.volume.observed} mailboxes ${withinWords(view)}`,
			entities: (view) =>
				owners(view)
					.slice(0, 25)
					.map((id) => ({ role: 'mailbox' as const, type: 'mailbox', id })),
			next: (view) => [
				inConsole(view, {
					microsoft: `in Entra: look for sign-ins from ${view.actor}, and block legacy authentication for whoever signed in from there`,
					google: `in the admin console: look for sign-ins from ${view.actor} in the login log, and turn IMAP and POP off for whoever signed in from there`,
				}),
			],
		},
		colleaguesSeries,
		searchesSeries,
		exportsSeries,
	],
	marks: ['app.grant', 'app.install', 'mail.rule'],
	tuning: [
		'Enter approved mail apps into apps.csv, or their ids into oauthClientAllowList.',
		'Enter legal searches and exports into changes.csv with the activities mail.search and file.export, migrations with mail.read.',
		'Name journaling and backup accounts as service accounts in people.csv.',
	],
	falsePositives: [
		'the first synchronisation of a harmless mail app',
		'a legal or compliance search without a ticket',
		'a mailbox migration',
		'somebody who takes their own mail along (Google’s Takeout)',
		'somebody who takes over a colleague’s or a team’s mailboxes for the first time',
	],
	blindSpots: [
		'MailItemsAccessed depends on the licence and on the mailbox’s audit settings',
		'after throttling, silence means unknown, not quiet',
		'searches over the API are not logged',
		'a synchronisation or a call of Microsoft Graph says nothing of how many messages it handed over; the same reading may stand in both logs',
		'somebody in many colleagues’ mailboxes is added up only where the log names their owners, and only on one account',
		'an app that takes a mailbox and then stays, reading a little day by day, looks like a mail program and is lowered for it',
		'a bind shows that a message was delivered to a client, not that somebody read it',
	],
	rehearsal,
});
