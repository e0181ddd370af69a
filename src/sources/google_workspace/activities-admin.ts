import { each, joinTables } from '../rules.ts';
import { inMail, intoRestrictedUnit, opensApps, routesMail } from './conditions.ts';
import { onBulkUsers, onForward, onGrant, onMail, onRole, onSearch, onSetting, onTrustedApp } from './details.ts';

const apps = joinTables(
	each({ activity: 'app.install', read: onTrustedApp }, [
		'ADD_APPLICATION',
		'ADD_APPLICATION_TO_WHITELIST',
		'ADD_TO_TRUSTED_OAUTH2_APPS',
		'MULTIPLE_ADD_TO_TRUSTED_OAUTH2_APPS',
		'ADD_TO_TRUSTED_BY_OAUTH_SCOPE_OAUTH2_APPS',
		'REMOVE_FROM_BLOCKED_OAUTH2_APPS',
	]),
	// These let in many apps at once: no single app is named.
	each({ activity: 'app.install', details: { policy: true }, read: onTrustedApp }, [
		'TRUST_DOMAIN_OWNED_OAUTH2_APPS',
		'ALLOW_SERVICE_FOR_OAUTH2_ACCESS',
		'TOGGLE_OAUTH_ACCESS_TO_ALL_APIS',
		'ENABLE_API_ACCESS',
		'UNBLOCK_ALL_THIRD_PARTY_API_ACCESS',
	]),
	// Domain-wide delegation: one event, every mailbox and drive.
	{ AUTHORIZE_API_CLIENT_ACCESS: { activity: 'app.grant', details: { tenantWide: true, appOnly: true }, read: onGrant } },
	each('other', ['REMOVE_API_CLIENT_ACCESS', 'REVOKE_3LO_TOKEN']),
	each('token.create', ['GENERATE_TRANSFER_TOKEN', 'CREATE_ENROLLMENT_TOKEN']),
	each('credential.add', [
		'SECURITY_KEY_REGISTERED_FOR_USER',
		'ADD_RECOVERY_EMAIL',
		'ADD_RECOVERY_PHONE',
		// Listed as credential and as factor: codes made by an administrator open somebody else's account.
		'GENERATE_2SV_SCRATCH_CODES',
		'VIEW_TEMP_PASSWORD',
		'UPDATE_PUBLIC_KEY_CERTIFICATE',
		'REGENERATE_OAUTH_CONSUMER_SECRET',
	]),
);

const settings = joinTables(
	each(
		[
			{ activity: 'app.install', when: opensApps, details: { policy: true }, read: onSetting },
			{ activity: 'mail.rule', when: routesMail, details: { tenantWide: true }, read: onForward },
			{ activity: 'admin.change', read: onSetting },
		],
		['CREATE_APPLICATION_SETTING', 'CHANGE_APPLICATION_SETTING'],
	),
	each(
		[
			{ activity: 'mail.rule', when: routesMail, details: { tenantWide: true }, read: onForward },
			{ activity: 'admin.change', read: onSetting },
		],
		['CREATE_GMAIL_SETTING', 'CHANGE_GMAIL_SETTING'],
	),
	each({ activity: 'mail.rule', read: onForward }, ['CREATE_EMAIL_MONITOR', 'MAIL_ROUTING_DESTINATION_ADDED']),
	each({ activity: 'admin.change', read: onSetting }, [
		'DELETE_APPLICATION_SETTING',
		'TOGGLE_SERVICE_ENABLED',
		'ADD_TRUSTED_DOMAINS',
		// Listed as credential too: the whole sign-in of the organisation moves.
		'CHANGE_SSO_SETTINGS',
		'TOGGLE_SSO_ENABLED',
		'SESSION_CONTROL_SETTINGS_CHANGE',
		'CHANGE_SESSION_LENGTH',
		'CHANGE_CAA_APP_ASSIGNMENTS',
		'WEAK_PROGRAMMATIC_LOGIN_SETTINGS_CHANGED',
		'CHANGE_PRIMARY_DOMAIN',
		'ADD_SECONDARY_DOMAIN',
		// What usually comes before a deletion; alone it collects another person's files.
		'CREATE_DATA_TRANSFER_REQUEST',
		'TRANSFER_DOCUMENT_OWNERSHIP',
	]),
	each({ activity: 'mfa.change', details: { policy: true }, read: onSetting }, [
		'ENFORCE_STRONG_AUTHENTICATION',
		'ALLOW_STRONG_AUTHENTICATION',
		'CHANGE_ALLOWED_TWO_STEP_VERIFICATION_METHODS',
		'CHANGE_TWO_STEP_VERIFICATION_ENROLLMENT_PERIOD_DURATION',
		'CHANGE_TWO_STEP_VERIFICATION_FREQUENCY',
		'CHANGE_TWO_STEP_VERIFICATION_GRACE_PERIOD_DURATION',
		'CHANGE_TWO_STEP_VERIFICATION_START_DATE',
	]),
	each('mfa.change', [
		'TURN_OFF_2_STEP_VERIFICATION',
		'UNENROLL_USER_FROM_STRONG_AUTH',
		'UNENROLL_USER_FROM_TITANIUM',
		'REVOKE_SECURITY_KEY',
		'PASSKEY_REVOKED',
		'USER_CREATED_PASSKEY_REVOKE',
		'DELETE_2SV_SCRATCH_CODES',
		'USER_PUT_IN_TWO_STEP_VERIFICATION_GRACE_PERIOD',
		'UNBLOCK_USER_SESSION',
		'REVOKE_ASP',
	]),
	each({ activity: 'role.grant', details: { role: 'super admin' } }, ['GRANT_ADMIN_PRIVILEGE']),
	each({ activity: 'role.grant', read: onRole }, [
		'GRANT_DELEGATED_ADMIN_PRIVILEGES',
		'ASSIGN_ROLE',
		'CREATE_ROLE',
		'ADD_PRIVILEGE',
		'UPDATE_ROLE',
		'ADD_GROUP_MEMBER',
		'UPDATE_GROUP_MEMBER',
	]),
);

