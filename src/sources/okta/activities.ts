import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ActivityRule, ActivityTable, Later } from '../../model/source.ts';
import { asText, compilePath, member } from '../../read/fields.ts';
import { actAsTarget, addDetails, each, joinTables, when } from '../rules.ts';
import { readChange, readGrant, readRole } from './details.ts';
import { principalOf } from './principal.ts';
import { deviceName, targetOf } from './targets.ts';

/** Event types: https://developer.okta.com/docs/reference/api/event-types/ */

const readResult = compilePath('outcome.result');
const readReason = compilePath('outcome.reason');

const failed = when('outcome.result is FAILURE, DENY, UNANSWERED, ABANDONED or RATE_LIMIT', (record) =>
	['FAILURE', 'DENY', 'UNANSWERED', 'ABANDONED', 'RATE_LIMIT'].includes(result(record)),
);
// Asked for another factor, put off or passed over: nobody has come in by it.
const undecided = when('outcome.result is CHALLENGE, SKIPPED, DEFERRED or SCHEDULED', (record) =>
	['CHALLENGE', 'SKIPPED', 'DEFERRED', 'SCHEDULED'].includes(result(record)),
);
const passed = when('outcome.result is SUCCESS or ALLOW', (record) => ['SUCCESS', 'ALLOW'].includes(result(record)));
const byAnother = when('the actor is not the user acted upon', (record) => !actsOnSelf(record));
const byAdministrator = when(
	'the actor is a person other than the user acted upon, and the reason is not LOCKED_OUT',
	(record) => {
		if (targetOf(record, ['User']) === undefined || actsOnSelf(record)) return false;
		return asText(member(principalOf(record), 'type')) === 'User' && asText(readReason(record)) !== 'LOCKED_OUT';
	},
);
const managesOkta = when('the token carries scopes okta.*', (record) => /\bokta\.\w/.test(scopeText(record)));

function result(record: JsonObject): string {
	return asText(readResult(record))?.toUpperCase() ?? '';
}

function actsOnSelf(record: JsonObject): boolean {
	const actor = asText(member(principalOf(record), 'id'));
	const target = targetOf(record, ['User']);
	return actor !== undefined && target !== undefined && asText(member(target, 'id')) === actor;
}

function scopeText(record: JsonObject): string {
	const data = member(member(record, 'debugContext'), 'debugData');
	const texts = ['grantedScopes', 'granted_scopes', 'requestedScopes', 'requested_scopes'].map((name) =>
		asText(member(data, name)),
	);
	return texts.find((text) => text !== undefined) ?? '';
}

function signIn(step: string): readonly ActivityRule[] {
	return [
		{ activity: 'login.failed', when: failed, details: { step } },
		{ activity: 'other', when: undecided },
		{ activity: 'login', details: { step }, read: onSignIn },
	];
}

// What Okta thought of a request is read after everything else.
function onSignIn(_record: JsonObject, _event: EventDraft, later: Later): void {
	later(markRisky);
}

/** Okta let it pass, and rated it as of high risk or from an address of known attacks. */
function markRisky(_record: JsonObject, event: EventDraft): void {
	const { risk, threatSuspected } = event.details ?? {};
	if (risk === 'HIGH' || threatSuspected === true) addDetails(event, { alert: true });
}

// A lockout after too many passwords is the sign-in policy at work. Counted as a failed sign-in, it never looks like an administrator's removal.
const lock: readonly ActivityRule[] = [
	{ activity: 'account.disable', when: byAdministrator },
	{ activity: 'login.failed', details: { automatic: true, lockedOut: true }, read: asTried },
];

// Tokens for signing in are issued all day: they show an app at work. Only a token for Okta's own management API is a grant worth judging.
const tokenIssue: readonly ActivityRule[] = [
	{ activity: 'app.grant', when: managesOkta, read: readGrant, details: { change: 'token' } },
	{ activity: 'api.call', read: readGrant, details: { change: 'token' } },
];

