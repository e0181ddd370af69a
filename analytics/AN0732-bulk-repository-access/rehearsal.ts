import type { Rehearsal, RehearsalPlan, RehearsedEvent } from '../../src/analytic.ts';

/** Private repositories cloned one every twenty seconds. */
export const rehearsal: Rehearsal = {
	text: 'private repositories cloned, one every twenty seconds',
	unit: 'repositories',
	activities: ['repo.clone', 'repo.download'],
	targets: 'repositories',
	events,
};

function events({ actor, platform, start, size, place, targets, operation }: RehearsalPlan): readonly RehearsedEvent[] {
	return targets.slice(0, size).map((id, index) => ({
		time: start + index * 20_000,
		platform,
		activity: 'repo.clone',
		operation: operation('repo.clone'),
		actor: { type: 'user', id: actor },
		target: { type: 'repository', id },
		restricted: true,
		...place,
		ok: true,
	}));
}
