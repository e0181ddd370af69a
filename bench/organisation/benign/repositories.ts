import { type Affair, clock, harmless, pickDay, sized, ticket } from '../affairs.ts';
import { MINUTE } from '../calendar.ts';
import { placeIn } from '../places.ts';
import { deviceOf, officePlace, usualSeat } from '../presence.ts';
import { inARow } from '../routine.ts';
import { apiRequest, git, makeToken } from '../shapes/github.ts';
import { makeDevice } from '../staff.ts';
import { BROWSERS, COUNTRIES, GIT_CLIENTS } from '../tables.ts';
import { choose, type Repository, seat } from '../world.ts';

const isDeveloper = (one: { developer: boolean; uses: ReadonlySet<string> }): boolean => one.developer && one.uses.has('github');

/** A new computer: everything is cloned again, and some more. */
export const newLaptop: Affair = (world, random) => {
	for (const person of choose(world, 1, isDeveloper, random)) {
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 13));
		const device = { ...makeDevice(random, BROWSERS), git: random.pick(GIT_CLIENTS) };
		world.refits.set(person.email, { from: day, device });
		const mine = world.reposOf.get(person.email) ?? [];
		const wanted = [...mine, ...random.sample(world.repositories, sized(world, random, 2, 10))];
		const desk = seat(world, person, officePlace(world, person, day), device);
		const end = inARow(random, start, wanted.length, 4 * MINUTE, (time, at) =>
			git(world, desk, time, 'git.clone', wanted[at] as Repository),
		);
		harmless(world, 'AN0732', 'new-laptop', [person], [start, end], `${wanted.length} repositories on a new computer`);
	}
};

/** Somebody reviews the code of the whole house, mostly with a ticket. */
export const securityReview =
	(ticketed?: boolean): Affair =>
	(world, random) => {
		for (const person of choose(world, 1, isDeveloper, random)) {
			const day = pickDay(world, random, person);
			const start = clock(world, person, day, random.between(9, 15));
			const desk = usualSeat(world, person, day, random);
			const wanted = random.sample(world.repositories, sized(world, random, 22, 55));
			const end = inARow(random, start, wanted.length, 60_000, (time, at) =>
				git(world, desk, time, 'git.clone', wanted[at] as Repository),
			);
			const covered = ticketed ?? random.chance(0.6);
			if (covered) ticket(world, [person], ['repo.clone', 'repo.download'], [start, end], 'Security review of all services');
			harmless(world, 'AN0732', 'security-review', [person], [start, end], covered ? 'with a ticket' : 'without a ticket');
		}
	};

/** A developer changes teams and clones what the new team works on. */
export const newTeam: Affair = (world, random) => {
	for (const person of choose(world, 1, isDeveloper, random)) {
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 16));
		const desk = usualSeat(world, person, day, random);
		const team = random.pick(world.repositories).team;
		const wanted = world.repositories.filter((repository) => repository.team === team).slice(0, sized(world, random, 6, 12));
		const end = inARow(random, start, wanted.length, 5 * MINUTE, (time, at) =>
			git(world, desk, time, 'git.clone', wanted[at] as Repository),
		);
		harmless(world, 'AN0732', 'new-team', [person], [start, end], `${wanted.length} repositories of another team`);
	}
};

/** A developer works from a hotel and needs a few more repositories there. */
export const hotelClones: Affair = (world, random) => {
	for (const person of choose(world, 1, isDeveloper, random)) {
		const day = pickDay(world, random, person);
		const [country, countryName, city] = random.pick(COUNTRIES);
		const network = world.newNetwork({ country, countryName, city }, `${city} Hotel Network`);
		world.travel.set(person.email, [{ from: day, to: day + 3, network }]);
		const start = clock(world, person, day, random.between(10, 18));
		const mine = world.reposOf.get(person.email) ?? [];
		const wanted = [...random.sample(mine, 3), ...random.sample(world.repositories, sized(world, random, 1, 4))];
		const desk = seat(world, person, placeIn(network, 20), deviceOf(world, person, day));
		const end = inARow(random, start, wanted.length, 6 * MINUTE, (time, at) =>
			git(world, desk, time, 'git.clone', wanted[at] as Repository),
		);
		harmless(world, 'AN0732', 'travel', [person], [start, end], `clones from ${city}`);
	}
};

/** A script takes archives through the API. */
export const archiveScript: Affair = (world, random) => {
	for (const person of choose(world, 1, isDeveloper, random)) {
		const day = pickDay(world, random, person);
		const start = clock(world, person, day, random.between(9, 18));
		const token = makeToken(world);
		const desk = usualSeat(world, person, day, random);
		const wanted = random.sample(world.repositories, sized(world, random, 5, 12));
		const end = inARow(random, start, wanted.length, 5_000, (time, at) =>
			apiRequest(world, desk, time, '/repos/{owner}/{repo}/tarball/{ref}', wanted[at] as Repository, token, 'curl/8.7.1'),
		);
		harmless(world, 'AN0732', 'archive-script', [person], [start, end], 'archives through the API');
	}
};

/** The build service moves to another network and gets another key. */
export const buildMove: Affair = (world, random) => {
	const { ci } = world.services;
	const day = random.int(8, Math.max(9, world.settings.days - 4));
	const network = world.newNetwork({ country: 'SE', countryName: 'Sweden', city: 'Malmo' }, 'Northern Compute');
	const runner = seat(world, ci, placeIn(network, 9));
	const token = makeToken(world, 'GitHub App server-to-server token');
	const start = clock(world, ci, day, 10);
	const end = inARow(random, start, sized(world, random, 60, 140), 90_000, (time) =>
		git(world, runner, time, 'git.clone', random.pick(world.repositories), { token, agent: 'git/2.43.0' }),
	);
	harmless(world, 'AN0732', 'build-move', [ci], [start, end], 'new runner');
};
