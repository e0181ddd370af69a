import type { Tier } from '../../model/source.ts';

/** How strong a role is; the names and powers of custom roles are the account's own: undefined. Source: https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0061100 */
export function roleTier(role: string): Tier | undefined {
	const name = role.trim().toLowerCase().replace(/[_-]/g, ' ');
	if (['owner', 'co owner', 'admin', 'account owner', 'account admin', 'group admin'].includes(name)) return 1;
	if (name === 'billing admin') return 2;
	return ['user', 'member', 'basic', 'licensed', 'none'].includes(name) ? 0 : undefined;
}

const TAKES_OVER: ReadonlySet<string> = new Set([
	'user:write:admin',
	'role:write:admin',
	'account:write:admin',
	'account:master',
	'group:write:admin',
	'sip_trunk:write:admin',
	'scim2',
]);

const BROAD: ReadonlySet<string> = new Set([
	'recording:read:admin',
	'recording:write:admin',
	'report:read:admin',
	'chat_message:read:admin',
	'chat_channel:read:admin',
	'imchat:read:admin',
	'dashboard:read:admin',
	'phone:read:admin',
	'phone_recording:read:admin',
	'user:read:admin',
	'marketplace_app:write:admin',
	'information_barriers:write:admin',
	'archiving:read:admin',
]);

const ONE_PERSON: ReadonlySet<string> = new Set(['recording:read', 'chat_message:read', 'meeting:write']);
const RESOURCE = /^[a-z0-9_]+(?::[a-z0-9_]+)*$/;

/**
 * How strong a scope is, in the classic form (`user:write:admin`) and in the granular one (`user:write:user:admin`): `:admin` and `:master`
 * reach the whole account, the others the person who installed the app. Source: https://developers.zoom.us/docs/integrations/oauth-scopes/
 */
export function scopeTier(scope: string): Tier | undefined {
	const name = scope.trim().toLowerCase();
	if (!RESOURCE.test(name)) return undefined;
	const parts = name.split(':');
	const last = parts.at(-1);
	// The granular form says what exactly is read or written between the action and the reach.
	const classic = parts.length > 3 ? `${parts[0]}:${granularAction(parts[1])}:${last}` : name;
	if (last === 'master' || TAKES_OVER.has(classic)) return 1;
	if (BROAD.has(classic)) return 2;
	if (last === 'admin') return 3;
	if (ONE_PERSON.has(name) || name.includes(':write')) return 3;
	return parts.length > 1 || name === 'user_profile' ? 0 : undefined;
}

function granularAction(action: string | undefined): string {
	return action === 'list' || action === 'read' || action === 'view' ? 'read' : 'write';
}
