import { BrokenCell, EvidenceError } from '../model/errors.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { InputRef, InputSummary, PartialRun } from '../model/finding.ts';
import type { JsonObject } from '../model/json.ts';
import type { LogFile, RawRecord, Rejection } from '../model/record.ts';
import type { Format, Source } from '../model/source.ts';
import { openEvidence } from '../read/open-evidence.ts';
import { isPlausible } from '../read/time.ts';
import { contentHash } from '../scan/content-hash.ts';
import { shownContent } from '../scan/scanner.ts';
import { explainUnknown } from '../sources/lookalikes.ts';
import { prepare, type Unusable } from '../sources/normalise.ts';
import { Recogniser, type Recognition } from '../sources/recognise.ts';
import { identityOf } from './identity.ts';
import { iso } from './iso.ts';
import type { Place } from './ledger.ts';
import type { EvidenceRequest } from './request.ts';
import { SeenTable } from './seen.ts';

/** Hears an event: where it stands, a number that orders events of one millisecond by content, and the format it came in. */
export type Listener = (event: NormalisedEvent, place: Place, tie: number, format: Format, file: string) => void;

/** What was read. */
export interface EvidenceRead {
	readonly inputs: readonly InputTally[];
	/** Files that could not be used, with the reason; the rest was read. */
	readonly unusable: readonly { readonly file: string; readonly why: string }[];
	readonly notes: readonly string[];
	/** There only where reading was stopped before its end. */
	readonly partial?: PartialRun;
}

/** An input's summary with its counts by operation and activity. */
export interface InputTally {
	readonly summary: InputSummary;
	readonly operations: ReadonlyMap<string, number>;
	readonly activities: ReadonlyMap<string, number>;
	readonly platforms: ReadonlyMap<string, number>;
	readonly formats: ReadonlyMap<string, Format>;
}

/** What was read, by name and hash. */
export function inputRefs({ inputs }: Pick<EvidenceRead, 'inputs'>): readonly InputRef[] {
	return inputs.map(({ summary: { file, sha256, archive } }) => ({ file, sha256, ...(archive !== undefined && { archive }) }));
}

/** How many problems of a file are kept word for word. */
const MOST_PROBLEMS = 5;

/**
 * Reads all evidence once: records of every file in the order of their paths, each recognised, brought to the common form, freed of
 * duplicates, and handed to the listener. Every record is counted exactly once: as event, other, duplicate or rejected.
 * @throws EvidenceError when a path is missing or nothing at all could be used; with `strict`, at the first rejected record.
 */
export async function readEvidence(
	request: EvidenceRequest,
	sources: readonly Source[],
	listen: Listener,
): Promise<EvidenceRead> {
	const recogniser = new Recogniser(sources.map(prepare), request.platform);
	const { columns } = request;
	const seen = new SeenTable();
	const formats = new FormatNumbers();
	let bytes = 0;
	let records = 0;
	const opened = await openEvidence(request.evidence, {
		onBytes(_file, read) {
			bytes += read;
		},
		...(request.signal !== undefined && { signal: request.signal }),
		...(request.stop !== undefined && { stop: request.stop }),
		lend: request.plainReader !== true,
		...(request.maxInflate !== undefined && { maxInflate: request.maxInflate }),
	});
	const inputs: InputTally[] = [];
	const unusable = [...opened.unreadable];
	const [refused] = unusable;
	if (request.strict === true && refused !== undefined) throw new EvidenceError(`${refused.file}: ${refused.why}`);
	const partly = new Set(opened.stopped);
	const unread: string[] = [];
	// Who stops a pipe wants to see what came through it, and what lies beside it.
	const stop = opened.stopped.length > 0 ? undefined : request.stop;
	for (const [index, file] of opened.files.entries()) {
		if (stop?.aborted === true) {
			unread.push(file.file);
			continue;
		}
		const reading = new InputReading({
			...{ file, index, recogniser, sources, seen, formats, listen, strict: request.strict === true },
			...(columns !== undefined && { columns }),
		});
		try {
			for await (const batch of file.batches(stop)) {
				reading.take(batch.records, batch.rejections);
				records += batch.records.length + batch.rejections.length;
				request.onProgress?.({ file: file.file, bytes, total: opened.total, records });
			}
		} catch (error) {
			// A file that has gone since it was found costs itself only.
			if (request.strict === true || !(error instanceof EvidenceError)) throw error;
			unusable.push({ file: file.file, why: withoutName(error.message, file.file) });
			continue;
		}
		const tally = reading.finish();
		const { stopped } = file.summary();
		if (tally.platforms.size > 0) {
			inputs.push(tally);
			if (stopped === true) partly.add(file.file);
		} else if (stopped === true) unread.push(file.file);
		else unusable.push({ file: file.file, why: reading.whyUnusable(tally.summary) });
	}
	const partial: PartialRun | undefined =
		partly.size + unread.length === 0 ? undefined : { reason: 'interrupted', partly: [...partly].toSorted(), unread };
	if (inputs.length === 0) {
		if (partial !== undefined) throw new EvidenceError('interrupted before any record was read');
		const [first] = unusable;
		const more = unusable.length > 1 ? ` (and ${unusable.length - 1} more)` : '';
		throw new EvidenceError(first === undefined ? 'no evidence to read' : `${first.file}: ${first.why}${more}`);
	}
	if (unusable.length > 0) request.onUnusable?.(unusable);
	return { inputs, unusable, notes: opened.notes, ...(partial !== undefined && { partial }) };
}

