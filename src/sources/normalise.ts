import type { Activity } from '../model/activity.ts';
import { BrokenCell } from '../model/errors.ts';
import type { Likeness, NormalisedEvent } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { ActivityRule, FieldName, Format, Source } from '../model/source.ts';
import { compilePath } from '../read/fields.ts';
import { Echoes } from './echoes.ts';
import { compileFields, factsOf } from './facts.ts';
import type { Unusable } from './make-event.ts';
import { Natives } from './natives.ts';
import { once } from './once.ts';
import { Shapes } from './shapes.ts';

/**
 * Turns a recognised record into records of the platform's native shape.
 * A broken cell (`BrokenCell`) makes it unusable; nothing is lost without a reason.
 */
export function reshaped(format: Format, record: JsonObject): readonly JsonObject[] | Unusable {
	try {
		return format.reshape?.(record) ?? [record];
	} catch (error) {
		if (error instanceof BrokenCell) return { reason: 'broken-cell', got: error.message, expected: error.expected };
		throw error;
	}
}

/** A format with its names told apart. */
export interface PreparedFormat {
	readonly format: Format;
	readonly natives: Natives;
	/** How many names it asks for. */
	readonly weight: number;
	/** Those at the top level: a record's shape tells whether they are there. */
	readonly names: readonly string[];
	/** Those further inside: each record has to be asked. */
	readonly inside: readonly ((record: JsonObject) => boolean)[];
}

/** A source made ready to read: paths compiled, rules listed. */
export interface Normaliser {
	readonly source: Source;
	readonly formats: readonly PreparedFormat[];
	/** How well a record fits this source: the format that asks for most names, all of which are there. */
	recognise(record: JsonObject): { readonly format: Format; readonly weight: number } | undefined;
	/**
	 * Turns one native-shaped record into an event.
	 * @param whole activities whose events are looked at whole: of others facts may be missing that a source reads later (see `Later`); absent: all
	 */
	event(record: JsonObject, file: string, ordinal: number, whole?: ReadonlySet<Activity>): NormalisedEvent | Unusable;
	/** Of the event made last: the same object for all events that have the same operation and actor, in the same words; undefined where that was not looked at. */
	readonly like: Likeness | undefined;
}

/**
 * Compiles a source: what its formats ask for at once, the rest when its first record comes.
 * @param dayFirst dates with slashes begin with the day
 * @param unread facts that are absent from all events, because nobody asks for them
 * @throws TypeError on a malformed path in its declaration.
 */
export function prepare(source: Source, dayFirst = false, unread: readonly FieldName[] = []): Normaliser {
	// Most names first, otherwise as declared: the first that fits is the best.
	const formats = source.formats
		.map(prepareFormat)
		.filter(({ weight }) => weight > 0)
		.toSorted((a, b) => b.weight - a.weight);
	// Of most sources no record comes.
	const echoes = once(() => {
		const paths = compileFields(source, unread);
		const rules = new Map(Object.entries(source.activities()).map(([operation, entry]) => [operation, asRules(entry)]));
		return new Echoes({ source, rules, dayFirst, facts: new Shapes((record) => factsOf(paths, record, source)) });
	});
	return {
		source,
		formats,
		recognise: (record) =>
			formats.find((prepared) => prepared.names.every((name) => Object.hasOwn(record, name)) && fits(prepared, record)),
		event: (record, file, ordinal, whole) => echoes().event(record, { file, record: ordinal, whole }),
		get like() {
			return echoes().like;
		},
	};
}

function asRules(entry: Activity | ActivityRule | readonly ActivityRule[]): readonly ActivityRule[] {
	if (typeof entry === 'string') return [{ activity: entry }];
	return Array.isArray(entry) ? entry : [entry as ActivityRule];
}

/** Whether a record whose top-level names are all there is of the format. */
export function fits({ format, inside }: PreparedFormat, record: JsonObject): boolean {
	for (const has of inside) if (!has(record)) return false;
	return format.test === undefined || format.test(record);
}

function prepareFormat(format: Format): PreparedFormat {
	const names: string[] = [];
	const inside: ((record: JsonObject) => boolean)[] = [];
	for (const path of format.has) {
		// A member that is there with the value null still tells the format.
		const name = /^"([^"]+)"$/.exec(path)?.[1] ?? (/^[^.[\]"]+$/.test(path) ? path : undefined);
		if (name !== undefined) names.push(name);
		else {
			const read = compilePath(path);
			inside.push((record) => read(record) !== undefined);
		}
	}
	return { format, natives: new Natives(format), weight: format.has.length, names, inside };
}
