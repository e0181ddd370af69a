/** Memory that the texts may take: the whole text of the largest workbook that a spreadsheet program still opens. */
const MAX_BYTES = 2 ** 30;
const MAX_TEXTS = 2 ** 26;

/** Many texts, kept as bytes in one piece: millions of them cost no more than their letters, and the garbage collector sees two objects. */
export class Texts {
	#bytes: Buffer = Buffer.allocUnsafe(2 ** 12);
	#ends = new Uint32Array(2 ** 8);
	#length = 0;
	#count = 0;

	get count(): number {
		return this.#count;
	}

	/** Adds a text behind the others. False when there is no more room: it is then not added. */
	add(text: string): boolean {
		const length = Buffer.byteLength(text);
		if (this.#length + length > MAX_BYTES || this.#count >= MAX_TEXTS) return false;
		if (this.#length + length > this.#bytes.length) {
			const larger = Buffer.allocUnsafe(Math.min(MAX_BYTES, Math.max(this.#length + length, this.#bytes.length * 2)));
			this.#bytes.copy(larger, 0, 0, this.#length);
			this.#bytes = larger;
		}
		if (this.#count === this.#ends.length) {
			const larger = new Uint32Array(this.#ends.length * 2);
			larger.set(this.#ends);
			this.#ends = larger;
		}
		this.#length += this.#bytes.write(text, this.#length);
		this.#ends[this.#count] = this.#length;
		this.#count += 1;
		return true;
	}

	/** The text that was added as the `index`-th, from 0; undefined where there is none. */
	at(index: number): string | undefined {
		if (!(index >= 0 && index < this.#count)) return undefined;
		return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
	}

	/** Bytes of a text. */
	sizeOf(index: number): number {
		return (this.#ends[index] ?? 0) - (index === 0 ? 0 : (this.#ends[index - 1] ?? 0));
	}
}
