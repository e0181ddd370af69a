import type { BlindSpot } from '../../model/source.ts';

/** What Workspace logs cannot show. Facts: support.google.com on retention and lag, developers.google.com on the Reports API. */
export const blindSpots: readonly BlindSpot[] = [
	{ activities: [], kind: 'retention', text: 'The API keeps 180 days; Gmail logs are given out at most 30 days at a time.' },
	{
		activities: [],
		kind: 'sampling',
		text: 'Events come late, from minutes to three days after the act, and Google says that single ones may be missing.',
	},
	{
		activities: ['file.read', 'file.download', 'file.upload', 'file.create', 'file.copy', 'file.share', 'file.export'],
		kind: 'licence',
		text: 'Drive logs need a paid edition and may cover only people with a licence.',
	},
	{
		activities: ['file.read', 'file.download', 'file.upload', 'file.create', 'file.copy', 'file.share'],
		kind: 'setting',
		text: 'Drive may call several events of one act primary. In exports of one event a record (Panther, Splunk, Sentinel, Elastic, GAM, BigQuery) they stand apart and count as several.',
	},
	{
		activities: ['mail.read', 'mail.rule'],
		kind: 'licence',
		text: 'Gmail logs need a paid edition; the BigQuery export an enterprise one.',
	},
	{
		activities: [],
		kind: 'setting',
		text: 'An export of one application holds only that application: token grants are not in a Drive file.',
	},
	{
		activities: ['login', 'file.download', 'session.anomaly'],
		kind: 'not-logged',
		text: 'There is no user agent, no session id, and only in newer records a country and a network.',
	},
	{
		activities: ['mail.read', 'mail.search', 'mail.rule'],
		kind: 'not-logged',
		text: 'Only the first opening of a message is logged; a person’s own searches and filters never are, an app’s reads only as token activity.',
	},
	{
		activities: ['file.read', 'file.download', 'mail.read'],
		kind: 'not-logged',
		text: 'A service account with domain-wide delegation appears as the person whose data it reads; only newer records tell.',
	},
	{
		activities: ['file.read', 'file.download'],
		kind: 'not-logged',
		text: 'Anonymous readers of a link have no address, and external people often none.',
	},
	{
		activities: ['credential.add'],
		kind: 'not-logged',
		text: 'Keys of service accounts are made in Google Cloud and logged there.',
	},
	{
		activities: ['bulk.query', 'mail.read'],
		kind: 'licence',
		text: 'Token activity is not in every edition, and is large enough that many collectors leave it out.',
	},
	{
		activities: ['mfa.change', 'credential.add', 'mail.rule'],
		kind: 'sampling',
		text: 'The same change, of factors, of what recovers an account or of forwarding out of the domain, can stand in the login log and in the user accounts log: it may count twice.',
	},
	{
		activities: ['login', 'app.grant', 'mail.read', 'file.read', 'file.download', 'bulk.query', 'admin.change'],
		kind: 'not-logged',
		text: 'The address of a call through an API is that of the app’s server, not of the person; what apps and the system do has often none. A network that is new may be an app’s.',
	},
	{
		activities: ['admin.change', 'app.install', 'mail.rule', 'mfa.change'],
		kind: 'not-logged',
		text: 'The old and the new value of a setting may be given as REDACTED: that it was changed is known, to what is not.',
	},
	{
		activities: ['repo.clone', 'repo.download', 'repo.fetch', 'repo.push', 'repo.visibility'],
		kind: 'not-logged',
		text: 'Google Workspace has no repositories.',
	},
];
