import { each, joinTables } from '../rules.ts';
import { accounts } from './activities-accounts.ts';
import {
	demotes,
	joinsAsAdmin,
	madePublic,
	onApiCall,
	onApp,
	onCredential,
	onCustomRole,
	onExport,
	onGit,
	onRole,
	onToken,
	onTokenAccess,
	onUser,
	onVisibility,
	readsContent,
	withRole,
} from './details.ts';

/** Applications and what they may do. */
const apps = joinTables(
	each({ activity: 'app.install', read: onApp }, [
		'integration_installation.create',
		'integration_installation.unsuspend',
		'integration.create',
		'integration.transfer',
		'integration.unsuspend',
		'oauth_application.create',
		'oauth_application.transfer',
		'oauth_application.unsuspend',
		'org.oauth_app_access_approved',
		'enterprise_installation.create',
		'mcp_registry.allowlist_add_server',
	]),
	// A member asks for an app; nothing is installed until an owner agrees.
	each({ activity: 'app.install', details: { stage: 'requested' }, read: onApp }, [
		'integration_installation_request.create',
		'org.oauth_app_access_requested',
	]),
	each({ activity: 'app.install', details: { stage: 'request-closed' }, read: onApp }, [
		'integration_installation_request.close',
	]),
	each({ activity: 'app.grant', read: onApp }, [
		'integration_installation.version_updated',
		'integration_installation.repositories_added',
		'oauth_authorization.create',
		'oauth_authorization.update',
		'oauth_access.update',
		'personal_access_token.update',
		'org_credential_authorization.grant',
		'codespaces.allow_permissions',
		'org.codespaces_trusted_repo_access_granted',
	]),
	each({ activity: 'app.grant', read: onTokenAccess }, ['personal_access_token.access_granted']),
	each({ activity: 'app.grant', details: { stage: 'requested' }, read: onApp }, ['personal_access_token.request_created']),
	// Settings that let every app or token through: a grant without a single app.
	each({ activity: 'app.grant', details: { policy: true }, read: onApp }, [
		'org.disable_oauth_app_restrictions',
		'auto_approve_personal_access_token_requests.enable',
		'org.set_default_workflow_permissions',
		'repo.set_default_workflow_permissions',
	]),
	// `oauth_access.create` is listed as grant and as token: `oauth_authorization.create` beside it is the grant, so this one is the token.
	each({ activity: 'token.create', read: onToken }, [
		'personal_access_token.create',
		'personal_access_token.credential_regenerated',
		'oauth_access.create',
		'oauth_access.regenerate',
		'sandbox.generate_token',
	]),
	each({ activity: 'credential.add', read: onCredential }, [
		'public_key.create',
		'public_key.update',
		'git_signing_ssh_public_key.create',
		'gpg_key.create',
		'ssh_certificate_authority.create',
		'org.create_actions_secret',
		'repo.create_actions_secret',
		'environment.create_actions_secret',
		'org.create_integration_secret',
		'repo.create_integration_secret',
		'user.create_integration_secret',
		'org.register_self_hosted_runner',
		'repo.register_self_hosted_runner',
		'enterprise.register_self_hosted_runner',
		'org.configure_self_hosted_jit_runner',
		'hook.create',
		'trusted_device.register',
	]),
	each({ activity: 'credential.add', read: onApp }, [
		'integration.generate_client_secret',
		'oauth_application.generate_client_secret',
		'oauth_application.reset_secret',
	]),
);

const roles = joinTables(
	{
		// Old exports do not carry the new permission: then the change is taken for a promotion, without a role.
		'org.update_member': [
			{ activity: 'admin.change', when: demotes, details: { demotion: true }, read: onRole('organization') },
			{ activity: 'role.grant', read: onRole('organization') },
		],
		'org.add_member': [
			{ activity: 'role.grant', when: joinsAsAdmin, details: { joined: true }, read: onRole('organization') },
			{ activity: 'account.create', read: onUser },
		],
		'business.add_admin': { activity: 'role.grant', read: withRole('enterprise:owner') },
		'business.invite_admin': { activity: 'role.grant', details: { stage: 'invited' }, read: withRole('enterprise:owner') },
		'org.add_security_manager': { activity: 'role.grant', read: withRole('organization:security-manager') },
		'org.integration_manager_added': { activity: 'role.grant', read: withRole('organization:app-manager') },
		'integration.manager_added': { activity: 'role.grant', read: withRole('organization:app-manager') },
		'team.promote_maintainer': { activity: 'role.grant', read: withRole('team:maintainer') },
		'team.add_member': { activity: 'role.grant', read: withRole('team:member') },
		'org.add_outside_collaborator': { activity: 'role.grant', read: withRole('organization:outside-collaborator') },
		'user.promote': { activity: 'role.grant', read: withRole('site:admin') },
	},
	each({ activity: 'role.grant', read: onCustomRole }, [
		'organization_role.assign',
		'organization_role.create',
		'organization_role.update',
		'enterprise_role.assign',
		'enterprise_role.create',
		'role.create',
		'role.update',
	]),
	each({ activity: 'role.grant', read: onRole('repository') }, [
		'repo.add_member',
		'repo.update_member',
		'team.add_repository',
		'team.update_repository_permission',
	]),
);

const repositories = joinTables(
	{
		'git.clone': { activity: 'repo.clone', read: onGit },
		'git.fetch': { activity: 'repo.fetch', read: onGit },
		'git.push': { activity: 'repo.push', read: onGit },
		'codespaces.create': { activity: 'repo.clone', details: { into: 'codespace' } },
		// Listed as clone and as bulk read: the archive holds whole repositories, so it counts where repositories are counted.
		'migration.create': { activity: 'repo.clone', details: { into: 'migration-archive' } },
		// A fork is logged as the creation of a repository; only a public one shows something to the world.
		'repo.create': { activity: 'repo.visibility', when: madePublic, details: { created: true }, read: onVisibility },
		'gist.create': 'file.create',
		'api.request': [
			{ activity: 'repo.download', when: readsContent, details: { through: 'api' }, read: onApiCall },
			{ activity: 'api.call', read: onApiCall },
		],
		'repo.access': { activity: 'repo.visibility', read: onVisibility },
		'repo.pages_public': { activity: 'repo.visibility', details: { object: 'pages', visibility: 'public' } },
		'project.visibility_public': { activity: 'repo.visibility', details: { object: 'project', visibility: 'public' } },
		'gist.visibility_change': { activity: 'repo.visibility', details: { object: 'gist' }, read: onVisibility },
	},
	each({ activity: 'repo.visibility', details: { policy: true }, read: onVisibility }, [
		'repository_visibility_change.enable',
		'repository_visibility_change.disable',
		'repository_visibility_change.clear',
	]),
	each('repo.download', ['repo.download_zip', 'migration.download', 'codespaces.export_environment']),
	each('file.upload', ['packages.package_published', 'packages.package_version_published']),
	each({ activity: 'file.export', read: onExport }, [
		'org.audit_log_export',
		'org.audit_log_git_event_export',
		'business.audit_log_export',
		'business.audit_log_git_event_export',
		'user.audit_log_export',
		...['org', 'business'].flatMap((level) => [
			`${level}.security_center_export_risk`,
			`${level}.security_center_export_coverage`,
			`${level}.security_center_export_overview_dashboard`,
			`${level}.security_center_export_code_scanning_metrics`,
			`${level}.connect_usage_metrics_export`,
		]),
	]),
);

/** GitHub's action → what it means. */
export const activities = joinTables(apps, roles, repositories, accounts);
