import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-day-first-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TRAIL = `Date,User,Source Namespace Prefix,Action,Section,Delegate User
"03/10/2026, 04:21:14 BST",ana@example.com,,Deactivated user gus@example.com,Manage Users,
"13/09/2026, 04:21:14 BST",ana@example.com,,Deactivated user hal@example.com,Manage Users,
"9/13/2026, 04:21:14 BST",ana@example.com,,Deactivated user ida@example.com,Manage Users,
`;
const PORTAL = `Time,Operator,Category Type,Action,Operation Detail
03/10/2026 04:21:14,ana@example.com,User,Delete,Delete User gus@example.com
`;

async function times(...words: string[]): Promise<{ readonly times: readonly unknown[]; readonly stderr: string }> {
	const { code, stdout, stderr } = await saashound(['export', ...words, '--format', 'ndjson'], { cwd: folder });
	expect(code).toBe(0);
	const lines = stdout.trimEnd().split('\n');
	return { times: lines.map((line) => JSON.parse(line).time), stderr };
}

describe('--day-first', () => {
	writeFileSync(join(folder, 'trail.csv'), TRAIL);
	writeFileSync(join(folder, 'portal.csv'), PORTAL);

	test('without it the month is first, and a date that cannot be says what would help', async () => {
		const { times: read, stderr } = await times('trail.csv');
		// British summer time is an hour before UTC.
		expect(read).toEqual(['2026-03-10T03:21:14.000Z', '2026-09-13T03:21:14.000Z']);
		expect(stderr).toMatch(/trail\.csv:2: .*"13\/09\/2026, 04:21:14 BST"; expected the month before the day .* say --day-first/);
	});

	test.each([[[]], [['--threads', '2']]])('with it the day is, in every source, here and in threads: %j', async (more) => {
		const { times: read, stderr } = await times('trail.csv', '--day-first', ...more);
		expect(read).toEqual(['2026-09-13T03:21:14.000Z', '2026-10-03T03:21:14.000Z']);
		expect(stderr).toMatch(
			/trail\.csv:3: .*"9\/13\/2026, 04:21:14 BST"; expected the day before the month .* as --day-first says/,
		);
		expect((await times('portal.csv', '--day-first', ...more)).times).toEqual(['2026-10-03T04:21:14.000Z']);
	});

	test('the notes of a file say which was assumed, where its format does not tell', async () => {
		const notes = async (...words: string[]) => {
			const { stdout } = await saashound(['inspect', ...words, '--format', 'json'], { cwd: folder });
			return JSON.parse(stdout).inputs[0].notes;
		};
		expect(await notes('portal.csv')).toEqual([expect.stringMatching(/were read month first.*--day-first/)]);
		expect(await notes('portal.csv', '--day-first')).toEqual([expect.stringMatching(/were read day first/)]);
		writeFileSync(
			join(folder, 'iso.ndjson'),
			'{"Action":"frozeuser","Display":"Froze user bo","CreatedDate":"2026-03-04T09:00:00Z"}\n',
		);
		expect(await notes('iso.ndjson')).toEqual([]);
	});
});
