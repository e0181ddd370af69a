import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analytic } from '../../src/analytic.ts';
import type { Source } from '../../src/model/source.ts';
import { exampleOutput } from './example.ts';
import { fixtureTally } from './fixtures.ts';
import type { Generated } from './indexes.ts';
import { analyticsTable, coveragePage, platformPage, platformsTable } from './pages.ts';
import { readmeTables } from './readmes.ts';

/** Pages drawn from the declarations, and pages that hold a table between `<!-- begin x -->` and `<!-- end x -->`. */
export async function generatedDocs(root: string): Promise<readonly Generated[]> {
	const { SOURCES }: { SOURCES: readonly Source[] } = await import(join(root, 'src/sources/index.ts'));
	const { ANALYTICS }: { ANALYTICS: readonly Analytic[] } = await import(join(root, 'analytics/index.ts'));
	const fixtures = fixtureTally(root);
	const tables: Readonly<Record<string, string>> = {
		analytics: analyticsTable(ANALYTICS),
		platforms: platformsTable(SOURCES),
		example: await exampleOutput(root, ANALYTICS),
	};
	return [
		...SOURCES.map((source): Generated => [`docs/platforms/${source.id}.md`, platformPage(source)]),
		['docs/coverage.md', coveragePage(ANALYTICS, SOURCES, fixtures)],
		...pages(root).flatMap((file) => filled(root, file, tables)),
		...readmeTables(root, ANALYTICS).flatMap(([file, own]) => filled(root, file, own)),
	];
}

function pages(root: string): readonly string[] {
	const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'coverage.md');
	return ['README.md', ...docs.sort().map((name) => `docs/${name}`)].filter((file) => existsSync(join(root, file)));
}

// Nothing for pages without a table of ours.
function filled(root: string, file: string, tables: Readonly<Record<string, string>>): readonly Generated[] {
	const before = readFileSync(join(root, file), 'utf8');
	let text = before;
	for (const [name, table] of Object.entries(tables)) {
		const begin = `<!-- begin ${name} -->`;
		const end = `<!-- end ${name} -->`;
		const from = text.indexOf(begin);
		const to = text.indexOf(end, from);
		if (from >= 0 && to >= 0) text = `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
	}
	return before.includes('<!-- begin ') ? [[file, text]] : [];
}
