import { Worker } from 'node:worker_threads';
import { Defect } from '../model/errors.ts';
import type { Piece } from '../model/record.ts';
import { threadUrl } from '../read/thread-url.ts';
import { type OpenBatch, TextMemory } from './open-batch.ts';
import type { PackedBatch } from './packed.ts';
import type { ReaderSettings } from './piece-reader.ts';

/** What a thread is asked to do. */
export interface Task {
	readonly piece: Piece;
	readonly file: string;
}

/** What it answers: the piece's buffer comes back to be used again. */
export interface Answer {
	readonly batch: PackedBatch;
	readonly buffer: ArrayBuffer;
}

/** Pieces given to one thread and not yet consumed: one it works on, and one or two for it to go on with. */
const AHEAD = 3;
/** Bytes of text given out and not yet consumed, unless a single piece is larger. */
const MOST_BYTES = 64 * 2 ** 20;
/** Steps that wait for others: pieces, and what was parsed here and comes behind them. */
const MOST_STEPS = 64;
/** Larger buffers are not kept for use again. */
const LARGEST_KEPT = 4 * 2 ** 20;

interface Thread {
	readonly worker: Worker;
	readonly memory: TextMemory;
	/** Its tasks, oldest first. */
	readonly tasks: Step[];
}

/** One step of the work, in the order of the evidence. */
interface Step {
	/** Undefined: what a thread is to find out is not known yet. */
	run: (() => void) | undefined;
	readonly bytes: number;
	use(batch: OpenBatch): void;
}

/**
 * Threads that turn pieces of text into batches of events. What comes of them is used strictly in the order in which it was asked for, whoever is done
 * first; only so much is asked for ahead of that. Without threads (`count` 0) each step is taken at once.
 */
export class Crew {
	readonly #threads: Thread[] = [];
	readonly #steps: Step[] = [];
	readonly #free: ArrayBuffer[] = [];
	#pieces = 0;
	#bytes = 0;
	#failure: unknown;
	#wake: (() => void) | undefined;

	/** Whether a step threw, or a thread broke. */
	get hasFailed(): boolean {
		return this.#failure !== undefined;
	}

	get isWorking(): boolean {
		return this.#threads.length > 0;
	}

	/** Starts the threads. */
	start(count: number, settings: ReaderSettings): void {
		for (let index = 0; index < count; index += 1) {
			const worker = new Worker(threadUrl('reading-thread', import.meta.url), { workerData: settings });
			const thread: Thread = { worker, memory: new TextMemory(), tasks: [] };
			worker.on('message', (answer: Answer) => this.#answered(thread, answer));
			worker.on('messageerror', (error) => this.#fail(error));
			worker.on('error', (error) => this.#fail(error));
			worker.on('exit', (code) => this.#fail(new Error(`it ended with ${code}`)));
			this.#threads.push(thread);
		}
	}

	/** Takes a step when all before it have been taken. */
	queue(run: () => void): void {
		this.#steps.push({ run, bytes: 0, use: () => undefined });
		this.#advance();
	}

	/** Has a piece read, and uses what comes of it when all before it has been used. */
	give(piece: Piece, file: string, use: (batch: OpenBatch) => void): void {
		const [first, ...others] = this.#threads;
		if (first === undefined) throw new Defect('a piece was given out before there was a thread');
		const thread = others.reduce((least, other) => (other.tasks.length < least.tasks.length ? other : least), first);
		const step: Step = { run: undefined, bytes: piece.bytes.length, use };
		this.#steps.push(step);
		this.#pieces += 1;
		this.#bytes += step.bytes;
		thread.tasks.push(step);
		const { bytes, records, stretches, cells } = piece;
		thread.worker.postMessage({ piece, file } satisfies Task, [bytes.buffer, records.buffer, stretches.buffer, cells.buffer]);
	}

	/**
	 * Waits until there is room for another piece; `all`: until every step has been taken.
	 * @throws whatever a step threw; Defect when a thread broke; the signal's reason once aborted.
	 */
	async settle(all: boolean, signal?: AbortSignal): Promise<void> {
		for (;;) {
			signal?.throwIfAborted();
			this.#advance();
			if (this.#failure !== undefined) throw this.#failure;
			const room = this.#pieces < this.#threads.length * AHEAD && this.#bytes < MOST_BYTES && this.#steps.length < MOST_STEPS;
			if (this.#steps.length === 0 || (room && !all)) return;
			await this.#change(signal);
		}
	}

	/** A buffer of at least so many bytes. */
	buffer(bytes: number): ArrayBuffer {
		const free = this.#free.pop();
		return free !== undefined && free.byteLength >= bytes ? free : new ArrayBuffer(bytes);
	}

	/** Ends the threads, whatever they are doing. */
	async stop(): Promise<void> {
		for (const { worker } of this.#threads) worker.removeAllListeners('exit');
		await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
		this.#threads.length = 0;
	}

	#answered({ memory, tasks }: Thread, { batch, buffer }: Answer): void {
		if (buffer.byteLength <= LARGEST_KEPT && this.#free.length < this.#threads.length * AHEAD) this.#free.push(buffer);
		const step = tasks.shift();
		if (step === undefined) return;
		const open = memory.open(batch);
		step.run = () => step.use(open);
		this.#wake?.();
	}

	/** Takes the steps that can be taken. */
	#advance(): void {
		if (this.#failure !== undefined) return;
		for (let step = this.#steps[0]; step?.run !== undefined; step = this.#steps[0]) {
			this.#steps.shift();
			if (step.bytes > 0) this.#pieces -= 1;
			this.#bytes -= step.bytes;
			try {
				step.run();
			} catch (error) {
				this.#failure = error;
				throw error;
			}
		}
	}

	#fail(error: unknown): void {
		const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
		const what = memory ? 'ran out of memory' : `broke: ${error instanceof Error ? error.message : String(error)}`;
		this.#failure ??= new Defect(`a reading thread ${what}; --threads 0 reads without them`, { cause: error });
		this.#wake?.();
	}

	#change(signal: AbortSignal | undefined): Promise<void> {
		return new Promise((resolve) => {
			const done = () => {
				signal?.removeEventListener('abort', done);
				this.#wake = undefined;
				resolve();
			};
			this.#wake = done;
			signal?.addEventListener('abort', done);
		});
	}
}
