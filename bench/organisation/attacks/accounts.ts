import { REMOVALS, type Removal } from '../benign/accounts.ts';
import { MINUTE } from '../calendar.ts';
import type { Random } from '../random.ts';
import { inARow } from '../routine.ts';
import { administrators } from '../services.ts';
import type { Person, Platform } from '../staff.ts';
import { choose, type SizeKind, type World } from '../world.ts';
import { amount, confess, intrude, sittings } from './intruder.ts';

const SIZES = { loud: [25, 55], medium: [10, 15], single: [6, 9], slow: [2, 3] } as const;
const WAYS: readonly (readonly [Removal, Platform])[] = [
	['okta', 'okta'],
	['entra', 'm365'],
	['salesforce', 'salesforce'],
	['okta-suspend', 'okta'],
	['google', 'google'],
	['zoom', 'zoom'],
	['entra-delete', 'm365'],
	['box', 'box'],
];

/** People lose their accounts: disabled, suspended or deleted while they work (AN0339). */
export function accountsAttack(world: World, random: Random, size: SizeKind, which: number): void {
	const [way, platform] = WAYS[which % WAYS.length] ?? ['okta', 'okta'];
	const [free] = choose(world, 1, (one) => one.department.name === 'IT', random).concat(
		choose(world, 1, (one) => one.privileged || one.department.name === 'HR', random),
	);
	// In a small house the same administrator may be struck twice.
	const victim = free ?? administrators(world, Math.floor(world.settings.days / 2)).at(which % 2);
	if (victim === undefined) return;
	const intrusion = intrude(world, random, victim, size, platform);
	const targets = random.shuffle(
		world.staff.filter(
			(one) =>
				one !== victim && (platform === 'm365' || one.uses.has(platform)) && one.joins === 0 && one.leaves > world.settings.days,
		),
	);
	let taken = 0;
	let end = intrusion.start;
	for (const [at, start] of sittings(intrusion).entries()) {
		const chosen = targets.slice(taken, taken + amount(intrusion, SIZES[size]));
		taken += chosen.length;
		end = inARow(random, start, chosen.length, size === 'loud' ? 20_000 : random.between(15_000, 3 * MINUTE), (time, index) => {
			const target = chosen[index] as Person;
			REMOVALS[way](world, intrusion.from, time, target);
			target.off.add(intrusion.day + at + 1);
		});
	}
	confess(intrusion, 'AN0339', end, `${taken} accounts by ${way}`);
}
