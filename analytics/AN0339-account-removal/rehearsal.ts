import type { Rehearsal, RehearsalPlan, RehearsedEvent } from '../../src/analytic.ts';

/** Accounts disabled by hand: about two a minute, neither in alphabetical order nor at even intervals. */
export const rehearsal: Rehearsal = {
	text: 'accounts disabled by hand, about two a minute',
	unit: 'accounts',
	activities: ['account.disable', 'account.delete'],
	targets: 'people',
	events,
};

function events({ actor, platform, start, size, place, targets, operation }: RehearsalPlan): readonly RehearsedEvent[] {
	const taken = targets.slice(0, size);
	// From the last to the first, but the last one last: no order that a script would take.
	const order = [...taken.slice(0, -1).toReversed(), ...taken.slice(-1)];
	return order.map((id, index) => ({
		time: start + index * 30_000 + (index % 3) * 12_000,
		platform,
		activity: 'account.disable',
		operation: operation('account.disable'),
		actor: { type: 'user', id: actor },
		target: { type: 'user', id },
		...place,
		ok: true,
	}));
}
