import { describe, expect, test } from '@jest/globals';
import { Profile } from '../../src/hunt/profile.ts';
import { hasMoved } from '../../src/hunt/surroundings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NETWORK = 0;
const [HOME, HOTEL] = [1, 2];

/** Ten days of work at home from nine to five, and an eleventh (day 10) with the given hours on the given networks. */
function worker(hours: readonly number[], networks: readonly number[]): Profile {
	const profile = new Profile();
	for (let day = 0; day < 10; day += 1) {
		for (let hour = 9; hour < 17; hour += 1) profile.active(day * DAY + hour * HOUR);
		profile.value(NETWORK, HOME, day);
	}
	for (const hour of hours) profile.active(10 * DAY + hour * HOUR);
	for (const network of networks) profile.value(NETWORK, network, 10);
	return profile;
}

const AT_TEN = [10 * DAY + 10 * HOUR];
const NO_PHONES = () => false;

describe('a day elsewhere', () => {
	test('is one whose other hours were spent there too', () => {
		expect(hasMoved(worker([9, 10, 11, 14], [HOTEL]), 10, AT_TEN, NO_PHONES)).toBe(true);
	});

	test('is none when the account also worked where it always does', () => {
		expect(hasMoved(worker([9, 10, 11, 14], [HOTEL, HOME]), 10, AT_TEN, NO_PHONES)).toBe(false);
	});

	test('is one all the same where only a phone showed its carrier at home, as it does abroad', () => {
		const day = worker([9, 10, 11, 14], [HOTEL, HOME]);
		expect(hasMoved(day, 10, AT_TEN, (network) => network === HOME)).toBe(true);
		expect(hasMoved(day, 10, AT_TEN, (network) => network === HOTEL)).toBe(false);
	});

	test('is none when little happened beside the events in question', () => {
		expect(hasMoved(worker([9, 10, 11], [HOTEL]), 10, AT_TEN, NO_PHONES)).toBe(false);
		expect(hasMoved(worker([9, 10, 11, 14], [HOTEL]), 10, [...AT_TEN, 10 * DAY + 14 * HOUR], NO_PHONES)).toBe(false);
	});

	test('cannot be told of somebody who is hardly known', () => {
		expect(hasMoved(undefined, 10, AT_TEN, NO_PHONES)).toBe(false);
		const joiner = new Profile();
		for (const day of [7, 8, 9, 10]) for (const hour of [9, 10, 11, 14]) joiner.active(day * DAY + hour * HOUR);
		expect(hasMoved(joiner, 10, AT_TEN, NO_PHONES)).toBe(false);
	});
});
