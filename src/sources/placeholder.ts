const WORDS: ReadonlySet<string> = new Set([
	'unknown',
	'null',
	'<null>',
	'undefined',
	'none',
	'nil',
	'n/a',
	'-',
	'--',
	'anonymized',
	'redacted',
	'000000000000000aaa',
]);

/** For each ASCII character whether a text that stands for "nothing" may begin with it: those of the words in either case, the zero of zero ids, blanks. */
const BEGINS = Uint8Array.from({ length: 0x80 }, (_, code) =>
	code <= 0x20 || 'un<-ar0'.includes(String.fromCharCode(code).toLowerCase()) ? 1 : 0,
);

/** Whether a text stands for "nothing": `unknown`, `null`, `-`, `ANONYMIZED`, a zero GUID or an id of zeros only. An absent fact is absent. */
export function isPlaceholder(text: string): boolean {
	// An empty text and what lies beyond ASCII (there are blanks) are looked at more closely.
	if (BEGINS[text.charCodeAt(0)] === 0) return false;
	const trimmed = text.trim();
	return trimmed === '' || WORDS.has(trimmed.toLowerCase()) || /^0[0-]{7,}$/.test(trimmed);
}

/** The text, or undefined where it stands for "nothing". */
export function fact(text: string | undefined): string | undefined {
	return text === undefined || isPlaceholder(text) ? undefined : text;
}
