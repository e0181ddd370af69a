import type { Activity } from '../model/activity.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { PlatformId } from '../model/platform.ts';
import type { Format, Source } from '../model/source.ts';
import { Ledger } from './ledger.ts';
import { type EvidenceRead, readEvidence } from './read-evidence.ts';
import type { EvidenceRequest } from './request.ts';

/** Evidence folded into a ledger. */
export interface Gathered {
	readonly ledger: Ledger;
	readonly read: EvidenceRead;
	/** Platform → format id → format. */
	readonly formats: ReadonlyMap<PlatformId, ReadonlyMap<string, Format>>;
}

/**
 * Reads all evidence into a ledger that keeps the given activities.
 * @param also hears each event too
 * @throws EvidenceError when nothing could be used
 */
export async function gather(
	request: EvidenceRequest,
	sources: readonly Source[],
	heard: Iterable<Activity>,
	also?: (event: NormalisedEvent) => void,
): Promise<Gathered> {
	const ledger = new Ledger(heard, {
		geography: request.geography,
		fleetingTokens: new Set(sources.filter((source) => source.fleetingTokens === true).map(({ id }) => id)),
	});
	const formats = new Map<PlatformId, Map<string, Format>>();
	const read = await readEvidence(
		request,
		sources,
		(event, place, tie, format, file, like) => {
			if (ledger.files[place.file] === undefined) ledger.files[place.file] = file;
			let known = formats.get(event.platform);
			if (known === undefined) {
				known = new Map();
				formats.set(event.platform, known);
			}
			known.set(format.id, format);
			ledger.hear(event, place, tie, like);
			also?.(event);
		},
		also === undefined ? { whole: [...ledger.kept] } : undefined,
	);
	ledger.settle();
	return { ledger, read, formats };
}
