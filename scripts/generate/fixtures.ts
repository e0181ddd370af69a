import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** How many cases of each kind there are, by `<analytic>/<platform>`. */
export type FixtureTally = ReadonlyMap<string, { readonly attack: number; readonly benign: number; readonly edge: number }>;

/** Counts the fixture cases. */
export function fixtureTally(root: string): FixtureTally {
	const tally = new Map<string, { attack: number; benign: number; edge: number }>();
	const fixtures = join(root, 'fixtures');
	for (const analytic of folders(fixtures).filter((name) => /^AN\d{4}$/.test(name))) {
		for (const platform of folders(join(fixtures, analytic))) {
			const counts = { attack: 0, benign: 0, edge: 0 };
			for (const name of folders(join(fixtures, analytic, platform))) {
				const kind = name.split('-')[0];
				if (kind === 'attack' || kind === 'benign' || kind === 'edge') counts[kind] += 1;
			}
			tally.set(`${analytic}/${platform}`, counts);
		}
	}
	return tally;
}

function folders(path: string): readonly string[] {
	if (!existsSync(path)) return [];
	return readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}