function withoutName(message: string, file: string): string {
	return message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
}

interface Reading {
	readonly file: LogFile;
	readonly index: number;
	readonly recogniser: Recogniser;
	readonly sources: readonly Source[];
	/** What columns mean that the evidence calls otherwise. */
	readonly columns?: ReadonlyMap<string, string>;
	readonly seen: SeenTable;
	readonly formats: FormatNumbers;
	readonly listen: Listener;
	readonly strict: boolean;
}

/** Numbers formats from 1, for the table of events seen. */
class FormatNumbers {
	readonly #numbers = new Map<Format, number>();

	of(format: Format): number {
		const known = this.#numbers.get(format);
		if (known !== undefined) return known;
		const number = this.#numbers.size + 1;
		this.#numbers.set(format, number);
		return number;
	}
}

/** What became of the parts of one record. */
interface Fate {
	record: number;
	events: boolean;
	other: boolean;
	duplicate: boolean;
	rejected: Rejection | undefined;
}

/** Reads one file. */
class InputReading {
	readonly #reading: Reading;
	readonly #operations = new Map<string, number>();
	readonly #activities = new Map<string, number>();
	readonly #platforms = new Map<string, number>();
	readonly #formats = new Map<string, Format>();
	readonly #rejected = new Map<string, number>();
	readonly #problems: string[] = [];
	#fate: Fate | undefined;
	#events = 0;
	#other = 0;
	#duplicates = 0;
	#oddClocks = 0;
	#first = Number.POSITIVE_INFINITY;
	#last = Number.NEGATIVE_INFINITY;

	constructor(reading: Reading) {
		this.#reading = reading;
	}

