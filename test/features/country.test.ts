import { describe, expect, test } from '@jest/globals';
import { countryOf, foldName } from '../../src/features/country.ts';
import { COUNTRIES } from '../../src/features/country-names.ts';

describe('countryOf', () => {
	test.each([
		['US', 'US'],
		['us', 'US'],
		['USA', 'US'],
		['United States', 'US'],
		['U.S.A.', 'US'],
		['United States of America', 'US'],
		['Germany', 'DE'],
		['UNITED KINGDOM', 'GB'],
		['UK', 'GB'],
		['GB', 'GB'],
		['Türkiye', 'TR'],
		['Turkey', 'TR'],
		["Côte d'Ivoire", 'CI'],
		['Cote d’Ivoire', 'CI'],
		['Ivory Coast', 'CI'],
		['The Netherlands', 'NL'],
		['Bahamas, The', 'BS'],
		['Korea, Republic of', 'KR'],
		["Korea, Democratic People's Republic of", 'KP'],
		['Iran, Islamic Republic of', 'IR'],
		['Viet Nam', 'VN'],
		['Russian Federation', 'RU'],
		['Czech Republic', 'CZ'],
		['Bosnia & Herzegovina', 'BA'],
		['St. Kitts and Nevis', 'KN'],
		['Hong Kong SAR China', 'HK'],
		['Niger', 'NE'],
		['Nigeria', 'NG'],
		[' Kosovo ', 'XK'],
	])('%s is %s', (text, code) => expect(countryOf(text)).toBe(code));

	test('keeps what it does not know, folded, so that values stay apart', () => {
		expect(countryOf('A1')).toBe('A1');
		expect(countryOf('Middle-Earth')).toBe('middle earth');
		expect(countryOf('Deutschland (West)')).toBe('deutschland west');
		expect(countryOf('日本')).toBe('日本');
		expect(countryOf('x'.repeat(10_000))).toHaveLength(60);
	});

	test('takes placeholders for absent', () => {
		for (const text of ['', ' ', '-', '--', 'Unknown', '(unknown)', 'N/A', 'XX', 'ZZ', 'null'])
			expect(countryOf(text)).toBeUndefined();
	});
});

describe('the table of countries', () => {
	test('has the 249 of ISO 3166-1 and Kosovo, each code and name once', () => {
		expect(COUNTRIES).toHaveLength(250);
		const words = COUNTRIES.flatMap((line) => [line.slice(0, 2), line.slice(3, 6), ...line.slice(7).split('|')]);
		expect(new Set(words).size).toBe(words.length);
	});

	test('holds its names as they are folded', () => {
		for (const line of COUNTRIES) {
			expect(line).toMatch(/^[A-Z]{2} [A-Z]{3} [a-z]/);
			for (const name of line.slice(7).split('|')) expect(foldName(name)).toBe(name);
		}
	});
});
