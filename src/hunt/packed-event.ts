import { ACTIVITIES, type Activity } from '../model/activity.ts';
import type { Actor, ActorType, App, NormalisedEvent, RecordRef, Target } from '../model/event.ts';
import { PLATFORMS, type PlatformId } from '../model/platform.ts';
import type { OpenBatch } from './open-batch.ts';
import { ACTOR_TYPES, FLAGS, NUMBER, TYPE_SHIFT, WORD } from './packed.ts';

/** An event of a batch, read when it is asked for. `index` from 0. */
export function packedEvent(batch: OpenBatch, index: number, file: string, record: number): NormalisedEvent {
	// An absent fact is a member that is undefined here: whoever keeps events or lists their members asks for `plainEvent`.
	return new PackedEvent(batch, index, file, record) as NormalisedEvent;
}

/** The same event as an object of its own: nothing of the batch is kept by it. */
export function plainEvent(event: NormalisedEvent): NormalisedEvent {
	return event instanceof PackedEvent ? event.plain() : event;
}

/** Reads an event's facts when they are asked for: of most events a hunt wants to know only a few. */
class PackedEvent {
	readonly #batch: OpenBatch;
	readonly #index: number;
	readonly #file: string;
	readonly #record: number;

	constructor(batch: OpenBatch, index: number, file: string, record: number) {
		this.#batch = batch;
		this.#index = index;
		this.#file = file;
		this.#record = record;
	}

	get time(): number {
		return this.#batch.number(this.#index, NUMBER.time);
	}

	get platform(): PlatformId {
		return PLATFORMS[this.#word(WORD.platform)] as PlatformId;
	}

	get activity(): Activity {
		return ACTIVITIES[this.#word(WORD.activity)] as Activity;
	}

	get operation(): string {
		return this.#text(WORD.operation) as string;
	}

	get actor(): Actor | undefined {
		return this.#word(WORD.actorId) === 0 ? undefined : (new PackedActor(this.#batch, this.#index) as Actor);
	}

	get app(): App | undefined {
		const id = this.#text(WORD.appId);
		if (id === undefined) return undefined;
		const name = this.#text(WORD.appName);
		return name === undefined ? { id } : { id, name };
	}

	get target(): Target | undefined {
		return this.#word(WORD.targetType) === 0 ? undefined : (new PackedTarget(this.#batch, this.#index) as Target);
	}

	get scopes(): readonly string[] | undefined {
		return this.#list(WORD.scopes);
	}

	get ip(): string | undefined {
		return this.#text(WORD.ip);
	}

	get asn(): number | undefined {
		return this.#number(NUMBER.asn);
	}

	get asOrg(): string | undefined {
		return this.#text(WORD.asOrg);
	}

	get country(): string | undefined {
		return this.#text(WORD.country);
	}

	get city(): string | undefined {
		return this.#text(WORD.city);
	}

	get proxy(): boolean | undefined {
		return this.#flag('proxy');
	}

	get userAgent(): string | undefined {
		return this.#text(WORD.userAgent);
	}

	get session(): string | undefined {
		return this.#text(WORD.session);
	}

	get token(): string | undefined {
		return this.#text(WORD.token);
	}

	get tokenKind(): string | undefined {
		return this.#text(WORD.tokenKind);
	}

	get device(): string | undefined {
		return this.#text(WORD.device);
	}

	get privileged(): boolean | undefined {
		return this.#flag('privileged');
	}

	get restricted(): boolean | undefined {
		return this.#flag('restricted');
	}

	get external(): boolean | undefined {
		return this.#flag('external');
	}

	get ok(): boolean | undefined {
		return this.#flag('ok');
	}

	get items(): number | undefined {
		return this.#number(NUMBER.items);
	}

	get bytes(): number | undefined {
		return this.#number(NUMBER.bytes);
	}

	get details(): NormalisedEvent['details'] {
		const text = this.#text(WORD.details);
		return text === undefined ? undefined : (JSON.parse(text) as NonNullable<NormalisedEvent['details']>);
	}

	get ref(): RecordRef {
		const id = this.#text(WORD.id);
		return { file: this.#file, record: this.#record, ...(id !== undefined && { id }) };
	}

	plain(): NormalisedEvent {
		const { actor, target } = this;
		const facts: Record<string, unknown> = {};
		for (const name of FACTS) {
			const fact = this[name];
			if (fact !== undefined) facts[name] = fact;
		}
		if (actor !== undefined) facts['actor'] = plainActor(actor);
		if (target !== undefined) facts['target'] = plainTarget(target);
		return facts as unknown as NormalisedEvent;
	}

	#word(place: number): number {
		return this.#batch.word(this.#index, place);
	}

	#text(place: number): string | undefined {
		return this.#batch.text(this.#word(place));
	}

	#list(place: number): readonly string[] | undefined {
		return this.#batch.list(this.#word(place));
	}

