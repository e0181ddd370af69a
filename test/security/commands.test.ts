import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { removalLog } from '../cli/log.ts';

const PEOPLE = [
	"o'brien",
	'$(touch owned)',
	'`touch owned`',
	'a; touch owned #',
	'-rf',
	'&& touch owned',
	'a"b\\c',
	'*',
	"';touch owned;'",
];

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'saashound-commands-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the command that a finding suggests', () => {
	test.each(PEOPLE)('passes the name %j on as one word and runs nothing in it', async (name) => {
		const file = join(folder, 'log');
		const log = removalLog()
			.replaceAll('"ana@example.com"', JSON.stringify(name))
			.replaceAll('"00uexample-ana"', JSON.stringify(name));
		await writeFile(file, log);
		const { findings } = await hunt({
			evidence: [file],
			analytics: ANALYTICS,
			set: [],
			minScore: 0,
			arguments: [],
			version: '0',
		});
		const found = findings.find(({ actor }) => actor.id === name.toLowerCase());
		const command = found?.next.find((step) => step.startsWith('saashound timeline')) ?? '';
		expect(command).toContain('--actor ');
		// A shell takes the line apart; every word comes back behind a NUL.
		const words = execFileSync('sh', ['-c', command.replace(/^saashound/, "printf '%s\\0'")], {
			cwd: folder,
			encoding: 'utf8',
		}).split('\0');
		expect(words[words.indexOf('--actor') + 1]).toBe(name.toLowerCase());
		expect(await readdir(folder)).toEqual(['log']);
	});
});
