/** Texts that are remembered by both sides, so that each crosses once; then both begin anew. */
const MOST_TEXTS = 65_536;
/** Longer texts are not remembered. */
const LONG_TEXT = 512;

/** Puts texts where another thread can read them without making those it does not want, see `OpenBatch`. */
export class TextPacker {
	readonly #known = new Map<string, number>();
	#fresh: string[] = [];
	#forget = false;
	readonly #lists = new Words();
	readonly #marks = new Words();
	#texts: Buffer = Buffer.allocUnsafe(2 ** 17);
	#length = 0;

	/** The texts since the last time. */
	take() {
		const taken = {
			lists: this.#lists.take(),
			marks: this.#marks.take(),
			texts: Uint8Array.from(this.#texts.subarray(0, this.#length)),
			fresh: this.#fresh,
			forget: this.#forget,
		};
		this.#forget = this.#known.size >= MOST_TEXTS;
		if (this.#forget) this.#known.clear();
		this.#fresh = [];
		this.#length = 0;
		return taken;
	}

	/** A list of texts: 1 + its index in `lists`; 0 where absent. */
	list(texts: readonly string[] | undefined, repeated: boolean): number {
		if (texts === undefined) return 0;
		const at = this.#lists.reserve(texts.length + 1);
		const references = texts.map((text) => (repeated ? this.repeated(text) : this.single(text)));
		const { array } = this.#lists;
		array[at] = texts.length;
		array.set(references, at + 1);
		return at + 1;
	}

	/** A text that will come again: an odd number, half of it (rounded down) its place in the dictionary. */
	repeated(text: string | undefined): number {
		if (text === undefined) return 0;
		if (text.length > LONG_TEXT) return this.single(text);
		let id = this.#known.get(text);
		if (id === undefined) {
			id = this.#known.size;
			this.#known.set(text, id);
			this.#fresh.push(text);
		}
		return id * 2 + 1;
	}

	/** A text that will hardly come again: an even number, half of it 1 + its place among the texts of the batch. */
	single(text: string | undefined): number {
		if (text === undefined) return 0;
		const { length } = text;
		const start = this.#length;
		const bytes = this.#room(length * 2);
		let wide = false;
		for (let index = 0; index < length; index += 1) {
			const code = text.charCodeAt(index);
			if (code > 0xff) {
				wide = true;
				break;
			}
			bytes[start + index] = code;
		}
		// As it is, halves of characters included, which UTF-8 could not hold.
		if (wide) bytes.write(text, start, 'utf16le');
		this.#length = start + (wide ? length * 2 : length);
		const place = this.#marks.length / 2;
		this.#marks.push(start);
		this.#marks.push(wide ? (length * 2) | 0x80000000 : length);
		return (place + 1) * 2;
	}

	#room(length: number): Buffer {
		if (this.#length + length > this.#texts.length) {
			const larger = Buffer.allocUnsafe(Math.max(this.#length + length, this.#texts.length * 2));
			this.#texts.copy(larger, 0, 0, this.#length);
			this.#texts = larger;
		}
		return this.#texts;
	}
}

/** Numbers of 32 bits, one behind the other. */
export class Words {
	array: Uint32Array<ArrayBuffer> = new Uint32Array(4096);
	length = 0;

	push(word: number): void {
		const at = this.reserve(1);
		this.array[at] = word;
	}

	/** Makes room for so many, to be written. Gives the index of the first. */
	reserve(count: number): number {
		const at = this.length;
		this.length += count;
		if (this.length > this.array.length) {
			const larger = new Uint32Array(Math.max(this.length, this.array.length * 2));
			larger.set(this.array.subarray(0, at));
			this.array = larger;
		}
		return at;
	}

	take(): Uint32Array<ArrayBuffer> {
		const words = this.array.slice(0, this.length);
		this.length = 0;
		return words;
	}
}
