import { describe, expect, test } from '@jest/globals';
import { nameColumns } from '../../src/read/split-csv.ts';
import { readContent, split, splitEveryWay } from './reading.ts';

const values = (taken: { records: readonly { value: object }[] }): Record<string, unknown>[] =>
	taken.records.map(({ value }) => ({ ...value }));

describe('CSV', () => {
	test('reads quoted cells with newlines, delimiters and doubled quotes, cut anywhere', () => {
		const text = 'a,b,c\r\n1,"x, ""y""\r\nz",3\r\n"","""","é"\r\n';
		const { whole, others } = splitEveryWay('csv', text);
		expect(values(whole)).toEqual([
			{ a: '1', b: 'x, "y"\r\nz', c: '3' },
			{ a: '', b: '"', c: 'é' },
		]);
		expect(whole.count).toBe(2);
		for (const other of others) expect(other).toEqual(whole);
	});

	test.each(['\n', '\r\n', '\r'])('gives the bytes of each row with %j as line end', (end) => {
		const text = ['a,b', '1,"x\ny"', '2,', '3,z'].join(end);
		const { whole, others } = splitEveryWay('csv', text);
		expect(whole.records.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(['1,"x\ny"', '2,', '3,z']);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('passes over the lines that PowerShell and Excel put before the header', () => {
		expect(values(split('csv', '#TYPE Deserialized.Log, x\r\n"a","b"\r\n"1","2"\r\n'))).toEqual([{ a: '1', b: '2' }]);
		expect(values(split('csv', 'sep=;\na;b\n1,0;2\n'))).toEqual([{ a: '1,0', b: '2' }]);
	});

	test('passes over the rows above the header that it was told of, cut anywhere', () => {
		const text = '"Audit log, ""all"""\r\n\r\n,,\r\na,b\r\n1,"2\n,"\r\na,b\r\n3,4\r\n';
		const { whole, others } = splitEveryWay('csv', text, { above: 2 });
		expect(values(whole)).toEqual([
			{ a: '1', b: '2\n,' },
			{ a: '3', b: '4' },
		]);
		expect(whole.count).toBe(2);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('says how many rows stand above the header', async () => {
		const { summary, records } = await readContent('Audit log of Example\n,,\na,b,c\n1,2,3\n4,5,6\n7,8,9\n10,11,12\n');
		expect(summary.notes).toEqual(['2 rows above the names of the columns passed over']);
		expect(records[0]).toMatchObject({ record: 1, offset: 30, length: 5, value: { a: '1', b: '2', c: '3' } });
	});

	test('takes the header of a table that was joined to another for what it is, also behind its byte order mark, cut anywhere', () => {
		const { whole, others } = splitEveryWay('csv', 'a,b\n1,2\n\ufeffa,b\n3,4\n\ufeff"5","6"\n\uff11,8\n');
		expect(values(whole)).toEqual([
			{ a: '1', b: '2' },
			{ a: '3', b: '4' },
			{ a: '5', b: '6' },
			{ a: '\uff11', b: '8' },
		]);
		expect(whole.count).toBe(4);
		for (const other of others) expect(other).toEqual(whole);
	});

	test('trims header names, collapses their blanks and numbers the ones that repeat', () => {
		expect(
			nameColumns(['Incoming token type', ' Application ID ', 'Autonomous system  number', 'Incoming token type', '']),
		).toEqual(['Incoming token type', 'Application ID', 'Autonomous system number', 'Incoming token type (2)', 'column 5']);
	});

	test('keeps a column called __proto__ harmless', () => {
		const [record] = split('csv', '__proto__,constructor\nx,y\n').records;
		expect(Object.keys(record?.value ?? {})).toEqual(['__proto__', 'constructor']);
		expect(Object.getPrototypeOf(record?.value)).toBe(Object.prototype);
		expect(Object.hasOwn(record?.value ?? {}, '__proto__')).toBe(true);
	});

	test('rejects a row with more cells than the header, pads one with fewer', () => {
		const taken = split('csv', 'a,b\n1,2,3\n4\n5,6,,\n7,8\n');
		expect(values(taken)).toEqual([
			{ a: '4', b: '' },
			{ a: '5', b: '6' },
			{ a: '7', b: '8' },
		]);
		expect(taken.rejections).toMatchObject([{ reason: 'broken-csv', record: 1, line: 2, got: '3 cells' }]);
		expect(taken.count).toBe(4);
	});

	test('counts a row that is cut: inside a quoted cell, or before its last cell', () => {
		for (const text of ['a,b,c\n1,2,3\n4,"x\ny', 'a,b,c\n1,2,3\n4,5']) {
			const taken = split('csv', text);
			expect(taken.records).toHaveLength(1);
			expect(taken.truncated).toBe(true);
			expect(taken.rejections).toMatchObject([{ reason: 'truncated', record: 2, line: 3 }]);
		}
	});

	test('loses only the rows around a stray quote', () => {
		const rows = Array.from({ length: 50 }, (_, i) => `"${i}","name ""${i}""","x"`);
		rows[10] = '"10","na"me","x"';
		rows[20] = '"20,"name","x"';
		const taken = split('csv', `n,name,c\n${rows.join('\n')}\n`);
		expect(taken.records).toHaveLength(48);
		expect(taken.rejections.map(({ reason, line }) => [reason, line])).toEqual([
			['broken-csv', 12],
			['broken-csv', 22],
		]);
		expect(taken.count).toBe(50);
	});

	test('goes on with the next row that is one by itself, not in the middle of a quoted cell', () => {
		// The row with the stray quote goes on for a line; that line has too few cells to be one.
		const taken = split('csv', 'n,name,c\n"1","a","x"\n"2","na"me\nmore text","x"\n"3","b","x"\n"4","c","x"\n');
		expect(values(taken).map(({ n }) => n)).toEqual(['1', '3', '4']);
		expect(taken.rejections.map(({ reason, line }) => [reason, line])).toEqual([['broken-csv', 3]]);
	});

	test('takes the header of a second file joined to the first for no record', () => {
		expect(values(split('csv', 'a,b\n1,2\na,b\n3,4\n'))).toEqual([
			{ a: '1', b: '2' },
			{ a: '3', b: '4' },
		]);
	});

	test('passes over a row that is too long', () => {
		for (const size of [1, 16, 10_000]) {
			const taken = split('csv', `a,b\n1,2\n3,${'x'.repeat(300)}\n5,6\n`, { maxRecordBytes: 100, size });
			expect(taken.records.map(({ value }) => value['a'])).toEqual(['1', '5']);
			expect(taken.rejections).toMatchObject([{ reason: 'too-long', record: 2, line: 3 }]);
		}
	});

	test('never takes the rest of a row that is too long for a row', () => {
		const text = `a,b\n1,2\n${'x'.repeat(150)},${'y'.repeat(30)}\n5,6\n7,8\n`;
		for (let size = 1; size <= text.length; size += 1) {
			const { records, rejections, count } = split('csv', text, { maxRecordBytes: 100, size });
			expect(records.map(({ value, offset, length }) => [{ ...value }, offset, length])).toEqual([
				[{ a: '1', b: '2' }, 4, 3],
				[{ a: '5', b: '6' }, 190, 3],
				[{ a: '7', b: '8' }, 194, 3],
			]);
			expect(rejections).toMatchObject([{ reason: 'too-long', record: 2, line: 3 }]);
			expect(count).toBe(4);
		}
	});

	test('counts a row, and a header, of more columns than any table has', () => {
		const taken = split('csv', `${'x,'.repeat(20_000)}\na,b\n${','.repeat(20_000)}\n1,2\n`, { size: 1000 });
		expect(values(taken)).toEqual([{ a: '1', b: '2' }]);
		expect(taken.rejections.map(({ reason, line, got }) => [reason, line, got])).toEqual([
			['broken-csv', 1, 'a header of 20001 columns'],
			['broken-csv', 3, '20001 cells'],
		]);
	});

	describe('of files joined end to end that have other columns each', () => {
		const TIME = '2026-03-04T08:00:00Z';
		const signIns = `time,user,result,ip\n${TIME},ana,Success,192.0.2.1\n${TIME},bo,Failure,\n`;
		const uploads = `"When","Who","File","Size","Folder (path)"\r\n"${TIME}","cy","a, ""b""\nc","1","x"\r\n`;

		test('is read with the names of each, cut anywhere', () => {
			const { whole, others } = splitEveryWay('csv', `${signIns}\ufeff${uploads}${signIns}#TYPE Log\n${uploads}`);
			const first = { time: TIME, user: 'ana', result: 'Success', ip: '192.0.2.1' };
			const second = { time: TIME, user: 'bo', result: 'Failure', ip: '' };
			const third = { When: TIME, Who: 'cy', File: 'a, "b"\nc', Size: '1', 'Folder (path)': 'x' };
			expect(values(whole)).toEqual([first, second, third, first, second, third]);
			expect([whole.count, whole.rejections]).toEqual([6, []]);
			for (const other of others) expect(other).toEqual(whole);
		});

		test('says so', async () => {
			expect((await readContent(signIns + uploads)).summary.notes).toEqual([
				'another table with other columns follows the first',
			]);
			expect((await readContent(signIns + uploads + signIns)).summary.notes).toEqual([
				'2 tables follow the first, each with other columns than the one before',
			]);
			expect((await readContent(signIns + signIns)).summary.notes).toBeUndefined();
		});

		test('takes no row of words for names where the table goes on behind it, cut anywhere', () => {
			const { whole, others } = splitEveryWay('csv', `${signIns}End,of,part\n${TIME},cy,Success,192.0.2.3\n`);
			expect(values(whole).map(({ user }) => user)).toEqual(['ana', 'bo', 'cy']);
			expect(whole.rejections).toMatchObject([{ reason: 'broken-csv', line: 4, got: '3 cells' }]);
			expect(whole.count).toBe(4);
			for (const other of others) expect(other).toEqual(whole);
		});

		test.each([
			['a record without a time', 'alpha,bravo,charlie,delta'],
			['an address', 'today,ana@example.com,Success,none,more'],
			['a text twice', 'ana,Success,Success,none,more'],
			['a number', 'ana,Success,none,more,7'],
			['a line of a relay', 'host,syslog,CEF:0|Example|Log|1|x,a,b'],
			['two words', 'ana,bo'],
		])('leaves a row that is %s in its table', (_, row) => {
			const taken = split('csv', `${signIns}${row}\n${signIns.slice(signIns.indexOf('\n') + 1)}`);
			expect(taken.count).toBe(5);
			expect(values(taken).filter(({ user }) => user === 'ana' || user === 'bo').length).toBeGreaterThanOrEqual(4);
		});

		test('takes a table of as many columns for another only where some have the same names in the same places', () => {
			const rows = `${TIME},1,x,y\n`;
			expect(values(split('csv', `${signIns}time,user,size,name\n${rows}`)).at(-1)).toEqual({
				time: TIME,
				user: '1',
				size: 'x',
				name: 'y',
			});
			const other = split('csv', `${signIns}when,who,size,name\n${rows}`);
			expect(values(other).slice(-2)).toEqual([
				{ time: 'when', user: 'who', result: 'size', ip: 'name' },
				{ time: TIME, user: '1', result: 'x', ip: 'y' },
			]);
		});

		test('knows the same names in other quotes again', () => {
			const taken = split('csv', `${signIns}"time","user","result","ip"\n${TIME},cy,Success,192.0.2.3\n`);
			expect(values(taken).map(({ user }) => user)).toEqual(['ana', 'bo', 'cy']);
		});
	});

	test('reads the other delimiters', () => {
		expect(values(split('csv', 'a;b\n"1;0";2\n', { delimiter: ';' } as object))).toEqual([{ a: '1;0', b: '2' }]);
	});
});
