import { describe, expect, test } from '@jest/globals';
import type { SignalSpec } from '../../src/analytic.ts';
import { corroborate } from '../../src/hunt/corroborate.ts';
import type { Reason } from '../../src/model/finding.ts';

const spec = (witness?: SignalSpec['witness']): SignalSpec => ({ title: '', unit: '', text: '', ...(witness && { witness }) });
const ANALYTIC = {
	signals: {
		rate: spec('amount'),
		later: spec('amount'),
		novelty: spec('surroundings'),
		failures: spec('entry'),
		context: spec(),
	},
};

function reason(signal: string, surprise: number): Reason {
	return { signal, observed: 1, expected: 0, unit: 'things', surprise, text: signal };
}

describe('corroborate', () => {
	test('takes back what two kinds of witness cannot carry, and says so', () => {
		const { reasons, sum } = corroborate(ANALYTIC, [reason('rate', 4), reason('novelty', 3)]);
		// 5 + 2/(1 + 2)
		expect(sum).toBeCloseTo(5 + 2 / 3, 12);
		expect(reasons).toHaveLength(3);
		expect(reasons[2]).toMatchObject({ signal: 'uncorroborated', observed: 2, expected: 3 });
		expect(reasons[2]?.surprise).toBeCloseTo(-(2 - 2 / 3), 12);
		expect(reasons[2]?.text).toContain('only how much was done and from where, when and with what speaks');
	});

	test('leaves alone what three kinds say', () => {
		const lines = [reason('rate', 4), reason('novelty', 3), reason('failures', 0.6)];
		expect(corroborate(ANALYTIC, lines)).toEqual({ reasons: lines, sum: 7.6 });
	});

	test('counts a kind by what its lines say together; context bears witness to nothing', () => {
		const lines = [reason('rate', 4), reason('later', -3.8), reason('novelty', 4), reason('failures', 1), reason('context', 1)];
		expect(corroborate(ANALYTIC, lines).reasons.at(-1)).toMatchObject({ signal: 'uncorroborated', observed: 2 });
	});

	test('makes its own line anew when a line is left out', () => {
		const { reasons } = corroborate(ANALYTIC, [reason('rate', 4), reason('novelty', 3)]);
		const without = corroborate(
			ANALYTIC,
			reasons.filter(({ signal }) => signal !== 'novelty'),
		);
		expect(without.sum).toBe(4);
		expect(without.reasons.map(({ signal }) => signal)).toEqual(['rate']);
	});
});
