import type { NormalisedEvent } from '../../model/event.ts';
import type { RehearsalResult, RehearsedAttack } from '../../model/rehearsal.ts';
import { redactedInputs, redactedReason, redactedTool } from './document.ts';
import type { Redactor } from './redactor.ts';

/** What `rehearse` found, and the events of its attacks. */
interface Rehearsed {
	readonly result: RehearsalResult;
	readonly events: readonly NormalisedEvent[];
}

/** The same without names. */
export function redactedRehearsal({ result, events }: Rehearsed, redactor: Redactor): Rehearsed {
	return {
		result: {
			...result,
			tool: redactedTool(result.tool),
			inputs: redactedInputs(result.inputs, redactor),
			attacks: result.attacks.map((attack) => attackOf(attack, redactor)),
			floors: result.floors.map((floor) => ({ ...floor, actor: redactor.name(floor.actor, 'user') })),
		},
		events: events.map((event) => redactor.event(event)),
	};
}

function attackOf<T extends RehearsedAttack>(attack: T, redactor: Redactor): T {
	return {
		...attack,
		actor: redactor.name(attack.actor, 'user'),
		...(attack.title !== undefined && { title: redactor.text(attack.title) }),
		reasons: attack.reasons.map((reason) => redactedReason(reason, redactor)),
	};
}
