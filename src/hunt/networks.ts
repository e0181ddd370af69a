import { networkOf } from '../features/network-prefix.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { Dictionary } from './dictionary.ts';
import type { Geography } from './request.ts';

/** Numbers of no network: RFC 7607, RFC 6793 (a stand-in for longer numbers), RFC 7300. Logs put them where they know none. */
const NO_NETWORK: ReadonlySet<number> = new Set([0, 23_456, 65_535, 4_294_967_295]);
/** Different logs said different numbers of the addresses of one prefix. */
const SEVERAL = -1;

/**
 * The networks of addresses, as texts of the dictionary: `AS64500` by the database where there is one that knows the address, else by the log itself,
 * else the prefix of the address. A prefix of which the logs only ever named one number is that network also where another log is silent, so
 * that somebody's usual place stays one place over all platforms: known once all is heard, see {@link settle}.
 */
export class Networks {
	readonly #texts: Dictionary;
	readonly #geography: Geography | undefined;
	/** Address → its network without what its event says: by the database, or its prefix. */
	readonly #known = new Map<string, number>();
	/** Those of `#known` that are prefixes → the number that logs said of addresses in it. */
	readonly #said = new Map<number, number>();
	readonly #settled = new Map<number, number>();

	constructor(texts: Dictionary, geography: Geography | undefined) {
		this.#texts = texts;
		this.#geography = geography;
	}

	/** Addresses met, each once. */
	get addresses(): Iterable<string> {
		return this.#known.keys();
	}

	/** Whether a log said of what network an address is, and no database did. */
	get areSaid(): boolean {
		return this.#said.size > 0;
	}

	/** The network of an event; 0 where nothing is known of it. */
	of({ ip, asn }: NormalisedEvent): number {
		if (ip === undefined) return 0;
		const id = this.#ofAddress(ip);
		const prefix = this.#settled.get(id) ?? id;
		if (asn === undefined || id === 0 || this.#isByDatabase(ip) || !isNetwork(asn)) return prefix;
		const before = this.#said.get(id);
		if (before === undefined) this.#said.set(id, asn);
		else if (before !== asn && before !== SEVERAL) this.#said.set(id, SEVERAL);
		return this.#texts.id(`AS${asn}`);
	}

	/** Prefixes of which one number alone was said → that network; to be taken over wherever they were given out. Later events are told by it. */
	settle(): ReadonlyMap<number, number> {
		for (const [prefix, asn] of this.#said) if (asn !== SEVERAL) this.#settled.set(prefix, this.#texts.id(`AS${asn}`));
		return this.#settled;
	}

	/** What is settled, for another ledger with the same texts. */
	copyTo(other: Networks): void {
		for (const [prefix, network] of this.#settled) other.#settled.set(prefix, network);
	}

	#isByDatabase(ip: string): boolean {
		return this.#geography?.lookup(ip)?.asn !== undefined;
	}

	#ofAddress(ip: string): number {
		const known = this.#known.get(ip);
		if (known !== undefined) return known;
		// The provider says more than the prefix, where a database knows it.
		const asn = this.#geography?.lookup(ip)?.asn;
		const id = this.#texts.id(asn === undefined ? networkOf(ip) : `AS${asn}`);
		this.#known.set(ip, id);
		return id;
	}
}

function isNetwork(asn: number): boolean {
	return Number.isInteger(asn) && asn > 0 && asn < 2 ** 32 && !NO_NETWORK.has(asn);
}
