import { counted } from '../analytic.ts';
import type { Actor, ActorType } from '../model/event.ts';
import type { Finding, Entity as FindingEntity, Stage } from '../model/finding.ts';
import type { PlatformId } from '../model/platform.ts';
import { chanceOf, scoreOf, severityOf, shownScore } from '../score/score.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { chartOf } from './finding-chart.ts';
import { filesOf, furtherRows, refOf, rowsOf, sampleOf } from './finding-evidence.ts';
import { scopeOf } from './finding-scope.ts';
import { stagesOf } from './finding-stages.ts';
import { iso } from './iso.ts';
import type { Place } from './rows.ts';
import type { Verdict } from './verdict.ts';
import { significant } from './words.ts';

const MINUTE = 60_000;
/** Records shown for a finding; all are counted. */
const SAMPLE = 10;

/** A finding whose evidence still lacks its hashes, with the places to take them from. */
export interface DraftFinding {
	readonly finding: Finding;
	/** Of the sample's records. */
	readonly places: readonly Place[];
	/** Of the records that the stages name, stage by stage. */
	readonly stagePlaces: readonly Place[];
}

/** What a finding tells of the one whose it is: what the next steps must show. */
export interface Told {
	/** Ledger rows of its evidence; those of other people with the same cause are not among them. */
	readonly rows: readonly number[];
	/** Ledger rows of all its evidence. */
	readonly all: readonly number[];
	/** When its stages were, epoch ms. */
	readonly stages: readonly number[];
}

/** What a finding needs beside its verdict. */
export interface FindingParts {
	readonly base: EvidenceBase;
	/** Active days summed over people. */
	readonly actorDays: number;
	/** How many analytics competed. */
	readonly analytics: number;
	/** Name all records, not only the first. */
	readonly allEvidence: boolean;
	caveats(verdict: Verdict, platforms: readonly PlatformId[]): readonly string[];
	/** `told`: what the finding tells of the same account. */
	next(verdict: Verdict, platforms: readonly PlatformId[], told: Told): readonly string[];
}

/** `<analytic>/<platforms>/<actor>/<start>`, and where another of the same actor begins in the same minute `/<cause>`: the same over runs on the same evidence. */
export function findingId(verdict: Verdict, base: EvidenceBase): string {
	const platforms = [...new Set(rowsOf(verdict).map((row) => base.ledger.rows.platform(row)))].toSorted();
	const start = Math.floor(verdict.view.start / MINUTE) * MINUTE;
	return `${verdict.analytic.id}/${platforms.join('+')}/${verdict.actor}/${iso(start).slice(0, 16)}Z${verdict.apart === undefined ? '' : `/${verdict.apart}`}`;
}

/** Turns a verdict into a finding. */
export function makeFinding(verdict: Verdict, rank: number, parts: FindingParts): DraftFinding {
	const { view, series } = verdict;
	const { reasons, notes } = verdict.said();
	const { base } = parts;
	const own = rowsOf(verdict);
	const rows = [...new Set([...own, ...furtherRows(verdict)])];
	const platforms = [...new Set(own.map((row) => base.ledger.rows.platform(row)))].toSorted();
	const start = Math.floor(view.start / MINUTE) * MINUTE;
	const end = Math.ceil(view.end / MINUTE) * MINUTE;
	const score = shownScore(scoreOf(verdict.sum));
	const chosen = sampleOf(rows, verdict, base, parts.allEvidence ? rows.length : SAMPLE);
	const people = othersOf(verdict);
	const named = series.entities?.(view) ?? [];
	const others = [...people].map(([id, strongest]) => ({ role: roleOf(id, strongest), type: 'user', id }));
	// Owners of mailboxes that an application opened are named already.
	const entities: FindingEntity[] = [...named, ...others.filter(({ id }) => !named.some((entity) => entity.id === id))];
	const staged = stagesOf(verdict, base);
	const stages = staged.map(({ stage }) => stage);
	const isPerson = series.actor?.(view) === undefined;
	const alike = isPerson ? `and ${counted(people.size, 'more person', 'more people')}` : counted(people.size, 'person', 'people');
	const title = people.size === 0 ? series.title(view) : `${series.title(view)} (${alike} with the same cause)`;
	return {
		places: chosen.map((row) => base.ledger.rows.place(row)),
		stagePlaces: staged.map(({ place }) => place),
		finding: {
			id: findingId(verdict, base),
			rank,
			analytic: verdict.analytic.id,
			title,
			severity: severityOf(score),
			score,
			chance: significant(chanceOf(verdict.sum, parts.actorDays, parts.analytics)),
			platforms,
			actor: actorOf(verdict, base),
			entities,
			window: { start: iso(start), end: iso(end) },
			reasons: reasons.map((reason) => ({ ...reason, surprise: Math.round(reason.surprise * 100) / 100 })),
			baseline: { of: view.volume.of, windows: view.volume.windows, days: view.volume.days },
			context: notes,
			...(stages.length > 0 && { stages }),
			...(series.anchor === undefined && { series: chartOf(verdict, base) }),
			evidence: { count: rows.length, files: filesOf(rows, base), sample: chosen.map((row) => refOf(row, base)) },
			caveats: [...new Set([...(series.caveats?.(view) ?? []), ...scopeOf(verdict), ...parts.caveats(verdict, platforms)])],
			next: [...(series.next?.(view) ?? []), ...parts.next(verdict, platforms, toldOf(verdict, rows, stages))],
		},
	};
}

function toldOf(verdict: Verdict, all: readonly number[], stages: readonly Stage[]): Told {
	const alone = { ...verdict, companions: verdict.companions.filter(({ actor }) => actor === verdict.actor) };
	return { rows: [...rowsOf(alone), ...furtherRows(alone)], all, stages: stages.map(({ time }) => Date.parse(time)) };
}

/** The other people of a shared cause, each with the strongest window of theirs; the app that is the cause is none of them. */
function othersOf(verdict: Verdict): ReadonlyMap<string, Verdict> {
	const people = new Map<string, Verdict>();
	for (const companion of verdict.companions) {
		const { actor, series, view } = companion;
		if (actor !== verdict.actor && series.actor?.(view) === undefined && !people.has(actor)) people.set(actor, companion);
	}
	return new Map([...people].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

// What its own finding calls somebody who came with the same cause (who granted the same app), else an account that this is also about.
function roleOf(person: string, { series, view }: Verdict): FindingEntity['role'] {
	return series.entities?.(view).find(({ type, id }) => type === 'user' && id === person)?.role ?? 'target';
}

function actorOf(verdict: Verdict, base: EvidenceBase): Actor {
	const own = verdict.series.actor?.(verdict.view);
	const id = own?.id ?? verdict.actor;
	const names = base.people.namesOf(id);
	const declared = base.people.declared(id);
	const known = names
		.map((name) => base.ledger.names.get(name))
		.filter((name) => name !== undefined)
		.toSorted()[0];
	const name = declared?.name ?? known ?? base.ledger.appNames.get(id);
	const email = names.find((candidate) => candidate.includes('@'));
	const aliases = names.filter((other) => other !== id);
	return {
		type: own?.type ?? typeOf(verdict),
		id,
		...(name !== undefined && { name }),
		...(email !== undefined && { email }),
		...(aliases.length > 0 && { aliases }),
	};
}

// Of what the actor did: whose mailbox an application read is no application.
function typeOf({ actor, view }: Verdict): ActorType {
	const counts = new Map<ActorType, number>();
	for (const event of view.events) if (event.actor === actor) counts.set(event.actorType, (counts.get(event.actorType) ?? 0) + 1);
	const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	return most?.[0] ?? 'user';
}
