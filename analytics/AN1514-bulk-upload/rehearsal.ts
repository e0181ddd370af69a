import type { Rehearsal, RehearsalPlan, RehearsedEvent } from '../../src/analytic.ts';

/** Files uploaded one every ten seconds. */
export const rehearsal: Rehearsal = {
	text: 'files uploaded, one every ten seconds',
	unit: 'files',
	activities: ['file.upload', 'file.create', 'file.copy'],
	targets: 'files',
	events,
};

function events({ actor, platform, start, size, place, targets, operation }: RehearsalPlan): readonly RehearsedEvent[] {
	return targets.slice(0, size).map((id, index) => ({
		time: start + index * 10_000,
		platform,
		activity: 'file.upload',
		operation: operation('file.upload'),
		actor: { type: 'user', id: actor },
		target: { type: 'file', id },
		...place,
		ok: true,
	}));
}
