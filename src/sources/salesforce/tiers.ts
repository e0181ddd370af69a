import type { Tier } from '../../model/source.ts';

// OAuth scopes: https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm ; the tiers are our own reading.
const SCOPES: ReadonlyMap<string, Tier> = new Map<string, Tier>([
	['full', 1],
	...[
		'api',
		'web',
		'cdp_api',
		'cdp_query_api',
		'sfap_api',
		'wave_api',
		'eclair_api',
		'interaction_api',
		'user_registration_api',
		'pardot_api',
		'content',
		'visualforce',
	].map((scope): [string, Tier] => [scope, 2]),
	...['refresh_token', 'offline_access', 'chatter_api', 'chatbot_api', 'custom_permissions', 'lightning'].map(
		(scope): [string, Tier] => [scope, 3],
	),
	...['id', 'openid', 'profile', 'email', 'address', 'phone'].map((scope): [string, Tier] => [scope, 0]),
]);

/** How strong an OAuth scope of a connected app is. */
export function scopeTier(scope: string): Tier | undefined {
	return SCOPES.get(scope.trim().toLowerCase());
}

const TAKES_OVER = [
	'system administrator',
	'modify all data',
	'customize application',
	'author apex',
	'manage users',
	'manage profiles and permission sets',
	'manage sharing',
	'modify metadata',
	'manage connected apps',
	'assign permission sets',
	'manage encryption keys',
	'manage login access policies',
	'manage internal users',
];

const BROAD = [
	'view all data',
	'view all users',
	'weekly data export',
	'export reports',
	'bulk api hard delete',
	'query all files',
	'view setup and configuration',
	'manage session permission set',
	'reset user passwords',
	'freeze users',
	'manage multi-factor',
	'manage certificates',
	'view encrypted data',
	'view event log files',
	'view real-time event monitoring data',
	'use any api client',
];

const NARROW = ['api enabled', 'api only user', 'delegated administrator', 'run reports', 'manage public reports'];

/** Events name permissions as the API does (`ModifyAllData`), the trail by their English names. */
function inOneWord(name: string): string {
	return name.replaceAll(' ', '').replaceAll('-', '');
}

/** How strong a profile or a permission is, by its English name or that of the API. What a custom profile or permission set holds is not in the log: undefined. */
export function roleTier(role: string): Tier | undefined {
	const name = role.trim().toLowerCase();
	const begins = (known: string) => name.startsWith(name.includes(' ') ? known : inOneWord(known));
	if (TAKES_OVER.some(begins)) return 1;
	if (BROAD.some(begins)) return 2;
	if (NARROW.some(begins)) return 3;
	return ['standard user', 'minimum access - salesforce', 'chatter free user', 'read only'].includes(name) ? 0 : undefined;
}
