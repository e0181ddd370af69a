import type { JsonObject } from '../model/json.ts';
import type { PlatformId } from '../model/platform.ts';
import type { Format } from '../model/source.ts';
import type { Natives } from './natives.ts';
import { fits, type Normaliser, type PreparedFormat } from './normalise.ts';
import { Shapes } from './shapes.ts';

/** What a record was recognised as. */
export interface Recognition {
	readonly normaliser: Normaliser;
	readonly format: Format;
	/** Makes native records of those of the format. */
	readonly natives: Natives;
}

/** A format whose top-level names are all there. */
interface Candidate {
	readonly recognition: Recognition;
	readonly prepared: PreparedFormat;
}

/**
 * Tells of which platform and format a record is. The answer depends on the record alone, never on the records before it:
 * the format that asks for most names wins; between equals, the platform's id decides, then the order in its declaration.
 */
export class Recogniser {
	readonly #shapes: Shapes<readonly Candidate[]>;

	constructor(normalisers: readonly Normaliser[], only?: PlatformId) {
		const all = normalisers
			.filter((normaliser) => only === undefined || normaliser.source.id === only)
			.toSorted((a, b) => (a.source.id < b.source.id ? -1 : 1))
			.flatMap((normaliser) =>
				normaliser.formats.map((prepared) => ({
					recognition: { normaliser, format: prepared.format, natives: prepared.natives },
					prepared,
				})),
			)
			.toSorted((a, b) => b.prepared.weight - a.prepared.weight);
		this.#shapes = new Shapes((record) =>
			all.filter(({ prepared }) => prepared.names.every((name) => Object.hasOwn(record, name))),
		);
	}

	/** The best match, or undefined where no platform knows this shape. */
	recognise(record: JsonObject): Recognition | undefined {
		return this.#shapes.of(record).find(({ prepared }) => fits(prepared, record))?.recognition;
	}
}
