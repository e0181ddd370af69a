import { BROWSERS, CLIENT_TOOLS, type ClientKind, SYSTEMS } from './client-tools.ts';

const LONGEST = 60;
/** Client strings are read no further than this: what tells the family stands at the front. */
const READ = 512;
const EXCHANGE = 'client=';
const PLACEHOLDERS: ReadonlySet<string> = new Set(['', '-', 'unknown', 'null', 'none', 'n/a', 'undefined', '(null)']);
const KINDS: ReadonlyMap<string, ClientKind> = new Map(CLIENT_TOOLS.map(({ family, kind }) => [family, kind]));

/**
 * What somebody acted with, without its version: OS and browser (`Chrome on Windows`, `Safari on iPhone`), or the tool's name
 * (`python-requests`, `git`, `PowerShell`, `OneDrive sync`). Exchange's `ClientInfoString` gives the agent in it where that is
 * known, else its own protocol word (`OWA`, `REST`, `POP3/IMAP4`, `MSExchangeRPC`). Of an unknown client the first product's
 * name, at most 60 characters. Linear in the length of the text.
 * @returns undefined where the log names no client (empty, `Unknown`)
 */
export function clientFamily(userAgent: string | undefined): string | undefined {
	if (userAgent === undefined) return undefined;
	const text = userAgent.slice(0, READ).trim();
	const lower = text.toLowerCase();
	if (PLACEHOLDERS.has(lower)) return undefined;
	if (lower.startsWith(EXCHANGE)) return exchangeClient(text, lower);
	return knownClient(lower) ?? firstProduct(text);
}

/**
 * Whether a family (as {@link clientFamily} gives it) is a script, a library or a command line tool rather than something
 * people click in.
 */
export function isScripted(family: string): boolean {
	const kind = KINDS.get(family);
	if (kind !== undefined) return kind === 'script';
	const lower = family.toLowerCase();
	return lower.includes('sdk') || lower.includes('httpclient') || lower.includes('http-client');
}

/** Whether a family is a client that synchronises or migrates files: it moves many at once by its nature. A client may lie. */
export function isSyncClient(family: string): boolean {
	return KINDS.get(family) === 'sync';
}

const PHONE = /\b(?:iphone|ipad|ios|android|mobile|okta verify)\b/i;

/** Whether a client family, or the name of an app, is one of a phone or tablet (`Safari on iPhone`, `Outlook on Android`, `Outlook Mobile`). */
export function isPhone(name: string): boolean {
	return PHONE.test(name);
}

function knownClient(lower: string): string | undefined {
	for (const { mark, family } of CLIENT_TOOLS) if (hasWord(lower, mark)) return family;
	const browser = BROWSERS.find(([mark]) => hasWord(lower, mark))?.[1];
	if (browser === undefined) return undefined;
	const system = SYSTEMS.find(([mark]) => hasWord(lower, mark))?.[1];
	return system === undefined ? browser : `${browser} on ${system}`;
}

// `Client=OWA;Mozilla/5.0 (…);`, `Client=WebServices;Microsoft Office/16.0 (…)[AppId=…];`, `Client=REST;Client=RESTSystem;;`
function exchangeClient(text: string, lower: string): string | undefined {
	const end = lower.indexOf(';');
	const word = (end < 0 ? text : text.slice(0, end)).slice(EXCHANGE.length).trim();
	const inner = end < 0 ? undefined : knownClient(lower.slice(end + 1));
	if (inner !== undefined) return inner;
	return PLACEHOLDERS.has(word.toLowerCase()) ? undefined : readable(word);
}

// Up to the first version or comment: `Foo Bar/1.2 (…)` and `Foo Bar 1.2` are `Foo Bar`. A text that begins with a digit (a
// vendor's code) stays whole.
function firstProduct(text: string): string | undefined {
	let end = 0;
	while (end < text.length && end <= LONGEST && !'/([;,'.includes(text.charAt(end))) end += 1;
	const name = text.slice(0, end).trim();
	const words: string[] = [];
	for (const word of name.split(' ')) {
		if (words.length > 0 && isVersion(word)) break;
		words.push(word);
	}
	return readable(words.join(' ')) ?? readable(text);
}

function isVersion(word: string): boolean {
	const first = word.charAt(word.startsWith('v') || word.startsWith('V') ? 1 : 0);
	return first >= '0' && first <= '9';
}

// Control characters go: the name is shown to people.
function readable(text: string): string | undefined {
	let shown = '';
	for (const character of text) {
		if (shown.length >= LONGEST) break;
		const code = character.codePointAt(0) ?? 0;
		if (code >= 32 && (code < 127 || code > 159)) shown += character;
	}
	const trimmed = shown.trim().slice(0, LONGEST);
	return trimmed === '' ? undefined : trimmed;
}

function hasWord(text: string, mark: string): boolean {
	for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
		const before = at === 0 ? 32 : text.charCodeAt(at - 1);
		const letter = (before >= 97 && before <= 122) || (before >= 48 && before <= 57);
		if (!letter) return true;
	}
	return false;
}
