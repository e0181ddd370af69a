import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Analytic } from '../../analytic.ts';
import { withFindings } from '../../hunt/incidents.ts';
import type { EvidenceRequest, HuntRequest, TimeBound } from '../../hunt/request.ts';
import { UsageError } from '../../model/errors.ts';
import { type FindingsDocument, LEAST_SCORE_SHOWN, SEVERITIES, type Severity } from '../../model/finding.ts';
import { FORMAT_NAMES, type FormatName } from '../../render/index.ts';
import type { Redactor } from '../../render/redact/redactor.ts';
import { analytics, hunt } from '../engine.ts';
import { withEvidence } from '../evidence.ts';
import { EXIT } from '../exit.ts';
import { untilInterrupt } from '../interrupt.ts';
import { parseChoice, parseCount, parseScore } from '../options/choice.ts';
import {
	type EvidenceOptions,
	evidenceOptions,
	gather,
	type TalkOptions,
	talkOptions,
	type ZoneOptions,
	zoneOptions,
} from '../options/common.ts';
import { parseDuration } from '../options/duration.ts';
import { parseFormat, planOutputs } from '../options/format.ts';
import { leastScore } from '../options/least-score.ts';
import { parseSelection } from '../options/selection.ts';
import { checkSpan, parseBound } from '../options/time.ts';
import { version } from '../package.ts';
import { printFindings } from '../print-findings.ts';
import { type RedactOptions, redactOptions, redactorFor } from '../redaction.ts';
import { checkTargets } from '../targets.ts';
import { warnOf } from '../warnings.ts';

interface HuntOptions extends EvidenceOptions, ZoneOptions, RedactOptions {
	readonly from?: TimeBound;
	readonly to?: TimeBound;
	readonly window?: number;
	readonly baseline?: number;
	readonly set?: readonly string[];
	readonly format?: FormatName;
	readonly output?: readonly string[];
	readonly top?: number;
	readonly minSeverity?: Severity;
	readonly minScore?: number;
	readonly failOn?: Severity;
	readonly compare?: string;
	readonly explain?: string;
	readonly whyNot?: string;
	readonly allEvidence?: boolean;
	readonly partial?: boolean;
}

const EXAMPLES = `
Examples:
  saashound hunt all ./export
  saashound hunt AN1514 audit.csv --from 7d --min-severity medium
  saashound hunt bulk-upload,AN0339 *.json.gz --set AN1514.window=1h
  saashound hunt all ./export --explain 1
  saashound hunt all ./export --why-not ana@example.com
  saashound hunt all ./export --context ./context --fail-on high \\
      --output report.html --output findings.sarif

Exit codes:
  0    done
  1    done, and there is a finding at or above --fail-on
  2    wrong usage, or evidence that cannot be used or ends too early; where
       that is only some of it, the rest is hunted and shown all the same
       (more than a 1)
  3    a defect of saashound
  130  interrupted (Ctrl-C); nothing is shown without --partial`;

/** What `hunt` does with its arguments. */
type Act = (texts: readonly string[], options: HuntOptions, words: readonly string[]) => Promise<void>;

/** Adds `hunt`. `act`: what it does, if not hunting. */
export function addHunt(root: Command, words: readonly string[], act: Act = run): void {
	const command = root
		.command('hunt')
		.summary('run analytics over evidence and rank what is odd')
		.description(
			'Runs analytics over evidence and prints ranked findings.\n\n' +
				'<analytic...> is all, or ids (AN1514), names (bulk-upload) or ATT&CK techniques;\n' +
				'<evidence...> is files, folders, globs or - (standard input), packed or not.',
		)
		.usage('<analytic...|all> <evidence...> [options]')
		.argument('[words...]');
	judgingOptions(command);
	evidenceOptions(command);
	outputOptions(command);
	talkOptions(command);
	command.addHelpText('after', EXAMPLES).action((texts: string[], options: HuntOptions) => act(texts, options, words));
}

