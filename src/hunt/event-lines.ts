import { sortedNumbers } from '../features/merge-sort.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { InputSummary } from '../model/finding.ts';
import { SOURCES } from '../sources/index.ts';
import { Column } from './columns.ts';
import { plainEvent } from './packed-event.ts';
import { readEvidence } from './read-evidence.ts';
import type { EvidenceRequest } from './request.ts';
import { TextArena } from './text-arena.ts';

/** Where lines go. */
export interface LineSink {
	write(line: string): void;
	/** Settles once there is room for more. */
	ready(): Promise<void>;
}

/** Lines given out before it is asked whether there is room for more. */
const AT_ONCE = 256;

/**
 * Gives a line for every event of the evidence to the sink, in time order (within a millisecond by content), duplicates removed. The lines are
 * made as the events come and wait as bytes outside the heap: they take as much memory as the output is long.
 * @throws EvidenceError when the evidence cannot be used
 */
export async function eventLines(
	request: EvidenceRequest,
	lineOf: (event: NormalisedEvent) => string,
	sink: LineSink,
): Promise<readonly InputSummary[]> {
	const texts = new TextArena();
	const times = new Column();
	const ties = new Column();
	const places = new Column();
	const read = await readEvidence(request, SOURCES, (event, _place, tie) => {
		times.push(event.time);
		ties.push(tie);
		places.push(texts.add(lineOf(plainEvent(event))));
	});
	const order = sortedNumbers(times.length, (a, b) => times.at(a) - times.at(b) || ties.at(a) - ties.at(b));
	for (const [count, index] of order.entries()) {
		sink.write(texts.at(places.at(index)));
		if (count % AT_ONCE === 0) await sink.ready();
	}
	return read.inputs.map(({ summary }) => summary);
}
