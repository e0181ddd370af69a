import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../model/context.ts';
import { UsageError } from '../model/errors.ts';
import { Apps, readApps } from './apps.ts';
import { Changes, readChanges } from './changes.ts';
import { errorCode } from './error-code.ts';
import { Networks, readNetworks } from './networks.ts';
import { type People, readPeople } from './people.ts';
import { Repositories, readRepositories } from './repositories.ts';
import { quoted } from './table.ts';

/** Files of a context folder; others are passed over. */
export const CONTEXT_FILES = ['people.csv', 'apps.csv', 'networks.csv', 'changes.csv', 'repositories.csv'] as const;

/** Tables by name. */
const TABLE = /\.(?:csv|tsv|xlsx?|ods)$/i;

type FileName = (typeof CONTEXT_FILES)[number];

/**
 * Reads a context folder; every file is optional, other files are passed over.
 * @param onWarning told of tables of other names beside ours, and of a folder that holds none: more likely slips than meant
 * @throws UsageError where the folder is missing or holds tables of other names only, and for a bad row, naming file, line and
 * column
 */
export async function loadContext(folder: string, onWarning?: (warning: string) => void): Promise<Context> {
	const names = await listFolder(folder);
	const files = CONTEXT_FILES.filter((file) => names.has(file));
	const strangers = [...names].filter((name) => TABLE.test(name) && !CONTEXT_FILES.some((file) => file === name)).sort();
	if (strangers.length > 0) {
		const listed = strangers.slice(0, 5).map(withGuess).join(', ');
		const more = strangers.length > 5 ? ` and ${strangers.length - 5} more` : '';
		if (files.length === 0)
			throw new UsageError(
				`context folder ${quoted(folder)}: got only ${listed}${more}; expected any of ${CONTEXT_FILES.join(', ')}`,
			);
		onWarning?.(`context folder ${quoted(folder)}: ${listed}${more} not read; expected only ${CONTEXT_FILES.join(', ')}`);
	} else if (files.length === 0) {
		onWarning?.(`context folder ${quoted(folder)}: none of ${CONTEXT_FILES.join(', ')} is in it; nothing is told by it`);
	}
	const contents = new Map<FileName, Uint8Array>();
	for (const file of files) contents.set(file, await readOne(folder, file));
	const people = read(contents, 'people.csv', readPeople) ?? NOBODY;
	const apps = read(contents, 'apps.csv', readApps) ?? new Apps([]);
	const networks = read(contents, 'networks.csv', readNetworks) ?? new Networks([]);
	const changes = read(contents, 'changes.csv', readChanges) ?? new Changes([]);
	const repositories = read(contents, 'repositories.csv', readRepositories) ?? new Repositories([]);
	return {
		files,
		people: people.list,
		person: (id) => people.byName.get(id.toLowerCase()),
		app: (id, name, platform) => apps.find(id, name, platform),
		network: (ip) => networks.find(ip),
		changes: (who, activity, time) => changes.find(who, activity, time),
		repository: (id) => repositories.find(id),
	};
}

const NOBODY: People = { list: [], byName: new Map() };

function read<T>(contents: ReadonlyMap<FileName, Uint8Array>, file: FileName, reader: (bytes: Uint8Array) => T): T | undefined {
	const bytes = contents.get(file);
	return bytes === undefined ? undefined : reader(bytes);
}

async function listFolder(folder: string): Promise<ReadonlySet<string>> {
	try {
		return new Set(await readdir(folder));
	} catch (error) {
		const reason =
			errorCode(error) === 'ENOENT'
				? 'there is none'
				: errorCode(error) === 'ENOTDIR'
					? 'it is a file'
					: `it cannot be read (${errorCode(error)})`;
		throw new UsageError(
			`context folder ${quoted(folder)}: ${reason}; expected a folder with any of ${CONTEXT_FILES.join(', ')}`,
		);
	}
}

/** Far above any list of people; a table is held in memory whole. */
const MAX_BYTES = 256 * 2 ** 20;

async function readOne(folder: string, file: FileName): Promise<Uint8Array> {
	const path = join(folder, file);
	try {
		const stats = await stat(path);
		// A pipe would wait for ever, a device never end.
		if (!stats.isFile()) throw new UsageError(`context file ${quoted(path)} is no file; expected a comma-separated text`);
		if (stats.size > MAX_BYTES)
			throw new UsageError(`context file ${quoted(path)} has ${stats.size} bytes; expected at most ${MAX_BYTES}`);
		return await readFile(path);
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(`context file ${quoted(path)} cannot be read (${errorCode(error)})`);
	}
}

// `Networks.csv` and `network.xlsx` are probably meant to be `networks.csv`.
function withGuess(name: string): string {
	const stem = name.toLowerCase().replace(TABLE, '').replace(/s$/, '');
	const meant = CONTEXT_FILES.find((file) => file.replace(/s?\.csv$/, '') === stem);
	return meant === undefined ? quoted(name) : `${quoted(name)} (${meant}?)`;
}
