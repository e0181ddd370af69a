import { visible } from './safe.ts';
import { width } from './text-width.ts';

/** What a line that goes on in the next one ends with, by how a command begins. */
const GOES_ON: readonly (readonly [start: string, sign: string])[] = [
	['saashound ', ' \\'],
	['m365: Search-UnifiedAuditLog ', ' `'],
];

/** Blanks before the further lines. */
const INDENT = 2;

/**
 * A command in lines of at most so many columns that can be pasted as they stand: broken only before an option outside of quotes, each line but
 * the last ending as the shell wants it. Undefined where the text is no command, or does not fit that way: it is wrapped like any other then.
 */
export function commandLines(text: string, columns: number): readonly string[] | undefined {
	const sign = GOES_ON.find(([start]) => text.startsWith(start))?.[1];
	// What is not shown as it is would not be pasted as it is.
	if (sign === undefined || visible(text) !== text) return undefined;
	const lines: string[] = [];
	let line = '';
	for (const part of beforeOptions(text)) {
		const longer = line === '' ? part : `${line} ${part}`;
		if (line !== '' && width(longer) + sign.length > columns) {
			lines.push(line + sign);
			line = ' '.repeat(INDENT) + part;
		} else line = longer;
	}
	lines.push(line);
	return lines.every((one) => width(one) <= columns) ? lines : undefined;
}

/** The words of a command in one line, those in quotes that a POSIX shell would take apart or read otherwise. */
export function commandText(words: readonly string[]): string {
	return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');
}

/** The text cut before each option (` -`) that stands outside of single quotes. */
function beforeOptions(text: string): readonly string[] {
	const parts: string[] = [];
	let from = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at += 1) {
		// A quote inside quotes is written '\\'': the one behind the backslash opens nothing.
		if (!quoted && text[at] === '\\') at += 1;
		else if (text[at] === "'") quoted = !quoted;
		else if (!quoted && text.startsWith(' -', at)) {
			parts.push(text.slice(from, at));
			from = at + 1;
		}
	}
	return [...parts, text.slice(from)];
}
