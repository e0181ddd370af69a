const DAY = 86_400_000;
/** 1 January 1970 as a day of each system: days since 30 December 1899 (so counted from March 1900 on), and since 1 January 1904. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** The 1900 system has a 29 February 1900 that never was: days before it count one less. */
const FIRST_TRUE_DAY = 61;
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST_DAY = 2_958_466;

/** How a cell with a number is to be shown: as it is, or as a date, a time of day, or both. */
export type NumberKind = 'plain' | 'date' | 'time' | 'date-time';

/** Formats without a text of their own that show dates and times: ECMA-376 part 1, 18.8.30, and the ones that East Asian editions add. */
const BUILT_IN: readonly (readonly [from: number, to: number, kind: NumberKind])[] = [
	[14, 17, 'date'],
	[18, 21, 'time'],
	[22, 22, 'date-time'],
	[27, 31, 'date'],
	[32, 35, 'time'],
	[36, 36, 'date'],
	[45, 45, 'time'],
	[50, 54, 'date'],
	[55, 56, 'time'],
	[57, 58, 'date'],
];

/** Longer format texts say nothing more. */
const MAX_FORMAT = 500;

/** What a number format shows: by its text, or its number where it has none. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
	if (code === undefined) return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'plain';
	// Of several sections the first is that of positive numbers. Quoted texts, colours and conditions, escaped and padding characters say nothing; `[h]` counts hours.
	const [section = ''] = code
		.slice(0, MAX_FORMAT)
		.replace(/"[^"]*"/g, '')
		.replace(/\[[^\]]*\]/g, (bracket) => (/^\[(?:h+|m+|s+)\]$/i.test(bracket) ? '0' : ''))
		.replace(/[\\_*]./g, '')
		.replace(/am\/pm|a\/p/gi, '')
		.split(';');
	if (/general|[0#?]/i.test(section.replace(/[.,]0+/g, ''))) return 'plain';
	const date = /[yde]/i.test(section) || /m/i.test(section.replace(/[hs][^a-z]*m+|m+[^a-z]*s/gi, ''));
	const time = /[hs]/i.test(section);
	if (date) return time ? 'date-time' : 'date';
	return time ? 'time' : 'plain';
}

/**
 * The text of a number in a cell. A date comes as ISO 8601 without a zone (a spreadsheet has none), to the millisecond; a whole number without exponent as far
 * as it is exact; anything else as it is written.
 */
export function numberText(written: string, kind: NumberKind, from1904: boolean): string {
	const number = Number(written);
	if (written.trim() === '' || !Number.isFinite(number)) return written;
	if (kind !== 'plain' && number >= 0 && number < LAST_DAY) return dateText(number, kind, from1904);
	return /e/i.test(written) && Number.isSafeInteger(number) ? String(number) : written;
}

function dateText(days: number, kind: NumberKind, from1904: boolean): string {
	const epoch = from1904 ? EPOCH_1904 : EPOCH_1900;
	const shifted = !from1904 && days < FIRST_TRUE_DAY ? days + 1 : days;
	const time = Math.round((shifted - epoch) * DAY);
	const iso = new Date(time).toISOString().replace(/(?:\.000)?Z$/, '');
	// A day shown without its hours still has them; a time of day without a day is no day.
	if (days < 1 && kind === 'time') return iso.slice(11);
	return kind === 'date' && iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso;
}

/** The characters that a spreadsheet writes as `_x000D_`: ECMA-376 part 1, 22.9.2.19. Lone halves of a pair stay as written. */
export function decodeEscapes(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([\da-fA-F]{4})_/g, (whole, hex: string) => {
		const code = Number.parseInt(hex, 16);
		return code >= 0xd800 && code <= 0xdfff ? whole : String.fromCharCode(code);
	});
}

const LETTER_A = 64;
/** Columns of a spreadsheet: XFD is the last. */
export const MAX_SHEET_COLUMNS = 16_384;

/** The 0-based column of a cell reference (`C7` → 2); undefined where it names none that a sheet has. */
export function columnOf(reference: string): number | undefined {
	let column = 0;
	for (let i = 0; i < reference.length; i += 1) {
		const letter = reference.charCodeAt(i) - LETTER_A;
		if (letter < 1 || letter > 26) break;
		column = column * 26 + letter;
		if (column > MAX_SHEET_COLUMNS) return undefined;
	}
	return column === 0 ? undefined : column - 1;
}
