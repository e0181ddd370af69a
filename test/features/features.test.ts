import { describe, expect, test } from '@jest/globals';
import { Count } from '../../src/features/count.ts';
import { Distinct } from '../../src/features/distinct.ts';
import type { Feature } from '../../src/features/feature.ts';
import { FirstSeen } from '../../src/features/first-seen.ts';
import { Sum } from '../../src/features/sum.ts';

interface Upload {
	readonly time: number;
	readonly file?: string;
	readonly bytes?: number;
}

/** Twenty uploads of seven files; file 3 comes first at time 3. */
const UPLOADS: readonly Upload[] = Array.from({ length: 20 }, (_, i) => ({ time: i, file: `file-${i % 7}`, bytes: i * 100 }));

/** A fixed shuffle: steps of 7 through 20. */
const SHUFFLED = UPLOADS.map((_, i) => UPLOADS[(i * 7 + 3) % UPLOADS.length] ?? { time: 0 });

function heard<V>(feature: Feature<V, Upload>, events: readonly Upload[]): Feature<V, Upload> {
	for (const event of events) feature.add(event);
	return feature;
}

/** The same events heard in order, out of order, and in parts merged either way round. */
function allWays<V>(make: () => Feature<V, Upload>): readonly V[] {
	const [early, late] = [UPLOADS.slice(0, 8), UPLOADS.slice(8)];
	const forwards = heard(make(), early);
	forwards.merge(heard(make(), late));
	const backwards = heard(make(), late);
	backwards.merge(heard(make(), early));
	return [heard(make(), UPLOADS), heard(make(), SHUFFLED), forwards, backwards].map((feature) => feature.value());
}

describe('features', () => {
	test('count events, or those that pass', () => {
		expect(allWays(() => new Count<Upload>())).toEqual([20, 20, 20, 20]);
		expect(allWays(() => new Count<Upload>((event) => event.file === 'file-6'))).toEqual([2, 2, 2, 2]);
	});

	test('sum a measure', () => {
		expect(allWays(() => new Sum<Upload>((event) => event.bytes))).toEqual([19_000, 19_000, 19_000, 19_000]);
	});

	test('sum exactly, whatever a log claims', () => {
		const bytes = [undefined, -5, Number.NaN, Infinity, 1e300, 7];
		const sum = (list: readonly (number | undefined)[]): number =>
			heard(
				new Sum<Upload>((event) => event.bytes),
				list.map((value) => ({ time: 0, ...(value !== undefined && { bytes: value }) })),
			).value();
		expect(sum([0.4, 0.6, 2])).toBe(3);
		expect(sum(bytes)).toBe(Number.MAX_SAFE_INTEGER);
		expect(sum([...bytes].reverse())).toBe(Number.MAX_SAFE_INTEGER);
	});

	test('list distinct values, sorted', () => {
		const values = ['file-0', 'file-1', 'file-2', 'file-3', 'file-4', 'file-5', 'file-6'];
		for (const value of allWays(() => new Distinct<Upload>((event) => event.file))) {
			expect(value).toEqual({ count: 7, values, capped: false });
		}
	});

	test('keep the same sample beyond the cap, and say so', () => {
		const [first, ...others] = allWays(() => new Distinct<Upload>((event) => event.file, 3));
		expect(first?.capped).toBe(true);
		expect(first?.values).toHaveLength(3);
		expect(first?.count).toBeGreaterThan(3);
		for (const other of others) expect(other).toEqual(first);
	});

	test('estimate how many values there were beyond the cap', () => {
		// 20,000 values in a sample of 1,024: the standard error is 3 %.
		const distinct = new Distinct<Upload>((event) => event.file);
		for (let i = 0; i < 20_000; i += 1) distinct.add({ time: i, file: `document number ${i}` });
		expect(Math.abs(distinct.value().count / 20_000 - 1)).toBeLessThan(0.1);
	});

	test('remember when each value was first met', () => {
		for (const value of allWays(() => new FirstSeen<Upload>((event) => event.file))) {
			expect([...value.times]).toEqual(Array.from({ length: 7 }, (_, i) => [`file-${i}`, i]));
			expect(value.capped).toBe(false);
		}
	});

	test('remember the earliest values beyond the cap', () => {
		for (const value of allWays(() => new FirstSeen<Upload>((event) => event.file, 2))) {
			expect([...value.times]).toEqual([
				['file-0', 0],
				['file-1', 1],
			]);
			expect(value.capped).toBe(true);
		}
	});

	test('leave the one merged from as it was', () => {
		const other = new Distinct<Upload>((event) => event.file);
		heard(other, UPLOADS.slice(0, 3));
		new Distinct<Upload>((event) => event.file).merge(other);
		expect(other.value().values).toEqual(['file-0', 'file-1', 'file-2']);
	});

	test('take hostile values for what they are', () => {
		const distinct = heard(new Distinct<Upload>((event) => event.file), [
			{ time: 0, file: '__proto__' },
			{ time: 1, file: 'constructor' },
			{ time: 2 },
		]);
		expect(distinct.value().values).toEqual(['__proto__', 'constructor']);
	});
});
