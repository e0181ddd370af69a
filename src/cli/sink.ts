import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { isSystemError } from './errors.ts';
import { onExit } from './exit.ts';

/** Enough to make few system calls, little enough to stay out of memory's way; UTF-16 units. */
const CHUNK = 1 << 16;

/** Where text goes. */
export interface Sink {
	write(text: string): void;
	/** Settles once there is room for more; who writes a lot asks now and then. */
	ready(): Promise<void>;
	/** Settles when all that was written has been taken. */
	done(): Promise<void>;
	/** Gives up what was not done; nothing after `done`. */
	drop(): void;
}

/** A sink for standard output (`-`) or a file. `option`: which one names it. @throws UsageError where a file cannot be put there. */
export function sinkFor(file: string, option = '--output'): Sink {
	return file === '-' ? new StdoutSink() : new FileSink(file, option);
}

/** Puts one text there. @throws UsageError where a file cannot be put there. */
export async function deliver(file: string, text: string | Iterable<string>, option?: string): Promise<void> {
	const sink = sinkFor(file, option);
	try {
		for (const piece of typeof text === 'string' ? [text] : text) sink.write(piece);
		await sink.done();
	} finally {
		sink.drop();
	}
}

/** Standard output in large pieces. On POSIX systems a write waits for the reader, so nothing piles up. */
class StdoutSink implements Sink {
	#pending = '';

	write(text: string): void {
		this.#pending += text;
		if (this.#pending.length >= CHUNK) this.#send();
	}

	async ready(): Promise<void> {
		if (process.stdout.writableNeedDrain) await this.#taken();
	}

	async done(): Promise<void> {
		this.#send();
		if (process.stdout.writableLength > 0) await this.#taken();
	}

	#taken(): Promise<void> {
		return new Promise((resolve) => process.stdout.write('', () => resolve()));
	}

	drop(): void {}

	#send(): void {
		const text = this.#pending;
		this.#pending = '';
		if (text !== '') process.stdout.write(text);
	}
}

/** A file that appears under its name, whole, when all was written; until then it is a hidden one beside it. */
class FileSink implements Sink {
	readonly #target: string;
	readonly #written: string;
	readonly #handle: number;
	readonly #forget: () => void;
	#pending: string[] = [];
	#length = 0;
	#open = true;

	constructor(file: string, option: string) {
		this.#target = placeFor(file, option);
		const temporary = join(dirname(this.#target), `.${basename(this.#target)}.${process.pid}.tmp`);
		const before = statSync(this.#target, { throwIfNoEntry: false });
		// A device or a pipe is written to, never replaced by a file.
		this.#written = (before?.isFile() ?? true) ? temporary : this.#target;
		// Who might not read the file that was there may not read the one in its place.
		this.#handle = opened(this.#written, file, option, before?.isFile() === true ? before.mode & 0o777 : 0o666);
		this.#forget = onExit(() => this.#remove());
	}

	write(text: string): void {
		this.#pending.push(text);
		this.#length += text.length;
		if (this.#length >= CHUNK) this.#flush();
	}

	async ready(): Promise<void> {}

	async done(): Promise<void> {
		this.#flush();
		this.#close();
		if (this.#written !== this.#target) renameSync(this.#written, this.#target);
		this.#forget();
	}

	drop(): void {
		if (!this.#open) return;
		this.#close();
		this.#remove();
		this.#forget();
	}

	#flush(): void {
		const bytes = Buffer.from(this.#pending.join(''));
		try {
			for (let at = 0; at < bytes.length; ) at += writeSync(this.#handle, bytes, at);
		} catch (error) {
			// The system names no file where writing fails.
			if (isSystemError(error)) error.path ??= this.#target;
			throw error;
		}
		this.#pending = [];
		this.#length = 0;
	}

	#close(): void {
		this.#open = false;
		closeSync(this.#handle);
	}

	#remove(): void {
		if (this.#written !== this.#target) rmSync(this.#written, { force: true });
	}
}

// The user named the file, not the temporary one beside it.
function opened(path: string, file: string, option: string, mode: number): number {
	try {
		return openSync(path, 'w', mode);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		throw new UsageError(`${option}: ${file} cannot be written there (${code})`);
	}
}

/**
 * Checks before the work begins that a file can be put there. Returns where it really goes: a link is followed.
 * @throws UsageError where it cannot.
 */
export function placeFor(file: string, option: string): string {
	const folder = statSync(dirname(file), { throwIfNoEntry: false });
	if (folder === undefined || !folder.isDirectory()) throw new UsageError(`${option}: the folder ${dirname(file)} is missing`);
	if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
		throw new UsageError(`${option}: ${file} is a folder; name a file in it`);
	}
	return existsSync(file) ? realpathSync(file) : file;
}
