import { describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../../analytics/index.ts';
import { parseDuration } from '../../../src/cli/options/duration.ts';
import { planOutputs } from '../../../src/cli/options/format.ts';
import { leastScore } from '../../../src/cli/options/least-score.ts';
import { nearest } from '../../../src/cli/options/nearest.ts';
import { parseSelection } from '../../../src/cli/options/selection.ts';
import { checkSpan, parseBound, parseZone } from '../../../src/cli/options/time.ts';
import { cpuMs } from '../../cpu.ts';

describe('the nearest name', () => {
	test.each([
		['jsno', ['table', 'json', 'csv'], 'json'],
		['bulk-uplaod', ['bulk-upload', 'mailbox-access'], 'bulk-upload'],
		['OKTA', ['okta', 'box'], 'okta'],
		['xml', ['json', 'table'], undefined],
		['', ['json'], undefined],
	])('of %j among %j is %j', (text, names, found) => expect(nearest(text, names)).toBe(found));

	test('is found in no time for a text of absurd length', () => {
		const started = cpuMs();
		expect(nearest('a'.repeat(1_000_000), ['json'])).toBeUndefined();
		expect(cpuMs() - started).toBeLessThan(5000);
	});
});

describe('durations and times', () => {
	test.each([
		['90s', 90_000],
		['10m', 600_000],
		['1h30m', 5_400_000],
		['5d', 432_000_000],
		['2w', 1_209_600_000],
	])('%s', (text, ms) => {
		expect(parseDuration('--window', text)).toBe(ms);
		expect(parseBound('--from', text)).toEqual({ ago: ms });
	});

	test.each([
		['2026-03-01', Date.UTC(2026, 2, 1)],
		['2026-03-01T09:30', Date.UTC(2026, 2, 1, 9, 30)],
		['2026-03-01T09:30+02:00', Date.UTC(2026, 2, 1, 7, 30)],
	])('%s is UTC where it names no zone', (text, at) => expect(parseBound('--from', text)).toEqual({ at }));

	test('a number alone is no time, though some logs mean one by it', () => {
		expect(() => parseBound('--from', '1767225600')).toThrow('is no time');
	});

	test('a span must hold something', () => {
		expect(() => checkSpan({ ago: 1000 }, { ago: 2000 })).toThrow('--to must lie after --from');
		expect(() => checkSpan({ at: 5 }, { at: 5 })).toThrow('--to must lie after --from');
		expect(() => checkSpan({ ago: 2000 }, { at: 0 })).not.toThrow();
	});

	test('zones come back as they are registered', () => expect(parseZone('europe/berlin')).toBe('Europe/Berlin'));
});

describe('where output goes', () => {
	test('standard output: a table on a terminal, JSON in a pipe, unless a format is named', () => {
		expect(planOutputs([], undefined, true)).toEqual([{ file: '-', format: 'table' }]);
		expect(planOutputs([], undefined, false)).toEqual([{ file: '-', format: 'json' }]);
		expect(planOutputs([], 'csv', true)).toEqual([{ file: '-', format: 'csv' }]);
	});

	test('a single file obeys --format; several go by their endings, and by --format where an ending says nothing', () => {
		expect(planOutputs(['a.json'], 'sarif', false)).toEqual([{ file: 'a.json', format: 'sarif' }]);
		expect(planOutputs(['a.HTML', 'b.out', '-'], 'csv', false)).toEqual([
			{ file: 'a.HTML', format: 'html' },
			{ file: 'b.out', format: 'csv' },
			{ file: '-', format: 'csv' },
		]);
		expect(() => planOutputs(['a', 'a.md'], undefined, false)).toThrow("the ending of 'a' names no format");
		expect(() => planOutputs(['a.md', 'a.md'], undefined, false)).toThrow('named twice');
	});
});

describe('which analytics', () => {
	const none = () => false;

	test('leading words are analytics as long as they name some, the rest is evidence', () => {
		const { analytics, evidence } = parseSelection(['AN1514', 'app-abuse', 'logs', 'AN0339'], ANALYTICS, none);
		expect(analytics.map(({ id }) => id)).toEqual(['AN1349', 'AN1514']);
		expect(evidence).toEqual(['logs', 'AN0339']);
	});

	test('a file called like an analytic that is not there is evidence', () => {
		expect(parseSelection(['all', 'AN9999'], ANALYTICS, (path) => path === 'AN9999').evidence).toEqual(['AN9999']);
		expect(() => parseSelection(['all', 'AN9999', 'logs'], ANALYTICS, none)).toThrow("unknown analytic 'AN9999'");
	});

	test('one slip in a list is named, with what it may have meant', () => {
		expect(() => parseSelection(['AN1514,mailbox-acess', 'logs'], ANALYTICS, none)).toThrow(
			"unknown analytic 'mailbox-acess'; did you mean mailbox-access?",
		);
	});
});

test('the stricter of --min-score and --min-severity holds; without either, three decades of surprise', () => {
	expect(leastScore(undefined, undefined)).toBe(40);
	expect(leastScore(0, undefined)).toBe(0);
	expect(leastScore(undefined, 'high')).toBe(65);
	expect(leastScore(90, 'medium')).toBe(90);
	expect(leastScore(10, 'critical')).toBe(85);
});
