import { DAY, HOUR, isWorkday, localTime, MINUTE } from './calendar.ts';
import { mobilePlace, usualSeat } from './presence.ts';
import type { Random } from './random.ts';
import { boxItem, boxLogin } from './shapes/box.ts';
import { git, githubAction } from './shapes/github.ts';
import { drive, googleLogin } from './shapes/google.ts';
import { fileEvent, mailRead, mailSearch, mailSync, signIn } from './shapes/microsoft.ts';
import { oktaApplication, oktaFactor, oktaSignIn } from './shapes/okta.ts';
import { salesforceLogin } from './shapes/salesforce.ts';
import { zoomSignIn } from './shapes/zoom.ts';
import type { Person } from './staff.ts';
import { FILE_WORDS, MAIL_FOLDERS, NOUNS } from './tables.ts';
import { type App, dayAt, isPresent, type Seat, seat, type World } from './world.ts';

/** Microsoft's own mail program for phones, by its public id. */
const OUTLOOK_MOBILE = '27922004-5251-4030-b22d-91ecd9a37ea4';

export function fileName(random: Random, extension = random.pick(['docx', 'xlsx', 'pptx', 'pdf'])): string {
	return `${random.pick(FILE_WORDS)}-${random.pick(NOUNS)}-${random.int(1, 999)}.${extension}`;
}

/** A file of the department's site, or of one's own drive. */
export function anyFile(random: Random, person: Person, extension?: string): Parameters<typeof fileEvent>[4] {
	const personal = random.chance(0.35);
	return {
		site: personal ? person.email.replaceAll(/[@.]/g, '_') : person.department.name.toLowerCase(),
		folder: personal ? 'Documents' : `Shared Documents/${random.pick(NOUNS)}`,
		name: fileName(random, extension),
		personal,
	};
}

/** One day of one person, while the sums of a day are drawn. */
interface Workday {
	readonly world: World;
	readonly random: Random;
	readonly person: Person;
	readonly main: Seat;
	/** How much of an ordinary day this is. */
	readonly density: number;
	/** A moment of the day at work. */
	moment(): number;
}

/** Everything that everybody does on every day, before and beside what is out of the ordinary. */
export function liveRoutine(world: World): void {
	for (const person of world.staff) {
		const random = world.random.fork(`routine/${person.email}`);
		for (let day = 0; day < world.settings.days; day++) {
			if (isPresent(person, day)) liveDay(world, random, person, day);
		}
	}
}

function liveDay(world: World, random: Random, person: Person, day: number): void {
	const at = dayAt(world, day);
	const working = isWorkday(person.zone, at);
	if (!working && !random.chance(person.department.name === 'Executives' ? 0.25 : 0.06)) return;
	const begin = localTime(person.zone, at, person.starts + random.normal(0, 0.4) + (working ? 0 : 2));
	const length = (working ? random.normal(8.8, 0.7) : random.between(0.5, 3)) * HOUR;
	const returned = person.off.has(day - 1) && random.chance(0.7);
	const today: Workday = {
		world,
		random,
		person,
		main: usualSeat(world, person, day, random),
		density: world.settings.density * person.pace * (working ? 1 : 0.3) * (returned ? 2.2 : 1),
		moment: () => {
			const part = random.next();
			return Math.round(begin + length * (part < 0.5 ? part * 0.86 : 0.57 + (part - 0.5) * 0.86));
		},
	};
	// Sessions last for days where little is drawn of a day.
	if (world.settings.density >= 0.5 || random.chance(0.45)) signInDay(today, Math.round(begin));
	fileDay(today);
	mailDay(today, day);
	if (person.uses.has('github')) githubDay(today);
	if (person.uses.has('google')) googleDay(today);
	if (person.uses.has('box')) boxDay(today);
	if (person.uses.has('salesforce') && random.chance(0.85 * Math.min(1, today.density)))
		salesforceLogin(world, today.main, today.moment());
	if (random.chance(0.45 * Math.min(1, today.density)))
		zoomSignIn(
			world,
			random.chance(0.25) ? seat(world, person, mobilePlace(world, person, random), person.phone) : today.main,
			today.moment(),
		);
}

/** Calls `act` about `mean` times at moments of the day. */
function about({ random, density, moment }: Workday, mean: number, act: (time: number) => void): void {
	for (let left = random.poisson(mean * density); left > 0; left--) act(moment());
}

/** Calls `act` in a row, seconds to minutes apart, as people do when they put many things somewhere. */
export function inARow(
	random: Random,
	start: number,
	count: number,
	gap: number,
	act: (time: number, index: number) => void,
): number {
	let time = start;
	for (let index = 0; index < count; index++) {
		act(Math.round(time), index);
		time += -Math.log(1 - random.next()) * gap;
	}
	return Math.round(time);
}

/** Okta and Microsoft at the start of the day, with the ordinary share of mistyped passwords. */
function signInDay(today: Workday, begin: number): void {
	const { world, random, main } = today;
	let time = begin;
	if (random.chance(0.045)) time = inARow(random, time, random.int(1, 3), 20_000, (at) => oktaSignIn(world, main, at, false));
	oktaSignIn(world, main, time + 4_000);
	if (random.chance(0.6)) oktaFactor(world, main, time + 9_000);
	about(today, 2.1, (at) =>
		oktaApplication(world, main, at, random.pick(['Office 365', 'Zoom', 'Intranet', 'Expenses', 'Travel Desk', 'Learning'])),
	);
	if (random.chance(0.02))
		inARow(random, time + 15_000, random.int(1, 2), 15_000, (at) => signIn(world, main, at, { ok: false }));
	signIn(world, main, time + 20_000);
	about(today, 1.1, (at) => signIn(world, main, at, { interactive: false }));
}

