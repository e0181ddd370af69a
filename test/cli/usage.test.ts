import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-usage-'));
const log = join(folder, 'okta.ndjson');

beforeAll(() => writeFileSync(log, '{}\n'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Words, and what the one line must say. */
const MISTAKES: readonly (readonly [words: readonly string[], says: RegExp])[] = [
	[[], /no command given; one of hunt, inspect/],
	[['hnut'], /unknown command 'hnut' \(did you mean hunt\?\)/],
	[['hunts', 'all', log], /unknown command 'hunts' \(did you mean hunt\?\)/],
	[['hunts', 'all', log, '--format', 'json'], /unknown command 'hunts' \(did you mean hunt\?\)/],
	[['frobnicate', '-o', 'x', log], /unknown command 'frobnicate'; one of hunt/],
	[['help', 'hunts'], /unknown command 'hunts' \(did you mean hunt\?\)/],
	[['frobnicate'], /unknown command 'frobnicate'; one of hunt/],
	[['--fish'], /unknown option '--fish'/],
	[['--fish', 'hunt', 'all', log], /unknown option '--fish'/],
	[['--vresion'], /unknown option '--vresion' \(did you mean --version\?\)/],
	[['inspect', log, '--fish'], /unknown option '--fish'/],
	[['hunt'], /which analytic\? Name all, /],
	[['hunt', 'all'], /no evidence given; name files, folders, globs or -/],
	[['hunt', log], /is evidence; name the analytic first, e\.g\. saashound hunt all /],
	[['hunt', 'AN9999', log], /unknown analytic 'AN9999'/],
	[['hunt', 'all', 'AN9999', log], /unknown analytic 'AN9999'/],
	[['hunt', 'all', join(folder, 'absent.json')], /absent\.json/],
	[['hunt', 'all', log, '--fromat', 'json'], /unknown option '--fromat' \(did you mean --format\?\)/],
	[['hunt', 'all', log, '--format', 'jsno'], /--format: 'jsno' is none of table, json.*\(did you mean json\?\)/],
	[['hunt', 'all', log, '--format'], /option '-f, --format <format>' argument missing/],
	[['hunt', 'all', log, '--from', 'yesterday'], /--from: 'yesterday' is no time; write ISO 8601/],
	[['hunt', 'all', log, '--to', '2026-02-30'], /--to: '2026-02-30' is no time/],
	[['hunt', 'all', log, '--from', '2026-03-02', '--to', '2026-03-01'], /--to must lie after --from/],
	[['hunt', 'all', log, '--window', '1 hour'], /--window: '1 hour' is no duration; write 10m, 1h/],
	[['hunt', 'all', log, '--baseline', '0d'], /--baseline: '0d' is no duration/],
	[['hunt', 'all', log, '--top', '0'], /--top: '0' is no whole number of at least 1/],
	[['hunt', 'all', log, '--min-score', '101'], /--min-score: '101' is no score/],
	[
		['hunt', 'all', log, '--min-severity', 'hihg'],
		/--min-severity: 'hihg' is none of low, medium, high, critical \(did you mean high\?\)/,
	],
	[['hunt', 'all', log, '--fail-on', 'severe'], /--fail-on: 'severe' is none of/],
	[['hunt', 'all', log, '--set', 'windows'], /--set windows: expected name=value/],
	[['hunt', 'all', log, '--set', 'no-such=1'], /--set no-such=1: no such option/],
	[
		['hunt', 'all', log, '--time-zone', 'Europe/Berln'],
		/'Europe\/Berln' is no IANA time zone.*\(did you mean Europe\/Berlin\?\)/,
	],
	[['hunt', 'all', log, '--utc', '--time-zone', 'UTC'], /'--utc' cannot be used with option '--time-zone <iana>'/],
	[['hunt', 'all', log, '--color', 'sometimes'], /--color: 'sometimes' is none of auto, always, never/],
	[['hunt', 'all', log, '--platform', 'otka'], /--platform: 'otka' is none of .*\(did you mean okta\?\)/],
	[['hunt', 'all', log, '--output', join(folder, 'report.xyz')], /names no format; use one of .*\.json/],
	[['hunt', 'all', log, '--output', join(folder, 'absent', 'report.json')], /the folder .*absent is missing/],
	[['hunt', 'all', log, '--output', folder, '--format', 'json'], /is a folder; name a file in it/],
	[['hunt', 'all', log, '--compare', log], /it is no findings document/],
	[['hunt', 'all', log, '--compare', join(folder, 'absent.json')], /it cannot be read/],
	[['inspect'], /no evidence given/],
	[['inspect', log, '--format', 'html'], /--format: 'html' is none of table, json/],
	[['timeline', log, '--within', '2h'], /--within needs --around/],
	[['timeline', log, '--around', '30d'], /--around: '30d' is no time; write ISO 8601/],
	[['timeline', log, '--around', '2026-03-01', '--from', '1d'], /cannot be used with option/],
	[['hnut', '--help'], /unknown command 'hnut' \(did you mean hunt\?\)/],
	[['timeline', log, '--actor', ''], /--actor: is empty; write an address, login, id or name/],
	[['export', log, '--format', 'csv'], /--format: 'csv' is none of ndjson, ocsf/],
	[
		['evidence', join(folder, 'absent.json'), '1', '--output', join(folder, 'case')],
		/cannot be read; give the output of saashound hunt --format json/,
	],
	[['analytics', 'AN9999'], /unknown analytic 'AN9999'/],
	[['analytics', 'a', 'b'], /too many arguments/],
	[['platforms', 'oktaa'], /unknown platform 'oktaa'; one of .*\(did you mean okta\?\)/],
	[['check', join(folder, 'absent')], /absent: no such folder/],
	[['check', folder], /no case\.json in it or below/],
	[['check', '--format', 'xml'], /--format: 'xml' is none of table, json, junit/],
];

test.each([['help'], ['--help']])('help %s is help all the same', async (word) => {
	const { code, stdout, stderr } = await saashound(['help', word]);
	expect(stdout).toMatch(/^Usage: saashound <command>/);
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

describe('bad usage', () => {
	test.each(MISTAKES)('refuses %j with one line and exit code 2', async (words, says) => {
		const { code, stdout, stderr } = await saashound(words);
		expect(stderr).toMatch(/^saashound: [^\n]+\n$/);
		expect(stderr).toMatch(says);
		expect(stdout).toBe('');
		expect(code).toBe(2);
	});

	test('shows what a log or a path holds without letting it steer the terminal', async () => {
		const { stderr, code } = await saashound(['hunt', 'all', 'no\u001b[2Jsuch\nfile']);
		expect(stderr).not.toContain('\u001b');
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		expect(code).toBe(2);
	});
});
