import type { Analytic } from '../analytic.ts';
import type { Activity } from '../model/activity.ts';
import type { Coverage } from '../model/finding.ts';
import type { PlatformId } from '../model/platform.ts';
import type { ActivityRule, BlindSpot, FieldName, Format, Source } from '../model/source.ts';

/** Activities that an analytic needs to see. */
export function heardBy(analytic: Analytic): readonly Activity[] {
	return [...new Set([...analytic.series.flatMap(({ hears }) => hears), ...analytic.marks])].toSorted();
}

/** Activities that a platform's logs can say at all. */
export function sayableBy(source: Source): ReadonlySet<Activity> {
	const said = new Set<Activity>(source.further?.map(({ activity }) => activity));
	for (const entry of Object.values(source.activities())) {
		for (const rule of typeof entry === 'string' ? [{ activity: entry }] : Array.isArray(entry) ? entry : [entry as ActivityRule])
			said.add(rule.activity);
	}
	said.delete('other');
	return said;
}

/** What was heard of each platform, and in which formats. */
export interface Heard {
	readonly counts: ReadonlyMap<PlatformId, ReadonlyMap<Activity, number>>;
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
			const sayable = sayableBy(source);
			for (const activity of heardBy(analytic)) {
				const events = heard.counts.get(platform)?.get(activity) ?? 0;
				const status = events > 0 ? 'seen' : sayable.has(activity) ? 'not-in-evidence' : 'not-logged-by-platform';
				rows.push({
					analytic: analytic.id,
					platform,
					activity,
					status,
					events,
					text: coverageText({ source, activity, status, events }, heard),
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
	row: { source: Source; activity: Activity; status: Coverage['status']; events: number },
	heard: Heard,
): string {
	const { source, activity, status, events } = row;
	if (status === 'not-logged-by-platform') return `${source.title}: ${activity} is not logged`;
	const words = [
		status === 'seen'
			? `${events} ${events === 1 ? 'event' : 'events'}`
			: `${source.title}: ${activity} is logged, but none is in ${heard.partial === true ? 'the part of the evidence that was read' : 'this evidence'}`,
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
