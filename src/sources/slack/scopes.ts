import type { Tier } from '../../model/source.ts';

// Names: docs.slack.dev, "Permission scopes". The tiers are our judgement.
const TIERS: Readonly<Record<Tier, string>> = {
	1: 'admin auditlogs:read scim admin.users:write',
	2: [
		'channels:history groups:history im:history mpim:history files:read search:read discovery:read discovery:write chat:write:user',
		'client users:read.email admin.users:read admin.conversations:read admin.apps:read',
	].join(' '),
	3: [
		'files:write chat:write users:read channels:read groups:read im:read mpim:read channels:manage canvases:read canvases:write identify',
		'chat:write.public channels:join channels:write groups:write im:write mpim:write usergroups:write users:write users.profile:write',
		'remote_files:read remote_files:write remote_files:share metadata.message:read chat:write:bot files:write:user',
	].join(' '),
	0: [
		'commands incoming-webhook reactions:read reactions:write emoji:read team:read users.profile:read app_mentions:read dnd:read',
		'links:read links:write calls:read calls:write pins:read pins:write stars:read stars:write bookmarks:read bookmarks:write',
		'reminders:read reminders:write dnd:write usergroups:read chat:write.customize identity.basic identity.email identity.avatar',
		'identity.team workflow.steps:execute assistant:write team.preferences:read connections:write',
	].join(' '),
};

const TIER_OF: ReadonlyMap<string, Tier> = new Map(
	([1, 2, 3, 0] as const).flatMap((tier) => TIERS[tier].split(' ').map((scope) => [scope, tier] as const)),
);

/** Tier of a scope; every other `admin.…:write` takes over the organisation too. */
export function scopeTier(scope: string): Tier | undefined {
	const name = scope.trim().toLowerCase();
	if (name.startsWith('admin') && name.endsWith(':write')) return 1;
	if (name.startsWith('search:read')) return 2;
	return TIER_OF.get(name) ?? (name.startsWith('admin.') ? 2 : undefined);
}

const ROLES: Readonly<Record<string, Tier>> = {
	'primary owner': 1,
	'org owner': 1,
	owner: 1,
	admin: 1,
	'org admin': 1,
	'roles admin': 1,
	'users admin': 2,
	'channel admin': 2,
	'security admin': 2,
	'analytics admin': 3,
	user: 0,
	guest: 0,
};

/** Tier of an account role; a custom role's own name is unknown. */
export function roleTier(role: string): Tier | undefined {
	const name = role.trim().toLowerCase();
	return Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
}
