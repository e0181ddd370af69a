import type { RawRecord, Rejection } from '../../src/model/record.ts';
import { type ReadOptions, withDefaults } from '../../src/read/limits.ts';
import { Sink } from '../../src/read/sink.ts';
import type { TextContainer } from '../../src/read/sniff.ts';
import { splitterOf } from '../../src/read/split.ts';

/** Everything that came of one text. */
export interface Taken {
	readonly records: readonly RawRecord[];
	readonly rejections: readonly Rejection[];
	readonly count: number;
}

/** Splits a text handed over in pieces of `size` bytes (default: whole), comma separated where it is CSV. */
export function splitText(container: TextContainer, text: string | Buffer, options: ReadOptions = {}, size?: number): Taken {
	const sink = new Sink(withDefaults(options), (offset) => offset);
	const splitter = splitterOf({ container }, sink);
	const bytes = Buffer.from(text as string);
	const step = size ?? Math.max(1, bytes.length);
	for (let from = 0; from < bytes.length; from += step) splitter.push(bytes.subarray(from, from + step));
	splitter.end();
	return { ...sink.take(), count: sink.count };
}
