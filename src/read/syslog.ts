/** A syslog header is short: no need to look further for what stands behind it. */
export const MAX_HEADER = 1024;

/** How syslog lines begin: a priority, an RFC 3164 time (some senders add the year), or an ISO time (RFC 5424 without priority, rsyslog files). */
export const BEGINS =
	/^(?:<\d{1,3}>|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d |\d{4}-\d\d-\d\dT\d\d:\d\d)/;

/** The index where the JSON behind a syslog header (RFC 3164 or RFC 5424) begins; undefined when there is no such header. */
export function afterSyslogHeader(line: string): number | undefined {
	if (!BEGINS.test(line)) return undefined;
	const at = line.slice(0, MAX_HEADER).indexOf('{');
	return at > 0 ? at : undefined;
}
