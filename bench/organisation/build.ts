import { ZONES } from './calendar.ts';
import { AddressBook, type Network, placeIn } from './places.ts';
import { Random } from './random.ts';
import { makeStaff, type Person } from './staff.ts';
import { COUNTRIES, NOUNS, REPOSITORY_KINDS } from './tables.ts';
import { type App, type Entry, type Repository, type Settings, STREAMS, type Stream, type World } from './world.ts';

/** An organisation before anything has happened in it. */
export function buildWorld(settings: Settings): World {
	const random = new Random(`organisation/${settings.seed}/${settings.people}/${settings.days}`);
	const book = new AddressBook(settings.addresses, random.fork('addresses'));
	const staff = makeStaff(random.fork('staff'), settings.people, settings.days, settings.domain);
	const egress = new Map(
		ZONES.map((zone, at) => [
			zone.id,
			[{ from: 0, network: book.network(zone, `${settings.organisation} office ${zone.city}`, at === 0 ? { slot: 0 } : {}) }],
		]),
	);
	const vpn = book.network(ZONES[0], `${settings.organisation} VPN`, { slot: 1 });
	const cloud = book.network(
		{ country: 'IE', countryName: 'Ireland', city: 'Dublin' },
		'Example Cloud',
		settings.addresses === 'wide' ? { slot: 2 } : {},
	);
	const providers = new Map(
		ZONES.map((zone, at) => [
			zone.id,
			{
				home: [1, 2, 3, 4, 5].map((number) => book.network(zone, `${zone.city} Broadband ${number}`)),
				mobile: [1, 2].map((number) =>
					book.network(zone, `${zone.city} Mobile ${number}`, at === 0 && number === 1 ? { slot: 2 } : {}),
				),
			},
		]),
	);
	const repositories = makeRepositories(
		random.fork('repositories'),
		Math.max(24, Math.round(settings.people * 0.45)),
		settings.organisation,
	);
	return {
		settings,
		random,
		staff,
		services: makeServices(random.fork('services'), staff, settings.domain),
		repositories,
		apps: makeApps(random.fork('apps'), book),
		egress,
		vpn,
		cloud,
		providers,
		travel: new Map(),
		refits: new Map(),
		newNetwork: (where, asOrg, options) => book.network(where, asOrg, options),
		log: new Map<Stream, Entry[]>(STREAMS.map((stream) => [stream, []])),
		tickets: [],
		approved: [],
		campaigns: [],
		lookAlikes: [],
		busy: new Set(),
		reposOf: assignRepositories(random.fork('teams'), staff, repositories),
	};
}

function makeRepositories(random: Random, count: number, organisation: string): Repository[] {
	const names = random.shuffle(NOUNS.flatMap((noun) => REPOSITORY_KINDS.map((kind) => `${noun}-${kind}`))).slice(0, count);
	return names.map((name, at) => ({
		name: `${organisation}/${name}`,
		id: 100_000 + at * 37,
		visibility: random.weighted([
			['private', 70],
			['internal', 22],
			['public', 8],
		]),
		restricted: random.chance(0.08),
		team: at % Math.max(3, Math.round(count / 9)),
	}));
}

/** Each developer works on the repositories of one team and a few others, the first of them most. */
function assignRepositories(
	random: Random,
	staff: readonly Person[],
	repositories: readonly Repository[],
): Map<string, readonly Repository[]> {
	const teams = Math.max(...repositories.map((repository) => repository.team)) + 1;
	return new Map(
		staff
			.filter((person) => person.uses.has('github'))
			.map((person) => {
				const team = random.int(0, teams - 1);
				const own = random.shuffle(repositories.filter((repository) => repository.team === team));
				return [person.email, [...own, ...random.sample(repositories, random.int(1, 4))]];
			}),
	);
}

function makeServices(random: Random, staff: readonly Person[], domain: string): World['services'] {
	const model = staff.find((person) => person.department.name === 'IT') ?? staff[0];
	if (model === undefined) throw new RangeError('an organisation needs people');
	const make = (login: string, name: string, uses: Person['uses']): Person => ({
		...model,
		first: name,
		last: '',
		name,
		email: `${login}@${domain}`,
		github: login,
		guid: random.guid(),
		puid: `10032${random.hex(11).toUpperCase()}`,
		okta: `00u${random.code(17)}`,
		salesforce: `005${random.code(12)}AAA`,
		box: random.digits(10),
		google: `1${random.digits(20)}`,
		role: 'Service account',
		zone: ZONES[1],
		kind: 'service',
		developer: false,
		privileged: false,
		uses,
		pace: 1,
		device: { os: 'Unknown', browser: 'UNKNOWN', agent: `${login}/3.1`, git: 'git/2.43.0', id: random.hex(32), mobile: false },
		joins: 0,
		leaves: 1e6,
		off: new Set(),
	});
	return {
		ci: make('ci-runner', 'Build Runner', new Set(['github'])),
		etl: make('svc-etl', 'Nightly Transfer', new Set(['m365', 'box', 'okta'])),
		backup: make('svc-backup', 'Backup Service', new Set(['m365'])),
		scim: make('svc-provisioning', 'Provisioning Service', new Set(['okta', 'zoom', 'github'])),
		mirror: make('mirror-bot', 'Mirror Bot', new Set(['github'])),
	};
}

function makeApps(random: Random, book: AddressBook): World['apps'] {
	const make = (name: string, network: Network, approved: boolean): App => ({
		id: random.guid(),
		name,
		principal: random.guid(),
		place: placeIn(network, random.int(1, 200)),
		approved,
	});
	const cloudNumber = (name: string): Network => {
		const [country, countryName, city] = random.pick(COUNTRIES);
		return book.network({ country, countryName, city }, `${name} hosting`);
	};
	return {
		backup: make('Stillwater Mail Backup', cloudNumber('Stillwater'), true),
		scheduler: make('Meeting Compass', cloudNumber('Compass'), true),
		notes: make('Margin Notes', cloudNumber('Margin'), true),
		mailers: ['Swift Mail', 'Inbox Zen', 'Mailfold', 'Quillmail', 'Postbird'].map((name) => make(name, cloudNumber(name), false)),
	};
}
