import type { BlindSpot } from '../../model/source.ts';

/** What Box's events cannot show. Facts: developer.box.com guide "Events", and the help pages on reports. */
export const blindSpots: readonly BlindSpot[] = [
	{
		activities: [],
		kind: 'retention',
		text: 'The streaming feed keeps 14 days, the event history one year, console reports up to seven years, but without event ids.',
	},
	{
		activities: [],
		kind: 'setting',
		text: 'An export made by somebody without the right to run reports holds only that person’s own events.',
	},
	{
		activities: ['login', 'login.failed', 'session.anomaly'],
		kind: 'not-logged',
		text: 'Events carry no user agent, hardly ever a session, no place, and often the address `Unknown IP`.',
	},
	{
		activities: ['app.install', 'app.grant', 'role.grant'],
		kind: 'not-logged',
		text: 'Events carry neither scopes nor client ids, nor the value before and after a change.',
	},
	{
		activities: ['app.install', 'app.grant'],
		kind: 'not-logged',
		text: 'What people let in by themselves has no event: only an administrator’s authorisation of an app has one, and the tokens that any app is given.',
	},
	{
		activities: ['account.disable', 'account.enable'],
		kind: 'not-logged',
		text: 'Turning an account off has no event of its own: it is an EDIT_USER like any other edit.',
	},
	{ activities: ['file.copy'], kind: 'not-logged', text: 'A copied folder is one event: what it holds is not counted.' },
	{
		activities: ['session.anomaly', 'bulk.query'],
		kind: 'licence',
		text: 'Shield alerts need Box Shield; device checks need their integrations.',
	},
	{
		activities: ['file.read', 'bulk.query', 'mail.search'],
		kind: 'not-logged',
		text: 'Listing folders, searching and reading metadata leave no event.',
	},
	{
		activities: ['file.download', 'file.read'],
		kind: 'not-logged',
		text: 'Anonymous access through a link has no login: it cannot be given to a person.',
	},
	{
		activities: ['api.call'],
		kind: 'not-logged',
		text: 'API calls stand only in the App Diagnostics report: 24 hours of one app, without person and address.',
	},
	{
		activities: ['admin.change'],
		kind: 'not-logged',
		text: 'Most console settings appear only in the Security Logs report (xlsx), which is to be exported beside the events.',
	},
	{
		activities: [],
		kind: 'setting',
		text: 'Events that come in late are missing where the history (`admin_logs`) was fetched up to the present moment.',
	},
	{
		activities: ['file.read', 'file.download', 'file.upload', 'file.copy', 'file.share'],
		kind: 'not-logged',
		text: 'What one’s own people do in folders of another enterprise appears to be logged there only.',
	},
	{
		activities: [],
		kind: 'not-logged',
		text: 'Calls that an app makes in the name of a user (`As-User`) appear to be shown as that user’s own acts.',
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
		text: 'Box has neither mailboxes nor repositories.',
	},
];
