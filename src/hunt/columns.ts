import { FewBits } from './few-bits.ts';

/** Rows of one piece of a column. */
const PIECE_BITS = 12;
const PIECE = 2 ** PIECE_BITS;

/** A column begins with so many: of a small log most columns stay short. */
const FIRST = 32;

/** A piece while it changes. */
const changed = new Float64Array(PIECE);

/** A column of numbers that grows piece by piece; what is full lies in few bits and is never copied. Reading past its end gives 0. */
export class Column {
	/** The full pieces. */
	readonly #pieces: FewBits[] = [];
	/** The rows after them. */
	#open = new Float64Array(FIRST);
	#length = 0;

	push(value: number): void {
		const at = this.#length & (PIECE - 1);
		if (at >= this.#open.length) this.#widen();
		this.#open[at] = value;
		this.#length += 1;
		if ((this.#length & (PIECE - 1)) === 0) this.#pieces.push(FewBits.of(this.#open));
	}

	#widen(): void {
		const before = this.#open;
		this.#open = new Float64Array(Math.min(PIECE, before.length * 4));
		this.#open.set(before);
	}

	/** Becomes an exact copy of another column. */
	copy(other: Column): void {
		this.#pieces.splice(0, this.#pieces.length, ...other.#pieces);
		this.#open = other.#open.slice();
		this.#length = other.#length;
	}

	/** Numbers become others. */
	change(to: (value: number, row: number) => number): void {
		for (const [index, piece] of this.#pieces.entries()) {
			let isOther = false;
			for (let at = 0; at < PIECE; at += 1) {
				const before = piece.at(at);
				const now = to(before, index * PIECE + at);
				changed[at] = now;
				if (now !== before) isOther = true;
			}
			if (isOther) this.#pieces[index] = FewBits.of(changed);
		}
		for (let row = this.#pieces.length * PIECE; row < this.#length; row += 1) {
			const at = row & (PIECE - 1);
			this.#open[at] = to(this.#open[at] ?? 0, row);
		}
	}

	at(row: number): number {
		const piece = this.#pieces[row >>> PIECE_BITS];
		if (piece !== undefined) return piece.at(row & (PIECE - 1));
		return row < this.#length ? (this.#open[row & (PIECE - 1)] ?? 0) : 0;
	}

	get length(): number {
		return this.#length;
	}
}
