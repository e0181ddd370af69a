import { isObject, type Json } from '../model/json.ts';
import {
	BACKSLASH,
	BRACE,
	BRACKET,
	CLOSE,
	COLON,
	COMMA,
	END_BRACE,
	END_BRACKET,
	isSpace,
	lastSolid,
	MEANING,
	NEWLINE,
	nextSolid,
	OPEN,
	PLAIN,
	QUOTE,
	QUOTE_MARK,
} from './json-bytes.ts';
import { parseExact } from './json-text.ts';
import { PageProbe } from './page-probe.ts';
import { pageRecords } from './pages.ts';
import { Resync } from './resync.ts';
import type { Sink } from './sink.ts';
import type { Splitter } from './splitter.ts';
import { isMark, MARK, Window } from './window.ts';

/** How an array begins that holds no records: empty, texts, numbers, `true`, `false`, `null`. */
const NO_RECORD = Buffer.from(']"-0123456789tfn');

/** Between elements · in an element · in a scalar element · in the rest of a page object · looking for the next element after broken JSON. */
type State = 'between' | 'element' | 'scalar' | 'page' | 'lost';

/**
 * Cuts a JSON text of any size into records without parsing it whole: the elements of a top-level array, of the array of a page of an API, or
 * the top-level objects themselves, also several in a row. It follows strings and brackets only; each record is then parsed on its own, so a
 * broken record costs itself. Where brackets or strings do not work out it looks for the next record (`Resync`). Memory: one record and one chunk.
 */
export class JsonSplitter implements Splitter {
	readonly #sink: Sink;
	readonly #window = new Window();
	readonly #probe = new PageProbe();
	readonly #resync = new Resync();
	#state: State = 'between';
	/** Where scanning goes on, as an index of the window. */
	#at = 0;
	/** Where the element begins. */
	#from = 0;
	#inString = false;
	/** Brackets that are open, by their opening byte; only the first `maxDepth` + a few are kept. */
	readonly #stack: Uint8Array;
	#depth = 0;
	/** Depth outside the element: 0 for a top-level value. */
	#base = 0;
	#tooDeep = false;
	#tooLong = false;
	/** Something was broken: stray closing brackets may follow. */
	#damaged = false;

	constructor(sink: Sink) {
		this.#sink = sink;
		// An element may lie in a page in a holder in arrays.
		this.#stack = new Uint8Array(sink.maxDepth + 16);
	}

	get settled(): number {
		return this.#window.offset(this.#window.start);
	}

	push(chunk: Buffer): void {
		const moved = this.#window.start;
		this.#window.push(chunk);
		this.#sink.load(this.#window.bytes, this.#window.start, this.#window.end);
		this.#at -= moved;
		this.#from -= moved;
		this.#probe.move(moved);
		this.#run(false);
	}

