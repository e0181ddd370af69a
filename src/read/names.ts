import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { posix } from 'node:path';
import { readdir } from './files.ts';

/** A name in a folder. */
export type Entry = Pick<Dirent, 'name' | 'isDirectory' | 'isSymbolicLink'>;

/** What a folder holds. */
export interface Names {
	readonly entries: readonly Entry[];
	/** Names that are not UTF-8, as bytes: as texts they name nothing, or a neighbour. */
	readonly foreign: readonly Buffer[];
}

/** What stands for bytes that are not UTF-8 once they have become a text. */
const REPLACED = '\ufffd';

/** Reads the names in a folder. @throws the system's error where it cannot be read. */
export async function namesIn(folder: string): Promise<Names> {
	const entries = await readdir(folder, { withFileTypes: true });
	if (!entries.some(({ name }) => name.includes(REPLACED))) return { entries, foreign: [] };
	const exact = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
	return {
		entries: exact
			.filter(({ name }) => isUtf8(name))
			.map((entry) => ({
				name: entry.name.toString(),
				isDirectory: () => entry.isDirectory(),
				isSymbolicLink: () => entry.isSymbolicLink(),
			})),
		foreign: exact.map(({ name }) => name).filter((name) => !isUtf8(name)),
	};
}

/** Whether a path, as a text, may mean another whose bytes are not UTF-8: which of them was meant cannot be told. */
export async function meansForeign(path: string): Promise<boolean> {
	if (!path.includes(REPLACED)) return false;
	let folder = path.startsWith('/') ? '/' : '.';
	for (const name of path.split('/').filter((part) => part !== '')) {
		if (name.includes(REPLACED)) {
			const { foreign } = await namesIn(folder).catch(() => ({ foreign: [] }));
			if (foreign.some((bytes) => bytes.toString() === name)) return true;
		}
		folder = posix.join(folder, name);
	}
	return false;
}

/** A name that is not UTF-8, its bytes beyond ASCII as `\xe9`. */
export function spelled(name: Buffer): string {
	return name.toString('latin1').replace(/[\x80-\xff]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`);
}
