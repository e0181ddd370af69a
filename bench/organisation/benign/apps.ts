import { type Affair, approve, clock, harmless, pickDay, sized, ticket } from '../affairs.ts';
import { DAY, MINUTE } from '../calendar.ts';
import { placeIn } from '../places.ts';
import { usualSeat } from '../presence.ts';
import type { Random } from '../random.ts';
import { inARow } from '../routine.ts';
import { calmAdministrators } from '../services.ts';
import { appRoles, appSecret, consent } from '../shapes/directory.ts';
import { githubAction } from '../shapes/github.ts';
import { authorize, drive, tokenActivity } from '../shapes/google.ts';
import { mailRead } from '../shapes/microsoft.ts';
import { oktaConsent } from '../shapes/okta.ts';
import { type App, choose, seat, type World } from '../world.ts';

function newApp(world: World, random: Random, name: string): App {
	const network = world.newNetwork({ country: 'US', countryName: 'United States', city: 'Columbus' }, `${name} hosting`);
	return { id: random.guid(), name, principal: random.guid(), place: placeIn(network, random.int(1, 200)), approved: false };
}

/** An application is rolled out and dozens of people let it in within days. */
export const rollout =
	(approved: boolean): Affair =>
	(world, random) => {
		const app = newApp(world, random, approved ? 'Planner Bridge' : 'Note Harvest');
		const day = random.int(6, Math.max(7, world.settings.days - 8));
		const scopes = approved
			? ['Files.Read.All', 'Calendars.Read', 'offline_access', 'User.Read']
			: ['Notes.Read', 'Files.ReadWrite', 'offline_access', 'User.Read'];
		const people = choose(world, sized(world, random, 18, 45), () => true, random);
		const owner = world.staff[0];
		if (approved && owner !== undefined) approve(world, app, 'm365', scopes, owner);
		for (const person of people)
			consent(
				world,
				usualSeat(world, person, day, random),
				clock(world, person, day + random.int(0, 5), random.between(9, 17)),
				app,
				scopes,
			);
		harmless(
			world,
			'AN1349',
			'roll-out',
			[...people, app],
			[clock(world, people[0] ?? world.services.ci, day, 8), clock(world, people[0] ?? world.services.ci, day + 6, 18)],
			app.name,
		);
	};

/** An administrator gives a reporting tool broad rights to read. */
export const adminTool: Affair = (world, random) => {
	const admin = random.pick(calmAdministrators(world));
	const app = newApp(world, random, random.pick(['Seat Counter', 'Directory Mirror', 'Report Loom']));
	const day = pickDay(world, random, admin);
	const start = clock(world, admin, day, random.between(9, 16));
	const desk = usualSeat(world, admin, day, random);
	if (random.chance(0.7)) appRoles(world, desk, start, app, ['Directory.Read.All', 'AuditLog.Read.All', 'Group.Read.All']);
	else oktaConsent(world, desk, start, app, ['okta.users.read', 'okta.groups.read', 'okta.logs.read']);
	const covered = random.chance(0.6);
	if (covered) ticket(world, [admin], ['app.grant', 'app.install'], [start, start + 2 * MINUTE], `Roll-out of ${app.name}`);
	harmless(world, 'AN1349', 'admin-tool', [admin, app], [start, start + DAY], covered ? 'with a ticket' : 'without a ticket');
};

/** Somebody lets a file tool into their Drive, and it works at once. */
export const driveTool: Affair = (world, random) => {
	for (const person of choose(world, 1, (one) => one.uses.has('google'), random)) {
		const app = newApp(world, random, random.pick(['Slide Polish', 'Sheet Merge', 'Form Filler']));
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 17));
		const desk = usualSeat(world, person, day, random);
		authorize(
			world,
			desk,
			start,
			app,
			random.pick([
				['drive.readonly', 'openid'],
				['drive.file', 'openid'],
				['drive', 'openid'],
			]),
		);
		const robot = seat(world, person, app.place);
		const end = inARow(random, start + MINUTE, sized(world, random, 6, 30), 20_000, (time, at) => {
			if (at % 3 === 0) drive(world, robot, time, 'view', `sheet ${at}`, app);
			else tokenActivity(world, robot, time, app, 'drive', 'drive.files.get', random.int(1_000, 200_000));
		});
		harmless(world, 'AN1349', 'drive-tool', [person, app], [start, end], app.name);
	}
};

/** A single person tries a mail merge: strong rights, little use. */
export const mailMerge: Affair = (world, random) => {
	for (const person of choose(world, 1, (one) => one.department.name === 'Sales' || one.department.name === 'HR', random)) {
		const app = newApp(world, random, random.pick(['Merge Meadow', 'Letter Press', 'Follow Up Fox']));
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 17));
		consent(world, usualSeat(world, person, day, random), start, app, ['Mail.Send', 'Mail.Read', 'offline_access', 'User.Read']);
		const end = inARow(random, start + 2 * MINUTE, random.int(1, 4), 10 * MINUTE, (time) =>
			mailRead(world, seat(world, person, app.place), time, random.int(1, 10), '\\Sent Items', { kind: 'rest', app }),
		);
		harmless(world, 'AN1349', 'mail-merge', [person, app], [start, end], app.name);
	}
};

/** A developer installs a code tool for a few repositories. */
export const codeTool: Affair = (world, random) => {
	for (const person of choose(world, 1, (one) => one.developer && one.uses.has('github'), random)) {
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 17));
		const desk = usualSeat(world, person, day, random);
		const name = random.pick(['Lint Garden', 'Coverage Kite', 'Release Drum']);
		const names = (world.reposOf.get(person.email) ?? []).slice(0, 3).map((repository) => repository.name);
		githubAction(world, desk, start, 'integration_installation.create', {
			name,
			integration: name,
			repository_selection: 'selected',
			repositories_added_names: names,
		});
		harmless(world, 'AN1349', 'code-tool', [person], [start, start + MINUTE], name);
	}
};

/** The yearly new secret of an application that everybody knows. */
export const keyRotation: Affair = (world, random) => {
	const admin = random.pick(calmAdministrators(world));
	const day = pickDay(world, random, admin);
	const start = clock(world, admin, day, random.between(9, 17));
	appSecret(world, usualSeat(world, admin, day, random), start, world.apps.backup);
	harmless(world, 'AN1349', 'key-rotation', [admin, world.apps.backup], [start, start + MINUTE], 'secret of the backup');
};
