import { type Affair, approve, clock, harmless, pickDay, sized, ticket } from '../affairs.ts';
import { DAY, MINUTE } from '../calendar.ts';
import { placeIn } from '../places.ts';
import { mobilePlace, usualSeat } from '../presence.ts';
import type { Random } from '../random.ts';
import { inARow } from '../routine.ts';
import { backUp, calmAdministrators } from '../services.ts';
import { appRoles, consent } from '../shapes/directory.ts';
import { discoverySearch, type MailClient, mailRead, mailSearch } from '../shapes/microsoft.ts';
import type { Person } from '../staff.ts';
import { FILE_WORDS, MAIL_FOLDERS, NOUNS } from '../tables.ts';
import { type App, choose, dayAt, isPresent, type Seat, seat, type World } from '../world.ts';

/** Reads `messages` in aggregated records of at most `step`, a minute or two apart. @returns when it ended. */
export function readMany(
	world: World,
	random: Random,
	from: Seat,
	start: number,
	messages: number,
	client: MailClient,
	step = 60,
): number {
	let left = messages;
	let time = start;
	while (left > 0) {
		const count = Math.min(left, random.int(Math.ceil(step / 3), step));
		mailRead(world, from, Math.round(time), count, random.pick(MAIL_FOLDERS), client);
		left -= count;
		time += random.between(1.2, 2.6) * MINUTE;
	}
	return Math.round(time);
}

const MAILER_SCOPES = ['Mail.ReadWrite', 'Mail.Send', 'offline_access', 'User.Read'];

/** A mail program that nobody approved and that does no harm: a few people try it, it takes their mailbox over once and stays. */
export const harmlessMailer =
	(which: number): Affair =>
	(world, random) => {
		const app = world.apps.mailers[which % world.apps.mailers.length];
		if (app === undefined) return;
		for (const person of choose(
			world,
			world.settings.people > 100 ? random.int(3, 5) : 1,
			(one) => one.department.name !== 'IT',
			random,
		)) {
			const day = pickDay(world, random, person);
			const start = clock(world, person, day, random.between(9, 17));
			if (random.chance(0.85)) consent(world, usualSeat(world, person, day, random), start, app, MAILER_SCOPES);
			const client: MailClient = { kind: random.chance(0.8) ? 'rest' : 'ews', app };
			const end = readMany(
				world,
				random,
				seat(world, person, app.place),
				start + random.int(1, 12) * MINUTE,
				sized(world, random, 300, 2_200),
				client,
			);
			harmless(world, 'AN0132', 'mail-app', [person, app], [start, end], app.name);
			harmless(world, 'AN1349', 'mail-app', [person, app], [start, start + DAY], app.name);
			for (let later = day + 1; later < world.settings.days; later++) {
				if (isPresent(person, later))
					mailRead(
						world,
						seat(world, person, app.place),
						clock(world, person, later, random.between(8, 18)),
						random.int(2, 20),
						'\\Inbox',
						client,
					);
			}
		}
	};

/** A second backup is rolled out: an administrator lets it read all mailboxes, and it reads them all at once. */
export const backupRollout: Affair = (world, random) => {
	const admin = calmAdministrators(world)[0];
	if (admin === undefined) return;
	const network = world.newNetwork({ country: 'NL', countryName: 'Netherlands', city: 'Amsterdam' }, 'Archive Harbor hosting');
	const app: App = {
		id: random.guid(),
		name: 'Archive Harbor',
		principal: random.guid(),
		place: placeIn(network, 7),
		approved: true,
	};
	const day = pickDay(world, random, admin, 9);
	const start = clock(world, admin, day, 11);
	const desk = usualSeat(world, admin, day, random);
	appRoles(world, desk, start, app, ['Mail.Read', 'User.Read.All']);
	approve(world, app, 'm365', ['Mail.Read', 'User.Read.All'], admin);
	if (random.chance(0.5))
		ticket(world, [admin], ['app.grant', 'app.install'], [start, start + DAY], 'Roll-out of Archive Harbor');
	for (let night = day + 1; night < world.settings.days; night++) backUp(world, random, app, night, night === day + 1 ? 3 : 12);
	harmless(world, 'AN0132', 'backup-roll-out', [app], [start, start + 2 * DAY], app.name);
	harmless(world, 'AN1349', 'backup-roll-out', [admin, app], [start, start + 2 * DAY], app.name);
};

