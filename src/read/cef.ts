import type { Json, JsonObject } from '../model/json.ts';
import { BEGINS, MAX_HEADER } from './syslog.ts';

/** Why a text that begins as CEF is none, in the two halves of an error. */
export interface CefBreak {
	readonly got: string;
	readonly expected: string;
}

/** The parts of the header behind the version, by ArcSight's names for them. */
const PARTS = ['deviceVendor', 'deviceProduct', 'deviceVersion', 'deviceEventClassId', 'name', 'severity'] as const;
/** Names of extensions are short; ArcSight allows letters and digits, what senders use holds points, dashes, brackets and underscores too. */
const LONGEST_KEY = 128;
const MARK = 'CEF:';
const BACKSLASH = '\\';

/**
 * The index at which a line of ArcSight's Common Event Format begins (`CEF:0|…`), behind a syslog header perhaps; undefined for any other line.
 * Source: https://www.microfocus.com/documentation/arcsight/arcsight-smartconnectors/pdfdoc/cef-implementation-standard/cef-implementation-standard.pdf
 */
export function cefStart(line: string): number | undefined {
	if (isMark(line, 0)) return 0;
	if (!BEGINS.test(line)) return undefined;
	const head = line.slice(0, MAX_HEADER);
	const brace = head.indexOf('{');
	for (let at = head.indexOf(MARK); at >= 0 && (brace < 0 || at < brace); at = head.indexOf(MARK, at + 1)) {
		if (' \t\ufeff>'.includes(line[at - 1] ?? '') && isMark(line, at)) return at;
	}
	return undefined;
}

function isMark(line: string, at: number): boolean {
	return line.startsWith(MARK, at) && /^ ?\d{1,3}(?:\.\d{1,3})?\|/.test(line.slice(at + MARK.length, at + MARK.length + 10));
}

/**
 * Reads a line of CEF: the header by ArcSight's names, `extensions` with what stands behind it, and `syslogHeader` where there was one.
 * Escapes are taken off: of bars and backslashes in the header, of equal signs, backslashes and line ends in the extension.
 * An equal sign without a backslash that no name stands before is part of the value, as senders of addresses write it. Of two extensions
 * with one name the first stands. Time and memory are linear in the length of the line.
 * @param at where it begins, see {@link cefStart}.
 */
export function parseCef(line: string, at = 0): JsonObject | CefBreak {
	const parts: string[] = [];
	let from = at + MARK.length;
	while (parts.length <= PARTS.length) {
		const bar = unescapedBar(line, from);
		// Without extensions the last bar may be missing.
		if (bar < 0 && parts.length < PARTS.length) return tooShort(parts.length + 1);
		parts.push(plainHeader(line.slice(from, bar < 0 ? line.length : bar)));
		from = bar < 0 ? line.length : bar + 1;
	}
	const record: Record<string, Json> = Object.create(null);
	record['cefVersion'] = parts[0]?.trim() ?? '';
	for (const [index, name] of PARTS.entries()) record[name] = parts[index + 1] ?? '';
	record['extensions'] = extensionsOf(line, from);
	const header = line.slice(0, at).trim();
	if (header !== '') record['syslogHeader'] = header;
	return record;
}

/** Whether {@link parseCef} gave a record. */
export function isCef(parsed: JsonObject | CefBreak): parsed is JsonObject {
	return !Object.hasOwn(parsed, 'got');
}

function tooShort(parts: number): CefBreak {
	return {
		got: `a CEF header with ${parts} of its 7 parts`,
		expected: 'CEF:version|vendor|product|version|id|name|severity|name=value …',
	};
}

function unescapedBar(line: string, from: number): number {
	for (let i = from; i < line.length; i += 1) {
		if (line[i] === BACKSLASH) i += 1;
		else if (line[i] === '|') return i;
	}
	return -1;
}

function plainHeader(text: string): string {
	return text.includes(BACKSLASH) ? text.replace(/\\([\\|])/g, '$1') : text;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
	['\\=', '='],
	['\\|', '|'],
	['\\\\', '\\'],
	['\\n', '\n'],
	['\\r', '\r'],
]);

function plainValue(text: string): string {
	return text.includes(BACKSLASH) ? text.replace(/\\[=|\\nr]/g, (pair) => ESCAPES.get(pair) ?? pair) : text;
}

function extensionsOf(line: string, start: number): JsonObject {
	const found: Record<string, Json> = Object.create(null);
	let key: string | undefined;
	let value = start;
	// Nothing before this belongs to the next name.
	let floor = start;
	for (let i = start; i < line.length; i += 1) {
		if (line[i] === BACKSLASH) {
			i += 1;
			continue;
		}
		if (line[i] !== '=') continue;
		const name = nameBefore(line, i, floor);
		const apart = name !== undefined && (name.from === start || isBlank(line[name.from - 1]));
		floor = i + 1;
		if (!apart) continue;
		keep(found, key, line.slice(value, name.from));
		key = name.text;
		value = i + 1;
	}
	keep(found, key, line.slice(value));
	return found;
}

function keep(found: Record<string, Json>, key: string | undefined, value: string): void {
	if (key === undefined || key === '__proto__' || Object.hasOwn(found, key)) return;
	found[key] = plainValue(value.trim());
}

/** The name that ends before an equal sign, blanks between allowed: some senders write `destinationServiceName =`. Nothing before `floor` is looked at. */
function nameBefore(line: string, sign: number, floor: number): { readonly text: string; readonly from: number } | undefined {
	let to = sign;
	while (to > floor && isBlank(line[to - 1])) to -= 1;
	let from = to;
	while (from > floor && /[\w.\-[\]]/.test(line[from - 1] ?? '')) from -= 1;
	if (from === to || to - from > LONGEST_KEY) return undefined;
	return { text: line.slice(from, to), from };
}

function isBlank(char: string | undefined): boolean {
	return char === ' ' || char === '\t';
}
