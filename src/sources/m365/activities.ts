import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ActivityRule, ActivityTable, Fallback } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { directoryTable } from '../microsoft/directory-rules.ts';
import { riskAlert, signInMeaning } from '../microsoft/sign-in.ts';
import { speller } from '../microsoft/spelling.ts';
import { entryOf, named } from '../microsoft/values.ts';
import { addDetails, each, joinTables, when } from '../rules.ts';
import { readDirectory } from './directory.ts';
import { DISCOVERY } from './discovery.ts';
import { FILES } from './files.ts';
import { MAIL, parameter } from './mail.ts';
import { recordType } from './record.ts';

type Reader = NonNullable<ActivityRule['read']>;

const errorOf = (record: JsonObject): string | undefined => asText(member(record, 'ErrorNumber') ?? member(record, 'ErrorCode'));

const signIn =
	(ok: boolean): Reader =>
	(record, event) => {
		// The result the record states says success for most failed sign-ins.
		event.ok = ok;
		const properties = member(record, 'ExtendedProperties');
		const request = entryOf(properties, 'RequestType');
		addDetails(event, {
			errorCode: errorOf(record),
			reason: asText(member(record, 'LogonError')),
			request,
			deviceCode: request === 'Cmsi:Cmsi' ? true : undefined,
			resource: asText(member(record, 'ObjectId')),
		});
	};

const isMeaning = (meaning: string) => (record: JsonObject) => signInMeaning(errorOf(record)) === meaning;

const SIGN_INS: ActivityTable = {
	UserLoggedIn: [
		{ activity: 'login', when: when('ErrorNumber is 0 or absent', isMeaning('success')), read: signIn(true) },
		{
			activity: 'login.failed',
			when: when('ErrorNumber is that of a failure', isMeaning('failure')),
			read: signIn(false),
		},
	],
	UserLoginFailed: [
		{
			activity: 'login.failed',
			when: when('ErrorNumber is not that of an interruption', (record) => !isMeaning('interrupt')(record)),
			read: signIn(false),
		},
	],
	MailboxLogin: [
		{
			activity: 'login.failed',
			when: when('ResultStatus says that it failed', (record) =>
				/^(?:fail|false)/i.test(asText(member(record, 'ResultStatus')) ?? ''),
			),
		},
		{ activity: 'login' },
	],
};

const SETTINGS: ActivityTable = {
	...each({ activity: 'app.install', read: addOn }, ['AppInstalled', 'BotAddedToTeam', 'ConnectorAdded']),
	'New-App': {
		activity: 'app.install',
		read(record, event) {
			const parameters = member(record, 'Parameters');
			const name =
				parameter(parameters, 'DisplayName') ?? parameter(parameters, 'Identity') ?? asText(member(record, 'ObjectId'));
			if (name !== undefined) setTarget(event, 'app', name);
		},
	},
	TeamsTenantSettingChanged: 'admin.change',
	'New-ManagementRoleAssignment': {
		activity: 'role.grant',
		read(record, event) {
			const parameters = member(record, 'Parameters');
			const holder = ['User', 'SecurityGroup', 'App', 'Policy'].map((name) => parameter(parameters, name)).find(Boolean);
			if (holder !== undefined) setTarget(event, holder.includes('@') ? 'user' : 'object', holder);
			addDetails(event, { role: parameter(parameters, 'Role') });
		},
	},
	'Add-RoleGroupMember': {
		activity: 'role.grant',
		read(record, event) {
			const parameters = member(record, 'Parameters');
			const holder = parameter(parameters, 'Member');
			if (holder !== undefined) setTarget(event, holder.includes('@') ? 'user' : 'object', holder);
			addDetails(event, { role: parameter(parameters, 'Identity') });
		},
	},
	...each({ activity: 'role.grant', details: { role: 'eDiscovery Administrator' }, read: caseAdministrator }, [
		'CaseAdminAdded',
		'Add-eDiscoveryCaseAdmin',
	]),
	'New-Mailbox': {
		activity: 'account.create',
		read: account(['MicrosoftOnlineServicesID', 'UserPrincipalName', 'Name', 'Identity']),
	},
	'Remove-Mailbox': { activity: 'account.delete', read: account(['Identity']) },
	AadRiskDetection: { activity: 'session.anomaly', read: risk },
};

