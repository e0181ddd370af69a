import type { Progress } from '../hunt/request.ts';
import { count } from '../render/number.ts';
import { fit } from '../render/text-width.ts';
import { onExit } from './exit.ts';

const FIRST_AFTER = 1000;
const EVERY = 200;

/** One line on a terminal's standard error that says how far the reading is; nothing for work under a second. */
export class ProgressLine {
	readonly #started = performance.now();
	#last = Number.NEGATIVE_INFINITY;
	#shown = false;
	readonly #forget = onExit(() => this.erase());

	/** Draws the line if it is time to. */
	update(progress: Progress): void {
		const now = performance.now();
		if (now - this.#started < FIRST_AFTER || now - this.#last < EVERY) return;
		this.#last = now;
		this.#shown = true;
		const width = Math.max(20, (process.stderr.columns ?? 80) - 1);
		process.stderr.write(`\r\u001b[2K${fit(progressText(progress, (now - this.#started) / 1000), width)}`);
	}

	/** Takes the line away. */
	erase(): void {
		this.#forget();
		if (this.#shown) process.stderr.write('\r\u001b[2K');
		this.#shown = false;
	}
}

/** How far, how fast, how long still. `seconds`: since the start. */
export function progressText(progress: Progress, seconds: number): string {
	const { bytes, total, records } = progress;
	const rate = bytes / Math.max(seconds, 0.001);
	const parts = [total === undefined ? size(bytes) : `${size(bytes)} of ${size(total)}`];
	if (total !== undefined && total > 0) parts.push(`${Math.min(100, Math.floor((100 * bytes) / total))} %`);
	parts.push(`${count(records)} records`, `${size(rate)}/s`);
	if (total !== undefined && rate > 0 && total > bytes) parts.push(`${clock((total - bytes) / rate)} left`);
	return `reading  ${parts.join('  ')}`;
}

/** A number of bytes as people read it: `1.2 GB` (decimal). */
export function size(bytes: number): string {
	for (const [unit, factor] of [
		['GB', 1e9],
		['MB', 1e6],
		['kB', 1e3],
	] as const) {
		if (bytes >= factor) return `${(bytes / factor).toFixed(bytes >= 100 * factor ? 0 : 1)} ${unit}`;
	}
	return `${Math.round(bytes)} B`;
}

function clock(seconds: number): string {
	const whole = Math.ceil(seconds);
	if (whole < 60) return `${whole} s`;
	return whole < 3600
		? `${Math.floor(whole / 60)} min ${whole % 60} s`
		: `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
