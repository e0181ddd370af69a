import type { Analytic, OptionValue, Rehearsal, RehearsedEvent } from '../analytic.ts';
import { emptyContext } from '../context/empty.ts';
import { networkOf } from '../features/network-prefix.ts';
import { EvidenceError, UsageError } from '../model/errors.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { InputRef } from '../model/finding.ts';
import { PLATFORMS, type PlatformId } from '../model/platform.ts';
import type { DetectionFloor, RehearsalPlace, RehearsalResult, RehearsedAttack } from '../model/rehearsal.ts';
import { scoreOf, shownScore } from '../score/score.ts';
import { SOURCES } from '../sources/index.ts';
import { heardBy } from './coverage.ts';
import { type EvidenceBase, evidenceBase } from './evidence-base.ts';
import { gather } from './gather.ts';
import { Habits } from './habits.ts';
import { iso } from './iso.ts';
import { judge, LENGTHS } from './judge.ts';
import type { Ledger } from './ledger.ts';
import { checkAssignments, optionValues } from './options.ts';
import { peopleCalled } from './people-called.ts';
import { DAY, dayOf } from './profile.ts';
import { inputRefs } from './read-evidence.ts';
import type { EvidenceRequest } from './request.ts';
import { compareVerdicts } from './stories.ts';
import type { Limits, Verdict } from './verdict.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** An attack among the first so many findings of its analytic is found. */
const FIRST = 10;
/** The largest attack that a sweep tries. */
const LARGEST = 512;
/** The attack that a sweep tries first. */
const FIRST_SIZE = 8;
/** People in a sweep. */
const MOST_PEOPLE = 500;
const PLACES: readonly RehearsalPlace[] = ['new network', 'own network'];
/** A client that most organisations do not use. */
const OTHER_CLIENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** What is to be rehearsed. */
export interface RehearseRequest extends EvidenceRequest {
	readonly analytic: Analytic;
	/** Absent: somebody in the middle, by how much they do of it. */
	readonly actor?: string;
	readonly size: number;
	/** The smallest attack that is found, for everybody, in place of one attack. */
	readonly sweep: boolean;
	/** Epoch ms; absent: the person's busiest hour of the last working day. */
	readonly at?: number;
	readonly set: readonly string[];
	/** Findings below are not shown. */
	readonly minScore: number;
	readonly arguments: readonly string[];
	readonly version: string;
}

/** A rehearsal, and the events of its attacks in the common form. */
export interface Rehearsed {
	readonly result: RehearsalResult;
	readonly events: readonly NormalisedEvent[];
}

/**
 * Writes invented attacks into the user's own evidence (in memory only), hunts, and says whether they are found.
 * @throws UsageError when the analytic has no rehearsal or nobody is called so; EvidenceError when the evidence cannot show such an attack at all
 */
export async function rehearse(request: RehearseRequest): Promise<Rehearsed> {
	const { analytic } = request;
	const { rehearsal } = analytic;
	if (rehearsal === undefined) throw new UsageError(`${analytic.id} (${analytic.name}) does not say what its attack looks like`);
	checkAssignments([analytic], request.set);
	const habits = new Habits();
	const { ledger, read } = await gather(request, SOURCES, heardBy(analytic), (event) => habits.hear(event));
	return new Stage(request, rehearsal, ledger, habits, inputRefs(read)).play();
}

/** The evidence, and the attacks that are written into copies of it. */
class Stage {
	readonly #request: RehearseRequest;
	readonly #rehearsal: Rehearsal;
	readonly #ledger: Ledger;
	readonly #habits: Habits;
	readonly #inputs: readonly InputRef[];
	readonly #options: ReadonlyMap<string, OptionValue>;
	readonly #base: EvidenceBase;
	readonly #platform: PlatformId;
	readonly #day: number;
	readonly #networks: readonly string[];
	/** What is found without any attack. */
	readonly #quiet: readonly Verdict[];

	constructor(request: RehearseRequest, rehearsal: Rehearsal, ledger: Ledger, habits: Habits, inputs: readonly InputRef[]) {
		this.#request = request;
		this.#rehearsal = rehearsal;
		this.#ledger = ledger;
		this.#habits = habits;
		this.#inputs = inputs;
		this.#options = optionValues(request.analytic, request.set);
		this.#base = evidenceBase(ledger, request.context ?? emptyContext(), SOURCES);
		this.#platform = sceneOf(rehearsal, ledger);
		this.#day = request.at === undefined ? lastWorkingDay(ledger, this.#platform) : dayOf(request.at);
		this.#networks = unknownNetworks(ledger);
		this.#quiet = this.#judge(this.#base);
	}

