import { clock, namesOfApp, pickDay } from '../affairs.ts';
import { HOUR, MINUTE } from '../calendar.ts';
import { placeIn } from '../places.ts';
import { deviceOf, usualSeat } from '../presence.ts';
import type { Random } from '../random.ts';
import { inARow } from '../routine.ts';
import { boxLogin } from '../shapes/box.ts';
import { googleLogin } from '../shapes/google.ts';
import { signIn } from '../shapes/microsoft.ts';
import { oktaFactor, oktaSignIn } from '../shapes/okta.ts';
import { salesforceLogin } from '../shapes/salesforce.ts';
import { zoomSignIn } from '../shapes/zoom.ts';
import { makeDevice, namesOf, type Person, type Platform } from '../staff.ts';
import { ATTACK_CLIENTS, COUNTRIES } from '../tables.ts';
import { type AnalyticId, type App, dayAt, type Seat, type SizeKind, seat, type World } from '../world.ts';

/** How difficult an intrusion is to see, by level: shares and factors. */
interface Difficulty {
	/** Comes from the victim's own network and computer. */
	readonly own: number;
	/** Signs in with failures before. */
	readonly telltale: number;
	readonly failures: readonly [number, number];
	/** Through somebody's home connection rather than a hosting company. */
	readonly residential: number;
	/** That home is in the victim's country. */
	readonly sameCountry: number;
	/** That home's provider serves colleagues too. */
	readonly knownProvider: number;
	/** Shows the same browser as the victim. */
	readonly mimics: number;
	readonly flagged: number;
	/** Outside the victim's hours. */
	readonly oddHours: number;
	readonly size: number;
}

const DIFFICULTY: Readonly<Record<1 | 2 | 3, Difficulty>> = {
	1: {
		own: 0.15,
		telltale: 0.8,
		failures: [3, 8],
		residential: 0.35,
		sameCountry: 0.3,
		knownProvider: 0,
		mimics: 0.1,
		flagged: 0.5,
		oddHours: 0.5,
		size: 1,
	},
	2: {
		own: 0.24,
		telltale: 0.6,
		failures: [1, 5],
		residential: 0.5,
		sameCountry: 0.5,
		knownProvider: 0.1,
		mimics: 0.3,
		flagged: 0.25,
		oddHours: 0.35,
		size: 0.5,
	},
	3: {
		own: 0.32,
		telltale: 0.4,
		failures: [0, 3],
		residential: 0.65,
		sameCountry: 0.65,
		knownProvider: 0.25,
		mimics: 0.5,
		flagged: 0.1,
		oddHours: 0.2,
		size: 0.28,
	},
};

function difficulty({ settings }: World): Difficulty {
	const how = DIFFICULTY[settings.level];
	return settings.clear ? { ...how, own: 0, telltale: 1, oddHours: 0.7 } : how;
}

/** An intruder in somebody's account. */
export interface Intrusion {
	readonly world: World;
	readonly random: Random;
	readonly victim: Person;
	readonly size: SizeKind;
	readonly day: number;
	/** When it begins. */
	readonly start: number;
	/** From where and with what. */
	readonly from: Seat;
	readonly own: boolean;
}

/** Chooses where the intruder comes from and when, and writes the sign-ins that give them away, if any. */
export function intrude(world: World, random: Random, victim: Person, size: SizeKind, platform: Platform): Intrusion {
	const how = difficulty(world);
	const long = size === 'slow' ? 9 : 1;
	const from = Math.max(3, Math.floor(world.settings.days * 0.22));
	let day = pickDay(world, random, victim, from);
	if (day > world.settings.days - long - 1) day = Math.max(from, world.settings.days - long - 1);
	const own = random.chance(how.own);
	const hour = random.chance(how.oddHours)
		? random.pick([random.between(0.5, 5.5), random.between(19, 23)])
		: random.between(9, 17);
	const start = Math.max(dayAt(world, 1), clock(world, victim, day, hour));
	const seated = own ? usualSeat(world, victim, day, random) : foreignSeat(world, random, victim, day);
	const intrusion = { world, random, victim, size, day, start, from: seated, own };
	if (!own) enter(intrusion, platform, start);
	return intrusion;
}

