/** Cuts a text into records and hands them to its sink. */
export interface Splitter {
	/** The next bytes of the text, UTF-8. */
	push(chunk: Buffer): void;
	/** The text is over. */
	end(): void;
	/** Offset in the text before which it never looks again. */
	readonly settled: number;
}
