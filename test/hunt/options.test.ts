import { describe, expect, test } from '@jest/globals';
import { analytic as upload } from '../../analytics/AN1514-bulk-upload/index.ts';
import { defineAnalytic } from '../../src/analytic.ts';
import { LENGTHS } from '../../src/hunt/judge.ts';
import { checkAssignments, lengthsOf, optionValues, parseDuration, WINDOW_OPTION } from '../../src/hunt/options.ts';
import { spanWords } from '../../src/hunt/words.ts';
import { UsageError } from '../../src/model/errors.ts';

const analytic = defineAnalytic({
	id: 'AN9999',
	name: 'example',
	title: 'Example',
	summary: '',
	attack: { technique: 'T1', techniqueName: '', tactic: '', strategy: '', version: '', url: '' },
	options: {
		span: { kind: 'duration', default: '1h', title: '' },
		least: { kind: 'number', default: '5', min: 1, max: 9, title: '' },
		strict: { kind: 'flag', default: 'on', title: '' },
		names: { kind: 'list', default: '', title: '' },
	},
	signals: {},
	series: [{ id: 'a', unit: 'files', hears: ['file.upload'], subject: () => undefined, judge: () => [], title: () => '' }],
	marks: [],
	tuning: [],
	falsePositives: [],
	blindSpots: [],
});

describe('parseDuration', () => {
	test.each([
		['10m', 600_000],
		['1h30m', 5_400_000],
		['5d', 432_000_000],
		['2w', 1_209_600_000],
	])('reads %s', (text, ms) => {
		expect(parseDuration(text)).toBe(ms);
	});

	test.each(['', '10', 'm', '10x', '-1h', '1h ', '0d'])('refuses %j', (text) => {
		expect(parseDuration(text)).toBeUndefined();
	});
});

describe('optionValues', () => {
	test('reads defaults, and assignments over them', () => {
		const values = optionValues(analytic, ['span=2h', 'AN9999.least=7', 'names=a, b,']);
		expect(Object.fromEntries(values)).toEqual({ span: 7_200_000, least: 7, strict: true, names: ['a', 'b'] });
	});

	test.each(['AN9999.least=7', 'an9999.least=7', 'example.least=7'])('takes %s: an analytic goes by id or name', (assignment) => {
		expect(optionValues(analytic, [assignment]).get('least')).toBe(7);
		expect(() => checkAssignments([analytic], [assignment])).not.toThrow();
	});

	test('leaves assignments for other analytics alone', () => {
		expect(optionValues(analytic, ['AN0001.least=7']).get('least')).toBe(5);
	});

	test('holds a list to its words where it has some', () => {
		const { options } = upload;
		expect(optionValues({ ...analytic, options }, ['operations=file.upload']).get('operations')).toEqual(['file.upload']);
		for (const wrong of ['operations=', 'operations=file.uplaod'])
			expect(() => optionValues({ ...analytic, options }, [wrong])).toThrow(
				/option operations: got ".*"; expected one or more of file\.upload, file\.create, file\.copy/,
			);
	});

	test.each(['least=10', 'least=x', 'span=soon', 'strict=maybe'])('refuses %s', (assignment) => {
		expect(() => optionValues(analytic, [assignment])).toThrow(UsageError);
	});
});

describe('window, which every analytic has', () => {
	const RUN = [600_000];

	test('is the run’s unless it is set, for all or for one', () => {
		expect(lengthsOf(optionValues(analytic, []), RUN)).toEqual([600_000]);
		expect(lengthsOf(optionValues(analytic, ['window=1h']), RUN)).toEqual([3_600_000]);
		expect(lengthsOf(optionValues(analytic, ['AN9999.window=2d']), RUN)).toEqual([172_800_000]);
		expect(lengthsOf(optionValues(analytic, ['AN0001.window=2d']), RUN)).toEqual([600_000]);
	});

	test('takes several, as a findings document lists them', () => {
		expect(lengthsOf(optionValues(analytic, ['window=1d, 1h,1h']), RUN)).toEqual([3_600_000, 86_400_000]);
	});

	test.each(['window=', 'window=soon', 'window=1h,x'])('refuses %s', (assignment) => {
		expect(() => optionValues(analytic, [assignment])).toThrow(UsageError);
	});

	test('is known wherever a --set is checked', () => {
		expect(() => checkAssignments([analytic], ['window=1h', 'AN9999.window=1h'])).not.toThrow();
	});

	test('names by default the lengths that are judged', () => {
		expect(WINDOW_OPTION.default).toBe(LENGTHS.map(spanWords).join(','));
	});
});

describe('checkAssignments', () => {
	test('names the options there are when one is unknown', () => {
		expect(() => checkAssignments([analytic], ['lest=1'])).toThrow(
			'--set lest=1: no such option; expected one of least, names, span, strict, window',
		);
	});

	test('refuses an analytic that is not chosen', () => {
		expect(() => checkAssignments([analytic], ['bulk-upload.least=1'])).toThrow(
			'--set bulk-upload.least=1: bulk-upload is not among the chosen analytics (AN9999)',
		);
	});

	test('refuses what is no assignment', () => {
		expect(() => checkAssignments([analytic], ['least'])).toThrow('expected name=value');
	});
});
