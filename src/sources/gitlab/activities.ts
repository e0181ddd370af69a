import { each, joinTables } from '../rules.ts';
import {
	endsImpersonation,
	isClone,
	isFetch,
	isPush,
	lifts,
	ofAnother,
	onApp,
	onDownload,
	onFailure,
	onFile,
	onGit,
	onLock,
	onMember,
	onRepository,
	onSignIn,
	onToken,
	onVisibility,
	takesAway,
	withRole,
} from './details.ts';

const repositories = joinTables(
	{
		repository_git_operation: [
			{ activity: 'repo.clone', when: isClone, read: onGit },
			{ activity: 'repo.push', when: isPush, read: onGit },
			{ activity: 'repo.fetch', when: isFetch, read: onGit },
			// The Download button is reported as a git operation too, without a git transport.
			{ activity: 'repo.download', details: { through: 'ui' }, read: onGit },
		],
		repository_download_operation: { activity: 'repo.download', read: onDownload(true) },
		public_repository_download_operation: { activity: 'repo.download', read: onDownload(false) },
		project_fork_operation: { activity: 'repo.clone', details: { into: 'fork' }, read: onRepository },
		repository_file_accessed_api: { activity: 'file.read', read: onFile },
		job_artifact_downloaded: { activity: 'file.download', read: onRepository },
		api_request_access_with_scope: { activity: 'api.call', read: onToken },
	},
	// An export holds the whole project or all projects of a group.
	each({ activity: 'repo.download', details: { through: 'export' }, read: onDownload(undefined) }, [
		'project_export_file_download_started',
		'direct_transfer_relation_export_downloaded',
		'direct_transfer_relation_export_batch_downloaded',
	]),
	each({ activity: 'repo.clone', details: { into: 'export' }, read: onRepository }, [
		'project_export_created',
		'group_export_created',
		'direct_transfer_relations_export_initiated',
	]),
	each({ activity: 'repo.visibility', read: onVisibility }, [
		'project_visibility_level_updated',
		'change visibility',
		'change visibility_level',
	]),
	each({ activity: 'repo.visibility', details: { object: 'group' }, read: onVisibility }, ['group_visibility_level_updated']),
	each({ activity: 'file.upload', read: onRepository }, ['package_registry_package_published']),
);

const access = joinTables(
	each({ activity: 'app.install', read: onApp }, ['oauth_application_created', 'integration_created', 'add application']),
	each({ activity: 'app.grant', read: onApp }, ['user_authorized_oauth_application']),
	each({ activity: 'token.create', read: onToken }, [
		'user_add_personal_access_token',
		'personal_access_token_created',
		'project_access_token_created',
		'group_access_token_created',
	]),
	each({ activity: 'token.create', read: onFailure }, [
		'project_access_token_creation_failed',
		'group_access_token_creation_failed',
	]),
	each({ activity: 'credential.add' }, [
		'user_add_ssh_key',
		'add_ssh_key',
		'add ssh_key',
		'add_gpg_key',
		'create_ssh_certificate',
		'deploy_key_added',
		'deploy_token_created',
		'group_deploy_token_created',
		'cluster_agent_token_created',
		'ci_variable_created',
		'ci_group_variable_created',
		'ci_instance_variable_created',
		'webhook_created',
		'ci_runner_created',
		'email_created',
		'add email',
	]),
	each({ activity: 'role.grant', read: onMember }, [
		'member_created',
		'member_updated',
		'add user_access',
		'change access_level',
	]),
	each({ activity: 'role.grant' }, [
		'group_share_with_group_link_created',
		'project_group_link_created',
		'custom_admin_role_assigned_to_user',
	]),
	{
		user_admin_status_updated: [
			{ activity: 'admin.change', when: takesAway, details: { demotion: true } },
			{ activity: 'role.grant', read: withRole('instance:admin') },
		],
		user_auditor_status_updated: [
			{ activity: 'admin.change', when: takesAway, details: { demotion: true } },
			{ activity: 'role.grant', read: withRole('instance:auditor') },
		],
	},
);

