import type { ActivityTable } from '../../model/source.ts';
import { each, joinTables } from '../rules.ts';
import { admin } from './activities-admin.ts';
import { challengeFailed, driveAct, givesAccess, inLog, mailEvent, toGmail } from './conditions.ts';
import {
	onApiActivity,
	onForward,
	onGrant,
	onItem,
	onMail,
	onPlatformDisable,
	onPut,
	onRole,
	onSearch,
	onShare,
	onSignIn,
	onTakeout,
	onTrustedApp,
} from './details.ts';

const drive = joinTables(
	each(
		[{ activity: 'file.read', when: driveAct, read: onItem }],
		['view', 'preview', 'print', 'access_item_content', 'sync_item_content', 'sheets_import_range'],
	),
	each([{ activity: 'file.download', when: driveAct, read: onItem }], ['download', 'download_forms_response']),
	each([{ activity: 'file.export', when: driveAct, read: onItem }], ['email_as_attachment']),
	each([{ activity: 'file.upload', when: driveAct, read: onPut }], ['upload']),
	each([{ activity: 'file.create', when: driveAct, read: onPut }], ['create']),
	each([{ activity: 'file.copy', when: driveAct, read: onPut }], ['copy']),
	// The original of a copy: the twin of the event that counts.
	each('other', ['source_copy']),
	each(
		[
			{ activity: 'file.share', when: givesAccess, read: onShare },
			{ activity: 'other', read: onShare },
		],
		[
			'change_user_access',
			'change_document_visibility',
			'change_document_access_scope',
			'change_acl_editors',
			'change_owner',
			'publish_change',
			// Listed as role and as share: who becomes a member of a shared drive is given its files.
			'shared_drive_membership_change',
			'shared_drive_settings_change',
			'sheets_import_range_access_change',
			'email_collaborators',
		],
	),
	each([{ activity: 'file.share', when: driveAct, details: { stage: 'requested' }, read: onShare }], ['request_access']),
	each([{ activity: 'bulk.query', when: driveAct, read: onSearch }], ['connected_sheets_query']),
);

const inVault = { when: inLog('vault'), read: onSearch } as const;

/**
 * Vault finds and exports other people's mail and files for whoever may use it. Making an export is logged as it begins and as it is done: one act.
 * https://developers.google.com/workspace/admin/reports/v1/appendix/activity/vault
 */
const vault = joinTables(
	{
		search: [
			{ activity: 'bulk.query', when: driveAct, read: onSearch },
			{ activity: 'mail.search', ...inVault, details: { byAdmin: true } },
		],
	},
	each([{ activity: 'mail.search', ...inVault, details: { byAdmin: true } }], ['search_count']),
	each(
		[{ activity: 'file.export', ...inVault, details: { mail: true, byAdmin: true } }],
		['create_export_end', 'export', 'export_file_download', 'legacy_export_download'],
	),
);

const otherContent = joinTables(
	each([{ activity: 'file.download', when: inLog('chat') }], ['attachment_download']),
	each([{ activity: 'file.upload', when: inLog('chat') }], ['attachment_upload']),
	each([{ activity: 'app.install', when: inLog('chat'), read: onTrustedApp }], ['app_added']),
	each([{ activity: 'file.export', when: inLog('calendar') }], ['export_calendar']),
	each([{ activity: 'file.export', when: inLog('data_studio') }], ['DATA_EXPORT', 'DOWNLOAD_REPORT']),
	each([{ activity: 'role.grant', when: inLog('groups', 'groups_enterprise'), read: onRole }], ['add_user']),
	each([{ activity: 'role.grant', when: inLog('groups_enterprise'), read: onRole }], ['add_member', 'add_member_role']),
	// Somebody takes their own data along. That it is ready is logged as well; what counts is asking for it, and fetching it.
	each(
		[{ activity: 'file.export', when: inLog('takeout'), read: onTakeout }],
		['STARTED_USER_TAKEOUT', 'SCHEDULED_USER_TAKEOUT', 'DOWNLOADED_USER_TAKEOUT'],
	),
);

const tokens: ActivityTable = {
	// Listed as grant and as token: the grant says more, it names the scopes.
	authorize: [{ activity: 'app.grant', when: inLog('token'), read: onGrant }],
	revoke: 'other',
	// An app reading mail is reading mail; any other product is mass reading by an app.
	activity: [
		{ activity: 'mail.read', when: toGmail, read: onApiActivity },
		{ activity: 'bulk.query', when: inLog('token'), read: onApiActivity },
	],
};

const mail: ActivityTable = {
	delivery: [
		{
			activity: 'mail.read',
			when: mailEvent('opened, link clicked, attachment saved (7, 8, 15–19)', 7, 8, 15, 16, 17, 18, 19),
			read: onMail,
		},
		{ activity: 'mail.rule', when: mailEvent('forwarded by a setting (11)', 11), details: { forwards: true }, read: onMail },
		{ activity: 'mail.rule', when: mailEvent('forwarded by hand (10)', 10), details: { byHand: true }, read: onMail },
		{ activity: 'other', read: onMail },
	],
	email_forwarding_out_of_domain: [{ activity: 'mail.rule', read: onForward }],
};

const people = joinTables(
	each([{ activity: 'login', when: inLog('login', 'saml'), read: onSignIn(true) }], ['login_success']),
	// Listed beside the sign-ins, but the end of a session is none.
	each('other', ['logout']),
	each([{ activity: 'login.failed', when: inLog('login', 'saml'), read: onSignIn(false) }], ['login_failure']),
	// A challenge is part of a sign-in: only one that was not passed is a failure.
	each(
		[
			{ activity: 'login.failed', when: challengeFailed, read: onSignIn(false) },
			{ activity: 'other', read: onSignIn(undefined) },
		],
		['login_challenge', 'login_verification'],
	),
	each({ activity: 'session.anomaly', details: { alert: true }, read: onSignIn(undefined) }, [
		'suspicious_login',
		'suspicious_login_less_secure_app',
		'suspicious_programmatic_login',
		'gov_attack_warning',
		'DEVICE_COMPROMISED_EVENT',
		'SUSPICIOUS_ACTIVITY_EVENT',
	]),
	each({ activity: 'session.anomaly', read: onSignIn(undefined) }, [
		'risky_sensitive_action_allowed',
		'risky_sensitive_action_blocked',
		'FAILED_PASSWORD_ATTEMPTS_EVENT',
		'ACCESS_DENY_EVENT',
	]),
	each({ activity: 'account.disable', read: onPlatformDisable }, [
		'account_disabled_generic',
		'account_disabled_spamming',
		'account_disabled_spamming_through_relay',
		'account_disabled_hijacked',
		'account_disabled_password_leak',
	]),
	// Enrolment is listed as credential and as factor; a factor of one's own counts as such.
	each('mfa.change', ['2sv_enroll', '2sv_disable', 'titanium_enroll', 'titanium_unenroll']),
	each('credential.add', ['recovery_email_edit', 'recovery_phone_edit', 'recovery_secret_qa_edit', 'password_edit']),
);

/** Google's event name → what it means; where one name stands in several logs a condition names the log. */
export const activities = joinTables(drive, vault, otherContent, tokens, mail, people, admin);
