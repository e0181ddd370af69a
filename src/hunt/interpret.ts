import type { Activity } from '../model/activity.ts';
import { BrokenCell } from '../model/errors.ts';
import type { Likeness, NormalisedEvent } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { PlatformId } from '../model/platform.ts';
import type { RawRecord, Rejection } from '../model/record.ts';
import type { FieldName, Format, Source } from '../model/source.ts';
import { ownLine } from '../read/own-document.ts';
import { contentHash } from '../scan/content-hash.ts';
import { shownContent } from '../scan/scanner.ts';
import { explainUnknown } from '../sources/lookalikes.ts';
import type { Unusable } from '../sources/make-event.ts';
import { prepare } from '../sources/normalise.ts';
import { Recogniser, type Recognition } from '../sources/recognise.ts';

/** Hears what became of a record: `record` first, then `refused` or `recognised`, then for each part `event`, `nothing` or `refused`. */
export interface Outcomes {
	/** A record begins, or another part of the one before: the same number. */
	record(record: number, offset: number, length: number): void;
	recognised(source: Source, format: Format): void;
	/** Nothing in the record is an audit event. */
	nothing(): void;
	/** The record, or a part of it, cannot be used. */
	refused(rejection: Rejection): void;
	/** `content`: see `contentHash`; `like`: see `Normaliser`. */
	event(event: NormalisedEvent, source: Source, format: Format, content: number, like: Likeness | undefined): void;
}

/** What decides how records are read; all of it can go to another thread. */
export interface Interpretation {
	/** Everything is read as this platform. */
	readonly platform?: PlatformId;
	/** What columns mean that the evidence calls otherwise. */
	readonly columns?: ReadonlyMap<string, string>;
	/** Dates with slashes begin with the day; absent: with the month. */
	readonly dayFirst?: boolean;
	/** Activities whose events are looked at whole: see `Wants`; absent: all. */
	readonly whole?: readonly Activity[] | undefined;
}

/** Reads records: recognised, reshaped and brought to the common form. What comes of a record depends on nothing but the record. */
export class Interpreter {
	/** Whether dates with slashes begin with the day. */
	readonly dayFirst: boolean;
	readonly #sources: readonly Source[];
	readonly #recogniser: Recogniser;
	readonly #columns: ReadonlyMap<string, string> | undefined;
	readonly #whole: ReadonlySet<Activity> | undefined;

	constructor(sources: readonly Source[], { platform, columns, dayFirst = false, whole }: Interpretation) {
		this.dayFirst = dayFirst;
		this.#sources = sources;
		this.#recogniser = new Recogniser(
			sources.map((source) => prepare(source, dayFirst, whole === undefined ? [] : unasked(source))),
			platform,
		);
		this.#columns = columns;
		this.#whole = whole === undefined ? undefined : new Set(whole);
	}

	/** Reads one record. */
	read(raw: RawRecord, file: string, out: Outcomes): void {
		out.record(raw.record, raw.offset, raw.length);
		const value = this.#columns === undefined ? raw.value : renamed(raw.value, this.#columns);
		const recognition = this.#recogniser.recognise(value);
		if (recognition === undefined) {
			out.refused({ reason: 'unrecognised', ...placeOf(raw), ...this.#unknown(value) });
			return;
		}
		const { format, normaliser } = recognition;
		out.recognised(normaliser.source, format);
		let natives: readonly JsonObject[];
		try {
			natives = recognition.natives.of(value);
		} catch (error) {
			out.refused({ ...refusalOf(error, format.title), ...placeOf(raw) });
			return;
		}
		if (natives.length === 0) out.nothing();
		for (const native of natives) {
			const event = this.#event(native, recognition, file, raw.record);
			if (isUnusable(event)) out.refused({ ...event, ...placeOf(raw) });
			else out.event(event, normaliser.source, format, shownContent(native) ?? contentHash(native), normaliser.like);
		}
	}

	#unknown(record: JsonObject): Pick<Rejection, 'got' | 'expected' | 'own'> {
		const own = ownLine(record);
		if (own === undefined) return explainUnknown(record, this.#sources);
		return { own, got: `a line that saashound itself wrote (${own})`, expected: 'the logs themselves' };
	}

	#event(native: JsonObject, { normaliser, format }: Recognition, file: string, record: number): NormalisedEvent | Unusable {
		try {
			return normaliser.event(native, file, record, this.#whole);
		} catch (error) {
			return refusalOf(error, format.title);
		}
	}
}

function placeOf({ record, part }: RawRecord): Pick<Rejection, 'record' | 'part'> {
	return part === undefined ? { record } : { record, part };
}

function renamed(record: JsonObject, columns: ReadonlyMap<string, string>): JsonObject {
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [columns.get(name) ?? name, value]));
}

/** Facts of which nothing comes where only some activities' events are looked at whole: see `Wants`. */
const UNASKED: readonly FieldName[] = ['session', 'city', 'bytes'];

function unasked({ fleetingTokens }: Source): readonly FieldName[] {
	return fleetingTokens === true ? [...UNASKED, 'token'] : UNASKED;
}

function isUnusable(event: NormalisedEvent | Unusable): event is Unusable {
	return 'reason' in event && !('time' in event);
}

// A record that breaks its reader costs itself, not the run; where the fault is ours, the words say so.
function refusalOf(error: unknown, title: string): Unusable {
	if (error instanceof BrokenCell) return { reason: 'broken-cell', got: error.message, expected: `a whole ${title}` };
	const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	return {
		reason: 'broken-cell',
		got: `a record that breaks our reader (${what.slice(0, 160)})`,
		expected: `a ${title}; please report it`,
	};
}
