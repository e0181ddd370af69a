import type { JsonObject } from '../model/json.ts';
import type { Format } from '../model/source.ts';
import { lenderOf } from '../read/fields.ts';
import { type Lender, Watched } from './echo.ts';
import { leading } from './reshape.ts';

/** So much of it is kept at most: about 10 KB each. */
const MOST_KEPT = 1024;

/** What is known of records of one structure. */
interface Structure {
	readonly age: number;
	readonly watched: Watched;
}

/** What a reshape made of one record, and would make of all that say the same where it looked. */
class Kept {
	readonly derived: ReturnType<Lender['derive']>;

	constructor(derived: ReturnType<Lender['derive']>) {
		this.derived = derived;
	}
}

/**
 * Turns records of one format into native ones. Of a lent record it is noted at which values the reshape looks; what it leads to (`leading`) is read when it is
 * asked for. So what was made of one record stands for all of that structure that have the same values there, and is lent with each of them: nothing
 * is made for them any more, and to everybody behind it is a lent record like any other.
 */
export class Natives {
	readonly #format: Format;
	readonly #structures = new WeakMap<JsonObject, Structure>();
	readonly #room = new WeakMap<Lender['tuples'], { readonly since: number; kept: number }>();

	constructor(format: Format) {
		this.#format = format;
	}

	/** The native records in a record. @throws BrokenCell, see `Format` */
	of(record: JsonObject): readonly JsonObject[] {
		const { reshape, carries } = this.#format;
		if (reshape === undefined) return [record];
		const lender = carries === true ? lenderOf(record) : undefined;
		// Of a row of CSV nobody has hashed the content.
		if (lender?.content === undefined) return reshape(record);
		const { tuples } = lender;
		let structure = this.#structures.get(record);
		if (structure?.age !== tuples.age) {
			structure = { age: tuples.age, watched: new Watched() };
			this.#structures.set(record, structure);
		}
		return this.#lent(record, lender, structure.watched) ?? reshape(record);
	}

	#lent(record: JsonObject, lender: Lender, watched: Watched): readonly JsonObject[] | undefined {
		if (watched.rests()) return undefined;
		if (watched.plan === undefined) return this.#watch(record, lender, watched);
		const found = lender.tuples.find(watched.plan, lender.leafAt(0));
		watched.note(found instanceof Kept);
		if (found instanceof Kept) return lender.lend(found.derived);
		return found === 'new' && this.#hasRoom(lender) ? this.#watch(record, lender, watched) : undefined;
	}

	/** Keeps what the reshape makes of a record, where it looked at nothing else than in those before; undefined where it did. */
	#watch(record: JsonObject, lender: Lender, watched: Watched): readonly JsonObject[] | undefined {
		lender.watch();
		try {
			const natives = this.#format.reshape?.(record, leading) ?? [];
			const leaves = new Set(lender.asked);
			if (leaves.size === 0 || !watched.looksAt(leaves, lender.tuples)) return undefined;
			const derived = lender.derive(natives);
			lender.tuples.keep(new Kept(derived));
			this.#note(lender);
			return lender.lend(derived);
		} finally {
			lender.unwatch();
		}
	}

	#hasRoom({ tuples }: Lender): boolean {
		const room = this.#room.get(tuples);
		return room === undefined || room.since !== tuples.forgotten || room.kept < MOST_KEPT;
	}

	#note({ tuples }: Lender): void {
		const room = this.#room.get(tuples);
		if (room === undefined || room.since !== tuples.forgotten) this.#room.set(tuples, { since: tuples.forgotten, kept: 1 });
		else room.kept += 1;
	}
}
