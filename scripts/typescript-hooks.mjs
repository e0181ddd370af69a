import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// What was stripped once is kept: the tests start the program some hundred times.
const cache = new URL('../node_modules/.cache/typescript/', import.meta.url);
let transformSync;

/** Hook of Node's module loader: strips the types of `.ts` files. */
export async function load(url, context, nextLoad) {
	if (!url.startsWith('file:') || !url.split('?')[0].endsWith('.ts')) return nextLoad(url, context);
	const filename = fileURLToPath(url);
	const text = readFileSync(filename, 'utf8');
	const kept = new URL(`${createHash('sha256').update(`1\n${filename}\n${text}`).digest('hex')}.mjs`, cache);
	const source = readKept(kept) ?? (await stripped(filename, text, kept));
	return { format: 'module', source, shortCircuit: true };
}

function readKept(kept) {
	try {
		return readFileSync(kept, 'utf8');
	} catch {
		return undefined;
	}
}

async function stripped(filename, text, kept) {
	transformSync ??= (await import('@swc/core')).transformSync;
	const { code } = transformSync(text, {
		filename,
		sourceMaps: 'inline',
		swcrc: false,
		configFile: false,
		jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
		module: { type: 'es6' },
	});
	try {
		mkdirSync(cache, { recursive: true });
		const temporary = new URL(`${process.pid}-${Math.random()}.tmp`, cache);
		writeFileSync(temporary, code);
		renameSync(temporary, kept);
	} catch {
		// Without a place to keep it, it is stripped anew each time.
	}
	return code;
}
