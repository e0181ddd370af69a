import { type Command, Option } from 'commander';
import type { NameKind, NamesMet } from '../../hunt/names-met.ts';
import { type Newest, newestOf } from '../../hunt/newest.ts';
import type { TimeBound } from '../../hunt/request.ts';
import { UsageError } from '../../model/errors.ts';
import type { NormalisedEvent } from '../../model/event.ts';
import type { InputSummary } from '../../model/finding.ts';
import { isPlausible } from '../../read/time.ts';
import { isoTime } from '../../render/event-ndjson.ts';
import { counted } from '../../render/number.ts';
import type { Redactor } from '../../render/redact/redactor.ts';
import { DAY } from '../../score/constants.ts';
import { ABOUT, type About, type AboutTests, aboutTests, peopleAsked } from '../about-event.ts';
import { addressTest } from '../address-range.ts';
import { events, namesMet } from '../engine.ts';
import { withEvidence } from '../evidence.ts';
import { type ManifestOptions, manifestOption, writeManifest } from '../manifest.ts';
import { parseChoice } from '../options/choice.ts';
import { type EvidenceOptions, evidenceOptions, talkOptions, type ZoneOptions, zoneOptions } from '../options/common.ts';
import { parseDuration } from '../options/duration.ts';
import { needEvidence } from '../options/evidence.ts';
import { nearest } from '../options/nearest.ts';
import { checkSpan, parseBound, parseInstant } from '../options/time.ts';
import { layoutFor } from '../print-findings.ts';
import { type RedactOptions, redactOptions, redactorFor } from '../redaction.ts';
import { say } from '../say.ts';
import { sinkFor } from '../sink.ts';
import { checkTargets, targetsOf } from '../targets.ts';
import { warnOf } from '../warnings.ts';

const FORMATS = ['table', 'ndjson'] as const;

interface TimelineOptions extends EvidenceOptions, ZoneOptions, RedactOptions, ManifestOptions, About {
	readonly around?: number;
	readonly within?: number;
	readonly from?: TimeBound;
	readonly to?: TimeBound;
	readonly format?: (typeof FORMATS)[number];
	readonly output?: string;
}

/** What `--around` looks at on either side, ms, unless `--within` says otherwise. */
const WITHIN = 2 * 3_600_000;

/** What an option of {@link ABOUT} wants. */
const WANTED: Readonly<Record<NameKind, string>> = {
	actor: 'write an address, login, id or name, as the log has it',
	app: 'write the id or name of an application, as the log has it',
	address: 'write an address or network, such as 203.0.113.9 or 203.0.113.0/24',
	session: 'write the id of a session, as the log has it',
	token: 'write the id of a token, as the log has it',
	target: 'write an id or name, as the log has it',
};

const EXAMPLES = `
Examples:
  saashound timeline ./export --actor ana@example.com
  saashound timeline ./export --actor ana@example.com \\
      --around 2026-03-03T09:00Z --within 2h
  saashound timeline ./export --address 203.0.113.9 --from 7d --format ndjson
  saashound timeline ./export --app "Mail Sync" --utc`;

/** Adds `timeline`. */
export function addTimeline(root: Command, words: readonly string[]): void {
	const command = root
		.command('timeline')
		.summary('every event of a person, app, address or session, in time order')
		.description(
			'Prints every normalised event of somebody or something in time order, with the record it comes from. The evidence is read twice: ' +
				'only then are all names of a person known.',
		)
		.usage('<evidence...> [--actor <id>] [options]')
		.argument('[evidence...]');
	choosingOptions(command);
	evidenceOptions(command);
	command
		.optionsGroup('Output:')
		.option('-f, --format <format>', 'table or ndjson (default: table, ndjson in a pipe)', (text) =>
			parseChoice('--format', text, FORMATS),
		)
		.option('-o, --output <file>', 'write there instead of standard output');
	manifestOption(command);
	redactOptions(command);
	zoneOptions(command);
	talkOptions(command);
	command.addHelpText('after', EXAMPLES).action((evidence: string[], options: TimelineOptions) => run(evidence, options, words));
}

