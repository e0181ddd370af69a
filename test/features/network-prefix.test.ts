import { describe, expect, test } from '@jest/globals';
import { networkOf } from '../../src/features/network-prefix.ts';

describe('networkOf', () => {
	test.each([
		['203.0.113.9', '203.0.0.0/16'],
		['203.0.0.1', '203.0.0.0/16'],
		['198.51.100.7', '198.51.0.0/16'],
		['2001:db8:7:abcd::1', '2001:db8:7::/48'],
		['2001:0DB8:0007:0:0:0:0:ffff', '2001:db8:7::/48'],
		['2001:db8::1', '2001:db8::/48'],
		['::ffff:203.0.113.9', '203.0.0.0/16'],
		['2001:db8:7::1%eth0', '2001:db8:7::/48'],
	])('%s lies in %s', (ip, network) => expect(networkOf(ip)).toBe(network));

	test.each([
		'10.1.2.3',
		'172.16.0.1',
		'192.168.1.1',
		'127.0.0.1',
		'169.254.1.1',
		'100.64.0.9',
		'0.0.0.0',
		'255.255.255.255',
		'::1',
		'::',
		'fe80::1',
		'fd00::1',
		'::ffff:10.0.0.1',
	])('%s lies nowhere', (ip) => expect(networkOf(ip)).toBeUndefined());

	test.each(['', 'host.example.com', '203.0.113', '203.0.113.256', '0x7f.1', '3405803777', '2001:db8::1::2', ':'.repeat(10_000)])(
		'%s is no address',
		(text) => expect(networkOf(text)).toBeUndefined(),
	);
});
