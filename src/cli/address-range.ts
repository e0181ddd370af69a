import ipaddr from 'ipaddr.js';
import { UsageError } from '../model/errors.ts';

/**
 * A test for addresses: one address in any spelling (`2001:DB8::1`), a network (`203.0.113.0/24`), or the beginning of an address that
 * ends in `.` or `:`. IPv4 written as IPv6 (`::ffff:203.0.113.9`) is IPv4.
 * @throws UsageError when the text is none of them
 */
export function addressTest(text: string): (ip: string | undefined) => boolean {
	const wanted = text.trim().toLowerCase();
	const slash = wanted.indexOf('/');
	if (slash < 0 && /^[\da-f.:]+[.:]$/.test(wanted) && !wanted.endsWith('::')) return (ip) => ip?.startsWith(wanted) === true;
	const address = parse(slash < 0 ? wanted : wanted.slice(0, slash));
	if (address === undefined) throw notAddress(text);
	if (slash < 0) return (ip) => ip === wanted || parse(ip ?? '')?.toNormalizedString() === address.toNormalizedString();
	const bits = /^\d{1,3}$/.test(wanted.slice(slash + 1)) ? Number(wanted.slice(slash + 1)) : Number.NaN;
	if (!(bits <= (address.kind() === 'ipv4' ? 32 : 128))) throw notAddress(text);
	return (ip) => {
		const own = parse(ip ?? '');
		return own !== undefined && inside(own, address, bits);
	};
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function inside(own: Address, network: Address, bits: number): boolean {
	if (own instanceof ipaddr.IPv4 && network instanceof ipaddr.IPv4) return own.match(network, bits);
	return own instanceof ipaddr.IPv6 && network instanceof ipaddr.IPv6 && own.match(network, bits);
}

function parse(text: string): Address | undefined {
	if (text.length > 64) return undefined;
	if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
	if (!text.includes(':') || !ipaddr.IPv6.isValid(text)) return undefined;
	const address = ipaddr.IPv6.parse(text);
	return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

function notAddress(text: string): UsageError {
	return new UsageError(
		`--address: '${text}' is no address; write 203.0.113.9, 2001:db8::9, a network (203.0.113.0/24) or a beginning (203.0.113.)`,
	);
}
