import { visible } from './safe.ts';
import { graphemes, padded, width } from './text-width.ts';

/**
 * A text from anywhere, made visible and broken into lines of at most so many terminal columns: at blanks where it can, inside a word
 * only where the word alone is longer than a line. Nothing is cut. An empty text is one empty line.
 */
export function wrapped(text: string, columns: number): readonly string[] {
	const limit = Math.max(2, columns);
	const lines: string[] = [];
	let line = '';
	let used = 0;
	for (const word of visible(text).split(/ +/)) {
		if (word === '') continue;
		const wide = width(word);
		if (used > 0 && used + 1 + wide <= limit) {
			line += ` ${word}`;
			used += 1 + wide;
			continue;
		}
		if (used > 0) lines.push(line);
		const pieces = wide <= limit ? [word] : broken(word, limit);
		lines.push(...pieces.slice(0, -1));
		line = pieces.at(-1) ?? '';
		used = width(line);
	}
	if (used > 0 || lines.length === 0) lines.push(line);
	return lines;
}

/** The same with a first line that begins with `lead` and further lines indented by as many columns. */
export function hanging(lead: string, text: string, columns: number, style: (line: string) => string = same): readonly string[] {
	const indent = width(lead);
	const blanks = ' '.repeat(indent);
	return wrapped(text, columns - indent).map((line, i) => `${i === 0 ? lead : blanks}${style(line)}`);
}

/** Cells beside each other, each wrapped within its own width, two blanks between them. */
export function beside(
	cells: readonly {
		readonly text: string;
		readonly columns: number;
		readonly side?: 'left' | 'right';
		style?(line: string): string;
	}[],
): readonly string[] {
	const columns = cells.map((cell) => wrapped(cell.text, cell.columns));
	const height = Math.max(...columns.map((lines) => lines.length));
	const rows: string[] = [];
	for (let i = 0; i < height; i++) {
		const row = cells.map((cell, j) => {
			const line = padded(columns[j]?.[i] ?? '', cell.columns, cell.side ?? 'right');
			return cell.style === undefined ? line : cell.style(line);
		});
		rows.push(row.join('  ').trimEnd());
	}
	return rows;
}

/** A word longer than a line, in pieces. */
function broken(word: string, limit: number): string[] {
	const pieces: string[] = [];
	let piece = '';
	let used = 0;
	for (const grapheme of graphemes(word)) {
		const wide = width(grapheme);
		if (used > 0 && used + wide > limit) {
			pieces.push(piece);
			piece = '';
			used = 0;
		}
		piece += grapheme;
		used += wide;
	}
	pieces.push(piece);
	return pieces;
}

function same(line: string): string {
	return line;
}
