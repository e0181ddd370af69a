import type { Random } from '../random.ts';
import { anyFile, fileName, inARow } from '../routine.ts';
import { boxItem } from '../shapes/box.ts';
import { drive } from '../shapes/google.ts';
import { fileEvent } from '../shapes/microsoft.ts';
import { choose, type SizeKind, type World } from '../world.ts';
import { amount, confess, intrude, sittings } from './intruder.ts';

const SIZES = { loud: [350, 800], medium: [90, 180], single: [38, 72], slow: [15, 30] } as const;

/** Files leave through the victim's own cloud storage: many uploads or copies (AN1514). */
export function filesAttack(world: World, random: Random, size: SizeKind, which: number): void {
	const platform = (['m365', 'box', 'm365', 'google', 'm365', 'box'] as const)[which % 6] ?? 'm365';
	const [victim] = choose(world, 1, (one) => one.uses.has(platform) && one.department.name !== 'Finance', random);
	if (victim === undefined) return;
	const intrusion = intrude(world, random, victim, size, platform);
	const { from } = intrusion;
	const copies = random.chance(0.3);
	let end = intrusion.start;
	let total = 0;
	for (const start of sittings(intrusion)) {
		const count = amount(intrusion, SIZES[size]);
		total += count;
		end = inARow(random, start, count, size === 'loud' ? 7_000 : random.between(12_000, 60_000), (time, at) => {
			if (platform === 'box') boxItem(world, from, time, copies ? 'COPY' : 'UPLOAD', fileName(random));
			else if (platform === 'google') drive(world, from, time, copies ? 'copy' : 'upload', fileName(random));
			else
				fileEvent(
					world,
					from,
					time,
					at % 25 === 24 ? 'FolderCreated' : copies ? 'FileCopied' : 'FileUploaded',
					anyFile(random, victim),
				);
		});
	}
	confess(intrusion, 'AN1514', end, `${total} files ${copies ? 'copied' : 'uploaded'} on ${platform}`);
}
