import { DAY, type Zone } from './calendar.ts';
import type { Network, Place } from './places.ts';
import type { Random } from './random.ts';
import type { Device, Person } from './staff.ts';

/** The logs that are kept, each in its vendor's own export shape. */
export const STREAMS = [
	'okta',
	'm365',
	'entra-signins',
	'github',
	'box',
	'google-drive',
	'google-token',
	'google-admin',
	'google-login',
	'salesforce-login',
	'salesforce-setup',
	'zoom-activity',
	'zoom-operations',
] as const;
export type Stream = (typeof STREAMS)[number];

export type Level = 1 | 2 | 3;
export type AnalyticId = 'AN1349' | 'AN0132' | 'AN0732' | 'AN1514' | 'AN0339';
export const ANALYTICS = ['AN1349', 'AN0132', 'AN0732', 'AN1514', 'AN0339'] as const satisfies readonly AnalyticId[];
export type SizeKind = 'loud' | 'medium' | 'single' | 'slow';

/** One intrusion, as the ground truth tells it. Times are ISO 8601 UTC. */
export interface Campaign {
	readonly id: string;
	readonly analytic: AnalyticId;
	/** All names of the account (and of the application) behind it, lower case. */
	readonly actors: readonly string[];
	readonly start: string;
	readonly end: string;
	readonly size: SizeKind;
	readonly level: Level;
	/** What happened, for people who look into a miss. */
	readonly note: string;
}

/** A harmless affair that looks like an attack. */
export interface LookAlike {
	readonly kind: string;
	readonly analytic: AnalyticId;
	readonly actors: readonly string[];
	readonly start: string;
	readonly end: string;
	readonly note: string;
}

/** A row of `changes.csv`. */
export interface Ticket {
	readonly start: number;
	readonly end: number;
	readonly actors: readonly string[];
	readonly activities: readonly string[];
	readonly note: string;
}

/** An application that reads mail or files for people, or that people sign in to. */
export interface App {
	readonly id: string;
	readonly name: string;
	readonly principal: string;
	/** Where it calls from. */
	readonly place: Place;
	readonly approved: boolean;
}

export interface Repository {
	readonly name: string;
	readonly id: number;
	readonly visibility: 'private' | 'internal' | 'public';
	readonly restricted: boolean;
	/** Number of the team that works on it. */
	readonly team: number;
}

/** Who acts from where with what. */
export interface Seat {
	readonly person: Person;
	readonly place: Place;
	readonly device: Device;
	/** One sitting: what the vendors call a session. */
	readonly session: string;
}

/** One record in its vendor's shape. */
export interface Entry {
	readonly time: number;
	readonly record: Readonly<Record<string, unknown>>;
}

export interface Settings {
	readonly people: number;
	readonly days: number;
	readonly level: Level;
	readonly seed: number | string;
	/** Epoch ms of 00:00 UTC of the first day. */
	readonly start: number;
	/** Campaigns of each analytic; 0 for a benign organisation. */
	readonly attacks: number;
	/** Factor on the number of look-alikes; 1 gives about 45 for 300 people in 45 days. */
	readonly lookAlikes: number;
	readonly addresses: 'documentation' | 'wide';
	/** Factor on the everyday records of each person. */
	readonly density: number;
	/** Sizes of campaigns and services are multiplied by this: fixtures are small. */
	readonly scale: number;
	/** Every attack comes from outside and gives itself away by its sign-ins: for demonstrations. */
	readonly clear: boolean;
	readonly domain: string;
	readonly organisation: string;
}

/** Everything that the behaviours share. */
export interface World {
	readonly settings: Settings;
	readonly random: Random;
	readonly staff: readonly Person[];
	readonly services: Readonly<Record<'ci' | 'etl' | 'backup' | 'scim' | 'mirror', Person>>;
	readonly repositories: readonly Repository[];
	readonly apps: { readonly backup: App; readonly scheduler: App; readonly notes: App; readonly mailers: readonly App[] };
	/** Network of each office by zone, latest first, with the day from which it holds. */
	readonly egress: Map<string, { readonly from: number; readonly network: Network }[]>;
	readonly vpn: Network;
	readonly cloud: Network;
	readonly providers: Map<string, { readonly home: readonly Network[]; readonly mobile: readonly Network[] }>;
	/** Days on which somebody is elsewhere, by e-mail. */
	readonly travel: Map<string, { readonly from: number; readonly to: number; readonly network: Network }[]>;
	/** New computers, by e-mail, with the day from which they are used. */
	readonly refits: Map<string, { readonly from: number; readonly device: Device }>;
	newNetwork(
		where: { country: string; countryName: string; city: string },
		asOrg: string,
		options?: { slot?: number; proxy?: boolean },
	): Network;
	readonly log: Map<Stream, Entry[]>;
	readonly tickets: Ticket[];
	readonly approved: { app: string; name: string; platform: string; scopes: string; owner: string; reviewBy: string }[];
	readonly campaigns: Campaign[];
	readonly lookAlikes: LookAlike[];
	/** People already used by an attack or a look-alike, so that one account tells one story. */
	readonly busy: Set<string>;
	/** The repositories that somebody works on, by e-mail, the usual ones first. */
	readonly reposOf: Map<string, readonly Repository[]>;
}

/** 00:00 UTC of the day with this number. */
export function dayAt(world: World, number: number): number {
	return world.settings.start + number * DAY;
}

/** Puts a record into a log, unless it lies outside the period that was exported. */
export function write(world: World, stream: Stream, time: number, record: Readonly<Record<string, unknown>>): void {
	if (time < world.settings.start || time >= dayAt(world, world.settings.days)) return;
	world.log.get(stream)?.push({ time, record });
}

/** The raw user agent, with the browser version of that day. */
export function agentOf(world: World, device: Device, time: number): string {
	return device.agent.replaceAll('VERSION', String(138 + Math.floor((time - world.settings.start) / (28 * DAY))));
}

export function seat(world: World, person: Person, place: Place, device: Device = person.device): Seat {
	return { person, place, device, session: world.random.code(16) };
}

/** Whether somebody is employed and not on leave on that day; weekends count. */
export function isPresent(person: Person, day: number): boolean {
	return day >= person.joins && day < person.leaves && !person.off.has(day);
}

/** People to whom nothing special has happened yet and who fit; each is handed out once. */
export function choose(world: World, count: number, fits: (person: Person) => boolean, random: Random = world.random): Person[] {
	const free = world.staff.filter(
		(person) => person.joins === 0 && person.leaves > world.settings.days && !world.busy.has(person.email) && fits(person),
	);
	const chosen = random.sample(free, count);
	for (const person of chosen) world.busy.add(person.email);
	return chosen;
}

export type { Zone };