const takesAccess: ActivityRule = { activity: 'account.lockout', when: byAnother, read: markAutomatic };
const downstream: ActivityRule = { activity: 'account.disable', details: { downstream: true }, read: asAppUser };
const revoked: ActivityRule = { activity: 'admin.change', details: { change: 'revoke' }, read: readRole };
const adminChange: ActivityRule = { activity: 'admin.change', read: readChange };

// Where Okta itself is the actor, who tried to sign in is the account that is locked.
function asTried(_record: JsonObject, event: EventDraft): void {
	if (event.actor?.type === 'system') actAsTarget(event);
}

function markAutomatic(_record: JsonObject, event: EventDraft): void {
	if (event.actor?.type === 'system') addDetails(event, { automatic: true });
}

function onDevice(record: JsonObject, event: EventDraft, later: Later): void {
	markAutomatic(record, event);
	later((whole, draft) => addDetails(draft, { device: deviceName(whole) }));
}

function asAppUser(_record: JsonObject, event: EventDraft): void {
	if (event.target !== undefined) event.target = { ...event.target, type: 'app-user' };
}

function refused(record: JsonObject, event: EventDraft): void {
	readGrant(record, event);
	event.ok = false;
}

function asPrivileged(_record: JsonObject, event: EventDraft): void {
	event.privileged = true;
}

const signIns: ActivityTable = {
	'user.session.start': signIn('session'),
	...each(signIn('sso'), ['user.authentication.sso', 'app.oauth2.signon']),
	...each(signIn('factor'), ['user.authentication.auth_via_mfa', 'user.authentication.verify']),
	...each(signIn('federated'), [
		'user.authentication.auth_via_IDP',
		'user.authentication.auth_via_inbound_SAML',
		'user.authentication.auth_via_AD_agent',
		'user.authentication.auth_via_LDAP_agent',
		'user.authentication.auth_via_radius',
		'user.authentication.auth_via_social',
	]),
	// CHALLENGE is neither: the sign-in goes on.
	'policy.evaluate_sign_on': [
		{ activity: 'login.failed', when: failed, details: { step: 'policy' } },
		{ activity: 'login', when: passed, details: { step: 'policy' } },
	],
	...each('login.failed', [
		'app.generic.unauth_app_access_attempt',
		'app.oauth2.invalid_client_credentials',
		'user.mfa.okta_verify.deny_push',
	]),
	...each(lock, ['user.account.lock', 'user.account.lock.limit']),
	...each({ activity: 'session.anomaly', details: { alert: true } }, [
		'security.session.detect_client_roaming',
		'user.risk.detect',
		'security.threat.detected',
		'security.attack.start',
		'security.breached_credential.detected',
		'app.oauth2.token.detect_reuse',
		'app.oauth2.as.token.detect_reuse',
		'user.account.report_suspicious_activity_by_enduser',
	]),
	...each('session.anomaly', [
		'user.session.context.change',
		'policy.auth_reevaluate.fail',
		'policy.continuous_access.evaluate',
		'policy.entity_risk.evaluate',
		'user.risk.change',
		'security.request.blocked',
		'user.session.impersonation.grant',
		'user.session.impersonation.initiate',
		'security.protected_action.attempt',
		'support.org.view',
		'support.org.update',
	]),
};

