import { readMany } from '../benign/mail.ts';
import { HOUR, MINUTE } from '../calendar.ts';
import { placeIn } from '../places.ts';
import type { Random } from '../random.ts';
import { inARow } from '../routine.ts';
import { consent } from '../shapes/directory.ts';
import { exchangeCommand, type MailClient, mailRead, mailSearch } from '../shapes/microsoft.ts';
import { type App, choose, type SizeKind, seat, type World } from '../world.ts';
import { amount, confess, type Intrusion, intrude, sittings } from './intruder.ts';

const MESSAGES = { loud: [1500, 4000], medium: [350, 800], single: [130, 260], slow: [45, 90] } as const;
const MAILBOXES = { loud: [25, 60], medium: [9, 16], single: [6, 9], slow: [4, 6] } as const;
const SEARCHES = { loud: [50, 120], medium: [22, 40], single: [12, 18], slow: [5, 9] } as const;

/** An application of the intruder, calling from the intruder's network or from a host of its own. */
export function rogueApp(world: World, random: Random, { from, own }: Intrusion, name: string): App {
	// One name, one campaign: the truth is told by names.
	const unique = world.campaigns.some(({ actors }) => actors.includes(name.toLowerCase()))
		? `${name} ${world.campaigns.length}`
		: name;
	const network = world.newNetwork({ country: 'NL', countryName: 'Netherlands', city: 'Amsterdam' }, 'Low Tide Servers');
	return {
		id: random.guid(),
		name: unique,
		principal: random.guid(),
		place: own || random.chance(0.4) ? placeIn(network, random.int(1, 200)) : from.place,
		approved: false,
	};
}

/** Mail is read by a program: one mailbox emptied, many opened, or searched through (AN0132). */
export function mailAttack(world: World, random: Random, size: SizeKind, which: number): void {
	const way = (['rest', 'owa', 'app-only', 'ews', 'search', 'imap'] as const)[which % 6] ?? 'rest';
	const [victim] = choose(world, 1, (one) => one.department.name !== 'Operations', random);
	if (victim === undefined) return;
	const intrusion = intrude(world, random, victim, size, 'm365');
	if (way === 'app-only') manyMailboxes(intrusion);
	else if (way === 'search') searches(intrusion);
	else oneMailbox(intrusion, way);
}

function oneMailbox(intrusion: Intrusion, way: 'rest' | 'owa' | 'ews' | 'imap'): void {
	const { world, random, victim, from, start } = intrusion;
	const app = rogueApp(world, random, intrusion, random.pick(['Mail Reader', 'Office Sync', 'PDF Helper']));
	const client: MailClient = way === 'rest' || way === 'ews' ? { kind: way, app } : { kind: way };
	const place = way === 'rest' || way === 'ews' ? app.place : from.place;
	if (way === 'rest' && random.chance(0.35))
		consent(world, from, start - 4 * MINUTE, app, ['Mail.Read', 'offline_access', 'User.Read']);
	let end = start;
	let total = 0;
	for (const sitting of sittings(intrusion)) {
		const messages = amount(intrusion, MESSAGES[intrusion.size]);
		total += messages;
		end = readMany(world, random, seat(world, victim, place, from.device), sitting, messages, client, way === 'owa' ? 25 : 80);
		if (way === 'owa' && random.chance(0.6))
			inARow(random, sitting + MINUTE, amount(intrusion, [8, 20]), 70_000, (time) =>
				mailSearch(world, from, time, random.pick(['password', 'invoice', 'wire', 'vpn', 'payroll'])),
			);
	}
	if (random.chance(0.3))
		exchangeCommand(world, from, end + MINUTE, 'New-InboxRule', {
			Name: '..',
			SubjectContainsWords: 'invoice;payment',
			MoveToFolder: 'RSS Feeds',
			MarkAsRead: 'True',
		});
	confess(intrusion, 'AN0132', end, `${total} messages by ${way}`, way === 'rest' || way === 'ews' ? [app] : []);
}

/** An application with a permission of its own, whose secret was stolen or newly granted, goes through mailboxes. */
function manyMailboxes(intrusion: Intrusion): void {
	const { world, random, victim } = intrusion;
	const app = rogueApp(world, random, intrusion, random.pick(['Directory Helper', 'Sync Bridge']));
	const boxes = random.shuffle(world.staff);
	let end = intrusion.start;
	let taken = 0;
	for (const start of sittings(intrusion)) {
		const chosen = [victim, ...boxes.slice(taken, taken + Math.max(2, amount(intrusion, MAILBOXES[intrusion.size]) - 1))];
		taken += chosen.length - 1;
		end = start;
		for (const owner of chosen) {
			for (let left = random.int(1, 3); left > 0; left--) {
				mailRead(world, seat(world, owner, app.place), Math.round(end), random.int(5, 40), '\\Inbox', { kind: 'app-only', app });
				end += random.between(5_000, 60_000);
			}
		}
	}
	confess(intrusion, 'AN0132', Math.round(end), `${taken + 1} mailboxes by an application`, [app]);
}

function searches(intrusion: Intrusion): void {
	const { world, random, from } = intrusion;
	let end = intrusion.start;
	let total = 0;
	for (const start of sittings(intrusion)) {
		const count = amount(intrusion, SEARCHES[intrusion.size]);
		total += count;
		end = inARow(random, start, count, intrusion.size === 'loud' ? 20_000 : 80_000, (time, at) => {
			mailSearch(
				world,
				from,
				time,
				random.pick(['password', 'invoice', 'wire transfer', 'vpn', 'payroll', 'confidential', 'bank', 'contract']),
			);
			if (at % 3 === 0) mailRead(world, from, time + 9_000, random.int(1, 8), '\\Inbox', { kind: 'owa' });
		});
	}
	confess(intrusion, 'AN0132', end + HOUR / 60, `${total} searches`);
}
