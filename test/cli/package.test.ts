import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Locked {
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test('the lock file holds every optional package of every platform, without which npm ci refuses it', () => {
	const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(
		readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
	);
	const missing: string[] = [];
	for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
		for (const name of Object.keys(optionalDependencies)) {
			const found = packages[`${place}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
			if (found === undefined) missing.push(`${place}: ${name}`);
		}
	}
	expect(missing).toEqual([]);
});
