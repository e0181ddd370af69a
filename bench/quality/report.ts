import { ANALYTICS, type Level, type SizeKind } from '../organisation/world.ts';
import type { Result } from './match.ts';

/** Results of one method: by level, one for each seed. */
export interface Row {
	readonly name: string;
	readonly results: ReadonlyMap<Level, readonly Result[]>;
}

/** Of the numbers that there are: what had no campaign has no number. */
function mean(values: readonly number[]): number {
	const known = values.filter((value) => !Number.isNaN(value));
	return known.length === 0 ? Number.NaN : known.reduce((a, b) => a + b, 0) / known.length;
}

function share(value: number): string {
	return Number.isNaN(value) ? '-' : value.toFixed(2).replace(/^0\./, '.');
}

/** The five analytics' mean of one result. */
export function meanAp(result: Result): number {
	return mean(ANALYTICS.map((analytic) => result.ap[analytic]));
}

function over(row: Row, levels: readonly Level[], of: (result: Result) => number): string {
	return levels.map((level) => share(mean((row.results.get(level) ?? []).map(of)))).join(' / ');
}

/** Ours beside theirs: average precision an analytic, its mean, recall in the first ten, and all in one list; levels separated by slashes. */
export function mainTable(rows: readonly Row[], levels: readonly Level[]): string {
	const header = ['method', ...ANALYTICS, 'mean AP', 'recall@10', 'one list AP'];
	const body = rows.map((row) => [
		row.name,
		...ANALYTICS.map((analytic) => over(row, levels, (result) => result.ap[analytic])),
		over(row, levels, meanAp),
		over(row, levels, (result) => mean(ANALYTICS.map((analytic) => result.recall10[analytic]))),
		over(row, levels, (result) => result.oneList),
	]);
	return table(header, body);
}

/** How many campaigns of each size stand within the first ten of their analytic. */
export function sizeTable(rows: readonly Row[], levels: readonly Level[]): string {
	const sizes: readonly SizeKind[] = ['loud', 'medium', 'single', 'slow'];
	return table(
		['found in the first ten', ...sizes],
		rows.map((row) => [row.name, ...sizes.map((size) => over(row, levels, ({ found }) => found[size][0] / found[size][1]))]),
	);
}

/** Lower bounds of the bands, by score. */
const BANDS = [80, 65, 50, 40] as const;

/** False findings at or above each band: an export, and for a thousand days of a person. */
export function falseTable(
	rows: readonly (Row & { readonly userDays: ReadonlyMap<Level, readonly number[]> })[],
	levels: readonly Level[],
	title: string,
): string {
	return table(
		[title, ...BANDS.map((band) => `score >= ${band}`)],
		rows.map((row) => [
			row.name,
			...BANDS.map((band) =>
				levels
					.map((level) => {
						const results = row.results.get(level) ?? [];
						const counts = results.map(({ falseScores }) => falseScores.filter((score) => score >= band).length);
						const thousand = counts.map((count, at) => (1000 * count) / (row.userDays.get(level)?.[at] ?? 1));
						return results.length === 0 ? '-' : `${mean(counts).toFixed(1)} (${mean(thousand).toFixed(2)})`;
					})
					.join(' / '),
			),
		]),
	);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)));
	const line = (cells: readonly string[]): string => `| ${cells.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
	return [line(header), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}
