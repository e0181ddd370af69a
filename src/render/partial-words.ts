import type { PartialRun } from '../model/finding.ts';
import { count, counted } from './number.ts';

/** Names of files in a sentence before the rest is only counted. */
const NAMED = 5;

/** What everybody must know who reads findings of an interrupted run; nothing where all was read. */
export function partialLines(partial: PartialRun | undefined): readonly string[] {
	if (partial === undefined) return [];
	const { partly, unread } = partial;
	const parts = [
		...(partly.length === 0 ? [] : [`${counted(partly.length, 'file was', 'files were')} read in part (${named(partly)})`]),
		...(unread.length === 0 ? [] : [`${counted(unread.length, 'file was', 'files were')} not read at all (${named(unread)})`]),
	];
	return [
		`PARTIAL: the run was interrupted before all was read: ${parts.join(', ')}. What is usual, what is new and what is missing is judged by the part that was read.`,
	];
}

function named(files: readonly string[]): string {
	const more = files.length > NAMED ? ` and ${count(files.length - NAMED)} more` : '';
	return `${files.slice(0, NAMED).join(', ')}${more}`;
}
