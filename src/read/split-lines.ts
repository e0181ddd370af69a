import type { Sink } from './sink.ts';
import type { Splitter } from './splitter.ts';
import { isMark, MARK, Window } from './window.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Cuts JSON lines (NDJSON) and lines of CEF, perhaps with a syslog header in front of each. Blank lines are no records. */
export class LineSplitter implements Splitter {
	readonly #sink: Sink;
	readonly #lineEnd: number;
	readonly #window = new Window();
	/** Bytes behind the window's start in which no newline was found. */
	#searched = 0;
	#line = 1;
	/** In a line that is too long: its bytes are dropped until it ends. */
	#overlong = false;

	/** @param returns lines end in carriage returns alone */
	constructor(sink: Sink, returns = false) {
		this.#sink = sink;
		this.#lineEnd = returns ? RETURN : NEWLINE;
	}

	get settled(): number {
		return this.#window.offset(this.#window.start);
	}

	push(chunk: Buffer): void {
		const window = this.#window;
		window.push(chunk);
		this.#sink.load(window.bytes, window.start, window.end);
		let from = window.start;
		for (;;) {
			const newline = window.bytes.indexOf(this.#lineEnd, from + this.#searched);
			if (newline < 0 || newline >= window.end) break;
			this.#searched = 0;
			if (this.#overlong) this.#overlong = false;
			else this.#record(from, newline, false);
			this.#line += 1;
			from = newline + 1;
		}
		this.#searched = window.end - from;
		if (this.#searched > this.#sink.maxRecordBytes && !this.#overlong) {
			this.#overlong = true;
			this.#sink.tooLong(this.#line);
		}
		if (this.#overlong) {
			from = window.end;
			this.#searched = 0;
		}
		window.forget(from);
	}

	end(): void {
		if (!this.#overlong) this.#record(this.#window.start, this.#window.end, true);
		this.#window.forget(this.#window.end);
	}

	#record(start: number, stop: number, last: boolean): void {
		const { bytes } = this.#window;
		let from = start;
		let to = stop;
		while (to > from && isBlank(bytes[to - 1] as number)) to -= 1;
		while (from < to && isBlank(bytes[from] as number)) from += 1;
		// Files joined end to end may each begin with one.
		if (from < to && bytes[from] === MARK[0]) while (from < to && isMark(bytes, from)) from += MARK.length;
		if (from === to) return;
		const line = this.#line;
		if (to - from > this.#sink.maxRecordBytes) {
			this.#sink.tooLong(line);
			return;
		}
		const column = from - start + 1;
		this.#sink.record(this.#window, from, to, () => ({ line, column }), last);
	}
}

function isBlank(byte: number): boolean {
	return byte === 0x20 || byte === RETURN || byte === 0x09 || byte === NEWLINE || byte === 0x1e;
}
