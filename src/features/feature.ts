import type { NormalisedEvent } from '../model/event.ts';

/**
 * Something that can be measured of a subject in a span of time. `merge` commutes and is associative: adding the same events in
 * any order, and merging parts in any order, gives the same value. What would grow without bound is capped, and the value says
 * so.
 * @typeParam V what was measured
 * @typeParam E the kind of event heard
 */
export interface Feature<V, E = NormalisedEvent> {
	add(event: E): void;
	/** Takes over what another feature of the same kind has heard; the other stays as it is. */
	merge(other: this): void;
	value(): V;
}
