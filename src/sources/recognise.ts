import type { JsonObject } from '../model/json.ts';
import type { PlatformId } from '../model/platform.ts';
import type { Format } from '../model/source.ts';
import type { Normaliser } from './normalise.ts';

/** What a record was recognised as. */
export interface Recognition {
	readonly normaliser: Normaliser;
	readonly format: Format;
}

/** How many shapes are remembered before the memory starts anew: hostile input may make every record look different. */
const MOST_SHAPES = 4096;

/**
 * Tells of which platform and format a record is. The answer depends on the record alone, never on the records before it:
 * the format that asks for most names wins; between equals, the platform's id decides.
 */
export class Recogniser {
	readonly #normalisers: readonly Normaliser[];
	/** Member names of a record → those normalisers that could know it at all. */
	readonly #shapes = new Map<string, readonly Normaliser[]>();

	constructor(normalisers: readonly Normaliser[], only?: PlatformId) {
		this.#normalisers = normalisers
			.filter((normaliser) => only === undefined || normaliser.source.id === only)
			.toSorted((a, b) => (a.source.id < b.source.id ? -1 : 1));
	}

	/** The best match, or undefined where no platform knows this shape. */
	recognise(record: JsonObject): Recognition | undefined {
		const shape = Object.keys(record).join('\n');
		let candidates = this.#shapes.get(shape);
		if (candidates === undefined) {
			candidates = this.#normalisers.filter((normaliser) => possible(normaliser, record));
			if (this.#shapes.size >= MOST_SHAPES) this.#shapes.clear();
			this.#shapes.set(shape, candidates);
		}
		let best: (Recognition & { weight: number }) | undefined;
		for (const normaliser of candidates) {
			const match = normaliser.recognise(record);
			if (match !== undefined && match.weight > (best?.weight ?? 0)) best = { normaliser, ...match };
		}
		return best;
	}
}

// Only names at the top level can be told from the shape; dotted and quoted names are tested on each record.
function possible(normaliser: Normaliser, record: JsonObject): boolean {
	return normaliser.source.formats.some((format) => format.has.every((name) => /[.["]/.test(name) || Object.hasOwn(record, name)));
}
