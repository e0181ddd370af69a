import { describe, expect, test } from '@jest/globals';
import { daySeen, Sightings, seenOn, valueSeen } from '../../src/hunt/sightings.ts';

const NETWORK = 0;
const TOKEN = 4;

function shown(sightings: Sightings, attribute: number) {
	return Array.from(sightings.of(attribute), (sighting) => [valueSeen(sighting), daySeen(sighting)]);
}

describe('Sightings', () => {
	test('count a value once a day, and come by value, then by day, each attribute for itself', () => {
		const sightings = new Sightings();
		for (const [attribute, value, day] of [
			[TOKEN, 3, 20_001],
			[NETWORK, 9, 20_002],
			[NETWORK, 9, 20_000],
			[NETWORK, 2, 65_535],
			[NETWORK, 9, 20_002],
			[NETWORK, 2, 0],
		] as const)
			sightings.add(attribute, value, day);
		expect(shown(sightings, NETWORK)).toEqual([
			[2, 0],
			[2, 65_535],
			[9, 20_000],
			[9, 20_002],
		]);
		expect(shown(sightings, TOKEN)).toEqual([[3, 20_001]]);
		expect(shown(sightings, 5)).toEqual([]);
		expect(Array.from(sightings.of(NETWORK))).toContain(seenOn(9, 20_000));
	});

	test('keep the largest numbers apart', () => {
		const sightings = new Sightings();
		sightings.add(5, 2 ** 32 - 1, 65_535);
		sightings.add(5, 2 ** 32 - 1, 65_534);
		sightings.add(4, 2 ** 32 - 1, 65_535);
		expect(shown(sightings, 5)).toEqual([
			[2 ** 32 - 1, 65_534],
			[2 ** 32 - 1, 65_535],
		]);
	});

	test('keep all of many', () => {
		const sightings = new Sightings();
		for (let value = 1; value <= 5000; value += 1)
			for (const day of [20_000, 20_000 + (value % 3)]) sightings.add(TOKEN, value, day);
		// Of three values one has one day and two have two.
		expect(sightings.of(TOKEN)).toHaveLength(5000 + 3334);
	});

	test('join those of two names, and of values that become one', () => {
		const ana = new Sightings();
		ana.add(NETWORK, 1, 20_000);
		ana.add(TOKEN, 1, 20_000);
		const alias = new Sightings();
		alias.add(NETWORK, 1, 20_000);
		alias.add(NETWORK, 2, 20_001);
		ana.merge(alias);
		expect(shown(ana, NETWORK)).toEqual([
			[1, 20_000],
			[2, 20_001],
		]);
		ana.add(NETWORK, 7, 20_001);
		ana.rename(
			NETWORK,
			new Map([
				[1, 7],
				[2, 7],
			]),
		);
		expect(shown(ana, NETWORK)).toEqual([
			[7, 20_000],
			[7, 20_001],
		]);
		expect(shown(ana, TOKEN)).toEqual([[1, 20_000]]);
	});
});
