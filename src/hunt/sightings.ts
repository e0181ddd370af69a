/** Days are below this: UTC days since 1970 of plausible times. */
const DAYS = 2 ** 16;
/** Attributes are numbered below this. */
const ATTRIBUTE_COUNT = 8;
const LEAST = 8;
const FULL = 0.75;
const GROWTH = 1.5;

/**
 * On which days values were seen, each once: one number for attribute, value and day, in an open-addressed table of doubles. About 13 bytes a
 * sighting, where a map of lists takes ten times as much, and most values (tokens) are seen on one day.
 */
export class Sightings {
	#slots = new Float64Array(LEAST);
	#size = 0;

	/** @param value from 1 on */
	add(attribute: number, value: number, day: number): void {
		const sighting = (value * ATTRIBUTE_COUNT + attribute) * DAYS + day;
		const at = this.#find(sighting);
		if (this.#slots[at] === sighting) return;
		this.#slots[at] = sighting;
		this.#size += 1;
		if (this.#size > this.#slots.length * FULL) this.#grow();
	}

	/** What {@link valueSeen} and {@link daySeen} read, of one attribute: by value, then by day. */
	of(attribute: number): Float64Array {
		const own: number[] = [];
		for (const sighting of this.#slots)
			if (sighting !== 0 && Math.floor(sighting / DAYS) % ATTRIBUTE_COUNT === attribute) own.push(packed(sighting));
		return Float64Array.from(own).sort();
	}

	/** Takes over all of others. */
	merge(others: Sightings): void {
		for (const sighting of others.#slots) {
			if (sighting === 0) continue;
			const value = Math.floor(sighting / DAYS);
			this.add(value % ATTRIBUTE_COUNT, Math.floor(value / ATTRIBUTE_COUNT), sighting % DAYS);
		}
	}

	/** Values of an attribute become others, where the table has them. */
	rename(attribute: number, names: ReadonlyMap<number, number>): void {
		const others = new Sightings();
		for (const sighting of this.#slots) {
			if (sighting === 0) continue;
			const key = Math.floor(sighting / DAYS);
			const value = Math.floor(key / ATTRIBUTE_COUNT);
			const own = key % ATTRIBUTE_COUNT;
			others.add(own, own === attribute ? (names.get(value) ?? value) : value, sighting % DAYS);
		}
		this.#slots = others.#slots;
		this.#size = others.#size;
	}

	#find(sighting: number): number {
		const slots = this.#slots;
		let at = slotOf(sighting, slots.length);
		while (slots[at] !== 0 && slots[at] !== sighting) at = at + 1 === slots.length ? 0 : at + 1;
		return at;
	}

	#grow(): void {
		const old = this.#slots;
		this.#slots = new Float64Array(Math.ceil(old.length * GROWTH));
		for (const sighting of old) if (sighting !== 0) this.#slots[this.#find(sighting)] = sighting;
	}
}

/** Where a sighting belongs: its value and day are not chosen by who writes the log, so any spread does. */
function slotOf(sighting: number, length: number): number {
	const low = sighting % 2 ** 32;
	const mixed = Math.imul(low ^ (low >>> 15) ^ Math.floor(sighting / 2 ** 32), 0x9e3779b1);
	return Math.floor(((mixed >>> 0) * length) / 2 ** 32);
}

// Value and day without the attribute.
function packed(sighting: number): number {
	return Math.floor(sighting / DAYS / ATTRIBUTE_COUNT) * DAYS + (sighting % DAYS);
}

/** The value of one of {@link Sightings.of}. */
export function valueSeen(sighting: number): number {
	return Math.floor(sighting / DAYS);
}

/** The UTC day of one of {@link Sightings.of}. */
export function daySeen(sighting: number): number {
	return sighting % DAYS;
}

/** The place among {@link Sightings.of} of a value on a day. */
export function seenOn(value: number, day: number): number {
	return value * DAYS + day;
}
