import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { LogFile, LogFileSummary, RawRecord, Rejection } from '../../src/model/record.ts';
import { type ReadOptions, withDefaults } from '../../src/read/limits.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { Sink } from '../../src/read/sink.ts';
import type { Layout, TextContainer } from '../../src/read/sniff.ts';
import { splitterOf } from '../../src/read/split.ts';

/** Everything that came of one text or file. */
export interface Taken {
	readonly records: readonly RawRecord[];
	readonly rejections: readonly Rejection[];
	readonly count: number;
	readonly truncated: boolean;
}

/** Splits a text handed over in pieces of `size` bytes (default: whole). */
export function split(
	container: TextContainer,
	text: string | Buffer,
	given: ReadOptions & Partial<Layout> & { size?: number; cut?: number } = {},
): Taken {
	const sink = new Sink(withDefaults(given), (offset) => offset);
	const splitter = splitterOf({ container, ...given }, sink);
	const bytes = Buffer.from(text as string);
	if (given.cut !== undefined) {
		splitter.push(bytes.subarray(0, given.cut));
		splitter.push(bytes.subarray(given.cut));
	} else {
		const size = given.size ?? Math.max(1, bytes.length);
		for (let from = 0; from < bytes.length; from += size) splitter.push(bytes.subarray(from, from + size));
	}
	splitter.end();
	const { records, rejections } = sink.take();
	return { records, rejections, count: sink.count, truncated: sink.truncated };
}

/** The same whatever the pieces: two at every cut point, and pieces of 1, 2, 3 and 7 bytes. Gives the answer for the whole text. */
export function splitEveryWay(
	container: TextContainer,
	text: string | Buffer,
	given: ReadOptions & Partial<Layout> = {},
): { whole: Taken; others: readonly Taken[] } {
	const length = Buffer.byteLength(text);
	const others: Taken[] = [1, 2, 3, 7].map((size) => split(container, text, { ...given, size }));
	for (let cut = 1; cut < length; cut += 1) others.push(split(container, text, { ...given, cut }));
	return { whole: split(container, text, given), others };
}

/** A temporary folder with these files, gone after the tests of the file. */
export async function folderOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'saashound-test-'));
	folders.push(folder);
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), content);
	}
	return folder;
}

const folders: string[] = [];
afterAll(async () => {
	for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Reads one opened file to its end. */
export async function readOne(file: LogFile): Promise<Taken & { readonly summary: LogFileSummary }> {
	const records: RawRecord[] = [];
	const rejections: Rejection[] = [];
	for await (const batch of file.batches()) {
		records.push(...batch.records);
		rejections.push(...batch.rejections);
	}
	const summary = file.summary();
	return { records, rejections, count: summary.records, truncated: summary.truncated, summary };
}

/** Writes one file, opens it and reads it to its end. */
export async function readContent(content: string | Buffer, options: ReadOptions = {}, name = 'log') {
	const folder = await folderOf({ [name]: content });
	const { files } = await openEvidence([join(folder, name)], options);
	const [file] = files;
	if (file === undefined || files.length !== 1) throw new Error(`${files.length} files`);
	return { ...(await readOne(file)), file: file.file };
}

/** Member `n` of each record. */
export function numbers(taken: Taken): readonly unknown[] {
	return taken.records.map(({ value }) => value['n']);
}
