import { type Affair, clock, dormantAccounts, harmless, pickDay, sized, ticket } from '../affairs.ts';
import { DAY, MINUTE } from '../calendar.ts';
import { homePlace, usualSeat } from '../presence.ts';
import { inARow } from '../routine.ts';
import { calmAdministrators } from '../services.ts';
import { boxDeleteUser } from '../shapes/box.ts';
import { accountChange } from '../shapes/directory.ts';
import { googleUser } from '../shapes/google.ts';
import { oktaLifecycle } from '../shapes/okta.ts';
import { salesforceRemove } from '../shapes/salesforce.ts';
import { zoomDelete } from '../shapes/zoom.ts';
import { makeDevice, type Person } from '../staff.ts';
import { BROWSERS } from '../tables.ts';
import { choose, type Seat, seat, type World } from '../world.ts';

/** How accounts can be taken away; each writes one record. */
export const REMOVALS = {
	okta: (world: World, desk: Seat, time: number, target: Person) => oktaLifecycle(world, desk, time, 'deactivate', target),
	'okta-suspend': (world: World, desk: Seat, time: number, target: Person) => oktaLifecycle(world, desk, time, 'suspend', target),
	entra: (world: World, desk: Seat, time: number, target: Person) => accountChange(world, desk, time, 'Disable account.', target),
	'entra-delete': (world: World, desk: Seat, time: number, target: Person) =>
		accountChange(world, desk, time, 'Delete user.', target),
	google: (world: World, desk: Seat, time: number, target: Person) => googleUser(world, desk, time, 'SUSPEND_USER', target),
	salesforce: (world: World, desk: Seat, time: number, target: Person) => salesforceRemove(world, desk.person, time, target),
	zoom: (world: World, desk: Seat, time: number, target: Person) => zoomDelete(world, desk.person, time, target),
	box: (world: World, desk: Seat, time: number, target: Person) => boxDeleteUser(world, desk, time, target),
} as const;
export type Removal = keyof typeof REMOVALS;

function anAdministrator(world: World, pick: (people: Person[]) => Person): Person {
	const all = calmAdministrators(world);
	const staying = all.filter((one) => one.leaves > world.settings.days);
	return pick(staying.length === 0 ? all : staying);
}

/** Contracts end: an administrator takes out many people who have mostly stopped working. */
export const offboarding =
	(ticketed?: boolean): Affair =>
	(world, random) => {
		const admin = anAdministrator(world, (people) => random.pick(people));
		const day = pickDay(world, random, admin, 9);
		const count = sized(world, random, 5, 20);
		const leavers = choose(world, count, (one) => one.kind === 'contractor', random);
		leavers.push(
			...choose(
				world,
				count - leavers.length,
				(one) => one.department.name !== 'IT' && one.department.name !== 'Executives',
				random,
			),
		);
		for (const person of leavers) person.leaves = Math.max(2, random.chance(0.6) ? day - random.int(2, 9) : day + 1);
		const start = clock(world, admin, day, random.between(10, 17));
		const desk = usualSeat(world, admin, day, random);
		const end = inARow(random, start, leavers.length, 2 * MINUTE, (time, at) => {
			const target = leavers[at] as Person;
			REMOVALS.okta(world, desk, time, target);
			if (random.chance(0.5)) REMOVALS.zoom(world, desk, time + 30_000, target);
			if (target.uses.has('salesforce')) REMOVALS.salesforce(world, desk, time + 50_000, target);
		});
		const covered = ticketed ?? random.chance(0.5);
		if (covered) ticket(world, [admin], ['account.disable', 'account.delete'], [start, end], 'End of contracts');
		harmless(
			world,
			'AN0339',
			'offboarding',
			[admin],
			[start, end],
			`${leavers.length} people, ${covered ? 'with' : 'without'} a ticket`,
		);
	};

/** Licences that nobody uses are given back. */
export const licenceCleanUp =
	(fixed?: Removal, ticketed?: boolean): Affair =>
	(world, random) => {
		const admin = anAdministrator(world, (people) => random.pick(people));
		const day = pickDay(world, random, admin, 7);
		const way: Removal = fixed ?? random.pick(['salesforce', 'zoom', 'google', 'box']);
		const targets = dormantAccounts(world, random, sized(world, random, 12, 38));
		const start = clock(world, admin, day, random.between(9, 17));
		const desk = usualSeat(world, admin, day, random);
		const end = inARow(random, start, targets.length, 25_000, (time, at) =>
			REMOVALS[way](world, desk, time, targets[at] as Person),
		);
		const covered = ticketed ?? random.chance(0.4);
		if (covered) ticket(world, [admin], ['account.disable', 'account.delete'], [start, end], 'Licence clean-up');
		harmless(
			world,
			'AN0339',
			'licence-clean-up',
			[admin],
			[start, end],
			`${targets.length} unused accounts, ${covered ? 'with' : 'without'} a ticket`,
		);
	};

/** Maintenance in the evening from home: test accounts go. */
export const nightMaintenance: Affair = (world, random) => {
	const admin = anAdministrator(world, (people) => random.pick(people));
	const day = pickDay(world, random, admin, 5);
	const targets = dormantAccounts(world, random, sized(world, random, 4, 12));
	const way: Removal = random.pick(['okta', 'entra', 'entra-delete']);
	const start = clock(world, admin, day, random.between(20.5, 23));
	const desk = seat(world, admin, homePlace(world, admin, day));
	const end = inARow(random, start, targets.length, 50_000, (time, at) =>
		REMOVALS[way](world, desk, time, targets[at] as Person),
	);
	harmless(world, 'AN0339', 'test-accounts', [admin], [start, end], `${targets.length} test accounts`);
};

/** Somebody of IT does this for the first time, on a new computer. */
export const newAdministrator: Affair = (world, random) => {
	const admin = anAdministrator(world, (people) => people.at(-1) ?? random.pick(people));
	const day = pickDay(world, random, admin, 10);
	const device = makeDevice(random, BROWSERS);
	world.refits.set(admin.email, { from: day - 1, device });
	const leavers = choose(world, sized(world, random, 3, 7), (one) => one.department.name !== 'IT', random);
	for (const person of leavers) person.leaves = day + 1;
	const start = clock(world, admin, day, random.between(14, 18));
	const desk = { ...usualSeat(world, admin, day, random), device };
	const end = inARow(random, start, leavers.length, 3 * MINUTE, (time, at) =>
		REMOVALS.okta(world, desk, time, leavers[at] as Person),
	);
	harmless(world, 'AN0339', 'new-administrator', [admin], [start, end], `${leavers.length} leavers`);
};

/** People on leave for a year are suspended and come back: suspended in one go. */
export const longLeave: Affair = (world, random) => {
	const admin = anAdministrator(world, (people) => random.pick(people));
	const day = pickDay(world, random, admin, 6);
	const people = choose(world, sized(world, random, 3, 6), (one) => one.department.name !== 'IT', random);
	for (const person of people) for (let off = day - 3; off < day + 30; off++) person.off.add(off);
	const start = clock(world, admin, day, random.between(9, 12));
	const desk = usualSeat(world, admin, day, random);
	const end = inARow(random, start, people.length, MINUTE, (time, at) =>
		REMOVALS['okta-suspend'](world, desk, time, people[at] as Person),
	);
	harmless(world, 'AN0339', 'long-leave', [admin], [start, end + DAY / 24], `${people.length} people on leave`);
};
