import { isIP } from 'node:net';

/** Longer texts hold no address. */
const LONGEST = 120;
/** Addresses repeat: so many of those read last are remembered. */
const MOST_KNOWN = 65_536;
const known = new Map<string, string | undefined>();

/**
 * Reads an IP address in the forms that logs use: with port, in brackets, IPv4 mapped into IPv6, `NAME (203.0.113.9)`.
 * @returns the bare address in lower case; undefined where the text holds none (`Unknown IP`, `<null>`, a host name).
 */
export function parseAddress(text: string | undefined): string | undefined {
	if (text !== undefined && isPlainIPv4(text)) return text;
	if (text === undefined || text.length > LONGEST) return text === undefined ? undefined : bareAddress(text.trim());
	let address = known.get(text);
	if (address === undefined && !known.has(text)) {
		address = bareAddress(text.trim());
		if (known.size >= MOST_KNOWN) known.clear();
		known.set(text, address);
	}
	return address;
}

/** Four numbers of 0 to 255 without leading zeros: most addresses of a log, told without a regular expression. */
function isPlainIPv4(text: string): boolean {
	if (text.length < 7 || text.length > 15) return false;
	let dots = 0;
	let digits = 0;
	let value = 0;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (code === 0x2e) {
			if (digits === 0) return false;
			dots += 1;
			digits = 0;
			value = 0;
			continue;
		}
		if (code < 0x30 || code > 0x39 || (digits > 0 && value === 0)) return false;
		value = value * 10 + code - 0x30;
		digits += 1;
		if (value > 255) return false;
	}
	return dots === 3 && digits > 0;
}

function bareAddress(text: string): string | undefined {
	let address = text;
	if (address === '' || address.length > LONGEST) return undefined;
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
