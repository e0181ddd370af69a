import type { EvidenceRef, Finding, FindingsDocument } from '../model/finding.ts';
import { checksum, custodyOf } from './custody.ts';
import { actorSentence, analyticOf, measure, place } from './finding-words.ts';
import { ndjsonText } from './ndjson.ts';

/** One line of a Timesketch import. */
interface TimesketchEvent {
	readonly message: string;
	/** ISO 8601 with offset. */
	readonly datetime: string;
	/** Microseconds since 1970. */
	readonly timestamp: number;
	readonly timestamp_desc: string;
	readonly tag: readonly string[];
	readonly [field: string]: string | number | boolean | readonly string[] | undefined;
}

/**
 * Findings, their stages and sign-ins, and their sample of evidence as one timeline: JSON lines with `message`, `datetime`, `timestamp`
 * and `timestamp_desc`, which Timesketch asks of an import (https://timesketch.org/guides/user/import-from-json-csv/), in time order. The lines of a
 * finding itself say how the program was called and from which inputs it comes; those of records carry their hashes.
 */
export function renderTimesketch(document: FindingsDocument): string {
	const partial = document.run.partial === undefined ? {} : { partial: true };
	const events = document.findings
		.flatMap((finding) => findingEvents(finding, document))
		.map((line) => ({ ...line, ...partial }));
	return ndjsonText(events.toSorted((a, b) => a.timestamp - b.timestamp));
}

function findingEvents(finding: Finding, document: FindingsDocument): readonly TimesketchEvent[] {
	const { window, stages = [], series, evidence } = finding;
	const summary = `${finding.severity.toUpperCase()} ${finding.score.toFixed(1)} ${finding.analytic}: ${finding.title}, ${actorSentence(finding.actor)}`;
	const { tool, inputs, inputsSha256 } = custodyOf(finding, document);
	const head = {
		reasons: finding.reasons.map((reason) => `${reason.signal}: ${measure(reason)}`),
		technique: analyticOf(document, finding.analytic)?.attack.technique,
		tool: `${tool.name} ${tool.version}`,
		tool_arguments: tool.arguments,
		inputs: inputs.map(checksum),
		all_inputs_sha256: inputsSha256,
	};
	const hashes = new Map(inputs.map(({ file, sha256 }) => [file, sha256]));
	const record = (ref: EvidenceRef) => ({ ...recordFields(ref), source_sha256: hashes.get(ref.file) });
	return [
		event(finding, { time: window.start, kind: 'Finding: first moment', message: summary, more: head }),
		event(finding, { time: window.end, kind: 'Finding: end of window', message: summary, more: head }),
		...stages.map(({ time, name, text, evidence: ref }) =>
			event(finding, { time, kind: `Stage: ${name}`, message: text, more: ref === undefined ? {} : record(ref) }),
		),
		...(series?.signIns ?? []).map(({ time, ok, text }) =>
			event(finding, { time, kind: ok ? 'Sign-in' : 'Failed sign-in', message: text, more: {} }),
		),
		...evidence.sample.map((sample) =>
			event(finding, {
				time: sample.time,
				kind: 'Evidence',
				message: `${sample.operation} (${place(sample)})`,
				more: record(sample),
			}),
		),
	];
}

/** What an event says of itself. */
interface Moment {
	/** ISO 8601. */
	readonly time: string;
	readonly kind: string;
	readonly message: string;
	readonly more: Readonly<Record<string, string | number | readonly string[] | undefined>>;
}

function event(finding: Finding, { time, kind, message, more }: Moment): TimesketchEvent {
	const ms = Date.parse(time);
	const known = Number.isNaN(ms) ? 0 : ms;
	return {
		message,
		datetime: new Date(known).toISOString().replace('Z', '+00:00'),
		timestamp: known * 1000,
		timestamp_desc: kind,
		tag: ['saashound', finding.severity, finding.analytic],
		finding_id: finding.id,
		incident: finding.incident,
		analytic: finding.analytic,
		severity: finding.severity,
		score: finding.score,
		user: finding.actor.id,
		platform: finding.platforms.join(' '),
		...more,
	};
}

function recordFields({
	file,
	record: ordinal,
	id,
	operation,
	sha256,
}: EvidenceRef): Readonly<Record<string, string | number | undefined>> {
	return { source_file: file, source_record: ordinal, event_id: id, operation, record_sha256: sha256 };
}
