import { parseArgs } from 'node:util';
import { dayStart } from './calendar.ts';
import { DEFAULTS, simulate, writeOrganisation } from './simulate.ts';
import type { Level } from './world.ts';

/** `node bench/run.mjs organisation --people 300 --days 45 --level 2 --seed 7 --out <dir>`: an organisation's logs, its context folder and the truth. */
const { values } = parseArgs({
	options: {
		people: { type: 'string', default: String(DEFAULTS.people) },
		days: { type: 'string', default: String(DEFAULTS.days) },
		level: { type: 'string', default: '1' },
		seed: { type: 'string', default: '1' },
		attacks: { type: 'string', default: String(DEFAULTS.attacks) },
		start: { type: 'string', default: '2026-09-14' },
		out: { type: 'string' },
	},
});
if (values.out === undefined || !['1', '2', '3'].includes(values.level)) {
	process.stderr.write(
		'usage: node bench/run.mjs organisation [--people 300] [--days 45] [--level 1|2|3] [--seed 1] [--attacks 6] [--start 2026-09-14] --out <dir>\n',
	);
	process.exit(2);
}
const world = simulate({
	...DEFAULTS,
	people: Number(values.people),
	days: Number(values.days),
	level: Number(values.level) as Level,
	seed: values.seed,
	attacks: Number(values.attacks),
	start: dayStart(values.start),
});
const records = writeOrganisation(world, values.out);
process.stderr.write(
	`${records} records, ${world.campaigns.length} campaigns, ${world.lookAlikes.length} look-alikes: ${values.out}\n`,
);
