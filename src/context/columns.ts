import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { errorCode } from './error-code.ts';
import { quoted, readTable } from './table.ts';

const COLUMNS = ['column', 'means'] as const;

/**
 * Reads what columns of one's own mean: a CSV with `column` (as the evidence has it) and `means` (as `saashound platforms <id>` names it).
 * @throws UsageError that names file, line and column: it cannot be read, a bad row, one column twice.
 */
export async function readColumns(path: string): Promise<ReadonlyMap<string, string>> {
	const bytes = await readFile(path).catch((error: unknown) => {
		throw new UsageError(`--columns: ${quoted(path)} cannot be read (${errorCode(error)}); expected a CSV with column,means`);
	});
	const names = new Map<string, string>();
	for (const row of readTable(bytes, { file: basename(path), columns: COLUMNS, required: 2 })) {
		const column = row.cell('column');
		if (names.has(column)) throw row.wrong('column', 'each column once');
		names.set(column, row.cell('means'));
	}
	return names;
}
