import { each, joinTables } from '../rules.ts';
import { onApiCall, onCredential, onSuspendedApp, onUser, scimCreates } from './details.ts';

/** People: accounts, sign-ins, factors; and the settings that guard them. */
export const accounts = joinTables(
	each({ activity: 'account.create', read: onUser }, ['external_identity.provision', 'user.create']),
	each({ activity: 'account.create', details: { stage: 'invited' }, read: onUser }, [
		'org.invite_member',
		'business.invite_unaffiliated_member',
		'repository_invitation.create',
	]),
	{
		// Every SCIM call ends in one of these two, whatever it did: only a POST makes an account, and a failed call is no sign-in.
		'external_identity.scim_api_success': [
			{ activity: 'account.create', when: scimCreates, details: { scim: true }, read: onUser },
			{ activity: 'api.call', details: { scim: true }, read: onApiCall },
		],
		'external_identity.scim_api_failure': {
			activity: 'api.call',
			details: { scim: true },
			read(record, event, later) {
				onApiCall(record, event, later);
				later((_record, call) => {
					call.ok = false;
				});
			},
		},
		'integration_installation.suspend': {
			activity: 'account.disable',
			details: { partial: true, object: 'app' },
			read: onSuspendedApp,
		},
		// An organisation that leaves the enterprise is no account.
		'business.remove_organization': 'admin.change',
	},
	each({ activity: 'account.disable', read: onUser }, [
		'external_identity.deprovision',
		'org.remove_member',
		'org.remove_outside_collaborator',
		'business.remove_member',
		'org.block_user',
		'user.suspend',
	]),
	// The person keeps the account and the membership: a lesser removal, not to be counted with the others.
	each({ activity: 'account.disable', details: { partial: true }, read: onUser }, [
		'repo.remove_member',
		'team.remove_member',
		'external_group.remove_member',
	]),
	each({ activity: 'account.lockout', read: onUser }, [
		'org.revoke_sso_session',
		'business.revoke_sso_session',
		'org.revoke_external_identity',
		'business.revoke_external_identity',
	]),
	each({ activity: 'account.enable', read: onUser }, [
		'user.unsuspend',
		'org.restore_member',
		'org.unblock_user',
		'user.recreate',
	]),
	// One deletion gives up to three events for one person: count people, not events.
	each({ activity: 'account.delete', read: onUser }, ['user.destroy', 'user.delete']),
	each({ activity: 'account.delete', details: { stage: 'queued' }, read: onUser }, ['user.async_delete']),
	each({ activity: 'account.delete', details: { partial: true, object: 'group' } }, ['external_group.delete', 'team.destroy']),
	each({ activity: 'login', read: succeeded }, ['user.login']),
	each({ activity: 'login', details: { sso: true }, read: succeeded }, ['org.sso_response', 'business.sso_response']),
	// The second step of a sign-in that `user.login` counts already.
	each({ activity: 'login', details: { companion: true, step: 'second-factor' }, read: succeeded }, [
		'user.two_factor_challenge_success',
	]),
	// Listed beside the sign-ins, but the end of a session is none.
	each('other', ['user.logout']),
	each({ activity: 'login.failed', read: failed }, [
		'user.failed_login',
		'user.two_factor_challenge_failure',
		'org.recovery_code_failed',
		'business.recovery_code_failed',
		'user.device_verification_failure',
		'business.proxy_security_header_unsatisfied',
	]),
	// Passkeys and security keys are listed as credentials and as factors: they are a person's own sign-in, so they count as factors.
	each({ activity: 'mfa.change', read: onUser }, [
		'two_factor_authentication.enabled',
		'two_factor_authentication.disabled',
		'two_factor_authentication.add_factor',
		'two_factor_authentication.remove_factor',
		'two_factor_authentication.recovery_codes_regenerated',
		'two_factor_authentication.update_fallback',
		'user.two_factor_recovery_codes_downloaded',
		'user.two_factor_recovery_codes_viewed',
		'user.two_factor_recover',
		'passkey.register',
		'passkey.remove',
		'security_key.register',
		'security_key.remove',
	]),
	each({ activity: 'mfa.change', details: { policy: true } }, [
		'org.add_disallowed_two_factor_method',
		'org.clear_disallowed_two_factor_methods',
	]),
	// `user.new_device_used` is listed as sign-in and as anomaly: the sign-in itself is logged beside it.
	each('session.anomaly', [
		'user.sign_in_from_unrecognized_device',
		'user.sign_in_from_unrecognized_location',
		'user.sign_in_from_unrecognized_device_and_location',
		'user.correct_password_from_unrecognized_device',
		'user.correct_password_from_unrecognized_location',
		'user.correct_password_from_unrecognized_device_and_location',
		'user_session.country_change',
		'user.new_device_used',
		'user.device_verification_requested',
	]),
	each({ activity: 'admin.change', read: onCredential }, ['hook.config_changed', 'hook.events_changed']),
	each('admin.change', [
		'org.update_default_repository_permission',
		'org.update_member_repository_creation_permission',
		'org.disable_two_factor_requirement',
		'business.disable_two_factor_requirement',
		'org.disable_saml',
		'business.disable_saml',
		'business.disable_oidc',
		'org.update_saml_provider_settings',
		'business.update_saml_provider_settings',
		'ip_allow_list.disable',
		'ip_allow_list_entry.create',
		'ip_allow_list_entry.destroy',
		'sso_lockdown.disable',
		'audit_log_streaming.create',
		'audit_log_streaming.update',
		'audit_log_streaming.destroy',
		'org.disable_source_ip_disclosure',
		'business.disable_source_ip_disclosure',
		'protected_branch.destroy',
		'protected_branch.policy_override',
		'protected_branch.update_admin_enforced',
		'repository_ruleset.destroy',
		'repository_ruleset.update',
		'private_repository_forking.enable',
		'repo.actions_enabled',
		'repo.update_actions_settings',
		'org.update_actions_settings',
		'repository_secret_scanning_push_protection.disable',
		'org.secret_scanning_push_protection_disable',
		'secret_scanning_push_protection.bypass',
		'personal_access_token.access_restriction_disabled',
		'personal_access_token.expiration_limit_unset',
		'org.recovery_codes_downloaded',
		'org.recovery_code_used',
		'business.recovery_codes_downloaded',
		'business.recovery_code_used',
		'business.proxy_security_header_disabled',
		'business.enable_open_scim',
		'repo.destroy',
		'repo.archived',
		'repo.transfer',
		'repo.transfer_outgoing',
		'org.transfer_outgoing',
		'org.delete',
		'dependabot_alerts.disable',
		'repo.staff_unlock',
	]),
);

function succeeded(_record: unknown, event: { ok?: boolean }): void {
	event.ok = true;
}

function failed(_record: unknown, event: { ok?: boolean }): void {
	event.ok = false;
}
