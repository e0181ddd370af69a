import { each, joinTables } from '../rules.ts';
import { onAnomaly, onApp, onPublicLink, onRole, onSetting, succeeds } from './details.ts';
import { settingActions } from './settings.ts';

const apps = joinTables(
	each({ activity: 'app.install', read: onApp }, [
		'app_installed',
		'org_app_installed',
		'app_approved',
		'org_app_workspace_added',
		'child_app_auto_installed',
		'app_deployed',
		'cli_app_install',
		'app_mcp_server_added',
		'agentforce_agent_activated',
		// Rows of the integration log have no action of their own: the kind of change is given one when they are read.
		'integration_added',
		'integration_enabled',
	]),
	each({ activity: 'app.grant', read: onApp }, [
		'app_scopes_expanded',
		'app_resources_granted',
		'app_token_preserved',
		'bot_token_upgraded',
		'permissions_assigned',
		'workflow_trigger_permission_added',
		'integration_expanded',
	]),
	each({ activity: 'token.create', read: onApp }, ['external_auth_oauth2_token_fetched']),
	each({ activity: 'credential.add', read: onApp }, ['app_variable_added']),
);

const administration = joinTables(
	each({ activity: 'admin.change', read: onSetting }, settingActions),
	each({ activity: 'mfa.change', details: { policy: true }, read: onSetting }, [
		'pref.two_factor_auth_changed',
		'pref.two_factor_prevent_sms_changed',
	]),
	each('admin.change', [
		'ekm_unenrolled',
		'organization_domain_changed',
		'app_restricted',
		'app_allowlist_rule_deleted',
		'barrier_deleted',
		'legal_hold_policy_released',
		'native_dlp_rule_deactivated',
		'service_owner_transferred',
		'idp_configuration_added',
		'idp_configuration_deleted',
		'idp_prod_configuration_updated',
		'ip_allowlist_disabled',
		'team_authorized_ip_range_set',
		'team_authorized_ip_range_added',
		'enterprise_managed_auth_disabled',
		// Allows exports; the exports themselves are logged on their own.
		'corporate_exports_approved',
	]),
	each({ activity: 'role.grant', read: onRole() }, ['role_assigned', 'role_added_to_usergroup']),
	{
		role_change_to_admin: { activity: 'role.grant', read: onRole('admin') },
		role_change_to_owner: { activity: 'role.grant', read: onRole('owner') },
		owner_transferred: { activity: 'role.grant', read: onRole('primary owner') },
		org_owner_created: { activity: 'role.grant', read: onRole('org owner') },
	},
);

const people = joinTables(
	each('account.create', ['user_created', 'guest_created']),
	// A person who is known already comes into one more workspace.
	each({ activity: 'account.create', details: { joined: true } }, ['user_joined_workspace', 'guest_joined_workspace']),
	each('account.disable', ['user_deactivated', 'guest_deactivated']),
	// A guest's time is over: nobody removed the account, whoever the entry names.
	each({ activity: 'account.disable', details: { automatic: true, expired: true } }, ['guest_expired']),
	each('account.enable', ['user_reactivated', 'guest_reactivated']),
	each('account.lockout', [
		'user_session_reset_by_admin',
		'user_session_invalidated',
		'user_password_reset_by_admin',
		'user_logout_compromised',
		'user_password_reset_slack_security',
	]),
	each({ activity: 'account.lockout', details: { everybody: true } }, ['bulk_session_reset_by_admin']),
	// The passkey is listed as credential and its removal as factor: a person's own sign-in counts as a factor both ways.
	each('mfa.change', ['user_passkey_created', 'user_passkey_removed']),
	each({ activity: 'login', read: succeeds(true) }, ['user_login', 'cli_login']),
	each({ activity: 'login.failed', read: succeeds(false) }, ['user_login_failed', 'ip_allowlist_access_denied']),
	each({ activity: 'session.anomaly', details: { alert: true }, read: onAnomaly }, [
		'anomaly',
		'user_sessions_reset_by_anomaly_event_response',
		'user_sessions_reset_by_circuit_breaker',
	]),
);

const content = joinTables(
	each('file.read', [
		'canvas_opened',
		'list_opened',
		'public_channel_preview',
		'private_message_forwarded',
		'message_activity_viewed',
		'mcp_slack_read_file_tool_called',
		'mcp_slack_read_canvas_tool_called',
		'mcp_slack_read_channel_tool_called',
		'mcp_slack_read_thread_tool_called',
	]),
	each('file.download', ['file_downloaded', 'canvas_downloaded', 'list_downloaded']),
	each({ activity: 'file.download', details: { blocked: true }, read: succeeds(false) }, [
		'file_downloaded_blocked',
		'file_download_blocked',
	]),
	each('other', ['file_malicious_content_detected']),
	each('file.export', [
		'manual_export_started',
		'manual_user_export_started',
		'scheduled_export_started',
		'channels_export_started',
		'workflow_responses_csv_download',
		'manual_export_downloaded',
		'manual_user_export_downloaded',
		'scheduled_export_downloaded',
		'channels_export_downloaded',
		'channel_audit_export_downloaded',
		'audit_logs_export_csv_started',
		'audit_logs_export_json_started',
		'export_private_channel_analytics_created',
	]),
	// The same export, done: it counts once, when it starts.
	each({ activity: 'file.export', details: { companion: true } }, ['manual_export_completed', 'manual_user_export_completed']),
	each({ activity: 'file.export', details: { policy: true } }, ['corporate_exports_enabled']),
	each('file.upload', ['file_uploaded']),
	each('file.create', ['canvas_created', 'list_created']),
	each('file.share', ['file_shared', 'canvas_shared', 'list_shared', 'canvas_access_added', 'list_access_added']),
	each({ activity: 'file.share', read: onPublicLink }, ['file_public_link_created']),
	each({ activity: 'file.share', details: { link: true } }, ['canvas_linksharing_enabled', 'list_linksharing_enabled']),
	each('bulk.query', ['mcp_slack_search_public_tool_called', 'mcp_slack_search_public_and_private_tool_called']),
);

/** Slack's action → what it means. */
export const activities = joinTables(apps, administration, people, content);
