import { distinctOf, factOf, type HeardEvent, line, type Reason, timeWords, uponActor, type View } from '../../src/analytic.ts';

/** What the administrator's session says: surroundings, failures, hour, a role or new credentials given shortly before, somebody else behind it. */
export function sessionLines(view: View): readonly (Reason | undefined)[] {
	const attributes = view.flag('sessionDeviceType')
		? (['network', 'country', 'client', 'device', 'token'] as const)
		: (['network', 'country'] as const);
	return [
		view.noveltyLine('session-novelty', attributes),
		view.signInLine('failed-sign-ins'),
		view.oddHourLine('odd-hour'),
		newRole(view),
		credentialsReset(view),
		impersonated(view),
	];
}

/** Roles that the administrator was given, and resets by others of how the administrator signs in, shortly before. */
export function preparations(view: View): readonly HeardEvent[] {
	return [...rolesGiven(view), ...resetsOf(view)];
}

function rolesGiven(view: View): readonly HeardEvent[] {
	const span = { from: view.start - view.number('roleLookback'), to: view.start };
	return uponActor(view, view.find({ activities: ['role.grant'], ...span }));
}

function newRole(view: View): Reason | undefined {
	const grants = rolesGiven(view);
	const [latest] = grants.slice(-1);
	if (latest === undefined) return undefined;
	return line('new-role', 0.7 * view.gate, {
		observed: grants.length,
		expected: 0,
		unit: 'grants',
		text: `was given ${factOf(latest, 'role') ?? 'a role'} ${timeWords(view.start - latest.time)} before`,
	});
}

/** How long before the removals somebody else's reset of the administrator's password or factors counts, ms. */
const RESET_SPAN = 24 * 3_600_000;
/** Vendors' words for what lets somebody in anew; ended sessions and licences taken away do not. */
const LETS_IN = /password|factor|authenticator|security info|access pass/i;

function resetsOf(view: View): readonly HeardEvent[] {
	const span = { from: view.start - RESET_SPAN, to: view.start };
	return uponActor(view, view.find({ activities: ['account.lockout', 'mfa.change'], ...span })).filter(
		({ actor, actorType, operation }) => actorType !== 'system' && actor !== view.actor && LETS_IN.test(operation),
	);
}

// A help desk that is talked into it lets a stranger in.
function credentialsReset(view: View): Reason | undefined {
	const resets = resetsOf(view);
	const [latest] = resets.slice(-1);
	if (latest === undefined) return undefined;
	return line('credentials-reset', 0.7 * view.gate, {
		observed: resets.length,
		expected: 0,
		unit: 'resets',
		text: `${latest.actor === '' ? 'somebody else' : latest.actor} had reset how this account signs in ${timeWords(view.start - latest.time)} before (${latest.operation})`,
	});
}

function impersonated(view: View): Reason | undefined {
	const behind = distinctOf(view.events.map((event) => factOf(event, 'impersonatedBy')));
	return line('impersonation', behind.length > 0 ? 0.7 * view.gate : 0, {
		observed: behind.join(', '),
		expected: 'none',
		unit: 'principals',
		text: `in a session that ${behind.join(', ')} held for this account`,
	});
}
