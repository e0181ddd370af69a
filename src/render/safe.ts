/**
 * Characters that must never reach a terminal, a page or a file as they are: C0 and C1 controls and DEL (terminal escapes start
 * there), bidirectional marks, overrides and isolates (they show text in another order than it stands), zero-width and other
 * invisible characters, tag characters and variation selectors beyond the emoji ones (hidden text), line and paragraph separators,
 * lone surrogates and noncharacters.
 */
const UNSAFE =
	// biome-ignore lint/suspicious/noMisleadingCharacterClass: each character is meant alone, marks included.
	/[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}\p{Surrogate}]/gu;

/** Seven or more marks on one letter: text that grows over its neighbours. No written language needs them. */
const PILED_MARKS = /(\p{M}{6})\p{M}+/gu;

/** Nothing but printable ASCII. */
export const PLAIN = /^[\x20-\x7e]*$/;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text from a log as it may be shown: characters that steer terminals, reorder or hide text stand as `\n`, `\x1b`, `\u202e`,
 * `\u{e0041}`. A backslash of the log itself stays as it is (names such as `DOMAIN\user` stay readable).
 */
export function visible(text: string): string {
	if (PLAIN.test(text)) return text;
	return text.replace(UNSAFE, spelled).replace(PILED_MARKS, '$1…');
}

function spelled(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code <= 0xff) return SHORT[character] ?? `\\x${code.toString(16).padStart(2, '0')}`;
	return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

/** JSON text with the same characters written as JSON escapes: the value stays the same, the text can be printed on a terminal. */
export function escapedJson(json: string): string {
	return json.replace(UNSAFE, (character) => (character === '\n' ? character : unitsEscaped(character)));
}

function unitsEscaped(character: string): string {
	let text = '';
	for (let i = 0; i < character.length; i++) text += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
	return text;
}

/**
 * First characters that spreadsheets take for a formula, with their full-width twins, also behind blanks.
 * After OWASP, CSV Injection: https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^(?:[\t\r\n]| *[=+\-@\uff1d\uff0b\uff0d\uff20])/;

/**
 * A text as a CSV cell, not yet quoted (the CSV writer quotes): unsafe characters are shown as {@link visible} does, and a cell that a
 * spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or line break) gets a leading apostrophe.
 */
export function csvCell(text: string): string {
	return FORMULA.test(text) ? `'${visible(text)}` : visible(text);
}

const HTML: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'`': '&#96;',
};

/** A text as HTML or XML text or attribute value between quotes, unsafe characters shown as {@link visible} does. */
export function html(text: string): string {
	return visible(text).replace(/[&<>"'`]/g, (character) => HTML[character] ?? '');
}

/**
 * A text as Markdown prose on one line: no markup, no link, no table cell border, no HTML, and no mention of a user in it comes alive
 * (a mention gets an invisible blank after its `@`; mail addresses stay as they are).
 */
export function markdown(text: string): string {
	return visible(text)
		.replace(/[\\`*_{}[\]<>()#|~!&]/g, '\\$&')
		.replace(/:(?=\/\/)/g, '\\:')
		.replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
		.replace(/(^|[^\p{L}\p{N}.\-+_])@(?=[A-Za-z0-9])/gu, '$1@&#8203;')
		.replace(/^([-+=]|\d+(?=[.)](?:\s|$)))/, (found) =>
			/^\d/.test(found) ? `&#${found.charCodeAt(0)};${found.slice(1)}` : `\\${found}`,
		);
}

/** A text as Markdown code on one line, whatever backticks it holds; safe in a table cell. */
export function markdownCode(text: string): string {
	const shown = visible(text).replaceAll('|', '\\|');
	if (shown === '') return '';
	let fence = '`';
	for (const run of shown.match(/`+/g) ?? []) if (run.length >= fence.length) fence = '`'.repeat(run.length + 1);
	const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
	return `${fence}${pad}${shown}${pad}${fence}`;
}
