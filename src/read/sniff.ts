import { isObject } from '../model/json.ts';
import type { Container } from '../model/record.ts';
import { cefStart } from './cef.ts';
import { parseInner, valuesInARow } from './json-text.ts';
import { pageRecords } from './pages.ts';
import { type TableLayout, tableOf } from './sniff-csv.ts';
import { afterSyslogHeader } from './syslog.ts';

/** Layouts that are told from the text itself. */
export type TextContainer = Exclude<Container, 'xlsx'>;

/** How a text is laid out. */
export interface Layout extends Partial<TableLayout> {
	readonly container: TextContainer;
	/** Of JSON lines and CEF: they end in carriage returns alone. */
	readonly returns?: true;
}

/** Share of the first lines that must be one JSON object (one event in CEF) each for the text to be JSON lines (CEF): a few broken ones do not matter. */
const MOST = 0.6;

const CONTROL = /[\0-\x08\x0e-\x1a]/;
const CONTROLS = /[\0-\x08\x0e-\x1a]+/g;
/** Share of such bytes from which a text is none: programs and pictures have a tenth and more. */
const MOST_CONTROLS = 0.01;

/**
 * Tells the layout of a text from its beginning, never from its name.
 * @param head the first bytes, UTF-8 without mark.
 * @param whole the text is no longer than that.
 * @returns undefined when it is neither JSON nor CEF nor CSV; `'blank'` when there is nothing but blanks.
 */
export function sniff(head: Buffer, whole: boolean): Layout | 'blank' | undefined {
	const text = head.subarray(0, lengthOf(head)).toString('utf8');
	const begin = text.search(/[^\s\x1e]/);
	if (begin < 0) return 'blank';
	const lines = linesOf(text, whole);
	if (text[begin] === '[' && !text.startsWith('[', begin + 1) && lines.length < 2) return { container: 'json' };
	const objects = lines.filter(isObjectLine).length;
	const cef = text[begin] === '{' ? 0 : lines.filter((line) => cefStart(line) !== undefined).length;
	if (cef > objects && cef + objects >= lines.length * MOST) return { container: 'cef', ...endsOf(text, lines) };
	if (objects > 0 && objects + cef >= lines.length * MOST) {
		if (lines.length === 1 && isPageLine(lines[0] ?? '')) return { container: 'json' };
		return isInRows(lines) ? { container: 'json' } : { container: 'ndjson', ...endsOf(text, lines) };
	}
	if (text[begin] === '[' || text[begin] === '{') return { container: 'json' };
	if (lines.length < 2 && cefStart(text.slice(begin)) !== undefined) return { container: 'cef' };
	if (afterSyslogHeader(text.slice(begin)) !== undefined && lines.length < 2) return { container: 'ndjson' };
	const all = lines.length > 0 ? lines : [text];
	if (isBinary(text, all)) return undefined;
	const table = tableOf(text, all, whole);
	return table === undefined ? undefined : { container: 'csv', ...table };
}

/** Bytes up to the zeros that stand at the end of a file whose last blocks were never written. */
function lengthOf(head: Buffer): number {
	let length = head.length;
	while (length > 0 && head[length - 1] === 0) length -= 1;
	return length === 0 ? head.length : length;
}

/** Bytes that no text holds: in its first line, or too many of them. A log may quote one or two of them somewhere. */
function isBinary(text: string, [first = '']: readonly string[]): boolean {
	return CONTROL.test(first) || text.length - text.replaceAll(CONTROLS, '').length > text.length * MOST_CONTROLS;
}

/** The lines that are not blank; the last one only when it is known to be whole. */
function linesOf(text: string, whole: boolean): readonly string[] {
	const lines = text.split(/\r\n|\n|\r/);
	if (!whole) lines.pop();
	return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Whether a line looks like one JSON object by itself, perhaps behind a syslog header. */
function isObjectLine(line: string): boolean {
	// A record that was written as a string: a CSV would double its quotes.
	if (line.startsWith('"{\\"')) return line.endsWith('}"');
	if (!line.endsWith('}')) return false;
	if (!line.startsWith('{')) return afterSyslogHeader(line) !== undefined;
	return line.length > 2 || line === '{}';
}

function endsOf(text: string, lines: readonly string[]): { readonly returns?: true } {
	return lines.length > 1 && !text.includes('\n') ? { returns: true } : {};
}

/** Whether the lines are nothing but objects, many of them several in a row without a line end between, as Amazon Data Firehose writes them. */
function isInRows(lines: readonly string[]): boolean {
	if (!lines.every((line) => line.startsWith('{'))) return false;
	const rows = lines.filter((line) => valuesInARow(line) !== undefined);
	return rows.length > 0 && rows.length >= lines.length * (1 - MOST);
}

function isPageLine(line: string): boolean {
	const value = parseInner(line);
	return isObject(value) && pageRecords(value) !== undefined;
}
