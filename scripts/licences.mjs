// The licences of the packages whose code the bundle carries, in one file beside it: their terms ask for that.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the file. `inputs`: the bundled files, relative to the root, as the bundler's metafile names them. */
export function writeLicences(root, inputs, target) {
	const folders = new Set(
		inputs.map((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+(?:\/node_modules\/(?:@[^/]+\/)?[^/]+)*/.exec(file)?.[0]),
	);
	folders.delete(undefined);
	const texts = [...folders].sort().map((folder) => textOf(join(root, folder)));
	writeFileSync(target, `The program in this folder carries code of these packages.\n\n${texts.join('\n')}`);
}

function textOf(folder) {
	const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
	const who = typeof author === 'string' ? author : (author?.name ?? 'its authors');
	const text =
		file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : `Copyright ${who}`;
	return `${'='.repeat(80)}\n${name} ${version} (${license})\n${'='.repeat(80)}\n\n${text}\n`;
}
