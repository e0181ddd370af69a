/** How the text of a file is encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** An encoding, and the bytes of the byte order mark in front of the text. */
export interface EncodingGuess {
	readonly encoding: Encoding;
	readonly mark: number;
}

/** Bytes looked at for the pattern of NULs that tells UTF-16 without a mark. */
const LOOK = 1024;

/** Tells the encoding by the byte order mark, or by the NULs that UTF-16 puts beside every ASCII character. */
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
	return { encoding: 'utf-8', mark: 0 };
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
export function decoderOf(guess: EncodingGuess): Decoder {
	return guess.encoding === 'utf-8' ? new PlainDecoder(guess.mark) : new WideDecoder(guess.encoding, guess.mark);
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

/** UTF-16. Keeps the text that was handed out until an offset behind it has been asked for, to count its characters. */
class WideDecoder implements Decoder {
	readonly #decoder: InstanceType<typeof TextDecoder>;
	#bytes = 0;
	/** Text handed out and not yet passed; `#front` is the offset of its first byte, `#units` the UTF-16 units before that. */
	readonly #pieces: Buffer[] = [];
	#front = 0;
	#units: number;

	constructor(encoding: Encoding, mark: number) {
		this.#decoder = new TextDecoder(encoding);
		this.#units = mark / 2;
	}

	decode(chunk: Buffer): Buffer {
		this.#bytes += chunk.length;
		return this.#keep(this.#decoder.decode(chunk, { stream: true }));
	}

	end() {
		const cut = this.#bytes % 2 === 1;
		const rest = this.#decoder.decode();
		// Half a unit comes as a replacement character, which no record holds; that the text is cut is said instead.
		return { rest: this.#keep(cut && rest.endsWith('\ufffd') ? rest.slice(0, -1) : rest), cut };
	}

	#keep(text: string): Buffer {
		const piece = Buffer.from(text, 'utf8');
		if (piece.length > 0) this.#pieces.push(piece);
		return piece;
	}

	origin(offset: number): number {
		for (let piece = this.#pieces[0]; piece !== undefined && this.#front < offset; piece = this.#pieces[0]) {
			const passed = Math.min(piece.length, offset - this.#front);
			this.#units += countUnits(piece, passed);
			this.#front += passed;
			if (passed === piece.length) this.#pieces.shift();
			else this.#pieces[0] = piece.subarray(passed);
		}
		return this.#units * 2;
	}
}

/** UTF-16 units of UTF-8 bytes: one for each lead byte, two for a lead byte of four. */
function countUnits(bytes: Buffer, length: number): number {
	let units = 0;
	for (let i = 0; i < length; i += 1) {
		const byte = bytes[i] as number;
		if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
	}
	return units;
}
