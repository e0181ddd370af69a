import type { Actor } from '../model/event.ts';
import type {
	Entity,
	EvidenceRef,
	Finding,
	FindingsDocument,
	InputSummary,
	Reason,
	RunAnalytic,
	Severity,
} from '../model/finding.ts';
import { SEVERITIES } from '../model/finding.ts';
import { count, counted, percent, quantity } from './number.ts';

/** Severities, worst first. */
export const WORST_FIRST: readonly Severity[] = SEVERITIES.toReversed();

/** `3 findings: 1 critical, 2 low`; `no findings`. */
export function tallySentence(findings: readonly Finding[]): string {
	if (findings.length === 0) return 'no findings';
	const parts = WORST_FIRST.map(
		(severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
	)
		.filter(([, number]) => number > 0)
		.map(([severity, number]) => `${count(number)} ${severity}`);
	return `${counted(findings.length, 'finding')}: ${parts.join(', ')}`;
}

/** `Ana A <ana@example.com> (user)`: everything that the log says of the actor, nothing twice. */
export function actorSentence(actor: Actor): string {
	const address = actor.email !== undefined && actor.email.toLowerCase() !== actor.id ? `, ${actor.email}` : '';
	const named = actor.name !== undefined && actor.name.toLowerCase() !== actor.id ? `${actor.name} <${actor.id}>` : actor.id;
	return `${named}${address} (${actor.type})`;
}

/** `412 against 6.1 files/1h`; texts without the unit, which counts something else. */
export function measure(reason: Reason): string {
	const noun = reason.expected === 1 ? singular(reason.unit) : reason.unit;
	const unit = reason.unit === '' || typeof reason.expected === 'string' ? '' : ` ${noun}`;
	return `${quantity(reason.observed)} against ${quantity(reason.expected)}${unit}`;
}

// `mailboxes` → `mailbox`, `repositories` → `repository`, `failed sign-ins` → `failed sign-in`; shares and rates stay as they are.
function singular(noun: string): string {
	if (/[/]| of /.test(noun)) return noun;
	return noun
		.replace(/ies$/, 'y')
		.replace(/(x|ch|sh|ss)es$/, '$1')
		.replace(/([^s])s$/, '$1');
}

/** A line's part of what speaks for the finding: its decades over the sum of all raising lines; negative for lines that lower. */
function shareOf(reason: Reason, reasons: readonly Reason[]): number {
	let raising = 0;
	for (const { surprise } of reasons) raising += Math.max(0, surprise);
	return raising === 0 ? 0 : reason.surprise / raising;
}

/** `61 %`, `-12 %`. */
export function shareText(reason: Reason, reasons: readonly Reason[]): string {
	const share = shareOf(reason, reasons);
	return share < 0 ? `-${percent(-share)}` : percent(share);
}

/** How a ledger is to be read, above its lines. */
export const HOW_TO_READ =
	'+1 makes it ten times rarer, +2 a hundred times, -1 ten times more ordinary; the share is of all that raises it.';

/** What the finding was measured against. */
export function baselineSentence({ baseline, series }: Pick<Finding, 'baseline' | 'series'>): string {
	const { of, days } = baseline;
	const behind = days === 0 ? 'no day of it yet' : `${counted(days, 'day')} before it`;
	switch (of) {
		case 'self':
			return `own history, ${behind}`;
		case 'peers':
			return `what peers do (own history: ${behind})`;
		case 'organisation':
			return `what the whole organisation does (own history: ${behind})`;
		case 'none':
			return series === undefined
				? 'nothing counted: such an act is judged by what it is, and by what is new about it'
				: 'nothing: there is no history to compare with';
	}
}

/** How many findings are not shown, and how to see them; empty where there are none. */
export function suppressedSentence(suppressed: number): string {
	if (suppressed === 0) return '';
	return `${counted(suppressed, 'weaker finding is', 'weaker findings are')} not shown; --min-score 0 without further limits shows all`;
}

/** What else took part, a sentence a role: `app Sync Tool, 0oa1`; `22 repositories: a, b, c and 19 more`. At most so many names each. */
export function entitySentences(entities: readonly Entity[], most = Number.POSITIVE_INFINITY): readonly string[] {
	const roles = new Map<string, Entity[]>();
	for (const entity of entities) {
		const kind = entity.role === entity.type ? entity.role : `${entity.role} (${entity.type})`;
		const known = roles.get(kind);
		if (known === undefined) roles.set(kind, [entity]);
		else known.push(entity);
	}
	return [...roles].map(([kind, members]) => {
		const names = members.map(({ id, name }) => (name === undefined || name === id ? id : `${name}, ${id}`));
		if (names.length === 1) return `${kind} ${names[0]}`;
		const more = names.length > most ? ` and ${count(names.length - most)} more` : '';
		return `${kind}, ${count(names.length)} named: ${names.slice(0, most).join('; ')}${more}`;
	});
}

/** `audit.ndjson:1837`, how a record is named everywhere. */
export function place(evidence: Pick<EvidenceRef, 'file' | 'record'>): string {
	return `${evidence.file}:${evidence.record}`;
}

/** The declaration of a finding's analytic, where the run names it. */
export function analyticOf(document: FindingsDocument, id: string): RunAnalytic | undefined {
	return document.run.analytics.find((analytic) => analytic.id === id);
}

/** What was counted of one file, or of several together. */
export type Counts = Pick<InputSummary, 'records' | 'events' | 'other' | 'duplicates' | 'rejected' | 'parts'>;

/** The counts of several files together. */
export function totalOf(inputs: readonly Counts[]): Counts {
	const rejected: Record<string, number> = {};
	const rejectedParts: Record<string, number> = {};
	let [records, events, other, duplicates, duplicateParts] = [0, 0, 0, 0, 0];
	for (const input of inputs) {
		records += input.records;
		events += input.events;
		other += input.other;
		duplicates += input.duplicates;
		addTo(rejected, input.rejected);
		duplicateParts += input.parts?.duplicates ?? 0;
		addTo(rejectedParts, input.parts?.rejected ?? {});
	}
	const parts = inputs.some((input) => input.parts !== undefined) && { duplicates: duplicateParts, rejected: rejectedParts };
	return { records, events, other, duplicates, rejected, ...(parts !== false && { parts }) };
}

function addTo(sums: Record<string, number>, counts: Readonly<Record<string, number>>): void {
	for (const [reason, times] of Object.entries(counts)) sums[reason] = (sums[reason] ?? 0) + times;
}

/** `1,240 records: 1,200 events, 30 other, 10 repeated, 0 rejected`. */
export function countsSentence(input: Counts): string {
	const { parts } = input;
	return (
		`${counted(input.records, 'record')}: ${counted(input.events, 'event')}, ${count(input.other)} of no activity we judge, ` +
		`${lostWords(input)}${parts === undefined ? '' : `; of further events in the same records ${lostWords(parts)}`}`
	);
}

/** `10 repeated, 3 rejected (bad-time 1, unrecognised 2)`. */
function lostWords({ duplicates, rejected }: Pick<Counts, 'duplicates' | 'rejected'>): string {
	const reasons = Object.keys(rejected)
		.sort()
		.filter((reason) => (rejected[reason] ?? 0) > 0);
	const why = reasons.length === 0 ? '' : ` (${reasons.map((reason) => `${reason} ${count(rejected[reason] ?? 0)}`).join(', ')})`;
	return `${count(duplicates)} repeated, ${count(rejectedTotal({ rejected }))} rejected${why}`;
}

/** How many records of a file could not be used. */
export function rejectedTotal(input: Pick<Counts, 'rejected'>): number {
	let total = 0;
	for (const number of Object.values(input.rejected)) total += number;
	return total;
}

/** The platform and the query of a step that is the filter of a console: `m365: Search-UnifiedAuditLog …`; undefined for any other step. */
export function consoleFilter(step: string): { readonly platform: string; readonly query: string } | undefined {
	const [, platform, query] = /^([a-z][a-z0-9_]{1,30}): (.*)$/s.exec(step) ?? [];
	return platform === undefined || query === undefined ? undefined : { platform, query };
}
