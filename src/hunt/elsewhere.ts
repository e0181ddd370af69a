import { type Entity, partOf } from './entities.ts';
import { attributeIndex, type EvidenceBase } from './evidence-base.ts';
import { dayOf } from './profile.ts';
import type { Window } from './windows.ts';

/** What came so short a time before midnight (UTC), ms, is no past of what comes after it: a stolen account's sign-in at 23:40 is none of what it does at 00:05. */
const CARRIED = 6 * 3_600_000;

/** The UTC day up to whose start somebody's past is known for what begins at a time. On the evidence's second day a short past is better than none. */
export function knownDay({ ledger }: EvidenceBase, time: number): number {
	const day = dayOf(time - CARRIED);
	return day <= dayOf(ledger.first) ? dayOf(time) : day;
}

/** Whether most of a window's events come from a network that is new to the account. */
export function isElsewhere(base: EvidenceBase, entity: Entity, window: Window): boolean {
	const isNew = newPlaces(base, entity.person);
	let elsewhere = 0;
	const day = knownDay(base, entity.times[window.from] ?? 0);
	for (let index = window.from; index < window.to; index += 1) if (isNew(entity.rows[index] ?? 0, day)) elsewhere += 1;
	return elsewhere * 2 > window.to - window.from;
}

/** The events of a subject that came from networks new to the account on their day; undefined where none or all of them did, or a single one. */
export function fromElsewhere(base: EvidenceBase, entity: Entity): Entity | undefined {
	const isNew = newPlaces(base, entity.person);
	const indices: number[] = [];
	for (const [index, row] of entity.rows.entries()) if (isNew(row, knownDay(base, entity.times[index] ?? 0))) indices.push(index);
	return indices.length < 2 || indices.length === entity.rows.length ? undefined : partOf(entity, indices);
}

/** Tells whether a row came from a network that is new to somebody on a day, and is none that the organisation trusts. */
export function newPlaces(base: EvidenceBase, person: string): (row: number, day: number) => boolean {
	const { rows } = base.ledger;
	const network = attributeIndex('network');
	const table = base.novelty('network');
	return (row, day) => {
		const value = rows.value(row, network);
		return value !== 0 && table.newness(person, value, day).isNew && !base.trusted(rows.ip(row));
	};
}
