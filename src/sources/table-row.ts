import type { JsonObject } from '../model/json.ts';
import { readCell } from './printed.ts';
import { emptyObject, setPath } from './reshape.ts';

/**
 * Makes a `Format.reshape` for a table that somebody made of the vendor's JSON records: columns with dotted names (`actor.id`, `target.0.id`) become members
 * again, and objects and lists that stand in a cell are read. Empty cells are left out.
 * @param containers paths of the members that are objects or lists: a cell of another name is a text, whatever it holds. A cell that should hold one of
 * them and does not is left out.
 */
export function tableRow(containers: readonly string[]): (row: JsonObject) => JsonObject {
	const held: ReadonlySet<string> = new Set(containers);
	return (row) => {
		const native = emptyObject();
		for (const [column, value] of Object.entries(row)) {
			if (value === undefined || value === null || value === '') continue;
			const name = column.replace(/^\ufeff/, '').trim();
			const cell = held.has(name) ? readCell(value) : value;
			if (cell !== undefined && !(held.has(name) && typeof cell === 'string')) setPath(native, name, cell);
		}
		return native;
	};
}
