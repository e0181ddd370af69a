import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Defect } from '../model/errors.ts';
import { threadUrl } from './thread-url.ts';

/** SHA-256 of bytes that come chunk by chunk. */
export interface FileHash {
	/** Takes in a chunk, which is the caller's again at once; where something comes back, the next has to wait for it. */
	update(chunk: Uint8Array): Promise<void> | undefined;
	/** Hex. To be asked for once. */
	digest(): Promise<string>;
	/** To be called at the end, whether there was a digest or not. */
	close(): void;
}

/** What the hashing thread is asked: to take in bytes, to give the digest, or to forget a hash. */
export type HashTask =
	| { readonly id: number; readonly does: 'take'; readonly buffer: ArrayBuffer; readonly length: number }
	| { readonly id: number; readonly does: 'digest' | 'forget' };

/** What it answers: a buffer to be used again, or a digest. */
export type HashAnswer = { readonly buffer: ArrayBuffer } | { readonly id: number; readonly hex: string };

/** Bytes from which on hashing is worth a thread: of fewer it takes hardly longer than the thread to start. */
export const LARGE = 64 * 2 ** 20;
/** Chunks on their way to the thread, at most. */
const AHEAD = 4;

/**
 * Begins a hash. Of much evidence it is taken by a thread of its own, while the first reads what the bytes say.
 * @param bytes how much is expected
 */
export function beginHash(
	bytes: number,
	{ threads, large = LARGE }: { readonly threads: boolean; readonly large?: number },
): FileHash {
	if (!threads || bytes < large || availableParallelism() < 2) return new OwnHash();
	thread ??= new HashThread(() => {
		thread = undefined;
	});
	return thread.begin();
}

let thread: HashThread | undefined;

/** Hashes where it is called. */
class OwnHash implements FileHash {
	readonly #hash = createHash('sha256');

	update(chunk: Uint8Array): undefined {
		this.#hash.update(chunk);
	}

	async digest(): Promise<string> {
		return this.#hash.digest('hex');
	}

	close(): void {}
}

/** One thread that hashes for all files of a run. It keeps no program from ending. */
class HashThread {
	readonly #worker = new Worker(threadUrl('hash-thread', import.meta.url));
	readonly #free: ArrayBuffer[] = [];
	readonly #digests = new Map<number, (hex: string) => void>();
	readonly #failed: ((error: Defect) => void)[] = [];
	readonly #waiting: (() => void)[] = [];
	#away = 0;
	#open = 0;
	#last = 0;
	#failure: Defect | undefined;

	constructor(onFailure: () => void) {
		const fail = (cause: unknown) => {
			this.#failure ??= new Defect('the hashing thread broke; --threads 0 reads without it', { cause });
			for (const reject of this.#failed.splice(0)) reject(this.#failure);
			onFailure();
		};
		this.#worker.unref();
		this.#worker.on('message', (answer: HashAnswer) => this.#answered(answer));
		this.#worker.on('error', fail);
		this.#worker.on('exit', (code) => fail(new Error(`it ended with ${code}`)));
	}

	begin(): FileHash {
		this.#last += 1;
		const id = this.#last;
		this.#open += 1;
		this.#worker.ref();
		return {
			update: (chunk) => this.#take(id, chunk),
			digest: () => this.#digest(id),
			close: () => this.#close(id),
		};
	}

	#take(id: number, chunk: Uint8Array): Promise<void> | undefined {
		const buffer = this.#buffer(chunk.length);
		new Uint8Array(buffer).set(chunk);
		this.#ask({ id, does: 'take', buffer, length: chunk.length }, [buffer]);
		this.#away += 1;
		if (this.#away < AHEAD) return undefined;
		return this.#orFailure((resolve) => this.#waiting.push(resolve));
	}

	#digest(id: number): Promise<string> {
		return this.#orFailure((resolve) => {
			this.#digests.set(id, resolve);
			this.#ask({ id, does: 'digest' });
		});
	}

	#close(id: number): void {
		this.#ask({ id, does: 'forget' });
		this.#open -= 1;
		if (this.#open === 0) this.#worker.unref();
	}

	#ask(task: HashTask, transfer: readonly ArrayBuffer[] = []): void {
		this.#worker.postMessage(task, transfer);
	}

	#buffer(bytes: number): ArrayBuffer {
		const free = this.#free.pop();
		return free !== undefined && free.byteLength >= bytes ? free : new ArrayBuffer(bytes);
	}

	#answered(answer: HashAnswer): void {
		if ('buffer' in answer) {
			this.#free.push(answer.buffer);
			this.#away -= 1;
			this.#waiting.shift()?.();
		} else {
			this.#digests.get(answer.id)?.(answer.hex);
			this.#digests.delete(answer.id);
		}
	}

	#orFailure<T>(wait: (resolve: (value: T) => void) => void): Promise<T> {
		return new Promise((resolve, reject) => {
			if (this.#failure !== undefined) return reject(this.#failure);
			this.#failed.push(reject);
			wait((value) => {
				this.#failed.splice(this.#failed.indexOf(reject), 1);
				resolve(value);
			});
		});
	}
}
