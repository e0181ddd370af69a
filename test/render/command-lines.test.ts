import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { commandLines, commandText } from '../../src/render/command-lines.ts';

const COMMAND = "saashound timeline './ex port' --actor 'o'\\''brien -x --y; z' --around 2026-03-03T09:00Z --within 2h";

describe('a command in lines', () => {
	test.each([55, 60, 80, 200])('says at %d columns the same to a shell as in one', (columns) => {
		const lines = commandLines(COMMAND, columns) ?? [];
		expect(lines.length).toBeGreaterThanOrEqual(columns === 200 ? 1 : 2);
		for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
		const words = (text: string) =>
			execFileSync('sh', ['-c', text.replace(/^saashound/, "printf '%s\\0'")], { encoding: 'utf8' });
		expect(words(lines.join('\n'))).toBe(words(COMMAND));
	});

	test('goes on in PowerShell as PowerShell goes on', () => {
		const text = "m365: Search-UnifiedAuditLog -StartDate '2026-03-04' -UserIds 'a -b c' -ResultSize 5000";
		expect(commandLines(text, 50)).toEqual([
			'm365: Search-UnifiedAuditLog `',
			"  -StartDate '2026-03-04' -UserIds 'a -b c' `",
			'  -ResultSize 5000',
		]);
	});

	test('is none where it would not fit, where it is not shown as it is, or where it is a sentence', () => {
		expect(commandLines(COMMAND, 20)).toBeUndefined();
		expect(commandLines("saashound timeline x --actor 'a\u202eb'", 80)).toBeUndefined();
		expect(commandLines('ask Ana -- or Bo', 80)).toBeUndefined();
	});
});

test('a command is told in words that a shell takes apart as they were given', () => {
	const words = ['hunt', 'all', "ana's logs/$(id).json", '', '*.gz', '--output=report.html'];
	const text = commandText(words);
	expect(text).toBe("hunt all 'ana'\\''s logs/$(id).json' '' '*.gz' --output=report.html");
	expect(
		execFileSync('sh', ['-c', `printf '%s\\0' ${text}`], { encoding: 'utf8' })
			.split('\0')
			.slice(0, -1),
	).toEqual(words);
});
