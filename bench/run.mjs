#!/usr/bin/env node
/** `node bench/run.mjs <organisation|demo|quality|speed> [options]`: the TypeScript entry of that name, without a build. */
import '../scripts/typescript.mjs';

const ENTRIES = {
	organisation: './organisation/index.ts',
	demo: '../scripts/demo.ts',
	quality: './quality/index.ts',
	speed: './speed/index.ts',
};
const name = process.argv[2] ?? '';
if (!Object.hasOwn(ENTRIES, name)) {
	process.stderr.write(`usage: node bench/run.mjs <${Object.keys(ENTRIES).join('|')}> [options]\n`);
	process.exit(2);
}
process.argv.splice(1, 2, new URL(ENTRIES[name], import.meta.url).pathname);
await import(ENTRIES[name]);
