import type { Person } from '../model/context.ts';
import { UsageError } from '../model/errors.ts';
import { flagCell, listCell } from './cells.ts';
import { quoted, type Row, readTable } from './table.ts';

const LAYOUT = {
	file: 'people.csv',
	columns: ['user', 'name', 'department', 'role', 'account_type', 'privileged', 'developer', 'aliases'],
	required: 1,
} as const;

type Column = (typeof LAYOUT.columns)[number];

/** Who is who: the rows of `people.csv` and the look-up by any of their names. */
export interface People {
	readonly list: readonly Person[];
	/** Lower-case user or alias → person. */
	readonly byName: ReadonlyMap<string, Person>;
}

/**
 * Reads `people.csv`.
 * @throws UsageError for a bad row, and for a user or alias that stands in two rows (both lines are named)
 */
export function readPeople(bytes: Uint8Array): People {
	const list: Person[] = [];
	const byName = new Map<string, Person>();
	for (const row of readTable(bytes, LAYOUT)) {
		const person = personOf(row);
		list.push(person);
		claim(byName, person, person.user, row, 'user');
		for (const alias of person.aliases) claim(byName, person, alias, row, 'aliases');
	}
	return { list, byName };
}

function personOf(row: Row<Column>): Person {
	const [name, department, role] = [row.cell('name'), row.cell('department'), row.cell('role')];
	const accountType = row.cell('account_type').toLowerCase();
	const [privileged, developer] = [flagCell(row, 'privileged'), flagCell(row, 'developer')];
	return {
		ref: row.ref,
		user: row.cell('user').toLowerCase(),
		...(name !== '' && { name }),
		...(department !== '' && { department }),
		...(role !== '' && { role }),
		...(accountType !== '' && { accountType }),
		...(privileged !== undefined && { privileged }),
		...(developer !== undefined && { developer }),
		aliases: listCell(row, 'aliases').map((alias) => alias.toLowerCase()),
	};
}

function claim(byName: Map<string, Person>, person: Person, name: string, row: Row<Column>, column: Column): void {
	const holder = byName.get(name);
	if (holder !== undefined && holder !== person) {
		throw new UsageError(
			`${row.ref}: column ${column}: got ${quoted(name)}, which ${holder.ref} gives to ${quoted(holder.user)}; expected each name in one row`,
		);
	}
	byName.set(name, person);
}
