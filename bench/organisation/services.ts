import { HOUR, isWorkday, localTime, MINUTE, ZONES } from './calendar.ts';
import { placeIn } from './places.ts';
import { usualSeat } from './presence.ts';
import type { Random } from './random.ts';
import { fileName, inARow } from './routine.ts';
import { boxItem } from './shapes/box.ts';
import { accountChange, consent } from './shapes/directory.ts';
import { git, githubAction, makeToken } from './shapes/github.ts';
import { authorize, googleUser } from './shapes/google.ts';
import { fileEvent, mailRead } from './shapes/microsoft.ts';
import { oktaHelpDesk, oktaLifecycle } from './shapes/okta.ts';
import { salesforceRemove, salesforceSetup } from './shapes/salesforce.ts';
import { zoomDelete, zoomOperation } from './shapes/zoom.ts';
import type { Person } from './staff.ts';
import { type App, dayAt, isPresent, type Seat, seat, type World } from './world.ts';

/** What machines do by themselves, day and night. */
export function runServices(world: World): void {
	const random = world.random.fork('services');
	const size = (world.settings.people / 300) * world.settings.scale;
	const { ci, etl, mirror, scim } = world.services;
	const provisioning = seat(world, scim, placeIn(world.cloud, 90));
	const runner = seat(world, ci, placeIn(world.cloud, 11));
	const transfer = seat(world, etl, placeIn(world.cloud, 40));
	const robot = seat(world, mirror, placeIn(world.cloud, 71));
	let key = makeToken(world, 'GitHub App server-to-server token');
	const mirrorKey = makeToken(world, 'Personal access token (classic)', 'repo');
	const rotation = random.int(8, world.settings.days);
	const built = random.sample(world.repositories, Math.ceil(world.repositories.length * 0.35));
	const mirrored = random.sample(world.repositories, Math.max(4, Math.round(60 * size)));
	for (let day = 0; day < world.settings.days; day++) {
		const at = dayAt(world, day);
		if (day === rotation) key = makeToken(world, 'GitHub App server-to-server token');
		const working = isWorkday(ZONES[0], at);
		for (let left = random.poisson((working ? 170 : 40) * size); left > 0; left--) {
			const time = at + Math.round((working ? random.normal(13, 3.6) : random.between(0, 24)) * HOUR);
			git(world, runner, time, random.chance(0.2) ? 'git.clone' : 'git.fetch', random.pick(built), {
				token: key,
				agent: 'git/2.43.0',
			});
		}
		inARow(random, at + 2 * HOUR, mirrored.length, 8_000, (time, index) =>
			git(world, robot, time, 'git.clone', mirrored[index] ?? random.pick(mirrored), { token: mirrorKey, agent: 'git/2.43.0' }),
		);
		for (let left = random.poisson(8 * size); left > 0; left--) {
			oktaHelpDesk(
				world,
				provisioning,
				at + random.int(6, 20) * HOUR + random.int(0, 3_000_000),
				'application.user_membership.add',
				random.pick(world.staff),
			);
		}
		for (let hour = 0; hour < 24; hour++) {
			const file = { site: 'finance', folder: 'Shared Documents/transfer', name: fileName(random, 'csv'), personal: false };
			if (random.chance(2 * size))
				inARow(random, at + hour * HOUR + 3 * MINUTE, random.int(1, 3), 2_000, (time) =>
					fileEvent(world, transfer, time, 'FileUploaded', file),
				);
			if (hour % 4 === 1 && random.chance(2 * size))
				inARow(random, at + hour * HOUR + 9 * MINUTE, random.int(2, 6), 3_000, (time) =>
					boxItem(world, transfer, time, 'UPLOAD', fileName(random, 'csv'), { service: 'Nightly Transfer' }),
				);
		}
		backUp(world, random, world.apps.backup, day, 5);
	}
	joinAndLeave(world, random, provisioning);
	helpDesk(world, random);
	harmlessConsents(world, random);
}

/** A backup service goes through a part of the mailboxes every night, as itself. */
export function backUp(world: World, random: Random, app: App, day: number, every: number): void {
	let time = dayAt(world, day) + HOUR;
	for (const person of world.staff) {
		if (person.number % every !== day % every || day < person.joins || day >= person.leaves) continue;
		time += random.int(4_000, 25_000);
		mailRead(
			world,
			seat(world, person, app.place),
			time,
			Math.max(2, Math.round(random.int(3, 35) * Math.min(1, world.settings.scale * 1.2))),
			'\\Inbox',
			{ kind: 'app-only', app },
		);
	}
}

/** People begin and leave: half of the leavers are taken out by the provisioning service, half by an administrator. */
function joinAndLeave(world: World, random: Random, robot: Seat): void {
	for (const person of world.staff) {
		if (person.joins > 0) join(world, random, person, robot);
		if (person.leaves > world.settings.days) continue;
		const time = localTime(person.zone, dayAt(world, person.leaves - 1), random.normal(17.5, 0.5));
		if (random.chance(0.5)) {
			oktaLifecycle(world, robot, time, 'deactivate', person);
			zoomDelete(world, world.services.scim, time + 3_000, person, 'SCIM');
			continue;
		}
		const admin = administrators(world, person.leaves - 1).at(random.int(0, 3) - 4) ?? world.services.scim;
		const desk = usualSeat(world, admin, person.leaves - 1, random);
		oktaLifecycle(world, desk, time, 'deactivate', person);
		if (random.chance(0.6)) zoomDelete(world, admin, time + 2 * MINUTE, person);
		if (person.uses.has('salesforce')) salesforceRemove(world, admin, time + 4 * MINUTE, person);
		if (person.uses.has('google')) googleUser(world, desk, time + 6 * MINUTE, 'SUSPEND_USER', person);
		if (person.uses.has('github')) githubAction(world, desk, time + 8 * MINUTE, 'org.remove_member', {}, person);
		if (random.chance(0.5)) accountChange(world, desk, time + 9 * MINUTE, 'Disable account.', person);
	}
}

