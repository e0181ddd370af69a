import { type Command, Option } from 'commander';
import { UsageError } from '../../model/errors.ts';
import { LEAST_SCORE_SHOWN } from '../../model/finding.ts';
import { analytics } from '../engine.ts';
import { withEvidence } from '../evidence.ts';
import { parseCount, parseScore } from '../options/choice.ts';
import { type EvidenceOptions, evidenceOptions, gather, talkOptions, type ZoneOptions, zoneOptions } from '../options/common.ts';
import { needEvidence } from '../options/evidence.ts';
import { parseAnalytics } from '../options/selection.ts';
import { type TableOrJson, tableOrJsonOption } from '../options/table-or-json.ts';
import { parseInstant } from '../options/time.ts';
import { version } from '../package.ts';
import { layoutFor } from '../print-findings.ts';
import { type RedactOptions, redactOptions, redactorFor } from '../redaction.ts';
import { say } from '../say.ts';
import { deliver } from '../sink.ts';
import { checkTargets, targetsOf } from '../targets.ts';
import { warnOf } from '../warnings.ts';

interface RehearseOptions extends EvidenceOptions, ZoneOptions, RedactOptions {
	readonly actor?: string;
	readonly size?: number;
	readonly sweep?: boolean;
	readonly at?: number;
	readonly set?: readonly string[];
	readonly minScore?: number;
	readonly write?: string;
	readonly format?: TableOrJson;
	readonly output?: string;
}

/** An attack that most evidence shows. */
const USUAL_SIZE = 30;
/** The largest attack that one asks for by itself. */
const LARGEST_SIZE = 100_000;

const EXAMPLES = `
Examples:
  saashound rehearse bulk-upload ./export --actor ana@example.com --size 50
  saashound rehearse AN0732 ./export --sweep
  saashound rehearse AN0339 ./export --context ./context --sweep --format json
  saashound rehearse AN1514 ./export --size 20 --write attack.ndjson`;

/** Adds `rehearse`. */
export function addRehearse(root: Command, words: readonly string[]): void {
	const command = root
		.command('rehearse')
		.summary('try an invented attack on your evidence: would it be found?')
		.description(
			'Writes an invented attack into your evidence (in memory only), hunts, and tells whether it is found and as which finding: once from a network ' +
				'that nobody here was seen in, once from the person’s own. --sweep finds the smallest attack that would be found, for everybody.',
		)
		.usage('<analytic> <evidence...> [options]')
		.argument('[analytic]')
		.argument('[evidence...]')
		.optionsGroup('The attack:')
		.option('--actor <id>', 'whose account attacks (default: somebody in the middle; with --sweep everybody)')
		.addOption(
			new Option('--size <n>', `how much of it (default: ${USUAL_SIZE})`)
				.argParser((text: string) => {
					const size = parseCount('--size', text, 1);
					if (size > LARGEST_SIZE) throw new UsageError(`--size: at most ${LARGEST_SIZE}`);
					return size;
				})
				.conflicts('sweep'),
		)
		.option('--sweep', 'the smallest attack that would be found, for everybody')
		.addOption(
			new Option('--at <time>', 'when it begins (default: the busiest hour of the last working day)').argParser((text: string) =>
				parseInstant('--at', text),
			),
		)
		.option('--set <name=value>', "an analytic's option (repeatable)", gather)
		.addOption(
			new Option('--min-score <n>', `a finding counts from this score on (default: ${LEAST_SCORE_SHOWN})`).argParser(
				(text: string) => parseScore('--min-score', text),
			),
		);
	evidenceOptions(command);
	command
		.optionsGroup('Output:')
		.addOption(new Option('--write <file>', 'the attack’s events as NDJSON, in the common form').conflicts('sweep'))
		.addOption(tableOrJsonOption())
		.option('-o, --output <file>', 'write there instead of standard output');
	redactOptions(command);
	zoneOptions(command);
	talkOptions(command);
	command
		.addHelpText('after', EXAMPLES)
		.action((analytic: string | undefined, evidence: string[], options: RehearseOptions) =>
			run(analytic, evidence, options, words),
		);
}

async function run(
	named: string | undefined,
	evidence: readonly string[],
	options: RehearseOptions,
	words: readonly string[],
): Promise<void> {
	const known = await analytics();
	if (named === undefined)
		throw new UsageError(
			`which analytic? Name one of ${known.map(({ id, name }) => `${id} (${name})`).join(', ')}; then the evidence`,
		);
	const [analytic, ...others] = parseAnalytics(named, known);
	if (analytic === undefined || others.length > 0) throw new UsageError('rehearse takes one analytic at a time');
	needEvidence(evidence);
	const file = options.output ?? '-';
	await checkTargets(targetsOf({ '--output': file, '--write': options.write }), { ...options, evidence });
	const { rehearse } = await import('../../hunt/rehearse.ts');
	const { result, events } = await withEvidence(evidence, options, async (request) => {
		const redactor = await redactorFor(request, options);
		const rehearsed = await rehearse({
			...request,
			onInputs: (inputs) => warnOf(inputs, options),
			analytic,
			...(options.actor !== undefined && { actor: options.actor }),
			...(options.at !== undefined && { at: options.at }),
			size: options.size ?? USUAL_SIZE,
			sweep: options.sweep === true,
			set: options.set ?? [],
			minScore: options.minScore ?? LEAST_SCORE_SHOWN,
			arguments: words,
			version: version(),
		});
		return redactor === undefined
			? rehearsed
			: (await import('../../render/redact/rehearsal.ts')).redactedRehearsal(rehearsed, redactor);
	});
	if (options.write !== undefined) {
		const { eventLine } = await import('../../render/event-ndjson.ts');
		await deliver(options.write, events.map(eventLine), '--write');
		if (options.quiet !== true) say(`the attack from the new network, ${events.length} events, is in ${options.write}`);
	}
	const format = options.format ?? (process.stdout.isTTY === true && file === '-' ? 'table' : 'json');
	const layout = layoutFor(file, options);
	const { renderRehearsal, renderRehearsalJson } = await import('../../render/rehearsal-table.ts');
	await deliver(file, format === 'table' ? renderRehearsal(result, layout) : renderRehearsalJson(result, layout));
}
