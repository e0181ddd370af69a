import type { Random } from './random.ts';

/** Which addresses are handed out: only those kept for documentation (for fixtures), or also 240.0.0.0/4, which nobody owns. */
export type AddressPlan = 'documentation' | 'wide';

export interface Where {
	readonly country: string;
	readonly countryName: string;
	readonly city: string;
}

/** A provider's block of addresses: what counts as one network (first two octets, or the first 48 bits). */
export interface Network extends Where {
	readonly cidr: string;
	readonly asn: number;
	readonly asOrg: string;
	readonly proxy: boolean;
	/** The address of a host in it; the same number gives the same address. */
	host(number: number): string;
}

/** Where somebody acts from at a moment. */
export interface Place extends Where {
	readonly ip: string;
	readonly asn: number;
	readonly asOrg: string;
	readonly proxy: boolean;
	readonly network: Network;
}

const DOCUMENTATION: readonly string[] = ['192.0.2', '198.51.100', '203.0.113'];

/** Hands out networks, each once. */
export class AddressBook {
	readonly #plan: AddressPlan;
	readonly #random: Random;
	#count = 0;

	constructor(plan: AddressPlan, random: Random) {
		this.#plan = plan;
		this.#random = random;
	}

	/**
	 * @param slot in the documentation plan, 0–2 asks for one of the three IPv4 documentation blocks; otherwise IPv6.
	 */
	network(where: Where, asOrg: string, options: { slot?: number; proxy?: boolean } = {}): Network {
		const number = this.#count++;
		const asn = 64_512 + number;
		const facts = {
			country: where.country,
			countryName: where.countryName,
			city: where.city,
			asn,
			asOrg,
			proxy: options.proxy ?? false,
		};
		const block = this.#plan === 'documentation' ? DOCUMENTATION[options.slot ?? -1] : undefined;
		if (block !== undefined) return { ...facts, cidr: `${block}.0/24`, host: (host) => `${block}.${1 + (host % 250)}` };
		if (this.#plan === 'wide' && (options.slot !== undefined || this.#random.chance(0.8))) {
			const spread = (number * 1597 + 311) % 3800;
			const [first, second] = [240 + Math.floor(spread / 256), spread % 256];
			return {
				...facts,
				cidr: `${first}.${second}.0.0/16`,
				host: (host) => `${first}.${second}.${(host * 7) % 250}.${1 + (host % 250)}`,
			};
		}
		const group = (0x1000 + ((number * 0x3a7) % 0xe000)).toString(16);
		return {
			...facts,
			cidr: `2001:db8:${group}::/48`,
			host: (host) => `2001:db8:${group}:${((host % 240) + 1).toString(16)}::${(host + 16).toString(16)}`,
		};
	}
}

export function placeIn(network: Network, host: number): Place {
	const { country, countryName, city, asn, asOrg, proxy } = network;
	return { ip: network.host(host), country, countryName, city, asn, asOrg, proxy, network };
}