	play(): Rehearsed {
		return this.#request.sweep ? this.#sweep() : this.#single();
	}

	#single(): Rehearsed {
		const actor = this.#actor();
		const { size } = this.#request;
		const attacks: (RehearsedAttack & { readonly start: string })[] = [];
		const written: NormalisedEvent[] = [];
		for (const place of PLACES) {
			const events = this.#attack({ actor, place, size, number: 0 });
			const verdicts = this.#hunt([{ actor, events }]);
			const start = events.find(({ activity }) => activity !== 'login')?.time ?? 0;
			attacks.push({ ...this.#outcome({ actor, place, size, events }, verdicts), start: iso(start) });
			if (place === 'new network') written.push(...this.#named(events));
		}
		return { result: this.#result({ attacks }), events: written };
	}

	// Everybody's attack at once, each from a network of its own and by an application of its own: what is usual on the attack's day is known from the days
	// before it, so no attack teaches another's usual. Halving the sizes takes a dozen hunts, however many people there are.
	#sweep(): Rehearsed {
		const { people, leftOut } = this.#cast();
		const floors: DetectionFloor[] = [];
		for (const place of PLACES) {
			const searches = new Map(people.map((actor) => [actor, { low: 0, high: undefined as number | undefined }]));
			for (;;) {
				const open = [...searches].filter(([, search]) => sizeOf(search) !== undefined);
				if (open.length === 0) break;
				const attacks = open.map(([actor, search], number) => {
					const size = sizeOf(search) ?? 1;
					return { actor, size, search, events: this.#attack({ actor, place, size, number }) };
				});
				const verdicts = this.#hunt(attacks);
				for (const { actor, size, search, events } of attacks) {
					if (this.#outcome({ actor, place, size, events }, verdicts, this.#quiet).found) search.high = size;
					else search.low = size;
				}
			}
			for (const [actor, { high }] of searches) floors.push({ actor, place, ...(high !== undefined && { smallest: high }) });
		}
		return { result: this.#result({ floors, leftOut }), events: [] };
	}

	#hunt(attacks: readonly { readonly actor: string; readonly events: readonly RehearsedEvent[] }[]): readonly Verdict[] {
		const ledger = this.#ledger.copyFor(attacks.map(({ actor }) => actor));
		const file = ledger.files.length;
		ledger.files.push('rehearsal');
		let record = 0;
		for (const { events } of attacks) {
			for (const event of this.#named(events)) {
				record += 1;
				ledger.hear(event, { file, record, offset: 0, length: 0 }, record);
			}
		}
		return this.#judge(evidenceBase(ledger, this.#request.context ?? emptyContext(), SOURCES));
	}

	#judge(base: EvidenceBase): readonly Verdict[] {
		const limits: Limits = {
			from: Number.NEGATIVE_INFINITY,
			to: Number.POSITIVE_INFINITY,
			lengths: LENGTHS,
			baseline: undefined,
		};
		return judge(this.#request.analytic, base, this.#options, limits).toSorted(compareVerdicts);
	}

	#outcome(
		attack: {
			readonly actor: string;
			readonly place: RehearsalPlace;
			readonly size: number;
			readonly events: readonly RehearsedEvent[];
		},
		verdicts: readonly Verdict[],
		others?: readonly Verdict[],
	): RehearsedAttack {
		const { actor, place, size, events } = attack;
		const [start, end] = [events[0]?.time ?? 0, events.at(-1)?.time ?? 0];
		const mine = (verdict: Verdict) => verdict.actor === actor && verdict.view.start <= end && verdict.view.end > start;
		const verdict = verdicts.find(mine);
		const score = verdict === undefined ? 0 : scoreOf(verdict.sum);
		if (verdict === undefined || score < this.#request.minScore) {
			return {
				actor,
				place,
				size,
				score: shownScore(score),
				found: false,
				reasons: rounded(verdict),
				...(verdict !== undefined && { title: verdict.series.title(verdict.view) }),
			};
		}
		const before = (others ?? verdicts).filter(
			(other) => other !== verdict && compareVerdicts(other, verdict) < 0 && (others === undefined || other.actor !== actor),
		);
		const rank = before.length + 1;
		return {
			actor,
			place,
			size,
			score: shownScore(score),
			rank,
			found: rank <= FIRST,
			title: verdict.series.title(verdict.view),
			reasons: rounded(verdict),
		};
	}

	#attack({
		actor,
		place,
		size,
		number,
	}: {
		actor: string;
		place: RehearsalPlace;
		size: number;
		number: number;
	}): readonly RehearsedEvent[] {
		const platform = this.#platform;
		const [main = 'login'] = this.#rehearsal.activities;
		const own = this.#namesOf(actor)
			.map((name) => this.#habits.place(name, platform))
			.find((known) => known !== undefined);
		const from =
			place === 'new network'
				? { ip: this.#networks[number % this.#networks.length] ?? '240.0.0.9', userAgent: OTHER_CLIENT }
				: own;
		const addressed = this.#habits.isAddressed(platform, main);
		const there =
			from === undefined || !addressed ? {} : { ip: from.ip, ...(from.userAgent !== undefined && { userAgent: from.userAgent }) };
		const start = this.#request.at ?? this.#day * DAY + this.#busiestHour(actor) * HOUR + 7 * MINUTE;
		const events = this.#rehearsal.events({
			actor,
			platform,
			start,
			size,
			place: there,
			app: { id: `rehearsal-${number + 1}`, name: `Rehearsal ${number + 1}` },
			targets: this.#targets(actor, size),
			operation: (activity) => this.#habits.operation(platform, activity),
		});
		return place === 'new network' && from !== undefined ? [...this.#signIn(actor, start, from), ...events] : events;
	}

	// Who comes from elsewhere signs in first, where sign-ins are logged at all.
	#signIn(
		actor: string,
		start: number,
		from: { readonly ip: string; readonly userAgent: string | undefined },
	): readonly RehearsedEvent[] {
		const platform = mostHeard(this.#ledger, 'login');
		if (platform === undefined) return [];
		return [
			{
				time: start - 5 * MINUTE,
				platform,
				activity: 'login',
				operation: this.#habits.operation(platform, 'login'),
				actor: { type: 'user', id: actor },
				ip: from.ip,
				...(from.userAgent !== undefined && { userAgent: from.userAgent }),
				ok: true,
			},
		];
	}

	#targets(actor: string, size: number): readonly string[] {
		const kind = this.#rehearsal.targets;
		const known =
			kind === 'people'
				? this.#base.people.all.filter((id) => id !== actor)
				: kind === 'repositories'
					? [...this.#habits.repositories].toSorted()
					: [];
		const invented =
			kind === 'people' ? 'rehearsal-account' : kind === 'repositories' ? 'rehearsal/repository' : 'rehearsal/file';
		return [
			...known.slice(0, size),
			...Array.from({ length: Math.max(0, size - known.length) }, (_, index) => `${invented}-${index + 1}`),
		];
	}

	#busiestHour(actor: string): number {
		const counts = new Array<number>(24).fill(0);
		for (const mask of this.#base.people.profile(actor)?.hours.values() ?? []) {
			for (let hour = 0; hour < 24; hour += 1) if ((mask & (1 << hour)) !== 0) counts[hour] = (counts[hour] ?? 0) + 1;
		}
		const most = Math.max(...counts);
		return most === 0 ? 12 : counts.indexOf(most);
	}

	/** Everybody whom the platform knew before the attack's day. */
	#cast(): { readonly people: readonly string[]; readonly leftOut: number } {
		const known = this.#base.people.all.filter((id) => {
			const first = this.#base.people.firstDay(id);
			const onPlatform = this.#namesOf(id).some(
				(name) => this.#habits.place(name, this.#platform) !== undefined || this.#count(name) > 0,
			);
			return first !== undefined && first < this.#day && onPlatform && !this.#base.inferred(id).service;
		});
		const chosen = this.#request.actor === undefined ? known : [this.#actor()];
		const step = chosen.length / MOST_PEOPLE;
		const people = step <= 1 ? chosen : Array.from({ length: MOST_PEOPLE }, (_, index) => chosen[Math.floor(index * step)] ?? '');
		if (people.length === 0)
			throw new EvidenceError('nobody is known before the day of the attack: the evidence is too short for a rehearsal');
		return { people, leftOut: chosen.length - people.length };
	}

	#actor(): string {
		const asked = this.#request.actor;
		if (asked !== undefined) {
			const [person, ...others] = peopleCalled(asked, this.#base);
			if (others.length > 0)
				throw new UsageError(
					`--actor: '${asked}' is the name of ${others.length + 1} people; give an id: ${[person, ...others].join(', ')}`,
				);
			if (person === undefined)
				throw new UsageError(`--actor: nobody is called '${asked}' in this evidence; see saashound inspect`);
			return person;
		}
		const counts = this.#base.people.all
			.map((id) => ({ id, count: this.#namesOf(id).reduce((sum, name) => sum + this.#count(name), 0) }))
			.filter(({ count }) => count > 0)
			.toSorted((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1));
		const middle = counts[Math.floor(counts.length / 2)]?.id ?? this.#base.people.all[0];
		if (middle === undefined) throw new EvidenceError('nobody acts in this evidence');
		return middle;
	}

	#count(name: string): number {
		return this.#rehearsal.activities.reduce((sum, activity) => sum + this.#habits.count(name, this.#platform, activity), 0);
	}

	#namesOf(person: string): readonly string[] {
		return this.#base.people.namesOf(person);
	}

	#named(events: readonly RehearsedEvent[]): readonly NormalisedEvent[] {
		return events.map((event, index) => ({ ...event, ref: { file: 'rehearsal', record: index + 1 } }));
	}

	#result(parts: Partial<Pick<RehearsalResult, 'attacks' | 'floors' | 'leftOut'>>): RehearsalResult {
		const { analytic, minScore } = this.#request;
		return {
			schema: 'saashound/rehearsal/1',
			tool: { name: 'saashound', version: this.#request.version, arguments: this.#request.arguments },
			inputs: this.#inputs,
			analytic: analytic.id,
			name: analytic.name,
			text: this.#rehearsal.text,
			unit: this.#rehearsal.unit,
			platform: this.#platform,
			days: this.#base.calendar.count([this.#platform], Number.NEGATIVE_INFINITY, this.#day),
			limits: { score: minScore, rank: FIRST },
			attacks: parts.attacks ?? [],
			floors: parts.floors ?? [],
			largest: LARGEST,
			leftOut: parts.leftOut ?? 0,
		};
	}
}

