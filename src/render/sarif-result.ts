import { createHash } from 'node:crypto';
import type { EvidenceRef, Finding, FindingsDocument, Severity } from '../model/finding.ts';
import { actorSentence, measure, place } from './finding-words.ts';
import { fileUri } from './uri.ts';

/** SARIF has three levels: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html (3.27.10). */
const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
	critical: 'error',
	high: 'error',
	medium: 'warning',
	low: 'note',
};

/** One finding: its rule, its records as locations, its stages as a code flow. */
export function sarifResult(finding: Finding, document: FindingsDocument) {
	const ruleIndex = document.run.analytics.findIndex(({ id }) => id === finding.analytic);
	const [first, ...others] = finding.evidence.sample;
	return {
		ruleId: finding.analytic,
		...(ruleIndex < 0 ? {} : { ruleIndex }),
		kind: 'fail',
		level: LEVEL[finding.severity],
		rank: Math.max(0, Math.min(100, finding.score)),
		message: { text: message(finding) },
		...(first === undefined ? {} : { locations: [location(first, document)] }),
		...(others.length === 0
			? {}
			: {
					relatedLocations: others.map((record, i) => ({
						id: i + 1,
						...location(record, document),
						message: { text: escaped(record.operation) },
					})),
				}),
		...(finding.stages === undefined || finding.stages.length === 0 ? {} : { codeFlows: [flow(finding.stages, document)] }),
		partialFingerprints: { 'findingId/v1': finding.id, primaryLocationLineHash: fingerprint(finding) },
		properties: properties(finding),
	};
}

/**
 * The only fingerprint by which GitHub tells alerts apart: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning.
 * Without one the upload makes it of the line of the place, for a packed file of its first: all findings there would be one alert.
 */
function fingerprint({ id }: Finding): string {
	return `${createHash('sha256').update(id).digest('hex').slice(0, 16)}:1`;
}

/** Title, actor and reasons. */
function message(finding: Finding): string {
	const reasons = finding.reasons.map((reason) => `- ${reason.signal} (${measure(reason)}): ${reason.text}`);
	return escaped([`${finding.title}: ${actorSentence(finding.actor)}`, ...reasons].join('\n'));
}

/** A text as a SARIF message: braces and brackets would be read as placeholders and links, so the first are doubled, the second escaped. */
export function escaped(text: string): string {
	return text.replace(/[{}]/g, '$&$&').replace(/[\\[\]]/g, '\\$&');
}

function flow(stages: NonNullable<Finding['stages']>, document: FindingsDocument) {
	const locations = stages.map((stage, i) => ({
		location: {
			...(stage.evidence === undefined ? {} : location(stage.evidence, document)),
			message: { text: escaped(`${stage.name}: ${stage.text}`) },
		},
		executionOrder: i + 1,
		...(Number.isNaN(Date.parse(stage.time)) ? {} : { executionTimeUtc: new Date(stage.time).toISOString() }),
	}));
	return { threadFlows: [{ locations }] };
}

/** Where a record is. A line number only where records are lines of a file as it lies there: unpacked NDJSON or CEF. */
function location(record: EvidenceRef, { inputs }: FindingsDocument) {
	const index = inputs.findIndex(({ file }) => file === record.file);
	const lines = ['ndjson', 'cef'].includes(inputs[index]?.format ?? '');
	return {
		physicalLocation: {
			artifactLocation: { uri: fileUri(record.file), ...(index < 0 ? {} : { index }) },
			...(lines && record.record > 0 ? { region: { startLine: record.record } } : {}),
		},
		logicalLocations: [{ name: `record ${record.record}`, fullyQualifiedName: place(record), kind: 'record' }],
		properties: { record: record.record, id: record.id, time: record.time, operation: record.operation, sha256: record.sha256 },
	};
}

function properties({
	severity,
	score,
	chance,
	platforms,
	actor,
	entities,
	window,
	reasons,
	baseline,
	context,
	evidence,
	caveats,
	next,
	incident,
}: Finding) {
	return {
		severity,
		score,
		chance,
		platforms,
		actor,
		entities,
		window,
		reasons,
		baseline,
		context,
		evidenceCount: evidence.count,
		caveats,
		next,
		incident,
	};
}
