import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from 'node:zlib';
import { Decompress } from 'fzstd';
import type { InflateTally, ReadLimits } from './limits.ts';
import { Rest } from './rest.ts';
import { codeOf } from './walk.ts';

/** How packed bytes are unpacked. `deflate` is what zip members hold. */
export type Packing = 'gzip' | 'deflate' | 'zstd';

/** What went wrong while unpacking; filled in while the chunks are read. What could be unpacked before has been handed over. */
export interface Damage {
	/** One sentence, e.g. `the gzip data end too early`. */
	text?: string;
}

/** Packed bytes given to zlib at a time: a bomb can then not unfold more than about 128 MiB before it is noticed. */
const PIECE = 128 * 1024;
const UNFOLDED_CHUNK = 2 ** 20;
/** How the break in a piece is closed in on: bytes at a time, in one pass over the packed bytes each. */
const CLOSER = [1024, 1] as const;
const RESCUED_CHUNK = 4096;
/** fzstd unpacks on the spot: smaller pieces keep a bomb small. */
const ZSTD_PIECE = 32 * 1024;

/** Keeps count of what goes in and comes out, and knows a bomb. */
class Guard {
	readonly #limits: ReadLimits;
	readonly #tally: InflateTally;
	readonly #layer: 0 | 1;

	/** `layer` 1: what goes in has been unpacked once already; its own size is then no measure of what may come out. */
	constructor(limits: ReadLimits, layer: 0 | 1) {
		this.#limits = limits;
		this.#tally = limits.tally ?? { in: 0, out: [0, 0] };
		// Without a shared tally nobody else counts what lies on disk.
		this.#layer = limits.tally === undefined ? 0 : layer;
	}

