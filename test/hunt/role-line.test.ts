import { describe, expect, test } from '@jest/globals';
import type { HeardEvent, View } from '../../src/analytic.ts';
import { roleReason } from '../../src/hunt/role-line.ts';

/** A window of somebody who never pushed code, though others did. */
function windowOf(actorType: HeardEvent['actorType'], person?: View['person']): Pick<View, 'person' | 'inferred' | 'events'> {
	const events = [{ actorType, privileged: false } as HeardEvent];
	return { person, events, inferred: { developer: false, service: false } };
}

const text = (actorType: HeardEvent['actorType'], person?: View['person']) =>
	roleReason('role', windowOf(actorType, person), true)?.text;

describe('that somebody is no developer', () => {
	test('is told of a person who never pushed code', () => {
		expect(text('user')).toBe('no developer: never pushed code in this evidence (inferred)');
	});

	test('is told neither of a service nor of an app, whoever declares it to be none', () => {
		expect(text('service')).toBeUndefined();
		expect(text('app')).toBeUndefined();
		const person = { user: 'ci', aliases: [], ref: 'people.csv:2', accountType: 'service', developer: false } as const;
		expect(text('user', person)).toBeUndefined();
	});
});