const accounts: ActivityTable = {
	...each('account.create', [
		'user.lifecycle.create',
		'system.import.user.create',
		'system.identity_sources.user.create',
		'pam.user.create',
	]),
	'system.identity_sources.bulk_upsert': { activity: 'account.create', details: { bulk: true } },
	'application.provision.user.push': { activity: 'account.create', details: { downstream: true }, read: asAppUser },
	...each('account.disable', ['user.lifecycle.deactivate', 'user.lifecycle.suspend', 'system.import.user.suspend']),
	'scheduled_action.user_suspension.scheduled': { activity: 'account.disable', details: { change: 'scheduled' } },
	'scheduled_action.user_suspension.completed': { activity: 'account.disable', details: { change: 'completed' } },
	// What deactivating one person does in each of that person's apps.
	...each(downstream, [
		'application.provision.user.deactivate',
		'application.provision.user.deprovision',
		'application.user_membership.remove',
		'application.user_membership.deprovision',
		'app.office365.user.delete.success',
	]),
	// One record for a whole upload or import; how many people it names is not in the log.
	...each({ activity: 'account.disable', details: { bulk: true } }, [
		'system.identity_sources.bulk_delete',
		'system.import.implicit_deletion.complete',
	]),
	// `activate` follows every `create` and also brings a deactivated user back: as a creation it would count newcomers twice.
	...each('account.enable', [
		'user.lifecycle.activate',
		'user.lifecycle.unsuspend',
		'user.lifecycle.reactivate',
		'user.account.unlock',
		'user.account.unlock_by_admin',
		'system.import.user.unsuspend',
	]),
	'user.lifecycle.delete.initiated': { activity: 'account.delete', details: { change: 'initiated' } },
	'user.lifecycle.delete.completed': { activity: 'account.delete', details: { change: 'completed' } },
	...each('account.delete', ['system.import.user.delete', 'system.identity_sources.user.delete', 'pam.user.remove']),
	// A deleted group takes its members' access away and leaves their accounts alone.
	'group.lifecycle.delete': 'account.lockout',
	...each(takesAccess, [
		'user.session.clear',
		'user.session.expire',
		'user.authentication.universal_logout',
		'user.account.reset_password',
		'user.account.expire_password',
	]),
	'user.lifecycle.password_mass_expiry': { activity: 'account.lockout', details: { bulk: true } },
	// Another's device: it locks the person out. One's own: it is a change of factors.
	...each(
		[
			{ activity: 'account.lockout', when: byAnother, read: onDevice },
			{ activity: 'mfa.change', read: onDevice },
		],
		['device.lifecycle.deactivate', 'device.lifecycle.suspend', 'device.lifecycle.delete'],
	),
	// All factors gone: by somebody else it locks the person out, by oneself it is a change of factors.
	'user.mfa.factor.reset_all': [takesAccess, { activity: 'mfa.change' }],
	...each('mfa.change', [
		'user.mfa.factor.activate',
		'user.mfa.factor.deactivate',
		'user.mfa.factor.suspend',
		'user.mfa.factor.unsuspend',
		'user.mfa.factor.update',
		'user.mfa.attempt_bypass',
		'device.enrollment.create',
		'credential.register',
		'credential.revoke',
	]),
};

