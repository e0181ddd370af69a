import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ActivityRule, ActivityTable } from '../../model/source.ts';
import { asNumber, asText, compilePaths, member } from '../../read/fields.ts';
import { once } from '../once.ts';
import { fact } from '../placeholder.ts';
import { addDetails, each, joinTables, when } from '../rules.ts';
import { isRefused, readLogin, readLoginAs, readLoginType, readPermissionSet, readQueried } from './details.ts';
import { readSentence } from './setup-audit-trail.ts';
import { roleTier } from './tiers.ts';

const readStatus = compilePaths(['LOGIN_STATUS', 'Status']);
const readRows = compilePaths(['ROWS_PROCESSED', 'RowsProcessed', 'RowsReturned']);
const readOperation = compilePaths(['OPERATION_TYPE', 'OPERATION', 'Operation', 'operation']);

/** One page of a query's answer: what asks for more is after the data, not after a record. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm */
const MANY_ROWS = 2000;

const failedLogin = when('the status is there and is neither LOGIN_NO_ERROR nor Success, or a policy refused it', (record) => {
	const status = asText(readStatus(record));
	return isRefused(record) || (status !== undefined && !/^(login_no_error|success)$/i.test(status));
});
// Event log files have a letter for each type of sign-in. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_login.htm
const byOAuth = when('an application signs in by OAuth, with what the person granted it', (record) =>
	['Remote Access 2.0', 'i'].includes(asText(readLoginType(record)) ?? ''),
);
const manyRows = when(`${MANY_ROWS} rows or more`, (record) => (asNumber(readRows(record)) ?? 0) >= MANY_ROWS);
const queries = when('the job is a query', (record) => /query/i.test(asText(readOperation(record)) ?? ''));
const writes = when('the job writes', (record) => /insert|update|upsert|delete/i.test(asText(readOperation(record)) ?? ''));
const isAborted = when('the job is aborted or failed', (record) => /abort|fail/i.test(jobStatus(record)));
const isUnderWay = when('the job is created, uploaded, in progress or deleted', (record) =>
	/open|created|upload|progress|deleted/i.test(jobStatus(record)),
);
const isFurtherPart = when('it is not the first part of a report', (record) => (asNumber(member(record, 'Sequence')) ?? 0) > 1);
const onlyReads = when('the operation describes, lists or retrieves', (record) =>
	/describe|list|retrieve|read/i.test(asText(readOperation(record)) ?? ''),
);
const exportsReport = when('the origin or operation is an export', (record) =>
	/export/i.test(`${asText(member(record, 'ORIGIN')) ?? ''} ${asText(readOperation(record)) ?? ''}`),
);
const uploads = when('the transaction uploads or saves', (record) => /upload|save|insert|create/i.test(transaction(record)));
const previews = when('the transaction is a preview', (record) => /rendition|preview|view/i.test(transaction(record)));
const downloads = when('the transaction downloads', (record) => /download/i.test(transaction(record)));
const shares = when('the action creates a link', (record) => /insert|create|share/i.test(transaction(record)));
const takenAway = when('the sentence removes', (record) =>
	/^(removed|deleted|revoked)\b|\bunassigned\b/i.test((asText(member(record, 'Display')) ?? '').slice(0, 500)),
);
const demotes = when('the new profile is harmless alone, the one before is not known to be', (record) => {
	const { before, role } = readSentence(asText(member(record, 'Display')) ?? '');
	return role !== undefined && roleTier(role) === 0 && roleTier(before ?? '') !== 0;
});
const bySelf = when('the actor, acting for nobody else, is the user named', (record) => {
	// Under "login as" somebody else acts in the user's session.
	if (fact(asText(member(record, 'DelegateUser'))) !== undefined) return false;
	const actor = asText(member(member(record, 'CreatedBy'), 'Username') ?? member(record, 'CreatedBy.Username'))?.toLowerCase();
	return actor !== undefined && (asText(member(record, 'Display')) ?? '').slice(0, 500).toLowerCase().includes(`user ${actor}`);
});

function jobStatus(record: JsonObject): string {
	return asText(member(record, 'JOB_STATUS')) ?? '';
}