function foreignSeat(world: World, random: Random, victim: Person, day: number): Seat {
	const how = difficulty(world);
	const residential = random.chance(how.residential);
	const [country, countryName, city] =
		residential && random.chance(how.sameCountry)
			? [victim.zone.country, victim.zone.countryName, victim.zone.city]
			: random.pick(COUNTRIES);
	const known = world.providers.get(victim.zone.id)?.home ?? [];
	const network =
		residential && known.length > 1 && random.chance(how.knownProvider)
			? (known[(victim.number + 1 + random.int(0, known.length - 2)) % known.length] ?? world.vpn)
			: world.newNetwork({ country, countryName, city }, residential ? `${city} Cable` : `${city} Servers`, {
					proxy: random.chance(how.flagged),
				});
	const device = random.chance(how.mimics)
		? { ...deviceOf(world, victim, day), id: random.hex(32) }
		: makeDevice(random, ATTACK_CLIENTS);
	return seat(world, victim, placeIn(network, random.int(1, 200)), device);
}

/** Sign-ins before the act: with failures, quietly, or none at all because a token was stolen. */
export function enter({ world, random, from }: Intrusion, platform: Platform, start: number): void {
	const how = difficulty(world);
	const telltale = random.chance(how.telltale);
	if (!telltale && random.chance(0.5)) return;
	const before = start - random.int(4, 90) * MINUTE;
	const okta = platform === 'okta' || random.chance(0.6);
	const failures = telltale ? random.int(...how.failures) : 0;
	const end = inARow(random, before, failures, 25_000, (time) =>
		okta ? oktaSignIn(world, from, time, false) : signIn(world, from, time, { ok: false }),
	);
	if (okta) {
		oktaSignIn(world, from, end + 15_000);
		if (random.chance(0.5)) oktaFactor(world, from, end + 21_000);
	}
	if (!okta || platform === 'm365') signIn(world, from, end + 30_000);
	if (platform === 'google') googleLogin(world, from, end + 35_000);
	if (platform === 'box') boxLogin(world, from, end + 35_000);
	if (platform === 'salesforce') salesforceLogin(world, from, end + 35_000);
	if (platform === 'zoom') zoomSignIn(world, from, end + 35_000);
}

/** How many in one sitting (or a day, when slow), from the range of level 1. */
export function amount({ world, random }: Intrusion, [low, high]: readonly [number, number]): number {
	return Math.max(1, Math.round(random.between(low, high) * difficulty(world).size * world.settings.scale));
}

/** Starts of the sittings: one, or one on each of five to eight days for the slow. */
export function sittings({ random, size, start, own, victim }: Intrusion): number[] {
	if (size !== 'slow') return [start];
	const count = random.int(5, 8);
	const all = [];
	for (let at = 0; at < count; at++) all.push(start + at * 24 * HOUR + Math.round(random.normal(0, 0.8) * HOUR));
	return own ? all.filter((_, at) => at === 0 || at % 7 < 5 || victim.pace > 1) : all;
}

/** Enters the campaign into the ground truth. */
export function confess(intrusion: Intrusion, analytic: AnalyticId, end: number, note: string, apps: readonly App[] = []): void {
	const { world, victim, size, start, own } = intrusion;
	const number = world.campaigns.filter((one) => one.analytic === analytic).length + 1;
	world.campaigns.push({
		id: `${analytic}-${number}`,
		analytic,
		size,
		level: world.settings.level,
		actors: [...namesOf(victim), ...apps.flatMap(namesOfApp)],
		start: new Date(start).toISOString(),
		end: new Date(end).toISOString(),
		note: `${victim.email}: ${note}; ${own ? 'from their own network' : `from ${intrusion.from.place.asOrg} (${intrusion.from.place.country})`}`,
	});
}
