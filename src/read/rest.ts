/** A stream of chunks that takes back what its reader did not need. */
export class Rest {
	readonly #chunks: AsyncIterator<Buffer>;
	#back: Buffer | undefined;
	#taken = 0;

	constructor(chunks: AsyncIterable<Buffer>) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}

	/** Bytes taken and not given back. */
	get position(): number {
		return this.#taken;
	}

	/** The next chunk, only lent; undefined at the end. */
	async take(): Promise<Buffer | undefined> {
		const back = this.#back;
		this.#back = undefined;
		if (back !== undefined) {
			this.#taken += back.length;
			return back;
		}
		const next = await this.#chunks.next();
		if (next.done === true) return undefined;
		this.#taken += next.value.length;
		return next.value;
	}

	/** Takes back the end of the chunk that was taken last. */
	giveBack(end: Buffer): void {
		if (end.length === 0) return;
		this.#back = end;
		this.#taken -= end.length;
	}

	/** Takes zeros. @returns the byte that follows them, which is still to be taken; undefined at the end. */
	async passZeros(): Promise<number | undefined> {
		for (;;) {
			const chunk = await this.take();
			if (chunk === undefined) return undefined;
			const at = chunk.findIndex((byte) => byte !== 0);
			if (at < 0) continue;
			this.giveBack(chunk.subarray(at));
			return chunk[at];
		}
	}

	/** Nothing more is taken. */
	async close(): Promise<void> {
		await this.#chunks.return?.();
	}
}
