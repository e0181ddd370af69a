import type { Container } from '../model/record.ts';
import type { Format } from '../model/source.ts';

/** How records are written: JSON lines and an array are one way. */
export type Written = Exclude<Container, 'ndjson'>;

/** In words. */
export const WRITTEN: Readonly<Record<Written, string>> = { csv: 'CSV', xlsx: 'a workbook', cef: 'CEF', json: 'JSON' };

/** A format as it was met. A table as CSV and the same table as JSON are two: hardly a cell is the same text in both. */
export interface FormatMet {
	readonly format: Format;
	readonly written: Written;
}

/** Numbers formats from 1, for the table of events seen: each format once for each way in which it is written. */
export class FormatNumbers {
	readonly #numbers: Readonly<Record<Written, Map<Format, number>>> = {
		csv: new Map(),
		xlsx: new Map(),
		cef: new Map(),
		json: new Map(),
	};
	readonly #met: FormatMet[] = [];

	of(format: Format, written: Written): number {
		const numbers = this.#numbers[written];
		const known = numbers.get(format);
		if (known !== undefined) return known;
		this.#met.push({ format, written });
		numbers.set(format, this.#met.length);
		return this.#met.length;
	}

	/** What a number stands for. */
	at(number: number): FormatMet | undefined {
		return this.#met[number - 1];
	}
}

/** How a container's records are written. */
export function writtenIn(container: Container): Written {
	return container === 'ndjson' ? 'json' : container;
}
