// Puts the program and the packages it uses into a few files beside `dist/bin/saashound.js`: Node finds and opens one file instead of two
// hundred, which takes a third off every start (docs/performance.md). What a command does not need stays in files of its own.
// The modules under `dist/src` and `dist/analytics` are left as the compiler wrote them.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeLicences } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const { metafile } = await build({
	absWorkingDir: root,
	// The thread's file lies beside the part that starts it: see `threadUrl` in src/hunt/crew.ts.
	entryPoints: { saashound: 'bin/saashound.ts', 'parts/reading-thread': 'src/hunt/reading-thread.ts' },
	outdir: 'dist/bin',
	chunkNames: 'parts/[name]-[hash]',
	bundle: true,
	metafile: true,
	splitting: true,
	platform: 'node',
	format: 'esm',
	target: 'node20',
	allowOverwrite: true,
	legalComments: 'none',
	logLevel: 'warning',
	// Packages in the older module form ask for Node's own modules with require.
	banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
});

writeLicences(root, Object.keys(metafile.inputs), `${root}dist/bin/licences.txt`);
