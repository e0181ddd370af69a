// Writes what follows from the declarations: indexes of sources and analytics, and the tables in the documentation.
// `npm run generate` writes; `npm run generate -- --check` only looks, and fails where something is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedDocs } from './generate/docs.ts';
import { analyticsIndex, sourcesIndex } from './generate/indexes.ts';

const ROOT = new URL('..', import.meta.url).pathname;

const checking = process.argv.includes('--check');
const stale: string[] = [];

function put(file: string, text: string): void {
	const path = join(ROOT, file);
	let now: string | undefined;
	try {
		now = readFileSync(path, 'utf8');
	} catch {
		now = undefined;
	}
	if (now === text) return;
	stale.push(file);
	if (checking) return;
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

// The indexes first: the documentation is drawn from what they list.
for (const [file, text] of [sourcesIndex(ROOT), analyticsIndex(ROOT)]) put(file, text);
if (!checking || stale.length === 0) for (const [file, text] of await generatedDocs(ROOT)) put(file, text);

if (stale.length === 0) console.log('generated files are up to date');
else if (checking) {
	console.error(`stale: ${stale.join(' ')}; run npm run generate`);
	process.exitCode = 1;
} else console.log(`written: ${stale.join(' ')}`);
