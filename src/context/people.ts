import { ACCOUNT_TYPES, type AccountType, type Person } from '../model/context.ts';
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
 * @throws UsageError for a bad row, a kind of account of another name, and for a user or alias that stands in two rows (both lines are named)
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
	const accountType = accountTypeOf(row);
	const [privileged, developer] = [flagCell(row, 'privileged'), flagCell(row, 'developer')];
	return {
		ref: row.ref,
		user: row.cell('user').toLowerCase(),
		...(name !== '' && { name }),
		...(department !== '' && { department }),
		...(role !== '' && { role }),
		...(accountType !== undefined && { accountType }),
		...(privileged !== undefined && { privileged }),
		...(developer !== undefined && { developer }),
		aliases: listCell(row, 'aliases').map((alias) => alias.toLowerCase()),
	};
}

/** Other words that people have for a kind of account. */
const SAME_TYPE: Readonly<Record<string, AccountType>> = {
	human: 'user',
	person: 'user',
	member: 'user',
	employee: 'user',
	bot: 'service',
	robot: 'service',
	machine: 'service',
	'service principal': 'service',
	external: 'guest',
	administrator: 'admin',
};

// `Service_Account`, `service-account` and `ServiceAccount` are `service`.
function accountTypeOf(row: Row<Column>): AccountType | undefined {
	const word = row
		.cell('account_type')
		.toLowerCase()
		.replaceAll(/[\s_-]+/g, ' ')
		.replace(/ ?accounts?$/, '');
	if (word === '') return undefined;
	const type =
		ACCOUNT_TYPES.find((candidate) => candidate === word) ?? (Object.hasOwn(SAME_TYPE, word) ? SAME_TYPE[word] : undefined);
	if (type === undefined) throw row.wrong('account_type', `one of ${ACCOUNT_TYPES.join(', ')} (or empty)`);
	return type;
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