const people = joinTables(
	each('account.create', ['user_created', 'registration_created', 'user_provisioned_by_scim', 'add user']),
	each('account.disable', ['user_blocked', 'user_deactivate', 'user_banned']),
	{
		// One type for four acts: the message tells which.
		ban_user: [{ activity: 'account.enable', when: lifts }, { activity: 'account.disable' }],
	},
	// The person keeps the account: a lesser removal, not to be counted with the others.
	each({ activity: 'account.disable', details: { partial: true }, read: onMember }, ['member_destroyed', 'remove user_access']),
	each('account.enable', ['user_activate', 'unban_user', 'unblock_user', 'user_access_unlocked']),
	each('account.delete', ['user_destroyed', 'remove user']),
	// GitLab itself locks, after too many wrong passwords or for an address it does not know: the sign-in policy at work, no administrator.
	each({ activity: 'login.failed', details: { automatic: true, lockedOut: true }, read: onLock }, ['user_access_locked']),
	{
		'change password': [{ activity: 'account.lockout', when: ofAnother }, { activity: 'credential.add' }],
		user_password_updated: [{ activity: 'account.lockout', when: ofAnother }, { activity: 'credential.add' }],
		user_impersonation: [
			{ activity: 'other', when: endsImpersonation },
			{ activity: 'login', details: { impersonation: true } },
		],
		user_impersonated: { activity: 'login', details: { impersonation: true } },
	},
	each({ activity: 'login', read: onSignIn(true) }, [
		'authenticated_with_ldap',
		'authenticated_with_oauth',
		'authenticated_with_password',
		'authenticated_with_webauthn',
		'authenticated_with_group_saml',
		'smartcard_authentication_created',
		'sign in',
	]),
	// The second step of a sign-in that another event counts.
	each({ activity: 'login', details: { companion: true, step: 'second-factor' }, read: onSignIn(true) }, [
		'authenticated_with_two_factor',
	]),
	each({ activity: 'login.failed', read: onSignIn(false) }, [
		'user_login_failed',
		'login_failed_with_otp_authentication',
		'login_failed_with_standard_authentication',
		'login_failed_with_webauthn_authentication',
		'omniauth_login_failed',
		'failed login',
	]),
	each('mfa.change', ['user_disable_two_factor', 'user_enable_two_factor']),
	each({ activity: 'mfa.change', details: { policy: true } }, [
		'group_require_two_factor_authentication_updated',
		'group_two_factor_grace_period_updated',
		'allow_mfa_for_subgroups_updated',
	]),
);

const settings = each('admin.change', [
	'project_destroyed',
	'remove project',
	'project_deletion_marked',
	'project_transfered',
	'project_namespace_updated',
	'project_archived',
	'group_destroyed',
	'remove group',
	'group_deletion_marked',
	'application_setting_updated',
	'ip_restrictions_changed',
	'allowed_email_domain_updated',
	'user_enable_admin_mode',
	'group_saml_provider_create',
	'group_saml_provider_update',
	'saml_group_links_created',
	'protected_branch_removed',
	'protected_branch_updated',
	'protected_branch_allow_force_push_updated',
	'prevent_forking_outside_group_updated',
	'secure_ci_job_token_inbound_disabled',
	'secure_ci_job_token_project_added',
	'custom_admin_role_created',
	'update_event_streaming_destination',
	'destroy_event_streaming_destination',
	'update_instance_event_streaming_destination',
	'destroy_instance_event_streaming_destination',
	'deleted_group_audit_event_streaming_destination',
	'updated_group_audit_event_streaming_destination',
	'deleted_instance_audit_event_streaming_destination',
	'updated_instance_audit_event_streaming_destination',
]);

/** GitLab's event type (of records without one: what their details say) → what it means. */
export const activities = joinTables(repositories, access, people, settings);
