/** A column of numbers that grows by doubling. Reading past its end gives 0. */
export class Column {
	#cells: Float64Array | Uint32Array | Uint8Array;
	#length = 0;

	private constructor(cells: Float64Array | Uint32Array | Uint8Array) {
		this.#cells = cells;
	}

	static doubles(): Column {
		return new Column(new Float64Array(1024));
	}

	static integers(): Column {
		return new Column(new Uint32Array(1024));
	}

	static bytes(): Column {
		return new Column(new Uint8Array(1024));
	}

	push(value: number): void {
		if (this.#length === this.#cells.length) {
			const Cells = this.#cells.constructor as new (length: number) => Float64Array | Uint32Array | Uint8Array;
			const larger = new Cells(this.#length * 2);
			larger.set(this.#cells);
			this.#cells = larger;
		}
		this.#cells[this.#length] = value;
		this.#length += 1;
	}

	/** Becomes an exact copy of another column of the same kind. */
	copy(other: Column): void {
		this.#cells = other.#cells.slice();
		this.#length = other.#length;
	}

	/** Every number becomes another. */
	change(to: (value: number) => number): void {
		for (let row = 0; row < this.#length; row += 1) this.#cells[row] = to(this.#cells[row] ?? 0);
	}

	at(row: number): number {
		return this.#cells[row] ?? 0;
	}

	get length(): number {
		return this.#length;
	}
}

/** Texts by number: 0 stands for an absent text. Numbers depend on the order of arrival and must never reach output. */
export class Dictionary {
	readonly #ids = new Map<string, number>();
	readonly #texts: string[] = [''];

	/** The text's number; a new one for a new text. */
	id(text: string | undefined): number {
		if (text === undefined || text === '') return 0;
		const known = this.#ids.get(text);
		if (known !== undefined) return known;
		const id = this.#texts.length;
		this.#ids.set(text, id);
		this.#texts.push(text);
		return id;
	}

	/** The number of a text that is known, or undefined. */
	find(text: string): number | undefined {
		return this.#ids.get(text);
	}

	/** The text; undefined for 0. */
	text(id: number): string | undefined {
		return id === 0 ? undefined : this.#texts[id];
	}

	get size(): number {
		return this.#texts.length;
	}
}