function judgingOptions(command: Command): void {
	command
		.optionsGroup('Judging:')
		.addOption(bound('--from <time>', 'judge from here on: ISO 8601, or 30d before the newest event'))
		.addOption(bound('--to <time>', 'judge up to here'))
		.addOption(span('--window <duration>', 'one window length for all analytics: 10m, 1h, 5d'))
		.addOption(span('--baseline <duration>', 'how much history counts (default: all)'))
		.option('--set <name=value>', "an analytic's option; AN1514.name=value for one only (repeatable)", gather);
}

function outputOptions(command: Command): void {
	command
		.optionsGroup('Output:')
		.option('-f, --format <format>', `${FORMAT_NAMES.join(', ')} (default: table, json in a pipe)`, parseFormat)
		.option('-o, --output <file>', 'write there, the format by its ending; - is standard output (repeatable)', gather)
		.addOption(new Option('--top <n>', 'the first n findings').argParser((text: string) => parseCount('--top', text, 1)))
		.addOption(severity('--min-severity <level>', 'low, medium, high or critical, and above'))
		.addOption(
			new Option('--min-score <n>', `this score and above (default: ${LEAST_SCORE_SHOWN}; 0 shows all)`).argParser(
				(text: string) => parseScore('--min-score', text),
			),
		)
		.addOption(severity('--fail-on <severity>', 'exit with 1 when there is a finding like this or above'))
		.option('--all-evidence', 'findings name every record behind them, not only the first ten')
		.addOption(
			new Option('--partial', 'when interrupted (Ctrl-C): show what was read, marked as partial').conflicts([
				'explain',
				'whyNot',
			]),
		)
		.option('--compare <file>', 'only what is new against an earlier findings document (JSON)')
		.optionsGroup('Looking closer, as table or json:')
		.addOption(
			new Option(
				'--explain <finding>',
				'one finding, by rank or id: its chart, its baseline, what would have kept it silent',
			).conflicts(['whyNot', 'compare', 'top', 'failOn']),
		)
		.addOption(
			new Option('--why-not <actor>', 'somebody who is not reported: the strongest windows, and what each lacks').conflicts([
				'compare',
				'top',
				'failOn',
			]),
		);
	redactOptions(command);
	zoneOptions(command);
}

async function run(texts: readonly string[], options: HuntOptions, words: readonly string[]): Promise<void> {
	const { analytics: chosen, evidence } = parseSelection(texts, await analytics(), existsSync);
	checkSpan(options.from, options.to);
	const outputs = planOutputs(options.output ?? [], options.format, process.stdout.isTTY === true);
	await checkTargets(
		outputs.map(({ file }) => ({ option: '--output', file })),
		{ ...options, evidence },
	);
	if (options.explain !== undefined || options.whyNot !== undefined) {
		const { lookCloser } = await import('../look-closer.ts');
		const asked = (request: EvidenceRequest): HuntRequest => ({
			...request,
			...judging(options),
			analytics: chosen,
			arguments: words,
			version: version(),
		});
		await lookCloser(evidence, { ...options, outputs, asked });
		return;
	}
	const earlier = options.compare === undefined ? undefined : (await import('../compare.ts')).readEarlier(options.compare);
	const least = leastScore(options.minScore, options.minSeverity);
	let redactor: Redactor | undefined;
	// What fails the run must be found even where it is not to be shown.
	const hunted = (stop?: AbortSignal) =>
		withEvidence(evidence, options, async (given) => {
			const request = stop === undefined ? given : { ...given, stop };
			redactor = await redactorFor(request, options);
			const minScore = options.failOn === undefined ? least : Math.min(least, leastScore(undefined, options.failOn));
			return hunt({ ...request, ...judging(options), minScore, analytics: chosen, arguments: words, version: version() });
		});
	const all = await (options.partial === true ? untilInterrupt(hunted, options) : hunted());
	if (all.run.partial !== undefined) process.exitCode = EXIT.interrupted;
	const found = onlyFrom(all, least);
	const compare = earlier === undefined ? undefined : await import('../compare.ts');
	const fresh = (document: FindingsDocument) =>
		compare === undefined || earlier === undefined ? document : compare.onlyNew(document, earlier, options.top);
	const shown = fresh(found);
	warnOf(shown.inputs, options);
	const printed =
		redactor === undefined
			? shown
			: (await import('../../render/redact/document.ts')).redactedDocument(shown, redactor, wordyOptions(chosen));
	// Evidence that could not be used has set its own code: it weighs more, the findings may not be all.
	if (fails(fresh(all), options.failOn)) process.exitCode ??= EXIT.found;
	await printFindings(printed, outputs, options, Number(process.exitCode ?? EXIT.done));
}

