import { describe, expect, test } from '@jest/globals';
import { differenceOf } from '../../../src/cli/check/match.ts';
import type { Json } from '../../../src/model/json.ts';

const FINDING = {
	analytic: 'AN0339',
	score: 71.5,
	title: '10 accounts deleted on okta',
	actor: { id: 'ana@example.com', type: 'user' },
	reasons: [
		{ signal: 'rate', observed: 10 },
		{ signal: 'rate', observed: 4 },
		{ signal: 'network', observed: 'new' },
	],
};

function text(expected: Json): string | undefined {
	const found = differenceOf(expected, FINDING);
	return found === undefined ? undefined : `${found.path}: ${found.text}`;
}

describe('a partial match', () => {
	test.each<[Json]>([
		[{}],
		[{ analytic: 'AN0339', score: { min: 70, max: 72 } }],
		[{ score: { min: 71.5, max: 71.5 } }],
		[{ title: { matches: 'deleted' } }],
		[{ actor: 'ana@example.com' }],
		[{ actor: { type: 'user' } }],
		[{ stages: null }],
		[{ reasons: [{ signal: 'network' }, { signal: 'rate', observed: { max: 5 } }] }],
		[{ reasons: [] }],
	])('accepts %j', (expected) => expect(text(expected)).toBeUndefined());

	test.each<[Json, string]>([
		[{ analytic: 'AN1514' }, 'analytic: expected "AN1514", got "AN0339"'],
		[{ score: { min: 80 } }, 'score: expected at least 80, got 71.5'],
		[{ score: { max: 71 } }, 'score: expected at most 71, got 71.5'],
		[{ title: { min: 1 } }, 'title: expected a number, got "10 accounts deleted on okta"'],
		[{ title: { matches: 'Deleted' } }, 'title: expected a text with "Deleted", got "10 accounts deleted on okta"'],
		[{ actor: 'bo@example.com' }, 'actor.id: expected "bo@example.com", got "ana@example.com"'],
		[{ score: null }, 'score: expected to be absent, got 71.5'],
		[{ stages: [] }, 'stages: expected a list, got nothing'],
		[{ reasons: [{ signal: 'rate', observed: { min: 11 } }] }, 'reasons[0].observed: expected at least 11, got 10'],
	])('refuses %j and says where', (expected, says) => expect(text(expected)).toBe(says));

	test('lets one element stand for one expectation only', () => {
		expect(text({ reasons: [{ signal: 'network' }, { signal: 'network' }] })).toMatch(
			/^reasons\[1\]\.signal: expected "network"/,
		);
	});

	test('finds no member on the prototype', () => {
		expect(text(JSON.parse('{"constructor": {"name": "Object"}}'))).toBe('constructor: expected an object, got nothing');
	});
});
