import { BRACE, BRACKET, COLON, COMMA, isSpace, lastSolid, NEWLINE, nextSolid, QUOTE_MARK } from './json-bytes.ts';
import type { Window } from './window.ts';

/** Longest beginning of a record that is remembered: brace, first name, colon. */
const MAX_OPENING = 256;
/** Deepest indentation that is remembered. */
const MAX_INDENT = 64;

/**
 * Finds the next record after broken JSON. Records of one array begin alike: on a line of their own at the same indentation,
 * or with the same first name behind a comma. It only ever looks forward, so broken files cost no more time than whole ones.
 */
export class Resync {
	/** What stood between the last newline and the record; undefined when records do not begin a line. */
	#indent: string | undefined;
	/** The same for the record to come. */
	#coming: string | undefined = '';
	/** The same for the record that has begun: a broken one may stand anywhere. */
	#own: string | undefined;
	/** `{"firstName":` of a whole record. */
	#opening: Buffer | undefined;
	#learnt = false;

	/** How far before a break the next record may already have begun: a missing quote swallows that much. */
	get reach(): number {
		return (this.#opening?.length ?? 0) + MAX_INDENT;
	}

	/** From where on bytes are needed to look for a record from `at` on. */
	keepFrom(at: number): number {
		return at - MAX_INDENT - 2;
	}

	/** A byte between records. */
	pass(byte: number): void {
		if (byte === NEWLINE) this.#coming = '';
		else if (!isSpace(byte)) this.#coming = undefined;
		else if (this.#coming !== undefined && byte !== 0x0d) {
			this.#coming = this.#coming.length < MAX_INDENT ? this.#coming + String.fromCharCode(byte) : undefined;
		}
	}

	/** A record begins, or what stands in the place of one. */
	begin(): void {
		this.#own = this.#coming;
		if (!this.#learnt) this.#indent = this.#own;
	}

	/** A record has ended. */
	end(): void {
		this.#coming = undefined;
	}

	/** Remembers how a whole record begins. */
	learn(bytes: Buffer, from: number, end: number): void {
		this.#indent = this.#own;
		if (this.#learnt) return;
		this.#learnt = true;
		this.#opening = openingOf(bytes, from, end);
	}

	/** A broken record has to do where there was no whole one yet. */
	learnBroken(bytes: Buffer, from: number, end: number): void {
		if (!this.#learnt) this.#opening ??= openingOf(bytes, from, end);
	}

	/** The head of a page is broken: its records begin in a way not yet seen, behind the next bracket. */
	forget(): void {
		if (this.#learnt) return;
		this.#indent = undefined;
		this.#opening = undefined;
	}

	/** Looks for a record from `from` on. `at`: where it begins, or where to go on once there is more. */
	find(window: Window, from: number, last: boolean): { readonly element: boolean; readonly at: number } {
		const { bytes, end } = window;
		for (let at = bytes.indexOf(BRACE, from); at >= 0 && at < end; at = bytes.indexOf(BRACE, at + 1)) {
			// Too near the end to tell.
			if (!last && end - at < MAX_OPENING + 8) return { element: false, at };
			if (this.#fits(bytes, window.start, at, end)) {
				if (this.#indent !== undefined) this.#coming = this.#indent;
				return { element: true, at };
			}
		}
		return { element: false, at: Math.max(from, end) };
	}

	#fits(bytes: Buffer, start: number, at: number, end: number): boolean {
		if (this.#indent !== undefined) return this.#beginsLine(bytes, start, at, this.#indent);
		const before = lastSolid(bytes, start, at);
		if (before < 0 || (bytes[before] !== COMMA && bytes[before] !== BRACKET && !this.#beginsLine(bytes, start, at, '')))
			return false;
		if (this.#opening === undefined) return bytes[nextSolid(bytes, at + 1, end)] === QUOTE_MARK;
		return bytes.compare(this.#opening, 0, this.#opening.length, at, Math.min(end, at + this.#opening.length)) === 0;
	}

	#beginsLine(bytes: Buffer, start: number, at: number, indent: string): boolean {
		const newline = at - indent.length - 1;
		return newline >= start && bytes[newline] === NEWLINE && bytes.toString('latin1', newline + 1, at) === indent;
	}
}

/** `{`, the first name and its colon, with the blanks between; undefined where the record does not begin so or at length. */
function openingOf(bytes: Buffer, from: number, end: number): Buffer | undefined {
	const limit = Math.min(end, from + MAX_OPENING);
	const quote = nextSolid(bytes, from + 1, limit);
	if (quote >= limit || bytes[quote] !== QUOTE_MARK) return undefined;
	const close = bytes.indexOf(QUOTE_MARK, quote + 1);
	if (close < 0 || close + 1 >= limit) return undefined;
	// Where no colon follows, the name itself is broken: no other record begins so.
	const colon = nextSolid(bytes, close + 1, limit);
	return bytes[colon] === COLON && colon < limit ? Buffer.from(bytes.subarray(from, colon + 1)) : undefined;
}
