import ipaddr from 'ipaddr.js';

/**
 * Ranges in which an address says nothing of where somebody sits: private networks, the machine itself, one link, a carrier's
 * inner side. Ranges reserved for documentation are not among them: they stand for public addresses in examples.
 */
const NOWHERE: ReadonlySet<string> = new Set([
	'private',
	'loopback',
	'linkLocal',
	'uniqueLocal',
	'carrierGradeNat',
	'unspecified',
	'broadcast',
	'multicast',
]);

/**
 * The network of an address, a stand-in for its provider: the first two octets of IPv4 as `203.0.0.0/16`, the first 48 bits of
 * IPv6 as `2001:db8:7::/48` (what one site is usually given: RFC 6177). IPv4 mapped into IPv6 counts as IPv4.
 * @returns undefined for private, loopback, link-local, carrier-grade NAT, multicast and unspecified addresses (as good as
 * none), and for what is no address
 */
export function networkOf(ip: string): string | undefined {
	const address = parse(ip);
	if (address === undefined || NOWHERE.has(address.range())) return undefined;
	if (address.kind() === 'ipv4') {
		const [first, second] = address.toByteArray();
		return `${first}.${second}.0.0/16`;
	}
	const site = new ipaddr.IPv6([...address.toByteArray().slice(0, 6), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
	return `${site.toRFC5952String()}/48`;
}

function parse(ip: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
	if (ip.length > 64) return undefined;
	if (ipaddr.IPv4.isValidFourPartDecimal(ip)) return ipaddr.IPv4.parse(ip);
	if (!ip.includes(':') || !ipaddr.IPv6.isValid(ip)) return undefined;
	const address = ipaddr.IPv6.parse(ip);
	return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}
