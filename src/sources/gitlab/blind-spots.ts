import type { BlindSpot } from '../../model/source.ts';

/** What GitLab's audit events cannot show. Facts: docs.gitlab.com, "Audit events" and "Audit event types". */
export const blindSpots: readonly BlindSpot[] = [
	{ activities: [], kind: 'licence', text: 'Audit events need Premium or Ultimate; streaming needs Ultimate.' },
	{
		activities: ['repo.clone', 'repo.fetch', 'repo.push', 'file.read'],
		kind: 'setting',
		text: 'Git operations and reads of files through the API are only streamed: API, log file and CSV do not hold them.',
	},
	{
		activities: ['repo.clone', 'repo.fetch', 'repo.download'],
		kind: 'not-logged',
		text: 'Clones of public projects by somebody who is not signed in are not logged as git operations.',
	},
	{
		activities: ['account.disable'],
		kind: 'not-logged',
		text: 'On GitLab.com an owner takes people out of groups instead of blocking their accounts: member_destroyed is read, but not counted among the accounts that somebody removed.',
	},
	{ activities: ['file.read'], kind: 'not-logged', text: 'Reading code in the browser leaves no event.' },
	{
		activities: ['app.install', 'app.grant'],
		kind: 'not-logged',
		text: 'OAuth applications have events of their own only since GitLab 17.9 and 18.2.',
	},
	{
		activities: ['login'],
		kind: 'not-logged',
		text: 'Successful sign-ins with a password have events of their own only since GitLab 18.3.',
	},
	{
		activities: [],
		kind: 'not-logged',
		text: 'The author’s e-mail address is in the API only since GitLab 15.9; there is no user agent and no session.',
	},
	{
		activities: ['mail.read', 'mail.search', 'mail.rule', 'file.copy', 'file.share', 'bulk.query', 'session.anomaly'],
		kind: 'not-logged',
		text: 'GitLab has neither mailboxes nor a file store, and reports no odd sign-ins.',
	},
];
