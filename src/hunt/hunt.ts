import type { Analytic, OptionValue } from '../analytic.ts';
import { emptyContext } from '../context/empty.ts';
import { EvidenceError, UsageError } from '../model/errors.ts';
import type { DayCount, Finding, FindingsDocument, RunAnalytic } from '../model/finding.ts';
import type { PlatformId } from '../model/platform.ts';
import { scoreOf, shownScore } from '../score/score.ts';
import { SOURCES } from '../sources/index.ts';
import { caveatsOf } from './caveats.ts';
import { coverageOf, FactCounts, heardBy } from './coverage.ts';
import { type EvidenceBase, evidenceBase } from './evidence-base.ts';
import { type Gathered, gather } from './gather.ts';
import { geographyNotes } from './geography-notes.ts';
import { withHashes } from './hashes.ts';
import { linksOf } from './incident-links.ts';
import { tied } from './incidents.ts';
import { iso } from './iso.ts';
import { judge, LENGTHS } from './judge.ts';
import { type Ledger, MOST_ACTORS } from './ledger.ts';
import { type FindingParts, makeFinding } from './make-finding.ts';
import { type Newest, newestOf } from './newest.ts';
import { nextSteps } from './next-steps.ts';
import { gapsOf } from './oddities.ts';
import { checkAssignments, lengthsOf, optionValues } from './options.ts';
import { DAY } from './profile.ts';
import type { HuntRequest, TimeBound } from './request.ts';
import { compareVerdicts } from './stories.ts';
import type { Limits, Verdict } from './verdict.ts';
import { spanWords } from './words.ts';

/**
 * The whole hunt: files → records → events → ledger → windows → findings, worst first.
 * @throws UsageError on a bad option; EvidenceError when the evidence cannot be used
 */
export async function hunt(request: HuntRequest): Promise<FindingsDocument> {
	const { gathered, base, options, limits, verdicts } = await judged(request);
	const strong = verdicts.filter(({ sum }) => scoreOf(sum) >= request.minScore);
	const shown = request.top === undefined ? strong : strong.slice(0, request.top);
	const parts = findingParts(request, gathered, base);
	const drafts = shown.map((verdict, index) => makeFinding(verdict, index + 1, parts));
	const findings = await withHashes(drafts, gathered.ledger.files);
	const suppressed = verdicts.length - shown.length;
	const strongest = verdicts[0] === undefined ? undefined : shownScore(scoreOf(verdicts[0].sum));
	const document = documentOf({ request, gathered, base, options, limits, findings, suppressed, strongest });
	const told = findings.flatMap((finding, index) => {
		const verdict = shown[index];
		return verdict === undefined ? [] : [{ finding, verdict }];
	});
	return tied(document, findings, linksOf(told, base));
}

/** Evidence that was read and judged. */
export interface Judged {
	readonly gathered: Gathered;
	readonly base: EvidenceBase;
	readonly options: ReadonlyMap<Analytic, ReadonlyMap<string, OptionValue>>;
	readonly limits: Limits;
	/** Strongest first, whatever their score. */
	readonly verdicts: readonly Verdict[];
}

/**
 * Reads and judges: files → records → events → ledger → windows.
 * @throws UsageError on a bad option, and where `from` and `to` leave no event to judge; EvidenceError when the evidence cannot be used or holds no event
 */
export async function judged(request: HuntRequest): Promise<Judged> {
	checkAssignments(request.analytics, request.set);
	const options = new Map(request.analytics.map((analytic) => [analytic, optionValues(analytic, request.set)]));
	const gathered = await gather(request, SOURCES, request.analytics.flatMap(heardBy));
	const base = evidenceBase(gathered.ledger, request.context ?? emptyContext(), SOURCES);
	const limits = limitsOf(request, gathered);
	checkHeld(limits, gathered);
	const verdicts = request.analytics
		.flatMap((analytic) => judge(analytic, base, options.get(analytic) ?? new Map(), limits))
		.toSorted(compareVerdicts);
	return { gathered, base, options, limits, verdicts };
}

