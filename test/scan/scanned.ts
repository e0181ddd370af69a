import { expect } from '@jest/globals';
import type { Json, JsonObject } from '../../src/model/json.ts';
import { parseExact } from '../../src/read/json-text.ts';
import { isTelltale } from '../../src/read/unwrap.ts';
import { contentHash } from '../../src/scan/content-hash.ts';
import { Scanner, shownContent } from '../../src/scan/scanner.ts';

/** A scanner of its own. */
export function newScanner(): Scanner {
	const scanner = Scanner.create(isTelltale);
	if (scanner === undefined) throw new Error('this machine cannot run the kernel');
	return scanner;
}

/** What the plain reader makes of a text; undefined where it refuses it. */
export function plainly(text: string): JsonObject | undefined {
	try {
		return parseExact(text, 200) as JsonObject;
	} catch {
		return undefined;
	}
}

/** Names of the members of a value and of all in it, in their order. */
export function namesIn(value: Json | undefined): readonly unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.map(namesIn);
	const object = value as JsonObject;
	return Object.keys(object).map((name) => [name, Object.hasOwn(object, name), namesIn(object[name])]);
}

/**
 * Scans bytes often enough that their structure is learnt, and holds what is shown against the plain reader.
 * @returns whether the scanner read them
 */
export function scanAgrees(scanner: Scanner, bytes: Buffer): boolean {
	const plain = plainly(bytes.toString('utf8'));
	let read = false;
	for (let time = 0; time < 3; time += 1) {
		scanner.begin();
		const found = scanner.scan(bytes, 0, bytes.length);
		if (found === undefined) continue;
		read = true;
		const shown = scanner.show(found);
		expect(JSON.stringify(shown)).toBe(JSON.stringify(plain));
		expect(shown).toEqual(plain);
		expect(namesIn(shown)).toEqual(namesIn(plain));
		expect(shownContent(shown)).toBe(contentHash(plain));
		expect(contentHash(shown)).toBe(contentHash(plain));
	}
	return read;
}
