import { type Affair, clock, harmless, pickDay, sized, ticket } from '../affairs.ts';
import { isoDay, isWorkday, MINUTE } from '../calendar.ts';
import { usualSeat } from '../presence.ts';
import { anyFile, fileName, inARow } from '../routine.ts';
import { boxItem } from '../shapes/box.ts';
import { drive } from '../shapes/google.ts';
import { fileEvent } from '../shapes/microsoft.ts';
import { choose, dayAt, isPresent } from '../world.ts';

/** Somebody moves a department's files to the cloud: thousands, mostly with a ticket, sometimes by a sync client. */
export const migration =
	(ticketed?: boolean): Affair =>
	(world, random) => {
		for (const person of choose(world, 1, (one) => one.department.name !== 'Executives', random)) {
			const day = pickDay(world, random, person);
			const start = clock(world, person, day, random.between(8, 15));
			const seat = usualSeat(world, person, day, random);
			const agent = random.chance(0.5) ? { agent: 'Microsoft SkyDriveSync 25.081.0427 ship; Windows NT 10.0 (19045)' } : {};
			const end = inARow(random, start, sized(world, random, 350, 1800), random.between(3_000, 15_000), (time, at) =>
				fileEvent(world, seat, time, at % 12 === 0 ? 'FolderCreated' : 'FileUploaded', anyFile(random, person), agent),
			);
			const covered = ticketed ?? random.chance(0.6);
			if (covered) ticket(world, [person], ['file.upload', 'file.create', 'file.copy'], [start, end], 'File server migration');
			harmless(world, 'AN1514', 'migration', [person], [start, end], covered ? 'with a ticket' : 'without a ticket');
		}
	};

/** The books are closed: all of finance uploads in the last days of a month and the first of the next. */
export const monthEnd: Affair = (world, random) => {
	for (const person of world.staff.filter((one) => one.department.name === 'Finance')) {
		for (let day = 0; day < world.settings.days; day++) {
			const date = Number(isoDay(dayAt(world, day)).slice(8));
			if ((date > 2 && date < 29) || !isPresent(person, day) || !isWorkday(person.zone, dayAt(world, day)) || random.chance(0.55))
				continue;
			const start = clock(world, person, day, random.between(9, 16));
			const seat = usualSeat(world, person, day, random);
			const end = inARow(random, start, sized(world, random, 15, 75), 90_000, (time) =>
				fileEvent(world, seat, time, 'FileUploaded', anyFile(random, person, 'xlsx')),
			);
			if (end - start > 20 * MINUTE) harmless(world, 'AN1514', 'month-end', [person], [start, end], 'closing of the books');
		}
	}
};

/** A campaign's pictures go to wherever the agency wants them. */
export const marketingUpload: Affair = (world, random) => {
	for (const person of choose(world, 1, (one) => one.department.name === 'Marketing', random)) {
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 16));
		const seat = usualSeat(world, person, day, random);
		const where = random.pick([
			'sharepoint',
			person.uses.has('google') ? 'drive' : 'sharepoint',
			person.uses.has('box') ? 'box' : 'sharepoint',
		]);
		const end = inARow(random, start, sized(world, random, 90, 420), random.between(2_000, 8_000), (time) => {
			if (where === 'drive') drive(world, seat, time, 'upload', fileName(random, 'jpeg'));
			else if (where === 'box') boxItem(world, seat, time, 'UPLOAD', fileName(random, 'jpeg'));
			else fileEvent(world, seat, time, 'FileUploaded', anyFile(random, person, 'jpeg'));
		});
		harmless(world, 'AN1514', 'big-upload', [person], [start, end], `pictures to ${where}`);
	}
};

/** A project's folder is copied as the start of the next project. */
export const projectCopy: Affair = (world, random) => {
	for (const person of choose(world, 1, (one) => one.department.name !== 'IT', random)) {
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 17));
		const seat = usualSeat(world, person, day, random);
		const end = inARow(random, start, sized(world, random, 40, 220), 1_500, (time, at) =>
			fileEvent(world, seat, time, at % 15 === 0 ? 'FolderCreated' : 'FileCopied', anyFile(random, person)),
		);
		harmless(world, 'AN1514', 'project-copy', [person], [start, end], 'copy of a project folder');
	}
};

/** Somebody switches a sync client on. */
export const boxSync: Affair = (world, random) => {
	for (const person of choose(world, 1, (one) => one.uses.has('box'), random)) {
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 18));
		const seat = usualSeat(world, person, day, random);
		const end = inARow(random, start, sized(world, random, 100, 450), 1_200, (time) =>
			boxItem(world, seat, time, 'UPLOAD', fileName(random), { service: 'Box Drive' }),
		);
		harmless(world, 'AN1514', 'sync-client', [person], [start, end], 'first run of a sync client');
	}
};

/** Paper goes into the archive: dozens of scans in a morning. */
export const scans: Affair = (world, random) => {
	for (const person of choose(world, 1, (one) => ['Operations', 'HR', 'Legal'].includes(one.department.name), random)) {
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 13));
		const seat = usualSeat(world, person, day, random);
		const end = inARow(random, start, sized(world, random, 40, 110), 70_000, (time) =>
			fileEvent(world, seat, time, 'FileUploaded', anyFile(random, person, 'pdf')),
		);
		harmless(world, 'AN1514', 'scans', [person], [start, end], 'scanned paper');
	}
};
