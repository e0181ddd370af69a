import type { FindingsDocument, InputSummary, RunAnalytic } from '../model/finding.ts';
import { jsonText } from './json.ts';
import type { RenderOptions } from './options.ts';
import { partialLines } from './partial-words.ts';
import { escaped, sarifResult } from './sarif-result.ts';
import { fileUri } from './uri.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const ATTACK = 'MITRE ATT&CK';

/** What may be told of a run beside its results. */
const NOTIFICATIONS = ['partial', 'unusable', 'truncated', 'problem', 'coverage'] as const;

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
				results: findings.map((finding) => sarifResult(finding, document)),
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
