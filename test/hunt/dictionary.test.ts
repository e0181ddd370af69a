import { describe, expect, test } from '@jest/globals';
import { Dictionary } from '../../src/hunt/dictionary.ts';
import { TextArena } from '../../src/hunt/text-arena.ts';

const TEXTS = [
	'',
	'a',
	'Zoë',
	'naïve ÿ',
	'Łódź',
	'日本',
	'\u0000',
	'\ud800',
	'x\udc00y',
	'😀',
	'__proto__',
	'constructor',
	'a'.repeat(300_000),
	// GUIDs, and what is nearly one.
	'0a1b2c3d-4e5f-6789-abcd-ef0123456789',
	'00000000-0000-0000-0000-000000000000',
	'ffffffff-ffff-ffff-ffff-ffffffffffff',
	'0A1B2C3D-4E5F-6789-ABCD-EF0123456789',
	'0a1b2c3d-4e5f-6789-abcd-ef012345678g',
	'0a1b2c3d-4e5f-6789-abcd-ef012345678',
	'0a1b2c3d-4e5f-6789-abcd-ef01234567890',
	'0a1b2c3d-4e5f-6789-abcdef-0123456789',
	'0a1b2c3d4-e5f-6789-abcd-ef0123456789',
	'0a1b2c3d-4e5f-6789-abcd-ef01234567８9',
	'0a1b2c3d-4e5f-6789-abcd-ef0123456 89',
	// Files of one folder, and what is nearly in it.
	'https://example.com/sites/a/plan.docx',
	'https://example.com/sites/a/plän ÿ.docx',
	'https://example.com/sites/a/plan.doc',
	'https://example.com/sites/a/',
	'https://example.com/sites/a',
	'https://example.com/sites/a/日本.docx',
	'https://example.com/sites/b/plan.docx',
	'https://example.com/sites/\u0161/plan.docx',
	'https://example.com/sites/a/plan\u0164docx',
	'\\\\files.example.com\\a\\plan.docx',
	'\\\\files.example.com\\a\\note.docx',
	`https://example.com/sites/a/${'x'.repeat(270)}`,
	`https://example.com/sites/a/${'x'.repeat(280)}`,
	`https://example.com/sites/a/${'x'.repeat(70_000)}`,
	`https://example.com/${'y'.repeat(260)}/a`,
	`https://example.com/${'y'.repeat(260)}/b`,
];

describe('TextArena', () => {
	test('gives back every text as it was, lone surrogates and texts longer than a block included', () => {
		const arena = new TextArena();
		const places = TEXTS.map((text) => arena.add(text));
		expect(places.every((place) => place > 0)).toBe(true);
		expect(places.map((place) => arena.at(place))).toEqual(TEXTS);
	});

	test('tells a text from others of its length', () => {
		const arena = new TextArena();
		const place = arena.add('cafe');
		expect([arena.is(place, 'cafe'), arena.is(place, 'café'), arena.is(place, 'cafes'), arena.is(place, 'ca日e')]).toEqual([
			true,
			false,
			false,
			false,
		]);
		// U+0161 ends in the same byte as U+0061.
		expect(arena.is(arena.add('a'), 'š')).toBe(false);
		expect(arena.is(arena.add('š'), 'a')).toBe(false);
		expect(arena.is(arena.add('š'), 'š')).toBe(true);
	});

	test('is the same text as itself only', () => {
		const arena = new TextArena();
		const places = TEXTS.map((text) => arena.add(text));
		for (const [index, place] of places.entries())
			expect(TEXTS.map((text) => arena.is(place, text))).toEqual(TEXTS.map((_, other) => other === index));
	});

	test('keeps texts apart over many blocks', () => {
		const arena = new TextArena();
		const places = Array.from({ length: 20_000 }, (_, index) => arena.add(`text number ${index} `.repeat(1 + (index % 5))));
		for (let index = 0; index < places.length; index += 777)
			expect(arena.at(places[index] ?? 0)).toBe(`text number ${index} `.repeat(1 + (index % 5)));
	});

	test('keeps files of more folders than it remembers apart', () => {
		const arena = new TextArena();
		const name = (index: number) => `/home/example/folder ${index % 10_000}/file ${index}`;
		const places = Array.from({ length: 30_000 }, (_, index) => arena.add(name(index)));
		for (let index = 0; index < places.length; index += 37) {
			expect(arena.at(places[index] ?? 0)).toBe(name(index));
			expect(arena.is(places[index] ?? 0, name(index))).toBe(true);
			expect(arena.is(places[index] ?? 0, name(index + 10_000))).toBe(false);
		}
	});
});

describe('Dictionary', () => {
	test('numbers texts from 1 on, the same text the same, and none 0', () => {
		const texts = new Dictionary();
		const ids = TEXTS.map((text) => texts.id(text));
		expect(ids).toEqual([0, ...TEXTS.slice(1).map((_, index) => index + 1)]);
		expect(TEXTS.map((text) => texts.id(text))).toEqual(ids);
		expect(TEXTS.map((text) => texts.find(text))).toEqual([undefined, ...ids.slice(1)]);
		expect(ids.map((id) => texts.text(id))).toEqual([undefined, ...TEXTS.slice(1)]);
		expect(texts.id(undefined)).toBe(0);
		expect([texts.find('b'), texts.text(99), texts.size]).toEqual([undefined, undefined, TEXTS.length]);
	});

	test('still knows all of 30,000 texts, whatever was at hand', () => {
		const texts = new Dictionary();
		for (let index = 0; index < 30_000; index += 1) expect(texts.id(`text ${index}`)).toBe(index + 1);
		for (let round = 0; round < 2; round += 1)
			for (let index = 0; index < 30_000; index += 7) expect(texts.id(`text ${index}`)).toBe(index + 1);
		for (let index = 0; index < 30_000; index += 101) expect(texts.text(index + 1)).toBe(`text ${index}`);
	});
});
