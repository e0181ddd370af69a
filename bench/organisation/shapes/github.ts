import type { Person } from '../staff.ts';
import type { Repository, Seat, World } from '../world.ts';
import { write } from '../world.ts';

/** How a git or API call proves who it is. */
export interface Token {
	readonly hash: string;
	readonly kind: string;
	readonly id: number;
	readonly scopes: string;
}

export function makeToken(world: World, kind = 'Fine-grained personal access token', scopes = ''): Token {
	return { hash: `${world.random.code(43)}=`, kind, id: world.random.int(100_000, 999_999), scopes };
}

function base(world: World, seat: Seat, time: number, action: string): Record<string, unknown> {
	const { person, place } = seat;
	return {
		'@timestamp': time,
		_document_id: world.random.code(22),
		action,
		actor: person.github,
		actor_id: 40_000 + person.number,
		actor_is_bot: false,
		actor_ip: place.ip,
		actor_location: { country_code: place.country },
		business: world.settings.organisation,
		business_id: 7001,
		created_at: time,
		org: world.settings.organisation,
		org_id: 9001,
		...(person.kind === 'service' ? {} : { external_identity_nameid: person.email }),
	};
}

function tokenFacts(token: Token | undefined): Record<string, unknown> {
	if (token === undefined) return { programmatic_access_type: 'Public Key (User/Deploy)' };
	return {
		hashed_token: token.hash,
		programmatic_access_type: token.kind,
		token_id: token.id,
		...(token.scopes === '' ? {} : { token_scopes: token.scopes }),
	};
}

/** `git.clone`, `git.fetch`, `git.push`. The address is not kept for public repositories. */
export function git(
	world: World,
	seat: Seat,
	time: number,
	action: string,
	repository: Repository,
	options: { token?: Token; agent?: string } = {},
): void {
	const isPublic = repository.visibility === 'public';
	const record = base(world, seat, time, action);
	if (isPublic) {
		delete record['actor_ip'];
		delete record['actor_location'];
	}
	write(world, 'github', time, {
		...record,
		...tokenFacts(options.token),
		operation_type: 'access',
		repo: repository.name,
		repository: repository.name,
		repo_id: repository.id,
		repository_id: repository.id,
		repository_public: isPublic,
		visibility: repository.visibility,
		transport_protocol: options.token === undefined ? 2 : 1,
		transport_protocol_name: options.token === undefined ? 'ssh' : 'http',
		user: '',
		user_id: 0,
		user_agent: options.agent ?? seat.device.git,
	});
}

/** The ZIP button in the browser. */
export function zipDownload(world: World, seat: Seat, time: number, repository: Repository, agent: string): void {
	write(world, 'github', time, {
		...base(world, seat, time, 'repo.download_zip'),
		operation_type: 'access',
		repo: repository.name,
		repo_id: repository.id,
		public_repo: repository.visibility === 'public',
		visibility: repository.visibility,
		request_category: 'other',
		user_agent: agent,
	});
}

/** A call of the REST API by a token; the archive routes hand out whole repositories. */
export function apiRequest(
	world: World,
	seat: Seat,
	time: number,
	route: string,
	repository: Repository,
	token: Token,
	agent: string,
): void {
	write(world, 'github', time, {
		...base(world, seat, time, 'api.request'),
		...tokenFacts(token),
		operation_type: 'access',
		repo: repository.name,
		repo_id: repository.id,
		public_repo: repository.visibility === 'public',
		request_category: 'api',
		request_method: 'GET',
		route,
		url_path: route.replace('{owner}/{repo}', repository.name).replace('{ref}', 'main'),
		status_code: 200,
		user_agent: agent,
	});
}

/** Anything else: `pull_request.create`, `org.remove_member`, `integration_installation.create` … */
export function githubAction(
	world: World,
	seat: Seat,
	time: number,
	action: string,
	facts: Readonly<Record<string, unknown>> = {},
	target?: Person,
): void {
	write(world, 'github', time, {
		...base(world, seat, time, action),
		operation_type: action.endsWith('create') ? 'create' : 'modify',
		request_category: 'other',
		...(target === undefined ? {} : { user: target.github, user_id: 40_000 + target.number }),
		...facts,
	});
}
