import { describe, expect, test } from '@jest/globals';
import { impossibleTravel } from '../../src/hunt/travel.ts';
import { distanceKm } from '../../src/score/distance.ts';

const HOUR = 3_600_000;
const PLACES: Readonly<Record<string, { latitude: number; longitude: number }>> = {
	'192.0.2.1': { latitude: 52.52, longitude: 13.405 },
	'198.51.100.1': { latitude: 40.7128, longitude: -74.006 },
	'203.0.113.1': { latitude: 52.4, longitude: 13.06 },
};
const geography = { lookup: (ip: string) => PLACES[ip] };

describe('distanceKm', () => {
	test('knows a quarter of the equator and the way from Berlin to New York', () => {
		// A quarter of the circumference 2πR with R = 6371.0088 km: 10007.6 km. Berlin to New York: about 6385 km.
		expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })).toBeCloseTo((Math.PI * 6371.0088) / 2, 3);
		expect(
			Math.abs(
				distanceKm(
					PLACES['192.0.2.1'] ?? { latitude: 0, longitude: 0 },
					PLACES['198.51.100.1'] ?? { latitude: 0, longitude: 0 },
				) - 6385,
			),
		).toBeLessThan(5);
	});
});

describe('impossibleTravel', () => {
	test('finds New York one hour after Berlin', () => {
		const travel = impossibleTravel(
			[
				{ time: HOUR, ip: '198.51.100.1' },
				{ time: 0, ip: '192.0.2.1' },
			],
			geography,
		);
		expect(travel).toMatchObject({ minutes: 60 });
		expect(travel?.km).toBeGreaterThan(6300);
	});

	test.each([
		[
			'a flight of ten hours',
			[
				{ time: 0, ip: '192.0.2.1' },
				{ time: 10 * HOUR, ip: '198.51.100.1' },
			],
		],
		[
			'the next town',
			[
				{ time: 0, ip: '192.0.2.1' },
				{ time: 1000, ip: '203.0.113.1' },
			],
		],
		[
			'an address that the database does not know',
			[
				{ time: 0, ip: '192.0.2.1' },
				{ time: HOUR, ip: '192.0.2.99' },
			],
		],
	])('leaves %s alone', (_, stays) => {
		expect(impossibleTravel(stays, geography)).toBeUndefined();
	});

	test('says nothing without a database', () => {
		expect(
			impossibleTravel(
				[
					{ time: 0, ip: '192.0.2.1' },
					{ time: HOUR, ip: '198.51.100.1' },
				],
				undefined,
			),
		).toBeUndefined();
	});
});
