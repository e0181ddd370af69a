import type { Tier } from '../../model/source.ts';

// Names: developers.google.com, "OAuth 2.0 Scopes for Google APIs". The tiers are our judgement.
const TIERS: Readonly<Record<Tier, string>> = {
	1: [
		'https://mail.google.com gmail.settings.sharing gmail.settings.basic gmail.modify drive cloud-platform admin.directory.user',
		'admin.directory.user.security admin.directory.rolemanagement admin.directory.group admin.directory.domain',
		'admin.directory.orgunit apps.groups.settings admin.datatransfer ediscovery https://www.google.com/accounts/OAuthLogin',
	].join(' '),
	2: [
		'gmail.readonly gmail.compose gmail.send gmail.insert drive.readonly drive.metadata.readonly drive.activity documents spreadsheets',
		'contacts directory.readonly calendar chat.messages admin.directory.user.readonly admin.reports.audit.readonly apps.alerts',
		'cloud_search.query script.external_request script.projects',
	].join(' '),
	3: 'drive.file drive.appdata gmail.labels gmail.metadata calendar.readonly calendar.events contacts.readonly tasks',
	0: 'openid email profile userinfo.email userinfo.profile',
};

const TIER_OF: ReadonlyMap<string, Tier> = new Map(
	([1, 2, 3, 0] as const).flatMap((tier) => TIERS[tier].split(' ').map((scope) => [scope, tier] as const)),
);

/** Tier of an OAuth scope, as address or short name. */
export function scopeTier(scope: string): Tier | undefined {
	const name = scope
		.trim()
		.replace(/\/$/, '')
		.replace(/^https:\/\/www\.googleapis\.com\/auth\//, '');
	return TIER_OF.get(name);
}

/** Tier of an administrator's role. Custom roles have names of their own: unknown. */
export function roleTier(role: string): Tier | undefined {
	const name = role.trim().toUpperCase();
	if (name === 'SUPER ADMIN' || name === '_SEED_ADMIN_ROLE') return 1;
	if (name.endsWith('_ADMIN_ROLE') || /^USERS_[A-Z_]{2,40}$/.test(name)) return 2;
	return name.startsWith('GROUP:') ? 0 : undefined;
}
