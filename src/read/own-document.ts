import { isObject } from '../model/json.ts';

/** Letters in which a document of ours says what it is; a report's security policy stands before. */
const BEGINNING = 4096;

const JSON_START = /^\{\s*"schema":\s*"(saashound\/[a-z-]{1,32}\/\d{1,4})"/;
const SARIF_START =
	/^\{\s*"\$schema":\s*"[^"]{1,200}",\s*"version":\s*"2\.1\.0",\s*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"saashound"/;

/**
 * Tells the documents that this program itself writes (findings and all other JSON, SARIF, HTML, Markdown, CSV) from logs, by how they begin. Lines of
 * events and of findings are none: each stands for itself.
 * @param head the first bytes, UTF-8 without mark.
 * @param whole the text is no longer than that.
 * @returns what it is, e.g. `saashound/findings/1` or `SARIF`; undefined where it is none.
 */
export function ownDocument(head: Buffer, whole: boolean): string | undefined {
	const start = head.toString('utf8', 0, BEGINNING);
	if (start.startsWith('<!DOCTYPE html>') && start.includes('<meta name="generator" content="saashound ')) return 'HTML';
	if (start.startsWith('# What saashound found\n')) return 'Markdown';
	if (start.startsWith('rank,id,analytic,technique,severity,score,chance,actor_type,actor,')) return 'CSV';
	const kind = JSON_START.exec(start)?.[1] ?? (SARIF_START.test(start) ? 'SARIF' : undefined);
	return kind !== undefined && isAlone(head, start, whole) ? kind : undefined;
}

// A line of a log may well begin like this; behind it stand others. Longer documents are told by being laid out over lines, as ours are.
function isAlone(head: Buffer, start: string, whole: boolean): boolean {
	if (!whole) return start.startsWith('{\n');
	try {
		return isObject(JSON.parse(head.toString('utf8')));
	} catch {
		return false;
	}
}
