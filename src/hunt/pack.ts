import { ACTIVITIES, type Activity } from '../model/activity.ts';
import type { NormalisedEvent } from '../model/event.ts';
import { PLATFORMS } from '../model/platform.ts';
import type { Rejection } from '../model/record.ts';
import type { Format, Source } from '../model/source.ts';
import { identityOf } from './identity.ts';
import type { Outcomes } from './interpret.ts';
import { TextPacker, Words } from './pack-texts.ts';
import {
	ACTOR_TYPES,
	type FLAGS,
	type Kind,
	NUMBER,
	NUMBERS,
	type OddEvent,
	OP,
	type PackedBatch,
	TYPE_SHIFT,
	WORD,
	WORDS,
} from './packed.ts';
import { repeatHashes } from './seen.ts';

/** Every fact of an event has its place in words and numbers: one that is new to the model is missed here by the compiler. */
type Packed =
	| 'time'
	| 'platform'
	| 'activity'
	| 'operation'
	| 'actor'
	| 'app'
	| 'target'
	| 'scopes'
	| 'details'
	| 'ref'
	| 'asn'
	| 'items'
	| 'bytes'
	| 'asOrg'
	| 'country'
	| 'city'
	| 'userAgent'
	| 'ip'
	| 'tokenKind'
	| 'session'
	| 'token'
	| 'device'
	| (typeof FLAGS)[number];
type Missing = Exclude<keyof NormalisedEvent, Packed>;
const NOTHING_MISSING: [Missing] extends [never] ? true : Missing = true;

/** Puts what came of records into a {@link PackedBatch}. Numbers of formats are those of `kinds`. */
export class Packer implements Outcomes {
	readonly #formats: ReadonlyMap<Format, number>;
	readonly #platforms = new Map<string, number>(PLATFORMS.map((platform, index) => [platform, index]));
	readonly #activities = new Map<string, number>(ACTIVITIES.map((activity, index) => [activity, index]));
	readonly #whole: ReadonlySet<Activity>;
	readonly #ops = new Words();
	readonly #words = new Words();
	#numbers = new Float64Array(NUMBERS * 1024);
	readonly #texts = new TextPacker();
	#events = 0;
	#rejections: Rejection[] = [];
	#odd: OddEvent[] = [];

	/** @param whole activities whose events are wanted whole; undefined: all */
	constructor(kinds: readonly Kind[], whole?: readonly Activity[]) {
		this.#whole = new Set(NOTHING_MISSING && (whole ?? ACTIVITIES));
		this.#formats = new Map(kinds.map(({ format }, index) => [format, index]));
	}

	record(record: number, offset: number, length: number): void {
		const at = this.#ops.reserve(5);
		const { array } = this.#ops;
		array[at] = OP.record;
		array[at + 1] = record;
		array[at + 2] = offset % 2 ** 32;
		array[at + 3] = Math.floor(offset / 2 ** 32);
		array[at + 4] = length;
	}

	recognised(_source: Source, format: Format): void {
		this.#ops.push(OP.recognised);
		this.#ops.push(this.#formats.get(format) as number);
	}

	nothing(): void {
		this.#ops.push(OP.nothing);
	}

	refused(rejection: Rejection): void {
		this.#ops.push(OP.refused);
		this.#rejections.push(rejection);
	}

	/** A record that could not be parsed. */
	rejected(rejection: Rejection): void {
		this.#ops.push(OP.rejected);
		this.#rejections.push(rejection);
	}

	event(event: NormalisedEvent, source: Source, format: Format, content: number): void {
		const number = this.#formats.get(format) as number;
		const whole = this.#whole.has(event.activity);
		if (whole && isOdd(event)) {
			this.#ops.push(OP.oddEvent);
			this.#odd.push({ event, format: number, content });
			return;
		}
		this.#ops.push(OP.event);
		const at = this.#words.reserve(WORDS);
		const { array } = this.#words;
		repeatHashes(identityOf(event, source), content, array, at + WORD.identity);
		array[at + WORD.format] = number;
		array[at + WORD.content] = content;
		array[at + WORD.platform] = this.#platforms.get(event.platform) as number;
		array[at + WORD.activity] = this.#activities.get(event.activity) as number;
		array[at + WORD.flags] = flagsOf(event);
		array[at + WORD.operation] = this.#texts.repeated(event.operation);
		this.#putActor(event, array, at);
		this.#putTarget(event, array, at, whole);
		this.#putClient(event, array, at, whole || event.activity !== 'other');
		this.#putRest(event, array, at, whole);
		this.#putNumbers(event);
		this.#events += 1;
	}

