import { type Affair, clock, pickDay } from '../affairs.ts';
import { placeIn } from '../places.ts';
import { usualSeat } from '../presence.ts';
import { inARow } from '../routine.ts';
import { signIn } from '../shapes/microsoft.ts';
import { oktaPasswordChange, oktaSignIn } from '../shapes/okta.ts';
import { makeDevice } from '../staff.ts';
import { BROWSERS, COUNTRIES } from '../tables.ts';
import { isPresent, seat } from '../world.ts';

/** Some days abroad: another country, a hotel's network, and a password mistyped there. */
export const traveller: Affair = (world, random) => {
	const person = random.pick(world.staff);
	if (world.travel.has(person.email)) return;
	const day = pickDay(world, random, person, 3);
	const [country, countryName, city] = random.pick(COUNTRIES);
	const network = world.newNetwork({ country, countryName, city }, `${city} Hotel Network`);
	world.travel.set(person.email, [{ from: day, to: day + random.int(1, 5), network }]);
	if (random.chance(0.5))
		inARow(random, clock(world, person, day, random.between(7, 10)), random.int(1, 4), 20_000, (time) =>
			oktaSignIn(world, seat(world, person, placeIn(network, 3)), time, false),
		);
};

/** A whole office appears on another network from one day to the next. */
export const newEgress: Affair = (world, random) => {
	const zone = random.pick([...world.egress.keys()]);
	const known = world.egress.get(zone);
	const person = world.staff.find((one) => one.zone.id === zone);
	if (known === undefined || person === undefined) return;
	const network = world.newNetwork(person.zone, `${person.zone.city} Fibre`);
	known.unshift({ from: random.int(8, Math.max(9, world.settings.days - 6)), network });
};

/** The password has expired: several failures, then a new one. */
export const expiredPassword: Affair = (world, random) => {
	const person = random.pick(world.staff);
	const day = pickDay(world, random, person, 2);
	const desk = usualSeat(world, person, day, random);
	const okta = random.chance(0.6);
	const start = clock(world, person, day, random.between(8, 16));
	const end = inARow(random, start, random.int(3, 8), 30_000, (time) =>
		okta ? oktaSignIn(world, desk, time, false) : signIn(world, desk, time, { ok: false }),
	);
	if (okta) oktaPasswordChange(world, desk, end + 60_000);
	oktaSignIn(world, desk, end + 90_000);
};

/** A new computer, for somebody who clones nothing. */
export const newComputer: Affair = (world, random) => {
	const person = random.pick(world.staff);
	if (world.refits.has(person.email)) return;
	const day = pickDay(world, random, person, 3);
	if (isPresent(person, day)) world.refits.set(person.email, { from: day, device: makeDevice(random, BROWSERS) });
};
