import { ZONES, type Zone } from './calendar.ts';
import type { Random } from './random.ts';
import { BROWSERS, DEPARTMENTS, type Department, FIRST_NAMES, GIT_CLIENTS, LAST_NAMES, PHONES } from './tables.ts';

/** A computer, a phone or a program. */
export interface Device {
	readonly os: string;
	readonly browser: string;
	/** With `VERSION` where the major version stands. */
	readonly agent: string;
	readonly git: string;
	readonly id: string;
	/** A phone, which signs in as `Mobile`. */
	readonly mobile: boolean;
}

export type Platform = 'okta' | 'm365' | 'github' | 'google' | 'box' | 'salesforce' | 'zoom';

/** Somebody with accounts, or a service account. Names of one person on all platforms. */
export interface Person {
	readonly number: number;
	readonly first: string;
	readonly last: string;
	readonly name: string;
	readonly email: string;
	readonly github: string;
	readonly guid: string;
	readonly puid: string;
	readonly okta: string;
	readonly salesforce: string;
	readonly box: string;
	readonly google: string;
	readonly department: Department;
	readonly role: string;
	readonly zone: Zone;
	readonly kind: 'user' | 'contractor' | 'service';
	readonly developer: boolean;
	readonly privileged: boolean;
	readonly uses: ReadonlySet<Platform>;
	/** How busy, 1 for an average colleague. */
	readonly pace: number;
	/** Hour at which the day begins, by their clock. */
	readonly starts: number;
	/** Share of days at the office. */
	readonly atOffice: number;
	/** Goes through the company's VPN when at home. */
	readonly vpn: boolean;
	/** Outlook on the desktop; otherwise the browser. */
	readonly outlook: boolean;
	device: Device;
	phone: Device;
	/** Number of the day of the first and of the day after the last at work. */
	joins: number;
	leaves: number;
	/** Days off, by number. */
	readonly off: Set<number>;
}

/** All names under which logs may call somebody, lower case. */
export function namesOf(person: Person): string[] {
	const { email, github, guid, okta, salesforce, box, google, name, uses } = person;
	const all = [email, guid, okta, name];
	if (uses.has('github')) all.push(github);
	if (uses.has('salesforce')) all.push(salesforce, salesforce.slice(0, 15));
	if (uses.has('box')) all.push(box);
	if (uses.has('google')) all.push(google);
	return [...new Set(all.map((id) => id.toLowerCase()))];
}

export function makeDevice(random: Random, from: readonly (readonly [string, string, string, number])[], mobile = false): Device {
	const [os, browser, agent] = random.weighted(from.map((row) => [row, row[3]] as const));
	return { os, browser, agent, git: random.pick(GIT_CLIENTS), id: random.hex(32), mobile };
}

/** Whoever works there: `count` people with departments, roles, zones, devices and dates of joining and leaving. */
export function makeStaff(random: Random, count: number, days: number, domain: string): Person[] {
	const taken = new Set<string>();
	const wanted = DEPARTMENTS.flatMap((department) =>
		Array<Department>(Math.max(department.share > 0.1 ? 2 : 1, Math.round(department.share * count))).fill(department),
	);
	while (wanted.length < count) wanted.push(DEPARTMENTS[0] as Department);
	return wanted
		.slice(0, Math.max(count, DEPARTMENTS.length))
		.map((department, number) => makePerson(random, { department, number, days, domain, taken }));
}

interface Making {
	readonly department: Department;
	readonly number: number;
	readonly days: number;
	readonly domain: string;
	readonly taken: Set<string>;
}

function makePerson(random: Random, { department, number, days, domain, taken }: Making): Person {
	let first = random.pick(FIRST_NAMES) as string;
	let last = random.pick(LAST_NAMES) as string;
	while (taken.has(`${first}.${last}`)) [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
	taken.add(`${first}.${last}`);
	const role = random.pick(department.roles);
	const contractor = random.chance(department.name === 'Engineering' || department.name === 'Support' ? 0.12 : 0.04);
	const uses = new Set<Platform>(['okta', 'm365', 'zoom']);
	for (const platform of ['github', 'google', 'box', 'salesforce'] as const)
		if (random.chance(department.uses[platform])) uses.add(platform);
	const off = new Set<number>();
	for (let i = random.int(0, 2); i > 0; i--) {
		const from = random.int(4, days);
		for (let day = from; day < from + random.int(2, 9); day++) off.add(day);
	}
	const early = days > 12;
	return {
		number,
		first,
		last,
		name: `${first} ${last}`,
		email: `${first}.${last}@${domain}`.toLowerCase(),
		github: random.chance(0.7)
			? `${first}-${last}`.toLowerCase()
			: `${first.slice(0, 1)}${last}${random.int(2, 99)}`.toLowerCase(),
		guid: random.guid(),
		puid: `10032${random.hex(11).toUpperCase()}`,
		okta: `00u${random.code(17)}`,
		salesforce: `005${random.code(12)}AAA`,
		box: random.digits(10),
		google: `1${random.digits(20)}`,
		department,
		role,
		zone: random.weighted<Zone>([
			[ZONES[0], 35],
			[ZONES[1], 20],
			[ZONES[2], 30],
			[ZONES[3], 15],
		]),
		kind: contractor ? 'contractor' : 'user',
		developer: department.name === 'Engineering' || role === 'Support Engineer' || role === 'Identity Engineer',
		privileged: (department.name === 'IT' && role !== 'Help Desk Analyst') || role === 'Site Reliability Engineer',
		uses,
		off,
		pace: Math.min(2.5, random.lognormal(1, 0.35)),
		starts: random.normal(8.7, 0.7),
		atOffice: random.weighted([
			[0.85, 4],
			[0.5, 4],
			[0.05, 2],
		]),
		vpn: random.chance(0.3),
		outlook: random.chance(0.7),
		device: makeDevice(random, BROWSERS),
		phone: makeDevice(random, PHONES, true),
		joins: early && random.chance(0.035) ? random.int(7, days - 4) : 0,
		leaves: early && random.chance(contractor ? 0.12 : 0.03) ? random.int(8, days - 1) : days + 1,
	};
}
