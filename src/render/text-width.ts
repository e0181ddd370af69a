import stringWidth from 'string-width';
import { PLAIN } from './safe.ts';

/** How many terminal columns a text takes: two for wide East Asian characters and emoji, none for combining marks and colour codes of ours. */
export function width(text: string): number {
	if (PLAIN.test(text)) return text.length;
	if (text.length <= LETTER) return letterWidth(text);
	if (text.length <= LONG) return stringWidth(text);
	let sum = 0;
	for (const character of text) sum += letterWidth(character);
	return sum;
}

/** Finding letters takes several microseconds a character: longer texts (nobody's name) are measured and broken by code points instead. */
const LONG = 1000;
/** UTF-16 units of what may be one letter. */
const LETTER = 8;

const widths = new Map<string, number>();

/** Widths of single letters, remembered: a text has few different ones. */
function letterWidth(letter: string): number {
	const known = widths.get(letter);
	if (known !== undefined) return known;
	const found = stringWidth(letter);
	if (widths.size < 65_536) widths.set(letter, found);
	return found;
}

/** Grapheme clusters do not depend on the language; the name only keeps the machine's locale out. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What one would call letters, combining marks and emoji parts kept together; single characters of a text of more than a thousand. */
export function graphemes(text: string): Iterable<string> {
	if (text.length > LONG || PLAIN.test(text)) return text;
	return (function* () {
		for (const { segment } of SEGMENTER.segment(text)) yield segment;
	})();
}

/** A text cut to at most so many terminal columns, the cut shown by `…`. Looks no further than it must: the text may be huge. */
export function fit(text: string, columns: number): string {
	if (columns <= 0) return '';
	let kept = '';
	let keptWidth = 0;
	let all = '';
	let allWidth = 0;
	for (const grapheme of graphemes(text)) {
		all += grapheme;
		allWidth += width(grapheme);
		if (allWidth > columns) return `${kept}…`;
		if (allWidth <= columns - 1) {
			kept = all;
			keptWidth = allWidth;
		}
	}
	return keptWidth === allWidth ? kept : all;
}

/** A text filled up with blanks to so many terminal columns; longer texts stay as they are. */
export function padded(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
	const blanks = ' '.repeat(Math.max(0, columns - width(text)));
	return side === 'right' ? text + blanks : blanks + text;
}
