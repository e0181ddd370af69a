import { join } from 'node:path';
import type { Analytic } from '../../src/analytic.ts';
import type { hunt as Hunt } from '../../src/hunt/hunt.ts';
import type { renderTable as RenderTable } from '../../src/render/table.ts';

/** Columns of the README's example, findings that it lists, and records that it names. */
const COLUMNS = 96;
const LISTED = 5;

/** What a hunt through the demonstration evidence prints: its head, the first findings, and the first of them in full, as a code block. */
export async function exampleOutput(root: string, analytics: readonly Analytic[]): Promise<string> {
	const { hunt }: { hunt: typeof Hunt } = await import(join(root, 'src/hunt/hunt.ts'));
	const { renderTable }: { renderTable: typeof RenderTable } = await import(join(root, 'src/render/table.ts'));
	const before = process.cwd();
	process.chdir(root);
	const document = await hunt({
		evidence: ['fixtures/demo'],
		analytics,
		set: [],
		minScore: 40,
		arguments: ['hunt', 'all', 'fixtures/demo'],
		version: '0',
	}).finally(() => process.chdir(before));
	const lines = renderTable(document, { columns: COLUMNS, colour: false, verbose: false, timeZone: 'UTC' }).split('\n');
	const sixth = lines.findIndex((line) => line.startsWith(` ${LISTED + 1}  `));
	const full = lines.findIndex((line) => line.startsWith('── #1 '));
	const after = lines.findIndex((line, index) => index > full && (line === 'not seen here' || line === 'next'));
	return [
		'```text',
		...lines.slice(0, sixth),
		'…',
		'',
		...lines.slice(full, after).join('\n').trimEnd().split('\n'),
		'…',
		'```',
	].join('\n');
}
