import { SIGN_INS } from '../score/constants.ts';
import { distanceKm, type Point } from '../score/distance.ts';
import type { Geography } from './request.ts';

const HOUR = 3_600_000;

/** Where somebody was, and when. */
export interface Stay {
	readonly time: number;
	readonly ip: string | undefined;
}

/** Two stays too far apart for any aircraft. */
export interface Travel {
	readonly km: number;
	readonly minutes: number;
}

/**
 * The farthest impossible journey between neighbouring stays: at least 500 km, faster than 900 km/h. Undefined where there is none, or no
 * database that knows coordinates.
 */
export function impossibleTravel(stays: readonly Stay[], geography: Geography | undefined): Travel | undefined {
	if (geography === undefined) return undefined;
	let farthest: Travel | undefined;
	let last: { readonly time: number; readonly point: Point } | undefined;
	for (const { time, ip } of stays.toSorted((a, b) => a.time - b.time)) {
		const place = ip === undefined ? undefined : geography.lookup(ip);
		if (place?.latitude === undefined || place.longitude === undefined) continue;
		const point = { latitude: place.latitude, longitude: place.longitude };
		if (last !== undefined) {
			const km = distanceKm(last.point, point);
			const hours = (time - last.time) / HOUR;
			const impossible = km >= SIGN_INS.travel.leastKm && km > hours * SIGN_INS.travel.kmPerHour;
			if (impossible && km > (farthest?.km ?? 0)) farthest = { km: Math.round(km), minutes: Math.round(hours * 60) };
		}
		last = { time, point };
	}
	return farthest;
}
