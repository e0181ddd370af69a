import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { impossibleTravel } from '../../src/hunt/travel.ts';
import { distanceKm } from '../../src/score/distance.ts';
import { saashound } from '../cli/run.ts';
import { mmdb } from '../context/mmdb.ts';
import { quiet, removals } from './okta-log.ts';

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

describe('with databases of places and of networks, a hunt', () => {
	const folder = mkdtempSync(join(tmpdir(), 'saashound-travel-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const signIn = (person: string, time: number, ip: string) =>
		`${JSON.stringify({
			uuid: `00000000-0000-4000-8000-${String(time).slice(1)}`,
			published: new Date(time).toISOString(),
			eventType: 'user.session.start',
			version: '0',
			severity: 'INFO',
			actor: { id: `00uexample${person}`, type: 'User', alternateId: `${person}@example.com`, displayName: person },
			client: { ipAddress: ip },
			outcome: { result: 'SUCCESS' },
			target: null,
		})}\n`;
	const accounts = Array.from({ length: 14 }, (_, index) => `${'cpmabzkqtnwxye'[index]}-account`);
	// The last day of `removals` begins at 22:00: the office 40 minutes before, the other end of the world 5 minutes before.
	const night = Date.UTC(2026, 1, 21, 22);
	writeFileSync(
		join(folder, 'okta.ndjson'),
		quiet(20, ['ana', 'bo', 'cleo', 'dag', 'eli']) +
			signIn('ana', night - 40 * 60_000, '192.0.2.10') +
			signIn('ana', night - 5 * 60_000, '203.0.113.7') +
			removals('ana', 19, accounts, '203.0.113.7'),
	);
	writeFileSync(
		join(folder, 'city.mmdb'),
		mmdb([
			['192.0.2.0/24', { country: { iso_code: 'DE' }, location: { latitude: 52.52, longitude: 13.405 } }],
			['203.0.113.0/24', { country: { iso_code: 'AU' }, location: { latitude: -33.87, longitude: 151.21 } }],
		]),
	);
	writeFileSync(join(folder, 'asn.mmdb'), mmdb([['203.0.113.0/24', { autonomous_system_number: 64500 }]]));

	async function reasons(...databases: readonly string[]) {
		const words = databases.flatMap((file) => ['--geoip', file]);
		const { stdout } = await saashound(['hunt', 'AN0339', 'okta.ndjson', ...words, '--format', 'json'], { cwd: folder });
		const { findings, run } = JSON.parse(stdout);
		const texts = findings[0].reasons.map(({ text }: { text: string }) => text).join('\n');
		return { texts, score: findings[0].score as number, notes: run.notes.join('\n') };
	}

	test('sees Berlin and Sydney within 35 minutes, the new country and the new network', async () => {
		const plain = await reasons();
		expect(plain.texts).not.toMatch(/km apart|country/);
		expect(plain.notes).toContain('no address database');
		const both = await reasons('city.mmdb', 'asn.mmdb');
		// Berlin to Sydney: about 16,090 km along the great circle.
		expect(Number(/two places (\d+) km apart within 35 min/.exec(both.texts)?.[1])).toBeGreaterThan(16_000);
		expect(Number(/two places (\d+) km apart/.exec(both.texts)?.[1])).toBeLessThan(16_200);
		expect(both.texts).toMatch(/network nobody here had worked from before \(AS64500\) and a country .* \(AU\)/);
		expect(both.score).toBeGreaterThan(plain.score);
		expect(both.notes).not.toContain('address database');
		expect((await reasons('city.mmdb')).notes).toContain('has no networks: ASN signals are off, address prefixes are used');
	});
});
