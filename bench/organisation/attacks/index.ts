import type { Random } from '../random.ts';
import { ANALYTICS, type AnalyticId, type SizeKind, type World } from '../world.ts';
import { accountsAttack } from './accounts.ts';
import { consentsAttack } from './consents.ts';
import { filesAttack } from './files.ts';
import { mailAttack } from './mail.ts';
import { repositoriesAttack } from './repositories.ts';

/** An attack of one analytic: of that size, in the `which`-th of its ways. */
type Attack = (world: World, random: Random, size: SizeKind, which: number) => void;

export const ATTACKS: Readonly<Record<AnalyticId, Attack>> = {
	AN1349: consentsAttack,
	AN0132: mailAttack,
	AN0732: repositoriesAttack,
	AN1514: filesAttack,
	AN0339: accountsAttack,
};

const SIZES: readonly SizeKind[] = ['loud', 'medium', 'single', 'slow', 'loud', 'slow'];

/** As many campaigns of each analytic as asked, in sizes and ways that go round. */
export function liveAttacks(world: World): void {
	for (const analytic of ANALYTICS) {
		const random = world.random.fork(`attack/${analytic}`);
		const first = random.int(0, 11);
		for (let at = 0; at < world.settings.attacks; at++)
			ATTACKS[analytic](world, random, SIZES[at % SIZES.length] ?? 'medium', first + at);
	}
}