/**
 * Hunts once more as a findings document says that it was hunted, whatever the score, naming every record.
 * @param words `tool.arguments` of the document
 * @throws UsageError where they are no hunt; EvidenceError where the evidence cannot be used
 */
export async function huntAgain(words: readonly string[], talk: TalkOptions): Promise<FindingsDocument> {
	const root = new Command('saashound').exitOverride().configureOutput({ writeErr: () => {} });
	let found: FindingsDocument | undefined;
	addHunt(root, words, async (texts, options) => {
		const { analytics: chosen, evidence } = parseSelection(texts, await analytics(), existsSync);
		const { top: _top, ...asked } = judging(options);
		found = await withEvidence(evidence, { ...options, ...talk }, (request) =>
			hunt({ ...request, ...asked, minScore: 0, allEvidence: true, analytics: chosen, arguments: words, version: version() }),
		);
	});
	await root.parseAsync([...words], { from: 'user' });
	if (found === undefined) throw new UsageError('the document does not say how it was made');
	return found;
}

/** Options that hold words of the user's own, such as `AN0339.allowActors`, with their defaults. */
function wordyOptions(chosen: readonly Analytic[]): ReadonlyMap<string, string> {
	return new Map(
		chosen.flatMap(({ id, options }) =>
			Object.entries(options).flatMap(([name, { kind, among, default: usual }]): readonly [string, string][] =>
				(kind === 'list' || kind === 'text') && among === undefined ? [[`${id}.${name}`, usual]] : [],
			),
		),
	);
}

function judging(
	options: HuntOptions,
): Pick<HuntRequest, 'set' | 'minScore' | 'from' | 'to' | 'window' | 'baseline' | 'top' | 'allEvidence'> {
	return {
		set: options.set ?? [],
		minScore: leastScore(options.minScore, options.minSeverity),
		...(options.from !== undefined && { from: options.from }),
		...(options.to !== undefined && { to: options.to }),
		...(options.allEvidence === true && { allEvidence: true }),
		...(options.window !== undefined && { window: options.window }),
		...(options.baseline !== undefined && { baseline: options.baseline }),
		// Against an earlier document, the first n are counted among what is new.
		...(options.top !== undefined && options.compare === undefined && { top: options.top }),
	};
}

function onlyFrom(document: FindingsDocument, least: number): FindingsDocument {
	if (document.run.minScore === least) return document;
	const findings = document.findings.filter(({ score }) => score >= least);
	const suppressed = document.run.suppressed + document.findings.length - findings.length;
	return withFindings({ ...document, run: { ...document.run, suppressed, minScore: least } }, findings);
}

function fails(document: FindingsDocument, limit: Severity | undefined): boolean {
	if (limit === undefined) return false;
	const least = SEVERITIES.indexOf(limit);
	return document.findings.some((finding) => SEVERITIES.indexOf(finding.severity) >= least);
}

function bound(flags: string, text: string): Option {
	const name = flags.split(' ')[0] ?? flags;
	return new Option(flags, text).argParser((value: string) => parseBound(name, value));
}

function span(flags: string, text: string): Option {
	const name = flags.split(' ')[0] ?? flags;
	return new Option(flags, text).argParser((value: string) => parseDuration(name, value));
}

function severity(flags: string, text: string): Option {
	const name = flags.split(' ')[0] ?? flags;
	return new Option(flags, text).argParser((value: string) => parseChoice(name, value, SEVERITIES));
}
