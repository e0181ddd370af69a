import type { Person } from '../staff.ts';
import { type App, agentOf, type Seat, type World, write } from '../world.ts';

interface OktaEvent {
	readonly type: string;
	readonly message: string;
	readonly legacy?: string;
	readonly result?: 'SUCCESS' | 'FAILURE' | 'ALLOW';
	readonly reason?: string;
	readonly targets?: readonly OktaTarget[];
	readonly debug?: Readonly<Record<string, unknown>>;
	/** Several records of one request share it. */
	readonly transaction?: string;
	readonly job?: boolean;
	readonly severity?: 'INFO' | 'WARN';
}

interface OktaTarget {
	readonly id: string;
	readonly type: string;
	readonly alternateId: string;
	readonly displayName: string;
	readonly detailEntry?: Readonly<Record<string, unknown>> | null;
}

function userTarget(person: Person): OktaTarget {
	return { id: person.okta, type: 'User', alternateId: person.email, displayName: person.name, detailEntry: null };
}

/** One System Log event as the API gives it. Without a device and place of a person (`system`) it is a job of the platform. */
export function oktaEvent(world: World, seat: Seat, time: number, event: OktaEvent): void {
	const { person, place, device, session } = seat;
	const { random } = world;
	const failed = event.result === 'FAILURE';
	const geography = {
		city: place.city,
		country: place.countryName,
		geolocation: { lat: 1.5, lon: 2.5 },
		postalCode: null,
		state: null,
	};
	const request = random.code(26);
	const service = person.kind === 'service';
	write(world, 'okta', time, {
		actor: {
			id: person.okta,
			type: service ? 'PublicClientApp' : 'User',
			alternateId: person.email,
			displayName: person.name,
			detailEntry: null,
		},
		client: {
			userAgent: { rawUserAgent: agentOf(world, device, time), os: device.os, browser: device.browser },
			zone: 'null',
			device: device.mobile ? 'Mobile' : device.os === 'Unknown' ? 'Unknown' : 'Computer',
			id: null,
			ipAddress: place.ip,
			geographicalContext: event.job === true ? null : geography,
		},
		device: null,
		authenticationContext: {
			authenticationProvider: null,
			credentialProvider: null,
			credentialType: null,
			issuer: null,
			interface: null,
			authenticationStep: 0,
			rootSessionId: failed ? 'unknown' : `idx${session}`,
			externalSessionId: failed ? 'unknown' : `idx${session}`,
		},
		displayMessage: event.message,
		eventType: event.type,
		outcome: { result: event.result ?? 'SUCCESS', reason: event.reason ?? null },
		published: new Date(time).toISOString(),
		securityContext: { asNumber: place.asn, asOrg: place.asOrg, isp: place.asOrg, domain: 'example.net', isProxy: place.proxy },
		severity: event.severity ?? (failed ? 'WARN' : 'INFO'),
		debugContext: {
			debugData: {
				requestId: request,
				dtHash: device.id.repeat(2),
				requestUri: '/api/v1/authn',
				threatSuspected: 'false',
				...event.debug,
			},
		},
		legacyEventType: event.legacy ?? null,
		transaction: { type: event.job === true ? 'JOB' : 'WEB', id: event.transaction ?? request, detail: {} },
		uuid: random.guid(),
		version: '0',
		request: {
			ipChain: [{ ip: place.ip, geographicalContext: geography, version: place.ip.includes(':') ? 'V6' : 'V4', source: null }],
		},
		target: event.targets ?? null,
	});
}

/** A sign-in; a wrong or expired password when `ok` is false. */
export function oktaSignIn(world: World, seat: Seat, time: number, ok = true): void {
	if (ok)
		oktaEvent(world, seat, time, {
			type: 'user.session.start',
			message: 'User login to Okta',
			legacy: 'core.user_auth.login_success',
			targets: [userTarget(seat.person)],
		});
	else
		oktaEvent(world, seat, time, {
			type: 'user.session.start',
			message: 'User login to Okta',
			legacy: 'core.user_auth.login_failed',
			result: 'FAILURE',
			reason: 'INVALID_CREDENTIALS',
		});
}

export function oktaFactor(world: World, seat: Seat, time: number): void {
	oktaEvent(world, seat, time, {
		type: 'user.authentication.auth_via_mfa',
		message: 'Authentication of user via MFA',
		legacy: 'core.user.factor.attempt_success',
		targets: [userTarget(seat.person)],
		debug: { factor: 'OKTA_VERIFY_PUSH' },
	});
}

export function oktaApplication(world: World, seat: Seat, time: number, application: string): void {
	oktaEvent(world, seat, time, {
		type: 'user.authentication.sso',
		message: 'User single sign on to app',
		legacy: 'app.auth.sso',
		targets: [
			{
				id: `0oa${application.length}x${application.replaceAll(' ', '')}`,
				type: 'AppInstance',
				alternateId: application,
				displayName: application,
				detailEntry: { signOnModeType: 'SAML_2_0' },
			},
			userTarget(seat.person),
		],
	});
}

/** `deactivate`, `suspend`, `delete.initiated`, `create`, `activate`, `unsuspend` of somebody; a deactivation also takes the applications away, in the same request. */
export function oktaLifecycle(world: World, seat: Seat, time: number, what: string, target: Person): void {
	const transaction = world.random.code(26);
	const targets = [userTarget(target)];
	oktaEvent(world, seat, time, {
		type: `user.lifecycle.${what}`,
		message: `User lifecycle: ${what}`,
		legacy: `core.user.config.user_${what.replaceAll('.', '_')}`,
		targets,
		transaction,
		debug: { requestUri: `/api/v1/users/${target.okta}/lifecycle/${what}` },
	});
	if (what !== 'deactivate') return;
	for (const application of ['Office 365', 'Zoom', ...(target.uses.has('salesforce') ? ['Salesforce'] : [])]) {
		oktaEvent(world, seat, time + 40 + application.length, {
			type: 'application.user_membership.remove',
			message: "Remove user's application membership",
			transaction,
			targets: [
				{ id: world.random.code(20), type: 'AppUser', alternateId: target.email, displayName: target.name },
				{ id: `0oa${application.length}`, type: 'AppInstance', alternateId: application, displayName: application },
				...targets,
			],
		});
	}
}

/** A help desk act upon somebody: unlocking, or setting a new password or factor. */
export function oktaHelpDesk(world: World, seat: Seat, time: number, type: string, target: Person): void {
	oktaEvent(world, seat, time, { type, message: 'Help desk', targets: [userTarget(target)] });
}

export function oktaPasswordChange(world: World, seat: Seat, time: number): void {
	oktaEvent(world, seat, time, {
		type: 'user.account.update_password',
		message: 'User update password for Okta',
		targets: [userTarget(seat.person)],
	});
}

/** Somebody lets an application use scopes of the Okta API in the name of the organisation. */
export function oktaConsent(world: World, seat: Seat, time: number, app: App, scopes: readonly string[]): void {
	for (const [at, scope] of scopes.entries()) {
		oktaEvent(world, seat, time + at * 700, {
			type: 'app.oauth2.admin.consent.grant',
			message: 'Grant admin consent for OAuth scope',
			targets: [
				{
					id: app.id,
					type: 'PublicClientApp',
					alternateId: app.name,
					displayName: app.name,
					detailEntry: { scope, subject: seat.person.okta },
				},
				{ id: world.random.code(20), type: 'ConsentGrant', alternateId: 'unknown', displayName: scope, detailEntry: { scope } },
			],
			debug: { requestedScopes: scope, grantedScopes: scope, clientId: app.id },
		});
	}
}
