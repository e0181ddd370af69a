import ipaddr from 'ipaddr.js';
import type { TrustedNetwork } from '../model/context.ts';
import { type Row, readTable } from './table.ts';

const LAYOUT = { file: 'networks.csv', columns: ['cidr', 'name'], required: 1 } as const;
/** Answers kept; a log has few addresses, a hostile one many. */
const KEPT = 65_536;

type Column = (typeof LAYOUT.columns)[number];
type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Trusted addresses. */
export class Networks {
	/** Prefix lengths in use, longest first, and the networks of each by their leading bits. */
	readonly #levels: readonly { readonly kind: string; readonly prefix: number; readonly networks: Map<string, TrustedNetwork> }[];
	readonly #answers = new Map<string, TrustedNetwork | undefined>();

	/** @throws RangeError where a `cidr` is none */
	constructor(rows: readonly TrustedNetwork[]) {
		const levels = new Map<string, { kind: string; prefix: number; networks: Map<string, TrustedNetwork> }>();
		for (const row of rows) {
			const range = parseRange(row.cidr);
			if (range === undefined) throw new RangeError(`not a network: ${row.cidr}`);
			const { address, prefix } = range;
			const kind = address.kind();
			const level = levels.get(`${kind}/${prefix}`) ?? { kind, prefix, networks: new Map<string, TrustedNetwork>() };
			levels.set(`${kind}/${prefix}`, level);
			const bits = leadingBits(address, prefix);
			if (!level.networks.has(bits)) level.networks.set(bits, row);
		}
		this.#levels = [...levels.values()].sort((left, right) => right.prefix - left.prefix);
	}

	/** The smallest network that holds an address (of equal ones the first); undefined for none and for what is no address. */
	find(ip: string): TrustedNetwork | undefined {
		if (this.#levels.length === 0) return undefined;
		if (this.#answers.has(ip)) return this.#answers.get(ip);
		if (this.#answers.size >= KEPT) this.#answers.clear();
		const answer = this.#search(parseAddress(ip));
		this.#answers.set(ip, answer);
		return answer;
	}

	#search(address: Address | undefined): TrustedNetwork | undefined {
		if (address === undefined) return undefined;
		const kind = address.kind();
		for (const level of this.#levels) {
			if (level.kind !== kind) continue;
			const found = level.networks.get(leadingBits(address, level.prefix));
			if (found !== undefined) return found;
		}
		return undefined;
	}
}

/**
 * Reads `networks.csv`. A single address is a network of its own; bits behind the prefix are ignored.
 * @throws UsageError for a bad row
 */
export function readNetworks(bytes: Uint8Array): Networks {
	return new Networks(readTable(bytes, LAYOUT).map(networkOf));
}

function networkOf(row: Row<Column>): TrustedNetwork {
	const [cidr, name] = [row.cell('cidr'), row.cell('name')];
	if (parseRange(cidr) === undefined) throw row.wrong('cidr', 'a network such as 203.0.113.0/24 or 2001:db8::/32');
	return { ref: row.ref, cidr, ...(name !== '' && { name }) };
}

function parseRange(text: string): { readonly address: Address; readonly prefix: number } | undefined {
	const slash = text.indexOf('/');
	const written = slash < 0 ? text : text.slice(0, slash);
	const address = parseAddress(written);
	if (address === undefined) return undefined;
	const mapped = address.kind() === 'ipv4' && written.includes(':') ? 96 : 0;
	const size = address.kind() === 'ipv4' ? 32 : 128;
	if (slash < 0) return { address, prefix: size };
	const digits = text.slice(slash + 1);
	if (!/^\d{1,3}$/.test(digits)) return undefined;
	const prefix = Number(digits) - mapped;
	return prefix >= 0 && prefix <= size ? { address, prefix } : undefined;
}

// IPv4 mapped into IPv6 is IPv4.
function parseAddress(text: string): Address | undefined {
	if (text.length > 64) return undefined;
	if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
	if (!text.includes(':') || !ipaddr.IPv6.isValid(text)) return undefined;
	const address = ipaddr.IPv6.parse(text);
	return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

function leadingBits(address: Address, prefix: number): string {
	let bits = '';
	let left = prefix;
	for (const byte of address.toByteArray()) {
		if (left <= 0) break;
		bits += String.fromCharCode(left >= 8 ? byte : byte & (0xff00 >> left));
		left -= 8;
	}
	return bits;
}