/** The customer system reads the mail of sales, approved, each letting it in themselves. */
export const customerSystem: Affair = (world, random) => {
	const network = world.newNetwork({ country: 'IE', countryName: 'Ireland', city: 'Dublin' }, 'Customer Loom hosting');
	const app: App = {
		id: random.guid(),
		name: 'Customer Loom',
		principal: random.guid(),
		place: placeIn(network, 30),
		approved: true,
	};
	const day = random.int(8, Math.max(9, world.settings.days - 8));
	const people = choose(world, sized(world, random, 8, 18), (one) => one.department.name === 'Sales', random);
	const owner = world.staff[0];
	if (owner === undefined) return;
	approve(world, app, 'm365', ['Mail.Read', 'offline_access', 'User.Read'], owner);
	for (const person of people) {
		const start = clock(world, person, day + random.int(0, 4), random.between(9, 17));
		consent(world, usualSeat(world, person, day, random), start, app, ['Mail.Read', 'offline_access', 'User.Read']);
		const end = readMany(world, random, seat(world, person, app.place), start + 5 * MINUTE, sized(world, random, 100, 500), {
			kind: 'rest',
			app,
		});
		harmless(world, 'AN0132', 'customer-system', [person, app], [start, end], app.name);
		for (let later = day + 6; later < world.settings.days; later++)
			if (isPresent(person, later))
				mailRead(
					world,
					seat(world, person, app.place),
					clock(world, person, later, random.between(8, 18)),
					random.int(1, 12),
					'\\Inbox',
					{ kind: 'rest', app },
				);
	}
};

/** The legal department looks for evidence: many searches, once or twice a quarter. */
export const legalSearch =
	(ticketed?: boolean): Affair =>
	(world, random) => {
		for (const person of choose(world, 1, (one) => one.department.name === 'Legal' || one.department.name === 'HR', random)) {
			const day = pickDay(world, random, person);
			const start = clock(world, person, day, random.between(9, 14));
			const desk = usualSeat(world, person, day, random);
			const covered = ticketed ?? random.chance(0.5);
			const end = inARow(random, start, sized(world, random, 18, 55), 3 * MINUTE, (time, at) => {
				if (at % 2 === 0) mailSearch(world, desk, time, `${random.pick(NOUNS)} ${random.pick(FILE_WORDS)}`);
				else discoverySearch(world, desk, time, at % 4 === 1 ? 'SearchCreated' : 'SearchStarted', `search ${at}`);
			});
			if (covered) ticket(world, [person], ['mail.search', 'mail.read'], [start, end], 'Legal hold');
			harmless(world, 'AN0132', 'legal-search', [person], [start, end], covered ? 'with a ticket' : 'without a ticket');
		}
	};

/** Back from holiday: hundreds of messages in a morning, in the browser. */
export const catchUp: Affair = (world, random) => {
	for (const person of choose(world, 1, (one) => !one.outlook, random)) {
		const day = pickDay(world, random, person, 10);
		for (let off = day - 8; off < day; off++) person.off.add(off);
		const start = clock(world, person, day, random.between(8, 9.5));
		const end = readMany(
			world,
			random,
			usualSeat(world, person, day, random),
			start,
			sized(world, random, 80, 260),
			{ kind: 'owa' },
			12,
		);
		harmless(world, 'AN0132', 'catch-up', [person], [start, end], 'after a holiday');
	}
};

/** A new phone fetches the last weeks through Microsoft's own mail program. */
export const newPhone: Affair = (world, random) => {
	for (const person of choose(world, 1, (one) => one.number % 5 >= 2, random)) {
		const day = pickDay(world, random, person);
		const id = '27922004-5251-4030-b22d-91ecd9a37ea4';
		const from = seat(world, person, mobilePlace(world, person, random), person.phone);
		const app: App = { id, name: 'Outlook Mobile', principal: id, place: from.place, approved: true };
		const start = clock(world, person, day, random.between(8, 20));
		const end = readMany(world, random, from, start, sized(world, random, 150, 500), { kind: 'rest', app });
		harmless(world, 'AN0132', 'new-phone', [person], [start, end], 'first run on a new phone');
	}
};

/** Somebody starts an old-fashioned mail program. */
export const imapProgram: Affair = (world, random) => {
	for (const person of choose(world, 1, () => true, random)) {
		const day = pickDay(world, random, person);
		const desk = usualSeat(world, person, day, random);
		const start = clock(world, person, day, random.between(9, 19));
		const end = readMany(world, random, desk, start, sized(world, random, 200, 900), { kind: 'imap' });
		for (let later = day + 1; later < world.settings.days; later++)
			if (isPresent(person, later) && dayAt(world, later) > 0)
				mailRead(
					world,
					usualSeat(world, person, later, random),
					clock(world, person, later, random.between(9, 17)),
					random.int(2, 14),
					'\\Inbox',
					{ kind: 'imap' },
				);
		harmless(world, 'AN0132', 'imap', [person], [start, end], 'a mail program through IMAP');
	}
};

export type { Person };
