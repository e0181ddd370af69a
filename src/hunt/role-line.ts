import type { Line, View } from '../analytic.ts';
import type { ContextNote } from '../model/finding.ts';
import { roleLine } from '../score/lines.ts';

/**
 * The role of an account as a line: no developer where developers are at work, a privileged account. What `people.csv` says goes before what the log or
 * the evidence lets infer.
 * @param developers whether it matters that somebody is a developer
 */
export function roleReason(
	signal: string,
	view: Pick<View, 'person' | 'inferred' | 'events'>,
	developers: boolean,
): Line | undefined {
	const { person: declared, events } = view;
	const type = events[0]?.actorType;
	const machine = declared?.accountType === 'service' || type === 'service' || type === 'app';
	const inferred = developers && !machine ? view.inferred.developer : undefined;
	const developer = developers && !machine ? (declared?.developer ?? inferred) : undefined;
	const logged = events.some((event) => event.privileged) ? true : undefined;
	const privileged = declared?.privileged ?? logged;
	const surprise = roleLine(developer, privileged);
	const rests: ContextNote[] = [];
	const words: string[] = [];
	const say = (effect: ContextNote['effect'], text: string) => {
		const ref = declared?.ref ?? '';
		rests.push({ kind: 'role', ref, effect, text });
		if (effect === 'raised') words.push(`${text} (${ref})`);
	};
	if (developer === false) {
		if (declared?.developer === false) say('raised', 'not a developer');
		else words.push('no developer: never pushed code in this evidence (inferred)');
	} else if (developer === true && inferred === false)
		say('lowered', 'a developer, though no push of theirs is in this evidence');
	if (privileged === true) {
		if (declared?.privileged === true) say('raised', 'a privileged account');
		else words.push('acting with a privileged role');
	} else if (privileged === false && logged === true)
		say('lowered', 'not a privileged account, though the log has it act as one');
	if (surprise === 0 && rests.length === 0) return undefined;
	return {
		signal,
		observed: declared?.role ?? words.join(', '),
		expected: developers ? 'a developer' : 'an ordinary account',
		unit: 'role',
		surprise,
		text: words.join(', '),
		rests,
		told: surprise - roleLine(inferred, logged),
	};
}
