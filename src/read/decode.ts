import { isUtf8 } from 'node:buffer';

/** How the text of a file is encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis';

/** An encoding, and the bytes of the byte order mark in front of the text. */
export interface EncodingGuess {
	readonly encoding: Encoding;
	readonly mark: number;
}

/** Bytes looked at for the pattern of NULs that tells UTF-16 without a mark. */
const LOOK = 1024;

/**
 * Tells the encoding by the byte order mark, or by the NULs that UTF-16 puts beside every ASCII character. Shift-JIS, which Japanese spreadsheet programs
 * write, is taken only where the text is no UTF-8 and has kana in its first line: nothing else has its bytes.
 */
export function guessEncoding(head: Buffer): EncodingGuess {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
	if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
	if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
	const pairs = Math.min(head.length, LOOK) >> 1;
	let even = 0;
	let odd = 0;
	for (let i = 0; i < pairs; i += 1) {
		if (head[2 * i] === 0) even += 1;
		if (head[2 * i + 1] === 0) odd += 1;
	}
	if (pairs >= 2 && odd > pairs * 0.6 && even < pairs * 0.1) return { encoding: 'utf-16le', mark: 0 };
	if (pairs >= 2 && even > pairs * 0.6 && odd < pairs * 0.1) return { encoding: 'utf-16be', mark: 0 };
	return { encoding: isJapanese(head) ? 'shift_jis' : 'utf-8', mark: 0 };
}

/** Of an unfinished character at the end of UTF-8 at most this many bytes are there. */
const UTF8_STUMP = 3;
const NEWLINE = 0x0a;
const KANA = /[\u3041-\u30fe]/;

function isJapanese(head: Buffer): boolean {
	for (let stump = 0; stump <= UTF8_STUMP; stump += 1) {
		if (isUtf8(head.subarray(0, Math.max(0, head.length - stump)))) return false;
	}
	const newline = head.indexOf(NEWLINE);
	const first = head.subarray(0, newline < 0 ? Math.min(head.length, LOOK) : Math.min(newline, LOOK));
	const text = new JapaneseText().decode(first);
	return !text.includes('\ufffd') && KANA.test(text);
}

/** Turns the bytes of a file into UTF-8 without a mark, and knows where in the file each byte of that came from. */
export interface Decoder {
	/** The next bytes of the file as UTF-8; may be empty. */
	decode(chunk: Buffer): Buffer;
	/** What is left at the end of the file; `cut`: it ends inside a character. */
	end(): { readonly rest: Buffer; readonly cut: boolean };
	/** The offset in the file (after decompression) of an offset in the UTF-8 text. Ask in ascending order. */
	origin(offset: number): number;
}

/** Makes the decoder for an encoding. UTF-8 is handed through byte for byte. */
export function decoderOf({ encoding, mark }: EncodingGuess): Decoder {
	if (encoding === 'utf-8') return new PlainDecoder(mark);
	return new Recoder(encoding === 'shift_jis' ? new JapaneseText() : new WideText(encoding), mark);
}

/** Text of another encoding, piece by piece. */
interface ForeignText {
	decode(chunk: Buffer): string;
	/** What is left at the end; `cut`: it ends inside a character, for which nothing stands in the text. */
	end(): { readonly text: string; readonly cut: boolean };
	/** How many bytes of the file the character takes that begins at an index of its UTF-8. */
	width(utf8: Buffer, at: number): number;
}

class PlainDecoder implements Decoder {
	readonly #mark: number;
	#skip: number;

	constructor(mark: number) {
		this.#mark = mark;
		this.#skip = mark;
	}

