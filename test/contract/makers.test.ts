import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOADER = new URL('../../scripts/typescript.mjs', import.meta.url).href;
/** What the makers of the fixtures share. */
const SHARED = new Set(['write.mjs', 'directory.mjs']);
/** What they write. */
const MADE = ['fixtures/sources', 'fixtures/AN0132', 'fixtures/AN0339', 'fixtures/AN0732', 'fixtures/AN1349', 'fixtures/AN1514'];
const EXPECTED = 'test/sources/expected';

const folder = mkdtempSync(join(tmpdir(), 'saashound-makers-'));

beforeAll(() => {
	for (const part of ['scripts/fixtures', 'bench/organisation', 'fixtures', EXPECTED])
		cpSync(join(ROOT, part), join(folder, part), { recursive: true });
	const makers = readdirSync(join(ROOT, 'scripts/fixtures')).filter((name) => name.endsWith('.mjs') && !SHARED.has(name));
	for (const maker of [...makers, 'cases.ts'])
		execFileSync(process.execPath, ['--import', LOADER, join(folder, 'scripts/fixtures', maker)], { cwd: folder, stdio: 'pipe' });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** The files below a part of the tree; of JSON what it says, for the formatter lays it out; unpacked, for each version of zlib packs in its own way. */
function contents(root: string, part: string): ReadonlyMap<string, unknown> {
	const names = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).sort();
	const files = names.filter((name) => statSync(join(root, part, name)).isFile());
	return new Map(
		files.map((name) => {
			const bytes = readFileSync(join(root, part, name));
			const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
			return [name, name.endsWith('.json') ? JSON.parse(text) : text];
		}),
	);
}

// A record mended by hand is lost when its maker is run next.
test.each([...MADE, EXPECTED])('%s is what its makers write', (part) => {
	const here = contents(ROOT, part);
	const made = contents(folder, part);
	expect([...made.keys()]).toEqual([...here.keys()]);
	expect(
		[...made].filter(([name, content]) => JSON.stringify(content) !== JSON.stringify(here.get(name))).map(([name]) => name),
	).toEqual([]);
});
