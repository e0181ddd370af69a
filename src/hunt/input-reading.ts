import { EvidenceError } from '../model/errors.ts';
import type { Likeness, NormalisedEvent } from '../model/event.ts';
import type { InputSummary } from '../model/finding.ts';
import type { LogFile, RecordBatch, Rejection, RejectReason } from '../model/record.ts';
import type { Format, Source } from '../model/source.ts';
import { isPlausible } from '../read/time.ts';
import { type FormatNumbers, WRITTEN, type Written, writtenIn } from './format-numbers.ts';
import { identityOf } from './identity.ts';
import type { Interpreter } from './interpret.ts';
import { iso } from './iso.ts';
import type { OpenBatch } from './open-batch.ts';
import { type Kind, WORD } from './packed.ts';
import { type Replayed, replay } from './replay.ts';
import type { Place } from './rows.ts';
import type { SeenTable } from './seen.ts';

/** An input's summary with its counts by operation and activity. */
export interface InputTally {
	readonly summary: InputSummary;
	readonly operations: ReadonlyMap<string, number>;
	readonly activities: ReadonlyMap<string, number>;
	readonly platforms: ReadonlyMap<string, number>;
	readonly formats: ReadonlyMap<string, Format>;
}

const MONTH_FIRST =
	'dates with slashes (3/10/2026) were read month first, and nothing in the file says that they are; --day-first reads them day first';
const DAY_FIRST = 'dates with slashes (3/10/2026) were read day first, as --day-first says';

/** How many problems of a file are kept word for word. */
const MOST_PROBLEMS = 5;

/**
 * Hears an event: where it stands, a number that orders events of one millisecond by content, and the format it came in. `like`, where it is known, is one
 * object for all events that have the same operation and actor, in the same words.
 */
export type Listener = (event: NormalisedEvent, place: Place, tie: number, format: Format, file: string, like?: Likeness) => void;

/** What reading a file needs; all but the file and its number is the same for every file of a run. */
export interface Reading {
	readonly file: LogFile;
	readonly index: number;
	readonly interpreter: Interpreter;
	readonly seen: SeenTable;
	readonly formats: FormatNumbers;
	/** Formats by their numbers in batches. */
	readonly kinds: readonly Kind[];
	readonly listen: Listener;
	readonly strict: boolean;
}

/** What became of the parts of one record. */
interface Fate {
	readonly record: number;
	events: boolean;
	other: boolean;
	/** Title of the format of a part in which nothing is an event. */
	empty: string | undefined;
	duplicates: number;
	/** Why the first of those that were refused was. */
	rejected: RejectReason | undefined;
	/** All that was refused are lines of our own. */
	own: boolean;
}

/** What becomes of the records of one file: counted, freed of repeats, handed to the listener. */
export class InputReading implements Replayed {
	readonly #reading: Reading;
	readonly #written: Written;
	readonly #operations = new Map<string, number>();
	readonly #activities = new Map<string, number>();
	readonly #platforms = new Map<string, number>();
	readonly #formats = new Map<string, Format>();
	/** Of the record before. */
	#format: Format | undefined;
	readonly #rejected = new Map<string, number>();
	/** Of parts of records that count as something else. */
	readonly #rejectedParts = new Map<string, number>();
	#duplicateParts = 0;
	/** Copies of events that were met first in another format, or written otherwise, by that. */
	readonly #elsewhere = new Map<string, number>();
	/** Records in which nothing is an event, by the title of their format. */
	readonly #empty = new Map<string, number>();
	readonly #problems: string[] = [];
	/** Records that are lines of our own, and the first of them. */
	#own = 0;
	#firstOwn: { readonly kind: string; readonly text: string } | undefined;
	#fate: Fate | undefined;
	#place: Place | undefined;
	#events = 0;
	#other = 0;
	#duplicates = 0;
	#oddClocks = 0;
	#first = Number.POSITIVE_INFINITY;
	#last = Number.NEGATIVE_INFINITY;

	constructor(reading: Reading) {
		this.#reading = reading;
		this.#written = writtenIn(reading.file.container);
	}

