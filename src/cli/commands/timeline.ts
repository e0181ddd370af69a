import { type Command, Option } from 'commander';
import type { TimeBound } from '../../hunt/request.ts';
import { UsageError } from '../../model/errors.ts';
import type { NormalisedEvent } from '../../model/event.ts';
import { isPlausible } from '../../read/time.ts';
import { type About, aboutEvent } from '../about-event.ts';
import { events } from '../engine.ts';
import { withEvidence } from '../evidence.ts';
import { parseChoice } from '../options/choice.ts';
import { type EvidenceOptions, evidenceOptions, talkOptions, type ZoneOptions, zoneOptions } from '../options/common.ts';
import { parseDuration } from '../options/duration.ts';
import { needEvidence } from '../options/evidence.ts';
import { checkSpan, parseBound, parseInstant } from '../options/time.ts';
import { layoutFor } from '../print-findings.ts';
import { placeFor, sinkFor } from '../sink.ts';
import { warnOf } from '../warnings.ts';

const FORMATS = ['table', 'ndjson'] as const;

interface TimelineOptions extends EvidenceOptions, ZoneOptions, About {
	readonly around?: number;
	readonly within?: number;
	readonly from?: TimeBound;
	readonly to?: TimeBound;
	readonly format?: (typeof FORMATS)[number];
	readonly output?: string;
}

/** What `--around` looks at on either side, ms, unless `--within` says otherwise. */
const WITHIN = 2 * 3_600_000;

const EXAMPLES = `
Examples:
  saashound timeline ./export --actor ana@example.com
  saashound timeline ./export --actor ana@example.com \\
      --around 2026-03-03T09:00Z --within 2h
  saashound timeline ./export --address 203.0.113.9 --from 7d --format ndjson
  saashound timeline ./export --app "Mail Sync" --utc`;

/** Adds `timeline`. */
export function addTimeline(root: Command): void {
	const command = root
		.command('timeline')
		.summary('every event of a person, app, address or session, in time order')
		.description('Prints every normalised event of somebody or something in time order, with the record it comes from.')
		.usage('<evidence...> --actor <id> [options]')
		.argument('[evidence...]');
	choosingOptions(command);
	evidenceOptions(command);
	command
		.optionsGroup('Output:')
		.option('-f, --format <format>', 'table or ndjson (default: table, ndjson in a pipe)', (text) =>
			parseChoice('--format', text, FORMATS),
		)
		.option('-o, --output <file>', 'write there instead of standard output');
	zoneOptions(command);
	talkOptions(command);
	command.addHelpText('after', EXAMPLES).action(run);
}

function choosingOptions(command: Command): void {
	const bound = (flags: string, name: string, text: string) =>
		new Option(flags, text).argParser((value: string) => parseBound(name, value));
	command
		.optionsGroup('Whose events (all that are given must fit):')
		.option('--actor <id>', 'who acted: address, login name, id or name')
		.option('--app <id>', 'through which application: id or name')
		.option('--address <ip>', 'from which IP address, or the beginning of one: 203.0.113.')
		.option('--session <id>', 'in which session')
		.option('--token <id>', 'with which token')
		.option('--target <id>', 'what was acted upon: id or name')
		.optionsGroup('When:')
		.addOption(
			new Option('--around <time>', 'near this time, ISO 8601')
				.argParser((text: string) => parseInstant('--around', text))
				.conflicts(['from', 'to']),
		)
		.addOption(
			new Option('--within <duration>', 'how near (default: 2h)').argParser((text: string) => parseDuration('--within', text)),
		)
		.addOption(bound('--from <time>', '--from', 'from here on: ISO 8601, or 30d before the newest event'))
		.addOption(bound('--to <time>', '--to', 'up to here'));
}

async function run(evidence: readonly string[], options: TimelineOptions): Promise<void> {
	needEvidence(evidence);
	checkSpan(options.from, options.to);
	if (options.within !== undefined && options.around === undefined) throw new UsageError('--within needs --around <time>');
	const format = options.format ?? (process.stdout.isTTY === true && options.output === undefined ? 'table' : 'ndjson');
	if (options.output !== undefined && options.output !== '-') placeFor(options.output);
	const found: NormalisedEvent[] = [];
	let newest = Number.NEGATIVE_INFINITY;
	const inputs = await withEvidence(evidence, options, (request) => {
		const matches = aboutEvent(options, request.context);
		return events(
			request,
			(event) => found.push(event),
			(event) => {
				if (event.time > newest && isPlausible(event.time)) newest = event.time;
				return matches(event);
			},
		);
	});
	warnOf(inputs, options);
	const [start, end] = span(options, newest);
	const shown = found.filter((event) => event.time >= start && event.time < end);
	await print(shown, format, options);
}

function span(options: TimelineOptions, newest: number): readonly [number, number] {
	if (options.around !== undefined) {
		const within = options.within ?? WITHIN;
		return [options.around - within, options.around + within + 1];
	}
	return [pointOf(options.from, newest) ?? Number.NEGATIVE_INFINITY, pointOf(options.to, newest) ?? Number.POSITIVE_INFINITY];
}

function pointOf(bound: TimeBound | undefined, newest: number): number | undefined {
	if (bound === undefined) return undefined;
	return 'at' in bound ? bound.at : newest - bound.ago;
}

async function print(shown: readonly NormalisedEvent[], format: 'table' | 'ndjson', options: TimelineOptions): Promise<void> {
	const file = options.output ?? '-';
	const sink = sinkFor(file);
	try {
		if (format === 'ndjson') {
			const { eventLine } = await import('../../render/event-ndjson.ts');
			for (const event of shown) sink.write(eventLine(event));
		} else {
			const { eventHead, eventRow } = await import('../../render/event-table.ts');
			const layout = layoutFor(file, options);
			sink.write(eventHead(layout));
			for (const event of shown) sink.write(eventRow(event, layout));
		}
		await sink.done();
	} finally {
		sink.drop();
	}
}
