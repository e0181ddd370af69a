import { isIP } from 'node:net';

/**
 * Reads an IP address in the forms that logs use: with port, in brackets, IPv4 mapped into IPv6, `NAME (203.0.113.9)`.
 * @returns the bare address in lower case; undefined where the text holds none (`Unknown IP`, `<null>`, a host name).
 */
export function parseAddress(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	let address = text.trim();
	if (address === '' || address.length > 120) return undefined;
	const named = /^\S[^()]*\(([^()]+)\)$/.exec(address);
	if (named?.[1] !== undefined) address = named[1];
	const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(address);
	if (bracketed?.[1] !== undefined) address = bracketed[1];
	else {
		const ported = /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/.exec(address);
		if (ported?.[1] !== undefined) address = ported[1];
	}
	address = address.replace(/%.*$/, '').toLowerCase();
	if (address.startsWith('::ffff:') && address.includes('.')) address = address.slice(7);
	return isIP(address) === 0 ? undefined : address;
}
