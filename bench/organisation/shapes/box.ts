import { offsetOf, ZONES } from '../calendar.ts';
import type { Person } from '../staff.ts';
import { type Seat, type World, write } from '../world.ts';

/** `2026-03-23T09:18:35-07:00`: whole seconds, Pacific time. */
function pacific(time: number): string {
	const day = time - (time % 86_400_000);
	const offset = offsetOf(ZONES[2], day) - 180;
	const hours = String(Math.abs(offset / 60)).padStart(2, '0');
	return `${new Date(time + offset * 60_000).toISOString().slice(0, 19)}-${hours}:00`;
}

/** One enterprise event. */
function boxEvent(world: World, seat: Seat, time: number, type: string, source: unknown, details: unknown): void {
	const { person, place } = seat;
	write(world, 'box', time, {
		source,
		created_by: { type: 'user', id: person.box, name: person.name, login: person.email },
		action_by: null,
		created_at: pacific(time),
		event_id: world.random.guid(),
		event_type: type,
		ip_address: world.random.chance(0.01) ? 'Unknown IP' : place.ip,
		type: 'event',
		session_id: null,
		additional_details: details,
	});
}

/** `UPLOAD`, `DOWNLOAD`, `PREVIEW`, `COPY`, `EDIT` of an item. `service` is blank in the browser. */
export function boxItem(
	world: World,
	seat: Seat,
	time: number,
	type: string,
	name: string,
	options: { folder?: boolean; service?: string } = {},
): void {
	const { person } = seat;
	const kind = options.folder === true ? 'folder' : 'file';
	boxEvent(
		world,
		seat,
		time,
		type,
		{
			item_type: kind,
			item_id: world.random.digits(12),
			item_name: name,
			parent: { type: 'folder', name: `${person.department.name} shared`, id: String(5_000 + person.number) },
			owned_by: { type: 'user', id: person.box, name: person.name, login: person.email },
		},
		{
			...(kind === 'file' ? { size: world.random.int(4_000, 9_000_000), version_id: world.random.digits(13) } : {}),
			...(options.service === undefined
				? {}
				: { service_id: String(200_000 + options.service.length), service_name: options.service }),
		},
	);
}

/** `LOGIN`, `FAILED_LOGIN`, `ADD_LOGIN_ACTIVITY_DEVICE`. */
export function boxLogin(world: World, seat: Seat, time: number, ok = true): void {
	const { person } = seat;
	boxEvent(
		world,
		seat,
		time,
		ok ? 'LOGIN' : 'FAILED_LOGIN',
		{ type: 'user', id: person.box, name: person.name, login: person.email },
		null,
	);
}

export function boxDeleteUser(world: World, seat: Seat, time: number, target: Person): void {
	boxEvent(world, seat, time, 'DELETE_USER', { type: 'user', id: target.box, name: target.name, login: target.email }, null);
}
