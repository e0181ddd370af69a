const NEWLINE = 0x0a;
/** Lines shorter than this are counted byte by byte: calls of indexOf cost more. */
const SHORT_LINE = 96;
const STRETCH = 8192;

/** The part of a text that a splitter still needs: from the record it is in to the last byte read. Counts offsets and lines of what has left it. */
export class Window {
	bytes: Buffer = Buffer.allocUnsafe(2 ** 16);
	/** Index in `bytes` of the first byte still needed. After `push` it is always 0. */
	start = 0;
	/** Index behind the last byte read. */
	end = 0;
	#base = 0;
	#lines = 1;

	/** Appends bytes (copied) and moves what is still needed to the front: indices from before shrink by the former `start`. */
	push(chunk: Buffer): void {
		const kept = this.end - this.start;
		if (kept + chunk.length > this.bytes.length) {
			const larger = Buffer.allocUnsafe(Math.max(kept + chunk.length, this.bytes.length * 2));
			this.bytes.copy(larger, 0, this.start, this.end);
			this.bytes = larger;
		} else if (this.start > 0) this.bytes.copyWithin(0, this.start, this.end);
		this.#base += this.start;
		this.start = 0;
		chunk.copy(this.bytes, kept);
		this.end = kept + chunk.length;
	}

	/** Gives up everything before an index. */
	discard(to: number): void {
		if (to <= this.start) return;
		this.#lines += countNewlines(this.bytes, this.start, to);
		this.start = to;
	}

	/** Offset in the text of an index. */
	offset(index: number): number {
		return this.#base + index;
	}

	/** 1-based line of an index at or behind `start`. */
	line(index: number): number {
		return this.#lines + countNewlines(this.bytes, this.start, index);
	}

	text(from: number, to: number): string {
		return this.bytes.toString('utf8', from, to);
	}
}

/** Newlines in a stretch of bytes: with indexOf where lines are long, in a loop where they are short. */
export function countNewlines(bytes: Buffer, from: number, to: number): number {
	let count = 0;
	let at = from;
	while (at < to) {
		const found = bytes.indexOf(NEWLINE, at);
		if (found < 0 || found >= to) break;
		count += 1;
		const near = found - at < SHORT_LINE;
		at = found + 1;
		if (!near) continue;
		const until = Math.min(to, at + STRETCH);
		for (; at < until; at += 1) if (bytes[at] === NEWLINE) count += 1;
	}
	return count;
}
