import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-columns-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GERMAN =
	'Datum,Benutzername,E-Mail,Aktion,Betroffen\n2026-03-02 09:00:05,Ana A,ana@example.com,Downloaded,plan.xlsx\n2026-03-02 09:01:05,Ana A,ana@example.com,Downloaded,budget.xlsx\n';
const NAMES = 'column,means\nDatum,Date\nBenutzername,User Name\nE-Mail,User Email\nAktion,Action\nBetroffen,Affected ID\n';

function here(...words: string[]) {
	return saashound(words, { cwd: folder });
}

describe('--columns', () => {
	writeFileSync(join(folder, 'box.csv'), GERMAN);
	writeFileSync(join(folder, 'names.csv'), NAMES);

	test('without it a table in another language is refused, with what would help', async () => {
		const { code, stderr } = await here('inspect', 'box.csv');
		expect(code).toBe(2);
		expect(stderr).toMatch(/columns that are not English: Datum, Benutzername, E-Mail, Aktion, Betroffen; expected .*--columns/);
	});

	test('with it the table is read', async () => {
		const { code, stdout } = await here('export', 'box.csv', '--format', 'ndjson', '--columns', 'names.csv');
		expect(code).toBe(0);
		const events = stdout
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(events.map(({ activity, actor, platform, ref }) => [activity, actor.id, platform, ref.record])).toEqual([
			['file.download', 'ana@example.com', 'box', 1],
			['file.download', 'ana@example.com', 'box', 2],
		]);
	});

	test.each([
		['column,means\nDatum,Date\nDatum,Time\n', /bad\.csv:3: column column: got "Datum"; expected each column once/],
		['column,means\nDatum\n', /bad\.csv:2: .*means/],
		['from,to\na,b\n', /bad\.csv:1: /],
	])('a bad row is named with file, line and column: %j', async (text, words) => {
		writeFileSync(join(folder, 'bad.csv'), text);
		const { code, stderr } = await here('inspect', 'box.csv', '--columns', 'bad.csv');
		expect(code).toBe(2);
		expect(stderr).toMatch(words);
	});

	test('a file that is not there is a plain line', async () => {
		const { code, stderr } = await here('inspect', 'box.csv', '--columns', 'none.csv');
		expect([code, stderr]).toEqual([2, expect.stringMatching(/--columns: "none\.csv" cannot be read \(ENOENT\)/)]);
	});
});
