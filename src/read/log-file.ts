import { EvidenceError } from '../model/errors.ts';
import type { Compression, Container, LogFile, LogFileSummary, Piecework, RecordBatch } from '../model/record.ts';
import { borrowScanner, returnScanner, type Scanner } from '../scan/scanner.ts';
import { crc32 } from './crc32.ts';
import { decoderOf, type EncodingGuess, guessEncoding } from './decode.ts';
import { beginHash, type FileHash } from './file-hash.ts';
import { type Again, type Damage, inflate } from './inflate.ts';
import type { ReadLimits } from './limits.ts';
import { ownDocument, ownTable } from './own-document.ts';
import { Outbox } from './piece.ts';
import { chunksOf, openPlace, type Place } from './place.ts';
import { Sink } from './sink.ts';
import { type Layout, sniff } from './sniff.ts';
import { splitterOf } from './split.ts';
import type { Splitter } from './splitter.ts';
import { packingOf, unpack } from './unpack.ts';
import { mayBeWrapped } from './unwrap.ts';
import type { SheetMember, Workbook } from './workbook.ts';
import { startOf, type ZipMember } from './zip.ts';

/** A file, or a member of a zip archive, as evidence. */
export interface Origin {
	/** Name of the log file: of the file itself, or `archive.zip!member`. */
	readonly file: string;
	/** Name under which the bytes are opened: of the file itself, or of the archive. */
	readonly path: string;
	readonly member?: ZipMember | SheetMember;
	/** SHA-256 of the archive, for a member; computed once for all of them when first asked for. */
	archiveHash?(): Promise<string>;
}

/** What the beginning of a file says. */
export interface Recognised {
	readonly encoding: EncodingGuess;
	readonly layout: Layout | { readonly container: 'xlsx'; readonly workbook: Workbook };
	/** How the bytes are packed, from the inside out, the archive included. */
	readonly compression: readonly Compression[];
}

/** Why something is no log, in a few words. */
export interface NoLog {
	readonly why: string;
	/** A document that this program wrote: no evidence, and nothing wrong with it. */
	readonly own?: true;
}

/** Bytes of text looked at to tell the layout. */
const HEAD = 256 * 1024;

/** Bytes of text split at a time: the records of so few are gone before the garbage collector moves them to where long-lived objects are. */
const PIECE = 128 * 1024;

/** Of a sheet: a cell of few bytes may stand for a long text. */
const SHEET_PIECE = 4096;
/** A piece with so many rejections between its records is handed over before it is full. */
const MANY_REJECTED = 500;

const NOTHING = Buffer.alloc(0);

const DEFLATED = 8;
const STORED = 0;
const ZSTD = 93;

/**
 * Looks at the beginning of a file or member.
 * @returns why it is no log, where it is none.
 */
export async function recognise(origin: Origin, limits: ReadLimits): Promise<Recognised | NoLog> {
	if (origin.member?.encrypted) return { why: 'is encrypted; unpack it first' };
	if (origin.member !== undefined && ![STORED, DEFLATED, ZSTD].includes(origin.member.method)) {
		return { why: `is packed with method ${origin.member.method}; expected deflate, zstd or none` };
	}
	const place = await openPlace(origin.path);
	try {
		const damage: Damage = {};
		const small = { ...limits, chunkBytes: Math.min(limits.chunkBytes, HEAD) };
		const { chunks, compression } = await unpack(
			await packedChunks(origin, place, small, damage, () => undefined),
			small,
			damage,
			layerOf(origin),
			onceMore(origin, place, small),
		);
		const { head, whole } = await readHead(chunks);
		if (head.length === 0) return { why: damage.text ?? 'is empty' };
		const packing = packingOf(head);
		if (packing !== undefined)
			return { why: 'foreign' in packing ? `is ${packing.foreign}` : `holds another ${packing.packed} file; unpack it first` };
		const encoding = guessEncoding(head);
		if (origin.member !== undefined && 'workbook' in origin.member) {
			const { workbook } = origin.member;
			// Cells without a value are only painted.
			return whole && !/<(?:\w+:)?(?:v|t)[\s>]/.test(decoderOf(encoding).decode(head).toString())
				? { why: 'is blank' }
				: { encoding, layout: { container: 'xlsx', workbook }, compression: [] };
		}
		const text = decoderOf(encoding).decode(head);
		const own = ownDocument(text, whole);
		if (own !== undefined) return ownReport(own);
		const layout = sniff(text, whole);
		if (layout === 'blank') return { why: 'is blank' };
		if (layout === undefined) return ownTable(text) ? ownReport('table') : { why: 'is neither JSON, CEF nor CSV' };
		const inner = compression === undefined ? [] : [compression];
		return { encoding, layout, compression: origin.member === undefined ? inner : [...inner, 'zip'] };
	} catch (error) {
		// One broken member of an archive costs itself.
		if (origin.member === undefined || !(error instanceof EvidenceError)) throw error;
		return { why: error.message };
	} finally {
		await place.close();
	}
}

