import fc from 'fast-check';
import type { Json } from '../../src/model/json.ts';
import { NASTY } from '../render/examples.ts';

/** Names that mean something to JavaScript. */
export const PROTOTYPE_NAMES = [
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'valueOf',
	'hasOwnProperty',
	'length',
	'0',
	'',
] as const;

/** Texts that some reader, terminal, page or spreadsheet takes for something else. */
const CHOSEN: readonly string[] = [
	...PROTOTYPE_NAMES,
	NASTY,
	'null',
	'undefined',
	'NaN',
	'-0',
	'1e999',
	'[]',
	'{}',
	'[object Object]',
	'{"a":',
	'[[[[[[[[',
	'"',
	"'",
	'\\',
	'\ufeff',
	'\0',
	'=1+1',
	'\u001b]8;;https://example.com\u0007x\u001b]8;;\u0007',
	'1601-01-01T00:00:00Z',
	'9999-12-31T23:59:59.9999999Z',
	'2016-12-31T23:59:60Z',
	'/Date(-62135596800000)/',
	'253402300799999999999',
	'203.0.113.9:',
	'[::ffff:203.0.113.9]:443',
	'https://graph.microsoft.com/Mail.Read',
	'[] => [[Id: x, ConsentType: AllPrincipals, Scope:  Mail.Read',
	'a@b@c@',
	'Ä\u0301\u0301',
	'\ud800',
];

/** A text that was written to do harm, or any text at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...CHOSEN) },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
	{
		weight: 1,
		arbitrary: fc.tuple(fc.constantFrom(...CHOSEN), fc.integer({ min: 2, max: 400 })).map(([text, times]) => text.repeat(times)),
	},
);

/** Any JSON value, small, with hostile names and texts. */
export const hostileJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3, depthSize: 'small', withCrossShrink: true },
		fc.constantFrom<Json>(null, true, false, 0, -0, -1, 1e308, 5e-324, 2 ** 53, 1_772_000_000, 1_772_000_000_000, [], {}),
		hostileText,
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.array(fc.tuple(hostileText, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries) as Json),
	),
})).value;

/** What is done to one place of a record: which place (counted through, wrapping around), and what becomes of it. */
export interface Change {
	readonly place: number;
	readonly what: 'replace' | 'remove' | 'wrap' | 'rename' | 'huge';
	readonly value: Json;
}

/** Changes to a record. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
	fc.record({
		place: fc.nat(400),
		what: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'wrap', 'rename', 'huge'),
		value: hostileJson,
	}),
	{ minLength: 1, maxLength: 6 },
);

/** A copy of a JSON value with the changes made to it. */
export function changed(value: Json, list: readonly Change[]): Json {
	const copy = structuredClone(value);
	for (const change of list) {
		const places: { readonly holder: Record<string, Json>; readonly name: string }[] = [];
		collect(copy, places);
		const place = places[change.place % Math.max(1, places.length)];
		if (place !== undefined) apply(place.holder, place.name, change);
	}
	// As it comes out of a parser: no holes in arrays.
	return JSON.parse(JSON.stringify(copy)) as Json;
}

function collect(value: Json, places: { holder: Record<string, Json>; name: string }[]): void {
	if (typeof value !== 'object' || value === null) return;
	for (const name of Object.keys(value)) {
		places.push({ holder: value as Record<string, Json>, name });
		collect((value as Record<string, Json>)[name] as Json, places);
	}
}

function apply(holder: Record<string, Json>, name: string, { what, value }: Change): void {
	const old = holder[name] as Json;
	if (what === 'replace') set(holder, name, structuredClone(value));
	else if (what === 'wrap') set(holder, name, [old, { [name]: structuredClone(old) }]);
	else if (what === 'huge') set(holder, name, (typeof old === 'string' && old !== '' ? old.slice(0, 30) : 'x').repeat(3000));
	else if (Array.isArray(holder)) holder.splice(Number(name), 1);
	else {
		delete holder[name];
		if (what === 'rename') set(holder, typeof value === 'string' ? value : '__proto__', old);
	}
}

function set(holder: Record<string, Json>, name: string, value: Json): void {
	Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });
}
