import type { Tier } from '../../model/source.ts';

/**
 * Roles whose holder can take the tenant over (1) or change other people's data and accounts (2), with their template ids.
 * https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference
 */
const ROLES: readonly (readonly [name: string, templateId: string, tier: Tier])[] = [
	['Global Administrator', '62e90394-69f5-4237-9190-012177145e10', 1],
	['Privileged Role Administrator', 'e8611ab8-c189-46e8-94e1-60213ab1f814', 1],
	['Privileged Authentication Administrator', '7be44c8a-adaf-4e2a-84d6-ab2649e08a13', 1],
	['Application Administrator', '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', 1],
	['Cloud Application Administrator', '158c047a-c907-4556-b7ef-446551a6b5f7', 1],
	['Hybrid Identity Administrator', '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2', 1],
	['Partner Tier2 Support', 'e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8', 1],
	['Exchange Administrator', '29232cdf-9323-42fd-ade2-1d097af3e4de', 2],
	['SharePoint Administrator', 'f28a1f50-f6e7-4571-818b-6a12f2af6b6c', 2],
	['User Administrator', 'fe930be7-5e62-47db-91af-98c3a49a38b1', 2],
	['Security Administrator', '194ae4cb-b126-40b2-bd5b-6091b380977d', 2],
	['Conditional Access Administrator', 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9', 2],
	['Authentication Administrator', 'c4e39bd9-1100-46d3-8c65-fb160da0071f', 2],
	['Helpdesk Administrator', '729827e3-9c14-49f7-bb1b-9608f156bbb8', 2],
	['Intune Administrator', '3a2c62db-5318-420d-8d74-23affee5d9d5', 2],
];

/** Other names under which a role stands in a log: the directory's well-known name, Exchange's and Azure's own roles. */
const BY_NAME: readonly (readonly [name: string, tier: Tier])[] = [
	['TenantAdmins', 1],
	['Company Administrator', 1],
	['ApplicationImpersonation', 1],
	['Mailbox Import Export', 1],
	['Organization Management', 1],
	['eDiscovery Manager', 1],
	['eDiscovery Administrator', 1],
	['User Access Administrator', 1],
];

const TIERS: ReadonlyMap<string, Tier> = new Map([
	...ROLES.flatMap(([name, id, tier]): [string, Tier][] => [
		[name.toLowerCase(), tier],
		[id, tier],
	]),
	...BY_NAME.map(([name, tier]): [string, Tier] => [name.toLowerCase(), tier]),
]);

/** How strong a role is, by name, well-known name or template id, any letter case; undefined: unknown to us. */
export function roleTier(role: string): Tier | undefined {
	return TIERS.get(role.trim().toLowerCase());
}
