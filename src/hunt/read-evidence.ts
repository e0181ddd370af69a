import type { Activity } from '../model/activity.ts';
import { EvidenceError } from '../model/errors.ts';
import type { InputRef, PartialRun } from '../model/finding.ts';
import type { LogFile } from '../model/record.ts';
import type { Source } from '../model/source.ts';
import { type Evidence, openEvidence } from '../read/open-evidence.ts';
import { Crew } from './crew.ts';
import { FormatNumbers } from './format-numbers.ts';
import { InputReading, type InputTally, type Listener, type Reading } from './input-reading.ts';
import { Interpreter } from './interpret.ts';
import { kindsOf } from './packed.ts';
import { Parting } from './parting.ts';
import type { EvidenceRequest } from './request.ts';
import { SeenTable } from './seen.ts';

/** What a listener looks at: what it does not want need not be carried from thread to thread, and may be absent from the events. */
export interface Wants {
	/**
	 * Activities whose events are looked at as a whole. Of others only time, operation, actor, application, address, and of targets people and
	 * mailboxes; of events that mean something also ASN, country, client, token and device. Of none session, city, bytes, and tokens that are
	 * issued anew by the hour.
	 */
	readonly whole: readonly Activity[];
}

/** What was read. */
export interface EvidenceRead {
	readonly inputs: readonly InputTally[];
	/** Files that could not be used, with the reason; the rest was read. */
	readonly unusable: readonly { readonly file: string; readonly why: string }[];
	readonly notes: readonly string[];
	/** There only where reading was stopped before its end. */
	readonly partial?: PartialRun;
}

/** What was read, by name and hash. */
export function inputRefs({ inputs }: Pick<EvidenceRead, 'inputs'>): readonly InputRef[] {
	return inputs.map(({ summary: { file, sha256, archive } }) => ({ file, sha256, ...(archive !== undefined && { archive }) }));
}

/**
 * Reads all evidence once: records of every file in the order of their paths, each recognised, brought to the common form, freed of
 * duplicates, and handed to the listener. Every record is counted exactly once: as event, other, duplicate or rejected.
 * @param wants what of the events the listener looks at; absent: all
 * @throws EvidenceError when a path is missing or nothing at all could be used; with `strict`, at the first rejected record.
 */
export async function readEvidence(
	request: EvidenceRequest,
	sources: readonly Source[],
	listen: Listener,
	wants?: Wants,
): Promise<EvidenceRead> {
	let bytes = 0;
	const opened = await openEvidence(request.evidence, {
		onBytes(_file, read) {
			bytes += read;
		},
		...(request.signal !== undefined && { signal: request.signal }),
		...(request.stop !== undefined && { stop: request.stop }),
		lend: request.plainReader !== true,
		threads: request.threads === undefined || request.threads.count > 1,
		...(request.maxInflate !== undefined && { maxInflate: request.maxInflate }),
	});
	request.onNotes?.(opened.notes);
	const [refused] = opened.unreadable;
	if (request.strict === true && refused !== undefined) throw new EvidenceError(`${refused.file}: ${refused.why}`);
	const all = new AllFiles(request, opened, { sources, listen, whole: wants?.whole });
	await all.read((file, records) => request.onProgress?.({ file, bytes, total: opened.total, records }));
	const { inputs, unusable, own, partial } = all;
	const ownNotes = own.map(({ file, why }) => `${file}: ${why}; passed over`);
	if (ownNotes.length > 0) request.onNotes?.(ownNotes);
	if (inputs.length === 0) {
		if (partial !== undefined) throw new EvidenceError('interrupted before any record was read');
		const [first] = [...unusable, ...own.map(({ file, why }) => ({ file, why: `${why}; expected the logs themselves` }))];
		const more = unusable.length > 1 ? ` (and ${unusable.length - 1} more)` : '';
		throw new EvidenceError(first === undefined ? 'no evidence to read' : `${first.file}: ${first.why}${more}`);
	}
	if (unusable.length > 0) request.onUnusable?.(unusable);
	request.onInputs?.(inputs.map(({ summary }) => summary));
	return { inputs, unusable, notes: [...opened.notes, ...ownNotes], ...(partial !== undefined && { partial }) };
}

