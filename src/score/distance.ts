/** Mean radius of the earth, km (IUGG). */
const EARTH = 6371.0088;

/** A point on the earth, degrees. */
export interface Point {
	readonly latitude: number;
	readonly longitude: number;
}

/** Great-circle distance of two points, km (haversine formula). */
export function distanceKm(from: Point, to: Point): number {
	const radians = Math.PI / 180;
	const north = ((to.latitude - from.latitude) * radians) / 2;
	const east = ((to.longitude - from.longitude) * radians) / 2;
	const a = Math.sin(north) ** 2 + Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians) * Math.sin(east) ** 2;
	return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(a)));
}
