import type { EvidenceRef } from '../model/finding.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { HeardRow } from './heard-row.ts';
import { iso } from './iso.ts';
import type { Verdict } from './verdict.ts';

/** Ledger rows of a verdict and of all that share its cause, each once, its own first. */
export function rowsOf({ view, companions }: Verdict): readonly number[] {
	return [...new Set([...view.rows, ...companions.flatMap(({ view: other }) => other.rows)])];
}

/** Ledger rows that a verdict and those that share its cause rest on beside their own. */
export function furtherRows(verdict: Verdict): readonly number[] {
	const all = [verdict, ...verdict.companions];
	const further = all.flatMap(({ series, view }) => series.evidence?.(view) ?? []).map((event) => HeardRow.rowOf(event));
	return [...further, ...all.map(({ view }) => view.cited)].filter((row) => row !== undefined);
}

/** The reference to a row's record, without hash. */
export function refOf(row: number, base: EvidenceBase): EvidenceRef {
	const place = base.ledger.rows.place(row);
	return {
		file: base.ledger.files[place.file] ?? '',
		record: place.record,
		...(place.id !== undefined && { id: place.id }),
		time: iso(base.ledger.rows.time(row)),
		operation: base.ledger.rows.operation(row),
	};
}

/** All files in which rows lie, sorted. */
export function filesOf(rows: readonly number[], base: EvidenceBase): readonly string[] {
	const { ledger } = base;
	return [...new Set(rows.map((row) => ledger.rows.place(row).file))].map((file) => ledger.files[file] ?? '').toSorted();
}

/**
 * The first rows of a finding: the strongest window's own, and what its lines cite, before those that share its cause; earliest first, of one moment by what
 * they are, not by where they lie. Of more than are shown one of every kind is among them.
 */
export function sampleOf(rows: readonly number[], { view }: Verdict, base: EvidenceBase, most: number): readonly number[] {
	const { ledger } = base;
	const own = new Set([...view.rows, ...(view.cited === undefined ? [] : [view.cited])]);
	const places = new Map(rows.map((row) => [row, ledger.rows.place(row)]));
	const compare = (a: number, b: number): number => {
		const side = Number(own.has(b)) - Number(own.has(a));
		if (side !== 0) return side;
		const time = ledger.rows.time(a) - ledger.rows.time(b);
		if (time !== 0) return time;
		const [left, right] = [places.get(a), places.get(b)];
		if (left === undefined || right === undefined) return 0;
		return compareText(left.id, right.id) || left.file - right.file || left.record - right.record;
	};
	const sorted = rows.toSorted(compare);
	if (sorted.length <= most) return sorted;
	// What tells most may be a single record: the rule among two hundred messages, the reset before the removals.
	const kinds = new Map<string, number>();
	for (const row of sorted) {
		const kind = `${ledger.rows.platform(row)} ${ledger.rows.operation(row)}`;
		if (!kinds.has(kind)) kinds.set(kind, row);
	}
	return [...new Set([...[...kinds.values()].slice(0, most), ...sorted])].slice(0, most).toSorted(compare);
}

function compareText(a = '', b = ''): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