/** Names that the directory's operations have in the unified audit log: mostly Entra's own with a full stop. */
const WITHOUT_STOP: ReadonlySet<string> = new Set([
	'Add federated identity credential',
	'Add member to role completed (PIM activation)',
	'Create application password for user',
	'Delete external user',
	'Invite external user',
	'Update application - Certificates and secrets management',
	'Add Conditional Access policy',
	'Update Conditional Access policy',
	'Delete Conditional Access policy',
	'Add named location',
	'Update named location',
	'Delete named location',
	'Update security defaults',
	'Authentication Methods Policy Update',
	'Add Passkey (device-bound)',
	'Create Temporary Access Pass method for user',
	'Reset password (by admin)',
	'Reset password (self-service)',
	'User has elevated their access to User Access Administrator for their Azure Resources',
]);

/** What each operation of the unified audit log means. */
export const activities = joinTables(SIGN_INS, MAIL, DISCOVERY, FILES, SETTINGS, () =>
	Object.fromEntries(Object.entries(directoryTable(readDirectory)).map(([name, rule]) => [unifiedName(name), rule])),
);

/** An operation as the table spells it: dashes of any kind, blanks at the end, the full stop and letter case do not matter. */
export const spelled = speller(() => Object.keys(activities()));

/** A command of Exchange or of the compliance centre: `Set-Something`. */
const COMMAND = /^(?:Set|New|Remove|Disable|Enable|Add)-[A-Za-z]+$/;

/** Commands that people run on their own mailbox from Outlook's settings. */
const OWN_SETTINGS: ReadonlySet<string> = new Set([
	'Set-MailboxAutoReplyConfiguration',
	'Set-MailboxCalendarConfiguration',
	'Set-MailboxJunkEmailConfiguration',
	'Set-MailboxMessageConfiguration',
	'Set-MailboxRegionalConfiguration',
	'Set-MailboxSpellingConfiguration',
	'Set-Clutter',
	'Set-FocusedInbox',
	'Set-UserPhoto',
	'Remove-UserPhoto',
]);

const command: ActivityRule = {
	activity: 'admin.change',
	read(_record, _event, later) {
		later(readObject);
	},
};

function readObject(record: JsonObject, event: EventDraft): void {
	const object = asText(member(record, 'ObjectId')) ?? parameter(member(record, 'Parameters'), 'Identity');
	if (object !== undefined && event.target === undefined) setTarget(event, 'object', object);
}

/** Exchange has a thousand commands; the table names those that mean something of their own. */
export const fallback: Fallback = {
	text: "Any other Exchange or compliance command Set-, New-, Remove-, Disable-, Enable- or Add-… is admin.change, but for settings of one's own mailbox; records of type AadRiskDetection (294) are session.anomaly.",
	rule(operation, record) {
		if (recordType(record) === 294) return { activity: 'session.anomaly', read: risk };
		return COMMAND.test(operation) && !OWN_SETTINGS.has(operation) ? command : undefined;
	},
};

function risk(record: JsonObject, event: EventDraft): void {
	const level = asText(member(record, 'RiskLevel'));
	const state = asText(member(record, 'RiskState'));
	addDetails(event, {
		alert: riskAlert(level, state),
		risk: level,
		riskType: asText(member(record, 'RiskEventType') ?? member(record, 'RiskType')),
		riskState: state,
	});
}

/** What was added to Teams. It is named by the id that Teams' catalogue has for it, not by the client id of its application. */
function addOn(record: JsonObject, event: EventDraft): void {
	const id = named(member(record, 'AddOnGuid'))?.toLowerCase();
	const name = asText(member(record, 'AddOnName') ?? member(record, 'AddonName'));
	const app = id ?? name?.toLowerCase();
	if (app === undefined) return;
	event.app = { id: app, ...(name !== undefined && { name }) };
	event.target = { type: 'app', id: app, ...(name !== undefined && { name }) };
}

/** Who may from now on search and export everybody's mail and files. */
function caseAdministrator(record: JsonObject, event: EventDraft): void {
	const holder = parameter(member(record, 'Parameters'), 'User');
	if (holder !== undefined) setTarget(event, holder.includes('@') ? 'user' : 'object', holder);
}

function account(names: readonly string[]): Reader {
	return (record, event) => {
		const parameters = member(record, 'Parameters');
		const id = names.map((name) => parameter(parameters, name)).find(Boolean) ?? asText(member(record, 'ObjectId'));
		if (id !== undefined) setTarget(event, 'user', id);
	};
}

function setTarget(event: EventDraft, type: string, id: string): void {
	event.target = { type, id: type === 'user' ? id.toLowerCase() : id };
}

function unifiedName(name: string): string {
	const native = WITHOUT_STOP.has(name) || / security info$/.test(name) || / in PIM | of PIM /.test(name);
	return native ? name : `${name}.`;
}
