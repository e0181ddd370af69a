import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { quiet, removals } from '../hunt/okta-log.ts';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-own-output-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LOG = quiet(20, ['ana', 'bo', 'cleo']) + removals('ana', 19, ['dag', 'eli', 'finn', 'gus', 'hal', 'ivy'], '203.0.113.7');
const FORMATS = ['table', 'json', 'ndjson', 'csv', 'markdown', 'html', 'sarif', 'ocsf', 'timesketch'];

function here(...words: string[]) {
	return saashound(words, { cwd: folder });
}

test('what the program wrote in any format lies among the evidence: passed over, and said', async () => {
	writeFileSync(join(folder, 'log.ndjson'), LOG);
	for (const format of FORMATS)
		await here('hunt', 'all', 'log.ndjson', '--min-score', '0', '--format', format, '-o', `f.${format}.out`);
	for (const format of ['ndjson', 'ocsf']) await here('export', 'log.ndjson', '--format', format, '-o', `e.${format}.out`);
	const { code, stdout, stderr } = await here('hunt', 'all', '.', '--format', 'json');
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	const { run, inputs } = JSON.parse(stdout);
	expect(inputs.map(({ file }: { file: string }) => file)).toEqual(['log.ndjson']);
	const told = run.notes.filter((note: string) => note.endsWith('passed over')).map((note: string) => note.split(':')[0]);
	expect(told.toSorted()).toEqual([...FORMATS.map((format) => `f.${format}.out`), 'e.ndjson.out', 'e.ocsf.out'].toSorted());
	expect((await here('hunt', 'all', '.', '--strict')).code).toBe(0);
	const alone = await here('hunt', 'all', 'e.ndjson.out');
	expect(alone).toMatchObject({ code: 2 });
	expect(alone.stderr).toContain('(an exported event); expected the logs themselves');
});

test('a file that holds anything else beside lines of our own is read, and they are counted', async () => {
	const { stdout: events } = await here('export', 'log.ndjson');
	const [line] = events.split('\n');
	writeFileSync(join(folder, 'mixed.ndjson'), `${LOG}${line}\n`);
	const { code, stdout } = await here('inspect', 'mixed.ndjson', '--format', 'json');
	expect(code).toBe(0);
	expect(JSON.parse(stdout).inputs[0].rejected).toEqual({ unrecognised: 1 });
	writeFileSync(join(folder, 'broken.ndjson'), `${line}\n{"another":"record"}\n`);
	for (const [file, words] of [['mixed.ndjson', ['--strict']] as const, ['broken.ndjson', []] as const])
		expect((await here('inspect', file, ...words)).code).toBe(2);
});
