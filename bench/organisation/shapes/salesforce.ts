import type { Person } from '../staff.ts';
import { type Seat, type World, write } from '../world.ts';

function offsetTime(time: number): string {
	return new Date(time).toISOString().replace('Z', '+0000');
}

/** A row of LoginHistory: it names the user by id only. */
export function salesforceLogin(world: World, seat: Seat, time: number, ok = true): void {
	const { person, place, device } = seat;
	const id = `0Ya${world.random.code(12)}AAA`;
	write(world, 'salesforce-login', time, {
		attributes: { type: 'LoginHistory', url: `/services/data/v64.0/sobjects/LoginHistory/${id}` },
		Id: id,
		UserId: person.salesforce,
		LoginTime: offsetTime(time),
		LoginType: ok ? 'SAML Sfdc Initiated SSO' : 'Application',
		SourceIp: place.ip,
		CountryIso: place.country,
		Status: ok ? 'Success' : 'Invalid Password',
		Browser:
			device.browser === 'UNKNOWN' ? 'Unknown' : `${device.browser.slice(0, 1)}${device.browser.slice(1).toLowerCase()} 138`,
		Platform: device.os,
		Application: 'Browser',
		ClientVersion: 'N/A',
		ApiType: 'N/A',
		ApiVersion: 'N/A',
		LoginUrl: 'login.salesforce.com',
	});
}

/** A row of the set-up audit trail: no address, no session. `display` is what the downloaded CSV calls Action. */
export function salesforceSetup(
	world: World,
	person: Person,
	time: number,
	action: string,
	section: string,
	display: string,
): void {
	const id = `0Ym${world.random.code(12)}AAA`;
	const whole = time - (time % 1000);
	write(world, 'salesforce-setup', whole, {
		attributes: { type: 'SetupAuditTrail', url: `/services/data/v64.0/sobjects/SetupAuditTrail/${id}` },
		Id: id,
		Action: action,
		Section: section,
		Display: display,
		CreatedDate: offsetTime(whole),
		CreatedById: person.salesforce,
		CreatedBy: {
			attributes: { type: 'User', url: `/services/data/v64.0/sobjects/User/${person.salesforce}` },
			Username: person.email,
		},
		DelegateUser: null,
		ResponsibleNamespacePrefix: null,
	});
}

/** Deactivates or freezes somebody. */
export function salesforceRemove(world: World, person: Person, time: number, target: Person, freeze = false): void {
	salesforceSetup(
		world,
		person,
		time,
		freeze ? 'frozeuser' : 'deactivateduser',
		'Manage Users',
		`${freeze ? 'Froze' : 'Deactivated'} user ${target.email}`,
	);
}
