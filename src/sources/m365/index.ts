import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Source } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { describeApp } from '../microsoft/apps.ts';
import { setObjectTarget } from '../microsoft/directory.ts';
import { roleTier } from '../microsoft/roles.ts';
import { scopeTier } from '../microsoft/scopes.ts';
import { entryOf, named } from '../microsoft/values.ts';
import { addDetails } from '../rules.ts';
import { activities, fallback, spelled } from './activities.ts';
import { readActor } from './actor.ts';
import { blindSpots } from './blind-spots.ts';
import { callingApp, readClient } from './client.ts';
import { actingApp, readDirectory } from './directory.ts';
import { fields } from './fields.ts';
import { readFile } from './files.ts';
import { formats } from './formats.ts';
import { readMailbox } from './mail.ts';
import { recordType } from './record.ts';

/** The unified audit log of Microsoft 365: Exchange, SharePoint, OneDrive, Teams, and the directory's records inside it. */
export const m365: Source = {
	id: 'm365',
	title: 'Microsoft 365 unified audit log',
	references: [
		'https://learn.microsoft.com/en-us/office/office-365-management-api/office-365-management-activity-api-schema',
		'https://learn.microsoft.com/en-us/purview/audit-log-activities',
		'https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts',
		'https://learn.microsoft.com/en-us/powershell/module/exchange/search-unifiedauditlog',
		'https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/officeactivity',
	],
	formats,
	fields,
	operation: spelled,
	activities,
	fleetingTokens: true,
	fallback,
	lookalikes: [
		{
			has: ['messageid', 'senderaddress', 'recipientaddress'],
			what: 'Exchange’s message trace: which mails were delivered, not who did what',
			instead: 'export the audit log (Purview audit search, Search-UnifiedAuditLog, Management Activity API)',
		},
		{
			// https://learn.microsoft.com/powershell/module/exchange/get-inboxrule
			has: ['forwardto', 'redirectto', 'deletemessage', 'mailboxownerid'],
			what: 'a list of inbox rules as they are now (Get-InboxRule): who made them, and when, is not in it',
			instead: 'export the audit log with New-InboxRule, Set-InboxRule and UpdateInboxRules beside it',
		},
		{
			// https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant, as scripts list it
			has: ['permissiontype', 'clientobjectid', 'resourceobjectid', 'permission'],
			what: 'a list of permissions as they are granted now: who granted them, and when, is not in it',
			instead: 'export the audit log with Consent to application and Add delegated permission grant beside it',
		},
		{
			has: ['sender_address', 'recipient_status', 'message_subject'],
			what: 'Exchange’s message trace: which mails were delivered, not who did what',
			instead: 'export the audit log (Purview audit search, Search-UnifiedAuditLog, Management Activity API)',
		},
	],
	further: [
		{ activity: 'admin.change', when: 'any other command Set-, New-, Remove-, Disable-, Enable- or Add-…' },
		{ activity: 'session.anomaly', when: 'records of type AadRiskDetection' },
	],
	outcomes: {
		success: ['succeeded', 'success', 'successful', 'partiallysucceeded', 'true'],
		failure: ['failed', 'failure', 'false'],
	},
	finish(record, event, later) {
		const type = recordType(record);
		const app = type === 8 ? actingApp(record) : callingApp(record);
		if (app !== undefined) event.app = app;
		readActor(record, event, type);
		readClient(record, event);
		describeApp(event);
		later(readManagement);
		if (type === 8) setObjectTarget(event, readDirectory(record).targets[0]);
		else if (member(record, 'MailboxOwnerUPN') !== undefined || member(record, 'MailboxGuid') !== undefined)
			readMailbox(record, event);
		else if (Object.hasOwn(record, 'SiteUrl') || Object.hasOwn(record, 'ListItemUniqueId')) later(readFile);
		addDetails(event, { auditData: asText(member(record, 'AuditDataState')) });
		if (type === 8) later(readCorrelation);
	},
	isBlank: (text, fact) =>
		fact === 'ip'
			? text === '0.0.0.0' || text === '::'
			: (fact === 'session' || fact === 'token' || fact === 'device') && named(text) === undefined,
	uniqueIds: true,
	weakId: (id) => named(id) === undefined || /^anonymi[sz]ed$/i.test(id),
	scopeTier,
	roleTier,
	blindSpots,
	consoleFilter(actor, start, end) {
		// PowerShell takes curly single quotes for straight ones.
		const who = actor.replace(/[\x00-\x1f\x7f]/g, ' ').replace(/['\u2018-\u201b]/g, '$&$&');
		return `Search-UnifiedAuditLog -StartDate '${start}' -EndDate '${end}' -UserIds '${who}' -SessionCommand ReturnLargeSet -ResultSize 5000`;
	},
};

/** The records of one click, and the same change in Entra's own log, share it. */
function readCorrelation(record: JsonObject, event: EventDraft): void {
	addDetails(event, { correlation: named(member(record, 'InterSystemsId'))?.toLowerCase() });
}

function readManagement(record: JsonObject, event: EventDraft): void {
	const managed =
		entryOf(member(record, 'DeviceProperties'), 'IsCompliantAndManaged') ?? asText(member(record, 'IsManagedDevice'));
	if (managed !== undefined) addDetails(event, { managedDevice: managed.toLowerCase() === 'true' });
}
