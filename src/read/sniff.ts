import { isObject } from '../model/json.ts';
import type { Container } from '../model/record.ts';
import { cefStart } from './cef.ts';
import { parseInner } from './json-text.ts';
import { pageRecords } from './pages.ts';
import { afterSyslogHeader } from './syslog.ts';

/** Layouts that are told from the text itself. */
export type TextContainer = Exclude<Container, 'xlsx'>;

/** How a text is laid out. */
export interface Layout {
	readonly container: TextContainer;
	/** Of CSV. */
	readonly delimiter?: string;
}

/** Share of the first lines that must be one JSON object (one event in CEF) each for the text to be JSON lines (CEF): a few broken ones do not matter. */
const MOST = 0.6;

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Tells the layout of a text from its beginning, never from its name.
 * @param head the first bytes, UTF-8 without mark.
 * @param whole the text is no longer than that.
 * @returns undefined when it is neither JSON nor CEF nor CSV; `'blank'` when there is nothing but blanks.
 */
export function sniff(head: Buffer, whole: boolean): Layout | 'blank' | undefined {
	const text = head.toString('utf8');
	const begin = text.search(/[^\s\x1e]/);
	if (begin < 0) return 'blank';
	const lines = linesOf(text, whole);
	if (text[begin] === '[' && !text.startsWith('[', begin + 1) && lines.length < 2) return { container: 'json' };
	const objects = lines.filter(isObjectLine).length;
	const cef = text[begin] === '{' ? 0 : lines.filter((line) => cefStart(line) !== undefined).length;
	if (cef > objects && cef + objects >= lines.length * MOST) return { container: 'cef' };
	if (objects > 0 && objects + cef >= lines.length * MOST) {
		return lines.length === 1 && isPageLine(lines[0] ?? '') ? { container: 'json' } : { container: 'ndjson' };
	}
	if (text[begin] === '[' || text[begin] === '{') return { container: 'json' };
	if (lines.length < 2 && cefStart(text.slice(begin)) !== undefined) return { container: 'cef' };
	if (afterSyslogHeader(text.slice(begin)) !== undefined && lines.length < 2) return { container: 'ndjson' };
	// A byte that no text holds.
	if (/[\0-\x08\x0e-\x1a]/.test(text)) return undefined;
	const delimiter = delimiterOf(headerLine(lines.length > 0 ? lines : [text]));
	return delimiter === undefined ? undefined : { container: 'csv', delimiter };
}

/** The lines that are not blank; the last one only when it is known to be whole. */
function linesOf(text: string, whole: boolean): readonly string[] {
	const lines = text.split(/\r\n|\n|\r/);
	if (!whole) lines.pop();
	return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Whether a line looks like one JSON object by itself, perhaps behind a syslog header. */
function isObjectLine(line: string): boolean {
	if (!line.endsWith('}')) return false;
	if (!line.startsWith('{')) return afterSyslogHeader(line) !== undefined;
	return line.length > 2 || line === '{}';
}

function isPageLine(line: string): boolean {
	const value = parseInner(line);
	return isObject(value) && pageRecords(value) !== undefined;
}

/** The line with the names of the columns: behind PowerShell's `#TYPE` and Excel's `sep=`. */
function headerLine(lines: readonly string[]): string {
	return lines.find((line) => !/^"?(?:#TYPE |sep=.)/.test(line)) ?? '';
}

/** The delimiter that splits the header into most cells; a comma for a single column; undefined for a line that is no header. */
function delimiterOf(header: string): string | undefined {
	const bare = header.replace(/"[^"]*"/g, '');
	let best: string | undefined;
	let most = 0;
	for (const delimiter of DELIMITERS) {
		const count = bare.split(delimiter).length - 1;
		if (count > most) {
			most = count;
			best = delimiter;
		}
	}
	if (best !== undefined) return best;
	return /^(?:"[^"]{1,80}"|[\w.@ -]{1,80})$/.test(header) && header.split(' ').length <= 3 ? ',' : undefined;
}
