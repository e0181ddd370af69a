import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openGeoip } from '../../src/context/geoip.ts';
import { UsageError } from '../../src/model/errors.ts';
import { folderOf } from './folder.ts';
import { type Entry, mmdb } from './mmdb.ts';

const CITY: readonly Entry[] = [
	[
		'203.0.113.0/24',
		{ country: { iso_code: 'DE' }, city: { names: { en: 'Berlin' } }, location: { latitude: 52.5, longitude: 13.4 } },
	],
	['198.51.100.0/25', { registered_country: { iso_code: 'FR' } }],
	['2001:db8:7::/48', { country: { iso_code: 'JP' } }],
	['192.0.2.0/24', { country: {}, location: { latitude: 1.5 } }],
];

async function database(bytes: Uint8Array): Promise<string> {
	return join(await folderOf({ 'places.mmdb': bytes }), 'places.mmdb');
}

describe('openGeoip', () => {
	test('says country, city and place of an address', async () => {
		const geoip = await openGeoip(await database(mmdb(CITY)));
		expect(geoip.lookup('203.0.113.9')).toEqual({ country: 'DE', city: 'Berlin', latitude: 52.5, longitude: 13.4 });
		expect(geoip.lookup('203.0.113.9')).toBe(geoip.lookup('203.0.113.9'));
		expect(geoip.lookup('2001:db8:7:1::2')).toEqual({ country: 'JP' });
	});

	test('falls back on the country of registration', async () => {
		const geoip = await openGeoip(await database(mmdb(CITY)));
		expect(geoip.lookup('198.51.100.127')).toEqual({ country: 'FR' });
		expect(geoip.lookup('198.51.100.128')).toBeUndefined();
	});

	test('says the autonomous system', async () => {
		const entry: Entry = [
			'203.0.113.0/24',
			{ autonomous_system_number: 64_500, autonomous_system_organization: 'Example Transit' },
		];
		const geoip = await openGeoip(await database(mmdb([entry])));
		expect(geoip.lookup('203.0.113.200')).toEqual({ asn: 64_500, asOrg: 'Example Transit' });
	});

	test('reads flat records too', async () => {
		const entry: Entry = ['203.0.113.0/24', { country_code: 'DE', asn: 'AS64500', as_name: 'Example Transit', city: 'Berlin' }];
		const geoip = await openGeoip(await database(mmdb([entry])));
		expect(geoip.lookup('203.0.113.9')).toEqual({ country: 'DE', city: 'Berlin', asn: 64_500, asOrg: 'Example Transit' });
	});

	test('says nothing of what it does not know or what is no address', async () => {
		const geoip = await openGeoip(await database(mmdb(CITY)));
		for (const ip of ['192.0.2.1', '10.0.0.1', '2001:db8:8::1', 'host.example.com', '', '203.0.113.999', 'fe80::1%eth0']) {
			expect(geoip.lookup(ip)).toBeUndefined();
		}
	});

	test('refuses what is no database', async () => {
		for (const bytes of [
			new Uint8Array(0),
			new TextEncoder().encode('ip,country\n192.0.2.1,DE\n'),
			new Uint8Array(5000).fill(255),
		]) {
			await expect(openGeoip(await database(bytes))).rejects.toThrow(/is no address database; expected a MaxMind file/);
			await expect(openGeoip(await database(bytes))).rejects.toBeInstanceOf(UsageError);
		}
		await expect(openGeoip(join(await folderOf({}), 'none.mmdb'))).rejects.toThrow(/none\.mmdb" cannot be read \(ENOENT\)/);
	});
});