/** What turning verdicts of a request into findings needs. */
export function findingParts(request: HuntRequest, gathered: Gathered, base: EvidenceBase): FindingParts {
	return {
		base,
		actorDays: actorDays(base),
		analytics: request.analytics.length,
		allEvidence: request.allEvidence === true,
		caveats: caveatsOf(gathered, base),
		next: nextSteps(request, base),
	};
}

interface DocumentParts {
	readonly request: HuntRequest;
	readonly gathered: Gathered;
	readonly base: EvidenceBase;
	readonly options: ReadonlyMap<Analytic, ReadonlyMap<string, OptionValue>>;
	readonly limits: Limits;
	readonly findings: readonly Finding[];
	readonly suppressed: number;
	readonly strongest: number | undefined;
}

function documentOf(parts: DocumentParts): FindingsDocument {
	const { request, gathered, base, options, limits, findings, suppressed, strongest } = parts;
	const { ledger, read } = gathered;
	const seen = ledger.first <= ledger.last;
	return {
		schema: 'saashound/findings/1',
		tool: { name: 'saashound', version: request.version, arguments: request.arguments },
		run: {
			...(seen && { from: iso(ledger.first), to: iso(ledger.last) }),
			...(seen && isNarrowed(limits) && { judged: within(limits, ledger) }),
			analytics: request.analytics.map((analytic) => runAnalytic(analytic, options.get(analytic) ?? new Map(), request)),
			days: daysOf(ledger.days),
			suppressed,
			minScore: request.minScore,
			...(strongest !== undefined && { strongest }),
			notes: [
				...read.notes,
				...gapNotes(ledger.days),
				...beyondNote(ledger),
				...newestNote(request, ledger),
				...signInsNote(ledger, read.partial !== undefined),
				...geographyNotes(ledger.geography, ledger.addresses, ledger.namesNetworks),
			],
			unusable: read.unusable,
			...(read.partial !== undefined && { partial: read.partial }),
		},
		inputs: read.inputs.map(({ summary }) => summary),
		findings,
		incidents: [],
		coverage: coverageOf(request.analytics, base.sources, {
			counts: ledger.heard,
			facts: factsOf(request.analytics, base),
			formats: gathered.formats,
			partial: read.partial !== undefined,
		}),
	};
}

function factsOf(analytics: readonly Analytic[], { ledger: { rows }, rows: index }: EvidenceBase): FactCounts {
	const facts = new FactCounts(analytics);
	index.each([...facts.wanted.keys()], (row) => facts.hear(rows.platform(row), rows.activity(row), rows.details(row)));
	return facts;
}

function runAnalytic(analytic: Analytic, values: ReadonlyMap<string, OptionValue>, request: HuntRequest): RunAnalytic {
	const windows = lengthsOf(values, lengthsAsked(request));
	const options: Record<string, string | number | boolean> = { window: windows.map(spanWords).join(',') };
	for (const [name, spec] of Object.entries(analytic.options)) {
		const value = values.get(name);
		if (value === undefined) continue;
		options[name] =
			spec.kind === 'duration' && typeof value === 'number'
				? spanWords(value)
				: typeof value === 'object'
					? value.join(',')
					: value;
	}
	return { id: analytic.id, name: analytic.name, attack: analytic.attack, options };
}

function lengthsAsked({ window }: HuntRequest): readonly number[] {
	return window === undefined ? LENGTHS : [window];
}

function limitsOf(request: HuntRequest, { ledger }: Gathered): Limits {
	const at = (bound: TimeBound | undefined, newest: number, otherwise: number) => {
		if (bound === undefined) return otherwise;
		return 'at' in bound ? bound.at : newest - bound.ago;
	};
	return {
		from: at(request.from, newestEvent(ledger).at, Number.NEGATIVE_INFINITY),
		// What a wrong clock says takes nothing away here.
		to: at(request.to, ledger.last, Number.POSITIVE_INFINITY),
		lengths: lengthsAsked(request),
		baseline: request.baseline,
	};
}

