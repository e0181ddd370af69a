import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EvidenceError } from '../../src/model/errors.ts';
import { withDefaults } from '../../src/read/limits.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { isSpooled, openPlace, spool } from '../../src/read/place.ts';
import { readSpans } from '../../src/read/spans.ts';
import { folderOf, numbers, readOne } from './reading.ts';

const LINES = '{"n":1}\n{"n":2}\n';

async function* input(...chunks: readonly string[]) {
	for (const chunk of chunks) yield Buffer.from(chunk);
}

describe('what can be read only once', () => {
	test('keeps what came through a pipe, to be read twice, and leaves no file behind', async () => {
		const size = await spool('a pipe', withDefaults({}), input('{"n":1}\n{"', 'n":2}\n'));
		expect(size).toBe(16);
		expect(isSpooled('a pipe')).toBe(true);
		const spans = [
			{ offset: 8, length: 7 },
			{ offset: 0, length: 7 },
		];
		for (let time = 0; time < 2; time += 1)
			expect((await readSpans('a pipe', spans)).map(String)).toEqual(['{"n":2}', '{"n":1}']);
		expect((await readdir(tmpdir())).filter((name) => /^saashound-[A-Za-z0-9]{6}$/.test(name))).toEqual([]);
	});

	test('reads a named pipe that was named itself', async () => {
		const root = await folderOf({ 'a.json': LINES });
		const pipe = join(root, 'pipe');
		const writer = spawn('sh', ['-c', `mkfifo '${pipe}' && : > '${root}/ready' && cat '${root}/a.json' > '${pipe}'`]);
		while (!(await readdir(root)).includes('ready')) await new Promise((resolve) => setTimeout(resolve, 10));
		const { files, total } = await openEvidence([pipe]);
		writer.kill();
		expect(total).toBeUndefined();
		const [file] = files;
		if (file === undefined) throw new Error('no file');
		expect([file.file, file.size]).toEqual([pipe, undefined]);
		const taken = await readOne(file);
		expect(numbers(taken)).toEqual([1, 2]);
		expect((await readSpans(pipe, taken.records)).map(String)).toEqual(['{"n":1}', '{"n":2}']);
	});

	test('closes a file only when what is being read of it has come', async () => {
		const root = await folderOf({ 'a.json': LINES });
		const place = await openPlace(join(root, 'a.json'));
		const buffers = [Buffer.alloc(100), Buffer.alloc(100)] as const;
		// It takes a second look to see that nothing more is there.
		const reads = Promise.all(buffers.map((buffer, index) => place.read(buffer, index * 8)));
		await place.close();
		expect(await reads).toEqual([16, 8]);
		expect(String(buffers[1].subarray(0, 8))).toBe('{"n":2}\n');
	});

	test('says that a file is gone or shorter than it was', async () => {
		const root = await folderOf({ 'a.json': LINES });
		await expect(openPlace(join(root, 'b.json'))).rejects.toThrow(EvidenceError);
		await expect(readSpans(join(root, 'b.json'), [{ offset: 0, length: 1 }])).rejects.toThrow(/no longer there/);
		await expect(readSpans(join(root, 'a.json'), [{ offset: 10, length: 7 }])).rejects.toThrow(/shorter/);
	});
});