function transaction(record: JsonObject): string {
	return (
		asText(
			member(record, 'TRANSACTION_TYPE') ??
				member(record, 'ACTION') ??
				member(record, 'FileAction') ??
				member(record, 'SHARING_OPERATION') ??
				member(record, 'OPERATION_TYPE'),
		) ?? ''
	);
}

const signIn: readonly ActivityRule[] = [
	{ activity: 'login.failed', when: failedLogin, read: readLogin },
	{ activity: 'login', when: byOAuth, read: readLogin, details: { oauth: true } },
	{ activity: 'login', read: readLogin },
];
const query: ActivityRule = { activity: 'bulk.query', read: readQueried };
const apiCall: readonly ActivityRule[] = [{ ...query, when: manyRows }, { activity: 'api.call' }];
const grant: readonly ActivityRule[] = [
	{ activity: 'admin.change', when: takenAway, details: { change: 'revoke' } },
	{ activity: 'role.grant' },
];
const profileChange: readonly ActivityRule[] = [
	{ activity: 'admin.change', when: demotes, details: { change: 'revoke' } },
	{ activity: 'role.grant' },
];
const revoked: ActivityRule = { activity: 'admin.change', details: { change: 'revoke' } };
// One's own new password or address locks nobody out.
const takesAccess: readonly ActivityRule[] = [{ activity: 'other', when: bySelf }, { activity: 'account.lockout' }];

function asFailed(_record: JsonObject, event: EventDraft): void {
	event.ok = false;
}

function asLockedOut(_record: JsonObject, event: EventDraft): void {
	event.ok = false;
	addDetails(event, { automatic: true, lockedOut: true });
}

/** Codes of the setup audit trail. Their capitals differ between sources: see `canonicalCode`. */
const setup: ActivityTable = {
	...each('account.create', ['createduser', 'createdcustomersuccessuser']),
	...each('account.disable', ['deactivateduser', 'frozeuser']),
	// Too many wrong passwords: the sign-in policy at work, no administrator.
	userlockedout: { activity: 'login.failed', read: asLockedOut },
	...each('account.enable', ['activateduser', 'unfrozeuser', 'unlockeduser']),
	...each(takesAccess, ['resetpassword', 'changedpassword', 'changedemail', 'useremailchangesent', 'changedfederationid']),
	// Without the licence the work is out of reach; a permission set less is an everyday change.
	PermSetLicenseUnassign: 'account.lockout',
	...each(revoked, ['PermSetUnassign', 'PermSetGroupUnassign', 'changedroleforusertonone']),
	...each(profileChange, [
		'changedprofileforuser',
		'changedprofileforusercusttostd',
		'changedprofileforuserstdtocust',
		'changedprofileforuserstdtostd',
	]),
	...each('role.grant', [
		'PermSetAssign',
		'PermSetGroupAssign',
		'PermSetLicenseAssign',
		'changedroleforuser',
		'changedroleforuserfromnone',
	]),
	...each(grant, ['addedtodelegatedgroup', 'groupMembership', 'queueMembership']),
	...each('admin.change', [
		'profilePermChangedCustom',
		'profileFlsChangedStandard',
		'profileOlpChangedCustom',
		'PermSetCreateNoLicense',
		'PermSetCreate',
		'PermSetDelete',
		'createdrole',
		'createIpWhitelist',
		'deployedchangeset',
		'changedsenderemail',
	]),
	...each('app.install', ['insertConnectedApplication', 'InstalledPackage']),
	...each('credential.add', ['insertCertificate', 'signCert', 'decryptionCertificate']),
	...each('mfa.change', [
		'insertTwoFactorInfo2',
		'deleteTwoFactorInfo2',
		'insertAuthenticatorPairing',
		'deleteAuthenticatorPairing',
		'insertTwoFactorTempCode',
		'deleteTwoFactorTempCode',
		'registeredUserPhoneNumber',
		'changedUserPhoneNumber',
	]),
	suOrgAdminLogin: { activity: 'session.anomaly', details: { loginAs: true } },
	suOrgAdminLogout: { activity: 'session.anomaly', details: { loginAs: true, change: 'end' } },
	dataExport: 'file.export',
};

