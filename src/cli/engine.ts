import type { Analytic } from '../analytic.ts';
import type { LineSink } from '../hunt/event-lines.ts';
import type { InspectRequest } from '../hunt/inspect.ts';
import type { NamesMet } from '../hunt/names-met.ts';
import type { EventSink, EvidenceRequest, Geography, HuntRequest } from '../hunt/request.ts';
import type { Context } from '../model/context.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { FindingsDocument, InputSummary } from '../model/finding.ts';
import type { InspectResult } from '../model/inspect.ts';
import type { Source } from '../model/source.ts';

// Everything heavy is loaded when a command needs it, so that --help and --version start at once.

/** Runs a hunt. */
export async function hunt(request: HuntRequest): Promise<FindingsDocument> {
	return (await import('../hunt/hunt.ts')).hunt(request);
}

/** Looks into evidence without judging it. */
export async function inspect(request: InspectRequest): Promise<InspectResult> {
	return (await import('../hunt/inspect.ts')).inspect(request);
}

/** Gives the events of the evidence to the sink, in time order; `keep`: which of them. */
export async function events(
	request: EvidenceRequest,
	sink: EventSink,
	keep?: (event: NormalisedEvent) => boolean,
): Promise<readonly InputSummary[]> {
	return (await import('../hunt/events.ts')).events(request, sink, keep);
}

/** Gives a line for each event of the evidence to the sink, in time order. */
export async function eventLines(
	request: EvidenceRequest,
	lineOf: (event: NormalisedEvent) => string,
	sink: LineSink,
): Promise<readonly InputSummary[]> {
	return (await import('../hunt/event-lines.ts')).eventLines(request, lineOf, sink);
}

/** Reads the evidence once for its names only. */
export async function namesMet(request: EvidenceRequest): Promise<NamesMet> {
	return (await import('../hunt/names-met.ts')).namesMet(request);
}

/** All analytics, by id. */
export async function analytics(): Promise<readonly Analytic[]> {
	return (await import('../../analytics/index.ts')).ANALYTICS;
}

/** All sources, by id. */
export async function sources(): Promise<readonly Source[]> {
	return (await import('../sources/index.ts')).SOURCES;
}

/** Reads a context folder. */
export async function loadContext(folder: string, onWarning?: (warning: string) => void): Promise<Context> {
	return (await import('../context/load.ts')).loadContext(folder, onWarning);
}

/** Reads what columns mean that the evidence names otherwise. */
export async function loadColumns(file: string): Promise<ReadonlyMap<string, string>> {
	return (await import('../context/columns.ts')).readColumns(file);
}

/** Opens a database of addresses. */
export async function openGeoip(file: string): Promise<Geography> {
	return (await import('../context/geoip.ts')).openGeoip(file);
}
