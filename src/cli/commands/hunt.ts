import { existsSync } from 'node:fs';
import { Command } from 'commander';
import type { Analytic } from '../../analytic.ts';
import { withFindings } from '../../hunt/incidents.ts';
import type { EvidenceRequest, HuntRequest } from '../../hunt/request.ts';
import { UsageError } from '../../model/errors.ts';
import { type FindingsDocument, SEVERITIES, type Severity } from '../../model/finding.ts';
import type { Redactor } from '../../render/redact/redactor.ts';
import { analytics, hunt } from '../engine.ts';
import { withEvidence } from '../evidence.ts';
import { EXIT } from '../exit.ts';
import { untilInterrupt } from '../interrupt.ts';
import { evidenceOptions, type TalkOptions, talkOptions } from '../options/common.ts';
import { planOutputs } from '../options/format.ts';
import { type HuntOptions, judging, judgingOptions, outputOptions } from '../options/hunt.ts';
import { leastScore } from '../options/least-score.ts';
import { parseSelection } from '../options/selection.ts';
import { checkSpan } from '../options/time.ts';
import { version } from '../package.ts';
import { printFindings } from '../print-findings.ts';
import { redactorFor } from '../redaction.ts';
import { checkTargets } from '../targets.ts';
import { warnOf } from '../warnings.ts';

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
