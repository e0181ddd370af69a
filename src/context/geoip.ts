import { readFile, stat } from 'node:fs/promises';
import { isIP } from 'node:net';
import { Reader } from 'mmdb-lib';
import { UsageError } from '../model/errors.ts';
import { errorCode } from './error-code.ts';
import { quoted } from './table.ts';

/** What a database of addresses says of one. Countries are ISO 3166-1 alpha-2; degrees as the database gives them. */
export interface Place {
	readonly country?: string;
	readonly city?: string;
	readonly asn?: number;
	/** Organisation that runs the autonomous system. */
	readonly asOrg?: string;
	readonly latitude?: number;
	readonly longitude?: number;
}

/** A database of addresses, opened. */
export interface Geoip {
	/** Undefined for addresses it does not know, and for what is no address. */
	lookup(ip: string): Place | undefined;
}

/** Answers kept; a log has few addresses, a hostile one many. */
const KEPT = 65_536;

/**
 * Opens a MaxMind database (.mmdb: country, city or ASN, as GeoLite2, GeoIP2 and DB-IP ship them, or flat as IPinfo's). The
 * file is read into memory once; answers are kept for each distinct address.
 * @throws UsageError where the file is missing or no such database; so does `lookup` where the database is broken inside
 */
export async function openGeoip(file: string): Promise<Geoip> {
	const reader = readDatabase(await readBytes(file), file);
	const answers = new Map<string, Place | undefined>();
	return {
		lookup(ip) {
			if (answers.has(ip)) return answers.get(ip);
			if (answers.size >= KEPT) answers.clear();
			const place = isIP(ip) === 0 || ip.includes('%') ? undefined : placeOf(find(reader, ip, file));
			answers.set(ip, place);
			return place;
		},
	};
}

async function readBytes(file: string): Promise<Buffer> {
	try {
		// A pipe would wait for ever, a device never end.
		if (!(await stat(file)).isFile())
			throw new UsageError(`address database ${quoted(file)} is no file; expected a MaxMind file (.mmdb)`);
		return await readFile(file);
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(`address database ${quoted(file)} cannot be read (${errorCode(error)})`);
	}
}

function readDatabase(bytes: Buffer, file: string): Reader<never> {
	try {
		const reader = new Reader<never>(bytes);
		if (Number.isInteger(reader.metadata.nodeCount) && reader.metadata.searchTreeSize < bytes.length) return reader;
	} catch {
		// Told below: the reader's own words are about its inside.
	}
	throw new UsageError(`${quoted(file)} is no address database; expected a MaxMind file (.mmdb: country, city or ASN)`);
}

function find(reader: Reader<never>, ip: string, file: string): unknown {
	try {
		// A database of IPv4 only would read an IPv6 address as if it were one of its own.
		if (ip.includes(':') && reader.metadata.ipVersion === 4) return undefined;
		return reader.get(ip);
	} catch {
		throw new UsageError(`${quoted(file)} is broken: what it holds for ${ip} cannot be read`);
	}
}

// Members of the records: https://dev.maxmind.com/geoip/docs/databases/city-and-country and …/asn. Makers of flat records
// (ip-location-db,
// IPinfo Lite) write `country_code`, `asn: "AS64500"`, `as_name`.
function placeOf(record: unknown): Place | undefined {
	const country =
		text(record, 'country', 'iso_code') ?? text(record, 'registered_country', 'iso_code') ?? text(record, 'country_code');
	const city = text(record, 'city', 'names', 'en') ?? text(record, 'city');
	const asn =
		number(record, 'autonomous_system_number') ??
		number(record, 'traits', 'autonomous_system_number') ??
		flatAsn(text(record, 'asn'));
	const asOrg =
		text(record, 'autonomous_system_organization') ??
		text(record, 'traits', 'autonomous_system_organization') ??
		text(record, 'as_name');
	const latitude = number(record, 'location', 'latitude') ?? number(record, 'latitude');
	const longitude = number(record, 'location', 'longitude') ?? number(record, 'longitude');
	const place: Place = {
		...(country !== undefined && { country }),
		...(city !== undefined && { city }),
		...(asn !== undefined && { asn }),
		...(asOrg !== undefined && { asOrg }),
		...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
	};
	return Object.keys(place).length === 0 ? undefined : place;
}

function flatAsn(written: string | undefined): number | undefined {
	return written !== undefined && /^AS\d{1,10}$/.test(written) ? Number(written.slice(2)) : undefined;
}

function member(value: unknown, path: readonly string[]): unknown {
	let found = value;
	for (const name of path) {
		if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
		found = (found as Record<string, unknown>)[name];
	}
	return found;
}

function text(record: unknown, ...path: readonly string[]): string | undefined {
	const value = member(record, path);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(record: unknown, ...path: readonly string[]): number | undefined {
	const value = member(record, path);
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
