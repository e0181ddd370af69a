import type { NormalisedEvent } from '../model/event.ts';
import type { Rejection } from '../model/record.ts';
import type { Outcomes } from './interpret.ts';
import type { OpenBatch } from './open-batch.ts';
import { type Kind, OP, WORD, WORDS } from './packed.ts';
import { packedEvent } from './packed-event.ts';

/** Hears a batch as it would have heard the records themselves. */
export interface Replayed extends Outcomes {
	/** An event, with the words of the batch that hold the hashes of it; they begin at `at`. */
	packed(event: NormalisedEvent, kind: Kind, words: Uint32Array, at: number): void;
	/** A record that could not be parsed. */
	turnDown(rejection: Rejection): void;
}

/** Where a batch comes from, and what was turned down before its piece was given away: ascending by record. */
interface Origin {
	readonly file: string;
	readonly kinds: readonly Kind[];
	readonly rejections: readonly Rejection[];
}

/** Tells what a thread made of a piece, in the order of the records. */
export function replay(open: OpenBatch, { file, kinds, rejections }: Origin, to: Replayed): void {
	const { batch } = open;
	const { ops, words } = batch;
	let local = 0;
	const turnDownBefore = (ordinal: number) => {
		for (let next = rejections[local]; next !== undefined && next.record < ordinal; next = rejections[local]) {
			local += 1;
			to.turnDown(next);
		}
	};
	let record = 0;
	let events = 0;
	let odd = 0;
	let refusals = 0;
	for (let at = 0; at < ops.length; ) {
		const op = ops[at] as number;
		at += 1;
		switch (op) {
			case OP.record: {
				record = ops[at] as number;
				turnDownBefore(record);
				to.record(record, (ops[at + 1] as number) + (ops[at + 2] as number) * 2 ** 32, ops[at + 3] as number);
				at += 4;
				break;
			}
			case OP.recognised: {
				const { source, format } = kinds[ops[at] as number] as Kind;
				to.recognised(source, format);
				at += 1;
				break;
			}
			case OP.event: {
				const word = events * WORDS;
				to.packed(packedEvent(open, events, file, record), kinds[words[word + WORD.format] as number] as Kind, words, word);
				events += 1;
				break;
			}
			case OP.oddEvent: {
				const { event, format, content } = batch.odd[odd] as (typeof batch.odd)[number];
				const kind = kinds[format] as Kind;
				to.event(event, kind.source, kind.format, content, undefined);
				odd += 1;
				break;
			}
			case OP.nothing:
				to.nothing();
				break;
			default: {
				const rejection = batch.rejections[refusals] as Rejection;
				refusals += 1;
				if (op === OP.refused) to.refused(rejection);
				else {
					turnDownBefore(rejection.record);
					to.turnDown(rejection);
				}
			}
		}
	}
	turnDownBefore(Number.POSITIVE_INFINITY);
}
