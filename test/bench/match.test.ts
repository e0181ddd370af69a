import { describe, expect, test } from '@jest/globals';
import { judgeClaims, measure } from '../../bench/quality/match.ts';
import type { Claim, Truth } from '../../bench/quality/model.ts';

const NOON = Date.parse('2026-09-20T12:00:00Z');
const HOUR = 3_600_000;

const TRUTH: Truth = {
	userDays: 100,
	lookAlikes: [],
	campaigns: [
		{
			id: 'a',
			analytic: 'AN1514',
			actors: ['ana@example.com', '00u1'],
			start: '2026-09-20T11:00:00Z',
			end: '2026-09-20T13:00:00Z',
			size: 'loud',
			note: '',
		},
		{
			id: 'b',
			analytic: 'AN1514',
			actors: ['bo@example.com'],
			start: '2026-09-22T11:00:00Z',
			end: '2026-09-22T13:00:00Z',
			size: 'slow',
			note: '',
		},
		{
			id: 'c',
			analytic: 'AN0732',
			actors: ['cy@example.com'],
			start: '2026-09-20T11:00:00Z',
			end: '2026-09-20T13:00:00Z',
			size: 'loud',
			note: '',
		},
	],
};

function claim(name: string, score: number, facts: Partial<Claim> = {}): Claim {
	return { analytic: 'AN1514', names: [name], start: NOON, end: NOON, score, ...facts };
}

function kinds(claims: readonly Claim[]): string[] {
	return judgeClaims(claims, 'AN1514', TRUTH).map(({ verdict }) => verdict.kind);
}

describe('matching of findings with campaigns', () => {
	test('takes any of the names, once', () => {
		expect(kinds([claim('00u1', 9), claim('ana@example.com', 8)])).toEqual(['hit', 'neutral']);
	});

	test('allows a day on either side and no more', () => {
		const late = Date.parse('2026-09-21T12:59:00Z');
		expect(kinds([claim('ana@example.com', 9, { start: late, end: late })])).toEqual(['hit']);
		expect(kinds([claim('ana@example.com', 9, { start: late + HOUR, end: late + HOUR })])).toEqual(['false']);
	});

	test('counts the same intrusion under a neighbouring analytic neither way', () => {
		expect(kinds([claim('cy@example.com', 9)])).toEqual(['neutral']);
	});

	test('reports average precision by hand: hits at ranks 1 and 3 of two campaigns', () => {
		const bo = Date.parse('2026-09-22T12:00:00Z');
		const { ap, recall10, found, falseScores } = measure(
			[
				claim('ana@example.com', 9),
				claim('someone@example.com', 8),
				claim('cy@example.com', 7),
				claim('bo@example.com', 6, { start: bo, end: bo }),
			],
			TRUTH,
		);
		expect(ap.AN1514).toBeCloseTo((1 / 1 + 2 / 3) / 2, 10);
		expect(ap.AN0732).toBe(0);
		expect(recall10.AN1514).toBe(1);
		expect(found.loud).toEqual([1, 2]);
		expect(falseScores).toEqual([8]);
	});
});