	take(records: readonly RawRecord[], rejections: readonly Rejection[]): void {
		for (const rejection of rejections) this.#reject(rejection);
		for (const raw of records) {
			if (this.#fate?.record !== raw.record) this.#settle();
			this.#fate ??= { record: raw.record, events: false, other: false, duplicate: false, rejected: undefined };
			this.#read(raw, this.#fate);
		}
	}

	finish(): InputTally {
		this.#settle();
		const summary = this.#reading.file.summary();
		const platforms = [...this.#platforms].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
		const notes =
			platforms.length > 1 ? [`holds several platforms: ${platforms.map(([name, n]) => `${name} ${n}`).join(', ')}`] : [];
		if (this.#oddClocks > 0)
			notes.push(`${this.#oddClocks} events carry a time outside 1990 to 2100: read and exported, never judged`);
		notes.push(...(summary.notes ?? []));
		if (summary.stopped === true) notes.push('read in part: the run was interrupted');
		if (summary.truncated) notes.push('ends in the middle of a record or of its compressed data');
		return {
			summary: {
				file: this.#reading.file.file,
				sha256: summary.sha256,
				bytes: summary.bytes,
				platform: platforms[0]?.[0] ?? 'unknown',
				format: summary.compression === undefined ? summary.container : `${summary.container}+${summary.compression}`,
				variants: [...this.#formats.keys()].toSorted(),
				encoding: summary.encoding,
				records: summary.records,
				events: this.#events,
				other: this.#other,
				duplicates: this.#duplicates,
				rejected: Object.fromEntries([...this.#rejected].toSorted(([a], [b]) => (a < b ? -1 : 1))),
				...(this.#first <= this.#last && { first: iso(this.#first), last: iso(this.#last) }),
				truncated: summary.truncated,
				...(summary.archive !== undefined && { archive: summary.archive }),
				problems: this.#problems,
				notes,
			},
			operations: this.#operations,
			activities: this.#activities,
			platforms: this.#platforms,
			formats: this.#formats,
		};
	}

	whyUnusable(summary: InputSummary): string {
		if (summary.records === 0) return 'holds no records; expected audit records as JSON, NDJSON, CSV or an Excel workbook';
		const [problem] = this.#problems;
		return problem === undefined
			? 'holds no audit records of a known platform'
			: problem.slice(this.#reading.file.file.length + 1);
	}

	#read(raw: RawRecord, fate: Fate): void {
		const { columns, recogniser, sources } = this.#reading;
		const value = columns === undefined ? raw.value : renamed(raw.value, columns);
		const recognition = recogniser.recognise(value);
		if (recognition === undefined) {
			fate.rejected = { reason: 'unrecognised', record: raw.record, ...explainUnknown(value, sources) };
			return;
		}
		add(this.#platforms, recognition.normaliser.source.id);
		this.#formats.set(recognition.format.id, recognition.format);
		let natives: readonly JsonObject[];
		try {
			natives = recognition.format.reshape?.(value) ?? [value];
		} catch (error) {
			fate.rejected = { ...refusalOf(error, recognition.format.title), record: raw.record };
			return;
		}
		if (natives.length === 0) fate.other = true;
		for (const native of natives) this.#hear(native, recognition, raw, fate);
	}

	#hear(native: JsonObject, recognition: Recognition, raw: RawRecord, fate: Fate): void {
		const { normaliser, format } = recognition;
		const event = this.#eventOf(native, recognition, raw);
		if (isUnusable(event)) {
			fate.rejected = { ...event, record: raw.record };
			return;
		}
		const { id } = event.ref;
		const named =
			id !== undefined && normaliser.source.weakId?.(id) === true
				? { ...event, ref: { file: event.ref.file, record: raw.record } }
				: event;
		if (
			this.#reading.seen.add(identityOf(named), this.#reading.formats.of(format), shownContent(native) ?? contentHash(native))
		) {
			fate.duplicate = true;
			return;
		}
		const { tie } = this.#reading.seen;
		if (event.activity === 'other') fate.other = true;
		else fate.events = true;
		add(this.#operations, event.operation);
		add(this.#activities, event.activity);
		if (isPlausible(event.time)) {
			if (event.time < this.#first) this.#first = event.time;
			if (event.time > this.#last) this.#last = event.time;
		} else this.#oddClocks += 1;
		const place = { file: this.#reading.index, record: raw.record, offset: raw.offset, length: raw.length };
		this.#reading.listen(event, place, tie, format, this.#reading.file.file);
	}

	#eventOf(native: JsonObject, { normaliser, format }: Recognition, raw: RawRecord): NormalisedEvent | Unusable {
		try {
			return normaliser.event(native, this.#reading.file.file, raw.record);
		} catch (error) {
			return refusalOf(error, format.title);
		}
	}

	// Each record counts once, by the best that became of its parts.
	#settle(): void {
		const fate = this.#fate;
		if (fate === undefined) return;
		this.#fate = undefined;
		if (fate.events) this.#events += 1;
		else if (fate.other) this.#other += 1;
		else if (fate.duplicate) this.#duplicates += 1;
		else if (fate.rejected !== undefined) this.#reject(fate.rejected);
	}

	#reject(rejection: Rejection): void {
		add(this.#rejected, rejection.reason);
		const { file } = this.#reading.file;
		// Line 0 is the file as a whole.
		const place = rejection.line === 0 ? file : `${file}:${rejection.line ?? rejection.record}`;
		const text = `${place}: ${rejection.got}; expected ${rejection.expected}`;
		if (this.#reading.strict) throw new EvidenceError(text);
		if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(text);
	}
}

function renamed(record: JsonObject, columns: ReadonlyMap<string, string>): JsonObject {
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [columns.get(name) ?? name, value]));
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

function add(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
