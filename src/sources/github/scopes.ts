import type { Tier } from '../../model/source.ts';

// The names are GitHub's (docs.github.com, "Scopes for OAuth apps" and "Permissions required for GitHub Apps"); the tiers are our judgement.
const TIERS: Readonly<Record<Tier, readonly string[]>> = {
	1: [
		'admin:org admin:enterprise site_admin delete_repo admin:org_hook admin:public_key workflow repo manage_runners:org',
		'manage_runners:enterprise scim:enterprise administration:write organization_administration:write members:write',
		'organization_custom_org_roles:write organization_custom_roles:write workflows:write organization_hooks:write',
		'organization_self_hosted_runners:write organization_personal_access_tokens:write',
		'organization_personal_access_token_requests:write organization_secrets:write secrets:write',
		'organization_custom_properties:admin',
	],
	2: [
		'admin:repo_hook write:repo_hook write:org write:packages delete:packages codespace admin:gpg_key write:public_key',
		'admin:ssh_signing_key security_events read:audit_log manage_billing:enterprise project contents:read contents:write',
		'actions:write environments:write repository_hooks:write dependabot_secrets:write deployments:write packages:write',
		'organization_packages:write codespaces:write git_ssh_keys:write gpg_keys:write security_events:write',
		'secret_scanning_alerts:read secret_scanning_alerts:write vulnerability_alerts:read vulnerability_alerts:write pages:write',
		'organization_user_blocking:write organization_events:read repository_projects:admin organization_projects:admin',
	],
	3: [
		'public_repo repo:status repo_deployment repo:invite read:org read:enterprise read:packages gist user write:discussion',
		'copilot pull_requests:write issues:write checks:write statuses:write members:read administration:read',
		'single_file:write email_addresses:read organization_copilot_seat_management:write',
		'organization_announcement_banners:write team_discussions:write',
	],
	0: [
		'read:user user:email user:follow notifications read:project read:public_key read:gpg_key metadata:read starring:read',
		'starring:write followers:read followers:write profile:read profile:write',
	],
};

const TIER_OF: ReadonlyMap<string, Tier> = new Map(
	([1, 2, 3, 0] as const).flatMap((tier) =>
		TIERS[tier].flatMap((line) => line.split(' ').map((scope) => [scope, tier] as const)),
	),
);

/** Tier of an OAuth scope (`admin:org`) or an app permission (`contents:read`). Other permissions at `read` are harmless alone. */
export function scopeTier(scope: string): Tier | undefined {
	const name = scope.trim().toLowerCase();
	return TIER_OF.get(name) ?? (name.endsWith(':read') ? 0 : undefined);
}

const ROLES: Readonly<Record<string, Tier>> = {
	'organization:admin': 1,
	'organization:owner': 1,
	'enterprise:owner': 1,
	'site:admin': 1,
	'organization:security-manager': 2,
	'organization:app-manager': 2,
	'repository:admin': 2,
	'repository:maintain': 2,
	'repository:write': 3,
	'repository:push': 3,
	'team:maintainer': 3,
	'team:member': 0,
	'organization:outside-collaborator': 0,
	'organization:member': 0,
	'organization:read': 0,
	'repository:triage': 0,
	'repository:read': 0,
	'repository:pull': 0,
};

/** Tier of a role as this source writes it (`organization:admin`); a custom role's own name is unknown. */
export function roleTier(role: string): Tier | undefined {
	const name = role.toLowerCase();
	return Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
}
