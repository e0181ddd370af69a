import { EvidenceError } from '../model/errors.ts';
import { stat } from './files.ts';
import { type ReadLimits, withDefaults } from './limits.ts';
import { layerOf, type Origin, onceMore, packedChunks } from './log-file.ts';
import { membersOf } from './open-evidence.ts';
import { isSpooled, openPlace, type Place } from './place.ts';
import { packingOf, unpack } from './unpack.ts';

/** Where a record lies in a file after decompression: `offset` and `length` of a `RawRecord`. */
export interface RecordSpan {
	readonly offset: number;
	readonly length: number;
}

/**
 * The exact original bytes of records, read a second time: plain files at their places, packed ones by unpacking them again, standard input from
 * where it was kept. Bytes are those of the file after decompression and before any decoding (UTF-16 stays UTF-16).
 * @param file as `LogFile.file` names it.
 * @returns one buffer a span, in the order asked for.
 * @throws EvidenceError when the file cannot be read or is shorter than it was.
 */
export async function readSpans(file: string, spans: readonly RecordSpan[], signal?: AbortSignal): Promise<readonly Buffer[]> {
	if (spans.length === 0) return [];
	// How far a file may be unpacked was decided when it was read; here only what was read then is looked for.
	const limits = withDefaults({ maxInflate: Number.POSITIVE_INFINITY, ...(signal !== undefined && { signal }) });
	const origin = await findOrigin(file, limits);
	const place = await openPlace(origin.path);
	try {
		return (await isPlain(origin, place)) ? await readPlain(file, place, spans) : await readPacked(origin, place, spans, limits);
	} finally {
		await place.close();
	}
}

/** `archive.zip!member` is a member unless a file has that very name. */
async function findOrigin(file: string, limits: ReadLimits): Promise<Origin> {
	if (isSpooled(file) || (await isFile(file))) return { file, path: file };
	for (let at = file.lastIndexOf('!'); at > 0; at = file.lastIndexOf('!', at - 1)) {
		const path = file.slice(0, at);
		if (!isSpooled(path) && !(await isFile(path))) continue;
		const name = file.slice(at + 1);
		const member = (await membersOf(path, limits)).find((candidate) => candidate.name === name);
		if (member !== undefined) return { file, path, member };
	}
	throw new EvidenceError(`${file}: is no longer there; expected the file to stay while it is read`);
}

async function isPlain(origin: Origin, place: Place): Promise<boolean> {
	if (origin.member !== undefined) return false;
	const head = Buffer.alloc(Math.min(512, place.size));
	await place.read(head, 0);
	return packingOf(head) === undefined;
}

async function readPlain(file: string, place: Place, spans: readonly RecordSpan[]): Promise<readonly Buffer[]> {
	const found: Buffer[] = [];
	for (const { offset, length } of spans) {
		const bytes = Buffer.alloc(length);
		if ((await place.read(bytes, offset)) < length) throw changed(file);
		found.push(bytes);
	}
	return found;
}

async function readPacked(
	origin: Origin,
	place: Place,
	spans: readonly RecordSpan[],
	limits: ReadLimits,
): Promise<readonly Buffer[]> {
	const found = spans.map(({ length }) => ({ bytes: Buffer.alloc(length), filled: 0 }));
	const end = Math.max(...spans.map(({ offset, length }) => offset + length));
	const damage = {};
	const { chunks } = await unpack(
		await packedChunks(origin, place, limits, damage, () => undefined),
		limits,
		damage,
		layerOf(origin),
		onceMore(origin, place, limits),
	);
	let position = 0;
	for await (const chunk of chunks) {
		for (const [index, { offset, length }] of spans.entries()) {
			const from = Math.max(offset, position);
			const to = Math.min(offset + length, position + chunk.length);
			const target = found[index];
			if (from >= to || target === undefined) continue;
			target.filled += chunk.copy(target.bytes, from - offset, from - position, to - position);
		}
		position += chunk.length;
		if (position >= end) break;
	}
	if (found.some(({ bytes, filled }) => filled < bytes.length)) throw changed(origin.file);
	return found.map(({ bytes }) => bytes);
}

async function isFile(path: string): Promise<boolean> {
	return stat(path).then(
		(stats) => stats.isFile(),
		() => false,
	);
}

function changed(file: string): EvidenceError {
	return new EvidenceError(
		`${file}: is shorter than when it was first read; expected the file to stay as it is while it is read`,
	);
}
