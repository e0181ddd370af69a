import { type Command, Option } from 'commander';
import type { HuntRequest, TimeBound } from '../../hunt/request.ts';
import { LEAST_SCORE_SHOWN, SEVERITIES, type Severity } from '../../model/finding.ts';
import { FORMAT_NAMES, type FormatName } from '../../render/index.ts';
import { type RedactOptions, redactOptions } from '../redaction.ts';
import { parseChoice, parseCount, parseScore } from './choice.ts';
import { type EvidenceOptions, gather, type ZoneOptions, zoneOptions } from './common.ts';
import { parseDuration } from './duration.ts';
import { parseFormat } from './format.ts';
import { leastScore } from './least-score.ts';
import { parseBound } from './time.ts';

/** What `hunt` is told beside analytics and evidence. */
export interface HuntOptions extends EvidenceOptions, ZoneOptions, RedactOptions {
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

/** Adds the options of what is judged, and against what. */
export function judgingOptions(command: Command): void {
	command
		.optionsGroup('Judging:')
		.addOption(bound('--from <time>', 'judge from here on: ISO 8601, or 30d before the newest event'))
		.addOption(bound('--to <time>', 'judge up to here'))
		.addOption(span('--window <duration>', 'one window length for all analytics: 10m, 1h, 5d'))
		.addOption(span('--baseline <duration>', 'how much history counts (default: all)'))
		.option('--set <name=value>', "an analytic's option; AN1514.name=value for one only (repeatable)", gather);
}

/** Adds the options of what is shown, and where. */
export function outputOptions(command: Command): void {
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

/** What the options ask of a hunt. */
export function judging(
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
