import type { Tier } from '../../model/source.ts';

// Scopes: https://developer.okta.com/docs/api/oauth2/ ; the tiers are our own reading of what each permits.
const TAKES_OVER: ReadonlySet<string> = new Set([
	'okta.users.manage',
	'okta.roles.manage',
	'okta.apps.manage',
	'okta.appgrants.manage',
	'okta.idps.manage',
	'okta.policies.manage',
	'okta.authenticators.manage',
	'okta.apitokens.manage',
	'okta.authorizationservers.manage',
	'okta.orgs.manage',
	'okta.oauthintegrations.manage',
	'okta.sessions.manage',
	'okta.groups.manage',
	'okta.identitysources.manage',
	'okta.directories.groups.manage',
	'okta.privilegedresources.manage',
	'okta.serviceaccounts.manage',
	'okta.serviceaccounts.okta.manage',
	'okta.aiagents.manage',
]);

const BROAD: ReadonlySet<string> = new Set([
	'okta.logstreams.manage',
	'okta.eventhooks.manage',
	'okta.inlinehooks.manage',
	'okta.networkzones.manage',
	'okta.trustedorigins.manage',
	'okta.threatinsights.manage',
	'okta.behaviors.manage',
	'okta.securityeventsproviders.manage',
	'okta.features.manage',
	'okta.domains.manage',
	'okta.emailservers.manage',
	'okta.agentpools.manage',
	'okta.devices.manage',
	'okta.deviceassurance.manage',
	'okta.profilemappings.manage',
	'okta.schemas.manage',
	'okta.realms.manage',
	'okta.realmassignments.manage',
	'okta.userrisk.manage',
	'okta.dr.manage',
	'okta.apps.interclienttrust.manage',
	'okta.ratelimits.manage',
	'okta.principalratelimits.manage',
	'okta.pushproviders.manage',
	'okta.customtelephonyprovider.manage',
	'okta.users.read',
	'okta.groups.read',
	'okta.logs.read',
	'okta.apps.read',
	'okta.appgrants.read',
	'okta.roles.read',
	'okta.apitokens.read',
	'okta.idps.read',
	'okta.policies.read',
	'okta.sessions.read',
]);

// offline_access permits nothing of its own: it lengthens what other scopes permit, which the analytic weighs.
const HARMLESS: ReadonlySet<string> = new Set([
	'openid',
	'profile',
	'email',
	'address',
	'phone',
	'device_sso',
	'groups',
	'offline_access',
]);

/** How strong an OAuth scope of the org authorization server is. Scopes of a custom authorization server are the tenant's own words: undefined. */
export function scopeTier(scope: string): Tier | undefined {
	const name = scope.trim().toLowerCase();
	if (HARMLESS.has(name)) return 0;
	if (!name.startsWith('okta.')) return undefined;
	if (name.endsWith('.self')) return 3;
	if (TAKES_OVER.has(name)) return 1;
	if (BROAD.has(name)) return 2;
	// Every other okta.* scope writes or reads a corner of the org's settings.
	return 3;
}

/**
 * How strong an administrator role is, by its enumerated name or by any of the display names that events use ("Super administrator",
 * "Read-only Administrator"). Custom roles are undefined: their permissions stand elsewhere.
 * Source: https://developer.okta.com/docs/concepts/role-assignment/
 */
export function roleTier(role: string): Tier | undefined {
	const name = role.toLowerCase().replace(/[_-]+/g, ' ');
	if (/\bsuper\b/.test(name) || /\borg(anization)?\b/.test(name)) return 1;
	if (/\bread only\b|\breport\b|\baccess (certifications?|requests?)\b/.test(name)) return 3;
	if (/\bapp(lication)?\b|\bapi\b|\buser\b|\bgroup\b|\bhelp ?desk\b|\bworkflows?\b/.test(name)) return 2;
	return undefined;
}