	/** Takes in records that were parsed here. */
	take({ records, rejections, before }: RecordBatch): void {
		let next = 0;
		for (const [index, raw] of records.entries()) {
			for (; next < rejections.length && (before[next] as number) <= index; next += 1)
				this.turnDown(rejections[next] as Rejection);
			this.#reading.interpreter.read(raw, this.#reading.file.file, this);
		}
		for (; next < rejections.length; next += 1) this.turnDown(rejections[next] as Rejection);
	}

	/** Takes in what a thread made of a piece, and what was found wrong before the piece was given to it. */
	takeOpen(open: OpenBatch, { rejections }: RecordBatch): void {
		const { file, kinds } = this.#reading;
		replay(open, { file: file.file, kinds, rejections }, this);
	}

	record(record: number, offset: number, length: number): void {
		if (this.#fate?.record !== record) this.#settle();
		this.#fate ??= { record, events: false, other: false, empty: undefined, duplicates: 0, rejected: undefined, own: true };
		this.#place = { file: this.#reading.index, record, offset, length };
	}

	recognised(source: Source, format: Format): void {
		add(this.#platforms, source.id);
		if (format !== this.#format) {
			this.#formats.set(format.id, format);
			this.#format = format;
		}
	}

	finish(): InputTally {
		this.#settle();
		const summary = this.#reading.file.summary();
		const parts = this.#parts();
		if (this.#reading.strict && this.#firstOwn !== undefined && this.#own < summary.records)
			throw new EvidenceError(this.#firstOwn.text);
		const platforms = [...this.#platforms].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
		const notes =
			platforms.length > 1 ? [`holds several platforms: ${platforms.map(([name, n]) => `${name} ${n}`).join(', ')}`] : [];
		if (this.#oddClocks > 0)
			notes.push(`${this.#oddClocks} events carry a time outside 1990 to 2100: read and exported, never judged`);
		const local = [...this.#formats.values()].filter(({ localeTimes }) => localeTimes === true);
		if (local.length > 0) notes.push(this.#reading.interpreter.dayFirst ? DAY_FIRST : MONTH_FIRST);
		for (const [id, count] of [...this.#elsewhere].toSorted(([a], [b]) => (a < b ? -1 : 1)))
			notes.push(
				`${count} of its events ${count === 1 ? 'was' : 'were'} met first as ${id}: what this copy says beyond that is not used`,
			);
		for (const [title, count] of [...this.#empty].toSorted(([a], [b]) => (a < b ? -1 : 1)))
			notes.push(`${count} of its records ${count === 1 ? 'holds' : 'hold'} no event: ${title}`);
		notes.push(...(summary.notes ?? []));
		if (summary.stopped === true) notes.push('read in part: the run was interrupted');
		if (summary.truncated) notes.push('ends in the middle of a record or of its compressed data');
		return {
			summary: {
				file: this.#reading.file.file,
				sha256: summary.sha256,
				bytes: summary.bytes,
				platform: platforms[0]?.[0] ?? 'unknown',
				format: [summary.container, ...summary.compression].join('+'),
				variants: [...this.#formats.keys()].toSorted(),
				encoding: summary.encoding,
				records: summary.records,
				events: this.#events,
				other: this.#other,
				duplicates: this.#duplicates,
				rejected: sorted(this.#rejected),
				...(parts !== undefined && { parts }),
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

	/** Why a file that was read to its end is passed over: it holds nothing but lines of our own. Undefined where it holds anything else. */
	whyOwn({ records }: InputSummary): string | undefined {
		return this.#firstOwn !== undefined && this.#own === records
			? `holds nothing but lines that saashound itself wrote (${this.#firstOwn.kind})`
			: undefined;
	}

	nothing(): void {
		if (this.#fate !== undefined) this.#fate.empty ??= this.#format?.title;
	}

	refused(rejection: Rejection): void {
		const fate = this.#fate;
		if (fate === undefined) return;
		this.#tell(rejection);
		if (rejection.own === undefined) fate.own = false;
		if (fate.rejected === undefined) fate.rejected = rejection.reason;
		else add(this.#rejectedParts, rejection.reason);
	}

	event(event: NormalisedEvent, source: Source, format: Format, content: number, like: Likeness | undefined): void {
		const { seen, formats } = this.#reading;
		this.#heard(event, format, seen.add(identityOf(event, source), formats.of(format, this.#written), content), like);
	}

	/** An event out of a batch: its hashes are there already. */
	packed(event: NormalisedEvent, { format }: Kind, words: Uint32Array, at: number): void {
		const { seen, formats } = this.#reading;
		const content = words[at + WORD.content] as number;
		this.#heard(event, format, seen.addHashed(words, at + WORD.identity, formats.of(format, this.#written), content));
	}

	#heard(event: NormalisedEvent, format: Format, isCopy: boolean, like?: Likeness): void {
		const fate = this.#fate;
		const place = this.#place;
		if (fate === undefined || place === undefined) return;
		if (isCopy) {
			fate.duplicates += 1;
			const before = this.#reading.formats.at(this.#reading.seen.formatBefore);
			if (before !== undefined && before.format !== format) add(this.#elsewhere, before.format.id);
			else if (before !== undefined && before.written !== this.#written)
				add(this.#elsewhere, `${format.id} in ${WRITTEN[before.written]}`);
			return;
		}
		const { activity, time } = event;
		if (activity === 'other') fate.other = true;
		else fate.events = true;
		add(this.#operations, event.operation);
		add(this.#activities, activity);
		if (isPlausible(time)) {
			if (time < this.#first) this.#first = time;
			if (time > this.#last) this.#last = time;
		} else this.#oddClocks += 1;
		this.#reading.listen(event, place, this.#reading.seen.tie, format, this.#reading.file.file, like);
	}

	// Each record counts once, by the best that became of its parts; what is beside that counts as parts.
	#settle(): void {
		const fate = this.#fate;
		if (fate === undefined) return;
		this.#fate = undefined;
		const { events, empty, duplicates, rejected } = fate;
		const other = fate.other || empty !== undefined;
		const isRead = events || other;
		if (empty !== undefined && !events && !fate.other && duplicates === 0 && rejected === undefined) add(this.#empty, empty);
		if (events) this.#events += 1;
		else if (other) this.#other += 1;
		else if (duplicates > 0) this.#duplicates += 1;
		else if (rejected !== undefined) {
			add(this.#rejected, rejected);
			if (fate.own) this.#own += 1;
		}
		if (duplicates > 0) this.#duplicateParts += isRead ? duplicates : duplicates - 1;
		if (rejected !== undefined && (isRead || duplicates > 0)) add(this.#rejectedParts, rejected);
	}

	#parts(): InputSummary['parts'] {
		if (this.#duplicateParts === 0 && this.#rejectedParts.size === 0) return undefined;
		return { duplicates: this.#duplicateParts, rejected: sorted(this.#rejectedParts) };
	}

	// A record that could not be parsed: whatever came before it is over.
	turnDown(rejection: Rejection): void {
		this.#settle();
		add(this.#rejected, rejection.reason);
		this.#tell(rejection);
	}

	// The first few in words; with `strict` the first of all ends the run.
	#tell({ line, record, part, got, expected, own }: Rejection): void {
		const isFirstOwn = own !== undefined && this.#firstOwn === undefined;
		if (this.#problems.length >= MOST_PROBLEMS && !this.#reading.strict && !isFirstOwn) return;
		const { file } = this.#reading.file;
		// Line 0 is the file as a whole.
		const place = line === 0 ? file : `${file}:${line ?? record}`;
		const text = `${place}: ${part === undefined ? '' : `part ${part}: `}${got}; expected ${expected}`;
		if (isFirstOwn) this.#firstOwn = { kind: own, text };
		// A report among the logs is no fault of theirs, if it is nothing but a report.
		if (this.#reading.strict && own === undefined) throw new EvidenceError(text);
		if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(text);
	}
}

function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
	return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function add(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
