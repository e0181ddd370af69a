import type { Piece } from '../model/record.ts';
import type { Source } from '../model/source.ts';
import { RowReader } from '../read/csv-row.ts';
import { withDefaults } from '../read/limits.ts';
import { locateIn, type PieceRecord, recordOf } from '../read/piece.ts';
import { Sink } from '../read/sink.ts';
import { mayBeWrapped } from '../read/unwrap.ts';
import { borrowScanner, type Columns, type Scanner } from '../scan/scanner.ts';
import { type Interpretation, Interpreter } from './interpret.ts';
import { Packer } from './pack.ts';
import { kindsOf, type PackedBatch } from './packed.ts';

/** Bytes given to the scanner at a time. */
const LOAD = 2 ** 18;
/** The line end of a row tells the scanner that it is whole. */
const ROW_END = 2;

/** What a reader has to know. */
export interface ReaderSettings extends Interpretation {
	/** Every record is parsed whole. */
	readonly plainReader?: boolean;
}

/** Parses the records of pieces and brings them to the common form: the same code, on the same records, as without threads. */
export class PieceReader {
	readonly #interpreter: Interpreter;
	readonly #packer: Packer;
	readonly #scanner: Scanner | undefined;
	readonly #rows = new RowReader();

	constructor(sources: readonly Source[], settings: ReaderSettings) {
		this.#interpreter = new Interpreter(sources, settings);
		this.#packer = new Packer(kindsOf(sources), settings.whole);
		this.#scanner = settings.plainReader === true ? undefined : borrowScanner(mayBeWrapped);
	}

	/** What came of the records of a piece, in their order. */
	read(piece: Piece, file: string): PackedBatch {
		const text = Buffer.from(piece.bytes.buffer, piece.bytes.byteOffset, piece.bytes.length);
		let place: PieceRecord | undefined;
		// The sink is asked for one record at a time, which begins at 0 and ends behind that.
		const origin = (offset: number) => (place === undefined ? 0 : place.offset + (offset === 0 ? 0 : place.length));
		const sink = new Sink({ ...withDefaults({}), maxDepth: piece.maxDepth }, origin, this.#scanner);
		const { header, delimiter, count } = piece;
		const columns = header === undefined || delimiter === undefined ? undefined : sink.columns(header, delimiter);
		let loaded = 0;
		for (let index = 0; index < count; index += 1) {
			place = recordOf(piece, index);
			if (place.to + ROW_END > loaded) {
				loaded = Math.min(text.length, place.from + LOAD);
				sink.load(text, place.from, loaded);
			}
			sink.resume(place.ordinal);
			if (header === undefined) this.#json(sink, piece, text, place);
			else this.#row(sink, piece, text, { place, header, columns });
			const { records, rejections } = sink.take();
			for (const rejection of rejections) this.#packer.rejected(rejection);
			for (const record of records) this.#interpreter.read(record, file, this.#packer);
		}
		return this.#packer.take();
	}

	#json(sink: Sink, piece: Piece, text: Buffer, { from, to }: PieceRecord): void {
		sink.bytes(text, from, { offset: 0, length: to - from }, () => locateIn(piece, from));
	}

	#row(sink: Sink, piece: Piece, text: Buffer, { place, header, columns }: PieceRow): void {
		const { from, to } = place;
		const row = columns === undefined ? undefined : sink.scanRow(from, columns, to + ROW_END);
		// A row that ends elsewhere is not this one.
		if (row !== undefined && row.length === to - from) sink.takeScanned(row, 0);
		else {
			const value = this.#rows.object(header, text, from, piece.cells, place.cells, place.cellsEnd);
			sink.value(value, { offset: 0, length: to - from }, () => locateIn(piece, from).line);
		}
	}
}

interface PieceRow {
	readonly place: PieceRecord;
	readonly header: readonly string[];
	readonly columns: Columns | undefined;
}