	#number(place: number): number | undefined {
		const number = this.#batch.number(this.#index, place);
		return Number.isNaN(number) ? undefined : number;
	}

	#flag(name: (typeof FLAGS)[number]): boolean | undefined {
		const bits = (this.#word(WORD.flags) >>> (FLAGS.indexOf(name) * 2)) & 3;
		return bits === 0 ? undefined : bits === 3;
	}
}

const FACTS = [
	'time',
	'platform',
	'activity',
	'operation',
	'actor',
	'app',
	'target',
	'scopes',
	'ip',
	'asn',
	'asOrg',
	'country',
	'city',
	'proxy',
	'userAgent',
	'session',
	'token',
	'tokenKind',
	'device',
	'privileged',
	'restricted',
	'external',
	'ok',
	'items',
	'bytes',
	'details',
	'ref',
] as const satisfies readonly (keyof NormalisedEvent)[];

class PackedActor {
	readonly #batch: OpenBatch;
	readonly #index: number;

	constructor(batch: OpenBatch, index: number) {
		this.#batch = batch;
		this.#index = index;
	}

	get type(): ActorType {
		return ACTOR_TYPES[this.#batch.word(this.#index, WORD.flags) >>> TYPE_SHIFT] as ActorType;
	}

	get id(): string {
		return this.#text(WORD.actorId) as string;
	}

	get name(): string | undefined {
		return this.#text(WORD.actorName);
	}

	get email(): string | undefined {
		return this.#text(WORD.actorEmail);
	}

	get aliases(): readonly string[] | undefined {
		return this.#batch.list(this.#batch.word(this.#index, WORD.actorAliases));
	}

	#text(place: number): string | undefined {
		return this.#batch.text(this.#batch.word(this.#index, place));
	}
}

function plainActor({ type, id, name, email, aliases }: Actor): Actor {
	return {
		type,
		id,
		...(name !== undefined && { name }),
		...(email !== undefined && { email }),
		...(aliases !== undefined && { aliases }),
	};
}

/** Of most targets only the kind is asked for. */
class PackedTarget {
	readonly #batch: OpenBatch;
	readonly #index: number;

	constructor(batch: OpenBatch, index: number) {
		this.#batch = batch;
		this.#index = index;
	}

	get type(): string {
		return this.#text(WORD.targetType) as string;
	}

	get id(): string {
		return this.#text(WORD.targetId) as string;
	}

	get name(): string | undefined {
		return this.#text(WORD.targetName);
	}

	get aliases(): readonly string[] | undefined {
		return this.#batch.list(this.#batch.word(this.#index, WORD.targetAliases));
	}

	#text(place: number): string | undefined {
		return this.#batch.text(this.#batch.word(this.#index, place));
	}
}

function plainTarget({ type, id, name, aliases }: Target): Target {
	return { type, id, ...(name !== undefined && { name }), ...(aliases !== undefined && { aliases }) };
}
