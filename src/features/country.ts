import { COUNTRIES } from './country-names.ts';

const LONGEST = 60;
const PLACEHOLDERS: ReadonlySet<string> = new Set([
	'',
	'unknown',
	'none',
	'null',
	'na',
	'n a',
	'not available',
	'unavailable',
	'undefined',
	'private',
	'reserved',
	'xx',
	'zz',
]);
/** Codes that are not ISO 3166 but are met: `UK` and `EL` as the European Union writes them. */
const OTHER_CODES: readonly (readonly [string, string])[] = [
	['uk', 'GB'],
	['el', 'GR'],
];
const BY_NAME: ReadonlyMap<string, string> = tabulate();

/**
 * The country of a log's own word: ISO 3166-1 alpha-2 from a code of two or three letters or an English name, any case, with or
 * without marks.
 * @returns alpha-2; for words that no table knows the word itself, so that it still tells values apart (codes such as `A1` in
 * capitals, names folded, at most 60 characters); undefined for placeholders (`Unknown`, `-`, `XX`)
 */
export function countryOf(text: string): string | undefined {
	const name = foldName(text.slice(0, 4 * LONGEST));
	if (PLACEHOLDERS.has(name)) return undefined;
	const code = BY_NAME.get(name);
	if (code !== undefined) return code;
	return name.length === 2 ? name.toUpperCase() : name.slice(0, LONGEST);
}

/**
 * A name without marks, punctuation, "the" and "and", in lower case, "saint" as "st": `Côte d’Ivoire` and `Cote d'Ivoire` are
 * one.
 */
export function foldName(text: string): string {
	const plain = text
		.normalize('NFD')
		.replace(/[\u0300-\u036f'’.]/g, '')
		.toLowerCase();
	const words: string[] = [];
	// Letters of other scripts stay: a name in the log's own language still tells countries apart.
	for (const word of plain.split(/[^\p{L}\p{N}]+/u)) {
		if (word === '' || word === 'the' || word === 'and') continue;
		words.push(word === 'saint' ? 'st' : word);
	}
	return words.join(' ');
}

function tabulate(): ReadonlyMap<string, string> {
	const table = new Map(OTHER_CODES);
	for (const line of COUNTRIES) {
		const alpha2 = line.slice(0, 2);
		table.set(alpha2.toLowerCase(), alpha2);
		table.set(line.slice(3, 6).toLowerCase(), alpha2);
		for (const name of line.slice(7).split('|')) table.set(name, alpha2);
	}
	return table;
}
