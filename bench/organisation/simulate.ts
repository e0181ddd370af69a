import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { approve } from './affairs.ts';
import { liveAttacks } from './attacks/index.ts';
import { liveAffairs } from './benign/index.ts';
import { buildWorld } from './build.ts';
import { dayStart } from './calendar.ts';
import { writeContext } from './context.ts';
import { MIXED, TIDY, writeEvidence } from './evidence.ts';
import { liveRoutine } from './routine.ts';
import { runServices } from './services.ts';
import type { Settings, World } from './world.ts';

/** An organisation of 300 people whose export begins on a Monday in September and passes the end of summer time. */
export const DEFAULTS: Settings = {
	people: 300,
	days: 45,
	level: 1,
	seed: 1,
	start: dayStart('2026-09-14'),
	attacks: 6,
	lookAlikes: 1,
	addresses: 'wide',
	density: 1.18,
	scale: 1,
	clear: false,
	domain: 'example.com',
	organisation: 'example-org',
};

/** Everything that happens in an organisation: harmless affairs and attacks first, for they change who is there and with what; then every day of everybody. */
export function simulate(settings: Settings): World {
	const world = buildWorld(settings);
	const admin = world.staff.find((person) => person.department.name === 'IT');
	if (admin !== undefined) {
		approve(world, world.apps.backup, 'm365', [], admin);
		approve(world, world.apps.scheduler, 'm365', [], admin);
		approve(world, world.apps.notes, 'google_workspace', [], admin);
	}
	liveAffairs(world);
	liveAttacks(world);
	runServices(world);
	liveRoutine(world);
	return world;
}

/** Writes `evidence/`, `context/` and `truth.json` below a folder. Level 1 is tidy; from level 2 the files are mixed, unsorted, and hold repeats. */
export function writeOrganisation(world: World, folder: string): number {
	const messy = world.settings.level > 1;
	const duplicates = messy ? world.random.fork('mess').between(0.015, 0.03) : 0;
	const records = writeEvidence(world, join(folder, 'evidence'), messy ? MIXED : TIDY, { duplicates, shuffled: messy });
	writeContext(world, join(folder, 'context'));
	writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truthOf(world), null, '\t')}\n`);
	return records;
}

/** What truly happened; `userDays` counts the days on which somebody was employed. */
export function truthOf(world: World): unknown {
	const { days, people, level, seed, start } = world.settings;
	const userDays = world.staff.reduce((sum, person) => sum + Math.max(0, Math.min(days, person.leaves) - person.joins), 0);
	return {
		seed,
		level,
		people,
		days,
		start: new Date(start).toISOString(),
		userDays,
		campaigns: world.campaigns,
		lookAlikes: world.lookAlikes,
	};
}
