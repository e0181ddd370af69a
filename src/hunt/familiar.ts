import type { NormalisedEvent } from '../model/event.ts';
import type { Dictionary } from './dictionary.ts';
import type { Profile } from './profile.ts';
import type { KnownIds } from './rows.ts';

const HOUR = 3_600_000;

/** What is known of events of one actor and operation that are alike, with the numbers of their texts. */
export class Familiar implements KnownIds {
	/** The ledger that learnt it. */
	readonly ledger: object;
	/** The actor's; absent as long as nothing was learnt of them here. */
	profile: Profile | undefined;
	readonly app: NormalisedEvent['app'];
	readonly target: NormalisedEvent['target'];
	readonly operationId: number;
	readonly actorId: number;
	readonly appId: number;
	readonly targetId: number;
	readonly targetTypeId: number;
	/** The hour since 1970 (UTC) of the event that was learnt last, and its attributes. */
	#hour = Number.NaN;
	#attributes: readonly number[] = [];

	constructor({ operation, actor, app, target }: NormalisedEvent, texts: Dictionary, ledger: object) {
		this.ledger = ledger;
		this.app = app;
		this.target = target;
		this.operationId = texts.id(operation);
		this.actorId = texts.id(actor?.id);
		this.appId = texts.id(app?.id);
		this.targetId = texts.id(target?.id);
		this.targetTypeId = texts.id(target?.type);
	}

	/** Whether an event teaches what the last one taught. */
	taught(time: number, attributes: readonly number[]): boolean {
		if (Math.floor(time / HOUR) !== this.#hour) return false;
		for (let index = 0; index < attributes.length; index += 1) if (attributes[index] !== this.#attributes[index]) return false;
		return true;
	}

	/** An event taught this profile these attributes. */
	learnt(profile: Profile, time: number, attributes: readonly number[]): void {
		this.profile = profile;
		this.#hour = Math.floor(time / HOUR);
		this.#attributes = attributes;
	}
}
