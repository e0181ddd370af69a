import { RESTRICTED_WORDS, type RepositorySensitivity, UNRESTRICTED_WORDS } from '../model/context.ts';
import { UsageError } from '../model/errors.ts';
import { wordCell } from './cells.ts';
import { quoted, readTable } from './table.ts';

const WORDS = [...RESTRICTED_WORDS, ...UNRESTRICTED_WORDS];
const RESTRICTED: ReadonlySet<string> = new Set(RESTRICTED_WORDS);

const LAYOUT = { file: 'repositories.csv', columns: ['repository', 'sensitivity'], required: 2 } as const;

interface Pattern {
	readonly row: RepositorySensitivity;
	/** Literal texts between the stars. */
	readonly parts: readonly string[];
	readonly literal: number;
}

/** How sensitive repositories are. */
export class Repositories {
	readonly #exact = new Map<string, RepositorySensitivity>();
	readonly #patterns: readonly Pattern[];

	constructor(rows: readonly RepositorySensitivity[]) {
		const patterns: Pattern[] = [];
		for (const row of rows) {
			const parts = row.repository.split('*');
			if (parts.length > 1) patterns.push({ row, parts, literal: row.repository.length - parts.length + 1 });
			else if (!this.#exact.has(row.repository)) this.#exact.set(row.repository, row);
		}
		this.#patterns = patterns.sort((left, right) => right.literal - left.literal);
	}

	/**
	 * What is said of a repository: its own row, else the pattern with the most literal characters (of equal ones the first). A
	 * row without `/` names the repository in any organisation.
	 */
	find(id: string): RepositorySensitivity | undefined {
		const name = id.toLowerCase();
		const short = name.slice(name.lastIndexOf('/') + 1);
		const exact = this.#exact.get(name) ?? this.#exact.get(short);
		if (exact !== undefined) return exact;
		return this.#patterns.find(({ row, parts }) => matches(row.repository.includes('/') ? name : short, parts))?.row;
	}
}

/**
 * Reads `repositories.csv`.
 * @throws UsageError for a bad row, a sensitivity of another name, and for a repository that stands in two rows
 */
export function readRepositories(bytes: Uint8Array): Repositories {
	const rows = new Map<string, RepositorySensitivity>();
	for (const row of readTable(bytes, LAYOUT)) {
		const repository = row.cell('repository').toLowerCase();
		const known = rows.get(repository);
		if (known !== undefined) {
			throw new UsageError(
				`${row.ref}: column repository: got ${quoted(repository)}, which ${known.ref} has; expected each once`,
			);
		}
		const sensitivity = wordCell(row, 'sensitivity', WORDS);
		rows.set(repository, { ref: row.ref, repository, sensitivity, restricted: RESTRICTED.has(sensitivity) });
	}
	return new Repositories([...rows.values()]);
}

// Each part at its first place after the one before, the last at the end: one pass over the text, no backing up.
function matches(text: string, parts: readonly string[]): boolean {
	const [first = '', ...others] = parts;
	const last = others.pop() ?? '';
	if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
	const end = text.length - last.length;
	let at = first.length;
	for (const part of others) {
		const found = text.indexOf(part, at);
		if (found < 0 || found + part.length > end) return false;
		at = found + part.length;
	}
	return true;
}
