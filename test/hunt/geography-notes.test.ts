import { describe, expect, test } from '@jest/globals';
import { geographyNotes } from '../../src/hunt/geography-notes.ts';
import type { Geography } from '../../src/hunt/request.ts';

const HERE = ['192.0.2.1', '198.51.100.1'];

function of(place: ReturnType<Geography['lookup']>, only?: string): Geography {
	return { lookup: (ip) => (only === undefined || ip === only ? place : undefined) };
}

const COUNTRY = { country: 'NL' };
const POINT = { latitude: 52.4, longitude: 4.9 };
const NETWORK = { asn: 64500, asOrg: 'Example Access' };

describe('what is said of a database of addresses', () => {
	test.each([
		['none at all', undefined, /^no address database \(--geoip\): .*distance and ASN signals are off/],
		['one that knows no address here', of(undefined), /^the address database \(--geoip\) knows none of the 2 addresses here: /],
		[
			'one of countries',
			of(COUNTRY),
			/has no coordinates: distance signals are off; no networks: ASN signals are off, address prefixes are used$/,
		],
		['one of cities', of({ ...COUNTRY, ...POINT }), /has no networks: ASN signals are off, address prefixes are used$/],
		[
			'one of networks',
			of(NETWORK),
			/has no countries: only where the log names them; no coordinates: distance signals are off$/,
		],
		['one that knows a single address', of(COUNTRY, '198.51.100.1'), /has no coordinates/],
	])('%s', (_, geography, words) => {
		const notes = geographyNotes(geography, HERE);
		expect(notes).toHaveLength(1);
		expect(notes[0]).toMatch(words);
	});

	test.each([
		[
			'none at all',
			undefined,
			/: countries and networks \(ASN\) only where the log names them, address prefixes elsewhere; distance signals are off$/,
		],
		[
			'one of cities',
			of({ ...COUNTRY, ...POINT }),
			/has no networks: only where the log names them, address prefixes elsewhere$/,
		],
	])('logs that name networks themselves, beside %s', (_, geography, words) => {
		expect(geographyNotes(geography, HERE, true)).toEqual([expect.stringMatching(words)]);
	});

	test('nothing where all is known, or nothing was to be looked up', () => {
		expect(geographyNotes(of({ ...COUNTRY, ...POINT, ...NETWORK }), HERE)).toEqual([]);
		expect(geographyNotes(of(undefined), [])).toEqual([]);
	});
});
