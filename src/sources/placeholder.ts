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

/** Whether a text stands for "nothing": `unknown`, `null`, `-`, `ANONYMIZED`, a zero GUID or an id of zeros only. An absent fact is absent. */
export function isPlaceholder(text: string): boolean {
	const trimmed = text.trim();
	return trimmed === '' || WORDS.has(trimmed.toLowerCase()) || /^0[0-]{7,}$/.test(trimmed);
}

/** The text, or undefined where it stands for "nothing". */
export function fact(text: string | undefined): string | undefined {
	return text === undefined || isPlaceholder(text) ? undefined : text;
}
