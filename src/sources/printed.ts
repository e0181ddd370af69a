import { isObject, type Json } from '../model/json.ts';
import { asJson } from '../read/fields.ts';

/** Longer texts are not looked at: a cell holds one member of a record. */
const LONGEST = 1_000_000;

/** What .NET prints of a list or an object of which nothing was written down. */
const NOTHING_PRINTED = /^(?:System|Microsoft\.\w{1,40})\.[\w.`]{1,120}(?:\[[^\]]{0,120}\])?$/;

/**
 * What a cell holds that stands for an object or a list: JSON; else what Python prints of it (`{'id': 'x', 'ok': True}`: its csv module and pandas write
 * that), else what PowerShell's Export-Csv leaves (`@{id=x; ok=True}`, one level deep). A text that is none of these comes back as it is, and nothing where
 * only the name of a .NET type was written (`System.Object[]`).
 */
export function readCell(value: Json | undefined): Json | undefined {
	const found = asJson(value);
	if (typeof found !== 'string' || found.length > LONGEST) return found;
	const text = found.trim();
	if (text.startsWith('@{')) return fromPowerShell(text) ?? found;
	if (text.startsWith('{') || text.startsWith('[')) return fromPython(text) ?? found;
	return NOTHING_PRINTED.test(text) ? undefined : found;
}

/** Texts in either kind of quotes (one that does not end takes the rest), words, and whatever else stands between them. */
const PYTHON_TOKEN = /'(?:[^'\\]|\\[\s\S]?)*(?:'|$)|"(?:[^"\\]|\\[\s\S]?)*(?:"|$)|[A-Za-z_]+|[^'"A-Za-z_]+/g;
const PYTHON_WORDS: ReadonlyMap<string, string> = new Map([
	['None', 'null'],
	['True', 'true'],
	['False', 'false'],
	['nan', 'null'],
]);
const PYTHON_ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;
const CONTROLS: ReadonlyMap<string, string> = new Map([
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
	['\n', ''],
]);

/** Dictionaries, lists, texts, numbers and the words for nothing, true and false; undefined where it is anything else. */
function fromPython(text: string): Json | undefined {
	let json = '';
	for (const [token] of text.matchAll(PYTHON_TOKEN)) {
		const first = token[0] ?? '';
		if (first === "'" || first === '"') json += JSON.stringify(token.slice(1, -1).replace(PYTHON_ESCAPE, unescaped));
		else if (/[A-Za-z_]/.test(first)) json += PYTHON_WORDS.get(token) ?? token;
		else json += token;
	}
	const value = asJson(json);
	return isObject(value) || Array.isArray(value) ? value : undefined;
}

function unescaped(whole: string, two?: string, four?: string, eight?: string, one?: string): string {
	if (one !== undefined) return CONTROLS.get(one) ?? one;
	const code = Number.parseInt(two ?? four ?? eight ?? '', 16);
	return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

const POWERSHELL_NAME = /(?:^@\{|; )([A-Za-z]\w{0,63})=/g;

/** Nothing tells a `; name=` that stands in a value from a member: of members of one name the first counts, as vendors put ids before what people write. */
function fromPowerShell(text: string): Json | undefined {
	// Of several objects in a row nobody can say where one ends.
	if (!text.endsWith('}') || text.includes('} @{')) return undefined;
	const names = [...text.matchAll(POWERSHELL_NAME)];
	const made: { [name: string]: Json } = Object.create(null);
	for (const [place, match] of names.entries()) {
		const value = text.slice(match.index + match[0].length, names[place + 1]?.index ?? text.length - 1);
		const name = match[1] ?? '';
		if (value !== '' && !NOTHING_PRINTED.test(value)) made[name] ??= value;
	}
	return names.length > 0 ? made : undefined;
}
