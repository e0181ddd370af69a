import type { Analytic, HeardDetail, OnlyWith } from '../analytic.ts';
import type { Activity } from '../model/activity.ts';
import type { Coverage } from '../model/finding.ts';
import type { PlatformId } from '../model/platform.ts';
import type { ActivityRule, BlindSpot, FieldName, Format, Source } from '../model/source.ts';

/** Activities that an analytic needs to see. */
export function heardBy(analytic: Analytic): readonly Activity[] {
	return [...new Set([...analytic.series.flatMap(({ hears }) => hears), ...analytic.marks])].toSorted();
}

/** What must be true of an event of this activity for the analytic to count it; undefined: nothing. */
export function onlyOf(analytic: Analytic, activity: Activity): OnlyWith | undefined {
	if (analytic.marks.includes(activity)) return undefined;
	const [only, ...others] = analytic.series.filter(({ hears }) => hears.includes(activity)).map((series) => series.only);
	return others.every((other) => other?.fact === only?.fact) ? only : undefined;
}

/** Activities that a platform's logs can say at all. */
export function sayableBy(source: Source): ReadonlySet<Activity> {
	const said = new Set<Activity>(source.further?.map(({ activity }) => activity));
	for (const { activity } of rulesOf(source)) said.add(activity);
	said.delete('other');
	return said;
}

/** Of what an analytic hears, the activities that a platform's logs can say, with what must be true of them. */
export function sayableTo(analytic: Analytic, source: Source): ReadonlySet<Activity> {
	const said = sayableBy(source);
	return new Set(
		heardBy(analytic).filter((activity) => said.has(activity) && tells(source, activity, onlyOf(analytic, activity))),
	);
}

function tells(source: Source, wanted: Activity, only: OnlyWith | undefined): boolean {
	if (only === undefined) return true;
	return rulesOf(source).some(({ activity, details }) => activity === wanted && details?.[only.fact] === true);
}

function rulesOf(source: Source): readonly ActivityRule[] {
	return Object.values(source.activities()).flatMap((entry): readonly ActivityRule[] => {
		if (typeof entry === 'string') return [{ activity: entry }];
		return Array.isArray(entry) ? entry : [entry as ActivityRule];
	});
}

/** Counts events of which a log says what must be true for some analytic to count them. */
export class FactCounts {
	/** Activities that are counted only under a condition, with the facts that are it. */
	readonly wanted: ReadonlyMap<Activity, ReadonlySet<HeardDetail>>;
	readonly #counts = new Map<string, number>();

	constructor(analytics: readonly Analytic[]) {
		const wanted = new Map<Activity, Set<HeardDetail>>();
		for (const analytic of analytics) {
			for (const activity of heardBy(analytic)) {
				const only = onlyOf(analytic, activity);
				if (only !== undefined && only.few !== true) wanted.set(activity, new Set(wanted.get(activity)).add(only.fact));
			}
		}
		this.wanted = wanted;
	}

	/** Takes in an event of one of the {@link wanted} activities; others say nothing. */
	hear(platform: PlatformId, activity: Activity, details: Readonly<Record<string, unknown>> | undefined): void {
		for (const fact of this.wanted.get(activity) ?? []) {
			if (details?.[fact] !== true) continue;
			const key = `${platform}\n${activity}\n${fact}`;
			this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
		}
	}

	of(platform: PlatformId, activity: Activity, fact: HeardDetail): number {
		return this.#counts.get(`${platform}\n${activity}\n${fact}`) ?? 0;
	}
}

/** What was heard of each platform, and in which formats. */
export interface Heard {
	readonly counts: ReadonlyMap<PlatformId, ReadonlyMap<Activity, number>>;
	/** What is counted only where a log says something more of it. */
	readonly facts: FactCounts;
	readonly formats: ReadonlyMap<PlatformId, ReadonlyMap<string, Format>>;
	/** Reading was stopped: what was not heard may be in the rest. */
	readonly partial?: boolean;
}

