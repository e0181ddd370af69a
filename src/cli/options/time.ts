import { parseDuration } from '../../hunt/options.ts';
import type { TimeBound } from '../../hunt/request.ts';
import { UsageError } from '../../model/errors.ts';
import { parseTime } from '../../read/time.ts';
import { suggestion } from './nearest.ts';

const ISO_LIKE = /^\d{4}-\d{2}-\d{2}/;

/**
 * A point in time as an option gives it: ISO 8601 (without zone: UTC), or a duration before the newest event (`30d`).
 * @throws UsageError when it is neither.
 */
export function parseBound(option: string, text: string): TimeBound {
	const ago = parseDuration(text.trim().toLowerCase());
	if (ago !== undefined) return { ago };
	const at = ISO_LIKE.test(text.trim()) ? parseTime(text) : undefined;
	if (at === undefined) {
		throw new UsageError(
			`${option}: '${text}' is no time; write ISO 8601 (2026-03-01, 2026-03-01T09:00Z) or a span before the newest event (30d)`,
		);
	}
	return { at };
}

/**
 * A fixed point in time: ISO 8601, without zone UTC.
 * @throws UsageError when it is none.
 */
export function parseInstant(option: string, text: string): number {
	const at = ISO_LIKE.test(text.trim()) ? parseTime(text) : undefined;
	if (at === undefined) throw new UsageError(`${option}: '${text}' is no time; write ISO 8601, e.g. 2026-03-01T09:00Z`);
	return at;
}

/**
 * Checks that a span is not empty, as far as that can be known before the evidence is read.
 * @throws UsageError when `--to` does not lie after `--from`.
 */
export function checkSpan(from: TimeBound | undefined, to: TimeBound | undefined): void {
	if (from === undefined || to === undefined) return;
	const empty = 'at' in from && 'at' in to ? from.at >= to.at : 'ago' in from && 'ago' in to && from.ago <= to.ago;
	if (empty) throw new UsageError('--to must lie after --from');
}

/**
 * An IANA time zone, spelt as it is registered.
 * @throws UsageError when the name is unknown.
 */
export function parseZone(text: string): string {
	try {
		return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
	} catch {
		const near = suggestion(text, Intl.supportedValuesOf('timeZone'));
		throw new UsageError(`--time-zone: '${text}' is no IANA time zone, such as Europe/Berlin or UTC${near}`);
	}
}
