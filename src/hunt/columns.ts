type Cells = Float64Array | Uint32Array | Uint8Array;

/** Rows of one piece of a column: what is full is never copied. */
const PIECE_BITS = 12;
const PIECE = 2 ** PIECE_BITS;

/** A column of numbers that grows piece by piece. Reading past its end gives 0. */
export class Column {
	readonly #make: () => Cells;
	readonly #pieces: Cells[] = [];
	#length = 0;

	private constructor(make: () => Cells) {
		this.#make = make;
	}

	static doubles(): Column {
		return new Column(() => new Float64Array(PIECE));
	}

	static integers(): Column {
		return new Column(() => new Uint32Array(PIECE));
	}

	static bytes(): Column {
		return new Column(() => new Uint8Array(PIECE));
	}

	push(value: number): void {
		const at = this.#length & (PIECE - 1);
		if (at === 0) this.#pieces.push(this.#make());
		(this.#pieces[this.#length >>> PIECE_BITS] as Cells)[at] = value;
		this.#length += 1;
	}

	/** Becomes an exact copy of another column of the same kind. */
	copy(other: Column): void {
		this.#pieces.splice(0, this.#pieces.length, ...other.#pieces.map((piece) => piece.slice()));
		this.#length = other.#length;
	}

	/** The number of a row that is there becomes another. */
	set(row: number, value: number): void {
		const piece = this.#pieces[row >>> PIECE_BITS];
		if (piece !== undefined) piece[row & (PIECE - 1)] = value;
	}

	/** Every number becomes another. */
	change(to: (value: number) => number): void {
		for (const piece of this.#pieces) for (let at = 0; at < PIECE; at += 1) piece[at] = to(piece[at] ?? 0);
	}

	at(row: number): number {
		return this.#pieces[row >>> PIECE_BITS]?.[row & (PIECE - 1)] ?? 0;
	}

	get length(): number {
		return this.#length;
	}
}
