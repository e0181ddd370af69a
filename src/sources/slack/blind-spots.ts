import type { BlindSpot } from '../../model/source.ts';

/** What Slack's logs cannot show. Facts: docs.slack.dev, Audit Logs API. */
export const blindSpots: readonly BlindSpot[] = [
	{
		activities: [],
		kind: 'licence',
		text: 'Audit logs need Enterprise Grid; other paid plans have only the access log and the integration log.',
	},
	{
		activities: ['file.read', 'mail.read', 'mail.search', 'bulk.query'],
		kind: 'not-logged',
		text: 'Reading and searching messages is not logged, save through an assistant’s tools.',
	},
	{
		activities: ['account.delete'],
		kind: 'not-logged',
		text: 'Accounts are deactivated, never deleted: there is no such event.',
	},
	{
		activities: ['login', 'session.anomaly'],
		kind: 'not-logged',
		text: 'There is no country or city, and the address of a bot’s act may be Slack’s own.',
	},
	{ activities: [], kind: 'not-logged', text: 'External people may have no e-mail address in the log.' },
	{
		activities: [
			'mail.rule',
			'file.copy',
			'repo.clone',
			'repo.download',
			'repo.fetch',
			'repo.push',
			'repo.visibility',
			'api.call',
		],
		kind: 'not-logged',
		text: 'Slack has neither mailboxes nor repositories, and logs no API calls.',
	},
];
