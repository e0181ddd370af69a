const NEWLINE = 0x0a;
/** Lines shorter than this are counted byte by byte: calls of indexOf cost more. */
const SHORT_LINE = 96;
const STRETCH = 8192;

/** The byte order mark in UTF-8. */
export const MARK = [0xef, 0xbb, 0xbf] as const;

/** Whether a byte order mark stands at an index. */
export function isMark(bytes: Buffer, at: number): boolean {
	return bytes[at] === MARK[0] && bytes[at + 1] === MARK[1] && bytes[at + 2] === MARK[2];
}

/** The part of a text that a splitter still needs: from the record it is in to the last byte read. Counts offsets and lines of what has left it. */
export class Window {
	bytes: Buffer = Buffer.allocUnsafe(2 ** 16);
	/** Index in `bytes` of the first byte still needed. After `push` it is always 0. */
	start = 0;
	/** Index behind the last byte read. */
	end = 0;
	#base = 0;
	/** Index up to which lines are counted: at most `start`. Who asks for no line has them counted by the stretch, not by the record. */
	#counted = 0;
	/** 1-based line in which `#counted` lies. */
	#lines = 1;
	/** Offset of that line's first byte. */
	#lineAt = 0;

	/** Appends bytes (copied) and moves what is still needed to the front: indices from before shrink by the former `start`. */
	push(chunk: Buffer): void {
		this.#countLines();
		const kept = this.end - this.start;
		if (kept + chunk.length > this.bytes.length) {
			const larger = Buffer.allocUnsafe(Math.max(kept + chunk.length, this.bytes.length * 2));
			this.bytes.copy(larger, 0, this.start, this.end);
			this.bytes = larger;
		} else if (this.start > 0) this.bytes.copyWithin(0, this.start, this.end);
		this.#base += this.start;
		this.start = 0;
		this.#counted = 0;
		chunk.copy(this.bytes, kept);
		this.end = kept + chunk.length;
	}

	/** Gives up everything before an index. */
	discard(to: number): void {
		if (to > this.start) this.start = to;
	}

	/** The same for whoever counts lines and never asks for one. */
	forget(to: number): void {
		this.start = to;
		this.#counted = to;
	}

	/** Offset in the text of an index. */
	offset(index: number): number {
		return this.#base + index;
	}

	/** 1-based line of an index at or behind `start`. */
	line(index: number): number {
		this.#countLines();
		return this.#lines + countNewlines(this.bytes, this.start, index);
	}

	/** 1-based column, in bytes, of an index at or behind `start`. */
	column(index: number): number {
		this.#countLines();
		const newline = index > this.start ? this.bytes.lastIndexOf(NEWLINE, index - 1) : -1;
		return newline >= this.start ? index - newline : this.#base + index - this.#lineAt + 1;
	}

	text(from: number, to: number): string {
		return this.bytes.toString('utf8', from, to);
	}

	#countLines(): void {
		const lines = countNewlines(this.bytes, this.#counted, this.start);
		if (lines > 0) this.#lineAt = this.#base + this.bytes.lastIndexOf(NEWLINE, this.start - 1) + 1;
		this.#lines += lines;
		this.#counted = this.start;
	}
}

/** Newlines in a stretch of bytes: with indexOf where lines are long, in a loop where they are short. */
export function countNewlines(bytes: Buffer, from: number, to: number): number {
	if (to - from < STRETCH) return loopNewlines(bytes, from, to);
	// indexOf knows no end: without one of its own it would search all that lies behind the stretch, each time.
	const stretch = bytes.subarray(from, to);
	let count = 0;
	let at = 0;
	while (at < stretch.length) {
		const found = stretch.indexOf(NEWLINE, at);
		if (found < 0) break;
		count += 1;
		const near = found - at < SHORT_LINE;
		at = found + 1;
		if (!near) continue;
		const until = Math.min(stretch.length, at + STRETCH);
		count += loopNewlines(stretch, at, until);
		at = until;
	}
	return count;
}

function loopNewlines(bytes: Buffer, from: number, to: number): number {
	let count = 0;
	for (let i = from; i < to; i += 1) if (bytes[i] === NEWLINE) count += 1;
	return count;
}
