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
	return ownPackage().folder;
}

/** The version in our package.json. */
export function version(): string {
	return ownPackage().version;
}

// Folders between here and there may have a package.json that names nothing.
function ownPackage(): { readonly folder: string; readonly version: string } {
	let folder = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		const path = join(folder, 'package.json');
		const manifest: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
		if (isObject(manifest) && manifest['name'] !== undefined)
			return { folder, version: typeof manifest['version'] === 'string' ? manifest['version'] : '0.0.0' };
		const parent = dirname(folder);
		if (parent === folder) throw new Defect('package.json of saashound is missing');
		folder = parent;
	}
}