	end(): void {
		this.#run(true);
		const line = () => this.#window.line(this.#from);
		if (this.#state === 'scalar') this.#endScalar(this.#window.end);
		if (this.#state === 'element' && !this.#tooLong) this.#sink.cut(line(), 'a record');
		else if (this.#depth > 0 && !this.#damaged) this.#sink.truncated = true;
		this.#window.forget(this.#window.end);
	}

	#run(last: boolean): void {
		while (this.#step(last));
		this.#release();
	}

	/** One element, or one stretch between elements; false when more bytes are needed. */
	#step(last: boolean): boolean {
		switch (this.#state) {
			case 'between':
				return this.#between(last);
			case 'element':
			case 'page':
				return this.#inside(last);
			case 'scalar':
				return this.#scalar();
			case 'lost':
				return this.#search(last);
		}
	}

	/** Gives up the bytes that nobody needs any more. */
	#release(): void {
		const window = this.#window;
		if (this.#state === 'element' && !this.#tooLong) {
			if (window.end - this.#from > this.#sink.maxRecordBytes) {
				this.#tooLong = true;
				this.#sink.tooLong(window.line(this.#from));
			} else {
				window.discard(this.#from);
				return;
			}
		}
		if (this.#state === 'scalar') {
			if (window.end - this.#from <= this.#sink.maxRecordBytes) {
				window.discard(this.#from);
				return;
			}
			this.#sink.tooLong(window.line(this.#from));
			this.#loseFrom(window.end);
		}
		// A name is short; what lies further back is not looked at.
		let keep = this.#at;
		if (this.#state === 'page') keep = this.#probe.keepFrom(keep);
		else if (this.#state === 'lost') keep = this.#resync.keepFrom(keep);
		window.discard(Math.max(window.start, Math.min(keep, window.end)));
	}

	#between(last: boolean): boolean {
		const { bytes, end } = this.#window;
		for (let i = this.#at; i < end; i += 1) {
			const byte = bytes[i] as number;
			if (byte === COMMA || isSpace(byte)) {
				this.#resync.pass(byte);
				continue;
			}
			this.#at = i;
			if (byte === BRACE && this.#scanned(i)) {
				i = this.#at - 1;
				continue;
			}
			if (byte === BRACE) this.#begin(i);
			else if (byte === BRACKET && this.#depth < 8) this.#openArray(i);
			else if (byte === END_BRACKET || byte === END_BRACE) return this.#closeOutside(i, byte);
			else if (byte === MARK[0] && end - i < MARK.length && !last) return false;
			else if (isMark(bytes, i)) {
				// Files joined end to end may each begin with one.
				i += MARK.length - 1;
				continue;
			} else this.#beginScalar(i);
			return true;
		}
		this.#at = end;
		return false;
	}

	/** Lets the scanner read an element of an array, where it can. A top-level object may be a page. */
	#scanned(at: number): boolean {
		const found = this.#depth === 0 ? undefined : this.#sink.scanObject(at);
		if (found === undefined) return false;
		const window = this.#window;
		this.#resync.begin();
		this.#resync.end();
		this.#resync.learn(window.bytes, at, at + found.length);
		this.#sink.takeScanned(found, window.offset(at));
		this.#at = at + found.length;
		return true;
	}

	#begin(at: number): void {
		this.#resync.begin();
		this.#from = at;
		this.#base = this.#depth;
		this.#state = 'element';
		this.#tooDeep = false;
		this.#tooLong = false;
		this.#inString = false;
		if (this.#depth === 0) this.#probe.begin();
		this.#stack[this.#depth] = BRACE;
		this.#depth += 1;
		this.#at = at + 1;
	}

	#openArray(at: number): void {
		this.#stack[this.#depth] = BRACKET;
		this.#depth += 1;
		this.#at = at + 1;
		this.#resync.pass(BRACKET);
	}

	/** A closing bracket between elements: the end of an array, perhaps that of a page. */
	#closeOutside(at: number, byte: number): boolean {
		this.#at = at + 1;
		if (this.#depth === 0 || byte !== END_BRACKET) {
			if (this.#depth === 0 && this.#damaged) return true;
			this.#from = at;
			this.#lose(at);
			return true;
		}
		this.#depth -= 1;
		if (this.#depth > 0 && this.#stack[this.#depth - 1] === BRACE) {
			this.#state = 'page';
			this.#base = 0;
			this.#inString = false;
		}
		return true;
	}

	/** Inside an element or the rest of a page object: the hot loop. */
	#inside(last: boolean): boolean {
		const { bytes, end } = this.#window;
		let i = this.#at;
		for (;;) {
			if (this.#inString) {
				let byte = QUOTE_MARK;
				while (i < end) {
					byte = bytes[i] as number;
					if (byte === QUOTE_MARK || byte < 0x20) break;
					i += byte === BACKSLASH ? 2 : 1;
				}
				if (i >= end) break;
				if (byte !== QUOTE_MARK) return this.#lose(i);
				this.#inString = false;
				if (this.#base === 0 && this.#depth <= 3) this.#probe.string(bytes, i, this.#depth);
				i += 1;
			}
			while (i < end && MEANING[bytes[i] as number] === PLAIN) i += 1;
			if (i >= end) break;
			switch (MEANING[bytes[i] as number]) {
				case QUOTE:
					if (!this.#mayQuote(i)) return this.#lose(i);
					this.#inString = true;
					if (this.#base === 0 && this.#depth <= 3)
						this.#probe.quote(bytes, i, this.#stack[this.#depth - 1] === BRACE, this.#window.start);
					i += 1;
					break;
				case OPEN:
					if (!this.#mayOpen(i)) return this.#lose(i);
					if (this.#base === 0 && this.#depth <= 2) {
						const page = this.#openProbed(i, last);
						if (page === undefined) {
							this.#at = i;
							return false;
						}
						if (page) return true;
					}
					this.#push(bytes[i] as number);
					i += 1;
					break;
				case CLOSE:
					if (!this.#pop(bytes[i] as number)) return this.#lose(i);
					i += 1;
					if (this.#depth === this.#base) {
						this.#at = i;
						this.#finish(i);
						return true;
					}
					break;
				default:
					return this.#lose(i);
			}
		}
		this.#at = i;
		return false;
	}

	/** A text may begin behind a bracket, a comma or a colon. Catches an element in which a quote is missing. */
	#mayQuote(at: number): boolean {
		const { bytes, start } = this.#window;
		let before = bytes[at - 1] as number;
		if (at === start) return true;
		if (isSpace(before)) {
			const solid = lastSolid(bytes, start, at);
			if (solid < 0) return true;
			before = bytes[solid] as number;
		}
		return before === COLON || before === COMMA || before === BRACE || before === BRACKET;
	}

	/** A value may open behind a colon, or in an array behind its bracket or a comma. Catches an element whose own end is missing. */
	#mayOpen(at: number): boolean {
		const { bytes, start } = this.#window;
		const before = lastSolid(bytes, start, at);
		if (before < 0 || this.#depth > this.#stack.length) return true;
		const byte = bytes[before] as number;
		return byte === COLON || ((byte === COMMA || byte === BRACKET) && this.#stack[this.#depth - 1] === BRACKET);
	}

	/** In a top-level object: whether this bracket opens the records of a page; undefined: more bytes are needed to tell. */
	#openProbed(at: number, last: boolean): boolean | undefined {
		const { bytes, end, start } = this.#window;
		const before = lastSolid(bytes, start, at);
		if (bytes[at] === BRACE) {
			this.#probe.descend(this.#depth, bytes[before] === COLON);
			return false;
		}
		if (bytes[before] !== COLON || !this.#probe.isPage(this.#depth)) return false;
		const next = nextSolid(bytes, at + 1, end);
		if (next === end) return last ? false : undefined;
		// Records, or what is broken in their place: nothing that makes a list of texts or numbers, or an empty one.
		if (NO_RECORD.includes(bytes[next] as number)) return false;
		this.#push(BRACKET);
		this.#at = at + 1;
		this.#state = 'between';
		this.#resync.pass(BRACKET);
		return true;
	}

	#push(byte: number): void {
		if (this.#depth < this.#stack.length) this.#stack[this.#depth] = byte;
		this.#depth += 1;
		if (this.#depth - this.#base > this.#sink.maxDepth) this.#tooDeep = true;
	}

	#pop(byte: number): boolean {
		this.#depth -= 1;
		if (this.#depth >= this.#stack.length) return true;
		return (this.#stack[this.#depth] === BRACE) === (byte === END_BRACE);
	}

	/** The element, or the page object, is over. */
	#finish(end: number): void {
		const inPage = this.#state === 'page';
		this.#state = 'between';
		this.#resync.end();
		if (inPage || this.#tooLong) return;
		const window = this.#window;
		const from = this.#from;
		if (this.#tooDeep) {
			this.#sink.tooDeep(this.#line(from));
			return;
		}
		if (end - from > this.#sink.maxRecordBytes) {
			this.#sink.tooLong(this.#line(from));
			return;
		}
		if (this.#base === 0 && this.#probe.mayBeEmptyPage && isEmptyPage(window.text(from, end), this.#sink.maxDepth)) return;
		this.#resync.learn(window.bytes, from, end);
		this.#sink.record(window, from, end, () => this.#locate(from));
	}

	#beginScalar(at: number): void {
		this.#resync.begin();
		this.#from = at;
		this.#state = 'scalar';
		this.#inString = this.#window.bytes[at] === QUOTE_MARK;
		this.#at = at + 1;
	}

	/** An element that is no object: never a record, but counted. */
	#scalar(): boolean {
		const { bytes, end } = this.#window;
		let i = this.#at;
		for (; i < end; i += 1) {
			const byte = bytes[i] as number;
			if (this.#inString) {
				if (byte === BACKSLASH) i += 1;
				else if (byte === QUOTE_MARK) {
					this.#endScalar(i + 1);
					return true;
				} else if (byte === NEWLINE) break;
			} else if (
				byte === COMMA ||
				byte === END_BRACKET ||
				byte === END_BRACE ||
				byte === BRACE ||
				byte === BRACKET ||
				isSpace(byte)
			)
				break;
		}
		this.#at = i;
		if (i >= end) return false;
		this.#endScalar(i);
		return true;
	}

	#endScalar(end: number): void {
		const text = this.#window.text(this.#from, Math.min(end, this.#window.end));
		let value: Json;
		try {
			value = parseExact(text, this.#sink.maxDepth);
		} catch {
			this.#lose(this.#from);
			return;
		}
		this.#sink.value(value, { offset: 0, length: 0 }, () => this.#line(this.#from));
		this.#at = end;
		this.#state = 'between';
	}

	/** Broken JSON at an index: counts the element and goes looking for the next one. Always true: there is more to do. */
	#lose(at: number): true {
		const window = this.#window;
		if (this.#state === 'page') this.#from = at;
		if (this.#state !== 'element' || !this.#tooLong) {
			this.#sink.broken(window.text(this.#from, Math.min(at + 1, window.end)), () => this.#locate(this.#from));
		}
		if (this.#state === 'scalar' && this.#depth === 0) this.#resync.forget();
		if (this.#state === 'element') {
			if (this.#base === 0 && !this.#probe.isEvent) this.#resync.forget();
			else this.#resync.learnBroken(window.bytes, this.#from, at);
		}
		// Never back to where this one began: so it always gets on.
		this.#loseFrom(Math.max(this.#from + 1, at - this.#resync.reach));
		return true;
	}

	#loseFrom(at: number): void {
		if (this.#state === 'element') this.#depth = this.#base;
		if (this.#state === 'page') this.#depth = 0;
		this.#state = 'lost';
		this.#inString = false;
		this.#damaged = true;
		this.#at = Math.max(at, this.#window.start);
	}

	#search(last: boolean): boolean {
		const window = this.#window;
		const found = this.#resync.find(window, this.#at, last);
		this.#at = found.at;
		if (!found.element) return false;
		window.discard(found.at);
		this.#state = 'between';
		return true;
	}

	/** The line of a record. Nothing before it is needed any more: given up, so that no line is counted twice however many records are broken. */
	#line(index: number): number {
		this.#window.discard(index);
		return this.#window.line(index);
	}

	#locate(index: number): { line: number; column: number } {
		return { line: this.#line(index), column: this.#window.column(index) };
	}
}

/** A page without records is no record either. */
function isEmptyPage(text: string, maxDepth: number): boolean {
	try {
		const value = parseExact(text, maxDepth);
		return isObject(value) && pageRecords(value)?.length === 0;
	} catch {
		return false;
	}
}
