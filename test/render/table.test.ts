import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { renderTable } from '../../src/render/table.ts';
import { width } from '../../src/render/text-width.ts';
import { EMPTY, EXAMPLE, HOSTILE, many } from './examples.ts';

const PLAIN = { columns: 80, colour: false, verbose: false, timeZone: 'UTC' };

/** What stands in a text, however it was wrapped. */
function flowed(text: string): string {
	return text.replace(/\s+/g, ' ');
}

describe('renderTable', () => {
	it.each([20, 40, 61, 80, 119, 120, 200, 500])('keeps every line within %d columns', (columns) => {
		for (const document of [EXAMPLE, EMPTY, HOSTILE, many(12)]) {
			for (const verbose of [false, true]) {
				const lines = renderTable(document, { ...PLAIN, columns, verbose }).split('\n');
				for (const line of lines) expect(width(line)).toBeLessThanOrEqual(Math.max(40, columns));
			}
		}
	});

	it('puts the name of an analytic below its id where both do not fit', () => {
		const analytics = EXAMPLE.run.analytics.map((one) => ({ ...one, name: 'bulk-repository-access' }));
		const document = { ...EXAMPLE, run: { ...EXAMPLE.run, analytics } };
		const lines = renderTable(document, { ...PLAIN, columns: 40 }).split('\n');
		for (const line of lines) expect(width(line)).toBeLessThanOrEqual(40);
		const at = lines.findIndex((line) => line.startsWith('── #1 CRITICAL 92.4 AN1514 ─'));
		expect(lines[at + 1]).toBe('bulk-repository-access');
	});

	it('loses no word of what it shows, however narrow', () => {
		const text = flowed(renderTable(EXAMPLE, { ...PLAIN, columns: 60 }));
		expect(text).toContain('3 findings: 1 critical, 1 high, 1 low');
		expect(text).toContain('412 files were uploaded between 09:00 and 10:00; on 22 comparable days the most in one hour was 14.');
		expect(text).toContain('upload-rate: 412 against 6.1 files/1h');
		expect(text).toContain('signed in from 203.0.113.77 with a new device [export/audit.ndjson.gz:1790]');
		expect(text).toContain('198.51.100.0/24 is the office in Porto. (trusted-network, networks.csv:3)');
		expect(text).toContain('not in this evidence, though these platforms log it: mail.read (m365)');
		expect(text).toContain('2 weaker findings are not shown; --min-score 0 without further limits shows all');
	});

	it('gives each raising line its share of all that raise', () => {
		const text = renderTable(EXAMPLE, PLAIN);
		// 3.6, 2.4 and -0.6 of 6.0.
		expect(text).toMatch(/\+3\.6 █{16} {2}60 % {2}upload-rate/);
		expect(text).toMatch(/\+2\.4 █{10}▋ {5} {2}40 % {2}new-network/);
		expect(text).toMatch(/-0\.6 ░{3} {13} -10 % {2}trusted-network/);
		expect(text).toContain('+5.4 in sum; score 92.4 of 100');
	});

	it('names the file and record of the evidence, five unless verbose', () => {
		const compact = renderTable(EXAMPLE, PLAIN);
		expect(compact).toContain('412 records, the first 5 of them');
		expect(compact).toContain('2026-03-03 09:04:12Z  FileUploaded  export/audit.ndjson.gz:1841');
		expect(compact).not.toContain('export/audit.ndjson.gz:1842');
		expect(renderTable(EXAMPLE, { ...PLAIN, verbose: true })).toContain('export/audit.ndjson.gz:1842');
	});

	it('says plainly when nothing was found, and what could not be seen', () => {
		const text = flowed(renderTable(EMPTY, PLAIN));
		expect(text).toContain('No findings');
		expect(text).toContain(
			'not in this evidence, though these platforms log it: mail.read (m365); heard nothing, so it could find nothing',
		);
		expect(text).toContain('no events were read');
	});

	it('lists all of many findings, shows three in full and says at the end how to see the others', () => {
		const text = renderTable(many(25), PLAIN);
		expect(text.match(/^ ?\d+ {2}high/gm)).toHaveLength(25);
		expect(text.match(/^── #/gm)).toHaveLength(3);
		expect(flowed(text.split('\n').slice(-5).join(' '))).toContain(
			'All are listed at the top, the first 3 in full. For one of the others hunt again with --explain 4; for all, with --verbose or --output report.html.',
		);
		expect(renderTable(many(25), { ...PLAIN, verbose: true }).match(/^── #/gm)).toHaveLength(25);
	});

	it('tells of all files together, and by themselves only of those with something to say', () => {
		const [odd, fine] = EXAMPLE.inputs;
		if (odd === undefined || fine === undefined) throw new Error('the example has two inputs');
		const quiet = { ...fine, truncated: false, notes: [] };
		const inputs = [odd, ...Array.from({ length: 40 }, (_, index) => ({ ...quiet, file: `quiet-${index}.json` }))];
		const text = flowed(renderTable({ ...EXAMPLE, inputs }, PLAIN));
		expect(text).toContain(
			'41 files, 12,505 records: 12,060 events, 400 of no activity we judge, 40 repeated, 5 rejected (broken-json 2, no-time 3)',
		);
		expect(text).toContain('expected an ISO 8601 time');
		expect(text).not.toContain('quiet-7.json');
		expect(flowed(renderTable({ ...EXAMPLE, inputs }, { ...PLAIN, verbose: true }))).toContain('quiet-7.json');
	});

	it('breaks commands where they can be pasted as they stand', () => {
		const lines = renderTable(EXAMPLE, { ...PLAIN, columns: 60 }).split('\n');
		const at = lines.findIndex((line) => line.includes('saashound timeline'));
		expect(lines.slice(at, at + 2)).toEqual([
			'  - saashound timeline export --actor ana@example.com \\',
			'      --around 2026-03-03T09:00Z --within 2h',
		]);
	});

	it('lets no control character of a log reach the terminal', () => {
		const text = renderTable(HOSTILE, { ...PLAIN, columns: 200, verbose: true });
		expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e\u2028\p{Surrogate}]/u);
		expect(flowed(text)).toContain('\\x1b[31m\\x9b2J');
	});

	it('says the same with colour as without', () => {
		for (const document of [EXAMPLE, EMPTY]) {
			const coloured = renderTable(document, { ...PLAIN, colour: true });
			expect(coloured).toContain('\u001b[');
			expect(stripVTControlCharacters(coloured)).toBe(renderTable(document, PLAIN));
		}
	});

	it('shows times in the zone asked for', () => {
		expect(renderTable(EXAMPLE, { ...PLAIN, timeZone: 'Asia/Kolkata' })).toContain(
			'2026-03-03 14:30:00+05:30 to 15:30:00+05:30 (1h)',
		);
	});
});
