import { closeSync, constants, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { EvidenceError } from '../model/errors.ts';
import { close, fstat, mkdtemp, open, read, unlink, writeFile } from './files.ts';
import type { ReadLimits } from './limits.ts';
import { codeOf } from './walk.ts';

/** Bytes that can be read at any position: a file on disk, or what came through a pipe. */
export interface Place {
	/** Bytes when it was opened: what comes behind later is not read. */
	readonly size: number;
	/** Bytes by now. */
	sizeNow(): Promise<number>;
	/** Fills the buffer from `position` on as far as there are bytes; gives how many. @throws EvidenceError when the disk fails. */
	read(buffer: Buffer, position: number): Promise<number>;
	close(): Promise<void>;
}

/** What came through pipes and standard input, by the name it was given: kept for a second reading. */
const spools = new Map<string, { readonly fd: number; readonly size: number; readonly stopped: boolean }>();

/**
 * Opens a file, or what was spooled under that name.
 * @throws EvidenceError when it cannot be opened.
 */
export async function openPlace(file: string): Promise<Place> {
	const spooled = spools.get(file);
	if (spooled !== undefined) return placeOf(file, spooled.fd, spooled.size, false);
	const fd = await openFile(file);
	const stats = await fstat(fd);
	if (stats.isFile()) return placeOf(file, fd, stats.size, true);
	await close(fd);
	throw new EvidenceError(`${file}: is no longer a file; expected it to stay while it is read`);
}

/**
 * Reads a pipe or standard input (`-`) to its end into a private temporary file (mode 0600, gone when the program ends), so that it can be read twice.
 * @returns the number of bytes.
 * @throws EvidenceError when it cannot be read or there is no room for it; the signal's reason once aborted.
 */
export async function spool(file: string, limits: ReadLimits, input?: AsyncIterable<Uint8Array>): Promise<number> {
	// Somebody who reads the evidence twice finds the pipe empty, but what came through it still here.
	const kept = spools.get(file);
	if (kept !== undefined && input === undefined) return kept.size;
	const fd = await privateFile();
	let size = 0;
	try {
		const chunks = input ?? (file === '-' ? process.stdin : await openPipe(file, limits.stop));
		for await (const chunk of untilStopped(chunks, limits.stop)) {
			limits.signal?.throwIfAborted();
			await writeFile(fd, chunk as Uint8Array);
			size += (chunk as Uint8Array).length;
		}
	} catch (error) {
		await close(fd);
		limits.signal?.throwIfAborted();
		throw new EvidenceError(`${file}: cannot be read to its end (${codeOf(error)})`);
	}
	const before = spools.get(file);
	if (before !== undefined) await close(before.fd);
	const stopped = limits.stop?.aborted === true;
	spools.set(file, { fd, size, stopped });
	return size;
}

/** Whether what came through a pipe ends where reading was stopped, not where its writer ended it. */
export function isStopped(file: string): boolean {
	return spools.get(file)?.stopped === true;
}

// A pipe whose writer is silent would keep the reader waiting: whoever stops it must not wait for one more chunk.
async function* untilStopped(chunks: AsyncIterable<Uint8Array>, stop: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
	if (stop === undefined) return yield* chunks;
	const iterator = chunks[Symbol.asyncIterator]();
	let wake = () => {};
	const stopped = new Promise<undefined>((resolve) => {
		wake = () => resolve(undefined);
		if (stop.aborted) wake();
		stop.addEventListener('abort', wake);
	});
	try {
		for (;;) {
			const next = await Promise.race([stopped, iterator.next()]);
			if (next === undefined || next.done === true) return;
			yield next.value;
		}
	} finally {
		stop.removeEventListener('abort', wake);
		// Asking the iterator to end would wait for the chunk that it waits for.
		if (chunks instanceof Readable) chunks.destroy();
		else void iterator.return?.();
	}
}

/**
 * A named pipe as a stream that keeps no thread waiting: the program could not be interrupted while one waits. Only the opening waits for
 * a writer; the end of the program is one, and so is a stop.
 */
async function openPipe(file: string, stop: AbortSignal | undefined): Promise<AsyncIterable<Uint8Array>> {
	const wake = () => {
		try {
			closeSync(openSync(file, constants.O_WRONLY | constants.O_NONBLOCK));
		} catch {
			// Nobody waits there.
		}
	};
	process.once('exit', wake);
	stop?.addEventListener('abort', wake);
	try {
		const fd = await open(file, constants.O_RDONLY);
		return new Socket({ fd, readable: true, writable: false });
	} finally {
		process.off('exit', wake);
		stop?.removeEventListener('abort', wake);
	}
}

/** Whether a name stands for what came through a pipe and was kept. */
export function isSpooled(file: string): boolean {
	return spools.has(file);
}

/** Reads a stretch of a place in chunks. Two buffers take turns: a chunk is valid only until the next one is asked for. */
export async function* chunksOf(place: Place, from: number, to: number, limits: ReadLimits): AsyncGenerator<Buffer> {
	const length = Math.max(1, Math.min(limits.chunkBytes, to - from));
	const buffers = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)] as const;
	const fetch = (position: number, turn: number) =>
		place.read((turn % 2 === 0 ? buffers[0] : buffers[1]).subarray(0, Math.min(length, to - position)), position);
	let position = from;
	let ahead = position < to ? fetch(position, 0) : undefined;
	for (let turn = 0; ahead !== undefined; turn += 1) {
		const got = await ahead;
		limits.signal?.throwIfAborted();
		if (got === 0) return;
		position += got;
		ahead = position < to ? fetch(position, turn + 1) : undefined;
		// An error of the read ahead is met at the next turn, not as an unhandled one.
		ahead?.catch(() => undefined);
		yield (turn % 2 === 0 ? buffers[0] : buffers[1]).subarray(0, got);
	}
}

// Whatever has taken the file's place since it was found, opening it must not wait for somebody to write.
async function openFile(file: string): Promise<number> {
	try {
		return await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	} catch (error) {
		throw new EvidenceError(`${file}: cannot be read (${codeOf(error)}); expected a file that you may read`);
	}
}

/** @param owned whether closing the place closes the file */
function placeOf(file: string, fd: number, size: number, owned: boolean): Place {
	/** What is being read: a file that is closed meanwhile could be another by the time it is read. */
	let reading: Promise<void> = Promise.resolve();
	return {
		size,
		sizeNow: async () => (owned ? (await fstat(fd)).size : size),
		read(buffer, position) {
			const filled = fill(fd, buffer, position).catch((error: unknown) => {
				throw new EvidenceError(`${file}: cannot be read to its end (${codeOf(error)})`);
			});
			const before = reading;
			const settled = () => before;
			reading = filled.then(settled, settled);
			return filled;
		},
		async close() {
			await reading;
			if (owned) await close(fd);
		},
	};
}

async function fill(fd: number, buffer: Buffer, position: number): Promise<number> {
	let filled = 0;
	while (filled < buffer.length) {
		const { bytesRead } = await read(fd, buffer, filled, buffer.length - filled, position + filled);
		if (bytesRead === 0) break;
		filled += bytesRead;
	}
	return filled;
}

async function privateFile(): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'saashound-'));
	const path = join(folder, 'input');
	const fd = await open(path, 'wx+', 0o600);
	// Nameless from here on where the system allows it: gone even if the program is killed.
	const nameless = await unlink(path).then(
		() => true,
		() => false,
	);
	if (nameless) rmSync(folder, { recursive: true, force: true });
	else process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return fd;
}
