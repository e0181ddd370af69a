import type { BlindSpot } from '../../model/source.ts';

/** What the unified audit log cannot show, whatever the export. Sources: Microsoft's pages on the audit log, on MailItemsAccessed, on retention. */
export const blindSpots: readonly BlindSpot[] = [
	{
		activities: ['mail.read'],
		kind: 'sampling',
		text: 'After more than 1,000 Bind records of a mailbox within 24 hours Exchange logs none for the next 24 hours (IsThrottled); silence after that means unknown, not quiet.',
	},
	{
		activities: ['mail.read'],
		kind: 'sampling',
		text: 'Reading the same message again in the same way within one hour is not logged; Bind records gather two minutes, Sync records name a whole folder without the number of messages.',
	},
	{
		activities: ['mail.read'],
		kind: 'licence',
		text: 'MailItemsAccessed needed Audit Premium (E5) until 2024, and stays off on mailboxes whose list of audited actions was changed by hand.',
	},
	{
		activities: ['mail.read'],
		kind: 'setting',
		text: 'Set-MailboxAuditBypassAssociation hides whatever one account does in mailboxes.',
	},
	{
		activities: ['mail.read'],
		kind: 'not-logged',
		text: 'A Bind record says that the server handed a message over, not that a person read it; old clients (POP, IMAP, ActiveSync) may be missing.',
	},
	{
		activities: ['mail.search'],
		kind: 'setting',
		text: 'Searches in a mailbox are logged only where the action SearchQueryInitiated is switched on for it, and only those from Outlook; searches through Graph or EWS are not.',
	},
	{
		activities: ['mail.search'],
		kind: 'not-logged',
		text: 'Commands of Exchange that only read (Get-MessageTrace, Get-Mailbox, Get-InboxRule) are not logged; Search-Mailbox exists only on one’s own servers.',
	},
	{
		activities: ['app.install'],
		kind: 'not-logged',
		text: 'An app added to Teams is named by its id in Teams’ catalogue (AddOnGuid, AddOnName: unverified), which is not the client id under which it acts; consents have that.',
	},
	{
		activities: ['file.read', 'file.download'],
		kind: 'sampling',
		text: 'FileAccessed is logged once in five minutes for a person and file, and FileAccessedExtended repeats it for up to three hours: counts are a lower bound.',
	},
	{
		activities: ['file.copy'],
		kind: 'not-logged',
		text: 'Copying a folder is one record, however many files it holds.',
	},
	{
		activities: ['login', 'login.failed'],
		kind: 'not-logged',
		text: 'Sign-ins of unknown users (since November 2020), non-interactive sign-ins and those of service principals are not in this log; they are in the sign-in logs of Entra.',
	},
	{
		activities: ['app.grant'],
		kind: 'not-logged',
		text: 'An incremental consent may repeat the old permissions; the new one then stands only in the grant record beside it.',
	},
	{
		activities: ['token.create'],
		kind: 'not-logged',
		text: 'Issuing a token is not logged; only credentials added to applications and application passwords are.',
	},
	{
		activities: ['bulk.query', 'api.call'],
		kind: 'not-logged',
		text: 'Calls of Microsoft Graph are in MicrosoftGraphActivityLogs, kept nowhere unless exported beforehand.',
	},
	{
		activities: [],
		kind: 'retention',
		text: 'Records are kept 180 days (90 days for those made before 17 October 2023), one year with Audit Premium, ten with the add-on.',
	},
	{
		activities: [],
		kind: 'retention',
		text: 'Records arrive 60 to 90 minutes after the event, without a promise; eDiscovery commands up to 24 hours later.',
	},
	{
		activities: [],
		kind: 'setting',
		text: 'Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $false ends the log; that change is itself its last record.',
	},
	{
		activities: [],
		kind: 'not-logged',
		text: 'The log holds no places, and three quarters of the directory records hold no address; reads through REST and Office on the web may show an address of Microsoft.',
	},
];
