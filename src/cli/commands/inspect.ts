import type { Command } from 'commander';
import type { InspectResult } from '../../model/inspect.ts';
import type { FormatName } from '../../render/index.ts';
import type { RenderOptions } from '../../render/options.ts';
import { analytics, inspect } from '../engine.ts';
import { withEvidence } from '../evidence.ts';
import { type EvidenceOptions, evidenceOptions, talkOptions, type ZoneOptions, zoneOptions } from '../options/common.ts';
import { needEvidence } from '../options/evidence.ts';
import { planOutputs } from '../options/format.ts';
import { type TableOrJson, tableOrJsonOption } from '../options/table-or-json.ts';
import { version } from '../package.ts';
import { layoutFor } from '../print-findings.ts';
import { type RedactOptions, redactOptions, redactorFor } from '../redaction.ts';
import { deliver } from '../sink.ts';
import { checkTargets, targetsOf } from '../targets.ts';
import { warnOf } from '../warnings.ts';

interface InspectOptions extends EvidenceOptions, ZoneOptions, RedactOptions {
	readonly format?: TableOrJson;
	readonly output?: string;
}

const EXAMPLES = `
Examples:
  saashound inspect ./export
  saashound inspect audit.zip okta.ndjson.gz
  saashound inspect ./export --format json | jq .inputs`;

/** Adds `inspect`. */
export function addInspect(root: Command, words: readonly string[]): void {
	const command = root
		.command('inspect')
		.summary('what is in the evidence, and what cannot be seen there')
		.description(
			'Reads evidence without judging it: platforms, formats, counts, gaps, people, and the blind spots of each analytic.',
		)
		.usage('<evidence...> [options]')
		.argument('[evidence...]');
	evidenceOptions(command);
	command
		.optionsGroup('Output:')
		.addOption(tableOrJsonOption())
		.option('-o, --output <file>', 'write there instead of standard output');
	redactOptions(command);
	zoneOptions(command);
	talkOptions(command);
	command.addHelpText('after', EXAMPLES).action((evidence: string[], options: InspectOptions) => run(evidence, options, words));
}

async function run(evidence: readonly string[], options: InspectOptions, words: readonly string[]): Promise<void> {
	needEvidence(evidence);
	const outputs = planOutputs(
		options.output === undefined ? [] : [options.output],
		options.format,
		process.stdout.isTTY === true,
	);
	await checkTargets(targetsOf({ '--output': options.output ?? '-' }), { ...options, evidence });
	const known = await analytics();
	const result = await withEvidence(evidence, options, async (request) => {
		const redactor = await redactorFor(request, options);
		const found = await inspect({ ...request, analytics: known, arguments: words, version: version() });
		return redactor === undefined ? found : (await import('../../render/redact/document.ts')).redactedInspection(found, redactor);
	});
	warnOf(result.inputs, options);
	for (const { file, format } of outputs) await deliver(file, await drawn(result, format, layoutFor(file, options)));
}

async function drawn(result: InspectResult, format: FormatName, layout: RenderOptions): Promise<string> {
	if (format === 'table') return (await import('../../render/inspect-table.ts')).renderInspectTable(result, layout);
	return (await import('../../render/json.ts')).renderInspectJson(result, layout);
}
