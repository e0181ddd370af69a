import { describe, expect, test } from '@jest/globals';
import { Shapes } from '../../src/sources/shapes.ts';

describe('what is known of records by their shape', () => {
	test('is learnt once for records with the same names in the same order', () => {
		const learnt: string[] = [];
		const shapes = new Shapes((record) => {
			learnt.push(Object.keys(record).join());
			return { names: Object.keys(record).join() };
		});
		expect(shapes.of({ a: 1, b: 2 }).names).toBe('a,b');
		expect(shapes.of({ a: 'x', b: null }).names).toBe('a,b');
		expect(shapes.of({ a: 1 }).names).toBe('a');
		expect(shapes.of({ b: 1, a: 2 }).names).toBe('b,a');
		expect(shapes.of({}).names).toBe('');
		expect(learnt).toEqual(['a,b', 'a', 'b,a', '']);
	});

	test('stays right when every record has other names, a thousand of them, or one of a thousand letters', () => {
		const shapes = new Shapes((record) => ({ names: Object.keys(record).join() }));
		const wrong: number[] = [];
		for (let round = 0; round < 2; round += 1) {
			for (let i = 0; i < 70_000; i += 1) if (shapes.of({ same: 1, [`n${i}`]: 1 }).names !== `same,n${i}`) wrong.push(i);
		}
		expect(wrong).toEqual([]);
		const wide = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`m${i}`, i]));
		expect(shapes.of(wide).names).toBe(Object.keys(wide).join());
		expect(shapes.of({ ['x'.repeat(1000)]: 1, y: 2 }).names).toBe(`${'x'.repeat(1000)},y`);
	});
});
