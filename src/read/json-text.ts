import type { Json } from '../model/json.ts';

/** Thrown for JSON nested deeper than allowed. */
export class TooDeep extends Error {
	override readonly name: string = 'TooDeep';
}

/** Where a JSON text breaks. */
export interface JsonBreak {
	/** Index of the first character that is wrong; the length of the text where it only ends too early. */
	readonly at: number;
	readonly expected: string;
}

/** Digits from which a whole number may lie beyond 2^53 = 9007199254740992. */
const LONG_NUMBER = 16;
const NUMBER_FOLLOWS = ':,[ \t\r\n';

/**
 * Parses JSON; whole numbers beyond 2^53 come as text with all their digits (`1152922976252290886`), so that ids stay exact.
 * @throws SyntaxError when it is broken; TooDeep when it is nested deeper than `maxDepth`.
 */
export function parseExact(text: string, maxDepth: number): Json {
	if (opensMore(text, maxDepth) && depthOf(text) > maxDepth) throw new TooDeep(`nested deeper than ${maxDepth}`);
	// Node 20 gives a reviver no source text: such numbers are put in quotes first, in the few records that hold any.
	return JSON.parse(hasLongNumber(text) ? quoteLongNumbers(text) : text) as Json;
}

/** Parses a text found inside a record when it holds a JSON object or array of sane depth; undefined otherwise. */
export function parseInner(text: string, maxDepth = 200): Json | undefined {
	const trimmed = text.trim();
	const first = trimmed.charCodeAt(0);
	if (first !== 0x7b && first !== 0x5b) return undefined;
	try {
		return parseExact(trimmed, maxDepth);
	} catch {
		return undefined;
	}
}

/** Whether more than `limit` brackets open, in strings too: a quick test that lets nearly every record skip the exact one. */
function opensMore(text: string, limit: number): boolean {
	let count = 0;
	for (let at = text.indexOf('{'); at >= 0 && count <= limit; at = text.indexOf('{', at + 1)) count += 1;
	for (let at = text.indexOf('['); at >= 0 && count <= limit; at = text.indexOf('[', at + 1)) count += 1;
	return count > limit;
}

/** Whether 16 digits stand in a row where a number may, now and then in a text too. A run that long covers every 16th place once: the others are looked at only where that one is a digit. */
function hasLongNumber(text: string): boolean {
	for (let at = LONG_NUMBER - 1; at < text.length; at += LONG_NUMBER) {
		if (!isDigit(text.charCodeAt(at))) continue;
		let from = at;
		while (from > 0 && isDigit(text.charCodeAt(from - 1))) from -= 1;
		let to = at + 1;
		while (isDigit(text.charCodeAt(to))) to += 1;
		if (to - from >= LONG_NUMBER && mayBeNumber(text, from)) return true;
		// Whatever run comes next begins behind this one.
		at = to - 1;
	}
	return false;
}

/** Whether digits that begin here may be a number: behind a bracket, a colon, a comma or a blank. In texts, where ids are long, mostly something else stands there. */
function mayBeNumber(text: string, from: number): boolean {
	const before = text[from - 1] === '-' ? text[from - 2] : text[from - 1];
	return before === undefined || NUMBER_FOLLOWS.includes(before);
}

function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code === 0x22) i = endOfString(text, i);
		else if (code === 0x7b || code === 0x5b) {
			depth += 1;
			if (depth > deepest) deepest = depth;
		} else if (code === 0x7d || code === 0x5d) depth -= 1;
	}
	return deepest;
}

/** Index of the quote that ends the string that begins at `start`; the length of the text where none does. */
function endOfString(text: string, start: number): number {
	for (let i = start + 1; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code === 0x5c) i += 1;
		else if (code === 0x22) return i;
	}
	return text.length;
}

function quoteLongNumbers(text: string): string {
	let result = '';
	let copied = 0;
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code === 0x22) {
			i = endOfString(text, i);
			continue;
		}
		if (code !== 0x2d && !isDigit(code)) continue;
		let end = i + 1;
		while (isNumberPart(text.charCodeAt(end))) end += 1;
		const number = text.slice(i, end);
		if (/^-?[1-9]\d{15,}$/.test(number) && !Number.isSafeInteger(Number(number))) {
			result += `${text.slice(copied, i)}"${number}"`;
			copied = end;
		}
		i = end - 1;
	}
	return copied === 0 ? text : result + text.slice(copied);
}

