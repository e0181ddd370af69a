import type { BlindSpot } from '../../model/source.ts';

/** What GitHub's audit log cannot show. Facts: docs.github.com on audit logs, streaming and IP address display. */
export const blindSpots: readonly BlindSpot[] = [
	{
		activities: [],
		kind: 'retention',
		text: 'GitHub keeps audit events for 180 days; the web console shows about three months unless `created:` is given.',
	},
	{
		activities: ['repo.clone', 'repo.fetch', 'repo.push'],
		kind: 'retention',
		text: 'Git events are kept for 7 days: clones and fetches before that are gone unless they were streamed.',
	},
	{
		activities: ['repo.clone', 'repo.fetch', 'repo.push'],
		kind: 'licence',
		text: 'Git events, the audit log API and streaming need GitHub Enterprise Cloud, and `include=git` or `include=all` at the API.',
	},
	{
		activities: ['repo.clone', 'repo.fetch'],
		kind: 'not-logged',
		text: 'A clone may be shallow or full, and no event carries a number of bytes; some git events of deploy keys have no actor.',
	},
	{
		activities: ['repo.push'],
		kind: 'not-logged',
		text: 'Commits and merges made in the browser or through the API are not git events.',
	},
	{
		activities: ['file.read', 'repo.download'],
		kind: 'not-logged',
		text: 'Viewing, searching and copying code in the browser leaves no event; only the ZIP download does.',
	},
	{
		activities: ['api.call', 'repo.download', 'bulk.query'],
		kind: 'setting',
		text: 'API requests are logged only in the enterprise stream, only when that is switched on, and only for selected endpoints.',
	},
	{
		activities: [],
		kind: 'setting',
		text: 'IP addresses are hidden until an owner switches their disclosure on, and are never shown for public repositories, bots, sign-ins of personal accounts, API requests without a repository, and where actor and performer differ.',
	},
	{
		activities: ['app.install', 'app.grant'],
		kind: 'not-logged',
		text: 'The permissions of an installed app are not a documented part of the log: the scopes of most installations are unknown.',
	},
	{
		activities: ['token.create', 'session.anomaly'],
		kind: 'not-logged',
		text: 'Tokens that a person creates and sign-ins with a personal account stand only in that person’s own security log.',
	},
	{
		activities: ['login', 'login.failed'],
		kind: 'licence',
		text: 'Sign-ins reach an enterprise log only with managed users; SAML responses are not in the web console.',
	},
	{
		activities: ['mail.read', 'mail.search', 'mail.rule', 'file.download', 'file.copy', 'file.share', 'bulk.query'],
		kind: 'not-logged',
		text: 'GitHub has no mailbox and no file store: these are not logged.',
	},
];
