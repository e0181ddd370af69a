/** What a byte means to the splitter outside a string. */
export const PLAIN = 0;
export const QUOTE = 1;
export const OPEN = 2;
export const CLOSE = 3;
/** A byte that JSON has no place for outside strings. */
const WRONG = 4;

/** `{`, `[`, `}`, `]`, `,`, `:`, `"`, `\` and newline as bytes. */
export const BRACE = 0x7b;
export const BRACKET = 0x5b;
export const END_BRACE = 0x7d;
export const END_BRACKET = 0x5d;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const QUOTE_MARK = 0x22;
export const BACKSLASH = 0x5c;
export const NEWLINE = 0x0a;

/** Meaning of each byte outside a string. */
export const MEANING: Uint8Array = meanings();

function meanings(): Uint8Array {
	const table = new Uint8Array(256).fill(WRONG);
	// Whitespace, commas, colons, numbers, and the letters of true, false and null.
	for (const char of ' \t\r\n,:0123456789+-.eEtrufalsn') table[char.charCodeAt(0)] = PLAIN;
	table[QUOTE_MARK] = QUOTE;
	table[BRACE] = OPEN;
	table[BRACKET] = OPEN;
	table[END_BRACE] = CLOSE;
	table[END_BRACKET] = CLOSE;
	return table;
}

/** Whether a byte is whitespace in JSON; the record separator of RFC 7464 counts too. */
export function isSpace(byte: number): boolean {
	return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09 || byte === 0x1e;
}

/** Index of the last byte before `at` (not before `from`) that is no whitespace; -1 where there is none. */
export function lastSolid(bytes: Buffer, from: number, at: number): number {
	for (let i = at - 1; i >= from; i -= 1) if (!isSpace(bytes[i] as number)) return i;
	return -1;
}

/** Index of the first byte from `at` on (before `end`) that is no whitespace; `end` where there is none. */
export function nextSolid(bytes: Buffer, at: number, end: number): number {
	let i = at;
	while (i < end && isSpace(bytes[i] as number)) i += 1;
	return i;
}
