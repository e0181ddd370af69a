import type { Analytic } from '../analytic.ts';
import type { EventSink, EvidenceRequest, HuntRequest } from '../hunt/request.ts';
import type { Context } from '../model/context.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { FindingsDocument, InputSummary } from '../model/finding.ts';
import type { InspectResult } from '../model/inspect.ts';
import type { Source } from '../model/source.ts';

/** What `inspect` is asked. */
export type InspectRequest = EvidenceRequest & { readonly analytics: readonly Analytic[]; readonly arguments: readonly string[] };

// Everything heavy is loaded when a command needs it, so that --help and --version start at once.

/** Runs a hunt. */
export async function hunt(request: HuntRequest): Promise<FindingsDocument> {
	const part: { hunt(request: HuntRequest): Promise<FindingsDocument> } = await import(path('../hunt/hunt.ts'));
	return part.hunt(request);
}

/** Looks into evidence without judging it. */
export async function inspect(request: InspectRequest): Promise<InspectResult> {
	const part: { inspect(request: InspectRequest): Promise<InspectResult> } = await import(path('../hunt/inspect.ts'));
	return part.inspect(request);
}

/** Gives every event of the evidence to the sink, in time order. */
export async function events(request: EvidenceRequest, sink: EventSink): Promise<readonly InputSummary[]> {
	const part: { events(request: EvidenceRequest, sink: EventSink): Promise<readonly InputSummary[]> } = await import(
		path('../hunt/events.ts')
	);
	return part.events(request, sink);
}

/** All analytics, by id. */
export async function analytics(): Promise<readonly Analytic[]> {
	const index: { ANALYTICS: readonly Analytic[] } = await import(path('../../analytics/index.ts'));
	return index.ANALYTICS;
}

/** All sources, by id. */
export async function sources(): Promise<readonly Source[]> {
	const index: { SOURCES: readonly Source[] } = await import(path('../sources/index.ts'));
	return index.SOURCES;
}

function path(text: string): string {
	return text;
}

/** Reads a context folder. */
export async function loadContext(folder: string): Promise<Context> {
	const part: { loadContext(folder: string): Context | Promise<Context> } = await import(path('../context/load.ts'));
	return part.loadContext(folder);
}

/** Writes an event as one line of OCSF. */
export async function ocsfLine(): Promise<(event: NormalisedEvent) => string> {
	const part: { eventOcsf(event: NormalisedEvent): string } = await import(path('../render/event-ocsf.ts'));
	return part.eventOcsf;
}
