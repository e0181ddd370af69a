import { stringify } from 'ndjson';
import type { FindingsDocument } from '../model/finding.ts';
import { custodyOf } from './custody.ts';
import { escapedJson } from './safe.ts';
import { FINDING_LINE_SHAPE, ordered } from './shape.ts';

/** One finding a line, members in the order of the findings document, then where it comes from. No finding: no line. */
export function renderNdjson(document: FindingsDocument): string {
	return ndjsonText(
		document.findings.map((finding) => ordered({ ...finding, ...custodyOf(finding, document) }, FINDING_LINE_SHAPE)),
	);
}

/** One value a line; unsafe characters stand as escapes. */
export function ndjsonText(values: readonly unknown[]): string {
	const writer = stringify();
	let text = '';
	for (const value of values) {
		writer.write(value);
		// The writer ends lines as the operating system does; the same evidence must give the same bytes on all of them.
		text += `${escapedJson(String(writer.read()).trimEnd())}\n`;
	}
	return text;
}