function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

/** Digits, `.`, `e`, `E`, `+`, `-`. */
function isNumberPart(code: number): boolean {
	return isDigit(code) || code === 0x2e || code === 0x65 || code === 0x45 || code === 0x2b || code === 0x2d;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const BLANK = /[ \t\r\n]*/y;

const THE_END = 'the end';

/** Finds where a text that is not JSON breaks (V8 does not always say); undefined when it is one whole JSON value after all. */
export function findBreak(text: string): JsonBreak | undefined {
	const closers: string[] = [];
	let at = skip(text, 0);
	let want: 'value' | 'first' | 'name' | 'next' = 'value';
	for (;;) {
		const char = text[at];
		const closer = closers.at(-1);
		if (want === 'next') {
			if (closer === undefined) return at < text.length ? { at, expected: THE_END } : undefined;
			if (char === ',') {
				at = skip(text, at + 1);
				want = closer === '}' ? 'name' : 'value';
			} else if (char === closer) {
				closers.pop();
				at = skip(text, at + 1);
			} else return { at, expected: `"," or "${closer}"` };
			continue;
		}
		if (want === 'first' && char === closer) {
			closers.pop();
			at = skip(text, at + 1);
			want = 'next';
			continue;
		}
		if (closer === '}' && (want === 'name' || want === 'first')) {
			const end = stringEnd(text, at);
			if (end < 0) return { at: -1 - end, expected: want === 'first' ? 'a name in quotes or "}"' : 'a name in quotes' };
			at = skip(text, end);
			if (text[at] !== ':') return { at, expected: '":"' };
			at = skip(text, at + 1);
			want = 'value';
			continue;
		}
		if (char === '{' || char === '[') {
			closers.push(char === '{' ? '}' : ']');
			at = skip(text, at + 1);
			want = 'first';
			continue;
		}
		const end = char === '"' ? stringEnd(text, at) : Math.max(match(NUMBER, text, at), match(WORD, text, at));
		if (end < 0)
			return { at: char === '"' ? -1 - end : at, expected: char === '"' ? 'the end of the text in quotes' : 'a value' };
		at = skip(text, end);
		want = 'next';
	}
}

/** `}{`, with blanks between perhaps: the mark of objects in a row. In a text it means nothing. */
const IN_A_ROW = /\}[\s\ufeff]*\{/;

/** The texts of several JSON values in a row, with nothing but blanks and byte order marks between them; undefined for anything else, a single value included. */
export function valuesInARow(text: string): readonly string[] | undefined {
	if (!IN_A_ROW.test(text)) return undefined;
	const values: string[] = [];
	for (let from = 0; ; ) {
		const rest = text.slice(from);
		const found = findBreak(rest);
		if (found === undefined) return values.length === 0 ? undefined : [...values, rest];
		if (found.expected !== THE_END) return undefined;
		values.push(rest.slice(0, found.at));
		const next = rest.slice(found.at).search(/[^\s\ufeff]/);
		// What follows is no object, or nothing but a mark.
		if (next < 0 || rest[found.at + next] !== '{') return undefined;
		from += found.at + next;
	}
}

/** Index behind the string that begins at `at`; `-1 - index` of what is wrong where there is none or it is broken. */
function stringEnd(text: string, at: number): number {
	if (text[at] !== '"') return -1 - at;
	for (let i = at + 1; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code === 0x22) return i + 1;
		if (code < 0x20) return -1 - i;
		if (code !== 0x5c) continue;
		const length = match(ESCAPE, text, i) - i;
		if (length < 0) return -1 - i;
		i += length - 1;
	}
	return -1 - text.length;
}

function match(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : -1;
}

function skip(text: string, at: number): number {
	return match(BLANK, text, at);
}

/** How one character is shown in a message: never raw when it could steer a terminal. */
export function showChar(char: string | undefined): string {
	if (char === undefined || char === '') return 'the end';
	const code = char.codePointAt(0) ?? 0;
	return code > 0x20 && code < 0x7f ? `"${String.fromCodePoint(code)}"` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