function fileDay(today: Workday): void {
	const { world, random, person, main } = today;
	const [read, change, download, uploadDay, uploads] = person.department.sharepoint;
	about(today, read, (at) => fileEvent(world, main, at, 'FileAccessed', anyFile(random, person)));
	about(today, change, (at) => fileEvent(world, main, at, 'FileModified', anyFile(random, person)));
	about(today, download, (at) => fileEvent(world, main, at, 'FileDownloaded', anyFile(random, person)));
	if (random.chance(0.03))
		fileEvent(world, main, today.moment(), 'FolderCreated', { ...anyFile(random, person), name: random.pick(NOUNS) });
	if (random.chance(0.02))
		inARow(random, today.moment(), random.int(1, 6), 20_000, (at) =>
			fileEvent(world, main, at, 'FileCopied', anyFile(random, person)),
		);
	if (!random.chance(uploadDay * Math.min(1, today.density))) return;
	const count = Math.min(120, Math.max(1, Math.round(random.lognormal(uploads, 0.9))));
	inARow(random, today.moment(), count, random.pick([4_000, 40_000, 300_000]), (at) =>
		fileEvent(world, main, at, 'FileUploaded', anyFile(random, person)),
	);
}

function mailDay(today: Workday, day: number): void {
	const { world, random, person, main } = today;
	const folder = (): string => random.pick(MAIL_FOLDERS);
	if (person.outlook) about(today, 1.4, (at) => mailSync(world, main, at, folder()));
	about(today, person.outlook ? 1 : 2.6, (at) =>
		mailRead(world, main, at, random.int(1, 6), folder(), { kind: person.outlook ? 'outlook' : 'owa' }),
	);
	if (random.chance(0.12)) about(today, 1, (at) => mailSearch(world, main, at, random.pick(FILE_WORDS)));
	if (person.number % 5 < 2) {
		const phone = seat(world, person, mobilePlace(world, person, random), person.phone);
		const app: App = {
			id: OUTLOOK_MOBILE,
			name: 'Outlook Mobile',
			principal: OUTLOOK_MOBILE,
			place: phone.place,
			approved: true,
		};
		about(today, 0.7 + (day % 7 === 0 ? 0.2 : 0), (at) =>
			mailRead(world, phone, at, random.int(1, 8), '\\Inbox', { kind: 'rest', app }),
		);
	}
}

function githubDay(today: Workday): void {
	const { world, random, person, main } = today;
	const mine = world.reposOf.get(person.email) ?? [];
	const favourite = (): (typeof mine)[number] =>
		mine[Math.min(mine.length - 1, Math.floor(-Math.log(1 - random.next()) * 2))] ?? random.pick(world.repositories);
	const rate = person.developer ? 1 : 0.12;
	about(today, 3.6 * rate, (at) => git(world, main, at, 'git.fetch', favourite()));
	about(today, 1.5 * rate, (at) => git(world, main, at, 'git.push', favourite()));
	about(today, 0.8 * rate, (at) => {
		const repository = favourite();
		githubAction(world, main, at, 'pull_request.create', {
			repo: repository.name,
			repo_id: repository.id,
			pull_request_id: random.int(1, 9_000),
		});
	});
	if (random.chance(0.1 * rate)) {
		const count = Math.min(9, 1 + random.poisson(random.chance(0.1) ? 3 : 0.4));
		inARow(random, today.moment(), count, 4 * MINUTE, (at) =>
			git(world, main, at, 'git.clone', random.chance(0.75) ? favourite() : random.pick(world.repositories)),
		);
	}
}

function googleDay(today: Workday): void {
	const { world, random, person, main } = today;
	const title = (): string => fileName(random).split('.')[0] ?? 'notes';
	const rate = person.department.name === 'Marketing' ? 1 : 0.5;
	if (random.chance(0.4)) googleLogin(world, main, today.moment());
	about(today, 2.4 * rate, (at) => drive(world, main, at, 'view', title()));
	about(today, 1.6 * rate, (at) => drive(world, main, at, 'edit', title()));
	about(today, 0.35 * rate, (at) => drive(world, main, at, 'create', title()));
	about(today, 0.3 * rate, (at) => drive(world, main, at, 'download', title()));
	if (random.chance(0.02)) drive(world, main, today.moment(), 'copy', title());
	if (random.chance(0.14 * rate))
		inARow(random, today.moment(), Math.min(70, Math.ceil(random.lognormal(3, 1))), 15_000, (at) =>
			drive(world, main, at, 'upload', fileName(random)),
		);
}

function boxDay(today: Workday): void {
	const { world, random, main } = today;
	const service = random.chance(0.3) ? { service: 'Box Drive' } : {};
	if (random.chance(0.3)) boxLogin(world, main, today.moment());
	about(today, 1.3, (at) => boxItem(world, main, at, 'PREVIEW', fileName(random)));
	about(today, 0.6, (at) => boxItem(world, main, at, 'DOWNLOAD', fileName(random), service));
	about(today, 0.4, (at) => boxItem(world, main, at, 'EDIT', fileName(random), service));
	if (random.chance(0.18))
		inARow(random, today.moment(), Math.min(80, Math.ceil(random.lognormal(2.5, 1))), 12_000, (at) =>
			boxItem(world, main, at, 'UPLOAD', fileName(random), service),
		);
	if (random.chance(0.015)) boxItem(world, main, today.moment(), 'COPY', fileName(random));
}

/** The day number of a time. */
export function dayNumber(world: World, time: number): number {
	return Math.floor((time - world.settings.start) / DAY);
}