/** For each analytic, each platform in the evidence and each activity: seen, not in this evidence, or not logged by the platform. */
export function coverageOf(
	analytics: readonly Analytic[],
	sources: ReadonlyMap<string, Source>,
	heard: Heard,
): readonly Coverage[] {
	const rows: Coverage[] = [];
	for (const analytic of analytics) {
		for (const platform of [...heard.formats.keys()].toSorted()) {
			const source = sources.get(platform);
			if (source === undefined) continue;
			const sayable = sayableTo(analytic, source);
			for (const activity of heardBy(analytic)) {
				const only = onlyOf(analytic, activity);
				if (only?.few === true) continue;
				const events =
					only === undefined ? (heard.counts.get(platform)?.get(activity) ?? 0) : heard.facts.of(platform, activity, only.fact);
				const status = events > 0 ? 'seen' : sayable.has(activity) ? 'not-in-evidence' : 'not-logged-by-platform';
				rows.push({
					analytic: analytic.id,
					platform,
					activity,
					status,
					events,
					text: coverageText({ source, activity, only, status, events }, heard),
				});
			}
		}
	}
	return rows;
}

/** Blind spots told of one activity; `saashound platforms <id>` tells all. */
const MOST_SPOTS = 3;
const WHY_NOTHING: readonly BlindSpot['kind'][] = ['licence', 'setting', 'retention'];
const WHY_LESS: readonly BlindSpot['kind'][] = ['sampling', 'not-logged'];

function coverageText(
	row: { source: Source; activity: Activity; only: OnlyWith | undefined; status: Coverage['status']; events: number },
	heard: Heard,
): string {
	const { source, activity, only, status, events } = row;
	if (status === 'not-logged-by-platform') {
		const untold =
			only !== undefined && sayableBy(source).has(activity) ? ` ${only.words} is not told from other` : ' is not logged';
		return `${source.title}: ${activity}${untold}`;
	}
	const which = only === undefined ? '' : ` ${only.words}`;
	const words = [
		status === 'seen'
			? `${events} ${events === 1 ? 'event' : 'events'}${which}`
			: `${source.title}: ${activity}${which} is logged, but none is in ${heard.partial === true ? 'the part of the evidence that was read' : 'this evidence'}`,
	];
	const lost = [...(heard.formats.get(source.id)?.values() ?? [])].filter(({ lacks }) => lacks !== undefined && lacks.length > 0);
	if (status === 'seen' && lost.length > 0) words.push(lost.map(lossWords).toSorted().join('; '));
	const spots = spotsOf(source, activity, status).slice(0, MOST_SPOTS);
	const found = words.join('; ');
	return spots.length === 0 ? found : `${found}. ${spots.map(({ text }) => text).join(' ')}`;
}

/** Whether a blind spot is one for this activity: named, or for all of them. */
export function concerns(spot: BlindSpot, activity: Activity): boolean {
	return spot.activities.length === 0 || spot.activities.includes(activity);
}

// What explains why nothing is there, or why less is, comes first; of that, what the platform says of this very activity.
function spotsOf(source: Source, activity: Activity, status: Coverage['status']): readonly BlindSpot[] {
	const telling = status === 'seen' ? WHY_LESS : WHY_NOTHING;
	const weight = (spot: BlindSpot) => (telling.includes(spot.kind) ? 0 : 2) + (spot.activities.length === 0 ? 1 : 0);
	return source.blindSpots.filter((spot) => concerns(spot, activity)).toSorted((a, b) => weight(a) - weight(b));
}

const FIELD_WORDS: Readonly<Partial<Record<FieldName, string>>> = {
	actorId: 'actor',
	actorEmail: 'e-mail address',
	ip: 'address',
	asn: 'ASN',
	asOrg: 'network operator',
	proxy: 'proxy flag',
	userAgent: 'client',
	tokenKind: 'kind of token',
};

/** What a format cannot carry, in words. */
export function lossWords(format: Format): string {
	return `the ${format.title} format has no ${(format.lacks ?? []).map((field) => FIELD_WORDS[field] ?? field).join(', ')}`;
}
