import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asObjects, asText, member } from '../../read/fields.ts';
import { readCell } from '../printed.ts';
import { emptyObject, type ObjectDraft, renameColumns } from '../reshape.ts';

/** What an export without `AuditData` has lost of nearly every event. */
const WITHOUT_DATA = ['ip', 'appId', 'appName', 'session', 'token', 'userAgent', 'targetId', 'targetName', 'scopes'] as const;

/** https://learn.microsoft.com/powershell/module/exchange/search-adminauditlog */
const ADMIN_AUDIT = {
	RunDate: 'CreationTime',
	Identity: 'Id',
	CmdletName: 'Operation',
	Caller: 'UserId',
	ObjectModified: 'ObjectId',
	CmdletParameters: 'Parameters',
	ModifiedProperties: 'ModifiedProperties',
	Succeeded: 'ResultStatus',
	ClientIP: 'ClientIP',
	SessionId: 'SessionId',
	AppId: 'AppId',
	ClientAppId: 'ClientAppId',
	ExternalAccess: 'ExternalAccess',
	OriginatingServer: 'OriginatingServer',
};

/** https://learn.microsoft.com/exchange/policy-and-compliance/mailbox-audit-logging/mailbox-audit-logging (properties of an entry) */
const MAILBOX_AUDIT = {
	LastAccessed: 'CreationTime',
	Identity: 'Id',
	Operation: 'Operation',
	OperationResult: 'ResultStatus',
	LogonType: 'LogonType',
	InternalLogonType: 'InternalLogonType',
	ExternalAccess: 'ExternalAccess',
	ClientIPAddress: 'ClientIPAddress',
	ClientIP: 'ClientIPAddress',
	ClientInfoString: 'ClientInfoString',
	MailboxGuid: 'MailboxGuid',
	MailboxOwnerUPN: 'MailboxOwnerUPN',
	MailboxOwnerSid: 'MailboxOwnerSid',
	LogonUserSid: 'LogonUserSid',
	LogonUserDisplayName: 'LogonUserDisplayName',
	FolderPathName: 'Folder.Path',
	DestFolderPathName: 'DestFolder.Path',
	ItemSubject: 'Item.Subject',
	OperationProperties: 'OperationProperties',
	SessionId: 'SessionId',
	AppId: 'AppId',
	ClientAppId: 'ClientAppId',
	OriginatingServer: 'OriginatingServer',
	SourceItems: 'AffectedItems',
};

const fromAdminAudit = renameColumns(ADMIN_AUDIT, { finish: (row) => [{ ...listed(row), RecordType: 1, Workload: 'Exchange' }] });
const fromMailboxAudit = renameColumns(MAILBOX_AUDIT, { finish: (row) => [asMailboxRecord(row)] });

/**
 * What PowerShell’s own commands export beside the usual columns.
 * @param fromRow makes a record of a row with Search-UnifiedAuditLog’s columns, perhaps without `AuditData`
 * @param fromQuery makes one of a record of the audit log query
 */
export function powerShellFormats(
	fromRow: (row: JsonObject) => JsonObject,
	fromQuery: (record: JsonObject) => JsonObject,
): readonly Format[] {
	return [
		{
			id: 'auditdata',
			title: 'Search-UnifiedAuditLog of which only AuditData was kept (Select-Object AuditData)',
			has: ['AuditData'],
			reshape: (record) => [fromRow(record)],
		},
		{
			id: 'search-unifiedauditlog-columns',
			title: 'Search-UnifiedAuditLog without AuditData',
			has: ['CreationDate', 'UserIds', 'Operations'],
			test: (record) => !Object.hasOwn(record, 'AuditData'),
			// Rows of one second may differ in their number alone.
			reshape: (record) => [{ ...fromRow(record), ResultIndex: record['ResultIndex'] ?? null }],
			lacks: WITHOUT_DATA,
			note: 'Who did what and when is there; from where, with what and upon what stands in AuditData: export it as well.',
		},
		{
			id: 'graph-audit-query-sdk',
			title: 'Microsoft Graph audit log query in PowerShell (Get-MgBetaSecurityAuditLogQueryRecord): JSON',
			has: ['CreatedDateTime', 'Operation', 'AuditData', 'AuditLogRecordType'],
			reshape: (record) => [fromQuery(fromSdk(record))],
		},
		{
			id: 'admin-audit-log',
			title: 'Exchange’s administrator audit log (Search-AdminAuditLog): JSON or CSV',
			has: ['RunDate', 'CmdletName', 'Caller', 'ObjectModified'],
			reshape: fromAdminAudit,
			lacks: ['userAgent', 'token'],
			localeTimes: true,
			note: 'Export-Csv keeps names of parameters without their values; times of CSV are in the zone of the session and are read as UTC.',
		},
		{
			id: 'mailbox-audit-log',
			title: 'Exchange’s mailbox audit log (Search-MailboxAuditLog -ShowDetails): JSON or CSV',
			has: ['LastAccessed', 'Operation', 'LogonType', 'MailboxOwnerUPN'],
			reshape: fromMailboxAudit,
			lacks: ['token'],
			localeTimes: true,
			note: 'Names the display name of somebody else than the owner, not the address; times of CSV are in the zone of the session and are read as UTC.',
		},
	];
}

/** Values that are lists, out of cells. Those of CSV are names alone, which say nothing of a value. */
function listed(row: ObjectDraft): ObjectDraft {
	const made = { ...row };
	for (const name of ['Parameters', 'ModifiedProperties', 'OperationProperties', 'AffectedItems']) {
		if (made[name] !== undefined && asObjects(readCell(made[name])).length === 0) delete made[name];
	}
	return made;
}

/** An owner is named by the mailbox’s address; whoever else was in it by the name alone. */
function asMailboxRecord(row: ObjectDraft): JsonObject {
	const isOwner = asText(row['LogonType'])?.toLowerCase() === 'owner';
	const who = isOwner ? row['MailboxOwnerUPN'] : (row['LogonUserDisplayName'] ?? row['LogonUserSid']);
	return { ...listed(row), UserId: who ?? null, RecordType: 2, Workload: 'Exchange' };
}

/** With Graph’s own names; the SDK keeps the audit record in `AdditionalProperties`. */
function fromSdk(record: JsonObject): JsonObject {
	const made = emptyObject();
	for (const [name, value] of Object.entries(record)) {
		if (name !== '__proto__') made[name.charAt(0).toLowerCase() + name.slice(1)] = value;
	}
	const held = readCell(record['AuditData']);
	const inner = member(held, 'AdditionalProperties');
	made['auditData'] = isObject(inner) && Object.keys(inner).length > 0 ? inner : held;
	return made as JsonObject;
}
