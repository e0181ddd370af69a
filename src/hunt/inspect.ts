import type { Analytic } from '../analytic.ts';
import { isActivity } from '../model/activity.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { InspectInput, InspectResult, PlatformSummary, Tally } from '../model/inspect.ts';
import type { PlatformId } from '../model/platform.ts';
import type { Format } from '../model/source.ts';
import { isPlausible } from '../read/time.ts';
import { SOURCES } from '../sources/index.ts';
import { coverageOf, FactCounts } from './coverage.ts';
import type { InputTally } from './input-reading.ts';
import { iso } from './iso.ts';
import { exportNotes, gapsOf } from './oddities.ts';
import { dayOf } from './profile.ts';
import { readEvidence } from './read-evidence.ts';
import type { EvidenceRequest } from './request.ts';

/** Values shown of a platform, of each kind; activities all, for there are but some forty. */
const MOST_SHOWN = 20;
/** Distinct values counted of each kind before further new ones are left out. */
const MOST_COUNTED = 100_000;

/** What `inspect` is asked: which evidence, and of which analytics the blind spots are told. */
export type InspectRequest = EvidenceRequest & {
	readonly analytics: readonly Analytic[];
	readonly arguments: readonly string[];
	readonly version: string;
};

/**
 * Looks into evidence without judging it: what each input is, what each platform delivered and when, and what each analytic can see.
 * @throws EvidenceError when the evidence cannot be used
 */
export async function inspect(request: InspectRequest): Promise<InspectResult> {
	const platforms = new Map<PlatformId, PlatformCounts>();
	const facts = new FactCounts(request.analytics);
	const read = await readEvidence(
		request,
		SOURCES,
		(event, _place, _tie, format) => {
			let counts = platforms.get(event.platform);
			if (counts === undefined) {
				counts = new PlatformCounts();
				platforms.set(event.platform, counts);
			}
			counts.hear(event, format);
			facts.hear(event.platform, event.activity, event.details);
		},
		{ whole: [...facts.wanted.keys()] },
	);
	const sources = new Map(SOURCES.map((source) => [source.id as string, source]));
	for (const { platforms: named, formats } of read.inputs) {
		for (const platform of named.keys())
			if (!platforms.has(platform as PlatformId)) platforms.set(platform as PlatformId, new PlatformCounts(formats));
	}
	const ordered = [...platforms].toSorted(([a], [b]) => (a < b ? -1 : 1));
	return {
		schema: 'saashound/inspect/1',
		tool: { name: 'saashound', version: request.version, arguments: request.arguments },
		inputs: read.inputs.map(inputOf),
		platforms: ordered
			.filter(([, counts]) => counts.events > 0)
			.map(([platform, counts]) => counts.summary(platform, read.inputs)),
		coverage: coverageOf(request.analytics, sources, {
			counts: new Map(ordered.map(([platform, counts]) => [platform, counts.activities])),
			facts,
			formats: new Map(ordered.map(([platform, counts]) => [platform, counts.formats])),
		}),
		notes: read.notes,
		unusable: read.unusable,
	};
}

function inputOf({ summary, operations, activities }: InputTally): InspectInput {
	const entries = [...activities].filter(([activity]) => isActivity(activity));
	return { ...summary, operations: sortedCounts(operations), activities: sortedCounts(new Map(entries)) };
}

function sortedCounts(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
	return Object.fromEntries([...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** What one platform delivered over all inputs. */
class PlatformCounts {
	readonly activities = new Map<NormalisedEvent['activity'], number>();
	readonly formats: Map<string, Format>;
	readonly #operations = new Map<string, number>();
	readonly #actors = new Map<string, number>();
	readonly #apps = new Map<string, number>();
	readonly #addresses = new Map<string, number>();
	readonly #days = new Map<number, number>();
	#first = Number.POSITIVE_INFINITY;
	#last = Number.NEGATIVE_INFINITY;
	events = 0;

	constructor(formats: ReadonlyMap<string, Format> = new Map()) {
		this.formats = new Map(formats);
	}

	hear(event: NormalisedEvent, format: Format): void {
		this.formats.set(format.id, format);
		this.activities.set(event.activity, (this.activities.get(event.activity) ?? 0) + 1);
		count(this.#operations, event.operation);
		count(this.#actors, event.actor?.id);
		count(this.#apps, event.app?.name ?? event.app?.id);
		count(this.#addresses, event.ip);
		this.events += 1;
		if (!isPlausible(event.time)) return;
		const day = dayOf(event.time);
		this.#days.set(day, (this.#days.get(day) ?? 0) + 1);
		if (event.time < this.#first) this.#first = event.time;
		if (event.time > this.#last) this.#last = event.time;
	}

	summary(platform: PlatformId, inputs: readonly InputTally[]): PlatformSummary {
		const dated = this.#first <= this.#last;
		return {
			platform,
			events: this.events,
			first: dated ? iso(this.#first) : '',
			last: dated ? iso(this.#last) : '',
			operations: most(this.#operations),
			activities: most(this.activities, this.activities.size),
			actors: most(this.#actors),
			apps: most(this.#apps),
			addresses: most(this.#addresses),
			gaps: gapsOf(this.#days),
			notes: exportNotes(platform, { first: this.#first, last: this.#last, days: this.#days }, inputs),
		};
	}
}

function count(counts: Map<string, number>, value: string | undefined): void {
	if (value === undefined) return;
	const known = counts.get(value);
	if (known !== undefined) counts.set(value, known + 1);
	else if (counts.size < MOST_COUNTED) counts.set(value, 1);
}

function most(counts: ReadonlyMap<string, number>, shown = MOST_SHOWN): readonly Tally[] {
	return [...counts]
		.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.slice(0, shown)
		.map(([value, n]) => ({ value, count: n }));
}
