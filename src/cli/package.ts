import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Defect } from '../model/errors.ts';
import { isObject } from '../model/json.ts';

/**
 * The folder of our own package.json: the repository, or the installed package (the built code lies two folders deeper in `dist`).
 * @throws Defect when the program was taken out of its package.
 */
export function packageRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'package.json'))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Defect('package.json of saashound is missing');
		folder = parent;
	}
	return folder;
}

/** The version in our package.json. */
export function version(): string {
	const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
	return isObject(manifest) && typeof manifest['version'] === 'string' ? manifest['version'] : '0.0.0';
}
