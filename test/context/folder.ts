import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

const made: string[] = [];

afterAll(async () => {
	for (const folder of made.splice(0)) await rm(folder, { recursive: true });
});

/** A folder of its own with these files; removed after the tests of the file. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'saashound-context-'));
	made.push(folder);
	for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
	return folder;
}
