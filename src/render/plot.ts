import type { FindingSeries } from '../model/finding.ts';
import { shownMinute } from './clock.ts';
import { count, decimal } from './number.ts';
import type { RenderOptions } from './options.ts';
import { paint } from './paint.ts';
import { padded } from './text-width.ts';
import { hanging } from './wrap.ts';

/** Rows of the plot. */
const HEIGHT = 8;
/** Most columns of one step. */
const WIDEST = 6;
const EIGHTHS = ' ▁▂▃▄▅▆▇█';
const DAY = 86_400_000;

/** Where the steps of a series go: several to a column where the terminal is narrow, several columns to a step where it is wide. */
interface Grid {
	/** Steps in one column; 1 where a step has columns of its own. */
	readonly per: number;
	/** Terminal columns of one bar. */
	readonly wide: number;
	readonly bars: number;
}

/**
 * A subject's activity around a window as bars on a terminal: the scale on the left, what was usual as a dotted line where the bars do not reach it, the
 * window marked below, and sign-ins (`o` went well, `x` failed). No line is wider than `columns`.
 */
export function plotLines(
	series: FindingSeries,
	window: { readonly start: string; readonly end: string },
	options: Pick<RenderOptions, 'columns' | 'colour' | 'timeZone'>,
): readonly string[] {
	if (series.observed.length === 0) return [];
	const style = paint(options.colour);
	const largest = Math.max(...series.observed, ...series.expected, 1e-9);
	const left = Math.max(count(Math.round(largest)).length, 3) + 3;
	const grid = gridOf(series, options.columns - left - 1);
	const observed = gathered(series.observed, grid);
	const expected = gathered(series.expected, grid);
	const marked = (at: string) => Math.floor((Date.parse(at) - Date.parse(series.start)) / series.step / grid.per);
	const [from, to] = [marked(window.start), marked(new Date(Date.parse(window.end) - 1).toISOString())];
	const lines: string[] = [];
	for (let row = HEIGHT - 1; row >= 0; row -= 1) {
		const label = row === HEIGHT - 1 ? scale(largest) : row === HEIGHT / 2 - 1 ? scale(largest / 2) : '';
		const cells = observed.map((value, bar) => {
			const cell = cellOf(value / largest, (expected[bar] ?? 0) / largest, row).repeat(grid.wide);
			return bar >= from && bar <= to ? style.raised(cell) : cell;
		});
		lines.push(`${padded(label, left - 2, 'left')} ${label === '' ? '│' : '┤'}${cells.join('')}`);
	}
	lines.push(`${padded('0', left - 2, 'left')} └${'─'.repeat(grid.bars * grid.wide)}`);
	const mark = Array.from({ length: grid.bars }, (_, bar) => (bar >= from && bar <= to ? '▲' : ' ').repeat(grid.wide)).join('');
	lines.push(style.raised(`${padded('', left)}${mark}`.trimEnd()));
	const signIns = signInCells(series, grid);
	if (signIns.trim() !== '') lines.push(`${padded('', left)}${signIns}`.trimEnd());
	lines.push(...axis(series, { left, columns: grid.bars * grid.wide, zone: options.timeZone }).map(style.faint));
	const step = `${grid.per === 1 ? 'one' : String(grid.per)} ${series.step >= DAY ? 'day' : 'hour'}${grid.per === 1 ? '' : 's'}`;
	const failed = series.signIns.filter(({ ok }) => !ok).length;
	const legend = [
		`${series.unit} by steps of ${step}${grid.per === 1 ? '' : ', the largest of each'}`,
		'┄ what was usual',
		'▲ the window',
		...(series.signIns.length > 0 ? [`o sign-in${failed > 0 ? ', x failed sign-in' : ''} (within 16 h)`] : []),
	];
	lines.push(...hanging(padded('', left), legend.join(' · '), options.columns, style.faint));
	return lines;
}

function gridOf(series: FindingSeries, room: number): Grid {
	const steps = series.observed.length;
	const per = Math.ceil(steps / Math.max(8, room));
	const bars = Math.ceil(steps / per);
	return { per, bars, wide: Math.max(1, Math.min(WIDEST, Math.floor(room / bars))) };
}

function gathered(values: readonly number[], { per, bars }: Grid): readonly number[] {
	return Array.from({ length: bars }, (_, bar) => Math.max(0, ...values.slice(bar * per, (bar + 1) * per)));
}

// A bar that is there at all shows at least an eighth; the usual is a dotted line in the row in which it ends, where no bar covers it.
function cellOf(share: number, usual: number, row: number): string {
	const eighths = share <= 0 ? 0 : Math.max(1, Math.round(share * HEIGHT * 8));
	const own = Math.max(0, Math.min(8, eighths - row * 8));
	if (own > 0) return EIGHTHS[own] ?? '█';
	const level = Math.ceil(usual * HEIGHT) - 1;
	return usual > 0 && Math.max(0, level) === row ? '┄' : ' ';
}

function signInCells(series: FindingSeries, grid: Grid): string {
	const cells = new Array<string>(grid.bars).fill(' ');
	for (const { time, ok } of series.signIns) {
		const bar = Math.floor((Date.parse(time) - Date.parse(series.start)) / series.step / grid.per);
		if (bar >= 0 && bar < cells.length && cells[bar] !== 'x') cells[bar] = ok ? 'o' : 'x';
	}
	return cells.map((cell) => padded(cell, grid.wide)).join('');
}

// First and last step below their ends; the last only where both fit.
function axis(
	series: FindingSeries,
	{ left, columns, zone }: { left: number; columns: number; zone: string },
): readonly string[] {
	const shown = (time: number) => {
		const text = shownMinute(new Date(time).toISOString(), zone);
		return series.step >= DAY ? text.slice(0, 10) : text;
	};
	const start = Date.parse(series.start);
	const first = shown(start);
	const last = shown(start + (series.observed.length - 1) * series.step);
	if (columns < first.length + last.length + 2) return [`${padded('', left)}${first} to ${last}`];
	return [`${padded('', left)}${first}${' '.repeat(columns - first.length - last.length)}${last}`];
}

function scale(value: number): string {
	return value >= 10 ? count(Math.round(value)) : decimal(value, 1);
}
