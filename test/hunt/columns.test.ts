import { describe, expect, test } from '@jest/globals';
import { Column } from '../../src/hunt/columns.ts';

const ROWS = 10_000;

function columnOf(numberOf: (row: number) => number): Column {
	const column = new Column();
	for (let row = 0; row < ROWS; row += 1) column.push(numberOf(row));
	return column;
}

function numbersOf(column: Column): readonly number[] {
	return Array.from({ length: column.length }, (_, row) => column.at(row));
}

describe('Column', () => {
	test('keeps numbers over several pieces, gives 0 beyond its end, and its copy does not follow it', () => {
		const column = columnOf((row) => row + 0.5);
		const copy = new Column();
		copy.push(7);
		copy.copy(column);
		column.push(1);
		column.change((value) => value * 2);
		expect([copy.length, copy.at(0), copy.at(9999), copy.at(10_000)]).toEqual([10_000, 0.5, 9999.5, 0]);
		expect([column.length, column.at(0), column.at(4096), column.at(10_000), column.at(20_000)]).toEqual([10_001, 1, 8193, 2, 0]);
	});

	test('gives 0 beyond its end where the open piece still holds numbers of the one before', () => {
		const column = new Column();
		for (let row = 0; row < 4097; row += 1) column.push(row + 1);
		expect([column.at(4095), column.at(4096), column.at(4097), column.at(8191)]).toEqual([4096, 4097, 0, 0]);
	});

	test('tells the row with the number that becomes another, full pieces and the open one', () => {
		const column = columnOf(() => 3);
		column.change((value, row) => (row % 1000 === 999 ? value + row : value));
		expect(numbersOf(column)).toEqual(Array.from({ length: ROWS }, (_, row) => (row % 1000 === 999 ? 3 + row : 3)));
	});
});
