import type { NormalisedEvent } from '../model/event.ts';
import type { Rejection } from '../model/record.ts';
import type { Format, Source } from '../model/source.ts';

/** What happened to records, in order: one number each, followed by what it needs. */
export const OP = {
	/** ordinal, offset (lower and upper 32 bits), length */
	record: 0,
	/** number of the format */
	recognised: 1,
	/** the next of the events */
	event: 2,
	/** the next of the events that had to be copied whole */
	oddEvent: 3,
	nothing: 4,
	/** the next of the rejections */
	refused: 5,
	/** the next of the rejections, of a record that could not be parsed: it has no `record` in front */
	rejected: 6,
} as const;

/** Places of the words of one event. A text is 0 where absent, see `PackedTexts`; a list is 0 where absent, else 1 + its index in `lists`. */
export const WORD = {
	format: 0,
	platform: 1,
	activity: 2,
	flags: 3,
	/** Eight words: the hashes that tell repeats, see `SeenTable`. */
	identity: 4,
	content: 12,
	operation: 13,
	id: 14,
	actorId: 15,
	actorName: 16,
	actorEmail: 17,
	actorAliases: 18,
	appId: 19,
	appName: 20,
	targetType: 21,
	targetId: 22,
	targetName: 23,
	targetAliases: 24,
	scopes: 25,
	ip: 26,
	asOrg: 27,
	country: 28,
	city: 29,
	userAgent: 30,
	session: 31,
	token: 32,
	tokenKind: 33,
	device: 34,
	/** As JSON. */
	details: 35,
} as const;
/** Words of one event. */
export const WORDS = 36;

/** Places of the numbers of one event; NaN where absent. */
export const NUMBER = { time: 0, asn: 1, items: 2, bytes: 3 } as const;
/** Numbers of one event. */
export const NUMBERS = 4;

/** In `flags`: two bits each (known, and true), then two bits of the actor's type. */
export const FLAGS = ['proxy', 'privileged', 'restricted', 'external', 'ok'] as const;
/** Types of an actor, in the order of their two bits in `flags`. */
export const ACTOR_TYPES = ['user', 'service', 'app', 'system'] as const;
/** Bits by which the actor's type is shifted in `flags`. */
export const TYPE_SHIFT = 10;

/** What came of the records of a piece, in typed arrays that go from thread to thread without a copy. */
export interface PackedBatch {
	/** Operations, see {@link OP}. */
	readonly ops: Uint32Array<ArrayBuffer>;
	/** {@link WORDS} of each event. */
	readonly words: Uint32Array<ArrayBuffer>;
	/** {@link NUMBERS} of each event. */
	readonly numbers: Float64Array<ArrayBuffer>;
	/** Lists of texts: how many, then the texts. */
	readonly lists: Uint32Array<ArrayBuffer>;
	/** Where each text of the batch begins, and its bytes; the highest bit says that it is UTF-16. */
	readonly marks: Uint32Array<ArrayBuffer>;
	readonly texts: Uint8Array<ArrayBuffer>;
	/** Texts new to the dictionary that the thread keeps; `forget`: which has been emptied before. */
	readonly fresh: readonly string[];
	readonly forget: boolean;
	readonly rejections: readonly Rejection[];
	readonly odd: readonly OddEvent[];
}

/** An event that does not fit into columns. */
export interface OddEvent {
	readonly event: NormalisedEvent;
	readonly format: number;
	readonly content: number;
}

/** A format and its source. */
export interface Kind {
	readonly source: Source;
	readonly format: Format;
}

/** All formats of the sources, in an order that is the same in every thread. */
export function kindsOf(sources: readonly Source[]): readonly Kind[] {
	return sources.flatMap((source) => source.formats.map((format) => ({ source, format })));
}
