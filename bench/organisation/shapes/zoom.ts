import type { Person } from '../staff.ts';
import { type Seat, type World, write } from '../world.ts';

function wholeSecond(time: number): string {
	return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A row of the sign-in report. */
export function zoomSignIn(world: World, seat: Seat, time: number, kind: 'Sign in' | 'Sign out' = 'Sign in'): void {
	const { person, place, device } = seat;
	const client = device.mobile
		? device.os === 'iOS'
			? 'iphone'
			: 'android'
		: device.os.startsWith('Mac')
			? 'mac'
			: device.os.startsWith('Windows')
				? 'win'
				: 'Browser';
	write(world, 'zoom-activity', time, {
		client_type: client,
		email: person.email,
		ip_address: place.ip,
		time: wholeSecond(time),
		type: kind,
		version: client === 'Browser' ? '-' : '6.2.11',
	});
}

/** A row of the operation log: no id, no address. */
export function zoomOperation(
	world: World,
	person: Person,
	time: number,
	category: string,
	action: string,
	detail: string,
): void {
	write(world, 'zoom-operations', time, {
		time: wholeSecond(time),
		operator: person.email,
		category_type: category,
		action,
		operation_detail: detail,
	});
}

export function zoomDelete(
	world: World,
	person: Person,
	time: number,
	target: Person,
	way: 'Delete' | 'Deactivate' | 'SCIM' = 'Delete',
): void {
	if (way === 'Deactivate') zoomOperation(world, person, time, 'User', 'Update', `Deactivate User ${target.email}`);
	else
		zoomOperation(
			world,
			person,
			time,
			'User',
			way === 'SCIM' ? 'SCIM API - Delete' : 'Delete',
			`Delete User ${target.email}  - User Type: Licensed - Department: ${target.department.name}`,
		);
}
