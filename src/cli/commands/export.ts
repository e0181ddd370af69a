import type { Command } from 'commander';
import type { NormalisedEvent } from '../../model/event.ts';
import type { Redactor } from '../../render/redact/redactor.ts';
import { eventLines } from '../engine.ts';
import { withEvidence } from '../evidence.ts';
import { type ManifestOptions, manifestOption, writeManifest } from '../manifest.ts';
import { parseChoice } from '../options/choice.ts';
import { type EvidenceOptions, evidenceOptions, talkOptions } from '../options/common.ts';
import { needEvidence } from '../options/evidence.ts';
import { type RedactOptions, redactOptions, redactorFor } from '../redaction.ts';
import { sinkFor } from '../sink.ts';
import { checkTargets, targetsOf } from '../targets.ts';
import { warnOf } from '../warnings.ts';

const FORMATS = ['ndjson', 'ocsf'] as const;

interface ExportOptions extends EvidenceOptions, RedactOptions, ManifestOptions {
	readonly format: (typeof FORMATS)[number];
	readonly output?: string;
}

const EXAMPLES = `
Examples:
  saashound export ./export > events.ndjson
  saashound export ./export --format ocsf --output events.ocsf.ndjson \\
      --manifest events.manifest.json
  saashound export audit.csv | jq -r .operation | sort | uniq -c`;

/** Adds `export`. */
export function addExport(root: Command, words: readonly string[]): void {
	const command = root
		.command('export')
		.summary('the normalised events themselves')
		.description(
			'Prints every record read as one normalised event a line, in time order; activity "other" where it means none of ours.',
		)
		.usage('<evidence...> [options]')
		.argument('[evidence...]');
	evidenceOptions(command);
	command
		.optionsGroup('Output:')
		.option('-f, --format <format>', 'ndjson or ocsf', (text) => parseChoice('--format', text, FORMATS), 'ndjson')
		.option('-o, --output <file>', 'write there instead of standard output');
	manifestOption(command);
	redactOptions(command);
	talkOptions(command);
	command.addHelpText('after', EXAMPLES).action((evidence: string[], options: ExportOptions) => run(evidence, options, words));
}

async function run(evidence: readonly string[], options: ExportOptions, words: readonly string[]): Promise<void> {
	needEvidence(evidence);
	const output = options.output ?? '-';
	await checkTargets(targetsOf({ '--output': output, '--manifest': options.manifest }), { ...options, evidence });
	let redactor: Redactor | undefined;
	const line = await lineOf(options.format);
	const sink = sinkFor(output);
	try {
		const inputs = await withEvidence(evidence, options, async (request) => {
			redactor = await redactorFor(request, options);
			return eventLines(request, (event) => line(redactor === undefined ? event : redactor.event(event)), sink);
		});
		await sink.done();
		if (options.manifest !== undefined) await writeManifest(options.manifest, { words, inputs, redactor });
		warnOf(inputs, options);
	} finally {
		sink.drop();
	}
}

async function lineOf(format: ExportOptions['format']): Promise<(event: NormalisedEvent) => string> {
	if (format === 'ocsf') return (await import('../../render/ocsf-event.ts')).ocsfLine;
	return (await import('../../render/event-ndjson.ts')).eventLine;
}
