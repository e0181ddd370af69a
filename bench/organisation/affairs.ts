import { DAY, isWorkday, localTime } from './calendar.ts';
import type { Random } from './random.ts';
import { googleClient } from './shapes/google.ts';
import { makeStaff, namesOf, type Person } from './staff.ts';
import { type AnalyticId, type App, dayAt, isPresent, type World } from './world.ts';

/** A harmless affair: it writes its records and its entry in the ground truth. */
export type Affair = (world: World, random: Random) => void;

/** A working day on which somebody is there, not before `from`. */
export function pickDay(world: World, random: Random, person: Person, from = 6): number {
	const days = [];
	for (let day = Math.min(from, world.settings.days - 3); day < world.settings.days - 1; day++) {
		if (isPresent(person, day) && isWorkday(person.zone, dayAt(world, day))) days.push(day);
	}
	return days.length === 0 ? Math.floor(world.settings.days / 2) : random.pick(days);
}

/** A moment of that day by somebody's clock; hours may have fractions. */
export function clock(world: World, person: Person, day: number, hour: number): number {
	return localTime(person.zone, dayAt(world, day), hour);
}

/** All names of an application, lower case. */
export function namesOfApp(app: App): string[] {
	return [app.id, app.principal, app.name, googleClient(app)].map((id) => id.toLowerCase());
}

/** Enters a harmless affair into the ground truth. */
export function harmless(
	world: World,
	analytic: AnalyticId,
	kind: string,
	actors: readonly (Person | App)[],
	span: readonly [number, number],
	note: string,
): void {
	world.lookAlikes.push({
		kind,
		analytic,
		note,
		actors: actors.flatMap((actor) => ('email' in actor ? namesOf(actor) : namesOfApp(actor))),
		start: new Date(span[0]).toISOString(),
		end: new Date(span[1]).toISOString(),
	});
}

/** An approved change; the hours around it are covered too. */
export function ticket(
	world: World,
	people: readonly Person[],
	activities: readonly string[],
	span: readonly [number, number],
	note: string,
): void {
	world.tickets.push({
		start: span[0] - (span[0] % DAY),
		end: span[1] - (span[1] % DAY) + DAY,
		actors: people.map((person) => person.email),
		activities,
		note,
	});
}

export function approve(world: World, app: App, platform: string, scopes: readonly string[], owner: Person): void {
	world.approved.push({
		app: platform === 'google_workspace' ? googleClient(app) : app.id,
		name: app.name,
		platform,
		scopes: scopes.join(';'),
		owner: owner.email,
		reviewBy: '2027-06-30',
	});
}

/** Accounts that nobody uses any more and that no longer stand in the staff list. */
export function dormantAccounts(world: World, random: Random, count: number): Person[] {
	return makeStaff(random, Math.max(10, count), 1, world.settings.domain).slice(0, count);
}

/** How large a thing is in this organisation: fixtures are small. */
export function sized(world: World, random: Random, low: number, high: number): number {
	return Math.max(2, Math.round(random.between(low, high) * world.settings.scale));
}