/** Event types of event log files. */
const eventLog: ActivityTable = {
	Login: signIn,
	LoginAs: { activity: 'session.anomaly', read: readLoginAs, details: { loginAs: true } },
	...each(apiCall, ['API', 'RestApi', 'ApexRestApi', 'ApexSoap']),
	ApiTotalUsage: 'api.call',
	BulkApi: [{ ...query, when: queries }, { activity: 'api.call' }],
	// A job of the second version is a query unless it says that it writes. Each of its steps is an event: it counts when it is done.
	BulkApi2: [
		{ activity: 'api.call', when: writes },
		{ activity: 'bulk.query', when: isAborted, read: asFailed },
		{ activity: 'other', when: isUnderWay },
		query,
	],
	MetadataApiOperation: [{ activity: 'api.call', when: onlyReads }, { activity: 'admin.change' }],
	...each('admin.change', ['ChangeSetOperation', 'PermissionUpdate']),
	PackageInstall: 'app.install',
	// Not in Salesforce's documentation: as public detection rules read them, with the scopes.
	...each('app.grant', ['ApiConnectedApp', 'ConnectedAppUsageEventStore']),
	OAuthTokenRevoked: revoked,
	...each('file.export', ['ReportExport', 'WaveDownload']),
	// Formatted exports are only here; every other run of a report reads records.
	Report: [{ activity: 'file.export', when: exportsReport }, query],
	ContentTransfer: [
		{ activity: 'file.read', when: previews },
		{ activity: 'file.download', when: downloads },
		{ activity: 'file.upload', when: uploads },
	],
	DocumentAttachmentDownloads: 'file.download',
	ContentDistribution: [
		{ activity: 'file.download', when: downloads },
		{ activity: 'file.share', when: shares },
		{ activity: 'file.read' },
	],
	ContentDocumentLink: [{ activity: 'file.share', when: shares }],
};

/** A finding of threat detection whose object's name the export has dropped. */
export const SOME_DETECTION = 'Unknown threat detection event';

/** Objects of real-time event monitoring, and sign-in history. */
const objects: ActivityTable = {
	...each(signIn, ['LoginEvent', 'LoginHistory']),
	LoginAsEvent: { activity: 'session.anomaly', read: readLoginAs, details: { loginAs: true } },
	...each({ activity: 'session.anomaly', details: { alert: true } }, [
		'SessionHijackingEventStore',
		'CredentialStuffingEventStore',
		'ApiAnomalyEventStore',
		'ReportAnomalyEventStore',
		'GuestUserAnomalyEventStore',
		SOME_DETECTION,
	]),
	ApiEvent: apiCall,
	BulkApiResultEventStore: query,
	// A large report is up to a thousand events, each with a part of the rows.
	ReportEvent: [{ activity: 'other', when: isFurtherPart }, { activity: 'file.export', when: exportsReport }, query],
	PermissionSetEventStore: [
		{
			activity: 'admin.change',
			when: when('the operation unassigns or disables', (record) =>
				/unassign|disabled/i.test(asText(readOperation(record)) ?? ''),
			),
			details: { change: 'revoke' },
			read: readPermissionSet,
		},
		{ activity: 'role.grant', read: readPermissionSet },
	],
	FileEventStore: [
		{ activity: 'file.read', when: previews },
		{ activity: 'file.download', when: downloads },
		{ activity: 'file.upload', when: uploads },
	],
};

/** What each Salesforce event means. */
export const activities = joinTables(setup, eventLog, objects);

const codes = once(() => new Map(Object.keys(setup).map((code) => [code.toLowerCase(), code])));

const bareObjects = once(() => new Map(Object.keys(objects).map((name) => [bareObject(name), name])));

/** One event is an object that is stored (`ApiAnomalyEventStore`), one that is streamed (`ApiEventStream`) and a platform event (`ApiEvent`): the name in the table above; an unknown one as it is. */
export function canonicalObject(name: string): string {
	return bareObjects().get(bareObject(name)) ?? name;
}

function bareObject(name: string): string {
	return name.replace(/(?:Store|Stream)$/, '');
}

/** A code of the setup audit trail in the spelling of the table above; an unknown one as it is. */
export function canonicalCode(code: string): string {
	return codes().get(code.toLowerCase()) ?? code;
}
