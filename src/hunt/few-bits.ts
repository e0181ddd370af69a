/** More different numbers than this are kept as distances, however far apart they lie. */
const MOST_CODES = 256;
/** Where distances need fewer bits than this, codes hardly could do with less. */
const FEW = 6;
/** Bits of a number as it is. */
const DOUBLE = 64;
const WORD = 32;

/**
 * Numbers that do not change any more, in as few bits as they allow: whole ones as their distance from the least (frame of reference), those of
 * which there are few as codes of a list; all others as they are. Any of them is found at once.
 */
export class FewBits {
	/** What distances are added to. */
	readonly #least: number;
	/** Bits of a distance or code; 0: all are the least; {@link DOUBLE}: the numbers are `#list`. */
	readonly #bits: number;
	readonly #words: Uint32Array;
	/** What codes stand for, or the numbers themselves. */
	readonly #list: Float64Array | undefined;

	private constructor(least: number, bits: number, words: Uint32Array, list: Float64Array | undefined) {
		this.#least = least;
		this.#bits = bits;
		this.#words = words;
		this.#list = list;
	}

	static of(numbers: Float64Array): FewBits {
		const [least, most] = boundsOf(numbers);
		const distance = least === undefined ? DOUBLE : bitsOf(most - least);
		const codes = distance < FEW ? undefined : codesOf(numbers);
		if (codes !== undefined && codes.length > 1) {
			const bits = bitsOf(codes.length - 1);
			if (bits * numbers.length + DOUBLE * codes.length < distance * numbers.length)
				return new FewBits(0, bits, pack(scratch.subarray(0, numbers.length), 0, bits), Float64Array.from(codes));
		}
		if (least === undefined) return new FewBits(0, DOUBLE, NONE, numbers.slice());
		return new FewBits(least, distance, distance === 0 ? NONE : pack(numbers, least, distance), undefined);
	}

	at(index: number): number {
		const bits = this.#bits;
		const list = this.#list;
		if (bits === 0) return this.#least;
		if (bits === DOUBLE) return list?.[index] ?? 0;
		const from = index * bits;
		if (bits > WORD) return this.#least + this.#read(from, WORD) + this.#read(from + WORD, bits - WORD) * 2 ** WORD;
		const number = this.#read(from, bits);
		return list === undefined ? this.#least + number : (list[number] ?? 0);
	}

	/** @param bits at most 32 */
	#read(from: number, bits: number): number {
		const words = this.#words;
		const at = from >>> 5;
		const shift = from & 31;
		let number = (words[at] as number) >>> shift;
		if (shift + bits > WORD) number |= (words[at + 1] as number) << (WORD - shift);
		return bits === WORD ? number >>> 0 : number & (2 ** bits - 1);
	}
}

const NONE = new Uint32Array(0);

/** The least and the largest; nothing where not all are whole numbers that stay exact, or lie too far apart. */
function boundsOf(numbers: Float64Array): readonly [least: number | undefined, most: number] {
	let least = Number.POSITIVE_INFINITY;
	let most = Number.NEGATIVE_INFINITY;
	for (const number of numbers) {
		if (!Number.isSafeInteger(number)) return [undefined, 0];
		if (number < least) least = number;
		if (number > most) most = number;
	}
	return Number.isSafeInteger(most - least) ? [least, most] : [undefined, 0];
}

/** Bits of a whole number below 2^53. */
function bitsOf(number: number): number {
	return number < 2 ** WORD ? WORD - Math.clz32(number) : DOUBLE - Math.clz32(Math.floor(number / 2 ** WORD));
}

/** Different numbers in the order of their codes; undefined where there are many. {@link scratch} then holds everybody's code. */
function codesOf(numbers: Float64Array): readonly number[] | undefined {
	const codes = new Map<number, number>();
	if (scratch.length < numbers.length) scratch = new Float64Array(numbers.length);
	let last: number | undefined;
	let code = 0;
	for (let index = 0; index < numbers.length; index += 1) {
		const number = numbers[index] as number;
		if (number !== last) {
			const known = codes.get(number);
			if (known === undefined) {
				if (codes.size === MOST_CODES) return undefined;
				codes.set(number, codes.size);
			}
			code = known ?? codes.size - 1;
			last = number;
		}
		scratch[index] = code;
	}
	return [...codes.keys()];
}

let scratch = new Float64Array(0);

/** Distances of whole numbers from the least, one after another. */
function pack(numbers: Float64Array, least: number, bits: number): Uint32Array {
	const words = new Uint32Array(Math.ceil((numbers.length * bits) / WORD));
	const low = Math.min(bits, WORD);
	for (let index = 0; index < numbers.length; index += 1) {
		const number = (numbers[index] as number) - least;
		write(words, index * bits, low, number >>> 0);
		if (bits > WORD) write(words, index * bits + WORD, bits - WORD, Math.floor(number / 2 ** WORD));
	}
	return words;
}

function write(words: Uint32Array, from: number, bits: number, number: number): void {
	const at = from >>> 5;
	const shift = from & 31;
	words[at] = (words[at] as number) | (number << shift);
	if (shift + bits > WORD) words[at + 1] = number >>> (WORD - shift);
}