function ownReport(kind: string): NoLog {
	return { why: `is a document that saashound itself wrote (${kind})`, own: true };
}

/** A log file that has been recognised: reads it when asked to. */
export class EvidenceFile implements LogFile {
	readonly file: string;
	readonly size: number | undefined;
	readonly #origin: Origin;
	readonly #known: Recognised;
	readonly #limits: ReadLimits;
	#summary: LogFileSummary | undefined;
	#begun = false;
	#stopped = false;
	#scanner: Scanner | undefined;

	constructor(origin: Origin, known: Recognised, size: number | undefined, limits: ReadLimits) {
		this.file = origin.file;
		this.size = size;
		this.#origin = origin;
		this.#known = known;
		this.#limits = limits;
	}

	get container(): Container {
		return this.#known.layout.container;
	}

	/**
	 * @throws EvidenceError when the file cannot be opened any more; TypeError when called twice; the signal's reason once aborted.
	 */
	async *batches(stop?: AbortSignal, pieces?: Piecework): AsyncGenerator<RecordBatch> {
		if (this.#begun) throw new TypeError(`${this.file} is read twice`);
		this.#begun = true;
		const limits = this.#limits;
		limits.signal?.throwIfAborted();
		const place = await openPlace(this.#origin.path);
		const hash = beginHash(this.#origin.member?.packed ?? place.size, limits);
		const damage: Damage = {};
		let bytes = 0;
		this.#scanner = limits.lend ? borrowScanner(mayBeWrapped) : undefined;
		try {
			const onDisk = await packedChunks(
				this.#origin,
				place,
				limits,
				damage,
				(chunk) => {
					bytes += chunk.length;
					limits.onBytes?.(this.file, chunk.length);
				},
				hash,
			);
			const { chunks } = await unpack(lend(onDisk), limits, damage, layerOf(this.#origin), onceMore(this.#origin, place, limits));
			const sink = yield* this.#split(chunks, damage, stop, pieces);
			// What stands behind a break or a bomb is not read as records, but it is part of the file.
			for await (const _ of onDisk);
			this.#summary = await this.#summarise(sink, hash, bytes, [
				...(damage.text === undefined ? [] : [damage.text]),
				...(await grown(place)),
				...sink.notes,
			]);
		} finally {
			hash.close();
			returnScanner(this.#scanner);
			await place.close();
		}
	}

	/** @throws TypeError when `batches` has not ended. */
	summary(): LogFileSummary {
		if (this.#summary === undefined) throw new TypeError(`${this.file} has not been read to its end`);
		return this.#summary;
	}

	async *#split(
		chunks: AsyncIterable<Buffer>,
		damage: Damage,
		stop: AbortSignal | undefined,
		pieces: Piecework | undefined,
	): AsyncGenerator<RecordBatch, Sink> {
		const { encoding, layout } = this.#known;
		const decoder = decoderOf(encoding);
		const sink = new Sink(this.#limits, (offset) => decoder.origin(offset), this.#scanner);
		const sheet = 'workbook' in layout;
		const splitter = sheet ? await this.#sheetSplitter(sink, layout.workbook) : splitterOf(layout, sink);
		const step = sheet ? SHEET_PIECE : Math.min(PIECE, pieces?.size ?? PIECE);
		// The rows of a sheet are not bytes of its text.
		const outbox = sheet || pieces === undefined ? undefined : new Outbox(pieces, this.#limits.maxDepth);
		for await (const chunk of chunks) {
			const text = decoder.decode(chunk);
			for (let from = 0; from < text.length; from += step) {
				if (stop?.aborted === true) {
					if (sink.outbox !== undefined) yield sink.take();
					return this.#stop(sink);
				}
				const part = text.subarray(from, from + step);
				// Once in pieces, always in pieces until the end: nothing waits that is to be taken first.
				if (outbox !== undefined && (sink.outbox !== undefined || pieces?.wants(part.length) === true)) sink.outbox = outbox;
				splitter.push(part);
				while (sink.outbox?.isClosed === true) {
					yield sink.take();
					splitter.push(NOTHING);
				}
				decoder.origin(splitter.settled);
				outbox?.settle();
				const enough = sink.outbox === undefined ? sink.waiting > 0 : sink.outbox.isFull || sink.waiting > MANY_REJECTED;
				if (enough) yield sink.take();
			}
		}
		// What the end brings is parsed here: only here it can be told whether the file was cut.
		if (sink.outbox !== undefined) {
			yield sink.take();
			sink.outbox = undefined;
			// Whoever has pieces read elsewhere comes to what follows later.
			sink.keep();
		}
		const { rest, cut } = decoder.end();
		splitter.push(rest);
		sink.cause = damage.text;
		splitter.end();
		if (cut) sink.truncated = true;
		sink.notes.push(...decoder.notes());
		if (damage.text !== undefined) {
			// Not more is known of what is missing than that it is: one rejection stands for it.
			if (!sink.truncated) sink.reject('truncated', 0, damage.text, 'a whole file');
			sink.truncated = true;
		}
		if (sink.waiting > 0) yield sink.take();
		return sink;
	}

	// Loaded only when there is a workbook.
	async #sheetSplitter(sink: Sink, workbook: Workbook): Promise<Splitter> {
		const [{ readStyles }, { SheetSplitter }] = await Promise.all([import('./workbook.ts'), import('./split-sheet.ts')]);
		const { path } = this.#origin;
		const styles = await readStyles(workbook, path, memberReader(path, this.#limits));
		const { freeInflate, maxInflate, maxInflateRatio } = this.#limits;
		const most = Math.min(maxInflate, Math.max(freeInflate, (this.size ?? 0) * maxInflateRatio));
		return new SheetSplitter(sink, styles, most);
	}

	// What stands in the middle of a record is none: it is neither read nor refused.
	#stop(sink: Sink): Sink {
		this.#stopped = true;
		return sink;
	}

	async #summarise(sink: Sink, hash: FileHash, bytes: number, notes: readonly string[]): Promise<LogFileSummary> {
		const { encoding, layout, compression } = this.#known;
		// An archive that went away meanwhile has no hash any more; what was read of it stays read.
		const archive = await this.#origin.archiveHash?.().catch(() => undefined);
		return {
			sha256: await hash.digest(),
			bytes,
			container: layout.container,
			compression,
			encoding: encoding.encoding,
			records: sink.count,
			truncated: sink.truncated,
			...(this.#stopped && { stopped: true }),
			...(notes.length > 0 && { notes }),
			...(archive !== undefined && { archive: { file: this.#origin.path, sha256: archive } }),
		};
	}
}

/**
 * The bytes of a file as they lie on disk; of a zip member its content. The hash is fed with what comes out, `seen` with what is read from disk.
 * @throws EvidenceError when a member's header is broken.
 */
export async function packedChunks(
	origin: Origin,
	place: Place,
	limits: ReadLimits,
	damage: Damage,
	seen: (chunk: Buffer) => void,
	hash?: FileHash,
): Promise<AsyncGenerator<Buffer>> {
	const { member } = origin;
	if (member === undefined)
		return tap(steady(place, 0, place.size, limits, damage), (chunk) => {
			seen(chunk);
			return hash?.update(chunk);
		});
	const from = await startOf(place, origin.path, member);
	const stored = tap(steady(place, from, from + member.packed, limits, damage), seen);
	const content =
		member.method === STORED
			? stored
			: inflate(stored, member.method === DEFLATED ? 'deflate' : 'zstd', limits, damage, 0, () =>
					steady(place, from, from + member.packed, limits, {}),
				);
	return checked(
		tap(content, (chunk) => hash?.update(chunk)),
		member.crc,
		damage,
	);
}

/** Says at the end where the bytes are not those that were packed: a stored member has nothing else that would tell. */
async function* checked(chunks: AsyncGenerator<Buffer>, wanted: number, damage: Damage): AsyncGenerator<Buffer> {
	if (wanted === 0) return yield* chunks;
	let crc = 0;
	for await (const chunk of chunks) {
		crc = crc32(chunk, crc);
		yield chunk;
	}
	if (crc !== wanted) damage.text ??= 'its content does not fit its checksum: it was damaged or changed since it was packed';
}

/** The bytes of a file once more, for what stands before a break in them; of a member the archive's own reader takes care. */
export function onceMore(origin: Origin, place: Place, limits: ReadLimits): Again | undefined {
	return origin.member === undefined ? () => steady(place, 0, place.size, limits, {}) : undefined;
}

/** The bytes of a stretch as far as they can be read; `damage` says where that is not all. */
async function* steady(place: Place, from: number, to: number, limits: ReadLimits, damage: Damage): AsyncGenerator<Buffer> {
	let position = from;
	try {
		for await (const chunk of chunksOf(place, from, to, limits)) {
			position += chunk.length;
			yield chunk;
		}
	} catch (error) {
		if (!(error instanceof EvidenceError)) throw error;
		damage.text ??= error.message;
	}
	if (position < to) damage.text ??= 'the file is shorter than it should be: it was cut, or changed while it was read';
}

async function grown(place: Place): Promise<readonly string[]> {
	const more = (await place.sizeNow()) - place.size;
	return more > 0 ? [`grew by ${more} bytes while it was read: they were left out`] : [];
}

/** Reads members of an archive whole, within the limits. @throws EvidenceError (while reading) when one is damaged or a bomb. */
export function memberReader(path: string, limits: ReadLimits): (member: ZipMember) => AsyncIterable<Buffer> {
	return async function* read(member) {
		const place = await openPlace(path);
		try {
			const damage: Damage = {};
			yield* await packedChunks({ file: path, path, member }, place, limits, damage, () => undefined);
			if (damage.text !== undefined) throw new EvidenceError(`${path}: ${member.name}: ${damage.text}`);
		} finally {
			await place.close();
		}
	};
}

/** The contents of an archive's member have been unpacked once when they are seen. */
export function layerOf({ member }: Origin): 0 | 1 {
	return member === undefined || member.method === STORED ? 0 : 1;
}

/** The SHA-256 of a whole file, hex. */
export async function hashOf(path: string, limits: ReadLimits): Promise<string> {
	const place = await openPlace(path);
	try {
		const hash = beginHash(place.size, limits);
		try {
			for await (const chunk of chunksOf(place, 0, place.size, limits)) await hash.update(chunk);
			return await hash.digest();
		} finally {
			hash.close();
		}
	} finally {
		await place.close();
	}
}

/** The same chunks, but a reader that stops early does not close the stream behind them. */
function lend(chunks: AsyncGenerator<Buffer>): AsyncIterable<Buffer> {
	return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
}

async function* tap(chunks: AsyncIterable<Buffer>, look: (chunk: Buffer) => Promise<void> | void): AsyncGenerator<Buffer> {
	for await (const chunk of chunks) {
		await look(chunk);
		yield chunk;
	}
}

async function readHead(chunks: AsyncGenerator<Buffer>): Promise<{ head: Buffer; whole: boolean }> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		// A chunk is only lent.
		parts.push(Buffer.from(chunk));
		length += chunk.length;
		if (length > HEAD) return { head: Buffer.concat(parts).subarray(0, HEAD), whole: false };
	}
	return { head: Buffer.concat(parts), whole: true };
}
