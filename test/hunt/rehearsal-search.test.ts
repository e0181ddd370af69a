import { expect, test } from '@jest/globals';
import { type Attempt, smallestFound } from '../../src/hunt/rehearsal-search.ts';

/** Hunts that find whatever is at least so large, and what they were asked. */
function searched(floors: Readonly<Record<string, number>>) {
	const rounds: (readonly Attempt[])[] = [];
	const smallest = smallestFound(Object.keys(floors), (attempts) => {
		rounds.push(attempts.map(({ actor, size }) => ({ actor, size })));
		return attempts.map(({ actor, size }) => size >= (floors[actor] ?? 0));
	});
	return { smallest: Object.fromEntries(smallest), rounds };
}

test('finds the smallest of each, from one to the largest that is tried', () => {
	const floors = { ana: 1, bo: 7, cleo: 8, dag: 9, eli: 100, finn: 511, gus: 512 };
	expect(searched(floors).smallest).toEqual(floors);
});

test('of whom even the largest is not found, none is named', () => {
	expect(searched({ ana: 513, bo: 3 }).smallest).toEqual({ ana: undefined, bo: 3 });
});

test('tries all at once: eight first, four times as many while none is found, then half way', () => {
	const { rounds } = searched({ ana: 3, bo: 600 });
	expect(rounds).toEqual([
		[
			{ actor: 'ana', size: 8 },
			{ actor: 'bo', size: 8 },
		],
		[
			{ actor: 'ana', size: 4 },
			{ actor: 'bo', size: 32 },
		],
		[
			{ actor: 'ana', size: 2 },
			{ actor: 'bo', size: 128 },
		],
		[
			{ actor: 'ana', size: 3 },
			{ actor: 'bo', size: 512 },
		],
	]);
});

test('nobody is nobody', () => {
	expect(searched({})).toEqual({ smallest: {}, rounds: [] });
});
