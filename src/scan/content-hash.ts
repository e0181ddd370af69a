import type { Json, JsonObject } from '../model/json.ts';

// The kernel (kernel/kernel.ts) computes the same from bytes: whoever changes one changes both.

/** A 32-bit hash of a value's whole content that does not depend on the order of members: two copies of a record give the same. */
export function contentHash(value: Json | undefined): number {
	if (typeof value === 'string') return textHash(value, 1);
	if (typeof value === 'number' || typeof value === 'boolean') return textHash(String(value), 2);
	if (value === null || value === undefined) return 3;
	let hash = 4;
	if (Array.isArray(value)) {
		for (const element of value) hash = Math.imul(hash ^ contentHash(element), 0x01000193);
		return hash >>> 0;
	}
	const object = value as JsonObject;
	for (const name in object) hash = (hash + Math.imul(nameHash(name) | 1, contentHash(object[name]) | 1)) | 0;
	return hash >>> 0;
}

/** Names of members repeat from record to record; hostile input may make up new ones without end. */
const MOST_NAMES = 16_384;
const LONG_NAME = 64;
const nameHashes = new Map<string, number>();

/** What the name of a member adds to the hash of its object. */
export function nameHash(name: string): number {
	let hash = nameHashes.get(name);
	if (hash === undefined) {
		hash = textHash(name, 5);
		if (name.length > LONG_NAME) return hash;
		if (nameHashes.size >= MOST_NAMES) nameHashes.clear();
		nameHashes.set(name, hash);
	}
	return hash;
}

/** Four UTF-16 units a step, two and two: multiplications that need not wait for each other. */
function textHash(text: string, seed: number): number {
	let a = 0x811c9dc5 ^ seed;
	let b = 0x9e3779b9 ^ seed;
	const { length } = text;
	const whole = length & ~3;
	let at = 0;
	for (; at < whole; at += 4) {
		a = Math.imul(a ^ (text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16)), 0x01000193);
		b = Math.imul(b ^ (text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16)), 0x85ebca6b);
		a ^= a >>> 15;
		b ^= b >>> 15;
	}
	const rest = length - at;
	if (rest > 0) {
		a = Math.imul(a ^ (rest > 1 ? text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16) : text.charCodeAt(at)), 0x01000193);
		a ^= a >>> 15;
		if (rest > 2) {
			b = Math.imul(b ^ text.charCodeAt(at + 2), 0x85ebca6b);
			b ^= b >>> 15;
		}
	}
	const hash = Math.imul(a ^ Math.imul(b ^ length, 0x2c1b3c6d), 0x297a2d39);
	return (hash ^ (hash >>> 15)) >>> 0;
}
