import { ACTIVITIES, type Activity, isActivity } from '../model/activity.ts';
import type { Change } from '../model/context.ts';
import { listCell, momentCell } from './cells.ts';
import { quoted, type Row, readTable } from './table.ts';

const LAYOUT = { file: 'changes.csv', columns: ['id', 'start', 'end', 'actors', 'activities', 'note'], required: 3 } as const;

type Column = (typeof LAYOUT.columns)[number];

/** Approved change tickets. */
export class Changes {
	readonly #rows: readonly Change[];

	constructor(rows: readonly Change[]) {
		this.#rows = rows;
	}

	/** The tickets that cover somebody of these names (lower case), doing this, at this time; in the order of the file. */
	find(names: readonly string[], activity: Activity, time: number): readonly Change[] {
		return this.#rows.filter(
			({ start, end, actors, activities }) =>
				start <= time &&
				time < end &&
				(activities.length === 0 || activities.includes(activity)) &&
				(actors.length === 0 || names.some((name) => actors.includes(name))),
		);
	}
}

/**
 * Reads `changes.csv`. Activities are ours (`file.upload`), whole families (`account.*`), or `*` for any.
 * @throws UsageError for a bad row, an unknown activity, or an end that is not after the start
 */
export function readChanges(bytes: Uint8Array): Changes {
	return new Changes(readTable(bytes, LAYOUT).map(changeOf));
}

function changeOf(row: Row<Column>): Change {
	const start = momentCell(row, 'start', false);
	const end = momentCell(row, 'end', true);
	if (end <= start) throw row.wrong('end', `a time after the start (${row.cell('start')})`);
	const note = row.cell('note');
	return {
		ref: row.ref,
		id: row.cell('id'),
		start,
		end,
		actors: listCell(row, 'actors').map((actor) => actor.toLowerCase()),
		activities: activitiesOf(row),
		...(note !== '' && { note }),
	};
}

function activitiesOf(row: Row<Column>): readonly Activity[] {
	const covered = new Set<Activity>();
	for (const word of listCell(row, 'activities')) {
		const name = word.toLowerCase();
		if (name === '*') return [];
		const named = isActivity(name) ? [name] : family(name);
		if (named.length === 0)
			throw row.wrong('activities', `activities, not ${quoted(word)}: ${ACTIVITIES.join(', ')}, or a family such as account.*`);
		for (const activity of named) covered.add(activity);
	}
	return [...covered];
}

// `login.*` is also `login` itself.
function family(name: string): readonly Activity[] {
	if (!name.endsWith('.*')) return [];
	const stem = name.slice(0, -2);
	return ACTIVITIES.filter((activity) => activity === stem || activity.startsWith(`${stem}.`));
}
