import { describe, expect, test } from '@jest/globals';
import { KERNEL } from '../../src/scan/kernel.ts';
import { INPUT, type Kernel, LEAVES, LEAVES_END, startKernel } from '../../src/scan/memory.ts';
import { Tuples } from '../../src/scan/tuples.ts';

/** A kernel, what it keeps, and a way to give it a record of texts and numbers: their leaves are 0, 1, 2 … */
function begin() {
	const kernel = startKernel(KERNEL) as Kernel;
	const bytes = Buffer.from(kernel.memory.buffer);
	const scan = (values: readonly unknown[]): number => {
		const text = JSON.stringify({ values });
		bytes.write(`${text}${'\0'.repeat(16)}`, INPUT);
		kernel.scan(INPUT, INPUT + Buffer.byteLength(text), LEAVES, LEAVES_END);
		return LEAVES;
	};
	/** Texts become words when they come again. */
	const learn = (values: readonly unknown[]) => {
		for (let time = 0; time < 2; time += 1) {
			const first = scan(values);
			for (let leaf = 0; leaf < values.length; leaf += 1) if (typeof values[leaf] === 'string') kernel.word(first + leaf * 16);
		}
	};
	const tuples = new Tuples(kernel);
	/** Values that come for the second time. */
	const again = (plan: ReturnType<Tuples['plan']>, values: readonly unknown[]) => {
		tuples.find(plan, scan(values));
		return tuples.find(plan, scan(values));
	};
	return { kernel, tuples, scan, learn, again };
}

describe('what is kept of records with the same values', () => {
	test('is found again by the values of the plan alone', () => {
		const { tuples, scan, learn, again } = begin();
		const kept = { kept: true };
		learn(['a', 'b', 'c']);
		learn(['a', 'x', 'c']);
		learn(['a', 'b', 'y']);
		const plan = tuples.plan([2, 0]);
		expect(plan.leaves).toEqual([0, 2]);
		expect(tuples.find(plan, scan(['a', 'b', 'c']))).toBe('rare');
		expect(tuples.find(plan, scan(['a', 'b', 'c']))).toBe('new');
		tuples.keep(kept);
		expect(tuples.find(plan, scan(['a', 'x', 'c']))).toBe(kept);
		expect(again(plan, ['a', 'b', 'y'])).toBe('new');
		expect(again(tuples.plan([0, 2]), ['a', 'b', 'c'])).toBe('new');
	});

	test('a text that has not come twice, a long one and a number of another form are rare', () => {
		const { tuples, learn, again } = begin();
		const plan = tuples.plan([0]);
		expect(again(plan, ['never'])).toBe('rare');
		const long = 'l'.repeat(300);
		learn([long]);
		expect(again(plan, [long])).toBe('rare');
		for (const number of [1.5, -1, 1234567890]) expect(again(plan, [number])).toBe('rare');
		for (const value of [0, 7, 999_999_999, true, false, null]) expect(again(plan, [value])).toBe('new');
	});

	test('values of different kinds are different values', () => {
		const { tuples, scan, learn, again } = begin();
		const plan = tuples.plan([0]);
		const values = [0, 1, 4, 5, 6, '0', '1', '', 'true', 'null', true, false, null, 'é', '\u00e9\n'];
		for (const value of values) {
			learn([value]);
			expect(again(plan, [value])).toBe('new');
			tuples.keep({ value });
		}
		for (const value of values) expect(tuples.find(plan, scan([value]))).toEqual({ value });
	});

	test('more than 256 values are not compared', () => {
		const { tuples, again } = begin();
		const values = Array.from({ length: 300 }, (_, n) => n);
		expect(again(tuples.plan(values.keys()), values)).toBe('rare');
	});

	test('is forgotten when there is no room, and what comes then is kept again', () => {
		const { kernel, tuples, scan, again } = begin();
		const plan = tuples.plan([0]);
		for (let n = 0; n < 120_000; n += 1) {
			expect(again(plan, [n])).toBe('new');
			tuples.keep({ n });
		}
		expect(kernel.forgotten.value).toBeGreaterThan(0);
		const found = Array.from({ length: 120_000 }, (_, n) => tuples.find(plan, scan([n])));
		expect(found.every((one, n) => typeof one === 'string' || (one as { n: number }).n === n)).toBe(true);
		expect(found.filter((one) => typeof one !== 'string').length).toBeGreaterThan(1000);
	});

	test('plans that find no room make all be forgotten, which their age says', () => {
		const { tuples } = begin();
		const leaves = Array.from({ length: 200 }, (_, n) => n);
		const before = tuples.age;
		for (let n = 0; n < 100; n += 1) tuples.plan(leaves);
		expect(tuples.age).toBe(before + 1);
	});
});
