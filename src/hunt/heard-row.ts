import type { HeardEvent } from '../analytic.ts';
import type { Activity } from '../model/activity.ts';
import type { ActorType } from '../model/event.ts';
import type { PlatformId } from '../model/platform.ts';
import { ATTRIBUTES } from './profile.ts';
import { type Details, FLAGS, type Rows } from './rows.ts';

const NETWORK = ATTRIBUTES.indexOf('network');
const COUNTRY = ATTRIBUTES.indexOf('country');
const CLIENT = ATTRIBUTES.indexOf('client');
const TOKEN = ATTRIBUTES.indexOf('token');
const DEVICE = ATTRIBUTES.indexOf('device');

/** One row; what it says is looked up when it is asked for. */
export class HeardRow implements HeardEvent {
	readonly #rows: Rows;
	readonly #row: number;
	readonly #person: (actor: string) => string;

	constructor(rows: Rows, row: number, person: (actor: string) => string) {
		this.#rows = rows;
		this.#row = row;
		this.#person = person;
	}

	/** The row that an event was made of; undefined for any other event. */
	static rowOf(event: HeardEvent): number | undefined {
		return event instanceof HeardRow ? event.#row : undefined;
	}

	get time(): number {
		return this.#rows.time(this.#row);
	}

	get platform(): PlatformId {
		return this.#rows.platform(this.#row);
	}

	get activity(): Activity {
		return this.#rows.activity(this.#row);
	}

	get operation(): string {
		return this.#rows.operation(this.#row);
	}

	get actor(): string {
		return this.#person(this.#rows.actor(this.#row));
	}

	get actorType(): ActorType {
		return this.#rows.actorType(this.#row);
	}

	get app(): string | undefined {
		return this.#rows.app(this.#row);
	}

	get target(): string | undefined {
		return this.#rows.target(this.#row);
	}

	get targetType(): string | undefined {
		return this.#rows.targetType(this.#row);
	}

	get network(): string | undefined {
		return this.#value(NETWORK);
	}

	get ip(): string | undefined {
		return this.#rows.ip(this.#row);
	}

	get country(): string | undefined {
		return this.#value(COUNTRY);
	}

	get client(): string | undefined {
		return this.#value(CLIENT);
	}

	get token(): string | undefined {
		return this.#value(TOKEN);
	}

	get device(): string | undefined {
		return this.#value(DEVICE);
	}

	get items(): number {
		return this.#rows.items(this.#row);
	}

	get ok(): boolean | undefined {
		return this.#either(FLAGS.ok, FLAGS.notOk);
	}

	get proxy(): boolean {
		return this.#is(FLAGS.proxy);
	}

	get restricted(): boolean | undefined {
		return this.#either(FLAGS.restricted, FLAGS.public);
	}

	get external(): boolean {
		return this.#is(FLAGS.external);
	}

	get privileged(): boolean {
		return this.#is(FLAGS.privileged);
	}

	get details(): Details {
		return this.#rows.details(this.#row);
	}

	#value(attribute: number): string | undefined {
		return this.#rows.text(this.#rows.value(this.#row, attribute));
	}

	#is(flag: number): boolean {
		return (this.#rows.flags(this.#row) & flag) !== 0;
	}

	#either(yes: number, no: number): boolean | undefined {
		return this.#is(yes) ? true : this.#is(no) ? false : undefined;
	}
}
