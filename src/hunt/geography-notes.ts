import type { Geography } from './request.ts';

const WITHOUT = 'countries only where the log names them; distance and ASN signals are off, address prefixes are used';
const WITH_SAID =
	'countries and networks (ASN) only where the log names them, address prefixes elsewhere; distance signals are off';
const NETWORKS_SAID = 'no networks: only where the log names them, address prefixes elsewhere';

/**
 * What is off for want of a database of addresses, or of facts in it: a database of countries knows neither coordinates nor networks, one of networks no
 * countries. Told by what it says of the addresses in the evidence.
 * @param said a log named networks that no database knew
 */
export function geographyNotes(geography: Geography | undefined, addresses: Iterable<string>, said = false): readonly string[] {
	const without = said ? WITH_SAID : WITHOUT;
	if (geography === undefined) return [`no address database (--geoip): ${without}`];
	const has = { any: false, country: false, asn: false, point: false };
	let count = 0;
	for (const ip of addresses) {
		count += 1;
		const place = geography.lookup(ip);
		if (place === undefined) continue;
		has.any = true;
		if (place.country !== undefined) has.country = true;
		if (place.asn !== undefined) has.asn = true;
		if (place.latitude !== undefined) has.point = true;
		if (has.country && has.asn && has.point) return [];
	}
	if (count === 0) return [];
	if (!has.any) return [`the address database (--geoip) knows none of the ${count} addresses here: ${without}`];
	const off = [
		...(has.country ? [] : ['no countries: only where the log names them']),
		...(has.point ? [] : ['no coordinates: distance signals are off']),
		...(has.asn ? [] : [said ? NETWORKS_SAID : 'no networks: ASN signals are off, address prefixes are used']),
	];
	return [`the address database (--geoip) has ${off.join('; ')}`];
}