	decode(chunk: Buffer): Buffer {
		if (this.#skip === 0) return chunk;
		const skipped = Math.min(this.#skip, chunk.length);
		this.#skip -= skipped;
		return chunk.subarray(skipped);
	}

	end() {
		return { rest: Buffer.alloc(0), cut: false };
	}

	origin(offset: number): number {
		return offset + this.#mark;
	}
}

/** Keeps the text that was handed out until an offset behind it has been asked for, to count what its characters take in the file. */
class Recoder implements Decoder {
	readonly #text: ForeignText;
	/** Text handed out and not yet passed; `#front` is the offset of its first byte, `#passed` the bytes of the file before that. */
	readonly #pieces: Buffer[] = [];
	#front = 0;
	#passed: number;

	constructor(text: ForeignText, mark: number) {
		this.#text = text;
		this.#passed = mark;
	}

	decode(chunk: Buffer): Buffer {
		return this.#keep(this.#text.decode(chunk));
	}

	end() {
		const { text, cut } = this.#text.end();
		return { rest: this.#keep(text), cut };
	}

	#keep(text: string): Buffer {
		const piece = Buffer.from(text, 'utf8');
		if (piece.length > 0) this.#pieces.push(piece);
		return piece;
	}

	origin(offset: number): number {
		for (let piece = this.#pieces[0]; piece !== undefined && this.#front < offset; piece = this.#pieces[0]) {
			const passed = Math.min(piece.length, offset - this.#front);
			for (let at = 0; at < passed; at += 1)
				if (((piece[at] as number) & 0xc0) !== 0x80) this.#passed += this.#text.width(piece, at);
			this.#front += passed;
			if (passed === piece.length) this.#pieces.shift();
			else this.#pieces[0] = piece.subarray(passed);
		}
		return this.#passed;
	}
}

class WideText implements ForeignText {
	readonly #decoder: InstanceType<typeof TextDecoder>;
	#bytes = 0;

	constructor(encoding: 'utf-16le' | 'utf-16be') {
		this.#decoder = new TextDecoder(encoding);
	}

	decode(chunk: Buffer): string {
		this.#bytes += chunk.length;
		return this.#decoder.decode(chunk, { stream: true });
	}

	end() {
		const cut = this.#bytes % 2 === 1;
		const rest = this.#decoder.decode();
		// Half a unit comes as a replacement character, which no record holds; that the text is cut is said instead.
		return { text: cut && rest.endsWith('\ufffd') ? rest.slice(0, -1) : rest, cut };
	}

	/** A unit for each lead byte, two for a lead byte of four. */
	width(utf8: Buffer, at: number): number {
		return (utf8[at] as number) >= 0xf0 ? 4 : 2;
	}
}

/** Characters of two bytes by both as one number; the same for every file. */
const pairs = new Map<number, string>();

/**
 * Shift-JIS as in https://encoding.spec.whatwg.org/#shift_jis-decoder, but a byte that begins no character costs itself only: so the place of every character in
 * the file follows from the text.
 */
class JapaneseText implements ForeignText {
	readonly #decoder = new TextDecoder('shift_jis');
	/** The first byte of a character whose second has not come yet; 0: none. */
	#lead = 0;

	decode(chunk: Buffer): string {
		let text = '';
		let plain = 0;
		for (let at = 0; at < chunk.length; at += 1) {
			const byte = chunk[at] as number;
			if (this.#lead === 0 && byte < 0x80) continue;
			text += chunk.toString('latin1', plain, at);
			plain = at + 1;
			if (this.#lead === 0) {
				if (isLead(byte)) this.#lead = byte;
				else text += this.#single(byte);
				continue;
			}
			const character = this.#pair(this.#lead, byte);
			this.#lead = 0;
			text += character ?? '\ufffd';
			if (character !== undefined) continue;
			// The second byte stands for itself, and is looked at again.
			plain = at;
			at -= 1;
		}
		return text + chunk.toString('latin1', plain);
	}

	end() {
		return { text: '', cut: this.#lead !== 0 };
	}

	/** One byte: ASCII, U+0080, half-width katakana, and what stands for a byte that is none; all else has two. */
	width(utf8: Buffer, at: number): number {
		const [first = 0, second = 0, third = 0] = utf8.subarray(at, at + 3);
		if (first < 0x80 || (first === 0xc2 && second === 0x80)) return 1;
		if (first !== 0xef) return 2;
		const code = 0xf000 | ((second & 0x3f) << 6) | (third & 0x3f);
		return code === 0xfffd || (code >= 0xff61 && code <= 0xff9f) ? 1 : 2;
	}

	#single(byte: number): string {
		return byte === 0x80 || (byte >= 0xa1 && byte <= 0xdf) ? this.#decoder.decode(Uint8Array.of(byte)) : '\ufffd';
	}

	#pair(lead: number, trail: number): string | undefined {
		if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return undefined;
		const key = lead * 256 + trail;
		let character = pairs.get(key);
		if (character === undefined) {
			character = this.#decoder.decode(Uint8Array.of(lead, trail));
			pairs.set(key, character);
		}
		return character.includes('\ufffd') ? undefined : character;
	}
}

function isLead(byte: number): boolean {
	return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}
