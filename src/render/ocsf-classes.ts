import type { Activity } from '../model/activity.ts';
import type { PlatformId } from '../model/platform.ts';

/** The schema that everything here was checked against: https://schema.ocsf.io/1.5.0/ */
export const OCSF_VERSION = '1.5.0';

/** An OCSF class, with the captions that its uids have in the schema. */
export interface OcsfClass {
	readonly uid: number;
	readonly name: string;
	readonly category: number;
	readonly categoryName: string;
}

const IAM = { category: 3, categoryName: 'Identity & Access Management' } as const;
const APPLICATION = { category: 6, categoryName: 'Application Activity' } as const;

/** The classes in use: https://schema.ocsf.io/1.5.0/classes */
const OCSF_CLASSES = {
	base: { uid: 0, name: 'Base Event', category: 0, categoryName: 'Uncategorized' },
	finding: { uid: 2004, name: 'Detection Finding', category: 2, categoryName: 'Findings' },
	account: { uid: 3001, name: 'Account Change', ...IAM },
	authentication: { uid: 3002, name: 'Authentication', ...IAM },
	entity: { uid: 3004, name: 'Entity Management', ...IAM },
	access: { uid: 3005, name: 'User Access Management', ...IAM },
	lifecycle: { uid: 6002, name: 'Application Lifecycle', ...APPLICATION },
	api: { uid: 6003, name: 'API Activity', ...APPLICATION },
	datastore: { uid: 6005, name: 'Datastore Activity', ...APPLICATION },
	file: { uid: 6006, name: 'File Hosting Activity', ...APPLICATION },
} as const satisfies Readonly<Record<string, OcsfClass>>;

/** Class and activity of an event. `name` is the schema's caption; for 99 (Other) it is ours, as the schema asks. */
export interface OcsfMapping {
	readonly class: keyof typeof OCSF_CLASSES;
	readonly activity: number;
	readonly name: string;
}

/**
 * Each activity's class and activity id. Mail is read as Datastore Activity with the mailbox as the store: Email Activity (4009) tells of
 * messages sent, received and scanned, and has no actor. The same goes for repositories. Sign-ins that a platform calls odd stay
 * Authentication: Authorize Session (3003) needs privileges that such records do not name. `other` is the Base Event, which
 * OCSF keeps for what it does not define.
 */
export const OCSF_ACTIVITIES: Readonly<Record<Activity, OcsfMapping>> = {
	login: { class: 'authentication', activity: 1, name: 'Logon' },
	'login.failed': { class: 'authentication', activity: 1, name: 'Logon' },
	'session.anomaly': { class: 'authentication', activity: 99, name: 'Session Anomaly' },
	'app.install': { class: 'lifecycle', activity: 1, name: 'Install' },
	'app.grant': { class: 'access', activity: 1, name: 'Assign Privileges' },
	'credential.add': { class: 'entity', activity: 1, name: 'Create' },
	'token.create': { class: 'entity', activity: 1, name: 'Create' },
	'role.grant': { class: 'access', activity: 1, name: 'Assign Privileges' },
	'admin.change': { class: 'entity', activity: 3, name: 'Update' },
	'account.create': { class: 'account', activity: 1, name: 'Create' },
	'account.disable': { class: 'account', activity: 5, name: 'Disable' },
	'account.enable': { class: 'account', activity: 2, name: 'Enable' },
	'account.delete': { class: 'account', activity: 6, name: 'Delete' },
	'account.lockout': { class: 'account', activity: 9, name: 'Lock' },
	'mfa.change': { class: 'account', activity: 99, name: 'MFA Factor Change' },
	'mail.read': { class: 'datastore', activity: 1, name: 'Read' },
	'mail.search': { class: 'datastore', activity: 4, name: 'Query' },
	'mail.rule': { class: 'entity', activity: 3, name: 'Update' },
	'file.read': { class: 'file', activity: 14, name: 'Open' },
	'file.download': { class: 'file', activity: 2, name: 'Download' },
	'file.export': { class: 'file', activity: 2, name: 'Download' },
	'file.upload': { class: 'file', activity: 1, name: 'Upload' },
	'file.create': { class: 'file', activity: 99, name: 'Create' },
	'file.copy': { class: 'file', activity: 6, name: 'Copy' },
	'file.share': { class: 'file', activity: 12, name: 'Share' },
	'repo.clone': { class: 'datastore', activity: 1, name: 'Read' },
	'repo.download': { class: 'datastore', activity: 1, name: 'Read' },
	'repo.fetch': { class: 'datastore', activity: 1, name: 'Read' },
	'repo.push': { class: 'datastore', activity: 5, name: 'Write' },
	'repo.visibility': { class: 'entity', activity: 3, name: 'Update' },
	'api.call': { class: 'api', activity: 0, name: 'Unknown' },
	'bulk.query': { class: 'datastore', activity: 4, name: 'Query' },
	other: { class: 'base', activity: 99, name: 'Other' },
};

/** The product whose log each platform is. */
export const OCSF_PRODUCTS: Readonly<Record<PlatformId, { readonly name: string; readonly vendor_name: string }>> = {
	box: { name: 'Box', vendor_name: 'Box' },
	entra: { name: 'Microsoft Entra ID', vendor_name: 'Microsoft' },
	github: { name: 'GitHub', vendor_name: 'GitHub' },
	gitlab: { name: 'GitLab', vendor_name: 'GitLab' },
	google_workspace: { name: 'Google Workspace', vendor_name: 'Google' },
	m365: { name: 'Microsoft 365', vendor_name: 'Microsoft' },
	okta: { name: 'Okta', vendor_name: 'Okta' },
	salesforce: { name: 'Salesforce', vendor_name: 'Salesforce' },
	slack: { name: 'Slack', vendor_name: 'Slack' },
	zoom: { name: 'Zoom', vendor_name: 'Zoom' },
};

/** ATT&CK's ids of the enterprise tactics: https://attack.mitre.org/tactics/enterprise/ */
export const TACTICS: Readonly<Record<string, { readonly uid: string; readonly name: string }>> = {
	reconnaissance: { uid: 'TA0043', name: 'Reconnaissance' },
	'resource-development': { uid: 'TA0042', name: 'Resource Development' },
	'initial-access': { uid: 'TA0001', name: 'Initial Access' },
	execution: { uid: 'TA0002', name: 'Execution' },
	persistence: { uid: 'TA0003', name: 'Persistence' },
	'privilege-escalation': { uid: 'TA0004', name: 'Privilege Escalation' },
	'defense-evasion': { uid: 'TA0005', name: 'Defense Evasion' },
	'credential-access': { uid: 'TA0006', name: 'Credential Access' },
	discovery: { uid: 'TA0007', name: 'Discovery' },
	'lateral-movement': { uid: 'TA0008', name: 'Lateral Movement' },
	collection: { uid: 'TA0009', name: 'Collection' },
	'command-and-control': { uid: 'TA0011', name: 'Command and Control' },
	exfiltration: { uid: 'TA0010', name: 'Exfiltration' },
	impact: { uid: 'TA0040', name: 'Impact' },
};

/** The members that classify an event, in every class: `type_uid` is the class uid times 100 plus the activity id. */
export function classified(mapping: OcsfMapping) {
	const { uid, name, category, categoryName } = OCSF_CLASSES[mapping.class];
	return {
		activity_id: mapping.activity,
		activity_name: mapping.name,
		category_uid: category,
		category_name: categoryName,
		class_uid: uid,
		class_name: name,
		type_uid: uid * 100 + mapping.activity,
		type_name: `${name}: ${mapping.name}`,
	};
}
