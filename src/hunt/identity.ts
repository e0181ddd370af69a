import type { NormalisedEvent } from '../model/event.ts';
import type { Source } from '../model/source.ts';

/**
 * What names an event: the vendor's id (where there is one), what happened, to whom, by whom and in which second. The same event exported in two
 * formats has the same identity as far as both carry these facts; whether two events of one identity are copies is decided by their content.
 * Where an id names one event and nothing else, it, the second and what happened are enough.
 * @param source whose weak ids do not count
 */
export function identityOf(event: NormalisedEvent, source?: Pick<Source, 'weakId' | 'uniqueIds'>): string {
	const { id } = event.ref;
	const named = id === undefined || source?.weakId?.(id) === true ? '' : id;
	const second = Math.floor(event.time / 1000);
	// Whoever says another time or another act under an id that is taken tells of another event.
	if (named !== '' && source?.uniqueIds === true) return `${event.platform}\n${named}\n${second}\n${event.operation}`;
	return `${event.platform}\n${named}\n${second}\n${event.operation}\n${event.actor?.id ?? ''}\n${event.target?.id ?? ''}`;
}
