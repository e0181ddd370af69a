import { describe, expect, test } from '@jest/globals';
import { hash128, SeenTable } from '../../src/hunt/seen.ts';

describe('SeenTable', () => {
	test('knows every one of 20,000 texts again and takes no new one for known', () => {
		const table = new SeenTable();
		const hash = new Uint32Array(4);
		for (let index = 0; index < 20_000; index += 1) {
			hash128(`record ${index}`, hash);
			expect(table.add(hash)).toBe(false);
		}
		for (let index = 0; index < 20_000; index += 997) {
			hash128(`record ${index}`, hash);
			expect(table.add(hash)).toBe(true);
		}
		expect(table.size).toBe(20_000);
	});

	test('gives texts that differ in one place different hashes', () => {
		const [a, b] = [new Uint32Array(4), new Uint32Array(4)];
		hash128('okta\n1\n2', a);
		hash128('okta\n1\n3', b);
		expect([...a]).not.toEqual([...b]);
	});
});
