import type { Random } from '../random.ts';
import { inARow } from '../routine.ts';
import { apiRequest, git, githubAction, makeToken, zipDownload } from '../shapes/github.ts';
import { agentOf, choose, type Repository, type SizeKind, type World } from '../world.ts';
import { amount, confess, intrude, sittings } from './intruder.ts';

const SIZES = { loud: [60, 130], medium: [22, 40], single: [10, 18], slow: [4, 7] } as const;

/** The source code is carried away: clones, archives in the browser, or archives through the API (AN0732). */
export function repositoriesAttack(world: World, random: Random, size: SizeKind, which: number): void {
	const outsider = random.chance(0.25);
	const [victim] = choose(world, 1, (one) => one.uses.has('github') && (outsider ? !one.developer : one.developer), random);
	if (victim === undefined) return;
	const intrusion = intrude(world, random, victim, size, 'okta');
	const { from } = intrusion;
	const way = (['token', 'ssh', 'zip', 'token', 'api', 'ssh'] as const)[which % 6] ?? 'ssh';
	const token = makeToken(
		world,
		random.pick(['Fine-grained personal access token', 'Personal access token (classic)', 'OAuth access token']),
		'repo',
	);
	const wanted = random.shuffle(world.repositories.filter((repository) => repository.visibility !== 'public'));
	let taken = 0;
	let end = intrusion.start;
	if (way === 'token' && random.chance(0.5))
		githubAction(world, from, intrusion.start - 40_000, 'personal_access_token.access_granted', {
			user_programmatic_access_name: 'sync',
			repository_selection: 'all',
		});
	for (const start of sittings(intrusion)) {
		const chosen = wanted.slice(taken, taken + amount(intrusion, SIZES[size]));
		taken += chosen.length;
		end = inARow(random, start, chosen.length, size === 'loud' ? 20_000 : random.between(60_000, 240_000), (time, at) => {
			const repository = chosen[at] as Repository;
			if (way === 'zip') zipDownload(world, from, time, repository, agentOf(world, from.device, time));
			else if (way === 'api')
				apiRequest(world, from, time, '/repos/{owner}/{repo}/tarball/{ref}', repository, token, 'python-requests/2.32.3');
			else git(world, from, time, 'git.clone', repository, way === 'token' ? { token } : {});
		});
	}
	confess(intrusion, 'AN0732', end, `${taken} repositories by ${way}`);
}