function join(world: World, random: Random, person: Person, robot: Seat): void {
	const time = localTime(person.zone, dayAt(world, person.joins), 7.2);
	oktaLifecycle(world, robot, time, 'create', person);
	oktaLifecycle(world, robot, time + 2_000, 'activate', person);
	zoomOperation(
		world,
		world.services.scim,
		time + 4_000,
		'User',
		'SCIM API - Add',
		`Add User ${person.email}  - User Type: Licensed - Department: ${person.department.name}`,
	);
	if (!person.uses.has('github')) return;
	githubAction(world, robot, time + 9_000, 'org.add_member', { permission: 'read' }, person);
	const mine = world.reposOf.get(person.email) ?? [];
	const desk = usualSeat(world, person, person.joins, random);
	inARow(random, time + 4 * HOUR, Math.min(mine.length, random.int(5, 14)), 6 * MINUTE, (at, index) =>
		git(world, desk, at, 'git.clone', mine[index] ?? random.pick(world.repositories)),
	);
}

/** Members of IT who are there on a day, those with the right to take people out first. */
export function administrators(world: World, day: number): Person[] {
	const all = world.staff
		.filter((person) => person.department.name === 'IT')
		.sort((a, b) => Number(b.privileged) - Number(a.privileged));
	const there = all.filter((person) => person.joins === 0 && isPresent(person, day));
	return there.length === 0 ? all : there;
}

/** Administrators to whom nothing special happens, if there are any; otherwise all. */
export function calmAdministrators(world: World): Person[] {
	const all = administrators(world, Math.floor(world.settings.days / 2));
	const calm = all.filter((person) => !world.busy.has(person.email));
	return calm.length === 0 ? all : calm;
}

function helpDesk(world: World, random: Random): void {
	for (const admin of world.staff.filter((person) => person.department.name === 'IT')) {
		for (let day = 0; day < world.settings.days; day++) {
			if (!isPresent(admin, day) || !isWorkday(admin.zone, dayAt(world, day))) continue;
			const desk = usualSeat(world, admin, day, random);
			for (let left = random.poisson(0.9 * world.settings.density); left > 0; left--) {
				const time = localTime(admin.zone, dayAt(world, day), random.between(9, 17));
				oktaHelpDesk(
					world,
					desk,
					time,
					random.pick(['user.account.unlock_by_admin', 'user.account.reset_password', 'user.mfa.factor.reset_all']),
					random.pick(world.staff),
				);
			}
			if (random.chance(0.12)) setUp(world, random, admin, localTime(admin.zone, dayAt(world, day), random.between(9, 17)));
			if (random.chance(0.02))
				oktaLifecycle(world, desk, localTime(admin.zone, dayAt(world, day), 11.3), 'suspend', random.pick(world.staff));
		}
	}
}

/** A small change in the set-up of Salesforce or Zoom. */
function setUp(world: World, random: Random, admin: Person, time: number): void {
	const target = random.pick(world.staff);
	if (random.chance(0.5))
		zoomOperation(world, admin, time, 'User', 'Update', `Update User ${target.email}  - Job Title: set to ${target.role}`);
	else if (random.chance(0.6))
		salesforceSetup(world, admin, time, 'resetpassword', 'Manage Users', `Reset password for user ${target.email}`);
	else
		salesforceSetup(
			world,
			admin,
			time,
			'changedroleforuser',
			'Manage Users',
			`Changed role for user ${target.email} from Field to Region`,
		);
}

/** People sign in to harmless applications with their account, as everywhere. */
function harmlessConsents(world: World, random: Random): void {
	const names = [
		'Whiteboard Club',
		'Poll Garden',
		'Desk Booker',
		'Learning Path',
		'Survey Nest',
		'Diagram House',
		'Snack Orders',
		'Ride Share',
	];
	const apps = names.map(
		(name): App => ({
			id: random.guid(),
			name,
			principal: random.guid(),
			place: placeIn(world.cloud, random.int(100, 200)),
			approved: false,
		}),
	);
	for (let day = 0; day < world.settings.days; day++) {
		for (let left = random.poisson((0.7 * world.settings.people) / 300); left > 0; left--) {
			const person = random.pick(world.staff);
			if (!isPresent(person, day) || !isWorkday(person.zone, dayAt(world, day))) continue;
			const time = localTime(person.zone, dayAt(world, day), random.between(9, 17));
			const desk = usualSeat(world, person, day, random);
			if (person.uses.has('google') && random.chance(0.4))
				authorize(
					world,
					desk,
					time,
					random.pick([...apps, world.apps.notes]),
					random.chance(0.25) ? ['openid', 'drive.file'] : ['openid', 'userinfo.email'],
				);
			else
				consent(
					world,
					desk,
					time,
					random.pick([...apps, world.apps.scheduler]),
					random.chance(0.25) ? ['User.Read', 'Calendars.Read', 'offline_access'] : ['openid', 'profile', 'email', 'User.Read'],
				);
		}
	}
}
