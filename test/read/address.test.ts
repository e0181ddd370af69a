import { describe, expect, test } from '@jest/globals';
import { parseAddress } from '../../src/read/address.ts';

describe('parseAddress', () => {
	test.each([
		['203.0.113.9', '203.0.113.9'],
		['203.0.113.9:51544', '203.0.113.9'],
		['[203.0.113.9]:443', '203.0.113.9'],
		['::ffff:203.0.113.9', '203.0.113.9'],
		['2001:DB8::7', '2001:db8::7'],
		['[2001:db8::7]:443', '2001:db8::7'],
		['fe80::1%eth0', 'fe80::1'],
		['AM0PR01 (203.0.113.9)', '203.0.113.9'],
		['  203.0.113.9 ', '203.0.113.9'],
		['0.0.0.0', '0.0.0.0'],
		['255.255.255.255', '255.255.255.255'],
	])('reads %j', (text, address) => {
		expect(parseAddress(text)).toBe(address);
	});

	test.each([
		'',
		'Unknown IP',
		'<null>',
		'a.b.c.d',
		'203.0.113',
		'203.0.113.256',
		'203.0.113.09',
		'203.0.113.9.1',
		'203..113.9',
		'mail.example.com',
		`2001:db8::${'0'.repeat(200)}`,
	])('finds none in %j', (text) => {
		expect(parseAddress(text)).toBeUndefined();
	});
});
