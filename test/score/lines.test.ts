import { describe, expect, test } from '@jest/globals';
import {
	activeTargetsLine,
	aftermathLine,
	consentLine,
	grantActivityLine,
	grantLine,
	grantNoveltyLine,
	laterUseLine,
	mailboxesLine,
	mailboxRightsLine,
	newObjectsLine,
	oddHourLine,
	roleLine,
	signInLine,
	syncClientLine,
} from '../../src/score/lines.ts';

describe('lines of the ledger', () => {
	test('failed sign-ins count from three on, at most 1.5, and only beside an abnormal volume', () => {
		expect(signInLine(1, 2, false)).toBe(0);
		expect(signInLine(1, 3, false)).toBeCloseTo(0.9, 12);
		expect(signInLine(1, 40, false)).toBe(1.5);
		expect(signInLine(1, 0, true)).toBe(0.5);
		expect(signInLine(0.5, 40, true)).toBe(1);
		expect(signInLine(0, 40, true)).toBe(0);
	});

	test('repositories never touched before count by their logarithm', () => {
		expect(newObjectsLine(0)).toBe(0);
		expect(newObjectsLine(9)).toBe(1.5);
		// 1.5 log10(1 + 20) = 1.98; from 21 on the count adds nothing: that there are many the volume says.
		expect(newObjectsLine(20)).toBeCloseTo(1.98, 2);
		expect(newObjectsLine(99)).toBe(2);
		// A usual of less than one is as good as none; eighteen new ones beside a usual two count as nine.
		expect(newObjectsLine(9, 0.3)).toBe(1.5);
		expect(newObjectsLine(18, 2)).toBe(1.5);
	});

	test('accounts still in use count by their share', () => {
		expect(activeTargetsLine(0)).toBe(0);
		expect(activeTargetsLine(0.5)).toBe(0.75);
	});

	test('consent excuses, a young app without consent does not', () => {
		expect(consentLine(true, 0)).toBe(-0.5);
		expect(consentLine(false, 2.9)).toBe(0.4);
		expect(consentLine(false, 3)).toBe(0);
	});

	test('an unknown role says nothing', () => {
		expect(roleLine(undefined, undefined)).toBe(0);
		expect(roleLine(true, false)).toBe(0);
		expect(roleLine(false, true)).toBe(1.3);
	});

	test('trust, synchronisation, tickets and service accounts lower', () => {
		expect(syncClientLine(1)).toBe(-1.5);
		expect(syncClientLine(0)).toBe(0);
	});

	test('an app in a hundred mailboxes', () => {
		const sweep = { mailboxes: 100, messages: 180, ageDays: 9, approved: false };
		// 3·2 + 0.5·1 − 0.3·1, nine days old.
		expect(mailboxesLine(sweep)).toBeCloseTo(6.2, 12);
		expect(mailboxesLine({ ...sweep, ageDays: 0 })).toBeCloseTo(6 + 0.5, 12);
		// Without a message nothing for messages, with 1,980 (99 twenties) 0.5·2.
		expect(mailboxesLine({ ...sweep, messages: 0 })).toBeCloseTo(5.7, 12);
		expect(mailboxesLine({ ...sweep, messages: 1980 })).toBeCloseTo(6.7, 12);
		expect(mailboxesLine({ ...sweep, approved: true })).toBeCloseTo(0.2, 12);
		expect(mailboxesLine({ ...sweep, mailboxes: 2 })).toBe(0);
	});

	test('the right by which an app is in many mailboxes', () => {
		const rights = { mailboxes: 100, ageDays: 9, appOnly: true, withoutConsent: 0.5 };
		expect(mailboxRightsLine(rights)).toBeCloseTo(1.5, 12);
		expect(mailboxRightsLine({ ...rights, ageDays: 6 })).toBeCloseTo(2.2, 12);
		expect(mailboxRightsLine({ ...rights, appOnly: false, withoutConsent: 0 })).toBe(0);
		expect(mailboxRightsLine({ ...rights, mailboxes: 2 })).toBe(0);
	});

	test('a grant by its scopes, its reach and how often the app was granted before', () => {
		expect(grantLine(0, false, 0)).toBe(0.5);
		expect(grantLine(1, false, 1)).toBeCloseTo(1.2, 12);
		expect(grantLine(7, true, 0)).toBeCloseTo(0.8 + 0.6 + 0.3 + 0.5, 12);
		expect(grantLine(0, false, 3)).toBe(-0.5);
	});

	test('activity after a grant by the most unusual of three lengths', () => {
		expect(grantActivityLine({ hour: 0, day: 0, days: 0, soon: true })).toBe(0);
		expect(grantActivityLine({ hour: 6, day: 6, days: 6, soon: false })).toBeCloseTo(1.6 * Math.log10(2), 12);
		expect(grantActivityLine({ hour: 600, day: 600, days: 600, soon: true })).toBeCloseTo(1.6, 12);
	});

	test('novelty of a grant counts little when nothing was gained or done', () => {
		expect(grantNoveltyLine({ grant: 2.5, signIn: 0, activity: 0 }, true, false)).toBe(2);
		expect(grantNoveltyLine({ grant: 0, signIn: 2.5, activity: 0 }, false, false)).toBeCloseTo(0.6, 12);
		expect(grantNoveltyLine({ grant: 0, signIn: 0, activity: 2.5 }, false, true)).toBeCloseTo(1.6, 12);
		expect(grantNoveltyLine({ grant: 99, signIn: 0, activity: 0 }, true, true)).toBe(4);
	});

	test('what follows a grant', () => {
		expect(aftermathLine(true)).toBe(1);
		expect(aftermathLine(false)).toBe(0);
	});

	test('steady use afterwards takes back half a decade a day, from two days on and at most two decades', () => {
		expect(laterUseLine(1)).toBe(0);
		expect(laterUseLine(2)).toBe(-1);
		expect(laterUseLine(3)).toBe(-1.5);
		expect(laterUseLine(30)).toBe(-2);
	});

	test('an hour is odd by how rarely somebody was active in it, beyond every fifth day, and at most 0.8', () => {
		// One of 20 days: -log10(2/22) = 1.041.
		expect(oddHourLine(1, 1, 20)).toBeCloseTo(1.0414 - 0.7, 4);
		expect(oddHourLine(0.5, 1, 20)).toBeCloseTo((1.0414 - 0.7) / 2, 4);
		expect(oddHourLine(1, 0, 400)).toBe(0.8);
		expect(oddHourLine(1, 10, 20)).toBe(0);
		// Of five days little can be said, of four nothing.
		expect(oddHourLine(1, 0, 5)).toBeCloseTo(0.8451 - 0.7, 4);
		expect(oddHourLine(1, 0, 4)).toBe(0);
	});
});
