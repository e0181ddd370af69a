import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { warningsOf } from '../../src/cli/warnings.ts';
import { readEvidence } from '../../src/hunt/read-evidence.ts';
import type { InputSummary } from '../../src/model/finding.ts';
import { countsSentence, totalOf } from '../../src/render/finding-words.ts';
import { SOURCES } from '../../src/sources/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BROKEN = { broken: 1 };

function login(number: number, published = '2026-03-04T09:00:00Z'): object {
	return {
		uuid: `5d730bf4-8b95-11f1-8cbe-${String(number).padStart(12, '0')}`,
		published,
		eventType: 'user.session.start',
		actor: { id: '00u1', type: 'User', alternateId: 'ana@example.com' },
		outcome: { result: 'SUCCESS' },
	};
}

const logins = (...numbers: readonly number[]) => numbers.map((number) => login(number));

async function read(
	lines: readonly object[],
	strict = false,
): Promise<{ readonly input: InputSummary | undefined; readonly events: number }> {
	const file = join(folder, 'log.ndjson');
	writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
	let events = 0;
	const { inputs } = await readEvidence({ evidence: [file], strict }, SOURCES, () => {
		events += 1;
	});
	return { input: inputs[0]?.summary, events };
}

describe('several events in one record', () => {
	test('count beside the record where they are repeats or cannot be used', async () => {
		const { input, events } = await read([
			{ value: [...logins(1, 2, 3), BROKEN, BROKEN, login(9, 'noon'), BROKEN] },
			{ value: logins(1, 2, 3, 4, 5) },
		]);
		expect(events).toBe(5);
		expect(input).toMatchObject({ records: 2, events: 2, other: 0, duplicates: 0, rejected: {} });
		expect(input?.parts).toEqual({ duplicates: 3, rejected: { 'bad-time': 1, unrecognised: 3 } });
		expect(input?.problems.map((problem) => problem.slice(folder.length))).toEqual([
			expect.stringMatching(/^\/log\.ndjson:1: part 4: a record with broken; expected /),
			expect.stringMatching(/^\/log\.ndjson:1: part 5: /),
			expect.stringMatching(/^\/log\.ndjson:1: part 6: .*noon/),
			expect.stringMatching(/^\/log\.ndjson:1: part 7: /),
		]);
		if (input === undefined) throw new Error('nothing was read');
		expect(countsSentence(input)).toBe(
			'2 records: 2 events, 0 of no activity we judge, 0 repeated, 0 rejected; ' +
				'of further events in the same records 3 repeated, 4 rejected (bad-time 1, unrecognised 3)',
		);
		expect(totalOf([input, input]).parts).toEqual({ duplicates: 6, rejected: { 'bad-time': 2, unrecognised: 6 } });
		expect(warningsOf(input, false)).toEqual([
			`${input.file}: in records that hold several events, 4 of those could not be used`,
		]);
	});

	test('count once as the record, the rest beside it, where none is new', async () => {
		const { input } = await read([...logins(1, 2), { value: [...logins(1, 2), BROKEN] }, { value: [BROKEN, BROKEN, BROKEN] }]);
		expect(input).toMatchObject({ records: 4, events: 2, duplicates: 1, rejected: { unrecognised: 1 } });
		expect(input?.parts).toEqual({ duplicates: 1, rejected: { unrecognised: 3 } });
	});

	test('have no count of their own where all of them are used', async () => {
		const { input, events } = await read([{ value: logins(1, 2) }, login(3), BROKEN]);
		expect(events).toBe(3);
		expect(input).toMatchObject({ records: 3, events: 2, rejected: { unrecognised: 1 } });
		expect(input).not.toHaveProperty('parts');
	});

	test('end a strict run at the first that cannot be used', async () => {
		await expect(read([{ value: [...logins(1, 2), BROKEN] }, login(3)], true)).rejects.toThrow(
			/log\.ndjson:1: part 3: a record with broken/,
		);
	});
});
