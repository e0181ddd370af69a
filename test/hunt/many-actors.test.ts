import { expect, test } from '@jest/globals';
import { Ledger, MOST_ACTORS } from '../../src/hunt/ledger.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';

const PLACE = { file: 0, record: 1, offset: 0, length: 1 };

function clone(actor: string, time: number): NormalisedEvent {
	return {
		time,
		platform: 'github',
		activity: 'repo.clone',
		operation: 'git.clone',
		actor: { type: 'user', id: actor },
		ref: { file: 'audit.ndjson', record: 1 },
	};
}

test('actors beyond the limit are counted and said, those before it are heard on', () => {
	const ledger = new Ledger(['repo.clone']);
	const time = Date.UTC(2026, 1, 2);
	for (let actor = 0; actor < MOST_ACTORS + 3; actor += 1) ledger.hear(clone(`a${actor}`, time), PLACE, actor);
	ledger.hear(clone('a0', time + 1), PLACE, 0);
	expect(ledger.profiles.size).toBe(MOST_ACTORS);
	expect(ledger.beyond).toBe(3);
	expect(ledger.rows.count).toBe(MOST_ACTORS + 1);
	expect(ledger.days.get('github')?.get(Math.floor(time / 86_400_000))).toBe(MOST_ACTORS + 4);
});
