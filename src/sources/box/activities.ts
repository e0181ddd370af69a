import { each, joinTables } from '../rules.ts';
import {
	alertOf,
	byAnother,
	isReportUser,
	leavesActive,
	leavesInactive,
	makesOwner,
	ofFolder,
	onAlert,
	onApiCall,
	onApp,
	onBlocked,
	onCollaboration,
	onCopy,
	onPut,
	onRole,
	onSetting,
	onSignIn,
} from './details.ts';

/** Names of the enterprise feed (`DOWNLOAD`) and of a user's own feed (`ITEM_DOWNLOAD`) side by side: exports hold either. */
const files = joinTables(
	each('file.read', ['PREVIEW', 'CONTENT_ACCESS', 'ITEM_OPEN', 'ITEM_PREVIEW']),
	each('file.download', ['DOWNLOAD', 'FILE_WATERMARKED_DOWNLOAD', 'SIGNER_DOWNLOADED', 'ITEM_DOWNLOAD']),
	{
		SHIELD_DOWNLOAD_BLOCKED: { activity: 'file.download', read: onBlocked },
		SHIELD_INFORMATION_BARRIER_ITEM_COPY_BLOCKED: { activity: 'file.copy', read: onBlocked },
		UPLOAD: [
			{ activity: 'file.create', when: ofFolder, details: { folder: true }, read: onPut },
			{ activity: 'file.upload', read: onPut },
		],
		ITEM_UPLOAD: [
			{ activity: 'file.create', when: ofFolder, details: { folder: true }, read: onPut },
			{ activity: 'file.upload', read: onPut },
		],
		EDIT: { activity: 'file.upload', details: { newVersion: true }, read: onPut },
	},
	each({ activity: 'file.create', read: onCopy }, ['ITEM_CREATE']),
	each('file.create', ['FILE_REQUEST_CREATE']),
	each({ activity: 'file.copy', read: onCopy }, ['COPY', 'ITEM_COPY']),
	each('file.export', ['CONTENT_RECOVERY_REPORT_CREATE', 'CONTENT_RECOVERY_REPORT_INITIATE']),
	each({ activity: 'file.share', read: onCollaboration }, [
		'SHARE',
		'ITEM_SHARED_UPDATE',
		'SHARED_LINK_SEND',
		// The nearest that Box has to a mail: a link sent by Box itself.
		'ITEM_EMAIL_SEND',
		'COLLABORATION_INVITE',
		'COLLABORATION_ACCEPT',
		'GROUP_ADD_ITEM',
		'ITEM_SHARED',
		'ITEM_SHARED_CREATE',
		'COLLAB_ADD_COLLABORATOR',
		'COLLAB_INVITE_COLLABORATOR',
	]),
	each({ activity: 'file.share', details: { change: 'expiration' } }, ['SHARE_EXPIRATION', 'UPDATE_SHARE_EXPIRATION']),
	// Listed with the shares, but they take access away.
	each('other', ['UNSHARE', 'COLLABORATION_REMOVE', 'ITEM_SHARED_UNSHARE']),
	// No query is logged: what Box's own detection and its assistant say of mass reading stands for it.
	each({ activity: 'bulk.query', details: { alert: true } }, ['CONTENT_WORKFLOW_ABNORMAL_DOWNLOAD_ACTIVITY']),
	each({ activity: 'bulk.query', details: { assistant: true } }, ['BOX_AI_USER_REQUEST']),
	// Rows of the App Diagnostics report have no event name; this one is given when they are read.
	{ API_REQUEST: { activity: 'api.call', read: onApiCall } },
);

