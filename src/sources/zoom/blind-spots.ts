import type { BlindSpot } from '../../model/source.ts';

/** What Zoom's reports and events cannot show. */
export const blindSpots: readonly BlindSpot[] = [
	{
		activities: [],
		kind: 'licence',
		text: 'The operation and sign-in reports need a Pro plan or higher, and an administrator with the right to reports.',
	},
	{ activities: [], kind: 'retention', text: 'A call covers one month; the sign-in report reaches back 6 months.' },
	{
		activities: [],
		kind: 'setting',
		text: 'Webhooks carry only the events that an app of the account subscribed to; the same event may come twice.',
	},
	{
		activities: [
			'account.create',
			'account.disable',
			'account.enable',
			'account.delete',
			'role.grant',
			'admin.change',
			'mfa.change',
		],
		kind: 'not-logged',
		text: 'Operation rows have no address, device or session: the operator’s nearest sign-in is the only hint at where from.',
	},
	{
		activities: ['account.disable', 'account.enable', 'role.grant'],
		kind: 'not-logged',
		text: 'What was done is an English sentence that differs by release and language: what stands in other words than usual is marked as uncertain or counted as other.',
	},
	{
		activities: [],
		kind: 'setting',
		text: 'Of accounts with the legacy HIPAA setting the reports may give empty addresses, names, places and e-mail addresses.',
	},
	{ activities: ['login.failed'], kind: 'not-logged', text: 'Failed sign-ins are in no report.' },
	{
		activities: ['app.grant'],
		kind: 'not-logged',
		text: 'The scopes of an app are in no log, only in the marketplace’s list of apps.',
	},
	{ activities: ['api.call', 'bulk.query'], kind: 'not-logged', text: 'API calls are logged for one’s own apps only.' },
	{ activities: ['file.export'], kind: 'not-logged', text: 'Downloading a recording by the portal or the API leaves no event.' },
	{
		activities: [
			'token.create',
			'repo.clone',
			'repo.download',
			'repo.fetch',
			'repo.push',
			'repo.visibility',
			'mail.read',
			'mail.search',
			'mail.rule',
		],
		kind: 'not-logged',
		text: 'Zoom logs no tokens and holds no mail and no repositories.',
	},
];
