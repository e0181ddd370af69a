import type { FindingsDocument } from '../model/finding.ts';
import type { InspectResult } from '../model/inspect.ts';
import type { RenderOptions } from './options.ts';
import { escapedJson } from './safe.ts';
import { DOCUMENT_SHAPE, INSPECT_SHAPE, ordered } from './shape.ts';

/** The findings document, members always in the same order, ending with a line feed. */
export function renderJson(document: FindingsDocument, options: Pick<RenderOptions, 'pretty'>): string {
	return jsonText(ordered(document, DOCUMENT_SHAPE), options.pretty);
}

/** What `inspect --format json` prints. */
export function renderInspectJson(result: InspectResult, options: Pick<RenderOptions, 'pretty'>): string {
	return jsonText(ordered(result, INSPECT_SHAPE), options.pretty);
}

/** Any value as JSON that may be printed on a terminal: unsafe characters stand as escapes. Ends with a line feed. */
export function jsonText(value: unknown, pretty: boolean): string {
	return `${escapedJson(JSON.stringify(value, null, pretty ? 2 : 0))}\n`;
}