const people = joinTables(
	{
		NEW_USER: [{ activity: 'other', when: isReportUser }, { activity: 'account.create' }],
		MASTER_INVITE_ACCEPT: 'account.create',
		// Deactivation has no event of its own and EDIT_USER carries no before and after. Where the record has the user's status it
		// decides; otherwise the edit may be a deactivation, and `uncertain` says so.
		EDIT_USER: [
			{ activity: 'account.disable', when: leavesInactive },
			{ activity: 'account.enable', when: leavesActive, details: { uncertain: true } },
			{ activity: 'account.disable', details: { uncertain: true } },
		],
		DELETE_USER: 'account.delete',
		LOGIN: { activity: 'login', read: onSignIn(true) },
		// An administrator enters a managed user's account: the person entered is the target.
		ADMIN_LOGIN: { activity: 'login', details: { impersonation: true }, read: onSignIn(true) },
		SHIELD_ALERT: [
			{ activity: 'session.anomaly', when: alertOf('Suspicious Locations', 'Suspicious Sessions'), read: onAlert },
			{ activity: 'bulk.query', when: alertOf('Anomalous Download'), read: onAlert },
			{ activity: 'other', read: onAlert },
		],
		REMOVE_LOGIN_ACTIVITY_DEVICE: [{ activity: 'account.lockout', when: byAnother }, { activity: 'session.anomaly' }],
		// Listed as credential and as anomaly: a device not seen before proves nothing but that it is new.
		ADD_LOGIN_ACTIVITY_DEVICE: 'session.anomaly',
		AI_SECURITY_DETECTION: { activity: 'session.anomaly', details: { alert: true } },
	},
	each({ activity: 'login.failed', read: onSignIn(false) }, [
		'FAILED_LOGIN',
		'DEVICE_TRUST_CHECK_FAILED',
		'EDR_CROWDSTRIKE_ACCESS_REVOKED',
	]),
	// The second spelling of the switch-off stands in public rules, though in no list of Box.
	each('mfa.change', [
		'ENABLE_MULTI_FACTOR_AUTH',
		'DISABLE_MULTI_FACTOR_AUTH',
		'MULTI_FACTOR_AUTH_DISABLE',
		'ENABLE_TWO_FACTOR_AUTH',
		'DISABLE_TWO_FACTOR_AUTH',
	]),
	each('credential.add', ['ADD_DEVICE_ASSOCIATION', 'EMAIL_ALIAS_CONFIRM', 'EMAIL_ALIAS_PRIMARY']),
	each({ activity: 'role.grant', read: onRole }, [
		'CHANGE_ADMIN_ROLE',
		'GROUP_ADMIN_CREATED',
		'GROUP_ADMIN_PERMISSIONS_UPDATED',
		'GROUP_ADD_USER',
	]),
	{
		COLLABORATION_ROLE_CHANGE: [
			{ activity: 'role.grant', when: makesOwner, read: onRole },
			{ activity: 'file.share', read: onCollaboration },
		],
	},
);

const administration = joinTables(
	// Rows of the Security Logs report have no event name; this one is given when they are read.
	{ ADMIN_SETTING_CHANGED: { activity: 'admin.change', read: onSetting } },
	each({ activity: 'app.install', read: onApp }, ['APPLICATION_CREATED']),
	// Listed as installation and as grant: an administrator authorises a server app for the enterprise, and again whenever its scopes change.
	each({ activity: 'app.grant', details: { tenantWide: true }, read: onApp }, ['ENTERPRISE_APP_AUTHORIZATION_UPDATE']),
	each({ activity: 'credential.add', read: onApp }, ['APPLICATION_PUBLIC_KEY_ADDED']),
	each({ activity: 'admin.change', read: onApp }, ['APPLICATION_PUBLIC_KEY_DELETED']),
	each('token.create', ['USER_AUTHENTICATE_OAUTH2_ACCESS_TOKEN_CREATE']),
	each('other', ['OAUTH2_ACCESS_TOKEN_REVOKE', 'OAUTH2_REFRESH_TOKEN_REVOKE']),
	each('admin.change', [
		'CHANGE_FOLDER_PERMISSION',
		'EXTERNAL_COLLAB_SECURITY_SETTINGS',
		'ADVANCED_FOLDER_SETTINGS_UPDATE',
		'SHIELD_ACCESS_POLICY_CREATED',
		'SHIELD_ACCESS_POLICY_UPDATED',
		'SHIELD_ACCESS_POLICY_DELETED',
		'CONTENT_WORKFLOW_POLICY_ADD',
		'CONTENT_WORKFLOW_AUTOMATION_ADD',
		'CONTENT_WORKFLOW_AUTOMATION_DELETE',
		'WORKFLOW_AUTOMATION_CREATE',
		'WORKFLOW_AUTOMATION_UPDATE',
		'WORKFLOW_AUTOMATION_DELETE',
		'DATA_RETENTION_CREATE_RETENTION',
		'DATA_RETENTION_REMOVE_RETENTION',
		'RETENTION_POLICY_ASSIGNMENT_ADD',
		'LEGAL_HOLD_POLICY_CREATE',
		'LEGAL_HOLD_POLICY_UPDATE',
		'LEGAL_HOLD_POLICY_DELETE',
		'LEGAL_HOLD_ASSIGNMENT_CREATE',
		'LEGAL_HOLD_ASSIGNMENT_DELETE',
		'METADATA_TEMPLATE_CREATE',
		'METADATA_TEMPLATE_UPDATE',
		'METADATA_TEMPLATE_DELETE',
		'EMAIL_UPLOAD_ENABLED',
		'EMAIL_UPLOAD_DISABLED',
		'WATERMARK_LABEL_CREATE',
		'WATERMARK_LABEL_DELETE',
		'SHIELD_INFORMATION_BARRIER_ENABLED',
		'SHIELD_INFORMATION_BARRIER_DISABLED',
		'SHIELD_INFORMATION_BARRIER_PENDING',
		'ACCESS_GRANTED',
		'ACCESS_REVOKED',
	]),
);

/** Box's event type → what it means. */
export const activities = joinTables(files, people, administration);
