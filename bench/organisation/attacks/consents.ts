import { readMany } from '../benign/mail.ts';
import { HOUR, MINUTE } from '../calendar.ts';
import { usualSeat } from '../presence.ts';
import type { Random } from '../random.ts';
import { anyFile, inARow } from '../routine.ts';
import { administrators } from '../services.ts';
import { appRoles, appSecret, consent, roleGrant } from '../shapes/directory.ts';
import { authorize, delegate, drive, tokenActivity } from '../shapes/google.ts';
import { exchangeCommand, fileEvent, mailRead } from '../shapes/microsoft.ts';
import { oktaConsent, oktaLifecycle } from '../shapes/okta.ts';
import { type App, choose, type SizeKind, seat, type World } from '../world.ts';
import { amount, confess, type Intrusion, intrude, sittings } from './intruder.ts';
import { rogueApp } from './mail.ts';

const ACTS = { loud: [350, 1000], medium: [110, 260], single: [40, 90], slow: [10, 22] } as const;
type Way = 'user' | 'tenant' | 'google' | 'roles' | 'delegation' | 'files' | 'okta';

/** An application of the intruder is let in and then used (AN1349). */
export function consentsAttack(world: World, random: Random, size: SizeKind, which: number): void {
	const way: Way = (['user', 'google', 'tenant', 'files', 'roles', 'okta', 'delegation'] as const)[which % 7] ?? 'user';
	const byAdmin = way === 'tenant' || way === 'roles' || way === 'delegation' || way === 'okta';
	const uses = way === 'google' || way === 'delegation' ? 'google' : 'm365';
	const [victim] = choose(world, 1, (one) => one.uses.has(uses) && (!byAdmin || one.department.name === 'IT'), random).concat(
		administrators(world, 15)
			.filter((one) => one.uses.has(uses))
			.slice(-1),
	);
	if (victim === undefined) return;
	const intrusion = intrude(world, random, victim, size, uses);
	const app = rogueApp(
		world,
		random,
		intrusion,
		random.pick(['Secure Document Viewer', 'Mail Quota Update', 'Team Calendar Plus', 'Cloud Signature', 'Reader Pro']),
	);
	// An illicit consent is often given by the victim's own hand, from the usual place.
	const hand = random.chance(0.4) ? usualSeat(world, victim, intrusion.day, random) : intrusion.from;
	grant(intrusion, hand, app, way);
	let end = intrusion.start;
	let total = 0;
	for (const [at, start] of sittings(intrusion).entries()) {
		const count = amount(intrusion, ACTS[size]);
		total += count;
		end = use(intrusion, app, way, start + (at === 0 ? random.int(2, 200) * MINUTE : 0), count);
	}
	if (random.chance(0.25))
		exchangeCommand(world, hand, intrusion.start + 5 * HOUR, 'New-InboxRule', {
			Name: 'a',
			ForwardTo: 'collector@example.net',
			MarkAsRead: 'True',
		});
	if (byAdmin && random.chance(0.2)) roleGrant(world, hand, intrusion.start + HOUR, 'Global Administrator', victim);
	confess(intrusion, 'AN1349', end, `${app.name} by ${way}, ${total} acts`, [app]);
}

function grant({ world, start, random }: Intrusion, hand: ReturnType<typeof seat>, app: App, way: Way): void {
	if (way === 'user')
		consent(world, hand, start, app, ['Mail.ReadWrite', 'MailboxSettings.ReadWrite', 'offline_access', 'User.Read']);
	else if (way === 'files') consent(world, hand, start, app, ['Files.ReadWrite.All', 'Sites.Read.All', 'offline_access']);
	else if (way === 'tenant')
		consent(world, hand, start, app, ['Mail.Read', 'Files.Read.All', 'Directory.Read.All', 'offline_access'], true);
	else if (way === 'google')
		authorize(
			world,
			hand,
			start,
			app,
			random.chance(0.5) ? ['https://mail.google.com/', 'drive', 'openid'] : ['gmail.readonly', 'drive.readonly', 'openid'],
		);
	else if (way === 'delegation') delegate(world, hand, start, app, ['gmail.readonly', 'drive', 'admin.directory.user']);
	else if (way === 'okta') oktaConsent(world, hand, start, app, ['okta.users.manage', 'okta.groups.manage', 'okta.apps.manage']);
	else {
		appSecret(world, hand, start - MINUTE, app);
		appRoles(world, hand, start, app, ['Mail.ReadWrite', 'RoleManagement.ReadWrite.Directory', 'Files.Read.All']);
	}
}

/** What the application does with it, in its own name. @returns when it ended. */
function use({ world, random, victim }: Intrusion, app: App, way: Way, start: number, count: number): number {
	const robot = seat(world, victim, app.place, {
		...victim.device,
		agent: 'python-requests/2.32.3',
		os: 'Unknown',
		browser: 'UNKNOWN',
	});
	if (way === 'user') return readMany(world, random, robot, start, count, { kind: 'rest', app }, 60);
	if (way === 'files')
		return inARow(random, start, Math.ceil(count / 3), 9_000, (time) =>
			fileEvent(world, robot, time, 'FileDownloaded', anyFile(random, victim), { app, agent: 'python-requests/2.32.3' }),
		);
	if (way === 'google' || way === 'delegation') {
		return inARow(random, start, Math.ceil(count / 3), 12_000, (time, at) => {
			if (at % 2 === 0) drive(world, robot, time, 'download', `paper ${at}`, app);
			else
				tokenActivity(
					world,
					robot,
					time,
					app,
					at % 4 === 1 ? 'gmail' : 'drive',
					at % 4 === 1 ? 'gmail.users.messages.get' : 'drive.files.get',
					random.int(2_000, 900_000),
				);
		});
	}
	if (way === 'okta') {
		const service = { ...robot, person: { ...victim, kind: 'service' as const, okta: app.id, email: app.id, name: app.name } };
		return inARow(random, start, Math.min(60, Math.ceil(count / 8)), 60_000, (time) =>
			oktaLifecycle(world, service, time, 'create', {
				...random.pick(world.staff),
				email: `temp${random.int(1, 99)}@example.net`,
			}),
		);
	}
	let time = start;
	for (const owner of random.sample(world.staff, Math.max(2, Math.ceil(count / 30)))) {
		mailRead(world, seat(world, owner, app.place), Math.round(time), random.int(10, 40), '\\Inbox', { kind: 'app-only', app });
		time += random.between(5_000, 50_000);
	}
	return Math.round(time);
}
