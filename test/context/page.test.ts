import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CONTEXT_FILES, loadContext } from '../../src/context/load.ts';
import { folderOf } from './folder.ts';

const PAGE = readFileSync(new URL('../../docs/tuning.md', import.meta.url), 'utf8');
/** The rows of the table of files. */
const ROWS = [...PAGE.matchAll(/^\| `(\w+\.csv)` \| ([^|]+) \|/gm)].map(([, file = '', columns = '']) => ({
	file,
	names: [...columns.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
	needed: [...columns.matchAll(/\*\*`(\w+)`\*\*/g)].map(([, name = '']) => name),
}));
/** Cells that are not just any text. */
const CELLS: Readonly<Record<string, string>> = {
	cidr: '2001:db8::/32',
	start: '2026-03-31T18:00+02:00',
	end: '2026-03-31',
	sensitivity: 'restricted',
};

async function loading(file: string, lines: readonly string[]) {
	return loadContext(await folderOf({ [file]: `${lines.join('\n')}\n` }));
}

describe('the page on tuning', () => {
	test('describes every file of the context folder', () => {
		expect(ROWS.map(({ file }) => file).sort()).toEqual([...CONTEXT_FILES].sort());
	});

	test.each(ROWS)('names the columns of $file, and those that must be there', async ({ file, names, needed }) => {
		await expect(loading(file, ['nonsense', '1'])).rejects.toThrow(
			`${file}:1: unknown column "nonsense"; expected only ${names.join(', ')}`,
		);
		expect((await loading(file, [needed.join(), needed.map((name) => CELLS[name] ?? 'x').join()])).files).toEqual([file]);
		for (const one of needed)
			await expect(loading(file, [names.filter((name) => name !== one).join()])).rejects.toThrow(`column ${one} is missing`);
	});

	test('shows a people.csv that is read', async () => {
		const [, example = ''] = /```csv\n([\s\S]*?)```/.exec(PAGE) ?? [];
		const context = await loadContext(await folderOf({ 'people.csv': example }));
		expect(context.person('ana-alves')?.developer).toBe(false);
		expect(context.person('svc-backup@example.com')?.accountType).toBe('service');
	});
});
