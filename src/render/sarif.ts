import { createHash } from 'node:crypto';
import type { EvidenceRef, Finding, FindingsDocument, InputSummary, RunAnalytic, Severity } from '../model/finding.ts';
import { actorSentence, measure, place } from './finding-words.ts';
import { jsonText } from './json.ts';
import type { RenderOptions } from './options.ts';
import { partialLines } from './partial-words.ts';
import { fileUri } from './uri.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const ATTACK = 'MITRE ATT&CK';

/** What may be told of a run beside its results. */
const NOTIFICATIONS = ['partial', 'unusable', 'truncated', 'problem', 'coverage'] as const;

/** SARIF has three levels: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html (3.27.10). */
const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
	critical: 'error',
	high: 'error',
	medium: 'warning',
	low: 'note',
};

/**
 * The findings as a SARIF 2.1.0 log: analytics as rules with their ATT&CK techniques, findings as results whose locations are records,
 * input files with their hashes as artifacts, what could not be read or seen as notifications.
 */
export function renderSarif(document: FindingsDocument, options: Pick<RenderOptions, 'pretty' | 'exitCode'>): string {
	const { tool, run, inputs, findings } = document;
	const log = {
		$schema: SCHEMA,
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: tool.name,
						version: tool.version,
						rules: run.analytics.map(rule),
						supportedTaxonomies: run.analytics.length === 0 ? [] : [{ name: ATTACK, index: 0 }],
						notifications: NOTIFICATIONS.map((id) => ({ id })),
					},
				},
				invocations: [
					{
						executionSuccessful: isWhole(document),
						...(options.exitCode === undefined ? {} : { exitCode: options.exitCode }),
						arguments: tool.arguments,
						toolExecutionNotifications: notifications(document),
					},
				],
				artifacts: inputs.map(artifact),
				results: findings.map((finding) => result(finding, document)),
				taxonomies: taxonomies(run.analytics),
				columnKind: 'utf16CodeUnits',
				properties: {
					from: run.from,
					to: run.to,
					judged: run.judged,
					suppressed: run.suppressed,
					notes: run.notes,
					partial: run.partial,
				},
			},
		],
	};
	return jsonText(log, options.pretty);
}

// A notification of level error says that the results may be incomplete: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html (3.58.6).
function isWhole({ run, inputs }: FindingsDocument): boolean {
	return run.unusable.length === 0 && run.partial === undefined && !inputs.some(({ truncated }) => truncated);
}

function rule({ id, name, attack, options }: RunAnalytic) {
	return {
		id,
		name,
		shortDescription: { text: `${name}: ${attack.techniqueName}` },
		fullDescription: {
			text: `What is odd for an account, by its own past and that of others, as analytic ${id} of MITRE ATT&CK describes it: ${attack.techniqueName} (${attack.technique}, ${attack.tactic}).`,
		},
		helpUri: attack.url,
		help: {
			text: `${attack.technique} ${attack.techniqueName} (${attack.tactic}), detection strategy ${attack.strategy}: ${attack.url}`,
		},
		relationships: [{ target: { id: attack.technique, toolComponent: { name: ATTACK, index: 0 } }, kinds: ['relevant'] }],
		properties: {
			tags: [
				'security',
				`attack.${attack.tactic.toLowerCase().replaceAll(' ', '-')}`,
				`attack.${attack.technique.toLowerCase()}`,
				`external/mitre/attack/${attack.technique}`,
			],
			attack,
			options,
		},
	};
}

function taxonomies(analytics: readonly RunAnalytic[]) {
	if (analytics.length === 0) return [];
	const techniques = new Map(analytics.map(({ attack }) => [attack.technique, attack]));
	const versions = [...new Set(analytics.map(({ attack }) => attack.version))];
	const taxa = [...techniques.keys()].sort().map((id) => {
		const attack = techniques.get(id);
		return { id, name: attack?.techniqueName, helpUri: attack?.url };
	});
	return [
		{
			name: ATTACK,
			organization: 'MITRE',
			informationUri: 'https://attack.mitre.org/',
			version: versions.join(', '),
			isComprehensive: false,
			taxa,
		},
	];
}

function artifact(input: InputSummary) {
	const { file, bytes, sha256, platform, format, records, events, other, duplicates, rejected, parts, first, last, truncated } =
		input;
	return {
		location: { uri: fileUri(file) },
		// A packed file's size is that of the package.
		length: bytes,
		roles: ['analysisTarget'],
		hashes: { 'sha-256': sha256 },
		properties: { file, platform, format, records, events, other, duplicates, rejected, parts, first, last, truncated },
	};
}

function result(finding: Finding, document: FindingsDocument) {
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

/** Braces and brackets would be read as placeholders and links: the first are doubled, the second escaped. */
function escaped(text: string): string {
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

function notifications({ inputs, run, coverage }: FindingsDocument) {
	const one = (id: (typeof NOTIFICATIONS)[number], level: 'error' | 'warning' | 'note', text: string) => ({
		descriptor: { id },
		level,
		message: { text: escaped(text) },
	});
	return [
		...partialLines(run.partial).map((text) => one('partial', 'error', text)),
		...run.unusable.map(({ file, why }) => one('unusable', 'error', `${file} could not be used: ${why}`)),
		...inputs.flatMap(({ file, truncated }) =>
			truncated ? [one('truncated', 'error', `${file}: the file ends in the middle of a record or of its compression`)] : [],
		),
		...inputs.flatMap(({ problems }) => problems.map((text) => one('problem', 'warning', text))),
		...coverage
			.filter(({ status }) => status !== 'seen')
			.map(({ analytic, platform, activity, text }) =>
				one('coverage', 'note', `${analytic}: ${activity} on ${platform}: ${text}`),
			),
	];
}
