import { NUMBERS, type PackedBatch, WORDS } from './packed.ts';

/** Reads the texts of one thread's batches, which have to come in the order in which it sent them. */
export class TextMemory {
	#texts: string[] = [];

	/** Takes in what is new with a batch. */
	open(batch: PackedBatch): OpenBatch {
		// The texts of batches before this one stay readable: they hold the former list.
		if (batch.forget) this.#texts = [];
		for (const text of batch.fresh) this.#texts.push(text);
		return new OpenBatch(batch, this.#texts);
	}
}

/** A batch with its texts. */
export class OpenBatch {
	readonly batch: PackedBatch;
	readonly #known: readonly string[];
	readonly #bytes: Buffer;

	constructor(batch: PackedBatch, known: readonly string[]) {
		this.batch = batch;
		this.#known = known;
		this.#bytes = Buffer.from(batch.texts.buffer, batch.texts.byteOffset, batch.texts.length);
	}

	/** A text by its reference, see `Packer`; undefined for 0. */
	text(reference: number): string | undefined {
		if (reference === 0) return undefined;
		const place = reference >>> 1;
		if ((reference & 1) === 1) return this.#known[place];
		const start = this.batch.marks[place * 2 - 2] as number;
		const mark = this.batch.marks[place * 2 - 1] as number;
		const length = mark & 0x7fffffff;
		return this.#bytes.toString(mark === length ? 'latin1' : 'utf16le', start, start + length);
	}

	list(reference: number): readonly string[] | undefined {
		if (reference === 0) return undefined;
		const { lists } = this.batch;
		const length = lists[reference - 1] as number;
		const texts: string[] = [];
		for (let index = 0; index < length; index += 1) texts.push(this.text(lists[reference + index] as number) ?? '');
		return texts;
	}

	word(event: number, place: number): number {
		return this.batch.words[event * WORDS + place] as number;
	}

	number(event: number, place: number): number {
		return this.batch.numbers[event * NUMBERS + place] as number;
	}
}
