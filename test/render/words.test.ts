import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Coverage } from '../../src/model/finding.ts';
import { duration, shownMinute, shownSpan, shownTime } from '../../src/render/clock.ts';
import { coverageSentence, heardNowhere } from '../../src/render/coverage-words.ts';
import { entitySentences, measure } from '../../src/render/finding-words.ts';
import { byteSize, count, counted, decades, decimal, percent, quantity, small } from '../../src/render/number.ts';
import { width } from '../../src/render/text-width.ts';
import { beside, hanging, wrapped } from '../../src/render/wrap.ts';

describe('a measure', () => {
	it.each([
		['mailboxes', 'mailbox'],
		['repositories', 'repository'],
		['searches', 'search'],
		['files', 'file'],
		['failed sign-ins', 'failed sign-in'],
		['files/1h', 'files/1h'],
		['share of files', 'share of files'],
		['kinds of witness', 'kinds of witness'],
	])('against one of %s says %s', (unit, one) => {
		const reason = { signal: 'x', observed: 12, expected: 1, unit, surprise: 1, text: '' };
		expect(measure(reason)).toBe(`12 against 1 ${one}`);
		expect(measure({ ...reason, expected: 2 })).toBe(`12 against 2 ${unit}`);
	});
});

describe('numbers', () => {
	it('are written without a locale', () => {
		expect([count(0), count(999), count(1000), count(1_234_567), count(-12_345), count(1.5)]).toEqual([
			'0',
			'999',
			'1,000',
			'1,234,567',
			'-12,345',
			'1.5',
		]);
		expect([
			decimal(6.1, 1),
			decimal(6, 1),
			decimal(-0.01, 1),
			decimal(Number.NaN, 1),
			decimal(Number.POSITIVE_INFINITY, 1),
		]).toEqual([...['6.1', '6', '0', 'unknown', 'unbounded']]);
		expect([quantity('203.0'), quantity(412), quantity(6.14), quantity(0.256), quantity(0.0004)]).toEqual([
			'203.0',
			'412',
			'6.1',
			'0.26',
			'0.0004',
		]);
		expect([decades(3.61), decades(-0.6), decades(0), decades(-0.01)]).toEqual(['+3.6', '-0.6', '+0.0', '+0.0']);
		expect([small(0), small(14.2), small(0.4), small(0.00012), small(3.2e-9)]).toEqual(['0', '14', '0.4', '0.00012', '3e-9']);
		expect([byteSize(812), byteSize(1_482_911), byteSize(5 * 1024 ** 4)]).toEqual(['812 B', '1.4 MiB', '5 TiB']);
		expect([percent(0.61), percent(0.001), percent(0), counted(1, 'day'), counted(2, 'day')]).toEqual([
			'61 %',
			'<1 %',
			'0 %',
			'1 day',
			'2 days',
		]);
	});
});

describe('times', () => {
	it('are UTC unless a zone is asked for', () => {
		expect(shownTime('2026-03-03T09:00:12.500Z')).toBe('2026-03-03 09:00:12Z');
		expect(shownTime('2026-03-03T23:30:00Z', 'Europe/Berlin')).toBe('2026-03-04 00:30:00+01:00');
		expect(shownTime('2026-07-01T00:00:00Z', 'America/St_Johns')).toBe('2026-06-30 21:30:00-02:30');
		expect(shownMinute('2026-03-03T09:00:12Z', 'UTC')).toBe('2026-03-03 09:00');
	});
	it('stay visible where they are none', () => {
		expect(shownTime('never\u001b')).toBe('never\\x1b');
	});
	it('say the second date of a span only where it differs', () => {
		expect(shownSpan('2026-03-03T09:00:00Z', '2026-03-03T10:00:00Z')).toBe('2026-03-03 09:00:00Z to 10:00:00Z (1h)');
		expect(shownSpan('2026-03-03T09:00:00Z', '2026-03-08T09:00:00Z')).toBe('2026-03-03 09:00:00Z to 2026-03-08 09:00:00Z (5d)');
	});
	it('have lengths in their two largest units', () => {
		expect([0, 250, 60_000, 90_000, 3_600_000, 93_600_000, 86_400_000].map(duration)).toEqual([
			'0ms',
			'250ms',
			'1m',
			'1m 30s',
			'1h',
			'1d 2h',
			'1d',
		]);
	});
});

describe('what could not be seen', () => {
	const line = (activity: Coverage['activity'], platform: Coverage['platform'], status: Coverage['status']): Coverage => ({
		...{ analytic: 'AN0001', activity, platform, status },
		events: 0,
		text: '',
	});
	it('names each activity once, the missing first', () => {
		const coverage = [
			line('mail.read', 'm365', 'seen'),
			line('mail.read', 'google_workspace', 'not-in-evidence'),
			line('mail.read', 'box', 'not-logged-by-platform'),
			line('mail.rule', 'm365', 'not-in-evidence'),
			line('mail.rule', 'box', 'not-logged-by-platform'),
			line('repo.clone', 'm365', 'not-logged-by-platform'),
			line('login', 'okta', 'seen'),
		];
		expect(coverageSentence(coverage)).toBe(
			'not in this evidence, though these platforms log it: mail.rule (m365); logged by none of these platforms: repo.clone; ' +
				'heard: login (okta); heard, but not on every platform that logs it: mail.read (m365)',
		);
		expect(heardNowhere(coverage).map(({ activity }) => activity)).toEqual(['mail.rule', 'repo.clone']);
	});
	it('says when all was heard, and when nothing could be heard', () => {
		expect(coverageSentence([line('login', 'okta', 'seen')])).toBe('heard: login (okta)');
		expect(coverageSentence([])).toBe('none of the platforms in this evidence says anything that it listens for');
	});
});

describe('what took part', () => {
	it('is gathered by role, with a limit', () => {
		const repository = (id: string) => ({ role: 'repository', type: 'repository', id }) as const;
		const app = { role: 'app', type: 'app', id: 'a-1', name: 'Sync' } as const;
		const entities = [repository('x/1'), app, repository('x/2'), repository('x/3')];
		expect(entitySentences(entities)).toEqual(['repository, 3 named: x/1; x/2; x/3', 'app Sync, a-1']);
		expect(entitySentences(entities, 2)[0]).toBe('repository, 3 named: x/1; x/2 and 1 more');
	});
});

describe('wrapping', () => {
	it('breaks at blanks, and inside words only where it must', () => {
		expect(wrapped('one two three', 8)).toEqual(['one two', 'three']);
		expect(wrapped('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
		expect(wrapped('李小龍 ana', 4)).toEqual(['李小', '龍', 'ana']);
		expect(wrapped('', 10)).toEqual(['']);
	});
	it('loses no letter and keeps the width', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
				const lines = wrapped(text, columns);
				expect(lines.every((line) => width(line) <= columns)).toBe(true);
				expect(lines.join('').replaceAll(' ', '')).toBe(wrapped(text, 1e6).join('').replaceAll(' ', ''));
			}),
		);
	});
	it('hangs lines below their first and sets cells beside each other', () => {
		expect(hanging('- ', 'one two three', 9)).toEqual(['- one two', '  three']);
		expect(
			beside([
				{ text: 'a b', columns: 2 },
				{ text: '7', columns: 3, side: 'left' },
			]),
		).toEqual(['a     7', 'b']);
	});
});
