import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const HEAD = '// Written by `npm run generate`: do not edit.\n';

/** Folders of src/sources that hold no source of their own. */
const SHARED = new Set(['microsoft']);

/** A file below the root, and its text. */
export type Generated = readonly [file: string, text: string];

/** src/sources/index.ts: every folder with an index is a source. */
export function sourcesIndex(root: string): Generated {
	const ids = folders(join(root, 'src/sources')).filter((name) => !SHARED.has(name));
	const imports = ids.map((id) => ({ name: camelCase(id), line: `import { ${camelCase(id)} } from './${id}/index.ts';` }));
	const type = "import type { Source } from '../model/source.ts';";
	const names = imports.map(({ name }) => name);
	const doc = '/** Every platform that can be read, by id. */';
	return ['src/sources/index.ts', file([type, ...imports.map(({ line }) => line)], doc, 'SOURCES', 'Source', names)];
}

/** analytics/index.ts: every folder `<id>-<name>` with an index is an analytic. */
export function analyticsIndex(root: string): Generated {
	const names = folders(join(root, 'analytics')).filter((name) => /^AN\d{4}-[a-z0-9-]+$/.test(name));
	const imports = names.map((name) => `import { analytic as ${name.slice(0, 6)} } from './${name}/index.ts';`);
	const type = "import type { Analytic } from '../src/analytic.ts';";
	const ids = names.map((name) => name.slice(0, 6));
	return ['analytics/index.ts', file([type, ...imports], '/** Every analytic, by id. */', 'ANALYTICS', 'Analytic', ids)];
}

function file(imports: readonly string[], doc: string, constant: string, type: string, names: readonly string[]): string {
	const oneLine = `export const ${constant}: readonly ${type}[] = [${names.join(', ')}];`;
	// As the formatter would have it: one line while it fits.
	const list =
		oneLine.length <= 130
			? oneLine
			: `export const ${constant}: readonly ${type}[] = [\n${names.map((name) => `\t${name},\n`).join('')}];`;
	return `${HEAD}${imports.join('\n')}\n\n${doc}\n${list}\n`;
}

function folders(path: string): readonly string[] {
	return readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, 'index.ts')))
		.map((entry) => entry.name)
		.sort();
}

/** `google_workspace` → `googleWorkspace`. */
function camelCase(id: string): string {
	return id.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
