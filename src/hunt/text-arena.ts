/** Bytes of one block; a longer text gets one of its own. */
const BLOCK = 2 ** 18;
/** Texts begin at multiples of this, so that 32 bits name each place of the first 16 GiB. */
const STEP = 4;
const PER_BLOCK = BLOCK / STEP;
/** Before each text: its length in characters, and whether it has any beyond Latin-1. */
const HEAD = 4;

/**
 * Texts outside the heap, as bytes: a million short ones cost the garbage collector nothing, and half the memory. They are kept as they are, lone
 * surrogates included. Texts are added, never taken away.
 */
export class TextArena {
	readonly #blocks: Buffer[] = [];
	/** Where the next text goes, in the last block. */
	#next = BLOCK;

	/** Keeps a text. @returns where it is: from 1 on */
	add(text: string): number {
		const wide = isWide(text);
		const size = HEAD + (wide ? text.length * 2 : text.length);
		if (size > BLOCK) return this.#write(this.#block(size), 0, text, wide);
		if (this.#next + size > BLOCK) {
			this.#next = 0;
			this.#block(BLOCK);
		}
		const at = this.#next;
		this.#next += Math.ceil(size / STEP) * STEP;
		return this.#write(this.#blocks.length - 1, at, text, wide);
	}

	/** The text at a place that {@link add} gave. */
	at(place: number): string {
		const [block, from] = this.#find(place);
		const head = block.readUInt32LE(from);
		const start = from + HEAD;
		const length = head >>> 1;
		return (head & 1) === 0
			? block.toString('latin1', start, start + length)
			: block.toString('utf16le', start, start + length * 2);
	}

	/** Whether the text at a place is this one. */
	is(place: number, text: string): boolean {
		const [block, from] = this.#find(place);
		const head = block.readUInt32LE(from);
		if (head >>> 1 !== text.length) return false;
		if ((head & 1) !== 0) return this.at(place) === text;
		const start = from + HEAD;
		for (let index = 0; index < text.length; index += 1) if (block[start + index] !== text.charCodeAt(index)) return false;
		return true;
	}

	/** Adds a block. @returns its index */
	#block(size: number): number {
		this.#blocks.push(Buffer.allocUnsafeSlow(size));
		// A text with a block of its own leaves nothing for others.
		if (size > BLOCK) this.#next = BLOCK;
		return this.#blocks.length - 1;
	}

	#write(index: number, at: number, text: string, wide: boolean): number {
		const block = this.#blocks[index] as Buffer;
		block.writeUInt32LE(text.length * 2 + (wide ? 1 : 0), at);
		block.write(text, at + HEAD, wide ? 'utf16le' : 'latin1');
		return index * PER_BLOCK + at / STEP + 1;
	}

	#find(place: number): readonly [block: Buffer, from: number] {
		const index = Math.floor((place - 1) / PER_BLOCK);
		return [this.#blocks[index] as Buffer, ((place - 1) % PER_BLOCK) * STEP];
	}
}

function isWide(text: string): boolean {
	for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0xff) return true;
	return false;
}
