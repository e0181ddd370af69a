import type { BlindSpot } from '../../model/source.ts';

/** What Entra's own logs cannot show, whatever the export. Sources: Microsoft's pages on retention, latency, schemas and downloads of these logs. */
export const blindSpots: readonly BlindSpot[] = [
	{
		activities: ['login', 'login.failed', 'session.anomaly'],
		kind: 'licence',
		text: 'Without Entra ID P2 the levels of risk read "hidden", and most risk detections say no more than that there was one.',
	},
	{
		activities: ['login', 'login.failed'],
		kind: 'setting',
		text: 'Interactive, non-interactive, service principal and managed identity sign-ins are four separate logs: each must be exported for itself.',
	},
	{
		activities: ['mail.read', 'bulk.query', 'api.call'],
		kind: 'setting',
		text: 'Calls of Microsoft Graph are kept nowhere unless a diagnostic setting exported MicrosoftGraphActivityLogs beforehand.',
	},
	{
		activities: ['mail.read', 'bulk.query', 'api.call'],
		kind: 'not-logged',
		text: 'A Graph call shows the address and the size of its answer, not what was in it, nor how many messages; calls inside a batch share its OperationId.',
	},
	{
		activities: ['app.grant'],
		kind: 'not-logged',
		text: 'An incremental consent may repeat the old permissions; the new one then stands only in the grant record beside it.',
	},
	{
		activities: ['token.create'],
		kind: 'not-logged',
		text: 'Issuing a token is not logged as such; sign-ins, credentials added to applications and application passwords are.',
	},
	{
		activities: ['mail.read'],
		kind: 'not-logged',
		text: 'Of mail only what is read through Microsoft Graph is here; Outlook, browsers, IMAP and Exchange Web Services are in the unified audit log of Microsoft 365, where the same Graph calls may stand as messages.',
	},
	{
		activities: [
			'mail.search',
			'mail.rule',
			'file.read',
			'file.download',
			'file.export',
			'file.upload',
			'file.create',
			'file.copy',
			'file.share',
		],
		kind: 'not-logged',
		text: 'Searches of mail, its rules, and files are in the unified audit log of Microsoft 365, not here.',
	},
	{
		activities: [],
		kind: 'retention',
		text: 'Audit and sign-in logs are kept 7 days without a licence and 30 days with Entra ID P1 or P2, unless they were exported.',
	},
	{
		activities: [],
		kind: 'retention',
		text: 'The first records reach a new workspace up to three days later, a new SIEM up to 24 hours later.',
	},
];
