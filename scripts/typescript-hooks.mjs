import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/** Hook of Node's module loader: strips the types of `.ts` files. */
export async function load(url, context, nextLoad) {
	if (!url.startsWith('file:') || !url.split('?')[0].endsWith('.ts')) return nextLoad(url, context);
	const filename = fileURLToPath(url);
	const { code } = transformSync(readFileSync(filename, 'utf8'), {
		filename,
		sourceMaps: 'inline',
		swcrc: false,
		configFile: false,
		jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
		module: { type: 'es6' },
	});
	return { format: 'module', source: code, shortCircuit: true };
}
