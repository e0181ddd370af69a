import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** What kind of thing a name names: the beginning of its pseudonym. */
export type NameSort =
	| 'user'
	| 'target'
	| 'file'
	| 'repository'
	| 'mailbox'
	| 'group'
	| 'device'
	| 'session'
	| 'token'
	| 'host'
	| 'network'
	| 'evidence'
	| 'text';

/** RFC 4648 base 32 without letters that look like digits. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const EMAIL = /^([^\s@]{1,200})@([^\s@]{1,250})$/;
/** Endings of evidence files that a pseudonym keeps. */
const ENDINGS = /(?:\.(?:json|ndjson|jsonl|csv|xlsx|log|txt|cef|gz|zip|zst))+$/i;

/**
 * Stable pseudonyms by a key: HMAC-SHA-256, so that nobody without the key can compute the pseudonym of a name that they guess. The same name (letter
 * case aside) has the same pseudonym wherever it stands.
 */
export class Pseudonyms {
	readonly #key: string;
	readonly #known = new Map<string, string>();

	constructor(key: string) {
		this.#key = key;
	}

	/** `user-k3v9q2hd`; an e-mail address stays one, its domain by itself: `k3v9q2hd@domain-7fqa.invalid`; an address stays an address. */
	of(sort: NameSort, name: string): string {
		const plain = name.trim().toLowerCase();
		if (plain === '') return name;
		const known = this.#known.get(plain);
		if (known !== undefined) return known;
		const made = this.#make(sort, plain);
		this.#known.set(plain, made);
		return made;
	}

	/** A domain or host: `domain-7fqa.invalid` (RFC 6761). */
	domain(name: string): string {
		return `domain-${this.#letters('domain', name.toLowerCase(), 6)}.invalid`;
	}

	/**
	 * An IP address or network as one of the documentation range 2001:db8::/32: addresses of one network (the first two octets, of IPv6 the first
	 * 48 bits) stay in one network.
	 * @returns undefined for what is no address
	 */
	address(text: string): string | undefined {
		const [written = '', prefix] = text.split('/');
		const address = parse(written);
		if (address === undefined) return undefined;
		const bytes = address.toByteArray();
		const net = this.#digest('network', bytes.slice(0, address.kind() === 'ipv4' ? 2 : 6).join('.'));
		const start = `2001:db8:${hex(net, 0)}:${hex(net, 2)}`;
		if (prefix !== undefined) return `${start}::/64`;
		const own = this.#digest('address', address.toNormalizedString());
		return `${start}::${hex(own, 0)}:${hex(own, 2)}`;
	}

	#make(sort: NameSort, plain: string): string {
		const email = EMAIL.exec(plain);
		if (email !== null) return `${this.#letters('user', plain, 8)}@${this.domain(email[2] ?? '')}`;
		const address = this.address(plain);
		if (address !== undefined) return address;
		const ending = sort === 'evidence' || sort === 'file' ? (ENDINGS.exec(plain)?.[0] ?? '') : '';
		return `${sort}-${this.#letters('name', plain, 8)}${ending}`;
	}

	#letters(use: string, text: string, length: number): string {
		const digest = this.#digest(use, text);
		let letters = '';
		for (let index = 0; index < length; index += 1) letters += LETTERS[(digest[index] ?? 0) % LETTERS.length] ?? '';
		return letters;
	}

	#digest(use: string, text: string): Buffer {
		return createHmac('sha256', this.#key).update(`${use}\n${text}`).digest();
	}
}

function hex(digest: Buffer, at: number): string {
	// Never 0: a group of zeros would be shortened away, and two spellings of one address are two.
	return Math.max(1, digest.readUInt16BE(at)).toString(16);
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
	if (text.length > 64) return undefined;
	if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
	if (!text.includes(':') || !ipaddr.IPv6.isValid(text)) return undefined;
	const address = ipaddr.IPv6.parse(text);
	return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}
