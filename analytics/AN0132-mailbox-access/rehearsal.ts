import type { Rehearsal, RehearsalPlan, RehearsedEvent } from '../../src/analytic.ts';

/** Messages that a record stands for. */
const PER_RECORD = 10;

/** Messages of the person's own mailbox read through an application that nobody used before, ten every twenty seconds. */
export const rehearsal: Rehearsal = {
	text: 'messages of the own mailbox read through a new application, ten every twenty seconds',
	unit: 'messages',
	activities: ['mail.read'],
	targets: 'people',
	events,
};

function events({ actor, platform, start, size, place, app, operation }: RehearsalPlan): readonly RehearsedEvent[] {
	return Array.from({ length: Math.ceil(size / PER_RECORD) }, (_, index) => ({
		time: start + index * 20_000,
		platform,
		activity: 'mail.read',
		operation: operation('mail.read'),
		actor: { type: 'user', id: actor },
		app,
		target: { type: 'mailbox', id: actor },
		items: Math.min(PER_RECORD, size - index * PER_RECORD),
		...place,
		ok: true,
	}));
}
