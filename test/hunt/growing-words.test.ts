import { afterEach, expect, test } from '@jest/globals';
import { GrowingWords } from '../../src/hunt/growing-words.ts';

type Memory = { prototype: { grow(pages: number): number } };
const { Memory } = (globalThis as unknown as { readonly WebAssembly: { readonly Memory: Memory } }).WebAssembly;
const inPlace = Memory.prototype.grow;

afterEach(() => {
	Memory.prototype.grow = inPlace;
});

/** Takes pieces until there are two million words (8 MB), each with its own number at both ends, and reads them all again. */
function filled(words: GrowingWords): boolean {
	const pieces: number[] = [];
	for (let piece = 1; piece <= 2000; piece += 1) {
		const from = words.take(1000);
		words.words[from] = piece;
		words.words[from + 999] = piece;
		pieces.push(from);
	}
	return pieces.every(
		(from, index) => words.words[from] === index + 1 && words.words[from + 1] === 0 && words.words[from + 999] === index + 1,
	);
}

test('words stay what they are while more are taken, and new ones are 0', () => {
	expect(filled(new GrowingWords())).toBe(true);
});

test('where the memory cannot grow any more, words move to another', () => {
	let left = 3;
	Memory.prototype.grow = function grow(this: { grow(pages: number): number }, pages: number): number {
		left -= 1;
		if (left < 0) throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
		return inPlace.call(this, pages);
	};
	expect(filled(new GrowingWords())).toBe(true);
	expect(left).toBe(-1);
});