const people = joinTables(
	each('account.create', ['CREATE_USER', 'ACCEPT_USER_INVITATION']),
	each({ activity: 'account.create', details: { stage: 'invited' } }, ['USER_INVITE']),
	each({ activity: 'account.create', details: { import: true }, read: onBulkUsers }, ['USERS_BULK_UPLOAD', 'BULK_UPLOAD']),
	each('account.disable', ['SUSPEND_USER', 'ARCHIVE_USER']),
	// Listed as creation too: the account was there before.
	each('account.enable', ['UNSUSPEND_USER', 'UNARCHIVE_USER', 'UNDELETE_USER']),
	each('account.delete', ['DELETE_USER']),
	// The account stays; the person is shut out. A new password is listed as credential too.
	each('account.lockout', ['RESET_SIGNIN_COOKIES', 'CHANGE_PASSWORD', 'USER_LICENSE_REVOKE']),
	{ MOVE_USER_TO_ORG_UNIT: [{ activity: 'account.lockout', when: intoRestrictedUnit, read: onSetting }] },
);

const content = joinTables(
	each(
		[{ activity: 'mail.read', when: inMail, details: { byAdmin: true }, read: onMail }],
		['SECURITY_INVESTIGATION_ACTION', 'SECURITY_INVESTIGATION_CONTENT_ACCESS'],
	),
	each({ activity: 'mail.read', details: { byAdmin: true }, read: onMail }, ['REQUEST_MAILBOX_DUMP', 'EMAIL_UNDELETE']),
	each({ activity: 'mail.search', details: { byAdmin: true }, read: onSearch }, [
		'EMAIL_LOG_SEARCH',
		'EMAIL_LIFE_OF_A_MESSAGE',
		'SECURITY_INVESTIGATION_QUERY',
	]),
	// Everybody's mail is among what is exported.
	each({ activity: 'file.export', details: { tenantWide: true, mail: true } }, [
		'CUSTOMER_TAKEOUT_CREATED',
		'CUSTOMER_TAKEOUT_SUCCEEDED',
	]),
	each({ activity: 'file.export', details: { object: 'directory' } }, [
		'DOWNLOAD_USERLIST_CSV',
		'GROUP_LIST_DOWNLOAD',
		'GROUP_MEMBERS_DOWNLOAD',
		'DOWNLOAD_UNMANAGED_USERS_LIST',
		'DOWNLOAD_PENDING_INVITES_LIST',
		'REQUEST_ACCOUNT_INFO',
	]),
);

/** The admin log. Its names are upper case and no other log's. */
export const admin = joinTables(apps, settings, people, content);
