import { type Place, placeIn } from './places.ts';
import type { Random } from './random.ts';
import type { Device, Person } from './staff.ts';
import { type Seat, seat, type World } from './world.ts';

/** The network through which an office talks to the world on that day. */
function officeNetwork(world: World, zone: string, day: number): Place['network'] {
	const known = world.egress.get(zone) ?? [];
	const now = known.find(({ from }) => day >= from);
	if (now === undefined) throw new RangeError(`no egress for ${zone}`);
	return now.network;
}

/** Where somebody works on that day: away, at the office, at home, or at home through the VPN. */
export function workPlace(world: World, person: Person, day: number, random: Random): Place {
	const away = world.travel.get(person.email)?.find(({ from, to }) => day >= from && day <= to);
	if (away !== undefined) return placeIn(away.network, 20 + (person.number % 180));
	if (random.chance(person.atOffice)) return placeIn(officeNetwork(world, person.zone.id, day), random.int(1, 6));
	if (person.vpn && random.chance(0.6)) return placeIn(world.vpn, random.int(1, 12));
	return homePlace(world, person, day);
}

export function homePlace(world: World, person: Person, day: number): Place {
	const networks = world.providers.get(person.zone.id)?.home ?? [];
	const network = networks[person.number % networks.length] ?? world.vpn;
	return placeIn(network, person.number * 3 + Math.floor(day / 11));
}

export function officePlace(world: World, person: Person, day: number): Place {
	return placeIn(officeNetwork(world, person.zone.id, day), 1 + (person.number % 6));
}

export function mobilePlace(world: World, person: Person, random: Random): Place {
	const networks = world.providers.get(person.zone.id)?.mobile ?? [];
	const network = networks[person.number % networks.length] ?? world.vpn;
	return placeIn(network, random.int(1, 240));
}

/** The computer that somebody has on that day. */
export function deviceOf(world: World, person: Person, day: number): Device {
	const refit = world.refits.get(person.email);
	return refit !== undefined && day >= refit.from ? refit.device : person.device;
}

/** Where and with what somebody would sit on that day in the ordinary course of things. */
export function usualSeat(world: World, person: Person, day: number, random: Random): Seat {
	return seat(world, person, workPlace(world, person, day, random), deviceOf(world, person, day));
}
