import { readdir, stat } from './files.ts';

/** Alternatives that one pattern may have once its braces are written out. */
const MAX_ALTERNATIVES = 10_000;

const STAR = 0x2a;
const QUESTION = 0x3f;
const OPEN = 0x5b;

/** Whether a text holds any of the characters that make it a pattern: `*`, `?`, `[`, `{`. */
export function isGlob(text: string): boolean {
	return /[*?[{]/.test(text);
}

/**
 * Finds the files and folders that a pattern names: `*` and `?` within one name, `**` over any number of folders, `[abc]`, `[a-z]`, `[!abc]`,
 * `{a,b}`. Names that begin with a dot match only where the pattern writes the dot. Links to folders are not followed by `**`.
 * @returns paths with `/`, sorted by code unit, each once.
 */
export async function expandGlob(pattern: string): Promise<readonly string[]> {
	const found = new Set<string>();
	for (const alternative of expandBraces(pattern)) {
		const segments = alternative.split('/').filter((segment, index) => segment !== '' || index === 0);
		const rooted = segments[0] === '';
		await follow(rooted ? '/' : '', rooted ? segments.slice(1) : segments, found);
	}
	return [...found].sort();
}

/**
 * Whether a name (no `/`) fits one segment of a pattern. Takes time in proportion to name × pattern at worst, whatever the pattern.
 */
export function matchesSegment(name: string, pattern: string): boolean {
	if (name.startsWith('.') && !pattern.startsWith('.')) return false;
	let at = 0;
	let want = 0;
	let starAt = -1;
	let starName = 0;
	while (at < name.length) {
		if (pattern.charCodeAt(want) === STAR) {
			starAt = want;
			starName = at;
			want += 1;
			continue;
		}
		const length = want < pattern.length ? matchOne(name.charCodeAt(at), pattern, want) : 0;
		if (length > 0) {
			at += 1;
			want += length;
			continue;
		}
		if (starAt < 0) return false;
		// Let the last star swallow one more character.
		starName += 1;
		at = starName;
		want = starAt + 1;
	}
	while (pattern.charCodeAt(want) === STAR) want += 1;
	return want === pattern.length;
}

/** How many characters of the pattern at `want` match this one character; 0 when they do not. */
function matchOne(char: number, pattern: string, want: number): number {
	const code = pattern.charCodeAt(want);
	if (code === QUESTION) return 1;
	if (code !== OPEN) return code === char ? 1 : 0;
	const close = pattern.indexOf(']', want + 2);
	if (close < 0) return code === char ? 1 : 0;
	const negated = pattern[want + 1] === '!' || pattern[want + 1] === '^';
	let inside = false;
	for (let i = want + (negated ? 2 : 1); i < close; i += 1) {
		const low = pattern.charCodeAt(i);
		if (pattern[i + 1] === '-' && i + 2 < close) {
			if (char >= low && char <= pattern.charCodeAt(i + 2)) inside = true;
			i += 2;
		} else if (char === low) inside = true;
	}
	return inside !== negated ? close - want + 1 : 0;
}

/** Writes out `{a,b}`, nested ones too. A brace without a comma or partner stands for itself. */
export function expandBraces(pattern: string): readonly string[] {
	const done: string[] = [];
	const open = [pattern];
	while (open.length > 0 && done.length + open.length <= MAX_ALTERNATIVES) {
		const text = open.pop() ?? '';
		const brace = findBrace(text);
		if (brace === undefined) done.push(text);
		else for (const part of brace.parts) open.push(text.slice(0, brace.start) + part + text.slice(brace.end));
	}
	return done;
}

function findBrace(text: string): { start: number; end: number; parts: readonly string[] } | undefined {
	for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
		let depth = 0;
		let from = start + 1;
		const parts: string[] = [];
		for (let i = start; i < text.length; i += 1) {
			if (text[i] === '{') depth += 1;
			else if (text[i] === ',' && depth === 1) {
				parts.push(text.slice(from, i));
				from = i + 1;
			} else if (text[i] === '}') {
				depth -= 1;
				if (depth > 0) continue;
				if (parts.length === 0) break;
				parts.push(text.slice(from, i));
				return { start, end: i + 1, parts };
			}
		}
	}
	return undefined;
}

async function follow(base: string, segments: readonly string[], found: Set<string>): Promise<void> {
	const [segment, ...rest] = segments;
	if (segment === undefined) {
		if (base !== '') found.add(base);
		return;
	}
	if (segment === '**') {
		await follow(base, rest.length > 0 ? rest : ['*'], found);
		for (const entry of await entries(base)) {
			if (entry.isDirectory() && !entry.name.startsWith('.')) await enter(join(base, entry.name), segments, found);
		}
		return;
	}
	if (!isGlob(segment)) {
		const path = join(base, segment);
		if (await exists(path)) await follow(path, rest, found);
		return;
	}
	for (const entry of await entries(base)) {
		if (!matchesSegment(entry.name, segment)) continue;
		if (rest.length === 0 || entry.isDirectory() || entry.isSymbolicLink()) await enter(join(base, entry.name), rest, found);
	}
}

// What is there under a name that is not UTF-8 cannot be looked into: it is given as it is, so that somebody says so.
async function enter(path: string, segments: readonly string[], found: Set<string>): Promise<void> {
	if (path.includes('\ufffd') && !(await exists(path))) found.add(path);
	else await follow(path, segments, found);
}

function join(base: string, name: string): string {
	return base === '' || base.endsWith('/') ? base + name : `${base}/${name}`;
}

async function entries(folder: string) {
	try {
		return await readdir(folder === '' ? '.' : folder, { withFileTypes: true });
	} catch {
		// Not a folder, or not ours to read: nothing in it matches.
		return [];
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}
