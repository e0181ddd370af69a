/** A row near the top of a table. */
export interface TopRow {
	/** Cells with something in them. */
	readonly filled: number;
	/** Every one of those holds words, as names of columns do. */
	readonly words: boolean;
}

/** Rows looked at for the names of the columns: reports put a title and their filters above. */
export const TOP_ROWS = 32;

/** Whether a row is filled as far as names of columns are: two thirds of the rows' width at least. */
export function isFull({ filled }: TopRow, width: number): boolean {
	return filled * 3 >= width * 2;
}

/** Which row holds the names of the columns, from 0; nothing but numbers: the first is as good as any. */
export function headerAt(rows: readonly TopRow[], width: number): number {
	return Math.max(
		0,
		rows.findIndex((row) => row.words && isFull(row, width)),
	);
}

/** What is said of the rows above. */
export function noteOfRowsAbove(rows: number): string {
	return `${rows} ${rows === 1 ? 'row' : 'rows'} above the names of the columns passed over`;
}

/** What is said of tables in one file. */
export function noteOfTables(changes: number): string {
	return changes === 1
		? 'another table with other columns follows the first'
		: `${changes} tables follow the first, each with other columns than the one before`;
}