	/** The batch; then all begins anew, but for the dictionary. */
	take(): PackedBatch {
		const batch = {
			ops: this.#ops.take(),
			words: this.#words.take(),
			numbers: this.#numbers.slice(0, this.#events * NUMBERS),
			...this.#texts.take(),
			rejections: this.#rejections,
			odd: this.#odd,
		};
		this.#rejections = [];
		this.#odd = [];
		this.#events = 0;
		return batch;
	}

	#putActor({ actor, app }: NormalisedEvent, array: Uint32Array, at: number): void {
		array[at + WORD.actorId] = this.#texts.repeated(actor?.id);
		array[at + WORD.actorName] = this.#texts.repeated(actor?.name);
		array[at + WORD.actorEmail] = this.#texts.repeated(actor?.email);
		array[at + WORD.actorAliases] = this.#texts.list(actor?.aliases, true);
		array[at + WORD.appId] = this.#texts.repeated(app?.id);
		array[at + WORD.appName] = this.#texts.repeated(app?.name);
	}

	#putTarget({ target }: NormalisedEvent, array: Uint32Array, at: number, whole: boolean): void {
		// People are met again and again, files mostly once.
		const again = target?.type === 'user' || target?.type === 'mailbox';
		const shown = whole || again ? target : undefined;
		array[at + WORD.targetType] = this.#texts.repeated(shown?.type);
		array[at + WORD.targetId] = again ? this.#texts.repeated(shown?.id) : this.#texts.single(shown?.id);
		array[at + WORD.targetName] = again ? this.#texts.repeated(shown?.name) : this.#texts.single(shown?.name);
		array[at + WORD.targetAliases] = this.#texts.list(shown?.aliases, again);
	}

	#putClient(event: NormalisedEvent, array: Uint32Array, at: number, all: boolean): void {
		array[at + WORD.ip] = this.#texts.repeated(event.ip);
		array[at + WORD.country] = all ? this.#texts.repeated(event.country) : 0;
		array[at + WORD.userAgent] = all ? this.#texts.repeated(event.userAgent) : 0;
		array[at + WORD.token] = all ? this.#texts.single(event.token) : 0;
		array[at + WORD.device] = all ? this.#texts.single(event.device) : 0;
	}

	#putRest(event: NormalisedEvent, array: Uint32Array, at: number, whole: boolean): void {
		if (!whole) {
			for (const place of REST) array[at + place] = 0;
			return;
		}
		const { scopes, details } = event;
		array[at + WORD.id] = this.#texts.single(event.ref.id);
		array[at + WORD.session] = this.#texts.single(event.session);
		array[at + WORD.scopes] = this.#texts.list(scopes, true);
		array[at + WORD.asOrg] = this.#texts.repeated(event.asOrg);
		array[at + WORD.city] = this.#texts.repeated(event.city);
		array[at + WORD.tokenKind] = this.#texts.repeated(event.tokenKind);
		array[at + WORD.details] = details === undefined ? 0 : this.#texts.single(JSON.stringify(details));
	}

	#putNumbers({ time, asn, items, bytes }: NormalisedEvent): void {
		const at = this.#events * NUMBERS;
		if (at + NUMBERS > this.#numbers.length) {
			const larger = new Float64Array(this.#numbers.length * 2);
			larger.set(this.#numbers);
			this.#numbers = larger;
		}
		this.#numbers[at + NUMBER.time] = time;
		this.#numbers[at + NUMBER.asn] = asn ?? Number.NaN;
		this.#numbers[at + NUMBER.items] = items ?? Number.NaN;
		this.#numbers[at + NUMBER.bytes] = bytes ?? Number.NaN;
	}
}

const REST = [WORD.id, WORD.session, WORD.scopes, WORD.asOrg, WORD.city, WORD.tokenKind, WORD.details] as const;

// JSON has no word for numbers without end.
function isOdd({ details }: NormalisedEvent): boolean {
	for (const name in details) if (typeof details[name] === 'number' && !Number.isFinite(details[name])) return true;
	return false;
}

// In the order of FLAGS.
function flagsOf({ proxy, privileged, restricted, external, ok, actor }: NormalisedEvent): number {
	const type = actor === undefined ? 0 : ACTOR_TYPES.indexOf(actor.type);
	return (
		bits(proxy) |
		(bits(privileged) << 2) |
		(bits(restricted) << 4) |
		(bits(external) << 6) |
		(bits(ok) << 8) |
		(type << TYPE_SHIFT)
	);
}

function bits(flag: boolean | undefined): number {
	return flag === undefined ? 0 : flag ? 3 : 1;
}
