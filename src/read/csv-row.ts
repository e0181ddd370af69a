import type { JsonObject } from '../model/json.ts';

const QUOTE = 0x22;

/** Numbers kept for each cell: where it begins and ends (from the row's first byte), and whether it holds doubled quotes. */
export const PER_CELL = 3;

/** Makes texts and objects of the bytes of CSV rows. */
export class RowReader {
	#scratch: Buffer = Buffer.allocUnsafe(2 ** 12);

	/** The row that begins at `start` as an object of header → text; a cell that is not there is an empty text. `cells[from, to)` are its bounds. */
	object(
		header: readonly string[],
		bytes: Buffer,
		start: number,
		cells: ArrayLike<number>,
		from: number,
		to: number,
	): JsonObject {
		const row: Record<string, string> = {};
		for (let i = 0; i < header.length; i += 1) {
			const name = header[i] as string;
			const at = from + i * PER_CELL;
			const text = at < to ? this.cell(bytes, start, cells, at) : '';
			// `__proto__` would set the prototype instead of a member.
			if (name === '__proto__')
				Object.defineProperty(row, name, { value: text, enumerable: true, writable: true, configurable: true });
			else row[name] = text;
		}
		return row;
	}

	/** The text of the cell whose bounds stand at `at`. */
	cell(bytes: Buffer, start: number, cells: ArrayLike<number>, at: number): string {
		const from = start + (cells[at] as number);
		const to = start + (cells[at + 1] as number);
		return cells[at + 2] === 1 ? this.#undoubled(bytes, from, to) : bytes.toString('utf8', from, to);
	}

	/** The text with one quote for two: byte by byte, because replaceAll leaves a string in hundreds of pieces. */
	#undoubled(bytes: Buffer, from: number, to: number): string {
		if (this.#scratch.length < to - from) this.#scratch = Buffer.allocUnsafe(2 * (to - from));
		const scratch = this.#scratch;
		let length = 0;
		for (let i = from; i < to; i += 1) {
			const byte = bytes[i] as number;
			scratch[length] = byte;
			length += 1;
			if (byte === QUOTE) i += 1;
		}
		return scratch.toString('utf8', 0, length);
	}
}
