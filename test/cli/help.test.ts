import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { saashound } from './run.ts';

const COMMANDS = ['hunt', 'inspect', 'timeline', 'analytics', 'platforms', 'check', 'export', 'evidence', 'completion'];

describe('help', () => {
	test('names every command with what it is for', async () => {
		const { code, stdout, stderr } = await saashound(['--help']);
		for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} +\\w`, 'm'));
		expect(stderr).toBe('');
		expect(code).toBe(0);
	});

	test.each(COMMANDS)('of %s fits 80 columns and shows three examples or more', async (command) => {
		const { code, stdout } = await saashound([command, '--help']);
		const lines = stdout.split('\n');
		expect(lines.filter((line) => line.length > 80)).toEqual([]);
		expect(lines.slice(lines.indexOf('Examples:')).filter((line) => line.startsWith('  saashound '))).not.toHaveLength(0);
		expect(lines.filter((line) => line.startsWith(`  saashound ${command}`)).length).toBeGreaterThanOrEqual(3);
		expect(stdout).toMatch(new RegExp(`^Usage: saashound ${command} `));
		expect(code).toBe(0);
	});

	test('carries no colour into a pipe, and does where it is forced', async () => {
		expect((await saashound(['--help'])).stdout).not.toContain('\u001b');
		expect((await saashound(['--help'], { environment: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[1m');
		expect((await saashound(['--help'], { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).not.toContain('\u001b');
	});

	test.each([
		['help', 'help'],
		['help', '--help'],
	])('%s %s is the help of the program', async (...words) => {
		const { code, stdout } = await saashound(words);
		expect([code, stdout]).toEqual([0, (await saashound(['--help'])).stdout]);
	});

	test('of a command that there is not says so as the command itself would', async () => {
		for (const [name, what] of [
			['foo', 'command'],
			['hnut', 'command'],
			['-x', 'option'],
		]) {
			const { code, stdout, stderr } = await saashound(['help', name ?? '']);
			expect([code, stdout]).toEqual([2, '']);
			expect(stderr).toContain(`saashound: unknown ${what} '${name}'`);
		}
		expect((await saashound(['help', 'foo'])).stderr).toBe((await saashound(['foo'])).stderr);
		expect((await saashound(['help', 'hunt'])).stdout).toBe((await saashound(['hunt', '--help'])).stdout);
	});
});

test('--version prints the version of the package and nothing else', async () => {
	const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
	expect(await saashound(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});