	took(bytes: number): void {
		if (this.#layer === 0) this.#tally.in += bytes;
	}

	gave(bytes: number): void {
		this.#tally.out[this.#layer] += bytes;
	}

	/** The sentence that says so when what has come out cannot be a log. */
	verdict(): string | undefined {
		const { maxInflate, maxInflateRatio, freeInflate } = this.#limits;
		const out = this.#tally.out[this.#layer];
		if (out > maxInflate) return `it unpacks to more than ${maxInflate} bytes; refused (--max-inflate allows more)`;
		if (out <= freeInflate || out <= this.#tally.in * maxInflateRatio) return undefined;
		return `it unpacks to more than ${maxInflateRatio} times its size; refused as a bomb (--max-inflate allows more)`;
	}
}

/**
 * Unpacks a stream of packed chunks; several gzip members or zstd frames in a row are one stream. A cut or broken one gives what could be
 * unpacked and says so in `damage`, never throws. Chunks handed over are the caller's for good.
 * @param layer 1 for what came out of an archive: counted against the archive's bytes on disk, not against its own.
 * @param again the same packed bytes once more. zlib gives nothing of a piece in which it meets a break: with them, what stands before the break is
 * unpacked all the same.
 */
export function inflate(
	chunks: AsyncIterable<Buffer>,
	packing: Packing,
	limits: ReadLimits,
	damage: Damage,
	layer: 0 | 1 = 0,
	again?: Again,
): AsyncGenerator<Buffer> {
	const guard = new Guard(limits, layer);
	if (packing === 'zstd') return unpackZstd(chunks, guard, damage);
	return unpackMembers(new Rest(chunks), packing, guard, damage, again);
}

/** First byte of every gzip member. */
const GZIP = 0x1f;

/** zlib reads gzip members that follow one another, but takes a zero behind one for the padding of a tape and looks no further. */
async function* unpackMembers(
	rest: Rest,
	packing: 'gzip' | 'deflate',
	guard: Guard,
	damage: Damage,
	again: Again | undefined,
): AsyncGenerator<Buffer> {
	try {
		for (;;) {
			const start = rest.position;
			yield* unpackZlib(rest, packing, guard, damage, again === undefined ? undefined : () => behind(again(), start));
			if (packing === 'deflate' || damage.text !== undefined) return;
			const next = await rest.passZeros();
			if (next === undefined) return;
			if (next !== GZIP) {
				damage.text = 'something else follows the gzip data';
				return;
			}
		}
	} finally {
		await rest.close();
	}
}

async function* behind(chunks: AsyncIterable<Buffer>, start: number): AsyncGenerator<Buffer> {
	let position = 0;
	for await (const chunk of chunks) {
		const from = Math.min(chunk.length, Math.max(0, start - position));
		position += chunk.length;
		if (from < chunk.length) yield chunk.subarray(from);
	}
}

/** Leaves in `rest` what zlib did not want. */
async function* unpackZlib(
	rest: Rest,
	packing: 'gzip' | 'deflate',
	guard: Guard,
	damage: Damage,
	again: Again | undefined,
): AsyncGenerator<Buffer> {
	const zlib = unpacker(packing, UNFOLDED_CHUNK);
	const ready: Buffer[] = [];
	zlib.on('data', (unfolded: Buffer) => {
		guard.gave(unfolded.length);
		const verdict = guard.verdict();
		if (verdict === undefined) ready.push(unfolded);
		else {
			damage.text ??= verdict;
			zlib.destroy();
		}
	});
	let ended = false;
	let over = false;
	let broken = false;
	let taken = 0;
	zlib.on('end', () => {
		ended = true;
	});
	zlib.on('error', (error) => {
		broken = codeOf(error) !== 'Z_BUF_ERROR';
		damage.text ??=
			codeOf(error) === 'Z_BUF_ERROR' ? `the ${packing} data end too early` : `the ${packing} data are broken (${codeOf(error)})`;
	});
	try {
		for (let chunk = await rest.take(); chunk !== undefined && !over && !zlib.destroyed; chunk = await rest.take()) {
			for (let from = 0; from < chunk.length && !over && !zlib.destroyed; from += PIECE) {
				const piece = chunk.subarray(from, from + PIECE);
				guard.took(piece.length);
				const written = write(zlib, piece);
				// While the thread pool unpacks this piece, the reader works on what came of the one before.
				yield* ready.splice(0);
				await written;
				if (broken && again !== undefined) {
					yield* ready.splice(0);
					for (const step of CLOSER) taken = yield* rescued(again(), packing, guard, { from: taken, step });
					break;
				}
				taken += piece.length;
				if (zlib.destroyed || zlib.bytesWritten >= taken) continue;
				const unwanted = chunk.subarray(from + piece.length - (taken - zlib.bytesWritten));
				guard.took(zlib.bytesWritten - taken);
				rest.giveBack(unwanted);
				over = true;
			}
			yield* ready.splice(0);
			if (over || zlib.destroyed) break;
		}
		if (!zlib.destroyed && !ended) await finish(zlib);
		yield* ready.splice(0);
	} finally {
		zlib.destroy();
	}
}

/** Packed bytes from their beginning, once more. */
export type Again = () => AsyncIterable<Buffer>;

function unpacker(packing: 'gzip' | 'deflate', chunkSize: number): Gunzip | InflateRaw {
	return packing === 'gzip' ? createGunzip({ chunkSize }) : createInflateRaw({ chunkSize });
}

/**
 * What a broken stream gives behind a packed offset up to which all was handed over: it is unpacked once more, from there on in small steps.
 * Gives the offset of the step that broke.
 */
async function* rescued(
	chunks: AsyncIterable<Buffer>,
	packing: 'gzip' | 'deflate',
	guard: Guard,
	{ from, step }: { readonly from: number; readonly step: number },
): AsyncGenerator<Buffer, number> {
	const zlib = unpacker(packing, RESCUED_CHUNK);
	const ready: Buffer[] = [];
	let over = false;
	zlib.on('data', (unfolded: Buffer) => ready.push(unfolded));
	zlib.on('error', () => {
		over = true;
	});
	zlib.on('end', () => {
		over = true;
	});
	let position = 0;
	try {
		for await (const chunk of chunks) {
			for (let at = 0; at < chunk.length; ) {
				const before = position < from;
				const piece = chunk.subarray(at, at + (before ? Math.min(PIECE, from - position) : step));
				await write(zlib, piece);
				if (over) return position;
				at += piece.length;
				position += piece.length;
				const unfolded = ready.splice(0);
				// That much has been handed over already.
				if (before) continue;
				for (const part of unfolded) guard.gave(part.length);
				if (guard.verdict() !== undefined) return position;
				yield* unfolded;
			}
		}
		return position;
	} finally {
		zlib.destroy();
	}
}

/** Resolves when the piece is done with: unpacked, broken, or left alone because the packed data ended before it (padding). */
function write(zlib: Gunzip | InflateRaw, piece: Buffer): Promise<void> {
	return settled(zlib, (done) => zlib.write(piece, done));
}

function finish(zlib: Gunzip | InflateRaw): Promise<void> {
	return settled(zlib, () => zlib.end());
}

function settled(zlib: Gunzip | InflateRaw, start: (done: () => void) => void): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			zlib.off('close', done);
			zlib.off('end', done);
			resolve();
		};
		zlib.on('close', done);
		zlib.on('end', done);
		start(done);
	});
}

async function* unpackZstd(chunks: AsyncIterable<Buffer>, guard: Guard, damage: Damage) {
	const ready: Buffer[] = [];
	const zstd = new Decompress((unfolded) => {
		guard.gave(unfolded.length);
		// fzstd reuses what it hands over as its window.
		if (guard.verdict() === undefined) ready.push(Buffer.from(unfolded));
	});
	const push = (piece: Uint8Array, final: boolean) => {
		try {
			zstd.push(piece, final);
		} catch (error) {
			damage.text ??= final
				? 'the zstd data end too early'
				: `the zstd data are broken (${error instanceof Error ? error.message : String(error)})`;
		}
		const verdict = guard.verdict();
		if (verdict !== undefined) damage.text ??= verdict;
	};
	for await (const chunk of chunks) {
		for (let from = 0; from < chunk.length && damage.text === undefined; from += ZSTD_PIECE) {
			// fzstd keeps what it cannot use yet, and the chunk is only lent to us.
			const piece = Uint8Array.from(chunk.subarray(from, from + ZSTD_PIECE));
			guard.took(piece.length);
			push(piece, false);
			yield* ready.splice(0);
		}
		if (damage.text !== undefined) return;
	}
	push(new Uint8Array(0), true);
	yield* ready.splice(0);
}