/** The next size to try; undefined when the smallest is known, or even the largest was not found. */
function sizeOf({ low, high }: { readonly low: number; readonly high: number | undefined }): number | undefined {
	if (high === undefined) return low >= LARGEST ? undefined : Math.min(LARGEST, low === 0 ? FIRST_SIZE : low * 4);
	return high - low <= 1 ? undefined : Math.floor((low + high) / 2);
}

function sceneOf({ activities }: Rehearsal, ledger: Ledger): PlatformId {
	for (const activity of activities) {
		const platform = mostHeard(ledger, activity);
		if (platform !== undefined) return platform;
	}
	throw new EvidenceError(`no ${activities.join(', ')} is in this evidence: the analytic could see no such attack here`);
}

function mostHeard(ledger: Ledger, activity: Rehearsal['activities'][number]): PlatformId | undefined {
	let best: PlatformId | undefined;
	let most = 0;
	for (const platform of PLATFORMS) {
		const count = ledger.heard.get(platform)?.get(activity) ?? 0;
		if (count > most) {
			best = platform;
			most = count;
		}
	}
	return best;
}

// An attack on a Sunday is too easy to find.
function lastWorkingDay(ledger: Ledger, platform: PlatformId): number {
	const days = [...(ledger.days.get(platform)?.keys() ?? [])].toSorted((a, b) => b - a);
	return days.find((day) => (day + 3) % 7 < 5) ?? days[0] ?? dayOf(ledger.last);
}

// 240.0.0.0/4 is reserved (RFC 1112): no real event comes from there.
function unknownNetworks(ledger: Ledger): readonly string[] {
	const addresses: string[] = [];
	for (let first = 240; first < 244; first += 1) {
		for (let second = 0; second < 256; second += 1) {
			const ip = `${first}.${second}.0.9`;
			const network = networkOf(ip);
			if (network !== undefined && ledger.texts.find(network) === undefined) addresses.push(ip);
		}
	}
	return addresses;
}

function rounded(verdict: Verdict | undefined): RehearsedAttack['reasons'] {
	return (verdict?.said().reasons ?? []).map((reason) => ({ ...reason, surprise: Math.round(reason.surprise * 100) / 100 }));
}
