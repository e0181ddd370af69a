import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { quietLog, removals } from '../cli/log.ts';
import { saashound } from '../cli/run.ts';

/** A title for the terminal, a screen cleared, a link, reversed and hidden text, markup, a link of Markdown, a formula. */
const EVIL =
	'\u001b]0;owned\u0007\u001b[2J\u009b31m\u001b]8;;https://example.com\u0007\u202egnp\u2066\u200b\u0008\u007f<script>alert(1)</script>](javascript:1)|`';
/** What file systems take. */
const EVIL_NAME = '=cmd()\u001b[2J\u001b]0;owned\u0007\u202egnp.\nexe<b>.ndjson';

/** Whatever a terminal, an editor or a reader's eye could obey. Our own line ends are none. */
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'saashound-evil-'));
	const people = ['ana', 'bo', 'cleo', 'dag', 'eli', 'finn', 'gro', 'hal'];
	const log =
		quietLog(20, people) +
		removals('ana', Date.UTC(2026, 1, 22, 22, 5), [...people.slice(1), 'ivo', 'jon', 'kai'], '203.0.113.7');
	const text = JSON.stringify(EVIL).slice(1, -1);
	const evil = log
		.replaceAll('"displayName":"', `"displayName":"${text}`)
		.replaceAll('ana@example.com', `${text}ana@example.com`)
		.replaceAll('"displayMessage":"', `"displayMessage":"${text}`)
		.replaceAll('Mozilla/5.0', `${text}Mozilla/5.0`)
		.replace('"eventType":"user.session.start"', `"eventType":"${text}"`);
	await mkdir(join(folder, 'in'));
	await writeFile(join(folder, 'in', EVIL_NAME), `${evil}{"broken ${EVIL}": \n`);
	await writeFile(join(folder, 'in', `poem${EVIL_NAME}`), 'Roses are red, and no log.\n'.repeat(20));
	await writeFile(join(folder, 'in', `csv${EVIL_NAME}`), `${EVIL.replaceAll(/[\n,"]/g, '')},b,c\n1,2,3\n`);
});
afterAll(() => rm(folder, { recursive: true }));

function run(...words: readonly string[]) {
	return saashound(words, { cwd: folder });
}

const COMMANDS: readonly (readonly string[])[] = [
	...['table', 'json', 'ndjson', 'csv', 'markdown', 'html', 'sarif', 'ocsf', 'timesketch'].map((format) => [
		...['hunt', 'all', 'in', '--min-score', '0', '--verbose', '--color', 'never', '--format', format],
	]),
	['inspect', 'in', '--format', 'table', '--verbose', '--color', 'never'],
	['inspect', 'in', '--format', 'json'],
	['export', 'in'],
	['export', 'in', '--format', 'ocsf'],
	['timeline', 'in', '--actor', `${EVIL}ana@example.com`, '--format', 'table', '--color', 'never'],
	['timeline', 'in', '--actor', `${EVIL}nobody`],
];

describe('nothing of a log, a file name or an argument reaches the output as it is', () => {
	test.each(COMMANDS.map((words) => [words.slice(0, 1).concat(words.slice(-3)).join(' ').replace(RAW, ''), words] as const))(
		'%s',
		async (_name, words) => {
			const { code, stdout, stderr } = await run(...words);
			expect(stdout.replaceAll('\r\n', '\n').replace(/^\ufeff/, '')).not.toMatch(RAW);
			expect(stderr).not.toMatch(RAW);
			expect(stderr.split('\n').every((line) => line === '' || line.startsWith('saashound: '))).toBe(true);
			// Two files could not be used; the third was read all the same.
			expect(code).toBe(2);
			if (!words.includes('nobody')) expect(stdout.length > 100 || words[0] === 'timeline').toBe(true);
		},
		60_000,
	);

	test.each([
		['hunt', 'all', `absent${EVIL_NAME}`],
		['hunt', EVIL, 'in'],
		[EVIL],
		['inspect', 'in', '--context', `absent${EVIL_NAME}`],
		['inspect', 'in', '--geoip', `absent${EVIL_NAME}`],
		['inspect', 'in', '--output', `absent${EVIL_NAME}/x`],
		['hunt', 'all', 'in', '--set', `${EVIL}=1`],
		['hunt', 'all', 'in', `--${EVIL}`],
		['hunt', 'all', 'in', '--from', EVIL],
		['hunt', 'all', 'in', '--format', EVIL],
		['inspect', 'in', '--max-inflate', EVIL],
	])(
		'as an error of one line: %#',
		async (...words) => {
			const { code, stdout, stderr } = await run(...words);
			expect(stdout).toBe('');
			expect(stderr).not.toMatch(RAW);
			expect(stderr).toMatch(/^saashound: [^\n]+\n$/);
			expect(code).toBe(2);
		},
		60_000,
	);
});
