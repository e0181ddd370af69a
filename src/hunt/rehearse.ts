import type { Analytic, OptionValue, RehearsedEvent } from '../analytic.ts';
import { emptyContext } from '../context/empty.ts';
import { UsageError } from '../model/errors.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { InputRef } from '../model/finding.ts';
import type { RehearsalPlace, RehearsalResult, RehearsedAttack } from '../model/rehearsal.ts';
import { scoreOf, shownScore } from '../score/score.ts';
import { SOURCES } from '../sources/index.ts';
import { heardBy } from './coverage.ts';
import { type EvidenceBase, evidenceBase } from './evidence-base.ts';
import { gather } from './gather.ts';
import { Habits } from './habits.ts';
import { iso } from './iso.ts';
import { judge, LENGTHS } from './judge.ts';
import { checkAssignments, optionValues } from './options.ts';
import { inputRefs } from './read-evidence.ts';
import { writeAttack } from './rehearsal-attack.ts';
import { actorOf, castOf } from './rehearsal-cast.ts';
import { type Scene, sceneOf } from './rehearsal-scene.ts';
import { type Attempt, LARGEST, smallestFound } from './rehearsal-search.ts';
import type { EvidenceRequest } from './request.ts';
import { compareVerdicts } from './stories.ts';
import type { Limits, Verdict } from './verdict.ts';

/** An attack among the first so many findings of its analytic is found. */
const FIRST = 10;
const PLACES: readonly RehearsalPlace[] = ['new network', 'own network'];

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
	return new Stage(request, { rehearsal, ledger, habits }, inputRefs(read)).play();
}

/** An attack with its events. */
interface Written {
	readonly actor: string;
	readonly place: RehearsalPlace;
	readonly size: number;
	readonly events: readonly RehearsedEvent[];
}

/** The evidence, and the attacks that are written into copies of it. */
class Stage {
	readonly #request: RehearseRequest;
	readonly #scene: Scene;
	readonly #inputs: readonly InputRef[];
	readonly #options: ReadonlyMap<string, OptionValue>;
	/** What is found without any attack. */
	readonly #quiet: readonly Verdict[];

	constructor(request: RehearseRequest, heard: Pick<Scene, 'rehearsal' | 'ledger' | 'habits'>, inputs: readonly InputRef[]) {
		this.#request = request;
		this.#inputs = inputs;
		this.#options = optionValues(request.analytic, request.set);
		const base = evidenceBase(heard.ledger, request.context ?? emptyContext(), SOURCES);
		this.#scene = sceneOf({ ...heard, base, at: request.at });
		this.#quiet = this.#judge(base);
	}

	play(): Rehearsed {
		return this.#request.sweep ? this.#sweep() : this.#single();
	}

	#single(): Rehearsed {
		const actor = actorOf(this.#scene, this.#request.actor);
		const { size } = this.#request;
		const attacks: (RehearsedAttack & { readonly start: string })[] = [];
		const written: NormalisedEvent[] = [];
		for (const place of PLACES) {
			const events = writeAttack(this.#scene, { actor, place, size, number: 0 });
			const verdicts = this.#hunt([{ actor, events }]);
			const start = events.find(({ activity }) => activity !== 'login')?.time ?? 0;
			attacks.push({ ...this.#outcome({ actor, place, size, events }, verdicts), start: iso(start) });
			if (place === 'new network') written.push(...named(events));
		}
		return { result: this.#result({ attacks }), events: written };
	}

	// Everybody's attack at once, each from a network of its own and by an application of its own: what is usual on the attack's day is known from the days
	// before it, so no attack teaches another's usual.
	#sweep(): Rehearsed {
		const { people, leftOut } = castOf(this.#scene, this.#request.actor);
		const floors = PLACES.flatMap((place) => {
			const smallest = smallestFound(people, (attempts) => this.#areFound(place, attempts));
			return [...smallest].map(([actor, size]) => ({ actor, place, ...(size !== undefined && { smallest: size }) }));
		});
		return { result: this.#result({ floors, leftOut }), events: [] };
	}

	#areFound(place: RehearsalPlace, attempts: readonly Attempt[]): readonly boolean[] {
		const attacks = attempts.map(({ actor, size }, number) => ({
			...{ actor, place, size },
			events: writeAttack(this.#scene, { actor, place, size, number }),
		}));
		const verdicts = this.#hunt(attacks);
		return attacks.map((attack) => this.#outcome(attack, verdicts, this.#quiet).found);
	}

	#hunt(attacks: readonly Pick<Written, 'actor' | 'events'>[]): readonly Verdict[] {
		const ledger = this.#scene.ledger.copyFor(attacks.map(({ actor }) => actor));
		const file = ledger.files.length;
		ledger.files.push('rehearsal');
		let record = 0;
		for (const { events } of attacks) {
			for (const event of named(events)) {
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

	#outcome(attack: Written, verdicts: readonly Verdict[], others?: readonly Verdict[]): RehearsedAttack {
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

	#result(parts: Partial<Pick<RehearsalResult, 'attacks' | 'floors' | 'leftOut'>>): RehearsalResult {
		const { analytic, minScore } = this.#request;
		const { rehearsal, platform, base, day } = this.#scene;
		return {
			schema: 'saashound/rehearsal/1',
			tool: { name: 'saashound', version: this.#request.version, arguments: this.#request.arguments },
			inputs: this.#inputs,
			analytic: analytic.id,
			name: analytic.name,
			text: rehearsal.text,
			unit: rehearsal.unit,
			platform,
			days: base.calendar.count([platform], Number.NEGATIVE_INFINITY, day),
			limits: { score: minScore, rank: FIRST },
			attacks: parts.attacks ?? [],
			floors: parts.floors ?? [],
			largest: LARGEST,
			leftOut: parts.leftOut ?? 0,
		};
	}
}

function named(events: readonly RehearsedEvent[]): readonly NormalisedEvent[] {
	return events.map((event, index) => ({ ...event, ref: { file: 'rehearsal', record: index + 1 } }));
}

function rounded(verdict: Verdict | undefined): RehearsedAttack['reasons'] {
	return (verdict?.said().reasons ?? []).map((reason) => ({ ...reason, surprise: Math.round(reason.surprise * 100) / 100 }));
}
