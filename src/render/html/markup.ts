import { duration, shownTime } from '../clock.ts';
import { html } from '../safe.ts';

/** HTML that is safe to put into a page: made by {@link markup} alone. */
export interface Markup {
	readonly markup: string;
}

/** What may stand in a template: texts and numbers are escaped, markup is not, nothing is nothing. */
export type Value = string | number | Markup | readonly Markup[] | undefined | false;

/** A piece of a page. Every text put into it is escaped, so that nothing from a log can become markup. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
	let text = strings[0] ?? '';
	for (let i = 0; i < values.length; i++) text += written(values[i]) + (strings[i + 1] ?? '');
	return { markup: text };
}

/** Text of ours (style, script, paths of a chart) as it is. Never for anything that was read. */
export function raw(text: string): Markup {
	return { markup: text };
}

/** Pieces one after the other, each on its own line. */
export function lines(pieces: readonly (Markup | undefined)[]): Markup {
	return { markup: pieces.flatMap((piece) => (piece === undefined ? [] : [piece.markup])).join('\n') };
}

/** A half-open span whose times do not break over lines: `2026-03-03 09:00:00Z to 10:00:00Z (1h)`. */
export function span(start: string, end: string, zone: string): Markup {
	const from = shownTime(start, zone);
	const to = shownTime(end, zone);
	const length = Date.parse(end) - Date.parse(start);
	const until = from.slice(0, 11) === to.slice(0, 11) ? to.slice(11) : to;
	return markup`<time datetime="${start}">${from}</time> to <time datetime="${end}">${until}</time>${!Number.isNaN(length) && ` (${duration(length)})`}`;
}

function written(value: Value): string {
	if (value === undefined || value === false) return '';
	if (typeof value === 'string') return html(value);
	if (typeof value === 'number') return String(value);
	return 'markup' in value ? value.markup : lines(value).markup;
}
