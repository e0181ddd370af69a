import { isUtf8 } from 'node:buffer';

/** How the text of a file is encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'windows-1252';

/** An encoding, and the bytes of the byte order mark in front of the text. */
export interface EncodingGuess {
	readonly encoding: Encoding;
	readonly mark: number;
}

/** Bytes looked at for the pattern of NULs that tells UTF-16 without a mark. */
const LOOK = 1024;

/**
 * Tells the encoding by the byte order mark, or by the NULs that UTF-16 puts beside every ASCII character. Shift-JIS, which Japanese spreadsheet programs
 * write, is taken only where the text is no UTF-8 and has kana in its first line: nothing else has its bytes. Windows-1252, which has a character for every
 * byte, is taken where the text is no UTF-8 and has not one character beyond ASCII that would be: so no two names become one.
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
	return { encoding: eightBit(head), mark: 0 };
}

function eightBit(head: Buffer): 'utf-8' | 'shift_jis' | 'windows-1252' {
	for (let stump = 0; stump <= UTF8_STUMP; stump += 1) {
		if (isUtf8(head.subarray(0, Math.max(0, head.length - stump)))) return 'utf-8';
	}
	if (isJapanese(head)) return 'shift_jis';
	return /[^\0-\x7f\ufffd]/.test(head.toString('utf8')) ? 'utf-8' : 'windows-1252';
}

/** Of an unfinished character at the end of UTF-8 at most this many bytes are there. */
const UTF8_STUMP = 3;
const NEWLINE = 0x0a;
const KANA = /[\u3041-\u30fe]/;

function isJapanese(head: Buffer): boolean {
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
	/** What is to be said of the encoding once all is read, one sentence each. */
	notes(): readonly string[];
	/** The offset in the file (after decompression) of an offset in the UTF-8 text. Ask in ascending order. */
	origin(offset: number): number;
}

/** Makes the decoder for an encoding. UTF-8 is handed through byte for byte. */
export function decoderOf({ encoding, mark }: EncodingGuess): Decoder {
	if (encoding === 'utf-8') return new PlainDecoder(mark);
	return new Recoder(foreignText(encoding), mark);
}

function foreignText(encoding: Exclude<Encoding, 'utf-8'>): ForeignText {
	if (encoding === 'shift_jis') return new JapaneseText();
	return encoding === 'windows-1252' ? new WesternText() : new WideText(encoding);
}

/** Text of another encoding, piece by piece. */
interface ForeignText {
	decode(chunk: Buffer): string;
	/** What is left at the end; `cut`: it ends inside a character, for which nothing stands in the text. */
	end(): { readonly text: string; readonly cut: boolean };
	/** How many bytes of the file the character takes that begins at an index of its UTF-8. */
	width(utf8: Buffer, at: number): number;
	/** What makes the guess of it less than sure. */
	readonly note?: string;
}

class PlainDecoder implements Decoder {
	readonly #mark: number;
	#skip: number;
	/** The bytes of an unfinished character at the end of the last chunk. */
	#stump: Buffer = Buffer.alloc(0);
	/** Places that are no UTF-8. */
	#malformed = 0;

	constructor(mark: number) {
		this.#mark = mark;
		this.#skip = mark;
	}

	decode(chunk: Buffer): Buffer {
		const skipped = Math.min(this.#skip, chunk.length);
		this.#skip -= skipped;
		const text = skipped === 0 ? chunk : chunk.subarray(skipped);
		this.#check(text);
		return text;
	}

	end() {
		if (this.#stump.length > 0) this.#malformed += 1;
		return { rest: Buffer.alloc(0), cut: false };
	}

	notes() {
		if (this.#malformed === 0) return [];
		const places = this.#malformed === 1 ? '1 place is' : `${this.#malformed} places are`;
		return [`${places} not UTF-8, read as U+FFFD: names that differ in nothing else look the same; convert it to UTF-8 first`];
	}

	#check(chunk: Buffer): void {
		if (this.#stump.length === 0 && isUtf8(chunk)) return;
		const bytes = this.#stump.length === 0 ? chunk : Buffer.concat([this.#stump, chunk]);
		const whole = bytes.subarray(0, bytes.length - stumpOf(bytes));
		// A chunk is only lent.
		this.#stump = Buffer.from(bytes.subarray(whole.length));
		if (!isUtf8(whole)) this.#malformed += malformedIn(whole);
	}

	origin(offset: number): number {
		return offset + this.#mark;
	}
}

/** How many bytes at the end are the beginning of a character. */
function stumpOf(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(UTF8_STUMP, bytes.length); back += 1) {
		const byte = bytes[bytes.length - back] as number;
		if ((byte & 0xc0) === 0x80) continue;
		const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
		return length > back ? back : 0;
	}
	return 0;
}

/** Replacement characters that the text has and the bytes have not. */
function malformedIn(bytes: Buffer): number {
	const own = bytes.toString('latin1').split('\xef\xbf\xbd').length;
	return bytes.toString('utf8').split('\ufffd').length - own;
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

	notes() {
		return this.#text.note === undefined ? [] : [this.#text.note];
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

/** What Windows-1252 has for 0x80 to 0x9f; where it has nothing, the control character of Latin-1. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Windows-1252, as in https://encoding.spec.whatwg.org/#windows-1252: a character for every byte. Not by a TextDecoder: that of Node.js 20 takes it for
 * Latin-1.
 */
class WesternText implements ForeignText {
	readonly note =
		'is not UTF-8 and read as Windows-1252, in which every byte is a character: where names look wrong, convert it to UTF-8 first';

	decode(chunk: Buffer): string {
		return chunk.toString('latin1').replace(/[\x80-\x9f]/g, (char) => WESTERN[char.charCodeAt(0) - 0x80] ?? char);
	}

	end() {
		return { text: '', cut: false };
	}

	width(): number {
		return 1;
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
