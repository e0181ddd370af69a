import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { removalLog } from './log.ts';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-span-'));

beforeAll(() => writeFileSync(join(folder, 'okta.ndjson'), removalLog()));
afterAll(() => rmSync(folder, { recursive: true }));

/** Hunts in the folder, through what the log says from 2 to 22 February 2026. */
function hunted(...options: string[]) {
	return saashound(['hunt', 'all', 'okta.ndjson', ...options], { cwd: folder });
}

describe('the span that is judged', () => {
	test('stands in the document beside that of the evidence, cut to it', async () => {
		const { run } = JSON.parse((await hunted('--from', '2026-02-20', '--to', '2027-01-01')).stdout);
		expect(run).toMatchObject({
			from: '2026-02-02T08:00:00.000Z',
			to: '2026-02-22T22:14:00.000Z',
			judged: { from: '2026-02-20T00:00:00.000Z', to: '2026-02-22T22:14:00.000Z' },
		});
		expect(JSON.parse((await hunted()).stdout).run).not.toHaveProperty('judged');
	});

	test.each([
		['table', 'over     2026-02-10 00:00:00Z to 2026-02-20 00:00:00Z (10d); what lies before is history.'],
		['markdown', 'Over: 2026-02-10 00:00:00Z to 2026-02-20 00:00:00Z (10d); what lies before is history.'],
		['html', '<dt>Judged from and to</dt>'],
	])('is said in a %s, and that nothing in it was odd', async (format, words) => {
		const { stdout } = await hunted('--from', '2026-02-10', '--to', '2026-02-20', '--format', format);
		const text = stdout.replaceAll(/\s+/g, ' ');
		expect(text).toContain(words.replaceAll(/\s+/g, ' '));
		expect(text).toMatch(/nothing in the span that was judged was odd enough/i);
	});

	test.each([
		[['--from', '2027-01-01'], 'no event from 2027-01-01T00:00:00.000Z: there is nothing to judge'],
		[['--to', '2020-01-01'], 'no event up to 2020-01-01T00:00:00.000Z: there is nothing to judge'],
		[
			['--from', '2026-02-22T23:00Z', '--to', '2026-03-01'],
			'no event from 2026-02-22T23:00:00.000Z up to 2026-03-01T00:00:00.000Z: there is nothing to judge',
		],
		[['--to', '2026-02-02'], 'no event up to 2026-02-02T00:00:00.000Z: there is nothing to judge'],
	])('%j is refused where it holds no event', async (options, words) => {
		const { code, stdout, stderr } = await hunted(...options);
		expect(code).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).toContain(`${words}; the evidence reaches from 2026-02-02T08:00:00.000Z to 2026-02-22T22:14:00.000Z`);
	});
});

describe('evidence in which nothing is an event', () => {
	const list = {
		attributes: { type: 'EventLogFile' },
		Id: '0AT5j000000FileA',
		EventType: 'API',
		LogDate: '2026-03-04T00:00:00.000+0000',
		LogFile: '/services/data/v64.0/sobjects/EventLogFile/0AT5j000000FileA/LogFile',
	};
	const why = 'list.ndjson: 2 of its records hold no event: List of event log files (SOQL on EventLogFile)';

	beforeAll(() => writeFileSync(join(folder, 'list.ndjson'), `${JSON.stringify(list)}\n`.repeat(2)));

	test.each([[[]], [['--from', '2026-02-20']], [['--why-not', 'ana']]])('is no quiet week: %j', async (options) => {
		const { code, stdout, stderr } = await saashound(['hunt', 'all', 'list.ndjson', ...options], { cwd: folder });
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toBe(`saashound: no event in the evidence: there is nothing to judge; ${why}\n`);
	});

	test('is said of the file that holds it, beside others', async () => {
		const { code, stdout } = await saashound(['hunt', 'all', 'okta.ndjson', 'list.ndjson', '--format', 'json'], { cwd: folder });
		expect(code).toBe(0);
		const notes = JSON.parse(stdout).inputs.map(({ notes }: { readonly notes: readonly string[] }) => notes);
		expect(notes).toEqual([[why.slice('list.ndjson: '.length)], []]);
	});
});

describe('findings that are filtered out', () => {
	test.each(['table', 'markdown', 'html'])('are not called nothing odd in a %s', async (format) => {
		const all = JSON.parse((await hunted()).stdout);
		const strongest = all.findings[0].score.toFixed(1);
		const strict = await hunted('--min-score', '99', '--format', format);
		expect(strict.stdout).toContain('No finding of 99 or more');
		expect(strict.stdout).toMatch(new RegExp(`the strongest scores ${strongest.replace('.', '\\.')}`, 'i'));
		writeFileSync(join(folder, 'last.json'), JSON.stringify(all));
		const again = await hunted('--compare', 'last.json', '--format', format);
		expect(again.stdout).toContain('Nothing new');
		expect(again.stdout).toContain('1 finding is already in last.json');
		for (const { stdout } of [strict, again]) expect(stdout).not.toMatch(/odd enough/);
	});

	test('stand in the document as what they were measured by', async () => {
		const all = JSON.parse((await hunted()).stdout);
		const [{ score }] = all.findings;
		expect(all.run).toMatchObject({ minScore: 40, strongest: score });
		expect(JSON.parse((await hunted('--min-severity', 'critical')).stdout).run).toMatchObject({ minScore: 85, strongest: score });
		writeFileSync(join(folder, 'last.json'), JSON.stringify(all));
		const again = JSON.parse((await hunted('--compare', 'last.json')).stdout);
		expect(again.run.compared).toEqual({ file: 'last.json', known: 1 });
	});

	test('fail the run all the same, unless an earlier document knows them', async () => {
		const strict = await hunted('--fail-on', 'medium', '--min-score', '99');
		const { run, findings } = JSON.parse(strict.stdout);
		expect([strict.code, findings]).toEqual([1, []]);
		expect(run).toMatchObject({ minScore: 99 });
		const { run: plain } = JSON.parse((await hunted('--min-score', '99')).stdout);
		expect(run.suppressed).toBe(plain.suppressed);
		writeFileSync(join(folder, 'last.json'), (await hunted()).stdout);
		const known = await hunted('--fail-on', 'medium', '--min-score', '99', '--compare', 'last.json');
		expect(known.code).toBe(0);
		expect((await hunted('--fail-on', 'critical', '--min-score', '99')).code).toBe(0);
	});
});
