import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { removalLog } from './log.ts';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-next-'));
const context = join(folder, "ana's context");

beforeAll(() => {
	// Another name for the member that says who acted: only --columns tells.
	writeFileSync(join(folder, 'okta.ndjson'), removalLog().replaceAll('"eventType"', '"ereignis"'));
	writeFileSync(join(folder, 'names.csv'), 'column,means\nereignis,eventType\n');
	mkdirSync(context);
	writeFileSync(join(context, 'people.csv'), 'user,aliases\nchief@example.com,ana@example.com\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const OPTIONS = ['--context', context, '--columns', 'names.csv', '--platform', 'okta', '--max-inflate', '1G'];

async function commandOf(...more: string[]): Promise<string> {
	const { stdout } = await saashound(['hunt', 'all', 'okta.ndjson', ...OPTIONS, ...more], { cwd: folder });
	return JSON.parse(stdout).findings[0].next.find((step: string) => step.startsWith('saashound timeline')) ?? '';
}

/** The words of a command, as a shell takes them apart. */
function wordsOf(command: string): readonly string[] {
	return execFileSync('sh', ['-c', command.replace(/^saashound/, "printf '%s\\0'")], { encoding: 'utf8' })
		.split('\0')
		.slice(0, -1);
}

describe('the timeline that a finding suggests', () => {
	test('reads the evidence with the options that the hunt read it with, and works as it stands', async () => {
		const words = wordsOf(await commandOf());
		expect(words.slice(0, 10)).toEqual([
			'timeline',
			'okta.ndjson',
			'--platform',
			'okta',
			'--context',
			context,
			'--columns',
			'names.csv',
			'--max-inflate',
			String(2 ** 30),
		]);
		const { code, stdout } = await saashound(words, { cwd: folder });
		expect(code).toBe(0);
		// Ten accounts taken, all by the person whose name only the context folder knows.
		expect(
			stdout
				.trimEnd()
				.split('\n')
				.filter((line) => line.includes('user.lifecycle.deactivate')),
		).toHaveLength(10);
	});

	test('names no folder of the user in a document without names', async () => {
		const command = await commandOf('--redact=key');
		expect(command).toContain(' --platform okta --context … --columns … --max-inflate ');
		expect(command).not.toMatch(/ana|names\.csv/);
	});

	test('says of standard input that the records must come once more', async () => {
		const { stdout } = await saashound(['hunt', 'all', '-'], { stdin: removalLog() });
		const { next } = JSON.parse(stdout).findings[0];
		const at = next.findIndex((step: string) => step.startsWith('saashound timeline - --actor ana@example.com '));
		expect(next[at - 1]).toBe('the records came from standard input: pipe them into the next command once more');
	});
});