function choosingOptions(command: Command): void {
	const bound = (flags: string, name: string, text: string) =>
		new Option(flags, text).argParser((value: string) => parseBound(name, value));
	command
		.optionsGroup('Whose events (all that are given must fit; none: everybody):')
		.option('--actor <id>', 'who acted, under all names on all platforms (or as somebody else): address, login, id or name')
		.option('--app <id>', 'which application was used, acted or was granted: id or name')
		.option('--address <ip>', 'from which IP address or network: 203.0.113.9, 203.0.113.0/24, 203.0.113.')
		.option('--session <id>', 'in which session')
		.option('--token <id>', 'with which token')
		.option('--target <id>', 'what or who was acted upon: id or name')
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

async function run(evidence: readonly string[], options: TimelineOptions, words: readonly string[]): Promise<void> {
	needEvidence(evidence);
	checkSpan(options.from, options.to);
	// A variable of a script that is not set: everybody is not meant, nobody is called so.
	for (const kind of ABOUT) if (options[kind]?.trim() === '') throw new UsageError(`--${kind}: is empty; ${WANTED[kind]}`);
	if (options.within !== undefined && options.around === undefined) throw new UsageError('--within needs --around <time>');
	const format = options.format ?? (process.stdout.isTTY === true && options.output === undefined ? 'table' : 'ndjson');
	await checkTargets(targetsOf({ '--output': options.output ?? '-', '--manifest': options.manifest }), { ...options, evidence });
	const found = await gatherEvents(evidence, options);
	warnOf(found.inputs, options);
	const { redactor } = found;
	const [start, end] = span(options, found);
	const shown = found.events.filter((event) => event.time >= start && event.time < end);
	if (options.quiet !== true) for (const line of remarks(found, shown.length, options)) say(redactor?.text(line) ?? line);
	await print(redactor === undefined ? shown : shown.map((event) => redactor.event(event)), format, options);
	if (options.manifest !== undefined) await writeManifest(options.manifest, { words, inputs: found.inputs, redactor });
}

interface Gathered {
	readonly events: readonly NormalisedEvent[];
	readonly inputs: readonly InputSummary[];
	readonly met: NamesMet;
	/** How many events fit each question alone. */
	readonly fitting: ReadonlyMap<NameKind, number>;
	/** From where a span is counted back. */
	readonly newest: Newest;
	/** Time of the newest event of all. */
	readonly last: number;
	readonly redactor: Redactor | undefined;
}

// Who is who is known only once everything was read; so the evidence is read twice, and only events that fit are kept.
async function gatherEvents(evidence: readonly string[], options: TimelineOptions): Promise<Gathered> {
	const found: NormalisedEvent[] = [];
	const fitting = new Map<NameKind, number>();
	let newest = Number.NEGATIVE_INFINITY;
	const days = new Map<number, number>();
	return withEvidence(evidence, options, async (request) => {
		if (options.address !== undefined) addressTest(options.address);
		const redactor = await redactorFor(request, options);
		const met = await namesMet(request);
		const tests: AboutTests = aboutTests(options, met);
		const keep = (event: NormalisedEvent): boolean => {
			if (isPlausible(event.time)) {
				if (event.time > newest) newest = event.time;
				const day = Math.floor(event.time / DAY);
				days.set(day, (days.get(day) ?? 0) + 1);
			}
			let all = true;
			for (const [kind, fits] of tests) {
				if (fits(event)) fitting.set(kind, (fitting.get(kind) ?? 0) + 1);
				else all = false;
			}
			return all;
		};
		const inputs = await events(request, (event) => found.push(event), keep);
		return { events: found, inputs, met, fitting, newest: newestOf(days, newest), last: newest, redactor };
	});
}

/** What is said on standard error: which names were taken for one person, and why nothing is shown where nothing is. */
function remarks({ events: all, met, fitting, newest }: Gathered, shown: number, options: TimelineOptions): readonly string[] {
	const lines: string[] = [];
	for (const { kind, people } of peopleAsked(options, met)) {
		if (people.length > 1)
			lines.push(
				`--${kind} '${options[kind]}' is the name of ${people.length} people, shown together: ${people.map(({ id }) => id).join(', ')}`,
			);
		for (const { id, names } of people) if (names.length > 1) lines.push(`${id}: taken for one person: ${listed(names)}`);
	}
	if (newest.beyond !== undefined && options.from !== undefined && !('at' in options.from))
		lines.push(`${newest.beyond}; --from counts back from the end of ${isoTime(newest.at).slice(0, 10)}`);
	if (shown > 0) return lines;
	const missing = ABOUT.filter((kind) => options[kind] !== undefined && (fitting.get(kind) ?? 0) === 0);
	for (const kind of missing)
		lines.push(`no event has the ${kind} '${options[kind]}' in this evidence${alike(options[kind] ?? '', met.all(kind))}`);
	if (missing.length > 0) return lines;
	const [first, last] = [all[0], all.at(-1)];
	if (first === undefined || last === undefined) lines.push('no event fits all that was asked for; each alone has some');
	else
		lines.push(
			`no event in that span: ${counted(all.length, 'event fits', 'events fit')} otherwise, from ${isoTime(first.time)} to ${isoTime(last.time)}`,
		);
	return lines;
}

/** Names of one person, or like a wrong one, that are listed before `and 3 more`. */
const MOST_LISTED = 12;

function listed(names: readonly string[]): string {
	const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : '';
	return `${names.slice(0, MOST_LISTED).join(', ')}${more}`;
}

function alike(text: string, names: readonly string[]): string {
	const wanted = text.toLowerCase();
	const holding = wanted.length < 2 ? [] : names.filter((name) => name.includes(wanted));
	const near = nearest(wanted, names);
	const found = [...new Set([...(near === undefined ? [] : [near]), ...holding])];
	return found.length === 0 ? '' : `; like it there ${found.length === 1 ? 'is' : 'are'} ${listed(found)}`;
}

function span(options: TimelineOptions, { newest, last }: Gathered): readonly [number, number] {
	if (options.around !== undefined) {
		const within = options.within ?? WITHIN;
		return [options.around - within, options.around + within + 1];
	}
	return [pointOf(options.from, newest.at) ?? Number.NEGATIVE_INFINITY, pointOf(options.to, last) ?? Number.POSITIVE_INFINITY];
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
