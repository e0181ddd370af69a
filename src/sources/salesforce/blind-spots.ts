import type { BlindSpot } from '../../model/source.ts';

/** What Salesforce's logs cannot show. */
export const blindSpots: readonly BlindSpot[] = [
	{
		activities: [],
		kind: 'licence',
		text: 'Most event log files and all real-time events need Event Monitoring (Shield or add-on); without it a few types are kept for one day.',
	},
	{
		activities: [],
		kind: 'retention',
		text: 'The setup audit trail and the sign-in history reach back 6 months, event log files 30 days (up to a year with more storage).',
	},
	{
		activities: [],
		kind: 'retention',
		text: 'Event log files come late: that of a day about a day after it, and that of an hour may lack rows that come later.',
	},
	{
		activities: [
			'account.create',
			'account.disable',
			'account.enable',
			'account.lockout',
			'role.grant',
			'admin.change',
			'mfa.change',
		],
		kind: 'not-logged',
		text: 'The setup audit trail has no address and no session: where a change came from is only in the sign-in history.',
	},
	{
		activities: ['account.delete'],
		kind: 'not-logged',
		text: 'Users of Salesforce cannot be deleted, only deactivated or frozen.',
	},
	{
		activities: ['app.grant'],
		kind: 'not-logged',
		text: 'The setup audit trail and sign-ins do not list the scopes of a connected app; its first sign-in (Remote Access 2.0) is the nearest sign. OAUTH_SCOPES of the event types ApiConnectedApp and ConnectedAppUsageEventStore is read where an export has them; Salesforce documents neither.',
	},
	{
		activities: ['app.install', 'app.grant'],
		kind: 'not-logged',
		text: 'The setup audit trail and sign-ins name a connected app without its id: apps are told apart by name where there is one, so two of one name count as one; rows with the id alone join them where another record gives both.',
	},
	{
		activities: ['file.export'],
		kind: 'not-logged',
		text: 'ReportExport has the exports of details only and no number of rows; formatted exports show as Report. An export from a report’s results stands in both: where both files are in evidence it counts twice.',
	},
	{
		activities: ['bulk.query', 'api.call'],
		kind: 'not-logged',
		text: 'BulkApi and BulkApi2 are separate event types, and ApiEvent has queries only, without the mobile app and the Tooling API. ApiTotalUsage repeats calls that other event types have: where both are in evidence they count twice.',
	},
	{
		activities: [
			'mail.read',
			'mail.search',
			'mail.rule',
			'repo.clone',
			'repo.download',
			'repo.fetch',
			'repo.push',
			'repo.visibility',
		],
		kind: 'not-logged',
		text: 'Salesforce logs no mailboxes and holds no repositories.',
	},
];
