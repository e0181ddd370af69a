import type { NormalisedEvent } from '../model/event.ts';
import type { InputSummary } from '../model/finding.ts';
import { SOURCES } from '../sources/index.ts';
import { plainEvent } from './packed-event.ts';
import { readEvidence } from './read-evidence.ts';
import type { EventSink, EvidenceRequest } from './request.ts';

/**
 * Gives every event of the evidence to the sink, in time order (within a millisecond by content), duplicates removed.
 * @param keep only these; absent: all
 * @throws EvidenceError when the evidence cannot be used
 */
export async function events(
	request: EvidenceRequest,
	sink: EventSink,
	keep?: (event: NormalisedEvent) => boolean,
): Promise<readonly InputSummary[]> {
	const kept: { readonly event: NormalisedEvent; readonly tie: number }[] = [];
	const read = await readEvidence(request, SOURCES, (event, _place, tie) => {
		if (keep === undefined || keep(event)) kept.push({ event: plainEvent(event), tie });
	});
	kept.sort((a, b) => a.event.time - b.event.time || a.tie - b.tie);
	for (const { event } of kept) sink(event);
	return read.inputs.map(({ summary }) => summary);
}