/** What is done with the events. */
interface Hearing {
	readonly sources: readonly Source[];
	readonly listen: Listener;
	readonly whole: readonly Activity[] | undefined;
}

/** Reads the files of a run, one behind the other; threads may be ahead of what has been heard. */
class AllFiles {
	readonly inputs: InputTally[] = [];
	readonly unusable: { readonly file: string; readonly why: string }[];
	/** Files of lines that this program wrote: neither evidence nor a fault of it. */
	readonly own: { readonly file: string; readonly why: string }[] = [];
	readonly #request: EvidenceRequest;
	readonly #opened: Evidence;
	readonly #shared: Omit<Reading, 'file' | 'index'>;
	readonly #crew = new Crew();
	readonly #parting: Parting;
	readonly #partly: Set<string>;
	readonly #unread: string[] = [];
	#records = 0;

	constructor(request: EvidenceRequest, opened: Evidence, { sources, listen, whole }: Hearing) {
		this.#request = request;
		this.#opened = opened;
		this.unusable = [...opened.unreadable];
		this.#partly = new Set(opened.stopped);
		this.#parting = new Parting(this.#crew, request, { total: opened.total, whole, sources });
		this.#shared = {
			interpreter: new Interpreter(sources, { ...request, whole }),
			seen: new SeenTable(),
			formats: new FormatNumbers(),
			kinds: kindsOf(sources),
			listen,
			strict: request.strict === true,
		};
	}

	get partial(): PartialRun | undefined {
		if (this.#partly.size + this.#unread.length === 0) return undefined;
		return { reason: 'interrupted', partly: [...this.#partly].toSorted(), unread: this.#unread };
	}

	async read(onProgress: (file: string, records: number) => void): Promise<void> {
		// Who stops a pipe wants to see what came through it, and what lies beside it.
		const stop = this.#opened.stopped.length > 0 ? undefined : this.#request.stop;
		try {
			for (const [index, file] of this.#opened.files.entries()) {
				if (stop?.aborted === true) this.#crew.queue(() => this.#unread.push(file.file));
				else await this.#file(file, index, stop, onProgress);
			}
			await this.#crew.settle(true, this.#request.signal);
		} finally {
			await this.#crew.stop();
		}
	}

	async #file(
		file: LogFile,
		index: number,
		stop: AbortSignal | undefined,
		onProgress: (file: string, records: number) => void,
	): Promise<void> {
		const crew = this.#crew;
		const reading = new InputReading({ ...this.#shared, file, index });
		try {
			for await (const batch of file.batches(stop, this.#parting)) {
				const { piece, records, rejections } = batch;
				if (piece === undefined) crew.queue(() => reading.take(batch));
				else crew.give(piece, file.file, (open) => reading.takeOpen(open, batch));
				await crew.settle(false, this.#request.signal);
				this.#records += records.length + rejections.length + (piece?.count ?? 0);
				onProgress(file.file, this.#records);
			}
		} catch (error) {
			if (crew.hasFailed || !(error instanceof EvidenceError)) throw error;
			crew.queue(() => {
				// A file that has gone since it was found costs itself only.
				if (this.#shared.strict) throw error;
				this.unusable.push({ file: file.file, why: withoutName(error.message, file.file) });
			});
			return;
		}
		crew.queue(() => this.#finish(file, reading));
	}

	#finish(file: LogFile, reading: InputReading): void {
		const tally = reading.finish();
		const { stopped } = file.summary();
		const own = stopped === true ? undefined : reading.whyOwn(tally.summary);
		if (tally.platforms.size > 0) {
			this.inputs.push(tally);
			if (stopped === true) this.#partly.add(file.file);
		} else if (stopped === true) this.#unread.push(file.file);
		else if (own !== undefined) this.own.push({ file: file.file, why: own });
		else this.unusable.push({ file: file.file, why: reading.whyUnusable(tally.summary) });
	}
}

function withoutName(message: string, file: string): string {
	return message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
}