function newestEvent({ days, last }: Ledger): Newest {
	const all = new Map<number, number>();
	for (const counts of days.values()) for (const [day, count] of counts) all.set(day, (all.get(day) ?? 0) + count);
	return newestOf(all, last);
}

function newestNote({ from }: HuntRequest, ledger: Ledger): readonly string[] {
	if (from === undefined || 'at' in from) return [];
	const { at, beyond } = newestEvent(ledger);
	return beyond === undefined
		? []
		: [`${beyond}; --from counts back from the end of ${iso(at).slice(0, 10)}, and they are judged too`];
}

function isNarrowed({ from, to }: Limits): boolean {
	return Number.isFinite(from) || Number.isFinite(to);
}

function within({ from, to }: Limits, { first, last }: Ledger): { readonly from: string; readonly to: string } {
	return { from: iso(Math.max(from, first)), to: iso(Math.min(to, last)) };
}

// Nothing judged must not read as nothing odd. Of a run that was interrupted the span may lie in what was not read.
function checkHeld(limits: Limits, { ledger, read }: Gathered): void {
	const { from, to } = limits;
	if (read.partial !== undefined) return;
	if (ledger.first > ledger.last) throw new EvidenceError(`no event in the evidence: there is nothing to judge${whyEmpty(read)}`);
	if (!isNarrowed(limits)) return;
	const days = [...ledger.days.values()].flatMap((counts) => [...counts.keys()]);
	if (ledger.first < to && ledger.last >= from && days.some((day) => (day + 1) * DAY > from && day * DAY < to)) return;
	const asked = [Number.isFinite(from) ? ` from ${iso(from)}` : '', Number.isFinite(to) ? ` up to ${iso(to)}` : ''].join('');
	throw new UsageError(
		`no event${asked}: there is nothing to judge; the evidence reaches from ${iso(ledger.first)} to ${iso(ledger.last)}`,
	);
}

function whyEmpty({ inputs }: Gathered['read']): string {
	const [first] = inputs.flatMap(({ summary: { file, notes } }) => notes.map((note) => `; ${file}: ${note}`));
	return first ?? '';
}

function actorDays(base: EvidenceBase): number {
	let days = 0;
	for (const person of base.people.all) days += base.people.profile(person)?.hours.size ?? 0;
	return days;
}

function daysOf(days: ReadonlyMap<PlatformId, ReadonlyMap<number, number>>): readonly DayCount[] {
	const counts: DayCount[] = [];
	for (const [platform, byDay] of days) {
		for (const [day, events] of byDay) counts.push({ day: iso(day * DAY).slice(0, 10), platform, events });
	}
	return counts.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.platform < b.platform ? -1 : 1));
}

function beyondNote({ beyond }: Ledger): readonly string[] {
	if (beyond === 0) return [];
	return [
		`more than ${MOST_ACTORS} different actors: ${beyond} events of those that came later were counted but not judged; hunt in parts (fewer files at a time), or look at what makes up so many names`,
	];
}

// All analytics ask how somebody came in; coverage names only what each of them counts.
function signInsNote({ heard, first, last }: Ledger, isPartial: boolean): readonly string[] {
	const signIns = ['login', 'login.failed'] as const;
	if (first > last || [...heard.values()].some((counts) => signIns.some((activity) => counts.has(activity)))) return [];
	const where = isPartial ? 'the part of the evidence that was read' : 'this evidence';
	return [
		`no sign-ins are in ${where}: whether somebody came in oddly, failed before or was flagged by the vendor cannot be seen; add the log that has them`,
	];
}

// Whole days without anything: a baseline with holes, or an export that was cut.
function gapNotes(days: ReadonlyMap<PlatformId, ReadonlyMap<number, number>>): readonly string[] {
	return [...days]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([platform, counts]) =>
			gapsOf(counts).map(({ start, end, text }) => `${platform}, ${start.slice(0, 10)} to ${end.slice(0, 10)}: ${text}`),
		);
}
