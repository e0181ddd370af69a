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

function placeOf({ file, record }: { file: string; record: number }): string {
	return `${file}:${record}`;
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

	// Each of these shows something beside what the account itself did in the window: an address, an app, records hours or days later.
	test.each([
		['AN0132/m365/attack-one-address-over-imap', 'AN0132/m365/198.51.100.66/', '--address 198.51.100.66'],
		['AN0132/m365/benign-nightly-backup', 'AN0132/m365/228423d9-', '--app 228423d9-'],
		['AN0132/m365/benign-colleagues-follow', 'AN0132/m365/eve.evans@', '--app 4e5f56b8-'],
		['AN1349/m365/attack-app-let-in', 'AN1349/m365/', '--from 2026-02-17T16:40:00.000Z --to 2026-02-17T23:00:00.000Z'],
		['AN1349/okta/attack-app-let-in', 'AN1349/okta/', '--app ce005486-c6e6-4c2a-9a6f-06b53cc21cf0 --around '],
	])('shows all evidence of %s', async (fixture, id, asks) => {
		const found = await saashound(['hunt', 'all', `fixtures/${fixture}`, '--all-evidence', '--min-score', '0']);
		const { next, evidence } = JSON.parse(found.stdout).findings.find((finding: { id: string }) => finding.id.startsWith(id));
		const commands = next.filter((step: string) => step.startsWith('saashound timeline'));
		expect(commands.join('\n')).toContain(asks);
		const shown = new Set<string>();
		for (const command of commands) {
			const { stdout } = await saashound(wordsOf(command));
			for (const line of stdout.trimEnd().split('\n')) shown.add(placeOf(JSON.parse(line).ref));
		}
		expect(evidence.sample.map(placeOf).filter((place: string) => !shown.has(place))).toEqual([]);
	});

	test('reads a file whose name begins like an option', async () => {
		writeFileSync(join(folder, '-okta.ndjson'), removalLog());
		const { stdout } = await saashound(['hunt', 'all', '--', '-okta.ndjson'], { cwd: folder });
		const command = JSON.parse(stdout).findings[0].next.find((step: string) => step.startsWith('saashound timeline'));
		expect(command).toContain('saashound timeline ./-okta.ndjson ');
		expect((await saashound(wordsOf(command), { cwd: folder })).stdout).toContain('user.lifecycle.deactivate');
	});

	test('says of standard input that the records must come once more', async () => {
		const { stdout } = await saashound(['hunt', 'all', '-'], { stdin: removalLog() });
		const { next } = JSON.parse(stdout).findings[0];
		const at = next.findIndex((step: string) => step.startsWith('saashound timeline - --actor ana@example.com '));
		expect(next[at - 1]).toBe('the records came from standard input: pipe them into the next command once more');
	});
});