const apps: ActivityTable = {
	...each('app.install', [
		'application.lifecycle.create',
		'application.lifecycle.activate',
		'app.oauth2.client.lifecycle.create',
		'app.oauth2.client.lifecycle.activate',
		'app.cross_app_access.connection.create',
		'system.agent.ad.create',
		'system.agent.register',
		'app.ai_agent_provider.create',
		'workload_principal.register',
		'workload_principal.ai_agent.register',
	]),
	'integration.api_service.lifecycle.authorize': { activity: 'app.install', read: readGrant },
	...each({ activity: 'app.grant', read: readGrant }, [
		'app.oauth2.consent.grant',
		'app.oauth2.as.consent.grant',
		'oauth2.scope.created',
		'oauth2.scope.updated',
		'workload_principal.resource_connection.create',
		'workload_principal.resource_connection.update',
	]),
	'app.oauth2.admin.consent.grant': { activity: 'app.grant', read: readGrant, details: { tenantWide: true } },
	'app.oauth2.as.authorize.scope_denied': { activity: 'app.grant', read: refused, details: { change: 'denied' } },
	...each(tokenIssue, [
		'app.oauth2.token.grant',
		'app.oauth2.token.grant.access_token',
		'app.oauth2.as.token.grant',
		'app.oauth2.as.token.grant.access_token',
	]),
	...each('credential.add', [
		'app.oauth2.credentials.lifecycle.create',
		'app.oauth2.credentials.lifecycle.activate',
		'app.keys.generate',
		'app.keys.clone',
		'app.keys.rotate',
		'system.idp.key.create',
		'workload_principal.ai_agent.credential.create',
		'pam.workload_connection.api_key.create',
	]),
	// Somebody looked at a secret and holds it now.
	...each({ activity: 'credential.add', details: { change: 'read' } }, [
		'app.oauth2.client.read_client_secret',
		'application.configuration.read_client_secret',
		'system.idp.lifecycle.read_client_secret',
		'application.user_membership.show_password',
		'pam.secret.reveal',
		'pam.service_account.password.reveal',
		'pam.server_account.password.reveal',
	]),
	'system.api_token.create': 'token.create',
	'system.api_token.enable': { activity: 'token.create', details: { change: 'enable' } },
	'system.api_token.update': { activity: 'token.create', details: { change: 'update' }, read: readChange },
	'pam.apikey.rotate': { activity: 'token.create', details: { change: 'rotate' } },
	...each({ activity: 'api.call', details: { throttled: true } }, [
		'system.org.rate_limit.warning',
		'system.org.rate_limit.violation',
		'system.client.rate_limit.violation',
		'system.client.concurrency_rate_limit.violation',
		'system.operation.rate_limit.violation',
		'app.oauth2.client_id_rate_limit_warning',
	]),
	...each('api.call', [
		'system.api_token.request_outside_allowed_range',
		'system.oauth2.token.request_outside_allowed_range',
		'application.integration.api_query',
	]),
	...each('file.export', [
		'analytics.reports.export.request',
		'analytics.reports.export.generate',
		'workflows.user.table.export',
		'workflows.user.flow.export',
		'workflows.user.folder.export',
		'personal.user.app_migration.export',
	]),
	...each('file.download', ['analytics.reports.export.download', 'mim.streamDevicesCSVDownload']),
	...each('bulk.query', ['system.directory.debugger.query_executed', 'system.ldapi.search', 'system.import.download.complete']),
};

const administration: ActivityTable = {
	...each({ activity: 'role.grant', read: readRole }, [
		'user.account.privilege.grant',
		'group.privilege.grant',
		'app.oauth2.client.privilege.grant',
		'user.privileged_account.privilege.grant',
		'iam.resourceset.bindings.add',
		'workflows.user.role.user.add',
		'workflows.user.role.group.add',
	]),
	// What takes a role away grants nothing.
	...each(revoked, [
		'user.account.privilege.revoke',
		'group.privilege.revoke',
		'app.oauth2.client.privilege.revoke',
		'iam.resourceset.bindings.delete',
	]),
	...each(adminChange, [
		'iam.role.create',
		'iam.role.permissions.add',
		'iam.role.update',
		'iam.resourceset.create',
		'policy.lifecycle.update',
		'policy.lifecycle.deactivate',
		'policy.lifecycle.delete',
		'policy.rule.add',
		'policy.rule.update',
		'policy.rule.deactivate',
		'policy.rule.delete',
		'application.policy.sign_on.update',
		'application.policy.sign_on.rule.delete',
		'zone.update',
		'zone.deactivate',
		'zone.delete',
		'system.idp.lifecycle.create',
		'system.idp.lifecycle.update',
		'system.idp.lifecycle.activate',
		'system.log_stream.lifecycle.deactivate',
		'system.log_stream.lifecycle.delete',
		'system.log_stream.lifecycle.update',
		'event_hook.created',
		'event_hook.deactivated',
		'security.trusted_origin.create',
		'security.threat.configuration.update',
		'security.protected_action.settings.update',
		'security.session_protection.status.update',
		'system.feature.disable',
		// A factor type switched off for everybody: a change of the tenant, not of one person's factors.
		'system.mfa.factor.deactivate',
		'security.authenticator.lifecycle.deactivate',
		'app.oauth2.client.lifecycle.update',
		'application.lifecycle.update',
		'app.saml.sensitive.attribute.update',
		'system.custom_url_domain.update',
	]),
	// Entering the console changes nothing, but it says that the person is an administrator.
	'user.session.access_admin_app': { activity: 'admin.change', details: { change: 'console' }, read: asPrivileged },
};

/** What each Okta event type means. */
export const activities = joinTables(signIns, accounts, apps, administration);
