import type { Tier } from '../../model/source.ts';

// Names: docs.gitlab.com, "Personal access token scopes". The tiers are our judgement.
const SCOPES: Readonly<Record<string, Tier>> = {
	api: 1,
	sudo: 1,
	admin_mode: 1,
	write_repository: 2,
	read_api: 2,
	create_runner: 2,
	manage_runner: 2,
	k8s_proxy: 2,
	read_repository: 3,
	read_registry: 3,
	write_registry: 3,
	ai_features: 3,
	read_user: 0,
	read_service_ping: 0,
	openid: 0,
	profile: 0,
	email: 0,
};

/** Levels by number, as older records write them. */
const LEVELS: Readonly<Record<string, Tier>> = {
	owner: 1,
	'50': 1,
	maintainer: 2,
	'40': 2,
	developer: 3,
	'30': 3,
	reporter: 0,
	'20': 0,
	planner: 0,
	'15': 0,
	guest: 0,
	'10': 0,
};

/** Tier of a token's or application's scope. */
export function scopeTier(scope: string): Tier | undefined {
	const name = scope.trim().toLowerCase();
	return Object.hasOwn(SCOPES, name) ? SCOPES[name] : undefined;
}

/** Tier of a role as this source writes it: `group:owner`, `instance:admin`. A custom role's own name is unknown. */
export function roleTier(role: string): Tier | undefined {
	const name = role.trim().toLowerCase();
	if (name === 'instance:admin') return 1;
	// An auditor reads everything.
	if (name === 'instance:auditor') return 2;
	const level = name.slice(name.indexOf(':') + 1);
	return Object.hasOwn(LEVELS, level) ? LEVELS[level] : undefined;
}
