import type { ColourChoice } from './options/common.ts';

/**
 * Whether a stream gets colour: `--color`, then `NO_COLOR` (https://no-color.org), then `FORCE_COLOR`, then whether it is a terminal.
 */
export function wantsColour(choice: ColourChoice, stream: { readonly isTTY?: boolean }): boolean {
	if (choice !== 'auto') return choice === 'always';
	if (set('NO_COLOR')) return false;
	if (set('FORCE_COLOR')) return process.env['FORCE_COLOR'] !== '0' && process.env['FORCE_COLOR'] !== 'false';
	return stream.isTTY === true && process.env['TERM'] !== 'dumb';
}

/** Columns of the terminal; `COLUMNS`, else 80, where standard output is none. */
export function columns(): number {
	const own = process.stdout.columns;
	if (own !== undefined && own > 0) return own;
	const told = Number(process.env['COLUMNS']);
	return Number.isInteger(told) && told >= 40 && told <= 1000 ? told : 80;
}

function set(name: string): boolean {
	const value = process.env[name];
	return value !== undefined && value !== '';
}
