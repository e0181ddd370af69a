import { expect } from '@jest/globals';
import type { Json, JsonObject } from '../../src/model/json.ts';
import { parseExact } from '../../src/read/json-text.ts';
import { mayBeWrapped } from '../../src/read/unwrap.ts';
import { contentHash } from '../../src/scan/content-hash.ts';
import { type Found, Scanner, shownContent } from '../../src/scan/scanner.ts';

/** A scanner of its own. */
export function newScanner(): Scanner {
	const scanner = Scanner.create(mayBeWrapped);
	if (scanner === undefined) throw new Error('this machine cannot run the kernel');
	return scanner;
}

/** Scans one record as a batch of its own. */
export function scanOne(scanner: Scanner, text: Buffer | string): Found | undefined {
	const bytes = Buffer.from(text as string);
	scanner.load(bytes, 0, bytes.length);
	return scanner.scan(0, bytes.length);
}

/** Scans records that stand behind each other in one batch. */
export function scanAll(scanner: Scanner, texts: readonly string[]): readonly (Found | undefined)[] {
	const bytes = Buffer.from(texts.join('\n'));
	scanner.load(bytes, 0, bytes.length);
	let at = 0;
	return texts.map((text) => {
		const from = at;
		at += Buffer.byteLength(text) + 1;
		return scanner.scan(from, at - 1);
	});
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
		const found = scanOne(scanner, bytes);
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
