// Puts the program and the packages it uses into one file beside `dist/bin/saashound.js`: Node finds and opens one file instead of two
// hundred, which takes a third off every start (docs/performance.md). What a command does not need is in it, but does not run. Then the program
// is run once, and what V8 compiled meanwhile is kept beside it, for this version of Node.js.
// The modules under `dist/src` and `dist/analytics` are left as the compiler wrote them.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeLicences } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const common = {
	...{
		absWorkingDir: root,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		legalComments: 'none',
		logLevel: 'warning',
	},
	define: { 'import.meta.url': 'ownUrl' },
};
const banner = "'use strict'; const ownUrl = require('node:url').pathToFileURL(__filename).href;";

const { metafile, outputFiles } = await build({
	...common,
	stdin: {
		contents: `export { main } from './src/cli/main.ts'; export const readingThread = () => import('./src/hunt/reading-thread.ts');`,
		resolveDir: root,
		loader: 'ts',
	},
	outfile: 'dist/bin/program.cjs',
	metafile: true,
	write: false,
	// Compiled code comes with no loader for modules.
	supported: { 'dynamic-import': false },
	banner: { js: `${banner}\nconst lazily = (name) => new Proxy({}, { get: (_, member) => require(name)[member] });` },
});
writeFileSync(`${root}dist/bin/program.cjs`, lazy(outputFiles[0].text));
await build({
	...common,
	entryPoints: [
		...['saashound', 'reading-thread'].map((name) => ({ in: `bin/built/${name}.ts`, out: name })),
		{ in: 'src/read/hash-thread.ts', out: 'hash-thread' },
	],
	outdir: 'dist/bin',
	banner: { js: banner },
	allowOverwrite: true,
});
// Node starts a script of the older form without its loader of modules.
writeFileSync(`${root}dist/bin/package.json`, '{ "type": "commonjs" }\n');

// Modules of Node.js that take long to load and that few runs need are loaded when they are first used.
function lazy(text) {
	return ['node:child_process', 'node:net', 'node:worker_threads', 'node:zlib'].reduce((before, name) => {
		const after = before.replaceAll(`= require("${name}")`, `= lazily("${name}")`);
		if (after === before) throw new Error(`nothing loads ${name} any more`);
		return after;
	}, text);
}

writeLicences(root, Object.keys(metafile.inputs), `${root}dist/bin/licences.txt`);

const keep = spawnSync(process.execPath, ['--import', './scripts/typescript.mjs', 'scripts/code-cache.ts'], {
	cwd: root,
	stdio: ['ignore', 'ignore', 'inherit'],
});
if (keep.status !== 0) throw new Error(`scripts/code-cache.ts ended with ${keep.status ?? keep.signal}`);
