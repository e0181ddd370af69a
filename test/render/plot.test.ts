import { describe, expect, test } from '@jest/globals';
import { plotLines } from '../../src/render/plot.ts';
import { width } from '../../src/render/text-width.ts';

const HOUR = 3_600_000;
const options = { columns: 80, colour: false, timeZone: 'UTC' };
const window = { start: '2026-03-03T04:00:00.000Z', end: '2026-03-03T05:00:00.000Z' };

function series(observed: readonly number[], expected = observed.map(() => 0)) {
	return { unit: 'files', step: HOUR, start: '2026-03-03T00:00:00.000Z', observed, expected, signIns: [] };
}

describe('plotLines', () => {
	test('draws the largest step to the top and half of it to the middle', () => {
		// Eight steps, six columns each: step 4 holds 16 (eight rows), step 5 holds 8 (four rows), step 6 one (half a row).
		const lines = plotLines(series([0, 0, 0, 0, 16, 8, 1, 0]), window, options);
		const heights = [4, 5, 6, 7].map(
			(step) => lines.slice(0, 8).filter((line) => line.slice(6 + step * 6, 12 + step * 6).trim() !== '').length,
		);
		expect(heights).toEqual([8, 4, 1, 0]);
		expect(lines[0]).toMatch(/^ {2}16 ┤ +█{6}/);
		expect(lines[7]).toContain('▄▄▄▄▄▄');
	});

	test('marks the window below its step, and sign-ins', () => {
		const signIns = [
			{ time: '2026-03-03T04:10:00.000Z', ok: false, text: '' },
			{ time: '2026-03-03T03:10:00.000Z', ok: true, text: '' },
		];
		const lines = plotLines({ ...series([0, 0, 0, 0, 16, 8, 1, 0]), signIns }, window, options);
		expect(lines[9]).toBe(`${' '.repeat(6 + 24)}${'▲'.repeat(6)}`);
		expect(lines[10]).toBe(`${' '.repeat(6 + 18)}o     x`);
	});

	test('puts several steps into a column where they do not fit, by the largest', () => {
		const observed = Array.from({ length: 200 }, (_, step) => (step === 137 ? 100 : 1));
		const lines = plotLines(series(observed), { start: '2026-03-08T17:00:00.000Z', end: '2026-03-08T18:00:00.000Z' }, options);
		expect(lines[0]).toContain('█');
		expect(lines.join('\n')).toContain('the largest of each');
		for (const line of lines) expect(width(line)).toBeLessThanOrEqual(80);
	});

	test('shows what was usual where the bars do not reach it', () => {
		const lines = plotLines(series([10, 0], [5, 5]), window, options);
		// Five of ten: the fourth row from below.
		expect(lines[4]).toContain('┄┄┄┄┄┄');
		expect(lines[4]).toContain('██████');
	});
});
