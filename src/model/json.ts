/** A JSON value as it was read: nothing about it may be assumed. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object as it was read. Read members through `Object.hasOwn` or the field readers: a log may hold `__proto__` and friends. */
export interface JsonObject {
	readonly [key: string]: Json | undefined;
}

/** Whether a value is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
